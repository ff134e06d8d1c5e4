/* What the style of an element says of whether its text is seen. */
#ifndef GOUJI_SRC_TEXT_HTML_STYLE_H
#define GOUJI_SRC_TEXT_HTML_STYLE_H

#include <stdbool.h>

/* Why text keeps its place and is not seen or does not count, the first four also in all inside.
 * Elements inside may say otherwise of theirs, but for what is struck out or clear. */
enum unseen {
    UNSEEN_HIDDEN = 1,  /* visibility */
    UNSEEN_FLAT = 2,    /* font-size */
    UNSEEN_STRUCK = 4,  /* text-decoration */
    UNSEEN_CLEAR = 8,   /* opacity */
    UNSEEN_GONE = 16,   /* display: left out with all in it */
    UNSEEN_APART = 32,  /* placed elsewhere or white: seen, but no part of what is beside */
    UNSEEN_RAISED = 64, /* the same of what is raised or lowered */
};

#define UNSEEN_MARK (UNSEEN_APART | UNSEEN_RAISED)
#define UNSEEN_INSIDE (UNSEEN_HIDDEN | UNSEEN_FLAT | UNSEEN_STRUCK | UNSEEN_CLEAR)

/* White space in style sheets, styles and lists of classes. */
#define STYLE_SPACES " \t\r\n\f"

/* Bits of enum unseen; neither where nothing is said. */
struct html_style {
    unsigned sets, clears;
};

/* What declarations say, added to what was said before; a later one wins. */
void html_style_read(const char *declarations, struct html_style *style);

/* What the names of classes say that are the same everywhere: for parts of a line, as whole blocks
 * of them may be shown by a script. */
void html_style_of_classes(const char *classes, struct html_style *style);

/* What the attributes of a <font> say, NULL where it has none: a size less than the usual is a
 * note's. */
void html_style_of_font(const char *color, const char *size, struct html_style *style);

/* The bits of an element inside one with the bits `around`. */
static inline unsigned html_style_inside(unsigned around, const struct html_style *style)
{
    unsigned undone = style->clears & (UNSEEN_HIDDEN | UNSEEN_FLAT);
    return (around & ~undone & UNSEEN_INSIDE) | style->sets;
}

#endif
