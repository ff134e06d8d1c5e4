/* What the style of an element says of whether its text is seen. */
#ifndef GOUJI_SRC_TEXT_HTML_STYLE_H
#define GOUJI_SRC_TEXT_HTML_STYLE_H

#include <stdbool.h>

/* Why text keeps its place and is not seen or does not count. Elements inside may say otherwise
 * of theirs, but for what is struck out. */
enum unseen {
    UNSEEN_HIDDEN = 1, /* visibility */
    UNSEEN_FLAT = 2,   /* font-size */
    UNSEEN_STRUCK = 4, /* text-decoration */
};

/* The style's text; `unseen`: the bits of the element around, which become this one's. True when
 * the element is left out with all in it: display:none. */
bool html_style_read(const char *style, unsigned *unseen);

#endif
