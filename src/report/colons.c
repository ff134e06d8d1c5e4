/* 自然人：3: lists in place of a table, the label of a column and its figure on a line. */
#include "colons.h"

#include <string.h>

enum { LEAST_LINES = 6, MOST_NBYTES = 160, KEY_NBYTES = 160 };

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_column(const struct pieces *pieces, struct slice text)
{
    char key[KEY_NBYTES];
    const struct label *label = NULL;
    if (text.nbytes <= sizeof key)
        label = labels_find(pieces->labels, slice_make(key, label_key(text, key)));
    while (label && label->kind != LABEL_COLUMN)
        label = label->next;
    return label != NULL;
}

/* Whether the first bytes are a column's label, and those behind them a value. */
static bool is_pair(const struct pieces *pieces, struct slice text, size_t nlabel)
{
    struct slice value = slice_make(text.ptr + nlabel, text.nbytes - nlabel);
    enum cell_shape shape = nlabel > 0 ? cell_shape(value) : SHAPE_EMPTY;
    return (shape == SHAPE_NUMBER || shape == SHAPE_MARK) &&
           is_column(pieces, slice_make(text.ptr, nlabel));
}

/* How many bytes of the folded line are a column's label, with the colon behind it if there is
 * one, where nothing but a value follows; else 0. */
static size_t label_size(const struct pieces *pieces, const struct piece *piece)
{
    struct slice text = piece_text(piece);
    const char *colon = memrchr(text.ptr, ':', text.nbytes);
    size_t at = text.nbytes;
    if (colon && is_pair(pieces, text, (size_t)(colon - text.ptr) + 1))
        return (size_t)(colon - text.ptr) + 1;
    while (at > 0 && (is_digit(text.ptr[at - 1]) || strchr(".,", text.ptr[at - 1])))
        at--;
    return is_pair(pieces, text, at) ? at : 0;
}

/* Nearly all lines are told from such by their kind, their length or their end. */
static const struct piece *only_text(const struct pieces *pieces, size_t index)
{
    const struct piece_line *line = &pieces->lines[index];
    const struct piece *piece = &pieces->items[line->first];
    bool may_be = line->npieces == 1 && line->nfilled == 1 && !line->markup && !line->is_run &&
                  piece->shape == SHAPE_TEXT && !piece->hit.label &&
                  piece->fold.nbytes <= MOST_NBYTES;
    if (!may_be)
        return NULL;
    struct slice text = piece_text(piece);
    return is_digit(text.ptr[text.nbytes - 1]) || memchr(text.ptr, ':', text.nbytes) ? piece : NULL;
}

static int cut(struct pieces *pieces, size_t index, const struct piece *piece, size_t nlabel)
{
    struct span label = fold_span(&piece->fold, 0, nlabel);
    struct span value = fold_span(&piece->fold, nlabel, piece->fold.nbytes);
    static const char wide[] = "：";
    struct slice text = report_slice(pieces->report, label);
    if (text.ptr[text.nbytes - 1] == ':')
        label.end--;
    else if (text.nbytes > 3 && memcmp(text.ptr + text.nbytes - 3, wide, 3) == 0)
        label.end -= 3;
    pieces_begin(pieces, index);
    if (pieces_add(pieces, index, label) < 0 || pieces_add(pieces, index, value) < 0)
        return -1;
    pieces_end(pieces, index);
    pieces->lines[index].is_heading = false;
    return 0;
}

int colons_cut(struct pieces *pieces)
{
    size_t n = 0;
    for (size_t i = 0; i < pieces->report->nlines && n < LEAST_LINES; i++) {
        const struct piece *piece = only_text(pieces, i);
        n += piece && label_size(pieces, piece) > 0;
    }
    pieces->has_pairs = n == LEAST_LINES;
    for (size_t i = 0; n == LEAST_LINES && i < pieces->report->nlines; i++) {
        const struct piece *piece = only_text(pieces, i);
        size_t nlabel = piece ? label_size(pieces, piece) : 0;
        if (nlabel > 0) {
            struct piece copy = *piece; /* cutting moves the pieces */
            if (cut(pieces, i, &copy, nlabel) < 0)
                return -1;
        }
    }
    return 0;
}
