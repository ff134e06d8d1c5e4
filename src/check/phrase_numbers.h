/* Names before a person's number, for WORDING records that have "numbers". */
#ifndef GOUJI_SRC_CHECK_PHRASE_NUMBERS_H
#define GOUJI_SRC_CHECK_PHRASE_NUMBERS_H

#include "phrase_cells.h"

struct number_phrases {
    struct pattern_list find;       /* its first group is what must not be shown */
    struct pattern_list before_not; /* before it */
};

/* Looks through the lines that hold digits enough, wherever they stand. What the rule's findings
 * from `first` on tell already is not told again. */
void number_phrases_search(struct evaluation *run, const struct rule *rule,
                           const struct number_phrases *wanted, size_t first,
                           cell_phrases_use *use);

#endif
