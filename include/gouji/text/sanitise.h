/* The one gate between outside text and the terminal. Outside text is read
 * glyph by glyph; whatever could do anything but be shown becomes a visible
 * token: C0, DEL, C1, bidi controls, zero-width, tags, variation selectors,
 * soft hyphen, U+2028/9, surrogates, private use, noncharacters, unassigned
 * code points and invalid bytes. At most 4 combining marks stay on a base, no
 * more than fit into SANITISE_PLAIN_NBYTES with it; the rest become tokens. (Trojan Source
 * CVE-2021-42574; DEL and C1 as in less and git advisories.) A TAB is one glyph of kind
 * SANITISE_TAB; line ends are tokens, callers split lines first. */
#ifndef GOUJI_TEXT_SANITISE_H
#define GOUJI_TEXT_SANITISE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gouji/base/slice.h"
#include "gouji/base/str.h"
#include "gouji/text/decode.h"

enum sanitise_kind {
    SANITISE_PLAIN, /* bytes may go to the terminal as they are */
    SANITISE_TOKEN, /* a visible stand-in such as <U+202E>, ^[ or \xFF */
    SANITISE_TAB,   /* caller expands by columns */
};

enum { SANITISE_PLAIN_NBYTES = 13 };

struct glyph {
    char bytes[40]; /* what to show, NUL-terminated UTF-8 */
    size_t nbytes;  /* of bytes[] */
    int ncols;      /* 1 or 2 for plain, length of the token else, 0 for TAB */
    enum sanitise_kind kind;
    size_t consumed; /* source bytes, >= 1 */
};

/* Ideographs and the CJK punctuation in daily use: visible, two columns, no marks. */
static inline bool sanitise_is_cjk(int32_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xFF01 && c <= 0xFF5E) ||
           (c >= 0x3001 && c <= 0x3003) || (c >= 0x3008 && c <= 0x3011);
}

/* Whether the text (not empty) may begin with a combining mark: not with an ideograph or with
 * the punctuation of Chinese texts, as they mostly do. */
static inline bool sanitise_may_be_mark(struct slice text)
{
    size_t nbytes;
    unsigned char lead = (unsigned char)text.ptr[0];
    if (lead < 0xCC || (lead >= 0xE4 && lead <= 0xE9))
        return false;
    int32_t c = text_next(text.ptr, text.nbytes, &nbytes);
    return !sanitise_is_cjk(c) && (c < 0x2010 || c > 0x205F);
}

/* The bytes of the first character of text (not empty) where it is an ASCII character of one
 * column or a CJK one of two, shown as it is, without marks: nearly all there is. 0: what it
 * is, sanitise_next tells. */
static inline size_t sanitise_plain(struct slice text)
{
    size_t nbytes;
    int32_t c = text_next(text.ptr, text.nbytes, &nbytes);
    if ((c < 0x20 || c >= 0x7F) && !sanitise_is_cjk(c))
        return 0;
    bool marked = text.nbytes > nbytes &&
                  sanitise_may_be_mark(slice_make(text.ptr + nbytes, text.nbytes - nbytes));
    return marked ? 0 : nbytes;
}
/* Its columns. */
static inline int sanitise_plain_cols(size_t nbytes)
{
    return nbytes == 1 ? 1 : 2;
}

/* The next glyph of text (not empty). */
void sanitise_next(struct slice text, struct glyph *glyph);

/* Whole strings, for plain output (stdout of show, messages to stderr): tokens
 * inline, TAB and LF kept when keep_layout is set, else tokens too. */
void sanitise_append(struct str *out, struct slice text, int keep_layout);

#endif
