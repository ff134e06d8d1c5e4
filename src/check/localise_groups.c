#include "localise_groups.h"

bool groups_touch(const struct model *model, uint16_t var, size_t equation)
{
    for (size_t i = 0; i < model->system.vars[var].nuses; i++)
        if (model->system.vars[var].eqs[i] == equation)
            return true;
    return false;
}

bool groups_are_bound(const struct model *model, uint16_t a, uint16_t b)
{
    for (size_t i = 0; i < model->system.vars[a].nuses; i++) {
        size_t one = model->system.vars[a].eqs[i];
        if (groups_touch(model, b, one))
            return true;
        if (!model_fails(model, one) && !model->system.eqs[one].is_open)
            continue;
        const struct rule *rule = model->origins[one].rule;
        for (size_t j = 0; j < model->system.vars[b].nuses; j++)
            if (model->origins[model->system.vars[b].eqs[j]].rule == rule && rule->is_one_cause)
                return true;
    }
    return false;
}

int groups_split(const struct model *model, const struct candidate *one, int *groups)
{
    int n = 0;
    for (size_t i = 0; i < one->n; i++)
        groups[i] = -1;
    for (size_t i = 0; i < one->n; i++) {
        if (groups[i] < 0)
            groups[i] = n++;
        for (size_t j = 0; j < one->n; j++) {
            if (!groups_are_bound(model, one->vars[i], one->vars[j]) || groups[j] == groups[i])
                continue;
            int from = groups[j];
            groups[j] = groups[i];
            for (size_t k = 0; from >= 0 && k < one->n; k++)
                groups[k] = groups[k] == from ? groups[i] : groups[k];
        }
    }
    return n;
}

bool groups_are_small(const struct model *model, const struct candidate *one, size_t most)
{
    int groups[SEARCH_MAX_CHANGES];
    size_t sizes[SEARCH_MAX_CHANGES] = {0};
    groups_split(model, one, groups);
    for (size_t i = 0; i < one->n; i++)
        if (++sizes[groups[i]] > most)
            return false;
    return true;
}
