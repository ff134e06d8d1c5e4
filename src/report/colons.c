/* 自然人：3: lists in place of a table, the label of a column and its figure on a line; or all
 * of a row's behind its label. */
#include "colons.h"

#include <string.h>

#include "gouji/base/ascii.h"

enum { LEAST_PAIRS = 6, MOST_NBYTES = 480, LABEL_NBYTES = 160, MOST_PARTS = 20 };

/* The folded line in parts, labels and figures in turn, of which separators are none. */
struct parts {
    size_t start[MOST_PARTS], end[MOST_PARTS];
    size_t nparts, npairs;
};

static bool is_label(const struct pieces *pieces, struct slice text, enum label_kind kind)
{
    const struct label *label = NULL;
    if (text.nbytes <= LABEL_NBYTES)
        label = labels_find_folded(pieces->labels, text);
    while (label && label->kind != kind)
        label = label->next;
    return label != NULL;
}

static void add_part(struct parts *parts, size_t start, size_t end)
{
    parts->start[parts->nparts] = start;
    parts->end[parts->nparts++] = end;
}

/* Whether the first bytes are a column's label, and those from `value` on one. */
static bool is_pair(const struct pieces *pieces, struct slice text, size_t nlabel, size_t value)
{
    struct slice rest = slice_make(text.ptr + value, text.nbytes - value);
    enum cell_shape shape = nlabel > 0 ? cell_shape(rest) : SHAPE_EMPTY;
    return (shape == SHAPE_NUMBER || shape == SHAPE_MARK) &&
           is_label(pieces, slice_make(text.ptr, nlabel), LABEL_COLUMN);
}

/* 自然人：3 or 自然人3. */
static bool read_pair(const struct pieces *pieces, struct slice text, struct parts *parts)
{
    const char *colon = memrchr(text.ptr, ':', text.nbytes);
    size_t at = colon ? (size_t)(colon - text.ptr) : 0, value = at + 1;
    if (!colon || !is_pair(pieces, text, at, value)) {
        for (at = text.nbytes;
             at > 0 && (ascii_is_digit(text.ptr[at - 1]) || text.ptr[at - 1] == '.');)
            at--;
        value = at;
        if (!is_pair(pieces, text, at, value))
            return false;
    }
    add_part(parts, 0, at);
    add_part(parts, value, text.nbytes);
    parts->npairs = 1;
    return true;
}

/* Past the separators between two pairs. */
static size_t skip_stops(struct slice text, size_t at)
{
    static const char *const stops[] = {",", ";", ".", "、", "。"};
    for (size_t i = 0; i < sizeof stops / sizeof *stops && at < text.nbytes; i++)
        if (slice_has_prefix(slice_make(text.ptr + at, text.nbytes - at), slice_of(stops[i])))
            return at + strlen(stops[i]);
    return at;
}

/* That of 8.5. */
static bool is_point(struct slice text, size_t at)
{
    return text.ptr[at] == '.' && at > 0 && ascii_is_digit(text.ptr[at - 1]) &&
           at + 1 < text.nbytes && ascii_is_digit(text.ptr[at + 1]);
}

/* One label of a column and its figure. */
static bool read_next(const struct pieces *pieces, struct slice text, size_t *at,
                      struct parts *parts)
{
    size_t start = *at, end = start;
    int open = 0; /* brackets */
    for (; end < text.nbytes && !ascii_is_digit(text.ptr[end]); end++) {
        open += (text.ptr[end] == '(') - (text.ptr[end] == ')');
        if (text.ptr[end] == ':' && open == 0)
            break;
    }
    size_t value = end + (end < text.nbytes && text.ptr[end] == ':'), last = value;
    while (last < text.nbytes && (ascii_is_digit(text.ptr[last]) || is_point(text, last)))
        last++;
    if (last == value || !is_label(pieces, slice_make(text.ptr + start, end - start), LABEL_COLUMN))
        return false;
    add_part(parts, start, end);
    add_part(parts, value, last);
    parts->npairs++;
    *at = skip_stops(text, last);
    return true;
}

/* 一、…：自然人 3，商业企业 0, and nothing else. */
static bool read_row(const struct pieces *pieces, struct slice text, struct parts *parts)
{
    const char *colon = memchr(text.ptr, ':', text.nbytes);
    size_t at = colon ? (size_t)(colon - text.ptr) : 0;
    if (at == 0 || !is_label(pieces, slice_make(text.ptr, at), LABEL_ROW))
        return false;
    add_part(parts, 0, at++);
    while (at < text.nbytes && parts->nparts + 2 <= MOST_PARTS)
        if (!read_next(pieces, text, &at, parts))
            return false;
    return at == text.nbytes && parts->npairs > 0;
}

/* Nearly all lines are told from such by their kind or their length. */
static inline bool may_hold_parts(const struct pieces *pieces, size_t index)
{
    const struct piece_line *line = &pieces->lines[index];
    bool is_text = line->npieces == 1 && line->shapes == piece_shape_bit(SHAPE_TEXT);
    if (!is_text || line->markup || line->is_run)
        return false;
    const struct piece *piece = &pieces->items[line->first];
    return piece->nfolded > 0 && piece->nfolded <= MOST_NBYTES;
}

static bool read_line(const struct pieces *pieces, size_t index, struct parts *parts)
{
    struct slice text = piece_text(&pieces->items[pieces->lines[index].first]);
    parts->nparts = parts->npairs = 0; /* the others are set one by one */
    if (!ascii_is_digit(text.ptr[text.nbytes - 1]) && !memchr(text.ptr, ':', text.nbytes))
        return false;
    return read_pair(pieces, text, parts) || read_row(pieces, text, parts);
}

static int cut(struct pieces *pieces, size_t index, const struct parts *parts)
{
    struct fold fold = piece_fold(pieces, &pieces->items[pieces->lines[index].first]);
    pieces_begin(pieces, index);
    for (size_t i = 0; i < parts->nparts; i++)
        if (pieces_add(pieces, index, fold_span(&fold, parts->start[i], parts->end[i])) < 0)
            return -1;
    pieces_end(pieces, index);
    pieces->lines[index].is_heading = false;
    return 0;
}

int colons_cut(struct pieces *pieces)
{
    struct parts parts;
    size_t npairs = 0, nlines = pieces->report->nlines;
    for (size_t i = 0; i < nlines && npairs < LEAST_PAIRS; i++)
        npairs += may_hold_parts(pieces, i) && read_line(pieces, i, &parts) ? parts.npairs : 0;
    pieces->has_pairs = npairs >= LEAST_PAIRS;
    for (size_t i = 0; pieces->has_pairs && i < nlines; i++)
        if (may_hold_parts(pieces, i) && read_line(pieces, i, &parts) && cut(pieces, i, &parts) < 0)
            return -1;
    return 0;
}
