#include "columns.h"

#include <stdlib.h>
#include <string.h>

#include "gouji/base/ascii.h"

enum { LEAST_FIT_PERCENT = 80 };

/* Figures may be set to the left, the middle or the right of their column. */
enum { EDGES = 3 };

static uint32_t place_of(struct grid_extent at, int edge)
{
    return edge == 0 ? 2 * at.start : edge == 1 ? at.start + at.end : 2 * at.end;
}

static bool is_beside(const struct grid *grid, const struct grid_run *run,
                      const struct grid_run *other)
{
    return other->group == run->group && other->end > other->first &&
           grid->cells[other->first].page == grid->cells[run->first].page;
}

/* A column's label in the header: where it stands, and which of the form's columns it may be. */
struct header_label {
    struct grid_extent at;
    const struct grid_cell *cell;
};

static int by_start(const void *a, const void *b)
{
    const struct header_label *x = a;
    const struct header_label *y = b;
    return (x->at.start > y->at.start) - (x->at.start < y->at.start);
}

/* The column of the form whose label the cell is, at or behind `least`; -1: none there. */
static int column_from(const struct grid *grid, const struct grid_cell *cell, int least)
{
    int column = -1;
    for (const struct label *label = cell->hit.label; label; label = label->next)
        if (label->kind == LABEL_COLUMN && label->table == grid->table && label->index >= least &&
            (column < 0 || label->index < column))
            column = label->index;
    return column;
}

/* Whether the labels go from left to right as the form's columns do, each of table four's groups of
 * them from its first on: where those of one line stand between those of another, the lines are
 * not where they were printed. */
static bool go_as_in_form(const struct grid *grid, const struct header_label *labels, size_t n)
{
    int last = 0;
    for (size_t i = 0; i < n; i++) {
        int column = column_from(grid, labels[i].cell, last);
        last = column < 0 ? column_from(grid, labels[i].cell, 0) : column;
        if (column < 0 && (last != 0 || grid->table != TABLE_T4))
            return false;
    }
    return true;
}

/* Whether the header that the label is in goes on before it: it is of a block with more columns,
 * and the run's own was lost. */
static bool is_of_wider(const struct grid *grid, size_t label)
{
    for (size_t i = label; i-- > 0 && grid->cells[i].line == grid->cells[label].line;)
        if (grid_is_column_label(&grid->cells[i]))
            return true;
    return false;
}

/* Whether a block's caption stands before the label on its line: the two lines were joined, and
 * the labels are shifted by as much. */
static bool is_behind_caption(const struct grid *grid, size_t label)
{
    for (size_t i = label; i-- > 0 && grid->cells[i].line == grid->cells[label].line;)
        if (label_of_kind(grid->cells[i].hit.label, LABEL_CAPTION) ||
            slice_has_prefix(grid->cells[i].text, slice_of("第二十条")))
            return true;
    return false;
}

/* Whether what starts there stands above the first half of the row's label: a header's line that
 * was broken begins where no column is. */
static bool is_above_label(const struct grid *grid, const struct grid_run *run, int metric,
                           uint32_t start)
{
    const struct grid_cell *label = run->first > 0 ? &grid->cells[run->first - 1] : NULL;
    return label && label->shape == SHAPE_TEXT && label->row == grid->cells[run->first].row &&
           2 * start <= label->at[metric].start + label->at[metric].end;
}

/* The labels of the header above the run on its page, as many as it has columns, from left to
 * right. */
static bool find_header(const struct grid *grid, const struct grid_run *run, int metric,
                        struct header_label *labels)
{
    uint32_t page = grid->cells[run->first].page;
    size_t n = 0;
    size_t last = run->first;
    for (size_t i = run->first; i-- > 0 && n < run->width;)
        if (grid_is_column_label(&grid->cells[i]) && grid->cells[i].page == page) {
            labels[n++] = (struct header_label){grid->cells[i].at[metric], &grid->cells[i]};
            last = i;
        }
    if (n != run->width || is_of_wider(grid, last) || is_behind_caption(grid, last))
        return false;
    qsort(labels, n, sizeof labels[0], by_start);
    return go_as_in_form(grid, labels, n) && !is_above_label(grid, run, metric, labels[0].at.start);
}

bool columns_read_header(const struct grid *grid, const struct grid_run *run, struct columns *out)
{
    struct header_label labels[COLUMNS_MOST];
    if (!find_header(grid, run, out->metric, labels))
        return false;
    for (size_t i = 1; i < run->width; i++)
        if (labels[i].at.start < labels[i - 1].at.end)
            return false;
    for (size_t i = 0; i < run->width; i++) {
        out->at[i] = place_of(labels[i].at, out->edge);
        out->extents[i] = labels[i].at;
    }
    out->n = run->width;
    return true;
}

/* The header's label that the figure stands below; -1. */
static int label_above(const struct columns *header, struct grid_extent figure)
{
    for (size_t i = 0; i < header->n; i++)
        if (extents_overlap(header->extents[i], figure))
            return (int)i;
    return -1;
}

/* The only figure of several that stands a single blank behind the one before it; 0: none. */
static size_t only_near(const struct grid *grid, const struct grid_run *run)
{
    enum { LEAST_FIGURES = 4 };
    size_t near = 0;
    for (size_t i = run->first + 1; i < run->end; i++) {
        if (grid->cells[i].at[0].start > grid->cells[i - 1].at[0].end + 1)
            continue;
        if (near > 0)
            return 0;
        near = i;
    }
    return run->end - run->first >= LEAST_FIGURES ? near : 0;
}

bool columns_are_torn(const struct grid *grid, const struct grid_run *run)
{
    const struct grid_cell *cells = grid->cells;
    size_t near = only_near(grid, run);
    for (int m = 0; m < GRID_METRICS && near > 0; m++) {
        struct columns header = {.metric = m};
        bool all = columns_read_header(grid, run, &header);
        for (size_t i = run->first; i < run->end && all; i++)
            all = label_above(&header, cells[i].at[m]) >= 0;
        if (all &&
            label_above(&header, cells[near].at[m]) == label_above(&header, cells[near - 1].at[m]))
            return true;
    }
    return false;
}

static bool is_full(const struct grid *grid, const struct grid_run *run)
{
    return grid_count(grid, run) == run->width && run->end - run->first == run->width &&
           !columns_are_torn(grid, run);
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

/* Where figures stand together, whichever rows they are of. */
struct heap {
    struct grid_extent extent;
    uint32_t low, high; /* places by one edge */
    uint64_t sum;
    size_t n;
};

/* Adds the figure, and makes one of the heaps that it stands in; false when there are too many. */
static bool heap_up(struct heap *heaps, size_t *n, struct grid_extent figure, int edge)
{
    uint32_t place = place_of(figure, edge);
    struct heap all = {.extent = figure, .low = place, .high = place, .sum = place, .n = 1};
    size_t kept = 0;
    for (size_t i = 0; i < *n; i++) {
        const struct heap *heap = &heaps[i];
        if (!extents_overlap(heap->extent, figure)) {
            heaps[kept++] = *heap;
            continue;
        }
        extent_add(&all.extent, heap->extent);
        all.low = heap->low < all.low ? heap->low : all.low;
        all.high = heap->high > all.high ? heap->high : all.high;
        all.sum += heap->sum;
        all.n += heap->n;
    }
    if (kept == COLUMNS_MOST)
        return false;
    size_t i = kept;
    for (; i > 0 && heaps[i - 1].extent.start > all.extent.start; i--)
        heaps[i] = heaps[i - 1];
    heaps[i] = all;
    *n = kept + 1;
    return true;
}

/* The heaps of the figures of the run's page and block; 0 where they are not set to the edge,
 * several to each heap, with wide gaps between these. */
static size_t read_heaps(const struct grid *grid, const struct grid_run *run, int metric, int edge,
                         struct heap *heaps)
{
    enum { MOST_SPREAD = 2, LEAST_APART = 4, LEAST_IN_EACH = 2 };
    size_t n = 0;
    for (size_t i = 0; i < grid->nruns; i++)
        for (size_t k = grid->runs[i].first; k < grid->runs[i].end; k++)
            if (is_beside(grid, run, &grid->runs[i]) &&
                !heap_up(heaps, &n, grid->cells[k].at[metric], edge))
                return 0;
    for (size_t i = 0; i < n; i++)
        if (heaps[i].high - heaps[i].low > MOST_SPREAD || heaps[i].n < LEAST_IN_EACH ||
            (i > 0 && heaps[i].extent.start < heaps[i - 1].extent.end + LEAST_APART))
            return 0;
    return n;
}

/* The columns as all rows of the page have them together, of which none is full: their figures
 * stand in as many heaps. By the other metric they must not stand in fewer. */
static bool read_all_rows(const struct grid *grid, const struct grid_run *run, struct columns *out)
{
    struct heap heaps[COLUMNS_MOST];
    for (int edge = 0; edge < EDGES; edge++) {
        size_t n = read_heaps(grid, run, !out->metric, edge, heaps);
        if (n > 0 && n != run->width)
            return false;
    }
    if (read_heaps(grid, run, out->metric, out->edge, heaps) != run->width)
        return false;
    for (size_t k = 0; k < run->width; k++) {
        out->at[k] = (uint32_t)(heaps[k].sum / heaps[k].n);
        out->extents[k] = heaps[k].extent;
    }
    out->n = run->width;
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
        if (!read_rows(grid, run, &columns) && !columns_read_header(grid, run, &columns) &&
            !read_all_rows(grid, run, &columns))
            continue;
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

/* How far all figures of the table are off the edge of their columns' labels. */
static uint64_t table_off(const struct grid *grid, int metric, int edge, size_t *nfigures)
{
    uint64_t off = 0;
    *nfigures = 0;
    for (size_t i = 0; i < grid->nruns; i++) {
        const struct grid_run *run = &grid->runs[i];
        struct columns header = {.metric = metric, .edge = edge};
        if (run->end == run->first || run->width > COLUMNS_MOST ||
            !columns_read_header(grid, run, &header))
            continue;
        off += run_off(grid, run, &header);
        *nfigures += run->end - run->first;
    }
    return off;
}

bool columns_settle_exactly(const struct grid *grid, const struct grid_run *run, size_t *at)
{
    enum { LEAST_FIGURES = 3, MOST_NEAR = 2 };
    size_t there[COLUMNS_MOST];
    bool exactly = false;
    bool nearly = false;
    for (int m = 0; m < GRID_METRICS; m++)
        for (int edge = 0; edge < EDGES; edge++) {
            struct columns header = {.metric = m, .edge = edge};
            size_t n;
            if (!columns_read_header(grid, run, &header) ||
                run_off(grid, run, &header) > MOST_NEAR * (run->end - run->first))
                continue;
            uint64_t off = table_off(grid, m, edge, &n);
            if (off > MOST_NEAR * n)
                continue;
            if (!columns_settle(grid, run, &header, there) ||
                (nearly && memcmp(at, there, run->width * sizeof *at) != 0))
                return false;
            memcpy(at, there, run->width * sizeof *at);
            nearly = true;
            exactly = exactly || (off == 0 && n >= LEAST_FIGURES);
        }
    return exactly;
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

/* How a row's label begins: an item's number, a bracket, or neither. */
enum level { LEVEL_ITEM, LEVEL_BRACKET, LEVEL_OTHER, LEVELS };

static enum level level_of(const struct grid_cell *label)
{
    char first = label->text.nbytes > 0 ? *label->text.ptr : 0;
    return ascii_is_digit(first) ? LEVEL_ITEM : first == '(' ? LEVEL_BRACKET : LEVEL_OTHER;
}

/* Labels are set to the left of their cells or to the middle. */
enum { LABEL_EDGES = 2 };

/* Where the labels of a level stand, from the least place to the greatest, by each edge. */
struct stand {
    uint32_t least[GRID_METRICS][LABEL_EDGES], most[GRID_METRICS][LABEL_EDGES];
    size_t n;
};

static void stand_add(struct stand *stand, const struct grid_cell *label)
{
    for (int m = 0; m < GRID_METRICS; m++)
        for (int e = 0; e < LABEL_EDGES; e++) {
            uint32_t at = place_of(label->at[m], e);
            uint32_t *least = &stand->least[m][e], *most = &stand->most[m][e];
            *least = stand->n == 0 || at < *least ? at : *least;
            *most = stand->n == 0 || at > *most ? at : *most;
        }
    stand->n++;
}

/* Whether no edge of the labels is below that of the others. */
static bool is_bent(const struct stand *stand)
{
    enum { MOST_OFF = 4 }; /* halves of a character */
    for (int m = 0; m < GRID_METRICS; m++)
        for (int e = 0; e < LABEL_EDGES; e++)
            if (stand->n < 2 || stand->most[m][e] - stand->least[m][e] <= MOST_OFF)
                return false;
    return true;
}

/* Whether labels of one kind, beside figures of the run's page, do not stand below each other: a
 * page ended between the rows, which no mark tells, and its columns are others. */
static bool are_bent(const struct grid *grid, const struct grid_run *run)
{
    struct stand stands[LEVELS] = {0};
    for (size_t i = 0; i < grid->nruns && grid->table == TABLE_T3; i++) {
        const struct grid_run *other = &grid->runs[i];
        if (!is_beside(grid, run, other) || other->first == 0)
            continue;
        const struct grid_cell *label = &grid->cells[other->first - 1];
        if (label->shape == SHAPE_TEXT && label->line == label[1].line)
            stand_add(&stands[level_of(label)], label);
    }
    return is_bent(&stands[LEVEL_ITEM]) || is_bent(&stands[LEVEL_BRACKET]) ||
           is_bent(&stands[LEVEL_OTHER]);
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
    seen->are_bent = are_bent(grid, run);
    seen->hold = seen->found[seen->better] && columns_hold(grid, run, &seen->by[seen->better]);
    return seen;
}
