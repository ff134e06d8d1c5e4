/* The text pane's own state, shared by its two files: motion and drawing. */
#ifndef GOUJI_PANE_TEXT_PANE_H
#define GOUJI_PANE_TEXT_PANE_H

#include "gouji/pane/pane.h"
#include "search.h"
#include "text_layout.h"

struct text_pane {
    struct pane pane;
    struct text_layout layout;
    struct search search;
    bool search_backward;
    uint32_t cursor; /* byte offset, on a cluster */
    uint32_t top;    /* start of the first row shown: what a resize keeps */
    int left;        /* columns scrolled off when chopped */
    bool chop;
    enum { SELECT_OFF, SELECT_CLUSTERS, SELECT_LINES } selecting;
    uint32_t anchor;
    unsigned wish; /* last text_wish fulfilled */
    int height;
    int gutter;    /* columns of marks and line numbers */
    int cursor_row, cursor_col;
};

/* Lays out for this area, scrolls so that the cursor (or what is wished for)
 * is seen, and draws. */
void text_pane_draw(struct pane *pane, struct area area, bool focused);
/* The selected passage; empty when nothing is selected. */
struct span text_pane_selection(const struct text_pane *text);

#endif
