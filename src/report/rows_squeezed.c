/* Rows of a page that a converter set closer than the one above, where no mark tells the pages
 * apart: their totals stand below another column of that page's header. */
#include "rows.h"

enum { LEAST_ABOVE = 2, LEAST_BELOW = 3 };

/* Whether the run has several figures and the last column's, or none there: 1, 0; -1: it says
 * nothing. */
static int has_last(const struct reading *reading, const struct row_run *run)
{
    size_t n = 0, last = run->run.width - 1;
    if (run->placing != GRID_PLACED)
        return -1;
    for (size_t i = 0; i <= last; i++)
        n += rows_cell_is_filled(reading, run->at[i]);
    return n < 2 ? -1 : rows_cell_is_filled(reading, run->at[last]);
}

void rows_doubt_squeezed(const struct reading *reading, struct row_runs *runs)
{
    size_t nabove = 0, nbelow = 0;
    if (reading->table != TABLE_T3 || reading->grid.reader != &grid_p)
        return;
    for (size_t i = 0; i < runs->nitems; i++) {
        int last = has_last(reading, &runs->items[i]);
        if (last > 0 && nbelow > 0)
            return;
        nabove += last > 0;
        nbelow += last == 0;
    }
    if (nabove < LEAST_ABOVE || nbelow < LEAST_BELOW)
        return;
    for (size_t i = 0; i < runs->nitems; i++)
        if (has_last(reading, &runs->items[i]) == 0)
            runs->items[i].placing = GRID_UNPLACED;
}
