/* What `gouji check` prints for people, one report at a time. */
#ifndef GOUJI_SRC_CLI_CHECK_TEXT_H
#define GOUJI_SRC_CLI_CHECK_TEXT_H

#include "gouji/base/message.h"
#include "gouji/check/finding.h"
#include "gouji/cli/output.h"

void check_text_print(struct output *out, const struct findings *findings, enum lang lang);

/* Words on one line: white space joined, at most ncols columns, then "...". */
void check_text_quote(struct output *out, struct slice text, int ncols);

#endif
