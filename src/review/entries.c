#include "entries.h"

const struct held *entries_held(const struct state *state, size_t item)
{
    int index = state->of_item[item];
    return index < 0 ? NULL : &state->held[index];
}

static bool same_cause(const struct findings *findings, size_t a, size_t b)
{
    return a == b || (findings->items[a].cause > 0 && findings->items[a].outcome == OUTCOME_FAIL &&
                      findings->items[b].outcome == OUTCOME_FAIL &&
                      findings->items[a].cause == findings->items[b].cause);
}

static bool is_child(const struct findings *findings, size_t item)
{
    const struct finding *finding = &findings->items[item];
    return finding->outcome == OUTCOME_UNDECIDED && finding->parent >= 0 &&
           (size_t)finding->parent < findings->nitems && (size_t)finding->parent != item;
}

size_t entries_cause(const struct findings *findings, size_t item, size_t *items)
{
    size_t n = 0;
    items[n++] = item;
    for (size_t i = 0; i < findings->nitems; i++)
        if (i != item && same_cause(findings, item, i))
            items[n++] = i;
    for (size_t i = 0; i < findings->nitems; i++)
        if (i != item && is_child(findings, i) &&
            same_cause(findings, item, (size_t)findings->items[i].parent))
            items[n++] = i;
    return n;
}

static int list_entries(struct state *state, const struct findings *findings)
{
    size_t n = findings->nitems;
    state->entries = arena_array(state->arena, n, sizeof *state->entries);
    bool *listed = arena_array(state->arena, n, sizeof *listed);
    size_t *group = arena_array(state->arena, n, sizeof *group);
    if (!state->entries || !listed || !group)
        return -1;
    for (size_t i = 0; i < n; i++) {
        if (listed[i] || is_child(findings, i))
            continue;
        size_t members = entries_cause(findings, i, group);
        for (size_t k = 0; k < members; k++) {
            if (listed[group[k]])
                continue;
            listed[group[k]] = true;
            state->entries[state->nentries++] = (struct entry){group[k], k > 0};
        }
    }
    /* Children of children would be lost above; they are never left out. */
    for (size_t i = 0; i < n; i++)
        if (!listed[i])
            state->entries[state->nentries++] = (struct entry){i, 0};
    return 0;
}

bool entries_is_head(const struct state *state, size_t item)
{
    for (size_t i = 0; i < state->nentries; i++)
        if (state->entries[i].item == item)
            return state->entries[i].depth == 0;
    return false;
}

bool entries_is_open(const struct state *state, const struct findings *findings, size_t item)
{
    const struct finding *finding = &findings->items[item];
    const struct held *held = entries_held(state, item);
    if (finding->outcome == OUTCOME_UNDECIDED)
        return !is_child(findings, item) && !held;
    return finding->severity == SEVERITY_ERROR &&
           (!held || held->why || held->verdict == VERDICT_LATER ||
            held->verdict == VERDICT_CANNOT_TELL);
}

static bool is_decided(const struct state *state, size_t item)
{
    const struct held *held = entries_held(state, item);
    return held && !held->why && held->verdict != VERDICT_LATER;
}

struct cause_counts entries_cause_counts(const struct state *state, const struct findings *findings,
                                         size_t item)
{
    struct cause_counts counts = {0, 0};
    for (size_t i = 0; i < findings->nitems; i++) {
        if (!same_cause(findings, item, i))
            continue;
        counts.findings++;
        counts.decided += is_decided(state, i);
    }
    return counts;
}

/* A cause is as decided as its least decided failed member. */
static enum verdict group_verdict(const struct state *state, const struct findings *findings,
                                  size_t from, size_t to, bool *stale)
{
    const struct held *head = entries_held(state, state->entries[from].item);
    enum verdict verdict = head ? head->verdict : VERDICT_NONE;
    *stale = false;
    for (size_t i = from; i < to; i++) {
        const struct held *held = entries_held(state, state->entries[i].item);
        bool counts = i == from || findings->items[state->entries[i].item].outcome == OUTCOME_FAIL;
        *stale = *stale || (counts && held && held->why);
        if (counts && !held)
            verdict = VERDICT_NONE;
        else if (counts && held->verdict == VERDICT_LATER && verdict != VERDICT_NONE)
            verdict = VERDICT_LATER;
    }
    return verdict;
}

int entries_make(struct state *state, const struct findings *findings)
{
    struct review_counts counts = {0};
    if (list_entries(state, findings))
        return -1;
    for (size_t i = 0, to; i < state->nentries; i = to) {
        bool stale;
        for (to = i + 1; to < state->nentries && state->entries[to].depth > 0;)
            to++;
        enum verdict verdict = group_verdict(state, findings, i, to, &stale);
        counts.entries++;
        counts.verdicts[verdict]++;
        counts.stale += stale;
        counts.decided += verdict != VERDICT_NONE && verdict != VERDICT_LATER && !stale;
    }
    counts.entries += state->nproblems;
    counts.decided += state->nproblems;
    for (size_t i = 0; i < findings->nitems; i++)
        counts.open_errors += entries_is_open(state, findings, i);
    state->counts = counts;
    return 0;
}
