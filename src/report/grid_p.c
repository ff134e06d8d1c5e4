/* P: columns aligned with blanks, as converters of PDF print them. A short row
 * is placed by where its figures stand, when full rows or the header of the
 * same page show the columns. */
#include <string.h>

#include "aligned.h"
#include "columns.h"
#include "ruled.h"
#include "stops.h"

enum { MOST_OFF = 6, LEAST_FAR = 1 };

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

static void widen(struct grid_cell *cell, const struct aligned_word *word)
{
    for (int m = 0; m < GRID_METRICS; m++)
        extent_add(&cell->at[m], word->at[m]);
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

/* Whether figures without any text stand on the line just above or below: they
 * may be this row's, set a line higher. */
static bool is_beside_bare(const struct aligned *a, size_t index)
{
    const struct aligned_line *line = &a->lines[index];
    if (aligned_is_bare(line))
        return false;
    return (index > 0 && line[-1].line + 1 == line->line && aligned_is_bare(line - 1)) ||
           (index + 1 < a->nlines && line->line + 1 == line[1].line && aligned_is_bare(line + 1));
}

static bool are_strays(const struct aligned_line *line)
{
    return aligned_is_bare(line) && line->label.nwords == 0;
}

/* Whether figures of no label stand on the line right below, or, where labels stand below their
 * figures, right above: they may be the rest of this row's, broken in narrow columns. */
static bool is_beside_strays(const struct aligned *a, size_t index)
{
    const struct aligned_line *line = &a->lines[index];
    return (index + 1 < a->nlines && line[1].line == line->line + 1 && are_strays(line + 1)) ||
           (index > 0 && a->side == SIDE_BELOW && line[-1].line + 1 == line->line &&
            aligned_is_bare(line) && are_strays(line - 1));
}

static bool has_text_of(const struct aligned_line *line, const struct aligned_label *label)
{
    for (uint32_t i = 0; i < label->nwords; i++)
        if (label->words[i] >= line->first && label->words[i] < line->first + line->ntexts)
            return true;
    return false;
}

/* Whether figures stand beside the words of one label on this line and on the next: again, these
 * may be the rest of those. */
static bool shares_label(const struct aligned *a, size_t index)
{
    const struct aligned_line *line = &a->lines[index];
    if (index + 1 == a->nlines || line->ntexts == 0 || line[1].ntexts == 0 || !line[1].is_row ||
        line->label.nwords + line[1].label.nwords > 0 || line[1].line != line->line + 1)
        return false;
    for (size_t i = 0; i < a->nothers; i++)
        if (has_text_of(line, &a->others[i]) && has_text_of(line + 1, &a->others[i]))
            return true;
    return false;
}

/* Labels that are no row's have even rows of their own, so that no figures are
 * taken for theirs. */
static int read_p(const struct pieces *pieces, size_t first, size_t end, struct grid *grid)
{
    struct aligned a;
    size_t next = 0;
    bool after_stray = false;
    grid->seen = arena_array(grid->arena, 1, sizeof *grid->seen);
    if (!grid->seen || aligned_read(pieces, first, end, &a) < 0 ||
        ruled_read(pieces, first, end, grid) < 0)
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
        bool beside_strays = line->label.nwords > 0 ? is_beside_strays(&a, i) : shares_label(&a, i);
        for (size_t k = line->first + line->ntexts; k < line->end; k++) {
            struct grid_cell *cell = add_word(grid, &a.words[k], 2 * line->line + 1);
            if (!cell)
                return -1;
            cell->after_noise = after_stray;
            cell->beside_bare = beside_bare;
            after_stray = false;
            cell->may_be_torn = beside_strays;
            cell->is_disputed = line->is_disputed;
            cell->is_value = grid_is_remark(pieces->labels, &cell->hit, cell->text);
        }
    }
    return 0;
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
    bool lined_up = extents_overlap(above[1].at[0], below[1].at[0]) ||
                    extents_overlap(above[1].at[1], below[1].at[1]);
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
    grid->gaps_hold = are_columns(grid, runs, nruns, &grid->lines_up) &&
                      !(grid->table == TABLE_T2 && stops_made_columns(grid));
    grid->runs = runs;
    grid->nruns = nruns;
    grid->seen->is_read = false;
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
            if (extents_overlap(left, right))
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

/* Whether a figure, not nought, ends its line and one begins the next with nothing before it: where
 * the text was wrapped the two may be one. */
static bool is_wrapped_in_figure(const struct grid *grid, const struct grid_run *run)
{
    for (size_t i = run->first + 1; i < run->end; i++)
        if (grid->cells[i].line > grid->cells[i - 1].line && grid->cells[i].at[0].start == 0 &&
            !slice_is(grid->cells[i - 1].text, "0") &&
            strchr("\r\n", grid->source[grid->cells[i - 1].span.end]))
            return true;
    return false;
}

/* Whether the figures of the last line, several, begin and end left of those above: what they stand
 * below may be no column of theirs, as they were wrapped. */
static bool may_be_wrapped(const struct grid *grid, const struct grid_run *run)
{
    size_t first = run->end - 1;
    while (first > run->first && grid->cells[first - 1].line == grid->cells[first].line)
        first--;
    const struct grid_cell *cells = grid->cells;
    size_t n = run->end - first;
    return first > run->first && n > 1 &&
           cells[first].at[0].start <= cells[run->first].at[0].start &&
           cells[run->end - 1].at[0].end < cells[first - 1].at[0].start;
}

static bool meets_header(const struct grid *grid, const struct columns *header, const size_t *at)
{
    for (size_t i = 0; i < header->n; i++)
        if (at[i] != GRID_NO_CELL &&
            !extents_meet(header->extents[i], grid->cells[at[i]].at[header->metric]))
            return false;
    return true;
}

/* Whether a full row of the block, its figures in one line, stands elsewhere than below the header:
 * that shows no columns then. */
static bool strays_from_header(const struct grid *grid, const struct grid_run *run,
                               const struct columns *header)
{
    size_t at[COLUMNS_MOST];
    for (size_t i = 0; i < grid->nruns; i++) {
        const struct grid_run *other = &grid->runs[i];
        if (other->group == run->group && other->width == run->width && other->end > other->first &&
            grid->cells[other->first].page == grid->cells[run->first].page &&
            !spans_lines(grid, other) && grid_place_plain(grid, other, at) == GRID_PLACED &&
            !meets_header(grid, header, at))
            return true;
    }
    return false;
}

/* Whether the figures stand below the labels of their columns, which is asked of a table
 * where nothing else shows that it has columns. */
static bool stand_below_header(const struct grid *grid, const struct grid_run *run, int metric,
                               const size_t *at)
{
    struct columns header = {.metric = metric};
    return columns_read_header(grid, run, &header) && meets_header(grid, &header, at) &&
           !strays_from_header(grid, run, &header);
}

/* Whether the figures of each line stand as far from each other as those of the first, by one of
 * their edges or their middles, and each line begins where that does. */
static bool are_even(const struct grid *grid, const struct grid_run *run, int edge)
{
    enum { LEAST_FIGURES = 3, MIDDLES_OFF = 2 };
    const struct grid_cell *cells = &grid->cells[run->first];
    uint32_t low = UINT32_MAX, high = 0;
    for (size_t i = 1; i < run->end - run->first; i++) {
        struct grid_extent left = cells[i - 1].at[0], right = cells[i].at[0];
        if (cells[i].line != cells[i - 1].line) {
            if (i < LEAST_FIGURES || right.start >= cells[1].at[0].start)
                return false;
            continue;
        }
        uint32_t pitch = edge == 0   ? 2 * (right.start - left.start)
                         : edge == 1 ? 2 * (right.end - left.end)
                                     : right.start + right.end - left.start - left.end;
        low = pitch < low ? pitch : low;
        high = pitch > high ? pitch : high;
    }
    return high - low <= (edge == 2 ? MIDDLES_OFF : 0);
}

/* T4's row, its figures on several lines that stand between each other: where those of each line
 * are evenly set, no column is left out in it, and the row was wrapped; else only the header may
 * show that they are one line's. */
static enum grid_placing place_between(const struct grid *grid, const struct grid_run *run,
                                       size_t *at)
{
    bool is_even = are_even(grid, run, 0) || are_even(grid, run, 1) || are_even(grid, run, 2);
    bool is_below = stand_below_header(grid, run, 0, at) || stand_below_header(grid, run, 1, at);
    if (is_even == is_below || (is_even && is_wrapped_in_figure(grid, run)))
        return GRID_UNPLACED;
    return is_even ? grid_place_plain(grid, run, at) : GRID_PLACED;
}

static bool is_in_line_order(const struct grid_run *run, const size_t *at)
{
    for (size_t i = 0; i < run->width; i++)
        if (at[i] != run->first + i)
            return false;
    return true;
}

/* A number whose unit stands below it is printed a line above its neighbours:
 * such a row reads across, not down. */
static enum grid_placing place_across(const struct grid *grid, const struct grid_run *run,
                                      size_t *at)
{
    size_t other[COLUMNS_MOST];
    if (is_wrapped(grid, run))
        return is_wrapped_in_figure(grid, run) ? GRID_UNPLACED : grid_place_plain(grid, run, at);
    memcpy(other, at, run->width * sizeof *at);
    bool across = sort_across(grid, 0, at, run->width);
    if (across != sort_across(grid, 1, other, run->width))
        return GRID_UNPLACED;
    if (!across)
        return grid_place_plain(grid, run, at);
    if (may_be_wrapped(grid, run))
        return GRID_UNPLACED;
    if (memcmp(at, other, run->width * sizeof *at) != 0)
        return GRID_UNPLACED;
    return grid->table == TABLE_T4 && !is_in_line_order(run, at) ? place_between(grid, run, at)
                                                                 : GRID_PLACED;
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
    uint64_t others = columns_others_off(grid, run, better);
    uint64_t far = columns_others_off(grid, run, worse);
    if (others * COLUMNS_CLEARLY < far && far > LEAST_FAR)
        return true;
    if (better->off * COLUMNS_CLEARLY >= worse->off || better->nfull == 0)
        return false;
    for (size_t i = 0; better->nfull == 1 && i < run->width; i++)
        if (at[i] != GRID_NO_CELL &&
            !extents_overlap(better->extents[i], grid->cells[at[i]].at[better->metric]))
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

/* Whether another row, of as many columns, has its figures beside its label. */
static bool has_figures_beside(const struct grid *grid, size_t width)
{
    for (size_t i = 0; i < grid->nruns; i++)
        if (grid->runs[i].width == width && label_before(grid, &grid->runs[i]))
            return true;
    return false;
}

/* The row's last number stands alone below its label, where a page's does: behind a blank line
 * and no further in than the label, or, where others have theirs beside the label, either, or
 * behind a blank line with no other. Right below other figures it may be what they were wrapped
 * to. */
static bool may_end_in_page(const struct grid *grid, const struct grid_run *run)
{
    if (run->first == 0 || run->first == run->end)
        return false;
    const struct grid_cell *label = &grid->cells[run->first - 1];
    const struct grid_cell *last = &grid->cells[run->end - 1];
    if (last[-1].line == last->line || label->shape != SHAPE_TEXT || !grid_may_be_page(last) ||
        (run->end < grid->ncells && last[1].line == last->line))
        return false;
    bool is_apart = last[-1].line + 1 < last->line;
    bool is_at_margin = last->at[0].start <= label->at[0].start;
    bool is_only = is_apart && run->end == run->first + 1;
    return (is_apart && is_at_margin) ||
           ((is_only || (is_at_margin && run->width == 1)) && has_figures_beside(grid, run->width));
}

/* Whether a figure stands left of where another row's label ends, beside that row's figures: a
 * page ended between, and the columns are others. */
static bool stand_below_labels(const struct grid *grid, const struct grid_run *run)
{
    const struct grid_cell *figure = &grid->cells[run->first];
    for (size_t i = 0; i < grid->nruns; i++) {
        const struct grid_cell *label = label_before(grid, &grid->runs[i]);
        if (label && label->page == figure->page && grid->runs[i].group == run->group &&
            figure->at[0].start < label->at[0].end && figure->at[1].start < label->at[1].end)
            return true;
    }
    return false;
}

/* Whether nothing but the header shows T4's columns, of which one metric alone tells the words
 * apart, and many are blank, while the figures are set to no edge of the others: a converter sets
 * a line of figures in other columns than words, and a figure may stand below its neighbour's. */
static bool may_be_shifted(const struct grid *grid, const struct grid_run *run,
                           const struct columns *columns)
{
    enum { MOST_BLANKS = 3 };
    return grid->table == TABLE_T4 && columns->nfull == 0 && !columns->is_edge_clear &&
           grid_count(grid, run) + MOST_BLANKS < run->width;
}

/* By the metric that fits clearly better; where both fit, both must say the
 * same. */
static enum grid_placing place_by_columns(const struct grid *grid, const struct grid_run *run,
                                          size_t *at)
{
    size_t other[COLUMNS_MOST];
    const struct grid_columns *columns = columns_of(grid, run);
    const struct columns *better = &columns->by[columns->better];
    const struct columns *worse = &columns->by[!columns->better];
    if (!columns->hold || !columns_settle(grid, run, better, at) ||
        (!grid->lines_up && !stand_below_header(grid, run, 0, at) &&
         !stand_below_header(grid, run, 1, at)))
        return GRID_UNPLACED;
    if (!columns->found[!columns->better])
        return better->off <= MOST_OFF * better->nfigures && !may_be_shifted(grid, run, better)
                   ? GRID_PLACED
                   : GRID_UNPLACED;
    if (is_clear(grid, run, better, worse, at))
        return GRID_PLACED;
    if (!columns_settle(grid, run, worse, other))
        return GRID_UNPLACED;
    return memcmp(at, other, run->width * sizeof *at) == 0 ? GRID_PLACED : GRID_UNPLACED;
}

/* Whether the run is figures side by side, and nothing else that may be taken for one. */
static bool is_plain_line(const struct grid *grid, const struct grid_run *run)
{
    return !spans_lines(grid, run) && !has_strays(grid, run) && !holds_text(grid, run) &&
           !may_be_torn(grid, run);
}

static enum grid_placing place_p(const struct grid *grid, const struct grid_run *run, size_t *at)
{
    enum grid_placing placing = grid_place_plain(grid, run, at);
    if (placing == GRID_PLACED && may_be_torn(grid, run) && !spans_lines(grid, run))
        return GRID_UNPLACED;
    if (placing == GRID_PLACED && (holds_text(grid, run) || may_end_in_page(grid, run) ||
                                   (run->width <= COLUMNS_MOST && columns_are_torn(grid, run))))
        return GRID_UNPLACED;
    if (placing == GRID_PLACED && run->width <= COLUMNS_MOST && spans_lines(grid, run))
        return has_strays(grid, run) ? GRID_UNPLACED : place_across(grid, run, at);
    if (placing == GRID_UNPLACED && ruled_place(grid, run, at))
        return GRID_PLACED;
    bool beside_bare = run->end > run->first && grid->cells[run->first].beside_bare;
    if (placing != GRID_UNPLACED || !grid->gaps_hold || beside_bare || run->width > COLUMNS_MOST ||
        grid_count(grid, run) > run->width || stand_below_labels(grid, run) ||
        may_end_in_page(grid, run) || columns_of(grid, run)->are_bent)
        return placing;
    placing = place_by_columns(grid, run, at);
    return placing == GRID_UNPLACED && is_plain_line(grid, run) &&
                   columns_settle_exactly(grid, run, at)
               ? GRID_PLACED
               : placing;
}

const struct grid_reader grid_p = {
    .layout = "P",
    .has_rows = true,
    .claim = claim_p,
    .read = read_p,
    .survey = survey_p,
    .place = place_p,
};
