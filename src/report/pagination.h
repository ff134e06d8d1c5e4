/* The numbers of pages that a converter left in the text: 3 / 8, and beside form feeds, or where
 * empty lines join pages, bare ones, each on a line of its own. */
#ifndef GOUJI_SRC_REPORT_PAGINATION_H
#define GOUJI_SRC_REPORT_PAGINATION_H

#include "pieces.h"

/* Takes those for noise that count on from page to page; bare ones at the feet of the pages, or at
 * their heads beside form feeds; 3 / 8 below a blank line, too. */
void pagination_note(struct pieces *pieces);

/* The number, of three digits at most, that is alone on the line and no noise; 0: none is. */
int pagination_number(const struct pieces *pieces, size_t line);

/* 3 / 8 alone on a line, one blank between at most: at which byte of it this ends, else 0. */
uint32_t pagination_of_pages(const struct pieces *pieces, size_t line);

/* Whether a number stands alone on the line before or behind a form feed, blank lines between it
 * and one behind it left aside; whether it is before one. Not of those that are noise already. */
bool pagination_is_bare(const struct pieces *pieces, size_t line);
bool pagination_is_foot(const struct pieces *pieces, size_t line);

/* Whether a number stands alone on the line, a blank line above it; or far further in than the
 * text of the line `above`. */
bool pagination_is_apart(const struct pieces *pieces, size_t line);
bool pagination_is_set_in(const struct pieces *pieces, size_t line, size_t above);

#endif
