/* The balances of one report as equations: the tables' own, last year's
 * carry-over, and figures of the prose that say what a cell says. */
#ifndef GOUJI_SRC_CHECK_LOCALISE_MODEL_H
#define GOUJI_SRC_CHECK_LOCALISE_MODEL_H

#include "expr.h"
#include "localise_system.h"

/* Where a value of the system stands. */
struct place_of {
    struct seen seen;
    const struct cell *cell; /* NULL for a figure of the prose */
    bool is_prior;
    bool is_sound;    /* of last year's report, whose own sums with it hold */
    bool is_accepted; /* by the reviewer: what should stand there */
    int64_t accepted;
};

/* Which check an equation is. */
struct origin {
    const struct rule *rule;
    const char *instance;
};

enum { MODEL_MAX_BOUNDS = 80, MODEL_MAX_BOUND_TERMS = 1024, MODEL_SLOTS = 1024 };

/* A comparison of the tables: constant + sum of coef * value must not be above 0. */
struct bound {
    uint16_t first, count;
    int64_t constant;
};

struct model {
    struct bound bounds[MODEL_MAX_BOUNDS];
    struct term bound_terms[MODEL_MAX_BOUND_TERMS];
    size_t nbounds, nbound_terms;
    size_t nnegative; /* counts that are printed below 0 */
    struct evaluation *run;
    struct system system;
    struct place_of places[SYSTEM_MAX_VARS];
    uint16_t by_cell[MODEL_SLOTS]; /* a value's number and 1, found by its cell; 0: none */
    struct origin origins[SYSTEM_MAX_EQS];
    bool is_partial; /* a balance did not fit: nothing is the only explanation */
};

/* Whether a failed finding is one of the balances a model is made of. */
bool model_has_failed(const struct findings *findings);

/* How many comparisons fail with these values put in, and how many counts are still below 0. */
size_t model_count_broken(const struct model *model, const uint16_t *vars, const int64_t *values,
                          size_t n);

/* Of the equation at this place: whether it fails, and whether it is one of the part. */
bool model_fails(const struct model *model, size_t at);
bool model_is_in(const struct model *model, size_t at, int part);

/* The value as it is printed. */
int64_t model_printed(const struct model *model, size_t var);

/* The accepted values of one part. */
bool model_is_accepted(const struct model *model, size_t var, int part);

/* Puts a value into the system for good: the search goes on from there. */
void model_settle(struct model *model, uint16_t at, int64_t value);

/* The same with those accepted. */
void model_settle_accepted(struct model *model, int part);

/* False when a sum is too large, or nothing is there to balance. */
bool model_build(struct model *model, struct evaluation *run);

#endif
