/* The quantities of one sentence, each a mark in its text (see prose.h): what they count
 * and what stands between them. */
#ifndef GOUJI_SRC_CHECK_PART_MARKS_H
#define GOUJI_SRC_CHECK_PART_MARKS_H

#include "prose.h"

const struct figure *marks_figure(const struct prose_walk *walk, size_t figure);
bool marks_same_unit(const struct prose_walk *walk, size_t a, size_t b);
bool marks_is_share(const struct prose_walk *walk, size_t figure); /* % or ‰ */

/* Bytes of the sentence's marked text. */
struct slice marks_between(const struct prose_walk *walk, size_t from, size_t to);

/* The next mark at or after byte `from`, and its figure; PATTERN_NONE. */
size_t marks_next(const struct prose_walk *walk, size_t from, size_t *figure);

/* Whether nothing but a stop follows the number marked at `at` and its unit. */
bool marks_end_item(const struct prose_walk *walk, size_t at, size_t figure);

/* The figure whose unit ends at byte `to`, and its mark; PATTERN_NONE. */
size_t marks_figure_ending(const struct prose_walk *walk, size_t to, size_t *mark);

/* Brackets opened (positive) or closed (negative) in a piece of text. */
int marks_bracket_balance(struct slice text);

#endif
