/* Every rule over one report: one after the other, or on two threads. The findings
 * are the same and in the same order. Or only the rules of the kinds that come first. */
#ifndef GOUJI_SRC_CHECK_RUN_H
#define GOUJI_SRC_CHECK_RUN_H

#include "evaluation.h"

/* -1: memory ran short. */
int run_rules(struct evaluation *run);
int run_rules_in_two(struct evaluation *run);
int run_first_rules(struct evaluation *run);

#endif
