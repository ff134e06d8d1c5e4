/* Figures of two cells that a converter of pages set without a blank: 00, 01. The row then looks
 * as if a cell of it were blank, and its figures stand in the columns beside their own. */
#include "columns.h"
#include "gouji/base/ascii.h"
#include "rows.h"

/* Whether two digits stand in the cell, the first of them 0: no figure begins so. */
static bool begins_with_nought(const struct grid_cell *cell)
{
    const char *text = cell->text.ptr;
    return cell->shape == SHAPE_NUMBER && cell->text.nbytes > 1 && text[0] == '0' &&
           ascii_is_digit(text[1]);
}

static bool lacks_figure(const struct reading *reading, const struct row_run *run)
{
    size_t n = grid_count(&reading->grid, &run->run);
    return n > 1 && n < run->run.width;
}

static bool stand_together(const struct grid_cell *one, const struct grid_cell *other)
{
    return one->page == other->page &&
           (extents_overlap(one->at[0], other->at[0]) || extents_overlap(one->at[1], other->at[1]));
}

/* Takes back the row if some figure of it, of several digits, stands where the glued one does. */
static void doubt_beside(const struct reading *reading, struct row_run *run,
                         const struct grid_cell *glued)
{
    const struct grid_cell *cells = reading->grid.cells;
    for (size_t k = run->run.first; k < run->run.end && run->placing == GRID_PLACED; k++)
        if (cells[k].shape == SHAPE_NUMBER && cells[k].text.nbytes > 1 &&
            stand_together(&cells[k], glued))
            run->placing = GRID_UNPLACED;
}

void rows_doubt_glued(const struct reading *reading, struct row_runs *runs)
{
    for (size_t i = 0; reading->grid.reader == &grid_p && i < runs->nitems; i++) {
        const struct row_run *run = &runs->items[i];
        if (!lacks_figure(reading, run))
            continue;
        for (size_t k = run->run.first; k < run->run.end; k++) {
            const struct grid_cell *cell = &reading->grid.cells[k];
            for (size_t j = 0; begins_with_nought(cell) && j < runs->nitems; j++)
                if (lacks_figure(reading, &runs->items[j]))
                    doubt_beside(reading, &runs->items[j], cell);
        }
    }
}
