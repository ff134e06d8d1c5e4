/* Labels of rows that the reader found no row for, looked for in the text of the table's part: a
 * row whose label is printed is not missing, whatever became of its figures. */
#ifndef GOUJI_SRC_CHECK_PRINTED_LABEL_H
#define GOUJI_SRC_CHECK_PRINTED_LABEL_H

#include "evaluation.h"

/* The text of a table's part, folded when the first label is looked for. */
struct printed_labels {
    const struct table *table;
    bool is_folded;
    struct fold fold;
};

/* The section of the law that holds the table, NULL when the report has none. */
const struct section *table_section(const struct report *report, enum table_id id);

/* Where the row's label is printed, the first place; empty when nowhere. */
struct span printed_label(struct evaluation *run, struct printed_labels *printed,
                          const struct form_row *row);

#endif
