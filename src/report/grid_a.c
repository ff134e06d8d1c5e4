/* A1: one cell a line, blank lines between; a blank cell is one line break too
 * many. */
#include "grid.h"

#include <stdlib.h>
#include <string.h>

#include "folios.h"
#include "words.h"

enum {
    KEY_NBYTES = 480,
    LEAST_ALIKE = 3,
    MOST_GAP = 12,   /* line breaks between two cells, all rows alike */
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

static int read_a1(const struct pieces *pieces, size_t first, size_t end, struct grid *grid)
{
    uint32_t gap = 0;
    bool noise = false;
    int page = folios_hold(pieces, first);
    for (size_t i = first; i < end; i++, gap++) {
        const struct piece_line *line = &pieces->lines[i];
        grid->is_barred = grid->is_barred || line->is_barred;
        for (uint32_t k = 0; k < line->npieces; k++) {
            const struct piece *piece = &pieces->items[line->first + k];
            if (piece->is_noise)
                noise = true;
            if (piece->shape == SHAPE_EMPTY || piece->is_noise)
                continue;
            bool may_go_on = piece->shape == SHAPE_TEXT && !piece->hit.label;
            int broken = may_go_on ? broken_label(pieces, grid, piece) : -1;
            if (broken >= 0) {
                if (grid_append(grid, pieces->labels, (size_t)broken, piece->span,
                                piece_text(piece)) < 0)
                    return -1;
                gap = 0;
                continue;
            }
            struct grid_cell *cell = grid_add(grid, piece, (uint32_t)i);
            if (!cell)
                return -1;
            cell->gap = gap;
            cell->after_noise = noise;
            cell->may_be_page = pieces->folios->nlines > 0 && folios_hold(pieces, i) > 0;
            gap = 0;
            noise = false;
        }
    }
    measure_tail(pieces, grid, first, end);
    grid_measure_end(pieces, grid);
    return page < 0 ? -1 : 0;
}

/* Cells of one line, which was cut at its blanks, say nothing of line breaks. */
static size_t count_gap(const struct grid_cell *cell, size_t *counts)
{
    if (cell->gap == 0)
        return 0;
    counts[cell->gap < MOST_GAP ? cell->gap : MOST_GAP]++;
    return 1;
}

static unsigned most_frequent(const size_t *counts)
{
    unsigned best = 0;
    for (unsigned gap = 1; gap < MOST_GAP; gap++)
        best = best == 0 || counts[gap] > counts[best] ? gap : best;
    return best;
}

/* In a table of blanks the gaps between rows are many; those in its header are less. */
static unsigned least_frequent_enough(const size_t *counts)
{
    for (unsigned gap = 1; gap < MOST_GAP; gap++)
        if (counts[gap] >= LEAST_ALIKE)
            return gap;
    return most_frequent(counts);
}

/* The least gap between two values of one row, where many are known; else 0. */
static unsigned least_inner_gap(const struct grid *grid, const struct grid_run *runs, size_t nruns)
{
    unsigned least = UINT32_MAX;
    size_t n = 0;
    for (size_t i = 0; i < nruns; i++)
        for (size_t k = runs[i].first + 1; k < runs[i].end; k++, n++)
            least = grid->cells[k].gap < least ? grid->cells[k].gap : least;
    return n >= LEAST_ALIKE ? least : 0;
}

/* The gap that most neighbours in full rows and in the header have; where there are
 * none, that between a label and its only value, or what labels have. *is_sure is unset where
 * all values stand further apart than these: then a blank cell may stand between any two. */
static unsigned usual_gap(const struct grid *grid, const struct grid_run *runs, size_t nruns,
                          bool *is_sure)
{
    size_t counts[MOST_GAP + 1] = {0};
    size_t n = 0;
    size_t nshort = 0;
    *is_sure = true;
    for (size_t i = 0; i < nruns; i++) {
        bool is_full = grid_count(grid, &runs[i]) == runs[i].width;
        for (size_t k = runs[i].first + 1; is_full && k < runs[i].end; k++)
            n += count_gap(&grid->cells[k], counts);
    }
    for (size_t k = 1; k < grid->ncells; k++)
        if (grid_is_column_label(&grid->cells[k]) && grid_is_column_label(&grid->cells[k - 1]))
            n += count_gap(&grid->cells[k], counts);
    for (size_t i = 0; n == 0 && i < nruns; i++)
        if (runs[i].width == 1 && grid_count(grid, &runs[i]) == 1)
            nshort += count_gap(&grid->cells[runs[i].first], counts);
    n += nshort;
    if (n > 0)
        return most_frequent(counts);
    for (size_t k = 1; k < grid->ncells; k++)
        if (grid->cells[k].shape != SHAPE_TEXT || grid->cells[k].hit.label)
            (void)count_gap(&grid->cells[k], counts);
    unsigned gap = least_frequent_enough(counts);
    unsigned inner = grid->reader == &grid_a1 ? least_inner_gap(grid, runs, nruns) : 0;
    *is_sure = inner <= gap;
    return gap;
}

/* Several figures in one line: the text goes by places on the page, and its line breaks
 * count no cells. */
static bool has_crowded_lines(const struct grid *grid)
{
    enum { LEAST_CROWDED = 3 };
    size_t n = 0;
    for (size_t k = 0; k < grid->ncells; k++) {
        struct slice text = grid->cells[k].text;
        bool digits = text.nbytes > 2, blank = false;
        for (size_t i = 0; i < text.nbytes && digits; i++) {
            digits = (text.ptr[i] >= '0' && text.ptr[i] <= '9') || text.ptr[i] == ' ';
            blank = blank || text.ptr[i] == ' ';
        }
        n += (digits && blank) ||
             (k > 0 && grid_is_value(&grid->cells[k]) && grid_is_value(&grid->cells[k - 1]) &&
              grid->cells[k].line == grid->cells[k - 1].line);
    }
    return n >= LEAST_CROWDED;
}

/* What stands right before the rows' labels goes up by one from row to row: it numbers them,
 * and none is the row's above. */
static void leave_indices(const struct grid *grid, struct grid_run *runs, size_t nruns)
{
    enum { LEAST_NUMBERED = 8 };
    if (nruns <= LEAST_NUMBERED)
        return;
    for (size_t i = 0; i + 1 < nruns; i++) {
        int number =
            runs[i].end > runs[i].first ? grid_small_number(&grid->cells[runs[i].end - 1]) : -1;
        if (number < 0 ||
            (i > 0 && number != grid_small_number(&grid->cells[runs[i - 1].end - 1]) + 1))
            return;
    }
    for (size_t i = 0; i + 1 < nruns; i++)
        runs[i].end--;
}

/* As many as part the lines of a header part its last from the figures, too. */
static uint32_t header_gap(const struct grid *grid, size_t index)
{
    uint32_t widest = 0;
    bool is_below = index > 1 && grid_is_column_label(&grid->cells[index - 1]) &&
                    grid_is_column_label(&grid->cells[index - 2]);
    for (size_t i = is_below ? index : 0; i-- > 1 && grid_is_column_label(&grid->cells[i]);)
        widest = grid->cells[i].gap > widest ? grid->cells[i].gap : widest;
    return widest;
}

/* Blank cells that the line breaks before cell `index` stand for: more than part cells, a
 * header's lines, or the paragraphs behind the table. */
static size_t blanks_before(const struct grid *grid, size_t index)
{
    uint32_t gap = index < grid->ncells ? grid->cells[index].gap : grid->tail_gap;
    uint32_t usual = index < grid->ncells ? header_gap(grid, index) : grid->text_gap;
    if (usual < grid->base_gap)
        usual = grid->base_gap;
    return gap > usual ? gap - usual : 0;
}

/* Of how many line breaks the surplus before any value of a short row is a multiple: a blank cell
 * may leave as many. 0: there is none. */
static size_t blank_step(const struct grid *grid, const struct grid_run *runs, size_t nruns)
{
    size_t step = 0;
    for (size_t i = 0; i < nruns; i++)
        for (size_t k = runs[i].first;
             k < runs[i].end && grid_count(grid, &runs[i]) < runs[i].width; k++)
            for (size_t rest = blanks_before(grid, k); rest > 0;) {
                size_t more = step % rest;
                step = rest;
                rest = more;
            }
    return step;
}

/* Whether blank cells leave line breaks before values or other rows: those behind the table may
 * be one, too. Where they never do, they part the table from the text as likely. */
static bool blanks_show(const struct grid *grid, const struct grid_run *runs, size_t nruns)
{
    for (size_t i = 0; i < nruns; i++) {
        size_t n = grid_count(grid, &runs[i]), blanks = 0;
        for (size_t k = runs[i].first; k <= runs[i].end && k < grid->ncells; k++)
            blanks += blanks_before(grid, k);
        bool is_last = runs[i].end == grid->ncells;
        if (blanks > 0 && (n + blanks == runs[i].width || (is_last && n + blanks < runs[i].width)))
            return true;
    }
    return false;
}

/* More line breaks than part cells stand below a header, before the first row's label: they part
 * rows. */
static bool header_is_parted(const struct grid *grid)
{
    for (size_t k = 1; k < grid->ncells; k++)
        if (grid->cells[k].gap > grid->base_gap &&
            label_of_kind(grid->cells[k].hit.label, LABEL_ROW) &&
            !grid_is_column_label(&grid->cells[k]) && grid_is_column_label(&grid->cells[k - 1]))
            return true;
    return false;
}

/* Whether the two are labels of neighbours in one line of the header. */
static bool are_neighbours(const struct grid *grid, const struct grid_cell *a,
                           const struct grid_cell *b)
{
    const struct label *left = label_in_table(a->hit.label, grid->table);
    const struct label *right = label_in_table(b->hit.label, grid->table);
    unsigned least = grid->table == TABLE_T3; /* the second label of T3 stands a line below */
    return left && right && left->kind == LABEL_COLUMN && right->kind == LABEL_COLUMN &&
           left->index >= least && right->index == left->index + 1;
}

/* Whether more line breaks than usual stand where no cell can be: between the labels of two
 * neighbours, or before the only figure of a row that has but one. */
static bool has_stray_breaks(const struct grid *grid, const struct grid_run *runs, size_t nruns)
{
    const struct grid_cell *cells = grid->cells;
    for (size_t k = 1; k < grid->ncells; k++)
        if (cells[k].gap > grid->base_gap && are_neighbours(grid, &cells[k - 1], &cells[k]))
            return true;
    for (size_t i = 0; i < nruns; i++)
        if (runs[i].width == 1 && grid_count(grid, &runs[i]) == 1 &&
            cells[runs[i].first].gap > grid->base_gap)
            return true;
    return false;
}

static enum grid_placing place_a1(const struct grid *grid, const struct grid_run *run, size_t *at);

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

/* In full rows every cell is there, so line breaks over the usual number are
 * no blank cells but noise of the page, or, behind the row, what the next one's label
 * stands below. */
static void survey_a1(struct grid *grid, struct grid_run *runs, size_t nruns)
{
    bool inside = false;
    bool behind = false;
    if (grid->reader == &grid_a1)
        leave_indices(grid, runs, nruns);
    bool is_sure;
    grid->base_gap = usual_gap(grid, runs, nruns, &is_sure);
    grid->blank_step = grid->reader == &grid_a1 ? blank_step(grid, runs, nruns) : 0;
    for (size_t i = 0; i < nruns; i++) {
        if (grid_count(grid, &runs[i]) != runs[i].width)
            continue;
        for (size_t k = runs[i].first + 1; k < runs[i].end; k++)
            inside = inside || grid->cells[k].gap > grid->base_gap;
        behind =
            behind || (runs[i].end < grid->ncells && grid->cells[runs[i].end].gap > grid->base_gap);
    }
    inside = inside || (grid->base_gap == 1 && has_stray_breaks(grid, runs, nruns));
    bool crowded = grid->is_barred || (grid->reader == &grid_a1 && has_crowded_lines(grid));
    behind = behind || (grid->base_gap == 1 && header_is_parted(grid));
    grid->gaps_hold = !crowded && (grid->base_gap >= 2 || (!inside && !behind));
    grid->inner_gaps_hold = !crowded && !inside;
    grid->blanks_show = grid->tail_gap > 0 && blanks_show(grid, runs, nruns);
    if (grid->gaps_hold && blanks_leave_no_trace(grid, runs, nruns))
        grid->gaps_hold = grid->inner_gaps_hold = false;
}

bool grid_breaks_are_blanks(const struct grid *grid, const struct grid_run *run)
{
    return grid->base_gap > 0 && grid->gaps_hold && run->first == run->end &&
           run->end < grid->ncells && !grid->cells[run->end].after_noise &&
           blanks_before(grid, run->end) == run->width;
}

/* Whether the row is full, too, if each blank cell leaves several line breaks, as many as
 * `behind` tells at most standing behind its last value. */
static bool is_full_otherwise(const struct grid *grid, const struct grid_run *run, size_t behind)
{
    size_t surplus = 0;
    for (size_t i = run->first; i < run->end; i++)
        surplus += blanks_before(grid, i);
    for (size_t step = 2; step <= grid->blank_step && step <= MOST_GAP; step++) {
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
        size_t blanks = i > run->first ? blanks_before(grid, i) : 0;
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

static enum grid_placing place_a1(const struct grid *grid, const struct grid_run *run, size_t *at)
{
    size_t page;
    if (place_without_page(grid, run, at))
        return GRID_PLACED;
    if (count_pages(grid, run, &page) > 0)
        return GRID_UNPLACED;
    if (grid_is_cut_off(grid, run, grid->base_gap + run->width - 1))
        return GRID_ABSENT;
    enum grid_placing placing = grid_place_plain(grid, run, at);
    /* A whole blank row, then values: those of a row that lost its label? */
    if (placing == GRID_PLACED && run->width > 1 && run->first > 0 &&
        blanks_before(grid, run->first) >= run->width)
        return GRID_UNPLACED;
    if (placing == GRID_PLACED && (may_end_in_page(grid, run) || has_open_note(grid, run)))
        return GRID_UNPLACED;
    if (placing != GRID_UNPLACED)
        return placing;
    if (!grid->gaps_hold)
        return grid->inner_gaps_hold ? place_between(grid, run, at) : placing;
    size_t n = 0;
    for (size_t i = run->first; i <= run->end; i++) {
        bool noise = i < grid->ncells && grid->cells[i].after_noise;
        /* Nearer than cells ever are: something else than line breaks parts them. */
        bool near = i > run->first && i < run->end && grid->cells[i].gap < grid->base_gap;
        if ((noise && i < run->end) || near)
            return GRID_UNPLACED;
        /* What stands behind a page's end is not counted. */
        for (size_t blanks = noise ? 0 : blanks_before(grid, i); blanks > 0; blanks--) {
            if (n >= run->width || (i == grid->ncells && !grid->blanks_show))
                return GRID_UNPLACED;
            at[n++] = GRID_NO_CELL;
        }
        if (i < run->end) {
            if (n >= run->width)
                return GRID_UNPLACED;
            at[n++] = i;
        }
    }
    bool is_full = n == run->width && !is_full_otherwise(grid, run, blanks_before(grid, run->end));
    return is_full ? GRID_PLACED : GRID_UNPLACED;
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
