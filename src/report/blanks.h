/* Tables whose cells stand between blanks: rows printed with one blank between
 * two cells, and columns aligned with blanks as converters of PDF print them. */
#ifndef GOUJI_SRC_REPORT_BLANKS_H
#define GOUJI_SRC_REPORT_BLANKS_H

#include "pieces.h"

/* Cuts such lines again, at their blanks; the text must show several rows of
 * that kind, else nothing is touched. -1: short of memory. */
int blanks_cut(struct pieces *pieces);

/* Cuts lines of two figures that end a row of figures, each else on a line of its own, in a text
 * that has no such rows; none where one of them has figures below it (blanks_pair.c). -1: short of
 * memory. */
int blanks_cut_pairs(struct pieces *pieces);

#endif
