/* TWICE: one indicator stated in two places with two numbers. "items" are what
 * another record looks for ("as", its id) or patterns of this one ("find"), each
 * with an "id" for the instance. Sentences that match "sentence_not" speak of
 * another time or of another scope; an item may name a list of its own in its place. */
#include "gouji/base/json.h"
#include "mentions.h"
#include "text_table.h"

static bool is_kept(struct evaluation *run, struct pattern_list sentence_not,
                    const struct mention *mention)
{
    return !mention->approximate && mention->figure != PATTERN_NONE &&
           !prose_says(run, mention->sentence, sentence_not);
}

/* The first number of each sentence. */
static void keep_first(struct evaluation *run, const struct rule *rule,
                       const struct mention_item *item, struct mentions *found)
{
    const char *own = json_string(item->record, "sentence_not");
    struct pattern_list sentence_not = patterns_get(rule, own ? own : "sentence_not");
    size_t n = 0;
    for (size_t i = 0; i < found->n; i++)
        if ((n == 0 || found->items[n - 1].sentence != found->items[i].sentence) &&
            is_kept(run, sentence_not, &found->items[i]))
            found->items[n++] = found->items[i];
    found->n = n;
}

static void judge_item(struct evaluation *run, const struct rule *rule,
                       const struct mention_item *item, bool *claimed)
{
    const struct rule *source = item->as ? ruleset_find(run->rules, item->as) : NULL;
    struct mentions found = {0};
    if (item->as && !source)
        return;
    mentions_find(run, source ? source : rule, source ? NULL : item, claimed, &found);
    if (found.n > 1)
        keep_first(run, rule, item, &found);
    if (found.n < 2)
        return;
    if (mentions_differ(&found) && !(source && text_table_explains(run, source, &found)))
        mentions_report(run, rule, item->id, OUTCOME_FAIL, NULL, &found);
    else
        eval_pass(run, rule);
}

void twice_evaluate(struct evaluation *run, const struct rule *rule)
{
    bool *claimed = arena_array(run->arena, run->report->nfigures + 1, sizeof *claimed);
    struct mention_items all = mentions_items(rule);
    run->failed |= claimed == NULL;
    for (size_t i = 0; i < all.n && !run->failed; i++)
        judge_item(run, rule, &all.items[i], claimed);
}
