/* Last year's report beside this one. */
#ifndef GOUJI_SRC_CHECK_PRIOR_H
#define GOUJI_SRC_CHECK_PRIOR_H

#include "evaluation.h"

/* Whether one is loaded and is the year before's, where both say their year. */
bool prior_fits(const struct evaluation *run);

/* Says as an undecided outcome that it is not certain which report is last year's. */
void prior_tell_doubt(struct evaluation *run);

#endif
