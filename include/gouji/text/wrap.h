/* Breaking one logical line (no line ends inside) into screen rows. Break
 * opportunities are UAX 14's by libunistring plus kinsoku: never before
 * 、。，！？；：”’）》】…, never after “‘（《【; Latin words and numbers with
 * their units (件, 条, %, 万元, 年, 月, 日) stay together while they fit. A word
 * wider than the row is broken at grapheme clusters. TABs advance to multiples
 * of 8 columns. Trailing blanks hang, they never start a row. */
#ifndef GOUJI_TEXT_WRAP_H
#define GOUJI_TEXT_WRAP_H

#include <stddef.h>

#include "gouji/base/err.h"
#include "gouji/base/slice.h"

struct wrap_row {
    size_t start; /* bytes into the line */
    size_t end;
};

/* Rows of `line` at ncols >= 2 columns; at least one row, also for an empty
 * line. *rows is the caller's (free). -1: no memory. */
int wrap_line(struct slice line, int ncols, struct wrap_row **rows, size_t *nrows, struct err *err);

#endif
