/* Lines of text to be read over the panes: help, messages, pop-ups share it.
 * Wrapped to the width, scrolled by the common motions, searchable. */
#ifndef GOUJI_PANE_PAGER_H
#define GOUJI_PANE_PAGER_H

#include "gouji/pane/pane.h"
#include "list.h"

struct pager_line {
    size_t lead; /* bytes of text: what is drawn at the left edge, up to start */
    size_t start, end;
    int col; /* where start..end is drawn */
    enum style style;
};

struct pager {
    struct pane pane;
    struct list list; /* over wrapped lines */
    struct str text;  /* with line ends */
    struct pager_line *lines;
    size_t nlines, capacity;
    int wrapped_at;      /* columns; 0: to be wrapped anew */
    bool wrapped_padded; /* as width_is_padded was */
    int cursor_row;
    struct str typed; /* a pattern that is still being typed */
};

void pager_init(struct pager *pager, const struct pane_ops *ops, struct desk *desk);
void pager_destroy(struct pane *pane);
/* Empties it; then append to pager->text. */
void pager_clear(struct pager *pager);
void pager_draw(struct pane *pane, struct area area, bool focused);
/* See pane_ops.preview. */
void pager_preview(struct pane *pane, enum action action, const char *text);
unsigned pager_act(struct pane *pane, enum action action, int count, const char *argument);
bool pager_cursor(const struct pane *pane, int *row, int *col);

#endif
