#include "bars.h"

#include <string.h>

#include "gouji/base/ascii.h"
#include "gouji/text/run.h"

/* The strokes of drawn frames that run on from left to right, a bit for each. */
#define BIT(point) (UINT64_C(1) << ((point)&63))
static const uint64_t drawn_strokes[2] = {
    BIT(0x2500) | BIT(0x2501) | BIT(0x2504) | BIT(0x2505) | BIT(0x2508) | BIT(0x2509),
    BIT(0x254C) | BIT(0x254D) | BIT(0x2550) | BIT(0x2574) | BIT(0x2576) | BIT(0x2578) |
        BIT(0x257A) | BIT(0x257C) | BIT(0x257E),
};

/* Whether three bytes are a drawn line that no stroke is. */
static inline bool is_drawn_bar(const unsigned char *p)
{
    return p[0] == 0xE2 && (p[1] == 0x94 || p[1] == 0x95) && (p[2] & 0xC0) == 0x80 &&
           !(drawn_strokes[p[1] & 1] >> (p[2] & 63) & 1);
}

/* Whether three bytes are ｜ or its narrow form. */
static inline bool is_wide_bar(const unsigned char *p)
{
    return p[0] == 0xEF && ((p[1] == 0xBD && p[2] == 0x9C) || (p[1] == 0xBF && p[2] == 0xA8));
}

static bool is_stroke(const char *at)
{
    return (at[0] == '-' || at[0] == '=') && at[1] == at[0];
}

/* Whether both ends of the line are crossings and a rule stands in a part of it: +词+词+----+ */
static bool is_part_ruled(struct slice line)
{
    while (line.nbytes > 0 && *line.ptr == ' ')
        line = slice_make(line.ptr + 1, line.nbytes - 1);
    while (line.nbytes > 0 && line.ptr[line.nbytes - 1] == ' ')
        line.nbytes--;
    return line.nbytes > 2 && line.ptr[0] == '+' && line.ptr[line.nbytes - 1] == '+' &&
           (slice_contains(line, "+--") || slice_contains(line, "+=="));
}

/* +--: a crossing; +19: a signed number. */
static bool is_crossing(struct slice line, size_t at)
{
    bool before = at >= 2 && is_stroke(line.ptr + at - 2);
    bool after = at + 2 < line.nbytes && is_stroke(line.ptr + at + 1);
    bool is_sign = at + 1 < line.nbytes && ascii_is_digit(line.ptr[at + 1]);
    return before || after || (!is_sign && is_part_ruled(line));
}

/* The size of the bar that may be at `at`, or 0. */
static inline size_t bar_size(struct slice line, size_t at)
{
    const unsigned char *p = (const unsigned char *)line.ptr + at;
    if (*p >= 0x80)
        return line.nbytes - at >= 3 && (is_drawn_bar(p) || is_wide_bar(p)) ? 3 : 0;
    return *p == '|' || (*p == '+' && is_crossing(line, at)) ? 1 : 0;
}

size_t bars_count(struct slice text)
{
    static const char leads[] = {'|', '+', '\xE2', '\xEF'};
    size_t count = 0;
    const char *end = text.ptr + text.nbytes;
    for (size_t i = 0; i < sizeof leads; i++)
        for (const char *at = text.ptr;
             at < end && (at = memchr(at, leads[i], (size_t)(end - at))) != NULL; at++)
            count += bar_size(text, (size_t)(at - text.ptr)) > 0;
    return count;
}

size_t bars_blank_size(struct slice text)
{
    const unsigned char *p = (const unsigned char *)text.ptr;
    size_t n = text.nbytes;
    if (*p < 0x80)
        return *p == ' ' || *p == '\f';
    if (*p == 0xC2)
        return n > 1 && p[1] == 0xA0 ? 2 : 0;
    if (n < 3 || p[1] != 0x80)
        return 0;
    bool is_blank = *p == 0xE3 ? p[2] == 0x80 : *p == 0xE2 && p[2] >= 0x80 && p[2] <= 0x8A;
    return is_blank ? 3 : 0;
}

/* What a character is by its first byte: none of these, or that it may be a bar or a blank, of
 * three bytes or fewer. */
enum { HAN = 1, WIDE, BLANK, TAB, BAR, TELLING };

static void note_bar(struct cuts *cuts, size_t at, size_t nbytes)
{
    if (cuts->nbars < BARS_MOST)
        cuts->bars[cuts->nbars] = (struct bar){(uint32_t)at, (uint32_t)nbytes};
    cuts->nbars++;
}

/* Whether a bar or a blank may begin at p, where a character of three bytes does: mostly it
 * is a full-width comma, a bracket or a quotation mark. */
static inline bool may_be_wide_cut(const unsigned char *p)
{
    if (*p == 0xEF)
        return p[1] >= 0xBD;
    if (*p == 0xE3)
        return p[1] == 0x80 && p[2] == 0x80;
    if (p[1] == 0x94)
        return p[2] > 0x81; /* no stroke of a rule */
    return p[1] == 0x95 || (p[1] == 0x80 && p[2] <= 0x8A);
}

static void note_blank(struct cuts *cuts, size_t at)
{
    cuts->blank = at < cuts->blank ? at : cuts->blank;
}

/* Notes the bar or blank that may be at `at`; returns the bytes to go on by. */
static size_t note_cut(struct slice line, size_t at, struct cuts *cuts)
{
    size_t n = bar_size(line, at);
    if (n > 0)
        note_bar(cuts, at, n);
    else if ((n = bars_blank_size(slice_make(line.ptr + at, line.nbytes - at))) > 0)
        note_blank(cuts, at);
    return n > 0 ? n : 1;
}

static size_t leading_blanks(struct slice line)
{
    size_t at = 0;
    for (size_t n = 1; n > 0 && at < line.nbytes; at += n)
        n = bars_blank_size(slice_make(line.ptr + at, line.nbytes - at));
    return at;
}

void bars_find(struct slice line, struct cuts *out)
{
    static const unsigned char steps[256] = {
        ['\t'] = TAB,     ['\f'] = TELLING, [' '] = BLANK, ['+'] = TELLING, ['|'] = BAR,
        [0xC2] = TELLING, [0xE2] = WIDE,    [0xE3] = WIDE, [0xE4] = HAN,    [0xE5] = HAN,
        [0xE6] = HAN,     [0xE7] = HAN,     [0xE8] = HAN,  [0xE9] = HAN,    [0xEF] = WIDE,
    };
    const unsigned char *p = (const unsigned char *)line.ptr;
    size_t at = line.nbytes > 0 && steps[p[0]] >= WIDE ? leading_blanks(line) : 0;
    out->nbars = out->ntabs = 0;
    out->blank = line.nbytes;
    while (at < line.nbytes) {
        unsigned step = steps[p[at]];
        if (step == HAN) { /* told apart: what comes next need not wait for the table */
            at += 3;
        } else if (step == 0) {
            at++;
        } else if (step == WIDE && !may_be_wide_cut(p + at)) {
            at += p[at] == 0xE2 ? text_run(slice_make(line.ptr + at, line.nbytes - at)) : 3;
        } else if (step == BAR) {
            note_bar(out, at++, 1);
        } else if (step == BLANK) {
            note_blank(out, at++);
            if (at < line.nbytes && p[at] == ' ')
                at += slice_spaces(slice_make(line.ptr + at, line.nbytes - at));
        } else if (step == TAB) {
            out->ntabs++;
            at++;
        } else {
            at += note_cut(line, at, out);
        }
    }
}

bool bars_end_at(const char *text, size_t at)
{
    if (at >= 1 && text[at - 1] == '|')
        return true;
    if (at < 3)
        return false;
    const unsigned char *p = (const unsigned char *)text + at - 3;
    return is_drawn_bar(p) || is_wide_bar(p);
}

/* The size of the stroke of a rule that the text begins with, or 0. */
static size_t stroke_size(struct slice text)
{
    static const bool is_ascii_stroke[128] = {
        ['-'] = true, ['='] = true, ['_'] = true, [':'] = true,
        ['|'] = true, ['+'] = true, ['*'] = true};
    const unsigned char *p = (const unsigned char *)text.ptr;
    if (*p < 0x80)
        return is_ascii_stroke[*p];
    if (text.nbytes < 3 || (p[2] & 0xC0) != 0x80)
        return 0;
    bool is_drawn_line = *p == 0xE2 && (p[1] == 0x94 || p[1] == 0x95);
    bool is_full_width = *p == 0xEF && p[1] == 0xBD && p[2] == 0x9C;
    return is_drawn_line || is_full_width ? 3 : 0;
}

bool bars_is_rule(struct slice text)
{
    for (size_t at = 0, n; at < text.nbytes;) {
        n = stroke_size(slice_make(text.ptr + at, text.nbytes - at));
        if (n == 0)
            return false;
        at += n == 1 ? 1 : text_run(slice_make(text.ptr + at, text.nbytes - at));
    }
    return text.nbytes > 0;
}
