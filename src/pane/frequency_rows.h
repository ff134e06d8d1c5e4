/* How often what occurs: findings by rule, severity, status or cell in a report; in
 * the queue also reports by organ, year and state. */
#ifndef GOUJI_PANE_FREQUENCY_ROWS_H
#define GOUJI_PANE_FREQUENCY_ROWS_H

#include "gouji/base/arena.h"
#include "gouji/pane/pane.h"

enum frequency_by {
    BY_RULE,
    BY_SEVERITY,
    BY_STATUS,
    BY_CELL,
    BY_DOCUMENT,
    BY_AGENCY,
    BY_YEAR,
    BY_COUNT
};

struct frequency {
    const char *label, *name; /* name "": none */
    const char *filter;       /* what shows just these */
    size_t count, open;       /* open: nothing decided yet */
    enum style style;
};

struct frequency_rows {
    const struct desk *desk;
    struct pane *queue; /* whose reports are counted when none is open */
    enum frequency_by by;
    struct arena *arena;
    struct frequency *items; /* the most frequent first */
    size_t count, capacity;
    size_t total, most;
    bool named;                  /* some have names */
    int name_cols;               /* of the widest name */
    const struct review *review; /* what they were made of */
    unsigned long serial;
};

void frequency_release(struct frequency_rows *rows);
/* Makes them anew when what they count has changed. */
void frequency_make(struct frequency_rows *rows);

/* What may be counted by, of the open report or of the queue. */
bool frequency_is_offered(const struct frequency_rows *rows, enum frequency_by by);
const char *frequency_by_text(enum frequency_by by);

/* The headings of the rows' columns. */
void frequency_draw_heading(const struct frequency_rows *rows, struct area area, int row,
                            int label_cols);
/* How wide the labels' column needs to be in so many columns. */
int frequency_label_cols(const struct frequency_rows *rows, int ncols);
/* One row: label, name, counts, bar. label_cols: of the labels' column. */
void frequency_draw(const struct frequency_rows *rows, struct area area, int row, size_t index,
                    int label_cols);

#endif
