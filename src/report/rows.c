#include "rows.h"

#include <string.h>

#include "gouji/base/ascii.h"
#include "odd_value.h"

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

bool rows_may_be_page(const struct reading *reading, const struct unit *unit)
{
    bool is_page = unit->nvalues == 1 && unit->first == unit->end;
    for (size_t i = unit->vfirst; i < unit->vend && is_page; i++)
        is_page = reading->grid.cells[i].shape == SHAPE_EMPTY ||
                  grid_may_be_page(&reading->grid.cells[i]);
    return is_page;
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
        if (ascii_is_digit(text.ptr[i]))
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

/* ②, which folds to its number. */
static bool is_ringed(const struct grid *grid, size_t index)
{
    const struct grid_cell *cell = &grid->cells[index];
    return cell->text.nbytes > 0 && ascii_is_digit(*cell->text.ptr) &&
           grid->source[cell->span.start] == '\xE2';
}

/* Whether the first text behind a label is its note, where nothing but blanks parts cells: so they
 * do the label's words. */
static bool begins_with_note(const struct reading *reading, size_t first)
{
    const struct grid *grid = &reading->grid;
    bool by_blanks = grid->reader == &grid_s || grid->reader == &grid_p || grid->reader == &grid_d;
    if (!by_blanks)
        return false;
    const char *const *shapes = forms_words(reading->pieces->report->forms, "label_notes");
    return odd_is_note(grid->cells[first].text, shapes) || is_ringed(grid, first);
}

/* 109 39: figures of several cells in one line, where each has its own. */
static bool are_figures(const struct reading *reading, const struct grid_cell *cell)
{
    struct slice text = report_slice(reading->pieces->report, cell->span);
    size_t ndigits = 0, n = 0;
    while (n < text.nbytes && (ascii_is_digit(text.ptr[n]) || text.ptr[n] == ' '))
        ndigits += ascii_is_digit(text.ptr[n++]);
    return ndigits > 0 && n == text.nbytes;
}

/* Whether unknown texts behind a label are values (约20, XX) that just fill the
 * row together with what follows them. */
static bool fills_with_texts(const struct reading *reading, const struct row_run *run, int next)
{
    const struct unit *unit = unit_at(reading, next);
    size_t n = unit->nvalues;
    if (begins_with_unit(reading, run->run.first, unit->end) ||
        begins_with_note(reading, unit->first))
        return false;
    for (size_t i = run->run.first; i < unit->end; i++) {
        n += reading->grid.cells[i].shape != SHAPE_EMPTY;
        if (slice_is(reading->grid.cells[i].text, "&")) /* parts LaTeX's cells */
            return false;
        if (!reading->grid.reader->has_rows &&
            (!has_digit_or_no_han(reading->grid.cells[i].text) ||
             (reading->grid.reader == &grid_a1 && are_figures(reading, &reading->grid.cells[i]))))
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

/* Whether the layout shows a row of fields, blank as they may be. */
static bool has_all_fields(const struct reading *reading, const struct row_run *run)
{
    return reading->grid.reader->has_rows && fields(&run->run) >= run->run.width;
}

static bool is_in_row_of(const struct reading *reading, const struct row_run *run, int next)
{
    return reading->grid.reader->has_rows &&
           unit_at(reading, next)->row == unit_at(reading, run->unit)->row;
}

/* The label of a group stands between the row's label and its values. */
static bool take_behind_group(const struct collector *c, struct row_run *run, int next)
{
    const struct unit *after = unit_at(c->reading, next);
    if (!is_group_unit(c, run, next) || unit_at(c->reading, run->unit)->nvalues > 0 ||
        after->nvalues == 0 || has_all_fields(c->reading, run))
        return false;
    run->is_lost = !is_in_row_of(c->reading, run, next);
    run->run.first = after->vfirst;
    run->run.end = after->vend;
    c->out->used[next] = true;
    return true;
}

/* Whether the next unit has a label, or figures below the row that are likely none of its
 * values. */
static bool is_apart(const struct reading *reading, const struct row_run *run, int next)
{
    const struct unit *after = unit_at(reading, next);
    if (reading->blocks[run->block].alignment->slot_of[next] >= 0 || after->hit.label)
        return true;
    if (is_in_row_of(reading, run, next))
        return false;
    bool has_own = unit_at(reading, run->unit)->nvalues > 0 || has_all_fields(reading, run);
    return (has_own && rows_may_be_page(reading, after)) ||
           (after->first == after->end && numbers_columns(reading, after));
}

/* Figures without a label, below a page break, that fill the row with its own. */
static void take_figures(const struct collector *c, struct row_run *run, int next)
{
    const struct unit *unit = unit_at(c->reading, run->unit);
    const struct unit *after = unit_at(c->reading, next);
    size_t own = fields(&run->run);
    bool fills = unit->nvalues + after->nvalues == run->run.width ||
                 own + after->vend - after->vfirst == run->run.width;
    if (after->nvalues == 0 || (!fills && own > 0))
        return;
    if (c->reading->grid.cells[after->vfirst].is_disputed) {
        run->is_lost = own == 0;
        return;
    }
    run->run.end = after->vend;
    c->out->used[next] = true;
}

/* Figures behind a text that is a value itself, or an unknown label. */
static void take_texts(const struct collector *c, struct row_run *run, int next)
{
    const struct unit *after = unit_at(c->reading, next);
    bool goes_on = is_in_row_of(c->reading, run, next) || !c->reading->grid.reader->has_rows;
    if (unit_at(c->reading, run->unit)->nvalues > 0 || !goes_on)
        return;
    if (fills_with_texts(c->reading, run, next)) {
        run->run.end = after->vend;
        c->out->used[next] = true;
    } else if (after->nvalues > 0) {
        run->is_lost = run->may_be_blank = true;
    }
}

/* A row whose values go on behind its label's own. */
static void extend(const struct collector *c, struct row_run *run)
{
    const struct reading *reading = c->reading;
    int next = run->unit + 1;
    if (take_stated_row(c, run) || unit_at(reading, run->unit)->nvalues >= run->run.width ||
        next >= (int)reading->units.nitems)
        return;
    if (take_behind_group(c, run, next) || is_apart(reading, run, next))
        return;
    if (unit_at(reading, next)->first == unit_at(reading, next)->end)
        take_figures(c, run, next);
    else
        take_texts(c, run, next);
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

/* （六） as one row with nothing behind it, which line breaks may prove to be blank; -1. */
static int unproved_unit(const struct reading *reading, const struct chosen *chosen, size_t row)
{
    int group = chosen->form->rows[row].alternative_of;
    bool may_be = group >= 0 && reading->grid.reader == &grid_a1 && !child_met(chosen, group);
    return may_be ? chosen_unit(chosen, (size_t)group) : -1;
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
    return ascii_is_digit(last) && grid_count(&reading->grid, &run->run) < run->run.width;
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

static struct row_run *add_unproved(const struct collector *c, size_t row, int unit)
{
    struct row_run *run = add_run(c, row, unit);
    if (run)
        run->is_unproved = true;
    return run;
}

static int collect_block(const struct collector *c, struct err *err)
{
    const struct chosen *chosen = &c->reading->blocks[c->block];
    for (size_t row = 0; row < chosen->form->nrows; row++) {
        int unit = unit_for(c->reading, chosen, row);
        int unproved = unit < 0 ? unproved_unit(c->reading, chosen, row) : -1;
        if (unproved >= 0 && !add_unproved(c, row, unproved))
            return err_set_nomem(err);
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

/* Rows that are not there after all are none. */
static void drop_unproved(const struct grid *grid, struct row_runs *runs)
{
    size_t kept = 0;
    for (size_t i = 0; i < runs->nitems; i++) {
        const struct row_run *run = &runs->items[i];
        if (run->is_unproved && !grid_breaks_are_blanks(grid, &run->run) &&
            !grid_last_breaks_are_blanks(grid, &run->run))
            continue;
        runs->items[kept++] = *run;
    }
    runs->nitems = kept;
}

/* What is done to all rows once each is placed, in this order. Rows are put where their header has
 * them first, as what doubts compare is where figures stand. Then rows are only taken back, and for
 * some of these steps a row that an earlier one took back is a sign, for others none. The columns
 * of a header in another order than the form's come behind the steps that count columns as they are
 * printed. */
static void (*const steps[])(const struct reading *, struct row_runs *) = {
    rows_place_headed,   rows_place_wider,   rows_doubt_groups, rows_doubt,
    rows_doubt_flat,     rows_doubt_sunken,  rows_doubt_heaped, rows_doubt_below,
    rows_doubt_counted,  rows_doubt_unread,  rows_doubt_dashes, rows_doubt_surplus,
    rows_doubt_repeated, rows_doubt_signed,  rows_doubt_noted,  rows_doubt_ends,
    rows_doubt_squeezed, rows_doubt_glued,   rows_doubt_merged, rows_doubt_paged,
    rows_doubt_numbered, rows_doubt_shifted, rows_order,        rows_doubt_rivals,
};

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
        if ((side_by_side ? rows_collect_printed(reading, c.block, out, err)
                          : collect_block(&c, err)) < 0)
            return -1;
        rows_read_frames(reading, chosen, out, before);
    }
    if (place_all(reading, out, err) < 0)
        return -1;
    drop_unproved(&reading->grid, out);
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        steps[i](reading, out);
    reading->nrivals = out->nrivals;
    reading->nbetween = out->nbetween;
    reading->nshort = rows_count_short(reading, out);
    reading->is_shifted = rows_may_be_shifted(reading, out);
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
