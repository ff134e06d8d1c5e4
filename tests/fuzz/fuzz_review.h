/* The part of fuzz.h that checks and reviews are about (kept apart: the reader's
 * own headers call other things by the same names). */
#ifndef GOUJI_TESTS_FUZZ_REVIEW_H
#define GOUJI_TESTS_FUZZ_REVIEW_H

#include "fuzz.h"

#include "gouji/check/finding.h"
#include "gouji/review/review.h"

/* Loaded at the first call; the same for the whole program. */
const struct ruleset *fuzz_rules(void);

/* A review of it by "zhang"; NULL is a broken promise. */
struct review *fuzz_open_review(bool readonly);
void fuzz_remove_review(void); /* its files */

/* Reads everything a review has to show and keeps a record of it, to compare
 * two openings of the same files. */
void fuzz_tell_review(const struct review *review, struct str *out);

/* Findings: spans, parents, messages in both languages, JSON that is JSON. */
void fuzz_check_findings(const struct findings *findings);

#endif
