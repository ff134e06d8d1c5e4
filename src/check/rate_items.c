#include "rate_items.h"

#include "bodies.h"
#include "document.h"
#include "gouji/base/json.h"
#include "percent.h"
#include "spread.h"
#include "text_table.h"
#include "wording.h"

/* One place at which an item's share is stated. */
struct share {
    const struct rule *rule;
    const cJSON *item;
    struct match at;
    const struct figure *rate;
};

bool rate_is_of(const struct report *report, const struct figure *rate, int64_t part, int64_t whole)
{
    if (rate->value == 100 * CELL_SCALE)
        return part == whole;
    return whole > 0 &&
           percent_can_be(report, rate, 100.0L * (long double)part / (long double)whole, 1e-9L);
}

/* Of so many counts two give any rate. */
enum { MANY_FIGURES = 100 };

bool rate_is_of_pair(const struct prose_walk *walk, const struct figure *rate)
{
    const struct report *report = walk->run->report;
    const struct figure *first = report->figures + walk->now->first_figure;
    const struct figure *end = first + walk->now->nfigures;
    if (walk->now->nfigures > MANY_FIGURES)
        return true;
    for (const struct figure *part = first; part < end; part++)
        for (const struct figure *whole = first; whole < end; whole++)
            if (part != rate && whole->value > part->value &&
                strcmp(part->unit, whole->unit) == 0 && *whole->unit && whole != rate &&
                rate_is_of(report, rate, part->value, whole->value))
                return true;
    return false;
}

/* Part and whole of a base. */
struct both {
    struct told part, whole;
};

static struct both both_of(struct evaluation *run, const cJSON *base)
{
    struct both both = {0};
    told_add_list(run, &both.part, json_get(base, "cells"));
    told_add_list(run, &both.whole, json_get(base, "whole_cells"));
    return both;
}

static bool is_known(const struct both *both)
{
    return both->part.nnumbers == both->part.n && both->whole.nnumbers == both->whole.n;
}

/* In one of the readings that the words allow. */
static bool fits(struct evaluation *run, const struct share *share)
{
    const cJSON *base;
    json_each (base, json_get(share->item, "bases")) {
        struct both both = both_of(run, base);
        if (is_known(&both) && both.whole.known > 0 &&
            rate_is_of(run->report, share->rate, both.part.known, both.whole.known))
            return true;
    }
    return false;
}

/* 自然人 / 总计, as the message names them. */
static const char *names_of(struct evaluation *run, const struct both *both, enum lang lang)
{
    struct str names = STR_INIT;
    str_format(&names, "%s / %s", told_name(run, &both->part, lang),
               told_name(run, &both->whole, lang));
    return wording_keep(run, &names);
}

static void report_share(struct prose_walk *walk, const struct share *share,
                         const struct both *both, enum outcome outcome, const char *key)
{
    struct evaluation *run = walk->run;
    struct span span = prose_span(walk, share->at.start[0], share->at.end[0]);
    const char *text = prose_text(run, span), *word = NULL;
    long double found = both->whole.known > 0 ? 100.0L * (long double)both->part.known /
                                                    (long double)both->whole.known
                                              : 0;
    const char *due = wording_number(run, (int64_t)(found * 100 + 0.5L) * (CELL_SCALE / 100), true);
    struct str name = STR_INIT;
    if (outcome == OUTCOME_FAIL)
        word = scope_word_near(run, share->rule, walk->now->text);
    struct message_value values[] = {
        {"text", text, text},
        {"found", due, due},
        {"word", word, word},
        {"cells", names_of(run, both, LANG_ZH), names_of(run, both, LANG_EN)}};
    struct span_list spans = {0};
    span_list_add(run, &spans, span);
    str_format(&name, "%s.%s", prose_instance(run, walk->now->index + 1),
               json_string(share->item, "id"));
    struct finding *finding =
        prose_report(run, share->rule, wording_keep(run, &name), outcome, word ? "share_near" : key,
                     values, sizeof values / sizeof *values, &spans, walk->now->sentence);
    struct told all = both->part;
    told_add_list(run, &all, json_get(json_first(json_get(share->item, "bases")), "whole_cells"));
    if (finding)
        eval_set_seen(run, finding, all.cells, all.n);
}

static void judge_share(struct prose_walk *walk, const struct share *share)
{
    struct evaluation *run = walk->run;
    struct both first = both_of(run, json_first(json_get(share->item, "bases")));
    if (fits(run, share) || rate_is_of_pair(walk, share->rate))
        eval_pass(run, share->rule);
    else if (!is_known(&first))
        report_share(walk, share, &first, OUTCOME_UNDECIDED,
                     first.part.nlost + first.whole.nlost > 0 ? "lost" : "blank");
    else if (first.whole.known > 0)
        report_share(walk, share, &first, OUTCOME_FAIL, "share");
}

/* The sentence, its section or the heading above it speaks of the matter. */
static bool is_in_context(const struct prose_walk *walk, const struct share *share,
                          struct heading_above *above)
{
    const struct report *report = walk->run->report;
    const char *section = json_string(share->item, "section");
    const char *context = json_string(share->item, "context");
    struct pattern_list list = patterns_get(share->rule, context ? context : "context");
    return prose_is_in(report, walk->now->sentence, section) ||
           prose_match(walk, list, walk->now->text) ||
           document_heading_above_holds(report, above, walk->now->index, list);
}

static bool is_guarded(const struct prose_walk *walk, const struct share *share)
{
    struct slice text = walk->now->text;
    size_t at = share->at.start[2];
    struct body_words bodies = body_words_of(share->rule->compiled, share->rule->record);
    struct year_words years = document_year_words(share->rule->compiled);
    struct slice since = prose_since(text, at);
    const char *own = json_string(share->item, "since_not");
    return prose_match(walk, patterns_get(share->rule, "share_not"), since) ||
           (own && prose_match(walk, patterns_get(share->rule, own), since)) ||
           bodies_is_of_another(walk, &bodies, at) ||
           document_is_of_other_year(walk->run->stated_year, &years, text, prose_clause(text, at),
                                     at);
}

/* A list of several items says in its first group which of them it found. */
static bool is_named(const struct prose_walk *walk, const struct share *share)
{
    struct slice name = match_text(walk->now->text, &share->at, 1);
    const cJSON *word;
    json_each (word, json_get(share->item, "named"))
        if (slice_find(name, slice_of(word->valuestring)) == name.ptr)
            return true;
    return false;
}

static void judge_item(struct prose_walk *walk, struct share *share, struct heading_above *above)
{
    struct pattern_list list = patterns_get(share->rule, json_string(share->item, "find"));
    for (size_t i = 0; i < list.n; i++)
        for (size_t from = 0;
             prose_find_one(walk, &list.items[i], walk->now->text, from, &share->at);
             from = share->at.end[0]) {
            share->rate = percent_figure(walk, &share->at, 2);
            if (share->rate && is_named(walk, share) && !share->rate->approximate &&
                is_in_context(walk, share, above) && !is_guarded(walk, share))
                judge_share(walk, share);
        }
}

void rate_items_evaluate(struct evaluation *run, const struct rule *rule)
{
    struct heading_above above = {0};
    struct pattern_list any = patterns_get(rule, "share");
    struct prose_walk walk = {.run = run, .only = prose_where(run, any)};
    if (any.n == 0 || prose_set_is_empty(run, walk.only))
        return;
    const struct spread_words words = spread_words_of(rule->compiled);
    while (prose_next(&walk)) {
        struct share share = {.rule = rule};
        walk.now = spread_of(run, &words, walk.now);
        if (walk.now->sentence->is_heading || !prose_match(&walk, any, walk.now->text))
            continue;
        json_each (share.item, rule_get(rule, "items"))
            judge_item(&walk, &share, &above);
    }
}
