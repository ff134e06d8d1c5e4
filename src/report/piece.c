/* One piece of a line: folded, looked up and told apart; and what its pieces make the line. */
#include "pieces.h"

#include "bars.h"
#include "piece_words.h"

enum {
    LONG_NBYTES = 720,  /* source bytes without a tab: no label, no cell */
    PROSE_NBYTES = 240, /* folded: some 80 characters */
};

/* So long that it can be no cell; blanks that only set columns apart do not count. */
static bool is_long(struct slice field)
{
    size_t nblanks = 0;
    for (size_t i = 0; field.nbytes > LONG_NBYTES && i < field.nbytes; i++)
        nblanks += field.ptr[i] == ' ';
    return field.nbytes - nblanks > LONG_NBYTES;
}

int pieces_fold(const struct pieces *pieces, size_t line, struct span span, struct fold *out)
{
    struct fold whole = report_line_fold(pieces->report, line);
    if (fold_cut(&whole, span, out))
        return 0;
    return fold_text(pieces->arena, report_slice(pieces->report, span), span.start, FOLD_LABEL,
                     out);
}

struct fold piece_fold(const struct pieces *pieces, const struct piece *piece)
{
    const struct fold *all = &pieces->report->folded;
    if (piece->apart > 0)
        return pieces->apart[piece->apart - 1];
    size_t at = piece->folded ? (size_t)(piece->folded - all->text) : 0;
    return fold_part(all, at, at + piece->nfolded);
}

/* Folds the field of a piece by itself. */
static int fold_apart(struct pieces *pieces, struct slice field, unsigned flags,
                      struct piece *piece)
{
    struct fold *fold = arena_push(pieces->arena, &pieces->apart, &pieces->apart_capacity,
                                   pieces->napart, sizeof *fold);
    if (!fold || fold_text(pieces->arena, field, piece->span.start, flags, fold) < 0)
        return -1;
    piece->apart = (uint32_t)++pieces->napart;
    piece->folded = fold->text;
    piece->nfolded = (uint32_t)fold->nbytes;
    return 0;
}

void pieces_begin(struct pieces *pieces, size_t line)
{
    pieces->lines[line].first = (uint32_t)pieces->nitems;
    pieces->rest = pieces->report->folds[line];
    pieces->rest_end = pieces->report->folds[line + 1] - 1; /* its NUL */
}

/* The fold of the piece, which mostly is a part of its line's behind those before it. */
static int fold_piece(struct pieces *pieces, struct piece *piece)
{
    enum { NEAR = 4 };
    const struct fold *all = &pieces->report->folded;
    const struct span span = piece->span;
    size_t first = pieces->rest, last = first + NEAR;
    while (first < last && fold_start(all, first) < span.start)
        first++; /* past the separator, at most to the line's NUL */
    size_t end = first + (span.end - span.start); /* every byte of it folded to one */
    bool is_plain = end <= pieces->rest_end && fold_start(all, first) == span.start &&
                    fold_end(all, end - 1) == span.end && fold_start(all, end) >= span.end &&
                    (first == pieces->rest || fold_end(all, first - 1) <= span.start);
    if (!is_plain) {
        struct fold rest = fold_part(all, pieces->rest, pieces->rest_end), fold;
        if (!fold_cut(&rest, span, &fold))
            return fold_apart(pieces, report_slice(pieces->report, span), FOLD_LABEL, piece);
        first = (size_t)(fold.text - all->text);
        end = first + fold.nbytes;
    }
    piece->folded = all->text + first;
    piece->nfolded = (uint32_t)(end - first);
    pieces->rest = (uint32_t)end;
    return 0;
}

/* Signs that set words in bold, with no words between, or strokes that escape nothing: they stand
 * for what they are. */
static int keep_signs(struct pieces *pieces, struct slice field, struct piece *piece)
{
    for (size_t i = 0; i < field.nbytes; i++)
        if (field.ptr[i] != '*' && field.ptr[i] != '_' && field.ptr[i] != '\\')
            return 0;
    return fold_apart(pieces, field, FOLD_SEARCH, piece);
}

/* Of a field that is no plain number; apart from what is done for every piece. */
__attribute__((noinline)) static int read_piece(struct pieces *pieces, struct slice field,
                                                bool alone, struct piece *piece)
{
    piece->is_prose = alone && is_long(field);
    piece->shape = piece->is_prose ? SHAPE_TEXT : cell_other_shape(field);
    if (alone && piece->shape == SHAPE_MARK && bars_is_rule(field) && field.nbytes > 2)
        piece->shape = SHAPE_TEXT; /* a rule on a line of its own */
    if (piece->is_prose || piece->shape == SHAPE_EMPTY)
        return 0;
    if (fold_piece(pieces, piece) < 0 ||
        (piece->nfolded == 0 && keep_signs(pieces, field, piece) < 0))
        return -1;
    struct slice folded = piece_text(piece);
    piece->is_noise =
        piece_is_noise(folded) && (alone || *folded.ptr != '*'); /* a masked figure's */
    if (piece->shape == SHAPE_TEXT && !piece->is_noise)
        piece->hit = labels_read(pieces->labels, folded);
    piece->is_prose = !piece->hit.label && folded.nbytes > PROSE_NBYTES;
    return 0;
}

int pieces_add(struct pieces *pieces, size_t line, struct span span)
{
    struct piece *piece = pieces_next(pieces);
    if (!piece)
        return -1;
    *piece = (struct piece){.span = span};
    if (span.start == span.end)
        return 0;
    struct slice field = cell_trim(report_slice(pieces->report, span));
    uint32_t base = (uint32_t)(field.ptr - pieces->report->text);
    piece->span = (struct span){base, base + (uint32_t)field.nbytes};
    if (field.nbytes == 0)
        return 0;
    if (cell_is_plain_number(field)) {
        piece->shape = SHAPE_NUMBER;
        return fold_piece(pieces, piece);
    }
    struct span whole = pieces->lines[line].span;
    bool alone = span.start == whole.start && span.end == whole.end;
    return read_piece(pieces, field, alone, piece);
}

/* Of a mark: one that may as well be the stroke of a rule above a narrow column. */
static bool is_dashes(const struct piece *piece)
{
    return piece_text(piece).ptr[0] == '-';
}

/* |（三）不予公开|-----+---|: strokes that meet a column's are a rule's, beside a cell that
 * spans it. The line has fields without them. */
static bool leave_out_rule(struct pieces *pieces, struct piece_line *line)
{
    struct slice text = report_slice(pieces->report, line->span);
    if (!line->is_barred || !slice_contains(text, "-+-"))
        return false;
    line->nfilled = 0;
    line->shapes = 0;
    for (size_t i = pieces->nitems; i-- > line->first;) {
        struct piece *piece = &pieces->items[i];
        if (piece->is_noise || bars_is_rule(piece_text(piece)))
            *piece = (struct piece){.span = {piece->span.start, piece->span.start}};
        line->shapes |= (uint8_t)piece_shape_bit(piece->shape);
        line->nfilled += piece->shape != SHAPE_EMPTY;
        line->head = piece->shape != SHAPE_EMPTY ? (uint32_t)i : line->head;
    }
    return true;
}

/* Strokes beside a label or a figure are a mark, not a rule. */
static void keep_marks(struct pieces *pieces, struct piece_line *line)
{
    if (leave_out_rule(pieces, line))
        return;
    for (size_t i = line->first; i < pieces->nitems; i++) {
        struct piece *piece = &pieces->items[i];
        if (!line->is_barred && piece->shape == SHAPE_TEXT && piece_is_dash(piece_text(piece)))
            piece->shape = SHAPE_MARK;
        piece->is_noise = piece->is_noise && piece->shape != SHAPE_MARK;
        line->shapes |= (uint8_t)piece_shape_bit(piece->shape);
    }
}

void pieces_end(struct pieces *pieces, size_t index)
{
    struct piece_line *line = &pieces->lines[index];
    bool noise = false, values = false, prose = false, labels = false;
    unsigned shapes = 0;
    uint32_t nfilled = 0, head = 0;
    for (size_t i = pieces->nitems; i-- > line->first;) {
        const struct piece *piece = &pieces->items[i];
        shapes |= piece_shape_bit(piece->shape);
        if (piece->shape == SHAPE_EMPTY)
            continue;
        nfilled++;
        head = (uint32_t)i;
        prose |= piece->is_prose;
        noise |= piece->is_noise;
        labels |= piece->hit.label != NULL;
        values |= piece->shape == SHAPE_MARK && !is_dashes(piece);
    }
    line->npieces = (uint32_t)(pieces->nitems - line->first);
    line->nfilled = nfilled;
    line->head = head;
    line->shapes = (uint8_t)shapes;
    line->has_prose = prose;
    line->is_rule = noise && !values && !labels && !(shapes & piece_shape_bit(SHAPE_NUMBER));
    if (noise && !line->is_rule)
        keep_marks(pieces, line);
}
