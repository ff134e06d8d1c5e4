/* A table of the form as cells with spans, before any writer flattens it. */
#ifndef ACCURACY_GRID_H
#define ACCURACY_GRID_H

#include "sheet.h"

enum { GRID_CELLS = 400, GRID_ROWS = 48, GRID_COLS = 16, GRID_LOCAL = 3 };

enum kind { KIND_CAPTION, KIND_HEAD, KIND_LABEL, KIND_VALUE, KIND_EXTRA };

struct gcell {
    int row, col, rowspan, colspan;
    enum kind kind;
    int value;      /* index into the sheet's values; -1: `text` is printed */
    bool lost;      /* dropped from its row without a trace */
    char text[160]; /* a line break in it is a break inside the cell */
};

struct grow {
    bool head, gone;  /* head: no values; gone: lost with its page */
    bool page_before; /* a page ends above it */
};

struct grid {
    int table;                 /* 0 … 2 */
    int nrows, ncols, nlabels; /* label columns; the rest are values */
    int ncells;
    struct gcell cells[GRID_CELLS];
    struct grow rows[GRID_ROWS];
};

/* A place in a printed row: a cell of its own, or the rest of one above. */
struct slot {
    const struct gcell *cell;
    bool own;
};

/* The places of a row from left to right; returns how many. */
int grid_row(const struct grid *grid, int row, struct slot slots[GRID_COLS]);
bool slot_is_blank(const struct sheet *sheet, const struct slot *slot);
/* Of the row: how many value cells, how many of them print nothing. */
void grid_count(const struct sheet *sheet, const struct grid *grid, int row, int *nvalues,
                int *nblank);

/* The three tables of the sheet's form, values drawn and added to the sheet. */
void grid_make(struct sheet *sheet, int table, struct grid *grid);

/* Marks every value of the row, printed or not, as one whose place the text
 * does not decide. Rows that print no number are left open. */
void grid_unplace_row(struct sheet *sheet, const struct grid *grid, int row);
/* A table of figures that some places add; nothing in it is a cell of the form. */
void grid_make_local(struct sheet *sheet, struct grid *grid);

/* Whether every value cell of the row is there and prints something. */
bool grid_row_is_full(const struct sheet *sheet, const struct grid *grid, int row);
/* A row that prints nothing at all may be taken for absent. */
void grid_excuse_blank_row(struct sheet *sheet, const struct grid *grid, int row);
/* Takes a row, or one cell of a row, out of the text altogether. */
void grid_forget_row(struct sheet *sheet, struct grid *grid, int row);
void grid_lose_cell(struct sheet *sheet, struct grid *grid, int row);
/* Rows with fewer printed cells than columns are unplaced. */
void grid_unplace_short_rows(struct sheet *sheet, const struct grid *grid);

#endif
