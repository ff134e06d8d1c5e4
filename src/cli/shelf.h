/* How many reports stay open at once, for those that are needed again: to read one
 * takes as long as to check it, but many of them may not fill the memory. */
#ifndef GOUJI_SRC_CLI_SHELF_H
#define GOUJI_SRC_CLI_SHELF_H

#include <stdatomic.h>

#include "gouji/report/report.h"

struct shelf {
    atomic_size_t nbytes; /* of the reports taken so far */
};

/* Counts the report in; false when there is no room left for it. On any thread. */
bool shelf_takes(struct shelf *shelf, const struct report *report);

#endif
