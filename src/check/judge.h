/* Comparing two sides in three values. A blank or mark is an unknown count of
 * at least 0 (with a minus sign: at most 0); anything absent, unplaced or not a
 * number leaves the comparison open. Never is anything taken for 0 unseen. */
#ifndef GOUJI_SRC_CHECK_JUDGE_H
#define GOUJI_SRC_CHECK_JUDGE_H

#include "expr.h"

enum relation { RELATION_EQ, RELATION_LE, RELATION_GE };

enum judgement {
    JUDGED_HOLDS,      /* all numbers, or blanks read as 0 */
    JUDGED_FAILS,      /* all operands that count are numbers */
    JUDGED_IMPOSSIBLE, /* fails whatever the blanks hold */
    JUDGED_DEPENDS,    /* on what the blanks hold */
    JUDGED_BLANK,      /* no operand is a number */
    JUDGED_LOST,       /* an operand is absent, unplaced or text */
};

/* What is known of one side. */
struct tally {
    int64_t known; /* sum of its numbers and constants; scaled when is_decimal */
    size_t nnumbers, nblanks, nlost;
    bool may_grow, may_shrink; /* by what its blanks may hold */
    bool is_decimal;
};

struct comparison {
    enum judgement judgement;
    struct tally lhs, rhs;
};

/* lower_bound: operands of the left side that are no numbers are left out, what
 * remains is the least it can be (only for RELATION_LE). */
struct comparison judge(const struct side *left, const struct side *right, enum relation relation,
                        bool lower_bound);

#endif
