/* How many reports stay open at once, for those that are needed again: to read one
 * takes as long as to check it, but many of them may not fill the memory. */
#ifndef GOUJI_SRC_CLI_SHELF_H
#define GOUJI_SRC_CLI_SHELF_H

#include "gouji/report/report.h"

struct shelf {
    size_t nbytes; /* of the reports taken so far */
};

/* Whether it is small enough to wait for its turn beside others. On any thread. */
bool shelf_suits(const struct report *report);

/* Counts the report in; false when there is no room left for it. */
bool shelf_takes(struct shelf *shelf, const struct report *report);

#endif
