/* P: columns whose tabs a program turned into blanks, up to the next of its stops or a set number
 * for each tab. What stands below a label then may be another column's figure. */
#ifndef GOUJI_SRC_REPORT_STOPS_H
#define GOUJI_SRC_REPORT_STOPS_H

#include "grid.h"

/* Whether all that stands behind blanks in the table stands at stops, or as many blanks behind what
 * is before it, or a multiple of these. */
bool stops_made_columns(const struct grid *grid);

#endif
