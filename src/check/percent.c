/* RATE: a rate stated beside its two counts (按时办结2件…按时办结率100%). SHARE:
 * percentages within 0 to 100, and those that the counts beside them cannot
 * give. GROWTH: a growth stated against last year's table. A printed percentage
 * stands for every value that rounds to it. */
#include "document.h"

#include <math.h>

#include "gouji/base/json.h"
#include "prior.h"
#include "wording.h"

/* Half of the last printed digit: 0.005 for 4.61. */
static long double half_step(const struct report *report, const struct figure *figure)
{
    struct slice text = report_slice(report, figure->span);
    long double step = 0.5L;
    bool behind = false;
    for (size_t i = 0; i < text.nbytes; i++) {
        if (behind && text.ptr[i] >= '0' && text.ptr[i] <= '9')
            step /= 10;
        behind |= text.ptr[i] == '.';
    }
    return step;
}

static bool can_be(const struct report *report, const struct figure *percent, long double share)
{
    long double stated = (long double)percent->value / CELL_SCALE;
    return fabsl(share - stated) <= half_step(report, percent) + 1e-9L;
}

static const struct figure *figure_of(const struct prose_walk *walk, const struct match *match,
                                      size_t group)
{
    size_t at = match->start[group] == PATTERN_NONE
                    ? PATTERN_NONE
                    : prose_figure_at(walk, match->start[group]);
    return at == PATTERN_NONE ? NULL : &walk->run->report->figures[at];
}

static int64_t hundredths(long double value)
{
    return (int64_t)(value * 100 + (value < 0 ? -0.5L : 0.5L));
}

static void report_percent(struct prose_walk *walk, const struct rule *rule, const char *key,
                           struct span span, const struct figure *stated, long double found)
{
    struct evaluation *run = walk->run;
    const char *text = prose_text(run, span);
    const char *printed = wording_number(run, stated->value, true);
    const char *due = wording_number(run, hundredths(found) * (CELL_SCALE / 100), true);
    struct message_value values[] = {
        {"text", text, text}, {"stated", printed, printed}, {"found", due, due}};
    struct span_list spans = {0};
    span_list_add(run, &spans, span);
    prose_report(run, rule, prose_instance(run, walk->now.index + 1), OUTCOME_FAIL, key, values, 3,
                 &spans, walk->now.sentence);
}

static bool is_prose(const struct prose_walk *walk)
{
    return !walk->now.sentence->is_heading;
}

void percent_rate(struct evaluation *run, const struct rule *rule)
{
    struct prose_walk walk = {.run = run};
    while (prose_next(&walk)) {
        struct match part_at, whole_at, rate_at;
        if (!is_prose(&walk) ||
            !patterns_find(patterns_get(rule, "rate"), walk.now.text, &rate_at) ||
            !patterns_find(patterns_get(rule, "part"), walk.now.text, &part_at) ||
            !patterns_find(patterns_get(rule, "whole"), walk.now.text, &whole_at))
            continue;
        const struct figure *part = figure_of(&walk, &part_at, 1);
        const struct figure *whole = figure_of(&walk, &whole_at, 1);
        const struct figure *rate = figure_of(&walk, &rate_at, 1);
        if (!part || !whole || !rate || whole->value <= 0 || part->approximate ||
            whole->approximate)
            continue;
        long double share = 100.0L * (long double)part->value / (long double)whole->value;
        bool full = rate->value == 100 * CELL_SCALE;
        if (full ? part->value == whole->value : can_be(run->report, rate, share))
            eval_pass(run, rule);
        else
            report_percent(&walk, rule, NULL,
                           prose_span(&walk, rate_at.start[0], rate_at.end[0]), rate, share);
    }
}

/* Whether some pair of counts stated shortly before the percentage gives it. */
static bool is_explained(const struct prose_walk *walk, const struct figure *percent)
{
    enum { REACH = 64 };
    const struct report *report = walk->run->report;
    const struct figure *first = &report->figures[walk->now.first_figure];
    if (percent - first > REACH)
        first = percent - REACH;
    for (const struct figure *a = first; a < percent; a++)
        for (const struct figure *b = first; b < percent; b++)
            if (b->value > 0 && !a->is_list_number && !b->is_list_number &&
                can_be(report, percent, 100.0L * (long double)a->value / (long double)b->value))
                return true;
    return false;
}

/* N件，占（总数的）P%: the count before, of the first count of the sentence. */
static void judge_share(struct prose_walk *walk, const struct rule *rule, const struct match *match)
{
    const struct figure *whole = figure_of(walk, match, 1), *part = figure_of(walk, match, 2);
    const struct figure *percent = figure_of(walk, match, 3);
    bool sound = whole && part && percent && whole->value > 0 && !whole->approximate &&
                 !part->approximate && strcmp(whole->unit, part->unit) == 0;
    if (!sound || is_explained(walk, percent)) {
        eval_pass(walk->run, rule);
        return;
    }
    report_percent(walk, rule, "share", prose_span(walk, match->start[2], match->end[0]), percent,
                   100.0L * (long double)part->value / (long double)whole->value);
}

void percent_share(struct evaluation *run, const struct rule *rule)
{
    struct prose_walk walk = {.run = run};
    while (prose_next(&walk)) {
        struct pattern_list list = patterns_get(rule, "percent");
        struct match match, share;
        size_t from = 0;
        bool shares = is_prose(&walk) &&
                      patterns_find(patterns_get(rule, "share"), walk.now.text, &share);
        if (shares)
            judge_share(&walk, rule, &share);
        for (; is_prose(&walk) && list.n > 0 &&
               pattern_find(list.items[0], walk.now.text, from, &match);
             from = match.end[0]) {
            const struct figure *percent = figure_of(&walk, &match, 1);
            struct slice clause = prose_clause(walk.now.text, match.start[0]);
            if (percent && percent->value > 100 * CELL_SCALE &&
                !patterns_match(rule, "growth", clause))
                report_percent(&walk, rule, "range",
                               prose_span(&walk, match.start[0], match.end[0]), percent, 100);
            else
                eval_pass(run, rule);
        }
    }
}

/* PA-04 */

void percent_growth(struct evaluation *run, const struct rule *rule)
{
    const char *id = json_string(rule->record, "cell");
    const struct cell *before = prior_fits(run) && id ? report_cell(run->prior, id) : NULL;
    struct prose_walk walk = {.run = run};
    if (!before || before->state != CELL_NUMBER || before->value <= 0)
        return; /* counted as not applicable */
    while (prose_next(&walk)) {
        struct match match;
        if (!is_prose(&walk) ||
            !patterns_find(patterns_get(rule, "find"), walk.now.text, &match))
            continue;
        const struct figure *now = figure_of(&walk, &match, 1), *rate = figure_of(&walk, &match, 3);
        if (!now || !rate || now->approximate || rate->approximate)
            continue;
        long double old = (long double)before->value;
        long double growth = 100.0L * ((long double)now->value / CELL_SCALE - old) / old;
        bool falls = patterns_match(rule, "falls", match_text(walk.now.text, &match, 2));
        growth = falls ? -growth : growth;
        if (fabsl(growth - (long double)rate->value / CELL_SCALE) <=
            half_step(run->report, rate) + 0.05L)
            eval_pass(run, rule);
        else
            report_percent(&walk, rule, NULL, prose_span(&walk, match.start[0], match.end[0]), rate,
                           growth);
    }
}
