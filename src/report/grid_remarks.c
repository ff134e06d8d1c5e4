/* 备注: a column behind the table's own, whose header is no label of the form and whose fields
 * are texts. It is left out, so that every row has the fields of the form. */
#include "grid_bar.h"

enum { MOST_HEAD_NBYTES = 18 };
static const uint32_t NO_COLUMN = UINT32_MAX;

static bool is_header_cell(const struct grid *grid, const struct grid_cell *cell)
{
    const struct label *label = label_in_table(cell->hit.label, grid->table);
    while (label && label->kind == LABEL_ROW)
        label = label_in_table(label->next, grid->table);
    return label != NULL;
}

/* The column of the unknown short text behind a header's labels, NO_COLUMN without one. */
static uint32_t remark_column(const struct grid *grid, size_t first, size_t end)
{
    size_t last = end;
    bool is_header = false;
    for (size_t i = first; i < end; i++) {
        is_header = is_header || is_header_cell(grid, &grid->cells[i]);
        last = grid->cells[i].shape != SHAPE_EMPTY ? i : last;
    }
    if (!is_header || last == end)
        return NO_COLUMN;
    const struct grid_cell *cell = &grid->cells[last];
    bool is_head = cell->shape == SHAPE_TEXT && !cell->hit.label &&
                   cell->text.nbytes <= MOST_HEAD_NBYTES && cell->column > 0;
    return is_head ? cell->column : NO_COLUMN;
}

/* Whether in the rows up to the next header of such a column values stand before it, and
 * nothing but texts that are no labels from it on. */
static bool has_only_texts(const struct grid *grid, size_t first, uint32_t column)
{
    bool has_values = false;
    for (size_t i = first, end; i < grid->ncells; i = end) {
        end = grid_row_end(grid, i);
        if (i > first && remark_column(grid, i, end) != NO_COLUMN)
            break;
        for (size_t k = i; k < end; k++) {
            const struct grid_cell *cell = &grid->cells[k];
            bool is_value = grid_is_value(cell);
            if (cell->column >= column &&
                (is_value || label_in_table(cell->hit.label, grid->table)))
                return false;
            has_values = has_values || is_value;
        }
    }
    return has_values;
}

static void leave_out(struct grid_cell *cell)
{
    cell->text = slice_make("", 0);
    cell->piece = NULL;
    cell->shape = SHAPE_EMPTY;
    cell->is_beside = true;
}

void grid_leave_remarks(struct grid *grid)
{
    uint32_t column = NO_COLUMN;
    for (size_t i = 0, end; i < grid->ncells; i = end) {
        end = grid_row_end(grid, i);
        uint32_t own = remark_column(grid, i, end);
        if (own != NO_COLUMN)
            column = has_only_texts(grid, i, own) ? own : NO_COLUMN;
        for (size_t k = i; k < end && column != NO_COLUMN; k++)
            if (grid->cells[k].column >= column && grid->cells[k].shape == SHAPE_TEXT)
                leave_out(&grid->cells[k]);
    }
}
