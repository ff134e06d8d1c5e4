/* ITEMS: the problems of a section, one by one, against its measures. Headings
 * and sentences of transition say which of both the items that follow are. */
#include "document.h"

#include <stdio.h>

#include "gouji/base/json.h"
#include "wording.h"

enum part {
    PART_NONE,
    PART_PROBLEMS,
    PART_MEASURES,
    PART_PAST,
    PART_BOTH, /* 问题及改进措施: each item says both, unless measures follow */
    PART_COUNT
};

enum { MARKERS = 4 };

/* The record's. */
struct item_patterns {
    struct pattern_list markers[MARKERS]; /* the kinds of numbering */
    struct pattern_list year_before, past, still, both, measures, measures_then, problems, turn;
};

static void read_patterns(const struct rule *rule, const void *patterns, void *own)
{
    (void)rule;
    struct item_patterns *items = own;
    *items = (struct item_patterns){
        .markers = {patterns_named(patterns, "item_is"), patterns_named(patterns, "item_han"),
                    patterns_named(patterns, "item_bracket"),
                    patterns_named(patterns, "item_digit")},
        .year_before = patterns_named(patterns, "year_before"),
        .past = patterns_named(patterns, "past"),
        .still = patterns_named(patterns, "still"),
        .both = patterns_named(patterns, "both"),
        .measures = patterns_named(patterns, "measures"),
        .measures_then = patterns_named(patterns, "measures_then"),
        .problems = patterns_named(patterns, "problems"),
        .turn = patterns_named(patterns, "turn"),
    };
}

void *items_compile(const struct rule *rule, const cJSON **at, struct err *err)
{
    return patterns_compile_with(rule, sizeof(struct item_patterns), read_patterns, at, err);
}

struct items {
    const struct item_patterns *patterns;
    enum part part;
    size_t marker[PART_COUNT]; /* the kind of numbering that its items have, from 1; 0: none */
    size_t n[PART_COUNT];
    struct span_list spans[PART_COUNT];
    struct span first[PART_COUNT]; /* what the part begins with */
    size_t answered;               /* problems that their measure follows at once */
    bool may_answer; /* the measures that go on have no item yet, and may be of one problem */
    char past_year[16];
};

/* What the words announce, PART_COUNT nothing. Problems that last year's left
 * over are this year's. */
static enum part announced(const struct prose_walk *walk, const struct items *items,
                           struct slice text)
{
    const struct item_patterns *patterns = items->patterns;
    bool is_past =
        slice_contains(text, items->past_year) || prose_match(walk, patterns->year_before, text);
    if (is_past && prose_match(walk, patterns->past, text) &&
        !prose_match(walk, patterns->still, text))
        return PART_PAST;
    if (prose_match(walk, patterns->both, text))
        return PART_BOTH;
    bool is_after_problems = !span_empty(items->first[PART_PROBLEMS]);
    if (prose_match(walk, patterns->measures, text) ||
        (is_after_problems && prose_match(walk, patterns->measures_then, text)))
        return PART_MEASURES;
    return prose_match(walk, patterns->problems, text) ? PART_PROBLEMS : PART_COUNT;
}

static size_t first_item(const struct prose_walk *walk, const struct items *items,
                         struct slice text)
{
    size_t first = text.nbytes;
    for (size_t m = 0; m < MARKERS; m++) {
        struct match match;
        if (prose_find(walk, items->patterns->markers[m], text, &match) && match.start[0] < first)
            first = match.start[0];
    }
    return first;
}

/* What leads to the sentence's items, up to its colon; all of it without one. */
static struct slice lead_of(const struct prose_walk *walk, const struct items *items,
                            struct slice text)
{
    const char *colon = slice_find(text, slice_of(":"));
    size_t n = colon ? (size_t)(colon - text.ptr) : text.nbytes;
    return n <= first_item(walk, items, text) && n < text.nbytes ? slice_make(text.ptr, n + 1)
                                                                 : text;
}

/* Items are counted by the first kind of marker that the part uses. */
static void count_items(const struct prose_walk *walk, size_t from, struct items *items)
{
    struct slice text = walk->now->text;
    size_t *marker = &items->marker[items->part];
    for (size_t m = 0; m < MARKERS; m++) {
        struct pattern_list list = items->patterns->markers[m];
        struct match match;
        size_t at = from;
        if (list.n == 0 || (*marker > 0 && *marker != m + 1))
            continue;
        for (; pattern_find(&list.items[0], text, at, &match); at = match.end[0]) {
            *marker = m + 1;
            items->n[items->part]++;
            span_list_add(walk->run, &items->spans[items->part],
                          prose_span(walk, match.start[0], match.end[0]));
        }
    }
}

/* Whether the sentence begins with an item of the problems' kind that is not the first: their
 * list goes on, and what stood between were not the measures of all. */
static bool goes_on(const struct prose_walk *walk, const struct items *items)
{
    size_t marker = items->marker[PART_PROBLEMS];
    struct slice text = walk->now->text;
    struct match match;
    if (marker == 0 || !prose_find(walk, items->patterns->markers[marker - 1], text, &match) ||
        match.start[0] > 0)
        return false;
    struct slice item = match_text(text, &match, 0);
    return !slice_contains(item, "一") && !slice_contains(item, "1") &&
           !slice_contains(item, PROSE_MARK);
}

/* A short item looks like a heading, and may have the words of one: 2.队伍力量不足。 */
static bool is_short_item(const struct prose_walk *walk, const struct items *items, enum part part,
                          struct slice lead)
{
    size_t marker = items->marker[items->part];
    struct match match;
    return part == items->part && marker > 0 && !prose_match(walk, items->patterns->turn, lead) &&
           prose_find(walk, items->patterns->markers[marker - 1], walk->now->text, &match) &&
           match.start[0] == 0;
}

static void read_sentence(const struct prose_walk *walk, struct items *items)
{
    struct slice text = walk->now->text, lead = lead_of(walk, items, text);
    enum part part = announced(walk, items, lead);
    bool is_heading = walk->now->sentence->is_heading;
    bool is_turn =
        part != PART_COUNT && (is_heading || ((part != PART_PAST || lead.nbytes < text.nbytes) &&
                                              prose_match(walk, items->patterns->turn, lead)));
    size_t from = 0;
    if (is_turn && part != items->part) {
        items->may_answer = !is_heading && part == PART_MEASURES && items->part == PART_PROBLEMS;
        items->part = part;
        from = lead.nbytes < text.nbytes ? lead.nbytes - 1 : 0;
    }
    if (items->may_answer && items->n[PART_MEASURES] == 0 && !is_turn && goes_on(walk, items)) {
        items->part = PART_PROBLEMS;
        items->answered++;
        items->may_answer = false;
    }
    if (items->part == PART_NONE && !is_heading)
        items->part = PART_PROBLEMS;
    if (is_turn && is_heading && from == 0 && !is_short_item(walk, items, part, lead))
        return; /* 2.存在的主要问题: no item */
    if (span_empty(items->first[items->part]) && !is_heading)
        items->first[items->part] = walk->now->sentence->span;
    count_items(walk, from, items);
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
    struct items items = {.patterns = patterns_kept(rule), .part = PART_NONE};
    int year = run->stated_year;
    if (!section || section_is_empty(run->report, section)) {
        eval_not_applicable(run, rule);
        return;
    }
    snprintf(items.past_year, sizeof items.past_year, "%d年", year > 0 ? year - 1 : -1);
    struct prose_walk walk = {.run = run};
    while (prose_next(&walk)) {
        int in = walk.now->sentence->section;
        if (in >= 0 && &run->report->sections[in] == section &&
            !span_overlaps(section->heading, walk.now->sentence->span))
            read_sentence(&walk, &items);
    }
    if (items.n[PART_MEASURES] > 0) {
        items.n[PART_PROBLEMS] += items.n[PART_BOTH];
        items.n[PART_BOTH] = 0;
    }
    if (items.n[PART_MEASURES] == 0 && items.answered > 0)
        items.n[PART_MEASURES] = items.answered + (items.may_answer ? 1 : 0);
    if (items.n[PART_BOTH] > 0)
        eval_pass(run, rule);
    else if (items.n[PART_PROBLEMS] + items.n[PART_MEASURES] == 0)
        eval_not_applicable(run, rule);
    else if (items.n[PART_PROBLEMS] == items.n[PART_MEASURES])
        eval_pass(run, rule);
    else
        report_items(run, rule, &items);
}
