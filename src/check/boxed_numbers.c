#include "boxed_numbers.h"

#include <string.h>

#include "gouji/base/ascii.h"

enum { MOST_CELLS = 24, LEAST_DIGITS = 11, LEAST_ROW = 6 };

static const char *const bars[] = {"│", "┃", "|"};

static size_t bar_at(struct slice text)
{
    if (*text.ptr != '|' && *text.ptr != '\xE2')
        return 0;
    for (size_t i = 0; i < sizeof bars / sizeof *bars; i++)
        if (slice_has_prefix(text, slice_of(bars[i])))
            return strlen(bars[i]);
    return 0;
}

/* Of two parts of such a number the longer one is a row of digits, and has one at one
 * of the places that are looked at. */
static bool has_row(struct slice line)
{
    for (size_t at = LEAST_ROW - 1; at < line.nbytes; at += LEAST_ROW) {
        size_t start = at, end = at;
        if (!ascii_is_digit(line.ptr[at]))
            continue;
        while (start > 0 && ascii_is_digit(line.ptr[start - 1]))
            start--;
        while (end < line.nbytes && ascii_is_digit(line.ptr[end]))
            end++;
        if (end - start >= LEAST_ROW)
            return true;
    }
    return false;
}

static struct slice bare_line(const struct report *report, size_t line)
{
    struct slice text = report_slice(report, report_line_span(report, line));
    while (text.nbytes > 0 &&
           (text.ptr[text.nbytes - 1] == ' ' || text.ptr[text.nbytes - 1] == '\r'))
        text.nbytes--;
    return text;
}

/* The cells of a line, without the blanks around them: what stands before the first bar, too. */
static size_t cells_of(struct slice line, struct slice cells[MOST_CELLS])
{
    static const char wide[] = "　";
    size_t n = 0, at = 0, nbar = 0;
    while (n < MOST_CELLS && at < line.nbytes) {
        size_t end = at;
        while (end < line.nbytes &&
               (nbar = bar_at(slice_make(line.ptr + end, line.nbytes - end))) == 0)
            end++;
        struct slice cell = slice_make(line.ptr + at, end - at);
        while (cell.nbytes > 0 && *cell.ptr == ' ')
            cell = slice_make(cell.ptr + 1, cell.nbytes - 1);
        while (slice_has_prefix(cell, slice_of(wide)))
            cell = slice_make(cell.ptr + strlen(wide), cell.nbytes - strlen(wide));
        while (cell.nbytes > 0 && cell.ptr[cell.nbytes - 1] == ' ')
            cell.nbytes--;
        cells[n++] = cell;
        at = end + nbar;
    }
    return n;
}

static size_t digits_ending(struct slice cell)
{
    size_t n = 0;
    while (n < cell.nbytes && ascii_is_digit(cell.ptr[cell.nbytes - 1 - n]))
        n++;
    return n;
}

static size_t digits_beginning(struct slice cell)
{
    size_t n = 0;
    while (n < cell.nbytes && ascii_is_digit(cell.ptr[n]))
        n++;
    return n == 0 && cell.nbytes > 0 && strchr("Xx", *cell.ptr) ? 1 : n;
}

static bool goes_on(struct slice above, struct slice below)
{
    size_t before = digits_ending(above), behind = digits_beginning(below);
    return before > 0 && behind > 0 && before + behind >= LEAST_DIGITS;
}

static bool any_goes_on(const struct report *report, size_t line)
{
    struct slice above[MOST_CELLS], below[MOST_CELLS];
    size_t n = cells_of(bare_line(report, line), above);
    size_t nbelow = cells_of(bare_line(report, line + 1), below);
    for (size_t i = 0; i < n && i < nbelow; i++)
        if (goes_on(above[i], below[i]))
            return true;
    return false;
}

/* │ and ┃ are E2 94 82 and 83. */
static inline bool is_bar_before(const unsigned char *end)
{
    return end[-1] == '|' || ((end[-1] == 0x82 || end[-1] == 0x83) && end[-3] == 0xE2);
}

static inline bool is_boxed(const struct report *report, size_t line)
{
    const unsigned char *text = (const unsigned char *)report->text;
    struct span span = report_line_span(report, line);
    while (span.end > span.start && (text[span.end - 1] == ' ' || text[span.end - 1] == '\r'))
        span.end--;
    return span.end > span.start + LEAST_ROW && is_bar_before(text + span.end);
}

/* From one line on, before another, which is returned where there is none. */
static size_t next_within(const struct report *report, size_t line, size_t end)
{
    bool was_boxed = false, knows_row = false, is_long = false; /* the line above */
    for (; line < end; line++) {
        bool is_now = is_boxed(report, line);
        if (is_now && was_boxed) {
            bool was_long = knows_row ? is_long : has_row(bare_line(report, line - 1));
            is_long = has_row(bare_line(report, line));
            if ((was_long || is_long) && any_goes_on(report, line - 1))
                return line - 1;
        }
        knows_row = is_now && was_boxed;
        was_boxed = is_now;
    }
    return end;
}

/* The next table whose cells are all read, at or behind the place; empty where there is none. */
static struct span next_table(const struct report *report, uint32_t at)
{
    struct span next = {0, 0};
    for (int t = 0; t < TABLE_COUNT; t++) {
        struct span span = report->tables[t].span;
        if (report->tables[t].state == TABLE_COMPLETE && span.end > at &&
            (next.end == 0 || span.start < next.start))
            next = span;
    }
    return next;
}

/* Where all cells of a table of the form are read, no number of a person is among them: most boxes
 * are passed over. */
size_t boxed_next(const struct report *report, size_t line)
{
    while (line < report->nlines) {
        struct span table = next_table(report, report->lines[line]);
        size_t end = table.end > 0 ? report_line_at(report, table.start) : report->nlines;
        size_t found = line < end ? next_within(report, line, end) : end;
        if (found < end)
            return found;
        line = table.end > 0 ? report_line_at(report, table.end - 1) + 1 : report->nlines;
    }
    return report->nlines;
}

static uint32_t offset_of(const struct report *report, const char *at)
{
    return (uint32_t)(at - report->text);
}

/* Both folded, one behind the other. */
static int join(struct arena *arena, const struct report *report, struct slice above,
                struct slice below, struct mended *mended)
{
    struct fold first, second;
    uint32_t start = offset_of(report, above.ptr), next = offset_of(report, below.ptr);
    if (fold_text(arena, above, start, 0, &first) < 0 ||
        fold_text(arena, below, next, 0, &second) < 0)
        return -1;
    size_t nbytes = first.nbytes + second.nbytes;
    char *text = arena_raw(arena, nbytes + 1);
    uint32_t *from = arena_raw(arena, (nbytes + 1) * sizeof *from);
    if (!text || !from)
        return -1;
    memcpy(text, first.text, first.nbytes);
    memcpy(text + first.nbytes, second.text, second.nbytes + 1);
    memcpy(from, first.from, first.nbytes * sizeof *from);
    memcpy(from + first.nbytes, second.from, second.nbytes * sizeof *from);
    *mended = (struct mended){.fold = {text, nbytes, from},
                              .start = first.nbytes,
                              .end = first.nbytes,
                              .source = {start, next + (uint32_t)below.nbytes}};
    return 0;
}

int boxed_mend(struct arena *arena, const struct report *report, size_t line, size_t *cell,
               struct mended *mended, bool *alone)
{
    struct slice above[MOST_CELLS], below[MOST_CELLS], whole = bare_line(report, line);
    size_t n = cells_of(whole, above), nbelow = cells_of(bare_line(report, line + 1), below);
    while (*cell < n && *cell < nbelow && !goes_on(above[*cell], below[*cell]))
        ++*cell;
    if (*cell >= n || *cell >= nbelow)
        return 0;
    struct slice found = above[*cell], rest = below[*cell];
    *alone = true;
    for (size_t i = 0; i < nbelow; i++)
        *alone &= i == *cell || below[i].nbytes == 0;
    ++*cell;
    struct slice upto = slice_make(whole.ptr, (size_t)(found.ptr - whole.ptr) + found.nbytes);
    return join(arena, report, upto, rest, mended) < 0 ? -1 : 1;
}
