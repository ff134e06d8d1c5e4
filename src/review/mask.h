/* What privacy checks found is masked wherever it is written, in whatever text
 * it turns up: quotes of other findings, messages, words the reviewer typed. */
#ifndef GOUJI_SRC_REVIEW_MASK_H
#define GOUJI_SRC_REVIEW_MASK_H

#include "gouji/check/finding.h"

/* Appends text; of every number found only the first three and the last two
 * characters stay. */
void mask_append(const struct findings *findings, struct slice text, struct str *out);
/* The same as a string of the caller's (free); NULL: no memory. */
char *mask_copy(const struct findings *findings, const char *text);

#endif
