/* Bars that stand between cells: | of any width, the lines of drawn frames and,
 * in frames of + and -, the crossings. */
#ifndef GOUJI_SRC_REPORT_BARS_H
#define GOUJI_SRC_REPORT_BARS_H

#include <stdbool.h>

#include "gouji/base/slice.h"

/* How many bars the text has, at most. 0: it surely has none. */
size_t bars_count(struct slice text);

/* Whether the line is cut at its bars: it has some, no more than a row may have,
 * and its tabs do not outnumber them. */
bool bars_cut(struct slice line);

/* The first bar at or behind `at` and its size; line.nbytes when there is none. */
size_t bars_next(struct slice line, size_t at, size_t *nbytes);

/* Whether a bar ends right before `at`. */
bool bars_end_at(const char *text, size_t at);

/* Nothing but the strokes of a rule: ----, ====, ├──┼──┤, :---: */
bool bars_is_rule(struct slice text);

#endif
