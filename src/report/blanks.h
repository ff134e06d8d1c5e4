/* Tables whose cells stand between blanks: rows printed with one blank between
 * two cells, and columns aligned with blanks as converters of PDF print them. */
#ifndef GOUJI_SRC_REPORT_BLANKS_H
#define GOUJI_SRC_REPORT_BLANKS_H

#include "pieces.h"

/* Cuts such lines again, at their blanks; the text must show several rows of
 * that kind, else nothing is touched. -1: short of memory. */
int blanks_cut(struct pieces *pieces);

/* The same in a text that has no such rows, but lines of two cells between others of one: of two
 * figures that end a row, none where one of them has figures below it, and of a row's label and its
 * first figure, the others right below (blanks_pair.c). -1: short of memory. */
int blanks_cut_pairs(struct pieces *pieces, bool has_pairs, bool has_labels);

#endif
