/* Lines of the labels of columns and their figures are cut into these. */
#ifndef GOUJI_SRC_REPORT_COLONS_H
#define GOUJI_SRC_REPORT_COLONS_H

#include "pieces.h"

/* Cuts them where the text has several such lines. -1: short of memory. */
int colons_cut(struct pieces *pieces);

#endif
