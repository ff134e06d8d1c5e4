/* T4 printed in parts: a small table for each kind of case, or for some of them, its labels
 * above its figures; or every label with its figure, or figures, behind it. */
#include "rows.h"

enum { MOST_KINDS = 4, MOST_COLUMNS = 8 };

struct part {
    size_t first_kind, nkinds;
    size_t nnamed;  /* labels of columns met */
    size_t npaired; /* of these, with figures of their own */
    int header;     /* unit of the first label of a column, -1 */
    bool is_closed;
};

struct parts {
    struct reading *reading;
    size_t ncols, nkinds, nparts;
    struct part now;
    bool failed;
    size_t at[MOST_KINDS][MOST_COLUMNS]; /* cells */
    int unit[MOST_KINDS];                /* of the kind's figures, the last */
    size_t first[MOST_KINDS], end[MOST_KINDS];
    bool *used; /* per unit */
};

/* The index of the unit's label of this kind in T4, or -1. */
static int index_of(const struct unit *unit, enum label_kind kind)
{
    const struct label *label = label_in_table(unit->hit.label, TABLE_T4);
    while (label && label->kind != kind)
        label = label_in_table(label->next, TABLE_T4);
    return label ? label->index : -1;
}

static void set_cell(struct parts *p, size_t kind, size_t column, size_t cell)
{
    p->at[kind][column] = cell;
    p->first[kind] = column == 0 ? cell : p->first[kind];
    p->end[kind] = cell + 1;
}

static void close_part(struct parts *p)
{
    p->now.is_closed = true;
    p->nparts++;
}

/* The figures of one label, one for each kind that the part has. */
static void take_pair(struct parts *p, int u)
{
    const struct unit *unit = unit_at(p->reading, u);
    size_t kind = p->now.first_kind;
    for (size_t i = unit->vfirst; i < unit->vend; i++)
        if (p->reading->grid.cells[i].shape != SHAPE_EMPTY) {
            p->unit[kind] = u;
            set_cell(p, kind++, p->now.npaired, i);
        }
    p->used[u] = true;
    if (++p->now.npaired == p->ncols)
        close_part(p);
}

/* The first of the row's fields that stand under the part's labels, if they are all there and
 * nothing stands beside them; else where its figures start, if none is missing. */
static size_t first_field(const struct parts *p, const struct unit *unit, size_t n)
{
    const struct grid *grid = &p->reading->grid;
    size_t first = unit->vfirst;
    int column = p->now.header < 0 || !grid->reader->has_rows || grid->flows
                     ? -1
                     : (int)grid->cells[unit_at(p->reading, p->now.header)->first].column;
    while (column >= 0 && first < unit->vend && (int)grid->cells[first].column != column)
        first++;
    if (column >= 0 && first + n <= unit->vend) {
        size_t inside = 0;
        for (size_t i = first; i < first + n; i++)
            inside += grid->cells[i].shape != SHAPE_EMPTY;
        if (inside == unit->nvalues)
            return first;
    }
    for (first = unit->vfirst; first < unit->vend && grid->cells[first].shape == SHAPE_EMPTY;)
        first++;
    return unit->nvalues == n && unit->vend >= first + n ? first : GRID_NO_CELL;
}

/* The figures of the whole part, under its labels. */
static void take_row(struct parts *p, int u)
{
    const struct grid *grid = &p->reading->grid;
    size_t n = p->now.nkinds * p->ncols;
    size_t first = first_field(p, unit_at(p->reading, u), n);
    p->failed = p->now.nnamed != n || first == GRID_NO_CELL;
    for (size_t i = 0; i < n && !p->failed; i++) {
        size_t kind = p->now.first_kind + i / p->ncols;
        p->failed =
            unit_at(p->reading, u)->nvalues == n && grid->cells[first + i].shape == SHAPE_EMPTY;
        set_cell(p, kind, i % p->ncols, first + i);
        p->unit[kind] = u;
    }
    p->used[u] = true;
    close_part(p);
}

static void take_figures(struct parts *p, int u)
{
    bool is_pair =
        unit_at(p->reading, u)->nvalues == p->now.nkinds && p->now.nnamed == p->now.npaired + 1;
    p->failed = p->now.is_closed || p->now.nkinds == 0;
    if (!p->failed && is_pair)
        take_pair(p, u);
    else if (!p->failed)
        take_row(p, u);
}

/* Kinds come in the form's order; those side by side make one part. */
static void take_kind(struct parts *p, int kind)
{
    p->failed = kind != (int)p->nkinds || p->nkinds == MOST_KINDS ||
                (!p->now.is_closed && p->now.nnamed > 0);
    if (p->now.is_closed || p->now.nkinds == 0)
        p->now = (struct part){.first_kind = p->nkinds, .header = -1};
    p->now.nkinds++;
    p->nkinds++;
}

static void take_unit(struct parts *p, int u)
{
    const struct unit *unit = unit_at(p->reading, u);
    int kind = index_of(unit, LABEL_ROW);
    int column = index_of(unit, LABEL_COLUMN);
    if (kind >= 0)
        take_kind(p, kind);
    if (column >= 0) {
        p->failed = p->failed || p->now.is_closed || (size_t)column != p->now.nnamed % p->ncols;
        p->now.header = p->now.nnamed == 0 ? u : p->now.header;
        p->now.nnamed++;
    }
    bool own = column >= 0 || unit->first == unit->end;
    if (!p->failed && unit->nvalues > 0 && own)
        take_figures(p, u);
    else
        p->failed = p->failed || unit->nvalues > 0;
}

static int add_runs(const struct parts *p, uint16_t block, struct row_runs *out, struct err *err)
{
    for (size_t kind = 0; kind < p->nkinds; kind++) {
        struct row_run *run = rows_add(p->reading, out, block, kind, p->unit[kind]);
        if (!run)
            return err_set_nomem(err);
        run->at = arena_array(p->reading->scratch, p->ncols, sizeof *run->at);
        if (!run->at)
            return err_set_nomem(err);
        for (size_t c = 0; c < p->ncols; c++)
            run->at[c] = p->at[kind][c];
        run->run.first = p->first[kind];
        run->run.end = p->end[kind];
        run->run.label_column = -1;
        run->is_stated = true;
    }
    for (size_t u = 0; u < p->reading->units.nitems; u++)
        out->used[u] = out->used[u] || p->used[u];
    return 1;
}

int parts_collect(struct reading *reading, uint16_t block, struct row_runs *out, struct err *err)
{
    const struct form_block *form = reading->blocks[block].form;
    struct parts p = {.reading = reading, .ncols = form->ncols, .now = {.header = -1}};
    p.used = arena_array(reading->scratch, reading->units.nitems, sizeof *p.used);
    if (!p.used)
        return err_set_nomem(err);
    if (p.ncols > MOST_COLUMNS || form->nrows > MOST_KINDS)
        return 0;
    for (size_t u = 0; u < reading->units.nitems && !p.failed; u++)
        take_unit(&p, (int)u);
    bool in_parts = p.nparts > 1 || p.now.npaired > 0;
    if (p.failed || !in_parts || !p.now.is_closed || p.nkinds != form->nrows)
        return 0;
    return add_runs(&p, block, out, err);
}
