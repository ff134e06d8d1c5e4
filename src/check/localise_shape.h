/* Structural slips: one operation on rows or columns that sets every balance
 * right at once, where changing values one by one would need many. */
#ifndef GOUJI_SRC_CHECK_LOCALISE_SHAPE_H
#define GOUJI_SRC_CHECK_LOCALISE_SHAPE_H

#include "gouji/check/localise.h"
#include "localise_system.h"

enum { SHAPE_MAX_HITS = 32 };

struct shape_hit {
    enum repair_kind kind;
    int first, second; /* the rows or columns of the table that it is about; -1 */
    size_t n;
    uint16_t vars[SYSTEM_MAX_VARS];
    int64_t values[SYSTEM_MAX_VARS];
};

struct shape {
    struct shape_hit hits[SHAPE_MAX_HITS];
    size_t nhits;
    bool is_cut;    /* there were more */
    bool is_copied; /* with figures of the prose changed: a guess */
};

/* Tries every operation on the table whose values have a row and a column; with `is_copied`
 * figures of the prose that hold with the table as it is printed follow what it becomes: they
 * were copied from it. -1: no memory. */
int shape_run(const struct system *system, int part, bool is_copied, struct shape *shape);

#endif
