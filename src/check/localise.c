/* From failed balances to culprits: one value first, then operations on rows
 * and columns, then up to four values; what is found goes to the findings it
 * explains. */
#include "localise.h"

#include <stdlib.h>

#include "formula.h"
#include "localise_words.h"
#include "mask.h"
#include "never.h"
#include "testimony.h"

enum {
    MAX_CHANGES = 4,
    PART_LEFT = -1,   /* of equations left undecided */
    MAX_WORK = 60000, /* steps of a search, about two milliseconds */
    MAX_CANDIDATES = SEARCH_MAX_FOUND + SHAPE_MAX_HITS,
};

/* What is under way for one report. */
struct workshop {
    struct model model;
    struct search search;
    struct shape shape;
    struct candidate candidates[MAX_CANDIDATES];
    size_t ncandidates;
    struct culprit *by_equation[SYSTEM_MAX_EQS];
};

static bool equation_fails(const struct model *model, size_t at)
{
    return !model->system.eqs[at].is_open && model->system.eqs[at].residual != 0;
}

static bool is_in(const struct model *model, size_t at, int part)
{
    return model->system.eqs[at].part == part;
}

/* A failed balance whose unknowns cannot make up for it is open, and fails. */
static bool has_failed(const struct workshop *shop, size_t at, const struct finding *finding)
{
    const struct origin *origin = &shop->model.origins[at];
    return finding->outcome == OUTCOME_FAIL && finding->rule == origin->rule &&
           strcmp(finding->instance, origin->instance) == 0;
}

static size_t count_failed(const struct workshop *shop, int part)
{
    size_t n = 0;
    for (size_t i = 0; i < shop->model.system.neqs; i++)
        n += is_in(&shop->model, i, part) && equation_fails(&shop->model, i);
    return n;
}

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

/* All explanations of one part, the likeliest first. Where an operation explains
 * everything, more than two values need not be looked at. */
static int collect(struct workshop *shop, int part)
{
    const struct system *system = &shop->model.system;
    const struct search *search = &shop->search;
    struct solver *solver = search_begin(system, part, MAX_WORK, &shop->search);
    int result = solver ? 0 : -1;
    shop->ncandidates = 0;
    shop->shape.nhits = 0;
    shop->shape.is_cut = shop->shape.is_copied = false;
    if (solver)
        search_go_on(solver, 1);
    if (solver && search->nfound == 0) {
        result = shape_run(system, part, false, &shop->shape);
        search_go_on(solver, shop->shape.nhits > 0 ? 2 : MAX_CHANGES);
        /* One sentence copied from the table must not hide what became of it. */
        if (result == 0 && shop->shape.nhits == 0 && search->nfound == 0)
            result = shape_run(system, part, true, &shop->shape);
    }
    search_end(solver);
    if (result < 0)
        return -1;
    for (size_t i = 0; i < shop->shape.nhits; i++)
        add_candidate(shop, rank_shape(&shop->model, &shop->shape.hits[i]));
    for (size_t i = 0; i < search->nfound; i++)
        add_candidate(shop, rank_values(&shop->model, search->found[i].vars,
                                        search->found[i].values, search->found[i].n));
    rank_sort(shop->candidates, shop->ncandidates);
    return 0;
}

/* ---- what the reviewer has accepted ---- */

static size_t count_accepted(const struct model *model, int part)
{
    size_t n = 0;
    for (size_t var = 0; var < model->system.nvars; var++)
        n += model_is_accepted(model, var, part);
    return n;
}

static bool holds_accepted(const struct model *model, int part, const struct candidate *one)
{
    size_t n = 0;
    for (size_t i = 0; i < one->n; i++)
        n += model_is_accepted(model, one->vars[i], part) &&
             model->places[one->vars[i]].accepted == one->values[i];
    return n == count_accepted(model, part);
}

/* The candidate with the accepted values in front. */
static int put_accepted(struct workshop *shop, int part, struct candidate *one)
{
    const struct model *model = &shop->model;
    size_t accepted = count_accepted(model, part), n = 0;
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
    return 0;
}

/* Only explanations with all accepted values count. When there is none they are
 * settled, and the search goes on from there; when nothing is left to explain
 * they are the explanation. */
static int hold_to_accepted(struct workshop *shop, int part)
{
    size_t kept = 0;
    for (size_t i = 0; i < shop->ncandidates; i++)
        if (holds_accepted(&shop->model, part, &shop->candidates[i]))
            shop->candidates[kept++] = shop->candidates[i];
    if (kept > 0) {
        shop->ncandidates = kept;
        return 0;
    }
    model_settle_accepted(&shop->model, part);
    if (!system_fails(&shop->model.system, part)) {
        shop->candidates[0] = (struct candidate){.kind = REPAIR_VALUE};
        shop->ncandidates = 1;
    } else if (collect(shop, part) < 0) {
        return -1;
    }
    for (size_t i = 0; i < shop->ncandidates; i++)
        if (put_accepted(shop, part, &shop->candidates[i]) < 0)
            return -1;
    return 0;
}

/* Several values that have a failed check in common may hide one more: a guess,
 * even when there is no other one as small. */
static bool is_telling(const struct candidate *one)
{
    return one->n == 1 || (one->kind >= REPAIR_SWAP && one->kind <= REPAIR_TOTAL);
}

static struct culprit *make_culprit(struct workshop *shop, const struct candidate *candidates,
                                    size_t n, size_t naccepted, size_t nfailed)
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
    bool is_whole = !shop->search.is_cut && !shop->shape.is_cut;
    *culprit = (struct culprit){
        .repairs = repairs,
        .nrepairs = nrepairs,
        .nfound = n,
        .changes = n > 0 ? repairs[0].nchanges : 0,
        .accepted = n > 0 ? naccepted : 0,
        .is_whole = is_whole,
        .is_unique = n == 1 && is_telling(candidates) && is_whole && !shop->shape.is_copied &&
                     !shop->search.is_loose && !shop->model.is_partial,
        .searched = shop->search.reached,
    };
    if (words_fill_culprit(&shop->model, n > 0 ? candidates : NULL, nfailed, culprit) < 0)
        return NULL;
    return culprit;
}

/* Slips far apart */

static bool touches(const struct model *model, uint16_t var, size_t equation)
{
    for (size_t i = 0; i < model->system.vars[var].nuses; i++)
        if (model->system.vars[var].eqs[i] == equation)
            return true;
    return false;
}

/* Whether two changed values have a check in common, failed, or one that holds and
 * would not if only one of them were mended; or one of a rule that counts all its failures
 * as one. */
static bool are_bound(const struct model *model, uint16_t a, uint16_t b)
{
    for (size_t i = 0; i < model->system.vars[a].nuses; i++) {
        size_t one = model->system.vars[a].eqs[i];
        if (touches(model, b, one))
            return true;
        if (!equation_fails(model, one) && !model->system.eqs[one].is_open)
            continue;
        const struct rule *rule = model->origins[one].rule;
        for (size_t j = 0; j < model->system.vars[b].nuses; j++)
            if (model->origins[model->system.vars[b].eqs[j]].rule == rule && rule->is_one_cause)
                return true;
    }
    return false;
}

/* Numbers the changes 0.. so that bound ones have the same number. */
static int split(const struct model *model, const struct candidate *one, int *groups)
{
    int n = 0;
    for (size_t i = 0; i < one->n; i++)
        groups[i] = -1;
    for (size_t i = 0; i < one->n; i++) {
        if (groups[i] < 0)
            groups[i] = n++;
        for (size_t j = 0; j < one->n; j++) {
            if (!are_bound(model, one->vars[i], one->vars[j]) || groups[j] == groups[i])
                continue;
            int from = groups[j];
            groups[j] = groups[i];
            for (size_t k = 0; from >= 0 && k < one->n; k++)
                groups[k] = groups[k] == from ? groups[i] : groups[k];
        }
    }
    return n;
}

static void assign(struct workshop *shop, int part, const struct candidate *only,
                   struct culprit *culprit)
{
    for (size_t i = 0; i < shop->model.system.neqs; i++) {
        bool is_meant = is_in(&shop->model, i, part);
        for (size_t v = 0; only && is_meant; v++) {
            if (v == only->n)
                is_meant = false;
            else if (touches(&shop->model, only->vars[v], i))
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
    int n = split(&shop->model, &whole, groups);
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
        struct culprit *culprit = make_culprit(shop, &one, 1, naccepted, 0);
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
            if (one->vars[k] != var && are_bound(&shop->model, var, one->vars[k]))
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
    *apart = make_culprit(shop, alone, 1, model_is_accepted(&shop->model, var, part), 0);
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
    size_t n = 0, nfailed = count_failed(shop, part);
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
        make_culprit(shop, shop->candidates, shop->ncandidates, naccepted, nfailed);
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
            return equation_fails(model, equation);
    }
    return false;
}

/* Where nothing explains them together with the rest, the carry-overs are left undecided,
 * and what else fails is looked at without them. Whether there were any. */
static bool leave_carry_over(struct workshop *shop, int part)
{
    bool any = false;
    for (size_t i = 0; i < shop->model.system.neqs; i++) {
        if (!is_in(&shop->model, i, part) || !is_of_sound_prior(&shop->model, i))
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
        if (holds_accepted(&shop->model, part, &shop->candidates[i]))
            return true;
    return false;
}

static int blame_part(struct workshop *shop, int part)
{
    size_t naccepted = count_accepted(&shop->model, part);
    if (collect(shop, part) < 0)
        return -1;
    if (shop->ncandidates == 0 && leave_carry_over(shop, part)) {
        if (!system_fails(&shop->model.system, part))
            return 0;
        if (collect(shop, part) < 0)
            return -1;
    }
    const struct candidate *first = shop->candidates;
    bool is_values = first->kind == REPAIR_TYPO || first->kind == REPAIR_VALUE;
    bool is_only = shop->ncandidates == 1 && is_values && !shop->search.is_cut && first->n > 1;
    /* Accepting one must not turn entries into others. */
    if (is_only && holds_accepted(&shop->model, part, first))
        return blame_each(shop, part);
    bool may_part = is_any_accepted(shop, part);
    if (naccepted > 0 && hold_to_accepted(shop, part) < 0)
        return -1;
    return blame_together(shop, part, naccepted, may_part);
}

/* Findings */

static bool changes_cell(const struct culprit *culprit, const struct finding *finding)
{
    for (size_t i = 0; culprit->nrepairs > 0 && i < culprit->repairs[0].nchanges; i++)
        if (finding_touches_cell(finding, culprit->repairs[0].changes[i].cell))
            return true;
    return false;
}

/* Whether the prose states what the cells hold once the first repair is made. */
static bool agrees_after(const struct culprit *culprit, const struct finding *finding)
{
    int64_t due = finding->rhs;
    bool is_about = false;
    for (size_t i = 0; culprit->nrepairs > 0 && i < culprit->repairs[0].nchanges; i++) {
        const struct change *change = &culprit->repairs[0].changes[i];
        if (!change->is_here || change->was_blank || !finding_touches_cell(finding, change->cell))
            continue;
        is_about = !__builtin_add_overflow(due, change->to - change->from, &due);
    }
    return is_about && finding->has_lhs && finding->has_rhs && finding->lhs == due;
}

static size_t count_shared(const struct workshop *shop, size_t at, const struct finding *finding)
{
    const struct equation *equation = &shop->model.system.eqs[at];
    size_t n = 0;
    for (size_t i = 0; i < equation->count; i++) {
        const struct place_of *place =
            &shop->model.places[shop->model.system.terms[equation->first + i].var];
        n += place->cell && !place->is_prior && finding_touches_cell(finding, place->seen.cell);
    }
    return n;
}

/* Of slips that no explanation was found for, what else their cells upset goes with the
 * balance it shares most of them with. */
static const struct culprit *unexplained_of(const struct workshop *shop,
                                            const struct finding *finding)
{
    enum { FEWEST = 2 };
    const struct culprit *nearest = NULL;
    size_t most = FEWEST - 1;
    bool is_of_cells = finding->rule->how->evaluate == formula_evaluate ||
                       finding->rule->how->evaluate == never_evaluate;
    for (size_t i = 0; is_of_cells && i < shop->model.system.neqs; i++) {
        const struct culprit *culprit = shop->by_equation[i];
        size_t n = culprit && culprit->nrepairs == 0 && equation_fails(&shop->model, i)
                       ? count_shared(shop, i, finding)
                       : 0;
        if (n > most) {
            most = n;
            nearest = culprit;
        }
    }
    return nearest;
}

/* Other comparisons that the wrong value upsets are no faults of their own. */
static const struct culprit *culprit_of(const struct workshop *shop, const struct finding *finding)
{
    for (size_t i = 0; i < shop->model.system.neqs; i++)
        if (has_failed(shop, i, finding))
            return shop->by_equation[i];
    bool is_of_tables = finding->quote.nbytes == 0;
    for (size_t i = 0; i < shop->model.system.neqs; i++) {
        const struct culprit *culprit = shop->by_equation[i];
        bool is_new = culprit && (i == 0 || culprit != shop->by_equation[i - 1]);
        if (is_new &&
            (is_of_tables ? changes_cell(culprit, finding) : agrees_after(culprit, finding)))
            return culprit;
    }
    return unexplained_of(shop, finding);
}

static int blame(struct workshop *shop)
{
    const struct system *system = &shop->model.system;
    memset(shop->by_equation, 0, sizeof shop->by_equation);
    for (size_t i = 0; i < system->neqs; i++) {
        bool is_new = true;
        for (size_t j = 0; j < i && is_new; j++)
            is_new = system->eqs[j].part != system->eqs[i].part;
        if (is_new && system->eqs[i].part != PART_LEFT &&
            system_fails(system, system->eqs[i].part) && blame_part(shop, system->eqs[i].part) < 0)
            return -1;
    }
    struct findings *out = shop->model.run->out;
    for (size_t i = 0; i < out->nitems; i++)
        if (out->items[i].outcome == OUTCOME_FAIL)
            out->items[i].culprit = culprit_of(shop, &out->items[i]);
    return 0;
}

static bool witness_differs(const struct evaluation *run)
{
    for (size_t i = 0; i < run->nwitnesses; i++)
        if (run->witnesses[i].differs)
            return true;
    return false;
}

int localise_findings(struct evaluation *run)
{
    if (!model_has_failed(run->out) && !witness_differs(run))
        return 0;
    testimony_read(run);
    struct workshop *shop = malloc(sizeof *shop); /* large, and filled as far as it is used */
    int result = shop ? 0 : -1;
    if (shop && model_build(&shop->model, run))
        result = blame(shop);
    free(shop);
    return run->failed ? -1 : result;
}
