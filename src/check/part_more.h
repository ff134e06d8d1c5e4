/* What follows a list of parts and may go on with it: of 继续有效98件，修改12件，废止16件 the last
 * is a part of what was looked through, of 网络7件，信件5件，废止3件 it is none. */
#ifndef GOUJI_SRC_CHECK_PART_MORE_H
#define GOUJI_SRC_CHECK_PART_MORE_H

#include "part_lists.h"
#include "part_words.h"

/* Of the families (a bit each) that hold all parts so far, those that hold this name too. */
unsigned part_families(const struct part_words *words, unsigned families, struct slice name);

/* Whether the part of this name, behind a semicolon, is of another kind than all before it:
 * 自然人49件，法人8件；上年结转3件 */
bool part_is_elsewhere(const struct part_words *words, const struct part_list *list,
                       unsigned families, struct slice name);

/* Adds what stands from byte `from`, behind the last part, to byte `end`: as parts when all are of
 * one kind with two before them, otherwise as more that may be parts. */
void part_more_collect(const struct prose_walk *walk, const struct part_words *words, size_t from,
                       size_t end, unsigned families, struct part_list *list);

#endif
