/* A table's stream of cells as units: a label (joined when broken over cells)
 * with the value fields that follow it, or values without a label. */
#ifndef GOUJI_SRC_REPORT_UNITS_H
#define GOUJI_SRC_REPORT_UNITS_H

#include "grid.h"

struct unit {
    size_t first, end;   /* label cells; equal: values without a label */
    size_t vfirst, vend; /* value fields, empty ones included */
    struct slice text;   /* folded label, without note */
    struct slice whole;  /* of one whose pieces stand in several rows: all together, folded */
    struct slice key;    /* of a text that is no label here, and the mark of its characters */
    uint64_t mark;
    struct label_hit hit; /* label NULL: not known to this table */
    struct span prefix;   /* stray text before the label */
    uint32_t row;         /* grid row of the values, else of the label */
    uint32_t line;        /* of its first cell */
    size_t nvalues;       /* value fields that are not empty */
    bool is_torn;         /* its figures stand in several rows, each beside a piece of it, or
                             some in its label */
};

struct units {
    struct unit *items;
    size_t nitems, capacity;
};

/* `form` is the table's in any edition. -1: short of memory (the grid's arena tells). */
int units_build(const struct pieces *pieces, const struct form_table *form, const struct grid *grid,
                struct units *out);

/* Units of a table in rows whose texts make one label together become that row. -1: short of
 * memory. */
int units_join_torn(const struct grid *grid, const struct labels *labels, struct units *units);

/* Makes the key of a text that may be a misprinted label. -1: short of memory. */
int unit_make_key(struct arena *arena, struct unit *unit);

static inline bool unit_is(const struct unit *unit, enum label_kind kind)
{
    return unit->hit.label && unit->hit.label->kind == kind;
}

/* Captions, corners, column labels and bands. */
static inline bool unit_is_header(const struct unit *unit)
{
    return unit->hit.label && unit->hit.label->kind != LABEL_ROW;
}

struct span unit_label_span(const struct grid *grid, const struct unit *unit);
struct span unit_span(const struct grid *grid, const struct unit *unit);

#endif
