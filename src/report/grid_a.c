/* A1: one cell a line, blank lines between; a blank cell is one line break too
 * many. */
#include "grid.h"

#include <stdlib.h>
#include <string.h>

#include "folios.h"
#include "gaps.h"
#include "pagination.h"
#include "words.h"

enum {
    KEY_NBYTES = 480,
    TAIL_LINES = 10, /* behind a table, that show the usual gap of the text */
};

/* Where some rows stand on one line, the lines of one cell are broken rows. */
static unsigned claim_a1(const struct grid_site *site)
{
    size_t ncut = 2 * site->tally.nblanks;
    return grid_share(site, site->tally.nplain > ncut ? site->tally.nplain - ncut : 0);
}

static unsigned claim_d(const struct grid_site *site)
{
    return grid_share(site, site->tally.nrun);
}

/* The line breaks between the figure that ends the table above, if one does, and the heading
 * below it: they part tables from their text. */
static uint32_t tail_above(const struct pieces *pieces, size_t first)
{
    enum { MOST_LINES = 3 };
    uint32_t gap = 1;
    size_t nlines = 0;
    for (size_t i = first; i-- > 0 && nlines < MOST_LINES; gap++) {
        const struct piece_line *line = &pieces->lines[i];
        if (line->is_blank)
            continue;
        if (line->npieces == 1 && pieces->items[line->first].shape == SHAPE_NUMBER)
            return nlines > 0 ? gap : 0;
        gap = 0;
        nlines++;
    }
    return 0;
}

/* The line breaks between the last cell and the text behind the table, and those that part the
 * paragraphs of that text; 0 where it has surplus line breaks now and then, which say nothing
 * then. */
static void measure_tail(const struct pieces *pieces, struct grid *grid, size_t first, size_t end)
{
    size_t nlines = pieces->report->nlines;
    size_t last = grid->ncells ? grid->cells[grid->ncells - 1].line : end;
    uint32_t gap = 1;
    uint32_t tail = 0;
    uint32_t widest = 0;
    unsigned nwidest = 0;
    unsigned seen = 0;
    if (last >= nlines || pieces->lines[last].is_run)
        return;
    for (size_t i = last + 1; i < nlines && seen < TAIL_LINES; i++, gap++) {
        if (pieces->lines[i].is_blank)
            continue;
        if (seen == 0) {
            tail = gap;
        } else if (gap > widest) {
            widest = gap;
            nwidest = 1;
        } else {
            nwidest += gap == widest;
        }
        gap = 0;
        seen++;
    }
    grid->end_gap = tail;
    if (seen > 2 && nwidest * 2 >= seen) {
        uint32_t above = tail > widest ? tail_above(pieces, first) : 0;
        grid->tail_gap = tail;
        grid->text_gap = above > widest ? above : widest;
    }
}

/* The cell of a row's label that the text goes on with, behind figures that were set
 * between its lines: …获取信 / 0 / 息. -1: none. */
static int broken_label(const struct pieces *pieces, const struct grid *grid,
                        const struct piece *piece)
{
    char text[KEY_NBYTES];
    char key[KEY_NBYTES];
    size_t at = grid->ncells;
    while (at > 0 && grid->cells[at - 1].shape != SHAPE_TEXT)
        at--;
    if (at == 0 || at == grid->ncells)
        return -1;
    struct slice head = grid->cells[at - 1].text;
    struct slice rest = piece_text(piece);
    if (head.nbytes + rest.nbytes > sizeof text ||
        label_in_table(grid->cells[at - 1].hit.label, grid->table))
        return -1;
    memcpy(text, head.ptr, head.nbytes);
    memcpy(text + head.nbytes, rest.ptr, rest.nbytes);
    struct slice both =
        slice_make(key, label_key(slice_make(text, head.nbytes + rest.nbytes), key));
    const struct label *label = label_in_table(labels_find(pieces->labels, both), grid->table);
    return label && label->kind == LABEL_ROW ? (int)at - 1 : -1;
}

/* What stands between the last cell and the next. */
struct between {
    uint32_t gap; /* line breaks */
    bool noise;
};

static size_t last_line(const struct grid *grid)
{
    return grid->cells[grid->ncells - 1].line;
}

/* Adds the piece as a cell, or to the label that it goes on with. */
static int read_piece(const struct pieces *pieces, const struct piece *piece, size_t line,
                      struct grid *grid, struct between *between)
{
    if (piece->is_noise)
        between->noise = true;
    if (piece->shape == SHAPE_EMPTY || piece->is_noise)
        return 0;
    bool may_go_on = piece->shape == SHAPE_TEXT && !piece->hit.label;
    int broken = may_go_on ? broken_label(pieces, grid, piece) : -1;
    if (broken >= 0) {
        between->gap = 0;
        return grid_append(grid, pieces->labels, (size_t)broken, piece->span, piece_text(piece));
    }
    bool is_set_in = grid->ncells > 0 && pagination_is_set_in(pieces, line, last_line(grid));
    struct grid_cell *cell = grid_add(grid, piece, (uint32_t)line);
    if (!cell)
        return -1;
    cell->gap = between->gap;
    cell->after_noise = between->noise;
    cell->may_be_page = pieces->folios->nlines > 0 && folios_hold(pieces, line) > 0;
    cell->ends_page = is_set_in || (pieces->has_feeds && pagination_is_foot(pieces, line));
    *between = (struct between){0};
    return 0;
}

static int read_a1(const struct pieces *pieces, size_t first, size_t end, struct grid *grid)
{
    struct between between = {0};
    int page = folios_hold(pieces, first);
    for (size_t i = first; i < end; i++, between.gap++) {
        const struct piece_line *line = &pieces->lines[i];
        grid->is_barred = grid->is_barred || line->is_barred;
        for (uint32_t k = 0; k < line->npieces; k++)
            if (read_piece(pieces, &pieces->items[line->first + k], i, grid, &between) < 0)
                return -1;
    }
    measure_tail(pieces, grid, first, end);
    grid_measure_end(pieces, grid);
    return page < 0 ? -1 : 0;
}

bool grid_breaks_are_blanks(const struct grid *grid, const struct grid_run *run)
{
    return grid->base_gap > 0 && grid->gaps_hold && run->first == run->end &&
           run->end < grid->ncells && !grid->cells[run->end].after_noise &&
           gaps_blanks_before(grid, run->end) == run->width;
}

bool grid_last_breaks_are_blanks(const struct grid *grid, const struct grid_run *run)
{
    return grid->base_gap > 0 && grid->gaps_hold && grid->tail_gap > 0 && run->first == run->end &&
           run->end == grid->ncells && gaps_blanks_before(grid, run->end) == run->width;
}

/* Whether the row is full, too, if each blank cell leaves several line breaks, as many as
 * `behind` tells at most standing behind its last value. */
static bool is_full_otherwise(const struct grid *grid, const struct grid_run *run, size_t behind)
{
    size_t surplus = 0;
    for (size_t i = run->first; i < run->end; i++)
        surplus += gaps_blanks_before(grid, i);
    for (size_t step = 2; step <= grid->blank_step && step <= GAPS_MOST; step++) {
        size_t n = run->end - run->first + surplus / step;
        if (grid->blank_step % step == 0 && n <= run->width && (run->width - n) * step <= behind)
            return true;
    }
    return false;
}

/* Values in the first and the last column, and as many blanks between them as fill the
 * row: what stands before and behind need not be told. */
static enum grid_placing place_between(const struct grid *grid, const struct grid_run *run,
                                       size_t *at)
{
    size_t n = 0;
    for (size_t i = run->first; i < run->end; i++) {
        size_t blanks = i > run->first ? gaps_blanks_before(grid, i) : 0;
        if (grid->cells[i].after_noise || n + blanks >= run->width)
            return GRID_UNPLACED;
        for (; blanks > 0; blanks--)
            at[n++] = GRID_NO_CELL;
        at[n++] = i;
    }
    bool is_full = n == run->width && !is_full_otherwise(grid, run, SIZE_MAX);
    return is_full ? GRID_PLACED : GRID_UNPLACED;
}

/* The last of several is the first thing on a page, or stands alone below the others' line: its
 * number is as likely the page's as a value. */
static bool may_end_in_page(const struct grid *grid, const struct grid_run *run)
{
    const struct grid_cell *last = &grid->cells[run->end - 1];
    if (run->end - run->first < 3 || !grid_may_be_page(last) || last->line == last[-1].line)
        return false;
    size_t from = last[-1].span.end;
    return last[-1].line == last[-2].line ||
           memchr(grid->source + from, '\f', last->span.start - from) != NULL;
}

/* 563（其中修订 with nothing that ends the note: the next figures may be the note's. */
static bool has_open_note(const struct grid *grid, const struct grid_run *run)
{
    for (size_t i = run->first; i < run->end; i++) {
        const struct grid_cell *cell = &grid->cells[i];
        if (cell->shape == SHAPE_NUMBER && cell->text.nbytes > 0 &&
            (unsigned char)(cell->text.ptr[cell->text.nbytes - 1] - '0') > 9 &&
            words_open_bracket(cell->text))
            return true;
    }
    return false;
}

/* The number alone in the line that the form feed begins, or 0. */
static long number_behind(const char *feed)
{
    enum { MOST_DIGITS = 3 };
    const char *digits = feed + 1 + strspn(feed + 1, " \t");
    size_t n = strspn(digits, "0123456789");
    const char *rest = digits + n + strspn(digits + n, " \t\r");
    return n > 0 && n <= MOST_DIGITS && (*rest == '\n' || !*rest) ? strtol(digits, NULL, 10) : 0;
}

/* Whether the numbers behind the text's form feeds count its pages, and most have one. */
static bool feeds_count_pages(const char *text, const char *feed)
{
    long number = number_behind(feed);
    size_t ncounted = 0, nbare = 0;
    long step = 0;
    for (const char *at = text; at < feed && (at = memchr(at, '\f', (size_t)(feed - at))); at++)
        step--;
    for (const char *at = text; (at = strchr(at, '\f')); at++, step++) {
        long other = number_behind(at);
        if (other > 0 && other != number + step)
            return false;
        ncounted += other > 0;
        nbare += other == 0;
    }
    return number > 0 && ncounted > nbare;
}

static bool is_alone(const struct grid *grid, size_t i)
{
    return i > 0 && grid->cells[i - 1].line != grid->cells[i].line &&
           (i + 1 == grid->ncells || grid->cells[i + 1].line != grid->cells[i].line);
}

/* How many of the run's figures may be the numbers of pages, which the text counts; the last of
 * them. */
static size_t count_pages(const struct grid *grid, const struct grid_run *run, size_t *last)
{
    size_t n = 0;
    for (size_t i = run->first; i < run->end; i++)
        if (grid->cells[i].may_be_page) {
            *last = i;
            n++;
        }
    return n;
}

/* The figure of the run that is the number of a page, `end` when none is. Where the page begins
 * with it, the one before it may not be the number of the page that ends there. */
static size_t find_page(const struct grid *grid, const struct grid_run *run)
{
    enum { MOST_DIGITS = 3 };
    size_t page;
    if (count_pages(grid, run, &page) == 1)
        return page;
    for (size_t i = run->first; i < run->end; i++) {
        const struct grid_cell *cell = &grid->cells[i];
        if (i == 0 || !is_alone(grid, i) || !grid_may_be_page(cell))
            continue;
        size_t from = cell[-1].span.end;
        bool is_behind = from <= cell->span.start; /* else the label goes on below the figure */
        const char *feed =
            is_behind ? memchr(grid->source + from, '\f', cell->span.start - from) : NULL;
        if (!feed)
            continue;
        bool may_end = i > run->first && grid_may_be_page(&cell[-1]) &&
                       cell[-1].text.nbytes <= MOST_DIGITS && is_alone(grid, i - 1);
        return !may_end && feeds_count_pages(grid->source, feed) ? i : run->end;
    }
    return run->end;
}

/* A row with a figure too many, of which one is a page's number: those before and behind it are
 * the row's, where they stand as far from each other as cells do. */
static bool place_without_page(const struct grid *grid, const struct grid_run *run, size_t *at)
{
    size_t page = run->end - run->first == run->width + 1 ? find_page(grid, run) : run->end;
    size_t n = 0;
    if (page == run->end)
        return false;
    for (size_t i = run->first; i < run->end; i++) {
        if (i == page)
            continue;
        bool near = i > run->first && i != page + 1 && grid->cells[i].gap != grid->base_gap;
        if (near || !grid_is_value(&grid->cells[i]))
            return false;
        at[n++] = i;
    }
    return n == run->width;
}

/* The form feed between the cell and the one before it; NULL: none. */
static const char *feed_before(const struct grid *grid, size_t i)
{
    if (i == 0 || i == grid->ncells || grid->cells[i - 1].span.end > grid->cells[i].span.start)
        return NULL;
    size_t from = grid->cells[i - 1].span.end;
    return memchr(grid->source + from, '\f', grid->cells[i].span.start - from);
}

/* A surplus line break in the row, as a blank cell leaves one, and no room for that: the number
 * that ends or begins a page there may be the page's. */
static bool may_hold_page(const struct grid *grid, const struct grid_run *run)
{
    bool has_blank = false, has_page = false;
    for (size_t i = run->first; i < run->end && !has_blank; i++)
        has_blank = gaps_blanks_before(grid, i) > 0 && !feed_before(grid, i);
    for (size_t i = run->first; i < run->end && has_blank && !has_page; i++)
        has_page = is_alone(grid, i) && grid_may_be_page(&grid->cells[i]) &&
                   (feed_before(grid, i) || feed_before(grid, i + 1));
    return has_page;
}

/* A whole blank row, then values: those of a row that lost its label? */
static bool is_below_blank_row(const struct grid *grid, const struct grid_run *run)
{
    return run->width > 1 && run->first > 0 && gaps_blanks_before(grid, run->first) >= run->width;
}

/* Puts the blank cells that the line breaks before cell `i` stand for; false: the row has no room
 * for them. What stands behind a page's end is not counted. */
static bool put_blanks(const struct grid *grid, const struct grid_run *run, size_t i, size_t *at,
                       size_t *n)
{
    bool noise = i < grid->ncells && grid->cells[i].after_noise;
    for (size_t blanks = noise ? 0 : gaps_blanks_before(grid, i); blanks > 0; blanks--) {
        if (*n >= run->width || (i == grid->ncells && !grid->blanks_show))
            return false;
        at[(*n)++] = GRID_NO_CELL;
    }
    return true;
}

/* Whether something else than line breaks parts the value from those before it: a page's end, or
 * it stands nearer than cells ever do. */
static bool is_parted_otherwise(const struct grid *grid, const struct grid_run *run, size_t i)
{
    const struct grid_cell *cell = &grid->cells[i];
    return cell->after_noise || (i > run->first && cell->gap < grid->base_gap);
}

/* Whether it may be full otherwise with some of the line breaks below it, of which nobody knows how
 * many part the table from the text: unless one too many stands for a blank cell above. */
static bool may_be_full_otherwise(const struct grid *grid, const struct grid_run *run)
{
    bool is_known = run->end < grid->ncells || grid->tail_gap > 0 || grid->end_gap == 0;
    return !is_known && is_full_otherwise(grid, run, grid->end_gap - 1) &&
           gaps_step_above(grid) != 1;
}

/* A blank cell for every surplus line break, from the label to what follows the row. */
static enum grid_placing place_by_gaps(const struct grid *grid, const struct grid_run *run,
                                       size_t *at)
{
    size_t n = 0;
    for (size_t i = run->first; i < run->end; i++) {
        if (is_parted_otherwise(grid, run, i) || !put_blanks(grid, run, i, at, &n) ||
            n >= run->width)
            return GRID_UNPLACED;
        at[n++] = i;
    }
    if (!put_blanks(grid, run, run->end, at, &n) || n != run->width)
        return GRID_UNPLACED;
    bool is_other = is_full_otherwise(grid, run, gaps_blanks_before(grid, run->end)) ||
                    may_be_full_otherwise(grid, run);
    return is_other ? GRID_UNPLACED : GRID_PLACED;
}

/* The row's one figure ends a page, or stands where a page's number does: it may be that, and the
 * row blank. */
static bool is_page_or_value(const struct grid *grid, const struct grid_run *run)
{
    return run->width == 1 && run->end == run->first + 1 && grid->cells[run->first].ends_page;
}

static enum grid_placing place_a1(const struct grid *grid, const struct grid_run *run, size_t *at)
{
    size_t page;
    if (place_without_page(grid, run, at))
        return GRID_PLACED;
    if (count_pages(grid, run, &page) > 0 || is_page_or_value(grid, run))
        return GRID_UNPLACED;
    if (grid_is_cut_off(grid, run, grid->base_gap + run->width - 1))
        return GRID_ABSENT;
    enum grid_placing placing = grid_place_plain(grid, run, at);
    if (placing == GRID_PLACED &&
        (is_below_blank_row(grid, run) || may_end_in_page(grid, run) || has_open_note(grid, run) ||
         (grid->gaps_hold && may_hold_page(grid, run))))
        return GRID_UNPLACED;
    if (placing != GRID_UNPLACED)
        return placing;
    if (grid->gaps_hold)
        return place_by_gaps(grid, run, at);
    return grid->inner_gaps_hold ? place_between(grid, run, at) : placing;
}

/* Whether of the rows with fewer figures than columns most are not filled by their
 * surplus line breaks: blank cells leave no trace then, and the few that are say nothing. */
static bool blanks_leave_no_trace(const struct grid *grid, const struct grid_run *runs,
                                  size_t nruns)
{
    enum { MOST_WIDTH = 16, LEAST_SHORT = 6 };
    size_t at[MOST_WIDTH];
    size_t nfilled = 0, nshort = 0;
    for (size_t i = 0; i < nruns; i++) {
        size_t n = grid_count(grid, &runs[i]);
        if (n == 0 || n >= runs[i].width || runs[i].width > MOST_WIDTH)
            continue;
        nshort++;
        nfilled += place_a1(grid, &runs[i], at) == GRID_PLACED;
    }
    return nshort >= LEAST_SHORT && nshort - nfilled > nfilled;
}

static void survey_a1(struct grid *grid, struct grid_run *runs, size_t nruns)
{
    if (grid->reader == &grid_a1)
        grid_leave_indices(grid, runs, nruns);
    gaps_survey(grid, runs, nruns);
    if (grid->gaps_hold && blanks_leave_no_trace(grid, runs, nruns))
        grid->gaps_hold = grid->inner_gaps_hold = false;
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
