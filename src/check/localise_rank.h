/* How likely explanations are: operations before values, slips of one digit
 * before free numbers. */
#ifndef GOUJI_SRC_CHECK_LOCALISE_RANK_H
#define GOUJI_SRC_CHECK_LOCALISE_RANK_H

#include "localise_bands.h"
#include "localise_model.h"
#include "localise_pair.h"
#include "localise_shape.h"

/* One explanation; vars and values are borrowed. */
struct candidate {
    enum repair_kind kind;
    int score;     /* tenths */
    size_t broken; /* comparisons that would fail: it explains less */
    int distance;  /* of all values together */
    bool is_total; /* one value, a row's total: where all else is equal the likelier slip */
    const uint16_t *vars;
    const int64_t *values;
    size_t n;
    const struct operation *const *parts; /* the two it is made of; NULL */
};

/* Digits replaced, dropped, added, or exchanged with their neighbour. */
int rank_distance(int64_t from, int64_t to);

/* Kind, score and distance of values changed one by one. */
struct candidate rank_values(const struct model *model, const uint16_t *vars, const int64_t *values,
                             size_t n);

/* The same of an operation. */
struct candidate rank_hit(const struct model *model, const struct shape_hit *hit);

/* The same of table four's row. */
struct candidate rank_band(const struct model *model, const struct band_hit *hit);

/* The same of an operation of a pair, and of the pair; {0} without memory. */
struct candidate rank_operation(const struct model *model, const struct operation *one);
struct candidate rank_pair(const struct model *model, const struct operation *const *pair);

/* The likeliest first; the order depends on nothing but the values. */
void rank_sort(struct candidate *candidates, size_t n);

/* Whether both change the same values to the same ones. */
bool rank_is_same(const struct candidate *a, const struct candidate *b);

/* Whether our reading of the cell is less than sure. */
bool rank_is_doubtful(const struct model *model, uint16_t var);

#endif
