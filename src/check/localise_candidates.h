/* All explanations of the failed balances that hang together. */
#ifndef GOUJI_SRC_CHECK_LOCALISE_CANDIDATES_H
#define GOUJI_SRC_CHECK_LOCALISE_CANDIDATES_H

#include "localise_bands.h"
#include "localise_model.h"
#include "localise_rank.h"
#include "localise_shape.h"

enum {
    PART_LEFT = -1, /* of equations left undecided */
    MAX_CANDIDATES = SEARCH_MAX_FOUND + SHAPE_MAX_HITS + PAIR_MAX + BANDS_MAX_HITS,
};

/* What is under way for one report. */
struct workshop {
    struct model model;
    struct search search;
    struct shape shape;
    struct pairs pairs;
    struct bands bands;
    struct candidate candidates[MAX_CANDIDATES];
    size_t ncandidates;
    bool is_remainder; /* slips were taken out that nothing but themselves speaks for */
    struct culprit *by_equation[SYSTEM_MAX_EQS];
};

/* All explanations of one part, the likeliest first. -1: no memory. */
int candidates_collect(struct workshop *shop, int part);

/* Values of the part that the reviewer has accepted. */
size_t candidates_count_accepted(const struct model *model, int part);
/* Whether an explanation has all of them. */
bool candidates_hold_accepted(const struct model *model, int part, const struct candidate *one);
/* Leaves those that have, or explains what fails with them. -1: no memory. */
int candidates_go_on_from_accepted(struct workshop *shop, int part);

#endif
