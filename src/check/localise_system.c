#include "localise_system.h"

#include <stdlib.h>
#include <string.h>

bool system_add(struct system *system, const struct term *terms, size_t nterms, int64_t constant)
{
    if (system->neqs == SYSTEM_MAX_EQS || system->nterms + nterms > SYSTEM_MAX_TERMS || nterms == 0)
        return false;
    for (size_t i = 0; i < nterms; i++)
        if (system->vars[terms[i].var].nuses == SYSTEM_MAX_USES)
            return false;
    struct equation *equation = &system->eqs[system->neqs];
    *equation = (struct equation){
        .first = (uint16_t)system->nterms, .count = (uint16_t)nterms, .constant = constant};
    for (size_t i = 0; i < nterms; i++) {
        struct variable *var = &system->vars[terms[i].var];
        system->terms[system->nterms++] = terms[i];
        var->eqs[var->nuses] = (uint16_t)system->neqs;
        var->coefs[var->nuses++] = terms[i].coef;
    }
    system->neqs++;
    return true;
}

static bool sum_up(const struct system *system, struct equation *equation)
{
    equation->residual = equation->constant;
    equation->is_open = false;
    for (size_t i = 0; i < equation->count; i++) {
        const struct term *term = &system->terms[equation->first + i];
        int64_t product;
        equation->is_open |= system->vars[term->var].is_unknown;
        if (__builtin_mul_overflow(system->vars[term->var].value, term->coef, &product) ||
            __builtin_add_overflow(equation->residual, product, &equation->residual))
            return false;
    }
    return true;
}

/* Whether an equation holds without its unknowns, which are counts of one side: none can then be
 * anything but 0. */
static bool leaves_nothing(const struct system *system, const struct equation *equation)
{
    int sign = 0;
    for (size_t i = 0; i < equation->count; i++) {
        const struct term *term = &system->terms[equation->first + i];
        const struct variable *var = &system->vars[term->var];
        if (!var->is_unknown)
            continue;
        if (!var->is_blank || var->is_signed || sign * term->coef < 0)
            return false;
        sign = term->coef;
    }
    return sign != 0 && equation->residual == 0;
}

/* What is known of one equation's unknowns is known of others', too. */
static bool settle_blanks(struct system *system)
{
    for (bool goes_on = true; goes_on;) {
        goes_on = false;
        for (size_t i = 0; i < system->neqs; i++) {
            struct equation *equation = &system->eqs[i];
            if (!sum_up(system, equation))
                return false;
            if (!equation->is_open || !leaves_nothing(system, equation))
                continue;
            for (size_t k = 0; k < equation->count; k++) {
                struct variable *var = &system->vars[system->terms[equation->first + k].var];
                var->is_settled |= var->is_unknown;
                var->is_unknown = false;
            }
            goes_on = true;
        }
    }
    return true;
}

/* Until all are joined an equation's part is another one of the same part, or itself. */
static int part_of(const struct system *system, int equation)
{
    while (system->eqs[equation].part != equation)
        equation = system->eqs[equation].part;
    return equation;
}

static void join(struct system *system, int a, int b)
{
    int root_a = part_of(system, a), root_b = part_of(system, b);
    system->eqs[root_a > root_b ? root_a : root_b].part = root_a > root_b ? root_b : root_a;
}

bool system_settle(struct system *system)
{
    if (!settle_blanks(system))
        return false;
    for (size_t i = 0; i < system->neqs; i++)
        system->eqs[i].part = (int)i;
    for (size_t v = 0; v < system->nvars; v++)
        for (size_t i = 1; i < system->vars[v].nuses; i++)
            join(system, system->vars[v].eqs[i], system->vars[v].eqs[0]);
    for (size_t i = 0; i < system->neqs; i++) /* the first of a part is its root */
        system->eqs[i].part = part_of(system, (int)i);
    return true;
}

bool system_fails(const struct system *system, int part)
{
    for (size_t i = 0; i < system->neqs; i++)
        if (system->eqs[i].part == part && !system->eqs[i].is_open && system->eqs[i].residual != 0)
            return true;
    return false;
}
