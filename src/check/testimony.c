#include "testimony.h"

#include "gouji/base/json.h"
#include "text_table.h"

void testimony_add(struct evaluation *run, size_t figure, int64_t value, const struct told *told)
{
    struct testimony *made = arena_alloc(run->arena, sizeof *made);
    const struct cell **cells = arena_array(run->arena, told->n, sizeof *cells);
    if (!made || !cells) {
        run->failed = true;
        return;
    }
    for (size_t i = 0; i < told->n; i++)
        cells[i] = report_cell(run->report, told->cells[i].cell);
    *made = (struct testimony){.id = figure == PATTERN_NONE ? NULL : prose_seen(run, figure).cell,
                               .value = value,
                               .cells = cells,
                               .ncells = told->n,
                               .known = told->known,
                               .next = run->testimonies};
    run->testimonies = made;
}

static void read_item(struct evaluation *run, const struct rule *rule,
                      const struct mention_item *item, bool *taken)
{
    struct mentions found = {0};
    struct told told = {0};
    told_add_list(run, &told, json_get(item->record, "cells"));
    if (told.nnumbers < told.n)
        return;
    mentions_find(run, rule, item, taken, &found);
    for (size_t i = 0; i < found.n && !run->failed; i++)
        if (!found.items[i].approximate && found.items[i].figure != PATTERN_NONE)
            testimony_add(run, found.items[i].figure, found.items[i].value, &told);
}

static void read_rule(struct evaluation *run, const struct rule *rule)
{
    struct mention_items all = mentions_items(rule);
    bool *taken = NULL;
    for (size_t i = 0; i < all.n && !run->failed; i++) {
        if (!all.items[i].testifies)
            continue;
        taken = taken ? taken : arena_array(run->arena, run->report->nfigures + 1, sizeof *taken);
        if (taken)
            read_item(run, rule, &all.items[i], taken);
        run->failed |= taken == NULL;
    }
}

void testimony_read(struct evaluation *run)
{
    for (size_t i = 0; i < ruleset_count(run->rules); i++) {
        const struct rule *rule = ruleset_at(run->rules, i);
        if (rule->on && rule->how->evaluate == text_table_evaluate)
            read_rule(run, rule);
    }
}

static bool is_about(const struct testimony *one, const struct cell *cell)
{
    for (size_t i = 0; i < one->ncells; i++)
        if (one->cells[i] == cell)
            return true;
    return false;
}

enum testimony_says testimony_of(const struct evaluation *run, const struct cell *cell,
                                 int64_t change, const struct testimony **which)
{
    enum testimony_says says = TESTIMONY_NONE;
    for (const struct testimony *one = run->testimonies; cell && one; one = one->next) {
        int64_t changed;
        if (!is_about(one, cell) || __builtin_add_overflow(one->known, change, &changed))
            continue;
        enum testimony_says now = one->value == one->known ? TESTIMONY_PRINTED
                                  : one->value == changed  ? TESTIMONY_CHANGED
                                                           : TESTIMONY_NONE;
        if (says != TESTIMONY_NONE && now != says)
            return TESTIMONY_NONE;
        says = now;
        *which = one;
    }
    return says;
}
