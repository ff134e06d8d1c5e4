/* The last two figures of a row on one line, or its label and its first, each other on a line of
 * its own, as converters of PDF print boxes that stand near to each other. */
#include "blanks.h"
#include "gouji/base/ascii.h"

#include <string.h>

enum { MOST_DIGITS = 9, MOST_NBYTES = 32, GROUP_DIGITS = 3 };

struct pair {
    struct span left, right;
};

static struct span digits_at(const char *text, uint32_t at, uint32_t end)
{
    struct span digits = {at, at};
    while (digits.end < end && ascii_is_digit(text[digits.end]))
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

/* What the lines of two figures that stand right above or below others say together. */
struct pairs {
    bool among;   /* one has figures below it: rows are heaped there */
    bool grouped; /* one may be a single figure */
    bool has_long;
};

static size_t line_above(const struct pieces *pieces, size_t index)
{
    while (index > 0 && pieces->lines[--index].is_blank)
        ;
    return index;
}

static size_t line_below(const struct pieces *pieces, size_t index)
{
    size_t last = pieces->report->nlines - 1;
    while (index < last && pieces->lines[++index].is_blank)
        ;
    return index;
}

static bool ends_figures(const struct pieces *pieces, size_t index)
{
    return is_figure(pieces, line_above(pieces, index));
}

static void note_pair(const struct pieces *pieces, size_t index, const struct pair *pair,
                      struct pairs *pairs)
{
    bool has_below = is_figure(pieces, line_below(pieces, index));
    if (!has_below && !ends_figures(pieces, index))
        return;
    pairs->among = pairs->among || has_below;
    pairs->grouped = pairs->grouped || may_be_grouped(pair);
    pairs->has_long = pairs->has_long || is_long(pair);
}

static int cut(struct pieces *pieces, size_t index, const struct pair *pair)
{
    pieces_begin(pieces, index);
    pieces->lines[index].by_blanks = true;
    pieces->lines[index].is_heading = false;
    if (pieces_add(pieces, index, pair->left) < 0 || pieces_add(pieces, index, pair->right) < 0)
        return -1;
    pieces->items[pieces->nitems - 1].blanks = pair->right.start - pair->left.end;
    pieces_end(pieces, index);
    return 0;
}

static int cut_figures(struct pieces *pieces)
{
    struct pair pair;
    struct pairs pairs = {0};
    size_t nlines = pieces->report->nlines;
    for (size_t i = 0; i < nlines && !pairs.among; i++)
        if (read_pair(pieces, i, &pair))
            note_pair(pieces, i, &pair, &pairs);
    if (pairs.among || (pairs.grouped && !pairs.has_long))
        return 0;
    for (size_t i = 0; i < nlines; i++)
        if (read_pair(pieces, i, &pair) && ends_figures(pieces, i) && cut(pieces, i, &pair) < 0)
            return -1;
    return 0;
}

/* Whether right below the line stand the other figures of a row of table three, a line each, and
 * no more of them. */
static bool has_rest_below(const struct pieces *pieces, size_t index)
{
    enum { OTHERS = 6 };
    for (size_t n = 0; n <= OTHERS; n++) {
        size_t below = line_below(pieces, index);
        if (below == index || is_figure(pieces, below) != (n < OTHERS))
            return false;
        index = below;
    }
    return true;
}

/* Reads a label of one of the table's rows, the line's last blank and a figure. 1: it is such a
 * line; -1: short of memory. */
static int read_labelled(const struct pieces *pieces, size_t index, struct pair *out)
{
    const char *text = pieces->report->text;
    const struct piece_line *line = &pieces->lines[index];
    struct span span = line->span;
    struct fold fold;
    if (line->npieces != 1 || line->blank >= span.end || line->is_run || line->markup ||
        pieces->items[line->first].shape != SHAPE_TEXT)
        return 0;
    while (span.end > span.start && text[span.end - 1] == ' ')
        span.end--;
    uint32_t at = span.end;
    while (at > span.start && ascii_is_digit(text[at - 1]))
        at--;
    if (at == span.end || at == span.start || text[at - 1] != ' ' || !has_rest_below(pieces, index))
        return 0;
    *out = (struct pair){.left = {span.start, at - 1}, .right = {at, span.end}};
    if (pieces_fold(pieces, index, out->left, &fold) < 0)
        return -1;
    const struct label *label =
        labels_find_folded(pieces->labels, slice_make(fold.text, fold.nbytes));
    while (label && (label->kind != LABEL_ROW || label->table != TABLE_T3))
        label = label->next;
    return label != NULL;
}

static int cut_labelled(struct pieces *pieces)
{
    struct pair pair;
    for (size_t i = 0; i < pieces->report->nlines; i++) {
        int is_pair = read_labelled(pieces, i, &pair);
        if (is_pair < 0 || (is_pair > 0 && cut(pieces, i, &pair) < 0))
            return -1;
    }
    return 0;
}

int blanks_cut_pairs(struct pieces *pieces, bool has_pairs, bool has_labels)
{
    if (has_pairs && cut_figures(pieces) < 0)
        return -1;
    return has_labels ? cut_labelled(pieces) : 0;
}
