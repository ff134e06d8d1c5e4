/* What only tells which cell of a sum that fails is the likelier to be wrong: figures of the
 * prose that are held against nothing, as they may be of another scope, and what it denies. */
#ifndef GOUJI_SRC_CHECK_TESTIMONY_H
#define GOUJI_SRC_CHECK_TESTIMONY_H

#include "evaluation.h"

struct testimony {
    const char *id; /* of the figure, TXT.3; NULL: said in words */
    int64_t value;  /* a plain count, of the cells together */
    const struct cell *const *cells;
    size_t ncells;
    int64_t known; /* what they hold together */
    struct testimony *next;
};

enum testimony_says { TESTIMONY_NONE, TESTIMONY_PRINTED, TESTIMONY_CHANGED };

struct told;

/* Adds one to the run's `testimonies`. figure: PATTERN_NONE when it is said in words. */
void testimony_add(struct evaluation *run, size_t figure, int64_t value, const struct told *told);

/* Reads what the records that say "testifies" find; what the prose denies, and what differs but may
 * be of another scope for a word near it, is added as it is evaluated. */
void testimony_read(struct evaluation *run);

/* Whether the prose has the cell as it is printed or with the change; figures that
 * contradict each other say nothing. *which: one that says so. */
enum testimony_says testimony_of(const struct evaluation *run, const struct cell *cell,
                                 int64_t change, const struct testimony **which);

#endif
