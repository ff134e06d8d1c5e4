/* Evaluator of the kind MONEY: an amount of money without a unit, or too large
 * to be believed. Record: "instance"; "amount" and "count", cell ids; "unit",
 * what the form means (万元); "units": [{"name", "parts"}], how many of the
 * smallest unit each known one is; "max_each", per counted item, and
 * "max_total" for the kinds of organ in "small", both in "unit". */
#ifndef GOUJI_SRC_CHECK_MONEY_H
#define GOUJI_SRC_CHECK_MONEY_H

#include "evaluation.h"

/* How many of the smallest unit one of the record's "units" is; 0 when it is
 * none of them. */
int64_t money_parts(const struct rule *rule, struct slice name);

/* The unit printed in the cell, meant by the form or printed in the block's
 * header; empty when there is none. */
struct slice money_unit(const struct evaluation *run, const struct rule *rule,
                        const struct cell *cell);

void *money_compile(const struct rule *rule, const cJSON **at, struct err *err);
void money_evaluate(struct evaluation *run, const struct rule *rule);

#endif
