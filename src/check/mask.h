/* Gathering what has to be masked, once for all texts of a report's findings. */
#ifndef GOUJI_SRC_CHECK_MASK_H
#define GOUJI_SRC_CHECK_MASK_H

#include "gouji/check/finding.h"

/* Sets findings->masks where privacy findings are. -1: memory is short. */
int mask_gather(struct findings *findings);

/* Masks what the findings say, for good; after mask_gather. Numbers worked out with a masked
 * one are masked from so many digits on: it is of more. `has_others`: they may tell of other
 * reports. -1: memory is short. */
enum { MASK_DIGITS = 9, MASK_OTHERS_DIGITS = 11, MASK_FROM = 100000000 };
int mask_texts(struct findings *findings, bool has_others);

/* A copy in `arena` of a text, masked, its numbers from so many digits on, too. NULL: no memory. */
const char *mask_worked_out(const struct findings *findings, struct arena *arena, struct slice text,
                            size_t least);

#endif
