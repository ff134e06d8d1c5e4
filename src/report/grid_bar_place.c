/* Which fields of a barred row are its columns. A table is either padded, every
 * row to the same number of fields, or every row ends behind its last column;
 * and values start right behind the label, or all in the same field. A row that
 * does not keep to what the others show is not placed. */
#include "grid_bar.h"

enum { LEAST_ROWS = 3, MOST_FIELDS = 64 };

/* What the rows of the table have in common. */
struct proof {
    size_t total;  /* fields of most rows, 0: unknown */
    bool by_total; /* rows are padded to it */
    size_t tail;   /* fields behind the last column, in most rows */
    bool has_tail;
    bool is_behind;    /* full rows start right behind their labels, which differ in place */
    int start;         /* all full rows have their first value in this field; -1 */
    bool is_indented;  /* labels stand behind empty fields */
    bool never_fixed;  /* a value stands before that field */
    bool never_behind; /* a value stands further behind its label than the row is wide */
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

static size_t most_frequent(const size_t *counts, size_t *votes)
{
    size_t best = 0;
    for (size_t i = 1; i < MOST_FIELDS; i++)
        if (counts[i] > counts[best])
            best = i;
    *votes = counts[best];
    return best;
}

/* Padded to a total, or cut behind the last column: what more rows agree in. */
static void prove_width(const struct grid *grid, const struct grid_run *runs, size_t nruns,
                        struct proof *proof)
{
    size_t totals[MOST_FIELDS] = {0};
    size_t tails[MOST_FIELDS] = {0};
    size_t nrows = 0;
    size_t ntails = 0;
    size_t votes;
    for (size_t i = 0, n; i < grid->ncells; i += n) {
        n = row_fields(grid, i);
        nrows++;
        totals[n < MOST_FIELDS ? n : 0]++;
    }
    proof->total = most_frequent(totals, &votes);
    size_t total_percent = nrows >= LEAST_ROWS ? votes * 100 / nrows : 0;
    for (size_t i = 0; i < nruns; i++) {
        if (fields(&runs[i]) < runs[i].width)
            continue;
        size_t tail = fields(&runs[i]) - runs[i].width;
        ntails++;
        tails[tail < MOST_FIELDS ? tail : 0]++;
    }
    proof->tail = most_frequent(tails, &votes);
    proof->has_tail = votes > 1;
    size_t tail_percent = ntails ? votes * 100 / ntails : 0;
    proof->by_total = total_percent >= 60 && (nruns <= 2 || total_percent >= tail_percent);
}

static void prove_start(const struct grid *grid, const struct grid_run *runs, size_t nruns,
                        struct proof *proof)
{
    bool behind = true;
    bool fixed = true;
    bool moves = false;
    int label = -2;
    proof->start = -1;
    for (size_t i = 0; i < nruns; i++) {
        if (!is_full(grid, &runs[i]))
            continue;
        int start = (int)grid->cells[first_filled(grid, &runs[i])].column;
        behind = behind && start == behind_label(grid, &runs[i]);
        fixed = fixed && (proof->start < 0 || start == proof->start);
        moves = moves || (label > -2 && label != runs[i].label_column);
        label = runs[i].label_column;
        proof->start = start;
    }
    proof->is_behind = label > -2 && behind && moves;
    if (!fixed || proof->is_behind)
        proof->start = -1;
}

/* Whether the row of the cell starts with an empty field before its label. */
static bool is_indented(const struct grid *grid, const struct grid_run *run)
{
    size_t i = run->first;
    if (run->label_column <= 0 || i == 0)
        return false;
    uint32_t row = grid->cells[i - 1].row;
    while (i > 0 && grid->cells[i - 1].row == row)
        i--;
    return grid->cells[i].shape == SHAPE_EMPTY;
}

static bool fits_width(const struct grid *grid, const struct proof *proof,
                       const struct grid_run *run)
{
    if (fields(run) < run->width)
        return false;
    if (proof->by_total)
        return run_total(grid, run) == proof->total;
    size_t tail = fields(run) - run->width;
    return proof->has_tail ? tail == proof->tail : tail == 0;
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
    for (size_t i = 0; i < nruns; i++) {
        const struct grid_run *run = &runs[i];
        proof->is_indented = proof->is_indented || is_indented(grid, run);
        if (grid_count(grid, run) == 0 || fields(run) < run->width)
            continue;
        int first = (int)grid->cells[first_filled(grid, run)].column;
        int last = (int)grid->cells[last_filled(grid, run)].column;
        int behind = behind_label(grid, run);
        proof->never_fixed = proof->never_fixed || first < fixed_start(proof, run);
        proof->never_behind = proof->never_behind || last >= behind + (int)run->width;
    }
}

/* The field of the row's first column, or -1. */
static int decide_start(const struct grid *grid, const struct proof *proof,
                        const struct grid_run *run)
{
    int behind = behind_label(grid, run);
    int fixed = fixed_start(proof, run);
    bool may_behind = !proof->never_behind && holds(grid, run, behind);
    bool may_fixed =
        proof->by_total && !proof->is_behind && !proof->never_fixed && holds(grid, run, fixed);
    if (may_behind && may_fixed)
        return proof->is_indented && proof->total == (size_t)fixed + run->width ? fixed : behind;
    return may_behind ? behind : may_fixed ? fixed : -1;
}

void bar_survey(struct grid *grid, struct grid_run *runs, size_t nruns)
{
    struct proof proof = {0};
    prove_width(grid, runs, nruns, &proof);
    prove_start(grid, runs, nruns, &proof);
    prove_by_values(grid, runs, nruns, &proof);
    for (size_t i = 0; i < nruns; i++) {
        size_t n = grid_count(grid, &runs[i]);
        bool partial = n > 0 && n < runs[i].width;
        runs[i].frame = partial && fits_width(grid, &proof, &runs[i])
                            ? decide_start(grid, &proof, &runs[i])
                            : -1;
    }
}

/* One value before bars without anything between them, where others have
 * blanks: a cell over several columns. */
static bool is_merged(const struct grid *grid, const struct grid_run *run, size_t end)
{
    for (size_t i = last_filled(grid, run) + 1; i < end; i++)
        if (grid->is_spaced && grid->cells[i].is_glued)
            return true;
    return false;
}

enum grid_placing bar_place(const struct grid *grid, const struct grid_run *run, size_t *at)
{
    if (fields(run) == 0)
        return GRID_ABSENT;
    enum grid_placing placing = grid_place_plain(grid, run, at);
    if (placing != GRID_UNPLACED || run->frame < 0)
        return placing;
    size_t first = run->first;
    while (first < run->end && (int)grid->cells[first].column < run->frame)
        first++;
    if (run->end - first < run->width || is_merged(grid, run, first + run->width))
        return GRID_UNPLACED;
    grid_take(first, run->width, at);
    return GRID_PLACED;
}
