/* What records that look for parts of wholes say of the words around them, see part_lists.h. */
#ifndef GOUJI_SRC_CHECK_PART_WORDS_H
#define GOUJI_SRC_CHECK_PART_WORDS_H

#include "pattern.h"

/* The patterns of a record. */
struct part_words {
    struct pattern_list marker, total, summed_up, first_item, item;
    struct pattern_list results, left_over;
    struct pattern_list whole_not, addend_not, joined, inner, stop, may_stop, family;
    struct pattern_list open_start, open_end, overlap, complete, may_lack, bracket_open,
        bracket_not;
};

/* compile of the kinds that ask for lists of parts. */
void *part_words_compile(const struct rule *rule, const cJSON **at, struct err *err);

#endif
