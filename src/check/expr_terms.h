/* What a formula is made of, for who reads one without a report. */
#ifndef GOUJI_SRC_CHECK_EXPR_TERMS_H
#define GOUJI_SRC_CHECK_EXPR_TERMS_H

#include "expr.h"

/* Which rows or columns of a block a path names. */
struct axis {
    enum { AXIS_IDS, AXIS_LEAVES, AXIS_ALL, AXIS_ONLY, AXIS_LOOP } kind;
    struct slice first, last; /* of ids; the same for one */
    uint32_t first_key, last_key;
};

struct term {
    int sign;
    bool is_prior;
    bool is_constant;
    int64_t constant;
    bool is_loop_row; /* {row}: table, block and row are the loop's */
    enum table_id table;
    struct slice block;
    struct axis rows, cols;
    const char *path; /* as written; the slices lie in it */
};

struct expr {
    size_t nterms;
    struct term terms[];
};

/* The rows or the columns of a block that an axis names, from first to last; not of a loop. */
bool expr_find_range(const struct axis *axis, const struct form_block *block, bool is_row,
                     size_t *first, size_t *last);
/* The loop's row or column in the term's block, which may be another edition's. */
bool expr_find_loop(const struct binding *binding, const struct form_block *block, bool is_row,
                    size_t *index);

#endif
