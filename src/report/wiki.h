/* Tables in the marks of wikis: {| and |} around them, |- between rows, and a line that | or !
 * begins for one cell, or for several between || or !!. Also rows of AsciiDoc that are filled
 * like paragraphs: |=== around them, blank lines between, a bar before each cell. */
#ifndef GOUJI_SRC_REPORT_WIKI_H
#define GOUJI_SRC_REPORT_WIKI_H

#include "pieces.h"

/* Sets the kind of the lines of such tables; it is WIKI_NONE before. */
void wiki_mark(const struct report *report, struct piece_line *lines);

/* Adds the pieces of such a line, as where a bar ends each cell and a lone one leads each
 * row. -1: short of memory. */
int wiki_cut(struct pieces *pieces, size_t index);

#endif
