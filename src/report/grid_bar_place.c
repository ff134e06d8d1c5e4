/* Which fields of a barred row are its columns. A table is either padded, every
 * row to the same number of fields, or every row ends behind its last column;
 * and values start right behind the label, or all in the same field. A row that
 * does not keep to what the others show is not placed. */
#include "grid_bar.h"

enum { LEAST_ROWS = 3, LEAST_PERCENT = 60, MOST_PERCENT = 80, MANY = 4, MOST_FIELDS = 64 };

/* What the rows of the table have in common. */
struct proof {
    size_t total;      /* fields of most rows, 0: unknown */
    bool by_total;     /* rows are padded to it */
    bool has_tails;    /* some rows have fields behind their last column */
    bool is_behind;    /* full rows start right behind their labels, which differ in place */
    int start;         /* all full rows have their first value in this field; -1 */
    bool is_indented;  /* labels stand behind empty fields */
    bool labels_lead;  /* a full row has fields of its label before its values */
    bool is_closed;    /* a bar ends most rows */
    bool never_fixed;  /* a value stands before that field */
    bool never_behind; /* a value stands further behind its label than the row is wide */
    int surplus;       /* fields of full rows beyond their columns, padding left out; -1 */
    size_t nlost;      /* rows of figures alone, one too few */
};

static size_t fields(const struct grid_run *run)
{
    return run->end - run->first;
}

static size_t first_filled(const struct grid *grid, const struct grid_run *run)
{
    size_t i = run->first;
    while (i < run->end && grid->cells[i].shape == SHAPE_EMPTY)
        i++;
    return i;
}

static size_t last_filled(const struct grid *grid, const struct grid_run *run)
{
    size_t i = run->end;
    while (i > run->first && grid->cells[i - 1].shape == SHAPE_EMPTY)
        i--;
    return i > run->first ? i - 1 : run->end;
}

static bool is_full(const struct grid *grid, const struct grid_run *run)
{
    return grid_count(grid, run) == run->width &&
           last_filled(grid, run) - first_filled(grid, run) + 1 == run->width;
}

/* The number of fields of a printed row; its first cell is `first`. */
static size_t row_fields(const struct grid *grid, size_t first)
{
    size_t end = first;
    while (end < grid->ncells && grid->cells[end].row == grid->cells[first].row)
        end++;
    return end - first;
}

/* The field right behind the row's label; there must be one. */
static int behind_label(const struct grid *grid, const struct grid_run *run)
{
    return (int)grid->cells[run->first].column;
}

/* The fields of the row, labels included. */
static size_t run_total(const struct grid *grid, const struct grid_run *run)
{
    return (size_t)behind_label(grid, run) + fields(run);
}

/* The fields behind the row's last column, if the first stands behind its label. */
static size_t tail_of(const struct grid_run *run)
{
    return fields(run) - run->width;
}

static size_t most_frequent(const size_t *counts, size_t *votes)
{
    size_t best = 0;
    for (size_t i = 1; i < MOST_FIELDS; i++)
        if (counts[i] > counts[best])
            best = i;
    *votes = counts[best];
    return best;
}

/* Whether a row of n fields, of a header or of values, has empty ones before its first
 * text: those that cells of the rows above cover. The first row's are a lost corner. Or one such
 * cell is printed again, as it begins the row above. */
static bool is_indented(const struct grid *grid, size_t first, size_t n, size_t above)
{
    const struct label *label = label_of_kind(grid->cells[first].hit.label, LABEL_ROW);
    if (label && first > above && label == grid->cells[above].hit.label)
        return true;
    size_t k = first;
    while (k < first + n && grid->cells[k].shape == SHAPE_EMPTY)
        k++;
    return first > 0 && k > first && k < first + n && grid->cells[k].shape == SHAPE_TEXT;
}

/* Padded to a total, or cut behind the last column: what more rows agree in. */
static void prove_width(const struct grid *grid, const struct grid_run *runs, size_t nruns,
                        struct proof *proof)
{
    size_t totals[MOST_FIELDS] = {0};
    size_t tails[MOST_FIELDS] = {0};
    size_t nrows = 0;
    size_t nclosed = 0;
    size_t ntails = 0;
    size_t votes;
    for (size_t i = 0, above = 0, n; i < grid->ncells; above = i, i += n) {
        n = row_fields(grid, i);
        nrows++;
        nclosed += grid->cells[i + n - 1].is_closed;
        proof->is_indented = proof->is_indented || is_indented(grid, i, n, above);
        totals[n < MOST_FIELDS ? n : 0]++;
    }
    proof->is_closed = nclosed * 2 > nrows;
    proof->total = most_frequent(totals, &votes);
    size_t total_percent = nrows >= LEAST_ROWS ? votes * 100 / nrows : 0;
    for (size_t i = 0; i < nruns; i++) {
        if (fields(&runs[i]) < runs[i].width)
            continue;
        size_t tail = tail_of(&runs[i]);
        ntails++;
        tails[tail < MOST_FIELDS ? tail : 0]++;
        proof->has_tails = proof->has_tails || tail > 0;
    }
    (void)most_frequent(tails, &votes);
    size_t tail_percent = ntails ? votes * 100 / ntails : 0;
    proof->by_total =
        total_percent >= LEAST_PERCENT && (nruns <= 2 || total_percent >= tail_percent);
}

/* Whether the row has as many fields as others of its width. */
static bool fits_tail(const struct proof *proof, const struct grid_run *runs, size_t nruns,
                      size_t index)
{
    size_t nsame = 0;
    size_t nother = 0;
    for (size_t i = 0; i < nruns; i++) {
        if (i == index || runs[i].width != runs[index].width || fields(&runs[i]) < runs[i].width)
            continue;
        bool same = tail_of(&runs[i]) == tail_of(&runs[index]);
        nsame += same;
        nother += !same;
    }
    return nsame + nother > 0 ? nsame > nother : tail_of(&runs[index]) == 0 && !proof->has_tails;
}

static bool fits_width(const struct grid *grid, const struct proof *proof,
                       const struct grid_run *runs, size_t nruns, size_t index)
{
    const struct grid_run *above = index > 0 ? &runs[index - 1] : NULL;
    if (fields(&runs[index]) < runs[index].width)
        return false;
    if (!proof->by_total && above && above->width == runs[index].width &&
        fields(above) == fields(&runs[index]))
        return above->fits; /* rows alike have the same others */
    if (!proof->by_total)
        return fits_tail(proof, runs, nruns, index);
    /* Rows of fewer fields than the form has columns have lost some of them. */
    return run_total(grid, &runs[index]) == proof->total &&
           proof->total >= runs[index].label_columns + runs[index].width;
}

static void prove_start(const struct grid *grid, const struct grid_run *runs, size_t nruns,
                        struct proof *proof)
{
    size_t starts[MOST_FIELDS] = {0};
    size_t nfull = 0;
    size_t nbehind = 0;
    size_t votes;
    bool moves = false;
    int label = -2;
    for (size_t i = 0; i < nruns; i++) {
        if (!is_full(grid, &runs[i]))
            continue;
        proof->labels_lead = proof->labels_lead || grid->cells[runs[i].first].shape == SHAPE_EMPTY;
        if (!runs[i].fits)
            continue;
        uint32_t start = grid->cells[first_filled(grid, &runs[i])].column;
        nfull++;
        nbehind += (int)start == behind_label(grid, &runs[i]);
        starts[start < MOST_FIELDS ? start : 0]++;
        moves = moves || (label > -2 && label != runs[i].label_column);
        label = runs[i].label_column;
    }
    proof->start = (int)most_frequent(starts, &votes);
    proof->is_behind = moves && nbehind > votes && nbehind * 100 >= nfull * MOST_PERCENT;
    if (nfull == 0 || proof->is_behind || votes * 100 < nfull * MOST_PERCENT)
        proof->start = -1;
}

/* Whether all values stand in the fields [start, start + width). */
static bool holds(const struct grid *grid, const struct grid_run *run, int start)
{
    if (start < behind_label(grid, run) || run_total(grid, run) < (size_t)start + run->width)
        return false;
    return (int)grid->cells[first_filled(grid, run)].column >= start &&
           (int)grid->cells[last_filled(grid, run)].column < start + (int)run->width;
}

static int fixed_start(const struct proof *proof, const struct grid_run *run)
{
    return proof->start >= 0 ? proof->start : (int)run->label_columns;
}

/* What no full row proves, a value outside of the columns of one reading does. */
static void prove_by_values(const struct grid *grid, const struct grid_run *runs, size_t nruns,
                            struct proof *proof)
{
    size_t nbefore = 0;
    size_t nbeyond = 0;
    for (size_t i = 0; i < nruns; i++) {
        const struct grid_run *run = &runs[i];
        if (!run->fits || grid_count(grid, run) == 0)
            continue;
        int first = (int)grid->cells[first_filled(grid, run)].column;
        int last = (int)grid->cells[last_filled(grid, run)].column;
        int behind = behind_label(grid, run);
        nbefore += first < fixed_start(proof, run);
        nbeyond += last >= behind + (int)run->width;
    }
    proof->never_fixed = nbefore > 0 && nbefore * MANY >= nbeyond;
    proof->never_behind = nbeyond > 0 && nbeyond * MANY >= nbefore;
}

/* A row that has every field of the header has its columns, too. */
static bool has_header(const struct grid *grid, const struct grid_run *run)
{
    return run->header >= 0 && run_total(grid, run) == (size_t)run->header + run->width;
}

/* The field of the row's first column, or -1. */
static int decide_start(const struct grid *grid, const struct proof *proof,
                        const struct grid_run *run)
{
    if (has_header(grid, run))
        return holds(grid, run, run->header) ? run->header : -1;
    int behind = behind_label(grid, run);
    int fixed = fixed_start(proof, run);
    bool may_behind = !proof->never_behind && holds(grid, run, behind);
    bool may_fixed =
        proof->by_total && !proof->is_behind && !proof->never_fixed && holds(grid, run, fixed);
    if (may_behind && may_fixed)
        return proof->is_indented && proof->total == (size_t)fixed + run->width ? fixed : behind;
    return may_behind ? behind : may_fixed ? fixed : -1;
}

/* Values that reach from the first column to the last leave no choice: as many as
 * the columns are, or with the blank fields between them, unless so many fields
 * stand beside them that another row's may be among them. */
static int full_start(const struct grid *grid, const struct grid_run *run, bool fits)
{
    size_t first = first_filled(grid, run);
    if (last_filled(grid, run) - first + 1 != run->width || (!fits && tail_of(run) >= run->width))
        return -1;
    return (int)grid->cells[first].column;
}

/* Whether a row has a line for each of its cells, or one for several. */
static bool parts_lines(const struct grid *grid)
{
    return grid->reader == &grid_bar_cells;
}

/* What stands behind the last cell of a row: bars without a blank between where
 * blank cells have one; further bars on its line where each cell has a line. */
static bool is_padding(const struct grid *grid, const struct grid_run *run, size_t index)
{
    const struct grid_cell *cell = &grid->cells[index];
    if (grid->is_marked || cell->shape != SHAPE_EMPTY || index == run->first)
        return false;
    if (parts_lines(grid))
        return cell->line == grid->cells[index - 1].line;
    return cell->is_glued || (!cell->is_closed && index + 1 == run->end);
}

/* The fields of the row without its padding. */
static size_t unpadded(const struct grid *grid, const struct grid_run *run)
{
    size_t end = run->end;
    while (end > run->first && is_padding(grid, run, end - 1))
        end--;
    return end - run->first;
}

/* How many fields stand between the last text of a printed row and its padding;
 * -1 without either. */
static int title_surplus(const struct grid *grid, size_t first, size_t n)
{
    struct grid_run row = {.first = first, .end = first + n};
    size_t last = last_filled(grid, &row);
    size_t end = first + unpadded(grid, &row);
    bool padded = end < row.end && (grid->cells[end].is_glued || parts_lines(grid));
    return padded && last < end && grid->cells[last].shape == SHAPE_TEXT ? (int)(end - last - 1)
                                                                         : -1;
}

/* What full rows, which begin right behind their labels, agree in, or, without one,
 * titles; -1 where they do not. */
static int find_surplus(const struct grid *grid, const struct grid_run *runs, size_t nruns)
{
    enum { UNKNOWN = -2 };
    int surplus = UNKNOWN;
    if (!grid->is_spaced)
        return -1;
    for (size_t i = 0; i < nruns; i++) {
        if (runs[i].width < 2 || !is_full(grid, &runs[i]))
            continue;
        int over = (int)unpadded(grid, &runs[i]) - (int)runs[i].width;
        if (first_filled(grid, &runs[i]) > runs[i].first)
            over = -1;
        surplus = surplus == UNKNOWN || surplus == over ? over : -1;
    }
    for (size_t i = 0, n; surplus == UNKNOWN && i < grid->ncells; i += n) {
        n = row_fields(grid, i);
        int over = title_surplus(grid, i, n);
        if (over >= 0)
            surplus = over;
    }
    return surplus;
}

/* The field behind the label, if the row is as long as full ones are and these do
 * not begin further on. With a field more than columns a blank one in front may be
 * the label's. */
static int unpadded_start(const struct grid *grid, const struct proof *proof,
                          const struct grid_run *run)
{
    int behind = behind_label(grid, run);
    if (proof->surplus < 0 || (!proof->is_behind && proof->start > behind) ||
        unpadded(grid, run) != run->width + (size_t)proof->surplus ||
        (proof->surplus > 0 && grid->cells[run->first].shape == SHAPE_EMPTY))
        return -1;
    for (size_t i = run->first; i < run->first + run->width; i++)
        if (grid->cells[i].is_glued)
            return -1;
    return holds(grid, run, behind) ? behind : -1;
}

/* Fewer fields before its padding than full rows have: a cell is lost or covers several
 * columns, and the padding behind is no blank one. */
static bool lacks_fields(const struct grid *grid, const struct proof *proof,
                         const struct grid_run *run)
{
    size_t end = run->end;
    end -= end > run->first && !grid->cells[end - 1].is_closed &&
           grid->cells[end - 1].shape == SHAPE_EMPTY;
    size_t last = end;
    while (end > run->first && grid->cells[end - 1].is_glued)
        end--;
    size_t n = end - run->first;
    return run->width > 1 && proof->surplus >= 0 && end < last &&
           grid->cells[run->first].line == grid->cells[run->end - 1].line &&
           n < run->width + (size_t)proof->surplus;
}

/* Rows that have a figure too few and no empty field: the table has lost a column. */
static size_t count_lost(const struct grid *grid, const struct grid_run *runs, size_t nruns)
{
    size_t nlost = 0;
    for (size_t i = 0; i < nruns; i++)
        nlost += runs[i].label_columns > 1 && fields(&runs[i]) + 1 == runs[i].width &&
                 grid_count(grid, &runs[i]) == fields(&runs[i]);
    return nlost;
}

/* The row's first field is empty, right behind its label, and no column proves where values
 * start: other rows have such a field, too, of their labels, or have a figure too few. */
static bool may_be_label(const struct grid *grid, const struct proof *proof,
                         const struct grid_run *run)
{
    return ((proof->labels_lead && proof->start < 0) || proof->nlost >= MANY) &&
           run->frame == behind_label(grid, run) && grid->cells[run->first].shape == SHAPE_EMPTY;
}

/* Whether the row has a box for each of its columns, from the first behind its label: the last may
 * reach on to the table's edge. */
static bool has_own_boxes(const struct grid *grid, const struct grid_run *run)
{
    size_t n = 0;
    for (size_t i = run->first; i < run->end; i++) {
        if (!grid->cells[i].is_covered && n < i - run->first)
            return false;
        n += !grid->cells[i].is_covered;
    }
    return n == run->width;
}

/* Where the header of a drawn table tells its columns, they are those of all rows. */
static void survey_framed(const struct grid *grid, struct grid_run *runs, size_t nruns)
{
    for (size_t i = 0; i < nruns; i++) {
        struct grid_run *run = &runs[i];
        int start = run->label_columns > 1 ? run->header : run->frame;
        bool is_form = start < 0 && run->first < run->end && run->label_columns > 0 &&
                       (run_total(grid, run) == run->label_columns + run->width ||
                        (run->label_columns == 1 && has_own_boxes(grid, run)));
        start = is_form ? (int)run->label_columns : start;
        bool is_full = start < 0 && grid_count(grid, run) > 0;
        run->frame = is_full ? full_start(grid, run, fields(run) == run->width) : start;
    }
}

void bar_survey(struct grid *grid, struct grid_run *runs, size_t nruns)
{
    if (grid->frame) {
        survey_framed(grid, runs, nruns);
        return;
    }
    struct proof proof = {0};
    if (grid->flows)
        grid_leave_indices(grid, runs, nruns);
    for (size_t i = 0; i < nruns; i++)
        bar_trim_row(grid, &runs[i]);
    prove_width(grid, runs, nruns, &proof);
    for (size_t i = 0; i < nruns; i++)
        runs[i].fits = fits_width(grid, &proof, runs, nruns, i);
    prove_start(grid, runs, nruns, &proof);
    prove_by_values(grid, runs, nruns, &proof);
    proof.surplus = find_surplus(grid, runs, nruns);
    proof.nlost = count_lost(grid, runs, nruns);
    for (size_t i = 0; i < nruns; i++) {
        size_t n = grid_count(grid, &runs[i]);
        bool fits = runs[i].fits;
        bool is_bare = runs[i].label_column < 0 && runs[i].label_columns > 0;
        runs[i].frame = -1;
        if (bar_is_doubtful(grid, &runs[i], proof.is_closed))
            continue;
        if (n > 1 || n == runs[i].width)
            runs[i].frame = full_start(grid, &runs[i], fits);
        if (runs[i].frame < 0 && n > 0 && n < runs[i].width && fits && !is_bare)
            runs[i].frame = decide_start(grid, &proof, &runs[i]);
        if (runs[i].frame < 0 && n > 0 && !is_bare)
            runs[i].frame = unpadded_start(grid, &proof, &runs[i]);
        if (n > 0 && n < runs[i].width &&
            (lacks_fields(grid, &proof, &runs[i]) || may_be_label(grid, &proof, &runs[i])))
            runs[i].frame = -1;
        if (runs[i].frame >= 0 && bar_is_over_rows(grid, &runs[i]))
            runs[i].frame = bar_start_over_rows(grid, &runs[i]);
    }
}

/* Bars without anything between them, where others have blanks, are what a cell
 * over several columns leaves; but on one line they may also stand between two
 * values. */
static bool is_merged(const struct grid *grid, const struct grid_run *run, size_t first, size_t end)
{
    if (grid->reader == &grid_bar_rows || grid->reader == &grid_box)
        first = last_filled(grid, run) + 1;
    for (size_t i = first; i < end; i++)
        if (grid->is_spaced && grid->cells[i].is_glued)
            return true;
    return false;
}

/* Where rows are guessed, an unknown text opens one: it may as well be what stands in a cell
 * of the row above, and the figures behind it that row's. */
static bool is_cut_at_text(const struct grid *grid, const struct grid_run *run)
{
    const struct grid_cell *next = &grid->cells[run->end];
    return grid->flows && next->shape == SHAPE_TEXT && !next->hit.label;
}

/* Whether what parts the cells stands in the row as often as between its label and all its
 * columns, the last of which nothing ends. */
static bool is_parted(const struct grid *grid, const struct grid_run *run)
{
    return grid->is_parted && fields(run) + 1 == run->width && run->first > 0 &&
           grid->cells[run->end - 1].is_closed;
}

/* Whether the table ends in the row, which may have had more fields: the text may end there too,
 * and T4's row has no label that shows it to be one. */
static bool may_be_cut_off(const struct grid *grid, const struct grid_run *run)
{
    bool goes_on = grid->nleft == UINT32_MAX && run->label_column >= 0;
    return run->end == grid->ncells && !goes_on;
}

/* A row with bars and nothing between them is blank, also where it has too few; one at
 * which the text ends may have had more. */
static enum grid_placing place_blank(const struct grid *grid, const struct grid_run *run,
                                     size_t *at)
{
    bool is_short = fields(run) < run->width;
    bool is_whole = is_parted(grid, run);
    if (is_short && !is_whole && (fields(run) == 0 || may_be_cut_off(grid, run)))
        return GRID_ABSENT;
    if (is_short && is_cut_at_text(grid, run))
        return GRID_UNPLACED;
    if (!is_short)
        grid_take(run->first, run->width, at);
    for (size_t i = 0; is_short && i < run->width; i++)
        at[i] = GRID_NO_CELL;
    return GRID_BLANK;
}

/* Whether the header of a drawn table has a box of its own between the corner and the columns. */
static bool has_box_before(const struct grid *grid, const struct grid_run *run)
{
    for (size_t i = 0, end; i < run->first; i = end) {
        bool is_header = false, is_between = false;
        end = grid_row_end(grid, i);
        for (size_t k = i; k < end; k++) {
            const struct grid_cell *cell = &grid->cells[k];
            is_header = is_header || grid_is_column_label(cell);
            is_between = is_between ||
                         (cell->column > 0 && (int)cell->column < run->frame && !cell->is_covered);
        }
        if (is_header && is_between)
            return true;
    }
    return false;
}

/* The first of the row's own boxes where it begins right behind its label, before the columns of
 * the header: the labels of groups stand in another frame, above. Then figures from the first
 * column to the last tell which they are; else `end`. */
static size_t first_shifted(const struct grid *grid, const struct grid_run *run)
{
    size_t first = run->first;
    bool is_whole = run->label_columns > 1 && grid->cells[first].shape != SHAPE_EMPTY &&
                    full_start(grid, run, true) >= 0;
    return is_whole && !has_box_before(grid, run) ? first : run->end;
}

static enum grid_placing place_framed(const struct grid *grid, const struct grid_run *run,
                                      size_t *at)
{
    size_t first = run->first;
    while (first < run->end && (int)grid->cells[first].column < run->frame &&
           grid->cells[first].shape == SHAPE_EMPTY)
        first++;
    if (run->frame < 0 || first == run->end)
        return GRID_UNPLACED;
    bool is_shifted = (int)grid->cells[first].column < run->frame;
    first = is_shifted ? first_shifted(grid, run) : first;
    if (run->end - first < run->width ||
        (!is_shifted && (int)grid->cells[first].column != run->frame))
        return GRID_UNPLACED;
    bool is_blank = true;
    for (size_t i = first; i < first + run->width; i++) {
        if (grid_is_shared(grid, &grid->cells[i]))
            return GRID_UNPLACED;
        is_blank = is_blank && grid->cells[i].shape == SHAPE_EMPTY;
    }
    grid_take(first, run->width, at);
    return is_blank ? GRID_BLANK : GRID_PLACED;
}

enum grid_placing bar_place(const struct grid *grid, const struct grid_run *run, size_t *at)
{
    if (grid->frame)
        return place_framed(grid, run, at);
    if (grid_count(grid, run) == 0)
        return place_blank(grid, run, at);
    if (run->frame < 0 || grid->cells[run->first].may_be_torn)
        return GRID_UNPLACED;
    size_t first = run->first;
    while (first < run->end && (int)grid->cells[first].column < run->frame)
        first++;
    if (run->end - first < run->width || is_merged(grid, run, first, first + run->width))
        return GRID_UNPLACED;
    grid_take(first, run->width, at);
    return GRID_PLACED;
}
