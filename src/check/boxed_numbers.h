/* Numbers broken within a drawn box: digits, and below them in the same column the others. */
#ifndef GOUJI_SRC_CHECK_BOXED_NUMBERS_H
#define GOUJI_SRC_CHECK_BOXED_NUMBERS_H

#include "broken_numbers.h"

/* The first line from this one on with a cell whose last digits may go on below, together enough
 * for a person's number. The number of lines where none is. */
size_t boxed_next(const struct report *report, size_t line);

/* The line up to a cell whose digits may go on below, and what stands there, read as one; *cell
 * is where to look from on, and moves behind the one found. Whether nothing else stands in the
 * lower line goes to `alone`. 1: found; 0: there is none any more; -1: no memory. */
int boxed_mend(struct arena *arena, const struct report *report, size_t line, size_t *cell,
               struct mended *mended, bool *alone);

#endif
