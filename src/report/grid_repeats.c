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
    for (size_t i = first; i < end && grid->cells[i].column < MOST_FIELDS; i++) {
        const struct grid_cell *cell = &grid->cells[i];
        if (!cell->hit.label || !is_column_label(grid, cell))
            continue;
        found = true;
        merged[cell->column] = i > first && repeats(cell);
    }
    return found;
}

static void take_back(struct grid_cell *cell)
{
    cell->text = slice_make("", 0);
    cell->piece = NULL;
    cell->hit = (struct label_hit){0};
    cell->shape = SHAPE_EMPTY;
    cell->span.end = cell->span.start;
}

/* From the right, so that each is compared with what its neighbour printed. */
static void settle_row(struct grid *grid, size_t first, size_t end, const bool *merged)
{
    for (size_t i = end - 1; i > first; i--) {
        struct grid_cell *cell = &grid->cells[i];
        if (cell->shape == SHAPE_EMPTY)
            continue;
        bool covers = is_label(grid, cell);
        bool may = covers || (cell->column < MOST_FIELDS && merged[cell->column]);
        if (!may || !repeats(cell))
            continue;
        take_back(cell);
        cell->is_covered = covers;
    }
}

/* NaN, None, <NA>; other marks have signs or ideographs. */
static bool is_filler(const struct grid_cell *cell)
{
    char first = cell->shape == SHAPE_MARK ? *cell->text.ptr : '\0';
    return (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z') || first == '<' ||
           first == '#';
}

/* The columns of the values, as the rows of a header name them. */
struct named {
    bool of[MOST_FIELDS];
    size_t first;
};

static void name_columns(const struct grid *grid, size_t first, size_t end, bool is_first,
                         struct named *out)
{
    if (is_first)
        *out = (struct named){.first = MOST_FIELDS};
    for (size_t i = first; i < end && grid->cells[i].column < MOST_FIELDS; i++) {
        size_t column = grid->cells[i].column;
        if (!is_column_label(grid, &grid->cells[i]))
            continue;
        out->of[column] = true;
        out->first = column < out->first ? column : out->first;
    }
}

static bool is_header(const struct grid *grid, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        const struct label *label = label_in_table(grid->cells[i].hit.label, grid->table);
        for (; label; label = label_in_table(label->next, grid->table))
            if (label->kind != LABEL_ROW)
                return true;
    }
    return false;
}

/* Data frames print such words in the fields that merged cells cover, too: in headers, left
 * of the first column and in columns without a name. Nothing stands there. */
static void take_back_fillers(struct grid *grid)
{
    struct named named = {.first = MOST_FIELDS};
    bool was_header = false;
    for (size_t i = 0, end; i < grid->ncells; i = end) {
        end = grid_row_end(grid, i);
        bool header = is_header(grid, i, end);
        if (header)
            name_columns(grid, i, end, !was_header, &named);
        was_header = header;
        for (size_t k = i; k < end && named.first < MOST_FIELDS; k++) {
            struct grid_cell *cell = &grid->cells[k];
            bool has_value = !header && cell->column < MOST_FIELDS && named.of[cell->column];
            if (!has_value && is_filler(cell))
                take_back(cell);
        }
    }
}

static bool has_fillers(const struct grid *grid)
{
    for (size_t i = 0; i < grid->ncells; i++)
        if (is_filler(&grid->cells[i]))
            return true;
    return false;
}

void grid_take_back_repeats(struct grid *grid)
{
    if (has_fillers(grid))
        take_back_fillers(grid);
    bool merged[MOST_FIELDS] = {false};
    for (size_t i = 0, end; i < grid->ncells; i = end) {
        bool header[MOST_FIELDS] = {false};
        end = grid_row_end(grid, i);
        if (read_header(grid, i, end, header))
            memcpy(merged, header, sizeof merged);
        settle_row(grid, i, end, merged);
    }
}
