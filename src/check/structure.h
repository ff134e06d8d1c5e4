/* Evaluators of what a table lacks or prints otherwise than its form: the kinds
 * TABLE (a table is there), ROWS (no row is missing), LABEL (row labels are the
 * form's), PLACED (every printed number has its column), BLANK (no value cell
 * is blank). Records name the tables in "of". */
#ifndef GOUJI_SRC_CHECK_STRUCTURE_H
#define GOUJI_SRC_CHECK_STRUCTURE_H

#include "evaluation.h"

/* The tables of "of", each once. */
struct tables_of {
    enum table_id ids[TABLE_COUNT];
    size_t n;
};

/* A struct tables_of, released by free. */
void *structure_compile(const struct rule *rule, const cJSON **at, struct err *err);

void structure_table(struct evaluation *run, const struct rule *rule);
void structure_rows(struct evaluation *run, const struct rule *rule);
void structure_labels(struct evaluation *run, const struct rule *rule);
void structure_placed(struct evaluation *run, const struct rule *rule);
void structure_blank(struct evaluation *run, const struct rule *rule);

#endif
