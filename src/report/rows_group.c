/* A group of rows with its figures a line too high: those of the first row beside the group's
 * own label, which has none in the form, and none beside the last one's. */
#include "rows.h"

/* The rows below one label of a group. */
struct group {
    uint16_t block;
    int row; /* the group's own */
    size_t nfull, nblank, nothers;
    uint16_t blank; /* the row that has no figures */
};

static bool is_of(const struct reading *reading, const struct row_run *run,
                  const struct group *group)
{
    return run->block == group->block &&
           reading->blocks[run->block].form->rows[run->row].parent == group->row;
}

static void count_rows(const struct reading *reading, const struct row_runs *runs,
                       struct group *group)
{
    for (size_t i = 0; i < runs->nitems; i++) {
        const struct row_run *run = &runs->items[i];
        if (!is_of(reading, run, group))
            continue;
        size_t n = grid_count(&reading->grid, &run->run);
        bool blank = run->placing == GRID_BLANK && n == 0;
        bool full = run->placing == GRID_PLACED && n == run->run.width;
        group->nfull += full;
        group->nblank += blank;
        group->nothers += !blank && !full;
        group->blank = blank ? run->row : group->blank;
    }
}

static void leave_unplaced(const struct reading *reading, struct row_runs *runs,
                           const struct group *group)
{
    for (size_t i = 0; i < runs->nitems; i++)
        if (is_of(reading, &runs->items[i], group) && runs->items[i].row <= group->blank)
            runs->items[i].placing = GRID_UNPLACED;
}

void rows_doubt_groups(const struct reading *reading, struct row_runs *runs)
{
    for (size_t b = 0; b < reading->nblocks && reading->table == TABLE_T3; b++) {
        const struct alignment *a = reading->blocks[b].alignment;
        size_t ncols = reading->blocks[b].form->ncols;
        for (size_t u = 0; u < reading->units.nitems; u++) {
            if (unit_at(reading, (int)u)->nvalues != ncols || runs->used[u] || a->slot_of[u] < 0)
                continue;
            const struct slot *slot = &a->slots[a->slot_of[u]];
            struct group group = {.block = (uint16_t)b, .row = (int)slot->row};
            if (!alignment_row(a, (size_t)a->slot_of[u])->is_group)
                continue;
            count_rows(reading, runs, &group);
            if (group.nfull > 0 && group.nblank == 1 && group.nothers == 0)
                leave_unplaced(reading, runs, &group);
        }
    }
}
