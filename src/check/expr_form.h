/* What can be said of a formula without a report: for rule files that people write. */
#ifndef GOUJI_SRC_CHECK_EXPR_FORM_H
#define GOUJI_SRC_CHECK_EXPR_FORM_H

#include "expr.h"

/* The first cells it names that no edition of the form has, as written; NULL none. Of a loop's row
 * the columns are looked for in all rows. */
const char *expr_foreign(const struct expr *expr, const struct forms *forms);

/* What of a loop it names: {row}, {r}, {c}. */
enum { EXPR_ROW = 1, EXPR_ROW_ID = 2, EXPR_COLUMN = 4 };
unsigned expr_uses(const struct expr *expr);

/* Whether the form has all its cells of this year's or of last year's report, where a loop is at
 * a place of any edition (block NULL: there is no loop). */
bool expr_fits(const struct expr *expr, const struct form *form, const struct binding *at,
               bool is_prior);

/* A sum of cells, each with how often it is added. */
struct linear {
    struct share {
        const char *path; /* as written */
        int64_t times;
        bool is_prior;
    } * shares;
    size_t n, capacity;
    int64_t constant;
};

/* Adds the formula so many times; what is added lives in the arena. -1: no memory. */
int expr_add_to(const struct expr *expr, int64_t times, struct arena *arena, struct linear *linear);
bool linear_is_constant(const struct linear *linear);
/* Whether b adds each cell as often as a does, or (sign -1) takes it away. */
bool linear_is_times(const struct linear *a, const struct linear *b, int sign);

#endif
