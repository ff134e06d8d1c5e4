/* Sections that could be anybody's, for WORDING records that have "bare". */
#ifndef GOUJI_SRC_CHECK_PHRASE_BARE_H
#define GOUJI_SRC_CHECK_PHRASE_BARE_H

#include "document.h"

struct bare_section {
    const char *section;           /* NULL: not asked for */
    size_t least;                  /* numbers, fewer than which are few */
    struct word_list drop, places; /* of names_short() */
};

/* Of "bare", which may be NULL. The lists lie in the arena. */
struct bare_section bare_section_of(struct arena *arena, const cJSON *bare);

/* The section, where its text has few numbers and nowhere the agency's own name; NULL where it
 * has, or is not there, or is empty, or how the agency is called is not known. */
const struct section *bare_section_find(struct evaluation *run, const struct bare_section *wanted);

#endif
