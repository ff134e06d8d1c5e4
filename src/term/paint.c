#include <stdlib.h>
#include <string.h>

#include "gouji/text/decode.h"
#include "gouji/text/width.h"
#include "terminal.h"

/* Last, since their macros are common words. */
#include <curses.h>
#include <term.h>

/* Fewer unchanged columns are written again rather than passed over. */
enum { GAP_NCOLS = 5 };

static bool is_blank(const struct grid_cell *cell)
{
    return memcmp(cell->bytes, " ", 2) == 0;
}

/* ---- the cursor ---- */

void paint_move(struct screen *screen, int row, int col)
{
    struct str *out = &screen->out;
    if (screen->row == row && screen->col == col)
        return;
    if (!move_standout_mode && screen->pen != &screen->pens[PEN_BARE])
        pen_take(screen, &screen->pens[PEN_BARE]);
    if (screen->row == row && col == 0 && carriage_return != NULL)
        terminal_put(out, carriage_return);
    else if (screen->row == row && screen->col < col && screen->col >= 0 &&
             parm_right_cursor != NULL)
        terminal_put_right(out, col - screen->col);
    else
        terminal_put_place(out, row, col);
    screen->row = row;
    screen->col = col;
}

/* Where it stands behind the last column differs between terminals. */
static void advance(struct screen *screen, int ncols)
{
    screen->col += ncols;
    if (screen->col >= screen->ncols)
        screen->row = screen->col = -1;
}

void paint_cursor(struct screen *screen, int row, int col)
{
    pen_take(screen, &screen->pens[PEN_BARE]);
    if (row >= 0)
        paint_move(screen, row < screen->nrows ? row : screen->nrows - 1,
                   col < 0               ? 0
                   : col < screen->ncols ? col
                                         : screen->ncols - 1);
    if (screen->hidden != (row < 0))
        terminal_put(&screen->out, row < 0 ? cursor_invisible : cursor_normal);
    screen->hidden = row < 0;
}

/* ---- cells ---- */

/* Drawn over two columns by the terminal's font: the blank behind it is left free. */
static bool is_padded(const struct grid_cell *cell, wchar_t wide, int ncols)
{
    return cell->ncols == 2 && ncols == 1 && width_is_ambiguous((uint32_t)wide);
}

/* By the C library's tables; the ideographs that Unicode began with are in all of them. */
static int library_cols(int32_t c)
{
    return c >= 0x4E00 && c <= 0x9FA5 ? 2 : wcwidth((wchar_t)c);
}

/* All its bytes, of which so many are of the first character. */
static void put_bytes(struct str *out, const struct grid_cell *cell, size_t nbytes)
{
    char *room = str_room(out, sizeof cell->bytes);
    if (room == NULL)
        return;
    memcpy(room, cell->bytes, sizeof cell->bytes);
    str_took(out, cell->bytes[nbytes] == '\0' ? nbytes : strlen(cell->bytes));
}

/* The grid counts columns by our own tables, terminals mostly by the C library's. Where they
 * differ, the cell shows '?' so that nothing behind it is displaced. Returns the columns. */
static int put_glyph(struct screen *screen, const struct grid_cell *cell)
{
    size_t nbytes;
    int32_t c = text_next(cell->bytes, sizeof cell->bytes, &nbytes);
    wchar_t shown = L'\0';
    if (c >= 0 && c < 0x80) {
        put_bytes(&screen->out, cell, nbytes);
        return 1;
    }
    int ncols = library_cols(c);
    if (ncols != cell->ncols && !is_padded(cell, (wchar_t)c, ncols))
        shown = L'?';
    else if (screen->manners.stand_ins)
        shown = stand_in((wchar_t)c);
    if (shown == L'\0') {
        put_bytes(&screen->out, cell, nbytes);
        return ncols;
    }
    str_byte(&screen->out, (char)shown);
    return 1;
}

static void put_cell(struct screen *screen, const struct grid_cell *cell)
{
    struct pen *pen = &screen->pens[cell->style];
    bool serves = screen->pen != NULL && is_blank(cell) && pen_same_paper(screen->pen, pen);
    if (screen->pen != pen && !serves)
        pen_take(screen, pen);
    for (int ncols = put_glyph(screen, cell); ncols < cell->ncols; ncols++)
        str_byte(&screen->out, ' ');
    advance(screen, cell->ncols);
}

/* ---- rows ---- */

/* A row that is to be shown, beside the one that is. */
struct line {
    int row;
    int limit; /* columns that are sent */
    int tail;  /* from this column on it is as an erased one */
    const struct grid_cell *cells;
    const struct grid_cell *shown; /* NULL: it has been erased */
};

/* As an erased place looks. */
static bool is_erased(const struct screen *screen, const struct grid_cell *cell)
{
    return is_blank(cell) && screen->is_bare[cell->style];
}

/* Behind the bytes of a cell stand zeros only. */
static bool is_shown(const struct screen *screen, const struct grid_cell *a,
                     const struct grid_cell *b)
{
    if (memcmp(a->bytes, b->bytes, sizeof a->bytes) != 0 || a->ncols != b->ncols ||
        b->style == PEN_UNKNOWN)
        return false;
    const struct pen *x = &screen->pens[a->style], *y = &screen->pens[b->style];
    return x == y || (is_blank(a) ? pen_same_paper(x, y) : pen_same(x, y));
}

/* The first of the columns [col, limit) that is not shown as it is to be; limit: none. */
static int next_change(const struct screen *screen, const struct line *line, int col, int limit)
{
    if (line->shown == NULL)
        while (col < limit && is_erased(screen, &line->cells[col]))
            col++;
    else
        while (col < limit && is_shown(screen, &line->cells[col], &line->shown[col]))
            col++;
    return col;
}

static bool inside_char(const struct line *line, int col)
{
    return line->cells[col].ncols == 0 || (line->shown != NULL && line->shown[col].ncols == 0);
}

/* The last column of all would scroll some terminals. */
static int usable_cols(const struct screen *screen, const struct grid *grid, int row)
{
    bool scrolls = auto_right_margin && !eat_newline_glitch && row == screen->nrows - 1;
    int ncols = scrolls ? screen->ncols - 1 : screen->ncols;
    return ncols < grid_cols(grid) ? ncols : grid_cols(grid);
}

static int find_tail(const struct screen *screen, const struct grid_cell *cells, int ncols)
{
    while (ncols > 0 && is_erased(screen, &cells[ncols - 1]))
        ncols--;
    return ncols;
}

/* The end of what differs from `from` on: behind it stand enough that do not. */
static int span_end(const struct screen *screen, const struct line *line, int from)
{
    int end, reach, next = from;
    do {
        end = next + 1;
        reach = end + GAP_NCOLS < line->limit ? end + GAP_NCOLS : line->limit;
        next = next_change(screen, line, end, reach);
    } while (next < reach);
    while (end < line->limit && inside_char(line, end))
        end++;
    return end;
}

static void erase_tail(struct screen *screen)
{
    struct pen *bare = &screen->pens[PEN_BARE];
    if (screen->pen == NULL || !pen_same_paper(screen->pen, bare))
        pen_take(screen, bare);
    terminal_put(&screen->out, clr_eol);
}

/* Cells [from, to), whole characters in what is shown and what is to be. Returns the column
 * behind what was sent. */
static int put_span(struct screen *screen, const struct line *line, int from, int to)
{
    enum { WORTH_ERASING = 4 };
    bool erases = clr_eol != NULL && to - line->tail >= WORTH_ERASING;
    paint_move(screen, line->row, from);
    for (int col = from; col < to;) {
        const struct grid_cell *cell = &line->cells[col];
        if (erases && col >= line->tail) {
            erase_tail(screen);
            return line->limit;
        }
        put_cell(screen, cell);
        col += cell->ncols > 0 ? cell->ncols : 1;
    }
    return to;
}

static void paint_row(struct screen *screen, const struct grid *grid, int row, bool erased)
{
    struct line line = {.row = row, .cells = grid_at(grid, row, 0)};
    if (!erased && grid_same_row(grid, row, screen->shown, row))
        return;
    line.shown = erased ? NULL : grid_at(screen->shown, row, 0);
    line.limit = usable_cols(screen, grid, row);
    line.tail = find_tail(screen, line.cells, grid_cols(grid));
    if (erased && line.tail < line.limit)
        line.limit = line.tail;
    int col = 0;
    while ((col = next_change(screen, &line, col, line.limit)) < line.limit) {
        int from = col, to = span_end(screen, &line, col);
        while (from > 0 && inside_char(&line, from))
            from--;
        col = put_span(screen, &line, from, to);
    }
}

/* ---- frames ---- */

void paint_forget(struct screen *screen)
{
    if (screen->shown != NULL)
        area_fill(grid_area(screen->shown), (enum style)PEN_UNKNOWN);
}

static bool is_as_large(const struct grid *shown, const struct grid *grid)
{
    return shown != NULL && grid_rows(shown) == grid_rows(grid) &&
           grid_cols(shown) == grid_cols(grid);
}

static void erase_all(struct screen *screen)
{
    pen_take(screen, &screen->pens[PEN_BARE]);
    terminal_put(&screen->out, clear_screen);
    screen->row = screen->col = -1;
    screen->anew = false;
}

void paint_grid(struct screen *screen, const struct grid *grid)
{
    bool erased = screen->anew || !is_as_large(screen->shown, grid);
    int nrows = grid_rows(grid) < screen->nrows ? grid_rows(grid) : screen->nrows;
    if (erased)
        erase_all(screen);
    else
        shift_rows(screen, grid);
    for (int row = 0; row < nrows; row++)
        paint_row(screen, grid, row, erased);
}

void paint_keep(struct screen *screen, const struct grid *grid)
{
    if (!is_as_large(screen->shown, grid)) {
        grid_free(screen->shown);
        screen->shown = grid_new(grid_rows(grid), grid_cols(grid));
    }
    if (screen->shown != NULL)
        grid_copy(screen->shown, grid);
}
