/* Rows of separated values, as spreadsheets export them: fields between commas,
 * semicolons or tabs, some in quotes, in which a line may end. */
#ifndef GOUJI_SRC_REPORT_CSV_H
#define GOUJI_SRC_REPORT_CSV_H

#include "pieces.h"

/* Delimiters that stand for more than themselves: items of a list as programs print them,
 * ['a', '0'], and slashes with blanks around them. */
enum { CSV_LIST = '[', CSV_SLASH = '/' };

/* Finds the rows: sets delimiter, and in_quotes, of their lines, and report->padding. The
 * lines' delimiters are 0 before. -1: short of memory. */
int csv_mark(struct report *report, struct arena *scratch, struct piece_line *lines);

/* The end of the field that starts at `at`: its separator, or line.nbytes. *in_quotes:
 * whether the field started in a line before; then whether it goes on in the next. */
size_t csv_next(struct slice line, size_t at, char delimiter, bool *in_quotes);

/* The field without blanks and quotes around it, nor the brackets of its list. */
struct slice csv_field(struct slice field, char delimiter);

#endif
