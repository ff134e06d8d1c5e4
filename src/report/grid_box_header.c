/* The header of a drawn table, with rules in a part of its lines: words that are wrapped, and set
 * to the middle of their boxes, stand on different lines. Which of them are one label's is told by
 * where the bars stand. */
#include "grid_bar.h"
#include "grid_box_frame.h"

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
    *nfields = cuts.nbars > 0 && cuts.nbars <= FRAME_MOST_BARS ? cuts.nbars - 1 : 0;
    for (size_t k = 1; k <= *nfields; k++)
        *nstrokes += frame_is_stroke(text, &cuts, k);
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

int box_read_header(struct grid *grid, const struct pieces *pieces, size_t first, size_t end)
{
    struct frame frame;
    int found = frame_read(&frame, pieces, first, end);
    return found > 0 && box_add_rows(grid, &frame) < 0 ? -1 : found;
}
