/* The header of a drawn table, with rules in a part of its lines: words that are wrapped, and set
 * to the middle of their boxes, stand on different lines. Which of them are one label's is told by
 * where the bars stand. */
#include <string.h>

#include "bars.h"
#include "gouji/text/width.h"
#include "grid_bar.h"

enum { MOST_LINES = 24, MOST_BARS = 48, MOST_BOXES = 64, NO_BOX = -1 };

/* A cell: between two of the frame's columns, lines of the header. */
struct box {
    size_t left, right, top, bottom;
};

/* The lines of the header, and where the bars stand in each, in columns of the frame. */
struct frame {
    const struct pieces *pieces;
    uint32_t lines[MOST_LINES];
    size_t nlines;
    uint32_t bars[MOST_LINES][MOST_BARS]; /* places in the line, then columns */
    size_t nbars[MOST_LINES];
    bool strokes[MOST_LINES][MOST_BARS]; /* whether a rule stands before the bar */
    uint32_t places[MOST_BARS];          /* of all bars, from left to right */
    size_t nplaces;
    struct box boxes[MOST_BOXES];
    size_t nboxes;
    int open[MOST_BARS]; /* the box that each column is in, or NO_BOX */
};

static const struct piece *field(const struct frame *frame, size_t line, size_t k)
{
    return &frame->pieces->items[frame->pieces->lines[frame->lines[line]].first + k];
}

/* Whether a rule stands before the k-th bar of the line: it may have been cut as a blank cell. */
static bool is_stroke(struct slice line, const struct cuts *cuts, size_t k)
{
    size_t start = cuts->bars[k - 1].at + cuts->bars[k - 1].nbytes;
    return bars_is_rule(slice_make(line.ptr + start, cuts->bars[k].at - start));
}

/* Whether the line has pieces of the shape that are no strokes of a rule. */
static bool has_shape(const struct pieces *pieces, const struct piece_line *line,
                      enum cell_shape shape)
{
    for (uint32_t k = 0; k < line->npieces && line->shapes & piece_shape_bit(shape); k++) {
        const struct piece *piece = &pieces->items[line->first + k];
        if (piece->shape == shape && !bars_is_rule(report_slice(pieces->report, piece->span)))
            return true;
    }
    return false;
}

/* Counts the fields of the line that are strokes of a rule, and all of them. */
static void count_strokes(const struct pieces *pieces, const struct piece_line *line,
                          size_t *nstrokes, size_t *nfields)
{
    struct slice text = report_slice(pieces->report, line->span);
    struct cuts cuts;
    bars_find(text, &cuts);
    *nstrokes = 0;
    *nfields = cuts.nbars > 0 && cuts.nbars <= MOST_BARS ? cuts.nbars - 1 : 0;
    for (size_t k = 1; k <= *nfields; k++)
        *nstrokes += is_stroke(text, &cuts, k);
}

size_t box_header_end(const struct pieces *pieces, size_t first, size_t end)
{
    bool is_ruled = false, has_words = false;
    size_t i = first;
    for (; i < end; i++) {
        const struct piece_line *line = &pieces->lines[i];
        size_t nstrokes = 0, nfields = 0;
        if (line->shapes & piece_shape_bit(SHAPE_NUMBER) || has_shape(pieces, line, SHAPE_MARK))
            return first;
        if (line->is_barred)
            count_strokes(pieces, line, &nstrokes, &nfields);
        if (nfields > 0 && nstrokes == nfields)
            break;
        is_ruled = is_ruled || nstrokes > 0;
        has_words = has_words || has_shape(pieces, line, SHAPE_TEXT);
    }
    return is_ruled && has_words ? i : first;
}

/* What places are counted in: characters, or columns of a screen, of which drawn lines may take
 * two, as in fonts of wide characters. */
enum metric { BY_CHARACTERS, BY_COLUMNS, BY_WIDE_COLUMNS };

static uint32_t width_by(enum metric metric, int32_t point)
{
    if (metric == BY_CHARACTERS || point < 0)
        return 1;
    bool is_drawn = point >= 0x2500 && point < 0x2580;
    return is_drawn && metric == BY_WIDE_COLUMNS ? 2 : (uint32_t)width_code_point((uint32_t)point);
}

/* Adds the line with the places of its bars. False where it has too many, or something else than
 * bars and what stands between them. */
static bool add_line(struct frame *frame, uint32_t index, enum metric metric)
{
    const struct piece_line *line = &frame->pieces->lines[index];
    struct slice text = report_slice(frame->pieces->report, line->span);
    struct cuts cuts;
    bars_find(text, &cuts);
    if (frame->nlines == MOST_LINES || cuts.nbars > MOST_BARS || cuts.nbars < 2 ||
        line->npieces != cuts.nbars + 1)
        return false;
    uint32_t *bars = frame->bars[frame->nlines], place = 0;
    size_t nbars = 0;
    for (size_t at = 0, n; at < text.nbytes; at += n) {
        if (nbars < cuts.nbars && cuts.bars[nbars].at == at)
            bars[nbars++] = place;
        int32_t point = text_next(text.ptr + at, text.nbytes - at, &n);
        place += width_by(metric, point);
    }
    for (size_t k = 1; k < nbars; k++)
        frame->strokes[frame->nlines][k] = is_stroke(text, &cuts, k);
    frame->lines[frame->nlines] = index;
    frame->nbars[frame->nlines++] = nbars;
    return field(frame, frame->nlines - 1, 0)->shape == SHAPE_EMPTY &&
           field(frame, frame->nlines - 1, nbars)->shape == SHAPE_EMPTY;
}

/* Puts the place among the others; false where there are too many. */
static bool add_place(struct frame *frame, uint32_t place)
{
    size_t at = 0;
    while (at < frame->nplaces && frame->places[at] < place)
        at++;
    if (at < frame->nplaces && frame->places[at] == place)
        return true;
    if (frame->nplaces == MOST_BARS)
        return false;
    memmove(&frame->places[at + 1], &frame->places[at],
            (frame->nplaces - at) * sizeof *frame->places);
    frame->places[at] = place;
    frame->nplaces++;
    return true;
}

/* The columns are what stands between two neighbours of all bars. */
static bool find_columns(struct frame *frame)
{
    for (size_t i = 0; i < frame->nlines; i++)
        for (size_t k = 0; k < frame->nbars[i]; k++)
            if (!add_place(frame, frame->bars[i][k]))
                return false;
    for (size_t i = 0; i < frame->nlines; i++) {
        uint32_t *bars = frame->bars[i];
        for (size_t k = 0, c = 0; k < frame->nbars[i]; k++) {
            while (frame->places[c] < bars[k])
                c++;
            bars[k] = (uint32_t)c;
        }
        if (bars[0] != 0 || bars[frame->nbars[i] - 1] + 1 != frame->nplaces)
            return false;
    }
    return true;
}

/* A rule ends the boxes above it; none goes on beside it. */
static bool close_boxes(struct frame *frame, size_t left, size_t right)
{
    for (size_t c = left; c < right; c++) {
        const struct box *box = frame->open[c] == NO_BOX ? NULL : &frame->boxes[frame->open[c]];
        if (box && (box->left < left || box->right > right))
            return false;
    }
    for (size_t c = left; c < right; c++)
        frame->open[c] = NO_BOX;
    return true;
}

/* The line's field between two bars goes on with the box above, or begins one below a rule. */
static bool add_field(struct frame *frame, size_t line, size_t left, size_t right)
{
    int above = frame->open[left];
    for (size_t c = left; c < right; c++)
        if (frame->open[c] != above)
            return false;
    if (above != NO_BOX) {
        struct box *box = &frame->boxes[above];
        box->bottom = line;
        return box->left == left && box->right == right;
    }
    if (frame->nboxes == MOST_BOXES)
        return false;
    for (size_t c = left; c < right; c++)
        frame->open[c] = (int)frame->nboxes;
    frame->boxes[frame->nboxes++] = (struct box){left, right, line, line};
    return true;
}

static bool read_boxes(struct frame *frame)
{
    for (size_t c = 0; c < MOST_BARS; c++)
        frame->open[c] = NO_BOX;
    for (size_t i = 0; i < frame->nlines; i++)
        for (size_t k = 1, next; k < frame->nbars[i]; k = next) {
            bool stroke = frame->strokes[i][k];
            next = k + 1;
            while (stroke && next < frame->nbars[i] && frame->strokes[i][next])
                next++;
            size_t left = frame->bars[i][k - 1], right = frame->bars[i][next - 1];
            if (!(stroke ? close_boxes(frame, left, right) : add_field(frame, i, left, right)))
                return false;
        }
    return true;
}

/* The lines [first, end) by one metric; false where the bars do not stand below each other. */
static bool read_frame(const struct pieces *pieces, size_t first, size_t end, enum metric metric,
                       struct frame *frame)
{
    *frame = (struct frame){.pieces = pieces};
    for (size_t i = first; i < end; i++) {
        const struct piece_line *line = &pieces->lines[i];
        if (!line->is_blank && !add_line(frame, (uint32_t)i, metric))
            return false;
    }
    return find_columns(frame) && read_boxes(frame);
}

/* The field of the line that begins at the column. */
static const struct piece *field_at(const struct frame *frame, size_t line, size_t column)
{
    size_t k = 1;
    while (frame->bars[line][k - 1] != column)
        k++;
    return field(frame, line, k);
}

/* Adds a cell: the words of the box, if any, from the top down. */
static int add_cell(struct grid *grid, const struct frame *frame, const struct box *box, size_t row,
                    size_t column)
{
    uint32_t line = frame->lines[row];
    uint32_t at = frame->pieces->lines[line].span.end;
    const struct piece nothing = {.span = {at, at}};
    struct grid_cell *cell = grid_add(grid, &nothing, line);
    if (!cell)
        return -1;
    cell->piece = NULL;
    size_t index = grid->ncells - 1;
    for (size_t i = row; box && i <= box->bottom; i++) {
        const struct piece *piece = field_at(frame, i, column);
        if (piece->shape == SHAPE_EMPTY)
            continue;
        cell = &grid->cells[index];
        if (cell->shape == SHAPE_EMPTY) {
            grid->ncells--;
            if (!grid_add(grid, piece, frame->lines[i]))
                return -1;
        } else if (grid_append(grid, frame->pieces->labels, index, piece->span, piece_text(piece)) <
                   0) {
            return -1;
        }
    }
    cell = &grid->cells[index];
    cell->row = line;
    cell->column = (uint32_t)column;
    cell->is_closed = true;
    return 0;
}

/* Each line that boxes begin in is a row, which has a field for each column. */
static int add_rows(struct grid *grid, const struct frame *frame)
{
    for (size_t i = 0, b = 0; b < frame->nboxes; i++) {
        if (frame->boxes[b].top != i)
            continue;
        for (size_t c = 0; c + 1 < frame->nplaces; c++) {
            bool begins =
                b < frame->nboxes && frame->boxes[b].top == i && frame->boxes[b].left == c;
            if (add_cell(grid, frame, begins ? &frame->boxes[b] : NULL, i, c) < 0)
                return -1;
            b += begins;
        }
    }
    return 0;
}

int box_read_header(struct grid *grid, const struct pieces *pieces, size_t first, size_t end)
{
    struct frame frame;
    if (!read_frame(pieces, first, end, BY_CHARACTERS, &frame) &&
        !read_frame(pieces, first, end, BY_COLUMNS, &frame) &&
        !read_frame(pieces, first, end, BY_WIDE_COLUMNS, &frame))
        return 0;
    return add_rows(grid, &frame) < 0 ? -1 : 1;
}
