#ifndef GOUJI_SRC_CHECK_DOCUMENT_H
#define GOUJI_SRC_CHECK_DOCUMENT_H

#include "prose.h"
#include "prose_kinds.h"

/* The year in the title, else the one the reader decided; 0 unknown, or a school year of two.
 * Checks of years go by the title, so that one wrong date is not taken for the rule. */
int document_stated_year(const struct report *report);

/* Patterns with a year in their first group. */
struct year_words {
    struct pattern_list named;   /* anywhere */
    struct pattern_list leading; /* of a clause that tells the year of those behind it, too; without
                                    its group: the report's own */
};
struct year_words document_year_words(const void *patterns);
/* Whether the last year named before byte `at` of the sentence in its clause is another than `own`
 * (0: not known, none is). Where the clause names none, the last that leads a clause before it. */
bool document_is_of_other_year(int own, const struct year_words *years, struct slice text,
                               struct slice clause, size_t at);

/* The last heading before a sentence. Start with zeros; sentences are gone through once. */
struct heading_above {
    size_t upto;
    const struct sentence *heading;
};
/* Whether one of the patterns matches that heading. */
bool document_heading_above_holds(const struct report *report, struct heading_above *above,
                                  size_t sentence, struct pattern_list list);

/* 羊郡镇 of 莱阳市羊郡镇人民政府: what stands behind the last place above it, folded as the prose
 * is, without the words to drop. Lives with the evaluation. NULL: not known, or too short. */
const char *names_short(struct evaluation *run, struct word_list drop, struct word_list places);

/* Neither text nor a table between its heading and the next one. */
bool section_is_empty(const struct report *report, const struct section *section);

#endif
