/* T4's one printed row: the values below its header. */
#include "rows.h"

struct printed {
    struct reading *reading;
    struct row_runs *out;
    uint16_t block;
    size_t width; /* of the row */
    int stop;     /* the unit that another table begins with */
};

/* The units with values that stand before `stop`; -1: none. */
struct met {
    int first, last;
    int full;    /* fills the row */
    int most;    /* with the most values, the first of several */
    int numbers; /* of the columns */
    size_t total;
    size_t nnamed;   /* kinds of cases with values behind their labels */
    bool has_rivals; /* several units fill the row, with different values */
};

static struct row_run *add_run(const struct printed *p, size_t row, int unit)
{
    return rows_add(p->reading, p->out, p->block, row, unit);
}

/* T4's header with nothing behind it but line breaks, where a cell stands a line: they may prove
 * that its row is blank. */
static int collect_unproved(const struct printed *p, struct err *err)
{
    const struct grid *grid = &p->reading->grid;
    if (grid->reader != &grid_a1 || p->stop != (int)p->reading->units.nitems)
        return 0;
    struct row_run *run = add_run(p, 0, p->stop - 1);
    if (!run)
        return err_set_nomem(err);
    run->run.width = p->width;
    run->run.first = run->run.end = grid->ncells;
    run->is_unproved = true;
    return 1;
}

/* In a stream of cells: how many empty ones end each of the header's first two rows, between
 * labels before the last of the header; 0 where it has others. */
static size_t count_row_ends(const struct grid *grid, size_t last)
{
    enum { ROWS_ABOVE = 2 };
    size_t nends = 0, nempty = 0;
    for (size_t i = 1; i <= last; i++) {
        nempty += grid->cells[i].shape == SHAPE_EMPTY;
        nends += i > 1 && grid->cells[i - 1].shape == SHAPE_EMPTY &&
                 grid_is_column_label(&grid->cells[i]) &&
                 !grid_is_column_label(&grid->cells[i - 2]);
    }
    return nends == ROWS_ABOVE && nempty == ROWS_ABOVE;
}

/* T4 without any value before the unit `stop`: the empty fields behind its header are its row. 1
 * when it has them, -1: no memory. */
static int collect_blank_row(const struct printed *p, struct err *err)
{
    const struct grid *grid = &p->reading->grid;
    if (p->stop == 0)
        return 0;
    if (!grid->reader->has_rows)
        return collect_unproved(p, err);
    bool is_last = p->stop == (int)p->reading->units.nitems;
    size_t end = is_last ? grid->ncells : unit_at(p->reading, p->stop)->first;
    const struct unit *unit = unit_at(p->reading, p->stop - 1);
    size_t last = is_last || unit->first == unit->end ? unit->end - 1 : unit->first; /* no note */
    size_t first = last + 1;
    while (!grid->flows && first < end && grid->cells[first].row == grid->cells[last].row)
        first++;
    size_t ends = grid->flows ? count_row_ends(grid, last) : 0; /* behind the header, the row */
    if (end - first < p->width || (grid->flows && end - first != p->width + 2 * ends))
        return 0;
    first += ends;
    struct row_run *run = add_run(p, 0, p->stop - 1);
    if (!run)
        return err_set_nomem(err);
    run->run.width = p->width;
    run->run.first = first;
    run->run.end = first + p->width;
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
static int collect_without_values(const struct printed *p, struct err *err)
{
    int blank = collect_blank_row(p, err);
    if (blank < 0 || p->stop == (int)p->reading->units.nitems)
        return blank < 0 ? -1 : 0;
    struct row_run *run = blank > 0 ? &p->out->items[p->out->nitems - 1] : add_run(p, 0, p->stop);
    if (!run)
        return err_set_nomem(err);
    run->run.width = p->width;
    int stated = blank > 0 ? state_blank_row(p->reading, run) : 0;
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
static int collect_own_rows(const struct printed *p, struct err *err)
{
    struct reading *reading = p->reading;
    const struct chosen *chosen = &reading->blocks[p->block];
    int last = -1;
    for (size_t row = 0; row < chosen->form->nrows; row++) {
        int unit = unit_of_own_row(reading, chosen, row);
        if (unit <= last)
            return 0;
        last = unit;
    }
    for (size_t row = 0; row < chosen->form->nrows; row++) {
        struct row_run *run = add_run(p, row, unit_of_own_row(reading, chosen, row));
        if (!run)
            return err_set_nomem(err);
        p->out->used[run->unit] = true;
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

static bool are_alike(const struct reading *reading, int u, int v)
{
    const struct unit *x = unit_at(reading, u), *y = unit_at(reading, v);
    return rows_are_alike(reading, (struct grid_run){.first = x->vfirst, .end = x->vend},
                          (struct grid_run){.first = y->vfirst, .end = y->vend});
}

static void meet(const struct reading *reading, int u, size_t width, struct met *met)
{
    size_t n = unit_at(reading, u)->nvalues;
    if (n == width && rows_are_column_numbers(reading, (size_t)u))
        met->numbers = u;
    if (n == 0 || u == met->numbers)
        return;
    met->nnamed += unit_is(unit_at(reading, u), LABEL_ROW);
    met->first = met->first < 0 ? u : met->first;
    met->most = met->most < 0 || n > unit_at(reading, met->most)->nvalues ? u : met->most;
    met->last = u;
    met->total += n;
    if (n != width)
        return;
    met->has_rivals = met->has_rivals || (met->full >= 0 && !are_alike(reading, met->full, u));
    met->full = u;
}

/* Whether the values of all units are one row, none of them a page's number. */
static bool are_joined(const struct printed *p, const struct met *met)
{
    if (met->first < 0 || met->full >= 0 || met->total != p->width || met->nnamed > 1)
        return false;
    return !p->reading->grid.reader->has_rows || unit_at(p->reading, met->most)->nvalues < 2 ||
           !rows_may_be_page(p->reading, unit_at(p->reading, met->last));
}

static void join(const struct printed *p, const struct met *met, struct row_run *run)
{
    run->run.end = unit_at(p->reading, met->last)->vend;
    for (int u = met->first; u <= met->last; u++)
        p->out->used[u] = true;
}

/* Several rows of values: the full one, else the first with what follows it when they fill the
 * row together, else the one that has most. */
static int collect_values(const struct printed *p, const struct met *met, struct err *err)
{
    const struct reading *reading = p->reading;
    bool joined = are_joined(p, met);
    int unit = met->full >= 0 ? met->full : joined ? met->first : met->most;
    struct row_run *run = add_run(p, 0, unit < 0 ? met->numbers : unit);
    if (!run)
        return err_set_nomem(err);
    frame_row(reading, run, p->width);
    p->out->nrivals += met->has_rivals;
    run->is_lost = met->has_rivals || rows_hold_page(reading, run->unit, p->width) ||
                   rows_begin_with_page(reading, run->unit) || met->first < 0 ||
                   rows_are_below_empty(reading, run, p->width);
    p->out->used[run->unit] = true;
    if (joined)
        join(p, met, run);
    return 0;
}

int rows_collect_printed(struct reading *reading, uint16_t block, struct row_runs *out,
                         struct err *err)
{
    const struct form_block *form = reading->blocks[block].form;
    struct printed p = {reading, out, block, form->ncols * form->nrows, 0};
    int own = collect_own_rows(&p, err);
    own = own == 0 ? parts_collect(reading, block, out, err) : own;
    if (own != 0)
        return own < 0 ? -1 : 0;
    p.stop = rows_strange_header(reading, &reading->blocks[block], p.width);
    struct met met = {-1, -1, -1, -1, -1, 0, 0, false};
    for (int u = 0; u < p.stop; u++)
        meet(reading, u, p.width, &met);
    if (met.first < 0 && met.numbers < 0)
        return collect_without_values(&p, err);
    return collect_values(&p, &met, err);
}
