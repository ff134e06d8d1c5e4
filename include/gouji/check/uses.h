/* Which balances a cell is part of, and whether they hold: findings name those
 * that do not, and only count the others. */
#ifndef GOUJI_CHECK_USES_H
#define GOUJI_CHECK_USES_H

#include "gouji/check/finding.h"

struct use {
    const struct rule *rule;
    const char *instance;
    enum outcome outcome;        /* PASS, FAIL or UNDECIDED */
    const char *sum[LANG_COUNT]; /* written out: "10 + 0 = 10 = 9 + 1 = 10" */
};

/* What the findings were made from, as findings_make had it. */
struct use_source {
    const struct report *report, *prior; /* prior may be NULL */
    const struct ruleset *rules;
    const struct reading *readings;
    size_t nreadings;
    const struct findings *findings; /* made from it: what is masked */
};

/* In the order of the rules; the list and its strings live in the arena. Rules
 * that are off are left out. Returns their number; 0 too when memory is short. */
size_t uses_of_cell(struct arena *arena, const struct use_source *source, const char *cell,
                    const struct use **uses);

#endif
