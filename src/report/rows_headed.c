/* A header with a column that the form does not have: how many figures a row has tells nothing
 * there. Each stands in the field of its column's label. */
#include <string.h>

#include "rows.h"

enum { MOST_FIELDS = 64, MOST_HEAD_NBYTES = 24, NO_COLUMN = -1 };

/* The fields of a header. */
struct head {
    size_t at[MOST_FIELDS]; /* of the form's columns, T4's side by side */
    size_t width;
    uint64_t foreign; /* a bit for each that has a label of no column */
    uint32_t reach;   /* fields of each of its rows */
};

static uint32_t reach(const struct grid *grid, size_t index)
{
    const struct grid_cell *last = &grid->cells[grid_row_end(grid, index) - 1];
    return last->column + grid_columns_of(last);
}

static bool is_foreign(const struct reading *reading, const struct grid_cell *cell)
{
    bool is_text = cell->shape == SHAPE_TEXT && cell->text.nbytes <= MOST_HEAD_NBYTES;
    return cell->is_beside || (is_text && !label_in_table(cell->hit.label, reading->table));
}

/* Whether the label that the unit has stands in several cells: a text among them is its piece. */
static bool is_broken(const struct unit *unit)
{
    return unit->hit.label && unit->end > unit->first + 1;
}

/* False where a field is too far off to be kept. */
static bool add_row(const struct reading *reading, size_t cell, struct head *head)
{
    const struct grid *grid = &reading->grid;
    size_t end = grid_row_end(grid, cell);
    for (size_t i = grid_row_start(grid, cell); i < end; i++) {
        uint32_t column = grid->cells[i].column, n = grid_columns_of(&grid->cells[i]);
        if (column >= MOST_FIELDS || n > MOST_FIELDS - column)
            return false;
        if (is_foreign(reading, &grid->cells[i]) && n == 1)
            head->foreign |= (uint64_t)1 << column;
    }
    return true;
}

/* The fields of the form's columns, each named where its turn is. */
static bool settle(const struct chosen *chosen, const int columns[MOST_FIELDS], struct head *head)
{
    bool repeats = chosen->alignment->table->one_printed_row;
    size_t ncols = chosen->form->ncols, n = 0;
    head->width = ncols * (repeats ? chosen->form->nrows : 1);
    for (size_t c = 0; c < MOST_FIELDS; c++) {
        if (columns[c] == NO_COLUMN)
            continue;
        if (n == head->width || columns[c] != (int)(n % ncols))
            return false;
        head->at[n++] = c;
        head->foreign &= ~((uint64_t)1 << c);
    }
    return n == head->width && head->foreign != 0;
}

/* The header's fields, where its rows have equally many, or a page states them. */
static bool read_head(const struct reading *reading, const struct chosen *chosen, struct head *head)
{
    const struct grid *grid = &reading->grid;
    size_t first = chosen->header_first, end = chosen->header_end;
    int columns[MOST_FIELDS];
    uint32_t row = UINT32_MAX;
    *head = (struct head){0};
    memset(columns, NO_COLUMN, sizeof columns);
    if (chosen->alignment->table->one_printed_row)
        header_side_by_side(reading, &first, &end);
    for (size_t u = first; u < end; u++) {
        const struct unit *unit = unit_at(reading, (int)u);
        if (!unit->hit.label || unit->first == unit->end || unit_is(unit, LABEL_CAPTION))
            continue;
        const struct grid_cell *cell = &grid->cells[unit->first];
        if (is_broken(unit) || (cell->row != row && !add_row(reading, unit->first, head)))
            return false;
        uint32_t own = cell->row == row ? head->reach : reach(grid, unit->first);
        if (row != UINT32_MAX && own != head->reach && grid->reader != &grid_h)
            return false;
        head->reach = own;
        row = cell->row;
        int column = header_column(reading, chosen, u);
        if (column == NO_COLUMN)
            continue;
        if (columns[cell->column] != NO_COLUMN || grid_columns_of(cell) != 1)
            return false;
        columns[cell->column] = column;
    }
    return settle(chosen, columns, head);
}

/* A cell of the printed row that the run has its figures in. */
static size_t cell_of(const struct reading *reading, const struct row_run *run)
{
    const struct unit *unit = unit_at(reading, run->unit);
    return unit->end > unit->first && reading->table != TABLE_T4 ? unit->end - 1 : run->run.first;
}

/* Whether the run's printed row has all fields that the header has, and figures of its own only. */
static bool is_regular(const struct reading *reading, const struct row_run *run,
                       const struct head *head)
{
    const struct grid *grid = &reading->grid;
    size_t cell = cell_of(reading, run);
    bool is_lost = run->is_lost && !run->may_be_blank; /* else but for a text behind its label */
    if (run->is_stated || is_lost || cell >= grid->ncells || run->run.width != head->width)
        return false;
    if (run->run.first < run->run.end && grid->cells[run->run.first].row != grid->cells[cell].row)
        return false;
    bool is_before = reading->table == TABLE_T4 || grid->cells[cell].column < head->at[0];
    return is_before && (grid->reader == &grid_h || reach(grid, cell) == head->reach);
}

/* Whether each field that is filled is a column's, or stands before them all, or below the label
 * of another; `at` has the columns' cells. */
static bool take_row(const struct reading *reading, const struct head *head, size_t cell,
                     size_t *at)
{
    const struct grid *grid = &reading->grid;
    size_t end = grid_row_end(grid, cell), n = 0;
    for (size_t i = grid_row_start(grid, cell); i < end; i++) {
        const struct grid_cell *field = &grid->cells[i];
        bool is_own = n < head->width && field->column == head->at[n];
        bool has_label = label_in_table(field->hit.label, reading->table) != NULL;
        if (is_own) {
            if (grid_columns_of(field) != 1 || has_label || grid_is_shared(grid, field))
                return false;
            at[n++] = i;
            continue;
        }
        bool is_before = reading->table != TABLE_T4 && field->column < head->at[0];
        bool is_known = field->column < MOST_FIELDS && (head->foreign >> field->column & 1);
        if (field->shape != SHAPE_EMPTY && !is_before && !is_known)
            return false;
    }
    return n == head->width;
}

/* Whether all rows of the block are as the header has them: one that is not makes the others'
 * places doubtful, too. */
static bool are_regular(const struct reading *reading, const struct row_runs *runs, uint16_t block,
                        const struct head *head)
{
    size_t at[MOST_FIELDS];
    for (size_t i = 0; i < runs->nitems; i++) {
        const struct row_run *run = &runs->items[i];
        if (run->block == block && (!is_regular(reading, run, head) ||
                                    !take_row(reading, head, cell_of(reading, run), at)))
            return false;
    }
    return true;
}

/* Whether the form's columns have one of the foreign before the last of them. */
static bool are_shifted(const struct reading *reading, const struct head *head)
{
    uint64_t below = ((uint64_t)1 << head->at[head->width - 1]) - 1;
    uint64_t labels = reading->table == TABLE_T4 ? 0 : ((uint64_t)1 << head->at[0]) - 1;
    return (head->foreign & below & ~labels) != 0;
}

/* Whether a figure of another column stands among the row's or right beside them. */
static bool is_wider(const struct grid *grid, const struct row_run *run)
{
    const struct grid_cell *first = &grid->cells[run->run.first];
    const struct grid_cell *last = &grid->cells[run->run.end - 1];
    bool before = run->run.first > 0 && first[-1].row == first->row;
    bool behind = run->run.end < grid->ncells && last[1].row == last->row;
    return (before && first[-1].shape == SHAPE_NUMBER) ||
           (behind && last[1].shape == SHAPE_NUMBER) ||
           grid_count(grid, &run->run) > run->run.width;
}

static void place_block(const struct reading *reading, struct row_runs *runs, uint16_t block,
                        const struct head *head)
{
    bool regular = are_regular(reading, runs, block, head);
    for (size_t i = 0; i < runs->nitems; i++) {
        struct row_run *run = &runs->items[i];
        if (run->block != block || run->is_stated || unit_at(reading, run->unit)->is_torn)
            continue;
        if (!regular) {
            bool is_doubtful = run->placing == GRID_PLACED && are_shifted(reading, head);
            run->placing = is_doubtful ? GRID_UNPLACED : run->placing;
            continue;
        }
        take_row(reading, head, cell_of(reading, run), run->at);
        run->run.first = run->at[0];
        run->run.end = run->at[head->width - 1] + 1;
        run->placing = GRID_PLACED;
        run->is_stated = true;
        run->is_wider = is_wider(&reading->grid, run);
    }
}

void rows_place_headed(const struct reading *reading, struct row_runs *runs)
{
    const struct grid *grid = &reading->grid;
    for (size_t b = 0; b < reading->nblocks && grid->reader->has_rows && !grid->flows; b++) {
        const struct chosen *chosen = &reading->blocks[b];
        struct head head;
        if (grid->reader == &grid_p || reading->is_deduped || chosen->is_undecided ||
            chosen->is_swapped || !read_head(reading, chosen, &head))
            continue;
        place_block(reading, runs, (uint16_t)b, &head);
    }
}
