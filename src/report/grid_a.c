/* A1: one cell a line, blank lines between; a blank cell is one line break too
 * many. A2: one cell a line that starts with a tab, a lone tab when empty, a
 * blank line after each row. */
#include "grid.h"

static unsigned share(size_t part, size_t whole)
{
    return whole ? (unsigned)(part * 100 / whole) : 0;
}

/* Counts the lines that are no blank ones, and those of one piece, with or
 * without a tab before it, and cut out of a paragraph. */
static void count_lines(const struct pieces *pieces, size_t first, size_t end, size_t *nlines,
                        size_t *nplain, size_t *ntabbed, size_t *nrun)
{
    *nlines = *nplain = *ntabbed = *nrun = 0;
    for (size_t i = first; i < end; i++) {
        const struct piece_line *line = &pieces->lines[i];
        if (line->is_blank)
            continue;
        ++*nlines;
        *nplain += line->npieces == 1 && !line->is_run;
        *nrun += line->npieces == 1 && line->is_run;
        *ntabbed += line->npieces == 2 && !line->is_barred &&
                    pieces->items[line->first].shape == SHAPE_EMPTY;
    }
}

static unsigned claim_a1(const struct pieces *pieces, size_t first, size_t end)
{
    size_t nlines, nplain, ntabbed, nrun;
    count_lines(pieces, first, end, &nlines, &nplain, &ntabbed, &nrun);
    return share(nplain, nlines);
}

static unsigned claim_a2(const struct pieces *pieces, size_t first, size_t end)
{
    size_t nlines, nplain, ntabbed, nrun;
    count_lines(pieces, first, end, &nlines, &nplain, &ntabbed, &nrun);
    return share(ntabbed, nlines);
}

static unsigned claim_d(const struct pieces *pieces, size_t first, size_t end)
{
    size_t nlines, nplain, ntabbed, nrun;
    count_lines(pieces, first, end, &nlines, &nplain, &ntabbed, &nrun);
    return share(nrun, nlines);
}

static int read_a1(const struct pieces *pieces, size_t first, size_t end, struct grid *grid)
{
    uint32_t gap = 0;
    bool noise = false;
    for (size_t i = first; i < end; i++, gap++) {
        const struct piece_line *line = &pieces->lines[i];
        for (uint32_t k = 0; k < line->npieces; k++) {
            const struct piece *piece = &pieces->items[line->first + k];
            if (piece->is_noise)
                noise = true;
            if (piece->shape == SHAPE_EMPTY || piece->is_noise)
                continue;
            struct grid_cell *cell = grid_add(grid, piece, (uint32_t)i);
            if (!cell)
                return -1;
            cell->gap = gap;
            cell->after_noise = noise;
            gap = 0;
            noise = false;
        }
    }
    return 0;
}

/* A line without its tab goes on with the cell above, unless it is something
 * by itself. */
static bool goes_on(const struct grid *grid, const struct piece *piece, bool after_blank)
{
    if (grid->ncells == 0 || after_blank || piece->hit.label)
        return false;
    const struct grid_cell *last = &grid->cells[grid->ncells - 1];
    return last->shape != SHAPE_EMPTY && (!last->hit.label || piece->shape == SHAPE_TEXT);
}

static int read_line_a2(const struct pieces *pieces, size_t index, uint32_t row, bool after_blank,
                        struct grid *grid)
{
    const struct piece_line *line = &pieces->lines[index];
    for (uint32_t k = 0; k < line->npieces; k++) {
        const struct piece *piece = &pieces->items[line->first + k];
        if (piece->is_noise || (k == 0 && line->npieces > 1 && piece->shape == SHAPE_EMPTY))
            continue;
        if (k == 0 && goes_on(grid, piece, after_blank)) {
            if (grid_extend(grid, pieces, piece) < 0)
                return -1;
            continue;
        }
        struct grid_cell *cell = grid_add(grid, piece, (uint32_t)index);
        if (!cell)
            return -1;
        cell->row = row;
    }
    return 0;
}

static int read_a2(const struct pieces *pieces, size_t first, size_t end, struct grid *grid)
{
    uint32_t row = 0;
    bool after_blank = true;
    for (size_t i = first; i < end; i++) {
        if (pieces->lines[i].is_blank) {
            row += !after_blank;
            after_blank = true;
            continue;
        }
        if (read_line_a2(pieces, i, row, after_blank, grid) < 0)
            return -1;
        after_blank = false;
    }
    return 0;
}

/* In full rows every cell is there, so line breaks over the usual number are
 * no blank cells but noise of the page. */
static void survey_a1(struct grid *grid, struct grid_run *runs, size_t nruns)
{
    size_t singles = 0;
    size_t doubles = 0;
    bool surplus = false;
    for (size_t i = 0; i < nruns; i++) {
        if (grid_count(grid, &runs[i]) != runs[i].width)
            continue;
        for (size_t k = runs[i].first + 1; k < runs[i].end; k++) {
            singles += grid->cells[k].gap == 1;
            doubles += grid->cells[k].gap == 2;
            surplus = surplus || grid->cells[k].gap > 1;
        }
        if (runs[i].end < grid->ncells)
            surplus = surplus || grid->cells[runs[i].end].gap > 1;
    }
    grid->base_gap = singles > doubles ? 1 : 2;
    grid->gaps_hold = grid->base_gap == 2 || !surplus;
}

/* Blank cells that the line breaks before cell `index` stand for. */
static size_t blanks_before(const struct grid *grid, size_t index)
{
    if (index >= grid->ncells || grid->cells[index].gap <= grid->base_gap)
        return 0;
    return grid->cells[index].gap - grid->base_gap;
}

static enum grid_placing place_a1(const struct grid *grid, const struct grid_run *run, size_t *at)
{
    enum grid_placing placing = grid_place_plain(grid, run, at);
    /* A whole blank row, then values: those of a row that lost its label? */
    if (placing == GRID_PLACED && run->width > 1 && run->first > 0 &&
        blanks_before(grid, run->first) >= run->width)
        return GRID_UNPLACED;
    if (placing != GRID_UNPLACED || !grid->gaps_hold)
        return placing;
    size_t n = 0;
    for (size_t i = run->first; i <= run->end; i++) {
        if (i < grid->ncells && grid->cells[i].after_noise)
            return GRID_UNPLACED;
        for (size_t blanks = blanks_before(grid, i); blanks > 0; blanks--) {
            if (n >= run->width)
                return GRID_UNPLACED;
            at[n++] = GRID_NO_CELL;
        }
        if (i < run->end) {
            if (n >= run->width)
                return GRID_UNPLACED;
            at[n++] = i;
        }
    }
    return n == run->width ? GRID_PLACED : GRID_UNPLACED;
}

static void survey_nothing(struct grid *grid, struct grid_run *runs, size_t nruns)
{
    (void)grid;
    (void)runs;
    (void)nruns;
}

/* Every lone tab is a cell of the document's table, so a row that has as many
 * fields as the form has columns is complete. */
static enum grid_placing place_a2(const struct grid *grid, const struct grid_run *run, size_t *at)
{
    if (run->end - run->first == run->width && grid_count(grid, run) > 0) {
        grid_take(run->first, run->width, at);
        return GRID_PLACED;
    }
    return grid_place_plain(grid, run, at);
}

const struct grid_reader grid_a1 = {
    .layout = "A1",
    .has_rows = false,
    .claim = claim_a1,
    .read = read_a1,
    .survey = survey_a1,
    .place = place_a1,
};

/* The words of one paragraph, cut apart at its blanks (runs.c): a surplus blank is
 * what a surplus line break is in A1. */
const struct grid_reader grid_d = {
    .layout = "D",
    .has_rows = false,
    .claim = claim_d,
    .read = read_a1,
    .survey = survey_a1,
    .place = place_a1,
};

const struct grid_reader grid_a2 = {
    .layout = "A2",
    .has_rows = true,
    .claim = claim_a2,
    .read = read_a2,
    .survey = survey_nothing,
    .place = place_a2,
};
