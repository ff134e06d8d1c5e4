/* A row that lacks a cell: programs that draw a page's table, line it up or convert it fill the
 * row up at its end, so that its figures stand a column too far left and its total looks blank.
 * Where all other cells are filled, the last figure may be the total: the figures are read as they
 * stand, and the table is in doubt. */
#include "rows.h"

static bool is_filled(const struct reading *reading, size_t cell)
{
    return cell != GRID_NO_CELL && reading->grid.cells[cell].shape != SHAPE_EMPTY;
}

/* -1: it is no count. A mark is as much as none. */
static int64_t count_of(const struct grid_cell *cell)
{
    enum { MOST_DIGITS = 12 };
    int64_t count = 0;
    size_t ndigits = 0;
    if (cell->shape == SHAPE_MARK)
        return 0;
    for (size_t i = 0; i < cell->text.nbytes; i++) {
        char c = cell->text.ptr[i];
        if (c == ',')
            continue;
        if (c < '0' || c > '9' || ++ndigits > MOST_DIGITS)
            return -1;
        count = 10 * count + (c - '0');
    }
    return ndigits > 0 ? count : -1;
}

/* Whether all cells but the last are filled with counts. Sets whether the last of these may be the
 * total: it, or all that the row's last column adds up, is more than 0. */
static bool lacks_last(const struct reading *reading, const struct row_run *run, bool *is_total)
{
    size_t ncols = reading->blocks[run->block].form->ncols;
    size_t last = run->run.width - 1;
    int64_t sum = 0;
    if (run->run.width < 3 || reading->blocks[run->block].is_swapped ||
        is_filled(reading, run->at[last]))
        return false;
    for (size_t i = 0; i < last; i++) {
        int64_t count =
            is_filled(reading, run->at[i]) ? count_of(&reading->grid.cells[run->at[i]]) : -1;
        if (count < 0)
            return false;
        sum += i + ncols > last ? count : 0;
    }
    *is_total = sum > 0;
    return true;
}

static bool is_full(const struct reading *reading, const struct row_run *run)
{
    for (size_t i = 0; i < run->run.width; i++)
        if (!is_filled(reading, run->at[i]))
            return false;
    return true;
}

/* Whether all other rows are full, most of them without a doubt, so that no cell is left blank by
 * custom; or all rows lack their last, as where a whole column is lost. */
static bool is_full_table(const struct reading *reading, const struct row_runs *runs)
{
    enum { LEAST_ALL = 3 };
    size_t nfull = 0;
    size_t nlacking = 0;
    for (size_t i = 0; i < runs->nitems; i++) {
        const struct row_run *run = &runs->items[i];
        bool is_total;
        if (run->placing == GRID_BLANK)
            return false;
        if (run->placing != GRID_PLACED)
            continue;
        if (is_full(reading, run))
            nfull++;
        else if (lacks_last(reading, run, &is_total))
            nlacking++;
        else
            return false;
    }
    return reading->table == TABLE_T4 || nfull > nlacking || (nfull == 0 && nlacking >= LEAST_ALL);
}

size_t rows_count_short(const struct reading *reading, const struct row_runs *runs)
{
    size_t nshort = 0;
    if (reading->table == TABLE_T2 || reading->grid.reader == &grid_h)
        return 0;
    for (size_t i = 0; i < runs->nitems; i++) {
        const struct row_run *run = &runs->items[i];
        bool is_total = false;
        nshort += run->placing == GRID_PLACED && lacks_last(reading, run, &is_total) && is_total;
    }
    return nshort > 0 && is_full_table(reading, runs) ? nshort : 0;
}
