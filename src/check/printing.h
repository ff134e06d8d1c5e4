/* Evaluators of how a table is printed: the kinds EXTRA-ROWS (rows the form has
 * not, or prints once), COUNTS (values are counts), HEADER (header cells are the
 * form's), SPLIT (not cut between data rows), STRAY (nothing before labels),
 * EDITIONS (one edition's labels only), ZERO (something is counted). Records
 * name the tables in "of". */
#ifndef GOUJI_SRC_CHECK_PRINTING_H
#define GOUJI_SRC_CHECK_PRINTING_H

#include "evaluation.h"

void printing_extra_rows(struct evaluation *run, const struct rule *rule);
void printing_counts(struct evaluation *run, const struct rule *rule);
void printing_header(struct evaluation *run, const struct rule *rule);
void printing_split(struct evaluation *run, const struct rule *rule);
void printing_stray(struct evaluation *run, const struct rule *rule);
void printing_editions(struct evaluation *run, const struct rule *rule);
void printing_zero(struct evaluation *run, const struct rule *rule);

#endif
