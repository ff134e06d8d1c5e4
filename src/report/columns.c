#include "columns.h"

#include <stdlib.h>

enum { LEAST_FIT_PERCENT = 80 };

/* Figures may be set to the left, the middle or the right of their column. */
enum { EDGES = 3 };

static uint32_t place_of(struct grid_extent at, int edge)
{
    return edge == 0 ? 2 * at.start : edge == 1 ? at.start + at.end : 2 * at.end;
}

static bool is_full(const struct grid *grid, const struct grid_run *run)
{
    return grid_count(grid, run) == run->width && run->end - run->first == run->width;
}

static bool is_beside(const struct grid *grid, const struct grid_run *run,
                      const struct grid_run *other)
{
    return other->group == run->group && other->end > other->first &&
           grid->cells[other->first].page == grid->cells[run->first].page;
}

/* The columns as the full rows of the run's page and block have them. */
static bool read_rows(const struct grid *grid, const struct grid_run *run, struct columns *out)
{
    uint64_t sums[COLUMNS_MOST] = {0};
    size_t nfull = 0;
    for (size_t k = 0; k < run->width; k++)
        out->extents[k] = (struct grid_extent){UINT32_MAX, 0};
    for (size_t i = 0; i < grid->nruns; i++) {
        const struct grid_run *full = &grid->runs[i];
        if (!is_full(grid, full) || !is_beside(grid, run, full))
            continue;
        for (size_t k = 0; k < run->width; k++) {
            struct grid_extent at = grid->cells[full->first + k].at[out->metric];
            sums[k] += place_of(at, out->edge);
            extent_add(&out->extents[k], at);
        }
        nfull++;
    }
    for (size_t k = 0; nfull > 0 && k < run->width; k++)
        out->at[k] = (uint32_t)(sums[k] / nfull);
    out->n = nfull > 0 ? run->width : 0;
    out->nfull = nfull;
    return nfull > 0;
}

static int by_start(const void *a, const void *b)
{
    const struct grid_extent *x = a;
    const struct grid_extent *y = b;
    return (x->start > y->start) - (x->start < y->start);
}

bool columns_read_header(const struct grid *grid, const struct grid_run *run, struct columns *out)
{
    struct grid_extent extents[COLUMNS_MOST];
    uint32_t page = grid->cells[run->first].page;
    size_t n = 0;
    for (size_t i = run->first; i-- > 0 && n < run->width;)
        if (grid_is_column_label(&grid->cells[i]) && grid->cells[i].page == page)
            extents[n++] = grid->cells[i].at[out->metric];
    if (n != run->width)
        return false;
    qsort(extents, n, sizeof extents[0], by_start);
    for (size_t i = 1; i < n; i++)
        if (extents[i].start < extents[i - 1].end)
            return false;
    for (size_t i = 0; i < n; i++) {
        out->at[i] = place_of(extents[i], out->edge);
        out->extents[i] = extents[i];
    }
    out->n = n;
    return true;
}

static uint32_t distance(uint32_t a, uint32_t b)
{
    return a > b ? a - b : b - a;
}

/* The nearest column; how far it is, and how far the next one is. */
static size_t nearest(const struct columns *columns, uint32_t place, uint32_t *first,
                      uint32_t *second)
{
    size_t best = 0;
    *first = *second = UINT32_MAX;
    for (size_t i = 0; i < columns->n; i++) {
        uint32_t far = distance(columns->at[i], place);
        if (far < *first) {
            *second = *first;
            *first = far;
            best = i;
        } else if (far < *second) {
            *second = far;
        }
    }
    return best;
}

/* How far the run's figures are off. */
static uint64_t run_off(const struct grid *grid, const struct grid_run *run,
                        const struct columns *columns)
{
    uint64_t off = 0;
    for (size_t i = run->first; i < run->end; i++) {
        uint32_t place = place_of(grid->cells[i].at[columns->metric], columns->edge);
        uint32_t least = UINT32_MAX;
        for (size_t k = 0; k < columns->n; k++) {
            uint32_t far = distance(columns->at[k], place);
            least = far < least ? far : least;
        }
        off += least;
    }
    return off;
}

static void weigh(const struct grid *grid, const struct grid_run *run, struct columns *columns)
{
    for (size_t i = 0; i < grid->nruns; i++) {
        const struct grid_run *other = &grid->runs[i];
        if (!is_beside(grid, run, other))
            continue;
        columns->off += run_off(grid, other, columns);
        columns->nfigures += other->end - other->first;
    }
}

uint64_t columns_others_off(const struct grid *grid, const struct grid_run *run,
                            const struct columns *columns)
{
    uint64_t off = columns->off;
    for (size_t i = 0; i < grid->nruns; i++)
        if (grid->runs[i].first == run->first && is_beside(grid, run, &grid->runs[i]))
            off -= run_off(grid, &grid->runs[i], columns);
    return off;
}

/* The edge that fits best, counted by this metric. */
static bool read_columns(const struct grid *grid, const struct grid_run *run, int metric,
                         struct columns *best)
{
    uint64_t next = UINT64_MAX;
    bool found = false;
    for (int edge = 0; edge < EDGES; edge++) {
        struct columns columns = {.metric = metric, .edge = edge};
        if (!read_rows(grid, run, &columns) && !columns_read_header(grid, run, &columns))
            return false;
        weigh(grid, run, &columns);
        if (found && columns.off >= best->off) {
            next = columns.off < next ? columns.off : next;
            continue;
        }
        next = found ? best->off : next;
        *best = columns;
        found = true;
    }
    best->is_edge_clear = best->off * COLUMNS_CLEARLY < next;
    return found;
}

/* Beside two columns and under neither: which of them is meant cannot be known, unless the
 * figures are surely set to one edge. */
static bool is_between(const struct columns *columns, struct grid_extent figure)
{
    size_t nnear = 0;
    for (size_t i = 0; !columns->is_edge_clear && i < columns->n; i++) {
        if (extents_overlap(columns->extents[i], figure))
            return false;
        nnear += extents_meet(columns->extents[i], figure);
    }
    return nnear > 1;
}

bool columns_settle(const struct grid *grid, const struct grid_run *run,
                    const struct columns *columns, size_t *at)
{
    int last = -1;
    for (size_t i = 0; i < run->width; i++)
        at[i] = GRID_NO_CELL;
    for (size_t i = run->first; i < run->end; i++) {
        uint32_t first, second;
        struct grid_extent figure = grid->cells[i].at[columns->metric];
        size_t column = nearest(columns, place_of(figure, columns->edge), &first, &second);
        if ((int)column <= last || first * 2 >= second ||
            !extents_meet(columns->extents[column], figure) || is_between(columns, figure))
            return false;
        at[column] = i;
        last = (int)column;
    }
    return true;
}

/* Whether nearly all rows that share the columns fit them: else the figures
 * follow their labels, at any place, and the columns mean nothing. */
static bool columns_hold(const struct grid *grid, const struct grid_run *run,
                         const struct columns *columns)
{
    size_t at[COLUMNS_MOST];
    size_t nrows = 0;
    size_t nfit = 0;
    for (size_t i = 0; i < grid->nruns; i++) {
        const struct grid_run *other = &grid->runs[i];
        if (!is_beside(grid, run, other) || other->width != run->width ||
            grid_count(grid, other) != other->end - other->first)
            continue;
        nrows++;
        nfit += columns_settle(grid, other, columns, at);
    }
    return nfit * 100 >= nrows * LEAST_FIT_PERCENT;
}

/* Whether the run has the columns that were read last: those of a header, when no other label
 * of a column stands between. */
static bool are_its_own(const struct grid *grid, const struct grid_run *run,
                        const struct grid_columns *seen)
{
    uint32_t page = grid->cells[run->first].page;
    if (!seen->is_read || seen->width != run->width || seen->group != run->group ||
        seen->page != page)
        return false;
    if (seen->by[0].nfull > 0)
        return true;
    for (size_t i = seen->first; i < run->first; i++)
        if (grid_is_column_label(&grid->cells[i]) && grid->cells[i].page == page)
            return false;
    return seen->first <= run->first;
}

const struct grid_columns *columns_of(const struct grid *grid, const struct grid_run *run)
{
    struct grid_columns *seen = grid->seen;
    if (are_its_own(grid, run, seen))
        return seen;
    *seen = (struct grid_columns){.is_read = true,
                                  .first = run->first,
                                  .width = run->width,
                                  .page = grid->cells[run->first].page,
                                  .group = run->group};
    for (int m = 0; m < GRID_METRICS; m++)
        seen->found[m] = read_columns(grid, run, m, &seen->by[m]);
    seen->better = seen->found[1] && (!seen->found[0] || seen->by[1].off < seen->by[0].off);
    seen->hold = seen->found[seen->better] && columns_hold(grid, run, &seen->by[seen->better]);
    return seen;
}
