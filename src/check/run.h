/* Every rule over one report: one after the other, or on two threads. The findings
 * are the same and in the same order. Or only the rules of the kinds that come first. Or each
 * rule over several reports before the next: its code, patterns and words are then fetched
 * from memory once for all of them, which takes longer than the evaluation of most. */
#ifndef GOUJI_SRC_CHECK_RUN_H
#define GOUJI_SRC_CHECK_RUN_H

#include "evaluation.h"

/* Those of one rule set; one that fails, memory being short, is marked and left out. */
void run_rules(struct evaluation *runs, size_t n);
/* -1: memory ran short. */
int run_rules_in_two(struct evaluation *run);
int run_first_rules(struct evaluation *run);

#endif
