#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include <unistr.h>

#include "gouji/text/width.h"
#include "terminal.h"

enum { RUN_NCELLS = 256 };

static bool same_cell(const struct grid_cell *a, const struct grid_cell *b)
{
    return a->style == b->style && a->ncols == b->ncols && strcmp(a->bytes, b->bytes) == 0;
}

/* Base character and combining marks as curses takes them. */
static int wide_chars(const char *bytes, wchar_t out[CCHARW_MAX + 1])
{
    const uint8_t *at = (const uint8_t *)bytes;
    int count = 0;
    ucs4_t ch;
    for (int nbytes; count < CCHARW_MAX && (nbytes = u8_strmbtouc(&ch, at)) > 0; at += nbytes)
        out[count++] = (wchar_t)ch;
    out[count] = L'\0';
    return count;
}

/* Drawn over two columns by the terminal's font: the blank behind it is left free. */
static bool is_padded(const struct grid_cell *cell, wchar_t wide, int ncols)
{
    return cell->ncols == 2 && ncols == 1 && width_is_ambiguous((uint32_t)wide);
}

/* The grid counts columns by our own tables, curses by the C library's. Where
 * they differ, the cell shows '?' so that nothing behind it is displaced.
 * Returns the columns that curses counts. */
static int cell_to_curses(const struct screen *screen, const struct grid_cell *cell,
                          const struct pen *pen, cchar_t *out)
{
    wchar_t wide[CCHARW_MAX + 1] = {(unsigned char)cell->bytes[0], L'\0'};
    int count = 1, ncols = 1;
    if (cell->bytes[0] < ' ' || cell->bytes[0] > '~' || cell->bytes[1] != '\0') {
        count = wide_chars(cell->bytes, wide);
        ncols = count > 0 ? wcwidth(wide[0]) : -1;
        if (ncols != cell->ncols && !is_padded(cell, wide[0], ncols)) {
            wcscpy(wide, L"?");
            ncols = 1;
        }
    }
    if (screen->manners.stand_ins && stand_in(wide[0]) != L'\0') {
        wide[0] = stand_in(wide[0]);
        wide[1] = L'\0';
        ncols = 1;
    }
    *out = pen->blank;
    if (count < 2)
        out->chars[0] = wide[0];
    else if (setcchar(out, wide, pen->attributes, 0, &pen->pair) == ERR)
        out->chars[0] = L'?';
    return ncols;
}

static bool is_blank(const struct grid_cell *cell)
{
    return cell->bytes[0] == ' ' && cell->bytes[1] == '\0';
}

/* What of a pen is seen where nothing is written. */
static bool same_paper(const struct pen *a, const struct pen *b)
{
    const attr_t seen = A_UNDERLINE | A_REVERSE;
    return a->background == b->background && !(a->attributes & seen) && !(b->attributes & seen);
}

static bool same_pen(const struct pen *a, const struct pen *b)
{
    return a->attributes == b->attributes && a->pair == b->pair;
}

static int skip_blanks(const struct grid *grid, int row, int col)
{
    while (col < grid_cols(grid) && is_blank(grid_at(grid, row, col)))
        col++;
    return col;
}

/* The pen of the words on both sides of a gap, where it is one; else NULL. */
static const struct pen *pen_across(const struct screen *screen, const struct grid *grid, int row,
                                    const struct pen *before, int next)
{
    if (!before || next >= grid_cols(grid))
        return NULL;
    return same_pen(before, &screen->pens[grid_at(grid, row, next)->style]) ? before : NULL;
}

/* Cells of one row that are handed over together. */
struct run {
    int row, start, count;
    cchar_t cells[RUN_NCELLS];
};

static void run_flush(struct run *run, int next)
{
    if (run->count > 0)
        mvadd_wchnstr(run->row, run->start, run->cells, run->count);
    run->count = 0;
    run->start = next;
}

/* `next`: the column behind the cell. */
static void run_add(struct run *run, const struct screen *screen, const struct grid_cell *cell,
                    const struct pen *pen, int next)
{
    int ncols = cell_to_curses(screen, cell, pen, &run->cells[run->count++]);
    if (ncols < cell->ncols)
        run->cells[run->count++] = pen->blank;
    if (run->count + 2 > RUN_NCELLS)
        run_flush(run, next);
}

/* What an erased row shows already. */
static bool is_bare(const struct grid_cell *cell, const struct pen *pen)
{
    return is_blank(cell) && pen->attributes == A_NORMAL && pen->pair == 0;
}

/* Cells [from, to) of a row, which begin and end at whole characters and behind what is no
 * blank. Gaps between words of one pen are written with it where they look the same, which
 * saves the terminal two changes of pen for each. */
static void put_run(const struct screen *screen, const struct grid *grid, int row, int from, int to,
                    bool erased)
{
    struct run run;
    run.row = row;
    run.count = 0;
    run.start = from;
    const struct grid_cell *line = grid_at(grid, row, 0);
    const struct pen *before = from > 0 ? &screen->pens[line[from - 1].style] : NULL;
    const struct pen *across = NULL;
    for (int col = from, gap_end = from, next; col < to; col = next) {
        const struct grid_cell *cell = &line[col];
        const struct pen *pen = &screen->pens[cell->style];
        next = col + (cell->ncols > 0 ? cell->ncols : 1);
        if (is_blank(cell) && col >= gap_end) {
            gap_end = skip_blanks(grid, row, col);
            across = pen_across(screen, grid, row, before, gap_end);
        }
        if (!is_blank(cell))
            before = pen;
        else if (across && same_paper(pen, across))
            pen = across;
        if (erased && is_bare(cell, pen))
            run_flush(&run, next);
        else
            run_add(&run, screen, cell, pen, next);
    }
    run_flush(&run, to);
}

static bool inside_char(const struct grid *grid, int row, int col)
{
    return col < grid_cols(grid) && grid_at(grid, row, col)->ncols == 0;
}

/* Paints what differs in the row; a run never begins or ends inside a wide
 * character, be it a new one or one that was there before, and takes the blanks
 * around it along, whose pen goes by what they stand between. */
static void paint_row(struct screen *screen, const struct grid *grid, int row)
{
    const struct grid *old = screen->shown;
    int ncols = grid_cols(grid), from = 0, to = ncols;
    if (grid_same_row(grid, row, old, row))
        return;
    while (same_cell(grid_at(grid, row, from), grid_at(old, row, from)))
        from++;
    while (same_cell(grid_at(grid, row, to - 1), grid_at(old, row, to - 1)))
        to--;
    while (from > 0 && (inside_char(grid, row, from) || inside_char(old, row, from) ||
                        is_blank(grid_at(grid, row, from - 1))))
        from--;
    while (to < ncols && (inside_char(grid, row, to) || inside_char(old, row, to) ||
                          is_blank(grid_at(grid, row, to))))
        to++;
    put_run(screen, grid, row, from, to, false);
}

static bool is_as_large(const struct grid *shown, const struct grid *grid)
{
    return shown != NULL && grid_rows(shown) == grid_rows(grid) &&
           grid_cols(shown) == grid_cols(grid);
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

/* The row and the next stand where two others stood, several lines off. */
static bool came_far(const struct grid *grid, const struct grid *old, int row)
{
    for (int by = -1; by <= 1; by++)
        if (row + by >= 0 && grid_same_row(grid, row, old, row + by))
            return false;
    for (int from = 0; from + 1 < grid_rows(old); from++)
        if (grid_same_row(grid, row, old, from) && grid_same_row(grid, row + 1, old, from + 1))
            return true;
    return false;
}

static bool moved_far(const struct grid *grid, const struct grid *old)
{
    for (int row = 0; row + 1 < grid_rows(grid); row++)
        if (came_far(grid, old, row))
            return true;
    return false;
}

/* curses scrolls several lines by one sequence, which not every emulator knows;
 * it does not where it believes those rows spoiled. */
static void keep_from_scrolling(const struct grid *grid, const struct grid *old)
{
    if (!moved_far(grid, old))
        return;
    for (int row = 0; row < grid_rows(grid); row++)
        if (!grid_same_row(grid, row, old, row))
            wredrawln(stdscr, row, 1);
}

/* curses itself finds rows that moved by a line and sends the least for the
 * rest, so it is given cells, never a clear. */
void paint_grid(struct screen *screen, const struct grid *grid)
{
    bool diff = is_as_large(screen->shown, grid) && !screen->anew;
    int nrows = grid_rows(grid) < LINES ? grid_rows(grid) : LINES;
    int ncols = grid_cols(grid) < COLS ? grid_cols(grid) : COLS;
    if (screen->anew) {
        clearok(curscr, TRUE);
        screen->anew = false;
    }
    if (diff)
        keep_from_scrolling(grid, screen->shown);
    else
        erase();
    for (int row = 0; row < nrows; row++)
        if (diff)
            paint_row(screen, grid, row);
        else
            put_run(screen, grid, row, 0, ncols, true);
}
