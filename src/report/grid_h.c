/* H: a web page's own tables. Every cell's place is stated by the mark-up, so
 * rows are not guessed; what may still be wrong is the mark-up itself: spans left
 * out, a cell too few, one number over several columns. */
#include "grid_bar.h"

static unsigned claim_h(const struct grid_site *site)
{
    return grid_share(site, site->tally.nstated);
}

static int read_h(const struct pieces *pieces, size_t first, size_t end, struct grid *grid)
{
    for (size_t i = first; i < end; i++) {
        const struct piece_line *line = &pieces->lines[i];
        const struct markup_row *row = line->markup;
        if (line->is_blank)
            continue;
        for (uint32_t k = 0; k < line->npieces; k++) {
            struct grid_cell *cell = grid_add(grid, &pieces->items[line->first + k], (uint32_t)i);
            if (!cell)
                return -1;
            cell->row = (uint32_t)i;
            cell->column = k;
            cell->markup = row && k < row->ncells ? &row->cells[k] : NULL;
            if (cell->markup)
                cell->column = cell->markup->column;
        }
    }
    grid_take_back_repeats(grid);
    grid_leave_remarks(grid);
    return 0;
}

static uint32_t rows_of(const struct grid_cell *cell)
{
    return cell->markup ? cell->markup->nrows : 1;
}

/* The column of the first value when the row's values stand side by side, one
 * column each, and are as many as the row is wide; else -1. */
static int full_start(const struct grid *grid, const struct grid_run *run)
{
    int start = -1;
    size_t n = 0;
    if (grid_count(grid, run) != run->width)
        return -1;
    for (size_t i = run->first; i < run->end; i++) {
        const struct grid_cell *cell = &grid->cells[i];
        if (cell->shape == SHAPE_EMPTY)
            continue;
        start = n == 0 ? (int)cell->column : start;
        if ((int)cell->column != start + (int)n || grid_columns_of(cell) != 1)
            return -1;
        n++;
    }
    return start;
}

static int full_rows_frame(const struct grid *grid, const struct grid_run *runs, size_t nruns,
                           uint32_t group)
{
    int frame = -1;
    for (size_t i = 0; i < nruns; i++) {
        int own = runs[i].group == group ? full_start(grid, &runs[i]) : -1;
        if (own >= 0 && frame >= 0 && own != frame)
            return -1;
        frame = own >= 0 ? own : frame;
    }
    return frame;
}

/* Where every column label stands as far from the first as in the form, they
 * tell where the values begin. -1 when they do not agree, or are too few. */
static int header_frame(const struct grid *grid, size_t width)
{
    int frame = -1;
    size_t n = 0;
    for (size_t i = 0; i < grid->ncells; i++) {
        const struct grid_cell *cell = &grid->cells[i];
        const struct label *label = label_in_table(cell->hit.label, grid->table);
        if (!label || label->kind != LABEL_COLUMN)
            continue;
        int own = (int)cell->column - (int)label->index;
        if (grid_columns_of(cell) != 1 || (n > 0 && own != frame))
            return -1;
        frame = own;
        n++;
    }
    return n >= width ? frame : -1;
}

/* Whether labels of some rows stand where the full rows, which begin in the field `frame`, have
 * values: rows of fewer fields than the form has columns, some of them lost. */
static bool labels_reach(const struct grid_run *runs, size_t nruns, uint32_t group, int frame)
{
    for (size_t i = 0; frame >= 0 && i < nruns; i++)
        if (runs[i].group == group && runs[i].label_column >= frame)
            return true;
    return false;
}

/* Whether the fields of the row before its values are filled, and none of it states a span. */
static bool is_plain_row(const struct grid *grid, const struct grid_run *run)
{
    for (size_t i = run->end; i-- > 0 && grid->cells[i].row == grid->cells[run->first].row;)
        if (grid_columns_of(&grid->cells[i]) != 1 || rows_of(&grid->cells[i]) != 1 ||
            (i < run->first && grid->cells[i].shape == SHAPE_EMPTY))
            return false;
    return true;
}

/* Whether no field is printed that a label above or on the left covers: all rows have just as
 * many fields behind their labels as the form has columns, in whatever column these end. */
static bool has_labels_alone(const struct grid *grid, const struct grid_run *runs, size_t nruns,
                             uint32_t group)
{
    enum { LEAST_ROWS = 3 };
    size_t nfilled[2] = {0, 0}; /* right behind one label, and behind several */
    for (size_t i = 0; i < nruns; i++) {
        const struct grid_run *run = &runs[i];
        if (run->group != group)
            continue;
        if (run->label_column < 0 || run->end - run->first != run->width ||
            !is_plain_row(grid, run))
            return false;
        nfilled[run->label_column > 0] += grid->cells[run->first].shape != SHAPE_EMPTY;
    }
    return nfilled[0] >= LEAST_ROWS && nfilled[1] > 0;
}

/* Full rows and header must not contradict; T3 alone has one header for all. */
static void survey_h(struct grid *grid, struct grid_run *runs, size_t nruns)
{
    int header = grid->table == TABLE_T3 && nruns > 0 ? header_frame(grid, runs[0].width) : -1;
    uint32_t last = UINT32_MAX;
    int frame = -1;
    bool reach = false, alone = false;
    for (size_t i = 0; i < nruns; i++) {
        if (runs[i].group != last) {
            alone = has_labels_alone(grid, runs, nruns, runs[i].group);
            frame = full_rows_frame(grid, runs, nruns, runs[i].group);
            reach = labels_reach(runs, nruns, runs[i].group, frame);
        }
        last = runs[i].group;
        runs[i].header = header;
        if (alone) {
            runs[i].fits = true;
            runs[i].frame = -1;
            continue;
        }
        runs[i].fits = !reach || (runs[i].label_column < frame &&
                                  runs[i].end - runs[i].first == runs[i].width);
        int stated = header >= 0 ? header : runs[i].frame;
        if (frame >= 0)
            runs[i].frame = stated >= 0 && stated != frame ? -1 : frame;
        else
            runs[i].frame = stated;
    }
}

/* One printed value over several rows is none of theirs. */
static bool is_merged_down(const struct grid *grid, const struct grid_run *run)
{
    for (size_t i = run->first; i < run->end; i++)
        if (grid->cells[i].shape != SHAPE_EMPTY && rows_of(&grid->cells[i]) > 1)
            return true;
    return false;
}

/* The cell of a row above that reaches down into this row's column, or NULL. */
static const struct grid_cell *covering(const struct grid *grid, const struct grid_run *run,
                                        uint32_t column)
{
    uint32_t row = grid->cells[run->first].row;
    for (size_t i = run->first; i-- > 0;) {
        const struct grid_cell *cell = &grid->cells[i];
        if (cell->row < row && cell->column <= column &&
            column < cell->column + grid_columns_of(cell))
            return cell->row + rows_of(cell) > row ? cell : NULL;
    }
    return NULL;
}

static bool is_all_empty(const struct grid *grid, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (grid->cells[i].shape != SHAPE_EMPTY)
            return false;
    return true;
}

/* The cells in the columns of the frame; a column that an empty cell above
 * covers is blank here, too. */
static bool take_frame(const struct grid *grid, const struct grid_run *run, size_t *at)
{
    size_t i = run->first;
    size_t nown = 0;
    while (i < run->end && (int)grid->cells[i].column < run->frame)
        i++;
    if (!is_all_empty(grid, run->first, i))
        return false;
    for (size_t k = 0; k < run->width; k++) {
        uint32_t column = (uint32_t)run->frame + (uint32_t)k;
        bool own = i < run->end && grid->cells[i].column == column;
        const struct grid_cell *above = own ? NULL : covering(grid, run, column);
        if (own ? grid_columns_of(&grid->cells[i]) != 1 : !above || above->shape != SHAPE_EMPTY)
            return false;
        nown += own;
        at[k] = own ? i++ : GRID_NO_CELL;
    }
    return nown > 0 && is_all_empty(grid, i, run->end);
}

/* Behind a filled first field the row is in order wherever it stands; empty ones
 * before the frame may be a label's. */
static bool starts_well(const struct grid *grid, const struct grid_run *run)
{
    const struct grid_cell *first = &grid->cells[run->first];
    return run->frame < 0 || (int)first->column == run->frame || first->shape != SHAPE_EMPTY;
}

/* Whether a text that is no label heads the column, above all figures. */
static bool is_foreign_column(const struct grid *grid, uint32_t column)
{
    for (size_t i = 0; i < grid->ncells && !grid_is_value(&grid->cells[i]); i++) {
        const struct grid_cell *cell = &grid->cells[i];
        if (cell->column == column && grid_columns_of(cell) == 1 && cell->shape != SHAPE_EMPTY)
            return cell->shape == SHAPE_TEXT && !label_in_table(cell->hit.label, grid->table);
    }
    return false;
}

/* A figure more than columns: each stands below the label of its column, and the last below the
 * label of another. */
static bool take_headed(const struct grid *grid, const struct grid_run *run, size_t *at)
{
    if (run->header < 0 || run->end - run->first != run->width + 1)
        return false;
    for (size_t i = run->first; i < run->end; i++)
        if ((int)(grid->cells[i].column + run->first) != run->header + (int)i ||
            grid_columns_of(&grid->cells[i]) != 1)
            return false;
    if (!is_foreign_column(grid, grid->cells[run->end - 1].column))
        return false;
    grid_take(run->first, run->width, at);
    return true;
}

static enum grid_placing place_h(const struct grid *grid, const struct grid_run *run, size_t *at)
{
    size_t n = grid_count(grid, run);
    if (n == run->width + 1 && !is_merged_down(grid, run) && take_headed(grid, run, at))
        return GRID_PLACED;
    if (n > run->width || (n > 0 && is_merged_down(grid, run)))
        return GRID_UNPLACED;
    if (n > 0 && n < run->width && !run->fits && grid->cells[run->first].shape == SHAPE_EMPTY)
        return GRID_UNPLACED; /* the empty one may be a label's */
    if (n > 0 && run->frame >= 0 && take_frame(grid, run, at))
        return GRID_PLACED;
    if (n > 0 && n < run->width && run->end - run->first == run->width && starts_well(grid, run)) {
        grid_take(run->first, run->width, at);
        return GRID_PLACED;
    }
    if (n == 0 || n == run->width)
        return grid_place_plain(grid, run, at);
    return GRID_UNPLACED;
}

const struct grid_reader grid_h = {
    .layout = "H",
    .has_rows = true,
    .claim = claim_h,
    .read = read_h,
    .survey = survey_h,
    .place = place_h,
};
