/* From a file's bytes to UTF-8 text. The encoding is detected from the bytes
 * and always said, never guessed silently: BOM first (UTF-8, UTF-16LE/BE),
 * then valid UTF-8, then UTF-16 without BOM, where there are NUL bytes and only
 * one order of bytes makes Chinese text of them; then valid GB18030 that decodes
 * to a plausible share of Han characters and punctuation; else UTF-8 with U+FFFD
 * for each bad byte, counted. Line ends stay as they are. Files that are no text at all are
 * recognised by content. */
#ifndef GOUJI_TEXT_DECODE_H
#define GOUJI_TEXT_DECODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gouji/base/err.h"
#include "gouji/base/slice.h"

enum text_encoding {
    TEXT_UTF8,
    TEXT_UTF8_BOM,
    TEXT_GB18030,
    TEXT_UTF16LE,
    TEXT_UTF16BE,
};

enum text_kind {
    TEXT_KIND_TEXT,
    TEXT_KIND_HTML,
    TEXT_KIND_EMPTY, /* no bytes, or white space only */
    TEXT_KIND_PDF,
    TEXT_KIND_OLE,  /* Word .doc, WPS .wps: OLE2 compound file */
    TEXT_KIND_DOCX, /* zip with word/ */
    TEXT_KIND_OFD,  /* zip with OFD.xml */
    TEXT_KIND_ZIP,
    TEXT_KIND_RTF,
    TEXT_KIND_BINARY, /* NUL bytes or mostly control bytes */
};

struct text_decoded {
    char *text; /* UTF-8, NUL-terminated, BOM removed; caller frees */
    size_t nbytes;
    enum text_encoding encoding;
    size_t nbad; /* U+FFFD put in for undecodable bytes */
};

/* What the bytes are, from their first 64 KiB (UTF-16 is text). */
enum text_kind text_sniff(struct slice bytes);

/* "UTF-8", "UTF-8 (BOM)", "GB18030", "UTF-16LE", "UTF-16BE". */
const char *text_encoding_name(enum text_encoding encoding);

/* Why a file of this kind cannot be read and the exact command that converts
 * `path` (shell-quoted) into a file that does not exist yet, translated; NULL
 * for TEXT. Caller frees. */
char *text_kind_advice(enum text_kind kind, const char *path);

/* Decodes. A file of more than 2 % bad bytes still decodes; the caller decides
 * what nbad means. -1: short of memory. */
int text_decode(struct slice bytes, struct text_decoded *out, struct err *err);

/* The same for a file that declares a charset (GBK, GB2312, GB18030, UTF-8 …).
 * The bytes govern: they are read as GB18030 on its word alone only when they
 * are no UTF-8 and nearly all of them fit. */
int text_decode_declared(struct slice bytes, const char *charset, struct text_decoded *out,
                         struct err *err);

/* Whether the bytes are all their text: well-formed UTF-8 without a byte order mark. */
bool text_is_plain(struct slice bytes);

/* Whether a declared charset says anything else than the encoding found. */
bool text_contradicts(const char *charset, enum text_encoding found);

/* Strict UTF-8 (Unicode 15, table 3-7): decodes one code point, sets *nbytes
 * to the bytes it took. A bad byte gives -1 and takes one byte. n must be > 0.
 * The first is the second's way for what is not ASCII. */
int32_t text_next_long(const char *bytes, size_t n, size_t *nbytes);
static inline int32_t text_next(const char *bytes, size_t n, size_t *nbytes)
{
    const unsigned char *p = (const unsigned char *)bytes;
    *nbytes = 1;
    if (p[0] < 0x80)
        return p[0];
    /* Chinese characters are nearly all there is. */
    if (p[0] > 0xE0 && p[0] < 0xF0 && p[0] != 0xED && n > 2 && (p[1] & 0xC0) == 0x80 &&
        (p[2] & 0xC0) == 0x80) {
        *nbytes = 3;
        return (p[0] & 0xF) << 12 | (p[1] & 0x3F) << 6 | (p[2] & 0x3F);
    }
    return text_next_long(bytes, n, nbytes);
}

/* The bytes of the first character of a text that is known to be UTF-8. n must be > 0. */
static inline size_t text_size(const char *bytes, size_t n)
{
    unsigned char lead = (unsigned char)bytes[0];
    size_t size = (lead & 0xF0) == 0xE0 ? 3 : lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 4;
    return size < n ? size : n;
}

#endif
