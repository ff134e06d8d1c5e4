#include "local_frame.h"

#include <string.h>

enum { LEAST_ROWS = 3, LEAST_COLUMNS = 2, MOST_COLUMNS = 64 };

static bool is_row_line(const struct piece_line *line)
{
    return line->is_barred && !line->is_rule && !line->is_heading && !line->has_prose &&
           !line->markup && !line->wiki;
}

static bool is_rule(const struct piece_line *line)
{
    return line->is_rule && line->is_barred;
}

bool local_frame_may_begin(const struct pieces *pieces, size_t line, size_t end)
{
    return line + 1 < end && is_rule(&pieces->lines[line]) && is_row_line(&pieces->lines[line + 1]);
}

static bool has_number(const struct piece_line *line)
{
    return line->shapes & piece_shape_bit(SHAPE_NUMBER);
}

/* The lines up to the next rule, of as many fields; the first for none or where two of them have
 * figures, which are two rows. */
static size_t end_of_row(const struct pieces *pieces, size_t first, size_t end, bool *has_value)
{
    size_t i = first;
    *has_value = false;
    for (; i < end && is_row_line(&pieces->lines[i]); i++) {
        bool value = has_number(&pieces->lines[i]);
        if (pieces->lines[i].npieces != pieces->lines[first].npieces || (value && *has_value))
            return first;
        *has_value = *has_value || value;
    }
    return i < end && is_rule(&pieces->lines[i]) ? i : first;
}

bool local_frame_find(const struct pieces *pieces, size_t end, struct local_frame *out)
{
    size_t nvalues = 0, nbroken = 0;
    out->nrows = 0;
    out->ncols = pieces->lines[out->first + 1].npieces;
    out->end = out->first + 1;
    for (size_t i = out->first + 1; i < end && pieces->lines[i].npieces == out->ncols;) {
        bool has_value;
        size_t next = end_of_row(pieces, i, end, &has_value);
        if (next == i)
            break;
        out->nrows++;
        nvalues += has_value;
        nbroken += next > i + 1;
        out->end = i = next + 1;
    }
    return nbroken > 0 && out->nrows >= LEAST_ROWS && nvalues >= LEAST_ROWS - 1 &&
           out->ncols >= LEAST_COLUMNS && out->ncols <= MOST_COLUMNS;
}

/* Puts a piece below the cell's words. */
static int extend(const struct pieces *pieces, const struct piece *piece, struct arena *arena,
                  struct local_cell *cell)
{
    if (piece->shape == SHAPE_EMPTY)
        return 0;
    if (span_empty(cell->span)) {
        cell->span = piece->span;
        return 0;
    }
    struct slice above =
        cell->words ? slice_of(cell->words) : report_slice(pieces->report, cell->span);
    struct slice below = report_slice(pieces->report, piece->span);
    char *words = arena_alloc(arena, above.nbytes + below.nbytes + 1);
    if (!words)
        return -1;
    memcpy(words, above.ptr, above.nbytes);
    memcpy(words + above.nbytes, below.ptr, below.nbytes);
    words[above.nbytes + below.nbytes] = '\0';
    cell->words = words;
    return 0;
}

int local_frame_fill(const struct pieces *pieces, const struct local_frame *frame,
                     struct arena *arena, struct local_cell *cells)
{
    size_t row = 0;
    for (size_t i = frame->first + 1; i < frame->end; i++) {
        const struct piece_line *line = &pieces->lines[i];
        row += line->is_rule;
        for (uint32_t k = 0; k < line->npieces && !line->is_rule; k++)
            if (extend(pieces, &pieces->items[line->first + k], arena,
                       &cells[row * frame->ncols + k]) < 0)
                return -1;
    }
    return 0;
}
