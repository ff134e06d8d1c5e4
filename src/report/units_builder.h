/* Reads the cells of a grid as units, while it does: what units.c and units_label.c share. */
#ifndef GOUJI_SRC_REPORT_UNITS_BUILDER_H
#define GOUJI_SRC_REPORT_UNITS_BUILDER_H

#include "units.h"

enum { JOIN_NBYTES = 480 }; /* of a label's pieces together */

struct builder {
    const struct pieces *pieces;
    const struct labels *labels;
    enum table_id table;
    const struct grid *grid;
    size_t width;     /* values of a row */
    size_t printed;   /* the same of a printed row, which has all rows of table four */
    bool lists_apart; /* the numbers of lists are cells of their own */
    struct units *out;
};

static inline const struct grid_cell *cell_at(const struct builder *b, size_t i)
{
    return &b->grid->cells[i];
}

/* Whether the cell is a label of the table by itself. */
static inline bool is_own(const struct builder *b, size_t i)
{
    return label_in_table(cell_at(b, i)->hit.label, b->table) != NULL;
}

/* Whether the cell is the number of a list, apart from the words of its label. */
bool units_is_list_number(const struct builder *b, size_t i);

/* Whether it is surely none of the values before it: 3 above .其他, the front of a label that a
 * line broke. */
bool units_is_torn_list_number(const struct builder *b, size_t i);

/* A unit of the label cells [first, end), without values. NULL: no memory. */
struct unit *units_add(const struct builder *b, size_t first, size_t end);

/* Reads the label that starts at the text cell `index`; is_free: the cell before it is no
 * value of another row. NULL: no memory. */
struct unit *units_read_label(const struct builder *b, size_t index, bool is_free);

#endif
