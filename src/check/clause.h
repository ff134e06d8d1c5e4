/* One comparison of formulas as a text, see never.h: "T3.other.tot >= 30% T3.total.tot". */
#ifndef GOUJI_SRC_CHECK_CLAUSE_H
#define GOUJI_SRC_CHECK_CLAUSE_H

#include "expr_form.h"

enum truth {
    TRUTH_NO,
    TRUTH_YES,
    TRUTH_BLANK,   /* depends on what blanks hold */
    TRUTH_LOST,    /* depends on cells that are absent, unplaced or no numbers */
    TRUTH_DROPPED, /* the edition has no such cells, or no such year is loaded */
};

struct clause;

/* In the arena. NULL with err (ERR_INPUT: what is wrong with the text). */
struct clause *clause_compile(const char *text, struct arena *arena, struct err *err);
/* Its formulas, the first NULL where there is but one. */
void clause_sides(const struct clause *clause, const struct expr *sides[2]);

/* The sum of cells that it bounds, and how. */
struct clause_bounds {
    struct linear sum; /* whose constant is in the bounds */
    long double low, high;
    bool is_open; /* the bounds themselves are out */
};
/* -1: no memory. */
int clause_bounds(const struct clause *clause, struct arena *arena, struct clause_bounds *bounds);

/* Whether it reads a cell of last year's report. */
bool clause_is_of_prior(const struct clause *clause);

/* `sides` are two of zeros at first: with the same ones for each place of a loop the cells are
 * looked for but once. Those that it read are appended to `read` (may be NULL). */
enum truth clause_judge(struct evaluation *run, const struct clause *clause,
                        const struct binding *binding, struct side *sides, struct side *read);

#endif
