/* TWICE: one indicator stated in two places with two numbers. "items" are what
 * another record looks for ("as", its id) or patterns of this one ("find"), each
 * with an "id" for the instance. Sentences that match "sentence_not" speak of
 * another time or of another scope. */
#include "gouji/base/json.h"
#include "mentions.h"
#include "text_table.h"

static bool is_kept(struct evaluation *run, const struct rule *rule, const struct mention *mention)
{
    return !mention->approximate && mention->figure != PATTERN_NONE &&
           !prose_says(run, mention->sentence, patterns_get(rule, "sentence_not"));
}

/* The first number of each sentence. */
static void keep_first(struct evaluation *run, const struct rule *rule, struct mentions *found)
{
    size_t n = 0;
    for (size_t i = 0; i < found->n; i++)
        if ((n == 0 || found->items[n - 1].sentence != found->items[i].sentence) &&
            is_kept(run, rule, &found->items[i]))
            found->items[n++] = found->items[i];
    found->n = n;
}

static void judge_item(struct evaluation *run, const struct rule *rule, const cJSON *item,
                       bool *claimed)
{
    const char *as = json_string(item, "as");
    const struct rule *source = as ? ruleset_find(run->rules, as) : NULL;
    struct mentions found = {0};
    if (as && !source)
        return;
    mentions_find(run, source ? source : rule, source ? NULL : item, claimed, &found);
    if (found.n > 1)
        keep_first(run, rule, &found);
    if (found.n < 2)
        return;
    if (mentions_differ(&found) && !(source && text_table_explains(run, source, &found)))
        mentions_report(run, rule, json_string(item, "id"), OUTCOME_FAIL, NULL, &found);
    else
        eval_pass(run, rule);
}

void twice_evaluate(struct evaluation *run, const struct rule *rule)
{
    bool *claimed = arena_array(run->arena, run->report->nfigures + 1, sizeof *claimed);
    const cJSON *item;
    run->failed |= claimed == NULL;
    json_each (item, json_get(rule->record, "items"))
        if (!run->failed)
            judge_item(run, rule, item, claimed);
}
