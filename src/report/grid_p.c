/* P: columns aligned with blanks, as converters of PDF print them. A short row
 * is placed by where its figures stand, when full rows or the header of the
 * same page show the columns. */
#include <stdlib.h>
#include <string.h>

#include "aligned.h"
#include "ruled.h"

enum { MOST_COLUMNS = 16, CLEARLY = 2, MOST_OFF = 6, LEAST_FIT_PERCENT = 80 };

/* All lines of the region count, half labels on lines of their own too; where
 * nearly no row has wider gaps, single blanks explain them as well. */
static unsigned claim_p(const struct grid_site *site)
{
    const struct grid_tally *tally = &site->tally;
    if (tally->nlines == 0 || tally->nblanks * 4 < tally->nlines)
        return 0;
    bool are_wide = tally->nwide * 10 > tally->nblanks;
    return grid_share(site, are_wide ? tally->nown : tally->nblanks) -
           (!are_wide && tally->nblanks > 0);
}

static void extend(struct grid_extent *extent, struct grid_extent more)
{
    extent->start = more.start < extent->start ? more.start : extent->start;
    extent->end = more.end > extent->end ? more.end : extent->end;
}

static void widen(struct grid_cell *cell, const struct aligned_word *word)
{
    for (int m = 0; m < GRID_METRICS; m++)
        extend(&cell->at[m], word->at[m]);
}

static struct grid_cell *add_word(struct grid *grid, const struct aligned_word *word, uint32_t row)
{
    struct grid_cell *cell = grid_add(grid, word->piece, word->line);
    if (!cell)
        return NULL;
    cell->row = row;
    cell->page = word->page;
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

/* A figure alone on its line, where rows have labels, is none of theirs, but for one between
 * two labels. */
static bool is_stray(const struct aligned *a, const struct aligned_line *line)
{
    if (line->label.nwords > 0 || line->is_disputed || line->end - line->first > 1)
        return false;
    for (size_t i = 0; i < a->nlines; i++)
        if (a->lines[i].label.nwords > 0)
            return true;
    return false;
}

static bool is_bare(const struct aligned_line *line)
{
    return line->is_row && line->ntexts == 0;
}

/* Whether figures without any text stand on the line just above or below: they
 * may be this row's, set a line higher. */
static bool is_beside_bare(const struct aligned *a, size_t index)
{
    const struct aligned_line *line = &a->lines[index];
    if (is_bare(line))
        return false;
    return (index > 0 && line[-1].line + 1 == line->line && is_bare(line - 1)) ||
           (index + 1 < a->nlines && line->line + 1 == line[1].line && is_bare(line + 1));
}

/* Whether figures of no label stand on the line right below: they may be the rest of this
 * row's, broken in narrow columns. */
static bool is_above_strays(const struct aligned *a, size_t index)
{
    const struct aligned_line *line = &a->lines[index];
    return index + 1 < a->nlines && line[1].line == line->line + 1 && is_bare(line + 1) &&
           line[1].label.nwords == 0;
}

/* Labels that are no row's have even rows of their own, so that no figures are
 * taken for theirs. */
static int read_p(const struct pieces *pieces, size_t first, size_t end, struct grid *grid)
{
    struct aligned a;
    size_t next = 0;
    bool after_stray = false;
    if (aligned_read(pieces, first, end, &a) < 0 || ruled_read(pieces, first, end, grid) < 0)
        return -1;
    for (size_t i = 0; i < a.nlines; i++) {
        const struct aligned_line *line = &a.lines[i];
        for (; next < a.nothers && a.words[a.others[next].words[0]].line <= line->line; next++)
            if (add_label(grid, &a, &a.others[next], 2 * line->line) < 0)
                return -1;
        after_stray = after_stray || is_stray(&a, line);
        if (!line->is_row || is_stray(&a, line))
            continue;
        if (add_label(grid, &a, &line->label, 2 * line->line + 1) < 0)
            return -1;
        bool beside_bare = is_beside_bare(&a, i);
        bool above_strays = line->label.nwords > 0 && is_above_strays(&a, i);
        for (size_t k = line->first + line->ntexts; k < line->end; k++) {
            struct grid_cell *cell = add_word(grid, &a.words[k], 2 * line->line + 1);
            if (!cell)
                return -1;
            cell->after_noise = after_stray;
            cell->beside_bare = beside_bare;
            after_stray = false;
            cell->may_be_torn = above_strays;
            cell->is_value = grid_is_remark(pieces->labels, &cell->hit, cell->text);
        }
    }
    return 0;
}

/* ---- which column a figure stands in ---- */

/* Figures may be set to the left, the middle or the right of their column. */
enum { EDGES = 3 };

/* One way to measure places: where the columns are, and how far off the figures
 * of the page are on the whole. */
struct columns {
    int metric, edge;
    uint32_t at[MOST_COLUMNS];                /* twice the place, that a middle is whole */
    struct grid_extent extents[MOST_COLUMNS]; /* of what was seen there */
    size_t n;
    size_t nfull; /* rows that show them; 0: the header does */
    uint64_t off;
    uint64_t others_off; /* without the run's own: it does not vouch for itself */
    uint64_t nfigures;
    bool is_edge_clear; /* by the other edges the figures are clearly farther off */
};

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
    uint64_t sums[MOST_COLUMNS] = {0};
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
            extend(&out->extents[k], at);
        }
        nfull++;
    }
    for (size_t k = 0; nfull > 0 && k < run->width; k++)
        out->at[k] = (uint32_t)(sums[k] / nfull);
    out->n = nfull > 0 ? run->width : 0;
    out->nfull = nfull;
    return nfull > 0;
}

static bool is_column_label(const struct grid_cell *cell)
{
    const struct label *label = cell->hit.label;
    while (label && label->kind != LABEL_COLUMN)
        label = label->next;
    return label != NULL && cell->shape == SHAPE_TEXT;
}

static int by_start(const void *a, const void *b)
{
    const struct grid_extent *x = a;
    const struct grid_extent *y = b;
    return (x->start > y->start) - (x->start < y->start);
}

/* The columns as the header above the run has them, each label apart. */
static bool read_header(const struct grid *grid, const struct grid_run *run, struct columns *out)
{
    struct grid_extent extents[MOST_COLUMNS];
    uint32_t page = grid->cells[run->first].page;
    size_t n = 0;
    for (size_t i = run->first; i-- > 0 && n < run->width;)
        if (is_column_label(&grid->cells[i]) && grid->cells[i].page == page)
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

static void weigh(const struct grid *grid, const struct grid_run *run, struct columns *columns)
{
    uint32_t first, second;
    columns->off = columns->others_off = columns->nfigures = 0;
    for (size_t i = 0; i < grid->nruns; i++)
        for (size_t k = grid->runs[i].first;
             is_beside(grid, run, &grid->runs[i]) && k < grid->runs[i].end; k++) {
            nearest(columns, place_of(grid->cells[k].at[columns->metric], columns->edge), &first,
                    &second);
            columns->off += first;
            columns->others_off += grid->runs[i].first == run->first ? 0 : first;
            columns->nfigures++;
        }
}

/* The edge that fits best, counted by this metric. */
static bool read_columns(const struct grid *grid, const struct grid_run *run, int metric,
                         struct columns *best)
{
    uint64_t next = UINT64_MAX;
    bool found = false;
    for (int edge = 0; edge < EDGES; edge++) {
        struct columns columns = {.metric = metric, .edge = edge};
        if (!read_rows(grid, run, &columns) && !read_header(grid, run, &columns))
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
    best->is_edge_clear = best->off * CLEARLY < next;
    return found;
}

static bool overlap(struct grid_extent a, struct grid_extent b)
{
    return a.start < b.end && b.start < a.end;
}

/* Over or under what the column holds; converters round places to whole characters. */
static bool is_within(struct grid_extent column, struct grid_extent figure)
{
    return figure.start <= column.end + 1 && column.start <= figure.end + 1;
}

/* Beside two columns and under neither: which of them is meant cannot be known, unless the
 * figures are surely set to one edge. */
static bool is_between(const struct columns *columns, struct grid_extent figure)
{
    size_t nnear = 0;
    for (size_t i = 0; !columns->is_edge_clear && i < columns->n; i++) {
        if (overlap(columns->extents[i], figure))
            return false;
        nnear += is_within(columns->extents[i], figure);
    }
    return nnear > 1;
}

/* Puts each figure of the run into its column, over or under what stands there and
 * much nearer than the next; false when one has none, or two share one. */
static bool settle(const struct grid *grid, const struct grid_run *run,
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
            !is_within(columns->extents[column], figure) || is_between(columns, figure))
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
    size_t at[MOST_COLUMNS];
    size_t nrows = 0;
    size_t nfit = 0;
    for (size_t i = 0; i < grid->nruns; i++) {
        const struct grid_run *other = &grid->runs[i];
        if (!is_beside(grid, run, other) || other->width != run->width ||
            grid_count(grid, other) != other->end - other->first)
            continue;
        nrows++;
        nfit += settle(grid, other, columns, at);
    }
    return nfit * 100 >= nrows * LEAST_FIT_PERCENT;
}

/* What speaks for columns, and what speaks for cells one behind the other. */
struct evidence {
    size_t napart, nclose;    /* figures more than a blank behind the figure before, or not */
    size_t naligned, nfollow; /* rows whose first figures stand below each other, or as far
                                 behind labels of another length */
};

static void weigh_gaps(const struct grid *grid, const struct grid_run *run, struct evidence *found)
{
    for (size_t k = run->first + 1; k < run->end; k++) {
        bool apart = grid->cells[k].at[0].start > grid->cells[k - 1].at[0].end + 1;
        found->napart += apart;
        found->nclose += !apart;
    }
}

/* The label right before the run's first figure, on one line with it; NULL. */
static const struct grid_cell *label_before(const struct grid *grid, const struct grid_run *run)
{
    const struct grid_cell *figure = &grid->cells[run->first];
    if (run->first == 0 || run->first == run->end || figure[-1].row != figure->row ||
        figure[-1].shape != SHAPE_TEXT)
        return NULL;
    size_t nbytes = figure->span.start - figure[-1].span.start;
    return memchr(grid->source + figure[-1].span.start, '\n', nbytes) ? NULL : &figure[-1];
}

static void weigh_labels(const struct grid *grid, const struct grid_run *run,
                         const struct grid_run *next, struct evidence *found)
{
    const struct grid_cell *above = label_before(grid, run);
    const struct grid_cell *below = label_before(grid, next);
    if (!above || !below || above->at[0].end == below->at[0].end)
        return;
    uint32_t gaps[] = {above[1].at[0].start - above->at[0].end,
                       below[1].at[0].start - below->at[0].end};
    bool lined_up =
        overlap(above[1].at[0], below[1].at[0]) || overlap(above[1].at[1], below[1].at[1]);
    found->nfollow += gaps[0] == gaps[1];
    found->naligned += gaps[0] != gaps[1] && lined_up;
}

/* Whether the place of a figure may say anything, and whether it surely does. */
static bool are_columns(const struct grid *grid, const struct grid_run *runs, size_t nruns,
                        bool *lines_up)
{
    struct evidence found = {0};
    for (size_t i = 0; i < nruns; i++) {
        weigh_gaps(grid, &runs[i], &found);
        if (i + 1 < nruns)
            weigh_labels(grid, &runs[i], &runs[i + 1], &found);
    }
    *lines_up = found.naligned > found.nfollow;
    if (found.nfollow > 0 && found.nfollow >= found.naligned)
        return false;
    return found.napart > found.nclose || (found.nclose == 0 && found.naligned > 0);
}

static void survey_p(struct grid *grid, struct grid_run *runs, size_t nruns)
{
    grid->gaps_hold = are_columns(grid, runs, nruns, &grid->lines_up);
    grid->runs = runs;
    grid->nruns = nruns;
}

static bool spans_lines(const struct grid *grid, const struct grid_run *run)
{
    for (size_t i = run->first + 1; i < run->end; i++)
        if (grid->cells[i].line != grid->cells[run->first].line)
            return true;
    return false;
}

/* Whether figures that stand alone, skipped, are among the run's lines: they may be its own,
 * and those of other lines not. */
static bool has_strays(const struct grid *grid, const struct grid_run *run)
{
    for (size_t i = run->first + 1; i < run->end; i++)
        if (grid->cells[i].after_noise)
            return true;
    return false;
}

/* Puts a full row's cells in the order in which they stand side by side; false
 * where two of them stand one above the other. */
static bool sort_across(const struct grid *grid, int metric, size_t *at, size_t n)
{
    for (size_t i = 1; i < n; i++)
        for (size_t k = i; k > 0; k--) {
            struct grid_extent left = grid->cells[at[k - 1]].at[metric];
            struct grid_extent right = grid->cells[at[k]].at[metric];
            if (overlap(left, right))
                return false;
            if (left.start < right.start)
                break;
            size_t swap = at[k];
            at[k] = at[k - 1];
            at[k - 1] = swap;
        }
    return true;
}

/* Whether the row goes on at the start of the next line, where its label and no column
 * stands: the text was wrapped. */
static bool is_wrapped(const struct grid *grid, const struct grid_run *run)
{
    const struct grid_cell *first = &grid->cells[run->first];
    if (run->first == 0 || first[-1].shape != SHAPE_TEXT || first[-1].row != first->row)
        return false;
    for (size_t i = run->first + 1; i < run->end; i++)
        if (grid->cells[i].line > first->line && grid->cells[i].at[0].start < first[-1].at[0].end)
            return true;
    return false;
}

/* A number whose unit stands below it is printed a line above its neighbours:
 * such a row reads across, not down. */
static enum grid_placing place_across(const struct grid *grid, const struct grid_run *run,
                                      size_t *at)
{
    size_t other[MOST_COLUMNS];
    if (is_wrapped(grid, run))
        return grid_place_plain(grid, run, at);
    memcpy(other, at, run->width * sizeof *at);
    bool across = sort_across(grid, 0, at, run->width);
    if (across != sort_across(grid, 1, other, run->width))
        return GRID_UNPLACED;
    if (!across)
        return grid_place_plain(grid, run, at);
    return memcmp(at, other, run->width * sizeof *at) == 0 ? GRID_PLACED : GRID_UNPLACED;
}

/* Whether the figures stand below the labels of their columns, which is asked of a table
 * where nothing else shows that it has columns. */
static bool stand_below_header(const struct grid *grid, const struct grid_run *run, int metric,
                               const size_t *at)
{
    struct columns header = {.metric = metric};
    if (!read_header(grid, run, &header))
        return false;
    for (size_t i = 0; i < run->width; i++)
        if (at[i] != GRID_NO_CELL && !is_within(header.extents[i], grid->cells[at[i]].at[metric]))
            return false;
    return true;
}

/* Whether a text stands among the figures that is no word for one: a part of the label,
 * whose own number then counts as a figure. */
static bool holds_text(const struct grid *grid, const struct grid_run *run)
{
    for (size_t i = run->first; i < run->end; i++)
        if (grid->cells[i].shape == SHAPE_TEXT && !grid->cells[i].is_value)
            return true;
    return false;
}

/* Whether the metric fits clearly better, as others than the run show; or, where full
 * rows show the columns, as its own figures do: those of a single row say no more than
 * what stands straight over or under them. */
static bool is_clear(const struct grid *grid, const struct grid_run *run,
                     const struct columns *better, const struct columns *worse, const size_t *at)
{
    if (better->others_off * CLEARLY < worse->others_off)
        return true;
    if (better->off * CLEARLY >= worse->off || better->nfull == 0)
        return false;
    for (size_t i = 0; better->nfull == 1 && i < run->width; i++)
        if (at[i] != GRID_NO_CELL &&
            !overlap(better->extents[i], grid->cells[at[i]].at[better->metric]))
            return false;
    return true;
}

static bool may_be_torn(const struct grid *grid, const struct grid_run *run)
{
    bool torn = false;
    for (size_t i = run->first; i < run->end; i++)
        torn = torn || grid->cells[i].may_be_torn;
    return torn;
}

/* By the metric that fits clearly better; where both fit, both must say the
 * same. */
static enum grid_placing place_p(const struct grid *grid, const struct grid_run *run, size_t *at)
{
    enum grid_placing placing = grid_place_plain(grid, run, at);
    struct columns columns[GRID_METRICS];
    size_t other[MOST_COLUMNS];
    if (placing == GRID_PLACED && may_be_torn(grid, run) && !spans_lines(grid, run))
        return GRID_UNPLACED;
    if (placing == GRID_PLACED && holds_text(grid, run))
        return GRID_UNPLACED;
    if (placing == GRID_PLACED && run->width <= MOST_COLUMNS && spans_lines(grid, run))
        return has_strays(grid, run) ? GRID_UNPLACED : place_across(grid, run, at);
    if (placing == GRID_UNPLACED && ruled_place(grid, run, at))
        return GRID_PLACED;
    bool beside_bare = run->end > run->first && grid->cells[run->first].beside_bare;
    if (placing != GRID_UNPLACED || !grid->gaps_hold || beside_bare || run->width > MOST_COLUMNS ||
        grid_count(grid, run) > run->width)
        return placing;
    bool found[GRID_METRICS];
    for (int m = 0; m < GRID_METRICS; m++)
        found[m] = read_columns(grid, run, m, &columns[m]);
    int better = found[1] && (!found[0] || columns[1].off < columns[0].off);
    if (!found[better] || !columns_hold(grid, run, &columns[better]) ||
        !settle(grid, run, &columns[better], at) ||
        (!grid->lines_up && !stand_below_header(grid, run, 0, at) &&
         !stand_below_header(grid, run, 1, at)))
        return GRID_UNPLACED;
    if (!found[!better])
        return columns[better].off <= MOST_OFF * columns[better].nfigures ? GRID_PLACED
                                                                          : GRID_UNPLACED;
    if (is_clear(grid, run, &columns[better], &columns[!better], at))
        return GRID_PLACED;
    if (!settle(grid, run, &columns[!better], other))
        return GRID_UNPLACED;
    return memcmp(at, other, run->width * sizeof *at) == 0 ? GRID_PLACED : GRID_UNPLACED;
}

const struct grid_reader grid_p = {
    .layout = "P",
    .has_rows = true,
    .claim = claim_p,
    .read = read_p,
    .survey = survey_p,
    .place = place_p,
};
