/* Text that goes by how far down each box ends on the page: the figures of a row whose label takes
 * several lines stand above that, behind the figures of the row above. */
#include "rows.h"

/* Whether the label of a group of rows stands below that of its first. */
static bool has_late_group(const struct reading *reading)
{
    const struct alignment *a = reading->blocks[0].alignment;
    for (size_t s = 0; s + 1 < a->nslots; s++)
        if (alignment_row(a, s)->is_group && a->unit_of[s + 1] >= 0 &&
            a->unit_of[s] > a->unit_of[s + 1])
            return true;
    return false;
}

static bool holds_two_rows(const struct reading *reading, const struct row_run *run)
{
    return run->placing == GRID_UNPLACED &&
           grid_count(&reading->grid, &run->run) >= 2 * run->run.width;
}

/* Whether the row may have lost figures to the one above: it has less than its own, and no line
 * breaks stand for blank cells. */
static bool lacks_figures(const struct reading *reading, const struct row_run *run)
{
    return run->placing != GRID_PLACED && !grid_breaks_are_blanks(&reading->grid, &run->run) &&
           grid_count(&reading->grid, &run->run) < run->run.width;
}

/* The row below, where the form has it next, too: else the figures too many may be those of the
 * rows between, whose labels stand elsewhere. */
static const struct row_run *next_of(const struct reading *reading, const struct row_runs *runs,
                                     const struct row_run *run)
{
    const struct row_run *next = rows_neighbour(runs, run, true);
    const struct form_row *rows = reading->blocks[run->block].form->rows;
    for (size_t r = run->row + 1u; next && r < next->row; r++)
        if (!rows[r].is_group && rows[r].alternative_of < 0)
            return NULL;
    return next && next->row > run->row ? next : NULL;
}

/* Where a row has the figures of two, all rows from there to the next that lacks some may have
 * those of the row below. */
static void doubt_shifted(const struct reading *reading, struct row_runs *runs,
                          const struct row_run *from)
{
    const struct row_run *end = next_of(reading, runs, from);
    while (end && !lacks_figures(reading, end))
        end = next_of(reading, runs, end);
    if (!end)
        return;
    for (const struct row_run *run = from; run != end;) {
        run = next_of(reading, runs, run);
        runs->items[run - runs->items].placing = GRID_UNPLACED;
    }
}

void rows_doubt_sunken(const struct reading *reading, struct row_runs *runs)
{
    if (reading->grid.reader->has_rows || reading->table != TABLE_T3 || reading->nblocks != 1)
        return;
    bool is_late = has_late_group(reading);
    for (size_t i = 0; i < runs->nitems; i++) {
        struct row_run *run = &runs->items[i];
        const struct row_run *below =
            is_late && run->placing == GRID_PLACED ? next_of(reading, runs, run) : NULL;
        if (holds_two_rows(reading, run))
            doubt_shifted(reading, runs, run);
        else if (below && !run->is_stated && lacks_figures(reading, below))
            run->placing = runs->items[below - runs->items].placing = GRID_UNPLACED;
    }
}
