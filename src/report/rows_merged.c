/* A cell merged over all columns of its row: programs that fill rows up put its figure in one field
 * and leave the others empty, in most rows. Which column it is of nothing tells. Rows whose zeros
 * are left blank are few, or have a total. */
#include "rows.h"

enum { LEAST_ROWS = 5 };

/* The only column with something in it, but the last; -1 where there is none or are several. */
static int only_column(const struct reading *reading, const struct row_run *run)
{
    int only = -1;
    for (size_t i = 0; i < run->run.width; i++) {
        size_t cell = run->at[i];
        if (!rows_cell_is_filled(reading, cell))
            continue;
        if (only >= 0 || i + 1 == run->run.width || !grid_is_value(&reading->grid.cells[cell]))
            return -1;
        only = (int)i;
    }
    return only;
}

static bool has_figures(const struct reading *reading, const struct row_run *run)
{
    return run->placing == GRID_PLACED && grid_count(&reading->grid, &run->run) > 0;
}

void rows_doubt_merged(const struct reading *reading, struct row_runs *runs)
{
    size_t n = 0;
    int column = -1;
    if (reading->table != TABLE_T3 || reading->grid.reader == &grid_h)
        return;
    for (size_t i = 0; i < runs->nitems; i++) {
        const struct row_run *run = &runs->items[i];
        if (!has_figures(reading, run))
            continue;
        int only = only_column(reading, run);
        if (only < 0 || (n > 0 && only != column))
            return;
        column = only;
        n++;
    }
    for (size_t i = 0; i < runs->nitems && runs->nitems >= LEAST_ROWS && n * 2 > runs->nitems; i++)
        if (has_figures(reading, &runs->items[i]))
            runs->items[i].placing = GRID_UNPLACED;
}
