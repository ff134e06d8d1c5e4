/* Gathering what has to be masked, once for all texts of a report's findings. */
#ifndef GOUJI_SRC_CHECK_MASK_H
#define GOUJI_SRC_CHECK_MASK_H

#include "gouji/check/finding.h"

/* Sets findings->masks where privacy findings are. -1: memory is short. */
int mask_gather(struct findings *findings);

#endif
