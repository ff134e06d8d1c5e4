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

static void relabel(struct system *system, int from, int to)
{
    for (size_t i = 0; from != to && i < system->neqs; i++)
        if (system->eqs[i].part == from)
            system->eqs[i].part = to;
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
            relabel(system, system->eqs[system->vars[v].eqs[i]].part,
                    system->eqs[system->vars[v].eqs[0]].part);
    return true;
}

bool system_fails(const struct system *system, int part)
{
    for (size_t i = 0; i < system->neqs; i++)
        if (system->eqs[i].part == part && !system->eqs[i].is_open && system->eqs[i].residual != 0)
            return true;
    return false;
}
