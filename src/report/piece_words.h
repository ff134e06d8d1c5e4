/* What a piece is by its words: page furniture, or a section's heading. */
#ifndef GOUJI_SRC_REPORT_PIECE_WORDS_H
#define GOUJI_SRC_REPORT_PIECE_WORDS_H

#include "pieces.h"

enum { PIECE_HEADING_NBYTES = 120 }; /* what is a heading is shorter, folded */

/* A page number, also 第3页, or a rule: -----, =====, |---|. `text` is folded. */
bool piece_is_noise(struct slice text);

/* --- or ------: a long dash, or two, as converters to plain text spell them. */
bool piece_is_dash(struct slice text);

/* (一)予以公开: words behind a character in brackets, which numbers them. */
bool piece_is_numbered(struct slice text);

/* (51): figures in brackets, as some print all of them, and no note. */
bool piece_is_bracketed_figure(struct slice text);

/* A section's heading, with its numeral or without; no row of a table. */
bool piece_is_heading(const struct pieces *pieces, const struct piece *piece);

/* Whether the line, which begins with this text, goes on with the note of a label that opened
 * some lines above, 规章（设区的, or opens that of one broken at its front. */
bool line_is_in_note(const struct pieces *pieces, size_t index, struct slice own);

#endif
