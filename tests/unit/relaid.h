/* What a report laid out anew may say otherwise: checks of how its tables and
 * paragraphs are printed go with the layout, and some findings are numbered by
 * the sentence they stand in. */
#ifndef GOUJI_TESTS_RELAID_H
#define GOUJI_TESTS_RELAID_H

#include <stdbool.h>
#include <string.h>

#include "gouji/check/finding.h"

static inline bool relaid_is_of_layout(const struct finding *finding)
{
    static const char *const ids[] = {"STR-02", "STR-04", "STR-05", "STR-08",
                                      "STR-09", "STR-10", "SEC-12", "DOC-11"};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
        if (strcmp(finding->rule->id, ids[i]) == 0)
            return true;
    return false;
}

#endif
