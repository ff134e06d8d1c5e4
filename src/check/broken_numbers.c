#include "broken_numbers.h"

#include <string.h>

#include "gouji/base/ascii.h"

enum { LEAST_DIGITS = 11, GROUP = 3, HAN = 3 };

static bool is_wide_digit(const char *p)
{
    return memcmp(p, "\xEF\xBC", 2) == 0 && (unsigned char)p[2] >= 0x90 &&
           (unsigned char)p[2] <= 0x99;
}

/* Bytes of the digit that begins at, or ends before, the place; 0: none. */
static size_t digit_at(const struct report *report, size_t at, size_t end)
{
    if (at < end && ascii_is_digit(report->text[at]))
        return 1;
    return at + HAN <= end && is_wide_digit(report->text + at) ? HAN : 0;
}

static size_t digit_before(const struct report *report, size_t start, size_t at)
{
    if (at > start && ascii_is_digit(report->text[at - 1]))
        return 1;
    return at >= start + HAN && is_wide_digit(report->text + at - HAN) ? HAN : 0;
}

static bool is_gap(char c)
{
    return c == ' ' || c == '-';
}

static size_t blank_at(const char *text, size_t at, size_t end)
{
    if (at < end && strchr(" \f\v", text[at]) && text[at])
        return 1;
    return at + HAN <= end && memcmp(text + at, "　", HAN) == 0 ? HAN : 0;
}

static size_t blank_before(const char *text, size_t start, size_t at)
{
    if (at > start && text[at - 1] == ' ')
        return 1;
    return at >= start + HAN && memcmp(text + at - HAN, "　", HAN) == 0 ? HAN : 0;
}

/* The line without the blanks around it. */
static struct span bare_line(const struct report *report, size_t line)
{
    struct span span = report_line_span(report, line);
    size_t n;
    while ((n = blank_at(report->text, span.start, span.end)) > 0)
        span.start += (uint32_t)n;
    while ((n = blank_before(report->text, span.start, span.end)) > 0)
        span.end -= (uint32_t)n;
    return span;
}

/* Digits that end the line, in groups of a few. */
static size_t digits_ending(const struct report *report, struct span line)
{
    size_t at = line.end, count = 0, group = GROUP, n;
    for (bool goes_on = true; goes_on && count <= LEAST_DIGITS;) {
        if ((n = digit_before(report, line.start, at)) > 0) {
            at -= n;
            count++;
            group++;
        } else {
            goes_on = at > line.start && group >= GROUP && is_gap(report->text[at - 1]);
            at -= goes_on;
            group = 0;
        }
    }
    return count;
}

/* Digits that begin it. */
static size_t digits_beginning(const struct report *report, struct span line)
{
    size_t at = line.start, count = 0, group = GROUP, n;
    for (bool goes_on = true; goes_on && count <= LEAST_DIGITS;) {
        if ((n = digit_at(report, at, line.end)) > 0) {
            at += n;
            count++;
            group++;
        } else {
            goes_on = at < line.end && group >= GROUP && is_gap(report->text[at]);
            at += goes_on;
            group = 0;
        }
    }
    bool is_check = count == 0 && at < line.end && strchr("Xx", report->text[at]);
    return is_check ? 1 : count;
}

static bool has_tab(const struct report *report, struct span line)
{
    return memchr(report->text + line.start, '\t', line.end - line.start) != NULL;
}

/* Nothing but digits: a number may go through all of it. */
static bool is_all_digits(const struct report *report, struct span line)
{
    size_t n = 1;
    while (line.start < line.end && (n = digit_at(report, line.start, line.end)) > 0)
        line.start += (uint32_t)n;
    return n > 0;
}

/* What goes through more lines has words of its sentence before and behind it: figures one above
 * the other have none. */
size_t broken_nlines(const struct report *report, size_t line)
{
    size_t n = 2;
    if (!is_all_digits(report, bare_line(report, line)))
        while (n < BROKEN_MOST_LINES && line + n < report->nlines &&
               is_all_digits(report, bare_line(report, line + n - 1)) &&
               digits_beginning(report, bare_line(report, line + n)) > 0)
            n++;
    return n > 2 && is_all_digits(report, bare_line(report, line + n - 1)) ? 2 : n;
}

static size_t digits_of_middle(const struct report *report, size_t line)
{
    size_t n = broken_nlines(report, line), digits = 0;
    for (size_t i = 2; i < n; i++)
        digits += digits_beginning(report, bare_line(report, line + i));
    return digits;
}

static bool goes_on(const struct report *report, size_t line)
{
    struct span second = bare_line(report, line + 1);
    size_t behind = digits_beginning(report, second);
    if (behind == 0)
        return false;
    struct span first = bare_line(report, line);
    size_t before = digits_ending(report, first);
    if (before == 0 || has_tab(report, first) || has_tab(report, second))
        return false;
    return before + behind >= LEAST_DIGITS ||
           before + behind + digits_of_middle(report, line) >= LEAST_DIGITS;
}

static uint32_t nbytes_of_two(const struct report *report, size_t line)
{
    uint32_t end = line + 2 < report->nlines ? report->lines[line + 2] : report->text_nbytes;
    return end - report->lines[line];
}

/* Nearly all lines are told by the bytes around their end, or are too short. */
size_t broken_next(const struct report *report, size_t line)
{
    static const bool may_begin[256] = {
        ['0'] = true, ['1'] = true, ['2'] = true,  ['3'] = true,  ['4'] = true, ['5'] = true,
        ['6'] = true, ['7'] = true, ['8'] = true,  ['9'] = true,  ['X'] = true, ['x'] = true,
        [' '] = true, ['-'] = true, ['\f'] = true, [0xE3] = true, [0xEF] = true};
    static const bool may_end[256] = {
        ['0'] = true,  ['1'] = true,  ['2'] = true,  ['3'] = true,  ['4'] = true,  ['5'] = true,
        ['6'] = true,  ['7'] = true,  ['8'] = true,  ['9'] = true,  [' '] = true,  ['-'] = true,
        ['\r'] = true, [0x80] = true, [0x90] = true, [0x91] = true, [0x92] = true, [0x93] = true,
        [0x94] = true, [0x95] = true, [0x96] = true, [0x97] = true, [0x98] = true, [0x99] = true};
    const unsigned char *text = (const unsigned char *)report->text;
    for (; line + 1 < report->nlines; line++) {
        uint32_t next = report->lines[line + 1];
        if (may_begin[text[next]] && next > report->lines[line] + 1 && may_end[text[next - 2]] &&
            nbytes_of_two(report, line) > LEAST_DIGITS && goes_on(report, line))
            return line;
    }
    return report->nlines;
}

static bool fold_line(struct arena *arena, const struct report *report, struct span line,
                      struct fold *fold)
{
    return fold_text(arena, report_slice(report, line), line.start, 0, fold) == 0;
}

/* Puts the line, or the glue between two, behind what there is. */
static void put(struct mended *mended, char *text, uint32_t *from, struct slice part,
                const uint32_t *part_from, uint32_t otherwise)
{
    size_t at = mended->fold.nbytes;
    memcpy(text + at, part.ptr, part.nbytes);
    for (size_t i = 0; i < part.nbytes; i++)
        from[at + i] = part_from ? part_from[i] : otherwise;
    mended->fold.nbytes += part.nbytes;
}

int broken_mend(struct arena *arena, const struct report *report, size_t line, size_t nlines,
                const char *glue, struct mended *mended)
{
    struct span lines[BROKEN_MOST_LINES];
    struct fold folds[BROKEN_MOST_LINES];
    size_t nbytes = nlines * strlen(glue);
    for (size_t i = 0; i < nlines; i++) {
        lines[i] = bare_line(report, line + i);
        if (!fold_line(arena, report, lines[i], &folds[i]))
            return -1;
        nbytes += folds[i].nbytes;
    }
    char *text = arena_raw(arena, nbytes + 1);
    uint32_t *from = arena_raw(arena, (nbytes + 1) * sizeof *from);
    if (!text || !from)
        return -1;
    *mended = (struct mended){.fold = {text, 0, from},
                              .start = folds[0].nbytes,
                              .source = {lines[0].start, lines[nlines - 1].end}};
    for (size_t i = 0; i < nlines; i++) {
        struct slice folded = slice_make(folds[i].text, folds[i].nbytes);
        if (i > 0)
            put(mended, text, from, slice_of(glue), NULL,
                fold_from(lines[i - 1].end, lines[i].start - lines[i - 1].end));
        mended->end = mended->fold.nbytes;
        put(mended, text, from, folded, folds[i].from, 0);
    }
    text[mended->fold.nbytes] = '\0';
    return 0;
}

static bool is_wide_gap(const char *text)
{
    return text[0] == ' ' && text[1] == ' ';
}

bool broken_is_of_column(const struct report *report, const struct mended *mended,
                         struct span number)
{
    struct span source = mended->source;
    const char *text = report->text;
    bool begins = number.start == source.start, ends = number.end == source.end;
    bool is_field = !begins && !ends && text[number.start - 1] == ',' && text[number.end] == ',';
    bool is_right = number.start >= source.start + 2 && is_wide_gap(text + number.start - 2);
    bool is_left = number.end + 2 <= source.end && is_wide_gap(text + number.end);
    return (begins && ends) || is_field || is_right || is_left;
}
