/* What the list shows: one entry for each cause, with its members and what it
 * left undecided below; and the counts of what is done. */
#ifndef GOUJI_SRC_REVIEW_ENTRIES_H
#define GOUJI_SRC_REVIEW_ENTRIES_H

#include "state.h"

/* Fills state->entries and state->counts. After decision_match and
 * annotation_resolve. */
int entries_make(struct state *state, const struct findings *findings);

/* The items that one decision on the cause of `item` covers, item first; room
 * for findings->nitems. Returns their number. */
size_t entries_cause(const struct findings *findings, size_t item, size_t *items);

/* Whether the list shows it as the head of its cause. */
bool entries_is_head(const struct state *state, size_t item);

/* Must somebody still look at this finding before the report can pass? */
bool entries_is_open(const struct state *state, const struct findings *findings, size_t item);

struct cause_counts entries_cause_counts(const struct state *state, const struct findings *findings,
                                         size_t item);

const struct held *entries_held(const struct state *state, size_t item);

#endif
