/* T3's header in aligned columns, one word of which has a line of its own: beside labels of two
 * lines it stands in the middle of its cell. The line with most labels tells which column it
 * names, as it has room for it in one place only. */
#include "rows.h"

enum { LEAST_BESIDE = 4, LEAST_ROOM = 6, MOST_COLUMNS = 16 };

/* The cells that name the columns, and the lines of the most of them and of the others. */
struct names {
    const struct grid_cell *of[MOST_COLUMNS];
    size_t n;
    uint32_t line, own;
};

static bool is_beside(const struct names *names, size_t column)
{
    return names->of[column]->line == names->line;
}

/* Whether each column is named once. */
static bool find_names(const struct reading *reading, const struct chosen *chosen, size_t first,
                       size_t end, struct names *names)
{
    int columns[HEADER_MOST];
    if (end - first > HEADER_MOST || chosen->form->ncols > MOST_COLUMNS)
        return false;
    bool joined = header_join_wrapped(reading, chosen, first, end, columns);
    *names = (struct names){0};
    for (size_t u = first; u < end; u++) {
        int column = joined ? columns[u - first] : header_column(reading, chosen, u);
        if (column < 0)
            continue;
        if (names->of[column])
            return false;
        names->of[column] = &reading->grid.cells[unit_at(reading, (int)u)->first];
        names->n++;
    }
    return names->n == chosen->form->ncols;
}

/* Whether they stand on two lines, on one of them nearly all. */
static bool find_lines(struct names *names)
{
    size_t nbeside = 0;
    for (size_t c = 0; c < names->n; c++) {
        size_t n = 0;
        for (size_t k = 0; k < names->n; k++)
            n += names->of[k]->line == names->of[c]->line;
        names->line = n > nbeside ? names->of[c]->line : names->line;
        nbeside = n > nbeside ? n : nbeside;
    }
    for (size_t c = 0; c < names->n; c++)
        names->own = is_beside(names, c) ? names->own : names->of[c]->line;
    for (size_t c = 0; c < names->n; c++)
        if (!is_beside(names, c) && names->of[c]->line != names->own)
            return false;
    return nbeside >= LEAST_BESIDE && nbeside < names->n;
}

/* Whether the labels of each line have the form's order. */
static bool ascend(const struct names *names)
{
    for (size_t c = 0; c < names->n; c++)
        for (size_t k = 0; k < c; k++)
            if (names->of[k]->line == names->of[c]->line &&
                names->of[k]->span.start >= names->of[c]->span.start)
                return false;
    return true;
}

/* The blanks right before the cell. */
static size_t room_before(const struct grid *grid, const struct grid_cell *cell)
{
    size_t n = 0;
    while (n < cell->span.start && grid->source[cell->span.start - n - 1] == ' ')
        n++;
    return n;
}

/* Whether the column, which has no place on the line of the others, stands between its neighbours
 * there, whether characters or columns of the screen are counted. */
static bool is_between(const struct names *names, size_t column)
{
    const struct grid_cell *cell = names->of[column];
    size_t front = column, back = column + 1;
    while (front > 0 && !is_beside(names, front - 1))
        front--;
    while (back < names->n && !is_beside(names, back))
        back++;
    for (int m = 0; m < GRID_METRICS; m++)
        if (front == 0 || names->of[front - 1]->at[m].start > cell->at[m].start ||
            (back < names->n ? cell->at[m].end > names->of[back]->at[m].start
                             : cell->at[m].start < names->of[front - 1]->at[m].end))
            return false;
    return true;
}

bool header_has_room(const struct reading *reading, const struct chosen *chosen, size_t first,
                     size_t end)
{
    struct names names;
    size_t nmissing = 0;
    if (reading->grid.reader != &grid_p || reading->table != TABLE_T3 ||
        !find_names(reading, chosen, first, end, &names) || !find_lines(&names) || !ascend(&names))
        return false;
    for (size_t c = 0; c < names.n; c++) {
        if (!is_beside(&names, c)) {
            if (!is_between(&names, c))
                return false;
            nmissing++;
            continue;
        }
        size_t room = c > nmissing ? room_before(&reading->grid, names.of[c]) : 0;
        if (nmissing > 0 ? room < nmissing * LEAST_ROOM : room >= LEAST_ROOM)
            return false;
        nmissing = 0;
    }
    return true;
}
