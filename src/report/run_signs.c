#include "run_signs.h"

#include <stdint.h>
#include <string.h>

#include "gouji/base/ascii.h"
#include "gouji/text/decode.h"
#include "numeral.h"

enum { LEAST_ROWS = 3 };

static inline size_t blank_size(const char *text, size_t nbytes)
{
    static const char hard[] = "\xC2\xA0", wide[] = "\xE3\x80\x80";
    if (*text == ' ')
        return 1;
    if (*text == *hard)
        return nbytes >= 2 && memcmp(text, hard, 2) == 0 ? 2 : 0;
    return *text == *wide && nbytes >= 3 && memcmp(text, wide, 3) == 0 ? 3 : 0;
}

size_t run_blank_size(struct slice text)
{
    return blank_size(text.ptr, text.nbytes);
}

size_t run_gap_size(struct slice text)
{
    size_t at = 0;
    for (size_t n = 1; at < text.nbytes && n > 0; at += n)
        n = text.ptr[at] == '\t' ? 1 : blank_size(text.ptr + at, text.nbytes - at);
    return at;
}

size_t run_word_size(struct run_signs signs, struct slice text)
{
    size_t at = 0, end = 0; /* behind the last that is no blank */
    if (signs.bars && *text.ptr == '|')
        return 1;
    while (at < text.nbytes && text.ptr[at] != '\t' && !(signs.bars && text.ptr[at] == '|')) {
        unsigned char lead = (unsigned char)text.ptr[at];
        size_t left = text.nbytes - at, n = 3;
        bool is_han = lead >= 0xE4 && lead < 0xF0 && left >= 3; /* mostly */
        size_t blank = is_han ? 0 : blank_size(text.ptr + at, left);
        if (blank > 0 && signs.blanks)
            break;
        if (!is_han)
            n = blank > 0 ? blank : text_size(text.ptr + at, left);
        at += n;
        end = blank > 0 ? end : at;
    }
    return end;
}

/* How many of eight bytes are spaces. */
static size_t count_spaces(const char *bytes)
{
    const uint64_t each = UINT64_C(0x0101010101010101), lower = each * 0x7F;
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    word ^= each * ' ';
    uint64_t spaces = ~(((word & lower) + lower) | word | lower) >> 7;
    return (size_t)(spaces * each >> 56);
}

size_t run_count_blanks(struct slice text)
{
    static const unsigned char leads[] = {0xC2, 0xE3}; /* of wide and hard ones */
    const char *end = text.ptr + text.nbytes;
    const char *first = memchr(text.ptr, ' ', text.nbytes); /* prose has none, mostly */
    size_t n = 0, at = first ? (size_t)(first - text.ptr) : text.nbytes;
    for (; text.nbytes - at >= 8; at += 8)
        n += count_spaces(text.ptr + at);
    for (; at < text.nbytes; at++)
        n += text.ptr[at] == ' ';
    for (size_t i = 0; i < sizeof leads; i++)
        for (const char *p = text.ptr; (p = memchr(p, leads[i], (size_t)(end - p))) != NULL; p++)
            n += blank_size(p, (size_t)(end - p)) > 0;
    return n;
}

/* Whether the text begins with a digit, a full-width one too. */
static bool begins_figure(struct slice text)
{
    static const char wide[] = "\xEF\xBC";
    return (text.nbytes > 0 && ascii_is_digit(*text.ptr)) ||
           (text.nbytes >= 3 && memcmp(text.ptr, wide, 2) == 0 && (text.ptr[2] & 0xF0) == 0x90);
}

bool run_has_rows(struct slice line, char sign)
{
    const char *end = line.ptr + line.nbytes;
    size_t n = 0;
    bool was_figure = false;
    for (const char *at = line.ptr; n < LEAST_ROWS && at < end; at++) {
        const char *stop = memchr(at, sign, (size_t)(end - at));
        stop = stop ? stop : end;
        while (at < stop && *at == ' ')
            at++;
        if (at == stop)
            continue;
        bool is_figure = begins_figure(slice_make(at, (size_t)(stop - at)));
        n += was_figure && !is_figure && (unsigned char)*at >= 0xE3;
        was_figure = is_figure;
        at = stop;
    }
    return n == LEAST_ROWS;
}

bool run_has_paragraphs(struct slice line)
{
    static const char stop[] = "。";
    enum { STOP_NBYTES = sizeof stop - 1, LEAST_PARAGRAPHS = 3 };
    size_t n = 0;
    for (const char *at = line.ptr, *end = at + line.nbytes;
         n < LEAST_PARAGRAPHS &&
         (at = memmem(at, (size_t)(end - at), stop, STOP_NBYTES)) != NULL;) {
        at += STOP_NBYTES;
        n += at < end && blank_size(at, (size_t)(end - at)) > 0;
    }
    return n == LEAST_PARAGRAPHS;
}
