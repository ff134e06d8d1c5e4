/* The queue's pane, shared by what draws it and what acts on it. */
#ifndef GOUJI_PANE_QUEUE_PANE_H
#define GOUJI_PANE_QUEUE_PANE_H

#include "filter_line.h"
#include "frequency_rows.h"
#include "list.h"
#include "queue_rows.h"

struct queue_pane {
    struct pane pane;
    struct list list;
    struct queue_rows rows;
    struct filter_line filter;
    int cursor_row;
    int ncols;                   /* of the list, as last drawn */
    struct frequency_rows rules; /* drawn beside the list where there is room */
};

/* Makes the rows anew if need be; the cursor stays on its report. */
void queue_pane_build(struct queue_pane *pane);
void queue_draw(struct pane *base, struct area area, bool focused);

#endif
