/* A bare figure right behind a row's label, 上年结转… 2022 or 其他 2, that may be the label's note:
 * a row that lacks a cell seems to have them all by it. */
#include <string.h>

#include "columns.h"
#include "rows.h"

/* The first figure of the row, where one blank and nothing else parts it from its label; NULL. */
static const struct grid_cell *near_figure(const struct reading *reading, const struct row_run *run)
{
    const struct grid_cell *cells = reading->grid.cells;
    const struct unit *unit = run->unit < 0 ? NULL : unit_at(reading, run->unit);
    if (run->placing != GRID_PLACED || run->is_stated || run->run.width < 2 || !unit ||
        unit->first == unit->end || run->run.first == run->run.end)
        return NULL;
    const struct grid_cell *label = &cells[unit->end - 1], *figure = &cells[run->run.first];
    bool is_near = figure->shape == SHAPE_NUMBER && figure->line == label->line &&
                   figure->span.start == label->span.end + 1;
    return is_near ? figure : NULL;
}

/* 2022, which the report's text has as a year. */
static bool may_be_year(const struct reading *reading, const struct grid_cell *cell)
{
    enum { NDIGITS = 4 };
    static const char sign[] = "年";
    const struct report *report = reading->pieces->report;
    char year[NDIGITS + sizeof sign];
    if (cell->text.nbytes != NDIGITS || memcmp(cell->text.ptr, "20", 2) != 0)
        return false;
    memcpy(mempcpy(year, cell->text.ptr, NDIGITS), sign, sizeof sign);
    return slice_contains(slice_make(report->text, report->text_nbytes), year);
}

/* Whether the figure stands left of the first ones of all other rows of its block, which are
 * further from their labels: in no column. */
static bool is_before_columns(const struct reading *reading, const struct row_runs *runs,
                              const struct row_run *run, const struct grid_cell *figure)
{
    enum { LEAST_OTHERS = 3 };
    size_t nothers = 0;
    for (size_t i = 0; i < runs->nitems; i++) {
        const struct row_run *other = &runs->items[i];
        if (other == run || other->block != run->block || other->placing != GRID_PLACED ||
            other->at[0] == GRID_NO_CELL)
            continue;
        const struct grid_cell *first = &reading->grid.cells[other->at[0]];
        for (int m = 0; m < GRID_METRICS; m++)
            if (first->at[m].start < figure->at[m].end)
                return false;
        nothers++;
    }
    return nothers >= LEAST_OTHERS;
}

/* Whether the row's other figures do not begin in the line of its first, which its label is in.
 * That may be a note's then, but for 0, as notes count from 1 on. */
static bool is_below(const struct grid *grid, const struct grid_run *run)
{
    return run->first + 1 < run->end &&
           grid->cells[run->first + 1].line != grid->cells[run->first].line;
}

/* Whether the reader parts cells by blanks, or by lines that may hold a label and its figures. */
static bool is_running(const struct grid *grid)
{
    return grid->reader == &grid_s || grid->reader == &grid_p || grid->reader == &grid_a1;
}

void rows_doubt_noted(const struct reading *reading, struct row_runs *runs)
{
    const struct grid *grid = &reading->grid;
    if (!is_running(grid))
        return;
    for (size_t i = 0; i < runs->nitems; i++) {
        struct row_run *run = &runs->items[i];
        const struct grid_cell *figure = near_figure(reading, run);
        bool is_apart = figure && !slice_is(figure->text, "0") && is_below(grid, &run->run);
        if (figure && (is_apart || may_be_year(reading, figure) ||
                       (grid->reader == &grid_p && is_before_columns(reading, runs, run, figure))))
            run->placing = GRID_UNPLACED;
    }
}
