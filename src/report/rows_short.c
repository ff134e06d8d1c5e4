/* A row that lacks a cell: programs that draw a page's table, line it up or convert it fill the
 * row up at its end, so that its figures stand a column too far left and its total looks blank.
 * Where all other cells are filled, the last figure may be the total: the figures are read as they
 * stand, and the table is in doubt. Where no row has its total, they may be left blank by custom:
 * then each row's last figure must be as much as those before it together, too. */
#include "columns.h"
#include "gouji/base/ascii.h"
#include "rows.h"

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
        if (!ascii_is_digit(c) || ++ndigits > MOST_DIGITS)
            return -1;
        count = 10 * count + (c - '0');
    }
    return ndigits > 0 ? count : -1;
}

/* What a row is whose last cell alone is blank, and the others counts. */
enum shortness {
    IS_WHOLE,    /* it is no such row */
    HAS_NOTHING, /* but 0 */
    HAS_COUNTS,
    HAS_SUM, /* its last figure is as much as the others that its total adds up, together */
};

static enum shortness shortness_of(const struct reading *reading, const struct row_run *run)
{
    size_t ncols = reading->blocks[run->block].form->ncols;
    size_t last = run->run.width - 1;
    int64_t sum = 0;
    int64_t count = 0;
    if (run->run.width < 3 || reading->blocks[run->block].is_swapped ||
        rows_cell_is_filled(reading, run->at[last]))
        return IS_WHOLE;
    for (size_t i = 0; i < last; i++) {
        count = rows_cell_is_filled(reading, run->at[i])
                    ? count_of(&reading->grid.cells[run->at[i]])
                    : -1;
        if (count < 0)
            return IS_WHOLE;
        sum += i + ncols > last ? count : 0;
    }
    if (sum == 0)
        return HAS_NOTHING;
    return count > 0 && count * 2 >= sum ? HAS_SUM : HAS_COUNTS;
}

static bool is_full(const struct reading *reading, const struct row_run *run)
{
    for (size_t i = 0; i < run->run.width; i++)
        if (!rows_cell_is_filled(reading, run->at[i]))
            return false;
    return true;
}

/* How little a row may have to be one that lacks a cell: all other rows are full, most of
 * them without a doubt, so that no cell is left blank by custom; or all rows lack their last, as
 * where a whole column is lost. IS_WHOLE: none may be. */
static enum shortness least_shortness(const struct reading *reading, const struct row_runs *runs)
{
    enum { LEAST_ALL = 3 };
    size_t nfull = 0;
    size_t nshort = 0;
    for (size_t i = 0; i < runs->nitems; i++) {
        const struct row_run *run = &runs->items[i];
        if (run->placing == GRID_BLANK)
            return IS_WHOLE;
        if (run->placing != GRID_PLACED)
            continue;
        if (is_full(reading, run))
            nfull++;
        else if (shortness_of(reading, run) != IS_WHOLE)
            nshort++;
        else
            return IS_WHOLE;
    }
    if (reading->table == TABLE_T4 || nfull > nshort)
        return HAS_COUNTS;
    return nfull == 0 && nshort >= LEAST_ALL ? HAS_SUM : IS_WHOLE;
}

size_t rows_count_short(const struct reading *reading, const struct row_runs *runs)
{
    size_t n[HAS_SUM + 1] = {0};
    if (reading->table == TABLE_T2 || reading->grid.reader == &grid_h)
        return 0;
    for (size_t i = 0; i < runs->nitems; i++)
        if (runs->items[i].placing == GRID_PLACED)
            n[shortness_of(reading, &runs->items[i])]++;
    if (n[HAS_COUNTS] + n[HAS_SUM] == 0)
        return 0;
    enum shortness least = least_shortness(reading, runs);
    bool may_be = least == HAS_COUNTS || (least == HAS_SUM && n[HAS_COUNTS] == 0);
    return may_be ? n[HAS_COUNTS] + n[HAS_SUM] : 0;
}

/* Whether the total of one of table four's groups, which ends at the column, is as much as the
 * others together, blank ones nothing; or one of them is no count. */
static bool adds_up(const struct reading *reading, const struct row_run *run, size_t total)
{
    size_t ncols = reading->blocks[run->block].form->ncols;
    int64_t sum = 0, count = 0;
    for (size_t i = total + 1 - ncols; i <= total; i++) {
        count = rows_cell_is_filled(reading, run->at[i])
                    ? count_of(&reading->grid.cells[run->at[i]])
                    : 0;
        if (count < 0)
            return true;
        sum += i < total ? count : 0;
    }
    return sum == count;
}

bool rows_may_be_shifted(const struct reading *reading, const struct row_runs *runs)
{
    if (reading->table != TABLE_T4 || reading->grid.reader != &grid_p || runs->nitems != 1)
        return false;
    const struct row_run *run = &runs->items[0];
    size_t ncols = reading->blocks[run->block].form->ncols;
    size_t at[COLUMNS_MOST];
    if (run->placing != GRID_PLACED || run->is_stated || is_full(reading, run) ||
        run->run.width > COLUMNS_MOST || columns_settle_exactly(&reading->grid, &run->run, at))
        return false;
    for (size_t total = ncols - 1; total < run->run.width; total += ncols)
        if (!adds_up(reading, run, total))
            return true;
    return false;
}
