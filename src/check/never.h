/* NEVER: combinations of facts that should not stand together. A record has
 *
 *     "never": [["T2.a9.procurement.count = 0", "T2.a9.procurement.amount > 0"], …]
 *
 * The rule fails when all clauses of one list hold. A clause is two formulas
 * (see expr.h) around one of >= <= > < =, the right one perhaps a share
 * ("30% T3.total.tot"); or "whole CELLS" (no fraction), or "organ NAME" (the
 * organ is one of the record's "organs": {NAME: {"kinds": […], "names": […]}}).
 *
 *     "each": "row" | "cell" with "of", or "instance"
 *     "said", "unless_said"    a list of patterns the prose must hold, must not
 *     "said_in"                only in these sections
 *     "prior": true            not applicable unless last year is loaded
 *
 * A blank is a count of at least 0; what is absent or unplaced leaves a clause
 * open. Clauses on cells that the edition has not, or on a year that is not
 * loaded, drop their list. */
#ifndef GOUJI_SRC_CHECK_NEVER_H
#define GOUJI_SRC_CHECK_NEVER_H

#include "evaluation.h"

void *never_compile(const struct rule *rule, const cJSON **at, struct err *err);
void never_evaluate(struct evaluation *run, const struct rule *rule);

#endif
