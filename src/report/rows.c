#include "rows.h"

#include <string.h>

struct collector {
    struct reading *reading;
    struct row_runs *out;
    uint16_t block;
};

/* The last cell that the unit's label stands in or was printed again in. */
static size_t last_of_label(const struct grid *grid, const struct unit *unit)
{
    bool reaches = unit->vfirst > unit->end && grid->cells[unit->vfirst - 1].is_covered;
    return (reaches ? unit->vfirst : unit->end) - 1;
}

struct row_run *rows_add(const struct reading *reading, struct row_runs *runs, uint16_t block,
                         size_t row, int unit)
{
    struct row_run *run =
        arena_push(reading->scratch, &runs->items, &runs->capacity, runs->nitems, sizeof *run);
    if (!run)
        return NULL;
    const struct chosen *chosen = &reading->blocks[block];
    const struct form_table *table = chosen->alignment->table;
    const struct unit *u = unit_at(reading, unit);
    runs->nitems++;
    run->block = block;
    run->row = (uint16_t)row;
    run->unit = unit;
    run->run = (struct grid_run){.first = u->vfirst,
                                 .end = u->vend,
                                 .width = chosen->form->ncols,
                                 .label_column = -1,
                                 .label_columns = table->label_columns,
                                 .frame = -1,
                                 .header = -1,
                                 .group = block};
    if (u->end > u->first)
        run->run.label_column = (int)reading->grid.cells[last_of_label(&reading->grid, u)].column;
    return run;
}

static struct row_run *add_run(const struct collector *c, size_t row, int unit)
{
    return rows_add(c->reading, c->out, c->block, row, unit);
}

static size_t fields(const struct grid_run *run)
{
    return run->end - run->first;
}

static bool has_digit_or_no_han(struct slice text)
{
    bool han = false;
    for (size_t i = 0; i < text.nbytes; i++) {
        if (text.ptr[i] >= '0' && text.ptr[i] <= '9')
            return true;
        han = han || (unsigned char)text.ptr[i] >= 0xE3;
    }
    return !han;
}

/* Whether a unit stands in front of the figures, in a column that the form does not have. */
static bool begins_with_unit(const struct reading *reading, size_t first, size_t end)
{
    const struct grid_cell *cells = reading->grid.cells;
    while (first < end && cells[first].shape == SHAPE_EMPTY)
        first++;
    return first < end && cells[first].shape == SHAPE_TEXT && cell_is_unit(cells[first].text);
}

/* Whether unknown texts behind a label are values (约20, XX) that just fill the
 * row together with what follows them. */
static bool fills_with_texts(const struct reading *reading, const struct row_run *run, int next)
{
    const struct unit *unit = unit_at(reading, next);
    size_t n = unit->nvalues;
    if (begins_with_unit(reading, run->run.first, unit->end))
        return false;
    for (size_t i = run->run.first; i < unit->end; i++) {
        n += reading->grid.cells[i].shape != SHAPE_EMPTY;
        if (slice_is(reading->grid.cells[i].text, "&")) /* parts LaTeX's cells */
            return false;
        if (!reading->grid.reader->has_rows && !has_digit_or_no_han(reading->grid.cells[i].text))
            return false;
    }
    return n == run->run.width;
}

/* A group that is printed as one row: its values are its own. */
static bool is_one_row(const struct chosen *chosen, size_t group)
{
    bool has_one = false;
    for (size_t row = 0; row < chosen->form->nrows; row++) {
        const struct form_row *form = &chosen->form->rows[row];
        has_one = has_one || form->alternative_of == (int)group;
        if (form->parent == (int)group && form->alternative_of < 0 && chosen_unit(chosen, row) >= 0)
            return false;
    }
    return has_one;
}

/* The label of a group that prints no values of its own. */
static bool is_group_unit(const struct collector *c, const struct row_run *run, int unit)
{
    const struct chosen *chosen = &c->reading->blocks[run->block];
    int slot = chosen->alignment->slot_of[unit];
    return slot >= 0 && alignment_row(chosen->alignment, (size_t)slot)->is_group &&
           !is_one_row(chosen, chosen->alignment->slots[slot].row);
}

/* Where a page's mark-up states the row, its fields behind the label are its
 * values, whatever stands in them, when they are as many as the form has. */
static bool take_stated_row(const struct collector *c, struct row_run *run)
{
    const struct reading *reading = c->reading;
    const struct unit *unit = unit_at(reading, run->unit);
    if (reading->grid.reader != &grid_h || unit->first == unit->end)
        return false;
    size_t end = grid_row_end(&reading->grid, unit->end - 1);
    if (end - unit->end != run->run.width || begins_with_unit(reading, unit->end, end))
        return false;
    int next = run->unit + 1;
    for (; next < (int)reading->units.nitems && unit_at(reading, next)->first < end; next++)
        if (reading->blocks[run->block].alignment->slot_of[next] >= 0)
            return false;
    run->run.first = unit->end;
    run->run.end = end;
    for (int u = run->unit + 1; u < next; u++)
        c->out->used[u] = true;
    return true;
}

/* A number alone on its line: a page's as likely as the last of a broken row. */
static bool may_be_page(const struct reading *reading, const struct unit *unit)
{
    bool is_page = unit->nvalues == 1 && unit->first == unit->end;
    for (size_t i = unit->vfirst; i < unit->vend && is_page; i++)
        is_page = reading->grid.cells[i].shape == SHAPE_EMPTY ||
                  grid_may_be_page(&reading->grid.cells[i]);
    return is_page;
}

/* ,0,1,2 in comma-separated text: the numbers that programs give to another table's columns. */
static bool numbers_columns(const struct reading *reading, const struct unit *unit)
{
    int n = 0;
    for (size_t i = unit->vfirst; i < unit->vend; i++)
        if (reading->grid.cells[i].shape != SHAPE_EMPTY &&
            grid_small_number(&reading->grid.cells[i]) != n++)
            return false;
    return reading->grid.reader == &grid_csv && n > 1;
}

/* A row whose values go on behind its label's own: below a page break, or
 * behind a text that is a value itself. */
static void extend(const struct collector *c, struct row_run *run)
{
    const struct reading *reading = c->reading;
    const struct unit *unit = unit_at(reading, run->unit);
    int next = run->unit + 1;
    if (take_stated_row(c, run) || unit->nvalues >= run->run.width ||
        next >= (int)reading->units.nitems)
        return;
    const struct unit *after = unit_at(reading, next);
    bool same_row = reading->grid.reader->has_rows && after->row == unit->row;
    bool bare = after->first == after->end;
    bool is_blank_row = reading->grid.reader->has_rows && fields(&run->run) >= run->run.width;
    if (is_group_unit(c, run, next) && unit->nvalues == 0 && after->nvalues > 0 && !is_blank_row) {
        run->is_lost = !same_row;
        run->run.first = after->vfirst;
        run->run.end = after->vend;
        c->out->used[next] = true;
        return;
    }
    if (reading->blocks[run->block].alignment->slot_of[next] >= 0 || after->hit.label)
        return;
    bool has_own = unit->nvalues > 0 || is_blank_row;
    if (!same_row &&
        ((has_own && may_be_page(reading, after)) || (bare && numbers_columns(reading, after))))
        return;
    size_t all = unit->nvalues + after->nvalues;
    bool goes_on = same_row || !reading->grid.reader->has_rows;
    bool fills = bare ? all == run->run.width ||
                            fields(&run->run) + after->vend - after->vfirst == run->run.width
                      : unit->nvalues == 0 && goes_on && fills_with_texts(reading, run, next);
    if (bare && after->nvalues > 0 && (fills || fields(&run->run) == 0)) {
        run->run.end = after->vend;
        if (fields(&run->run) == after->vend - after->vfirst)
            run->run.first = after->vfirst;
        c->out->used[next] = true;
    } else if (!bare && fills) {
        run->run.end = after->vend;
        c->out->used[next] = true;
    } else if (!bare && unit->nvalues == 0 && after->nvalues > 0 && goes_on) {
        run->is_lost = run->may_be_blank = true;
    }
}

static bool child_met(const struct chosen *chosen, int group)
{
    for (size_t row = 0; row < chosen->form->nrows; row++)
        if (chosen->form->rows[row].parent == group && chosen->form->rows[row].alternative_of < 0 &&
            chosen_unit(chosen, row) >= 0)
            return true;
    return false;
}

/* The unit whose values the row has, or -1. A one-row form takes those of its
 * group, when the group's own rows are not there. */
static int unit_for(const struct reading *reading, const struct chosen *chosen, size_t row)
{
    const struct form_row *form = &chosen->form->rows[row];
    if (form->is_group)
        return -1;
    if (form->alternative_of < 0)
        return chosen_unit(chosen, row);
    int unit = chosen_unit(chosen, (size_t)form->alternative_of);
    if (unit < 0 || child_met(chosen, form->alternative_of))
        return -1;
    const struct unit *group = unit_at(reading, unit);
    bool is_blank_row =
        reading->grid.reader->has_rows && group->vend - group->vfirst >= chosen->form->ncols;
    return group->nvalues > 0 || is_blank_row ? unit : -1;
}

/* 8.3%: a share beside the row's last value, in a column that the form does not have. */
static void leave_out_shares(const struct reading *reading, struct grid_run *run)
{
    const struct grid *grid = &reading->grid;
    while (grid_count(grid, run) > run->width) {
        size_t last = run->end - 1;
        while (grid->cells[last].shape == SHAPE_EMPTY)
            last--;
        struct slice text = grid->cells[last].text;
        if (text.nbytes < 2 || text.ptr[text.nbytes - 1] != '%')
            return;
        run->end = last;
    }
}

/* A label that ends in a digit has swallowed a value, where one is missing. */
static bool holds_value(const struct reading *reading, const struct row_run *run)
{
    const struct unit *unit = unit_at(reading, run->unit);
    struct slice text =
        unit->end > unit->first ? reading->grid.cells[unit->end - 1].text : unit->text;
    char last = text.nbytes > 0 ? text.ptr[text.nbytes - 1] : 0;
    return last >= '0' && last <= '9' && grid_count(&reading->grid, &run->run) < run->run.width;
}

/* A label that stands apart from its row's place, without a figure: the row is printed,
 * but which figures are its own is not. -1. */
static int stranded_unit(const struct reading *reading, const struct chosen *chosen, size_t row)
{
    const struct form_row *form = &chosen->form->rows[row];
    if (reading->grid.reader->has_rows || form->is_group || form->alternative_of >= 0)
        return -1;
    for (size_t u = 0; u < reading->units.nitems; u++) {
        const struct unit *unit = unit_at(reading, (int)u);
        const struct label *label = label_in_table(unit->hit.label, reading->table);
        for (; label && chosen->alignment->slot_of[u] < 0 && unit->nvalues == 0;
             label = label_in_table(label->next, reading->table))
            if (label->kind == LABEL_ROW && label->edition == chosen->alignment->edition &&
                label->block == chosen->block && label->index == row)
                return (int)u;
    }
    return -1;
}

static bool is_column_of(const struct reading *reading, const struct chosen *chosen, size_t u,
                         size_t column)
{
    const struct label *label = unit_at(reading, (int)u)->hit.label;
    label = label_in_table(label, reading->table);
    while (label && !(label->kind == LABEL_COLUMN && label->block == chosen->block &&
                      label->edition == chosen->alignment->edition && label->index == column))
        label = label_in_table(label->next, reading->table);
    return label != NULL;
}

/* A row printed as a list: below its label one line for each column, with label and figure.
 * 1 when it is, -1: no memory. */
static int collect_list(const struct collector *c, struct row_run *run)
{
    const struct reading *reading = c->reading;
    const struct chosen *chosen = &reading->blocks[c->block];
    size_t first = (size_t)run->unit + 1, width = run->run.width;
    if (!reading->pieces->has_pairs || unit_at(reading, run->unit)->nvalues > 0)
        return 0;
    size_t n = 0;
    while (n < width && first + n < reading->units.nitems &&
           unit_at(reading, (int)(first + n))->nvalues == 1 &&
           is_column_of(reading, chosen, first + n, n))
        n++;
    run->is_lost = n < width; /* no blank row: what stands there is not read */
    if (run->is_lost)
        return 0;
    run->at = arena_array(reading->scratch, width, sizeof *run->at);
    if (!run->at)
        return -1;
    for (size_t i = 0; i < width; i++) {
        const struct unit *unit = unit_at(reading, (int)(first + i));
        run->at[i] = unit->vfirst;
        while (reading->grid.cells[run->at[i]].shape == SHAPE_EMPTY)
            run->at[i]++;
        c->out->used[first + i] = true;
    }
    run->run.first = run->at[0];
    run->run.end = run->at[width - 1] + 1;
    run->run.label_column = -1;
    run->is_stated = true;
    return 1;
}

static int collect_block(const struct collector *c, struct err *err)
{
    const struct chosen *chosen = &c->reading->blocks[c->block];
    for (size_t row = 0; row < chosen->form->nrows; row++) {
        int unit = unit_for(c->reading, chosen, row);
        int stranded = unit < 0 ? stranded_unit(c->reading, chosen, row) : -1;
        if (unit < 0 && stranded < 0)
            continue;
        struct row_run *run = add_run(c, row, unit < 0 ? stranded : unit);
        if (!run)
            return err_set_nomem(err);
        run->is_lost = unit < 0;
        if (unit < 0)
            continue;
        c->out->used[unit] = true;
        int list = collect_list(c, run);
        if (list < 0)
            return err_set_nomem(err);
        if (list > 0 || run->is_lost)
            continue;
        extend(c, run);
        leave_out_shares(c->reading, &run->run);
        if (holds_value(c->reading, run)) {
            run->is_lost = true;
            run->may_be_blank = false;
        }
    }
    return 0;
}

/* T4 without any value before the unit `stop`: the empty fields behind its header are its row. 1
 * when it has them, -1: no memory. */
static int collect_blank_row(const struct collector *c, int stop, size_t width, struct err *err)
{
    const struct grid *grid = &c->reading->grid;
    if (!grid->reader->has_rows || stop == 0)
        return 0;
    bool is_last = stop == (int)c->reading->units.nitems;
    size_t end = is_last ? grid->ncells : unit_at(c->reading, stop)->first;
    const struct unit *unit = unit_at(c->reading, stop - 1);
    size_t last = is_last || unit->first == unit->end ? unit->end - 1 : unit->first; /* no note */
    size_t first = last + 1;
    while (!grid->flows && first < end && grid->cells[first].row == grid->cells[last].row)
        first++;
    if (end - first < width || (grid->flows && end - first > width))
        return 0;
    struct row_run *run = add_run(c, 0, stop - 1);
    if (!run)
        return err_set_nomem(err);
    run->run.width = width;
    run->run.first = first;
    run->run.end = first + width;
    return 1;
}

/* Whether the run is one row of empty fields, printed as such. 1, 0; -1: no memory. */
static int state_blank_row(const struct reading *reading, struct row_run *run)
{
    const struct grid *grid = &reading->grid;
    const struct grid_run *cells = &run->run;
    for (size_t i = cells->first; i < cells->end; i++)
        if (grid->flows || grid->cells[i].shape != SHAPE_EMPTY ||
            grid->cells[i].row != grid->cells[cells->first].row)
            return 0;
    run->at = arena_array(reading->scratch, cells->width, sizeof *run->at);
    if (!run->at)
        return -1;
    for (size_t k = 0; k < cells->width; k++)
        run->at[k] = cells->first + k;
    run->is_stated = true;
    return 1;
}

/* T4's row where no figure stands before `stop`: its blank fields. Where another table's header
 * stands there, they must be one row, else nothing tells whose the figures behind it are. */
static int collect_without_values(const struct collector *c, int stop, size_t width,
                                  struct err *err)
{
    int blank = collect_blank_row(c, stop, width, err);
    if (blank < 0 || stop == (int)c->reading->units.nitems)
        return blank < 0 ? -1 : 0;
    struct row_run *run = blank > 0 ? &c->out->items[c->out->nitems - 1] : add_run(c, 0, stop);
    if (!run)
        return err_set_nomem(err);
    run->run.width = width;
    int stated = blank > 0 ? state_blank_row(c->reading, run) : 0;
    run->is_lost = stated == 0;
    return stated < 0 ? err_set_nomem(err) : 0;
}

/* The only unit with values that has the label of the block's row; -1. */
static int unit_of_own_row(const struct reading *reading, const struct chosen *chosen, size_t row)
{
    int found = -1;
    for (size_t u = 0; u < reading->units.nitems; u++) {
        const struct unit *unit = unit_at(reading, (int)u);
        const struct label *label = label_in_table(unit->hit.label, reading->table);
        while (label && !(label->kind == LABEL_ROW && label->index == row))
            label = label_in_table(label->next, reading->table);
        if (!label || unit->nvalues == 0)
            continue;
        if (found >= 0 || unit->vend - unit->vfirst != chosen->form->ncols)
            return -1;
        found = (int)u;
    }
    return found;
}

/* T4 printed in rows of its own, one for each kind of case, all values behind their
 * labels. 1 when it is, 0 when not, -1: no memory. */
static int collect_own_rows(const struct collector *c, struct err *err)
{
    struct reading *reading = c->reading;
    const struct chosen *chosen = &reading->blocks[c->block];
    int last = -1;
    for (size_t row = 0; row < chosen->form->nrows; row++) {
        int unit = unit_of_own_row(reading, chosen, row);
        if (unit <= last)
            return 0;
        last = unit;
    }
    for (size_t row = 0; row < chosen->form->nrows; row++) {
        struct row_run *run = add_run(c, row, unit_of_own_row(reading, chosen, row));
        if (!run)
            return err_set_nomem(err);
        c->out->used[run->unit] = true;
    }
    return 1;
}

static void frame_row(const struct reading *reading, struct row_run *run, size_t width)
{
    bool is_titled = rows_are_titled(unit_at(reading, run->unit));
    run->run.width = width;
    run->run.label_columns = is_titled;
    run->run.label_column = is_titled ? run->run.label_column : -1;
}

/* T4: the one row of values under the header. Several such rows: the only full
 * one, else the first with what follows it when they fill the row together, else the
 * one that has most. */
static int collect_printed_row(const struct collector *c, struct err *err)
{
    struct reading *reading = c->reading;
    const struct chosen *chosen = &reading->blocks[c->block];
    size_t width = chosen->form->ncols * chosen->form->nrows;
    int first = -1;
    int last = -1;
    int full = -1;
    int most = -1;    /* with the most values, the first of several */
    int numbers = -1; /* of the columns */
    size_t total = 0;
    size_t nnamed = 0; /* kinds of cases with values behind their labels */
    int own = collect_own_rows(c, err);
    own = own == 0 ? parts_collect(reading, c->block, c->out, err) : own;
    if (own != 0)
        return own < 0 ? -1 : 0;
    int stop = rows_strange_header(reading, width);
    for (int u = 0; u < stop; u++) {
        size_t n = unit_at(reading, u)->nvalues;
        if (n == width && rows_are_column_numbers(reading, (size_t)u))
            numbers = u;
        if (n == 0 || u == numbers)
            continue;
        nnamed += unit_is(unit_at(reading, u), LABEL_ROW);
        first = first < 0 ? u : first;
        most = most < 0 || n > unit_at(reading, most)->nvalues ? u : most;
        last = u;
        total += n;
        full = n == width ? u : full;
    }
    if (first < 0 && numbers < 0)
        return collect_without_values(c, stop, width, err);
    bool joined = full < 0 && total == width && nnamed < 2 &&
                  !(reading->grid.reader->has_rows && unit_at(reading, most)->nvalues > 1 &&
                    may_be_page(reading, unit_at(reading, last)));
    struct row_run *run = add_run(c, 0,
                                  full >= 0   ? full
                                  : first < 0 ? numbers
                                  : joined    ? first
                                              : most);
    if (!run)
        return err_set_nomem(err);
    frame_row(reading, run, width);
    run->is_lost = rows_hold_page(reading, run->unit, width) ||
                   rows_begin_with_page(reading, run->unit) || first < 0 ||
                   rows_are_below_empty(reading, run, width);
    c->out->used[run->unit] = true;
    if (joined) {
        run->run.end = unit_at(reading, last)->vend;
        for (int u = first; u <= last; u++)
            c->out->used[u] = true;
    }
    return 0;
}

static int copy_runs(const struct reading *reading, struct row_runs *runs, bool back,
                     struct grid_run **plain, struct err *err)
{
    if (!back)
        *plain = arena_array(reading->scratch, runs->nitems, sizeof **plain);
    if (!*plain)
        return err_set_nomem(err);
    for (size_t i = 0; i < runs->nitems; i++) {
        if (back)
            runs->items[i].run = (*plain)[i];
        else
            (*plain)[i] = runs->items[i].run;
    }
    return 0;
}

static int place_all(struct reading *reading, struct row_runs *runs, struct err *err)
{
    struct grid *grid = &reading->grid;
    struct grid_run *plain = NULL;
    if (copy_runs(reading, runs, false, &plain, err) < 0)
        return -1;
    grid->reader->survey(grid, plain, runs->nitems);
    if (copy_runs(reading, runs, true, &plain, err) < 0)
        return -1;
    for (size_t i = 0; i < runs->nitems; i++) {
        struct row_run *run = &runs->items[i];
        if (!run->at)
            run->at = arena_array(reading->scratch, run->run.width, sizeof *run->at);
        if (!run->at)
            return err_set_nomem(err);
        bool blank = run->may_be_blank && grid_breaks_are_blanks(grid, &run->run);
        const struct chosen *chosen = &reading->blocks[run->block];
        bool astray = (chosen->is_undecided || chosen->alignment->twin >= 0) &&
                      grid_count(grid, &run->run) > 0;
        bool torn = run->unit >= 0 && unit_at(reading, run->unit)->is_torn;
        astray = astray || torn;
        run->placing = reading->is_deduped || astray || (run->is_lost && !blank) ? GRID_UNPLACED
                       : run->is_stated                                          ? GRID_PLACED
                                        : grid->reader->place(grid, &run->run, run->at);
    }
    return 0;
}

int rows_place(struct reading *reading, struct row_runs *out, struct err *err)
{
    *out = (struct row_runs){0};
    out->used = arena_array(reading->scratch, reading->units.nitems, sizeof *out->used);
    if (!out->used)
        return err_set_nomem(err);
    for (size_t i = 0; i < reading->nblocks; i++) {
        struct collector c = {reading, out, (uint16_t)i};
        const struct chosen *chosen = &reading->blocks[i];
        size_t before = out->nitems;
        bool side_by_side = chosen->alignment->table->one_printed_row;
        if ((side_by_side ? collect_printed_row(&c, err) : collect_block(&c, err)) < 0)
            return -1;
        rows_read_frames(reading, chosen, out, before);
    }
    if (place_all(reading, out, err) < 0)
        return -1;
    rows_place_headed(reading, out);
    rows_doubt_groups(reading, out);
    rows_doubt(reading, out);
    rows_doubt_flat(reading, out);
    rows_doubt_counted(reading, out);
    rows_doubt_unread(reading, out);
    rows_doubt_surplus(reading, out);
    rows_doubt_ends(reading, out);
    rows_doubt_squeezed(reading, out);
    rows_order(reading, out);
    reading->nshort = rows_count_short(reading, out);
    return 0;
}

const struct row_run *rows_neighbour(const struct row_runs *runs, const struct row_run *run,
                                     bool below)
{
    const struct row_run *next = NULL;
    for (size_t i = 0; i < runs->nitems; i++) {
        int unit = runs->items[i].unit;
        if (below ? unit > run->unit && (!next || unit < next->unit)
                  : unit < run->unit && (!next || unit > next->unit))
            next = &runs->items[i];
    }
    return next;
}
