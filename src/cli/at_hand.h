/* The reports that are open while some are checked that are read together, and what of the
 * others they are checked with. */
#ifndef GOUJI_SRC_CLI_AT_HAND_H
#define GOUJI_SRC_CLI_AT_HAND_H

#include "job.h"

/* A job's report, whole or as far as it is kept; NULL where it cannot be had. */
struct opened {
    const struct job *job; /* NULL: none */
    const struct report *report;
    struct report *mine; /* the same where it is to be freed, NULL else */
};

/* Begins with what is in the first lines. */
struct at_hand {
    struct job *const *jobs;
    struct report *const *reports; /* NULL: in trouble */
    size_t n;
    struct spool *abridged; /* what is kept of all others */
    const struct forms *forms;
    const struct job *given; /* --prior; no report: none */

    struct opened prior;         /* the last one's, which often is the next one's too */
    const struct others *others; /* that it is one of; NULL: none yet */
};

/* What is not at hand is to be freed by the caller. */
struct opened at_hand_open(const struct at_hand *at_hand, const struct job *job);

/* Last year's, until the next is asked for; NULL where a version of it has other numbers:
 * which of them counts nobody has said. `others` must stay. */
const struct report *at_hand_prior(struct at_hand *at_hand, const struct others *others);

void at_hand_release(struct at_hand *at_hand);

#endif
