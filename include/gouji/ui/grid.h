/* The screen as data: rows x columns of cells, each one glyph (a grapheme of
 * width 1 or 2, the second column of a wide one is a continuation) and a
 * style. Panes draw here; back ends (terminal, text dump) read it. All outside
 * text passes text/sanitise inside grid_put; nothing else writes glyphs. */
#ifndef GOUJI_UI_GRID_H
#define GOUJI_UI_GRID_H

#include <stdbool.h>
#include <stddef.h>

#include "gouji/base/slice.h"
#include "gouji/base/str.h"
#include "gouji/text/sanitise.h"

/* Semantic styles; a theme gives each its looks. */
#define GRID_STYLES(X)                                                                             \
    X(NORMAL, "normal")                                                                            \
    X(DIM, "dim")                                                                                  \
    X(TITLE, "title")                                                                              \
    X(HEADING, "heading")                                                                          \
    X(LABEL, "label") X(NUMBER, "number") X(ZERO, "zero") X(BLANK, "blank") X(ABSENT, "absent")    \
        X(UNPLACED, "unplaced") X(READING, "reading") X(ERROR, "finding.error")                    \
            X(WARNING, "finding.warning") X(INFO, "finding.info")                                  \
                X(UNDECIDED, "finding.undecided") X(DECIDED, "decided") X(STALE, "stale")          \
                    X(EVIDENCE, "evidence") X(UNCLAIMED, "unclaimed") X(CURSOR, "cursor")          \
                        X(CURSOR_IDLE, "cursor.idle") X(SELECTION, "selection") X(MATCH, "match")  \
                            X(TOKEN, "token") X(BORDER, "border") X(BORDER_FOCUS, "border.focus")  \
                                X(STATUS, "status") X(STATUS_ERROR, "status.error")                \
                                    X(STATUS_OK, "status.ok") X(KEY, "key")                        \
                                        X(KEY_TEXT, "key.text") X(PROMPT, "prompt")                \
                                            X(POPUP, "popup") X(NOTE, "note")                      \
                                                X(LINE_NUMBER, "line-number") X(BAR, "bar")

enum style {
#define X(id, name) STYLE_##id,
    GRID_STYLES(X)
#undef X
        STYLE_COUNT
};
const char *style_name(enum style style);

/* Sixteen bytes in all: screens are cleared, compared and copied by the thousand cells. */
struct grid_cell {
    char bytes[SANITISE_PLAIN_NBYTES + 1]; /* NUL-terminated UTF-8; "" in a continuation */
    unsigned char ncols;                   /* 1, 2; 0 in a continuation */
    unsigned char style;                   /* enum style */
};

struct grid;

struct grid *grid_new(int nrows, int ncols); /* NULL: no memory; sizes >= 1 */
void grid_free(struct grid *grid);
int grid_resize(struct grid *grid, int nrows, int ncols); /* content cleared */
int grid_rows(const struct grid *grid);
int grid_cols(const struct grid *grid);
const struct grid_cell *grid_at(const struct grid *grid, int row, int col);
/* What fits of the one into the other; their sizes usually agree. */
void grid_copy(struct grid *to, const struct grid *from);
/* One row, between grids equally wide or within one. */
void grid_copy_row(struct grid *to, int to_row, const struct grid *from, int from_row);
/* True when both rows, of grids equally wide, hold the same cells. */
bool grid_same_row(const struct grid *a, int row_a, const struct grid *b, int row_b);

/* A rectangle of a grid. Drawing outside it is clipped; a wide character that
 * does not fit at its right edge becomes a blank. */
struct area {
    struct grid *grid;
    int row, col, nrows, ncols;
};
struct area grid_area(struct grid *grid);
/* Part of an area, clipped to it. */
struct area area_part(struct area area, int row, int col, int nrows, int ncols);

void area_fill(struct area area, enum style style);
/* Draws text from (row, col) of the area, at most max_cols columns (-1: to the
 * edge). A negative col passes over what lies left of the area (a chopped line
 * scrolled sideways). Returns columns used, those passed over among them. Tokens of hostile
 * characters get STYLE_TOKEN. TABs advance to multiples of 8 counted from `col`. */
int area_put(struct area area, int row, int col, int max_cols, struct slice text, enum style style);
int area_puts(struct area area, int row, int col, int max_cols, const char *text, enum style style);
/* Right-aligned in [col, col+ncols); clipped with a leading '~'. */
void area_put_right(struct area area, int row, int col, int ncols, struct slice text,
                    enum style style);
/* Clipped with a trailing '~' when it does not fit ncols. */
int area_put_clipped(struct area area, int row, int col, int ncols, struct slice text,
                     enum style style);
/* Changes the style of cells already drawn. */
void area_restyle(struct area area, int row, int col, int ncols, enum style style);

/* Line drawing: UTF-8 or ASCII by `ascii`. */
void area_hline(struct area area, int row, int col, int ncols, bool ascii, enum style style);
void area_vline(struct area area, int row, int col, int nrows, bool ascii, enum style style);

/* The grid as text, one line a row, trailing blanks cut; with styles: a second
 * line block "row: col-col style" for goldens. */
void grid_dump(const struct grid *grid, bool with_styles, struct str *out);

#endif
