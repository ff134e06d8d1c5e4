#include "cause.h"

#include <stdlib.h>

#include "cause_order.h"
#include "gouji/base/json.h"
#include "gouji/base/map.h"
#include "places.h"

/* Everything is looked up by name, so that thousands of findings cost no more
 * than their number. Maps hold the index of a finding and one. */
struct grouping {
    struct findings *findings;
    size_t *group; /* union-find: index of another member, or its own */
    struct map *figures; /* failed findings by the numbers of the prose they touch */
    bool failed;   /* memory ran short */
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

static struct map *new_map(struct grouping *grouping)
{
    struct map *map = map_new();
    grouping->failed |= map == NULL;
    return map;
}

/* The finding kept for this key; -1 for none. */
static int known(const struct map *map, struct slice key)
{
    const void *value = map ? map_get(map, key) : NULL;
    return value ? (int)((uintptr_t)value - 1) : -1;
}

/* Keeps the first finding of a key; returns it. */
static size_t keep_first(struct grouping *grouping, struct map *map, struct slice key, size_t i)
{
    int first = known(map, key);
    if (first >= 0)
        return (size_t)first;
    grouping->failed |= !map || map_set(map, key, (const void *)(uintptr_t)(i + 1)) < 0;
    return i;
}

static bool is_kind(const struct finding *finding, const char *kind)
{
    return strcmp(finding->rule->kind, kind) == 0;
}

static bool is_formula(const struct finding *finding)
{
    return is_kind(finding, "SUM") || is_kind(finding, "LE") || is_kind(finding, "GE") ||
           is_kind(finding, "NEVER");
}

/* Balances */

/* The bytes of a pointer, as a key. */
static struct slice key_of(const void *const *pointer)
{
    return slice_make((const char *)pointer, sizeof *pointer);
}

static void join_first(struct grouping *grouping, struct map *map, struct slice key, size_t i)
{
    join(grouping, i, keep_first(grouping, map, key, i));
}

/* Failed balances over one cell are one slip seen from several sides, unless it
 * is known that several values are wrong; so are all failures of a rule that
 * says "one_cause". Keys that are pointers lie in the findings. */
static void join_formulas(struct grouping *grouping)
{
    const struct findings *all = grouping->findings;
    struct map *rules = new_map(grouping), *culprits = new_map(grouping);
    struct map *cells = new_map(grouping);
    for (size_t i = 0; i < all->nitems && !grouping->failed; i++) {
        const struct finding *finding = &all->items[i];
        if (finding->outcome != OUTCOME_FAIL)
            continue;
        if (json_bool(finding->rule->record, "one_cause", false))
            join_first(grouping, rules, slice_of(finding->rule->id), i);
        if (finding->culprit)
            join_first(grouping, culprits, key_of((const void *const *)&finding->culprit), i);
        for (size_t k = 0; !finding->culprit && is_formula(finding) && k < finding->nseen; k++)
            if (finding->seen[k].state == CELL_NUMBER)
                join_first(grouping, cells, slice_of(finding->seen[k].cell), i);
    }
    map_free(rules);
    map_free(culprits);
    map_free(cells);
}

static bool is_figure(const struct seen *seen)
{
    return strncmp(seen->cell, "TXT.", 4) == 0;
}

/* One number of the prose that is wrong fails against its table, against its parts
 * and against the same number elsewhere. */
static void join_figures(struct grouping *grouping)
{
    const struct findings *all = grouping->findings;
    grouping->figures = new_map(grouping);
    for (size_t i = 0; i < all->nitems && !grouping->failed; i++) {
        const struct finding *finding = &all->items[i];
        for (size_t k = 0; finding->outcome == OUTCOME_FAIL && k < finding->nseen; k++)
            if (is_figure(&finding->seen[k]))
                join_first(grouping, grouping->figures, slice_of(finding->seen[k].cell), i);
    }
}

/* Structure: a finding leads or follows under a key; NULL: it does neither. */
typedef const char *link_key(const struct findings *all, const struct finding *finding,
                             bool is_first);

static const char *by_instance(const struct findings *all, const struct finding *finding,
                               bool is_first)
{
    (void)all;
    (void)is_first;
    return finding->instance;
}

static const char *by_section_of_table(const struct findings *all, const struct finding *finding,
                                       bool is_first)
{
    const struct forms *forms = all->report->forms;
    enum table_id table;
    (void)is_first;
    return forms_count(forms) > 0 &&
                   places_table(finding->instance, strlen(finding->instance), &table)
               ? forms_at(forms, 0)->tables[table].section
               : NULL;
}

/* Several sections may be lost; what names no section goes to the first. */
static const char *if_first(const struct findings *all, const struct finding *finding,
                            bool is_first)
{
    (void)all;
    (void)finding;
    return is_first ? "" : NULL;
}

static const char *always(const struct findings *all, const struct finding *finding, bool is_first)
{
    (void)all;
    (void)finding;
    (void)is_first;
    return "";
}

static const char *if_gap(const struct findings *all, const struct finding *finding, bool is_first)
{
    (void)all;
    (void)is_first;
    return finding->severity > SEVERITY_INFO ? "" : NULL;
}

static const char *if_shift(const struct findings *all, const struct finding *finding,
                            bool is_first)
{
    (void)all;
    (void)is_first;
    return finding->severity == SEVERITY_INFO ? "" : NULL;
}

static const struct link {
    const char *lead, *follower;
    link_key *lead_key, *follower_key;
} LINKS[] = {
    {"SEC-01", "STR-01", by_instance, by_section_of_table}, /* a section lost with its table, */
    {"SEC-01", "SEC-03", if_first, if_gap},                 /* the gap it leaves, */
    {"SEC-01", "DOC-10", if_first, always},                 /* and the promise it breaks */
    {"SEC-04", "SEC-03", always, if_shift},                 /* a section added shifts numerals */
    {"STR-02", "STR-09", by_instance, by_instance},         /* rows lost where a page ends, */
    {"DOC-02", "XY-07", by_instance, by_instance},          /* one sentence of last year's */
};

/* One side of a link: each finding of the rule joins the one that the other
 * side keeps under its key, and is kept itself. */
static void join_side(struct grouping *grouping, const char *id, link_key *key,
                      const struct map *other, struct map *own)
{
    const struct findings *all = grouping->findings;
    const struct rule *rule = ruleset_find(all->rules, id);
    bool is_first = true;
    for (size_t i = 0; rule && i < all->nitems && !grouping->failed; i++) {
        const struct finding *finding = &all->items[i];
        if (finding->rule != rule || finding->outcome != OUTCOME_FAIL)
            continue;
        const char *name = key(all, finding, is_first);
        int partner = name ? known(other, slice_of(name)) : -1;
        is_first = false;
        if (partner >= 0)
            join(grouping, i, (size_t)partner);
        if (name)
            keep_first(grouping, own, slice_of(name), i);
    }
}

static bool has_failed(const struct findings *all, const char *id)
{
    for (size_t i = 0; i < all->nitems; i++)
        if (all->items[i].outcome == OUTCOME_FAIL && strcmp(all->items[i].rule->id, id) == 0)
            return true;
    return false;
}

static void join_link(struct grouping *grouping, const struct link *link)
{
    if (!has_failed(grouping->findings, link->lead) ||
        !has_failed(grouping->findings, link->follower))
        return;
    struct map *leads = new_map(grouping), *followers = new_map(grouping);
    join_side(grouping, link->lead, link->lead_key, NULL, leads);
    join_side(grouping, link->follower, link->follower_key, leads, followers);
    join_side(grouping, link->lead, link->lead_key, followers, leads);
    map_free(leads);
    map_free(followers);
}

/* Undecided ones */

/* The failed findings on structure, by the cells they touch or the table lost. */
struct structure_maps {
    struct map *rows, *placed, *blanks, *tables;
};

static struct map *map_of_kind(const struct structure_maps *maps, const struct finding *finding)
{
    return is_kind(finding, "ROWS")     ? maps->rows
           : is_kind(finding, "PLACED") ? maps->placed
           : is_kind(finding, "BLANK")  ? maps->blanks
                                        : NULL;
}

static void note_structure(struct grouping *grouping, const struct structure_maps *maps)
{
    const struct findings *all = grouping->findings;
    for (size_t i = 0; i < all->nitems && !grouping->failed; i++) {
        const struct finding *finding = &all->items[i];
        struct map *map = map_of_kind(maps, finding);
        if (finding->outcome != OUTCOME_FAIL)
            continue;
        if (is_kind(finding, "TABLE"))
            keep_first(grouping, maps->tables, slice_of(finding->instance), i);
        for (size_t k = 0; map && k < finding->nseen; k++)
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

static void hang_undecided(struct grouping *grouping)
{
    struct findings *all = grouping->findings;
    struct structure_maps maps = {new_map(grouping), new_map(grouping), new_map(grouping),
                                  new_map(grouping)};
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
    map_free(maps.tables);
}

int cause_group(struct findings *findings)
{
    size_t n = findings->nitems;
    struct grouping grouping = {.findings = findings, .group = calloc(n + 1, sizeof *grouping.group)};
    if (!grouping.group)
        return -1;
    for (size_t i = 0; i < n; i++)
        grouping.group[i] = i;
    join_formulas(&grouping);
    join_figures(&grouping);
    for (size_t i = 0; i < sizeof LINKS / sizeof *LINKS; i++)
        join_link(&grouping, &LINKS[i]);
    hang_undecided(&grouping);
    for (size_t i = 0; i < n; i++)
        grouping.group[i] = find_root(&grouping, i);
    int result = grouping.failed ? -1 : cause_order(findings, grouping.group);
    map_free(grouping.figures);
    free(grouping.group);
    return result;
}
