/* The rows of a report on a screen of some width, laid out only where looked
 * at: a line is wrapped when it comes into view, and the wraps of the last few
 * hundred lines are kept. So a report of many megabytes opens at once. */
#ifndef GOUJI_PANE_TEXT_LAYOUT_H
#define GOUJI_PANE_TEXT_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "gouji/report/report.h"
#include "gouji/text/wrap.h"

enum { TEXT_LAYOUT_SLOTS = 512 };

struct text_slot {
    size_t line; /* + 1; 0 free */
    struct wrap_row *rows;
    size_t nrows;
};

struct text_layout {
    const struct report *report;
    int ncols;
    bool chop;           /* one row a line, however long */
    bool padded;         /* as width_is_padded was */
    bool is_measured;    /* widest is known */
    int widest;          /* columns of the longest line */
    const size_t *shown; /* the lines shown, in order; NULL: all */
    size_t nshown;
    struct text_slot slots[TEXT_LAYOUT_SLOTS];
};

struct text_pos {
    size_t line, row;
};

/* Another report, width or mode: kept wraps are dropped. */
void text_layout_set(struct text_layout *layout, const struct report *report, int ncols, bool chop);
void text_layout_release(struct text_layout *layout);

/* Shows only these lines, borrowed until the next call; NULL: all of them. */
void text_layout_show(struct text_layout *layout, const size_t *lines, size_t nlines);

/* The columns of the longest line; the first call looks at the whole report. */
int text_layout_widest(struct text_layout *layout);

/* Where the offset stands; in a line not shown: the next that is, or the last. */
struct text_pos text_layout_find(struct text_layout *layout, uint32_t offset);
/* The row's bytes in the report's text. */
struct span text_layout_span(struct text_layout *layout, struct text_pos pos);
/* `delta` rows further (stops at the first and last row). */
struct text_pos text_layout_step(struct text_layout *layout, struct text_pos pos, long delta);
/* Rows from a to b (a not after b), counted up to `limit`. */
size_t text_layout_distance(struct text_layout *layout, struct text_pos a, struct text_pos b,
                            size_t limit);
bool text_pos_before(struct text_pos a, struct text_pos b);

/* The columns that text takes when it starts at column `from` (TABs!). */
int text_cols(struct slice text, int from);
/* Bytes of text before column `col`; a wide character across it is left out. */
size_t text_bytes_before(struct slice text, int col);

#endif
