/* The reports that are open while some are checked that are read together, and what of the
 * others they are checked with. */
#ifndef GOUJI_SRC_CLI_AT_HAND_H
#define GOUJI_SRC_CLI_AT_HAND_H

#include "turns.h"

/* Begins with what is in the first lines. */
struct at_hand {
    struct job *const *jobs;
    struct report *const *reports; /* NULL: in trouble */
    size_t n;
    struct spool *abridged; /* what is kept of all others */
    const struct forms *forms;
    const struct job *given; /* --prior; no report: none */

    /* Last year's that were asked for: versions of one report mostly have the same. */
    struct prior_at_hand {
        const struct others *others; /* that it is one of */
        const struct report *report;
    } priors[TURNS_TOGETHER];
    size_t npriors;
    struct report *mine[3 * TURNS_TOGETHER]; /* those that were opened, for each three at most */
    size_t nmine;
};

/* All that is asked for stays until at_hand_release(), once for each of the reports. NULL: it
 * cannot be had. */
const struct report *at_hand_open(struct at_hand *at_hand, const struct job *job);

/* Last year's; NULL where a version of it has other numbers: which of them counts nobody has
 * said. `others` must stay. */
const struct report *at_hand_prior(struct at_hand *at_hand, const struct others *others);

void at_hand_release(struct at_hand *at_hand);

#endif
