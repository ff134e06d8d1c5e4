#include "gouji/check/uses.h"

#include <stdint.h>
#include <string.h>

#include "formula.h"
#include "gouji/check/mask.h"
#include "mask.h"
#include "wording.h"

/* The walk over the formulas, looking for one cell. */
struct look {
    struct evaluation *run;
    const struct findings *findings;
    const char *cell;
    struct use *uses;
    size_t nuses, capacity;
};

static bool holds_cell(const struct side *side, const char *cell)
{
    for (size_t i = 0; i < side->noperands; i++)
        if (!side->operands[i].is_prior && strcmp(side->operands[i].seen->cell, cell) == 0)
            return true;
    return false;
}

/* From how many digits on the numbers worked out with these operands are masked. */
static size_t digits_to_mask(const struct findings *findings, const struct side *side, size_t least)
{
    for (size_t i = 0; i < side->noperands; i++) {
        const struct operand *operand = &side->operands[i];
        bool is_masked = !operand->is_prior && mask_covers(findings, operand->seen->span);
        size_t wanted = is_masked ? MASK_DIGITS : operand->is_prior ? MASK_OTHERS_DIGITS : SIZE_MAX;
        least = wanted < least ? wanted : least;
    }
    return least;
}

static const char *shown_sum(const struct look *look, const struct side *lhs,
                             const struct side *rhs, const char *sum)
{
    size_t least = digits_to_mask(look->findings, lhs, SIZE_MAX);
    least = digits_to_mask(look->findings, rhs, least);
    const char *shown = mask_worked_out(look->findings, look->run->arena, slice_of(sum), least);
    look->run->failed |= shown == NULL;
    return shown ? shown : "";
}

static enum outcome outcome_of(enum judgement judgement)
{
    if (judgement == JUDGED_HOLDS)
        return OUTCOME_PASS;
    return judgement == JUDGED_FAILS || judgement == JUDGED_IMPOSSIBLE ? OUTCOME_FAIL
                                                                       : OUTCOME_UNDECIDED;
}

static void visit(void *context, const struct rule *rule, const char *instance,
                  const struct side *lhs, const struct side *rhs)
{
    struct look *look = context;
    enum relation relation;
    if (!holds_cell(lhs, look->cell) && !holds_cell(rhs, look->cell))
        return;
    struct comparison made = formula_judge(rule, lhs, rhs, &relation);
    struct use *use =
        arena_push(look->run->arena, &look->uses, &look->capacity, look->nuses, sizeof *look->uses);
    if (!use)
        return;
    *use = (struct use){
        .rule = rule, .instance = instance ? instance : "", .outcome = outcome_of(made.judgement)};
    for (int lang = 0; lang < LANG_COUNT; lang++)
        use->sum[lang] = shown_sum(
            look, lhs, rhs, wording_balance(look->run, lhs, rhs, &made, relation, (enum lang)lang));
    look->nuses++;
}

size_t uses_of_cell(struct arena *arena, const struct use_source *source, const char *cell,
                    const struct use **uses)
{
    struct evaluation run = {.arena = arena,
                             .report = source->report,
                             .prior = source->prior,
                             .rules = source->rules,
                             .readings = source->readings,
                             .nreadings = source->nreadings};
    struct look look = {.run = &run, .findings = source->findings, .cell = cell};
    for (size_t i = 0; i < ruleset_count(source->rules); i++) {
        const struct rule *rule = ruleset_at(source->rules, i);
        if (rule->on && rule->how->evaluate == formula_evaluate)
            formula_walk(&run, rule, visit, &look);
    }
    *uses = look.uses;
    return run.failed || arena_failed(arena) ? 0 : look.nuses;
}
