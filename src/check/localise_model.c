#include "localise_model.h"

#include <string.h>

#include "formula.h"
#include "places.h"

static bool is_balance(const struct rule *rule)
{
    return rule->on && rule->rclass == RULE_HARD && strcmp(rule->kind, "SUM") == 0;
}

static bool is_comparison(const struct rule *rule)
{
    return rule->on && rule->rclass == RULE_HARD &&
           (strcmp(rule->kind, "LE") == 0 || strcmp(rule->kind, "GE") == 0);
}

bool model_has_failed(const struct findings *findings)
{
    for (size_t i = 0; i < findings->nitems; i++)
        if (findings->items[i].outcome == OUTCOME_FAIL && is_balance(findings->items[i].rule))
            return true;
    return false;
}

/* Without a cell it is a figure of the prose. */
static size_t add_variable(struct model *model, const struct seen *seen, const struct cell *cell,
                           bool is_prior)
{
    struct system *system = &model->system;
    size_t at = system->nvars;
    if (at == SYSTEM_MAX_VARS)
        return at;
    bool is_number = seen->state == CELL_NUMBER;
    struct place_of *place = &model->places[at];
    place->seen = *seen;
    place->cell = cell;
    place->is_prior = is_prior;
    place->is_sound = false;
    place->is_accepted = false;
    place->accepted = 0;
    system->vars[at] = (struct variable){
        .value = is_number ? seen->value : 0,
        .is_unknown = !is_number,
        .is_blank = seen->state == CELL_BLANK || seen->state == CELL_MARK,
        .is_fixed = seen->is_reading,
        .row = -1,
        .col = -1,
    };
    system->nvars++;
    return at;
}

/* Where the number of a cell's value is, or is to be: cells lie in arrays, so that their
 * places spread them. */
static uint16_t *slot_of(struct model *model, const struct cell *cell)
{
    size_t i = (uintptr_t)cell / sizeof *cell % MODEL_SLOTS;
    while (model->by_cell[i] > 0 && model->places[model->by_cell[i] - 1].cell != cell)
        i = (i + 1) % MODEL_SLOTS;
    return &model->by_cell[i];
}

/* SYSTEM_MAX_VARS when it is not in the system. */
static size_t find_variable(struct model *model, const struct cell *cell)
{
    uint16_t slot = cell ? *slot_of(model, cell) : 0;
    return slot > 0 ? slot - 1u : SYSTEM_MAX_VARS;
}

static const struct cell *cell_of(const struct model *model, const struct operand *operand)
{
    const struct report *report = operand->is_prior ? model->run->prior : model->run->report;
    return places_cell(report, operand->table, operand->block, operand->row, operand->col);
}

/* SYSTEM_MAX_VARS when there is no room or no such cell. */
static size_t variable_of(struct model *model, const struct operand *operand)
{
    const struct cell *cell = cell_of(model, operand);
    if (!cell || operand->table == TABLE_T2)
        return SYSTEM_MAX_VARS;
    uint16_t *slot = slot_of(model, cell);
    if (*slot > 0)
        return *slot - 1u;
    size_t at = add_variable(model, operand->seen, cell, operand->is_prior);
    if (at == SYSTEM_MAX_VARS)
        return at;
    *slot = (uint16_t)(at + 1);
    if (operand->table == TABLE_T3 && !operand->is_prior) {
        model->system.vars[at].row = operand->row;
        model->system.vars[at].col = operand->col;
    }
    return at;
}

static bool add_side(struct model *model, const struct side *side, int sign, struct term *terms,
                     size_t *nterms)
{
    for (size_t i = 0; i < side->noperands; i++) {
        size_t var =
            *nterms < SYSTEM_MAX_VARS ? variable_of(model, &side->operands[i]) : SYSTEM_MAX_VARS;
        if (var == SYSTEM_MAX_VARS)
            return false;
        terms[(*nterms)++] = (struct term){(uint16_t)var, (int8_t)(sign * side->operands[i].sign)};
    }
    return true;
}

static bool add_equation(struct model *model, const struct term *terms, size_t nterms,
                         int64_t constant, struct origin origin)
{
    if (!system_add(&model->system, terms, nterms, constant))
        return false;
    model->origins[model->system.neqs - 1] = origin;
    return true;
}

static void add_balance(void *context, const struct rule *rule, const char *instance,
                        const struct side *lhs, const struct side *rhs)
{
    struct model *model = context;
    struct term terms[SYSTEM_MAX_VARS];
    size_t nterms = 0;
    bool fits = add_side(model, lhs, 1, terms, &nterms) &&
                add_side(model, rhs, -1, terms, &nterms) &&
                add_equation(model, terms, nterms, lhs->constant - rhs->constant,
                             (struct origin){rule, instance});
    model->is_partial |= !fits && nterms > 0;
}

/* A figure and what the tables say: the figure minus the cells is zero. */
static void add_witness(struct model *model, const struct witness *witness)
{
    struct term terms[SYSTEM_MAX_VARS];
    struct seen figure = witness->figure;
    size_t nterms = 0;
    figure.value = witness->value;
    for (size_t i = 0; i < witness->ncells; i++) {
        size_t var = find_variable(model, report_cell(model->run->report, witness->cells[i].cell));
        if (var == SYSTEM_MAX_VARS)
            return;
        terms[nterms++] = (struct term){(uint16_t)var, -1};
    }
    size_t at = add_variable(model, &figure, NULL, false);
    if (at == SYSTEM_MAX_VARS)
        return;
    model->system.vars[at].is_told = true;
    terms[nterms++] = (struct term){(uint16_t)at, 1};
    if (!add_equation(model, terms, nterms, 0, (struct origin){witness->rule, witness->instance}))
        model->system.nvars--;
}

/* What is no number on the smaller side can only make it larger; on the other
 * one nothing can be said. */
static bool add_bound_side(struct model *model, const struct side *side, int sign,
                           struct bound *bound)
{
    for (size_t i = 0; i < side->noperands; i++) {
        const struct operand *operand = &side->operands[i];
        size_t var =
            operand->is_prior ? SYSTEM_MAX_VARS : find_variable(model, cell_of(model, operand));
        bool known = var < SYSTEM_MAX_VARS && !model->system.vars[var].is_unknown;
        int coef = sign * operand->sign;
        if (!known && coef > 0)
            continue;
        if (!known || model->nbound_terms + bound->count == MODEL_MAX_BOUND_TERMS)
            return false;
        model->bound_terms[model->nbound_terms + bound->count++] =
            (struct term){(uint16_t)var, (int8_t)coef};
    }
    return true;
}

static void add_bound(void *context, const struct rule *rule, const char *instance,
                      const struct side *lhs, const struct side *rhs)
{
    struct model *model = context;
    int sign = strcmp(rule->kind, "LE") == 0 ? 1 : -1;
    struct bound bound = {.first = (uint16_t)model->nbound_terms,
                          .constant = sign * (lhs->constant - rhs->constant)};
    (void)instance;
    if (model->nbounds == MODEL_MAX_BOUNDS || !add_bound_side(model, lhs, sign, &bound) ||
        !add_bound_side(model, rhs, -sign, &bound))
        return;
    model->bounds[model->nbounds++] = bound;
    model->nbound_terms += bound.count;
}

/* Which values of last year's report its own sums hold with, and which they fail with. */
struct own_sums {
    struct model *model;
    bool holds[SYSTEM_MAX_VARS], fails[SYSTEM_MAX_VARS];
};

static void note_side(struct own_sums *own, const struct side *side, bool *marks)
{
    for (size_t i = 0; i < side->noperands; i++) {
        size_t var = find_variable(
            own->model, cell_of(own->model, &(struct operand){.is_prior = true,
                                                              .table = side->operands[i].table,
                                                              .block = side->operands[i].block,
                                                              .row = side->operands[i].row,
                                                              .col = side->operands[i].col}));
        if (var < SYSTEM_MAX_VARS)
            marks[var] = true;
    }
}

static bool side_sum(const struct side *side, int64_t *sum)
{
    *sum = side->constant;
    for (size_t i = 0; i < side->noperands; i++)
        if (side->operands[i].seen->state != CELL_NUMBER ||
            __builtin_add_overflow(*sum, side->operands[i].sign * side->operands[i].seen->value,
                                   sum))
            return false;
    return true;
}

static void note_own_sum(void *context, const struct rule *rule, const char *instance,
                         const struct side *lhs, const struct side *rhs)
{
    struct own_sums *own = context;
    int64_t left, right;
    (void)rule, (void)instance;
    if (!side_sum(lhs, &left) || !side_sum(rhs, &right))
        return;
    bool *marks = left == right ? own->holds : own->fails;
    note_side(own, lhs, marks);
    note_side(own, rhs, marks);
}

static bool has_prior(const struct model *model)
{
    for (size_t i = 0; i < model->system.nvars; i++)
        if (model->places[i].is_prior)
            return true;
    return false;
}

/* A change must not break a sum that holds, of last year's report neither: what it balances
 * with is taken as right. */
static void fix_prior(struct model *model)
{
    struct evaluation own_run = *model->run;
    struct own_sums own = {.model = model};
    if (!has_prior(model))
        return;
    own_run.report = own_run.prior;
    own_run.prior = NULL;
    own_run.readings = NULL;
    own_run.nreadings = 0;
    own_run.sides = NULL;
    memset(own_run.tables, 0, sizeof own_run.tables);
    for (size_t i = 0; i < ruleset_count(own_run.rules); i++)
        if (is_balance(ruleset_at(own_run.rules, i)))
            formula_walk(&own_run, ruleset_at(own_run.rules, i), note_own_sum, &own);
    model->run->failed |= own_run.failed;
    for (size_t i = 0; i < model->system.nvars; i++) {
        model->places[i].is_sound = model->places[i].is_prior && own.holds[i] && !own.fails[i];
        model->system.vars[i].is_fixed |= model->places[i].is_sound;
    }
}

bool model_fails(const struct model *model, size_t at)
{
    return !model->system.eqs[at].is_open && model->system.eqs[at].residual != 0;
}

bool model_is_in(const struct model *model, size_t at, int part)
{
    return model->system.eqs[at].part == part;
}

static bool is_carry_over(const struct model *model, size_t equation)
{
    const struct equation *held = &model->system.eqs[equation];
    for (size_t i = 0; i < held->count; i++)
        if (model->places[model->system.terms[held->first + i].var].is_prior)
            return true;
    return false;
}

/* Whether all but last year's report agrees with a value. */
static bool is_agreed(const struct model *model, uint16_t at)
{
    const struct variable *var = &model->system.vars[at];
    for (size_t i = 0; i < var->nuses; i++)
        if (model_fails(model, var->eqs[i]) && !is_carry_over(model, var->eqs[i]))
            return false;
    return true;
}

/* Two years that differ, and nothing but that speaks against this one either. */
static bool years_only_differ(const struct model *model)
{
    const struct system *system = &model->system;
    for (size_t i = 0; i < system->neqs; i++) {
        const struct equation *held = &system->eqs[i];
        if (!model_fails(model, i) || !is_carry_over(model, i))
            continue;
        for (size_t k = 0; k < held->count; k++)
            if (!is_agreed(model, system->terms[held->first + k].var))
                return false;
    }
    return true;
}

/* Last year's is no more right than this one then. */
static void release_prior(struct model *model)
{
    if (!has_prior(model) || !years_only_differ(model))
        return;
    for (size_t i = 0; i < model->system.nvars; i++)
        if (model->places[i].is_sound)
            model->system.vars[i].is_fixed = false;
}

static int64_t value_with(const struct model *model, uint16_t var, const uint16_t *vars,
                          const int64_t *values, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (vars[i] == var)
            return values[i];
    return model->system.vars[var].value;
}

/* Counts below 0 that are left as they are. */
static size_t count_negative(const struct model *model, const uint16_t *vars, size_t n)
{
    size_t negative = model->nnegative;
    for (size_t i = 0; i < n; i++)
        negative -= model->system.vars[vars[i]].value < 0 && !model->system.vars[vars[i]].is_signed;
    return negative;
}

size_t model_count_broken(const struct model *model, const uint16_t *vars, const int64_t *values,
                          size_t n)
{
    size_t broken = count_negative(model, vars, n);
    for (size_t i = 0; i < model->nbounds; i++) {
        int64_t sum = model->bounds[i].constant, part;
        bool fits = true;
        for (size_t k = 0; k < model->bounds[i].count; k++) {
            const struct term *term = &model->bound_terms[model->bounds[i].first + k];
            fits &= !__builtin_mul_overflow(value_with(model, term->var, vars, values, n),
                                            term->coef, &part) &&
                    !__builtin_add_overflow(sum, part, &sum);
        }
        broken += fits && sum > 0;
    }
    return broken;
}

int64_t model_printed(const struct model *model, size_t var)
{
    const struct place_of *place = &model->places[var];
    return place->is_accepted ? place->seen.value : model->system.vars[var].value;
}

bool model_is_accepted(const struct model *model, size_t var, int part)
{
    const struct variable *value = &model->system.vars[var];
    return model->places[var].is_accepted && value->nuses > 0 &&
           model->system.eqs[value->eqs[0]].part == part;
}

void model_settle(struct model *model, uint16_t at, int64_t value)
{
    struct variable *var = &model->system.vars[at];
    int64_t change = value - var->value;
    for (size_t e = 0; e < var->nuses; e++)
        model->system.eqs[var->eqs[e]].residual += change * var->coefs[e];
    var->value = value;
    var->is_fixed = true;
}

void model_settle_accepted(struct model *model, int part)
{
    for (size_t i = 0; i < model->system.nvars; i++)
        if (model_is_accepted(model, i, part))
            model_settle(model, (uint16_t)i, model->places[i].accepted);
}

static void note_accepted(struct model *model)
{
    const struct evaluation *run = model->run;
    for (size_t i = 0; i < run->nreadings; i++)
        for (size_t var = 0; run->readings[i].is_accepted && var < model->system.nvars; var++) {
            struct place_of *place = &model->places[var];
            if (place->is_prior || model->system.vars[var].is_unknown ||
                strcmp(place->seen.cell, run->readings[i].cell) != 0 ||
                place->seen.value == run->readings[i].value)
                continue;
            place->is_accepted = true;
            place->accepted = run->readings[i].value;
        }
}

/* The tables are large, and written before they are read. */
static void begin(struct model *model, struct evaluation *run)
{
    model->run = run;
    model->nbounds = model->nbound_terms = 0;
    model->system.nvars = model->system.neqs = model->system.nterms = 0;
    model->is_partial = false;
    memset(model->by_cell, 0, sizeof model->by_cell);
}

bool model_build(struct model *model, struct evaluation *run)
{
    begin(model, run);
    for (size_t i = 0; i < ruleset_count(run->rules); i++)
        if (is_balance(ruleset_at(run->rules, i)))
            formula_walk(run, ruleset_at(run->rules, i), add_balance, model);
    fix_prior(model);
    for (size_t i = 0; i < run->nwitnesses; i++)
        add_witness(model, &run->witnesses[i]);
    for (size_t i = 0; i < ruleset_count(run->rules); i++)
        if (is_comparison(ruleset_at(run->rules, i)))
            formula_walk(run, ruleset_at(run->rules, i), add_bound, model);
    note_accepted(model);
    model->nnegative = 0;
    for (size_t i = 0; i < model->system.nvars; i++)
        model->nnegative += model->system.vars[i].value < 0 && !model->system.vars[i].is_signed;
    if (run->failed || model->system.neqs == 0 || !system_settle(&model->system))
        return false;
    release_prior(model);
    return true;
}
