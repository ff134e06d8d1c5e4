/* Which changes of one explanation hang together, and which are slips far apart. */
#ifndef GOUJI_SRC_CHECK_LOCALISE_GROUPS_H
#define GOUJI_SRC_CHECK_LOCALISE_GROUPS_H

#include "localise_model.h"
#include "localise_rank.h"

/* Whether the value stands in the equation. */
bool groups_touch(const struct model *model, uint16_t var, size_t equation);

/* Whether two changed values have a check in common, failed, or one that holds and
 * would not if only one of them were mended; or one of a rule that counts all its failures
 * as one. */
bool groups_are_bound(const struct model *model, uint16_t a, uint16_t b);

/* Numbers the changes 0.. so that bound ones have the same number; as many as a search finds
 * at most. Returns how many numbers there are. */
int groups_split(const struct model *model, const struct candidate *one, int *groups);

/* Whether no more than `most` changes hang together. */
bool groups_are_small(const struct model *model, const struct candidate *one, size_t most);

#endif
