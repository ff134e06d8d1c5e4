/* A table of another kind right behind T4: its figures have no labels that the form knows, and
 * fill T4's row as well as T4's own would. */
#include "rows.h"

bool rows_are_titled(const struct unit *unit)
{
    static const char *const titles[] = {"件数",     "数量",       "案件数", "案件数量", "数量(件)",
                                         "件数(件)", "案件数(件)", "件",     "数据",     NULL};
    for (size_t i = 0; unit->nvalues > 0 && titles[i]; i++)
        if (slice_equal(unit->text, slice_of(titles[i])))
            return true;
    return false;
}

static bool is_strange(const struct reading *reading, size_t u)
{
    const struct unit *unit = unit_at(reading, (int)u);
    return unit->first < unit->end && !label_in_table(unit->hit.label, reading->table) &&
           !rows_are_titled(unit) && !slice_is(unit->text, "年") && !slice_is(unit->text, "年度");
}

/* Where T4's figures begin, if all before them is its header, the labels of all `width` columns
 * wrapped in their cells and in their order; 0 if not. */
static size_t wrapped_header_end(const struct reading *reading, const struct chosen *chosen,
                                 size_t width)
{
    int columns[HEADER_MOST];
    size_t first, end, n = 0;
    header_side_by_side(reading, &first, &end);
    if (!header_join_wrapped(reading, chosen, first, end, columns))
        return 0;
    for (size_t u = first; u < end; u++)
        if (columns[u - first] >= 0 && columns[u - first] != (int)(n++ % chosen->form->ncols))
            return 0;
    return n == width ? end : 0;
}

/* The unit behind the last label of T4's header, maybe printed again: the label of its last
 * column, if all `width` columns have one, else the last label there is. */
static size_t header_end(const struct reading *reading, size_t width, bool *is_whole)
{
    size_t last = 0, whole = 0, ncolumns = 0;
    for (size_t u = 0; u < reading->units.nitems; u++) {
        const struct unit *unit = unit_at(reading, (int)u);
        bool is_column = unit_is(unit, LABEL_COLUMN);
        ncolumns += is_column;
        whole = is_column && ncolumns % width == 0 ? u : whole;
        last = is_strange(reading, u) || unit->first == unit->end ? last : u;
    }
    *is_whole = whole > 0;
    return (whole > 0 ? whole : last) + 1;
}

/* (单位：件): about the table's own figures, and no other's title. */
static bool is_note(const struct unit *unit)
{
    static const char *const openers[] = {"单位", "(单位", "计量单位", "(计量单位", NULL};
    for (size_t i = 0; openers[i]; i++)
        if (slice_has_prefix(unit->text, slice_of(openers[i])))
            return true;
    return false;
}

/* The words of the unit's label as the text has them, between blanks. */
static size_t count_words(const struct reading *reading, const struct unit *unit)
{
    size_t n = 0;
    if (unit->first == unit->end)
        return 0;
    struct span span = unit_label_span(&reading->grid, unit);
    struct slice text = report_slice(reading->pieces->report, span);
    for (size_t i = 0; i < text.nbytes; i++)
        n += (unsigned char)text.ptr[i] > ' ' && (i == 0 || (unsigned char)text.ptr[i - 1] <= ' ');
    return n;
}

/* Where a strange header begins, from the unit `first` on, behind a header that has all labels or
 * not. */
static size_t find_strange(const struct reading *reading, size_t first, bool is_whole)
{
    enum { LEAST_WORDS = 3 };
    size_t n = reading->units.nitems, nwords = 0;
    while (first < n && !is_strange(reading, first))
        first++;
    bool has_values = false;
    for (size_t u = first; u < n; u++) {
        const struct unit *unit = unit_at(reading, (int)u);
        nwords += has_values || is_note(unit) ? 0 : count_words(reading, unit);
        has_values = has_values || unit->nvalues > 0;
    }
    return has_values && nwords >= (is_whole ? 1 : LEAST_WORDS) ? first : n;
}

int rows_strange_header(const struct reading *reading, const struct chosen *chosen, size_t width)
{
    bool is_whole;
    size_t first = header_end(reading, width, &is_whole);
    size_t found = find_strange(reading, first, is_whole);
    size_t wrapped = found < reading->units.nitems ? wrapped_header_end(reading, chosen, width) : 0;
    return (int)(wrapped > found ? find_strange(reading, wrapped, true) : found);
}

/* Whether the printed row [first, end) has all fields of T4's, none of them a text. */
static bool may_be_own_row(const struct grid *grid, size_t first, size_t end, size_t width)
{
    for (size_t i = first; i < end; i++)
        if (grid->cells[i].shape == SHAPE_TEXT)
            return false;
    return end - first >= width;
}

/* Whether fields for all of T4's figures stand from the cell `end` on, no text among them. */
static bool has_row_behind(const struct grid *grid, size_t end, size_t width)
{
    size_t n = 0;
    for (; end < grid->ncells && n < width; end++)
        n = grid->cells[end].shape == SHAPE_TEXT ? 0 : n + 1;
    return n == width;
}

/* Whether a row between the header and the cell `first` may be T4's own. */
static bool has_row_before(const struct grid *grid, size_t first, size_t width)
{
    while (!grid->flows && first > 0 && !grid->cells[first - 1].hit.label) {
        size_t before = first - 1;
        while (before > 0 && grid->cells[before - 1].row == grid->cells[first - 1].row)
            before--;
        if (may_be_own_row(grid, before, first, width))
            return before > 0;
        first = before;
    }
    return false;
}

bool rows_hold_page(const struct reading *reading, int u, size_t width)
{
    const struct grid *grid = &reading->grid;
    const struct unit *unit = unit_at(reading, u);
    return grid->reader->has_rows && unit->nvalues == 1 && unit->first == unit->end &&
           grid_may_be_page(&grid->cells[unit->vfirst]) &&
           (has_row_behind(grid, unit->vend, width) || has_row_before(grid, unit->vfirst, width));
}

bool rows_begin_with_page(const struct reading *reading, int u)
{
    enum { NUMBER = 1, CLOSER = 2, NPARTS = 3 };
    const struct unit *unit = unit_at(reading, u);
    const struct grid_cell *cells = &reading->grid.cells[unit->vfirst];
    size_t n = unit->vend - unit->vfirst;
    if (reading->grid.reader->has_rows || n < NPARTS || cells->shape != SHAPE_MARK ||
        !grid_may_be_page(&cells[NUMBER]) || !slice_equal(cells->text, cells[CLOSER].text))
        return false;
    for (size_t i = NPARTS; i < n; i++)
        if (cells[i].shape == SHAPE_MARK)
            return false;
    return true;
}
