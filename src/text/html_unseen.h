/* Which of a page's elements are seen: what its style sheets, their classes and styles say. */
#ifndef GOUJI_SRC_TEXT_HTML_UNSEEN_H
#define GOUJI_SRC_TEXT_HTML_UNSEEN_H

#include <stdbool.h>

#include "gouji/text/html.h"
#include "html_elements.h"
#include "html_sheet.h"
#include "html_style.h"

struct html_unseen {
    bool with_hidden;         /* what is hidden is shown, but as no part of what is beside */
    bool is_spent;            /* the page compares more than HTML_SHEET_MOST times */
    struct html_sheet *sheet; /* NULL: none that hides anything */
    unsigned char by_depth[HTML_MAX_DEPTH + 1]; /* bits of enum unseen, with what is around */
};

/* html_unseen_note of an element of which anything may be said. */
bool html_unseen_note_attributes(struct html_unseen *unseen, size_t depth, enum element element,
                                 const char *name, const char *const *attributes);

/* Notes an element at this depth, at least 1, once all around it are noted; false when it is left
 * out with all in it. attributes: names and values in turn up to NULL, or NULL. */
static inline bool html_unseen_note(struct html_unseen *unseen, size_t depth, enum element element,
                                    const char *name, const char *const *attributes)
{
    if (attributes || unseen->sheet)
        return html_unseen_note_attributes(unseen, depth, element, name, attributes);
    unseen->by_depth[depth] = unseen->by_depth[depth - 1] & UNSEEN_INSIDE;
    return true;
}

#endif
