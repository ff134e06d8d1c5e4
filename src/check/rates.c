/* RATE: a rate stated beside its two counts (按时办结2件…按时办结率100%), and one that stands
 * alone, against what the tables have. */
#include "document.h"
#include "gouji/base/json.h"
#include "percent.h"
#include "prose_kinds.h"
#include "rate_items.h"
#include "spread.h"
#include "text_table.h"
#include "wording.h"

/* ---- beside its counts ---- */

/* What is not of those in time may be a share of any count beside it (收到12件). */
static bool is_of_another(const struct prose_walk *walk, const struct rule *rule,
                          const struct match *at, const struct figure *rate,
                          const struct figure *part)
{
    const struct report *report = walk->run->report;
    if (patterns_match(rule, "in_time", match_text(walk->now->text, at, 0)))
        return false;
    const struct figure *first = report->figures + walk->now->first_figure;
    for (const struct figure *figure = first; figure < first + walk->now->nfigures; figure++)
        if (figure->value > part->value && strcmp(figure->unit, part->unit) == 0 &&
            rate_is_of(report, rate, part->value, figure->value))
            return true;
    return false;
}

/* False: its counts are not there. */
static bool judge_beside(struct prose_walk *walk, const struct rule *rule)
{
    struct match part_at, whole_at, rate_at;
    if (!patterns_find(patterns_get(rule, "rate"), walk->now->text, &rate_at) ||
        !patterns_find(patterns_get(rule, "part"), walk->now->text, &part_at) ||
        !patterns_find(patterns_get(rule, "whole"), walk->now->text, &whole_at))
        return false;
    const struct figure *part = percent_figure(walk, &part_at, 1);
    const struct figure *whole = percent_figure(walk, &whole_at, 1);
    const struct figure *rate = percent_figure(walk, &rate_at, 1);
    if (!part || !whole || !rate || whole->value <= 0 || part->approximate || whole->approximate)
        return false;
    if (rate_is_of(walk->run->report, rate, part->value, whole->value) ||
        is_of_another(walk, rule, &rate_at, rate, part))
        eval_pass(walk->run, rule);
    else
        percent_report(walk, rule, prose_instance(walk->run, walk->now->index + 1), NULL,
                       prose_span(walk, rate_at.start[0], rate_at.end[0]), rate,
                       100.0L * (long double)part->value / (long double)whole->value);
    return true;
}

/* ---- alone ---- */

static struct told told_of(struct evaluation *run, const cJSON *cells)
{
    struct told told = {0};
    told_add_list(run, &told, cells);
    return told;
}

static bool is_whole(const struct told *told)
{
    return told->n > 0 && told->nnumbers == told->n;
}

/* The sum of cells that all hold numbers; else -1. */
static int64_t sum_of(struct evaluation *run, const cJSON *cells)
{
    struct told told = told_of(run, cells);
    return is_whole(&told) ? told.known : -1;
}

/* The first of the record's other bases that it is a rate of; NULL. */
static const cJSON *fitting_base(struct evaluation *run, const struct rule *rule, struct slice text,
                                 const struct figure *rate, int64_t done)
{
    const cJSON *base;
    json_each (base, rule_get(rule, "bases")) {
        const char *said = json_string(base, "said");
        if (said && !patterns_match(rule, said, text))
            continue;
        int64_t whole = sum_of(run, json_get(base, "cells"));
        bool is_full = rate->value == 100 * CELL_SCALE && whole > 0 && done >= whole;
        if (is_full || (whole > 0 && rate_is_of(run->report, rate, done, whole)))
            return base;
    }
    return NULL;
}

static void report_alone(struct prose_walk *walk, const struct rule *rule, const struct match *at,
                         const cJSON *base, const char *key, long double found)
{
    struct evaluation *run = walk->run;
    const char *word = scope_word_near(run, rule, walk->now->text);
    struct span span = prose_span(walk, at->start[0], at->end[0]);
    const char *text = prose_text(run, span);
    const char *due = wording_number(run, (int64_t)(found * 100 + 0.5L) * (CELL_SCALE / 100), true);
    const cJSON *name = json_get(base, "name");
    struct message_value values[] = {{"text", text, text},
                                     {"found", due, due},
                                     {"word", word, word},
                                     {"scope", rule_text(name, LANG_ZH), rule_text(name, LANG_EN)}};
    struct span_list spans = {0};
    span_list_add(run, &spans, span);
    prose_report(run, rule, prose_instance(run, walk->now->index + 1), OUTCOME_FAIL,
                 base   ? "scope"
                 : word ? "near"
                        : key,
                 values, sizeof values / sizeof *values, &spans, walk->now->sentence);
}

/* Some cell is blank or lost. Where the rate is right with what there is, it is. */
static void judge_in_doubt(struct prose_walk *walk, const struct rule *rule, const struct match *at,
                           const struct figure *rate, const struct told *done,
                           const struct told *whole)
{
    struct evaluation *run = walk->run;
    struct told all = *done;
    struct span span = prose_span(walk, at->start[0], at->end[0]);
    const char *text = prose_text(run, span);
    told_add_list(run, &all, rule_get(rule, "whole_cells"));
    if (all.nlost == 0 && done->nnumbers > 0 && whole->nnumbers > 0 &&
        rate_is_of(run->report, rate, done->known, whole->known)) {
        eval_pass(run, rule);
        return;
    }
    struct message_value values[] = {
        {"text", text, text},
        {"cells", told_name(run, &all, LANG_ZH), told_name(run, &all, LANG_EN)}};
    struct span_list spans = {0};
    span_list_add(run, &spans, span);
    struct finding *finding =
        prose_report(run, rule, prose_instance(run, walk->now->index + 1), OUTCOME_UNDECIDED,
                     all.nlost > 0 ? "lost" : "blank", values, sizeof values / sizeof *values,
                     &spans, walk->now->sentence);
    if (finding)
        eval_set_seen(run, finding, all.cells, all.n);
}

static bool is_on_applications(const struct prose_walk *walk, const struct rule *rule)
{
    const char *section = rule_string(rule, "section");
    return prose_is_in(walk->run->report, walk->now->sentence, section) ||
           patterns_match(rule, "context", walk->now->text);
}

/* Of the applications, in this year, and not only of those that were due: one below the full says
 * in its own clause whether it is of these. */
static bool is_meant(const struct prose_walk *walk, const struct rule *rule, const struct match *at,
                     const struct figure *rate)
{
    struct slice text = walk->now->text;
    size_t place = at->start[1];
    struct year_words years = document_year_words(rule->compiled);
    struct slice clause = prose_clause(text, place);
    if (document_is_of_other_year(walk->run->stated_year, &years, text, clause, place))
        return false;
    if (!rate || rate->value >= 100 * CELL_SCALE)
        return patterns_match(rule, "context", text) && !patterns_match(rule, "clause_not", text) &&
               !patterns_match(rule, "alone_since_not", text);
    return is_on_applications(walk, rule) && !patterns_match(rule, "clause_not", clause) &&
           !patterns_match(rule, "alone_since_not", prose_since(text, place)) &&
           !rate_is_of_pair(walk, rate);
}

static void judge_known(struct prose_walk *walk, const struct rule *rule, const struct match *at,
                        const struct figure *rate, int64_t done, int64_t whole)
{
    struct evaluation *run = walk->run;
    if (rate_is_of(run->report, rate, done, whole))
        eval_pass(run, rule);
    else
        report_alone(walk, rule, at,
                     fitting_base(run, rule, match_text(walk->now->text, at, 0), rate, done),
                     "alone", 100.0L * (long double)done / (long double)whole);
}

static void judge_alone(struct prose_walk *walk, const struct rule *rule)
{
    struct evaluation *run = walk->run;
    struct match at;
    if (!patterns_find(patterns_get(rule, "alone"), walk->now->text, &at) ||
        !is_meant(walk, rule, &at, percent_figure(walk, &at, 1)))
        return;
    const struct figure *rate = percent_figure(walk, &at, 1);
    struct told done = told_of(run, rule_get(rule, "cells"));
    struct told whole = told_of(run, rule_get(rule, "whole_cells"));
    if (!rate || rate->approximate)
        return;
    if (!is_whole(&done) || !is_whole(&whole))
        judge_in_doubt(walk, rule, &at, rate, &done, &whole);
    else if (whole.known > 0)
        judge_known(walk, rule, &at, rate, done.known, whole.known);
}

/* ---- with those in time only ---- */

/* The count may be of another of the sentence's numbers. */
static bool is_of_some(const struct prose_walk *walk, const struct figure *rate,
                       const struct figure *part)
{
    const struct report *report = walk->run->report;
    const struct figure *first = report->figures + walk->now->first_figure;
    for (const struct figure *figure = first; figure < first + walk->now->nfigures; figure++)
        if (figure != part && figure->value > 0 && strcmp(figure->unit, part->unit) == 0 &&
            rate_is_of(report, rate, part->value, figure->value))
            return true;
    return false;
}

static bool is_of_applications(const struct prose_walk *walk, const struct rule *rule,
                               struct heading_above *above)
{
    struct slice text = walk->now->text;
    return !patterns_match(rule, "part_not", text) &&
           (patterns_match(rule, "context", text) ||
            document_heading_above_holds(walk->run->report, above, walk->now->index,
                                         patterns_get(rule, "context")));
}

/* Those in time, of the applications, that a sentence counts; NULL. */
static const struct figure *part_in(const struct prose_walk *walk, const struct rule *rule,
                                    struct heading_above *above)
{
    struct match at;
    return patterns_find(patterns_get(rule, "part"), walk->now->text, &at) &&
                   is_of_applications(walk, rule, above)
               ? percent_figure(walk, &at, 1)
               : NULL;
}

/* The same in the sentence before or behind, which has no rate of its own. */
static const struct figure *part_beside(const struct prose_walk *walk, const struct rule *rule,
                                        struct heading_above *above)
{
    const struct evaluation *run = walk->run;
    const struct figure *part = NULL;
    if (patterns_match(rule, "part_not", walk->now->text))
        return NULL;
    for (size_t i = walk->now->index ? walk->now->index - 1 : 1;
         !part && i <= walk->now->index + 1 && i < run->report->nsentences; i += 2) {
        struct prose_walk other = {.run = walk->run, .now = &run->prose[i]};
        if (other.now->sentence->section == walk->now->sentence->section &&
            !other.now->sentence->is_heading && other.now->nfigures > 0 &&
            !patterns_match(rule, "rate", other.now->text))
            part = part_in(&other, rule, above);
    }
    return part;
}

/* Less than all, and of no number of table three that it may be of. */
static bool is_wrong(struct evaluation *run, const struct rule *rule, const struct figure *rate,
                     int64_t done)
{
    int64_t handled = sum_of(run, rule_get(rule, "whole_cells"));
    bool fits = handled > 0 && rate_is_of(run->report, rate, done, handled);
    const cJSON *base;
    json_each (base, rule_get(rule, "bases"))
        fits |= rate_is_of(run->report, rate, done, sum_of(run, json_get(base, "cells")));
    return rate->value < 100 * CELL_SCALE && handled > 0 && !fits;
}

/* 按时办结150件，按时办结率100%: of all that table three has. False: there is no such count. */
static bool judge_part(struct prose_walk *walk, const struct rule *rule,
                       struct heading_above *above)
{
    struct match at;
    if (!patterns_find(patterns_get(rule, "rate"), walk->now->text, &at) ||
        !patterns_match(rule, "in_time", match_text(walk->now->text, &at, 0)))
        return false;
    const struct figure *own = part_in(walk, rule, above);
    const struct figure *part = own ? own : part_beside(walk, rule, above);
    const struct figure *rate = percent_figure(walk, &at, 1);
    int64_t all = sum_of(walk->run, rule_get(rule, "cells"));
    if (!part || !rate || all <= 0 || part->approximate || rate->approximate)
        return false;
    int64_t done = part->value / CELL_SCALE;
    bool wrong = is_wrong(walk->run, rule, rate, done);
    if (rate_is_of(walk->run->report, rate, done, all) || is_of_some(walk, rate, part))
        eval_pass(walk->run, rule);
    else if (own || wrong)
        report_alone(walk, rule, &at, NULL, wrong ? "counted" : "part",
                     100.0L * (long double)done / (long double)all);
    return own || wrong;
}

void rate_evaluate(struct evaluation *run, const struct rule *rule)
{
    struct heading_above above = {0};
    struct prose_walk walk = {.run = run, .only = prose_where(run, patterns_get(rule, "rate"))};
    prose_where_too(run, patterns_get(rule, "alone"), &walk.only);
    bool is_empty = prose_set_is_empty(run, walk.only);
    const struct spread_words words =
        is_empty ? (struct spread_words){0} : spread_words_of(rule->compiled);
    while (!is_empty && prose_next(&walk)) {
        walk.now = spread_of(run, &words, walk.now);
        if (!walk.now->sentence->is_heading && !judge_beside(&walk, rule) &&
            !judge_part(&walk, rule, &above))
            judge_alone(&walk, rule);
    }
    rate_items_evaluate(run, rule);
}
