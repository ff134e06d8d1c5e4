/* Evaluator of the kinds SUM, LE and GE. */
#ifndef GOUJI_SRC_CHECK_FORMULA_H
#define GOUJI_SRC_CHECK_FORMULA_H

#include "judge.h"

void *formula_compile(const struct rule *rule, const cJSON **at, struct err *err);
void formula_evaluate(struct evaluation *run, const struct rule *rule);

/* Both sides of one instance that applies; they live in the evaluation's arena. */
typedef void formula_visit(void *context, const struct rule *rule, const char *instance,
                           const struct side *lhs, const struct side *rhs);
void formula_walk(struct evaluation *run, const struct rule *rule, formula_visit *visit,
                  void *context);
/* What the rule says of two sides, and how it compares them. */
struct comparison formula_judge(const struct rule *rule, const struct side *lhs,
                                const struct side *rhs, enum relation *relation);

#endif
