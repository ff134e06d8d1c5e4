/* Anchors: how a passage of one text is found again in another. What is stored
 * is the byte span, W3C position (code points) and quote with context; what
 * PRV checks found is masked in all of it, and matched masked. */
#ifndef GOUJI_SRC_REVIEW_ANCHOR_H
#define GOUJI_SRC_REVIEW_ANCHOR_H

#include <stdbool.h>

#include "gouji/base/json.h"
#include "gouji/check/finding.h"
#include "gouji/report/report.h"

struct anchor;

/* The report's text made ready; report and findings are borrowed only by
 * anchor_new for the masks, the report also afterwards. NULL: no memory. */
struct anchor *anchor_new(const struct report *report, const struct findings *findings);
void anchor_free(struct anchor *anchor);

/* The text of a span, masked. */
void anchor_quote(const struct anchor *anchor, struct span span, struct str *out);

/* Adds "selector": [TextPositionSelector, TextQuoteSelector] to target. With
 * `fragment` (may be NULL; taken) first. -1: no memory. */
int anchor_add_selectors(const struct anchor *anchor, struct span span, cJSON *fragment,
                         cJSON *target);

/* Where a stored target (span, selector, source; or quote) now is. False when
 * it was not found, or not surely enough: then it is orphaned. */
bool anchor_resolve(const struct anchor *anchor, const cJSON *target, struct span *found);

/* The stored quote of a target, NULL when it has none. */
const char *anchor_stored_quote(const cJSON *target);

/* Likeness of two texts after folding, digits taken as equal when asked, 0..1000.
 * Short of memory it is 0 and *failed is set. */
int anchor_likeness(struct slice a, struct slice b, bool any_digits, bool *failed);

size_t anchor_code_points(const char *text, size_t nbytes);

#endif
