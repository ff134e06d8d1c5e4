/* From failed balances to culprits: one value first, then operations on rows
 * and columns, then several values; what is found goes to the findings it
 * explains. */
#include "localise.h"

#include <stdlib.h>

#include "formula.h"
#include "localise_blame.h"
#include "never.h"
#include "prose_kinds.h"
#include "testimony.h"

/* A failed balance whose unknowns cannot make up for it is open, and fails. */
static bool has_failed(const struct workshop *shop, size_t at, const struct finding *finding)
{
    const struct origin *origin = &shop->model.origins[at];
    return finding->outcome == OUTCOME_FAIL && finding->rule == origin->rule &&
           strcmp(finding->instance, origin->instance) == 0;
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

/* Versions that differ in more than the values changed differ for more than that slip. */
static bool is_wider(const struct culprit *culprit, const struct finding *finding)
{
    size_t n = 0;
    if (finding->rule->how->evaluate != versions_evaluate)
        return false;
    for (size_t i = 0; culprit->nrepairs > 0 && i < culprit->repairs[0].nchanges; i++)
        n += finding_touches_cell(finding, culprit->repairs[0].changes[i].cell);
    return n < finding->nseen || finding->nseen < finding->nspans;
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
        size_t n = culprit && culprit->nrepairs == 0 && model_fails(&shop->model, i)
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
        if (is_new && (is_of_tables ? changes_cell(culprit, finding) && !is_wider(culprit, finding)
                                    : agrees_after(culprit, finding)))
            return culprit;
    }
    return unexplained_of(shop, finding);
}

static int blame(struct workshop *shop)
{
    const struct system *system = &shop->model.system;
    memset(shop->by_equation, 0, sizeof shop->by_equation);
    bands_run(&shop->model, &shop->bands);
    bands_join(&shop->model, &shop->bands);
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
    if (shop)
        shop->is_remainder = false;
    if (shop && model_build(&shop->model, run))
        result = blame(shop);
    free(shop);
    return run->failed ? -1 : result;
}
