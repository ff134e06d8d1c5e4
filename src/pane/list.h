/* A list with a cursor, scrolled so that the cursor is seen: shared by all
 * panes that show rows. The rows' count and the height come at every draw. */
#ifndef GOUJI_PANE_LIST_H
#define GOUJI_PANE_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "gouji/base/str.h"
#include "gouji/pane/desk.h"
#include "gouji/ui/action.h"

struct list {
    size_t count, cursor, top;
    size_t height;      /* rows last drawn */
    bool leaps;         /* scrolled by half its height, not line by line */
    struct str pattern; /* of the last search */
    bool backward;
    size_t origin, origin_top; /* cursor and top when a search began to be typed */
    bool previewing;
};

void list_release(struct list *list);
/* Before drawing: how many rows there are and how many fit. */
void list_fit(struct list *list, size_t count, int height);
/* So many rows above the cursor's, where there are so many. */
void list_scroll(struct list *list, size_t above);
/* Moves by the common motions; REACT_UNHANDLED for any other action. */
unsigned list_move(struct list *list, enum action action, int count);

/* The text of a row, for searching. */
typedef void list_text(const void *closure, size_t row, struct str *out);
/* search, search-back, search-next, search-previous over the rows' texts. */
unsigned list_search(struct list *list, struct desk *desk, enum action action, int count,
                     const char *argument, list_text *text, const void *closure);

/* The same while it is typed, see pane_ops.preview. */
void list_preview(struct list *list, struct desk *desk, enum action action, const char *pattern,
                  list_text *text, const void *closure);

/* Whether text holds every word of the pattern, folded as in search. Never
 * true when memory is short. */
bool text_matches(const char *text, const char *pattern);

#endif
