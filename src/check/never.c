#include "never.h"

#include "clause.h"
#include "gouji/base/json.h"
#include "places.h"
#include "prior.h"
#include "prose.h"
#include "wording.h"

static const char ORGAN[] = "organ ";

/* A clause of one of the lists, which stand one behind the other. */
struct member {
    size_t list;
    struct clause *clause;      /* NULL: it is about the organ */
    const cJSON *kinds, *names; /* of organs that are meant, NULL */
};

struct never {
    struct member *members;
    size_t n, nlists;
    const char *instance;           /* NULL: a loop names its own */
    const cJSON *of;                /* the places that a loop is over; NULL: no loop */
    bool by_row;                    /* of the loop; else by cell */
    const char *said, *unless_said; /* names of patterns, NULL */
    const cJSON *said_in;           /* sections, NULL: all */
};

static int compile_member(const struct rule *rule, const cJSON *record, struct member *member,
                          struct err *err)
{
    const char *text = cJSON_GetStringValue(record);
    if (!text)
        return err_set(err, ERR_INPUT, _("\"never\" must hold lists of comparisons"));
    if (strncmp(text, ORGAN, sizeof ORGAN - 1) != 0) {
        member->clause = clause_compile(text, rule->arena, err);
        return member->clause ? 0 : -1;
    }
    const cJSON *organ = json_get(json_get(rule->record, "organs"), text + sizeof ORGAN - 1);
    member->kinds = json_get(organ, "kinds");
    member->names = json_get(organ, "names");
    return organ ? 0
                 : err_set(err, ERR_INPUT, _("\"organs\" has no \"%s\""), text + sizeof ORGAN - 1);
}

/* What the record says beside its lists. */
static void read_record(const cJSON *record, struct never *never)
{
    const char *each = json_string(record, "each");
    never->instance = each ? NULL : json_string(record, "instance");
    never->of = each ? json_get(record, "of") : NULL;
    never->by_row = each && strcmp(each, "row") == 0;
    never->said = json_string(record, "said");
    never->unless_said = json_string(record, "unless_said");
    never->said_in = json_get(record, "said_in");
}

static int compile_lists(const struct rule *rule, const cJSON *lists, struct never *never,
                         const cJSON **at, struct err *err)
{
    const cJSON *list, *record;
    size_t count = 0;
    cJSON_ArrayForEach (list, lists)
        count += (size_t)cJSON_GetArraySize(list);
    never->members = arena_array(rule->arena, count, sizeof *never->members);
    if (!never->members)
        return err_set_nomem(err);
    cJSON_ArrayForEach (list, lists) {
        cJSON_ArrayForEach (record, list) {
            struct member *member = &never->members[never->n];
            member->list = never->nlists;
            *at = record;
            if (compile_member(rule, record, member, err) < 0)
                return -1;
            never->n++;
        }
        never->nlists++;
    }
    return 0;
}

void *never_compile(const struct rule *rule, const cJSON **at, struct err *err)
{
    const cJSON *lists = json_get(rule->record, "never");
    bool loops = json_string(rule->record, "each") && cJSON_IsArray(json_get(rule->record, "of"));
    if (!cJSON_IsArray(lists) || cJSON_GetArraySize(lists) == 0 ||
        (!loops && !json_string(rule->record, "instance"))) {
        err_set(err, ERR_INPUT, _("needs \"never\", and \"each\" with \"of\" or \"instance\""));
        return NULL;
    }
    struct never *never = arena_alloc(rule->arena, sizeof *never);
    if (!never) {
        err_set_nomem(err);
        return NULL;
    }
    read_record(rule->record, never);
    void *patterns =
        compile_lists(rule, lists, never, at, err) == 0 ? patterns_compile(rule, at, err) : NULL;
    if (patterns)
        patterns_keep(patterns, never);
    return patterns;
}

static bool is_organ(const struct evaluation *run, const struct member *member)
{
    const struct identity *who = &run->report->who;
    return prose_word_is(member->kinds, who->kind) ||
           (who->agency && prose_word_in(member->names, slice_of(who->agency)));
}

/* A rule being judged. */
struct judging {
    struct evaluation *run;
    const struct rule *rule;
    const struct never *never;
    bool is_asked;
    struct side *sides; /* two for each member of a loop, else the run's two for all */
};

/* One list of clauses: the strongest thing that keeps it from holding. The cells it
 * goes by are appended to `read`, unless that is NULL. */
static enum truth judge_list(const struct judging *judging, size_t list,
                             const struct binding *binding, struct side *read)
{
    struct evaluation *run = judging->run;
    const struct never *never = judging->never;
    enum truth whole = TRUTH_YES;
    for (size_t i = 0; i < never->n; i++) {
        const struct member *member = &never->members[i];
        if (member->list != list)
            continue;
        struct side *sides = &judging->sides[never->instance ? 0 : 2 * i];
        enum truth truth = member->clause ? clause_judge(run, member->clause, binding, sides, read)
                           : is_organ(run, member) ? TRUTH_YES
                                                   : TRUTH_NO;
        bool lacks_year =
            truth == TRUTH_DROPPED && !run->prior && clause_is_of_prior(member->clause);
        if (truth == TRUTH_NO || (truth == TRUTH_DROPPED && !lacks_year))
            return truth;
        if (whole == TRUTH_YES || (whole == TRUTH_DROPPED && truth != TRUTH_YES) ||
            truth == TRUTH_LOST)
            whole = truth;
    }
    return whole;
}

static bool is_section(const struct evaluation *run, const struct never *never,
                       const struct sentence *sentence)
{
    const char *id = prose_section(run->report, sentence);
    return !never->said_in || prose_word_is(never->said_in, id);
}

/* Whether the prose says so; no pattern of that name: yes. */
static bool is_said(const struct judging *judging, const char *name, bool without)
{
    struct evaluation *run = judging->run;
    const struct rule *rule = judging->rule;
    if (!name)
        return without;
    struct prose_walk walk = {.run = run, .only = prose_where(run, patterns_get(rule, name))};
    while (prose_next(&walk))
        if (is_section(run, judging->never, walk.now->sentence) &&
            patterns_match(rule, name, walk.now->text))
            return true;
    return false;
}

static const char *list_values(struct evaluation *run, const struct side *read, enum lang lang)
{
    enum { MOST = 8 };
    struct str list = STR_INIT;
    if (!eval_says_in(run, lang))
        return "";
    for (size_t i = 0; i < read->noperands && i < MOST; i++) {
        const struct operand *operand = &read->operands[i];
        const struct seen *seen = operand->seen;
        str_add(&list, i ? wording_separator(lang) : "");
        wording_add_operand(run, operand, lang, &list);
        str_byte(&list, ' ');
        if (seen->state == CELL_NUMBER)
            wording_add_number(seen->value, seen->is_decimal, &list);
        else
            str_add(&list, lang == LANG_ZH ? "不详" : "unknown");
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
        seen[n++] = *operand->seen;
        span_list_add(run, &spans, operand->seen->span);
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

static void judge_instance(const struct judging *judging, const char *instance,
                           const struct binding *binding)
{
    struct evaluation *run = judging->run;
    const struct rule *rule = judging->rule;
    const struct never *never = judging->never;
    enum truth whole = TRUTH_DROPPED;
    size_t decisive = 0, nlists = judging->is_asked ? never->nlists : 0;
    for (size_t list = 0; list < nlists; list++) {
        enum truth truth = judge_list(judging, list, binding, NULL);
        /* One list that holds decides; else one that is open; a list that does
         * not hold says more than one that was dropped. */
        bool decides = whole == TRUTH_DROPPED || truth == TRUTH_YES ||
                       (whole == TRUTH_NO && truth != TRUTH_DROPPED);
        if (whole != TRUTH_YES && truth != TRUTH_DROPPED && decides) {
            whole = truth;
            decisive = list;
        }
    }
    if (whole == TRUTH_DROPPED || whole == TRUTH_NO || !is_said(judging, never->said, true) ||
        is_said(judging, never->unless_said, false)) {
        (whole == TRUTH_DROPPED ? eval_not_applicable : eval_pass)(run, rule);
        return;
    }
    struct side read = {0};
    judge_list(judging, decisive, binding, &read);
    if (whole == TRUTH_YES)
        report(run, rule, instance, OUTCOME_FAIL, NULL, &read);
    else
        report(run, rule, instance, OUTCOME_UNDECIDED, whole == TRUTH_BLANK ? "blank" : "lost",
               &read);
}

static void each_row(const struct judging *judging, const char *place)
{
    const struct evaluation *run = judging->run;
    struct binding at = places_loop(run->report, place);
    for (size_t row = 0; at.block && row < at.block->nrows && !run->failed; row++) {
        if (!places_row_used(run->report, at.table, at.block, row))
            continue;
        at.row = (int)row;
        judge_instance(judging, at.block->rows[row].id, &at);
    }
}

static struct binding bind_cell(const struct report *report, const char *id)
{
    struct cell absent;
    const struct cell *cell = report_cell(report, id);
    if (!cell && places_in_form(report, id, &absent))
        cell = &absent;
    return cell ? (struct binding){places_table_of(id), cell->block, cell->row, cell->col}
                : (struct binding){0};
}

/* "T3.new.tot": {row} is T3.new, {c} tot. The edition may have it in one of two years. */
static void each_cell(const struct judging *judging, const char *place)
{
    const struct evaluation *run = judging->run;
    struct binding at = {0};
    if (judging->is_asked)
        at = bind_cell(run->report, place);
    if (!at.block && run->prior)
        at = bind_cell(run->prior, place);
    judge_instance(judging, place, &at);
}

void never_evaluate(struct evaluation *run, const struct rule *rule)
{
    const struct never *never = patterns_kept(rule);
    const struct judging judging = {
        .run = run,
        .rule = rule,
        .never = never,
        .is_asked = !rule->needs_prior || prior_fits(run),
        .sides = never->instance ? expr_sides(run)
                                 : arena_array(run->arena, 2 * never->n, sizeof *judging.sides),
    };
    const cJSON *place;
    run->failed |= judging.sides == NULL;
    if (never->instance && !run->failed)
        judge_instance(&judging, never->instance, &(struct binding){0});
    cJSON_ArrayForEach (place, never->of)
        if (cJSON_IsString(place) && !run->failed)
            (never->by_row ? each_row : each_cell)(&judging, place->valuestring);
}
