/* P: which columns the figures of a page and block stand in, as its full rows or its header show
 * them. Figures are measured in characters and in screen columns. */
#ifndef GOUJI_SRC_REPORT_COLUMNS_H
#define GOUJI_SRC_REPORT_COLUMNS_H

#include "grid.h"

enum { COLUMNS_MOST = 16, COLUMNS_CLEARLY = 2 };

/* One way to measure places: where the columns are, and how far off the figures
 * of the page are on the whole. */
struct columns {
    int metric, edge;
    uint32_t at[COLUMNS_MOST];                /* twice the place, that a middle is whole */
    struct grid_extent extents[COLUMNS_MOST]; /* of what was seen there */
    size_t n;
    size_t nfull; /* rows that show them; 0: the header does */
    uint64_t off;
    uint64_t nfigures;
    bool is_edge_clear; /* by the other edges the figures are clearly farther off */
};

/* The columns of a run, which nearly always are those of the next, too. */
struct grid_columns {
    bool is_read;
    size_t first; /* cell of the run; the rest tells which runs share the page and block */
    size_t width;
    uint32_t page, group;
    bool found[GRID_METRICS];
    struct columns by[GRID_METRICS];
    int better;    /* metric, of those found */
    bool hold;     /* the better */
    bool are_bent; /* the rows' labels show that they are those of several pages */
};

static inline bool extents_overlap(struct grid_extent a, struct grid_extent b)
{
    return a.start < b.end && b.start < a.end;
}

/* Over or under what the column holds; converters round places to whole characters. */
static inline bool extents_meet(struct grid_extent column, struct grid_extent figure)
{
    return figure.start <= column.end + 1 && column.start <= figure.end + 1;
}

static inline void extent_add(struct grid_extent *extent, struct grid_extent more)
{
    extent->start = more.start < extent->start ? more.start : extent->start;
    extent->end = more.end > extent->end ? more.end : extent->end;
}

/* Those of the run, which is no wider than COLUMNS_MOST, by both metrics; until it is called
 * again for this grid. */
const struct grid_columns *columns_of(const struct grid *grid, const struct grid_run *run);

/* The columns as the header above the run has them, each label apart; by out->metric. */
bool columns_read_header(const struct grid *grid, const struct grid_run *run, struct columns *out);

/* Whether two of the run's figures, a single blank apart, stand below one label of the header, as
 * the others stand below theirs: one figure, torn. */
bool columns_are_torn(const struct grid *grid, const struct grid_run *run);

/* How far the figures are off without the run's own, which do not vouch for themselves. */
uint64_t columns_others_off(const struct grid *grid, const struct grid_run *run,
                            const struct columns *columns);

/* Puts each figure of the run into its column, over or under what stands there and
 * much nearer than the next; false when one has none, or two share one. */
bool columns_settle(const struct grid *grid, const struct grid_run *run,
                    const struct columns *columns, size_t *at);

/* Puts the figures of a row into the columns under whose labels they and all others of the table
 * stand exactly, set to one edge of these; false where they do not, or where another edge or
 * metric that nearly fits puts them elsewhere. */
bool columns_settle_exactly(const struct grid *grid, const struct grid_run *run, size_t *at);

#endif
