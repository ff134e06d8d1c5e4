/* Bars that stand between cells: | of any width, the lines of drawn frames and,
 * in frames of + and -, the crossings. */
#ifndef GOUJI_SRC_REPORT_BARS_H
#define GOUJI_SRC_REPORT_BARS_H

#include <stdbool.h>
#include <stdint.h>

#include "gouji/base/slice.h"

/* How many bars the text has, at most. 0: it surely has none. */
size_t bars_count(struct slice text);

/* Rows of more bars are the frame of a page, no table of the form. */
enum { BARS_MOST = 256 };

struct bar {
    uint32_t at, nbytes;
};

/* All that a line may be cut at, found in one pass. */
struct cuts {
    size_t nbars, ntabs; /* nbars: of all, bars[] holds no more than BARS_MOST */
    size_t blank;        /* the first behind a character that is none; the line's size */
    struct bar bars[BARS_MOST];
};

void bars_find(struct slice line, struct cuts *out);

/* The size of the blank that the text begins with: white space that may stand between two
 * cells, but no tab; 0 for none. The text is not empty. */
size_t bars_blank_size(struct slice text);

/* Whether a bar ends right before `at`. */
bool bars_end_at(const char *text, size_t at);

/* Nothing but the strokes of a rule: ----, ====, ├──┼──┤, :---: */
bool bars_is_rule(struct slice text);

#endif
