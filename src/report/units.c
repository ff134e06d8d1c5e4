#include "units_builder.h"

#include <string.h>

enum { USUAL_UNITS = 64 };

/* Where the row starts to be read: at its label, when numbers that are no values
 * (of a list) stand before it. */
static size_t row_start(const struct builder *b, size_t index)
{
    uint32_t row = cell_at(b, index)->row;
    for (size_t i = index; i < b->grid->ncells && cell_at(b, i)->row == row; i++) {
        if (cell_at(b, i)->shape == SHAPE_TEXT && !is_own(b, i))
            break;
        if (cell_at(b, i)->shape == SHAPE_TEXT)
            return i;
    }
    return index;
}

/* In lists, the label of the next column behind a figure. */
static bool opens_pair(const struct builder *b, size_t i)
{
    return b->grid->has_pairs && cell_at(b, i)->shape == SHAPE_TEXT && is_own(b, i);
}

/* The first field of a row that its label does not reach to. */
static size_t behind_covered(const struct grid *grid, size_t first, size_t end)
{
    while (first < end && grid->cells[first].is_covered)
        first++;
    return first;
}

/* O or l: a nought or a one that was misread. */
static bool is_letter(struct slice text)
{
    return text.nbytes == 1 && strchr("OoQlI", *text.ptr) != NULL;
}

/* The same, 约12 or 12、: a figure's slip, and nothing that stands between rows or at a page's end.
 * A comma may be that of a figure that goes on below. */
static bool is_slip(struct slice text)
{
    static const char *const before[] = {"约", "近"}, *const behind[] = {"、", "。"};
    bool found = false;
    struct slice digits = text;
    for (size_t i = 0; i < sizeof before / sizeof *before && !found; i++) {
        size_t n = strlen(before[i]);
        found = slice_has_prefix(text, slice_of(before[i]));
        if (found)
            digits = slice_make(text.ptr + n, text.nbytes - n);
    }
    for (size_t i = 0; i < sizeof behind / sizeof *behind && !found; i++) {
        found = slice_ends_with(text, behind[i]);
        if (found)
            digits.nbytes -= strlen(behind[i]);
    }
    return is_letter(text) || (found && cell_is_plain_number(digits));
}

/* Whether table four's printed row, which has no label, begins there with a slip: as many values
 * stand behind it as fill the row. */
static bool begins_with_slip(const struct builder *b, size_t index)
{
    if (b->table != TABLE_T4 || !is_slip(cell_at(b, index)->text))
        return false;
    size_t end = grid_row_end(b->grid, index);
    if (end - index != b->printed)
        return false;
    for (size_t i = index + 1; i < end; i++)
        if (!grid_is_value(cell_at(b, i)))
            return false;
    return index == 0 || cell_at(b, index - 1)->row != cell_at(b, index)->row;
}

/* Whether a value stands there, or, behind the row's label or first cell, a word in the place of
 * one. */
static bool begins_values(const struct builder *b, size_t index, size_t i, const struct unit *unit)
{
    const struct grid_cell *cell = cell_at(b, i);
    if ((grid_is_value(cell) && !units_is_list_number(b, i)) || begins_with_slip(b, i))
        return true;
    bool is_behind = unit ? unit->hit.label != NULL : i > index;
    return is_behind && grid_is_remark(b->labels, &cell->hit, cell->text);
}

/* The cells [first, end) of the printed row are the unit's values, or, without one, a unit's
 * without a label. False when short of memory. */
static bool give_values(const struct builder *b, size_t index, struct unit *unit, uint32_t row,
                        size_t first, size_t end)
{
    /* Values that flow on from a header have lost their label, or need none. */
    bool is_bare = !unit || (b->grid->flows && unit_is_header(unit) && end > first);
    if (!is_bare) {
        unit->vfirst = behind_covered(b->grid, unit->end, end);
        unit->vend = end;
        unit->row = row;
        return true;
    }
    if (end == first)
        return true;
    size_t at = unit ? unit->end : index;
    struct unit *bare = units_add(b, at, at);
    if (bare)
        bare->vend = end;
    return bare != NULL;
}

/* Texts behind the first value of a printed row are values, too. */
static size_t read_row(const struct builder *b, size_t index)
{
    const struct grid *grid = b->grid;
    uint32_t row = cell_at(b, index)->row;
    struct unit *unit = NULL;
    size_t i = row_start(b, index);
    while (i < grid->ncells && cell_at(b, i)->row == row && !begins_values(b, index, i, unit)) {
        if (cell_at(b, i)->shape == SHAPE_TEXT) {
            unit = units_read_label(b, i, i > index);
            if (!unit)
                return 0;
            i = unit->end;
            row = cell_at(b, i - 1)->row; /* a broken label goes on below */
        } else {
            i++;
        }
    }
    size_t end = i;
    while (end < grid->ncells && cell_at(b, end)->row == row && !opens_pair(b, end))
        end++;
    if (!give_values(b, index, unit, row, i, end))
        return 0;
    return end > index ? end : index + 1;
}

static size_t count_filled(const struct builder *b, size_t first, size_t end)
{
    struct grid_run run = {.first = first, .end = end};
    return grid_count(b->grid, &run);
}

/* Whether the last of the values [first, end) is the number of the list that goes on with
 * the label behind them: one more than the row has, or the only one behind a group's. */
static bool ends_in_list_number(const struct builder *b, size_t first, size_t end,
                                const struct unit *unit)
{
    size_t n = count_filled(b, first, end);
    return n == b->width + 1 || (n == 1 && unit && labels_group_holds(b->labels, unit->text));
}

/* Whether some list begins below its group's label with a number apart: then all do, and a
 * row that is full with such a number is one short. */
static bool has_lists_apart(const struct builder *b)
{
    for (size_t i = 1; b->table == TABLE_T3 && i < b->grid->ncells; i++)
        if (cell_at(b, i)->shape == SHAPE_NUMBER && cell_at(b, i - 1)->shape == SHAPE_TEXT &&
            units_is_list_number(b, i) && labels_group_holds(b->labels, cell_at(b, i - 1)->text))
            return true;
    return false;
}

/* Past the rest of the row whose values end at `end`, where a slip parts them, which is one of
 * them: all together are as many as the columns; `end` where they are not. */
static size_t behind_slip(const struct builder *b, size_t first, size_t end)
{
    size_t last = end + 1;
    if (b->table == TABLE_T2 || end == first || last > b->grid->ncells || end == b->grid->ncells ||
        cell_at(b, end)->hit.label || !is_slip(cell_at(b, end)->text))
        return end;
    while (last < b->grid->ncells && grid_is_value(cell_at(b, last)) &&
           !units_is_list_number(b, last))
        last++;
    bool is_inside = last > end + 1;
    bool is_last = last < b->grid->ncells && is_letter(cell_at(b, end)->text);
    bool is_row = (is_inside || is_last) && last - first == b->printed &&
                  count_filled(b, first, last) == b->printed;
    return is_row ? last : end;
}

/* Without rows, values belong to the label before them; those right behind a
 * header have lost their own label. */
static size_t read_flow(const struct builder *b, size_t index)
{
    const struct grid *grid = b->grid;
    struct unit *unit = NULL;
    bool torn = false;
    bool is_apart = units_is_list_number(b, index) || units_is_torn_list_number(b, index);
    size_t i = is_apart ? index + 1 : index;
    if (cell_at(b, i)->shape == SHAPE_TEXT) {
        unit = units_read_label(b, i, i > index);
        if (!unit)
            return 0;
        i = unit->end;
    }
    size_t end = i;
    while (end < grid->ncells &&
           (grid_is_value(cell_at(b, end)) ||
            ((unit || end > i) &&
             grid_is_remark(b->labels, &cell_at(b, end)->hit, cell_at(b, end)->text))))
        end++;
    if (unit)
        end = behind_slip(b, i, end);
    bool is_listed = end > i && units_is_list_number(b, end - 1);
    if ((is_listed && (b->lists_apart || ends_in_list_number(b, i, end, unit))) ||
        (end > i && units_is_torn_list_number(b, end - 1)))
        end--;
    else if (is_listed)
        torn = count_filled(b, i, end) < b->width;
    if (end > i && (!unit || unit_is_header(unit))) {
        unit = units_add(b, i, i);
        if (!unit)
            return 0;
    }
    if (unit) {
        unit->vfirst = i;
        unit->vend = end;
        unit->is_torn = unit->is_torn || torn;
    }
    return end > index ? end : index + 1;
}

int units_build(const struct pieces *pieces, const struct form_table *form, const struct grid *grid,
                struct units *out)
{
    const struct labels *labels = pieces->labels;
    struct builder b = {
        .pieces = pieces, .labels = labels, .table = form->id, .grid = grid, .out = out};
    b.width = form->blocks[0].ncols;
    b.printed = b.width * (form->one_printed_row ? form->blocks[0].nrows : 1);
    b.lists_apart = !grid->reader->has_rows && has_lists_apart(&b);
    *out = (struct units){.capacity = USUAL_UNITS};
    out->items = arena_raw(grid->arena, out->capacity * sizeof *out->items);
    if (!out->items)
        return -1;
    for (size_t i = 0; i < grid->ncells;) {
        i = grid->reader->has_rows ? read_row(&b, i) : read_flow(&b, i);
        if (i == 0)
            return -1;
    }
    for (size_t i = 0; i < out->nitems; i++)
        out->items[i].nvalues = count_filled(&b, out->items[i].vfirst, out->items[i].vend);
    if (grid->reader->has_rows && !grid->flows && units_join_torn(grid, labels, out) < 0)
        return -1;
    for (size_t i = 0; i < out->nitems; i++) {
        if (unit_make_key(grid->arena, &out->items[i]) < 0)
            return -1;
    }
    return 0;
}
