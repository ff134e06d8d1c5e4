/* The numbers of pages that a converter left in the text, bare, each on a line of its own: they
 * count on, as far from each other as pages are long, from the text's beginning to its end. */
#ifndef GOUJI_SRC_REPORT_FOLIOS_H
#define GOUJI_SRC_REPORT_FOLIOS_H

#include "pieces.h"

enum { FOLIOS_MOST = 64 };

/* Lines that hold such a number, or what may be it, in no order. */
struct folios {
    bool are_read;
    size_t nlines;
    size_t lines[FOLIOS_MOST];
};

/* Whether the line holds one; the text is asked the first time that a line is. -1: short of
 * memory. */
int folios_hold(const struct pieces *pieces, size_t line);

/* Whether the text ends in the bare number of a page behind the page `number`, which has its own
 * in no prose: it may stand in a table. */
bool folios_may_count(const struct pieces *pieces, int number);

#endif
