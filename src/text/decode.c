#include "gouji/text/decode.h"

#include <endian.h>
#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <strings.h>

#include "fold_table.h"
#include "gouji/base/message.h"
#include "gouji/base/str.h"
#include "wide.h"

/* The length and payload mask a lead byte promises; 0 for no lead byte. */
static size_t lead_length(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead < 0xC2)
        return 0;
    if (lead < 0xE0)
        return 2;
    if (lead < 0xF0)
        return 3;
    return lead < 0xF5 ? 4 : 0;
}

static bool is_tail(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

int32_t text_next_long(const char *bytes, size_t n, size_t *nbytes)
{
    const unsigned char *p = (const unsigned char *)bytes;
    size_t length = lead_length(p[0]);
    *nbytes = 1;
    if (length == 1)
        return p[0];
    if (length == 0 || length > n)
        return -1;
    uint32_t c = p[0] & (0x7Fu >> length);
    for (size_t i = 1; i < length; i++) {
        if (!is_tail(p[i]))
            return -1;
        c = c << 6 | (p[i] & 0x3F);
    }
    bool overlong = (length == 3 && c < 0x800) || (length == 4 && c < 0x10000);
    if (overlong || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        return -1;
    *nbytes = length;
    return (int32_t)c;
}

enum { STRETCH = 32, BEFORE = 2 };

/* Whether there are only characters of three bytes or fewer, of which the first ones' begin
 * here or not far before, and none that may be longer than need be or a surrogate. Compilers
 * make a few vector instructions of it. */
static bool is_sound_stretch(const char *bytes)
{
    const unsigned char *p = (const unsigned char *)bytes;
    unsigned char odd = 0;
    for (size_t i = 0; i < STRETCH; i++, p++) {
        unsigned char tail_due = (p[-1] >= 0xC0) | (p[-2] >= 0xE0);
        unsigned char rare = (*p == 0xE0) | (*p == 0xED) | (*p >= 0xF0) | ((*p & 0xFE) == 0xC0);
        odd |= (unsigned char)((tail_due ^ ((*p & 0xC0) == 0x80)) | rare);
    }
    return !odd;
}

/* Behind the characters that begin at `at`, where enough of them go before: where the last one
 * begins of those in sound stretches. */
static size_t skip_sound(struct slice bytes, size_t at)
{
    size_t end = at;
    while (bytes.nbytes - end >= STRETCH && is_sound_stretch(bytes.ptr + end))
        end += STRETCH;
    while (end > at && is_tail((unsigned char)bytes.ptr[--end]))
        ;
    return end;
}

/* How many bytes from the start are well-formed. */
static size_t sound_nbytes(struct slice bytes)
{
    size_t i = 0;
    for (size_t used; i < bytes.nbytes; i += used) {
        if (i >= BEFORE)
            i = skip_sound(bytes, i);
        if (text_next(bytes.ptr + i, bytes.nbytes - i, &used) < 0)
            break;
    }
    return i;
}

/* What the bytes look like when read in one of the two 8-bit encodings. */
struct tally {
    size_t nmulti;  /* well-formed characters of more than one byte */
    size_t nbad;    /* bytes that fit nowhere */
    size_t ncommon; /* GB18030: of nmulti, common ideographs and punctuation */
};

/* Behind the ASCII characters that begin at `at`, as most of a page's do: they tell nothing. */
static size_t skip_ascii(struct slice bytes, size_t at)
{
    uint64_t word;
    for (; bytes.nbytes - at >= sizeof word; at += sizeof word) {
        memcpy(&word, bytes.ptr + at, sizeof word);
        if (word & UINT64_C(0x8080808080808080))
            break;
    }
    while (at < bytes.nbytes && (unsigned char)bytes.ptr[at] < 0x80)
        at++;
    return at;
}

static struct tally tally_utf8(struct slice bytes)
{
    struct tally tally = {0, 0, 0};
    for (size_t i = skip_ascii(bytes, 0), used; i < bytes.nbytes; i = skip_ascii(bytes, i + used)) {
        int32_t c = text_next(bytes.ptr + i, bytes.nbytes - i, &used);
        tally.nmulti += used > 1;
        tally.nbad += c < 0;
    }
    return tally;
}

/* Bytes of the GB18030 character at p, which is not ASCII; 0 when there is none. */
static size_t gb_length(const unsigned char *p, size_t n)
{
    if (p[0] == 0x80 || p[0] == 0xFF || n < 2)
        return 0;
    if (p[1] >= 0x40 && p[1] != 0x7F && p[1] != 0xFF)
        return 2;
    bool four = n >= 4 && p[1] >= 0x30 && p[1] <= 0x39 && p[2] >= 0x81 && p[2] <= 0xFE &&
                p[3] >= 0x30 && p[3] <= 0x39;
    return four ? 4 : 0;
}

/* The first level of GB 2312, sorted by sound, holds the ideographs of daily
 * use (rows B0-D7); rows A1-A3 hold punctuation and full-width forms, row A9 the
 * frames of drawn tables, doubled ones GBK's part of row A8. Other encodings misread as
 * GB18030 land mostly outside of all. */
static bool gb_is_common(const unsigned char *p)
{
    if (p[0] == 0xA8 && p[1] >= 0x54 && p[1] <= 0x77)
        return true;
    bool row = (p[0] >= 0xA1 && p[0] <= 0xA3) || p[0] == 0xA9 || (p[0] >= 0xB0 && p[0] <= 0xD7);
    return row && p[1] >= 0xA1;
}

static struct tally tally_gb18030(struct slice bytes)
{
    struct tally tally = {0, 0, 0};
    const unsigned char *p = (const unsigned char *)bytes.ptr;
    for (size_t i = skip_ascii(bytes, 0), used; i < bytes.nbytes; i = skip_ascii(bytes, i + used)) {
        used = gb_length(p + i, bytes.nbytes - i);
        if (used == 0) {
            tally.nbad++;
            used = 1;
        } else {
            tally.nmulti++;
            tally.ncommon += used == 2 && gb_is_common(p + i);
        }
    }
    return tally;
}

/* Converts with iconv; what it refuses is skipped `unit` bytes at a time. */
static void decode_iconv(iconv_t converter, struct slice bytes, size_t unit, struct str *out,
                         size_t *nbad)
{
    char *in = (char *)(uintptr_t)bytes.ptr; /* iconv does not write to it */
    size_t left = bytes.nbytes;
    while (left > 0 && !out->failed) {
        char buffer[4096];
        char *to = buffer;
        size_t room = sizeof buffer;
        size_t rc = iconv(converter, &in, &left, &to, &room);
        int why = errno;
        str_append(out, slice_make(buffer, (size_t)(to - buffer)));
        if (rc != (size_t)-1 || why == E2BIG)
            continue;
        size_t skip = left < unit ? left : unit;
        str_code_point(out, 0xFFFD);
        *nbad += skip;
        in += skip;
        left -= skip;
    }
}

/* How many characters of the bytes, read as GB18030, are traditional ones that official prose
 * has; GBK sets them among rare ones. */
static size_t count_traditional(struct slice bytes)
{
    iconv_t converter = iconv_open("UTF-8", "GB18030");
    struct str text = STR_INIT;
    size_t n = 0, nbad = 0;
    if (converter == (iconv_t)-1)
        return 0;
    decode_iconv(converter, bytes, 1, &text, &nbad);
    iconv_close(converter);
    const char *at = str_text(&text), *end = at + text.nbytes;
    for (size_t used; at < end; at += used)
        n += fold_is_traditional(text_next(at, (size_t)(end - at), &used));
    str_release(&text);
    return n;
}

static bool is_plausible(size_t ncommon, size_t nmulti)
{
    return ncommon * 10 >= nmulti * 7;
}

/* Damage of a byte here and there must not tip the scale: a mostly well-formed
 * UTF-8 text stays UTF-8, since text in GB18030 hardly ever looks like it. */
static bool is_gb18030(struct slice bytes, bool declared)
{
    struct tally utf8 = tally_utf8(bytes);
    if (utf8.nmulti > utf8.nbad)
        return false;
    struct tally gb = tally_gb18030(bytes);
    if (gb.nbad * 50 > gb.nmulti || gb.nmulti == 0)
        return false;
    return declared || is_plausible(gb.ncommon, gb.nmulti) ||
           is_plausible(gb.ncommon + count_traditional(bytes), gb.nmulti);
}

static bool is_gb_name(const char *charset)
{
    return strncasecmp(charset, "gb", 2) == 0 || strcasecmp(charset, "cp936") == 0 ||
           strcasecmp(charset, "x-gbk") == 0;
}

/* *sound: how much of a text without a byte order mark is sound UTF-8, mostly all of it. */
static enum text_encoding detect(struct slice bytes, bool gb_declared, size_t *bom, size_t *sound)
{
    const struct {
        const char *bytes;
        enum text_encoding encoding;
    } boms[] = {{"\xEF\xBB\xBF", TEXT_UTF8_BOM},
                {"\xFF\xFE", TEXT_UTF16LE},
                {"\xFE\xFF", TEXT_UTF16BE},
                {"\x84\x31\x95\x33", TEXT_GB18030}};
    for (size_t i = 0; i < sizeof boms / sizeof boms[0]; i++) {
        *bom = strlen(boms[i].bytes);
        if (slice_has_prefix(bytes, slice_of(boms[i].bytes)))
            return boms[i].encoding;
    }
    *bom = 0;
    *sound = sound_nbytes(bytes);
    enum text_encoding wide;
    if (*sound < bytes.nbytes && memchr(bytes.ptr, 0, bytes.nbytes) &&
        wide_without_mark(bytes, &wide))
        return wide;
    bool is_gb = *sound < bytes.nbytes && is_gb18030(bytes, gb_declared);
    return is_gb ? TEXT_GB18030 : TEXT_UTF8;
}

/* The first `sound` bytes are known to be well-formed. */
static void decode_utf8(struct slice bytes, size_t sound, struct str *out, size_t *nbad)
{
    for (;;) {
        str_append(out, slice_make(bytes.ptr, sound));
        if (sound == bytes.nbytes)
            return;
        str_code_point(out, 0xFFFD);
        ++*nbad;
        bytes = slice_make(bytes.ptr + sound + 1, bytes.nbytes - sound - 1);
        sound = sound_nbytes(bytes);
    }
}

static int decode_foreign(struct slice bytes, enum text_encoding encoding, struct str *out,
                          size_t *nbad, struct err *err)
{
    const char *name = text_encoding_name(encoding);
    iconv_t converter = iconv_open("UTF-8", name);
    if (converter == (iconv_t)-1 && errno == ENOMEM)
        return err_set_nomem(err);
    if (converter == (iconv_t)-1)
        return err_set(err, ERR_INPUT,
                       _("this system cannot convert %s: install its character set files "
                         "(package libc6) or convert the file to UTF-8 first"),
                       name);
    decode_iconv(converter, bytes, encoding == TEXT_GB18030 ? 1 : 2, out, nbad);
    iconv_close(converter);
    return 0;
}

bool text_is_plain(struct slice bytes)
{
    return !slice_has_prefix(bytes, slice_of("\xEF\xBB\xBF")) &&
           sound_nbytes(bytes) == bytes.nbytes;
}

int text_decode(struct slice bytes, struct text_decoded *out, struct err *err)
{
    return text_decode_declared(bytes, "", out, err);
}

bool text_contradicts(const char *charset, enum text_encoding found)
{
    switch (found) {
    case TEXT_GB18030:
        return !is_gb_name(charset);
    case TEXT_UTF8:
    case TEXT_UTF8_BOM:
        return strcasecmp(charset, "utf-8") != 0 && strcasecmp(charset, "utf8") != 0;
    case TEXT_UTF16LE:
    case TEXT_UTF16BE:
        return strncasecmp(charset, "utf-16", 6) != 0;
    }
    return false;
}

int text_decode_declared(struct slice bytes, const char *charset, struct text_decoded *out,
                         struct err *err)
{
    struct str text = STR_INIT;
    size_t bom, sound = 0, nbad = 0;
    enum text_encoding encoding = detect(bytes, is_gb_name(charset), &bom, &sound);
    struct slice rest = slice_make(bytes.ptr + bom, bytes.nbytes - bom);
    if (encoding == TEXT_UTF8 || encoding == TEXT_UTF8_BOM)
        decode_utf8(rest, bom ? sound_nbytes(rest) : sound, &text, &nbad);
    else if (decode_foreign(rest, encoding, &text, &nbad, err) != 0) {
        str_release(&text);
        return -1;
    }
    size_t nbytes = text.nbytes;
    char *detached = str_detach(&text);
    if (!detached)
        return err_set_nomem(err);
    *out = (struct text_decoded){detached, nbytes, encoding, nbad};
    return 0;
}

const char *text_encoding_name(enum text_encoding encoding)
{
    switch (encoding) {
    case TEXT_UTF8:
        return "UTF-8";
    case TEXT_UTF8_BOM:
        return "UTF-8 (BOM)";
    case TEXT_GB18030:
        return "GB18030";
    case TEXT_UTF16LE:
        return "UTF-16LE";
    case TEXT_UTF16BE:
        return "UTF-16BE";
    }
    return "?";
}
