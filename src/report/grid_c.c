/* C: a row a line, cells between tabs; label columns may be shifted, surplus
 * fields may stand at both ends. */
#include "grid_bar.h"

static unsigned claim_c(const struct grid_site *site)
{
    size_t nbroken = grid_tabs_part(site) ? site->tally.ntabbed : 0;
    return grid_share(site, site->tally.nfields + nbroken);
}

/* A page number or a rule on a line of its own. */
static bool is_noise_line(const struct pieces *pieces, const struct piece_line *line)
{
    bool noise = false;
    for (uint32_t k = 0; k < line->npieces; k++) {
        const struct piece *piece = &pieces->items[line->first + k];
        if (!piece->is_noise && piece->shape != SHAPE_EMPTY)
            return false;
        noise = noise || piece->is_noise;
    }
    return noise;
}

static int read_line(const struct pieces *pieces, size_t index, struct grid *grid)
{
    const struct piece_line *line = &pieces->lines[index];
    const struct piece *piece = &pieces->items[line->first];
    const struct piece *end = piece + line->npieces;
    const struct grid_cell *last = grid->ncells > 0 ? &grid->cells[grid->ncells - 1] : NULL;
    uint32_t row = (uint32_t)index;
    uint32_t column = 0;
    /* The cell that the line before left open goes on. */
    if (last && (line->in_quotes || grid_label_goes_on(grid, pieces->labels, piece))) {
        row = last->row;
        column = last->column + 1;
        if (piece->shape != SHAPE_EMPTY && grid_extend(grid, pieces, piece) < 0)
            return -1;
        piece++;
    } else if (last && line->npieces > 1 && line->delimiter == 0) {
        int parted = grid_part_glued(grid, pieces, piece, (uint32_t)index);
        if (parted < 0)
            return -1;
        last = &grid->cells[grid->ncells - 1];
        row = parted > 0 ? last->row : row;
        column = parted > 0 ? last->column + 1 : column;
        piece += parted;
    }
    for (; piece < end; piece++) {
        struct grid_cell *cell = grid_add(grid, piece, (uint32_t)index);
        if (!cell)
            return -1;
        cell->row = row;
        cell->column = column++;
    }
    return 0;
}

/* The small number that the first field of a row is; -1: it is none. */
static int row_number(const struct grid_cell *cell)
{
    return cell->column == 0 ? grid_small_number(cell) : -1;
}

/* Whether the first fields of all rows, but of a header's first, go up by one: they number
 * the rows. */
static bool has_row_numbers(const struct grid *grid)
{
    enum { LEAST_NUMBERED = 3 };
    size_t nnumbered = 0;
    int last = -1;
    for (size_t i = 0; i < grid->ncells; i++) {
        if (i > 0 && grid->cells[i].row == grid->cells[i - 1].row)
            continue;
        int number = row_number(&grid->cells[i]);
        if (nnumbered > 0 ? number != last + 1 : i > 0 && number < 0)
            return false;
        nnumbered += number >= 0;
        last = number;
    }
    return nnumbered >= LEAST_NUMBERED;
}

static void leave_row_numbers(struct grid *grid)
{
    size_t n = 0;
    if (!has_row_numbers(grid))
        return;
    for (size_t i = 0; i < grid->ncells; i++) {
        if (grid->cells[i].column == 0)
            continue;
        grid->cells[n] = grid->cells[i];
        grid->cells[n++].column--;
    }
    grid->ncells = n;
}

/* The cells from the table's first label to the end of the row of its last one; T4's figures stand
 * in the next. */
static struct span labelled_rows(const struct grid *grid)
{
    struct span rows = {0, 0};
    for (size_t i = 0, end; i < grid->ncells; i = end) {
        end = grid_row_end(grid, i);
        bool labelled = false;
        for (size_t k = i; k < end && !labelled; k++)
            labelled = label_in_table(grid->cells[k].hit.label, grid->table) != NULL;
        rows.start = labelled && rows.end == 0 ? (uint32_t)i : rows.start;
        rows.end = labelled ? (uint32_t)end : rows.end;
    }
    if (grid->table == TABLE_T4 && rows.end > 0 && rows.end < grid->ncells)
        rows.end = (uint32_t)grid_row_end(grid, rows.end);
    return rows;
}

/* How many tabs stand between the cells: 2 where no row has anything in its second, fourth …
 * field. That a row has three cells tells these from blank ones. */
static uint32_t tabs_between(const struct grid *grid, struct span rows)
{
    enum { LEAST_FILLED = 3 };
    uint32_t step = 0;
    bool is_proved = false;
    for (size_t i = rows.start, end; i < rows.end && step != 1; i = end) {
        size_t nfilled = 0;
        end = grid_row_end(grid, i);
        for (size_t k = i; k < end && step != 1; k++) {
            if (grid->cells[k].shape == SHAPE_EMPTY)
                continue;
            step = (uint32_t)grid_common_step(grid->cells[k].column, step);
            nfilled++;
        }
        is_proved = is_proved || nfilled >= LEAST_FILLED;
    }
    return is_proved ? step : 1;
}

/* Whether a label stands beside something, as in nearly all tables: one tab parts the cells. */
static bool has_neighbours(const struct grid *grid)
{
    for (size_t i = 1; i < grid->ncells; i++)
        if (grid->cells[i - 1].hit.label && grid->cells[i].shape != SHAPE_EMPTY &&
            grid->cells[i - 1].row == grid->cells[i].row &&
            label_in_table(grid->cells[i - 1].hit.label, grid->table))
            return true;
    return false;
}

/* Takes out the fields between two tabs that part cells together. */
static void leave_tabs_between(struct grid *grid)
{
    if (has_neighbours(grid))
        return;
    struct span rows = labelled_rows(grid);
    uint32_t step = tabs_between(grid, rows);
    size_t n = rows.start;
    if (step < 2)
        return;
    for (size_t i = rows.start; i < grid->ncells; i++) {
        uint32_t column = grid->cells[i].column;
        if (i < rows.end && column % step > 0)
            continue;
        grid->cells[n] = grid->cells[i];
        grid->cells[n++].column = i < rows.end ? column / step : column;
    }
    grid->ncells = n;
}

int grid_read_fields(const struct pieces *pieces, size_t first, size_t end, struct grid *grid)
{
    for (size_t i = first; i < end; i++) {
        const struct piece_line *line = &pieces->lines[i];
        bool skip = line->is_blank || is_noise_line(pieces, line);
        if ((!skip || line->in_quotes) && read_line(pieces, i, grid) < 0)
            return -1;
    }
    if (grid->reader == &grid_c)
        grid_join_broken(pieces, grid);
    leave_row_numbers(grid);
    leave_tabs_between(grid);
    grid_take_back_repeats(grid);
    grid_leave_remarks(grid);
    return 0;
}

/* The field of the first value when first and last value are as far apart as
 * the row is wide, so that each stands in its column; else -1. */
static int full_start(const struct grid *grid, const struct grid_run *run)
{
    size_t first = run->first;
    size_t end = run->end;
    size_t n = grid_count(grid, run);
    if (n == 0 || n > run->width)
        return -1;
    while (grid->cells[first].shape == SHAPE_EMPTY)
        first++;
    while (grid->cells[end - 1].shape == SHAPE_EMPTY)
        end--;
    return end - first == run->width ? (int)grid->cells[first].column : -1;
}

/* Whether every label lies before `start` and every value within the width. */
static bool fits_frame(const struct grid *grid, const struct grid_run *run, int start)
{
    if (run->label_column >= start)
        return false;
    for (size_t i = run->first; i < run->end; i++) {
        int column = (int)grid->cells[i].column;
        if (grid->cells[i].shape != SHAPE_EMPTY &&
            (column < start || column >= start + (int)run->width))
            return false;
    }
    return true;
}

/* Whether labels stand in different fields and all rows of the group have just as many behind
 * theirs: lines without a label of their group are not padded, and no frame fits them all. */
static bool are_rows_even(const struct grid_run *runs, size_t nruns, uint32_t group)
{
    const struct grid_run *first = NULL;
    bool moves = false;
    for (size_t i = 0; i < nruns; i++) {
        const struct grid_run *run = &runs[i];
        if (run->group != group)
            continue;
        first = first ? first : run;
        if (run->label_column < 0 || run->end - run->first != first->end - first->first)
            return false;
        moves = moves || run->label_column != first->label_column;
    }
    return moves;
}

/* Where all full rows of a group have their values in the same fields, and no
 * row contradicts, those fields are the columns. With several label columns a
 * single row proves nothing: its own labels may be shifted. */
static int group_frame(const struct grid *grid, const struct grid_run *runs, size_t nruns,
                       uint32_t group)
{
    int start = -1;
    size_t nfull = 0;
    size_t nneeded = 1;
    for (size_t i = 0; i < nruns; i++) {
        int own = runs[i].group == group ? full_start(grid, &runs[i]) : -1;
        if (own < 0)
            continue;
        if (start >= 0 && own != start)
            return -1;
        start = own;
        nfull++;
        nneeded = runs[i].label_columns > 1 ? 2 : 1;
    }
    for (size_t i = 0; start >= 0 && i < nruns; i++)
        if (runs[i].group == group && !fits_frame(grid, &runs[i], start))
            return -1;
    return nfull >= nneeded ? start : -1;
}

/* Behind the last label column empty fields can only be values, unless they may
 * as well be the end of the line. */
static bool is_behind_labels(const struct grid *grid, const struct grid_run *run)
{
    return run->label_column + 1 == (int)run->label_columns &&
           run->end - run->first == run->width &&
           (grid->cells[run->end - 1].shape != SHAPE_EMPTY || grid->ends_hold);
}

/* Whether the table has one row, and no line of its header an empty field at its end or its
 * beginning: then none of the row's is there but for a cell. */
static bool do_ends_hold(const struct grid *grid, const struct grid_run *runs, size_t nruns)
{
    if (nruns != 1 || runs[0].first == 0)
        return false;
    for (size_t i = 0; i < runs[0].first; i++) {
        bool is_end = grid->cells[i].row != grid->cells[i + 1].row;
        bool is_first = i == 0 || grid->cells[i].row != grid->cells[i - 1].row;
        if ((is_end || is_first) && grid->cells[i].shape == SHAPE_EMPTY)
            return false;
    }
    return true;
}

/* A row with as many values as others that have no such field proves nothing:
 * its label may have been split. */
static bool are_labels_whole(const struct grid *grid, const struct grid_run *runs, size_t nruns)
{
    for (size_t i = 0; i < nruns; i++)
        for (size_t k = 0; k < nruns; k++)
            if (runs[i].group == runs[k].group && is_behind_labels(grid, &runs[i]) &&
                grid_count(grid, &runs[i]) < runs[i].width &&
                grid_count(grid, &runs[k]) == grid_count(grid, &runs[i]) &&
                runs[k].end - runs[k].first != runs[k].width)
                return false;
    return true;
}

/* Whether all rows have just as many fields behind their labels, of which some rows have more
 * than others, and values in the first or the last of them: no field pads a label. Where all
 * have one more, which is empty, it is behind the last column. */
static bool are_rows_exact(const struct grid *grid, const struct grid_run *runs, size_t nruns)
{
    int start = -1;
    bool moves = false;
    size_t surplus = nruns > 0 ? runs[0].end - runs[0].first - runs[0].width : 0;
    for (size_t i = 0; i < nruns; i++) {
        size_t nfields = runs[i].end - runs[i].first;
        if (runs[i].label_column < 0 || runs[i].group != runs[0].group || surplus > 1 ||
            nfields != runs[i].width + surplus ||
            (surplus > 0 && grid->cells[runs[i].end - 1].shape != SHAPE_EMPTY))
            return false;
        if (grid->cells[runs[i].first].shape == SHAPE_EMPTY &&
            grid->cells[runs[i].end - 1 - surplus].shape == SHAPE_EMPTY)
            continue;
        moves = moves || (start >= 0 && start != runs[i].label_column);
        start = runs[i].label_column;
    }
    return moves;
}

void grid_survey_fields(struct grid *grid, struct grid_run *runs, size_t nruns)
{
    uint32_t last = UINT32_MAX;
    int frame = -1;
    bool even = false;
    grid->labels_hold = are_labels_whole(grid, runs, nruns);
    grid->ends_hold = do_ends_hold(grid, runs, nruns);
    grid->rows_hold = are_rows_exact(grid, runs, nruns);
    for (size_t i = 0; i < nruns; i++) {
        if (runs[i].group != last) {
            frame = group_frame(grid, runs, nruns, runs[i].group);
            even = are_rows_even(runs, nruns, runs[i].group);
        }
        last = runs[i].group;
        if (frame >= 0 && !even)
            runs[i].frame = frame;
        else if (runs[i].frame >= 0 && (even || !fits_frame(grid, &runs[i], runs[i].frame)))
            runs[i].frame = -1;
    }
}

/* Whether the fields of the frame are all there; *first is the first's cell. */
static bool frame_cells(const struct grid *grid, const struct grid_run *run, size_t *first)
{
    if (run->frame < 0)
        return false;
    size_t i = run->first;
    while (i < run->end && (int)grid->cells[i].column < run->frame)
        i++;
    *first = i;
    return run->end - i >= run->width && (int)grid->cells[i].column == run->frame;
}

/* Whether the run has fields of several lines and not as many values as columns: an empty one that
 * ends or begins a line may be of the same box as what stands on the other. */
static bool is_broken_by_blanks(const struct grid *grid, const struct grid_run *run)
{
    return grid->reader->row_is_line && run->first < run->end &&
           grid->cells[run->first].row != grid->cells[run->end - 1].row &&
           grid_count(grid, run) > 0 && grid_count(grid, run) != run->width;
}

enum grid_placing grid_place_fields(const struct grid *grid, const struct grid_run *run, size_t *at)
{
    enum grid_placing placing = grid_place_plain(grid, run, at);
    if (is_broken_by_blanks(grid, run))
        return GRID_UNPLACED;
    if (placing != GRID_UNPLACED || grid_count(grid, run) > run->width)
        return placing;
    if (run->end - run->first < run->width && grid->cells[run->first].may_be_torn)
        return GRID_UNPLACED; /* two figures may have lost the blank between them, too */
    size_t first;
    if (frame_cells(grid, run, &first)) {
        grid_take(first, run->width, at);
        return GRID_PLACED;
    }
    if (grid->rows_hold || (grid->labels_hold && is_behind_labels(grid, run))) {
        grid_take(run->first, run->width, at);
        return GRID_PLACED;
    }
    return GRID_UNPLACED;
}

const struct grid_reader grid_c = {
    .layout = "C",
    .has_rows = true,
    .row_is_line = true,
    .claim = claim_c,
    .read = grid_read_fields,
    .survey = grid_survey_fields,
    .place = grid_place_fields,
};
