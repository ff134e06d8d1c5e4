/* A column that the form does not have, or a row with a field too many: where blanks stand
 * among the figures, which of them fill the form's columns cannot be told. */
#include <string.h>

#include "columns.h"
#include "rows.h"

static bool overlap(const struct grid_cell *a, const struct grid_cell *b, int metric)
{
    return extents_overlap(a->at[metric], b->at[metric]);
}

/* Whether the figure stands below the label of the form's last column, and before the foreign. */
static bool is_last(const struct reading *reading, const struct chosen *chosen,
                    const struct grid_cell *figure, const struct grid_cell *foreign)
{
    int last = (int)chosen->form->ncols - 1;
    for (size_t u = 0; u < reading->units.nitems; u++) {
        const struct unit *unit = unit_at(reading, (int)u);
        if (unit->first == unit->end || header_column(reading, chosen, u) != last)
            continue;
        for (int m = 0; m < GRID_METRICS; m++)
            if (overlap(figure, &reading->grid.cells[unit->first], m) &&
                figure->at[m].end <= foreign->at[m].start)
                return true;
    }
    return false;
}

/* Whether the row's figures, aligned in columns, are surely those of the form: the last stands in
 * its last column, and none below the foreign label. */
static bool is_aligned_full(const struct reading *reading, const struct row_run *run,
                            const struct grid_cell *foreign)
{
    const struct grid_cell *cells = reading->grid.cells;
    for (size_t i = run->run.first; i < run->run.end; i++)
        if (overlap(&cells[i], foreign, 0) || overlap(&cells[i], foreign, 1))
            return false;
    return is_last(reading, &reading->blocks[run->block], &cells[run->run.end - 1], foreign);
}

/* Whether the row's fields are the form's, all of them filled, and nothing behind them. */
static bool is_full(const struct reading *reading, const struct row_run *run, int foreign)
{
    const struct grid *grid = &reading->grid;
    const struct grid_cell *head = &grid->cells[unit_at(reading, foreign)->first];
    size_t nfields = run->run.end - run->run.first;
    if (grid->reader == &grid_h && nfields == run->run.width + 1 &&
        grid_count(grid, &run->run) == nfields)
        return true; /* placed by the header's columns */
    if (!grid->reader->has_rows || run->run.end - run->run.first < run->run.width ||
        grid_count(grid, &run->run) != run->run.width)
        return false;
    for (size_t i = 0; i < run->run.width; i++)
        if (grid->cells[run->run.first + i].shape == SHAPE_EMPTY)
            return false;
    return grid->reader != &grid_p || is_aligned_full(reading, run, head);
}

/* Whether its figures are as many as the columns, and no blank stands between them, nor, where a
 * page's mark-up states it, behind them. In few columns that says nothing. */
static bool has_all_figures(const struct grid *grid, const struct grid_run *run)
{
    enum { LEAST_WIDTH = 4 };
    bool is_stated = grid->reader == &grid_h;
    size_t first = run->first;
    while (first < run->end && grid->cells[first].shape == SHAPE_EMPTY)
        first++;
    if (run->width < LEAST_WIDTH || first + run->width > run->end ||
        grid_count(grid, run) != run->width)
        return false;
    for (size_t i = first; i < first + run->width; i++)
        if (grid->cells[i].shape == SHAPE_EMPTY)
            return false;
    return !is_stated || first + run->width == run->end;
}

/* Whether the foreign column is the first field of the row, before its label, and all figures are
 * there: those before and behind it are others. */
static bool is_behind_foreign(const struct reading *reading, const struct row_run *run, int foreign)
{
    const struct grid *grid = &reading->grid;
    const struct unit *unit = run->unit < 0 ? NULL : unit_at(reading, run->unit);
    if (!grid->reader->has_rows || grid->reader == &grid_p || grid->flows || !unit ||
        unit->first == unit->end || grid->cells[unit_at(reading, foreign)->first].column > 0)
        return false;
    size_t first = unit->end - 1;
    while (first > 0 && grid->cells[first - 1].row == grid->cells[first].row)
        first--;
    return grid->cells[unit->end - 1].column > 0 &&
           !label_in_table(grid->cells[first].hit.label, reading->table) &&
           has_all_figures(grid, &run->run);
}

static void doubt_foreign(const struct reading *reading, struct row_runs *runs)
{
    for (size_t b = 0; b < reading->nblocks; b++) {
        struct foreign header;
        if (!rows_find_foreign(reading, &reading->blocks[b], &header) || header.n == 0)
            continue;
        int foreign = header.units[0];
        for (size_t i = 0; i < runs->nitems; i++) {
            struct row_run *run = &runs->items[i];
            if (run->block == b && run->placing == GRID_PLACED && !run->is_stated &&
                !is_full(reading, run, foreign) && !is_behind_foreign(reading, run, foreign))
                run->placing = GRID_UNPLACED;
        }
    }
}

/* How far the row that ends with the cell reaches. */
static uint32_t reach(const struct grid *grid, size_t end)
{
    const struct grid_cell *last = &grid->cells[end - 1];
    if (grid->reader == &grid_a2) {
        size_t first = end - 1;
        while (first > 0 && grid->cells[first - 1].row == last->row)
            first--;
        return (uint32_t)(end - first);
    }
    return last->column + (last->markup ? last->markup->ncolumns : 1);
}

/* Whether nearly all printed rows end in one column, before `wide`: these have all their fields,
 * and no program fills rows up further. */
static bool ends_beyond(const struct grid *grid, uint32_t wide)
{
    enum { LEAST_PERCENT = 80 };
    size_t nrows = 0, nalike = 0;
    uint32_t usual = 0;
    for (size_t i = 0, end; i < grid->ncells; i = end, nrows++) {
        end = grid_row_end(grid, i);
        uint32_t own = reach(grid, end);
        nalike = own == usual ? nalike + 1 : nalike;
        if (own < wide && own > usual) {
            usual = own;
            nalike = 1;
        }
    }
    return usual > 0 && nalike * 100 >= nrows * LEAST_PERCENT;
}

/* More fields than columns stand behind its label; one of them is that of a label that was lost. */
static bool is_longer(const struct reading *reading, const struct row_run *run)
{
    const struct unit *unit = run->unit < 0 ? NULL : unit_at(reading, run->unit);
    bool is_lost = unit && unit->first == unit->end && reading->table != TABLE_T4;
    return run->run.end - run->run.first > run->run.width + is_lost;
}

/* How many labels of groups stand before the row's own. */
static size_t depth(const struct reading *reading, const struct row_run *run)
{
    const struct form_row *rows = reading->blocks[run->block].form->rows;
    size_t n = 0;
    for (int at = rows[run->row].parent; at >= 0; at = rows[at].parent)
        n++;
    return n;
}

/* Whether a row has an empty field where a label above covers it. */
static bool has_covered_field(const struct reading *reading, const struct row_runs *runs)
{
    for (size_t i = 0; i < runs->nitems; i++) {
        const struct row_run *run = &runs->items[i];
        if (run->unit >= 0 && run->run.label_column > 0 &&
            reading->grid.cells[unit_at(reading, run->unit)->end - 2].shape == SHAPE_EMPTY)
            return true;
    }
    return false;
}

/* Whether its label stands in the field that the form's labels above it leave, and its figures
 * behind the fields of them all. */
static bool is_in_columns(const struct grid_run *run, size_t level)
{
    return run->label_column == (int)level &&
           run->end - run->first + level + 1 == run->label_columns + run->width;
}

/* Whether the label of a group stands before its own, and may take a field of its row: one that
 * bars pad to a width. Where another row has just the columns' fields, none is padded so. */
static bool shares_row(const struct reading *reading, const struct row_runs *runs,
                       const struct row_run *run)
{
    const struct alignment *a = reading->blocks[run->block].alignment;
    int slot = run->unit > 0 ? a->slot_of[run->unit - 1] : -1;
    if (slot < 0 || !alignment_row(a, (size_t)slot)->is_group)
        return false;
    for (size_t i = 0; i < runs->nitems; i++) {
        const struct row_run *other = &runs->items[i];
        if (other->run.width != run->run.width || depth(reading, other) == depth(reading, run))
            continue;
        if (other->run.end - other->run.first == other->run.width)
            return false;
    }
    return true;
}

/* Whether the other rows of its width, with as many labels, nearly all have the same number of
 * fields, and none as few as this one: a bar that pads its label is taken for its last cell. */
static bool is_shortest(const struct reading *reading, const struct row_runs *runs,
                        const struct row_run *run)
{
    enum { LEAST_OTHERS = 2, LEAST_PERCENT = 80 };
    size_t own = run->run.end - run->run.first, level = depth(reading, run);
    size_t nothers = 0, nalike = 0, usual = SIZE_MAX;
    for (size_t i = 0; i < runs->nitems; i++) {
        const struct row_run *other = &runs->items[i];
        size_t n = other->run.end - other->run.first;
        if (other == run || other->run.width != run->run.width || depth(reading, other) != level ||
            shares_row(reading, runs, other))
            continue;
        if (n <= own)
            return false;
        if (n < usual) {
            usual = n;
            nalike = 0;
        }
        nothers++;
        nalike += n == usual;
    }
    return nothers >= LEAST_OTHERS && nalike * 100 >= nothers * LEAST_PERCENT;
}

/* A row that lost a cell where each stands on a line, as do the bars that pad rows. */
static void doubt_shorter(const struct reading *reading, struct row_runs *runs)
{
    const struct grid *grid = &reading->grid;
    for (size_t i = 0; i < runs->nitems && grid->reader == &grid_bar_cells; i++) {
        struct row_run *run = &runs->items[i];
        size_t n = grid_count(grid, &run->run);
        if (run->placing == GRID_PLACED && !run->is_stated && n < run->run.width &&
            !shares_row(reading, runs, run) && is_shortest(reading, runs, run))
            run->placing = GRID_UNPLACED;
    }
}

/* Whether the other rows of its width, with as many labels, nearly all have the same number of
 * fields, and none as many as this one: no label takes more of them. */
static bool is_longest(const struct reading *reading, const struct row_runs *runs,
                       const struct row_run *run)
{
    enum { LEAST_OTHERS = 2, LEAST_PERCENT = 80 };
    size_t own = run->run.end - run->run.first, level = depth(reading, run);
    size_t nothers = 0, nalike = 0, usual = 0;
    if (is_in_columns(&run->run, level) && has_covered_field(reading, runs))
        return false;
    for (size_t i = 0; i < runs->nitems; i++) {
        const struct row_run *other = &runs->items[i];
        size_t n = other->run.end - other->run.first;
        if (other == run || other->run.width != run->run.width || depth(reading, other) != level)
            continue;
        if (n >= own)
            return false;
        if (n > usual) {
            usual = n;
            nalike = 0;
        }
        nothers++;
        nalike += n == usual;
    }
    return nothers >= LEAST_OTHERS && nalike * 100 >= nothers * LEAST_PERCENT;
}

/* Whether most printed rows end before it: in those that reach as far, labels take other fields. */
static bool reaches_beyond_most(const struct grid *grid, const struct row_run *run)
{
    size_t nrows = 0, nbefore = 0;
    uint32_t own = reach(grid, grid_row_end(grid, run->run.first));
    for (size_t i = 0, end; i < grid->ncells; i = end, nrows++) {
        end = grid_row_end(grid, i);
        nbefore += reach(grid, end) < own;
    }
    return nbefore * 2 > nrows;
}

/* Whether the header of the table's only row reaches just as far as its columns, or lacks the bar
 * that would end the last of them; or, where bars end the cells, no further than that: none of its
 * lines is padded, and the row is not. */
static bool is_beyond_header(const struct grid *grid, const struct row_run *run)
{
    size_t widest = 0;
    for (size_t i = 0, end; i < run->run.first; i = end) {
        end = grid_row_end(grid, i);
        size_t own = reach(grid, end);
        widest = end <= run->run.first && own > widest ? own : widest;
    }
    bool is_barred = grid->reader == &grid_bar_rows || grid->reader == &grid_bar_cells;
    return widest <= run->run.width && (is_barred || widest + 1 >= run->run.width) &&
           reach(grid, grid_row_end(grid, run->run.first)) > run->run.width;
}

/* Whether its figures reach from the first column to the last, and one bar stands before them and
 * one behind: those that open and end the row. */
static bool is_between_bars(const struct grid *grid, size_t first, size_t end, size_t width)
{
    const struct grid_cell *cells = grid->cells;
    return end - first == width + 2 && cells[first].shape == SHAPE_EMPTY &&
           cells[end - 1].shape == SHAPE_EMPTY && cells[first + 1].shape != SHAPE_EMPTY &&
           cells[end - 2].shape != SHAPE_EMPTY;
}

/* Where rows are guessed: whether more fields than columns stand behind the header of the table's
 * only row and the bars that pad its last line, several alone on one. */
static bool is_beyond_pads(const struct grid *grid, const struct row_run *run)
{
    size_t first = run->run.first, end = run->run.end;
    while (first < end) {
        size_t next = first;
        while (next < end && grid->cells[next].line == grid->cells[first].line &&
               grid->cells[next].shape == SHAPE_EMPTY)
            next++;
        bool pads =
            next > first + 1 && (next == end || grid->cells[next].line != grid->cells[first].line);
        if (!pads)
            break;
        first = next;
    }
    return end - first > run->run.width && !is_between_bars(grid, first, end, run->run.width);
}

/* A row with more fields behind its label than the form has columns, and than the others have. */
static void doubt_longer(const struct reading *reading, struct row_runs *runs)
{
    const struct grid *grid = &reading->grid;
    for (size_t i = 0; i < runs->nitems && grid->reader->has_rows; i++) {
        struct row_run *run = &runs->items[i];
        if (run->placing != GRID_PLACED || run->is_stated || !is_longer(reading, run))
            continue;
        bool all = has_all_figures(grid, &run->run);
        bool is_own = grid->cells[run->run.first].shape != SHAPE_EMPTY ||
                      grid->cells[run->run.end - 1].shape == SHAPE_EMPTY;
        uint32_t own = reach(grid, grid_row_end(grid, run->run.first));
        bool beyond = !all && !grid->flows && ends_beyond(grid, own);
        bool header = !all && !grid->flows && runs->nitems == 1 && is_beyond_header(grid, run);
        bool longest = !(all && is_own) && is_longest(reading, runs, run) &&
                       (grid->flows || reaches_beyond_most(grid, run));
        bool behind = !all && grid->flows && runs->nitems == 1 && is_beyond_pads(grid, run);
        if (beyond || header || longest || behind)
            run->placing = GRID_UNPLACED;
    }
}

void rows_doubt_surplus(const struct reading *reading, struct row_runs *runs)
{
    doubt_foreign(reading, runs);
    doubt_longer(reading, runs);
    doubt_shorter(reading, runs);
}
