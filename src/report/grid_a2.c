/* A2: one cell a line that starts with a tab, a lone tab when empty, a blank line
 * after each row. */
#include "gouji/base/ascii.h"
#include "grid.h"

static unsigned claim_a2(const struct grid_site *site)
{
    return grid_tabs_part(site) ? 0 : grid_share(site, site->tally.ntabbed);
}

/* A line without its tab goes on with the cell above, unless it is something by itself
 * or a blank line or a page's end parts them. */
static bool goes_on(const struct grid *grid, const struct piece *piece, bool parted)
{
    if (grid->ncells == 0 || parted || piece->hit.label)
        return false;
    const struct grid_cell *last = &grid->cells[grid->ncells - 1];
    return last->shape != SHAPE_EMPTY && (!last->hit.label || piece->shape == SHAPE_TEXT);
}

static int read_line_a2(const struct pieces *pieces, size_t index, uint32_t row, bool parted,
                        struct grid *grid)
{
    const struct piece_line *line = &pieces->lines[index];
    for (uint32_t k = 0; k < line->npieces; k++) {
        const struct piece *piece = &pieces->items[line->first + k];
        if (piece->is_noise || (k == 0 && line->npieces > 1 && piece->shape == SHAPE_EMPTY))
            continue;
        if (k == 0 && goes_on(grid, piece, parted)) {
            struct grid_cell *last = &grid->cells[grid->ncells - 1];
            bool was_value = grid_is_value(last);
            if (grid_extend(grid, pieces, piece) < 0)
                return -1;
            last->may_be_run_into =
                last->may_be_run_into || (was_value && last->shape == SHAPE_TEXT);
            continue;
        }
        struct grid_cell *cell = grid_add(grid, piece, (uint32_t)index);
        if (!cell)
            return -1;
        cell->row = row;
        cell->lacks_tab = k == 0 && line->npieces == 1;
        cell->is_untabbed = cell->lacks_tab && !parted && !piece->hit.label;
        cell->is_value =
            cell->is_untabbed && grid_is_remark(pieces->labels, &cell->hit, cell->text);
    }
    return 0;
}

/* Blank lines between the cells of one row: none, or, where a copy put blank
 * lines between all lines alike, as many as there always are. Lines without a tab may be the
 * second of a cell, which nothing parts from the first. */
static uint32_t least_gap(const struct pieces *pieces, size_t first, size_t end)
{
    uint32_t least = UINT32_MAX;
    uint32_t gap = 0;
    for (size_t i = first; i < end; i++) {
        gap += pieces->lines[i].is_blank;
        if (pieces->lines[i].is_blank)
            continue;
        bool has_tab = pieces->report->text[pieces->lines[i].span.start] == '\t';
        if (i > first && has_tab && gap < least)
            least = gap;
        gap = 0;
    }
    return least;
}

/* A label of a row or a caption, the last of the line. */
static bool ends_in_label(const struct pieces *pieces, const struct grid *grid, size_t index)
{
    const struct piece_line *line = &pieces->lines[index];
    const struct label *label = pieces->items[line->first + line->npieces - 1].hit.label;
    for (label = label_in_table(label, grid->table); label;
         label = label_in_table(label->next, grid->table))
        if (label->kind == LABEL_ROW || label->kind == LABEL_CAPTION)
            return true;
    return false;
}

/* Whether the line starts a row that no blank line parts from the one above: its label
 * stands below values. */
static bool is_row_unparted(const struct pieces *pieces, const struct grid *grid, size_t index,
                            uint32_t row)
{
    size_t last = grid->ncells;
    while (last > 0 && grid->cells[last - 1].shape == SHAPE_EMPTY)
        last--;
    return last > 0 && grid->cells[last - 1].row == row && grid_is_value(&grid->cells[last - 1]) &&
           ends_in_label(pieces, grid, index);
}

static int read_a2(const struct pieces *pieces, size_t first, size_t end, struct grid *grid)
{
    uint32_t row = 0;
    uint32_t usual = least_gap(pieces, first, end);
    uint32_t gap = UINT32_MAX;
    bool noise = false;
    for (size_t i = first; i < end; i++) {
        if (pieces->lines[i].is_blank) {
            gap += gap < UINT32_MAX;
            continue;
        }
        row += gap > usual || is_row_unparted(pieces, grid, i, row);
        if (read_line_a2(pieces, i, row, noise || gap > usual, grid) < 0)
            return -1;
        noise = pieces->items[pieces->lines[i].first].is_noise;
        gap = 0;
    }
    grid_join_broken(pieces, grid);
    grid_measure_end(pieces, grid);
    return 0;
}

/* The fields of the printed row whose run it is; none: 0. Sets whether empty ones stand
 * before its label. */
static size_t row_fields(const struct grid *grid, const struct grid_run *run, bool *is_covered)
{
    size_t first = run->first;
    if (run->first == run->end)
        return 0;
    while (first > 0 && grid->cells[first - 1].row == grid->cells[run->first].row)
        first--;
    *is_covered = first < run->first && grid->cells[first].shape == SHAPE_EMPTY;
    return grid_row_end(grid, run->first) - first;
}

/* Where fields that labels above cover are printed, and most rows have fewer fields than the
 * form has columns, they have lost some: an empty one behind a label may be the label's. Where all
 * rows have just as many fields as the form, none has. */
static void survey_a2(struct grid *grid, struct grid_run *runs, size_t nruns)
{
    enum { MOST_FIELDS = 32 };
    size_t nrows = 0;
    size_t nshort = 0;
    size_t counts[MOST_FIELDS] = {0};
    bool covered = false;
    grid->rows_hold = true;
    for (size_t i = 0; i < nruns; i++) {
        bool own = false;
        size_t n = row_fields(grid, &runs[i], &own);
        nrows += n > 0;
        grid->rows_hold &= n == runs[i].label_columns + runs[i].width;
        covered = covered || own;
        if (n > 0 && n < MOST_FIELDS && n < runs[i].label_columns + runs[i].width)
            nshort = ++counts[n] > nshort ? counts[n] : nshort;
    }
    for (size_t i = 0; i < nruns; i++)
        runs[i].fits = !covered || nshort * 10 < nrows * 6;
}

/* A text that is no cell's: short ones with a digit (约5) may be. */
static bool may_be_foot(const struct grid_cell *cell)
{
    enum { MOST_VALUE_NBYTES = 18 };
    if (!cell->is_untabbed || cell->shape != SHAPE_TEXT || cell->is_value)
        return false;
    for (size_t i = 0; cell->text.nbytes <= MOST_VALUE_NBYTES && i < cell->text.nbytes; i++)
        if (ascii_is_digit(cell->text.ptr[i]))
            return false;
    return true;
}

/* A line without a tab below an empty cell: that cell's, or, where it is a text behind the
 * whole row, a page's running head or foot, which is no cell. */
static bool leave_foot(const struct grid *grid, const struct grid_run *run, struct grid_run *rest)
{
    *rest = *run;
    rest->end -= may_be_foot(&grid->cells[run->end - 1]);
    for (size_t i = rest->first; i < rest->end; i++)
        if (grid->cells[i].is_untabbed || grid->cells[i].may_be_run_into)
            return false;
    return true;
}

/* Whether figures without a label, each behind its tab, stand right below the row that has not as
 * many as columns: blank lines inside its boxes part it. */
static bool is_parted(const struct grid *grid, const struct grid_run *run)
{
    if (run->first == run->end || grid_count(grid, run) == run->width)
        return false;
    size_t first = grid_row_end(grid, run->end - 1);
    size_t end = first < grid->ncells ? grid_row_end(grid, first) : first;
    bool has_figure = false;
    for (size_t i = first; i < end; i++) {
        if (grid->cells[i].shape == SHAPE_TEXT)
            return false;
        has_figure = has_figure || (grid_is_value(&grid->cells[i]) && !grid->cells[i].lacks_tab);
    }
    return has_figure;
}

/* Whether the last fields of the row are its values, and those before them empty ones that its
 * labels cover: all rows have as many as the form. */
static bool ends_in_values(const struct grid *grid, const struct grid_run *run)
{
    if (!grid->rows_hold || run->end - run->first <= run->width || grid_count(grid, run) == 0)
        return false;
    for (size_t i = run->first; i < run->end - run->width; i++)
        if (grid->cells[i].shape != SHAPE_EMPTY)
            return false;
    return true;
}

/* Every lone tab is a cell of the document's table, so a row that has as many
 * fields as the form has columns is complete. */
static enum grid_placing place_a2(const struct grid *grid, const struct grid_run *run, size_t *at)
{
    struct grid_run rest = *run;
    if (grid_is_cut_off(grid, run, UINT32_MAX))
        return GRID_ABSENT;
    if (run->end > run->first && (!leave_foot(grid, run, &rest) || is_parted(grid, run)))
        return GRID_UNPLACED;
    if (rest.end - rest.first == run->width && grid_count(grid, &rest) > 0 &&
        (run->fits || grid->cells[rest.first].shape != SHAPE_EMPTY)) {
        grid_take(rest.first, run->width, at);
        return GRID_PLACED;
    }
    if (rest.end == run->end && ends_in_values(grid, run)) {
        grid_take(run->end - run->width, run->width, at);
        return GRID_PLACED;
    }
    /* Behind a field too many, as a blank one for labels is: the row's, or a page's foot. */
    if (rest.end - rest.first > run->width && grid->cells[rest.end - 1].shape == SHAPE_TEXT)
        return GRID_UNPLACED;
    return grid_place_plain(grid, &rest, at);
}

const struct grid_reader grid_a2 = {
    .layout = "A2",
    .has_rows = true,
    .claim = claim_a2,
    .read = read_a2,
    .survey = survey_a2,
    .place = place_a2,
};
