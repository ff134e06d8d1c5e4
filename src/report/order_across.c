/* The order of a header's columns as its labels stand from left to right, in aligned columns:
 * which of their lines comes first may say nothing of it. */
#include "rows.h"

enum { MOST_NAMES = 32, MOST_COLUMNS = 16 };

/* The column that each unit names, or -1. */
static void find_columns(const struct reading *reading, const struct chosen *chosen, size_t first,
                         size_t end, int columns[HEADER_MOST])
{
    if (!header_join_wrapped(reading, chosen, first, end, columns))
        for (size_t u = first; u < end; u++)
            columns[u - first] = header_column(reading, chosen, u);
}

/* What the places of aligned labels say of the order of their columns. */
enum across { ACROSS_UNKNOWN, ACROSS_ASCENDS, ACROSS_SWAPPED };

/* A column's label, where it stands by one metric. */
struct name_at {
    int column;
    struct grid_extent at;
};

/* The labels from left to right, by the columns of the units; 0 where they are of two pages, or
 * more than a header has. */
static size_t sort_names(const struct reading *reading, const int *columns, size_t first,
                         size_t end, int metric, struct name_at names[MOST_NAMES])
{
    size_t n = 0;
    uint32_t page = 0;
    for (size_t u = first; u < end; u++) {
        int column = columns[u - first];
        if (column < 0)
            continue;
        const struct grid_cell *cell = &reading->grid.cells[unit_at(reading, (int)u)->first];
        if (n == MOST_NAMES || (n > 0 && cell->page != page))
            return 0;
        page = cell->page;
        size_t i = n++;
        for (; i > 0 && names[i - 1].at.start > cell->at[metric].start; i--)
            names[i] = names[i - 1];
        names[i] = (struct name_at){.column = column, .at = cell->at[metric]};
    }
    return n;
}

/* Labels of which two stand over each other are in no order by this metric. */
static enum across order_across(const struct reading *reading, const int *columns, size_t first,
                                size_t end, int metric)
{
    struct name_at names[MOST_NAMES];
    size_t n = sort_names(reading, columns, first, end, metric, names);
    uint32_t seen = 0;
    enum across found = n > 1 ? ACROSS_ASCENDS : ACROSS_UNKNOWN;
    for (size_t i = 0; i < n; i++) {
        uint32_t column = 1u << names[i].column;
        if (i > 0 && names[i].at.start < names[i - 1].at.end)
            return ACROSS_UNKNOWN;
        seen = seen & column ? 0 : seen; /* the next group */
        if (seen > column)
            found = ACROSS_SWAPPED;
        seen |= column;
    }
    return found;
}

bool header_ascends_across(const struct reading *reading, const struct chosen *chosen, size_t first,
                           size_t end)
{
    bool ascends = false;
    int columns[HEADER_MOST];
    if (reading->grid.reader != &grid_p || end - first > HEADER_MOST)
        return false;
    find_columns(reading, chosen, first, end, columns);
    for (int m = 0; m < GRID_METRICS; m++) {
        enum across found = order_across(reading, columns, first, end, m);
        if (found == ACROSS_SWAPPED)
            return false;
        ascends = ascends || found == ACROSS_ASCENDS;
    }
    return ascends;
}

/* The same of the labels of T4's groups, all of them: swapped only as each group is. */
static enum across order_groups(const struct reading *reading, const struct chosen *chosen,
                                const int *columns, size_t first, size_t end, int metric)
{
    struct name_at names[MOST_NAMES];
    size_t n = sort_names(reading, columns, first, end, metric, names);
    size_t ncols = chosen->form->ncols;
    uint32_t seen = 0;
    enum across found = ACROSS_ASCENDS;
    if (n != ncols * chosen->form->nrows)
        return ACROSS_UNKNOWN;
    for (size_t i = 0; i < n; i++) {
        if ((i > 0 && names[i].at.start < names[i - 1].at.end) ||
            (i >= ncols && names[i].column != names[i - ncols].column))
            return ACROSS_UNKNOWN;
        if (i < ncols)
            seen |= 1u << names[i].column;
        if (i < ncols && names[i].column != (int)i)
            found = ACROSS_SWAPPED;
    }
    return seen == (1u << ncols) - 1 ? found : ACROSS_UNKNOWN;
}

bool header_is_swapped_across(const struct reading *reading, const struct chosen *chosen,
                              size_t first, size_t end)
{
    bool swapped = false;
    int columns[HEADER_MOST];
    if (reading->grid.reader != &grid_p || !chosen->alignment->table->one_printed_row ||
        chosen->form->ncols >= MOST_COLUMNS || end - first > HEADER_MOST)
        return false;
    find_columns(reading, chosen, first, end, columns);
    for (int m = 0; m < GRID_METRICS; m++) {
        enum across found = order_groups(reading, chosen, columns, first, end, m);
        if (found == ACROSS_ASCENDS)
            return false;
        swapped = swapped || found == ACROSS_SWAPPED;
    }
    return swapped;
}
