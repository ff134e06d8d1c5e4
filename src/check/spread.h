/* Lists that tell names first and their numbers behind (自然人、企业分别为42件、8件), read as if
 * each number stood behind its name (自然人42件,企业8件). */
#ifndef GOUJI_SRC_CHECK_SPREAD_H
#define GOUJI_SRC_CHECK_SPREAD_H

#include "prose.h"

/* The lists of patterns that find them, shared by the records of a file. */
struct spread_words {
    struct pattern_list list;   /* names, what stands before each number (占), the numbers */
    struct pattern_list name;   /* one of the names */
    struct pattern_list unit;   /* what stands behind a number and is of it */
    struct pattern_list common; /* what the last name ends with and the others go without */
};
struct spread_words spread_words_of(const void *patterns);

/* The sentence so, or as it is where there is no such list. Made once for all rules. */
const struct marked *spread_find(struct evaluation *run, const struct spread_words *words,
                                 const struct marked *marked);
/* Here, as it is asked of every sentence and few reports have such lists. */
static inline const struct marked *
spread_of(struct evaluation *run, const struct spread_words *words, const struct marked *marked)
{
    return run->has_no_spreads || marked->nmarks < 2 ? marked : spread_find(run, words, marked);
}

#endif
