#include "gouji/text/sanitise.h"
#include "gouji/text/width.h"
#include "gouji/ui/grid.h"
#include "grid_cells.h"

enum { TAB_NCOLS = 8 };

struct area grid_area(struct grid *grid)
{
    return (struct area){grid, 0, 0, grid_rows(grid), grid_cols(grid)};
}

/* Clips [*start, *start + *count) to [0, limit). */
static void clip(int *start, int *count, int limit)
{
    if (*start < 0) {
        *count += *start;
        *start = 0;
    }
    if (*start > limit)
        *start = limit;
    if (*count > limit - *start)
        *count = limit - *start;
    if (*count < 0)
        *count = 0;
}

struct area area_part(struct area area, int row, int col, int nrows, int ncols)
{
    clip(&row, &nrows, area.nrows);
    clip(&col, &ncols, area.ncols);
    return (struct area){area.grid, area.row + row, area.col + col, nrows, ncols};
}

void area_fill(struct area area, enum style style)
{
    for (int row = 0; row < area.nrows; row++)
        grid_fill(area.grid, area.row + row, area.col, area.ncols, grid_blank(style));
}

/* One drawing of text: the columns [from, to) of the area's row are open to it;
 * what lies left of `from` is passed over, what reaches over `to` ends it. */
struct pen {
    struct area area;
    struct grid_cell *cells; /* of the area's row */
    int row, col, from, to;
};

static void pen_begin(struct pen *pen)
{
    pen->cells = grid_cell(pen->area.grid, pen->area.row + pen->row, 0) + pen->area.col;
}

static void pen_end(const struct pen *pen)
{
    int end = pen->col < pen->to ? pen->col : pen->to;
    if (end > pen->from)
        grid_cut_behind(pen->area.grid, pen->area.row + pen->row, pen->area.col + end);
}

/* Nearly all characters are of one byte or of three. */
static void copy_bytes(char *to, struct slice bytes)
{
    to[0] = bytes.ptr[0];
    if (bytes.nbytes == 3) {
        to[1] = bytes.ptr[1];
        to[2] = bytes.ptr[2];
    } else if (bytes.nbytes > 1) {
        memcpy(to, bytes.ptr, bytes.nbytes);
    }
}

static void pen_cell(struct pen *pen, struct slice bytes, int ncols, enum style style)
{
    int first = pen->col < pen->from ? pen->from : pen->col;
    bool whole = first == pen->col && first + ncols <= pen->to;
    pen->col += ncols;
    if (first >= pen->col || first >= pen->to)
        return;
    if (first == pen->from)
        grid_cut_before(pen->area.grid, pen->area.row + pen->row, pen->area.col + first);
    struct grid_cell *cell = &pen->cells[first];
    *cell = (struct grid_cell){.ncols = 1, .style = (unsigned char)style};
    copy_bytes(cell->bytes, whole ? bytes : slice_of(" "));
    if (!whole || ncols == 1)
        return;
    cell[0].ncols = 2;
    cell[1] = (struct grid_cell){.ncols = 0, .style = (unsigned char)style};
}

static void pen_glyph(struct pen *pen, const struct glyph *glyph, int origin, enum style style)
{
    if (glyph->kind == SANITISE_TAB) {
        int next = origin + ((pen->col - origin) / TAB_NCOLS + 1) * TAB_NCOLS;
        while (pen->col < next && pen->col < pen->to)
            pen_cell(pen, slice_of(" "), 1, style);
    } else if (glyph->kind == SANITISE_TOKEN) {
        /* Tokens are ASCII: a cell each byte, so that they can be clipped anywhere. */
        for (size_t i = 0; i < glyph->nbytes && pen->col < pen->to; i++)
            pen_cell(pen, slice_make(glyph->bytes + i, 1), 1, STYLE_TOKEN);
    } else {
        pen_cell(pen, slice_make(glyph->bytes, glyph->nbytes), glyph->ncols, style);
    }
}

int area_put(struct area area, int row, int col, int max_cols, struct slice text, enum style style)
{
    if (row < 0 || row >= area.nrows || col >= area.ncols || max_cols == 0 || text.nbytes == 0)
        return 0;
    int to = area.ncols;
    if (max_cols > 0 && max_cols < to - col)
        to = col + max_cols;
    struct pen pen = {.area = area, .row = row, .col = col, .from = col > 0 ? col : 0, .to = to};
    pen_begin(&pen);
    while (text.nbytes > 0 && pen.col < pen.to) {
        struct glyph glyph;
        size_t nbytes = sanitise_plain(text);
        if (nbytes > 0) {
            pen_cell(&pen, slice_make(text.ptr, nbytes), sanitise_plain_cols(nbytes), style);
        } else {
            sanitise_next(text, &glyph);
            pen_glyph(&pen, &glyph, col, style);
            nbytes = glyph.consumed;
        }
        text = slice_make(text.ptr + nbytes, text.nbytes - nbytes);
    }
    pen_end(&pen);
    return (pen.col < to ? pen.col : to) - col;
}

int area_puts(struct area area, int row, int col, int max_cols, const char *text, enum style style)
{
    return area_put(area, row, col, max_cols, slice_of(text), style);
}

void area_put_right(struct area area, int row, int col, int ncols, struct slice text,
                    enum style style)
{
    if (ncols <= 0)
        return;
    int width = width_text(text);
    if (width <= ncols) {
        area_put(area, row, col + ncols - width, width, text, style);
        return;
    }
    while (text.nbytes > 0 && width > ncols - 1) {
        size_t nbytes = width_cluster(text);
        text = slice_make(text.ptr + nbytes, text.nbytes - nbytes);
        width = width_text(text);
    }
    area_puts(area, row, col, 1, "~", style);
    for (int blank = 1; blank < ncols - width; blank++)
        area_puts(area, row, col + blank, 1, " ", style);
    area_put(area, row, col + ncols - width, width, text, style);
}

int area_put_clipped(struct area area, int row, int col, int ncols, struct slice text,
                     enum style style)
{
    if (ncols <= 0)
        return 0;
    if (width_within(text, ncols))
        return area_put(area, row, col, ncols, text, style);
    int used = 0;
    size_t nbytes = width_fit(text, ncols - 1, &used);
    area_put(area, row, col, used, slice_make(text.ptr, nbytes), style);
    area_puts(area, row, col + used, 1, "~", style);
    return used + 1;
}

void area_restyle(struct area area, int row, int col, int ncols, enum style style)
{
    if (row < 0 || row >= area.nrows)
        return;
    clip(&col, &ncols, area.ncols);
    if (ncols == 0)
        return;
    struct grid_cell *first = grid_cell(area.grid, area.row + row, area.col + col);
    struct grid_cell *last = first + ncols - 1;
    /* Both halves of a wide character look alike. */
    if (first->ncols == 0)
        first--;
    if (last->ncols == 2)
        last++;
    for (struct grid_cell *cell = first; cell <= last; cell++)
        cell->style = (unsigned char)style;
}

static void put_line(struct area area, int row, int col, int ncols, const char *glyph,
                     enum style style)
{
    struct grid_cell cell = {.ncols = 1, .style = (unsigned char)style};
    struct slice bytes = slice_of(glyph);
    memcpy(cell.bytes, bytes.ptr, bytes.nbytes);
    clip(&col, &ncols, area.ncols);
    if (row >= 0 && row < area.nrows)
        grid_fill(area.grid, area.row + row, area.col + col, ncols, cell);
}

void area_hline(struct area area, int row, int col, int ncols, bool ascii, enum style style)
{
    put_line(area, row, col, ncols, ascii ? "-" : "─", style);
}

void area_vline(struct area area, int row, int col, int nrows, bool ascii, enum style style)
{
    for (int i = 0; i < nrows; i++)
        put_line(area, row + i, col, 1, ascii ? "|" : "│", style);
}
