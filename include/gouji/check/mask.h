/* What privacy checks found is masked wherever it is written, in whatever text
 * it turns up: quotes of other findings, messages, words the reviewer typed. */
#ifndef GOUJI_CHECK_MASK_H
#define GOUJI_CHECK_MASK_H

#include "gouji/check/finding.h"

/* Was any found? Writers of much text ask first. */
bool mask_is_needed(const struct findings *findings);
/* Does the span hold some of such a number? */
bool mask_covers(const struct findings *findings, struct span span);

/* Appends text; of every number found only the first three and the last two
 * characters stay. */
void mask_append(const struct findings *findings, struct slice text, struct str *out);
/* The same, with as many stars as there were bytes: places in the text stay. */
void mask_append_bytes(const struct findings *findings, struct slice text, struct str *out);
/* A part of the report's text, as wide on a screen as it was, also where it begins or ends amid
 * what has to be masked. */
void mask_append_span(const struct findings *findings, struct span span, struct str *out);
/* mask_append as a string of the caller's (free); NULL: no memory. */
char *mask_copy(const struct findings *findings, const char *text);
/* The same in the arena. NULL: text is NULL, or no memory. */
const char *mask_keep(const struct findings *findings, struct arena *arena, const char *text);

#endif
