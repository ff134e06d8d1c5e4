/* Text between tabs or commas, or cells a line each, whose rows end in one more field, which is
 * empty: a row that lacks a cell looks full, its end being taken for a blank last cell. The header
 * shows how far rows reach: which cell of a shorter one is lost, nobody can tell. */
#include <string.h>

#include "rows.h"

/* The cell of the block's last column's label nearest above the row; -1. */
static int last_label(const struct reading *reading, const struct row_run *run)
{
    const struct grid *grid = &reading->grid;
    size_t last = reading->blocks[run->block].form->ncols - 1;
    for (size_t i = run->run.first; i-- > 0;) {
        const struct label *label = grid->cells[i].hit.label;
        for (; label; label = label->next)
            if (label->kind == LABEL_COLUMN && label->table == reading->table &&
                label->block == reading->blocks[run->block].block && label->index == last)
                return (int)i;
    }
    return -1;
}

/* The fewest empty fields that a row above the cell begins with. */
static size_t count_lead(const struct grid *grid, size_t end)
{
    size_t fewest = SIZE_MAX;
    for (size_t i = 0, next; i < end; i = next) {
        size_t n = 0;
        next = grid_row_end(grid, i);
        while (i + n < next && grid->cells[i + n].shape == SHAPE_EMPTY)
            n++;
        fewest = n < fewest ? n : fewest;
    }
    return fewest;
}

/* Whether a field ends the row that is none of its cells, and it has too few with it. */
static bool lacks_cell(const struct reading *reading, const struct row_run *run)
{
    const struct grid *grid = &reading->grid;
    size_t end = grid_row_end(grid, run->run.first);
    int label = grid->cells[end - 1].shape == SHAPE_EMPTY ? last_label(reading, run) : -1;
    if (label < 0)
        return false;
    size_t header_end = grid_row_end(grid, (size_t)label);
    size_t nbehind = header_end - (size_t)label - 1;
    if (nbehind == 0 || grid->cells[header_end - 1].shape != SHAPE_EMPTY)
        return false;
    size_t first = run->run.first;
    if (reading->table == TABLE_T4)
        first = grid_row_start(grid, first) + count_lead(grid, (size_t)label);
    bool is_shorter = grid->reader != &grid_bar_cells &&
                      grid->cells[end - 1].column < grid->cells[header_end - 1].column;
    return is_shorter || (nbehind == 1 && end - first <= run->run.width);
}

/* Whether an empty field ends each row that begins with the label of a row, so that none of these
 * fields is surely a cell. */
static bool all_end_empty(const struct grid *grid)
{
    size_t nrows = 0;
    for (size_t i = 0, end; i < grid->ncells; i = end) {
        end = grid_row_end(grid, i);
        bool is_row = label_of_kind(grid->cells[i].hit.label, LABEL_ROW) != NULL;
        if (is_row && grid->cells[end - 1].shape != SHAPE_EMPTY)
            return false;
        nrows += is_row;
    }
    return nrows > 0;
}

/* Where each cell and its bar have a line of their own, a lone bar is a blank cell unless one
 * stands behind each row. */
static bool shows_ends(const struct grid *grid)
{
    return grid->reader == &grid_c || grid->reader == &grid_csv ||
           (grid->reader == &grid_bar_cells && strcmp(grid->layout, "B7") == 0 &&
            all_end_empty(grid));
}

void rows_doubt_ends(const struct reading *reading, struct row_runs *runs)
{
    const struct grid *grid = &reading->grid;
    if (!shows_ends(grid))
        return;
    for (size_t i = 0; i < runs->nitems; i++) {
        struct row_run *run = &runs->items[i];
        if (run->placing == GRID_PLACED && !run->is_stated && run->run.first < run->run.end &&
            grid_count(grid, &run->run) < run->run.width && lacks_cell(reading, run))
            run->placing = GRID_UNPLACED;
    }
}
