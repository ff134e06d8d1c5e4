/* A row that lacks a cell: programs that draw a page's table, line it up or convert it fill the
 * row up at its end, so that its figures stand a column too far left and its total looks blank.
 * Where the last figure is as much as those before it together, and all other cells of the table
 * are filled or the totals add up with it, it may be the total: the figures have no place. */
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

/* Whether all cells but the last are filled with counts. Sets whether the last of these, of the
 * columns that the row's last one adds up, is as much as the others together. */
static bool lacks_last(const struct reading *reading, const struct row_run *run, bool *is_total)
{
    size_t ncols = reading->blocks[run->block].form->ncols;
    size_t last = run->run.width - 1;
    int64_t sum = 0;
    int64_t most = 0;
    if (run->run.width < 3 || reading->blocks[run->block].is_swapped ||
        is_filled(reading, run->at[last]))
        return false;
    for (size_t i = 0; i < last; i++) {
        most = is_filled(reading, run->at[i]) ? count_of(&reading->grid.cells[run->at[i]]) : -1;
        if (most < 0)
            return false;
        sum += i + ncols > last ? most : 0;
    }
    *is_total = most > 0 && most * 2 >= sum;
    return *is_total || sum == 0;
}

static bool is_full(const struct reading *reading, const struct row_run *run)
{
    for (size_t i = 0; i < run->run.width; i++)
        if (!is_filled(reading, run->at[i]))
            return false;
    return true;
}

/* Whether all other rows are full, most of them without a doubt: no cell is left blank by
 * custom. */
static bool is_full_table(const struct reading *reading, const struct row_runs *runs)
{
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
    return reading->table == TABLE_T4 || nfull > nlacking;
}

/* What stands in the cell; in a blank one, 0. -1: it is no count. */
static int64_t count_at(const struct reading *reading, const struct row_run *run, size_t cell)
{
    size_t at = run->at[cell];
    return is_filled(reading, at) ? count_of(&reading->grid.cells[at]) : 0;
}

/* Whether the rows' totals add up to that of all with the last figures of the rows that may lack
 * a cell as theirs, whose other figures are not all 0. */
static bool add_up_as_totals(const struct reading *reading, const struct row_runs *runs)
{
    int64_t sum = 0;
    int64_t whole = -1;
    bool differs = false;
    for (size_t i = 0; i < runs->nitems; i++) {
        const struct row_run *run = &runs->items[i];
        const struct form_row *row = &reading->blocks[run->block].form->rows[run->row];
        size_t last = run->run.width - 1;
        bool is_total = false;
        if ((!row->is_leaf && !row->is_total) || run->placing == GRID_BLANK)
            continue;
        if (run->placing != GRID_PLACED)
            return false;
        bool lacks = lacks_last(reading, run, &is_total) && is_total;
        int64_t count = count_at(reading, run, lacks ? last - 1 : last);
        if (count < 0 || (row->is_total && !is_filled(reading, run->at[last])))
            return false;
        whole = row->is_total ? count : whole;
        sum += row->is_leaf ? count : 0;
        for (size_t k = 0; lacks && k + 1 < last; k++)
            differs = differs || count_at(reading, run, k) > 0;
    }
    return differs && sum == whole;
}

void rows_doubt_short(const struct reading *reading, struct row_runs *runs)
{
    bool is_asked = false;
    for (size_t i = 0; i < runs->nitems && reading->table != TABLE_T2; i++) {
        struct row_run *run = &runs->items[i];
        bool is_total = false;
        if (run->placing != GRID_PLACED || !lacks_last(reading, run, &is_total) || !is_total)
            continue;
        if (!is_asked && !is_full_table(reading, runs) && !add_up_as_totals(reading, runs))
            return;
        is_asked = true;
        run->placing = GRID_UNPLACED;
    }
}
