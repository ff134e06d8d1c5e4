/* What the checks of a table's structure share: the cells that they look at, and how they tell of
 * the table. */
#ifndef GOUJI_SRC_CHECK_STRUCTURE_CELLS_H
#define GOUJI_SRC_CHECK_STRUCTURE_CELLS_H

#include "prose.h"
#include "structure.h"

enum { STRUCTURE_MOST_LISTED = 4 };

/* Does the check for each table that the record names. */
typedef void table_check(struct evaluation *run, const struct rule *rule, enum table_id id);
void structure_each(struct evaluation *run, const struct rule *rule, table_check *check);

/* Cells gathered in form order. */
struct cells {
    struct seen *items;
    const struct cell **cells; /* the same, in the report */
    size_t n, capacity, cells_capacity;
};

/* States of cells, a bit for each. */
enum {
    ABSENT = 1 << CELL_ABSENT,
    UNPLACED = 1 << CELL_UNPLACED,
    BLANK = 1 << CELL_BLANK | 1 << CELL_MARK,
};

/* Adds the cells of one row as the checks see them, those in one of the states; `cells` are the
 * block's in the report. How many they are. */
size_t structure_row_cells(struct evaluation *run, const struct seen_block *seen,
                           const struct cell *cells, size_t row, unsigned states,
                           struct cells *out);

/* The same of all rows of the table. */
void structure_table_cells(struct evaluation *run, const struct table *table, unsigned states,
                           struct cells *out);

/* How many such cells a row has. */
size_t structure_count_cells(struct evaluation *run, const struct table *table, size_t block,
                             size_t row, unsigned states);

/* "{table}", "{n}", and what a check adds: "{list}". */
struct texts {
    const char *zh, *en;
};
void structure_say(struct evaluation *run, struct finding *finding, const char *key,
                   enum table_id id, size_t n, struct texts list);

#endif
