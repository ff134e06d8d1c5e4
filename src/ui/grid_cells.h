/* What grid.c shows to area.c only: writing into the cells. Half a wide character cannot be
 * shown: where cells are written over one half, the other becomes a blank. */
#ifndef GOUJI_UI_GRID_CELLS_H
#define GOUJI_UI_GRID_CELLS_H

#include "gouji/ui/grid.h"

static inline struct grid_cell grid_blank(enum style style)
{
    return (struct grid_cell){.bytes = " ", .ncols = 1, .style = (unsigned char)style};
}

/* The cell of a place that lies inside the grid. */
struct grid_cell *grid_cell(struct grid *grid, int row, int col);

/* Makes ncols cells of a row, inside the grid, such as this one, of one column. */
void grid_fill(struct grid *grid, int row, int col, int ncols, struct grid_cell cell);

/* For a run of cells written one by one, inside the grid: before the one at col, the first, is
 * written; and when they have been, col being behind the last. */
void grid_cut_before(struct grid *grid, int row, int col);
void grid_cut_behind(struct grid *grid, int row, int col);

#endif
