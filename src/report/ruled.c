#include "ruled.h"

#include <string.h>

enum { MOST_COLUMNS = 32, LEAST_COLUMNS = 3, LEAST_STROKES = 2, MOST_ABOVE = 12, MOST_BELOW = 2 };

/* The groups of strokes; 0 where something else stands in the line, or no gap. */
static size_t read_strokes(struct slice text, struct grid_extent columns[MOST_COLUMNS])
{
    size_t n = 0;
    for (size_t at = 0; at < text.nbytes;) {
        size_t start = at;
        while (at < text.nbytes && (text.ptr[at] == '-' || text.ptr[at] == '='))
            at++;
        if (at > start) {
            if (at - start < LEAST_STROKES || n == MOST_COLUMNS)
                return 0;
            columns[n++] = (struct grid_extent){(uint32_t)start, (uint32_t)at};
        } else if (text.ptr[at] == ' ') {
            at++;
        } else {
            return 0;
        }
    }
    return n;
}

/* A line that begins with anything else is surely no strokes. */
static bool may_be_strokes(const struct pieces *pieces, const struct piece_line *line)
{
    const char *text = pieces->report->text;
    char first = line->nfilled > 0 ? text[pieces->items[line->head].span.start] : '-';
    return first == '-' || first == '=';
}

int ruled_read(const struct pieces *pieces, size_t first, size_t end, struct grid *grid)
{
    struct grid_extent found[MOST_COLUMNS], other[MOST_COLUMNS];
    size_t nfound = 0;
    size_t least = first > MOST_ABOVE ? first - MOST_ABOVE : 0;
    size_t nlines = pieces->report->nlines;
    size_t most = end + MOST_BELOW < nlines ? end + MOST_BELOW : nlines;
    while (first > least && !pieces->lines[first - 1].is_heading)
        first--;
    for (size_t i = first; i < most; i++) {
        const struct piece_line *line = &pieces->lines[i];
        size_t n = may_be_strokes(pieces, line)
                       ? read_strokes(report_slice(pieces->report, line->span), other)
                       : 0;
        if (n < LEAST_COLUMNS)
            continue;
        if (nfound > 0 && (n != nfound || memcmp(found, other, n * sizeof *found) != 0))
            return 0;
        nfound = n;
        memcpy(found, other, n * sizeof *found);
    }
    if (nfound == 0)
        return 0;
    grid->ruled = arena_array(grid->arena, nfound, sizeof *grid->ruled);
    if (!grid->ruled)
        return -1;
    memcpy(grid->ruled, found, nfound * sizeof *found);
    grid->nruled = nfound;
    return 0;
}

/* The ruled column that holds all of the extent; -1. */
static int column_of(const struct grid *grid, struct grid_extent at)
{
    for (size_t i = 0; i < grid->nruled; i++)
        if (at.start >= grid->ruled[i].start && at.end <= grid->ruled[i].end)
            return (int)i;
    return -1;
}

/* Whether all figures of the table, measured so, stand in ruled columns. */
static bool holds_all(const struct grid *grid, int metric)
{
    for (size_t r = 0; r < grid->nruns; r++)
        for (size_t i = grid->runs[r].first; i < grid->runs[r].end; i++)
            if (column_of(grid, grid->cells[i].at[metric]) < 0)
                return false;
    return true;
}

static bool place_by(const struct grid *grid, const struct grid_run *run, int metric, size_t *at)
{
    size_t before = grid->nruled - run->width;
    for (size_t i = 0; i < run->width; i++)
        at[i] = GRID_NO_CELL;
    for (size_t i = run->first; i < run->end; i++) {
        int column = column_of(grid, grid->cells[i].at[metric]);
        if (column < (int)before || at[(size_t)column - before] != GRID_NO_CELL ||
            grid->cells[i].line != grid->cells[run->first].line)
            return false;
        at[(size_t)column - before] = i;
    }
    return true;
}

bool ruled_place(const struct grid *grid, const struct grid_run *run, size_t *at)
{
    bool placed = false;
    size_t before[MOST_COLUMNS];
    if (grid->nruled < run->width || run->end == run->first ||
        (grid->nruled != run->width && grid->nruled != run->width + run->label_columns))
        return false;
    for (int m = 0; m < GRID_METRICS; m++) {
        if (!holds_all(grid, m))
            continue;
        if (!place_by(grid, run, m, at) ||
            (placed && memcmp(before, at, run->width * sizeof *at) != 0))
            return false;
        memcpy(before, at, run->width * sizeof *at);
        placed = true;
    }
    return placed;
}
