#include "phrase_before.h"

#include <stdlib.h>

#include "gouji/base/json.h"

/* The sum of the cells in last year's report; -1 where it does not say all of them. */
static int64_t sum_before(const struct evaluation *run, const cJSON *cells)
{
    int64_t sum = 0;
    const cJSON *id;
    json_each (id, cells) {
        const struct cell *cell = report_cell(run->prior, json_text(id));
        if (!cell || cell->state != CELL_NUMBER || __builtin_add_overflow(sum, cell->value, &sum))
            return -1;
    }
    return sum;
}

bool phrase_is_of_before(struct evaluation *run, const struct rule *rule, const cJSON *before,
                         struct slice text)
{
    size_t nfound = 0;
    const cJSON *fact;
    json_each (fact, run->prior ? before : NULL) {
        struct match match;
        if (!patterns_find(patterns_get(rule, json_string(fact, "find")), text, &match) ||
            match.start[1] == PATTERN_NONE)
            continue;
        if (strtoll(text.ptr + match.start[1], NULL, 10) !=
            sum_before(run, json_get(fact, "cells")))
            return false;
        nfound++;
    }
    return nfound > 0;
}
