/* 序号 before the labels: numbers that count the rows are no row's values. */
#include "numeral.h"
#include "rows.h"

enum { LEAST_COUNTED = 4 };

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
    int count = cell ? numeral_small(cell->text) : 0;
    return count > 0 ? count : 0;
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

/* The only figure of a unit without a label; NULL. */
static const struct grid_cell *lone_figure(const struct reading *reading, const struct unit *unit)
{
    const struct grid *grid = &reading->grid;
    const struct grid_cell *figure = NULL;
    for (size_t i = unit->vfirst; i < unit->vend && unit->nvalues == 1; i++)
        figure = grid->cells[i].shape == SHAPE_NUMBER ? &grid->cells[i] : figure;
    return unit->first == unit->end ? figure : NULL;
}

/* Whether the lines of T3's header are counted, too: no row's figures stand between the labels
 * of its columns. */
static bool is_header_counted(const struct reading *reading, const struct chosen *chosen)
{
    enum { LEAST_LINES = 2 };
    size_t n = 0;
    int last = 0;
    for (size_t u = chosen->header_first + 1; u < chosen->header_end; u++) {
        const struct grid_cell *figure = lone_figure(reading, unit_at(reading, (int)u));
        int count = count_of(figure);
        if (!figure)
            continue;
        if (count == 0 || !unit_is_header(unit_at(reading, (int)u - 1)) ||
            (last > 0 && count != last + 1))
            return false;
        last = count;
        n++;
    }
    return n >= LEAST_LINES;
}

/* Whether each corner of T2 stands behind a number: no row's figures can end there, but at its
 * block's caption. */
static bool are_corners_counted(const struct reading *reading)
{
    size_t n = 0;
    for (size_t u = 0; u < reading->units.nitems; u++) {
        const struct unit *unit = unit_at(reading, (int)u);
        if (!unit_is(unit, LABEL_CORNER) || unit->first == unit->end)
            continue;
        if (unit->first == 0 || reading->grid.cells[unit->first - 1].shape != SHAPE_NUMBER)
            return false;
        n++;
    }
    return n > 1;
}

/* There the number of the next row looks like the last of a row that lacks one. */
static void doubt_cells_counted(const struct reading *reading, struct row_runs *runs)
{
    bool may = reading->grid.reader == &grid_bar_cells && reading->nblocks > 0;
    bool is_counted =
        may && (reading->nblocks > 1 ? are_corners_counted(reading)
                                     : reading->table == TABLE_T3 &&
                                           is_header_counted(reading, &reading->blocks[0]));
    for (size_t i = 0; is_counted && i < runs->nitems; i++)
        if (runs->items[i].placing == GRID_PLACED)
            runs->items[i].placing = GRID_UNPLACED;
}

void rows_doubt_counted(const struct reading *reading, struct row_runs *runs)
{
    bool may = reading->table != TABLE_T4 && are_counted(reading, runs);
    for (size_t i = 0; may && i < runs->nitems; i++)
        if (runs->items[i].placing == GRID_PLACED && holds_count(reading, runs, &runs->items[i]))
            runs->items[i].placing = GRID_UNPLACED;
    doubt_cells_counted(reading, runs);
}
