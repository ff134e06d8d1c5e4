/* Rows that are printed twice with different figures, as where a correction or last year's table
 * follows: nothing tells which are meant. */
#include "rows.h"

static size_t next_filled(const struct grid *grid, size_t at, size_t end)
{
    while (at < end && grid->cells[at].shape == SHAPE_EMPTY)
        at++;
    return at;
}

bool rows_are_alike(const struct reading *reading, struct grid_run x, struct grid_run y)
{
    const struct grid *grid = &reading->grid;
    bool as_long = x.end - x.first == y.end - y.first; /* then blanks stand in the same places */
    for (;; x.first++, y.first++) {
        if (!as_long) {
            x.first = next_filled(grid, x.first, x.end);
            y.first = next_filled(grid, y.first, y.end);
        }
        if (x.first == x.end || y.first == y.end)
            return x.first == x.end && y.first == y.end;
        if (!slice_equal(grid->cells[x.first].text, grid->cells[y.first].text))
            return false;
    }
}

/* Whether the unit, which no row has, is labelled as the row. */
static bool repeats(const struct reading *reading, const struct row_run *run, size_t u)
{
    const struct chosen *chosen = &reading->blocks[run->block];
    const struct unit *unit = unit_at(reading, (int)u);
    if (chosen->alignment->slot_of[u] >= 0 || unit->nvalues == 0)
        return false;
    const struct label *label = label_in_table(unit->hit.label, reading->table);
    while (label && !(label->kind == LABEL_ROW && label->edition == chosen->alignment->edition &&
                      label->block == chosen->block && label->index == run->row))
        label = label_in_table(label->next, reading->table);
    return label != NULL;
}

static bool has_rival(const struct reading *reading, const struct row_run *run)
{
    for (size_t u = 0; u < reading->units.nitems; u++) {
        const struct unit *unit = unit_at(reading, (int)u);
        struct grid_run values = {.first = unit->vfirst, .end = unit->vend};
        if (repeats(reading, run, u) && !rows_are_alike(reading, run->run, values))
            return true;
    }
    return false;
}

void rows_doubt_rivals(const struct reading *reading, struct row_runs *runs)
{
    for (size_t i = 0; i < runs->nitems; i++) {
        struct row_run *run = &runs->items[i];
        if (!reading->blocks[run->block].alignment->has_repeats || !has_rival(reading, run))
            continue;
        run->placing = GRID_UNPLACED;
        runs->nrivals++;
    }
}
