/* A header that names the columns in another order than the form: the figures below it are
 * placed by its labels, where these tell the place of every column, else nowhere. Where it
 * leaves one out, a row that has blanks may have a field less than the form. */
#include <string.h>

#include "rows.h"

enum { MOST_COLUMNS = 16, LEAST_SWAPPED = 3 };

/* Where the unit stands: its line, or its row's first where cells hold line ends. */
static uint32_t line_of(const struct reading *reading, const struct unit *unit)
{
    const struct grid *grid = &reading->grid;
    bool may_hold_ends = grid->reader == &grid_c || grid->reader == &grid_csv;
    return may_hold_ends && unit->first < grid->ncells ? grid->cells[unit->first].row : unit->line;
}

/* The columns that one line of the header names, in its order. */
struct named {
    int columns[MOST_COLUMNS];
    size_t n;
};

/* The first and the last, then those between: a header of two rows, as T3's, in one line. */
static bool is_stacked(const struct named *named, const struct chosen *chosen)
{
    size_t ncols = chosen->form->ncols;
    if (!chosen->alignment->table->bands[0] || named->n != ncols || named->columns[0] != 0 ||
        named->columns[1] != (int)ncols - 1)
        return false;
    for (size_t i = 2; i < named->n; i++)
        if (named->columns[i] != (int)i - 1)
            return false;
    return true;
}

/* Whether they are all that stand between the first and the last of them, once or as
 * often as there are groups, but not in the form's order. */
static bool is_swapped(const struct named *named, const struct chosen *chosen)
{
    size_t ncols = chosen->form->ncols;
    int low = MOST_COLUMNS;
    int high = 0;
    bool ascend = true;
    size_t counts[MOST_COLUMNS] = {0};
    for (size_t i = 0; i < named->n; i++) {
        low = named->columns[i] < low ? named->columns[i] : low;
        high = named->columns[i] > high ? named->columns[i] : high;
        counts[named->columns[i]]++;
    }
    size_t width = (size_t)(high - low) + 1;
    bool has_groups = chosen->alignment->table->one_printed_row;
    if (named->n == 2 && width == ncols) /* the first and the last, above the others */
        return !has_groups && named->columns[0] > named->columns[1];
    if (named->n < LEAST_SWAPPED || is_stacked(named, chosen) || width < LEAST_SWAPPED ||
        named->n % width != 0)
        return false;
    /* A line may begin and end in the midst of groups: in which order they come is told by all. */
    size_t start = has_groups ? (size_t)(named->columns[0] - low) : 0;
    for (size_t i = 0; i < named->n; i++) {
        ascend = ascend && named->columns[i] == low + (int)((start + i) % width);
        if (counts[named->columns[i]] != named->n / width)
            return false;
    }
    return !ascend;
}

static bool has_swapped_line(const struct reading *reading, const struct chosen *chosen,
                             size_t first, size_t end)
{
    struct named named = {.n = 0};
    for (size_t u = first; u < end; u++) {
        int column = header_column(reading, chosen, u);
        if (u > first && line_of(reading, unit_at(reading, (int)u)) !=
                             line_of(reading, unit_at(reading, (int)u - 1))) {
            if (is_swapped(&named, chosen))
                return true;
            named.n = 0;
        }
        if (column >= 0 && column < MOST_COLUMNS && named.n < MOST_COLUMNS)
            named.columns[named.n++] = column;
    }
    return is_swapped(&named, chosen);
}

/* T3's header: its first and last column stand beside a band, and the others under it. */
static bool is_banded(const struct chosen *chosen)
{
    return chosen->alignment->table->bands[0] && !chosen->alignment->table->one_printed_row;
}

/* The columns as a header names them, up to where it names one again: the next group's then,
 * or those of the header of the next page. */
struct naming {
    uint32_t seen;               /* a bit for each column that is named */
    size_t places[MOST_COLUMNS]; /* of these: how many were named before */
    uint32_t lines[MOST_COLUMNS];
    size_t n;
    int band; /* how many were named before the band over some of them; -1: not met */
    uint32_t band_line;
    bool has_front; /* a text that is no label stands before all of them */
    uint32_t front_line;
    bool flows;         /* its lines are no rows */
    bool is_beside_all; /* the last one stands beside a band that is as wide as all others */
};

static bool is_seen(const struct naming *naming, size_t column)
{
    return naming->seen >> column & 1;
}

/* The last column before those under the band: beside the band, in one row above them, or
 * as the header has them. */
static bool is_last_early(const struct naming *naming, size_t last, size_t first_inner)
{
    if (naming->flows && naming->is_beside_all)
        return false;
    if (naming->band > (int)naming->places[last])
        return naming->flows || naming->band_line == naming->lines[last];
    return naming->band < 0 && (naming->flows || naming->lines[last] == naming->lines[first_inner]);
}

/* The band over the inner columns before the first column: beside it in one row, or, where lines
 * are no rows, as it stands above a row of all columns only if these have the form's order. */
static bool is_band_early(const struct naming *naming, size_t last, size_t low, size_t high)
{
    if (naming->band < 0 || !is_seen(naming, 0) || naming->band > (int)naming->places[0])
        return false;
    if (!naming->flows)
        return naming->band_line == naming->lines[0];
    return naming->places[0] > low || (is_seen(naming, last) && naming->places[last] < high);
}

/* The first and the last column side by side, with no band between them: behind a text that may
 * be a band by another name, or, there being none, behind all inner ones. */
static bool is_bandless_swapped(const struct naming *naming, size_t last, size_t low, size_t high)
{
    if (naming->band >= 0 || !is_seen(naming, 0) || !is_seen(naming, last) ||
        naming->places[last] != naming->places[0] + 1)
        return false;
    if (naming->places[0] > high)
        return true;
    return naming->has_front && naming->places[last] < low &&
           (naming->flows || naming->front_line == naming->lines[0]);
}

/* Whether T3's columns are named as no header of two rows has them, whichever of the two is
 * read first, and where the first and the last stand beside the others. */
static bool is_banded_swapped(const struct naming *naming, size_t ncols)
{
    size_t last = ncols - 1;
    size_t inner = 0;
    size_t low = ncols;
    size_t high = 0;
    for (size_t c = 1; c < last; c++) {
        if (!is_seen(naming, c))
            continue;
        if (inner > 0 && naming->places[c] < high)
            return true;
        inner = inner > 0 ? inner : c;
        low = naming->places[c] < low ? naming->places[c] : low;
        high = naming->places[c];
    }
    for (size_t c = 0; c < ncols; c += last)
        if (is_seen(naming, c) && inner > 0 && naming->places[c] > low && naming->places[c] < high)
            return true;
    if (is_seen(naming, 0) && is_seen(naming, last) && naming->places[last] < naming->places[0] &&
        (naming->flows ? !naming->is_beside_all : naming->lines[last] >= naming->lines[0]))
        return true;
    if (is_band_early(naming, last, low, high) ||
        (inner > 0 && is_bandless_swapped(naming, last, low, high)))
        return true;
    return is_seen(naming, last) && inner > 0 && naming->places[last] < low &&
           is_last_early(naming, last, inner);
}

/* Places and lines are set with each column. */
static void begin_naming(struct naming *naming, bool flows)
{
    naming->seen = 0;
    naming->n = 0;
    naming->band = -1;
    naming->flows = flows;
    naming->is_beside_all = false;
    naming->has_front = false;
}

static bool is_swapped_naming(const struct naming *naming, const struct chosen *chosen)
{
    if (is_banded(chosen) && chosen->form->ncols >= LEAST_SWAPPED)
        return is_banded_swapped(naming, chosen->form->ncols);
    int before = -1;
    for (size_t c = 0; c < chosen->form->ncols; c++) {
        if (!is_seen(naming, c))
            continue;
        if ((int)naming->places[c] < before)
            return true;
        before = (int)naming->places[c];
    }
    return false;
}

/* The band over the inner columns; right behind the first of all, or that and the last, also one
 * misnamed. */
static bool is_inner_band(const struct reading *reading, const struct chosen *chosen, size_t u,
                          const struct naming *naming)
{
    const char *const *bands = chosen->alignment->table->bands;
    const struct unit *unit = &reading->units.items[u];
    const struct label *label = label_in_table(unit->hit.label, reading->table);
    if (!label)
        return naming->band < 0 && is_seen(naming, 0) && unit->end > unit->first &&
               (naming->n == 1 || (naming->n == 2 && is_seen(naming, chosen->form->ncols - 1)));
    return label->kind == LABEL_BAND && !bands[label->index + 1];
}

/* Whether as many empty cells stand before the unit as a band over all columns but one leaves
 * behind it. */
static bool is_behind_band(const struct grid *grid, const struct unit *unit, size_t ncols)
{
    size_t n = 0;
    while (n < unit->first && grid->cells[unit->first - 1 - n].shape == SHAPE_EMPTY)
        n++;
    return n + 2 == ncols;
}

/* Whether some column is named before another that has to precede it, in whichever lines.
 * `columns`: those that the units name where not each by itself does, or NULL. */
static bool has_swapped_names(const struct reading *reading, const struct chosen *chosen,
                              size_t first, size_t end, const int *columns)
{
    const struct grid *grid = &reading->grid;
    bool flows = grid->reader == &grid_a1 || grid->reader == &grid_a2 || grid->reader == &grid_d ||
                 grid->reader == &grid_bar_cells;
    struct naming naming;
    begin_naming(&naming, flows);
    for (size_t u = first; u < end; u++) {
        int column = columns ? columns[u - first] : header_column(reading, chosen, u);
        const struct unit *unit = unit_at(reading, (int)u);
        uint32_t line = line_of(reading, unit);
        if (is_inner_band(reading, chosen, u, &naming)) {
            naming.band = (int)naming.n;
            naming.band_line = line;
        }
        if (naming.n == 0 && !unit->hit.label && unit->end > unit->first) {
            naming.has_front = true;
            naming.front_line = line;
        }
        if (column < 0 || column >= MOST_COLUMNS)
            continue;
        if (is_seen(&naming, (size_t)column)) {
            if (is_swapped_naming(&naming, chosen))
                return true;
            begin_naming(&naming, flows);
        }
        if (column + 1 == (int)chosen->form->ncols)
            naming.is_beside_all = is_behind_band(grid, unit, chosen->form->ncols);
        naming.seen |= 1u << column;
        naming.places[column] = naming.n++;
        naming.lines[column] = line;
    }
    return is_swapped_naming(&naming, chosen);
}

/* Whether labels have the form's order of which the text has first all upper halves, then all
 * lower ones. */
static bool ascends_wrapped(const struct reading *reading, const struct chosen *chosen,
                            size_t first, size_t end)
{
    int columns[HEADER_MOST];
    return header_join_wrapped(reading, chosen, first, end, columns) &&
           !has_swapped_names(reading, chosen, first, end, columns);
}

/* Whether the fields of a header's line surely are its cells, in their order. */
static bool has_rows(const struct reading *reading)
{
    const struct grid_reader *reader = reading->grid.reader;
    return reader == &grid_c || reader == &grid_csv || reader == &grid_h ||
           reader == &grid_bar_rows;
}

/* places[c]: how many columns stand before column c. Each is named once, and the fields of
 * their labels adjoin; those of several lines are compared where lines surely are rows. */
static bool places_by_field(const struct reading *reading, const struct chosen *chosen,
                            size_t first, size_t end, size_t *places)
{
    size_t ncols = chosen->form->ncols;
    int fields[MOST_COLUMNS] = {0};
    unsigned seen = 0;
    int low = -1;
    uint32_t line = 0;
    for (size_t u = first; u < end; u++) {
        int column = header_column(reading, chosen, u);
        if (column < 0)
            continue;
        bool elsewhere = seen && unit_at(reading, (int)u)->line != line && !has_rows(reading);
        if (elsewhere || seen & 1u << column)
            return false;
        line = unit_at(reading, (int)u)->line;
        seen |= 1u << column;
        fields[column] = (int)reading->grid.cells[unit_at(reading, (int)u)->first].column;
        low = low < 0 || fields[column] < low ? fields[column] : low;
    }
    if (seen != (1u << ncols) - 1)
        return false;
    unsigned taken = 0;
    for (size_t c = 0; c < ncols; c++) {
        places[c] = (size_t)(fields[c] - low);
        taken |= places[c] < ncols ? 1u << places[c] : 0;
    }
    return taken == seen;
}

/* Whether T3's first column stands, by the fields of the labels, behind one of those under the
 * band, whatever that is named. */
static bool has_swapped_fields(const struct reading *reading, const struct chosen *chosen,
                               size_t first, size_t end)
{
    size_t places[MOST_COLUMNS];
    return is_banded(chosen) && has_rows(reading) &&
           places_by_field(reading, chosen, first, end, places) && places[0] > 0;
}

/* Whether the block's header, the units [*first, *end), names the columns in another order
 * than the form. */
static bool header_is_swapped(const struct reading *reading, const struct chosen *chosen,
                              size_t *first, size_t *end)
{
    *first = chosen->header_first;
    *end = chosen->header_end;
    if (chosen->alignment->table->one_printed_row)
        header_side_by_side(reading, first, end);
    return (has_swapped_names(reading, chosen, *first, *end, NULL) &&
            !header_ascends_across(reading, chosen, *first, *end) &&
            !ascends_wrapped(reading, chosen, *first, *end) &&
            !header_has_room(reading, chosen, *first, *end)) ||
           ((has_rows(reading) || reading->grid.reader == &grid_s) &&
            has_swapped_line(reading, chosen, *first, *end)) ||
           has_swapped_fields(reading, chosen, *first, *end) ||
           header_is_swapped_across(reading, chosen, *first, *end);
}

bool header_has_swapped_groups(const struct chosen *chosen)
{
    return chosen->alignment->table->one_printed_row && chosen->alignment->out_of_order;
}

/* Whether T4's band over its last groups is named before the first group: no header of two
 * lines has it so, but where the first, beside both, is printed in the middle. */
static bool has_band_first(const struct reading *reading, const struct chosen *chosen, size_t first,
                           size_t end)
{
    const struct unit *band = NULL;
    if (!chosen->alignment->table->one_printed_row)
        return false;
    for (size_t u = first; u < end; u++) {
        const struct unit *unit = unit_at(reading, (int)u);
        const struct label *label = label_in_table(unit->hit.label, reading->table);
        if (label && label->kind == LABEL_BAND && !band)
            band = unit;
        if (label && label->kind == LABEL_ROW && label->index == 0)
            return band && (reading->grid.reader != &grid_p || band->line == unit->line);
    }
    return false;
}

/* As places_by_field, for T4, whose groups each name all columns, one after the other. */
static bool places_by_group(const struct reading *reading, const struct chosen *chosen,
                            size_t first, size_t end, size_t *places)
{
    size_t ncols = chosen->form->ncols;
    size_t n = 0, place = 0;
    for (size_t u = first; u < end; u++) {
        int column = header_column(reading, chosen, u);
        if (column < 0)
            continue;
        if (n < ncols)
            places[column] = place;
        else if (places[column] != place)
            return false;
        n++;
        place = place + 1 < ncols ? place + 1 : 0;
    }
    unsigned taken = 0;
    for (size_t c = 0; c < ncols; c++)
        taken |= places[c] < ncols ? 1u << places[c] : 0;
    return n == ncols * chosen->form->nrows && taken == (1u << ncols) - 1;
}

static void reorder(struct row_run *run, const size_t *places, size_t ncols)
{
    size_t printed[MOST_COLUMNS];
    for (size_t group = 0; group + ncols <= run->run.width; group += ncols) {
        for (size_t c = 0; c < ncols; c++)
            printed[c] = run->at[group + c];
        for (size_t c = 0; c < ncols; c++)
            run->at[group + c] = printed[places[c]];
    }
}

static void leave_unplaced(struct row_runs *runs, size_t block)
{
    for (size_t i = 0; i < runs->nitems; i++)
        if (runs->items[i].block == block && runs->items[i].placing == GRID_PLACED)
            runs->items[i].placing = GRID_UNPLACED;
}

/* False when the header does not tell the place of every column. */
static bool reorder_block(const struct reading *reading, struct row_runs *runs, size_t block,
                          size_t first, size_t end)
{
    size_t places[MOST_COLUMNS];
    const struct chosen *chosen = &reading->blocks[block];
    size_t ncols = chosen->form->ncols;
    for (size_t c = 0; c < ncols; c++)
        places[c] = ncols;
    if (reading->grid.reader == &grid_p ||
        (!places_by_field(reading, chosen, first, end, places) &&
         !(chosen->alignment->table->one_printed_row &&
           places_by_group(reading, chosen, first, end, places))))
        return false;
    for (size_t i = 0; i < runs->nitems; i++)
        if (runs->items[i].block == block && runs->items[i].placing == GRID_PLACED)
            reorder(&runs->items[i], places, ncols);
    return true;
}

static bool adjoin(const struct grid *grid, const struct unit *left, const struct unit *right)
{
    const struct grid_cell *a = &grid->cells[left->end - 1];
    const struct grid_cell *b = &grid->cells[right->first];
    if (a->markup && b->markup)
        return b->column == a->column + a->markup->ncolumns;
    return left->end == right->first && (a->row == b->row || !grid->reader->has_rows);
}

/* Whether nothing, not even an empty field, stands behind the unit in its row. */
static bool ends_row(const struct grid *grid, const struct unit *unit)
{
    if (unit->end == grid->ncells || unit->end == 0)
        return true;
    const struct grid_cell *next = &grid->cells[unit->end];
    return next->shape != SHAPE_EMPTY ||
           (grid->reader->has_rows && next->row != grid->cells[unit->end - 1].row);
}

/* Whether T3's header names two columns side by side that have others between them in the
 * form, or all in one row but the first or the last. */
static bool lacks_column(const struct reading *reading, const struct chosen *chosen)
{
    const struct grid *grid = &reading->grid;
    size_t ncols = chosen->form->ncols, before = 0;
    const struct unit *named[MOST_COLUMNS] = {0};
    for (size_t u = chosen->header_first; u < chosen->header_end; u++) {
        int column = header_column(reading, chosen, u);
        if (column >= 0 && column < (int)ncols && !named[column])
            named[column] = unit_at(reading, (int)u);
    }
    for (size_t c = 1; c < ncols; c++) {
        if (!named[c])
            continue;
        if (c > before + 1 && named[before] && adjoin(grid, named[before], named[c]))
            return true;
        before = c;
    }
    const struct unit *first = named[0] ? named[0] : named[1];
    if (!first || before + 2 < ncols || (named[0] && before + 1 == ncols))
        return false;
    return grid->cells[first->first].row == grid->cells[named[before]->first].row &&
           (before + 1 == ncols || ends_row(grid, named[before]));
}

/* What looks blank before its figures may be a field of its label. */
static void doubt_blanks(const struct reading *reading, struct row_runs *runs, size_t block)
{
    const struct chosen *chosen = &reading->blocks[block];
    if (chosen->alignment->table->label_columns < 2 || reading->grid.reader == &grid_p ||
        !lacks_column(reading, chosen))
        return;
    for (size_t i = 0; i < runs->nitems; i++) {
        struct row_run *run = &runs->items[i];
        if (run->block == block && run->placing == GRID_PLACED && !run->is_stated &&
            grid_count(&reading->grid, &run->run) < run->run.width)
            run->placing = GRID_UNPLACED;
    }
}

/* Figures in rows of T4's own groups, each with its label, need no order of these. */
static bool has_groups_in_one_row(const struct chosen *chosen, const struct row_runs *runs)
{
    return header_has_swapped_groups(chosen) && runs->nitems > 0 &&
           runs->items[0].run.width > chosen->form->ncols;
}

void rows_order(const struct reading *reading, struct row_runs *runs)
{
    for (size_t b = 0; b < reading->nblocks; b++) {
        size_t first, end;
        struct chosen *chosen = &reading->blocks[b];
        size_t ncols = chosen->form->ncols;
        if (ncols == 0 || ncols >= MOST_COLUMNS)
            continue;
        chosen->is_swapped = header_is_swapped(reading, chosen, &first, &end);
        bool has_band = has_band_first(reading, chosen, first, end);
        if (has_band || has_groups_in_one_row(chosen, runs) ||
            (chosen->is_swapped && !reorder_block(reading, runs, b, first, end)))
            leave_unplaced(runs, b);
        chosen->is_swapped |= has_band;
        doubt_blanks(reading, runs, b);
    }
}
