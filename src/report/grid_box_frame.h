/* Drawn boxes: what stands between rules and bars that meet, each in columns of the whole frame. */
#ifndef GOUJI_SRC_REPORT_GRID_BOX_FRAME_H
#define GOUJI_SRC_REPORT_GRID_BOX_FRAME_H

#include "bars.h"
#include "pieces.h"

enum { FRAME_MOST_BARS = 48 };

/* A cell: between two of the frame's columns, some of its lines. */
struct frame_box {
    uint16_t left, right, top, bottom;
};

struct frame_line {
    uint32_t line; /* of the report */
    uint16_t nbars;
    uint16_t bars[FRAME_MOST_BARS]; /* places in the line, then columns */
    uint64_t strokes;               /* a bit for each bar that a rule stands before */
};

struct frame {
    const struct pieces *pieces;
    struct arena *arena;
    struct frame_line *lines;
    size_t nlines;
    size_t ncolumns;
    struct frame_box *boxes; /* from the top down, in a line from left to right */
    size_t nboxes;
};

/* Whether a rule stands before the k-th bar of the line: it may have been cut as a blank cell. */
bool frame_is_stroke(struct slice line, const struct cuts *cuts, size_t k);

/* Reads the lines [first, end): 1; 0 where bars or rules do not meet, so that lines do not tell the
 * boxes; -1: short of memory. */
int frame_read(struct frame *frame, const struct pieces *pieces, size_t first, size_t end);

/* The field of the frame's line that begins at the column, as a box does. */
const struct piece *frame_field(const struct frame *frame, size_t line, size_t column);

#endif
