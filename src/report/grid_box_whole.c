/* A drawn table whose rules and bars all meet: each box is a cell, whatever stands in it, and the
 * drawn lines tell its row and its columns. */
#include <limits.h>
#include <string.h>

#include "grid_bar.h"
#include "grid_box_frame.h"

enum { MOST_NBYTES = 480, LEAST_ROWS = 2 };

static bool is_value(const struct piece *piece)
{
    return piece->shape == SHAPE_NUMBER || piece->shape == SHAPE_MARK;
}

/* Puts the words of the box's further lines to the cell. */
static int add_words(struct grid *grid, const struct frame *frame, const struct frame_box *box)
{
    size_t index = grid->ncells - 1;
    for (size_t i = box->top + 1u; i <= box->bottom; i++) {
        const struct piece *piece = frame_field(frame, i, box->left);
        struct grid_cell *cell = &grid->cells[index];
        if (piece->shape == SHAPE_EMPTY)
            continue;
        if (cell->shape == SHAPE_EMPTY) {
            grid->ncells--;
            if (!grid_add(grid, piece, frame->lines[i].line))
                return -1;
            continue;
        }
        /* A value broken in two is a text, and of the row's values all the same. */
        cell->is_value = cell->is_value || (grid_is_value(cell) && is_value(piece));
        if (grid_append(grid, frame->pieces->labels, index, piece->span, piece_text(piece)) < 0)
            return -1;
    }
    return 0;
}

/* Adds a cell: the words of the box, if one begins there, from the top down. */
static int add_cell(struct grid *grid, const struct frame *frame, const struct frame_box *box,
                    size_t row, size_t column)
{
    uint32_t line = frame->lines[row].line;
    uint32_t at = frame->pieces->lines[line].span.end;
    const struct piece nothing = {.span = {at, at}};
    if (!grid_add(grid, box ? frame_field(frame, row, column) : &nothing, line))
        return -1;
    size_t index = grid->ncells - 1;
    if (box && add_words(grid, frame, box) < 0)
        return -1;
    struct grid_cell *cell = &grid->cells[index];
    cell->piece = box ? cell->piece : NULL;
    cell->row = line;
    cell->column = (uint32_t)column;
    cell->is_closed = true;
    cell->is_covered = !box;
    return 0;
}

/* Whether a row begins behind the box's first line and before it ends. */
static bool reaches_down(const struct frame *frame, size_t b)
{
    const struct frame_box *box = &frame->boxes[b];
    for (size_t i = b + 1; i < frame->nboxes && frame->boxes[i].top <= box->bottom; i++)
        if (frame->boxes[i].top > box->top)
            return true;
    return false;
}

int box_add_rows(struct grid *grid, const struct frame *frame)
{
    for (size_t b = 0; b < frame->nboxes;) {
        size_t row = frame->boxes[b].top;
        for (size_t c = 0; c < frame->ncolumns; c++) {
            const struct frame_box *box = b < frame->nboxes ? &frame->boxes[b] : NULL;
            bool begins = box && box->top == row && box->left == c;
            if (add_cell(grid, frame, begins ? box : NULL, row, c) < 0)
                return -1;
            struct grid_cell *cell = &grid->cells[grid->ncells - 1];
            cell->may_be_torn = begins && cell->shape != SHAPE_TEXT && reaches_down(frame, b);
            b += begins;
        }
    }
    return 0;
}

/* The words of the box up to its line `end`, or its end; empty when too long. */
static struct slice words_of(const struct frame *frame, const struct frame_box *box, size_t end,
                             char text[MOST_NBYTES])
{
    size_t n = 0;
    for (size_t i = box->top; i <= box->bottom && i < end; i++) {
        const struct piece *piece = frame_field(frame, i, box->left);
        struct slice more = piece->shape == SHAPE_EMPTY ? slice_make(text, 0) : piece_text(piece);
        if (n + more.nbytes > MOST_NBYTES)
            return slice_make(text, 0);
        memcpy(text + n, more.ptr, more.nbytes);
        n += more.nbytes;
    }
    return slice_make(text, n);
}

static const struct label *label_of(const struct frame *frame, enum table_id table,
                                    struct slice words)
{
    return label_in_table(labels_find_folded(frame->pieces->labels, words), table);
}

/* Whether a label stands in the box and a figure above or below it: a rule between them is lost. */
static bool holds_both(const struct frame *frame, enum table_id table, const struct frame_box *box)
{
    char text[MOST_NBYTES];
    bool has_value = false;
    for (size_t i = box->top; i <= box->bottom; i++) {
        const struct piece *piece = frame_field(frame, i, box->left);
        bool label = i > box->top && is_value(piece) &&
                     label_of(frame, table, words_of(frame, box, i, text));
        if (label || (has_value && label_in_table(piece->hit.label, table)))
            return true;
        has_value = has_value || is_value(piece);
    }
    return false;
}

/* The lines of the row whose boxes are [b, end) that have values, up to two: rows whose rule is
 * lost have several, and figures that are wrapped. */
static size_t count_valued(const struct frame *frame, size_t b, size_t end)
{
    size_t first = SIZE_MAX;
    for (; b < end; b++)
        for (size_t i = frame->boxes[b].top; i <= frame->boxes[b].bottom; i++) {
            if (!is_value(frame_field(frame, i, frame->boxes[b].left)))
                continue;
            if (first != SIZE_MAX && first != i)
                return 2;
            first = i;
        }
    return first != SIZE_MAX;
}

/* Whether the words of one of the boxes [b, end) are a row's label, or a misprint of one. */
static bool is_named(const struct frame *frame, enum table_id table, size_t b, size_t end)
{
    char text[MOST_NBYTES];
    for (; b < end; b++) {
        struct slice words = words_of(frame, &frame->boxes[b], SIZE_MAX, text);
        struct label_hit hit = labels_read(frame->pieces->labels, words);
        bool plain = hit.effect != HIT_MERGED && hit.effect != HIT_TRUNCATED;
        const struct label *label = plain ? label_in_table(hit.label, table) : NULL;
        if (label_of_kind(label, LABEL_ROW) ||
            labels_distance_folded(frame->pieces->labels, words) < UINT_MAX)
            return true;
    }
    return false;
}

/* Whether the boxes may hold what a lost rule parted, or there are no rules between rows at all. */
static bool may_lack_rules(const struct frame *frame, enum table_id table)
{
    size_t nrows = 0;
    for (size_t b = 0, end; b < frame->nboxes; b = end, nrows++) {
        for (end = b; end < frame->nboxes && frame->boxes[end].top == frame->boxes[b].top; end++)
            if (holds_both(frame, table, &frame->boxes[end]))
                return true;
        if (table != TABLE_T4 && count_valued(frame, b, end) > 1 && !is_named(frame, table, b, end))
            return true;
    }
    return nrows < LEAST_ROWS;
}

/* Reads the frame, if it is one without doubt: 1. */
static int read_whole(struct frame *frame, const struct pieces *pieces, enum table_id table,
                      size_t first, size_t end)
{
    int found = frame_read(frame, pieces, first, end);
    return found > 0 ? !may_lack_rules(frame, table) : found;
}

int box_is_whole(const struct pieces *pieces, enum table_id table, size_t first, size_t end)
{
    struct frame frame;
    return read_whole(&frame, pieces, table, first, end);
}

int box_read_whole(struct grid *grid, const struct pieces *pieces, size_t first, size_t end)
{
    struct frame frame;
    int found = read_whole(&frame, pieces, grid->table, first, end);
    grid->is_framed = found > 0;
    return found > 0 && box_add_rows(grid, &frame) < 0 ? -1 : found;
}
