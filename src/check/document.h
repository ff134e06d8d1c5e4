#ifndef GOUJI_SRC_CHECK_DOCUMENT_H
#define GOUJI_SRC_CHECK_DOCUMENT_H

#include "prose.h"
#include "prose_kinds.h"

/* The year in the title, else the one the reader decided; 0 unknown. Checks of
 * years go by the title, so that one wrong date is not taken for the rule. */
int document_stated_year(const struct report *report);

/* Whether the last year that the clause names before byte `upto` is another than `own` (0: not
 * known, none is). `years`: patterns with the year in their first group. */
bool document_is_of_other_year(int own, struct pattern_list years, struct slice clause,
                               size_t upto);

/* Neither text nor a table between its heading and the next one. */
bool section_is_empty(const struct report *report, const struct section *section);

#endif
