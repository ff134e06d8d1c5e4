#include "localise_alone.h"

#include "mask.h"

/* The change that sets right each equation the value stands in; false when there is none. */
static bool find_change(const struct model *model, uint16_t at, size_t fewest, int64_t *change)
{
    const struct variable *var = &model->system.vars[at];
    size_t n = 0;
    for (size_t i = 0; i < var->nuses; i++) {
        const struct equation *equation = &model->system.eqs[var->eqs[i]];
        if (equation->is_open)
            continue;
        int64_t by = -equation->residual / var->coefs[i];
        if (by == 0 || equation->residual % var->coefs[i] != 0 || (n > 0 && by != *change))
            return false;
        *change = by;
        n++;
    }
    return n > 0 && n >= fewest;
}

/* The number the value should be, that the reviewer does not think another one. */
static bool find_value(const struct model *model, uint16_t at, size_t fewest, int64_t *value)
{
    const struct variable *var = &model->system.vars[at];
    const struct place_of *place = &model->places[at];
    int64_t change = 0;
    if (var->is_unknown || var->is_fixed || !find_change(model, at, fewest, &change) ||
        __builtin_add_overflow(var->value, change, value))
        return false;
    if (model->run->out->masks && *value >= MASK_FROM)
        return false; /* it would give the number away */
    return (*value >= 0 || var->is_signed) && (!place->is_accepted || place->accepted == *value);
}

static bool holds_elsewhere(const struct model *model, uint16_t at, size_t equation)
{
    const struct variable *var = &model->system.vars[at];
    for (size_t i = 0; i < var->nuses; i++)
        if (var->eqs[i] != equation && model_fails(model, var->eqs[i]))
            return false;
    return true;
}

/* Whether nothing else speaks against the cells that a figure of the prose is about. */
static bool is_beside_sound_cells(const struct model *model, uint16_t figure)
{
    size_t at = model->system.vars[figure].eqs[0];
    const struct equation *equation = &model->system.eqs[at];
    for (size_t i = 0; i < equation->count; i++)
        if (!holds_elsewhere(model, model->system.terms[equation->first + i].var, at))
            return false;
    return true;
}

static bool is_alone(const struct model *model, uint16_t at, bool of_prose, int64_t *value)
{
    enum { AGREEING = 2 };
    bool is_told = model->system.vars[at].is_told;
    return find_value(model, at, is_told ? 1 : AGREEING, value) &&
           (!of_prose || (is_told && is_beside_sound_cells(model, at)));
}

static bool is_disputed(const struct model *model, uint16_t at, const uint8_t *claims)
{
    const struct variable *var = &model->system.vars[at];
    for (size_t i = 0; i < var->nuses; i++)
        if (!model->system.eqs[var->eqs[i]].is_open && claims[var->eqs[i]] > 1)
            return true;
    return false;
}

void alone_find(const struct model *model, int part, bool of_prose, struct alone *alone)
{
    const struct system *system = &model->system;
    uint8_t claims[SYSTEM_MAX_EQS] = {0};
    int64_t values[SYSTEM_MAX_VARS];
    bool may_be[SYSTEM_MAX_VARS];
    for (uint16_t v = 0; v < system->nvars; v++) {
        const struct variable *var = &system->vars[v];
        may_be[v] = var->nuses > 0 && model_is_in(model, var->eqs[0], part) &&
                    is_alone(model, v, of_prose, &values[v]);
        for (size_t i = 0; may_be[v] && i < var->nuses; i++)
            claims[var->eqs[i]]++;
    }
    alone->n = 0;
    for (uint16_t v = 0; v < system->nvars; v++) {
        if (!may_be[v] || is_disputed(model, v, claims))
            continue;
        alone->vars[alone->n] = v;
        alone->values[alone->n++] = values[v];
    }
}
