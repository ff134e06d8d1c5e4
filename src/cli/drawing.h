/* Tables drawn with lines: columns as wide as their values need, labels and
 * headers broken into rows, wide characters counted as two columns. */
#ifndef GOUJI_SRC_CLI_DRAWING_H
#define GOUJI_SRC_CLI_DRAWING_H

#include "gouji/base/arena.h"
#include "gouji/cli/output.h"

struct drawing {
    struct arena *arena; /* holds the texts; owned */
    const char **texts;  /* nrows * ncols, sanitised, NULL for empty */
    size_t nrows, ncols; /* the first row is the header */
    bool *rules;         /* a line is drawn under this row */
    bool left;           /* values stand left, not right */
    bool ascii;
};

/* -1: short of memory. nrows and ncols at least 1. */
int drawing_init(struct drawing *drawing, size_t nrows, size_t ncols);
void drawing_release(struct drawing *drawing);

/* Sets one text, sanitised, white space joined. */
void drawing_set(struct drawing *drawing, size_t row, size_t col, struct slice text);

/* -1: short of memory. */
int drawing_print(const struct drawing *drawing, struct output *out);

#endif
