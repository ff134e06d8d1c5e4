/* ITEMS: the problems of a section, one by one, against its measures. Headings
 * and sentences of transition say which of both the items that follow are. */
#include "document.h"

#include <stdio.h>

#include "gouji/base/json.h"
#include "wording.h"

enum part { PART_NONE, PART_PROBLEMS, PART_MEASURES, PART_PAST, PART_COUNT };

struct items {
    enum part part;
    const char *marker[PART_COUNT]; /* the kind of numbering that its items have */
    size_t n[PART_COUNT];
    struct span_list spans[PART_COUNT];
    struct span first[PART_COUNT]; /* what the part begins with */
    char past_year[16];
};

/* What the words announce, PART_COUNT nothing. */
static enum part announced(const struct rule *rule, const struct items *items, struct slice text)
{
    if (slice_contains(text, items->past_year) && patterns_match(rule, "past", text))
        return PART_PAST;
    if (patterns_match(rule, "measures", text))
        return PART_MEASURES;
    return patterns_match(rule, "problems", text) ? PART_PROBLEMS : PART_COUNT;
}

/* Items are counted by the first kind of marker that the part uses. */
static void count_items(const struct prose_walk *walk, const struct rule *rule, size_t from,
                        struct items *items)
{
    static const char *const markers[] = {"item_is", "item_han", "item_bracket", "item_digit"};
    struct slice text = walk->now.text;
    for (size_t m = 0; m < sizeof markers / sizeof *markers; m++) {
        struct pattern_list list = patterns_get(rule, markers[m]);
        struct match match;
        size_t at = from;
        if (list.n == 0 || (items->marker[items->part] && items->marker[items->part] != markers[m]))
            continue;
        for (; pattern_find(list.items[0], text, at, &match); at = match.end[0]) {
            items->marker[items->part] = markers[m];
            items->n[items->part]++;
            span_list_add(walk->run, &items->spans[items->part],
                          prose_span(walk, match.start[0], match.end[0]));
        }
    }
}

static void read_sentence(const struct prose_walk *walk, const struct rule *rule,
                          struct items *items)
{
    struct slice text = walk->now.text;
    enum part part = announced(rule, items, text);
    bool is_heading = walk->now.sentence->is_heading;
    bool is_turn = part != PART_COUNT && (is_heading || (part != PART_PAST &&
                                                         patterns_match(rule, "turn", text)));
    size_t from = 0;
    if (is_turn && part != items->part) {
        const char *colon = slice_find(text, slice_of(":"));
        items->part = part;
        from = colon ? (size_t)(colon - text.ptr) : text.nbytes;
    }
    if (items->part == PART_NONE && !is_heading)
        items->part = PART_PROBLEMS;
    if (span_empty(items->first[items->part]) && !is_heading)
        items->first[items->part] = walk->now.sentence->span;
    count_items(walk, rule, from, items);
}

static void report_items(struct evaluation *run, const struct rule *rule, struct items *items)
{
    const char *problems = wording_count(run, items->n[PART_PROBLEMS]);
    const char *measures = wording_count(run, items->n[PART_MEASURES]);
    struct message_value values[] = {{"problems", problems, problems},
                                     {"measures", measures, measures}};
    const char *key = items->n[PART_PROBLEMS] == 0   ? "no_problems"
                      : items->n[PART_MEASURES] == 0 ? "no_measures"
                                                     : NULL;
    struct span_list *spans = &items->spans[PART_PROBLEMS];
    const struct section *section = report_section(run->report, "S5");
    if (spans->n == 0)
        span_list_add(run, spans, items->first[PART_PROBLEMS]);
    if (spans->n == 0)
        span_list_add(run, spans, section->heading);
    for (size_t i = 0; i < items->spans[PART_MEASURES].n; i++)
        span_list_add(run, spans, items->spans[PART_MEASURES].items[i]);
    prose_report(run, rule, "", OUTCOME_FAIL, key, values, 2, spans, NULL);
}

void items_evaluate(struct evaluation *run, const struct rule *rule)
{
    const struct section *section = report_section(run->report, "S5");
    struct items items = {.part = PART_NONE};
    int year = document_stated_year(run->report);
    if (!section || section_is_empty(run->report, section)) {
        eval_not_applicable(run, rule);
        return;
    }
    snprintf(items.past_year, sizeof items.past_year, "%d年", year > 0 ? year - 1 : -1);
    struct prose_walk walk = {.run = run};
    while (prose_next(&walk)) {
        int in = walk.now.sentence->section;
        if (in >= 0 && &run->report->sections[in] == section &&
            !span_overlaps(section->heading, walk.now.sentence->span))
            read_sentence(&walk, rule, &items);
    }
    if (items.n[PART_PROBLEMS] + items.n[PART_MEASURES] == 0)
        eval_not_applicable(run, rule);
    else if (items.n[PART_PROBLEMS] == items.n[PART_MEASURES])
        eval_pass(run, rule);
    else
        report_items(run, rule, &items);
}
