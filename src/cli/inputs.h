/* What a command is to read: its arguments, and the names in a list. */
#ifndef GOUJI_SRC_CLI_INPUTS_H
#define GOUJI_SRC_CLI_INPUTS_H

#include "gouji/base/err.h"
#include "gouji/cli/options.h"

struct inputs {
    const char **paths; /* the arguments first, then those of the list */
    size_t npaths;
    char *list; /* the bytes the latter stand in */
};

/* Reads options->files_from, where given: one name a line, or, with
 * options->null or a NUL in it, NUL after each. -1: told in err. */
int inputs_read(const struct options *options, struct inputs *inputs, struct err *err);
void inputs_release(struct inputs *inputs);

#endif
