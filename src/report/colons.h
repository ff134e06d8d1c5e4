/* Lines of a column's label and its figure are cut between the two. */
#ifndef GOUJI_SRC_REPORT_COLONS_H
#define GOUJI_SRC_REPORT_COLONS_H

#include "pieces.h"

/* Cuts them where the text has several such lines. -1: short of memory. */
int colons_cut(struct pieces *pieces);

#endif
