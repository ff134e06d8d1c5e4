/* Bars that stand between cells: | of any width, the lines of drawn frames and,
 * in frames of + and -, the crossings. */
#ifndef GOUJI_SRC_REPORT_BARS_H
#define GOUJI_SRC_REPORT_BARS_H

#include <stdbool.h>

#include "gouji/base/slice.h"

/* How many bars the text has, at most. 0: it surely has none. */
size_t bars_count(struct slice text);

/* Rows of more bars are the frame of a page, no table of the form. */
enum { BARS_MOST = 256 };

struct bar {
    size_t at, nbytes;
};

/* Finds the bars at which the line is cut: it has no more than a row may have, and its
 * tabs do not outnumber them. Returns how many; 0: it is not cut at bars. */
size_t bars_find(struct slice line, struct bar bars[BARS_MOST]);

/* Whether a bar ends right before `at`. */
bool bars_end_at(const char *text, size_t at);

/* Nothing but the strokes of a rule: ----, ====, ├──┼──┤, :---: */
bool bars_is_rule(struct slice text);

#endif
