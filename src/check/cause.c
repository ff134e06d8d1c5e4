#include "cause.h"

#include <stdlib.h>

#include "cause_order.h"
#include "evaluation.h"
#include "formula.h"
#include "gouji/base/map.h"
#include "lead.h"
#include "never.h"
#include "printing.h"
#include "structure.h"

/* Everything is looked up by name, so that thousands of findings cost no more
 * than their number. Maps hold the index of a finding and one. */
struct grouping {
    struct findings *findings;
    size_t *group;       /* union-find: index of another member, or its own */
    struct map *figures; /* failed findings by the numbers of the prose they touch */
    bool failed;         /* memory ran short */
};

static size_t find_root(struct grouping *grouping, size_t i)
{
    size_t *group = grouping->group;
    for (; group[i] != i; i = group[i])
        group[i] = group[group[i]];
    return i;
}

static void join(struct grouping *grouping, size_t a, size_t b)
{
    size_t root_a = find_root(grouping, a), root_b = find_root(grouping, b);
    grouping->group[root_a > root_b ? root_a : root_b] = root_a > root_b ? root_b : root_a;
}

/* The finding kept for this key; -1 for none. */
static int known(const struct map *map, struct slice key)
{
    const void *value = map ? map_get(map, key) : NULL;
    return value ? (int)((uintptr_t)value - 1) : -1;
}

/* Keeps the first finding of a key, in a map that is made for the first key; returns it. */
static size_t keep_first(struct grouping *grouping, struct map **map, struct slice key, size_t i)
{
    if (!*map)
        *map = map_new();
    const void *first = *map ? map_keep(*map, key, (const void *)(uintptr_t)(i + 1)) : NULL;
    grouping->failed |= first == NULL;
    return first ? (size_t)((uintptr_t)first - 1) : i;
}

static bool is_formula(const struct finding *finding)
{
    return finding->rule->how->evaluate == formula_evaluate ||
           finding->rule->how->evaluate == never_evaluate;
}

/* Balances */

/* The bytes of a pointer, as a key. */
static struct slice key_of(const void *const *pointer)
{
    return slice_make((const char *)pointer, sizeof *pointer);
}

static void join_first(struct grouping *grouping, struct map **map, struct slice key, size_t i)
{
    join(grouping, i, keep_first(grouping, map, key, i));
}

/* Failed balances over one cell are one slip seen from several sides, unless it
 * is known that several values are wrong; so are all failures of a rule that
 * says "one_cause". Keys that are pointers lie in the findings. */
static void join_formulas(struct grouping *grouping)
{
    const struct findings *all = grouping->findings;
    struct map *rules = NULL, *culprits = NULL, *cells = NULL;
    for (size_t i = 0; i < all->nitems && !grouping->failed; i++) {
        const struct finding *finding = &all->items[i];
        if (finding->outcome != OUTCOME_FAIL)
            continue;
        if (finding->rule->is_one_cause)
            join_first(grouping, &rules, slice_of(finding->rule->id), i);
        if (finding->culprit)
            join_first(grouping, &culprits, key_of((const void *const *)&finding->culprit), i);
        bool goes_by_cells = !finding->culprit && is_formula(finding);
        for (size_t k = 0; goes_by_cells && k < finding->nseen; k++)
            if (finding->seen[k].state == CELL_NUMBER)
                join_first(grouping, &cells, slice_of(finding->seen[k].cell), i);
    }
    map_free(rules);
    map_free(culprits);
    map_free(cells);
}

static bool is_figure(const struct seen *seen)
{
    return strncmp(seen->cell, "TXT.", 4) == 0;
}

/* What is explained by a value of the tables says nothing of the figure. */
static bool is_blamed_elsewhere(const struct finding *finding, const char *figure)
{
    const struct repair *first =
        finding->culprit && finding->culprit->nrepairs > 0 ? finding->culprit->repairs : NULL;
    for (size_t i = 0; first && i < first->nchanges; i++)
        if (strcmp(first->changes[i].cell, figure) == 0)
            return false;
    return first != NULL;
}

/* One number of the prose that is wrong fails against its table, against its parts
 * and against the same number elsewhere. Formulas see none. */
static void join_figures(struct grouping *grouping)
{
    const struct findings *all = grouping->findings;
    for (size_t i = 0; i < all->nitems && !grouping->failed; i++) {
        const struct finding *finding = &all->items[i];
        bool may_see = finding->outcome == OUTCOME_FAIL && !is_formula(finding);
        for (size_t k = 0; may_see && k < finding->nseen; k++)
            if (is_figure(&finding->seen[k]) &&
                !is_blamed_elsewhere(finding, finding->seen[k].cell))
                join_first(grouping, &grouping->figures, slice_of(finding->seen[k].cell), i);
    }
}

/* Structure: what one rule says is led by another's. */

static bool has_failed(const struct findings *all, const struct rule *rule)
{
    for (size_t i = 0; rule && i < all->nitems; i++)
        if (all->items[i].rule == rule && all->items[i].outcome == OUTCOME_FAIL)
            return true;
    return false;
}

/* Two rules, and the entry by which the follower names its lead. Their failed findings,
 * by the keys under which they meet. */
struct link {
    const cJSON *entry;
    const struct rule *lead, *follower;
    struct map *leads, *followers;
};

static void join_leads(struct grouping *grouping, struct link *link)
{
    const struct findings *all = grouping->findings;
    bool is_first = true;
    for (size_t i = 0; i < all->nitems && !grouping->failed; i++) {
        const struct finding *finding = &all->items[i];
        if (finding->rule != link->lead || finding->outcome != OUTCOME_FAIL)
            continue;
        const char *key = lead_key(link->entry, all, finding, is_first);
        int follower = key ? known(link->followers, slice_of(key)) : -1;
        is_first = false;
        if (follower >= 0)
            join(grouping, i, (size_t)follower);
        if (key)
            keep_first(grouping, &link->leads, slice_of(key), i);
    }
}

static void join_followers(struct grouping *grouping, struct link *link)
{
    const struct findings *all = grouping->findings;
    for (size_t i = 0; i < all->nitems && !grouping->failed; i++) {
        const struct finding *finding = &all->items[i];
        if (finding->rule != link->follower || finding->outcome != OUTCOME_FAIL)
            continue;
        const char *key = lead_follower_key(link->entry, all, finding);
        int lead = key ? known(link->leads, slice_of(key)) : -1;
        if (lead >= 0)
            join(grouping, i, (size_t)lead);
        if (key)
            keep_first(grouping, &link->followers, slice_of(key), i);
    }
}

static void join_link(struct grouping *grouping, const struct rule *follower, const cJSON *entry)
{
    const struct rule *lead = ruleset_find(grouping->findings->rules, lead_check(entry));
    if (!has_failed(grouping->findings, lead))
        return;
    struct link link = {.entry = entry, .lead = lead, .follower = follower};
    join_leads(grouping, &link);
    join_followers(grouping, &link);
    join_leads(grouping, &link);
    map_free(link.leads);
    map_free(link.followers);
}

/* The findings of a rule that fail stand together. */
static void join_led(struct grouping *grouping)
{
    const struct findings *all = grouping->findings;
    const struct rule *last = NULL;
    for (size_t i = 0; i < all->nitems; i++) {
        const struct rule *rule = all->items[i].rule;
        const cJSON *entry;
        if (all->items[i].outcome != OUTCOME_FAIL || rule == last)
            continue;
        last = rule;
        cJSON_ArrayForEach (entry, rule->led_by)
            join_link(grouping, rule, entry);
    }
}

/* Undecided ones */

/* The failed findings on structure, by the cells they touch or the table lost. */
struct structure_maps {
    struct map *rows, *placed, *blanks, *texts, *tables;
};

static struct map **map_of_kind(struct structure_maps *maps, const struct finding *finding)
{
    const struct rule_kind *kind = finding->rule->how;
    return kind->evaluate == structure_rows     ? &maps->rows
           : kind->evaluate == structure_placed ? &maps->placed
           : kind->evaluate == structure_blank  ? &maps->blanks
           : kind->evaluate == printing_counts  ? &maps->texts
                                                : NULL;
}

static void note_structure(struct grouping *grouping, struct structure_maps *maps)
{
    const struct findings *all = grouping->findings;
    for (size_t i = 0; i < all->nitems && !grouping->failed; i++) {
        const struct finding *finding = &all->items[i];
        if (finding->outcome != OUTCOME_FAIL)
            continue;
        struct map **map = map_of_kind(maps, finding);
        if (finding->rule->how->evaluate == structure_table)
            keep_first(grouping, &maps->tables, slice_of(finding->instance), i);
        for (size_t k = 0; map && k < finding->nseen; k++)
            if (map != &maps->texts || finding->seen[k].state == CELL_TEXT)
                keep_first(grouping, map, slice_of(finding->seen[k].cell), i);
    }
}

static int parent_by_cell(const struct structure_maps *maps, const struct seen *seen)
{
    struct slice cell = slice_of(seen->cell);
    int parent = -1;
    switch (seen->state) {
    case CELL_ABSENT:
        parent = known(maps->rows, cell);
        return parent >= 0 ? parent
                           : known(maps->tables, slice_make(cell.ptr, strcspn(cell.ptr, ".")));
    case CELL_UNPLACED:
        return known(maps->placed, cell);
    case CELL_BLANK:
    case CELL_MARK:
        return known(maps->blanks, cell);
    case CELL_TEXT:
        return known(maps->texts, cell);
    default:
        return -1;
    }
}

/* A lost operand weighs more than a blank one. */
static int find_parent(const struct structure_maps *maps, const struct finding *finding)
{
    for (int blanks = 0; blanks < 2; blanks++) {
        for (size_t i = 0; i < finding->nseen; i++) {
            enum cell_state state = finding->seen[i].state;
            bool is_blank = state == CELL_BLANK || state == CELL_MARK;
            int parent = is_blank == (blanks == 1) ? parent_by_cell(maps, &finding->seen[i]) : -1;
            if (parent >= 0)
                return parent;
        }
    }
    return -1;
}

/* Several numbers for one indicator: under the finding that says so, if one does. */
static int find_contradiction(const struct grouping *grouping, const struct finding *finding)
{
    int parent = -1;
    for (size_t i = 0; i < finding->nseen; i++) {
        if (!is_figure(&finding->seen[i]))
            return -1;
        if (parent < 0)
            parent = known(grouping->figures, slice_of(finding->seen[i].cell));
    }
    return parent;
}

static bool has_undecided(const struct findings *all)
{
    for (size_t i = 0; i < all->nitems; i++)
        if (all->items[i].outcome == OUTCOME_UNDECIDED)
            return true;
    return false;
}

static void hang_undecided(struct grouping *grouping)
{
    struct findings *all = grouping->findings;
    struct structure_maps maps = {0};
    note_structure(grouping, &maps);
    for (size_t i = 0; i < all->nitems && !grouping->failed; i++) {
        if (all->items[i].outcome != OUTCOME_UNDECIDED)
            continue;
        all->items[i].parent = find_parent(&maps, &all->items[i]);
        if (all->items[i].parent < 0)
            all->items[i].parent = find_contradiction(grouping, &all->items[i]);
        if (all->items[i].parent >= 0)
            join(grouping, i, (size_t)all->items[i].parent);
    }
    map_free(maps.rows);
    map_free(maps.placed);
    map_free(maps.blanks);
    map_free(maps.texts);
    map_free(maps.tables);
}

int cause_group(struct findings *findings)
{
    size_t n = findings->nitems;
    struct grouping grouping = {.findings = findings,
                                .group = calloc(n + 1, sizeof *grouping.group)};
    if (!grouping.group)
        return -1;
    for (size_t i = 0; i < n; i++)
        grouping.group[i] = i;
    join_formulas(&grouping);
    join_figures(&grouping);
    join_led(&grouping);
    if (has_undecided(findings))
        hang_undecided(&grouping);
    for (size_t i = 0; i < n; i++)
        grouping.group[i] = find_root(&grouping, i);
    int result = grouping.failed ? -1 : cause_order(findings, grouping.group);
    map_free(grouping.figures);
    free(grouping.group);
    return result;
}
