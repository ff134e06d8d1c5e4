/* Words for who has reviewed a report. */
#ifndef GOUJI_SRC_CLI_REVIEWERS_H
#define GOUJI_SRC_CLI_REVIEWERS_H

#include "gouji/base/str.h"
#include "gouji/review/queue.h"

/* "new", "in review", or the conclusion. */
const char *reviewers_state(enum queue_state state, enum conclusion conclusion);
/* "li (in review), wang (returned for correction)": all but `shown`, which may be NULL. How many.
 */
size_t reviewers_list(const struct queue_item *item, const char *shown, struct str *out);

#endif
