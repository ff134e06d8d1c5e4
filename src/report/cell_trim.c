/* What stands around a field and is none of it: white space, insets, signs of bold. */
#include <stdint.h>
#include <string.h>

#include "cell.h"
#include "numeral.h"

/* What Markdown leaves of mark-up in a cell; it stands for white space. A backslash at
 * the end of a line is its line break. */
static const char *const blank_tags[] = {"<br>", "<br/>", "<br />", "&nbsp;"};
enum { BLANK_TAGS = sizeof blank_tags / sizeof *blank_tags };

/* The size of an inset ([bookmark: …], [image: …], <br>) at the front, or 0. */
static size_t inset_size(struct slice text)
{
    if (text.nbytes == 0 || (text.ptr[0] != '<' && text.ptr[0] != '&' && text.ptr[0] != '['))
        return 0;
    for (size_t i = 0; i < BLANK_TAGS; i++)
        if (slice_has_prefix(text, slice_of(blank_tags[i])))
            return strlen(blank_tags[i]);
    if (!slice_has_prefix(text, slice_of("[bookmark:")) &&
        !slice_has_prefix(text, slice_of("[image:")))
        return 0;
    const char *end = memchr(text.ptr, ']', text.nbytes);
    return end ? (size_t)(end - text.ptr) + 1 : 0;
}

static size_t last_point(struct slice text, int32_t *point)
{
    size_t at = text.nbytes - 1;
    size_t n;
    while (at > 0 && ((unsigned char)text.ptr[at] & 0xC0) == 0x80)
        at--;
    *point = text_next(text.ptr + at, text.nbytes - at, &n);
    return text.nbytes - at;
}

static bool has_more_than(struct slice text, char c)
{
    size_t n = 0;
    while (n < text.nbytes && text.ptr[n] == c)
        n++;
    return n < text.nbytes;
}

/* The size of an inset at the end, or 0. A backslash alone is the field's own: a stroke. */
static size_t tail_inset_size(struct slice text)
{
    char last = text.nbytes > 0 ? text.ptr[text.nbytes - 1] : '\0';
    if (last == '\\')
        return has_more_than(text, '\\');
    if (last != '>' && last != ';' && last != ']')
        return 0;
    for (size_t i = 0; i < BLANK_TAGS; i++) {
        size_t n = strlen(blank_tags[i]);
        if (text.nbytes >= n && memcmp(text.ptr + text.nbytes - n, blank_tags[i], n) == 0)
            return n;
    }
    if (last != ']')
        return 0;
    size_t at = text.nbytes;
    while (at > 0 && text.ptr[at - 1] != '[')
        at--;
    if (at == 0)
        return 0;
    struct slice inset = slice_make(text.ptr + at - 1, text.nbytes - at + 1);
    return inset_size(inset) == inset.nbytes ? inset.nbytes : 0;
}

/* \- : Markdown's way to print a sign that would mean something to it. */
static size_t escape_size(struct slice text)
{
    return text.nbytes > 1 && text.ptr[0] == '\\' && strchr("-*_#+|/", text.ptr[1]) ? 1 : 0;
}

/* '5 : what sheets print before a number that is kept as text. '5' is a quoted item of a list. */
static size_t apostrophe_size(struct slice text)
{
    size_t at = text.nbytes > 1 && (text.ptr[1] == '+' || text.ptr[1] == '-') ? 2 : 1;
    return text.nbytes > at && text.ptr[0] == '\'' && ascii_is_digit(text.ptr[at]) &&
           !memchr(text.ptr + 1, '\'', text.nbytes - 1);
}

static struct slice trim_front(struct slice text)
{
    while (text.nbytes > 0) {
        size_t n;
        int32_t point = text_next(text.ptr, text.nbytes, &n);
        size_t drop = cell_is_blank(point)
                          ? n
                          : inset_size(text) + escape_size(text) + apostrophe_size(text);
        if (drop == 0)
            break;
        text = slice_make(text.ptr + drop, text.nbytes - drop);
    }
    return text;
}

struct slice cell_trim_blanks(struct slice text)
{
    text = trim_front(text);
    while (text.nbytes > 0) {
        int32_t point;
        size_t n = last_point(text, &point);
        size_t drop = cell_is_blank(point) ? n : tail_inset_size(text);
        if (drop == 0)
            break;
        text.nbytes -= drop;
    }
    return text;
}

/* The size of the same stars or strokes at both ends: **12**, which Markdown sets in
 * bold; 0 when nothing stands between them. */
static size_t emphasis_size(struct slice text)
{
    static const char *const pairs[] = {"**", "__", "*"};
    bool may_be = text.nbytes > 2 && (text.ptr[0] == '*' || text.ptr[0] == '_');
    for (size_t i = 0; may_be && i < sizeof pairs / sizeof *pairs; i++) {
        size_t n = strlen(pairs[i]);
        if (text.nbytes > 2 * n && memcmp(text.ptr, pairs[i], n) == 0 &&
            memcmp(text.ptr + text.nbytes - n, pairs[i], n) == 0 && text.ptr[n] != pairs[i][0])
            return n;
    }
    return 0;
}

/* Signs that begin or end what is trimmed, a bit for each. */
#define BIT(c) (UINT64_C(1) << ((c)&63))
static const uint64_t trimmed_signs[2] = {
    BIT('&') | BIT(';') | BIT('<') | BIT('>') | BIT('*') | BIT('\''),
    BIT('[') | BIT(']') | BIT('\\') | BIT('_') | BIT(0x7F),
};

/* Characters that are no blanks and neither begin nor end what is trimmed: letters, digits, most
 * signs, ideographs, full-width forms, drawn lines, dashes, quotation marks, 。 and its like. */
static bool is_solid(const unsigned char *p, size_t n)
{
    if (n == 1)
        return *p > ' ' && *p < 0x80 && !(trimmed_signs[*p >> 6] & BIT(*p));
    return (*p >= 0xE4 && *p <= 0xE9) || (*p == 0xEF && p[1] == 0xBC) ||
           (*p == 0xE2 &&
            (p[1] == 0x94 || p[1] == 0x95 || (p[1] == 0x80 && p[2] >= 0x90 && p[2] <= 0x9F))) ||
           (*p == 0xE3 && p[1] == 0x80 && p[2] > 0x80);
}

static bool is_solid_at_both_ends(struct slice text)
{
    const unsigned char *p = (const unsigned char *)text.ptr;
    size_t n = text.nbytes;
    if (n < 3) /* digits, or what is looked at with more care */
        return n > 0 && is_solid(p, 1) && is_solid(p + n - 1, 1);
    size_t last = p[n - 1] < 0x80 ? 1 : 3;
    return is_solid(p, p[0] < 0x80 ? 1 : 3) && is_solid(p + n - last, last);
}

struct slice cell_trim_ends(struct slice text)
{
    if (is_solid_at_both_ends(text))
        return text;
    text = cell_trim_blanks(text);
    for (size_t n; (n = emphasis_size(text)) != 0;)
        text = cell_trim_blanks(slice_make(text.ptr + n, text.nbytes - 2 * n));
    return text;
}
