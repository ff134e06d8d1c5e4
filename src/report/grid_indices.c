/* 序号: numbers that count a table's rows, before their labels. Where rows are read from one stream
 * of cells, each stands behind the figures of the row above. */
#include "grid.h"

/* The number behind the figures of the row, on a line without the label behind it, or, where blanks
 * part cells, in any; -1. */
static int index_behind(const struct grid *grid, const struct grid_run *run)
{
    const struct grid_cell *last = &grid->cells[run->end - 1];
    bool is_own = run->end > run->first && run->end < grid->ncells &&
                  (grid->reader == &grid_a1 || last[1].line != last->line);
    return is_own ? grid_small_number(last) : -1;
}

void grid_leave_indices(struct grid *grid, struct grid_run *runs, size_t nruns)
{
    enum { LEAST_NUMBERED = 8 };
    if (nruns <= LEAST_NUMBERED)
        return;
    int first = index_behind(grid, &runs[0]);
    for (size_t i = 0; i + 1 < nruns; i++)
        if (first < 0 || index_behind(grid, &runs[i]) != first + (int)i)
            return;
    for (size_t i = 0; i + 1 < nruns; i++)
        runs[i].end--;
    grid->first_index = first > 1 ? first - 1 : 0;
}
