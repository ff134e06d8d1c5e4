#include "run.h"

#include <pthread.h>
#include <stdlib.h>

#include "pattern.h"
#include "prior.h"
#include "prose.h"

/* Which rules a thread evaluates. */
enum share { SHARE_ALL, SHARE_FIRST, SHARE_APART, SHARE_REST };

static size_t instances(const struct findings *findings)
{
    size_t n = 0;
    for (int outcome = 0; outcome < OUTCOME_COUNT; outcome++)
        n += findings->counts[outcome];
    return n;
}

static void note_off(struct findings *out)
{
    struct rule_list off = ruleset_off(out->rules);
    out->off = off.items;
    out->noff = off.n;
}

static bool is_in(enum share share, const struct rule *rule)
{
    if (share == SHARE_FIRST)
        return rule->how->is_first;
    return (share == SHARE_ALL || rule->how->is_apart == (share == SHARE_APART));
}

/* A rule whose patterns are too much work on this text is not taken for held. */
static void tell_limit(struct evaluation *run, const struct rule *rule)
{
    struct finding *finding = eval_add(run, rule, "match-steps", OUTCOME_UNDECIDED, NULL);
    if (!finding)
        return;
    finding->message[LANG_ZH] =
        arena_format(run->arena, "模式匹配超出上限“match steps”（%d 步），不能核对", PATTERN_STEPS);
    finding->message[LANG_EN] =
        arena_format(run->arena, "matching goes over the limit \"match steps\" of %d; not checked",
                     PATTERN_STEPS);
}

static void run_rule(struct evaluation *run, const struct rule *rule)
{
    size_t before = instances(run->out);
    rule->how->evaluate(run, rule);
    enum search_end end = pattern_search_end();
    if (end == SEARCH_NO_MEMORY)
        run->failed = true;
    else if (end == SEARCH_OVER_LIMIT)
        tell_limit(run, rule);
    if (instances(run->out) == before)
        eval_not_applicable(run, rule);
}

static void add_hidden(struct evaluation *run, struct span span)
{
    struct findings *out = run->out;
    struct span *room = arena_push(run->arena, &out->hidden, &out->hidden_capacity, out->nhidden,
                                   sizeof *out->hidden);
    run->failed |= room == NULL;
    if (!room)
        return;
    *room = span;
    out->nhidden++;
}

/* Nothing of it is told nor counted; what it would find is masked. */
static void run_unheard(struct evaluation *run, const struct rule *rule)
{
    struct findings unheard = {.report = run->report, .rules = run->rules}, *out = run->out;
    size_t capacity = run->capacity;
    run->out = &unheard;
    run->capacity = 0;
    rule->how->evaluate(run, rule);
    run->out = out;
    run->capacity = capacity;
    run->failed |= pattern_search_end() == SEARCH_NO_MEMORY;
    for (size_t i = 0; i < unheard.nitems; i++)
        for (size_t k = 0; unheard.items[i].is_masked && k < unheard.items[i].nspans; k++)
            add_hidden(run, unheard.items[i].spans[k]);
}

static void run_here(struct evaluation *run, const struct rule *rule)
{
    if (run->failed)
        return;
    if (rule->on)
        run_rule(run, rule);
    else if (rule->hides)
        run_unheard(run, rule);
}

static int run_share(struct evaluation *run, enum share share)
{
    if (pattern_search_end() == SEARCH_NO_MEMORY)
        return -1;
    for (size_t i = 0; i < ruleset_count(run->rules); i++)
        if (is_in(share, ruleset_at(run->rules, i)))
            run_here(run, ruleset_at(run->rules, i));
    return run->failed || arena_failed(run->arena) ? -1 : 0;
}

void run_rules(struct evaluation *runs, size_t n)
{
    const struct ruleset *rules = n > 0 ? runs->rules : NULL;
    bool is_out_of_memory = pattern_search_end() == SEARCH_NO_MEMORY;
    for (size_t k = 0; k < n; k++) {
        runs[k].failed |= is_out_of_memory;
        if (runs[k].failed)
            continue;
        prior_tell_doubt(&runs[k]);
        note_off(runs[k].out);
    }
    for (size_t i = 0; n > 0 && i < ruleset_count(rules); i++)
        for (size_t k = 0; k < n; k++)
            run_here(&runs[k], ruleset_at(rules, i));
    for (size_t k = 0; k < n; k++)
        runs[k].failed |= arena_failed(runs[k].arena);
}

int run_first_rules(struct evaluation *run)
{
    return run_share(run, SHARE_FIRST);
}

static void *run_apart(void *closure)
{
    struct evaluation *run = closure;
    run->failed |= run_share(run, SHARE_APART) < 0;
    return NULL;
}

/* The rules stand in one array, in the order of their evaluation. */
static int merge(struct evaluation *run, const struct findings *apart)
{
    struct findings *out = run->out;
    size_t n = out->nitems + apart->nitems, a = 0, b = 0;
    struct finding *items = arena_array(run->arena, n, sizeof *items);
    if (!items)
        return -1;
    for (size_t i = 0; i < n; i++) {
        bool takes_apart =
            a == out->nitems || (b < apart->nitems && apart->items[b].rule < out->items[a].rule);
        items[i] = takes_apart ? apart->items[b++] : out->items[a++];
    }
    out->items = items;
    out->nitems = run->capacity = n;
    for (int outcome = 0; outcome < OUTCOME_COUNT; outcome++)
        out->counts[outcome] += apart->counts[outcome];
    for (size_t i = 0; i < apart->nhidden; i++)
        add_hidden(run, apart->hidden[i]);
    return run->failed ? -1 : 0;
}

int run_rules_in_two(struct evaluation *run)
{
    pthread_t thread;
    struct findings apart = {.report = run->report, .rules = run->rules};
    struct evaluation beside = *run;
    note_off(run->out);
    if (prose_mark(run) < 0)
        return -1;
    beside.prose = run->prose;
    beside.letters = run->letters;
    beside.ordinals = run->ordinals;
    beside.out = &apart;
    beside.capacity = 0;
    beside.arena = arena_new();
    beside.message = (struct str)STR_INIT;
    memset(beside.tables, 0, sizeof beside.tables);
    beside.sides = NULL;
    beside.claimed = beside.mentioned = NULL;
    bool started = beside.arena && pthread_create(&thread, NULL, run_apart, &beside) == 0;
    int result = run_share(run, started ? SHARE_REST : SHARE_ALL);
    if (started) {
        pthread_join(thread, NULL);
        str_release(&beside.message);
        arena_absorb(run->arena, beside.arena);
        if (result == 0)
            result = beside.failed ? -1 : merge(run, &apart);
    } else {
        arena_free(beside.arena);
    }
    return result;
}
