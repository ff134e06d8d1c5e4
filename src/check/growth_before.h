/* Counts that only the prose has: what last year's prose says of the same one. */
#ifndef GOUJI_SRC_CHECK_GROWTH_BEFORE_H
#define GOUJI_SRC_CHECK_GROWTH_BEFORE_H

#include "prose.h"

/* The number that the list finds under this name (its first group; the number is the second) in
 * last year's prose, scaled. 0 where there is none, or more than one, or where this report's
 * prose has another one under the name than the figure: then it says nothing. */
int64_t growth_before(struct evaluation *run, const struct rule *rule, struct pattern_list list,
                      struct slice name, const struct figure *count);

#endif
