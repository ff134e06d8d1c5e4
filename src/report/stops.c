#include "stops.h"

enum {
    STOP = 4, /* and so those that are eight apart */
    BY_BYTES = GRID_METRICS,
    NMEASURES,
    LEAST_SEEN = 6,
    LEAST_BLANKS = 2,
};

/* How many of the cells stand behind blanks, and what all of them have in common. */
struct blanks_seen {
    size_t n;
    bool at_stops[NMEASURES];
    uint32_t least;   /* gap */
    uint32_t divisor; /* of all gaps */
};

static uint32_t bytes_before(const struct grid *grid, const struct grid_cell *cell)
{
    uint32_t start = cell->span.start;
    while (start > 0 && grid->source[start - 1] != '\n')
        start--;
    return cell->span.start - start;
}

/* `before`: the cell before it on its line; NULL: none. */
static void see(const struct grid *grid, const struct grid_cell *cell,
                const struct grid_cell *before, struct blanks_seen *seen)
{
    uint32_t end = before ? before->at[0].end : 0;
    if (cell->at[0].start <= end)
        return;
    uint32_t gap = cell->at[0].start - end;
    seen->n++;
    for (int m = 0; m < GRID_METRICS; m++)
        seen->at_stops[m] = seen->at_stops[m] && cell->at[m].start % STOP == 0;
    if (seen->at_stops[BY_BYTES])
        seen->at_stops[BY_BYTES] = bytes_before(grid, cell) % STOP == 0;
    seen->least = gap < seen->least ? gap : seen->least;
    seen->divisor = (uint32_t)grid_common_step(seen->divisor, gap);
}

bool stops_made_columns(const struct grid *grid)
{
    struct blanks_seen seen = {.at_stops = {true, true, true}, .least = UINT32_MAX};
    for (size_t i = 0; i < grid->ncells; i++) {
        const struct grid_cell *cell = &grid->cells[i];
        const struct grid_cell *before = i > 0 && cell[-1].line == cell->line ? cell - 1 : NULL;
        see(grid, cell, before, &seen);
    }
    bool at_stops = false;
    for (int m = 0; m < NMEASURES; m++)
        at_stops = at_stops || seen.at_stops[m];
    bool are_multiples = seen.least >= LEAST_BLANKS && seen.divisor == seen.least;
    return seen.n >= LEAST_SEEN && (at_stops || are_multiples);
}
