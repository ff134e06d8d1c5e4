/* TXT=TBL: a number that the prose states for a cell, or for a sum of cells. */
#include "text_table.h"

#include "gouji/base/json.h"
#include "mentions.h"
#include "wording.h"

enum { TOLERANCE_PERCENT = 10 };

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

static struct scope_fit fit_scopes(struct evaluation *run, const cJSON *record,
                                   const struct mention *mention)
{
    struct scope_fit fit = {0};
    const struct fold *fold = &run->report->sentences[mention->sentence].fold;
    struct slice text = slice_make(fold->text, fold->nbytes);
    const cJSON *scope;
    cJSON_ArrayForEach (scope, json_get(record, "scopes")) {
        int64_t sum;
        if (mention->approximate || !scope_sum(run, scope, &sum) || sum != mention->value)
            continue;
        fit.scope = scope;
        fit.n++;
        fit.is_stated |= prose_word_in(json_get(scope, "stated"), text) != NULL;
    }
    return fit;
}

bool text_table_explains(struct evaluation *run, const struct rule *rule,
                         const struct mention *mention)
{
    struct told told = {0};
    const char *key;
    told_add_list(run, &told, json_get(rule->record, "cells"));
    return told_compare(&told, mention->value, &key) == OUTCOME_PASS ||
           fit_scopes(run, rule->record, mention).n > 0;
}

static bool is_close(const struct mention *mention, int64_t known)
{
    int64_t off = mention->value > known ? mention->value - known : known - mention->value;
    return mention->approximate && off <= known / (100 / TOLERANCE_PERCENT);
}

/* The sentence; with the item of the record, of which it may state several: 13.denied */
static const char *instance_of(struct evaluation *run, const cJSON *record,
                               const struct mention *mention)
{
    const char *item = json_string(record, "find");
    const char *sentence = prose_instance(run, mention->sentence + 1);
    struct str name = STR_INIT;
    if (!item)
        return sentence;
    str_format(&name, "%s.%s", sentence, item);
    return wording_keep(run, &name);
}

static void report_mention(struct evaluation *run, const struct rule *rule, const cJSON *record,
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
        prose_report(run, rule, instance_of(run, record, mention), outcome, key, values,
                     sizeof values / sizeof *values, &spans, sentence);
    if (finding)
        told_set(run, finding, mention->figure, mention->value, told);
}

/* Exact mentions of the organ's own numbers help to tell which value is wrong. */
static void note_witness(struct evaluation *run, const struct rule *rule, const cJSON *record,
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
                                instance_of(run, record, mention),
                                prose_seen(run, mention->figure),
                                mention->value,
                                differs,
                                cells,
                                told->n};
    run->nwitnesses++;
}

/* record: the rule's, or that of its item. */
static void judge_mention(struct evaluation *run, const struct rule *rule, const cJSON *record,
                          const struct mention *mention, const struct told *told)
{
    const char *key;
    const struct fold *fold = &run->report->sentences[mention->sentence].fold;
    enum outcome outcome = told_compare(told, mention->value, &key);
    if (outcome == OUTCOME_UNDECIDED) {
        report_mention(run, rule, record, mention, told, outcome, key, NULL);
        return;
    }
    struct scope_fit fit = fit_scopes(run, record, mention);
    if (outcome == OUTCOME_PASS)
        note_witness(run, rule, record, mention, told, false);
    if (outcome == OUTCOME_PASS || (fit.n == 1 && fit.is_stated) ||
        is_close(mention, told->known)) {
        eval_pass(run, rule);
        return;
    }
    bool near = mention->approximate || fit.n > 1 ||
                scope_is_near(run, rule, slice_make(fold->text, fold->nbytes));
    if (!near && fit.n == 0)
        note_witness(run, rule, record, mention, told, true);
    report_mention(run, rule, record, mention, told, outcome,
                   fit.n == 1 ? "scope"
                   : near     ? "near"
                              : NULL,
                   &fit);
}

/* The record's cells; those it names "instead" when the report has none of them. */
static struct told tell_cells(struct evaluation *run, const cJSON *record)
{
    struct told told = {0}, other = {0};
    told_add_list(run, &told, json_get(record, "cells"));
    told_add_list(run, &other, json_get(record, "instead"));
    return told.nlost == told.n && other.nlost < other.n ? other : told;
}

static void evaluate_item(struct evaluation *run, const struct rule *rule, const cJSON *item)
{
    const cJSON *record = item ? item : rule->record;
    struct mentions found = {0};
    mentions_find(run, rule, item, run->mentioned, &found);
    if (found.n == 0) {
        eval_not_applicable(run, rule);
        return;
    }
    if (mentions_differ(&found) && !item) {
        mentions_report(run, rule, "", OUTCOME_UNDECIDED, "several", &found);
        return;
    }
    struct told told = tell_cells(run, record);
    for (size_t i = 0; i < found.n && !run->failed; i++)
        if (i == 0 || found.items[i].sentence != found.items[i - 1].sentence)
            judge_mention(run, rule, record, &found.items[i], &told);
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
