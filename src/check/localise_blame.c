#include "localise_blame.h"

#include "localise_alone.h"
#include "localise_groups.h"
#include "localise_words.h"

static const struct witness *witness_of(const struct evaluation *run, const char *figure)
{
    for (size_t i = 0; i < run->nwitnesses; i++)
        if (strcmp(run->witnesses[i].figure.cell, figure) == 0)
            return &run->witnesses[i];
    return NULL;
}

/* Several figures of one sentence that differ from the tables may all be right: it is the tables
 * then that are wrong. */
static bool is_one_of_several_told(const struct model *model, uint16_t var)
{
    const struct evaluation *run = model->run;
    const char *figure = model->places[var].seen.cell;
    const struct witness *own = model->places[var].cell ? NULL : witness_of(run, figure);
    for (size_t i = 0; own && i < run->nwitnesses; i++)
        if (run->witnesses[i].differs && run->witnesses[i].sentence == own->sentence &&
            strcmp(run->witnesses[i].figure.cell, figure) != 0)
            return true;
    return false;
}

/* Of one value all others were tried, and every operation. Several values may be so many other
 * ones, and what an operation explains two others may explain as well: never the only one. */
static bool is_telling(const struct model *model, const struct candidate *one)
{
    return one->n == 1 && !is_one_of_several_told(model, one->vars[0]);
}

static struct culprit *make_culprit(struct workshop *shop, const struct candidate *candidates,
                                    size_t n, size_t naccepted, int part)
{
    struct evaluation *run = shop->model.run;
    size_t nrepairs = n < CULPRIT_MAX_REPAIRS ? n : CULPRIT_MAX_REPAIRS;
    struct culprit *culprit = arena_alloc(run->arena, sizeof *culprit);
    struct repair *repairs = arena_array(run->arena, nrepairs, sizeof *repairs);
    if (!culprit || !repairs)
        return NULL;
    for (size_t i = 0; i < nrepairs; i++)
        if (words_fill_repair(&shop->model, &candidates[i], &repairs[i]) < 0)
            return NULL;
    bool is_whole = !shop->search.is_cut && !shop->shape.is_cut && !shop->pairs.is_cut;
    *culprit = (struct culprit){
        .repairs = repairs,
        .nrepairs = nrepairs,
        .nfound = n,
        .changes = n > 0 ? repairs[0].nchanges : 0,
        .accepted = n > 0 ? naccepted : 0,
        .is_whole = is_whole,
        .is_unique = n == 1 && is_telling(&shop->model, candidates) && is_whole &&
                     !shop->shape.is_copied && !shop->search.is_loose && !shop->model.is_partial &&
                     !shop->is_remainder,
        .searched = shop->search.reached,
    };
    if (words_fill_culprit(&shop->model, n > 0 ? candidates : NULL, part, culprit) < 0)
        return NULL;
    return culprit;
}

/* Slips far apart */

static void assign(struct workshop *shop, int part, const struct candidate *only,
                   struct culprit *culprit)
{
    for (size_t i = 0; i < shop->model.system.neqs; i++) {
        bool is_meant = model_is_in(&shop->model, i, part);
        for (size_t v = 0; only && is_meant; v++) {
            if (v == only->n)
                is_meant = false;
            else if (groups_touch(&shop->model, only->vars[v], i))
                break;
        }
        if (is_meant)
            shop->by_equation[i] = culprit;
    }
}

/* One explanation of several slips that share no failed check: as many
 * culprits. */
static int blame_each(struct workshop *shop, int part)
{
    const struct candidate whole = shop->candidates[0];
    int groups[SEARCH_MAX_CHANGES];
    int n = groups_split(&shop->model, &whole, groups);
    for (int g = 0; g < n; g++) {
        uint16_t vars[SEARCH_MAX_CHANGES];
        int64_t values[SEARCH_MAX_CHANGES];
        size_t nvars = 0, naccepted = 0;
        for (size_t i = 0; i < whole.n; i++) {
            if (groups[i] != g)
                continue;
            naccepted += model_is_accepted(&shop->model, whole.vars[i], part);
            vars[nvars] = whole.vars[i];
            values[nvars++] = whole.values[i];
        }
        struct candidate one = rank_values(&shop->model, vars, values, nvars);
        struct culprit *culprit = make_culprit(shop, &one, 1, naccepted, part);
        if (!culprit)
            return -1;
        assign(shop, part, &one, culprit);
    }
    return 0;
}

/* Slips that all explanations have in common */

static bool changes_to(const struct candidate *one, uint16_t var, int64_t value)
{
    for (size_t i = 0; i < one->n; i++)
        if (one->vars[i] == var)
            return one->values[i] == value;
    return false;
}

/* Whether all explanations change the first one's value in the same way, and nothing else that
 * is bound to it: it is no part of what they differ in. */
static bool is_apart(const struct workshop *shop, size_t change)
{
    const struct candidate *first = &shop->candidates[0];
    uint16_t var = first->vars[change];
    for (size_t i = 0; i < shop->ncandidates; i++) {
        const struct candidate *one = &shop->candidates[i];
        if (!changes_to(one, var, first->values[change]))
            return false;
        for (size_t k = 0; k < one->n; k++)
            if (one->vars[k] != var && groups_are_bound(&shop->model, var, one->vars[k]))
                return false;
    }
    return true;
}

/* The explanation without that change. */
static int take_out(const struct workshop *shop, uint16_t var, struct candidate *one)
{
    struct arena *arena = shop->model.run->arena;
    uint16_t *vars = arena_array(arena, one->n, sizeof *vars);
    int64_t *values = arena_array(arena, one->n, sizeof *values);
    size_t n = 0;
    if (!vars || !values)
        return -1;
    for (size_t i = 0; i < one->n; i++) {
        if (one->vars[i] == var)
            continue;
        vars[n] = one->vars[i];
        values[n++] = one->values[i];
    }
    *one = rank_values(&shop->model, vars, values, n);
    return 0;
}

/* Takes the first such change out of all explanations and makes it a culprit of its own, in
 * `apart`; *apart is NULL where there is none. */
static int set_apart(struct workshop *shop, int part, struct candidate *alone,
                     struct culprit **apart)
{
    const struct candidate first = shop->candidates[0];
    size_t change = 0;
    *apart = NULL;
    while (change < first.n && !is_apart(shop, change))
        change++;
    if (first.n < 2 || change == first.n)
        return 0;
    uint16_t var = first.vars[change];
    *alone = rank_values(&shop->model, &first.vars[change], &first.values[change], 1);
    *apart = make_culprit(shop, alone, 1, model_is_accepted(&shop->model, var, part), part);
    for (size_t i = 0; *apart && i < shop->ncandidates; i++)
        if (take_out(shop, var, &shop->candidates[i]) < 0)
            return -1;
    return *apart ? 0 : -1;
}

/* One by one, by slips of their own: no exchange is torn apart. */
static bool are_values(const struct workshop *shop)
{
    for (size_t i = 0; i < shop->ncandidates; i++)
        if (shop->candidates[i].kind != REPAIR_TYPO && shop->candidates[i].kind != REPAIR_VALUE)
            return false;
    return shop->ncandidates > 0 && !shop->search.is_cut && !shop->shape.is_copied;
}

/* Several explanations: what all of them say of a value far from the others is one entry, what
 * they differ in is another. */
static int blame_together(struct workshop *shop, int part, size_t naccepted, bool may_part)
{
    struct candidate alone[SEARCH_MAX_CHANGES];
    struct culprit *apart[SEARCH_MAX_CHANGES];
    size_t n = 0;
    while (may_part && n < SEARCH_MAX_CHANGES && are_values(shop)) {
        if (set_apart(shop, part, &alone[n], &apart[n]) < 0)
            return -1;
        if (!apart[n])
            break;
        naccepted -= apart[n++]->accepted;
    }
    if (n > 0)
        rank_sort(shop->candidates, shop->ncandidates);
    struct culprit *culprit =
        make_culprit(shop, shop->candidates, shop->ncandidates, naccepted, part);
    if (!culprit)
        return -1;
    assign(shop, part, NULL, culprit);
    for (size_t i = 0; i < n; i++)
        assign(shop, part, &alone[i], apart[i]);
    return 0;
}

/* A carry-over that fails though last year's report bears its own side out. */
static bool is_of_sound_prior(const struct model *model, size_t equation)
{
    const struct equation *held = &model->system.eqs[equation];
    for (size_t i = 0; i < held->count; i++) {
        uint16_t var = model->system.terms[held->first + i].var;
        if (model->places[var].is_sound)
            return model_fails(model, equation);
    }
    return false;
}

/* Where nothing explains them together with the rest, the carry-overs are left undecided,
 * and what else fails is looked at without them. Whether there were any. */
static bool leave_carry_over(struct workshop *shop, int part)
{
    bool any = false;
    for (size_t i = 0; i < shop->model.system.neqs; i++) {
        if (!model_is_in(&shop->model, i, part) || !is_of_sound_prior(&shop->model, i))
            continue;
        shop->model.system.eqs[i].part = PART_LEFT;
        any = true;
    }
    return any;
}

/* Whether an explanation has all that was accepted. */
static bool is_any_accepted(const struct workshop *shop, int part)
{
    for (size_t i = 0; i < shop->ncandidates; i++)
        if (candidates_hold_accepted(&shop->model, part, &shop->candidates[i]))
            return true;
    return false;
}

/* Two slips, each with explanations of its own */

/* Whether all explanations are pairs that do the same to the sums: any one of the firsts goes
 * with any one of the seconds then. */
static bool are_pairs_alike(const struct workshop *shop)
{
    const struct operation *const *first = shop->ncandidates > 0 ? shop->candidates[0].parts : NULL;
    for (size_t i = 0; first && i < shop->ncandidates; i++) {
        const struct operation *const *pair = shop->candidates[i].parts;
        if (!pair || pair[0]->effect != first[0]->effect || pair[1]->effect != first[1]->effect)
            return false;
    }
    return first && first[0]->effect != first[1]->effect && !shop->pairs.is_cut;
}

/* One of the two of all pairs, each once, the likeliest first. */
static size_t take_halves(const struct workshop *shop, size_t which, struct candidate *halves)
{
    const struct operation *taken[PAIR_MAX];
    size_t n = 0;
    for (size_t i = 0; i < shop->ncandidates; i++) {
        const struct operation *one = shop->candidates[i].parts[which];
        size_t k = 0;
        while (k < n && taken[k] != one)
            k++;
        if (k < n)
            continue;
        taken[n] = one;
        halves[n++] = rank_operation(&shop->model, one);
    }
    rank_sort(halves, n);
    return n;
}

static bool mends(const struct workshop *shop, const struct candidate *one, size_t equation)
{
    const struct system *system = &shop->model.system;
    int64_t change = 0;
    for (size_t i = 0; i < one->n; i++) {
        const struct variable *var = &system->vars[one->vars[i]];
        for (size_t k = 0; k < var->nuses; k++)
            if (var->eqs[k] == equation)
                change += (one->values[i] - var->value) * var->coefs[k];
    }
    return change == -system->eqs[equation].residual;
}

/* What one of them sets right alone is its own; what they do together is the first's. */
static int blame_pair(struct workshop *shop, int part)
{
    struct candidate halves[2][PAIR_MAX];
    struct culprit *culprits[2];
    shop->is_remainder = true;
    for (size_t which = 0; which < 2; which++) {
        size_t n = take_halves(shop, which, halves[which]), naccepted = 0;
        for (size_t i = 0; i < halves[which][0].n; i++)
            naccepted += model_is_accepted(&shop->model, halves[which][0].vars[i], part);
        culprits[which] = make_culprit(shop, halves[which], n, naccepted, part);
        if (!culprits[which])
            return -1;
    }
    shop->is_remainder = false;
    for (size_t i = 0; i < shop->model.system.neqs; i++)
        if (model_is_in(&shop->model, i, part))
            shop->by_equation[i] =
                culprits[model_fails(&shop->model, i) && mends(shop, &halves[1][0], i)];
    return 0;
}

/* What was found of a part. */
static int blame_found(struct workshop *shop, int part)
{
    size_t naccepted = candidates_count_accepted(&shop->model, part);
    const struct candidate *first = shop->candidates;
    bool is_values = first->kind == REPAIR_TYPO || first->kind == REPAIR_VALUE;
    bool is_only = shop->ncandidates == 1 && is_values && !shop->search.is_cut && first->n > 1;
    /* Accepting one must not turn entries into others. */
    if (is_only && candidates_hold_accepted(&shop->model, part, first))
        return blame_each(shop, part);
    bool may_part = is_any_accepted(shop, part);
    if (naccepted > 0 && candidates_go_on_from_accepted(shop, part) < 0)
        return -1;
    if (are_pairs_alike(shop))
        return blame_pair(shop, part);
    return blame_together(shop, part, naccepted, may_part);
}

/* Slips that nothing but themselves speaks for, each with its entry. */
struct lone {
    struct alone slips;
    struct culprit *culprits[SYSTEM_MAX_EQS];
};

/* Takes them out of what fails; whether there are any is in `slips.n`. */
static int take_lone(struct workshop *shop, int part, bool of_prose, struct lone *lone)
{
    struct model *model = &shop->model;
    struct alone *slips = &lone->slips;
    alone_find(model, part, of_prose, slips);
    if (slips->n == 0)
        return 0;
    shop->is_remainder = true;
    shop->search.is_cut = shop->shape.is_cut = false;
    for (size_t i = 0; i < slips->n; i++) {
        struct candidate one = rank_values(model, &slips->vars[i], &slips->values[i], 1);
        bool is_accepted = model_is_accepted(model, slips->vars[i], part);
        lone->culprits[i] = make_culprit(shop, &one, 1, is_accepted, part);
        if (!lone->culprits[i])
            return -1;
    }
    for (size_t i = 0; i < slips->n; i++) {
        model_settle(model, slips->vars[i], slips->values[i]);
        model->places[slips->vars[i]].is_accepted = false;
    }
    return 0;
}

static void assign_lone(struct workshop *shop, int part, const struct lone *lone)
{
    for (size_t i = 0; i < lone->slips.n; i++) {
        struct candidate one = {.vars = &lone->slips.vars[i], .n = 1};
        assign(shop, part, &one, lone->culprits[i]);
    }
}

/* Where nothing explains all that fails: without the figures of the prose that speak against
 * tables that balance, and without the slips that stand alone, something may explain the rest. */
static int blame_apart(struct workshop *shop, int part)
{
    struct lone lone[2];
    size_t nrounds = 0;
    int result = 0;
    while (result == 0 && shop->ncandidates == 0 && nrounds < 2 &&
           system_fails(&shop->model.system, part)) {
        result = take_lone(shop, part, nrounds == 0, &lone[nrounds]);
        if (result == 0 && lone[nrounds++].slips.n > 0)
            result = candidates_collect(shop, part);
    }
    if (result == 0 && system_fails(&shop->model.system, part))
        result = blame_found(shop, part);
    for (size_t i = 0; result == 0 && i < nrounds; i++)
        assign_lone(shop, part, &lone[i]);
    shop->is_remainder = false;
    return result;
}

int blame_part(struct workshop *shop, int part)
{
    if (candidates_collect(shop, part) < 0)
        return -1;
    if (shop->ncandidates == 0 && leave_carry_over(shop, part)) {
        if (!system_fails(&shop->model.system, part))
            return 0;
        if (candidates_collect(shop, part) < 0)
            return -1;
    }
    return shop->ncandidates > 0 ? blame_found(shop, part) : blame_apart(shop, part);
}
