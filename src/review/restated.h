/* Whether what a number of the prose said is said with a number in another text of the report. */
#ifndef GOUJI_SRC_REVIEW_RESTATED_H
#define GOUJI_SRC_REVIEW_RESTATED_H

#include <stdbool.h>

#include "gouji/report/report.h"

/* How alike two sentences are, of 1000, when one may be the other rewritten. */
enum { RESTATED_LIKE = 500 };

/* In the sentence of `after` most alike to the number's own, between the words that stood
 * around it, there is a number. False also where sentences are too long to be compared; short
 * of memory *failed is set. */
bool restated_number(const struct report *before, struct span number, const struct report *after,
                     bool *failed);

#endif
