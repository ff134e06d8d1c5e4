/* Some programs print a merged cell once in every field it covers. The repeated texts
 * are taken back, so that the row reads as where it is printed once. */
#include "grid_bar.h"

enum { MOST_FIELDS = 64, LONG_NBYTES = 30 };

/* A misprinted one is known by its length: what is said in a value's place is short. */
static bool is_label(const struct grid *grid, const struct grid_cell *cell)
{
    return label_in_table(cell->hit.label, grid->table) ||
           (cell->shape == SHAPE_TEXT && cell->text.nbytes >= LONG_NBYTES);
}

static bool is_column_label(const struct grid *grid, const struct grid_cell *cell)
{
    const struct label *label = label_in_table(cell->hit.label, grid->table);
    while (label && label->kind != LABEL_COLUMN)
        label = label_in_table(label->next, grid->table);
    return label != NULL;
}

static bool repeats(const struct grid_cell *cell)
{
    return cell->shape != SHAPE_EMPTY && slice_equal(cell->text, cell[-1].text);
}

/* The merged columns of a row of column labels. False when it is none. */
static bool read_header(const struct grid *grid, size_t first, size_t end, bool *merged)
{
    bool found = false;
    for (size_t i = first; i < end && i - first < MOST_FIELDS; i++) {
        bool label = is_column_label(grid, &grid->cells[i]);
        found = found || label;
        merged[i - first] = label && i > first && repeats(&grid->cells[i]);
    }
    return found;
}

static void take_back(struct grid_cell *cell)
{
    cell->text = slice_make("", 0);
    cell->fold = NULL;
    cell->hit = (struct label_hit){0};
    cell->shape = SHAPE_EMPTY;
    cell->span.end = cell->span.start;
}

/* From the right, so that each is compared with what its neighbour printed. */
static void settle_row(struct grid *grid, size_t first, size_t end, const bool *merged)
{
    for (size_t i = end; i-- > first + 1;) {
        struct grid_cell *cell = &grid->cells[i];
        bool may = is_label(grid, cell) || (i - first < MOST_FIELDS && merged[i - first]);
        if (may && repeats(cell))
            take_back(cell);
    }
}

void grid_take_back_repeats(struct grid *grid)
{
    bool merged[MOST_FIELDS] = {false};
    for (size_t i = 0, end; i < grid->ncells; i = end) {
        bool header[MOST_FIELDS] = {false};
        for (end = i + 1; end < grid->ncells && grid->cells[end].row == grid->cells[i].row;)
            end++;
        if (read_header(grid, i, end, header))
            memcpy(merged, header, sizeof merged);
        settle_row(grid, i, end, merged);
    }
}
