/* A table that goes on in another, cut in the middle of a group: a row's label then has no group's
 * before it, and its figures begin right behind it, left of the header's columns. A row with all
 * figures shows that. One with blanks, and empty fields between its label and the columns, may have
 * them here or there. */
#include "rows.h"

/* The cell of the row's label where its fields stand behind it in one printed row; -1. */
static int label_cell(const struct reading *reading, const struct row_run *run)
{
    const struct grid *grid = &reading->grid;
    const struct unit *unit = run->unit < 0 ? NULL : unit_at(reading, run->unit);
    bool is_read = run->placing == GRID_PLACED && run->at[0] != GRID_NO_CELL;
    if (!unit || !is_read || unit->first == unit->end)
        return -1;
    return grid->cells[unit->end - 1].row == grid->cells[run->at[0]].row ? (int)unit->end - 1 : -1;
}

/* What stands between the label and the row's first column, and behind its last figure. */
struct gap {
    size_t nfields;
    bool is_filled; /* a figure stands in one of them */
    bool has_room;  /* the last field of the table is empty: figures may be its row's first ones */
};

/* How far the widest row reaches. */
static uint32_t most_reach(const struct grid *grid)
{
    uint32_t most = 0;
    for (size_t i = 0; i < grid->ncells; i++) {
        const struct grid_cell *cell = &grid->cells[i];
        uint32_t end = cell->column + (cell->markup ? cell->markup->ncolumns : 1);
        most = end > most ? end : most;
    }
    return most;
}

static struct gap gap_of(const struct reading *reading, const struct row_run *run)
{
    const struct grid *grid = &reading->grid;
    int label = label_cell(reading, run);
    struct gap gap = {0};
    for (size_t i = (size_t)label + 1; label >= 0 && i < run->at[0]; i++) {
        gap.nfields += !grid->cells[i].is_covered;
        gap.is_filled = gap.is_filled || grid_is_value(&grid->cells[i]);
    }
    if (gap.nfields == 0)
        return gap;
    size_t last = grid_row_end(grid, run->at[0]) - 1;
    while (last > run->at[0] && grid->cells[last].shape == SHAPE_EMPTY)
        last--;
    gap.has_room = grid->cells[last].column + 1 < most_reach(grid);
    return gap;
}

static bool is_full(const struct reading *reading, const struct row_run *run)
{
    for (size_t i = 0; i < run->run.width; i++)
        if (run->at[i] == GRID_NO_CELL || reading->grid.cells[run->at[i]].shape == SHAPE_EMPTY)
            return false;
    return true;
}

static const struct piece_line *line_of(const struct reading *reading, const struct row_run *run)
{
    return &reading->pieces->lines[reading->grid.cells[run->at[0]].row];
}

/* Whether the line is the upper edge of a drawn frame, right below the lower edge of another. */
static bool is_upper_edge(const struct reading *reading, const struct piece_line *line)
{
    static const char *const corners[] = {"┌", "┏", "╔", "╭", "+"};
    if (!line->is_rule || !line[-1].is_rule)
        return false;
    struct slice text = report_slice(reading->pieces->report, line->span);
    while (text.nbytes > 0 && *text.ptr == ' ')
        text = slice_make(text.ptr + 1, text.nbytes - 1);
    for (size_t i = 0; i < sizeof corners / sizeof *corners; i++)
        if (slice_has_prefix(text, slice_of(corners[i])))
            return true;
    return false;
}

/* Whether a table ends between the rows: the page says so, or a blank line or the edges of two
 * frames stand there. */
static bool are_parted(const struct reading *reading, const struct row_run *a,
                       const struct row_run *b)
{
    const struct piece_line *above = line_of(reading, a), *below = line_of(reading, b);
    if (above->markup && below->markup)
        return above->markup->table != below->markup->table;
    const struct piece_line *end = above < below ? below : above;
    for (const struct piece_line *line = above < below ? above : below; ++line < end;)
        if (line->is_blank || is_upper_edge(reading, line))
            return true;
    return false;
}

/* The field that the row's label ends before. */
static uint32_t label_end(const struct reading *reading, const struct row_run *run)
{
    const struct grid_cell *cell = &reading->grid.cells[label_cell(reading, run)];
    return cell->markup ? cell->column + cell->markup->ncolumns
                        : (uint32_t)run->run.label_column + 1;
}

/* How many labels of groups stand before the row's own in the form. */
static size_t depth(const struct reading *reading, const struct row_run *run)
{
    const struct form_row *rows = reading->blocks[run->block].form->rows;
    size_t n = 0;
    for (int at = rows[run->row].parent; at >= 0; at = rows[at].parent)
        n++;
    return n;
}

/* What the other rows of its table, as deep in groups and with labels that end as far, say of the
 * row: the field of their first column. */
struct witnesses {
    size_t nsame, nother;
    bool is_continued; /* rows stand above it in another table */
};

/* Whether the header has a column more than the form: figures as many as the form's columns may
 * then be others. */
static bool has_foreign(const struct reading *reading, const struct row_run *run)
{
    struct foreign header;
    return rows_find_foreign(reading, &reading->blocks[run->block], &header) && header.n > 0;
}

/* Whether no other start of the row's columns is possible. */
static bool is_sure(const struct reading *reading, const struct row_run *run)
{
    struct gap gap = gap_of(reading, run);
    if (gap.nfields > 0 && !gap.has_room)
        return true;
    return is_full(reading, run) && !has_foreign(reading, run);
}

static struct witnesses hear(const struct reading *reading, const struct row_runs *runs,
                             const struct row_run *run)
{
    struct witnesses seen = {0};
    const struct grid_cell *cells = reading->grid.cells;
    for (size_t i = 0; i < runs->nitems; i++) {
        const struct row_run *other = &runs->items[i];
        if (other == run || label_cell(reading, other) < 0)
            continue;
        if (are_parted(reading, other, run)) {
            seen.is_continued =
                seen.is_continued || line_of(reading, other) < line_of(reading, run);
            continue;
        }
        if (depth(reading, other) != depth(reading, run) ||
            label_end(reading, other) != label_end(reading, run) || !is_sure(reading, other))
            continue;
        bool is_same = cells[other->at[0]].column == cells[run->at[0]].column;
        seen.nsame += is_same;
        seen.nother += !is_same;
    }
    return seen;
}

/* Whether the row's figures may begin right behind its label instead. */
static bool may_be_shifted(const struct reading *reading, const struct row_runs *runs,
                           const struct row_run *run)
{
    struct gap gap = gap_of(reading, run);
    if (gap.nfields == 0)
        return false;
    if (gap.is_filled && !has_foreign(reading, run))
        return true;
    if (is_sure(reading, run))
        return false;
    struct witnesses seen = hear(reading, runs, run);
    return seen.nother > 0 || (seen.is_continued && seen.nsame == 0);
}

void rows_doubt_shifted(const struct reading *reading, struct row_runs *runs)
{
    const struct grid *grid = &reading->grid;
    if (reading->table != TABLE_T3 || !grid->reader->has_rows || grid->reader == &grid_p ||
        grid->flows)
        return;
    bool *shifted = arena_array(reading->scratch, runs->nitems + 1, sizeof *shifted);
    for (size_t i = 0; shifted && i < runs->nitems; i++)
        shifted[i] = may_be_shifted(reading, runs, &runs->items[i]);
    for (size_t i = 0; i < runs->nitems; i++)
        if (!shifted || shifted[i])
            runs->items[i].placing = GRID_UNPLACED;
}
