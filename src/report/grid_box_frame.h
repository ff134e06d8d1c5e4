/* Drawn boxes: what stands between rules and bars that meet, each in columns of the whole frame. */
#ifndef GOUJI_SRC_REPORT_GRID_BOX_FRAME_H
#define GOUJI_SRC_REPORT_GRID_BOX_FRAME_H

#include "bars.h"
#include "pieces.h"

enum { FRAME_MOST_BARS = 48, FRAME_METRICS = 3, FRAME_MOST_NBYTES = 480 };

/* A cell: between two of the frame's columns, some of its lines. */
struct frame_box {
    uint16_t left, right, top, bottom;
};

struct frame_line {
    uint32_t line; /* of the report */
    uint16_t nbars;
    uint64_t strokes;                                /* a bit for each that a rule stands before */
    uint16_t places[FRAME_METRICS][FRAME_MOST_BARS]; /* of the bars in the line */
    uint16_t bars[FRAME_MOST_BARS];                  /* their columns, by one of the metrics */
};

struct frame {
    const struct pieces *pieces;
    struct arena *arena;
    struct frame_line *lines;
    size_t nlines;
    size_t ncolumns;
    struct frame_box *boxes; /* from the top down, in a line from left to right */
    size_t nboxes, capacity;
    bool may_lack_rules; /* where bars change without one */
    size_t nlost;        /* lines where they do */
    size_t last_lost;    /* of these */
};

/* Whether a rule stands before the k-th bar of the line: it may have been cut as a blank cell. */
bool frame_is_stroke(struct slice line, const struct cuts *cuts, size_t k);

/* Reads the lines [first, end): 1; 0 where bars or rules do not meet, so that lines do not tell the
 * boxes, or more is lost than rules; -1: short of memory. */
int frame_read(struct frame *frame, const struct pieces *pieces, size_t first, size_t end);

/* The field of the frame's line that begins at the column, as a box does. */
const struct piece *frame_field(const struct frame *frame, size_t line, size_t column);

/* The end of the row of boxes that begin in one line, of which b is the first. */
size_t frame_row_end(const struct frame *frame, size_t b);

/* The words of the box above the frame's line `end`; empty when too long. */
struct slice frame_words(const struct frame *frame, const struct frame_box *box, size_t end,
                         char text[FRAME_MOST_NBYTES]);

/* The line that a row's label, a corner or a caption begins in, right below another label in the
 * same box; 0: there is none (grid_box_split.c). */
size_t frame_find_second(const struct frame *frame, enum table_id table,
                         const struct frame_box *box);

/* Whether the box b of a row that ends at `end` goes on beside the rows below, with words behind it
 * in its own: it is a group's label, or several groups'. */
bool frame_is_group(const struct frame *frame, size_t b, size_t end);

/* Splits the rows that a rule is lost between where labels and figures tell which is which. -1:
 * short of memory. */
int frame_split_rows(struct frame *frame, enum table_id table);

#endif
