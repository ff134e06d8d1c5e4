/* A drawn table whose rules and bars all meet: each box is a cell, whatever stands in it, and the
 * drawn lines tell its row and its columns. */
#include <limits.h>
#include <string.h>

#include "grid_bar.h"
#include "grid_box_frame.h"

enum { LEAST_ROWS = 2 };

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
        cell->is_value = cell->is_value || (grid_is_value(cell) && piece_is_value(piece));
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

/* Whether the fields of the box's lines are a list's number and the words that it is of, with its
 * point: 2 above .其他. */
static bool are_numbered(const struct piece *number, const struct piece *words)
{
    enum { MOST_DIGITS = 2 };
    return number->shape == SHAPE_NUMBER && number->nfolded <= MOST_DIGITS && words->nfolded > 0 &&
           words->folded[0] == '.';
}

/* Whether a label stands in the box and a figure above or below it: a rule between them is lost. */
static bool holds_both(const struct frame *frame, enum table_id table, const struct frame_box *box)
{
    char text[FRAME_MOST_NBYTES];
    bool has_value = false;
    for (size_t i = box->top; i <= box->bottom; i++) {
        const struct piece *piece = frame_field(frame, i, box->left);
        struct slice above = frame_words(frame, box, i, text);
        bool label = i > box->top && piece_is_value(piece) &&
                     label_in_table(labels_find_folded(frame->pieces->labels, above), table);
        if (label || (has_value && label_in_table(piece->hit.label, table)))
            return true;
        bool is_number =
            i < box->bottom && are_numbered(piece, frame_field(frame, i + 1, box->left));
        has_value = has_value || (piece_is_value(piece) && !is_number);
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
            if (!piece_is_value(frame_field(frame, i, frame->boxes[b].left)))
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
    char text[FRAME_MOST_NBYTES];
    for (; b < end; b++) {
        struct slice words = frame_words(frame, &frame->boxes[b], SIZE_MAX, text);
        struct label_hit hit = labels_read(frame->pieces->labels, words);
        bool whole = hit.effect == HIT_PLAIN || hit.effect == HIT_NOTE;
        if ((whole && label_of_kind(label_in_table(hit.label, table), LABEL_ROW)) ||
            labels_distance_folded(frame->pieces->labels, words) < UINT_MAX)
            return true;
    }
    return false;
}

/* Whether the row whose boxes are [b, end) may be two, the rule between them lost. T4 has one. */
static bool may_be_two(const struct frame *frame, enum table_id table, size_t b, size_t end)
{
    for (size_t i = b; i < end; i++) {
        const struct frame_box *box = &frame->boxes[i];
        if (!frame_is_group(frame, i, end) &&
            (frame_find_second(frame, table, box) > 0 || holds_both(frame, table, box)))
            return true;
    }
    return table != TABLE_T4 && count_valued(frame, b, end) > 1 && !is_named(frame, table, b, end);
}

/* How many lines of the box hold a label of their own. */
static size_t count_labels(const struct frame *frame, enum table_id table,
                           const struct frame_box *box)
{
    size_t n = 0;
    for (size_t i = box->top; i <= box->bottom; i++)
        n += label_in_table(frame_field(frame, i, box->left)->hit.label, table) != NULL;
    return n;
}

/* Whether the row of T2 whose boxes are [b, end) has figures in several lines, or begins with a
 * label and goes on with another or with what is none of its words: rules are drawn around the
 * headings alone, and each line is a row. */
static bool is_listed(const struct frame *frame, enum table_id table, size_t b, size_t end)
{
    const struct frame_box *box = &frame->boxes[b];
    if (table != TABLE_T2 || box->bottom == box->top)
        return false;
    const struct label *label = frame_field(frame, box->top, box->left)->hit.label;
    return count_valued(frame, b, end) > 1 ||
           (label_of_kind(label_in_table(label, table), LABEL_ROW) &&
            (count_labels(frame, table, box) > 1 || !is_named(frame, table, b, end)));
}

/* Whether rules are lost between many rows, as where none are drawn at all, or below T4's header.
 */
static bool lacks_rules(const struct frame *frame, enum table_id table)
{
    size_t nrows = 0, ntwo = 0;
    for (size_t b = 0, end; b < frame->nboxes; b = end, nrows++) {
        end = frame_row_end(frame, b);
        if (is_listed(frame, table, b, end))
            return true;
        ntwo += may_be_two(frame, table, b, end);
    }
    return nrows < LEAST_ROWS || ntwo * 2 > nrows || (table == TABLE_T4 && ntwo > 0);
}

/* The cells of the row whose boxes are [b, end). */
static int add_row(struct grid *grid, const struct frame *frame, size_t b, size_t end)
{
    bool is_two = grid->frame && may_be_two(frame, grid->table, b, end);
    size_t row = frame->boxes[b].top;
    for (size_t c = 0; c < frame->ncolumns; c++) {
        bool begins = b < end && frame->boxes[b].left == c;
        if (add_cell(grid, frame, begins ? &frame->boxes[b] : NULL, row, c) < 0)
            return -1;
        struct grid_cell *cell = &grid->cells[grid->ncells - 1];
        bool is_words = cell->shape == SHAPE_TEXT && !cell->is_value;
        cell->may_be_torn = is_two || (begins && !is_words && reaches_down(frame, b));
        b += begins;
    }
    return 0;
}

int box_add_rows(struct grid *grid, const struct frame *frame)
{
    for (size_t b = 0, end; b < frame->nboxes; b = end) {
        end = frame_row_end(frame, b);
        if (add_row(grid, frame, b, end) < 0)
            return -1;
    }
    return 0;
}

/* Reads the frame, if it is one without doubt: 1. */
static int read_whole(struct frame *frame, const struct pieces *pieces, enum table_id table,
                      size_t first, size_t end)
{
    int found = frame_read(frame, pieces, first, end);
    if (found > 0 && frame_split_rows(frame, table) < 0)
        return -1;
    return found > 0 ? !lacks_rules(frame, table) : found;
}

int box_find_frame(const struct pieces *pieces, enum table_id table, size_t first, size_t end,
                   const struct frame **out)
{
    struct frame *frame = arena_array(pieces->arena, 1, sizeof *frame);
    int found = frame ? read_whole(frame, pieces, table, first, end) : -1;
    *out = found > 0 ? frame : NULL;
    return found;
}
