#include "indent.h"

#include <stdint.h>
#include <string.h>

#include "gouji/base/ascii.h"

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
        bool digit = ascii_is_digit(line.ptr[i]);
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

static bool is_end(char byte)
{
    return byte == '\n' || byte == '\r' || byte == '\0';
}

/* The blanks that all lines begin with, where a lone bar stands behind just these on several: it
 * begins a row, and a blank cell has one before its bar. 0: none do. */
static size_t common_blanks(const struct report *report)
{
    size_t least = SIZE_MAX, nopeners = 0;
    for (size_t i = 0; i < report->nlines && least > 0; i++) {
        const char *line = report->text + report->lines[i];
        size_t n = strspn(line, " ");
        if (is_end(line[n]) || (i > 0 && !is_end(line[-1]))) /* blank, or a long one's part */
            continue;
        bool is_opener = line[n] == '|' && is_end(line[n + 1 + strspn(line + n + 1, " ")]);
        nopeners = n < least ? is_opener : nopeners + (n == least && is_opener);
        least = n < least ? n : least;
    }
    return nopeners >= LEAST_ROWS ? least : 0;
}

static void leave_out_blanks(const struct report *report, struct piece_line *lines, size_t n)
{
    for (size_t i = 0; i < report->nlines; i++) {
        struct slice line = report_slice(report, lines[i].span);
        size_t own = 0;
        while (own < n && own < line.nbytes && line.ptr[own] == ' ')
            own++;
        lines[i].span.start += (uint32_t)own;
    }
}

void indent_leave_out(const struct report *report, struct piece_line *lines)
{
    if (report->markup || report->padding)
        return;
    size_t nblanks = common_blanks(report);
    if (nblanks > 0)
        leave_out_blanks(report, lines, nblanks);
    if (!are_indents(report->text, report->text + report->text_nbytes))
        return;
    for (size_t i = 0; i < report->nlines; i++)
        if (!lines[i].delimiter)
            lines[i].span.start += (uint32_t)count_tabs(report_slice(report, lines[i].span));
}
