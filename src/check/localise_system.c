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
        equation->is_open |= var->is_unknown;
    }
    system->neqs++;
    return true;
}

static bool sum_up(const struct system *system, struct equation *equation)
{
    equation->residual = equation->constant;
    for (size_t i = 0; i < equation->count; i++) {
        const struct term *term = &system->terms[equation->first + i];
        int64_t product;
        if (__builtin_mul_overflow(system->vars[term->var].value, term->coef, &product) ||
            __builtin_add_overflow(equation->residual, product, &equation->residual))
            return false;
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
    for (size_t i = 0; i < system->neqs; i++) {
        system->eqs[i].part = (int)i;
        if (!sum_up(system, &system->eqs[i]))
            return false;
    }
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
