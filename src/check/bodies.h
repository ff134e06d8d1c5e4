/* Whose number a sentence states: the report's own, or another body's. */
#ifndef GOUJI_SRC_CHECK_BODIES_H
#define GOUJI_SRC_CHECK_BODIES_H

#include "prose.h"

/* Lists of a record that find the name of a body, in their first group; all may be empty. */
struct body_words {
    struct pattern_list body, organ;            /* in a clause, up to what is stated */
    struct pattern_list organ_since;            /* in the sentence from its last semicolon on */
    struct pattern_list subject, subject_organ; /* the same: the last one named leads all behind */
    struct pattern_list subset;                 /* the same: what is told is of a part only */
    struct pattern_list above; /* the same: a government, its level in the first group */
    struct pattern_list
        own_zone;              /* short names of a zone: before @ the name, behind it the agency */
    const cJSON *organs_below; /* kinds of organs that have others below them */
};

/* Those of a rule's record with its patterns. */
struct body_words body_words_of(const void *patterns, const cJSON *record);

/* Whether the report's organ has others below it. */
bool bodies_has_below(const struct evaluation *run, const struct body_words *words);

/* Whether what stands at byte `at` of the sentence is told of another body, or of a part. */
bool bodies_is_of_another(const struct prose_walk *walk, const struct body_words *words, size_t at);

/* Whether what the words lead to is told of a government that is not the report's own: 县政府制发…
 * in the report of a bureau or a town. */
bool bodies_is_above(const struct prose_walk *walk, struct pattern_list above, struct slice since);

#endif
