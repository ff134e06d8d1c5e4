/* Where, by the header, the values of a block's rows start: the frame that a row with all its
 * fields is held against. */
#include <string.h>

#include "rows.h"

/* Column labels that stand side by side in one printed row, of those in the
 * units [first, end) the last: the field of the first, and how many. */
static size_t last_side_by_side(const struct reading *reading, size_t first, size_t end, int *start)
{
    size_t n = 0;
    uint32_t row = 0;
    *start = -1;
    for (size_t u = first; u < end; u++) {
        const struct unit *unit = unit_at(reading, (int)u);
        if (!unit_is(unit, LABEL_COLUMN))
            continue;
        const struct grid_cell *cell = &reading->grid.cells[unit->first];
        if (n == 0 || cell->row != row || (int)cell->column != *start + (int)n) {
            *start = (int)cell->column;
            row = cell->row;
            n = 0;
        }
        n++;
    }
    return n;
}

/* Where the header names every column in one row, it tells where the values
 * start. T4's last header row may leave out the first group, whose labels are
 * in the row above. */
static int header_frame(const struct reading *reading, const struct chosen *chosen)
{
    int start;
    if (!chosen->alignment->table->one_printed_row)
        return last_side_by_side(reading, chosen->header_first, chosen->header_end, &start) ==
                       chosen->form->ncols
                   ? start
                   : -1;
    size_t end = 0;
    while (end < reading->units.nitems && unit_at(reading, (int)end)->nvalues == 0)
        end++;
    size_t width = chosen->form->ncols * chosen->form->nrows;
    size_t n = last_side_by_side(reading, 0, end, &start);
    if (n == width)
        return start;
    return n + chosen->form->ncols == width ? start - (int)chosen->form->ncols : -1;
}

/* The cell of the label of one of the block's columns in its header; -1. */
static int header_cell(const struct reading *reading, const struct chosen *chosen, size_t column)
{
    for (size_t u = chosen->header_first; u < chosen->header_end; u++) {
        const struct unit *unit = unit_at(reading, (int)u);
        const struct label *label = unit->hit.label;
        while (label && !(label->kind == LABEL_COLUMN && label->table == reading->table &&
                          label->index == column))
            label = label->next;
        if (label)
            return (int)unit->first;
    }
    return -1;
}

static int header_field(const struct reading *reading, const struct chosen *chosen, size_t column)
{
    int cell = header_cell(reading, chosen, column);
    return cell < 0 ? -1 : (int)reading->grid.cells[cell].column;
}

/* Of table three the header stands in several rows: its first and its last label are as
 * far apart as the columns. */
static int header_ends(const struct reading *reading, const struct chosen *chosen, unsigned nlabels)
{
    int first = header_field(reading, chosen, 0);
    int last = header_field(reading, chosen, chosen->form->ncols - 1);
    bool apart = last - first + 1 == (int)chosen->form->ncols;
    int least = reading->grid.frame ? 1 : (int)nlabels; /* a box may take them all */
    return first >= least && apart ? first : -1;
}

/* The fields behind the last column's label in its row. */
static size_t header_surplus(const struct reading *reading, const struct chosen *chosen)
{
    const struct grid *grid = &reading->grid;
    size_t last = (size_t)header_cell(reading, chosen, chosen->form->ncols - 1);
    size_t end = last + 1;
    while (end < grid->ncells && grid->cells[end].row == grid->cells[last].row)
        end++;
    return end - last - 1;
}

/* They count for rows that have all their fields, the empty ones that end the header's
 * line, too: the labels of others may be shifted. */
static void frame_by_ends(const struct reading *reading, const struct chosen *chosen,
                          struct grid_run *run)
{
    if (run->header < 0 || run->label_column < 0)
        return;
    size_t nfields = (size_t)(run->label_column + 1) + run->end - run->first;
    size_t wanted = (size_t)run->header + run->width;
    size_t nbehind = nfields > wanted ? nfields - wanted : 0;
    if (nfields < wanted || (nbehind > 0 && nbehind != header_surplus(reading, chosen)))
        return;
    for (size_t i = run->end - nbehind; i < run->end; i++)
        if (reading->grid.cells[i].shape != SHAPE_EMPTY)
            return;
    run->frame = run->header;
}

void rows_read_frames(const struct reading *reading, const struct chosen *chosen,
                      struct row_runs *runs, size_t first)
{
    unsigned nlabels = chosen->alignment->table->label_columns;
    if (first == runs->nitems)
        return;
    int start =
        nlabels <= 1 ? header_frame(reading, chosen) : header_ends(reading, chosen, nlabels);
    for (size_t i = first; i < runs->nitems; i++) {
        struct grid_run *run = &runs->items[i].run;
        if (nlabels <= 1) {
            run->frame = start;
            continue;
        }
        run->header = start;
        if (reading->grid.reader == &grid_c || reading->grid.reader == &grid_csv)
            frame_by_ends(reading, chosen, run);
    }
}

bool rows_are_below_empty(const struct reading *reading, const struct row_run *run, size_t width)
{
    const struct grid *grid = &reading->grid;
    size_t first = run->run.first, n = 0;
    bool is_markdown = grid->reader == &grid_bar_rows && strcmp(grid->layout, "MD") == 0;
    if (grid->reader != &grid_h && !is_markdown)
        return false; /* bars that pad a header may be a row of nothing */
    while (first < run->run.end && grid->cells[first].shape == SHAPE_EMPTY)
        first++;
    if (first == run->run.end)
        return false;
    while (first > 0 && grid->cells[first - 1].row == grid->cells[first].row)
        first--;
    while (n < first && grid->cells[first - 1 - n].shape == SHAPE_EMPTY &&
           grid->cells[first - 1 - n].row == grid->cells[first - 1].row)
        n++;
    return n >= width;
}
