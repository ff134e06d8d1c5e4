/* Text without rows that has a merged cell once for each column it covers: where the header names
 * a column twice, so may the row below have its figure twice, and fill up what is blank. */
#include "rows.h"

/* The column that the header names twice in a row, or -1. */
static int repeated_column(const struct reading *reading, const struct chosen *chosen)
{
    for (size_t u = chosen->header_first; u + 1 < chosen->header_end; u++) {
        int column = header_column(reading, chosen, u);
        if (column >= 0 &&
            slice_equal(unit_at(reading, (int)u)->text, unit_at(reading, (int)u + 1)->text))
            return column;
    }
    return -1;
}

static bool are_equal(const struct reading *reading, size_t a, size_t b)
{
    return slice_equal(reading->grid.cells[a].text, reading->grid.cells[b].text);
}

/* Whether one of the row's figures may stand for the column a second time, in a blank one. */
static bool may_repeat(const struct reading *reading, const struct row_run *run, size_t column)
{
    for (size_t i = 0; i < run->run.width; i++)
        if (run->at[i] == GRID_NO_CELL)
            return true;
    return (column > 0 && are_equal(reading, run->at[column - 1], run->at[column])) ||
           (column + 1 < run->run.width &&
            are_equal(reading, run->at[column], run->at[column + 1]));
}

void rows_doubt_repeated(const struct reading *reading, struct row_runs *runs)
{
    if (reading->table != TABLE_T2 || reading->grid.reader->has_rows)
        return;
    for (size_t i = 0; i < runs->nitems; i++) {
        struct row_run *run = &runs->items[i];
        int column = run->placing == GRID_PLACED
                         ? repeated_column(reading, &reading->blocks[run->block])
                         : -1;
        if (column >= 0 && may_repeat(reading, run, (size_t)column))
            run->placing = GRID_UNPLACED;
    }
}
