/* Two slips that the sums of their own rows name: each an operation on one row, or a value, or
 * two exchanged, that sets its row right; together they set every balance right. */
#ifndef GOUJI_SRC_CHECK_LOCALISE_PAIR_H
#define GOUJI_SRC_CHECK_LOCALISE_PAIR_H

#include "gouji/check/localise.h"
#include "localise_system.h"

enum { PAIR_MAX = 64, PAIR_MAX_VALUES = 8, PAIR_MAX_OPERATIONS = 1024 };

struct operation {
    enum repair_kind kind;
    size_t n;
    uint16_t vars[PAIR_MAX_VALUES]; /* ascending */
    int64_t values[PAIR_MAX_VALUES];
    uint64_t effect; /* of what it does to the sums: equal where that is */
};

struct pairs {
    struct operation operations[PAIR_MAX_OPERATIONS];
    size_t noperations;
    const struct operation *ordered[PAIR_MAX_OPERATIONS]; /* by their effects, each once */
    size_t nordered;
    const struct operation *found[PAIR_MAX][2]; /* the one of the smaller effect first */
    size_t nfound;
    bool is_cut; /* there were more */
};

/* All such pairs of one part, but for two single values. -1: no memory. */
int pair_run(const struct system *system, int part, struct pairs *pairs);

#endif
