#include "text_layout.h"

#include <stdlib.h>
#include <string.h>

#include "gouji/text/width.h"

void text_layout_release(struct text_layout *layout)
{
    for (size_t i = 0; i < TEXT_LAYOUT_SLOTS; i++) {
        free(layout->slots[i].rows);
        layout->slots[i] = (struct text_slot){0, NULL, 0};
    }
}

void text_layout_set(struct text_layout *layout, const struct report *report, int ncols, bool chop)
{
    if (ncols < 2)
        ncols = 2;
    bool padded = width_is_padded();
    if (layout->report == report && layout->ncols == ncols && layout->chop == chop &&
        layout->padded == padded)
        return;
    text_layout_release(layout);
    layout->report = report;
    layout->ncols = ncols;
    layout->chop = chop;
    layout->padded = padded;
    layout->is_measured = false;
    layout->widest = 0;
}

static const struct text_slot *slot_of(struct text_layout *layout, size_t line)
{
    struct text_slot *slot = &layout->slots[line % TEXT_LAYOUT_SLOTS];
    if (slot->line == line + 1)
        return slot;
    struct slice text = report_slice(layout->report, report_line_span(layout->report, line));
    free(slot->rows);
    *slot = (struct text_slot){line + 1, NULL, 0};
    if (!layout->chop)
        wrap_line(text, layout->ncols, &slot->rows, &slot->nrows, NULL);
    return slot;
}

static size_t nrows_of(struct text_layout *layout, size_t line)
{
    size_t nrows = slot_of(layout, line)->nrows;
    return nrows ? nrows : 1;
}

void text_layout_show(struct text_layout *layout, const size_t *lines, size_t nlines)
{
    layout->shown = lines;
    layout->nshown = nlines;
}

int text_layout_widest(struct text_layout *layout)
{
    const struct report *report = layout->report;
    for (size_t i = 0; !layout->is_measured && i < report->nlines; i++) {
        int ncols = text_cols(report_slice(report, report_line_span(report, i)), 0);
        layout->widest = ncols > layout->widest ? ncols : layout->widest;
    }
    layout->is_measured = true;
    return layout->widest;
}

/* The first of the lines shown that is not before this one; nshown: none. */
static size_t shown_index(const struct text_layout *layout, size_t line)
{
    size_t low = 0, high = layout->nshown;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (layout->shown[middle] < line)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool line_after(const struct text_layout *layout, size_t *line)
{
    size_t index = layout->shown ? shown_index(layout, *line + 1) : *line + 1;
    if (index >= (layout->shown ? layout->nshown : layout->report->nlines))
        return false;
    *line = layout->shown ? layout->shown[index] : index;
    return true;
}

static bool line_before(const struct text_layout *layout, size_t *line)
{
    size_t index = layout->shown ? shown_index(layout, *line) : *line;
    if (index == 0)
        return false;
    *line = layout->shown ? layout->shown[index - 1] : index - 1;
    return true;
}

struct text_pos text_layout_find(struct text_layout *layout, uint32_t offset)
{
    struct text_pos pos = {report_line_at(layout->report, offset), 0};
    if (layout->shown) {
        size_t line = pos.line, index = shown_index(layout, line);
        pos.line = layout->shown[index < layout->nshown ? index : layout->nshown - 1];
        if (pos.line != line)
            return pos;
    }
    uint32_t start = report_line_span(layout->report, pos.line).start;
    const struct text_slot *slot = slot_of(layout, pos.line);
    while (pos.row + 1 < slot->nrows && slot->rows[pos.row + 1].start + start <= offset)
        pos.row++;
    return pos;
}

struct span text_layout_span(struct text_layout *layout, struct text_pos pos)
{
    struct span line = report_line_span(layout->report, pos.line);
    const struct text_slot *slot = slot_of(layout, pos.line);
    if (pos.row >= slot->nrows)
        return line;
    return (struct span){line.start + (uint32_t)slot->rows[pos.row].start,
                         line.start + (uint32_t)slot->rows[pos.row].end};
}

struct text_pos text_layout_step(struct text_layout *layout, struct text_pos pos, long delta)
{
    for (; delta > 0; delta--) {
        if (pos.row + 1 < nrows_of(layout, pos.line))
            pos.row++;
        else if (line_after(layout, &pos.line))
            pos.row = 0;
        else
            break;
    }
    for (; delta < 0; delta++) {
        if (pos.row > 0)
            pos.row--;
        else if (line_before(layout, &pos.line))
            pos.row = nrows_of(layout, pos.line) - 1;
        else
            break;
    }
    return pos;
}

bool text_pos_before(struct text_pos a, struct text_pos b)
{
    return a.line != b.line ? a.line < b.line : a.row < b.row;
}

size_t text_layout_distance(struct text_layout *layout, struct text_pos a, struct text_pos b,
                            size_t limit)
{
    size_t n = 0;
    while (n < limit && text_pos_before(a, b)) {
        a = text_layout_step(layout, a, 1);
        n++;
    }
    return n;
}

int text_cols(struct slice text, int from)
{
    int col = from, ncols;
    for (size_t at = 0; at < text.nbytes; col += ncols)
        at += width_glyph(slice_make(text.ptr + at, text.nbytes - at), col, &ncols);
    return col - from;
}

size_t text_bytes_before(struct slice text, int col)
{
    int at = 0, ncols;
    size_t taken = 0;
    while (taken < text.nbytes) {
        size_t nbytes = width_glyph(slice_make(text.ptr + taken, text.nbytes - taken), at, &ncols);
        at += ncols;
        if (at > col)
            break;
        taken += nbytes;
    }
    return taken;
}
