/* The style sheets written into a page, as far as they say what of it is seen. */
#ifndef GOUJI_SRC_TEXT_HTML_SHEET_H
#define GOUJI_SRC_TEXT_HTML_SHEET_H

#include <stdbool.h>

#include "gouji/base/arena.h"
#include "gouji/base/slice.h"
#include "html_style.h"

struct html_sheet;

enum { HTML_SHEET_MOST = 4 * 1000 * 1000 };

/* An element as selectors know it: NULL where it has no such attribute. */
struct html_node {
    const char *name, *id, *classes;
};

/* Of the page's text, which ends with NUL. NULL when no rule hides anything, and without memory
 * (arena_failed). */
struct html_sheet *html_sheet_new(struct slice page, struct arena *arena);

/* Adds to `style` what the rules say of an element at this depth, at most HTML_MAX_DEPTH. To be
 * called for every element around it before, from the outermost at depth 1. False when the page
 * has it compare more than HTML_SHEET_MOST times. */
bool html_sheet_apply(struct html_sheet *sheet, size_t depth, const struct html_node *node,
                      struct html_style *style);

#endif
