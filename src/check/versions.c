/* VERSIONS: another report of the same year, loaded in the place of last
 * year's, states other numbers in its tables. */
#include "document.h"

#include "gouji/base/json.h"
#include "wording.h"

void versions_evaluate(struct evaluation *run, const struct rule *rule)
{
    enum { MOST_NAMED = 4 };
    const struct report *other = run->prior;
    if (!other || other->who.year == 0 || other->who.year != run->report->who.year) {
        eval_not_applicable(run, rule);
        return;
    }
    struct str list[LANG_COUNT] = {STR_INIT, STR_INIT};
    struct span_list spans = {0};
    const struct cell *cell;
    size_t position = 0;
    while ((cell = report_next_cell(run->report, &position)) && !run->failed) {
        struct seen now = eval_seen(run, cell);
        const struct cell *then = report_cell(other, cell->id);
        if (!then || now.state != CELL_NUMBER || then->state != CELL_NUMBER ||
            then->value == now.value)
            continue;
        span_list_add(run, &spans, now.span);
        bool is_decimal = now.is_decimal;
        for (int lang = 0; spans.n <= MOST_NAMED && lang < LANG_COUNT; lang++)
            str_format(&list[lang], "%s%s %s ≠ %s", list[lang].nbytes ? "; " : "",
                       cell_address(run->arena, cell, (enum lang)lang),
                       wording_number(run, now.value, is_decimal),
                       wording_number(run, then->value, is_decimal));
    }
    const char *zh = wording_keep(run, &list[LANG_ZH]), *en = wording_keep(run, &list[LANG_EN]);
    const char *count = wording_count(run, spans.n);
    struct message_value values[] = {{"list", zh, en}, {"n", count, count}};
    if (spans.n == 0)
        eval_pass(run, rule);
    else
        prose_report(run, rule, "", OUTCOME_FAIL, NULL, values, 2, &spans, NULL);
}
