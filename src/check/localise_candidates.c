#include "localise_candidates.h"

#include <stdlib.h>

#include "localise_groups.h"
#include "mask.h"

enum {
    MAX_CHANGES = 4,
    MAX_WORK = 60000, /* steps of a search, about two milliseconds */
    FAR_WORK = 10000, /* more of it, for slips far apart: they are found soon, or not at all */
};

/* What is worked out with a number that has to be masked would give it away; it is no count
 * either. */
static bool is_of_masked(const struct workshop *shop, const struct candidate *one)
{
    for (size_t i = 0; shop->model.run->out->masks && i < one->n; i++)
        if (one->values[i] >= MASK_FROM)
            return true;
    return false;
}

static void add_candidate(struct workshop *shop, struct candidate one)
{
    if (is_of_masked(shop, &one))
        return;
    for (size_t i = 0; i < shop->ncandidates && i < SHAPE_MAX_HITS; i++)
        if (rank_is_same(&shop->candidates[i], &one))
            return;
    shop->candidates[shop->ncandidates++] = one;
}

/* More changes than are looked for at once are slips far apart, of which none hangs together
 * with more than that; and all such explanations must have been seen. */
static void leave_entangled(struct workshop *shop)
{
    struct search *search = &shop->search;
    bool are_apart = !search->is_cut;
    if (search->changes <= MAX_CHANGES)
        return;
    for (size_t i = 0; i < shop->ncandidates && are_apart; i++)
        are_apart = groups_are_small(&shop->model, &shop->candidates[i], MAX_CHANGES);
    if (are_apart)
        return;
    search->is_cut = false;
    search->reached = MAX_CHANGES;
    search->nfound = search->changes = 0;
    shop->ncandidates = 0;
}

/* Operations; behind one value that does, which is the simplest of all. */
static void add_shapes(struct workshop *shop)
{
    enum { BEHIND_ONE_VALUE = 100 };
    bool does_one = shop->search.changes == 1;
    for (size_t i = 0; i < shop->shape.nhits; i++) {
        struct candidate one = rank_hit(&shop->model, &shop->shape.hits[i]);
        one.score += does_one ? BEHIND_ONE_VALUE : 0;
        if (!does_one || (one.n > 1 && one.kind != REPAIR_ROW_ZERO))
            add_candidate(shop, one);
    }
}

static bool has_settled(const struct system *system, int part)
{
    for (size_t i = 0; i < system->nvars; i++)
        if (system->vars[i].is_settled && system->vars[i].nuses > 0 &&
            system->eqs[system->vars[i].eqs[0]].part == part)
            return true;
    return false;
}

/* Blanks that a sum leaves nothing for, if only that sum is right: where one value explains it
 * all once they may be something, none stands in the way. */
static int search_with_blanks(struct workshop *shop, int part)
{
    if (shop->search.nfound > 0 || !has_settled(&shop->model.system, part))
        return 0;
    struct search *freed = malloc(sizeof *freed);
    struct solver *solver = freed ? search_begin(&shop->model.system, part, true, freed) : NULL;
    if (solver) {
        search_go_on(solver, 1, MAX_WORK);
        if (freed->nfound > 0 && !freed->is_cut)
            shop->search = *freed;
    }
    search_end(solver);
    free(freed);
    return solver ? 0 : -1;
}

/* More than two values, and what only figures of the prose speak against. */
static int search_further(struct workshop *shop, struct solver *solver, int part)
{
    int result = 0;
    search_go_on(solver, MAX_CHANGES, MAX_WORK);
    /* One sentence copied from the table must not hide what became of it. */
    if (shop->search.nfound == 0)
        result = shape_run(&shop->model.system, part, true, &shop->shape);
    shop->shape.is_copied &= shop->shape.nhits > 0;
    if (result == 0 && shop->shape.nhits == 0)
        search_go_on(solver, SEARCH_MAX_CHANGES, FAR_WORK);
    return result;
}

/* Not where two values exchanged, one slip, explain it all, nor where many pairs of values do. */
static bool may_be_pair(const struct workshop *shop)
{
    const struct system *system = &shop->model.system;
    const struct solution *one = &shop->search.found[0];
    if (shop->search.nfound != 1)
        return shop->search.nfound == 0;
    return one->n != 2 || one->values[0] != system->vars[one->vars[1]].value ||
           one->values[1] != system->vars[one->vars[0]].value;
}

/* Whether not all that a row's values stand in is a sum of theirs, and known: an operation may do
 * then what one value does. */
static bool is_loose(const struct system *system, int part)
{
    for (size_t i = 0; i < system->neqs; i++) {
        const struct equation *equation = &system->eqs[i];
        bool is_loose = equation->is_open;
        for (size_t t = 0; t < equation->count && !is_loose; t++) {
            const struct variable *var = &system->vars[system->terms[equation->first + t].var];
            is_loose = var->row < 0 || var->is_settled;
        }
        if (is_loose && equation->part == part)
            return true;
    }
    return false;
}

/* Where an operation explains everything, more than two values need not be looked at; where one
 * value does, an operation may as well. */
int candidates_collect(struct workshop *shop, int part)
{
    const struct system *system = &shop->model.system;
    const struct search *search = &shop->search;
    struct solver *solver = search_begin(system, part, false, &shop->search);
    int result = solver ? 0 : -1;
    shop->ncandidates = 0;
    shop->shape.nhits = shop->pairs.nfound = 0;
    shop->pairs.is_cut = false;
    shop->shape.is_cut = shop->shape.is_copied = false;
    if (solver)
        search_go_on(solver, 1, MAX_WORK);
    if (solver)
        result = search_with_blanks(shop, part);
    if (result == 0 && search->nfound > 0) {
        if (is_loose(system, part))
            result = shape_run(system, part, false, &shop->shape);
    } else if (result == 0) {
        result = shape_run(system, part, false, &shop->shape);
        search_go_on(solver, 2, MAX_WORK);
        if (result == 0 && shop->shape.nhits == 0 && may_be_pair(shop))
            result = pair_run(system, part, &shop->pairs);
        if (result == 0 && shop->shape.nhits == 0 && shop->pairs.nfound == 0)
            result = search_further(shop, solver, part);
    }
    search_end(solver);
    if (result < 0)
        return -1;
    add_shapes(shop);
    for (size_t i = 0; i < shop->bands.nhits; i++)
        if (bands_are_in(&shop->model, &shop->bands.hits[i], part))
            add_candidate(shop, rank_band(&shop->model, &shop->bands.hits[i]));
    for (size_t i = 0; i < shop->pairs.nfound; i++)
        add_candidate(shop, rank_pair(&shop->model, shop->pairs.found[i]));
    for (size_t i = 0; i < search->nfound; i++)
        add_candidate(shop, rank_values(&shop->model, search->found[i].vars,
                                        search->found[i].values, search->found[i].n));
    leave_entangled(shop);
    rank_sort(shop->candidates, shop->ncandidates);
    return 0;
}

/* ---- what the reviewer has accepted ---- */

size_t candidates_count_accepted(const struct model *model, int part)
{
    size_t n = 0;
    for (size_t var = 0; var < model->system.nvars; var++)
        n += model_is_accepted(model, var, part);
    return n;
}

bool candidates_hold_accepted(const struct model *model, int part, const struct candidate *one)
{
    size_t n = 0;
    for (size_t i = 0; i < one->n; i++)
        n += model_is_accepted(model, one->vars[i], part) &&
             model->places[one->vars[i]].accepted == one->values[i];
    return n == candidates_count_accepted(model, part);
}

/* The candidate with the accepted values in front. */
static int put_accepted(struct workshop *shop, int part, struct candidate *one)
{
    const struct model *model = &shop->model;
    size_t accepted = candidates_count_accepted(model, part), n = 0;
    uint16_t *vars = arena_array(model->run->arena, accepted + one->n, sizeof *vars);
    int64_t *values = arena_array(model->run->arena, accepted + one->n, sizeof *values);
    if (!vars || !values)
        return -1;
    for (size_t var = 0; var < model->system.nvars; var++)
        if (model_is_accepted(model, var, part)) {
            vars[n] = (uint16_t)var;
            values[n++] = model->places[var].accepted;
        }
    for (size_t i = 0; i < one->n; i++) {
        vars[n] = one->vars[i];
        values[n++] = one->values[i];
    }
    one->vars = vars;
    one->values = values;
    one->n = n;
    one->parts = NULL;
    return 0;
}

/* Only explanations with all accepted values count. When there is none they are
 * settled, and the search goes on from there; when nothing is left to explain
 * they are the explanation. */
int candidates_go_on_from_accepted(struct workshop *shop, int part)
{
    size_t kept = 0;
    for (size_t i = 0; i < shop->ncandidates; i++)
        if (candidates_hold_accepted(&shop->model, part, &shop->candidates[i]))
            shop->candidates[kept++] = shop->candidates[i];
    if (kept > 0) {
        shop->ncandidates = kept;
        return 0;
    }
    model_settle_accepted(&shop->model, part);
    if (!system_fails(&shop->model.system, part)) {
        shop->candidates[0] = (struct candidate){.kind = REPAIR_VALUE};
        shop->ncandidates = 1;
    } else if (candidates_collect(shop, part) < 0) {
        return -1;
    }
    for (size_t i = 0; i < shop->ncandidates; i++)
        if (put_accepted(shop, part, &shop->candidates[i]) < 0)
            return -1;
    return 0;
}
