/* Names in the cells of tables, for WORDING records that have "cells". */
#ifndef GOUJI_SRC_CHECK_PHRASE_CELLS_H
#define GOUJI_SRC_CHECK_PHRASE_CELLS_H

#include "prose.h"

/* What a record says of cells. */
struct cell_phrases {
    struct pattern_list find;   /* in any cell */
    struct pattern_list column; /* heads a column, or stands before a cell, whose cells … */
    struct pattern_list person; /* … are whole such phrases */
    struct pattern_list more;   /* in any cell, and in what else a table says */
    struct pattern_list next;   /* right behind one of them */
};

/* The spans, of one table or one cell, that must not be shown; adds a finding. */
typedef void cell_phrases_use(struct evaluation *run, const struct rule *rule, const char *instance,
                              const struct span_list *spans);

/* Looks through the local tables, the form's cells that hold text and what else its tables say that
 * the form does not. */
void cell_phrases_search(struct evaluation *run, const struct rule *rule,
                         const struct cell_phrases *wanted, cell_phrases_use *use);

#endif
