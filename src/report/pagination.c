#include "pagination.h"

#include <string.h>

#include "gouji/base/ascii.h"
#include "numeral.h"

enum { MOST_PAGES = 64, LEAST_COUNTED = 2 };

/* The pages' numbers at one end of the pages, 0 for none, and their lines. */
struct ends {
    int numbers[MOST_PAGES];
    size_t lines[MOST_PAGES];
    size_t n;
};

int pagination_number(const struct pieces *pieces, size_t index)
{
    const struct piece_line *line = &pieces->lines[index];
    const struct piece *piece = &pieces->items[line->first];
    bool may = line->npieces == 1 && piece->shape == SHAPE_NUMBER && !piece->is_noise;
    int number = may ? numeral_small(piece_text(piece)) : 0;
    return number > 0 ? number : 0;
}

static bool begins_page(const struct pieces *pieces, size_t line)
{
    return pieces->report->text[pieces->lines[line].span.start] == '\f';
}

/* The line before those that are blank, nlines for none. */
static size_t line_above(const struct pieces *pieces, size_t line)
{
    while (line > 0 && pieces->lines[line - 1].is_blank)
        line--;
    return line > 0 ? line - 1 : pieces->report->nlines;
}

/* The first line of the page that is not blank, nlines for none. */
static size_t head_line(const struct pieces *pieces, size_t line)
{
    while (line < pieces->report->nlines && pieces->lines[line].is_blank)
        line++;
    return line;
}

static void add(const struct pieces *pieces, size_t line, struct ends *ends)
{
    ends->lines[ends->n] = line;
    ends->numbers[ends->n++] = line < pieces->report->nlines ? pagination_number(pieces, line) : 0;
}

/* How many numbers count the pages as the one at `which` does. */
static size_t count_like(const struct ends *ends, size_t which)
{
    int first = ends->numbers[which] - (int)which;
    size_t n = 0;
    for (size_t i = 0; i < ends->n; i++)
        n += ends->numbers[i] > 0 && ends->numbers[i] - (int)i == first;
    return n;
}

static void note_counted(struct pieces *pieces, const struct ends *ends)
{
    for (size_t i = 0; i < ends->n; i++)
        if (ends->numbers[i] > 0 && count_like(ends, i) >= LEAST_COUNTED)
            pieces->items[pieces->lines[ends->lines[i]].first].is_noise = true;
}

/* Bare ones, beside form feeds. */
static void note_bare(struct pieces *pieces)
{
    const struct report *report = pieces->report;
    const char *at = report->text, *end = at + report->text_nbytes;
    struct ends feet = {.n = 0}, heads = {.n = 0};
    for (; feet.n < MOST_PAGES && (at = memchr(at, '\f', (size_t)(end - at))); at++) {
        size_t line = report_line_at(report, (uint32_t)(at - report->text));
        if (!begins_page(pieces, line))
            continue;
        add(pieces, line_above(pieces, line), &feet);
        add(pieces, head_line(pieces, line), &heads);
    }
    note_counted(pieces, &feet);
    note_counted(pieces, &heads);
}

/* 3 / 8 */
struct folio {
    uint32_t end; /* of the line's bytes; 0: it holds something else */
    long page, of;
};

/* Alone on a line, one blank between at most. */
static struct folio folio_at(const struct pieces *pieces, size_t index)
{
    enum { MOST_DIGITS = 3 };
    struct slice line = report_slice(pieces->report, pieces->lines[index].span);
    struct slice text = cell_trim(line);
    long numbers[2];
    const char *at = text.ptr;
    const char *end = text.ptr + text.nbytes;
    if (text.nbytes < 3 || text.nbytes > 2 * MOST_DIGITS + 3 || !memchr(at, '/', text.nbytes))
        return (struct folio){0};
    for (int i = 0; i < 2; i++) {
        size_t n = 0;
        for (numbers[i] = 0; at < end && ascii_is_digit(*at) && n <= MOST_DIGITS; n++)
            numbers[i] = numbers[i] * 10 + (*at++ - '0');
        if (n == 0 || n > MOST_DIGITS)
            return (struct folio){0};
        at += i == 0 && at < end && *at == ' ';
        if (i == 0 && (at == end || *at++ != '/'))
            return (struct folio){0};
        at += i == 0 && at < end && *at == ' ';
    }
    size_t before = (size_t)(text.ptr - line.ptr);
    bool counts = at == end && numbers[0] > 0 && numbers[0] <= numbers[1];
    for (size_t i = 0; i < before; i++)
        counts = counts && (line.ptr[i] == ' ' || line.ptr[i] == '\f');
    return counts ? (struct folio){(uint32_t)(before + text.nbytes), numbers[0], numbers[1]}
                  : (struct folio){0};
}

uint32_t pagination_of_pages(const struct pieces *pieces, size_t line)
{
    return folio_at(pieces, line).end;
}

/* Whether another of as many pages has its number in the text, too, where it follows in turn. */
static bool counts_on(const struct folio *folios, size_t n, size_t which)
{
    for (size_t i = 0; i < n; i++)
        if (folios[i].of == folios[which].of && folios[i].page != folios[which].page &&
            (folios[i].page < folios[which].page) == (i < which))
            return true;
    return false;
}

/* Whether a blank line stands above it: rows that go on below their labels have none there. */
static bool is_apart(const struct pieces *pieces, size_t line)
{
    return line > 0 && pieces->lines[line - 1].is_blank;
}

/* Where the line ends, but not before `least`. */
static const char *line_end(const struct pieces *pieces, size_t line, const char *least)
{
    const char *end = pieces->report->text + pieces->lines[line].span.end;
    return end > least ? end : least;
}

static void note_of_pages(struct pieces *pieces)
{
    const struct report *report = pieces->report;
    const char *at = report->text, *end = at + report->text_nbytes;
    struct folio folios[MOST_PAGES];
    size_t lines[MOST_PAGES], n = 0;
    while (n < MOST_PAGES && (at = memchr(at, '/', (size_t)(end - at)))) {
        lines[n] = report_line_at(report, (uint32_t)(at - report->text));
        folios[n] = folio_at(pieces, lines[n]);
        at = line_end(pieces, lines[n], at + 1); /* where a line has many, it costs once */
        n += folios[n].end > 0 && pieces->lines[lines[n]].npieces == 1;
    }
    for (size_t i = 0; i < n; i++)
        if (counts_on(folios, n, i) || is_apart(pieces, lines[i]))
            pieces->items[pieces->lines[lines[i]].first].is_noise = true;
}

/* Whether the line is nothing but a line end, and the first of several such. */
static bool is_join(const struct pieces *pieces, size_t line)
{
    return span_empty(pieces->lines[line].span) &&
           (line == 0 || !span_empty(pieces->lines[line - 1].span));
}

/* Whether a page as long as pages are ends with the number that counts on, in that line or above
 * blank ones. */
static bool ends_counted(const struct pieces *pieces, size_t line, struct ends *feet)
{
    enum { LEAST_LINES = 12 };
    size_t foot = line_above(pieces, line);
    if (feet->n == MOST_PAGES || foot == pieces->report->nlines ||
        pagination_number(pieces, foot) != (int)feet->n + 1)
        return false;
    if (foot < LEAST_LINES + (feet->n > 0 ? feet->lines[feet->n - 1] : 0))
        return false;
    add(pieces, foot, feet);
    return true;
}

/* Bare ones of pages that a converter joined by empty lines: each of these, and the end of the
 * text, stands behind the number of its page. */
static void note_joined(struct pieces *pieces)
{
    enum { LEAST_PAGES = 3 };
    struct ends feet = {.n = 0};
    size_t nlines = pieces->report->nlines;
    size_t last = line_above(pieces, nlines);
    for (size_t i = 0; i < last; i++)
        if (is_join(pieces, i) && !ends_counted(pieces, i, &feet))
            return;
    bool is_last = last < nlines && pagination_number(pieces, last) == (int)feet.n + 1;
    if (!is_last || feet.n + 1 < LEAST_PAGES || feet.n == MOST_PAGES)
        return;
    add(pieces, last, &feet);
    note_counted(pieces, &feet);
}

void pagination_note(struct pieces *pieces)
{
    note_of_pages(pieces);
    if (pieces->has_feeds)
        note_bare(pieces);
    else
        note_joined(pieces);
}

bool pagination_is_foot(const struct pieces *pieces, size_t line)
{
    size_t next = line + 1;
    while (next < pieces->report->nlines && pieces->lines[next].is_blank &&
           !begins_page(pieces, next))
        next++;
    return pagination_number(pieces, line) > 0 && next < pieces->report->nlines &&
           begins_page(pieces, next);
}

bool pagination_is_bare(const struct pieces *pieces, size_t line)
{
    return pagination_number(pieces, line) > 0 &&
           (begins_page(pieces, line) || pagination_is_foot(pieces, line));
}

bool pagination_is_apart(const struct pieces *pieces, size_t line)
{
    return pagination_number(pieces, line) > 0 && is_apart(pieces, line);
}

static uint32_t indent_of(const struct pieces *pieces, size_t index)
{
    const struct piece_line *line = &pieces->lines[index];
    return pieces->items[line->first].span.start - line->span.start;
}

bool pagination_is_set_in(const struct pieces *pieces, size_t line, size_t above)
{
    enum { FAR = 8 };
    return pagination_number(pieces, line) > 0 && indent_of(pieces, line) >= FAR &&
           indent_of(pieces, above) < FAR;
}
