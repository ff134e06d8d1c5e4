/* Header cells that a converter ran together, each line of the header into one text: where that is
 * labels from end to end, they tell the columns as well as printed apart. */
#include "glued_header.h"

enum {
    LEAST_LABELS = 2,
    MOST_LABELS = 20,
    MOST_NBYTES = 400,
    LEAST_VALUES = 10, /* below the header: table four's fifteen, some of them blank */
};

struct labels_found {
    size_t end[MOST_LABELS]; /* of each, in the folded text */
    size_t n;
};

/* The bytes of the longest label of table four that the text begins with; 0: none. */
static size_t label_size(const struct pieces *pieces, struct slice text)
{
    enum { MOST_LABEL_NBYTES = 36 };
    size_t n = text.nbytes < MOST_LABEL_NBYTES ? text.nbytes : MOST_LABEL_NBYTES;
    for (; n > 0; n--) {
        bool is_inside = n < text.nbytes && ((unsigned char)text.ptr[n] & 0xC0) == 0x80;
        const struct label *label =
            is_inside ? NULL : labels_find_folded(pieces->labels, slice_make(text.ptr, n));
        if (label_in_table(label, TABLE_T4))
            return n;
    }
    return 0;
}

static bool is_glued(const struct pieces *pieces, size_t index, struct labels_found *found)
{
    const struct piece_line *line = &pieces->lines[index];
    const struct piece *piece = &pieces->items[line->first];
    struct slice text = piece_text(piece);
    found->n = 0;
    if (line->npieces != 1 || line->markup || piece->shape != SHAPE_TEXT || piece->hit.label ||
        text.nbytes == 0 || text.nbytes > MOST_NBYTES || !labels_may_begin(pieces->labels, text))
        return false;
    for (size_t at = 0, n; at < text.nbytes; at += n) {
        n = label_size(pieces, slice_make(text.ptr + at, text.nbytes - at));
        if (n == 0 || found->n == MOST_LABELS)
            return false;
        found->end[found->n++] = at + n;
    }
    return found->n >= LEAST_LABELS;
}

/* Whether the line is a row of figures, of table four's width. */
static bool is_row(const struct pieces *pieces, size_t index)
{
    const struct piece_line *line = &pieces->lines[index];
    return !line->markup && line->npieces >= LEAST_VALUES && line_has_values(line) &&
           !(line->shapes & piece_shape_bit(SHAPE_TEXT));
}

static int cut(struct pieces *pieces, size_t index, const struct labels_found *found,
               bool by_blanks)
{
    struct piece_line *line = &pieces->lines[index];
    struct fold fold = piece_fold(pieces, &pieces->items[line->first]);
    pieces_begin(pieces, index);
    for (size_t i = 0; i < found->n; i++) {
        size_t start = i > 0 ? found->end[i - 1] : 0;
        if (pieces_add(pieces, index, fold_span(&fold, start, found->end[i])) < 0)
            return -1;
        pieces->items[pieces->nitems - 1].blanks = i > 0;
    }
    pieces_end(pieces, index);
    line->by_blanks = by_blanks;
    line->is_heading = false;
    return 0;
}

/* Cuts the lines from `index` on, if a row follows them. The number of lines passed over; -1: short
 * of memory. */
static int cut_header(struct pieces *pieces, size_t index, bool *is_cut)
{
    enum { MOST_LINES = 4 };
    struct labels_found found[MOST_LINES];
    size_t nlines = pieces->report->nlines, n = 0;
    while (n < MOST_LINES && index + n < nlines && is_glued(pieces, index + n, &found[n]))
        n++;
    if (n == 0 || index + n == nlines || !is_row(pieces, index + n))
        return n > 0 ? (int)n : 1;
    for (size_t i = 0; i < n; i++)
        if (cut(pieces, index + i, &found[i], pieces->lines[index + n].by_blanks) < 0)
            return -1;
    *is_cut = true;
    return (int)n;
}

int glued_header_cut(struct pieces *pieces, struct regions *regions, struct err *err)
{
    bool is_cut = false;
    for (size_t i = 0; i < regions->nitems; i++)
        if (regions->items[i].table == TABLE_T4)
            return 0;
    for (size_t i = 0; i < pieces->report->nlines;) {
        int n = cut_header(pieces, i, &is_cut);
        if (n < 0)
            return err_set_nomem(err);
        i += (size_t)n;
    }
    return is_cut ? regions_find(pieces, regions, err) : 0;
}
