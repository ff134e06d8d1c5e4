#include "never.h"

#include "clause.h"
#include "gouji/base/json.h"
#include "places.h"
#include "prose.h"
#include "prior.h"
#include "wording.h"

static const char ORGAN[] = "organ ";

static int check_clause(const struct rule *rule, const cJSON *clause, struct err *err)
{
    const char *text = cJSON_GetStringValue(clause);
    if (!text)
        return err_set(err, ERR_INPUT, _("\"never\" must hold lists of comparisons"));
    if (strncmp(text, ORGAN, sizeof ORGAN - 1) != 0)
        return clause_check(text, err);
    if (!json_get(json_get(rule->record, "organs"), text + sizeof ORGAN - 1))
        return err_set(err, ERR_INPUT, _("\"organs\" has no \"%s\""), text + sizeof ORGAN - 1);
    return 0;
}

void *never_compile(const struct rule *rule, struct err *err)
{
    const cJSON *never = json_get(rule->record, "never"), *group, *clause;
    if (!cJSON_IsArray(never) || cJSON_GetArraySize(never) == 0 ||
        (!json_string(rule->record, "each") && !json_string(rule->record, "instance"))) {
        err_set(err, ERR_INPUT, _("needs \"never\", and \"each\" with \"of\" or \"instance\""));
        return NULL;
    }
    cJSON_ArrayForEach (group, never) {
        cJSON_ArrayForEach (clause, group) {
            if (check_clause(rule, clause, err) < 0)
                return NULL;
        }
    }
    return patterns_compile(rule, err);
}

static bool is_organ(const struct evaluation *run, const struct rule *rule, const char *name)
{
    const cJSON *organ = json_get(json_get(rule->record, "organs"), name);
    const struct identity *who = &run->report->who;
    return prose_word_is(json_get(organ, "kinds"), who->kind) ||
           (who->agency && prose_word_in(json_get(organ, "names"), slice_of(who->agency)));
}

/* One list of clauses: the strongest thing that keeps it from holding. */
static enum truth judge_group(struct evaluation *run, const struct rule *rule, const cJSON *group,
                              const struct binding *binding, struct side *read)
{
    enum truth whole = TRUTH_YES;
    const cJSON *clause;
    cJSON_ArrayForEach (clause, group) {
        const char *text = json_text(clause);
        bool is_about_organ = strncmp(text, ORGAN, sizeof ORGAN - 1) == 0;
        enum truth truth =
            is_about_organ ? (is_organ(run, rule, text + sizeof ORGAN - 1) ? TRUTH_YES : TRUTH_NO)
                           : clause_judge(run, text, binding, read);
        bool lacks_year = truth == TRUTH_DROPPED && !run->prior && strstr(text, "prior:");
        if (truth == TRUTH_NO || (truth == TRUTH_DROPPED && !lacks_year))
            return truth;
        if (whole == TRUTH_YES || (whole == TRUTH_DROPPED && truth != TRUTH_YES) ||
            truth == TRUTH_LOST)
            whole = truth;
    }
    return whole;
}

static bool is_section(const struct evaluation *run, const struct rule *rule,
                       const struct sentence *sentence)
{
    const cJSON *ids = json_get(rule->record, "said_in");
    const char *id = sentence->section < 0 ? NULL : run->report->sections[sentence->section].id;
    return !ids || prose_word_is(ids, id);
}

/* Whether the prose says so; no pattern of that name: yes. */
static bool is_said(struct evaluation *run, const struct rule *rule, const char *key,
                    bool without)
{
    const char *name = json_string(rule->record, key);
    if (!name)
        return without;
    struct prose_walk walk = {.run = run, .only = prose_where(run, patterns_get(rule, name))};
    while (prose_next(&walk))
        if (is_section(run, rule, walk.now.sentence) && patterns_match(rule, name, walk.now.text))
            return true;
    return false;
}

static const char *list_values(struct evaluation *run, const struct side *read, enum lang lang)
{
    enum { MOST = 8 };
    struct str list = STR_INIT;
    for (size_t i = 0; i < read->noperands && i < MOST; i++) {
        const struct operand *operand = &read->operands[i];
        const struct seen *seen = &operand->seen;
        struct cell cell = {.id = seen->cell,
                            .block = operand->block,
                            .row = operand->row,
                            .col = operand->col};
        str_add(&list, i ? wording_separator(lang) : "");
        str_add(&list, !operand->is_prior ? "" : lang == LANG_ZH ? "上年" : "last year's ");
        str_add(&list, cell_address(run->arena, &cell, lang));
        str_format(&list, " %s",
                   seen->state == CELL_NUMBER
                       ? wording_number(run, seen->value, seen->is_decimal)
                       : lang == LANG_ZH ? "不详" : "unknown");
    }
    return wording_keep(run, &list);
}

static void set_cells(struct evaluation *run, struct finding *finding, const struct side *read)
{
    struct seen *seen = arena_array(run->arena, read->noperands, sizeof *seen);
    struct span_list spans = {0};
    size_t n = 0;
    run->failed |= seen == NULL;
    for (size_t i = 0; seen && i < read->noperands; i++) {
        const struct operand *operand = &read->operands[i];
        if (operand->is_prior)
            continue;
        seen[n++] = operand->seen;
        span_list_add(run, &spans, operand->seen.span);
    }
    if (seen)
        eval_set_seen(run, finding, seen, n);
    eval_set_spans(run, finding, spans.items, spans.n);
}

static void report(struct evaluation *run, const struct rule *rule, const char *instance,
                   enum outcome outcome, const char *key, const struct side *read)
{
    struct finding *finding = eval_add(run, rule, instance, outcome, key);
    if (!finding)
        return;
    struct message_value values[] = {
        {"values", list_values(run, read, LANG_ZH), list_values(run, read, LANG_EN)}};
    eval_message(run, finding, key, values, 1);
    set_cells(run, finding, read);
}

static void judge_instance(struct evaluation *run, const struct rule *rule, const char *instance,
                           const struct binding *binding)
{
    enum truth whole = TRUTH_DROPPED;
    struct side read = {0};
    bool lacks_prior = json_bool(rule->record, "prior", false) && !prior_fits(run);
    const cJSON *groups = lacks_prior ? NULL : json_get(rule->record, "never"), *group;
    cJSON_ArrayForEach (group, groups) {
        struct side own = {0};
        enum truth truth = judge_group(run, rule, group, binding, &own);
        /* One list that holds decides; else one that is open; a list that does
         * not hold says more than one that was dropped. */
        bool decides = whole == TRUTH_DROPPED || truth == TRUTH_YES ||
                       (whole == TRUTH_NO && truth != TRUTH_DROPPED);
        if (whole != TRUTH_YES && truth != TRUTH_DROPPED && decides) {
            whole = truth;
            read = own;
        }
    }
    if (whole == TRUTH_DROPPED)
        eval_not_applicable(run, rule);
    else if (whole == TRUTH_NO || !is_said(run, rule, "said", true) ||
             is_said(run, rule, "unless_said", false))
        eval_pass(run, rule);
    else if (whole == TRUTH_YES)
        report(run, rule, instance, OUTCOME_FAIL, NULL, &read);
    else
        report(run, rule, instance, OUTCOME_UNDECIDED, whole == TRUTH_BLANK ? "blank" : "lost",
               &read);
}

static void each_row(struct evaluation *run, const struct rule *rule, const char *place)
{
    size_t dot = strcspn(place, ".");
    enum table_id table;
    const struct form_block *block =
        places_table(place, dot, &table)
            ? places_block(run->report, table, place[dot] ? place + dot + 1 : "")
            : NULL;
    for (size_t row = 0; block && row < block->nrows && !run->failed; row++) {
        struct binding binding = {.row_id = block->rows[row].id};
        if (!places_row_used(run->report, table, block, row))
            continue;
        binding.row = places_cell_id(run->arena, table, block, row, NULL);
        run->failed |= binding.row == NULL;
        if (binding.row)
            judge_instance(run, rule, binding.row_id, &binding);
    }
}

/* "T3.new.tot": {row} is T3.new, {c} tot. */
static void each_cell(struct evaluation *run, const struct rule *rule, const char *place)
{
    const char *dot = strrchr(place, '.');
    const char *row = dot ? arena_copy(run->arena, slice_make(place, (size_t)(dot - place))) : NULL;
    struct binding binding = {.row = row, .col = dot ? dot + 1 : NULL};
    if (row)
        judge_instance(run, rule, place, &binding);
}

void never_evaluate(struct evaluation *run, const struct rule *rule)
{
    const char *each = json_string(rule->record, "each");
    if (!each) {
        judge_instance(run, rule, json_string(rule->record, "instance"), &(struct binding){0});
        return;
    }
    const cJSON *place;
    cJSON_ArrayForEach (place, json_get(rule->record, "of")) {
        const char *name = cJSON_GetStringValue(place);
        if (name && strcmp(each, "row") == 0)
            each_row(run, rule, name);
        else if (name)
            each_cell(run, rule, name);
    }
}
