/* Rows that all have their figures in the line below their label, but the last, which has none:
 * they may as well stand above the next label, and be those of the next row, where the first has
 * lost its own. */
#include "rows.h"

bool rows_are_below_label(const struct reading *reading, const struct row_run *run)
{
    const struct unit *unit = unit_at(reading, run->unit);
    const struct grid_cell *cells = reading->grid.cells;
    return unit->first < unit->end && run->run.first < run->run.end &&
           cells[run->run.first].line > cells[unit->end - 1].line;
}

bool row_is_label(const struct row_run *run)
{
    return run->run.first == run->run.end;
}

static bool are_side_by_side(const struct reading *reading, const struct row_run *run)
{
    const struct grid_cell *first = &reading->grid.cells[run->run.first];
    return run->run.end - run->run.first > 1 && first[0].line == first[1].line;
}

/* Whether nothing but the label is printed of the last row of each block. */
static bool end_in_labels(const struct reading *reading, const struct row_runs *runs)
{
    for (size_t b = 0; b < reading->nblocks; b++) {
        const struct row_run *last = NULL;
        for (size_t i = 0; i < runs->nitems; i++)
            if (runs->items[i].block == b && (!last || runs->items[i].unit > last->unit))
                last = &runs->items[i];
        if (last && !row_is_label(last))
            return false;
    }
    return true;
}

/* Whether all rows with figures have them below their labels, most of them side by side: where
 * each cell has its own line, the first is the label. */
static bool all_are_below(const struct reading *reading, const struct row_runs *runs)
{
    size_t nrows = 0, nlines = 0;
    for (size_t i = 0; i < runs->nitems; i++) {
        const struct row_run *run = &runs->items[i];
        if (grid_count(&reading->grid, &run->run) == 0)
            continue;
        if (run->is_stated || !rows_are_below_label(reading, run))
            return false;
        nrows++;
        nlines += are_side_by_side(reading, run);
    }
    return nlines > 0 && 2 * nlines > nrows;
}

void rows_doubt_below(const struct reading *reading, struct row_runs *runs)
{
    if (reading->grid.reader == &grid_h || reading->table == TABLE_T4 ||
        !all_are_below(reading, runs) || !end_in_labels(reading, runs))
        return;
    for (size_t i = 0; i < runs->nitems; i++)
        runs->items[i].placing = GRID_UNPLACED;
    runs->nbetween = runs->nitems;
}
