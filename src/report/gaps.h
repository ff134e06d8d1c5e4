/* What the line breaks between the cells of layout A tell: how many part two cells, and whether
 * more of them stand for blank cells. */
#ifndef GOUJI_SRC_REPORT_GAPS_H
#define GOUJI_SRC_REPORT_GAPS_H

#include "grid.h"

enum { GAPS_MOST = 12 }; /* line breaks between two cells, all rows alike */

/* Fills the grid's base_gap, blank_step, gaps_hold, inner_gaps_hold and blanks_show. */
void gaps_survey(struct grid *grid, const struct grid_run *runs, size_t nruns);

/* Blank cells that the line breaks before cell `index` stand for, once they are surveyed: more
 * than part cells, a header's lines, or the paragraphs behind the table. */
size_t gaps_blanks_before(const struct grid *grid, size_t index);

/* Of how many line breaks the surplus between any two figures of the text above the table is a
 * multiple, each of them alone on its line; 0: none has one. */
size_t gaps_step_above(const struct grid *grid);

#endif
