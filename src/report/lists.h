/* Rows as programs print them: lists, ['a', '0'], alone or within another, and cells joined by
 * slashes with blanks around them. */
#ifndef GOUJI_SRC_REPORT_LISTS_H
#define GOUJI_SRC_REPORT_LISTS_H

#include <stdbool.h>

#include "gouji/base/slice.h"

/* From bracket to bracket, its first item in quotes or nothing; it may be the first or last
 * of the list around it. */
bool list_is_row(struct slice line);

/* The start of the next list within the list that is the text, behind `at`; or text.nbytes. */
size_t list_next(struct slice text, size_t at);

/* The end of the item that starts at `at`: its comma, or line.nbytes. */
size_t list_item(struct slice line, size_t at);

/* What the item says, without brackets and quotes: None and null say that nothing is there. */
struct slice list_text(struct slice item);

/* Cells between slashes or bars, as many as a long row has: blanks stand beside these only, not
 * within a cell, nor between slashes that are marks. */
bool list_is_parted(struct slice line, char sign);

/* The end of the cell that starts at `at`: the slash behind it, or line.nbytes. A slash that
 * fills a cell is a mark. */
size_t list_slash(struct slice line, size_t at);

#endif
