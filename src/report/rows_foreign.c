/* Columns that the form does not have, as the header of a table names them: 上年总计, 备注, 序号.
 */
#include <string.h>

#include "columns.h"
#include "rows.h"

enum { MOST_HEAD_NBYTES = 18 };

static bool is_of_column(const struct chosen *chosen, struct slice key)
{
    for (size_t c = 0; c < chosen->form->ncols; c++)
        if (slice_find(slice_of(chosen->form->cols[c].norm), key))
            return true;
    return false;
}

/* Whether it may be a piece of one of the header's own labels, broken over lines; no row's label
 * stands in the header of T3. */
static bool is_piece(const struct reading *reading, const struct chosen *chosen, struct slice text)
{
    char buffer[MOST_HEAD_NBYTES + 1];
    const struct labels *labels = reading->pieces->labels;
    struct slice key = slice_make(buffer, label_key(text, buffer));
    if (key.nbytes == 0 || key.nbytes > MOST_HEAD_NBYTES)
        return true;
    bool is_row = reading->table == TABLE_T3 && labels_contain(labels, TABLE_T3, key);
    return labels_hold(labels, reading->table, key) && (!is_row || is_of_column(chosen, key));
}

/* Behind the note's bracket, where it is closed; NULL. */
static const char *behind_note(struct slice text)
{
    int open = 0;
    for (size_t i = 0; i < text.nbytes; i++) {
        open += (text.ptr[i] == '(') - (text.ptr[i] == ')');
        if (text.ptr[i] == ')' && open <= 0)
            return text.ptr + i + 1;
    }
    return NULL;
}

/* (本列数据…) 申请人情况 上年总计 that nothing cuts, or 份数 申请人情况: what stands beside the
 * band; empty. */
static struct slice beside_band(const struct chosen *chosen, const struct unit *unit,
                                bool *is_before)
{
    const char *band = chosen->alignment->table->bands[0];
    const char *close = band && unit_is(unit, LABEL_NOTE) ? behind_note(unit->text) : NULL;
    if (!close)
        return slice_make("", 0);
    struct slice rest = slice_make(close, (size_t)(unit->text.ptr + unit->text.nbytes - close));
    size_t n = strlen(band);
    if (memchr(rest.ptr, ':', rest.nbytes) || rest.nbytes <= n)
        return slice_make("", 0);
    *is_before = memcmp(rest.ptr + rest.nbytes - n, band, n) == 0;
    bool is_behind = slice_has_prefix(rest, slice_of(band));
    bool is_foreign = is_behind != *is_before;
    return is_foreign ? slice_make(rest.ptr + (is_behind ? n : 0), rest.nbytes - n)
                      : slice_make("", 0);
}

/* Whether it stands beside another text in its printed row. */
static bool has_neighbour(const struct grid *grid, size_t index)
{
    const struct grid_cell *cell = &grid->cells[index];
    for (size_t i = index; grid->reader->has_rows && i-- > 0 && grid->cells[i].row == cell->row;)
        if (grid->cells[i].shape == SHAPE_TEXT)
            return true;
    return !grid->reader->has_rows;
}

/* The first unit of the header that has a label, or stands before T3's corner or T4's groups in
 * their printed row. */
static size_t first_of_header(const struct reading *reading, size_t first, size_t end)
{
    const struct grid *grid = &reading->grid;
    size_t u = first;
    while (u < end && !unit_at(reading, (int)u)->hit.label)
        u++;
    if (u == end || !grid->reader->has_rows || grid->reader == &grid_p || grid->flows ||
        !(reading->table == TABLE_T4 || unit_is(unit_at(reading, (int)u), LABEL_NOTE)))
        return u;
    uint32_t row = unit_at(reading, (int)u)->row;
    while (u > first && unit_at(reading, (int)u - 1)->row == row)
        u--;
    return u;
}

static int open_brackets(const struct grid *grid, const struct unit *unit)
{
    int n = 0;
    for (size_t i = unit->first; i < unit->end; i++)
        for (size_t k = 0; k < grid->cells[i].text.nbytes; k++)
            n += (grid->cells[i].text.ptr[k] == '(') - (grid->cells[i].text.ptr[k] == ')');
    return n;
}

/* 减用负值表 and 示,如-8) below 本年增/减(: whether the unit is of a note that a label before it,
 * of the units [first, end) of a header, opens above it, and some unit closes. */
static bool is_in_note(const struct reading *reading, size_t first, size_t u, size_t end)
{
    const struct grid *grid = &reading->grid;
    const struct grid_cell *own = &grid->cells[unit_at(reading, (int)u)->first];
    int open = 0;
    bool is_below = false;
    for (size_t k = first; k < end; k++) {
        const struct unit *unit = unit_at(reading, (int)k);
        int n = open_brackets(grid, unit);
        const struct grid_cell *cell = &grid->cells[unit->first];
        if (k < u && n > 0 && unit->hit.label)
            is_below = grid->reader == &grid_p && (extents_overlap(own->at[0], cell->at[0]) ||
                                                   extents_overlap(own->at[1], cell->at[1]));
        if (k == u && (open != 1 || !is_below))
            return false;
        open += n;
    }
    return is_below && open == 0;
}

/* What stands in the header as the label of a column that the form does not have, be it beside
 * the band in one text; 0 bytes: nothing does. */
static struct slice foreign_label(const struct reading *reading, const struct chosen *chosen,
                                  struct foreign *header, size_t u)
{
    const struct unit *unit = unit_at(reading, (int)u);
    struct slice nothing = slice_make("", 0);
    struct slice text = beside_band(chosen, unit, &header->is_before_band);
    if (text.nbytes == 0 || text.nbytes > MOST_HEAD_NBYTES) {
        bool is_text = !unit->hit.label && unit->end == unit->first + 1 &&
                       reading->grid.cells[unit->first].shape == SHAPE_TEXT;
        text = is_text ? unit->text : nothing;
        if (text.nbytes == 0 || text.nbytes > MOST_HEAD_NBYTES ||
            is_in_note(reading, header->first, u, header->end))
            return nothing;
    }
    return is_piece(reading, chosen, text) ? nothing : text;
}

/* Whether it stands among labels of the header: alone it may be a page's head. */
static bool is_among_labels(const struct reading *reading, const struct foreign *header, size_t u)
{
    const struct unit *unit = unit_at(reading, (int)u);
    return unit->hit.label || u == header->first || has_neighbour(&reading->grid, unit->first);
}

bool rows_find_foreign(const struct reading *reading, const struct chosen *chosen,
                       struct foreign *out)
{
    *out = (struct foreign){.first = chosen->header_first, .end = chosen->header_end, .alone = -1};
    if (chosen->alignment->table->one_printed_row)
        header_side_by_side(reading, &out->first, &out->end);
    out->first = first_of_header(reading, out->first, out->end);
    for (size_t u = out->first; u < out->end; u++) {
        if (foreign_label(reading, chosen, out, u).nbytes == 0)
            continue;
        if (!is_among_labels(reading, out, u)) {
            out->nalone++;
            out->alone = (int)u;
            continue;
        }
        if (out->n < FOREIGN_MOST)
            out->units[out->n] = (int)u;
        out->n++;
    }
    return out->n + out->nalone > 0 && header_is_whole(reading, chosen, out->first, out->end);
}
