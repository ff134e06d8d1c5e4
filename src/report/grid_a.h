/* A1: the numbers of pages among a row's figures. */
#ifndef GOUJI_SRC_REPORT_GRID_A_H
#define GOUJI_SRC_REPORT_GRID_A_H

#include "grid.h"

/* Places a row with a figure too many, of which one is a page's number: those before and behind it
 * are the row's, where they stand as far from each other as cells do. */
bool grid_a_place_without_page(const struct grid *grid, const struct grid_run *run, size_t *at);

/* Whether some figure of the run may be the number of a page, as the text counts them. */
bool grid_a_holds_page(const struct grid *grid, const struct grid_run *run);

#endif
