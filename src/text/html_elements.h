/* What the elements of HTML are to a reader of text and tables. */
#ifndef GOUJI_SRC_TEXT_HTML_ELEMENTS_H
#define GOUJI_SRC_TEXT_HTML_ELEMENTS_H

enum element {
    ELEMENT_INLINE,
    ELEMENT_BLOCK,
    ELEMENT_BREAK,
    ELEMENT_CELL,
    ELEMENT_FIELD, /* text that can be typed over: skipped but in a cell */
    ELEMENT_GROUP,
    ELEMENT_HOLDER,
    ELEMENT_INPUT,
    ELEMENT_LINK,
    ELEMENT_PRE,
    ELEMENT_RAISED,
    ELEMENT_ROW,
    ELEMENT_SKIPPED,
    ELEMENT_TABLE,
    ELEMENT_TITLE,
};

/* By its name in lower case; inline where it says nothing to us. */
enum element html_element_of(const char *name);

#endif
