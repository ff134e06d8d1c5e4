/* LISTED: how many items the text announces (以下三方面) and how many follow. */
#include "document.h"

#include "gouji/base/json.h"
#include "wording.h"

/* The longest run of items 一是 二是 …, or （一）（二）…, after the announcement. */
static size_t count_after(const struct prose_walk *from, const struct rule *rule,
                          const char *marker, size_t at)
{
    struct prose_walk walk = *from;
    struct pattern_list list = patterns_get(rule, marker);
    size_t n = 0;
    do {
        struct match match;
        for (size_t i = at; list.n > 0 && pattern_find(list.items[0], walk.now.text, i, &match);
             i = match.end[0])
            n++;
        at = 0;
    } while (prose_next(&walk) && walk.now.sentence->section == from->now.sentence->section);
    return n;
}

void listed_evaluate(struct evaluation *run, const struct rule *rule)
{
    static const char *const markers[] = {"item_is", "item_bracket", "item_han", "item_digit"};
    struct prose_walk walk = {.run = run};
    while (prose_next(&walk)) {
        struct match match;
        if (walk.now.sentence->is_heading ||
            !patterns_find(patterns_get(rule, "announced"), walk.now.text, &match))
            continue;
        size_t figure = prose_figure_at(&walk, match.start[1]);
        if (figure == PATTERN_NONE)
            continue;
        size_t stated = (size_t)(run->report->figures[figure].value / CELL_SCALE), most = 0;
        bool fits = false;
        for (size_t i = 0; i < sizeof markers / sizeof *markers; i++) {
            size_t n = count_after(&walk, rule, markers[i], match.end[0]);
            fits |= n == stated;
            most = most == 0 ? n : most;
        }
        eval_claim(run, run->report->figures[figure].span);
        if (fits) {
            eval_pass(run, rule);
            continue;
        }
        if (most == 0)
            continue; /* no list that one could count */
        const char *announced = wording_count(run, stated), *found = wording_count(run, most);
        struct message_value values[] = {{"stated", announced, announced}, {"found", found, found}};
        struct span_list spans = {0};
        span_list_add(run, &spans, prose_span(&walk, match.start[0], match.end[0]));
        prose_report(run, rule, prose_instance(run, walk.now.index + 1), OUTCOME_FAIL, NULL, values,
                     2, &spans, walk.now.sentence);
    }
}
