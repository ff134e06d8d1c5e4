#include "bars.h"

#include <string.h>

#include "gouji/text/decode.h"

static bool is_drawn(int32_t point)
{
    return point >= 0x2500 && point <= 0x257F;
}

/* The strokes of drawn frames that run on from left to right. */
static bool is_drawn_stroke(int32_t point)
{
    return point == 0x2500 || point == 0x2501 || point == 0x2504 || point == 0x2505 ||
           point == 0x2508 || point == 0x2509 || point == 0x254C || point == 0x254D ||
           point == 0x2550 || point == 0x2574 || point == 0x2576 || point == 0x2578 ||
           point == 0x257A || point == 0x257C || point == 0x257E;
}

static bool is_wide_bar(int32_t point)
{
    return point == 0xFF5C || point == 0xFFE8 || (is_drawn(point) && !is_drawn_stroke(point));
}

static bool is_stroke(const char *at)
{
    return (at[0] == '-' || at[0] == '=') && at[1] == at[0];
}

/* +--: a crossing; +19: a signed number. */
static bool is_crossing(struct slice line, size_t at)
{
    bool before = at >= 2 && is_stroke(line.ptr + at - 2);
    bool after = at + 2 < line.nbytes && is_stroke(line.ptr + at + 1);
    return before || after;
}

/* The first bytes of bars. */
static const bool may_be_bar[256] = {['|'] = true, ['+'] = true, [0xE2] = true, [0xEF] = true};

/* The size of the bar that may be at `at`, or 0. */
static size_t bar_size(struct slice line, size_t at)
{
    const unsigned char *p = (const unsigned char *)line.ptr + at;
    size_t n;
    if (*p == '|')
        return 1;
    if (*p == '+')
        return is_crossing(line, at) ? 1 : 0;
    if (*p == 0xEF ? p[1] < 0xBD : p[1] == 0x94 ? p[2] <= 0x81 : p[1] != 0x95)
        return 0; /* a full-width comma or bracket, a quotation mark, ─ and ━ */
    return is_wide_bar(text_next(line.ptr + at, line.nbytes - at, &n)) ? n : 0;
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

static size_t count_tabs(struct slice line)
{
    size_t n = 0;
    for (size_t i = 0; i < line.nbytes; i++)
        n += line.ptr[i] == '\t';
    return n;
}

size_t bars_find(struct slice line, struct bar bars[BARS_MOST])
{
    size_t count = 0;
    for (size_t at = 0, n; at < line.nbytes; at += n) {
        size_t nbar = may_be_bar[(unsigned char)line.ptr[at]] ? bar_size(line, at) : 0;
        n = nbar ? nbar : 1;
        if (!nbar)
            continue;
        if (count == BARS_MOST)
            return 0;
        bars[count++] = (struct bar){at, nbar};
    }
    return count > 0 && 2 * count >= count_tabs(line) ? count : 0;
}

bool bars_end_at(const char *text, size_t at)
{
    if (at >= 1 && text[at - 1] == '|')
        return true;
    size_t n;
    return at >= 3 && is_wide_bar(text_next(text + at - 3, 3, &n)) && n == 3;
}

bool bars_is_rule(struct slice text)
{
    for (size_t at = 0, n; at < text.nbytes; at += n) {
        int32_t point = text_next(text.ptr + at, text.nbytes - at, &n);
        bool ascii = point > 0 && point < 0x80 && strchr("-=_:|+*", point);
        if (!ascii && !is_drawn(point) && point != 0xFF5C)
            return false;
    }
    return text.nbytes > 0;
}
