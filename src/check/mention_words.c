#include "mention_words.h"

#include <string.h>

#include "gouji/base/json.h"

struct all_sought {
    struct sought *items;
    struct mention_item *of; /* what each is of: the record, then its items */
    size_t n;
    bool has_own; /* the record itself names cells */
};

/* The record's patterns under the key, or under the item's name for it. */
static struct pattern_list list_of(const void *patterns, const cJSON *item, const char *key)
{
    return patterns_named(patterns, item ? json_string(item, key) : key);
}

/* A guard of the record, or that which the item names in its place. */
static struct pattern_list guard_of(const void *patterns, const cJSON *item, const char *key)
{
    const char *own = item ? json_string(item, key) : NULL;
    return patterns_named(patterns, own ? own : key);
}

static void read_applicants(struct sought *sought, const void *patterns, const cJSON *record)
{
    const cJSON *entry;
    json_each (entry, json_get(record, "applicants")) {
        if (sought->napplicants == APPLICANTS_MOST)
            break;
        sought->applicants[sought->napplicants++] =
            (struct applicant_words){entry, list_of(patterns, entry, "said")};
    }
}

/* What the record says for itself and all its items. */
static void read_common(struct sought *sought, const void *patterns, const cJSON *record)
{
    sought->bodies = body_words_of(patterns, record);
    sought->years = document_year_words(patterns);
    sought->spread = spread_words_of(patterns);
    read_applicants(sought, patterns, record);
}

static void take_common(struct sought *sought, const struct sought *first)
{
    sought->bodies = first->bodies;
    sought->years = first->years;
    sought->spread = first->spread;
    sought->napplicants = first->napplicants;
    memcpy(sought->applicants, first->applicants, sizeof sought->applicants);
}

static struct sought read_sought(const void *patterns, const cJSON *record, const cJSON *item)
{
    struct sought sought = {
        .find = list_of(patterns, item, "find"),
        .total = list_of(patterns, item, "total"),
        .only_zero = list_of(patterns, item, "only_zero"),
        .zero = list_of(patterns, item, "zero"),
        .weak = list_of(patterns, item, "weak"),
        .match_not = guard_of(patterns, item, "match_not"),
        .clause_not = guard_of(patterns, item, "clause_not"),
        .before_not = guard_of(patterns, item, "before_not"),
        .since_not = guard_of(patterns, item, "since_not"),
        .after_not = guard_of(patterns, item, "after_not"),
        .matter_not = guard_of(patterns, item, "matter_not"),
        .apart = guard_of(patterns, item, "apart"),
        .apart_behind = guard_of(patterns, item, "apart_behind"),
        .context = guard_of(patterns, item, "context"),
        .goes_on = guard_of(patterns, item, "goes_on"),
        .goes_on_not = guard_of(patterns, item, "goes_on_not"),
        .general_not = guard_of(patterns, item, "general_not"),
        .is_of_others = json_bool(item, "at_most", false),
        .is_below = json_bool(item, "below", false),
        .own_section = json_string(record, "context_section"),
        .general_in = json_string(record, "general_section"),
        .year_offset = (int)json_integer(record, "year_offset", 0),
        .has_fractions = json_bool(record, "fractions", false),
        .is_exclusive = json_bool(json_get(item, "exclusive") ? item : record, "exclusive", false),
    };
    return sought;
}

/* One behind the other, as they are all asked of every report. -1: no memory. */
static int gather_wanted(struct sought *sought, struct arena *arena)
{
    const struct pattern_list lists[] = {sought->find, sought->total, sought->only_zero,
                                         sought->zero, sought->weak};
    size_t n = 0;
    for (size_t l = 0; l < sizeof lists / sizeof *lists; l++)
        n += lists[l].n;
    struct needs *wanted = arena_raw(arena, n * sizeof *wanted);
    for (size_t l = 0; wanted && l < sizeof lists / sizeof *lists; l++)
        for (size_t i = 0; i < lists[l].n; i++)
            wanted[sought->nwanted++] = lists[l].items[i].needs;
    sought->wanted = wanted;
    return wanted ? 0 : -1;
}

static int add_sought(struct all_sought *all, const void *patterns, const struct rule *rule,
                      const cJSON *item)
{
    struct sought *sought = &all->items[all->n];
    *sought = read_sought(patterns, rule->record, item);
    if (all->n > 0)
        take_common(sought, &all->items[0]);
    else
        read_common(sought, patterns, rule->record);
    all->of[all->n++] = (struct mention_item){.record = item,
                                              .id = json_string(item, "id"),
                                              .as = json_string(item, "as"),
                                              .cell = json_string(item, "cell"),
                                              .testifies = json_bool(item, "testifies", false),
                                              .is_loose = json_bool(item, "loose", false),
                                              .sought = sought};
    return gather_wanted(sought, rule->arena);
}

static struct all_sought *read_all(const void *patterns, const struct rule *rule)
{
    const cJSON *items = json_get(rule->record, "items"), *item;
    size_t n = (size_t)cJSON_GetArraySize(items) + 1;
    struct all_sought *all = arena_alloc(rule->arena, sizeof *all);
    if (!all)
        return NULL;
    all->items = arena_array(rule->arena, n, sizeof *all->items);
    all->of = arena_array(rule->arena, n, sizeof *all->of);
    if (!all->items || !all->of)
        return NULL;
    all->has_own = json_get(rule->record, "cells") != NULL;
    int result = add_sought(all, patterns, rule, NULL);
    for (item = json_first(items); item && result == 0; item = item->next)
        result = add_sought(all, patterns, rule, item);
    return result == 0 ? all : NULL;
}

void *mentions_compile(const struct rule *rule, const cJSON **at, struct err *err)
{
    void *patterns = patterns_compile(rule, at, err);
    struct all_sought *all = patterns ? read_all(patterns, rule) : NULL;
    if (patterns && !all) {
        patterns_release(patterns);
        patterns = NULL;
        err_set_nomem(err);
    }
    if (patterns)
        patterns_keep(patterns, all);
    return patterns;
}

struct mention_items mentions_items(const struct rule *rule)
{
    const struct all_sought *all = patterns_kept(rule);
    size_t first = all->has_own ? 0 : 1;
    return (struct mention_items){all->of + first, all->n - first};
}

const struct sought *sought_of_record(struct evaluation *run, const struct rule *rule,
                                      struct sought *room)
{
    if (rule->how->compile == mentions_compile) {
        const struct all_sought *all = patterns_kept(rule);
        return all->items;
    }
    *room = read_sought(rule->compiled, rule->record, NULL);
    read_common(room, rule->compiled, rule->record);
    run->failed |= gather_wanted(room, run->arena) < 0;
    return room;
}
