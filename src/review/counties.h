/* Which counties a list or a batch speaks of: 城关镇 alone is a town of many of them, and only
 * where all that is named beside it is of one county is that one's town meant. */
#ifndef GOUJI_SRC_REVIEW_COUNTIES_H
#define GOUJI_SRC_REVIEW_COUNTIES_H

#include "gouji/base/arena.h"
#include "gouji/base/slice.h"

struct counties {
    struct slice county, city; /* the one that is named; nbytes 0: none is */
    bool several_counties, several_cities;
};

/* Takes in whose the folded name is, which must live as long. */
void counties_add(struct counties *counties, const char *folded);

/* Whether any county or city has been named. */
bool counties_any(const struct counties *counties);

/* Whether the territory that the first bytes of a folded name say is the only one there is. */
bool counties_are_one(const struct counties *counties, const char *folded, size_t nfront);

#endif
