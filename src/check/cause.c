#include "cause.h"

#include <stdlib.h>

#include "gouji/base/json.h"
#include "places.h"

struct grouping {
    struct findings *findings;
    size_t *group; /* union-find: index of another member, or its own */
};

static size_t find_root(const struct grouping *grouping, size_t i)
{
    while (grouping->group[i] != i)
        i = grouping->group[i];
    return i;
}

static void join(struct grouping *grouping, size_t a, size_t b)
{
    size_t root_a = find_root(grouping, a), root_b = find_root(grouping, b);
    grouping->group[root_a > root_b ? root_a : root_b] = root_a > root_b ? root_b : root_a;
}

static bool is_failed(const struct finding *finding, const char *id)
{
    return finding->outcome == OUTCOME_FAIL && strcmp(finding->rule->id, id) == 0;
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

static bool share_number(const struct finding *a, const struct finding *b)
{
    for (size_t i = 0; i < a->nseen; i++)
        if (a->seen[i].state == CELL_NUMBER && finding_touches_cell(b, a->seen[i].cell))
            return true;
    return false;
}

/* Failed balances over one cell are one slip seen from several sides, unless it
 * is known that several values are wrong; so are all failures of a rule that
 * says "one_cause". */
static bool is_one_slip(const struct finding *a, const struct finding *b)
{
    if (a->culprit || b->culprit)
        return a->culprit == b->culprit;
    return is_formula(a) && is_formula(b) && share_number(a, b);
}

static void join_formulas(struct grouping *grouping)
{
    const struct findings *all = grouping->findings;
    for (size_t i = 0; i < all->nitems; i++) {
        const struct finding *a = &all->items[i];
        if (a->outcome != OUTCOME_FAIL)
            continue;
        for (size_t j = i + 1; j < all->nitems; j++) {
            const struct finding *b = &all->items[j];
            bool same_rule = a->rule == b->rule && json_bool(a->rule->record, "one_cause", false);
            if (b->outcome == OUTCOME_FAIL && (same_rule || is_one_slip(a, b)))
                join(grouping, i, j);
        }
    }
}

/* Structure */

typedef bool relation(const struct findings *all, const struct finding *lead,
                      const struct finding *follower);

static bool is_table_of_section(const struct findings *all, const struct finding *lead,
                                const struct finding *follower)
{
    const struct forms *forms = all->report->forms;
    enum table_id table;
    return forms_count(forms) > 0 &&
           places_table(follower->instance, strlen(follower->instance), &table) &&
           strcmp(forms_at(forms, 0)->tables[table].section, lead->instance) == 0;
}

/* Several sections may be lost; what names no section goes to the first. */
static bool is_first(const struct findings *all, const struct finding *lead,
                     const struct finding *follower)
{
    (void)follower;
    for (const struct finding *before = all->items; before < lead; before++)
        if (is_failed(before, lead->rule->id))
            return false;
    return true;
}

static bool is_gap(const struct findings *all, const struct finding *lead,
                   const struct finding *follower)
{
    return follower->severity > SEVERITY_INFO && is_first(all, lead, follower);
}

static bool is_shift(const struct findings *all, const struct finding *lead,
                     const struct finding *follower)
{
    (void)all;
    (void)lead;
    return follower->severity == SEVERITY_INFO;
}

static bool is_same_table(const struct findings *all, const struct finding *lead,
                          const struct finding *follower)
{
    (void)all;
    return strcmp(lead->instance, follower->instance) == 0;
}

static const struct link {
    const char *lead, *follower;
    relation *holds;
} LINKS[] = {
    {"SEC-01", "STR-01", is_table_of_section}, /* a section lost with its table, */
    {"SEC-01", "SEC-03", is_gap},              /* the gap it leaves, */
    {"SEC-01", "DOC-10", is_first},            /* and the promise it breaks */
    {"SEC-04", "SEC-03", is_shift},            /* a section added shifts the numerals */
    {"STR-02", "STR-09", is_same_table},       /* rows lost where a page ends */
};

static void join_link(struct grouping *grouping, const struct link *link)
{
    const struct findings *all = grouping->findings;
    for (size_t i = 0; i < all->nitems; i++) {
        for (size_t j = 0; is_failed(&all->items[i], link->lead) && j < all->nitems; j++)
            if (is_failed(&all->items[j], link->follower) &&
                link->holds(all, &all->items[i], &all->items[j]))
                join(grouping, i, j);
    }
}

/* Undecided ones */

static int find_structural(const struct findings *all, const char *kind, const char *cell)
{
    for (size_t i = 0; i < all->nitems; i++) {
        const struct finding *finding = &all->items[i];
        if (finding->outcome == OUTCOME_FAIL && is_kind(finding, kind) &&
            finding_touches_cell(finding, cell))
            return (int)i;
    }
    return -1;
}

static int find_lost_table(const struct findings *all, const char *cell)
{
    size_t nbytes = strcspn(cell, ".");
    for (size_t i = 0; i < all->nitems; i++) {
        const struct finding *finding = &all->items[i];
        if (finding->outcome == OUTCOME_FAIL && is_kind(finding, "TABLE") &&
            slice_is(slice_make(cell, nbytes), finding->instance))
            return (int)i;
    }
    return -1;
}

static int parent_by_cell(const struct findings *all, const struct seen *seen)
{
    int parent = -1;
    switch (seen->state) {
    case CELL_ABSENT:
        parent = find_structural(all, "ROWS", seen->cell);
        return parent >= 0 ? parent : find_lost_table(all, seen->cell);
    case CELL_UNPLACED:
        return find_structural(all, "PLACED", seen->cell);
    case CELL_BLANK:
    case CELL_MARK:
        return find_structural(all, "BLANK", seen->cell);
    default:
        return -1;
    }
}

/* A lost operand weighs more than a blank one. */
static int find_parent(const struct findings *all, const struct finding *finding)
{
    for (int blanks = 0; blanks < 2; blanks++) {
        for (size_t i = 0; i < finding->nseen; i++) {
            enum cell_state state = finding->seen[i].state;
            bool is_blank = state == CELL_BLANK || state == CELL_MARK;
            int parent = is_blank == (blanks == 1) ? parent_by_cell(all, &finding->seen[i]) : -1;
            if (parent >= 0)
                return parent;
        }
    }
    return -1;
}

static void hang_undecided(struct grouping *grouping)
{
    struct findings *all = grouping->findings;
    for (size_t i = 0; i < all->nitems; i++) {
        if (all->items[i].outcome != OUTCOME_UNDECIDED)
            continue;
        all->items[i].parent = find_parent(all, &all->items[i]);
        if (all->items[i].parent >= 0)
            join(grouping, i, (size_t)all->items[i].parent);
    }
}

/* Order */

struct place {
    size_t index;
    size_t group;
    size_t nfailed;         /* in the group */
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

static void fill_places(const struct grouping *grouping, struct place *places)
{
    const struct findings *all = grouping->findings;
    for (size_t i = 0; i < all->nitems; i++) {
        const struct finding *finding = &all->items[i];
        places[i] = (struct place){
            .index = i,
            .group = find_root(grouping, i),
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
        if (failed && places[i].own_severity > group->severity)
            group->severity = places[i].own_severity;
        if (places[i].own_first < group->first)
            group->first = places[i].own_first;
    }
    for (size_t i = 0; i < all->nitems; i++) {
        const struct place *group = &places[places[i].group];
        places[i].nfailed = group->nfailed;
        places[i].severity = group->severity;
        places[i].first = group->first;
    }
}

#define COMPARE(a, b)                                                                              \
    if ((a) != (b))                                                                                \
    return (a) < (b) ? -1 : 1

static int by_place(const void *left, const void *right)
{
    const struct place *a = left, *b = right;
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
static int reorder(struct findings *all, const struct place *places)
{
    struct finding *items = arena_array(all->arena, all->nitems, sizeof *items);
    size_t *now = arena_array(all->arena, all->nitems, sizeof *now);
    if (!items || !now)
        return -1;
    for (size_t i = 0; i < all->nitems; i++) {
        items[i] = all->items[places[i].index];
        now[places[i].index] = i;
    }
    for (size_t i = 0; i < all->nitems; i++)
        if (items[i].parent >= 0)
            items[i].parent = (int)now[items[i].parent];
    all->items = items;
    return 0;
}

static void number_causes(struct findings *all, const struct place *places)
{
    for (size_t i = 0; i < all->nitems; i++) {
        bool is_new = i == 0 || places[i].group != places[i - 1].group;
        if (places[i].nfailed < 2)
            continue;
        all->ncauses += is_new;
        all->items[i].cause = all->ncauses;
    }
}

int cause_group(struct findings *findings)
{
    size_t n = findings->nitems;
    struct grouping grouping = {findings, calloc(n + 1, sizeof *grouping.group)};
    struct place *places = calloc(n + 1, sizeof *places);
    int result = -1;
    if (grouping.group && places) {
        for (size_t i = 0; i < n; i++)
            grouping.group[i] = i;
        join_formulas(&grouping);
        for (size_t i = 0; i < sizeof LINKS / sizeof *LINKS; i++)
            join_link(&grouping, &LINKS[i]);
        hang_undecided(&grouping);
        fill_places(&grouping, places);
        qsort(places, n, sizeof *places, by_place);
        result = reorder(findings, places);
        number_causes(findings, places);
    }
    free(grouping.group);
    free(places);
    return result;
}
