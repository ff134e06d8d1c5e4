/* The last two figures of a row on one line, each other on a line of its own, as converters of PDF
 * print columns that stand near to each other. */
#include "blanks.h"

#include <string.h>

enum { MOST_DIGITS = 9, MOST_NBYTES = 32, GROUP_DIGITS = 3 };

struct pair {
    struct span left, right;
};

static struct span digits_at(const char *text, uint32_t at, uint32_t end)
{
    struct span digits = {at, at};
    while (digits.end < end && text[digits.end] >= '0' && text[digits.end] <= '9')
        digits.end++;
    return digits;
}

/* Two figures of digits with blanks between, and nothing else. */
static bool read_pair(const struct pieces *pieces, size_t index, struct pair *out)
{
    const char *text = pieces->report->text;
    const struct piece_line *line = &pieces->lines[index];
    struct span span = line->span;
    if (line->npieces != 1 || line->blank >= span.end || line->is_run || line->markup ||
        line->is_heading || span.end - span.start > MOST_NBYTES)
        return false;
    while (span.start < span.end && text[span.start] == ' ')
        span.start++;
    while (span.end > span.start && text[span.end - 1] == ' ')
        span.end--;
    out->left = digits_at(text, span.start, span.end);
    uint32_t at = out->left.end;
    while (at < span.end && text[at] == ' ')
        at++;
    out->right = digits_at(text, at, span.end);
    uint32_t nleft = out->left.end - out->left.start, nright = out->right.end - out->right.start;
    return at > out->left.end && out->right.end == span.end && nleft > 0 && nleft <= MOST_DIGITS &&
           nright > 0 && nright <= MOST_DIGITS;
}

/* 12 345 may be one figure, grouped by blanks, where none of four digits shows that they are not.
 */
static bool may_be_grouped(const struct pair *pair)
{
    return pair->right.end - pair->right.start == GROUP_DIGITS &&
           pair->left.end - pair->left.start <= GROUP_DIGITS;
}

static bool is_long(const struct pair *pair)
{
    return pair->right.end - pair->right.start > GROUP_DIGITS ||
           pair->left.end - pair->left.start > GROUP_DIGITS;
}

static bool is_figure(const struct pieces *pieces, size_t index)
{
    const struct piece_line *line = &pieces->lines[index];
    return line->npieces == 1 && pieces->items[line->first].shape == SHAPE_NUMBER;
}

/* Whether a figure stands alone on the next line above that is not blank, and none below. */
static bool ends_figures(const struct pieces *pieces, size_t index)
{
    size_t above = index, below = index + 1, n = pieces->report->nlines;
    while (above > 0 && pieces->lines[above - 1].is_blank)
        above--;
    while (below < n && pieces->lines[below].is_blank)
        below++;
    return above > 0 && is_figure(pieces, above - 1) && !(below < n && is_figure(pieces, below));
}

static int cut(struct pieces *pieces, size_t index, const struct pair *pair)
{
    pieces_begin(pieces, index);
    pieces->lines[index].by_blanks = true;
    if (pieces_add(pieces, index, pair->left) < 0 || pieces_add(pieces, index, pair->right) < 0)
        return -1;
    pieces->items[pieces->nitems - 1].blanks = pair->right.start - pair->left.end;
    pieces_end(pieces, index);
    return 0;
}

int blanks_cut_pairs(struct pieces *pieces)
{
    struct pair pair;
    bool has_long = false;
    size_t nlines = pieces->report->nlines;
    for (size_t i = 0; i < nlines && !has_long; i++)
        has_long = read_pair(pieces, i, &pair) && is_long(&pair) && ends_figures(pieces, i);
    for (size_t i = 0; i < nlines; i++)
        if (read_pair(pieces, i, &pair) && (has_long || !may_be_grouped(&pair)) &&
            ends_figures(pieces, i) && cut(pieces, i, &pair) < 0)
            return -1;
    return 0;
}
