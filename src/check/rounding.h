/* Numbers of the prose that stand for more than one. */
#ifndef GOUJI_SRC_CHECK_ROUNDING_H
#define GOUJI_SRC_CHECK_ROUNDING_H

#include "gouji/report/report.h"

/* The worth of the last digit printed, scaled by CELL_SCALE: of 0.15万 a hundred. More than
 * one: the number is rounded. Chinese numerals are not. */
int64_t rounding_step(const struct report *report, const struct figure *figure);

/* Whether a figure that is approximate or rounded can be said of the count. */
bool rounding_allows(const struct report *report, const struct figure *figure, int64_t count);

/* 不少于, 不超过: the figure is the least or the most that the count can be. */
bool rounding_is_bound(const struct figure *figure);
/* Whether the count is so far from such a bound that keeping to it says little. */
bool rounding_is_far(const struct figure *figure, int64_t count);

#endif
