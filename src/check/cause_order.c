#include "cause_order.h"

#include <stdlib.h>

struct place {
    size_t index;
    size_t group;
    size_t nfailed;         /* in the group */
    size_t nmembers;        /* the same, with those that are undecided for it */
    enum severity severity; /* worst of the group's failed ones */
    uint32_t first;         /* earliest evidence in the group */
    enum outcome outcome;   /* its own from here */
    enum severity own_severity;
    uint32_t own_first;
};

static uint32_t first_evidence(const struct finding *finding)
{
    uint32_t first = UINT32_MAX;
    for (size_t i = 0; i < finding->nspans; i++)
        if (finding->spans[i].start < first)
            first = finding->spans[i].start;
    return first;
}

static void fill_places(const struct findings *all, const size_t *group_of, struct place *places)
{
    for (size_t i = 0; i < all->nitems; i++) {
        const struct finding *finding = &all->items[i];
        places[i] = (struct place){
            .index = i,
            .group = group_of[i],
            .first = UINT32_MAX,
            .outcome = finding->outcome,
            .own_severity = finding->severity,
            .own_first = first_evidence(finding),
        };
    }
    for (size_t i = 0; i < all->nitems; i++) {
        struct place *group = &places[places[i].group];
        bool failed = places[i].outcome == OUTCOME_FAIL;
        group->nfailed += failed;
        group->nmembers++;
        if (failed && places[i].own_severity > group->severity)
            group->severity = places[i].own_severity;
        if (places[i].own_first < group->first)
            group->first = places[i].own_first;
    }
    for (size_t i = 0; i < all->nitems; i++) {
        const struct place *group = &places[places[i].group];
        places[i].nfailed = group->nfailed;
        places[i].nmembers = group->nmembers;
        places[i].severity = group->severity;
        places[i].first = group->first;
    }
}

#define COMPARE(a, b)                                                                              \
    if ((a) != (b))                                                                                \
    return (a) < (b) ? -1 : 1

static int by_place(const void *left, const void *right)
{
    const struct place *a = *(const struct place *const *)left;
    const struct place *b = *(const struct place *const *)right;
    COMPARE(a->nfailed == 0, b->nfailed == 0);
    COMPARE(b->severity, a->severity);
    COMPARE(a->first, b->first);
    COMPARE(a->group, b->group);
    COMPARE(a->outcome, b->outcome);
    if (a->outcome == OUTCOME_UNDECIDED) /* children: in the order of the rules */
        COMPARE(a->index, b->index);
    COMPARE(b->own_severity, a->own_severity);
    COMPARE(a->own_first, b->own_first);
    COMPARE(a->index, b->index);
    return 0;
}

/* Puts the items in order; parents are indexes and move with them. */
static int reorder(struct findings *all, const struct place *const *order)
{
    struct finding *items = arena_raw(all->arena, all->nitems * sizeof *items);
    size_t *now = arena_raw(all->arena, all->nitems * sizeof *now);
    if (!items || !now)
        return -1;
    for (size_t i = 0; i < all->nitems; i++) {
        items[i] = all->items[order[i]->index];
        now[order[i]->index] = i;
    }
    for (size_t i = 0; i < all->nitems; i++)
        if (items[i].parent >= 0)
            items[i].parent = (int)now[items[i].parent];
    all->items = items;
    return 0;
}

static void number_causes(struct findings *all, const struct place *const *order)
{
    for (size_t i = 0; i < all->nitems; i++) {
        bool is_new = i == 0 || order[i]->group != order[i - 1]->group;
        if (order[i]->nfailed < 1 || order[i]->nmembers < 2)
            continue;
        all->ncauses += is_new;
        all->items[i].cause = all->ncauses;
    }
}

/* Lists each finding's children, in the order of the items. */
static int list_children(struct findings *all)
{
    size_t *children = arena_array(all->arena, all->nitems, sizeof *children), next = 0;
    if (!children)
        return -1;
    for (size_t i = 0; i < all->nitems; i++)
        if (all->items[i].parent >= 0)
            all->items[all->items[i].parent].nchildren++;
    for (size_t i = 0; i < all->nitems; i++) {
        all->items[i].children = children + next;
        next += all->items[i].nchildren;
        all->items[i].nchildren = 0;
    }
    for (size_t i = 0; i < all->nitems; i++) {
        struct finding *parent =
            all->items[i].parent < 0 ? NULL : &all->items[all->items[i].parent];
        if (parent)
            children[(size_t)(parent->children - children) + parent->nchildren++] = i;
    }
    return 0;
}

int cause_order(struct findings *findings, const size_t *group_of)
{
    size_t n = findings->nitems;
    struct place *places = arena_raw(findings->arena, n * sizeof *places);
    const struct place **order = arena_raw(findings->arena, n * sizeof(const struct place *));
    if (!places || !order)
        return -1;
    fill_places(findings, group_of, places);
    for (size_t i = 0; i < n; i++)
        order[i] = &places[i];
    qsort(order, n, sizeof(const struct place *), by_place);
    if (reorder(findings, order) < 0)
        return -1;
    number_causes(findings, order);
    return list_children(findings);
}
