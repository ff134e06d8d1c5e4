/* A blank cell at a page's end, and the page's bare number below it: that stands where the figure
 * of table two's rows of one column would, but not as theirs do. */
#include <string.h>

#include "folios.h"
#include "rows.h"

/* How a row's figure stands apart from its label, or the next one from it. */
enum apart { IS_BELOW, IS_BEFORE_GAP };

/* Whether the row has one column, and in it one figure, which is known to be its own. */
static bool is_lone(const struct row_run *run)
{
    return run->placing == GRID_PLACED && run->run.width == 1 && run->run.first > 0 &&
           run->at[0] != GRID_NO_CELL;
}

/* Whether a line ends between the cell and the next. */
static bool are_on_lines(const struct grid *grid, const struct grid_cell *cell)
{
    uint32_t from = cell->span.end, to = cell[1].span.start;
    return from < to && memchr(grid->source + from, '\n', to - from) != NULL;
}

static bool is_apart(const struct grid *grid, const struct row_run *run, enum apart how)
{
    const struct grid_cell *figure = &grid->cells[run->at[0]];
    bool is_last = run->run.end >= grid->ncells;
    if (grid->reader != &grid_a1)
        return how == IS_BELOW && are_on_lines(grid, figure - 1) &&
               (is_last || are_on_lines(grid, figure));
    if (how == IS_BELOW)
        return figure->gap > grid->base_gap;
    return !is_last && !figure[1].after_noise && figure[1].gap > grid->base_gap;
}

/* No report has a hundred pages before its second table. */
static bool may_be_page(const struct grid_cell *figure)
{
    enum { MOST_DIGITS = 2 };
    return grid_may_be_page(figure) && figure->text.nbytes <= MOST_DIGITS;
}

static void doubt_apart(const struct reading *reading, struct row_runs *runs, enum apart how)
{
    const struct grid *grid = &reading->grid;
    size_t napart = 0, nbeside = 0;
    for (size_t i = 0; i < runs->nitems; i++)
        if (is_lone(&runs->items[i])) {
            napart += is_apart(grid, &runs->items[i], how);
            nbeside += !is_apart(grid, &runs->items[i], how);
        }
    for (size_t i = 0; i < runs->nitems && napart < nbeside; i++) {
        struct row_run *run = &runs->items[i];
        if (is_lone(run) && is_apart(grid, run, how) && may_be_page(&grid->cells[run->at[0]]))
            run->placing = GRID_UNPLACED;
    }
}

/* Where the text's last page has a bare number, a figure may be that of a page before. */
static void doubt_counted(const struct reading *reading, struct row_runs *runs)
{
    const struct grid *grid = &reading->grid;
    for (size_t i = 0; i < runs->nitems; i++) {
        struct row_run *run = &runs->items[i];
        if (is_lone(run) &&
            folios_may_count(reading->pieces, grid_small_number(&grid->cells[run->at[0]])))
            run->placing = GRID_UNPLACED;
    }
}

void rows_doubt_paged(const struct reading *reading, struct row_runs *runs)
{
    const struct grid *grid = &reading->grid;
    bool may = grid->reader == &grid_s || grid->reader == &grid_d ||
               (grid->reader == &grid_a1 && grid->base_gap > 0);
    if (!may || reading->table != TABLE_T2)
        return;
    doubt_apart(reading, runs, IS_BELOW);
    doubt_apart(reading, runs, IS_BEFORE_GAP);
    if (grid->reader == &grid_a1)
        doubt_counted(reading, runs);
}
