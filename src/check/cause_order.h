/* The order in which findings are shown: causes together, the worst first. */
#ifndef GOUJI_SRC_CHECK_CAUSE_ORDER_H
#define GOUJI_SRC_CHECK_CAUSE_ORDER_H

#include "gouji/check/finding.h"

/* group_of: for each item the first item of its group. Reorders the items (their
 * parents, set as indexes, move with them), numbers causes and lists children.
 * -1: memory is short. */
int cause_order(struct findings *findings, const size_t *group_of);

#endif
