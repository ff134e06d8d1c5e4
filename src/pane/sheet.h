/* The rebuilt tables as one sheet of rows, one table below the other: titles,
 * headers, data rows. Knows the columns' widths; the tables pane draws it. */
#ifndef GOUJI_PANE_SHEET_H
#define GOUJI_PANE_SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "gouji/base/str.h"
#include "gouji/report/report.h"
#include "gouji/review/review.h"

enum { SHEET_HEADER_ROWS = 3, SHEET_MAX_COLS = 16 };

enum sheet_kind {
    SHEET_TITLE,  /* name, title, state of a table, or a local one's title */
    SHEET_WHY,    /* why it is incomplete or doubtful, or its other reading */
    SHEET_HEADER, /* SHEET_HEADER_ROWS of them at most, `row` counts them */
    SHEET_GROUP,  /* label without cells */
    SHEET_DATA,
    SHEET_LOCAL, /* a row of a local table */
    SHEET_GAP,
};

struct sheet_row {
    enum sheet_kind kind;
    int table; /* enum table_id; TABLE_COUNT + index for local ones */
    size_t block, row;
};

/* Widths of one block's (or local table's) columns. */
struct sheet_block {
    int table;
    size_t block;
    int label_cols;
    int col_cols; /* value columns are of one width, without flag and gap */
    size_t ncols;
    int header_rows;
};

struct sheet {
    const struct report *report;
    struct sheet_row *rows;
    size_t nrows, capacity;
    struct sheet_block *blocks;
    size_t nblocks, blocks_capacity;
};

void sheet_release(struct sheet *sheet);
/* Lays the report's tables out for ncols columns. -1: no memory. */
int sheet_build(struct sheet *sheet, const struct review *review, int ncols);
const struct sheet_block *sheet_block_of(const struct sheet *sheet, const struct sheet_row *row);
/* The form's cell at a data row and column; NULL elsewhere. */
const struct cell *sheet_cell(const struct sheet *sheet, const struct sheet_row *row, size_t col);
/* The label of a row, its ordinal in front. */
void sheet_label(const struct sheet *sheet, const struct sheet_row *row, struct str *out);
/* Of a row of a local table; empty elsewhere. */
struct span sheet_local_span(const struct sheet *sheet, const struct sheet_row *row, size_t col);
struct slice sheet_local_text(const struct sheet *sheet, const struct sheet_row *row, size_t col);
/* What stands of a column's label in its n-th header row of ncols columns; the
 * rows are about equally long, the last may be too long. Empty below it. */
struct slice sheet_header_part(struct slice label, int ncols, size_t row);
/* What stands in a cell on the screen; states are told apart by sign. */
void sheet_value(const struct seen *seen, struct str *out);
/* Whether the cursor may stand there. */
bool sheet_is_stop(const struct sheet_row *row);

#endif
