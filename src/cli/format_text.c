/* text: what `gouji check` prints for people. */
#include <string.h>
#include <unictype.h>

#include "excerpt.h"
#include "format.h"
#include "gouji/base/message.h"
#include "gouji/cli/output.h"
#include "gouji/text/decode.h"
#include "gouji/text/width.h"

enum { QUOTE_NCOLS = 100, MAX_LINES = 6, QUOTE_MOST = 4096 };

/* White space of any kind and length becomes one blank, none at the ends. */
static void join_words(struct slice text, struct str *out)
{
    bool pending = false;
    for (size_t i = 0, used; i < text.nbytes; i += used) {
        int32_t c = text_next(text.ptr + i, text.nbytes - i, &used);
        if (c >= 0 && uc_is_property_white_space((ucs4_t)c)) {
            pending = out->nbytes > 0;
            continue;
        }
        if (pending)
            str_byte(out, ' ');
        pending = false;
        str_append(out, slice_make(text.ptr + i, used));
    }
}

/* Words on one line: white space joined, at most ncols columns, then "...". */
static void print_quote(struct output *out, struct slice text, int ncols)
{
    struct str words = STR_INIT;
    join_words(text, &words);
    struct slice all = str_slice(&words);
    size_t fits = width_fit(all, ncols, NULL);
    if (fits < all.nbytes)
        fits = width_fit(all, ncols - 3, NULL);
    output_shown(out, slice_make(all.ptr, fits));
    if (fits < all.nbytes)
        output_add(out, "...");
    str_release(&words);
}

static const char *edition_text(const char *edition)
{
    if (!edition)
        return _("no table of the national form");
    return strcmp(edition, "mixed") == 0 ? _("tables of different editions") : edition;
}

static void print_head(struct output *out, const struct findings *findings)
{
    const struct report *report = findings->report;
    output_shown(out, slice_of(report->path));
    output_add(out, "\n  ");
    if (report->who.agency)
        format_shown(out, findings, slice_of(report->who.agency));
    else
        output_add(out, _("agency not stated"));
    if (report->who.year)
        output_format(out, _("; year %d"), report->who.year);
    else
        output_add(out, _("; year not stated"));
    output_format(out, _("; form: %s; encoding: %s"), edition_text(report->edition),
                  text_encoding_name(report->encoding));
    if (report->nbad)
        output_format(out, _("; bytes that could not be decoded: %zu"), report->nbad);
    if (report->remark)
        output_format(out, "; %s", report->remark);
    output_add(out, "\n");
}

/* The numbers of the lines, each once, a few of them. */
static void print_lines(struct output *out, const struct report *report,
                        const struct finding *finding)
{
    size_t last = SIZE_MAX, printed = 0;
    for (size_t i = 0; i < finding->nspans; i++) {
        size_t line = report_line_at(report, finding->spans[i].start);
        if (line == last)
            continue;
        if (printed == MAX_LINES) {
            output_add(out, ", ...");
            return;
        }
        output_format(out, "%s%zu", printed ? ", " : "", line + 1);
        last = line;
        printed++;
    }
}

/* "line 12, 15: quotation". A masked finding quotes nothing but its mask, one
 * with an excerpt of its table nothing. */
static void print_evidence(struct output *out, const struct findings *findings,
                           const struct finding *finding, bool has_excerpt)
{
    const struct report *report = findings->report;
    if (finding->nspans == 0)
        return;
    output_add(out, _("         line "));
    print_lines(out, report, finding);
    struct slice quote = finding->quote;
    if (quote.nbytes == 0 && !finding->is_masked && !has_excerpt) {
        size_t line = report_line_at(report, finding->spans[0].start);
        quote = report_slice(report, report_line_span(report, line));
    }
    if (quote.nbytes > QUOTE_MOST) /* far more than is shown */
        quote.nbytes = QUOTE_MOST;
    if (quote.nbytes) {
        struct str masked = STR_INIT;
        format_text(findings, quote, &masked);
        output_add(out, ": ");
        print_quote(out, str_slice(&masked), QUOTE_NCOLS);
        str_release(&masked);
    }
    output_add(out, "\n");
}

static const char *sign_of(const struct finding *finding)
{
    if (finding->outcome == OUTCOME_UNDECIDED)
        return "?";
    return finding->severity == SEVERITY_ERROR     ? "E"
           : finding->severity == SEVERITY_WARNING ? "W"
                                                   : "I";
}

/* Once for all findings of one culprit. */
static void print_culprit(struct output *out, const struct findings *findings, size_t index,
                          enum lang lang)
{
    const struct culprit *culprit = findings->items[index].culprit;
    const char *texts[CULPRIT_MAX_REPAIRS];
    if (index > 0 && findings->items[index - 1].culprit == culprit)
        return;
    size_t n = format_explanations(&findings->items[index], lang, texts);
    for (size_t i = 0; i < n; i++) {
        output_add(out, i == 0 ? "         " : _("         or "));
        format_shown(out, findings, slice_of(texts[i]));
        output_add(out, "\n");
    }
}

static void print_finding(struct output *out, const struct findings *findings, size_t index,
                          enum lang lang)
{
    const struct finding *finding = &findings->items[index];
    const char *message = finding->message[lang] ? finding->message[lang] : "";
    output_format(out, "  %s %s", sign_of(finding), finding->rule->id);
    if (*finding->instance) {
        output_add(out, "/");
        output_shown(out, slice_of(finding->instance));
    }
    if (finding->cause)
        output_format(out, " [C%d]", finding->cause);
    output_add(out, "  ");
    format_shown(out, findings, slice_of(message));
    output_add(out, "\n");
    const char *sum = finding_sum(finding, lang);
    if (sum) {
        output_add(out, _("         sum: "));
        format_shown(out, findings, slice_of(sum));
        output_add(out, "\n");
    }
    print_culprit(out, findings, index, lang);
    bool has_excerpt = excerpt_print(out, findings, finding, sign_of(finding));
    print_evidence(out, findings, finding, has_excerpt);
}

/* The undecided checks that item `parent` caused, in one line; those of one rule
 * together: "T3-02 (18)", or "T4-01/review". */
static void print_children(struct output *out, const struct findings *findings, size_t parent)
{
    const struct finding *item = &findings->items[parent];
    for (size_t i = 0, n; i < item->nchildren; i += n) {
        const struct finding *first = &findings->items[item->children[i]];
        for (n = 1; i + n < item->nchildren; n++)
            if (findings->items[item->children[i + n]].rule != first->rule)
                break;
        output_add(out, i ? ", " : _("         therefore undecided: "));
        output_add(out, first->rule->id);
        if (n > 1)
            output_format(out, " (%zu)", n);
        else
            output_format(out, "/%s", first->instance);
    }
    if (item->nchildren)
        output_add(out, "\n");
}

static void print_failed(struct output *out, const struct findings *findings,
                         enum severity severity, enum lang lang)
{
    for (size_t i = 0; i < findings->nitems; i++) {
        const struct finding *item = &findings->items[i];
        if (item->outcome != OUTCOME_FAIL || item->severity != severity)
            continue;
        print_finding(out, findings, i, lang);
        print_children(out, findings, i);
    }
}

static void print_undecided(struct output *out, const struct findings *findings, enum lang lang)
{
    for (size_t i = 0; i < findings->nitems; i++)
        if (findings->items[i].outcome == OUTCOME_UNDECIDED && findings->items[i].parent < 0) {
            print_finding(out, findings, i, lang);
            print_children(out, findings, i);
        }
}

static void print_counts(struct output *out, const struct findings *findings)
{
    size_t evaluated = 0, nrules = ruleset_count(findings->rules);
    for (int i = 0; i < OUTCOME_COUNT; i++)
        evaluated += findings->counts[i];
    if (evaluated == 0)
        output_add(out, _("  not evaluated"));
    else
        output_format(out,
                      _("  evaluated %zu = pass %zu + fail %zu + undecided %zu + "
                        "not applicable %zu"),
                      evaluated, findings->counts[OUTCOME_PASS], findings->counts[OUTCOME_FAIL],
                      findings->counts[OUTCOME_UNDECIDED], findings->counts[OUTCOME_NA]);
    output_format(out, _("; rules %zu = on %zu + off %zu\n\n"), nrules, nrules - findings->noff,
                  findings->noff);
}

static void write_report(const struct format_run *run, const struct findings *findings,
                         struct str *text)
{
    struct output out;
    output_init(&out, -1);
    print_head(&out, findings);
    print_failed(&out, findings, SEVERITY_ERROR, run->lang);
    print_failed(&out, findings, SEVERITY_WARNING, run->lang);
    print_failed(&out, findings, SEVERITY_INFO, run->lang);
    print_undecided(&out, findings, run->lang);
    print_counts(&out, findings);
    str_append(text, str_slice(&out.pending));
    text->failed = text->failed || out.pending.failed;
    str_release(&out.pending);
}

/* Told on standard error where it happens; a piece of its own would say it twice. */
static void write_trouble(struct format_run *run, const char *path, const struct err *err,
                          struct str *out)
{
    (void)run, (void)path, (void)err, (void)out;
}

/* Rules that are off for one reason stand in one line. */
static void write_off(const struct ruleset *rules, enum lang lang, struct str *out)
{
    struct str last = STR_INIT, reason = STR_INIT;
    size_t n = 0;
    for (size_t i = 0; i < ruleset_count(rules); i++) {
        const struct rule *rule = ruleset_at(rules, i);
        if (rule->on)
            continue;
        str_clear(&reason);
        format_off(rule, lang, &reason);
        if (n > 0 && strcmp(str_text(&reason), str_text(&last)) == 0)
            str_format(out, ", %s", rule->id);
        else
            str_format(out, _("%soff (%s): %s"), n > 0 ? "\n" : "", str_text(&reason), rule->id);
        str_clear(&last);
        str_append(&last, str_slice(&reason));
        n++;
    }
    if (n > 0)
        str_byte(out, '\n');
    str_release(&last);
    str_release(&reason);
}

static void write_end(struct format_run *run, struct str *out)
{
    if (run->stopped_by) {
        format_stopped(run, out);
        str_byte(out, '\n');
    }
    if (run->nreports > 0)
        format_switched(run->rules, run->lang, out);
}

void format_switched(const struct ruleset *rules, enum lang lang, struct str *out)
{
    write_off(rules, lang, out);
    for (size_t i = 0; i < ruleset_count(rules); i++) {
        const struct rule *rule = ruleset_at(rules, i);
        struct str reason = STR_INIT;
        format_changed(rule, &reason);
        if (reason.nbytes)
            str_format(out, _("now %s (%s): %s\n"), _(severity_name(rule->changed_to)),
                       str_text(&reason), rule->id);
        str_release(&reason);
    }
}

const struct format format_people = {.for_people = true,
                                     .between = "",
                                     .report = write_report,
                                     .trouble = write_trouble,
                                     .end = write_end};
