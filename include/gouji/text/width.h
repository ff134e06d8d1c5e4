/* Columns on the terminal: the one width function of gouji. By libunistring's
 * uc_width with encoding "UTF-8": ambiguous characters are 1 column wide, as
 * in tmux and glibc (policy and figures: README, Terminal). Never ask any
 * other function. Units: bytes in, columns out. */
#ifndef GOUJI_TEXT_WIDTH_H
#define GOUJI_TEXT_WIDTH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gouji/base/slice.h"

/* 0, 1 or 2; control characters 0 (sanitise shows them as tokens). */
int width_code_point(uint32_t code_point);

/* Whether its width is a matter of the terminal: 1 column by the policy, drawn over
 * two by many Chinese fonts. Not so the lines of frames, which stay narrow. */
bool width_is_ambiguous(uint32_t code_point);

/* From now on such a character takes two columns on the screen, its own and a blank
 * one (set ambiguous=pad). As a locale, for the whole program; width_code_point, by
 * which reports are read, is not concerned. */
void width_pad_ambiguous(bool padded);
bool width_is_padded(void);

/* Columns of a character on the screen: as width_code_point, padded where that is set. */
int width_shown(uint32_t code_point);

/* Bytes of the first glyph of text (not empty) as sanitise will show it; *ncols gets its
 * columns, those of a TAB by how many columns stand before it. */
size_t width_glyph(struct slice text, int before, int *ncols);

/* Columns of text as sanitise will show it (tokens counted as shown). */
int width_text(struct slice text);
/* Whether those are at most so many; a long text is not gone through for it. */
bool width_within(struct slice text, int ncols);

/* How many bytes of text fit into ncols, whole grapheme clusters only;
 * *used gets their columns (used may be NULL). */
size_t width_fit(struct slice text, int ncols, int *used);

/* Bytes of the first grapheme cluster (UAX 29), at least 1 if text is not
 * empty; of the last one for the _before form. */
size_t width_cluster(struct slice text);
size_t width_cluster_before(struct slice text);

/* Clips in the middle, "a_long…name.txt" with '~' as the mark, into out (a
 * buffer of out_nbytes); result takes at most ncols columns. */
void width_clip_middle(struct slice text, int ncols, char *out, size_t out_nbytes);

#endif
