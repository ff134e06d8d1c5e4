#include "html_elements.h"

#include <stddef.h>

struct element_name {
    const char *name;
    enum element element;
};

static const struct element_name elements[] = {
    {"a", ELEMENT_LINK},
    {"address", ELEMENT_BLOCK},
    {"applet", ELEMENT_SKIPPED},
    {"article", ELEMENT_HOLDER},
    {"aside", ELEMENT_HOLDER},
    {"audio", ELEMENT_SKIPPED},
    {"blockquote", ELEMENT_HOLDER},
    {"body", ELEMENT_HOLDER},
    {"br", ELEMENT_BREAK},
    {"button", ELEMENT_SKIPPED},
    {"canvas", ELEMENT_SKIPPED},
    {"caption", ELEMENT_BLOCK},
    {"center", ELEMENT_HOLDER},
    {"datalist", ELEMENT_SKIPPED},
    {"dd", ELEMENT_BLOCK},
    {"del", ELEMENT_SKIPPED},
    {"details", ELEMENT_HOLDER},
    {"div", ELEMENT_HOLDER},
    {"dl", ELEMENT_HOLDER},
    {"dt", ELEMENT_BLOCK},
    {"fieldset", ELEMENT_HOLDER},
    {"figcaption", ELEMENT_BLOCK},
    {"figure", ELEMENT_HOLDER},
    {"footer", ELEMENT_HOLDER},
    {"form", ELEMENT_HOLDER},
    {"h1", ELEMENT_BLOCK},
    {"h2", ELEMENT_BLOCK},
    {"h3", ELEMENT_BLOCK},
    {"h4", ELEMENT_BLOCK},
    {"h5", ELEMENT_BLOCK},
    {"h6", ELEMENT_BLOCK},
    {"header", ELEMENT_HOLDER},
    {"hr", ELEMENT_BLOCK},
    {"iframe", ELEMENT_SKIPPED},
    {"input", ELEMENT_INPUT},
    {"legend", ELEMENT_BLOCK},
    {"li", ELEMENT_BLOCK},
    {"main", ELEMENT_HOLDER},
    {"map", ELEMENT_SKIPPED},
    {"math", ELEMENT_SKIPPED},
    {"nav", ELEMENT_HOLDER},
    {"noframes", ELEMENT_SKIPPED},
    {"noscript", ELEMENT_SKIPPED},
    {"object", ELEMENT_SKIPPED},
    {"ol", ELEMENT_HOLDER},
    {"p", ELEMENT_BLOCK},
    {"pre", ELEMENT_PRE},
    {"rp", ELEMENT_SKIPPED},
    {"rt", ELEMENT_SKIPPED},
    {"script", ELEMENT_SKIPPED},
    {"section", ELEMENT_HOLDER},
    {"select", ELEMENT_SKIPPED},
    {"style", ELEMENT_SKIPPED},
    {"sub", ELEMENT_RAISED},
    {"summary", ELEMENT_BLOCK},
    {"sup", ELEMENT_RAISED},
    {"svg", ELEMENT_SKIPPED},
    {"table", ELEMENT_TABLE},
    {"tbody", ELEMENT_GROUP},
    {"td", ELEMENT_CELL},
    {"template", ELEMENT_SKIPPED},
    {"textarea", ELEMENT_SKIPPED},
    {"tfoot", ELEMENT_GROUP},
    {"th", ELEMENT_CELL},
    {"thead", ELEMENT_GROUP},
    {"title", ELEMENT_TITLE},
    {"tr", ELEMENT_ROW},
    {"ul", ELEMENT_HOLDER},
    {"video", ELEMENT_SKIPPED},
    {"xml", ELEMENT_SKIPPED},
};

/* As strcmp does, which is too far to go for a letter or two. */
static inline int compare(const char *a, const char *b)
{
    while (*a && *a == *b)
        a++, b++;
    return (unsigned char)*a - (unsigned char)*b;
}

enum element html_element_of(const char *name)
{
    size_t low = 0, high = sizeof elements / sizeof elements[0];
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare(name, elements[middle].name);
        if (order == 0)
            return elements[middle].element;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return ELEMENT_INLINE;
}
