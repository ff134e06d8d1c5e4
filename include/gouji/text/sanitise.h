/* The one gate between outside text and the terminal. Outside text is read
 * glyph by glyph; whatever could do anything but be shown becomes a visible
 * token: C0, DEL, C1, bidi controls, zero-width, tags, variation selectors,
 * soft hyphen, U+2028/9, surrogates, private use, noncharacters, unassigned
 * code points and invalid bytes. At most 4 combining marks stay on a base, no
 * more than fit into SANITISE_PLAIN_NBYTES with it; the rest become tokens. (Trojan Source CVE-2021-42574; DEL and C1 as in less and
 * git advisories.) A TAB is one glyph of kind SANITISE_TAB; line ends are
 * tokens, callers split lines first. */
#ifndef GOUJI_TEXT_SANITISE_H
#define GOUJI_TEXT_SANITISE_H

#include <stdbool.h>
#include <stddef.h>

#include "gouji/base/slice.h"
#include "gouji/base/str.h"

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

/* Whether the byte may begin a combining mark. In the blocks of ideographs there is none. */
static inline bool sanitise_may_be_mark(char byte)
{
    unsigned char lead = (unsigned char)byte;
    return lead >= 0xCC && !(lead >= 0xE4 && lead <= 0xE9);
}

/* The bytes of the first character of text (not empty) where it is an ASCII character of one
 * column or an ideograph (U+4E00 to U+9FFF) of two, shown as it is, without marks: nearly all
 * there is. 0: what it is, sanitise_next tells. */
static inline size_t sanitise_plain(struct slice text)
{
    const unsigned char *p = (const unsigned char *)text.ptr;
    size_t nbytes = p[0] >= 0x20 && p[0] < 0x7F ? 1 : 0;
    if (p[0] >= 0xE4 && p[0] <= 0xE9 && text.nbytes >= 3 && (p[0] > 0xE4 || p[1] >= 0xB8) &&
        (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80)
        nbytes = 3;
    return text.nbytes > nbytes && sanitise_may_be_mark(text.ptr[nbytes]) ? 0 : nbytes;
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
