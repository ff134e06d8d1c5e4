/* Barred rows whose cells may not all be their own: a page's number, a note, the bar that opens a
 * row, or a line that was wrapped stands among them. */
#include "grid_bar.h"

static size_t fields(const struct grid_run *run)
{
    return run->end - run->first;
}

/* A label among the values, a page's number perhaps, or a text that no bar ends where all rows
 * end in one: what followed the row has become part of it. */
static bool holds_more(const struct grid *grid, const struct grid_run *run, bool closed)
{
    for (size_t i = run->first; i < run->end; i++) {
        const struct grid_cell *cell = &grid->cells[i];
        if (label_in_table(cell->hit.label, grid->table) || cell->may_be_page ||
            (closed && cell->shape == SHAPE_TEXT && !cell->is_closed))
            return true;
    }
    return false;
}

/* Whether two cells of the row before the one at `i` stand together on a line. One of the two may
 * be the label, where the row has more fields than columns. */
static bool is_below_cells(const struct grid_run *run, const struct grid_cell *cells, size_t i)
{
    size_t first = run->first - (run->first > 0 && fields(run) > run->width);
    return i > run->first && i >= first + 2 && cells[i - 1].line == cells[i - 2].line;
}

/* Whether the cell begins its line, and nothing but bars stands behind it there. */
static bool is_alone(const struct grid_run *run, const struct grid_cell *cells, size_t i)
{
    size_t next = i + 1;
    while (next < run->end && cells[next].line == cells[i].line && cells[next].shape == SHAPE_EMPTY)
        next++;
    return cells[i - 1].line != cells[i].line &&
           (next == run->end || cells[next].line != cells[i].line);
}

/* Whether all columns are filled, and a bar ends the last, as others: its field was missing. */
static bool is_whole(const struct grid *grid, const struct grid_run *run)
{
    return fields(run) == run->width && grid_count(grid, run) == run->width &&
           grid->cells[run->end - 1].is_closed;
}

/* A number alone on its line below several cells of the row: a page's, as far as anything tells,
 * but in a drawn frame, whose boxes have several lines. Where tabs part the cells, several blank
 * ones share a line and each other stands alone. */
static bool holds_page(const struct grid *grid, const struct grid_run *run)
{
    const struct grid_cell *cells = grid->cells;
    if (grid->reader->row_is_line || grid->reader == &grid_box || grid->is_marked ||
        is_whole(grid, run) || fields(run) < (grid->is_parted ? run->width + 1 : 2))
        return false;
    for (size_t i = run->first + 1; i < run->end; i++)
        if (grid_may_be_page(&cells[i]) && is_alone(run, cells, i) && is_below_cells(run, cells, i))
            return true;
    return false;
}

/* Each row opens with a bar beside the one that ends the row before, so between those of the
 * header, too: the one before the figures of T4's row, which has no label, is no blank cell. */
static bool has_opener(const struct grid *grid, const struct grid_run *run)
{
    const struct grid_cell *cells = grid->cells;
    size_t nopeners = 0;
    if (grid->reader->row_is_line || grid->is_marked || run->label_columns > 0 || run->first == 0 ||
        grid_count(grid, run) == 0 || cells[run->first].shape != SHAPE_EMPTY)
        return false;
    for (size_t i = run->first - 1; i > 0 && !grid_is_value(&cells[i]); i--) {
        if (cells[i].shape != SHAPE_EMPTY)
            continue;
        if (cells[i - 1].shape != SHAPE_TEXT || cells[i + 1].shape != SHAPE_TEXT ||
            cells[i - 1].line == cells[i].line)
            return false;
        nopeners++;
    }
    return nopeners > 0;
}

void bar_trim_row(const struct grid *grid, struct grid_run *run)
{
    if (!has_opener(grid, run))
        return;
    run->first++;
    run->end -= grid->cells[0].shape != SHAPE_EMPTY && run->end - run->first >= run->width &&
                grid->cells[run->end - 1].shape == SHAPE_EMPTY;
}

/* Whether T4's row begins with an empty field that may be what stands between the bar that ends the
 * header and the one that opens the row, as where Markdown's rows are joined: the figures may all
 * stand one further to the left. */
static bool may_be_opened(const struct grid *grid, const struct grid_run *run)
{
    size_t n = grid_count(grid, run);
    if (grid->reader->row_is_line || grid->is_marked || run->label_columns > 0 ||
        run->first == run->end || grid->cells[run->first].shape != SHAPE_EMPTY || n == 0 ||
        n == run->width)
        return false;
    return grid->bars->nrules > 0 && !grid->bars->has_drawn;
}

/* Whether a bar stands beside the cell, so that it is no page's number. */
static bool is_barred(const struct grid *grid, const struct grid_cell *cell)
{
    uint32_t before = cell->span.start;
    while (before > 0 && grid->source[before - 1] == ' ')
        before--;
    return cell->is_closed || (before > 0 && grid->source[before - 1] != '\n');
}

/* Figures without a label in the printed row below, no more than this one lacks: its line may
 * have been wrapped. */
static bool goes_on_below(const struct grid *grid, const struct grid_run *run)
{
    size_t nvalues = grid_count(grid, run);
    size_t first = run->end;
    if (!grid->reader->row_is_line || first == run->first || first >= grid->ncells ||
        grid->cells[first].row == grid->cells[first - 1].row ||
        !is_barred(grid, &grid->cells[first]))
        return false;
    size_t end = grid_row_end(grid, first);
    size_t nbelow = 0;
    for (size_t i = first; i < end; i++) {
        if (grid->cells[i].shape == SHAPE_TEXT && !grid_is_value(&grid->cells[i]))
            return false;
        nbelow += grid_is_value(&grid->cells[i]);
    }
    return nbelow > 0 && nvalues + nbelow <= run->width;
}

/* Whether a row with blanks may have one more, whose bar was taken for its label's. */
static bool may_lack_blank(const struct grid *grid, const struct grid_run *run)
{
    return run->first > 0 && run->first < run->end && grid->cells[run->first - 1].may_lack_bar &&
           grid_count(grid, run) > 0 && grid_count(grid, run) < run->width;
}

bool bar_is_doubtful(const struct grid *grid, const struct grid_run *run, bool closed)
{
    return holds_more(grid, run, closed) || holds_page(grid, run) || may_be_opened(grid, run) ||
           goes_on_below(grid, run) || may_lack_blank(grid, run);
}
