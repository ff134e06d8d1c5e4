/* Numbers broken over a line end, as in text that was wrapped hard: digits, the line end, maybe
 * an indentation, digits. */
#ifndef GOUJI_SRC_CHECK_BROKEN_NUMBERS_H
#define GOUJI_SRC_CHECK_BROKEN_NUMBERS_H

#include "evaluation.h"
#include "gouji/text/fold.h"

enum { BROKEN_MOST_LINES = 4 };

/* Lines read as one. */
struct mended {
    struct fold fold;
    size_t start, end;  /* folded bytes that stand for the line end, maybe none; or for all between
                           the first line and the last */
    struct span source; /* the lines, without the blanks around */
};

/* The first from this line on whose last digits go on in the next one, together enough for a
 * person's number; not in the rows of a table. The number of lines where none is. */
size_t broken_next(const struct report *report, size_t line);

/* How many lines, two at least, such a number may go through: those in the midst are digits. */
size_t broken_nlines(const struct report *report, size_t line);

/* The line and the next ones, `nlines` in all, with `glue` in place of the line ends. -1: no
 * memory. */
int broken_mend(struct arena *arena, const struct report *report, size_t line, size_t nlines,
                const char *glue, struct mended *mended);

/* Whether the span of the report is a figure in a column, or two of them: nothing else stands in
 * its lines, or commas or wide blanks part it from what does. */
bool broken_is_of_column(const struct report *report, const struct mended *mended,
                         struct span number);

#endif
