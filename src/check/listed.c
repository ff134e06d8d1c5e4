/* LISTED: how many items the text announces (以下三方面) and how many follow. */
#include "document.h"

#include <stdlib.h>

#include "gouji/base/ascii.h"
#include "gouji/base/json.h"
#include "heading_numeral.h"
#include "wording.h"

enum { MARKERS = 4, ITEMS_MOST = 100 };

/* One marker of an item. */
struct item {
    size_t sentence, at; /* where it begins, a marked byte */
    int number;          /* 1 of 一是, （一）, 1. */
};

/* The items of one kind of marker in the whole report, in order. */
struct item_list {
    struct item *items;
    size_t n, capacity;
};

/* 0: none that can be read. */
static int number_of(const struct prose_walk *walk, const struct match *match)
{
    struct slice number = match_text(walk->now->text, match, 1);
    size_t figure = prose_figure_at(walk, match->start[1]);
    if (figure != PATTERN_NONE)
        return (int)(walk->run->report->figures[figure].value / CELL_SCALE);
    if (slice_is(number, "两"))
        return 2;
    return number.nbytes > 0 && ascii_is_digit(*number.ptr) ? atoi(number.ptr)
                                                            : heading_numeral_value(number);
}

static void gather_sentence(const struct prose_walk *walk, const struct pattern *marker,
                            struct item_list *list)
{
    struct match match;
    for (size_t from = 0; pattern_find(marker, walk->now->text, from, &match);
         from = match.end[0]) {
        struct item *item =
            arena_push(walk->run->arena, &list->items, &list->capacity, list->n, sizeof *item);
        if (!item || match.start[1] == PATTERN_NONE) {
            walk->run->failed |= item == NULL;
            return;
        }
        *item = (struct item){walk->now->index, match.start[0], number_of(walk, &match)};
        list->n++;
    }
}

static void gather_items(struct evaluation *run, const struct rule *rule, struct item_list *lists)
{
    static const char *const markers[MARKERS] = {"item_is", "item_bracket", "item_han",
                                                 "item_digit"};
    for (size_t i = 0; i < MARKERS; i++) {
        struct pattern_list list = patterns_get(rule, markers[i]);
        struct prose_walk walk = {.run = run, .only = prose_where(run, list)};
        while (list.n > 0 && prose_next(&walk))
            gather_sentence(&walk, &list.items[0], &lists[i]);
    }
}

/* The list that begins after byte `at` of a sentence, up to where another
 * begins; none when what comes first goes on with an earlier list. */
static size_t count_after(const struct evaluation *run, const struct item_list *list,
                          size_t sentence, size_t at)
{
    size_t low = 0, high = list->n, n = 0;
    int last = 0;
    int section = run->report->sentences[sentence].section;
    while (low < high) {
        size_t middle = (low + high) / 2;
        const struct item *item = &list->items[middle];
        bool before = item->sentence < sentence || (item->sentence == sentence && item->at < at);
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    for (; low + n < list->n && n < ITEMS_MOST; n++) {
        const struct item *item = &list->items[low + n];
        if ((n == 0) != (item->number == 1) || item->number < last ||
            run->report->sentences[item->sentence].section != section)
            break;
        last = item->number;
    }
    return n;
}

void listed_evaluate(struct evaluation *run, const struct rule *rule)
{
    struct item_list lists[MARKERS] = {0};
    struct prose_walk walk = {.run = run,
                              .only = prose_where(run, patterns_get(rule, "announced"))};
    prose_where_too(run, patterns_get(rule, "announced_in_words"), &walk.only);
    if (!prose_set_is_empty(run, walk.only))
        gather_items(run, rule, lists);
    while (prose_next(&walk)) {
        struct match match;
        if (walk.now->sentence->is_heading ||
            (!patterns_find(patterns_get(rule, "announced"), walk.now->text, &match) &&
             !patterns_find(patterns_get(rule, "announced_in_words"), walk.now->text, &match)))
            continue;
        size_t figure = prose_figure_at(&walk, match.start[1]);
        size_t stated = (size_t)number_of(&walk, &match), most = 0; /* 两点 is no figure */
        bool fits = false;
        for (size_t i = 0; i < MARKERS; i++) {
            size_t n = count_after(run, &lists[i], walk.now->index, match.end[0]);
            fits |= n == stated;
            most = most == 0 ? n : most;
        }
        if (figure != PATTERN_NONE)
            run->claimed[figure] = true;
        if (fits) {
            eval_pass(run, rule);
            continue;
        }
        if (most == 0)
            continue; /* no list that one could count */
        const char *announced = wording_count(run, stated), *found = wording_count(run, most);
        struct message_value values[] = {{"stated", announced, announced}, {"found", found, found}};
        struct span_list spans = {0};
        span_list_add(run, &spans, prose_span(&walk, match.start[0], match.end[0]));
        prose_report(run, rule, prose_instance(run, walk.now->index + 1), OUTCOME_FAIL, NULL,
                     values, 2, &spans, walk.now->sentence);
    }
}
