#include "html_unseen.h"

#include <string.h>

/* What selectors and styles say of an element. */
struct attributes {
    struct html_node node;
    const char *style, *color, *size; /* the last two of a <font> */
    bool is_hidden, leads;            /* it has the attribute hidden; it is a link */
};

static inline bool is_same(const char *a, const char *b)
{
    while (*a && *a == *b)
        a++, b++;
    return *a == *b;
}

/* Pages have thousands of others, told apart by their first letters. */
static void read_attribute(const char *name, const char *value, struct attributes *read)
{
    if (is_same(name, "style"))
        read->style = value;
    else if (is_same(name, "class"))
        read->node.classes = value;
    else if (is_same(name, "id"))
        read->node.id = value;
    else if (is_same(name, "href"))
        read->leads = *value != '\0';
    else if (is_same(name, "hidden"))
        read->is_hidden = true;
    else if (is_same(name, "color"))
        read->color = value;
    else if (is_same(name, "size"))
        read->size = value;
}

/* Whole blocks are small or clear until a script or the blocks in them say otherwise. A link is
 * no part of the number beside it. */
static void read_style(struct html_unseen *unseen, size_t depth, enum element element,
                       const struct attributes *attributes, struct html_style *style)
{
    bool is_inline =
        element == ELEMENT_INLINE || element == ELEMENT_LINK || element == ELEMENT_RAISED;
    if (is_inline)
        html_style_of_font(attributes->color, attributes->size, style);
    if (is_inline && attributes->node.classes)
        html_style_of_classes(attributes->node.classes, style);
    if (unseen->sheet && !html_sheet_apply(unseen->sheet, depth, &attributes->node, style))
        unseen->is_spent = true;
    style->sets &= is_inline ? ~0U : ~(unsigned)UNSEEN_FLAT;
    if (attributes->style)
        html_style_read(attributes->style, style);
    if (element == ELEMENT_LINK && attributes->leads)
        style->sets |= UNSEEN_APART;
    if (unseen->with_hidden && style->sets & (UNSEEN_GONE | UNSEEN_HIDDEN | UNSEEN_FLAT))
        style->sets |= UNSEEN_APART;
    style->sets &= is_inline ? ~0U : ~(unsigned)(UNSEEN_MARK | UNSEEN_CLEAR);
}

bool html_unseen_note_attributes(struct html_unseen *unseen, size_t depth, enum element element,
                                 const char *name, const char *const *attributes)
{
    struct html_style style = {0};
    struct attributes read = {.node = {.name = name}};
    for (size_t i = 0; attributes && attributes[i]; i += 2)
        read_attribute(attributes[i], attributes[i + 1] ? attributes[i + 1] : "", &read);
    if (read.style || read.node.classes || read.leads || read.color || read.size || unseen->sheet)
        read_style(unseen, depth, element, &read, &style);
    unsigned bits = html_style_inside(unseen->by_depth[depth - 1], &style);
    unseen->by_depth[depth] = (unsigned char)bits;
    return !read.is_hidden && !(bits & UNSEEN_GONE);
}
