/* Tables the form does not know: kept cell by cell, not interpreted. */
#ifndef GOUJI_SRC_REPORT_LOCALS_H
#define GOUJI_SRC_REPORT_LOCALS_H

#include "pieces.h"

struct local_lines {
    size_t first, end;
    size_t nrows, ncols; /* where cells stand on lines of their own, or rows on several; else 0 */
    bool is_framed;      /* of these, rows between rules */
};

/* Lines of `pieces` that are searched one after the other up to `end`, and what is
 * known of those still to come: no line is looked at again from each before it. Starts
 * with nothing but these two. */
struct local_search {
    const struct pieces *pieces;
    size_t end;
    size_t rows_end;             /* no table of lines that are rows by themselves before it */
    size_t page_first, page_end; /* none between these of the page's table of page_first */
    size_t cells_end;            /* none of one cell a line before it */
    size_t stream_end;           /* none of cells between bars, on several lines, before it */
    size_t frame_end;            /* none of rows between rules, on several lines, before it */
    size_t nlooks;               /* lines looked at */
};

/* Finds the local table that starts at line `first`, which is behind those asked for
 * before: at least three rows of the same two or more cells with some value among them,
 * between tabs, or one tabbed line a cell with blank lines between rows, or cells that bars
 * end on several lines. False: none starts here. */
bool local_find(struct local_search *search, size_t first, struct local_lines *out);

/* Appends it to report->locals. */
int local_read(const struct pieces *pieces, struct local_lines lines, struct report *report,
               size_t *capacity, struct err *err);

#endif
