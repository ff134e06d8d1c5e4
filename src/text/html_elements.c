#include "html_elements.h"

#include <stdbool.h>
#include <stddef.h>

struct element_name {
    const char *name;
    enum element element;
};

#define NAMES(...) ((const struct element_name[]){__VA_ARGS__, {NULL, ELEMENT_INLINE}})

/* By their first letters, and of each the usual ones first: pages have thousands. */
static const struct element_name *const elements['z' - 'a' + 1] = {
    ['a' - 'a'] =
        NAMES({"a", ELEMENT_LINK}, {"address", ELEMENT_BLOCK}, {"applet", ELEMENT_SKIPPED},
              {"article", ELEMENT_HOLDER}, {"aside", ELEMENT_HOLDER}, {"audio", ELEMENT_SKIPPED}),
    ['b' - 'a'] = NAMES({"br", ELEMENT_BREAK}, {"blockquote", ELEMENT_HOLDER},
                        {"body", ELEMENT_HOLDER}, {"button", ELEMENT_SKIPPED}),
    ['c' - 'a'] =
        NAMES({"canvas", ELEMENT_SKIPPED}, {"caption", ELEMENT_BLOCK}, {"center", ELEMENT_HOLDER}),
    ['d' - 'a'] =
        NAMES({"div", ELEMENT_HOLDER}, {"datalist", ELEMENT_SKIPPED}, {"dd", ELEMENT_BLOCK},
              {"del", ELEMENT_SKIPPED}, {"details", ELEMENT_HOLDER}, {"dialog", ELEMENT_SKIPPED},
              {"dl", ELEMENT_HOLDER}, {"dt", ELEMENT_BLOCK}),
    ['f' - 'a'] =
        NAMES({"fieldset", ELEMENT_HOLDER}, {"figcaption", ELEMENT_BLOCK},
              {"figure", ELEMENT_HOLDER}, {"footer", ELEMENT_HOLDER}, {"form", ELEMENT_HOLDER}),
    ['h' - 'a'] = NAMES({"h1", ELEMENT_BLOCK}, {"h2", ELEMENT_BLOCK}, {"h3", ELEMENT_BLOCK},
                        {"h4", ELEMENT_BLOCK}, {"h5", ELEMENT_BLOCK}, {"h6", ELEMENT_BLOCK},
                        {"header", ELEMENT_HOLDER}, {"hr", ELEMENT_BLOCK}),
    ['i' - 'a'] = NAMES({"iframe", ELEMENT_SKIPPED}, {"input", ELEMENT_INPUT}),
    ['l' - 'a'] = NAMES({"legend", ELEMENT_BLOCK}, {"li", ELEMENT_BLOCK}),
    ['m' - 'a'] = NAMES({"main", ELEMENT_HOLDER}, {"meter", ELEMENT_SKIPPED},
                        {"map", ELEMENT_SKIPPED}, {"math", ELEMENT_SKIPPED}),
    ['n' - 'a'] = NAMES({"nav", ELEMENT_HOLDER}, {"noframes", ELEMENT_SKIPPED},
                        {"noscript", ELEMENT_SKIPPED}),
    ['o' - 'a'] = NAMES({"object", ELEMENT_SKIPPED}, {"ol", ELEMENT_HOLDER}),
    ['p' - 'a'] = NAMES({"p", ELEMENT_BLOCK}, {"pre", ELEMENT_PRE}, {"progress", ELEMENT_SKIPPED}),
    ['r' - 'a'] = NAMES({"rp", ELEMENT_SKIPPED}, {"rt", ELEMENT_SKIPPED}),
    ['s' - 'a'] =
        NAMES({"span", ELEMENT_INLINE}, {"s", ELEMENT_SKIPPED}, {"script", ELEMENT_SKIPPED},
              {"section", ELEMENT_HOLDER}, {"select", ELEMENT_SKIPPED}, {"small", ELEMENT_RAISED},
              {"strike", ELEMENT_SKIPPED}, {"style", ELEMENT_SKIPPED}, {"sub", ELEMENT_RAISED},
              {"summary", ELEMENT_BLOCK}, {"sup", ELEMENT_RAISED}, {"svg", ELEMENT_SKIPPED}),
    ['t' - 'a'] = NAMES(
        {"td", ELEMENT_CELL}, {"tr", ELEMENT_ROW}, {"th", ELEMENT_CELL}, {"table", ELEMENT_TABLE},
        {"tbody", ELEMENT_GROUP}, {"template", ELEMENT_SKIPPED}, {"textarea", ELEMENT_FIELD},
        {"tfoot", ELEMENT_GROUP}, {"thead", ELEMENT_GROUP}, {"title", ELEMENT_TITLE}),
    ['u' - 'a'] = NAMES({"ul", ELEMENT_HOLDER}),
    ['v' - 'a'] = NAMES({"video", ELEMENT_SKIPPED}),
    ['x' - 'a'] = NAMES({"xml", ELEMENT_SKIPPED}),
};

static inline bool is_same(const char *a, const char *b)
{
    while (*a && *a == *b)
        a++, b++;
    return *a == *b;
}

enum element html_element_of(const char *name)
{
    const struct element_name *known = *name >= 'a' && *name <= 'z' ? elements[*name - 'a'] : NULL;
    for (; known && known->name; known++)
        if (is_same(known->name + 1, name + 1))
            return known->element;
    return ELEMENT_INLINE;
}
