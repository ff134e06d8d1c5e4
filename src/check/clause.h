/* One comparison of formulas as a text, see never.h: "T3.other.tot >= 30% T3.total.tot". */
#ifndef GOUJI_SRC_CHECK_CLAUSE_H
#define GOUJI_SRC_CHECK_CLAUSE_H

#include "expr.h"

enum truth {
    TRUTH_NO,
    TRUTH_YES,
    TRUTH_BLANK,   /* depends on what blanks hold */
    TRUTH_LOST,    /* depends on cells that are absent, unplaced or no numbers */
    TRUTH_DROPPED, /* the edition has no such cells, or no such year is loaded */
};

/* Whether the text is a clause; err says what is wrong with it. */
int clause_check(const char *text, struct err *err);

/* The cells it read are appended to `read` (may be NULL). */
enum truth clause_judge(struct evaluation *run, const char *text, const struct binding *binding,
                        struct side *read);

#endif
