/* Columns drawn by a line of strokes with gaps between, as converters to plain text set it
 * above, below or inside an aligned table. */
#ifndef GOUJI_SRC_REPORT_RULED_H
#define GOUJI_SRC_REPORT_RULED_H

#include "grid.h"

/* The columns of the table in the lines [first, end), into grid->ruled; none where no such
 * line stands by it, or several that differ. -1: short of memory. */
int ruled_read(const struct pieces *pieces, size_t first, size_t end, struct grid *grid);

/* Puts each figure of a short row, which stands on one line, into the column that it stands
 * in, with nothing of it beside. False where some figure does not, or two share one. */
bool ruled_place(const struct grid *grid, const struct grid_run *run, size_t *at);

#endif
