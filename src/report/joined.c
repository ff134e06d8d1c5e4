#include "joined.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "numeral.h"
#include "run_signs.h"

enum { LEAST_TABS = 100, TABS_A_LINE = 16, LEAST_ROWS = 4 };

static size_t figure_size(const char *text)
{
    return strspn(text, "0123456789.");
}

/* Whether a figure, a blank and more stand between two tabs, as where tabs part cells only and
 * blanks part rows: no label's number, 1. */
static bool parts_rows(const char *field)
{
    size_t nfigures = figure_size(field), nblanks = strspn(field + nfigures, " ");
    return nfigures > 0 && field[nfigures - 1] != '.' && nblanks > 0 &&
           !strchr("\t\r\n", field[nfigures + nblanks]);
}

/* Whether a figure or nothing, and a blank, stand before a tab that a figure or another such
 * field follows: rows do not begin so, the blank is a cell's. */
static bool has_blank_cell(const char *field)
{
    size_t n = figure_size(field), nblanks = strspn(field + n, " ");
    const char *next = field + n + nblanks;
    if (nblanks == 0 || *next != '\t')
        return false;
    next++;
    size_t more = strspn(next, " ");
    return figure_size(next) > 0 || (more > 0 && next[more] == '\t');
}

static bool begins_numbered(const char *word)
{
    static const char bracket[] = "（";
    size_t n = strncmp(word, bracket, strlen(bracket)) == 0 ? strlen(bracket) : 0;
    size_t numeral = numeral_chinese_char(word + n);
    const char *close = n > 0 ? "）" : "、";
    return numeral > 0 && strncmp(word + n + numeral, close, strlen(close)) == 0;
}

static bool ends_with(const char *end, const char *start, const char *tail)
{
    size_t n = strlen(tail);
    return (size_t)(end - start) >= n && memcmp(end - n, tail, n) == 0;
}

/* Whether a paragraph ends with the word that ends at `blank`, or one begins behind it. */
static bool parts_paragraphs(const char *start, const char *blank)
{
    const char *word = blank;
    while (word > start && word[-1] != ' ' && word[-1] != '\n')
        word--;
    return begins_numbered(word) || begins_numbered(blank + 1) || ends_with(blank, start, "。") ||
           ends_with(blank, start, "报告");
}

/* 1 204: figures are one cell's, no row begins with one. */
static bool has_only_figures(const char *field, const char *end)
{
    const char *at = field;
    while (at < end && strchr("0123456789. ", *at))
        at++;
    return at == end && figure_size(field) > 0 && end[-1] != ' ';
}

/* The blank behind a row's last cell ends a line, the one before a row's first, and those
 * between paragraphs. */
static void turn_field(char *field, char *end, bool is_first)
{
    char *blank = field + (is_first ? 0 : figure_size(field));
    bool ends_row = !is_first && *blank == ' ';
    char *last = *end == '\t' ? end : field;
    if (!is_first && has_only_figures(field, end))
        return;
    while (last > field && *last != ' ')
        last--;
    for (char *at = field; at < end; at++)
        if (*at == ' ' && parts_paragraphs(field, at))
            *at = '\n';
    if (ends_row)
        *blank = '\n';
    if (last > field && *last == ' ')
        *last = '\n';
}

static void turn_rows(char *text)
{
    bool is_first = true;
    for (char *field = text, *end; *field; field = *end ? end + 1 : end) {
        end = field + strcspn(field, "\t\r\n");
        turn_field(field, end, is_first);
        is_first = *end != '\t';
    }
}

void joined_turn(char *text, size_t nends)
{
    size_t ntabs = 0, nrows = 0;
    bool has_blanks = false;
    for (const char *at = text; (at = strchr(at, '\t')) != NULL; ntabs++) {
        nrows += parts_rows(++at);
        has_blanks = has_blanks || has_blank_cell(at);
    }
    if (ntabs < LEAST_TABS || ntabs < TABS_A_LINE * nends)
        return;
    if (nrows >= LEAST_ROWS && !has_blanks) {
        turn_rows(text);
        return;
    }
    if (nrows > 0 || run_has_paragraphs(slice_of(text)))
        return;
    for (char *at = text; (at = strchr(at, '\t')) != NULL;)
        *at = '\n';
}
