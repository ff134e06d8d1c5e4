/* What a comparison of two versions says, for people and as JSON. */
#include <string.h>

#include "gouji/base/json.h"
#include "gouji/base/message.h"
#include "gouji/check/mask.h"
#include "gouji/review/compare.h"
#include "gouji/text/sanitise.h"

struct writer {
    const struct comparison *made;
    enum lang lang;
    struct str *out;
    struct compared_row *rows;
    size_t nrows, capacity;
    bool failed;
};

/* Text of a report or about it, masked by what was found in either version. */
static void mask_both(const struct writer *writer, struct slice text, struct str *out)
{
    struct str once = STR_INIT;
    mask_append(writer->made->findings_before, text, &once);
    mask_append(writer->made->findings_after, str_slice(&once), out);
    out->failed = out->failed || once.failed;
    str_release(&once);
}

static bool is_masked(const struct writer *writer, const struct seen *seen)
{
    return mask_covers(writer->made->findings_before, seen->span) ||
           mask_covers(writer->made->findings_after, seen->span);
}

static void put_shown(const struct writer *writer, struct slice text)
{
    struct str masked = STR_INIT;
    mask_both(writer, text, &masked);
    sanitise_append(writer->out, str_slice(&masked), 0);
    writer->out->failed = writer->out->failed || masked.failed;
    str_release(&masked);
}

static void put_quoted(const struct writer *writer, struct slice text)
{
    struct str masked = STR_INIT;
    mask_both(writer, text, &masked);
    json_quote(str_slice(&masked), writer->out);
    writer->out->failed = writer->out->failed || masked.failed;
    str_release(&masked);
}

static void write_value(const struct writer *writer, const struct seen *seen, struct str *out)
{
    char buffer[CELL_VALUE_NBYTES];
    if (!seen->cell)
        str_add(out, _("no such cell"));
    else if (seen->state == CELL_NUMBER)
        mask_both(writer, slice_of(cell_format(seen->value, seen->is_decimal, buffer)), out);
    else if (seen->state == CELL_MARK || seen->state == CELL_TEXT)
        mask_both(writer, seen->text, out);
    else
        str_format(out, "(%s)", _(cell_state_name(seen->state)));
}

/* ---- for people ---- */

static const char *fate_text(enum compared_fate fate)
{
    static const char *const texts[COMPARED_FATE_COUNT] = {N_("not mended"),
                                                           N_("changed, fails still"), N_("new"),
                                                           N_("needs another look"), N_("mended")};
    return _(texts[fate]);
}

static const char *why_text(enum compared_why why)
{
    static const char *const texts[COMPARED_WHY_COUNT] = {
        "",
        N_("a number it rests on is no number now"),
        N_("the sentence it rests on is gone"),
        N_("cannot be checked now"),
        N_("added by the reviewer; no check tells"),
        N_("decided to be no error, but the values are others now")};
    return _(texts[why]);
}

static const char *verdict_text(enum verdict verdict)
{
    static const char *const texts[VERDICT_COUNT] = {
        N_("open"),         N_("confirmed"), N_("misread"),    N_("explained"),
        N_("not an error"), N_("later"),     N_("cannot tell")};
    return _(texts[verdict]);
}

/* What has been written since the last row is the next one. */
static void end_row(struct writer *writer, enum compared_kind kind, size_t index)
{
    struct arena *arena = writer->made->arena;
    struct compared_row *row =
        arena_push(arena, &writer->rows, &writer->capacity, writer->nrows, sizeof *row);
    const char *text = arena_copy(arena, str_slice(writer->out));
    writer->failed = writer->failed || !row || !text || writer->out->failed;
    str_clear(writer->out);
    if (writer->failed)
        return;
    *row = (struct compared_row){kind, index, text};
    writer->nrows++;
}

static void put_heading(struct writer *writer, const char *text)
{
    str_add(writer->out, text);
    end_row(writer, COMPARED_HEADING, 0);
}

static void put_version(struct writer *writer, const char *label, const struct report *report)
{
    const struct date *date = &report->who.signature_date;
    str_format(writer->out, "%s: ", label);
    put_shown(writer, slice_of(report->path));
    str_add(writer->out, "  ");
    put_shown(writer, slice_of(report->who.agency ? report->who.agency : _("agency not stated")));
    if (report->who.year)
        str_format(writer->out, _("; year %d"), report->who.year);
    if (date->year && date->month && date->day)
        str_format(writer->out, _("; signed on %04d-%02d-%02d"), date->year, date->month,
                   date->day);
    end_row(writer, COMPARED_NOTE, 0);
}

static bool is_same_cause(const struct compared_problem *a, const struct compared_problem *b)
{
    const struct finding *one = a->after ? a->after : a->before;
    const struct finding *other = b->after ? b->after : b->before;
    return !a->added && !b->added && !a->after == !b->after && one->cause > 0 &&
           one->outcome == OUTCOME_FAIL && other->outcome == OUTCOME_FAIL &&
           one->cause == other->cause;
}

/* One cell that is mended mends all that failed for it. */
static size_t count_causes(const struct comparison *made, enum compared_fate fate)
{
    size_t n = 0;
    for (size_t i = 0; i < made->nproblems; i++) {
        bool is_new = made->problems[i].fate == fate;
        for (size_t k = 0; is_new && k < i; k++)
            is_new = made->problems[k].fate != fate ||
                     !is_same_cause(&made->problems[k], &made->problems[i]);
        n += is_new;
    }
    return n;
}

static void put_causes(struct writer *writer)
{
    const struct comparison *made = writer->made;
    bool is_less = false;
    str_add(writer->out, _("one cause counted once: "));
    for (int i = 0; i < COMPARED_FATE_COUNT; i++) {
        size_t n = count_causes(made, (enum compared_fate)i);
        is_less |= n < made->counts[i];
        str_format(writer->out, "%s%s %zu", i ? ", " : "", fate_text((enum compared_fate)i), n);
    }
    if (is_less)
        end_row(writer, COMPARED_NOTE, 0);
    str_clear(writer->out);
}

static void put_counts(struct writer *writer)
{
    const struct comparison *made = writer->made;
    const char *reviewer = review_reviewer(made->earlier);
    if (made->has_verdict) {
        str_add(writer->out, _("sent back: the confirmed problems of "));
        put_shown(writer, slice_of(reviewer ? reviewer : "?"));
    } else {
        str_add(writer->out,
                _("nobody has decided on the old version: every failed check is compared"));
    }
    end_row(writer, COMPARED_NOTE, 0);
    for (int i = 0; i < COMPARED_FATE_COUNT; i++) {
        str_format(writer->out, "%s%s %zu", i ? ", " : "", fate_text((enum compared_fate)i),
                   made->counts[i]);
        if (made->has_verdict && made->sent_back[i])
            str_format(writer->out, _(" (sent back %zu)"), made->sent_back[i]);
    }
    str_format(writer->out, _("; cells changed %zu"), made->ncells);
    end_row(writer, COMPARED_NOTE, 0);
    put_causes(writer);
}

static void put_finding(const struct writer *writer, const struct compared_problem *problem)
{
    static const char letters[] = {'I', 'W', 'E'};
    const struct finding *finding = problem->after ? problem->after : problem->before;
    const char *message = finding->message[writer->lang];
    char letter = finding->outcome == OUTCOME_UNDECIDED ? 'U' : letters[finding->severity];
    str_format(writer->out, "  %c %s%s%s  ", letter, finding->rule->id,
               *finding->instance ? " " : "", finding->instance);
    put_shown(writer, slice_of(message ? message : ""));
}

/* What it was, where that is not what it is. */
static void put_before(struct writer *writer, size_t index)
{
    const struct compared_problem *problem = &writer->made->problems[index];
    const char *message = problem->before ? problem->before->message[writer->lang] : NULL;
    bool is_shown = problem->fate == COMPARED_CHANGED || problem->why == COMPARED_OTHER_VALUES ||
                    problem->why == COMPARED_UNDECIDED;
    if (!message || !problem->after || !is_shown ||
        strcmp(message, problem->after->message[writer->lang]) == 0)
        return;
    str_format(writer->out, "      %s: ", _("before"));
    put_shown(writer, slice_of(message));
    end_row(writer, COMPARED_PROBLEM, index);
}

static void put_problem(struct writer *writer, size_t index)
{
    const struct compared_problem *problem = &writer->made->problems[index];
    if (problem->added) {
        str_add(writer->out, "  + ");
        put_shown(writer, slice_of(problem->added->text));
    } else {
        put_finding(writer, problem);
    }
    if (problem->why)
        str_format(writer->out, " (%s)", why_text(problem->why));
    if (writer->made->has_verdict && problem->before)
        str_format(writer->out, " [%s]", verdict_text(problem->verdict));
    if (problem->proposal)
        str_format(writer->out, " {%s}",
                   problem->proposal == COMPARED_AS_PROPOSED ? _("as proposed")
                                                             : _("not as proposed"));
    end_row(writer, COMPARED_PROBLEM, index);
    put_before(writer, index);
}

static void put_problems(struct writer *writer)
{
    const struct comparison *made = writer->made;
    for (size_t i = 0; i < made->nproblems; i++) {
        if (i == 0 || made->problems[i].fate != made->problems[i - 1].fate)
            put_heading(writer, fate_text(made->problems[i].fate));
        put_problem(writer, i);
    }
}

static void put_cell(struct writer *writer, size_t index)
{
    const struct comparison *made = writer->made;
    const struct compared_cell *cell = &made->cells[index];
    const struct cell *named = report_cell(made->after, cell->id);
    struct str values = STR_INIT;
    named = named ? named : report_cell(made->before, cell->id);
    write_value(writer, &cell->before, &values);
    str_add(&values, " → ");
    write_value(writer, &cell->after, &values);
    str_format(writer->out, "  %s: ", cell_address(made->arena, named, writer->lang));
    sanitise_append(writer->out, str_slice(&values), 0);
    writer->out->failed = writer->out->failed || values.failed;
    str_release(&values);
    end_row(writer, COMPARED_CELL, index);
}

static void put_cells(struct writer *writer)
{
    if (writer->made->ncells)
        put_heading(writer, _("cells changed"));
    for (size_t i = 0; i < writer->made->ncells; i++)
        put_cell(writer, i);
}

static void put_sentences(struct writer *writer, bool is_new)
{
    const struct comparison *made = writer->made;
    const struct report *report = is_new ? made->after : made->before;
    bool any = false;
    for (size_t i = 0; i < made->nsentences; i++) {
        struct span span = made->sentences[i].sentence->span;
        if (made->sentences[i].is_new != is_new)
            continue;
        if (!any)
            put_heading(writer, is_new ? _("sentences only in the new version")
                                       : _("sentences only in the old version"));
        any = true;
        str_format(writer->out, "  %zu: ", report_line_at(report, span.start) + 1);
        put_shown(writer, report_slice(report, span));
        end_row(writer, COMPARED_SENTENCE, i);
    }
}

int comparison_rows(const struct comparison *comparison, enum lang lang,
                    const struct compared_row **rows, size_t *nrows)
{
    struct str row = STR_INIT;
    struct writer writer = {.made = comparison, .lang = lang, .out = &row};
    put_version(&writer, _("old version"), comparison->before);
    put_version(&writer, _("new version"), comparison->after);
    put_counts(&writer);
    put_problems(&writer);
    put_cells(&writer);
    put_sentences(&writer, false);
    put_sentences(&writer, true);
    str_release(&row);
    *rows = writer.rows;
    *nrows = writer.nrows;
    return writer.failed ? -1 : 0;
}

void comparison_write(const struct comparison *comparison, enum lang lang, struct str *out)
{
    const struct compared_row *rows;
    size_t nrows;
    if (comparison_rows(comparison, lang, &rows, &nrows) != 0)
        out->failed = true;
    for (size_t i = 0; i < nrows && !out->failed; i++)
        str_format(out, "%s%s\n", rows[i].kind == COMPARED_HEADING ? "\n" : "", rows[i].text);
}

/* ---- JSON ---- */

static void put_string(const struct writer *writer, const char *key, const char *text)
{
    str_format(writer->out, ",\"%s\":", key);
    if (text)
        put_quoted(writer, slice_of(text));
    else
        str_add(writer->out, "null");
}

static void put_report(const struct writer *writer, const char *key, const struct report *report)
{
    str_format(writer->out, "\"%s\":{\"text_sha256\":\"%s\"", key, report->text_sha256);
    put_string(writer, "path", report->path);
    put_string(writer, "agency", report->who.agency);
    if (report->who.year)
        str_format(writer->out, ",\"year\":%d}", report->who.year);
    else
        str_add(writer->out, ",\"year\":null}");
}

static const char *message_of(const struct writer *writer, const struct finding *finding)
{
    return finding ? finding->message[writer->lang] : NULL;
}

static void put_problem_json(const struct writer *writer, const struct compared_problem *problem)
{
    const struct finding *finding = problem->after ? problem->after : problem->before;
    str_format(writer->out, "{\"fate\":\"%s\"", compared_fate_name(problem->fate));
    put_string(writer, "why", compared_why_name(problem->why));
    put_string(writer, "id", finding ? finding->rule->id : NULL);
    put_string(writer, "instance", finding ? finding->instance : NULL);
    put_string(writer, "severity",
               severity_name(finding ? finding->severity : problem->added->level));
    put_string(writer, "outcome", problem->after ? outcome_name(problem->after->outcome) : NULL);
    put_string(writer, "verdict",
               problem->verdict == VERDICT_NONE ? NULL : verdict_name(problem->verdict));
    put_string(writer, "proposal", compared_proposal_name(problem->proposal));
    str_format(writer->out, ",\"sent_back\":%s", problem->was_sent_back ? "true" : "false");
    put_string(writer, "before",
               problem->added ? problem->added->text : message_of(writer, problem->before));
    put_string(writer, "after", message_of(writer, problem->after));
    str_byte(writer->out, '}');
}

static void put_seen(const struct writer *writer, const char *key, const struct seen *seen)
{
    char buffer[CELL_VALUE_NBYTES];
    str_format(writer->out, ",\"%s\":", key);
    if (!seen->cell) {
        str_add(writer->out, "null");
    } else if (seen->state == CELL_NUMBER && !is_masked(writer, seen)) {
        str_add(writer->out, cell_format(seen->value, seen->is_decimal, buffer));
    } else {
        str_format(writer->out, "{\"state\":\"%s\",\"text\":", cell_state_name(seen->state));
        put_quoted(writer, seen->text);
        str_byte(writer->out, '}');
    }
}

static void put_sentence_json(const struct writer *writer, const struct compared_sentence *sentence)
{
    const struct comparison *made = writer->made;
    const struct report *report = sentence->is_new ? made->after : made->before;
    struct span span = sentence->sentence->span;
    str_format(writer->out,
               "{\"in\":\"%s\",\"span\":[%u,%u],\"text\":", sentence->is_new ? "new" : "old",
               (unsigned)span.start, (unsigned)span.end);
    put_quoted(writer, report_slice(report, span));
    str_byte(writer->out, '}');
}

static void put_lists_json(const struct writer *writer)
{
    const struct comparison *made = writer->made;
    str_add(writer->out, ",\n\"problems\":[");
    for (size_t i = 0; i < made->nproblems; i++) {
        str_add(writer->out, i ? ",\n" : "\n");
        put_problem_json(writer, &made->problems[i]);
    }
    str_add(writer->out, "],\n\"cells\":[");
    for (size_t i = 0; i < made->ncells; i++) {
        str_format(writer->out, "%s{\"id\":\"%s\"", i ? ",\n" : "\n", made->cells[i].id);
        put_seen(writer, "before", &made->cells[i].before);
        put_seen(writer, "after", &made->cells[i].after);
        str_byte(writer->out, '}');
    }
    str_add(writer->out, "],\n\"sentences\":[");
    for (size_t i = 0; i < made->nsentences; i++) {
        str_add(writer->out, i ? ",\n" : "\n");
        put_sentence_json(writer, &made->sentences[i]);
    }
    str_add(writer->out, "],\n");
    ruleset_put_switched(made->findings_after->rules, writer->lang, writer->out);
    str_add(writer->out, "}\n");
}

void comparison_write_json(const struct comparison *comparison, enum lang lang, struct str *out)
{
    const struct writer writer = {.made = comparison, .lang = lang, .out = out};
    str_byte(out, '{');
    put_report(&writer, "old", comparison->before);
    str_add(out, ",\n");
    put_report(&writer, "new", comparison->after);
    put_string(&writer, "reviewer",
               comparison->has_verdict ? review_reviewer(comparison->earlier) : NULL);
    str_add(out, ",\"counts\":{");
    for (int i = 0; i < COMPARED_FATE_COUNT; i++)
        str_format(out, "%s\"%s\":%zu", i ? "," : "", compared_fate_name((enum compared_fate)i),
                   comparison->counts[i]);
    str_add(out, "},\"causes\":{");
    for (int i = 0; i < COMPARED_FATE_COUNT; i++)
        str_format(out, "%s\"%s\":%zu", i ? "," : "", compared_fate_name((enum compared_fate)i),
                   count_causes(comparison, (enum compared_fate)i));
    str_add(out, "},\"sent_back\":{");
    for (int i = 0; i < COMPARED_FATE_COUNT; i++)
        str_format(out, "%s\"%s\":%zu", i ? "," : "", compared_fate_name((enum compared_fate)i),
                   comparison->sent_back[i]);
    str_byte(out, '}');
    put_lists_json(&writer);
}
