/* The numbers of pages between the rows of a table with aligned columns. */
#include <string.h>

#include "aligned.h"

/* A number alone before or behind a form feed, or with nothing around it, is the
 * number of a page. */
static bool is_bare_number(const struct pieces *pieces, size_t index)
{
    const struct piece_line *line = &pieces->lines[index];
    const struct piece *piece = &pieces->items[line->first];
    const char *text = pieces->report->text;
    size_t nlines = pieces->report->nlines;
    if (line->npieces != 1 || piece->shape != SHAPE_NUMBER ||
        piece->span.end - piece->span.start > 4)
        return false;
    if (text[line->span.start] == '\f')
        return true;
    size_t next = index + 1;
    while (next < nlines && pieces->lines[next].is_blank &&
           text[pieces->lines[next].span.start] != '\f')
        next++;
    return next < nlines && text[pieces->lines[next].span.start] == '\f';
}

/* 3 / 8 alone on a line, one blank between at most: where it ends, else 0. */
static uint32_t end_of_pages(const struct pieces *pieces, size_t index)
{
    enum { MOST_DIGITS = 3 };
    struct slice line = report_slice(pieces->report, pieces->lines[index].span);
    struct slice text = cell_trim(line);
    long numbers[2];
    const char *at = text.ptr;
    const char *end = text.ptr + text.nbytes;
    if (text.nbytes < 3 || text.nbytes > 2 * MOST_DIGITS + 3 || !memchr(at, '/', text.nbytes))
        return 0;
    for (int i = 0; i < 2; i++) {
        size_t n = 0;
        for (numbers[i] = 0; at < end && *at >= '0' && *at <= '9' && n <= MOST_DIGITS; n++)
            numbers[i] = numbers[i] * 10 + (*at++ - '0');
        if (n == 0 || n > MOST_DIGITS)
            return 0;
        at += i == 0 && at < end && *at == ' ';
        if (i == 0 && (at == end || *at++ != '/'))
            return 0;
        at += i == 0 && at < end && *at == ' ';
    }
    size_t before = (size_t)(text.ptr - line.ptr);
    bool counts = at == end && numbers[0] > 0 && numbers[0] <= numbers[1];
    for (size_t i = 0; i < before; i++)
        counts = counts && line.ptr[i] == ' ';
    return counts ? (uint32_t)(before + text.nbytes) : 0;
}

/* A page's number of pages, between rows: it stands before where the row above, beside its
 * label, has its first figure. */
static bool is_page_of_pages(const struct aligned *a, size_t index)
{
    const struct aligned_line *above = a->nlines > 0 ? &a->lines[a->nlines - 1] : NULL;
    if (!above || !above->is_row || above->ntexts == 0 || a->pieces->lines[index].nfilled > 3)
        return false;
    const struct aligned_word *figure = &a->words[above->first + above->ntexts];
    uint32_t end = end_of_pages(a->pieces, index);
    return end > 0 && end < figure->at[0].start && end < figure->at[1].start;
}

bool aligned_is_page_number(const struct aligned *a, size_t index)
{
    return is_bare_number(a->pieces, index) || is_page_of_pages(a, index);
}
