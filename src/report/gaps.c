#include "gaps.h"

#include <string.h>

#include "gouji/base/ascii.h"

enum { LEAST_ALIKE = 3 };

/* How many gaps have as many line breaks. */
struct counts {
    size_t of[GAPS_MOST + 1];
    size_t n;
};

/* Cells of one line, which was cut at its blanks, say nothing of line breaks. */
static void count_gap(const struct grid_cell *cell, struct counts *counts)
{
    if (cell->gap == 0)
        return;
    counts->of[cell->gap < GAPS_MOST ? cell->gap : GAPS_MOST]++;
    counts->n++;
}

static unsigned most_frequent(const struct counts *counts)
{
    unsigned best = 0;
    for (unsigned gap = 1; gap < GAPS_MOST; gap++)
        best = best == 0 || counts->of[gap] > counts->of[best] ? gap : best;
    return best;
}

/* In a table of blanks the gaps between rows are many; those in its header are less. */
static unsigned least_frequent_enough(const struct counts *counts)
{
    for (unsigned gap = 1; gap < GAPS_MOST; gap++)
        if (counts->of[gap] >= LEAST_ALIKE)
            return gap;
    return most_frequent(counts);
}

static void count_in_full_rows(const struct grid *grid, const struct grid_run *runs, size_t nruns,
                               struct counts *counts)
{
    for (size_t i = 0; i < nruns; i++) {
        bool is_full = grid_count(grid, &runs[i]) == runs[i].width;
        for (size_t k = runs[i].first + 1; is_full && k < runs[i].end; k++)
            count_gap(&grid->cells[k], counts);
    }
}

static void count_in_header(const struct grid *grid, struct counts *counts)
{
    for (size_t k = 1; k < grid->ncells; k++)
        if (grid_is_column_label(&grid->cells[k]) && grid_is_column_label(&grid->cells[k - 1]))
            count_gap(&grid->cells[k], counts);
}

static void count_before_lone_values(const struct grid *grid, const struct grid_run *runs,
                                     size_t nruns, struct counts *counts)
{
    for (size_t i = 0; i < nruns; i++)
        if (runs[i].width == 1 && grid_count(grid, &runs[i]) == 1)
            count_gap(&grid->cells[runs[i].first], counts);
}

static void count_before_labels(const struct grid *grid, struct counts *counts)
{
    for (size_t k = 1; k < grid->ncells; k++)
        if (grid->cells[k].shape != SHAPE_TEXT || grid->cells[k].hit.label)
            count_gap(&grid->cells[k], counts);
}

/* The gap that most neighbours in full rows and in the header have; where there are
 * none, that between a label and its only value, or what labels have. */
static unsigned usual_gap(const struct grid *grid, const struct grid_run *runs, size_t nruns)
{
    struct counts counts = {0};
    count_in_full_rows(grid, runs, nruns, &counts);
    count_in_header(grid, &counts);
    if (counts.n == 0)
        count_before_lone_values(grid, runs, nruns, &counts);
    if (counts.n > 0)
        return most_frequent(&counts);
    count_before_labels(grid, &counts);
    return least_frequent_enough(&counts);
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
            digits = ascii_is_digit(text.ptr[i]) || text.ptr[i] == ' ';
            blank = blank || text.ptr[i] == ' ';
        }
        n += (digits && blank) ||
             (k > 0 && grid_is_value(&grid->cells[k]) && grid_is_value(&grid->cells[k - 1]) &&
              grid->cells[k].line == grid->cells[k - 1].line);
    }
    return n >= LEAST_CROWDED;
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

size_t gaps_blanks_before(const struct grid *grid, size_t index)
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
            step = grid_common_step(step, gaps_blanks_before(grid, k));
    return step;
}

size_t gaps_step_above(const struct grid *grid)
{
    size_t step = 0, gap = 0;
    bool after_figure = false;
    const char *end = grid->source + (grid->ncells > 0 ? grid->cells[0].span.start : 0);
    const char *next;
    for (const char *at = grid->source; (next = memchr(at, '\n', (size_t)(end - at)));
         at = next + 1, gap++) {
        struct slice line = cell_trim(slice_make(at, (size_t)(next - at)));
        if (line.nbytes == 0)
            continue;
        bool is_figure = strspn(line.ptr, "0123456789.") == line.nbytes;
        if (is_figure && after_figure && gap > grid->base_gap)
            step = grid_common_step(step, gap - grid->base_gap);
        after_figure = is_figure;
        gap = 0;
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
            blanks += gaps_blanks_before(grid, k);
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

/* Where full rows have line breaks over the usual number. */
struct surplus {
    bool inside, behind;
};

/* In full rows every cell is there, so line breaks over the usual number are
 * no blank cells but noise of the page, or, behind the row, what the next one's label
 * stands below. */
static struct surplus find_surplus(const struct grid *grid, const struct grid_run *runs,
                                   size_t nruns)
{
    struct surplus found = {false, false};
    for (size_t i = 0; i < nruns; i++) {
        if (grid_count(grid, &runs[i]) != runs[i].width)
            continue;
        for (size_t k = runs[i].first + 1; k < runs[i].end && !found.inside; k++)
            found.inside = grid->cells[k].gap > grid->base_gap;
        found.behind = found.behind || (runs[i].end < grid->ncells &&
                                        grid->cells[runs[i].end].gap > grid->base_gap);
    }
    return found;
}

void gaps_survey(struct grid *grid, const struct grid_run *runs, size_t nruns)
{
    grid->base_gap = usual_gap(grid, runs, nruns);
    grid->blank_step = grid->reader == &grid_a1 ? blank_step(grid, runs, nruns) : 0;
    struct surplus surplus = find_surplus(grid, runs, nruns);
    bool inside = surplus.inside || (grid->base_gap == 1 && has_stray_breaks(grid, runs, nruns));
    bool behind = surplus.behind || (grid->base_gap == 1 && header_is_parted(grid));
    bool crowded = grid->is_barred || (grid->reader == &grid_a1 && has_crowded_lines(grid));
    grid->gaps_hold = !crowded && (grid->base_gap >= 2 || (!inside && !behind));
    grid->inner_gaps_hold = !crowded && !inside;
    grid->blanks_show = grid->tail_gap > 0 && blanks_show(grid, runs, nruns);
}
