/* Tables the form does not know: kept cell by cell, not interpreted. */
#ifndef GOUJI_SRC_REPORT_LOCALS_H
#define GOUJI_SRC_REPORT_LOCALS_H

#include "pieces.h"

struct local_lines {
    size_t first, end;
};

/* Finds the local table that starts at line `first` and does not pass `end`:
 * at least three rows of the same two or more cells with some value among them,
 * between tabs, or one tabbed line a cell with blank lines between rows. False:
 * none starts here. */
bool local_find(const struct pieces *pieces, size_t first, size_t end, struct local_lines *out);

/* Appends it to report->locals. */
int local_read(const struct pieces *pieces, struct local_lines lines, struct report *report,
               size_t *capacity, struct err *err);

#endif
