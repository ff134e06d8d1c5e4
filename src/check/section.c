/* The six sections of the law: there, numbered, nothing added, not empty. */
#include "document.h"

#include "gouji/base/json.h"
#include "heading_numeral.h"
#include "printed_label.h"
#include "wording.h"

static const char *section_text(struct evaluation *run, const struct section *section)
{
    const char *text = arena_format(run->arena, "%s%s%s", section->numeral,
                                    *section->numeral ? "、" : "", section->title);
    run->failed |= text == NULL;
    return text ? text : "";
}

/* SEC-01 */

static bool has_table(const struct report *report, const char *id)
{
    const struct form *form = forms_count(report->forms) ? forms_at(report->forms, 0) : NULL;
    for (int t = 0; form && t < TABLE_COUNT; t++)
        if (strcmp(form->tables[t].section, id) == 0)
            return report->tables[t].state != TABLE_ABSENT;
    return false;
}

void section_present(struct evaluation *run, const struct rule *rule)
{
    const struct form_section *sections;
    size_t n = forms_sections(run->report->forms, &sections);
    for (size_t i = 0; i < n; i++) {
        const struct form_section *section = &sections[i];
        if (report_section(run->report, section->id) || has_table(run->report, section->id)) {
            eval_pass(run, rule);
            continue;
        }
        struct message_value values[] = {{"title", section->title, section->title},
                                         {"numeral", section->numeral, section->numeral}};
        prose_report(run, rule, section->id, OUTCOME_FAIL, NULL, values, 2, NULL, NULL);
    }
}

/* SEC-03 */

struct numbering {
    size_t nnumbered;
    struct span_list odd; /* headings after a gap, or repeated */
    struct span_list shifted;
    int expected, found; /* at the first odd one */
    const char *printed; /* what is found there */
    struct str list;     /* all numerals in order */
};

static int own_numeral(const struct report *report, const char *id)
{
    const struct form_section *sections;
    size_t n = forms_sections(report->forms, &sections);
    for (size_t i = 0; id && i < n; i++)
        if (strcmp(sections[i].id, id) == 0)
            return heading_numeral_value(slice_of(sections[i].numeral));
    return 0;
}

static void add_numeral(struct evaluation *run, const struct section *section, int *last,
                        struct numbering *all)
{
    int value = heading_numeral_value(slice_of(section->numeral));
    int own = own_numeral(run->report, section->id);
    if (span_empty(section->heading)) /* lost, and its numeral with it */
        return;
    if (value == 0) {
        *last += *last > 0; /* a heading without numeral still takes its place */
        return;
    }
    str_add(&all->list, all->list.nbytes ? "、" : "");
    str_add(&all->list, section->numeral);
    all->nnumbered++;
    if (value != *last + 1) {
        if (all->odd.n == 0) {
            all->expected = *last + 1;
            all->found = value;
            all->printed = section->numeral;
        }
        span_list_add(run, &all->odd, section->heading);
    }
    if (own && own != value)
        span_list_add(run, &all->shifted, section->heading);
    *last = value;
}

static void report_numbering(struct evaluation *run, const struct rule *rule, struct numbering *all,
                             const char *key, const struct span_list *spans)
{
    const char *list = wording_keep(run, &all->list);
    const char *expected = wording_number(run, all->expected, false);
    const char *found = wording_number(run, all->found, false);
    const char *numeral = heading_numeral_name(all->expected);
    struct message_value values[] = {{"list", list, wording_list_in_english(run, list)},
                                     {"expected", numeral ? numeral : expected, expected},
                                     {"found", all->printed ? all->printed : "", found}};
    prose_report(run, rule, "", OUTCOME_FAIL, key, values, 3, spans, NULL);
}

void section_numbering(struct evaluation *run, const struct rule *rule)
{
    struct numbering all = {.list = STR_INIT};
    int last = 0;
    for (size_t i = 0; i < run->report->nsections; i++)
        add_numeral(run, &run->report->sections[i], &last, &all);
    if (all.nnumbered == 0)
        eval_not_applicable(run, rule);
    else if (all.odd.n > 0)
        report_numbering(run, rule, &all, all.found < all.expected ? "repeat" : "gap", &all.odd);
    else if (all.shifted.n > 0)
        report_numbering(run, rule, &all, "shift", &all.shifted);
    else
        eval_pass(run, rule);
    str_release(&all.list);
}

/* SEC-04 */

void section_extra(struct evaluation *run, const struct rule *rule)
{
    int strict = (int)rule_integer(rule, "strict_since", 0);
    int year = run->stated_year;
    size_t n = 0;
    for (size_t i = 0; i < run->report->nsections; i++) {
        const struct section *section = &run->report->sections[i];
        if (section->id)
            continue;
        const char *text = section_text(run, section);
        struct message_value values[] = {{"title", text, text}};
        struct span_list spans = {0};
        span_list_add(run, &spans, section->heading);
        prose_report(run, rule, *section->numeral ? section->numeral : section->title, OUTCOME_FAIL,
                     strict && year >= strict ? "strict" : NULL, values, 1, &spans, NULL);
        n++;
    }
    if (n == 0)
        eval_pass(run, rule);
}

/* SEC-05 */

static bool has_table_in(const struct report *report, struct span body)
{
    for (size_t i = 0; i < report->nblocks; i++)
        if (report->blocks[i].kind != BLOCK_PROSE && span_overlaps(report->blocks[i].span, body))
            return true;
    return false;
}

/* Letters: any byte of Han, or an ASCII letter; a page number is no content. */
static bool has_letter(struct slice text)
{
    for (size_t i = 0; i < text.nbytes; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if ((c >= 0xE4 && c <= 0xE9) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
            return true;
    }
    return false;
}

/* Page makers print a table before the heading that it belongs under. */
static bool has_table_before(const struct report *report, const struct section *section)
{
    for (int id = 0; id < TABLE_COUNT; id++) {
        const struct table *table = &report->tables[id];
        if (table->state == TABLE_ABSENT || table->span.end > section->heading.start ||
            table_section(report, (enum table_id)id) != section)
            continue;
        struct span between = {table->span.end, section->heading.start};
        if (!has_letter(report_slice(report, between)))
            return true;
    }
    return false;
}

/* Who signed and when stands behind the last section, not in it. */
static struct span without_signature(const struct report *report, struct span body)
{
    const struct span ends[] = {report->who.signature_span, report->who.date_span};
    for (size_t i = 0; i < 2; i++)
        if (!span_empty(ends[i]) && span_overlaps(ends[i], body))
            body.end = ends[i].start;
    return body;
}

bool section_is_empty(const struct report *report, const struct section *section)
{
    struct span body = without_signature(report, section->body);
    return !span_empty(section->heading) && !has_table_in(report, section->body) &&
           (span_empty(body) || !has_letter(report_slice(report, body))) &&
           !has_table_before(report, section);
}

void section_empty(struct evaluation *run, const struct rule *rule)
{
    for (size_t i = 0; i < run->report->nsections; i++) {
        const struct section *section = &run->report->sections[i];
        if (!section_is_empty(run->report, section)) {
            eval_pass(run, rule);
            continue;
        }
        const char *text = section_text(run, section);
        struct message_value values[] = {{"title", text, text}};
        struct span_list spans = {0};
        span_list_add(run, &spans, section->heading);
        prose_report(run, rule, section->id ? section->id : section->numeral, OUTCOME_FAIL, NULL,
                     values, 1, &spans, NULL);
    }
    if (run->report->nsections == 0)
        eval_not_applicable(run, rule);
}
