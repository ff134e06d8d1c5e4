/* TXT=TBL: a number that the prose states for a cell, or for a sum of cells. */
#include "text_table.h"

#include <stdlib.h>

#include "gouji/base/json.h"
#include "wording.h"

enum { TOLERANCE_PERCENT = 10 };

/* One number stated for what the rule is about. */
struct mention {
    size_t sentence;
    size_t figure; /* PATTERN_NONE: said in words (无结转) */
    int64_t value;
    bool approximate;
    bool is_weak;     /* speaks of the matter, but of a share of it */
    struct span span; /* from the verb to the number */
};

struct mentions {
    struct mention *items;
    size_t n, capacity;
};

struct finder {
    struct evaluation *run;
    const struct rule *rule;
    struct prose_walk *walk;
    struct mentions *found;
    int year;
    const cJSON *item;    /* of the record's "items", each with its own patterns and cells */
    struct slice heading; /* last heading, marked and copied */
};

/* Which matches of a list count, and as what. */
enum reading_mode { MODE_PLAIN, MODE_TOTAL, MODE_WEAK, MODE_ONLY_ZERO, MODE_WORDS };

static bool is_known(const struct mentions *found, size_t figure)
{
    for (size_t i = 0; i < found->n; i++)
        if (figure != PATTERN_NONE && found->items[i].figure == figure)
            return true;
    return false;
}

/* A year in the match's second group must be the one the rule asks for. */
static bool fits_year(const struct finder *finder, const struct match *match)
{
    if (match->start[2] == PATTERN_NONE || finder->year == 0)
        return true;
    int offset = (int)json_integer(finder->rule->record, "year_offset", 0);
    return atoi(finder->walk->now.text.ptr + match->start[2]) == finder->year + offset;
}

/* The clause may say that the number is another year's. */
static bool is_of_other_year(const struct finder *finder, struct slice clause, size_t upto)
{
    int last = finder->year;
    struct match match;
    struct pattern_list years = patterns_get(finder->rule, "year");
    for (size_t from = 0;
         years.n > 0 && pattern_find(years.items[0], clause, from, &match) && match.start[0] < upto;
         from = match.end[0])
        last = atoi(clause.ptr + match.start[1]);
    return finder->year != 0 && last != finder->year;
}

static bool is_guarded(const struct finder *finder, const struct match *match)
{
    struct slice text = finder->walk->now.text;
    struct slice whole = slice_make(text.ptr + match->start[0], match->end[0] - match->start[0]);
    struct slice clause = prose_clause(text, match->start[1]);
    size_t upto = (size_t)(text.ptr + match->start[1] - clause.ptr);
    return patterns_match(finder->rule, "match_not", whole) ||
           patterns_match(finder->rule, "clause_not", clause) ||
           patterns_match(finder->rule, "before_not", slice_make(clause.ptr, upto)) ||
           is_of_other_year(finder, clause, upto);
}

static void add_mention(struct finder *finder, const struct match *match, enum reading_mode mode)
{
    struct evaluation *run = finder->run;
    size_t figure =
        mode == MODE_WORDS ? PATTERN_NONE : prose_figure_at(finder->walk, match->start[1]);
    const struct figure *stated = figure == PATTERN_NONE ? NULL : &run->report->figures[figure];
    if ((mode != MODE_WORDS && !stated) || is_known(finder->found, figure) ||
        (stated && stated->value % CELL_SCALE != 0) ||
        (stated && run->claimed[figure] && json_bool(finder->rule->record, "exclusive", false)) ||
        (mode == MODE_ONLY_ZERO && stated->value != 0))
        return;
    struct mention *room = arena_push(run->arena, &finder->found->items, &finder->found->capacity,
                                      finder->found->n, sizeof *room);
    if (!room) {
        run->failed = true;
        return;
    }
    finder->found->n++;
    *room = (struct mention){
        .sentence = finder->walk->now.index,
        .figure = figure,
        .value = stated ? stated->value / CELL_SCALE : 0,
        .approximate = stated && stated->approximate,
        .is_weak = mode == MODE_WEAK,
        .span = prose_span(finder->walk, match->start[0], match->end[0]),
    };
}

/* Patterns may name a year before the number or behind it: the number becomes
 * group 1, the year group 2. Words without number stand at their beginning. */
static void sort_groups(const struct finder *finder, struct match *match)
{
    size_t first = match->start[1], second = match->start[2];
    if (second != PATTERN_NONE && prose_figure_at(finder->walk, second) != PATTERN_NONE) {
        match->start[1] = second;
        match->start[2] = first;
    } else if (first == PATTERN_NONE) {
        match->start[1] = match->start[0];
    }
}

static void find_list(struct finder *finder, const char *key, enum reading_mode mode)
{
    const char *name = finder->item ? json_string(finder->item, key) : key;
    struct pattern_list list = patterns_get(finder->rule, name ? name : "");
    struct slice text = finder->walk->now.text;
    bool guarded = mode != MODE_TOTAL && mode != MODE_ONLY_ZERO;
    for (size_t i = 0; i < list.n; i++) {
        struct match match;
        for (size_t from = 0;
             pattern_find(list.items[i], text, from, &match) && match.end[0] > match.start[0];
             from = match.end[0]) {
            sort_groups(finder, &match);
            if (fits_year(finder, &match) && (!guarded || !is_guarded(finder, &match)))
                add_mention(finder, &match, mode);
        }
    }
}

/* The sentence, the heading above it or its section must speak of the matter. */
static bool is_in_context(const struct finder *finder)
{
    const struct sentence *sentence = finder->walk->now.sentence;
    const struct report *report = finder->run->report;
    const char *own = json_string(finder->rule->record, "context_section");
    const char *id = sentence->section < 0 ? NULL : report->sections[sentence->section].id;
    if (own && id && strcmp(own, id) == 0)
        return true;
    return patterns_get(finder->rule, "context").n == 0 ||
           patterns_match(finder->rule, "context", finder->walk->now.text) ||
           patterns_match(finder->rule, "context", finder->heading);
}

static void find_mentions(struct finder *finder)
{
    struct prose_walk walk = {.run = finder->run};
    finder->walk = &walk;
    while (prose_next(&walk)) {
        if (walk.now.sentence->is_heading)
            finder->heading =
                slice_make(walk.now.sentence->fold.text, walk.now.sentence->fold.nbytes);
        if (walk.now.sentence->is_heading || !is_in_context(finder))
            continue;
        find_list(finder, "find", MODE_PLAIN);
        find_list(finder, "total", MODE_TOTAL);
        find_list(finder, "only_zero", MODE_ONLY_ZERO);
        find_list(finder, "zero", MODE_WORDS);
        find_list(finder, "weak", MODE_WEAK);
    }
}

/* Exact numbers say more than rounded ones. Weak ones only count as read. */
static void drop_lesser(struct evaluation *run, struct mentions *found)
{
    bool has_exact = false;
    for (size_t i = 0; i < found->n; i++) {
        has_exact |= !found->items[i].approximate && !found->items[i].is_weak;
        if (found->items[i].figure != PATTERN_NONE)
            eval_claim(run, run->report->figures[found->items[i].figure].span);
    }
    size_t n = 0;
    for (size_t i = 0; i < found->n; i++)
        if (!found->items[i].is_weak && !(has_exact && found->items[i].approximate))
            found->items[n++] = found->items[i];
    found->n = n;
}

static bool is_of_several_values(const struct mentions *found)
{
    for (size_t i = 1; i < found->n; i++)
        if (found->items[i].value != found->items[0].value)
            return true;
    return false;
}

static void report_several(struct evaluation *run, const struct rule *rule,
                           const struct mentions *found)
{
    struct span_list spans = {0};
    struct str list = STR_INIT;
    struct seen *seen = arena_array(run->arena, found->n, sizeof *seen);
    size_t n = 0;
    for (size_t i = 0; i < found->n && seen; i++) {
        const struct mention *mention = &found->items[i];
        str_add(&list, i ? "、" : "");
        str_add(&list, wording_number(run, mention->value, false));
        span_list_add(run, &spans, mention->span);
        if (mention->figure != PATTERN_NONE)
            seen[n++] = prose_seen(run, mention->figure);
    }
    run->failed |= seen == NULL;
    const char *numbers = wording_keep(run, &list);
    struct message_value values[] = {{"numbers", numbers, wording_list_in_english(run, numbers)}};
    struct finding *finding =
        prose_report(run, rule, "", OUTCOME_UNDECIDED, "several", values, 1, &spans, NULL);
    if (finding && seen)
        eval_set_seen(run, finding, seen, n);
}

/* Known other scopes */

struct scope_fit {
    const cJSON *scope; /* the one that fits, NULL */
    size_t n;           /* how many fit */
    bool is_stated;     /* the sentence itself says so */
};

static bool scope_sum(struct evaluation *run, const cJSON *scope, int64_t *sum)
{
    struct told plus = {0}, minus = {0};
    told_add_list(run, &plus, json_get(scope, "plus"));
    told_add_list(run, &minus, json_get(scope, "minus"));
    return plus.nlost + plus.nblanks + minus.nlost + minus.nblanks == 0 &&
           !__builtin_sub_overflow(plus.known, minus.known, sum);
}

static struct scope_fit fit_scopes(struct evaluation *run, const struct rule *rule,
                                   const struct mention *mention)
{
    struct scope_fit fit = {0};
    const struct fold *fold = &run->report->sentences[mention->sentence].fold;
    struct slice text = slice_make(fold->text, fold->nbytes);
    const cJSON *scope;
    cJSON_ArrayForEach (scope, json_get(rule->record, "scopes")) {
        int64_t sum;
        if (mention->approximate || !scope_sum(run, scope, &sum) || sum != mention->value)
            continue;
        fit.scope = scope;
        fit.n++;
        fit.is_stated |= prose_word_in(json_get(scope, "stated"), text) != NULL;
    }
    return fit;
}

static bool is_close(const struct mention *mention, int64_t known)
{
    int64_t off = mention->value > known ? mention->value - known : known - mention->value;
    return mention->approximate && off <= known / (100 / TOLERANCE_PERCENT);
}

static void report_mention(struct evaluation *run, const struct rule *rule,
                           const struct mention *mention, const struct told *told,
                           enum outcome outcome, const char *key, const struct scope_fit *fit)
{
    const struct sentence *sentence = &run->report->sentences[mention->sentence];
    const char *text = prose_text(run, mention->span);
    const char *stated = wording_number(run, mention->value, false);
    const char *known = wording_number(run, told->known, false);
    int64_t off =
        mention->value > told->known ? mention->value - told->known : told->known - mention->value;
    const char *diff = wording_number(run, off, false);
    const cJSON *name = fit && fit->n == 1 ? json_get(fit->scope, "name") : NULL;
    struct message_value values[] = {
        {"text", text, text},
        {"stated", stated, stated},
        {"table", known, known},
        {"diff", diff, diff},
        {"cells", told_name(run, told, LANG_ZH), told_name(run, told, LANG_EN)},
        {"scope", name ? rule_text(name, LANG_ZH) : "", name ? rule_text(name, LANG_EN) : ""},
    };
    struct span_list spans = {0};
    span_list_add(run, &spans, mention->span);
    struct finding *finding =
        prose_report(run, rule, prose_instance(run, mention->sentence + 1), outcome, key, values,
                     sizeof values / sizeof *values, &spans, sentence);
    if (finding)
        told_set(run, finding, mention->figure, mention->value, told);
}

/* Exact mentions of the organ's own numbers help to tell which value is wrong. */
static void note_witness(struct evaluation *run, const struct rule *rule,
                         const struct mention *mention, const struct told *told, bool differs)
{
    if (mention->approximate || mention->figure == PATTERN_NONE)
        return;
    struct witness *witness = arena_push(run->arena, &run->witnesses, &run->witness_capacity,
                                         run->nwitnesses, sizeof *run->witnesses);
    struct seen *cells = arena_array(run->arena, told->n, sizeof *cells);
    if (!witness || !cells) {
        run->failed = true;
        return;
    }
    memcpy(cells, told->cells, told->n * sizeof *cells);
    *witness = (struct witness){rule,
                                prose_instance(run, mention->sentence + 1),
                                prose_seen(run, mention->figure),
                                mention->value,
                                differs,
                                cells,
                                told->n};
    run->nwitnesses++;
}

static void judge_mention(struct evaluation *run, const struct rule *rule,
                          const struct mention *mention, const struct told *told)
{
    const char *key;
    const struct fold *fold = &run->report->sentences[mention->sentence].fold;
    enum outcome outcome = told_compare(told, mention->value, &key);
    if (outcome == OUTCOME_UNDECIDED) {
        report_mention(run, rule, mention, told, outcome, key, NULL);
        return;
    }
    struct scope_fit fit = fit_scopes(run, rule, mention);
    if (outcome == OUTCOME_PASS)
        note_witness(run, rule, mention, told, false);
    if (outcome == OUTCOME_PASS || (fit.n == 1 && fit.is_stated) ||
        is_close(mention, told->known)) {
        eval_pass(run, rule);
        return;
    }
    bool near = mention->approximate || fit.n > 1 ||
                scope_is_near(run, rule, slice_make(fold->text, fold->nbytes));
    if (!near && fit.n == 0)
        note_witness(run, rule, mention, told, true);
    report_mention(run, rule, mention, told, outcome,
                   fit.n == 1 ? "scope"
                   : near     ? "near"
                              : NULL,
                   &fit);
}

static void evaluate_item(struct evaluation *run, const struct rule *rule, const cJSON *item)
{
    struct mentions found = {0};
    struct finder finder = {.run = run,
                            .rule = rule,
                            .found = &found,
                            .year = document_stated_year(run->report),
                            .item = item};
    find_mentions(&finder);
    drop_lesser(run, &found);
    if (is_of_several_values(&found) && !item) {
        report_several(run, rule, &found);
        return;
    }
    struct told told = {0};
    told_add_list(run, &told, json_get(item ? item : rule->record, "cells"));
    for (size_t i = 0; i < found.n && !run->failed; i++)
        if (i == 0 || found.items[i].sentence != found.items[i - 1].sentence)
            judge_mention(run, rule, &found.items[i], &told);
    if (found.n == 0)
        eval_not_applicable(run, rule);
}

/* A record is about one number, or lists several in "items". */
void text_table_evaluate(struct evaluation *run, const struct rule *rule)
{
    const cJSON *items = json_get(rule->record, "items"), *item;
    if (!items)
        evaluate_item(run, rule, NULL);
    cJSON_ArrayForEach (item, items)
        evaluate_item(run, rule, item);
}
