/* The rows and columns of a table that a failed check looked at. */
#ifndef GOUJI_SRC_CLI_EXCERPT_H
#define GOUJI_SRC_CLI_EXCERPT_H

#include "gouji/check/finding.h"
#include "gouji/cli/output.h"

/* Prints the cells of a failed finding in their rows and columns, `sign` behind
 * each that the check used. False when it has none in a table. */
bool excerpt_print(struct output *out, const struct findings *findings,
                   const struct finding *finding, const char *sign);

#endif
