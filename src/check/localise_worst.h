/* Where a table is furthest from balancing, when nothing explains it. */
#ifndef GOUJI_SRC_CHECK_LOCALISE_WORST_H
#define GOUJI_SRC_CHECK_LOCALISE_WORST_H

#include "gouji/base/str.h"
#include "localise_model.h"

/* Adds the rows and the columns of a part whose sums are furthest out; nothing where no row and
 * no column is. */
void worst_write(struct model *model, int part, enum lang lang, struct str *out);

#endif
