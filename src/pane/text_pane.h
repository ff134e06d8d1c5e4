/* The text pane's own state, shared by its files. */
#ifndef GOUJI_PANE_TEXT_PANE_H
#define GOUJI_PANE_TEXT_PANE_H

#include "gouji/pane/pane.h"
#include "search.h"
#include "text_layout.h"

struct text_pane {
    struct pane pane;
    struct text_layout layout;
    struct search search;
    struct str sought; /* the last pattern accepted; the search's own may be one being typed */
    bool search_backward;
    bool previewing; /* a pattern is being typed: where that began */
    uint32_t origin, origin_top;
    struct str filter; /* "": every line is shown */
    size_t *shown;     /* the lines shown, for the layout */
    size_t shown_capacity;
    uint32_t cursor; /* byte offset, on a cluster */
    uint32_t top;    /* start of the first row shown: what a resize keeps */
    int left;        /* columns scrolled off when chopped */
    bool chop;
    enum { SELECT_OFF, SELECT_CLUSTERS, SELECT_LINES } selecting;
    uint32_t anchor;
    unsigned wish; /* last text_wish fulfilled */
    int height;
    int gutter;   /* columns of marks and line numbers */
    bool focused; /* when last drawn */
    int cursor_row, cursor_col;
};

const struct report *text_report(const struct text_pane *text); /* NULL: none */
/* Where the cursor stands; it leaves a line that is not shown. */
struct text_pos text_settle_cursor(struct text_pane *text);
/* Scrolls so that the cursor stands in this row. */
void text_put_cursor_at(struct text_pane *text, int row);
/* Goes to so many columns from the left, no further than the longest line is seen whole. */
void text_scroll_sideways(struct text_pane *text, int64_t left);
uint32_t text_section_start(const struct section *section);
unsigned text_go_stop(struct text_pane *text, enum action action, int count);
unsigned text_search(struct text_pane *text, enum action action, int count, const char *argument);
/* Only the lines that hold the pattern; NULL or "": all. */
unsigned text_filter(struct text_pane *text, const char *pattern);
void text_unfilter(struct text_pane *text);

/* Lays out for this area, scrolls so that the cursor (or what is wished for)
 * is seen, and draws. */
void text_pane_draw(struct pane *pane, struct area area, bool focused);
/* The selected passage; empty when nothing is selected. */
struct span text_pane_selection(const struct text_pane *text);

#endif
