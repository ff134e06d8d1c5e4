/* Finds, for the failed balances of one run, what is to blame. */
#ifndef GOUJI_SRC_CHECK_LOCALISE_H
#define GOUJI_SRC_CHECK_LOCALISE_H

#include "evaluation.h"

/* Sets `culprit` of failed findings; before causes are grouped. Nothing is done,
 * and no time spent, when all balances hold. -1: no memory. */
int localise_findings(struct evaluation *run);

#endif
