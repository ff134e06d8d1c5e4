#include "gouji/ui/grid.h"

#include <assert.h>
#include <stdlib.h>

#include "grid_cells.h"

struct grid {
    int nrows, ncols;
    struct grid_cell *cells;
};

static const char *const style_names[STYLE_COUNT] = {
#define X(id, name) [STYLE_##id] = (name),
    GRID_STYLES(X)
#undef X
};

const char *style_name(enum style style)
{
    return style_names[style];
}

/* By doubling: many cells are copied more quickly at once than one by one. */
static void fill_cells(struct grid_cell *cells, size_t ncells, struct grid_cell cell)
{
    cells[0] = cell;
    for (size_t done = 1; done < ncells; done *= 2)
        memcpy(cells + done, cells, (done < ncells - done ? done : ncells - done) * sizeof cell);
}

struct grid *grid_new(int nrows, int ncols)
{
    struct grid *grid = calloc(1, sizeof *grid);
    if (grid != NULL && grid_resize(grid, nrows, ncols) != 0) {
        free(grid);
        return NULL;
    }
    return grid;
}

void grid_free(struct grid *grid)
{
    if (grid == NULL)
        return;
    free(grid->cells);
    free(grid);
}

int grid_resize(struct grid *grid, int nrows, int ncols)
{
    assert(nrows >= 1 && ncols >= 1);
    size_t count = (size_t)nrows * (size_t)ncols;
    struct grid_cell *cells = malloc(count * sizeof *cells);
    if (cells == NULL)
        return -1;
    free(grid->cells);
    *grid = (struct grid){nrows, ncols, cells};
    for (int row = 0; row < nrows; row++)
        fill_cells(grid_cell(grid, row, 0), (size_t)ncols, grid_blank(STYLE_NORMAL));
    return 0;
}

int grid_rows(const struct grid *grid)
{
    return grid->nrows;
}

int grid_cols(const struct grid *grid)
{
    return grid->ncols;
}

const struct grid_cell *grid_at(const struct grid *grid, int row, int col)
{
    assert(row >= 0 && row < grid->nrows && col >= 0 && col < grid->ncols);
    return &grid->cells[(size_t)row * (size_t)grid->ncols + (size_t)col];
}

struct grid_cell *grid_cell(struct grid *grid, int row, int col)
{
    assert(row >= 0 && row < grid->nrows && col >= 0 && col < grid->ncols);
    return &grid->cells[(size_t)row * (size_t)grid->ncols + (size_t)col];
}

void grid_copy(struct grid *to, const struct grid *from)
{
    int nrows = to->nrows < from->nrows ? to->nrows : from->nrows;
    int ncols = to->ncols < from->ncols ? to->ncols : from->ncols;
    for (int row = 0; row < nrows; row++)
        memcpy(grid_cell(to, row, 0), grid_at(from, row, 0),
               (size_t)ncols * sizeof(struct grid_cell));
}

void grid_copy_row(struct grid *to, int to_row, const struct grid *from, int from_row)
{
    assert(to->ncols == from->ncols);
    memmove(grid_cell(to, to_row, 0), grid_at(from, from_row, 0),
            (size_t)to->ncols * sizeof(struct grid_cell));
}

/* Behind the bytes of a cell stand zeros only, so cells are compared whole. */
bool grid_same_row(const struct grid *a, int row_a, const struct grid *b, int row_b)
{
    assert(a->ncols == b->ncols);
    return memcmp(grid_at(a, row_a, 0), grid_at(b, row_b, 0),
                  (size_t)a->ncols * sizeof(struct grid_cell)) == 0;
}

void grid_fill(struct grid *grid, int row, int col, int ncols, struct grid_cell cell)
{
    if (ncols <= 0)
        return;
    grid_cut_before(grid, row, col);
    fill_cells(grid_cell(grid, row, col), (size_t)ncols, cell);
    grid_cut_behind(grid, row, col + ncols);
}

void grid_cut_before(struct grid *grid, int row, int col)
{
    struct grid_cell *cell = grid_cell(grid, row, col);
    if (cell->ncols == 0)
        cell[-1] = grid_blank(cell[-1].style);
}

void grid_cut_behind(struct grid *grid, int row, int col)
{
    struct grid_cell *last = grid_cell(grid, row, col - 1);
    if (col < grid->ncols && last[1].ncols == 0)
        last[1] = grid_blank(last[1].style);
}

static void dump_row(const struct grid *grid, int row, struct str *out)
{
    size_t end = out->nbytes;
    for (int col = 0; col < grid->ncols; col++) {
        const struct grid_cell *cell = grid_at(grid, row, col);
        str_add(out, cell->bytes);
        if (cell->ncols > 0 && strcmp(cell->bytes, " ") != 0)
            end = out->nbytes;
    }
    if (!out->failed && out->nbytes > end)
        str_remove(out, end, out->nbytes - end);
    str_byte(out, '\n');
}

static void dump_row_styles(const struct grid *grid, int row, struct str *out)
{
    int start = 0;
    for (int col = 1; col <= grid->ncols; col++) {
        unsigned char style = grid_at(grid, row, start)->style;
        if (col < grid->ncols && grid_at(grid, row, col)->style == style)
            continue;
        if (style != STYLE_NORMAL)
            str_format(out, "%d: %d-%d %s\n", row, start, col - 1, style_names[style]);
        start = col;
    }
}

void grid_dump(const struct grid *grid, bool with_styles, struct str *out)
{
    for (int row = 0; row < grid->nrows; row++)
        dump_row(grid, row, out);
    for (int row = 0; with_styles && row < grid->nrows; row++)
        dump_row_styles(grid, row, out);
}
