/* What ties a decision to a finding (VERDICT): ruleCells/v1 over check,
 * instance and addresses, the same whatever the values; values/v1 over both
 * sides ("?" for one that cannot be computed), or for findings without sides
 * over the evidence. Both are the first 16 hex digits of SHA-256 of the strings
 * joined with '|'. */
#ifndef GOUJI_SRC_CHECK_FINGERPRINT_H
#define GOUJI_SRC_CHECK_FINGERPRINT_H

#include "gouji/check/finding.h"

int fingerprint_fill(const struct report *report, struct finding *finding);

#endif
