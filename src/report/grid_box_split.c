/* Rows of a drawn table that a rule is lost between: where their labels stand one below the other,
 * and each figure beside the words of one of them, these tell the rows. */
#include <string.h>

#include "grid_box_frame.h"

size_t frame_row_end(const struct frame *frame, size_t b)
{
    size_t end = b;
    while (end < frame->nboxes && frame->boxes[end].top == frame->boxes[b].top)
        end++;
    return end;
}

struct slice frame_words(const struct frame *frame, const struct frame_box *box, size_t end,
                         char text[FRAME_MOST_NBYTES])
{
    size_t n = 0;
    for (size_t i = box->top; i <= box->bottom && i < end; i++) {
        const struct piece *piece = frame_field(frame, i, box->left);
        struct slice more = piece->shape == SHAPE_EMPTY ? slice_make(text, 0) : piece_text(piece);
        if (n + more.nbytes > FRAME_MOST_NBYTES)
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

/* Whether a row of the table may begin with the words. */
static bool begins_row(const struct frame *frame, enum table_id table, struct slice words)
{
    const struct label *label = label_of(frame, table, words);
    return label && label->kind != LABEL_COLUMN && label->kind != LABEL_BAND;
}

/* Whether more than signs stand in the box's line: those that end a label's last line and those
 * that begin the next one's are not told apart. */
static bool has_key(const struct frame *frame, const struct frame_box *box, size_t line)
{
    char key[FRAME_MOST_NBYTES];
    const struct piece *piece = frame_field(frame, line, box->left);
    return piece->shape != SHAPE_EMPTY && piece->nfolded <= sizeof key &&
           label_key(piece_text(piece), key) > 0;
}

size_t frame_find_second(const struct frame *frame, enum table_id table,
                         const struct frame_box *box)
{
    char text[FRAME_MOST_NBYTES];
    struct frame_box below = *box;
    for (size_t i = box->top + 1u; i <= box->bottom; i++) {
        below.top = (uint16_t)i;
        if (!has_key(frame, box, i) || !label_of(frame, table, frame_words(frame, box, i, text)))
            continue;
        for (size_t end = i + 1; end <= box->bottom + 1u; end++)
            if (begins_row(frame, table, frame_words(frame, &below, end, text)))
                return i;
    }
    return 0;
}

/* Whether all figures in the boxes from `label` to `end` stand beside its words, so that none of
 * the lines between two labels has any. */
static bool are_beside(const struct frame *frame, const struct frame_box *label,
                       const struct frame_box *end)
{
    for (const struct frame_box *box = label + 1; box < end; box++)
        for (size_t i = box->top; i <= box->bottom && i <= label->bottom; i++)
            if (piece_is_value(frame_field(frame, i, box->left)) && !has_key(frame, label, i))
                return false;
    return true;
}

static bool has_words(const struct frame *frame, const struct frame_box *box)
{
    for (size_t i = box->top; i <= box->bottom; i++)
        if (frame_field(frame, i, box->left)->shape == SHAPE_TEXT)
            return true;
    return false;
}

bool frame_is_group(const struct frame *frame, size_t b, size_t end)
{
    bool reaches_down = end < frame->nboxes && frame->boxes[end].top <= frame->boxes[b].bottom;
    for (size_t i = b + 1; i < end && reaches_down; i++)
        if (has_words(frame, &frame->boxes[i]))
            return true;
    return false;
}

/* Where the row of the boxes [b, end) is to be split; 0: nowhere. *label: the box of labels. */
static size_t find_split(const struct frame *frame, enum table_id table, size_t b, size_t end,
                         size_t *label)
{
    for (size_t i = b; i < end; i++) {
        const struct frame_box *box = &frame->boxes[i];
        size_t second = frame_is_group(frame, i, end) ? 0 : frame_find_second(frame, table, box);
        bool is_last = end == frame->nboxes || frame->boxes[end].top > box->bottom;
        *label = i;
        if (second > 0)
            return is_last && are_beside(frame, box, frame->boxes + end) ? second : 0;
    }
    return 0;
}

/* Splits the boxes [label, end), which end with the label's, before the line. -1: no memory. */
static int split(struct frame *frame, size_t *capacity, size_t label, size_t end, size_t line)
{
    uint16_t bottom = frame->boxes[label].bottom;
    size_t n = 0;
    for (size_t i = label; i < end; i++)
        n += frame->boxes[i].bottom == bottom;
    for (size_t i = 0; i < n; i++, frame->nboxes++)
        if (!arena_push(frame->arena, &frame->boxes, capacity, frame->nboxes, sizeof *frame->boxes))
            return -1;
    struct frame_box *boxes = frame->boxes;
    memmove(&boxes[end + n], &boxes[end], (frame->nboxes - n - end) * sizeof *boxes);
    for (size_t i = label, k = end; i < end; i++) {
        if (boxes[i].bottom != bottom)
            continue;
        boxes[k] = boxes[i];
        boxes[k++].top = (uint16_t)line;
        boxes[i].bottom = (uint16_t)(line - 1);
    }
    return 0;
}

int frame_split_rows(struct frame *frame, enum table_id table)
{
    size_t capacity = frame->capacity;
    for (size_t b = 0, label; b < frame->nboxes;) {
        size_t end = frame_row_end(frame, b);
        size_t line = find_split(frame, table, b, end, &label);
        if (line > 0 && split(frame, &capacity, label, end, line) < 0)
            return -1;
        b = end;
    }
    frame->capacity = capacity;
    return 0;
}
