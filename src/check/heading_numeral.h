/* The numerals that headings and items are counted by: 一 to 九十九. */
#ifndef GOUJI_SRC_CHECK_HEADING_NUMERAL_H
#define GOUJI_SRC_CHECK_HEADING_NUMERAL_H

#include "gouji/base/slice.h"

/* 0: none, or other characters among them. */
int heading_numeral_value(struct slice numeral);
/* 1 to 10 as printed; NULL beyond. */
const char *heading_numeral_name(int value);

#endif
