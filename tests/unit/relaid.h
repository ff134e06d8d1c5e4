/* What a report laid out anew may say otherwise: lines between rows, rules and
 * pieces of a cell's text go with the layout, and some findings are numbered by
 * the line that they stand on. */
#ifndef GOUJI_TESTS_RELAID_H
#define GOUJI_TESTS_RELAID_H

#include <stdbool.h>
#include <string.h>

#include "gouji/check/finding.h"

static inline bool relaid_is_of_layout(const struct finding *finding)
{
    static const char *const ids[] = {"STR-08", "STR-09", "STR-10", "DOC-11"};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
        if (strcmp(finding->rule->id, ids[i]) == 0)
            return true;
    return false;
}

static inline bool relaid_is_numbered(const struct finding *finding)
{
    return strncmp(finding->rule->id, "DOC-", 4) == 0 || strcmp(finding->rule->id, "SEC-12") == 0;
}

/* How often the same is found, on whatever line. */
static inline size_t relaid_count(const struct findings *all, const struct finding *wanted)
{
    size_t n = 0;
    for (size_t i = 0; i < all->nitems; i++) {
        const struct finding *item = &all->items[i];
        n += item->outcome == wanted->outcome && strcmp(item->rule->id, wanted->rule->id) == 0 &&
             (relaid_is_numbered(item) || strcmp(item->instance, wanted->instance) == 0);
    }
    return n;
}

#endif
