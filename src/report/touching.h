/* 一、本年新收政府信息公开申请数量489 57 26: nothing parts the label and the first figure. */
#ifndef GOUJI_SRC_REPORT_TOUCHING_H
#define GOUJI_SRC_REPORT_TOUCHING_H

#include "pieces.h"

/* Cuts such rows of tables two and three, their other figures between blanks or tabs, where all of
 * table three's are printed so: elsewhere the digits behind a label may be a note's. -1: short of
 * memory. */
int touching_cut(struct pieces *pieces);

#endif
