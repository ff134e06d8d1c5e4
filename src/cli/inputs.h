/* What a command is to read: its arguments, and the names in a list. */
#ifndef GOUJI_SRC_CLI_INPUTS_H
#define GOUJI_SRC_CLI_INPUTS_H

#include <sys/stat.h>

#include "gouji/base/err.h"
#include "gouji/cli/options.h"

struct inputs {
    const char **paths; /* the arguments first, then those of the list */
    size_t npaths;
    char *list;    /* the bytes the latter stand in */
    mode_t *modes; /* what each is, once they were looked at; 0: it is not there */
};

/* Reads options->files_from, where given: one name a line, or, with
 * options->null or a NUL in it, NUL after each. -1: told in err. */
int inputs_read(const struct options *options, struct inputs *inputs, struct err *err);
/* Finds out what each of them is. nthreads as for pool_run. -1: no memory. */
int inputs_look(struct inputs *inputs, size_t nthreads);
void inputs_release(struct inputs *inputs);

#endif
