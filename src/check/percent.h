/* Percentages of the prose: what the kinds share that hold them against counts. A printed one
 * stands for every value that rounds to it. */
#ifndef GOUJI_SRC_CHECK_PERCENT_H
#define GOUJI_SRC_CHECK_PERCENT_H

#include "prose.h"

/* Points, where the numbers beside a growth may be rounded themselves. */
static const long double PERCENT_SLACK = 0.05L;

/* The figure that a group of the match stands for; NULL: none. */
const struct figure *percent_figure(const struct prose_walk *walk, const struct match *match,
                                    size_t group);

/* Whether the share, in a hundred, may be printed so, give or take the slack. */
bool percent_can_be(const struct report *report, const struct figure *percent, long double share,
                    long double slack);

/* Fails: the percentage is another one than that of the numbers. */
void percent_report(struct prose_walk *walk, const struct rule *rule, const char *instance,
                    const char *key, struct span span, const struct figure *stated,
                    long double found);

#endif
