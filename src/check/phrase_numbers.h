/* Names before a person's number, for WORDING records that have "numbers". */
#ifndef GOUJI_SRC_CHECK_PHRASE_NUMBERS_H
#define GOUJI_SRC_CHECK_PHRASE_NUMBERS_H

#include "phrase_cells.h"

struct number_phrases {
    struct pattern_list find;       /* its first group is what must not be shown */
    struct pattern_list before_not; /* before it */
    struct pattern_list column;     /* the header of a column, below which a whole field */
    struct pattern_list person;     /* is what must not be shown, too */
};

/* Looks through the lines that hold digits enough, wherever they stand: such a line with another
 * one above it is a table of one row that is read as none. What the rule's findings
 * from `first` on tell already is not told again. */
void number_phrases_search(struct evaluation *run, const struct rule *rule,
                           const struct number_phrases *wanted, size_t first,
                           cell_phrases_use *use);

#endif
