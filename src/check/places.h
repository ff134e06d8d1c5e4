/* Where cells are: the blocks and rows of the form as the checks walk them, and
 * how people name them. Private to src/check. */
#ifndef GOUJI_SRC_CHECK_PLACES_H
#define GOUJI_SRC_CHECK_PLACES_H

#include "evaluation.h"
#include "gouji/base/str.h"

enum { PLACES_MAX_BLOCKS = 16 };

/* The blocks of a table in the edition decided for each; those of the edition
 * expected when the table is absent. Returns how many (at most
 * PLACES_MAX_BLOCKS). */
size_t places_blocks(const struct report *report, enum table_id table,
                     const struct form_block *blocks[PLACES_MAX_BLOCKS]);

/* The block of this id ("" for T3, T4) among them, NULL when there is none. */
const struct form_block *places_block(const struct report *report, enum table_id table,
                                      struct slice id);

/* The row or the column of a block that a loop of a rule stands at, -1 where it has
 * none; block NULL: there is no loop, or the form has no such place. */
struct binding {
    enum table_id table;
    const struct form_block *block;
    int row, col;
};

/* The block that a loop is over: "T3", "T2.a5". */
struct binding places_loop(const struct report *report, const char *name);

/* Whether a row has cells to check in this report: no group, and of a group
 * and the one row that may stand for it only the one the source prints. */
bool places_row_used(const struct report *report, enum table_id table,
                     const struct form_block *block, size_t row);

/* The cell at a place, NULL when the table was not found. */
const struct cell *places_cell(const struct report *report, enum table_id table,
                               const struct form_block *block, size_t row, size_t col);

/* The same by id, where the form has it though the table was not found: absent
 * then. False when the form decided for this report has no such cell. */
bool places_in_form(const struct report *report, const char *id, struct cell *out);

/* A cell as the program read it. Field by field, as it is done of all cells: what is put
 * together elsewhere and copied whole at once has to wait for its last fields. */
static inline void places_see(const struct report *report, const struct cell *cell,
                              struct seen *seen)
{
    seen->cell = cell->id;
    seen->text = report_slice(report, cell->span);
    seen->value = cell->value;
    seen->span = cell->span;
    seen->state = cell->state;
    seen->is_decimal = cell->block->cols[cell->col].is_decimal;
    seen->is_reading = false;
}

static inline struct seen places_seen(const struct report *report, const struct cell *cell)
{
    struct seen seen;
    places_see(report, cell, &seen);
    return seen;
}

/* Whether an id of the form is this one. Ids are short, and differ early. */
static inline bool places_is_id(const char *own, struct slice id)
{
    size_t i = 0;
    while (i < id.nbytes && own[i] == id.ptr[i]) /* its end differs from all bytes of the id */
        i++;
    return i == id.nbytes && !own[i];
}

/* Where a row is printed, label and values; empty when it is not known. */
struct span places_row_span(const struct report *report, enum table_id table,
                            const struct form_block *block, size_t row);

/* "T2.a5.license.delta"; without column when col is NULL. In arena. */
const char *places_cell_id(struct arena *arena, enum table_id table, const struct form_block *block,
                           size_t row, const struct form_col *col);

/* Table ids by name: "T3" and what follows it. False for other words. */
bool places_table(const char *name, size_t nbytes, enum table_id *table);

/* 表三, Table 3 */
const char *places_table_title(enum table_id table, enum lang lang);

/* The row alone: （三）1; in English with narrow brackets. In arena. */
const char *places_row_short(struct arena *arena, const struct form_row *row, enum lang lang);

/* 表三（四）1, behind what is in `out`. */
void places_add_row_name(struct arena *arena, enum table_id table, const struct form_row *row,
                         enum lang lang, struct str *out);

/* In which table a cell's id says it is. */
enum table_id places_table_of(const char *cell_id);

#endif
