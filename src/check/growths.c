/* GROWTH: growths stated in the prose against what last year's report has in the same cells. The
 * record's "items" say which cells a count is of; two counts with their growths behind them
 * (分别增长50%、25%) are one item with "cells" and "second"; an item with "before" is of counts
 * that only the prose has: that list finds them in last year's prose, by their names. */
#include <stdlib.h>

#include "document.h"
#include "gouji/base/json.h"
#include "growth_before.h"
#include "percent.h"
#include "prior.h"
#include "prose_kinds.h"
#include "text_table.h"
#include "wording.h"

static const int64_t MOST = INT64_MAX / CELL_SCALE;

/* Groups of the patterns: a count and its rate, or two and two; a name, its count and its rate. */
struct shape {
    size_t counts[2], way, rates[2];
    const char *cells[2];
    size_t n;
};

static const struct shape SINGLE = {{1}, 2, {3}, {"cells"}, 1};
static const struct shape NAMED = {{2}, 3, {4}, {"cells"}, 1};
static const struct shape PAIR = {{1, 2}, 3, {4, 5}, {"cells", "second"}, 2};

struct growing {
    struct prose_walk *walk;
    const struct rule *rule;
    const cJSON *item; /* the record, where that itself names a cell */
    const struct match *match;
    const struct shape *shape;
    size_t nth; /* of the matches in the sentence */
};

static const char *instance_of(const struct growing *growing, size_t which)
{
    struct evaluation *run = growing->walk->run;
    const char *sentence = prose_instance(run, growing->walk->now->index + 1);
    const char *item = json_string(growing->item, "find");
    struct str name = STR_INIT;
    if (!item)
        return sentence;
    size_t nth = which > 0 ? which + 1 : growing->shape == &NAMED ? growing->nth : 1;
    str_format(&name, "%s.%s", sentence, item);
    if (nth > 1)
        str_format(&name, ".%zu", nth);
    return wording_keep(run, &name);
}

static int64_t scaled(const struct cell *cell)
{
    bool is_decimal = cell->block->cols[cell->col].is_decimal;
    return is_decimal ? cell->value : cell->value * CELL_SCALE;
}

/* What the cells of a report have together, scaled; 0 where that is not said, or nothing. */
static int64_t told_in(const struct report *report, const cJSON *cells)
{
    int64_t sum = 0;
    const cJSON *id = cJSON_IsString(cells) ? cells : json_first(cells);
    for (; id; id = cJSON_IsString(cells) ? NULL : id->next) {
        const struct cell *cell = report_cell(report, json_text(id));
        if (!cell || cell->state != CELL_NUMBER || cell->value < 0 || cell->value > MOST ||
            __builtin_add_overflow(sum, scaled(cell), &sum))
            return 0;
    }
    return sum;
}

/* A count that this year's cells do not have is of something else, or another check's matter. */
static bool is_of_cells(struct evaluation *run, const cJSON *cells, const struct figure *count)
{
    struct told told = {0};
    if (cJSON_IsString(cells))
        told_add(run, &told, json_text(cells));
    else
        told_add_list(run, &told, cells);
    return told.nlost > 0 || told.known == count->value / CELL_SCALE;
}

/* Of an amount, in one unit in both years. */
static bool is_amount(struct evaluation *run, const cJSON *cells, const struct figure *count)
{
    const char *id = json_text(json_first(cells));
    const struct cell *own = report_cell(run->report, id), *then = report_cell(run->prior, id);
    return own && then && own->state == CELL_NUMBER && scaled(own) == count->value &&
           slice_equal(own->unit, then->unit);
}

static int64_t find_before(const struct growing *growing, size_t which, const struct figure *count)
{
    struct evaluation *run = growing->walk->run;
    const struct shape *shape = growing->shape;
    const char *list = json_string(growing->item, "before");
    if (list)
        return growth_before(run, growing->rule, patterns_get(growing->rule, list),
                             match_text(growing->walk->now->text, growing->match, 1), count);
    const char *key = json_string(growing->item, "cell") ? "cell" : shape->cells[which];
    const cJSON *cells = json_get(growing->item, key);
    bool is_of_them = json_bool(growing->item, "amount", false) ? is_amount(run, cells, count)
                                                                : is_of_cells(run, cells, count);
    return is_of_them ? told_in(run->prior, cells) : 0;
}

static bool says_fall(const struct growing *growing, size_t which)
{
    const struct match *match = growing->match;
    struct slice text = growing->walk->now->text;
    struct slice way = match_text(text, match, (int)growing->shape->way);
    if (which > 0) { /* 分别增长50%、下降25% */
        size_t from = match->end[growing->shape->rates[0]];
        struct slice between =
            slice_make(text.ptr + from, match->start[growing->shape->rates[1]] - from);
        if (patterns_match(growing->rule, "rises", between))
            return false;
        if (patterns_match(growing->rule, "falls", between))
            return true;
    }
    return patterns_match(growing->rule, "falls", way);
}

/* 增长-9.52%: a rise below 0, which is a fall; 下降-9.52% is written of a fall too. */
static bool is_below_zero(const struct growing *growing, size_t which)
{
    static const char *const signs[] = {"-", "−", "–", "负"};
    size_t end = growing->match->start[growing->shape->rates[which]];
    bool is_below = false;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        is_below |= slice_ends_with(slice_make(growing->walk->now->text.ptr, end), signs[i]);
    return is_below;
}

/* Which of the messages says what is due: a rise where a fall is told is no fall below 0. */
static const char *message_of(const struct growing *growing, bool falls, long double growth)
{
    bool is_named = growing->shape == &NAMED;
    if (growth >= 0)
        return is_named ? "named" : NULL;
    if (falls)
        return is_named ? "named_rise" : "rise";
    return is_named ? "named_fall" : "fall";
}

static void judge_count(const struct growing *growing, size_t which)
{
    struct prose_walk *walk = growing->walk;
    const struct match *match = growing->match;
    const struct shape *shape = growing->shape;
    const struct figure *count = percent_figure(walk, match, shape->counts[which]);
    const struct figure *rate = percent_figure(walk, match, shape->rates[which]);
    if (!count || !rate || count->approximate || rate->approximate)
        return;
    int64_t before = find_before(growing, which, count);
    if (before <= 0)
        return;
    long double old = (long double)before;
    long double growth = 100.0L * ((long double)count->value - old) / old;
    bool falls = says_fall(growing, which);
    growth = falls ? -growth : growth;
    bool is_turned = !falls && is_below_zero(growing, which);
    if (percent_can_be(walk->run->report, rate, is_turned ? -growth : growth, PERCENT_SLACK))
        eval_pass(walk->run, growing->rule);
    else
        percent_report(walk, growing->rule, instance_of(growing, which),
                       message_of(growing, falls, growth),
                       prose_span(walk, match->start[shape == &NAMED], match->end[0]), rate,
                       growth < 0 ? -growth : growth);
}

/* The year that the growth is from, where it is named; else 0. */
static int base_year(const struct growing *growing)
{
    const struct match *match = growing->match;
    struct slice text = growing->walk->now->text;
    size_t from = match->end[growing->shape->counts[growing->shape->n - 1]];
    struct slice between = slice_make(text.ptr + from, match->start[growing->shape->way] - from);
    struct match year;
    return patterns_find(patterns_get(growing->rule, "base_year"), between, &year)
               ? atoi(between.ptr + year.start[1])
               : 0;
}

/* Another report than last year's would be needed, and is not there. */
static void tell_other_year(const struct growing *growing, int year)
{
    struct prose_walk *walk = growing->walk;
    struct evaluation *run = walk->run;
    struct span span = prose_span(walk, growing->match->start[0], growing->match->end[0]);
    const char *text = prose_text(run, span), *named = wording_number(run, year, false);
    struct message_value values[] = {{"text", text, text}, {"year", named, named}};
    struct span_list spans = {0};
    span_list_add(run, &spans, span);
    prose_report(run, growing->rule, instance_of(growing, 0), OUTCOME_UNDECIDED, "other_year",
                 values, 2, &spans, walk->now->sentence);
}

static bool is_of_this_year(const struct growing *growing)
{
    struct year_words years = document_year_words(growing->rule->compiled);
    struct slice text = growing->walk->now->text;
    size_t at = growing->match->start[growing->shape->counts[0]];
    return !document_is_of_other_year(growing->walk->run->report->who.year, &years, text,
                                      prose_clause(text, at), at);
}

static void judge_match(const struct growing *growing)
{
    int own = growing->walk->run->report->who.year, base = base_year(growing);
    if (!is_of_this_year(growing))
        return;
    if (own > 0 && base > 0 && base != own - 1) {
        tell_other_year(growing, base);
        return;
    }
    for (size_t i = 0; i < growing->shape->n; i++)
        judge_count(growing, i);
}

static void judge_sentence(const struct growing *found, struct pattern_list list)
{
    struct growing growing = *found;
    growing.nth = 0;
    for (size_t i = 0; i < list.n; i++) {
        struct match match;
        growing.match = &match;
        for (size_t from = 0; pattern_find(&list.items[i], growing.walk->now->text, from, &match);
             from = match.end[0]) {
            growing.nth++;
            judge_match(&growing);
        }
    }
}

static void evaluate_item(struct evaluation *run, const struct rule *rule, const cJSON *item)
{
    const char *find = json_string(item, "find");
    struct pattern_list list = patterns_get(rule, find ? find : "find");
    struct prose_walk walk = {.run = run, .only = prose_where(run, list)};
    struct growing growing = {
        .walk = &walk,
        .rule = rule,
        .item = item,
        .shape = json_get(item, "before")   ? &NAMED
                 : json_get(item, "second") ? &PAIR
                                            : &SINGLE,
    };
    while (prose_next(&walk))
        if (!walk.now->sentence->is_heading)
            judge_sentence(&growing, list);
}

/* Nothing said is counted as not applicable. */
void growth_evaluate(struct evaluation *run, const struct rule *rule)
{
    const cJSON *item;
    if (!prior_fits(run))
        return;
    if (rule_string(rule, "cell"))
        evaluate_item(run, rule, rule->record);
    json_each (item, rule_get(rule, "items"))
        evaluate_item(run, rule, item);
}
