/* The formula language of rule records: one side of an equation or comparison.
 *
 *     side  = ["-"] term { ("+" | "-") term }
 *     term  = whole number | ["prior:"] cells
 *     cells = table "." [block "."] rows "." columns
 *     rows, columns = id | id ".." id (in form order, groups left out) | "leaves" | "all" | "only"
 *
 * "all" (columns only) are all columns of the row, "only" its one column where
 * the edition has no more. "leaves" (rows only) are all leaf rows of the table's total, as this
 * report prints them. A range stands on one axis only and adds up. "prior:" reads last year's
 * report. {row} is the row of a "row" loop with its table ("T3.new", "T2.a5.license"), {r} its bare
 * id, {c} the column of a "column" loop.
 *
 * Examples: "T3.new.{c} + T3.carry_in.{c}", "{row}.np..ot", "T3.leaves.{c}". */
#ifndef GOUJI_SRC_CHECK_EXPR_H
#define GOUJI_SRC_CHECK_EXPR_H

#include "places.h"

struct expr;

struct operand {
    int sign;
    bool is_prior;
    enum table_id table;
    const struct form_block *block;
    uint16_t row, col;
    const struct seen *seen; /* lives as long as the evaluation */
};

/* One term of cells: operands [first, first + count) of the side. */
struct target {
    size_t term;
    size_t first, count;
    bool is_prior;
};

struct located;

/* A side with its cells, in an evaluation's arena. */
struct side {
    const struct expr *expr;
    struct located *located;
    size_t nterms_room; /* of located and of targets */
    struct operand *operands;
    size_t noperands, capacity;
    struct target *targets;
    size_t ntargets;
    int64_t constant;
};

/* In the arena. NULL with err (ERR_INPUT: what is wrong and where in the text). */
struct expr *expr_compile(const char *text, struct arena *arena, struct err *err);

enum expr_result {
    EXPR_OK,
    EXPR_NOT_IN_FORM, /* the edition decided here has no such cell */
    EXPR_NO_MEMORY,
    EXPR_OPEN, /* of a sum: a cell is no whole number */
};

/* Begin with a side of zeros. Expanded again, at another place of the loop or for
 * another expression, it overwrites what it held. */
enum expr_result expr_expand(const struct expr *expr, struct evaluation *run,
                             const struct binding *binding, struct side *side);

/* What the cells of the expression come to, if all are whole numbers: most often that is all
 * there is to know. */
enum expr_result expr_sum(const struct expr *expr, struct evaluation *run,
                          const struct binding *binding, struct side *side, int64_t *sum);

/* Two sides for what is judged at the moment: one room for all the formulas of a run.
 * NULL: no memory, run->failed is set. */
struct side *expr_sides(struct evaluation *run);

/* The term as written, with the loop's row and column: a range stays one, leaves
 * become first..last. NULL: no memory. */
const char *expr_address(const struct evaluation *run, const struct side *side,
                         const struct target *target);

#endif
