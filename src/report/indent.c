#include "indent.h"

#include <string.h>

enum { LEAST_ROWS = 6, LEAST_FIGURES = 2 };

static size_t count_tabs(struct slice line)
{
    size_t n = 0;
    while (n < line.nbytes && line.ptr[n] == '\t')
        n++;
    return n;
}

/* Whether words and then several figures stand on the line, blanks between these. */
static bool is_row(struct slice line)
{
    size_t nfigures = 0;
    if (line.nbytes > 0 && line.ptr[line.nbytes - 1] == '\r')
        line.nbytes--;
    bool in_figure = false;
    for (size_t i = line.nbytes; i-- > 0;) {
        bool digit = line.ptr[i] >= '0' && line.ptr[i] <= '9';
        if (!digit && line.ptr[i] != ' ')
            return nfigures >= LEAST_FIGURES && !in_figure;
        nfigures += digit && !in_figure;
        in_figure = digit;
    }
    return false;
}

/* Whether each tab begins a line, alone or behind others, and some of these lines are rows. */
static bool are_indents(const char *text, const char *end)
{
    enum { MOST_LINES = 80 }; /* before the first row */
    size_t nrows = 0, nlines = 0;
    for (const char *at = text, *tab; (tab = memchr(at, '\t', (size_t)(end - at))); nlines++) {
        if ((tab > text && tab[-1] != '\n') || (nlines == MOST_LINES && nrows == 0))
            return false;
        at = tab + count_tabs(slice_make(tab, (size_t)(end - tab)));
        const char *line_end = memchr(at, '\n', (size_t)(end - at));
        struct slice rest = slice_make(at, (size_t)((line_end ? line_end : end) - at));
        nrows += is_row(rest);
    }
    return nrows >= LEAST_ROWS;
}

void indent_leave_out(const struct report *report, struct piece_line *lines)
{
    if (report->markup || report->padding ||
        !are_indents(report->text, report->text + report->text_nbytes))
        return;
    for (size_t i = 0; i < report->nlines; i++)
        if (!lines[i].delimiter)
            lines[i].span.start += (uint32_t)count_tabs(report_slice(report, lines[i].span));
}
