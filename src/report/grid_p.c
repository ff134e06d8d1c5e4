/* P: columns aligned with blanks, as converters of PDF print them. A short row
 * is placed by where its figures stand, when full rows or the header of the
 * same page show the columns. */
#include <stdlib.h>

#include "aligned.h"

enum { MOST_COLUMNS = 16 };

static bool is_wide(const struct pieces *pieces, const struct piece_line *line)
{
    for (uint32_t k = 1; k < line->npieces; k++)
        if (pieces->items[line->first + k].blanks > 1)
            return true;
    return false;
}

/* All lines of the region count, half labels on lines of their own too; where
 * nearly no row has wider gaps, single blanks explain them as well. */
static unsigned claim_p(const struct pieces *pieces, size_t first, size_t end)
{
    size_t nlines = 0;
    size_t nrows = 0;
    size_t nwide = 0;
    size_t nown = 0;
    for (size_t i = first; i < end; i++) {
        const struct piece_line *line = &pieces->lines[i];
        nlines += !line->is_blank;
        nrows += line->by_blanks;
        nwide += line->by_blanks && is_wide(pieces, line);
        nown += !line->is_blank && (line->by_blanks || line->npieces == 1) && !line->is_run;
    }
    if (nrows * 4 < nlines)
        return 0;
    return (unsigned)((nwide * 10 > nrows ? nown : nrows) * 100 / nlines) -
           (nwide * 10 <= nrows && nrows > 0);
}

static void widen(struct grid_cell *cell, const struct aligned_word *word)
{
    for (int m = 0; m < GRID_METRICS; m++) {
        if (word->at[m].start < cell->at[m].start)
            cell->at[m].start = word->at[m].start;
        if (word->at[m].end > cell->at[m].end)
            cell->at[m].end = word->at[m].end;
    }
}

static struct grid_cell *add_word(struct grid *grid, const struct aligned_word *word, uint32_t row)
{
    struct grid_cell *cell = grid_add(grid, word->piece, word->line);
    if (!cell)
        return NULL;
    cell->row = row;
    for (int m = 0; m < GRID_METRICS; m++)
        cell->at[m] = word->at[m];
    return cell;
}

static int add_label(struct grid *grid, const struct aligned *a, const struct aligned_label *label,
                     uint32_t row)
{
    for (size_t i = 0; i < label->nwords; i++) {
        const struct aligned_word *word = &a->words[label->words[i]];
        if (i == 0 && !add_word(grid, word, row))
            return -1;
        if (i > 0 && grid_extend(grid, a->pieces, word->piece) < 0)
            return -1;
        if (i > 0)
            widen(&grid->cells[grid->ncells - 1], word);
    }
    return 0;
}

/* A figure alone on its line, where rows have labels, is none of theirs. */
static bool is_stray(const struct aligned *a, const struct aligned_line *line)
{
    if (line->label.nwords > 0 || line->end - line->first > 1)
        return false;
    for (size_t i = 0; i < a->nlines; i++)
        if (a->lines[i].label.nwords > 0)
            return true;
    return false;
}

/* Labels that are no row's have even rows of their own, so that no figures are
 * taken for theirs. */
static int read_p(const struct pieces *pieces, size_t first, size_t end, struct grid *grid)
{
    struct aligned a;
    size_t next = 0;
    if (aligned_read(pieces, first, end, &a) < 0)
        return -1;
    for (size_t i = 0; i < a.nlines; i++) {
        const struct aligned_line *line = &a.lines[i];
        for (; next < a.nothers && a.words[a.others[next].words[0]].line <= line->line; next++)
            if (add_label(grid, &a, &a.others[next], 2 * line->line) < 0)
                return -1;
        if (!line->is_row || is_stray(&a, line))
            continue;
        if (add_label(grid, &a, &line->label, 2 * line->line + 1) < 0)
            return -1;
        for (size_t k = line->first + line->ntexts; k < line->end; k++)
            if (!add_word(grid, &a.words[k], 2 * line->line + 1))
                return -1;
    }
    return 0;
}

/* ---- which column a figure stands in ---- */

struct columns {
    struct grid_extent at[MOST_COLUMNS];
    size_t n;
};

static size_t page_of(const struct grid *grid, uint32_t offset)
{
    size_t page = 0;
    for (uint32_t i = 0; i < offset; i++)
        page += grid->source[i] == '\f';
    return page;
}

static bool on_page(const struct grid *grid, const struct grid_cell *cell, size_t page)
{
    return page_of(grid, cell->span.start) == page;
}

static bool is_apart(const struct columns *columns)
{
    for (size_t i = 1; i < columns->n; i++)
        if (columns->at[i].start < columns->at[i - 1].end)
            return false;
    return columns->n > 0;
}

static void stretch(struct grid_extent *extent, struct grid_extent more)
{
    extent->start = more.start < extent->start ? more.start : extent->start;
    extent->end = more.end > extent->end ? more.end : extent->end;
}

/* The columns that the full rows of the run's page and block show. */
static bool columns_of_rows(const struct grid *grid, const struct grid_run *runs, size_t nruns,
                            const struct grid_run *run, int metric, struct columns *out)
{
    size_t page = page_of(grid, grid->cells[run->first].span.start);
    out->n = 0;
    for (size_t i = 0; i < nruns; i++) {
        const struct grid_run *full = &runs[i];
        if (full->group != run->group || grid_count(grid, full) != run->width ||
            full->end - full->first != run->width ||
            !on_page(grid, &grid->cells[full->first], page))
            continue;
        for (size_t k = 0; k < run->width; k++) {
            struct grid_extent at = grid->cells[full->first + k].at[metric];
            if (out->n == run->width)
                stretch(&out->at[k], at);
            else
                out->at[k] = at;
        }
        out->n = run->width;
    }
    return is_apart(out);
}

static int by_start(const void *a, const void *b)
{
    const struct grid_extent *x = a;
    const struct grid_extent *y = b;
    return (x->start > y->start) - (x->start < y->start);
}

static bool is_column_label(const struct grid_cell *cell)
{
    const struct label *label = cell->hit.label;
    while (label && label->kind != LABEL_COLUMN)
        label = label->next;
    return label != NULL && cell->shape == SHAPE_TEXT;
}

/* The columns that the header above the run shows. */
static bool columns_of_header(const struct grid *grid, const struct grid_run *run, int metric,
                              struct columns *out)
{
    size_t page = page_of(grid, grid->cells[run->first].span.start);
    out->n = 0;
    for (size_t i = run->first; i-- > 0 && out->n < run->width;)
        if (is_column_label(&grid->cells[i]) && on_page(grid, &grid->cells[i], page))
            out->at[out->n++] = grid->cells[i].at[metric];
    qsort(out->at, out->n, sizeof out->at[0], by_start);
    return out->n == run->width && is_apart(out);
}

static uint32_t distance(struct grid_extent a, struct grid_extent b)
{
    if (a.start < b.end && b.start < a.end)
        return 0;
    return a.start >= b.end ? a.start - b.end + 1 : b.start - a.end + 1;
}

/* The column the figure stands in: over it, or much nearer to it than to any
 * other; -1 when that is not clear. */
static int column_of(const struct columns *columns, struct grid_extent at)
{
    int best = -1;
    uint32_t least = UINT32_MAX;
    uint32_t second = UINT32_MAX;
    for (size_t i = 0; i < columns->n; i++) {
        uint32_t far = distance(columns->at[i], at);
        if (far < least) {
            second = least;
            least = far;
            best = (int)i;
        } else if (far < second) {
            second = far;
        }
    }
    return least * 2 < second ? best : -1;
}

/* Puts each figure of the run into its column; false when one has none, or two
 * share one. */
static bool settle(const struct grid *grid, const struct grid_run *run,
                   const struct columns *columns, int metric, size_t *at)
{
    int last = -1;
    for (size_t i = 0; i < run->width; i++)
        at[i] = GRID_NO_CELL;
    for (size_t i = run->first; i < run->end; i++) {
        int column = column_of(columns, grid->cells[i].at[metric]);
        if (column <= last)
            return false;
        at[column] = i;
        last = column;
    }
    return true;
}

/* Whether figures stand apart by more than a blank, as columns do: else their
 * place says nothing. */
static bool are_columns(const struct grid *grid, const struct grid_run *runs, size_t nruns)
{
    size_t napart = 0;
    size_t nclose = 0;
    for (size_t i = 0; i < nruns; i++)
        for (size_t k = runs[i].first + 1; k < runs[i].end; k++) {
            bool apart = grid->cells[k].at[0].start > grid->cells[k - 1].at[0].end + 1;
            napart += apart;
            nclose += !apart;
        }
    return napart > nclose;
}

static void survey_p(struct grid *grid, struct grid_run *runs, size_t nruns)
{
    grid->gaps_hold = are_columns(grid, runs, nruns);
    grid->runs = runs;
    grid->nruns = nruns;
}

/* Both ways to count columns must say the same, where both show columns. */
static enum grid_placing place_p(const struct grid *grid, const struct grid_run *run, size_t *at)
{
    enum grid_placing placing = grid_place_plain(grid, run, at);
    size_t other[MOST_COLUMNS];
    bool known = false;
    if (placing != GRID_UNPLACED || !grid->gaps_hold || run->width > MOST_COLUMNS ||
        grid_count(grid, run) > run->width)
        return placing;
    for (int pass = 0; pass < 2 && !known; pass++)
        for (int m = 0; m < GRID_METRICS; m++) {
            struct columns columns;
            bool shown = pass == 0
                             ? columns_of_rows(grid, grid->runs, grid->nruns, run, m, &columns)
                             : columns_of_header(grid, run, m, &columns);
            if (!shown)
                continue;
            if (!settle(grid, run, &columns, m, known ? other : at))
                return GRID_UNPLACED;
            for (size_t i = 0; known && i < run->width; i++)
                if (at[i] != other[i])
                    return GRID_UNPLACED;
            known = true;
        }
    return known ? GRID_PLACED : GRID_UNPLACED;
}

const struct grid_reader grid_p = {
    .layout = "P",
    .has_rows = true,
    .claim = claim_p,
    .read = read_p,
    .survey = survey_p,
    .place = place_p,
};
