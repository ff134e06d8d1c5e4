/* A header that names the columns in another order than the form: the figures below it are
 * placed by its labels, where these tell the place of every column, else nowhere. */
#include "rows.h"

enum { MOST_COLUMNS = 16 };

/* places[c]: how many columns stand before column c. Each is named once, and the fields of
 * their labels adjoin. */
static bool places_by_field(const struct reading *reading, const struct chosen *chosen,
                            size_t first, size_t end, size_t *places)
{
    size_t ncols = chosen->form->ncols;
    int fields[MOST_COLUMNS] = {0};
    unsigned seen = 0;
    int low = -1;
    for (size_t u = first; u < end; u++) {
        int column = header_column(reading, chosen, u);
        if (column < 0)
            continue;
        if (seen & 1u << column)
            return false;
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

/* The same for T4, whose groups each name all columns, one after the other. */
static bool places_by_group(const struct reading *reading, const struct chosen *chosen,
                            size_t first, size_t end, size_t *places)
{
    size_t ncols = chosen->form->ncols;
    size_t n = 0;
    for (size_t u = first; u < end; u++) {
        int column = header_column(reading, chosen, u);
        if (column < 0)
            continue;
        if (n < ncols)
            places[column] = n;
        else if (places[column] != n % ncols)
            return false;
        n++;
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

void rows_order(const struct reading *reading, struct row_runs *runs)
{
    for (size_t b = 0; b < reading->nblocks; b++) {
        size_t first, end;
        size_t places[MOST_COLUMNS];
        const struct chosen *chosen = &reading->blocks[b];
        size_t ncols = chosen->form->ncols;
        if (ncols == 0 || ncols >= MOST_COLUMNS ||
            !header_is_swapped(reading, chosen, &first, &end))
            continue;
        for (size_t c = 0; c < ncols; c++)
            places[c] = ncols;
        bool known = places_by_field(reading, chosen, first, end, places) ||
                     (chosen->alignment->table->one_printed_row &&
                      places_by_group(reading, chosen, first, end, places));
        for (size_t i = 0; i < runs->nitems; i++) {
            struct row_run *run = &runs->items[i];
            if (run->block != b || run->placing != GRID_PLACED)
                continue;
            if (known)
                reorder(run, places, ncols);
            else
                run->placing = GRID_UNPLACED;
        }
    }
}
