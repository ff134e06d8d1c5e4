/* What is to blame for the failed balances that hang together: entries of their own for slips
 * far apart. */
#ifndef GOUJI_SRC_CHECK_LOCALISE_BLAME_H
#define GOUJI_SRC_CHECK_LOCALISE_BLAME_H

#include "localise_candidates.h"

/* Sets `by_equation` of a part that fails. -1: no memory. */
int blame_part(struct workshop *shop, int part);

#endif
