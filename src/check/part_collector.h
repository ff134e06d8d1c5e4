/* What gathers the lists of parts of a report's sentences: those behind 其中 (part_lists.c), and
 * all others (part_unmarked.c). */
#ifndef GOUJI_SRC_CHECK_PART_COLLECTOR_H
#define GOUJI_SRC_CHECK_PART_COLLECTOR_H

#include "part_lists.h"
#include "part_words.h"

struct part_collector {
    struct evaluation *run;
    const struct part_words *words;
    struct part_lists *found;
    size_t capacity; /* of what was found */
    struct prose_walk walk;
    const struct marked *last;         /* the sentence before, of the same part; NULL */
    struct prose_set marked, totalled; /* sentences that may have a marker, a total, */
    struct prose_set firsts, others;   /* a first item, any item */
    struct part_list items;            /* 一是… 二是…, still going on when n > 0 */
    bool items_broken;                 /* an item without exactly one number of the unit */
    bool of_results;                   /* the list that is read is one of results */
};

/* Not 5件(含上年结转1件), nor 12件，较上年增加3件: what is split up is the first. */
bool part_stands_alone(const struct part_collector *all, size_t mark, size_t to, size_t figure,
                       struct pattern_list unless);

/* The last quantity shortly before byte `to` that can be split up; PATTERN_NONE. */
size_t part_whole_before(const struct part_collector *all, size_t to, size_t *mark);

/* The byte behind the last semicolon before byte `to`, or where its reach ends: *is_cut. */
size_t part_semicolon_before(const struct part_collector *all, size_t to, bool *is_cut);

/* Adds the number to the list; one too many makes the list's numbers uncertain. */
void part_add(const struct part_collector *all, struct part_list *list, size_t figure);

/* Keeps the list, if it has parts. */
void part_add_list(struct part_collector *all, const struct part_list *list);

/* Of the sentence that is read: lists that close with their total, and those in brackets. */
void part_collect_totals(struct part_collector *all);
void part_collect_bracketed(struct part_collector *all);

/* 一是… 二是…: its items begin, go on, or are over; then the list is kept. */
void part_collect_items(struct part_collector *all);
void part_finish_items(struct part_collector *all);

#endif
