/* 序号 before the labels: numbers that count the rows are no row's values. */
#include "rows.h"

enum { LEAST_COUNTED = 4, MOST_DIGITS = 2 };

/* The cell right before the row's label, on one line with it; NULL. */
static const struct grid_cell *cell_before(const struct reading *reading, const struct row_run *run)
{
    const struct unit *unit = unit_at(reading, run->unit);
    if (unit->first == 0 || unit->first == unit->end)
        return NULL;
    const struct grid_cell *cell = &reading->grid.cells[unit->first - 1];
    return cell->line == cell[1].line && cell->shape == SHAPE_NUMBER ? cell : NULL;
}

/* What it counts; 0: nothing. */
static int count_of(const struct grid_cell *cell)
{
    int value = 0;
    if (!cell || cell->text.nbytes > MOST_DIGITS)
        return 0;
    for (size_t i = 0; i < cell->text.nbytes; i++) {
        if (cell->text.ptr[i] < '0' || cell->text.ptr[i] > '9')
            return 0;
        value = 10 * value + cell->text.ptr[i] - '0';
    }
    return value;
}

/* Whether nearly all rows have such a number, each greater than the one above or again 1. */
static bool are_counted(const struct reading *reading, const struct row_runs *runs)
{
    size_t n = 0;
    int last = 0;
    for (size_t i = 0; i < runs->nitems; i++) {
        int count = count_of(cell_before(reading, &runs->items[i]));
        if (count > 1 && count <= last)
            return false;
        n += count > 0;
        last = count > 0 ? count : last;
    }
    return n >= LEAST_COUNTED && 4 * n >= 3 * runs->nitems;
}

static bool holds_count(const struct reading *reading, const struct row_runs *runs,
                        const struct row_run *run)
{
    for (size_t i = 0; i < runs->nitems; i++) {
        const struct grid_cell *count = cell_before(reading, &runs->items[i]);
        for (size_t k = 0; count && k < run->run.width; k++)
            if (run->at[k] != GRID_NO_CELL && &reading->grid.cells[run->at[k]] == count)
                return true;
    }
    return false;
}

void rows_doubt_counted(const struct reading *reading, struct row_runs *runs)
{
    bool may = reading->table != TABLE_T4 && are_counted(reading, runs);
    for (size_t i = 0; may && i < runs->nitems; i++)
        if (runs->items[i].placing == GRID_PLACED && holds_count(reading, runs, &runs->items[i]))
            runs->items[i].placing = GRID_UNPLACED;
}
