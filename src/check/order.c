/* Headings and numbering inside sections: TITLES (wording of the six titles),
 * ORDER (their order), LEVELS (numbers below them). */
#include "document.h"

#include "gouji/base/json.h"
#include "heading_numeral.h"
#include "wording.h"

static const struct form_section *legal_section(const struct report *report, const char *id)
{
    const struct form_section *sections;
    size_t n = forms_sections(report->forms, &sections);
    for (size_t i = 0; id && i < n; i++)
        if (strcmp(sections[i].id, id) == 0)
            return &sections[i];
    return NULL;
}

/* SEC-02 */

static bool table_of_section_stands(const struct report *report, const char *id)
{
    const struct form *form = forms_count(report->forms) ? forms_at(report->forms, 0) : NULL;
    for (int t = 0; form && t < TABLE_COUNT; t++)
        if (strcmp(form->tables[t].section, id) == 0)
            return report->tables[t].state != TABLE_ABSENT;
    return false;
}

void order_titles(struct evaluation *run, const struct rule *rule)
{
    const struct form_section *sections;
    size_t n = forms_sections(run->report->forms, &sections);
    for (size_t i = 0; i < n; i++) {
        const struct section *found = report_section(run->report, sections[i].id);
        bool lost = found ? span_empty(found->heading)
                          : table_of_section_stands(run->report, sections[i].id);
        struct span_list spans = {0};
        if (!lost && (!found || !found->irregular)) {
            if (found)
                eval_pass(run, rule);
            continue;
        }
        const char *printed = found && found->title ? found->title : "";
        struct message_value values[] = {{"printed", printed, printed},
                                         {"title", sections[i].title, sections[i].title}};
        if (found)
            span_list_add(run, &spans, lost ? found->body : found->heading);
        prose_report(run, rule, sections[i].id, OUTCOME_FAIL, lost ? "lost" : NULL, values, 2,
                     &spans, NULL);
    }
}

/* SEC-13 */

void order_sections(struct evaluation *run, const struct rule *rule)
{
    const char *last = "";
    struct span_list spans = {0};
    size_t n = 0;
    for (size_t i = 0; i < run->report->nsections; i++) {
        const struct section *section = &run->report->sections[i];
        if (!legal_section(run->report, section->id))
            continue;
        n++;
        if (strcmp(section->id, last) < 0)
            span_list_add(run, &spans, section->heading);
        else
            last = section->id;
    }
    if (n < 2)
        eval_not_applicable(run, rule);
    else if (spans.n == 0)
        eval_pass(run, rule);
    else
        prose_report(run, rule, "", OUTCOME_FAIL, NULL, NULL, 0, &spans, NULL);
}

/* SEC-12 */

/* What the beginnings of lines are read by. */
struct level_patterns {
    struct pattern_list glued, level, item;
};

/* What was met on the lines of one section. */
struct levels {
    int last;        /* of （一）（二）… */
    int last_item;   /* of 一是 二是 … */
    bool has_bullet; /* the last item began with a bullet */
};

static void report_level(struct evaluation *run, const struct rule *rule, const char *key,
                         size_t line)
{
    struct span span = report_line_span(run->report, line);
    struct span_list spans = {0};
    span_list_add(run, &spans, span);
    const char *text = prose_text(run, span);
    struct message_value values[] = {{"text", text, text}};
    prose_report(run, rule, prose_instance(run, line + 1), OUTCOME_FAIL, key, values, 1, &spans,
                 report_sentence_at(run->report, span.start));
}

static struct slice group(struct slice text, const struct match *match, size_t i)
{
    return slice_make(text.ptr + match->start[i], match->end[i] - match->start[i]);
}

static const char *level_fault(const struct level_patterns *patterns, struct slice text,
                               struct levels *levels)
{
    struct match match;
    if (patterns_find(patterns->level, text, &match)) {
        int value = heading_numeral_value(group(text, &match, 1)), last = levels->last;
        if (patterns_hold(patterns->glued, text)) {
            levels->last = value;
            return "glued";
        }
        *levels = (struct levels){.last = value};
        return value == last + 1 || value == 1 || last == 0 ? NULL : "gap";
    }
    if (patterns_find(patterns->item, text, &match)) {
        int value = heading_numeral_value(group(text, &match, 2));
        bool bullet = match.end[1] > match.start[1];
        bool broken = levels->last_item > 1 && value == levels->last_item + 1 &&
                      levels->has_bullet && !bullet;
        levels->last_item = value;
        levels->has_bullet = bullet;
        return broken ? "bullet" : NULL;
    }
    return NULL;
}

/* The table or other matter that stands there, NULL where there is prose. */
static const struct block *matter_at(const struct report *report, struct span line)
{
    for (size_t i = 0; i < report->nblocks; i++)
        if (report->blocks[i].kind != BLOCK_PROSE && span_overlaps(report->blocks[i].span, line))
            return &report->blocks[i];
    return NULL;
}

static size_t check_levels(struct evaluation *run, const struct rule *rule,
                           const struct level_patterns *patterns, const struct section *section)
{
    const struct report *report = run->report;
    struct levels levels = {0};
    size_t nfaults = 0;
    if (span_empty(section->body))
        return 0;
    size_t first = report_line_at(report, section->body.start);
    size_t last = report_line_at(report, section->body.end - 1);
    for (size_t i = first; i <= last && i < report->nlines; i++) {
        struct span line = report_line_span(report, i);
        const struct block *matter = matter_at(report, line);
        if (matter) { /* none of its lines is of interest */
            i = report_line_at(report, matter->span.end - 1);
            continue;
        }
        const char *key =
            span_empty(line) ? NULL : level_fault(patterns, report_slice(report, line), &levels);
        if (key)
            report_level(run, rule, key, i);
        nfaults += key != NULL;
    }
    return nfaults;
}

void order_levels(struct evaluation *run, const struct rule *rule)
{
    const struct level_patterns patterns = {
        patterns_get(rule, "glued"), patterns_get(rule, "level"), patterns_get(rule, "item")};
    size_t nfaults = 0;
    for (size_t i = 0; i < run->report->nsections && !run->failed; i++)
        nfaults += check_levels(run, rule, &patterns, &run->report->sections[i]);
    if (run->report->nsections == 0)
        eval_not_applicable(run, rule);
    else if (nfaults == 0)
        eval_pass(run, rule);
}
