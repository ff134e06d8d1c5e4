/* What grid.c shows to area.c only: writing one glyph into the cells. */
#ifndef GOUJI_UI_GRID_CELLS_H
#define GOUJI_UI_GRID_CELLS_H

#include "gouji/ui/grid.h"

/* The cell of a place that lies inside the grid. */
struct grid_cell *grid_cell(struct grid *grid, int row, int col);

/* Writes a glyph of ncols 1 or 2 that lies inside the grid whole. A wide
 * character of which it covers one half loses the other half to a blank. */
void grid_set(struct grid *grid, int row, int col, struct slice bytes, int ncols, enum style style);

/* Makes ncols cells of a row, inside the grid, blanks of the style. */
void grid_blank(struct grid *grid, int row, int col, int ncols, enum style style);

#endif
