/* One cause, one entry: groups failed findings that come from the same fault,
 * hangs undecided ones under what made them so, and puts all in order. */
#ifndef GOUJI_SRC_CHECK_CAUSE_H
#define GOUJI_SRC_CHECK_CAUSE_H

#include "gouji/check/finding.h"

/* Sets cause, parent and ncauses, and reorders items. -1: memory is short. */
int cause_group(struct findings *findings);

#endif
