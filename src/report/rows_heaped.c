/* Labels that all stand before the figures of all: the last of them has the first line of these
 * right below it, which may be any row's. */
#include "rows.h"

/* Whether figures that no row has, as many as the row has, stand behind it before the next label.
 */
static bool has_like_behind(const struct reading *reading, const struct row_runs *runs,
                            const struct row_run *run)
{
    for (size_t u = (size_t)run->unit + 1; u < reading->units.nitems; u++) {
        const struct unit *unit = unit_at(reading, (int)u);
        if (unit->first < unit->end)
            return false;
        if (!runs->used[u])
            return unit->nvalues == run->run.width;
    }
    return false;
}

/* Asked of each row first, as it is of hardly any: whether figures without a label stand next. */
static bool has_bare_behind(const struct reading *reading, const struct row_run *run)
{
    const struct unit *next = unit_at(reading, run->unit) + 1;
    return next < reading->units.items + reading->units.nitems && next->first == next->end;
}

void rows_doubt_heaped(const struct reading *reading, struct row_runs *runs)
{
    for (size_t i = 0; i < runs->nitems && reading->grid.reader->has_rows; i++) {
        struct row_run *run = &runs->items[i];
        if (run->unit < 0 || !has_bare_behind(reading, run) || !rows_are_below_label(reading, run))
            continue;
        const struct row_run *above = rows_neighbour(runs, run, false);
        if (!above || !row_is_label(above) || !has_like_behind(reading, runs, run))
            continue;
        run->placing = GRID_UNPLACED;
        for (; above && row_is_label(above); above = rows_neighbour(runs, above, false))
            runs->items[above - runs->items].placing = GRID_UNPLACED;
    }
}
