/* The "items" of RATE: shares of cells that the prose states without their counts (自然人占77.8%,
 * 纠错率16.7%), held against the tables. */
#ifndef GOUJI_SRC_CHECK_RATE_ITEMS_H
#define GOUJI_SRC_CHECK_RATE_ITEMS_H

#include "prose.h"

void rate_items_evaluate(struct evaluation *run, const struct rule *rule);

/* Whether a rate is that of two counts: a full rate needs all of them. */
bool rate_is_of(const struct report *report, const struct figure *rate, int64_t part,
                int64_t whole);
/* The same of any two counts of the sentence. */
bool rate_is_of_pair(const struct prose_walk *walk, const struct figure *rate);

#endif
