/* Evaluator of the kinds SUM, LE and GE. */
#ifndef GOUJI_SRC_CHECK_FORMULA_H
#define GOUJI_SRC_CHECK_FORMULA_H

#include "evaluation.h"

void *formula_compile(const struct rule *rule, struct err *err);
void formula_release(void *compiled);
void formula_evaluate(struct evaluation *run, const struct rule *rule);

#endif
