#include "gouji/review/pairs.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "gouji/base/arena.h"
#include "gouji/base/map.h"
#include "gouji/base/vec.h"
#include "gouji/review/agency.h"

struct pair_entry {
    const void *owner;
    const char *name; /* agency_fold */
    const char *core; /* agency_core */
    int year;
    size_t number;                /* its place among all */
    struct pair_entry *self;      /* to write to, where a map gives it to read */
    struct pair_entry *next_same; /* of the same name and year */
    struct pair_entry *last_same; /* the last of these; kept by the first one */
};

/* An entry found by a part of its name. */
struct short_entry {
    const struct pair_entry *entry;
    struct short_entry *self;       /* to write to, where a map gives it to read */
    const struct short_entry *next; /* of the same key */
};

struct pairs {
    struct arena *arena; /* names, keys, entries */
    struct map *whole;   /* year and name: the first pair_entry of them */
    struct map *shorter; /* year and name without territory: the last short_entry */
    struct map *loose;   /* year and core, or rest_year and core without territory: the same */
    struct pair_entry **items;
    size_t count, capacity;
};

struct pairs *pairs_new(void)
{
    struct pairs *pairs = calloc(1, sizeof *pairs);
    if (!pairs)
        return NULL;
    pairs->arena = arena_new();
    pairs->whole = map_new();
    pairs->shorter = map_new();
    pairs->loose = map_new();
    if (pairs->arena && pairs->whole && pairs->shorter && pairs->loose)
        return pairs;
    pairs_free(pairs);
    return NULL;
}

void pairs_free(struct pairs *pairs)
{
    if (!pairs)
        return;
    free(pairs->items);
    map_free(pairs->whole);
    map_free(pairs->shorter);
    map_free(pairs->loose);
    arena_free(pairs->arena);
    free(pairs);
}

/* ---- names ---- */

/* NULL without name or memory. */
static const char *name_of(struct arena *arena, const struct identity *who)
{
    return who->year == 0 ? NULL : agency_fold(arena, who->agency);
}

/* ---- looking up ---- */

/* Of bytes that are compared only: the year as it lies in memory, then the name. */
static struct slice key_of(struct arena *arena, int year, const char *name)
{
    size_t nbytes = strlen(name);
    char *key = arena_raw(arena, sizeof year + nbytes);
    if (!key)
        return (struct slice){NULL, 0};
    memcpy(key, &year, sizeof year);
    memcpy(key + sizeof year, name, nbytes);
    return slice_make(key, sizeof year + nbytes);
}

/* Those of one name stand in the order of their numbers, as they mostly come. */
static void put_behind(struct pair_entry *first, struct pair_entry *entry)
{
    struct pair_entry *before = first->last_same;
    if (entry->number < before->number)
        for (before = first; before->next_same && before->next_same->number < entry->number;)
            before = before->next_same;
    entry->next_same = before->next_same;
    before->next_same = entry;
    if (!entry->next_same)
        first->last_same = entry;
}

static int put_whole(struct pairs *pairs, struct pair_entry *entry)
{
    struct slice key = key_of(pairs->arena, entry->year, entry->name);
    if (!key.ptr)
        return -1;
    const struct pair_entry *known = map_get(pairs->whole, key);
    struct pair_entry *first = known ? known->self : NULL;
    entry->self = entry->last_same = entry;
    if (first && first->number < entry->number) {
        put_behind(first, entry);
        return 0;
    }
    if (first)
        entry->last_same = first->last_same;
    entry->next_same = first;
    return map_set(pairs->whole, key, entry);
}

/* The greatest number stands first, as it mostly comes last. */
static int put_short(struct pairs *pairs, struct map *map, const struct pair_entry *entry, int year,
                     const char *part)
{
    struct slice key = key_of(pairs->arena, year, part);
    struct short_entry *item = arena_alloc(pairs->arena, sizeof *item);
    if (!key.ptr || !item)
        return -1;
    const struct short_entry *known = map_get(map, key);
    struct short_entry *before = NULL;
    for (const struct short_entry *at = known; at && at->entry->number > entry->number;
         at = at->next)
        before = at->self;
    *item =
        (struct short_entry){.entry = entry, .self = item, .next = before ? before->next : known};
    if (!before)
        return map_set(map, key, item);
    before->next = item;
    return 0;
}

/* Keys of rests are apart from those of whole cores: a thousand counties have a
 * 统计局, and only one that is called no more than that asks for all of them. */
static int rest_year(int year)
{
    return -year;
}

static int put_shorter(struct pairs *pairs, const struct pair_entry *entry)
{
    for (size_t cut = 1; entry->name[cut]; cut++) {
        const char *rest = agency_rest(entry->name, cut);
        if (rest && put_short(pairs, pairs->shorter, entry, entry->year, rest) != 0)
            return -1;
    }
    return 0;
}

static int put_loose(struct pairs *pairs, const struct pair_entry *entry)
{
    if (put_short(pairs, pairs->loose, entry, entry->year, entry->core) != 0)
        return -1;
    for (size_t cut = 1; entry->core[cut]; cut++) {
        const char *rest = agency_any_rest(entry->core, cut);
        if (rest && put_short(pairs, pairs->loose, entry, rest_year(entry->year), rest) != 0)
            return -1;
    }
    return 0;
}

int pairs_add(struct pairs *pairs, const void *owner, const struct identity *who)
{
    return pairs_add_as(pairs, owner, who, pairs->count);
}

int pairs_add_as(struct pairs *pairs, const void *owner, const struct identity *who, size_t number)
{
    const char *name = name_of(pairs->arena, who);
    const char *core = name ? agency_core(pairs->arena, name) : NULL;
    if (!core)
        return arena_failed(pairs->arena) ? -1 : 0;
    struct pair_entry *entry = arena_alloc(pairs->arena, sizeof *entry);
    if (!entry || vec_room(&pairs->items, &pairs->capacity, pairs->count, sizeof *pairs->items))
        return -1;
    *entry = (struct pair_entry){
        .owner = owner, .name = name, .core = core, .year = who->year, .number = number};
    pairs->items[pairs->count++] = entry;
    return put_whole(pairs, entry) || put_shorter(pairs, entry) || put_loose(pairs, entry) ? -1 : 0;
}

/* The candidates whose names are only alike: of one name, or none decides. */
struct candidates {
    const struct pair_entry *first; /* in the order of putting in */
    bool differ;
};

static void consider(struct candidates *candidates, const struct pair_entry *entry)
{
    const struct pair_entry *first = candidates->first;
    if (first && strcmp(first->name, entry->name) != 0)
        candidates->differ = true;
    if (!first || entry->number < first->number)
        candidates->first = entry;
}

static const void *find_exact(const struct pairs *pairs, struct arena *arena, const char *name,
                              int year)
{
    struct slice key = key_of(arena, year - 1, name);
    const struct pair_entry *exact = key.ptr ? map_get(pairs->whole, key) : NULL;
    return exact ? exact->owner : NULL;
}

static const void *find_prior(const struct pairs *pairs, struct arena *arena, const char *name,
                              int year)
{
    struct candidates candidates = {NULL, false};
    const void *owner = find_exact(pairs, arena, name, year);
    struct slice key = key_of(arena, year - 1, name);
    if (owner || !key.ptr)
        return owner;
    for (const struct short_entry *item = map_get(pairs->shorter, key); item; item = item->next)
        consider(&candidates, item->entry);
    for (size_t cut = 1; name[cut]; cut++) {
        const char *rest = agency_rest(name, cut);
        key = rest ? key_of(arena, year - 1, rest) : (struct slice){NULL, 0};
        const struct pair_entry *entry = key.ptr ? map_get(pairs->whole, key) : NULL;
        if (entry)
            consider(&candidates, entry);
    }
    return candidates.first && !candidates.differ ? candidates.first->owner : NULL;
}

const void *pairs_prior(const struct pairs *pairs, const struct identity *who)
{
    struct arena *arena = arena_new();
    const char *name = arena ? name_of(arena, who) : NULL;
    const void *owner = name ? find_prior(pairs, arena, name, who->year) : NULL;
    arena_free(arena);
    return owner;
}

static const void *prior_of(const struct pairs *pairs, const struct pair_entry *entry)
{
    struct arena *arena = arena_new();
    const void *owner = arena ? find_prior(pairs, arena, entry->name, entry->year) : NULL;
    arena_free(arena);
    return owner;
}

static bool is_certain(const struct pair_entry *a, const struct pair_entry *b)
{
    return agency_compare(a->name, a->core, b->name, b->core) >= AGENCY_ALIKE;
}

const void *pairs_next_year(const struct pairs *pairs, const void *owner,
                            const struct identity *who, size_t *position)
{
    const struct pair_entry *own = NULL;
    for (size_t i = pairs->count; i > 0 && !own; i--)
        own = pairs->items[i - 1]->owner == owner ? pairs->items[i - 1] : NULL;
    while (own && *position < pairs->count) {
        const struct pair_entry *entry = pairs->items[(*position)++];
        if (entry->year == who->year + 1 && is_certain(entry, own) &&
            prior_of(pairs, entry) == owner)
            return entry->owner;
    }
    return NULL;
}

/* The first one put in from a number on that is not the owner's. */
struct next_one {
    const void *owner;
    size_t from;
    const struct pair_entry *found; /* NULL */
};

static void consider_next(struct next_one *next, const struct pair_entry *entry)
{
    if (entry->number >= next->from && entry->owner != next->owner &&
        (!next->found || entry->number < next->found->number))
        next->found = entry;
}

/* Those of one name come in the order of putting in. */
static void consider_named(struct next_one *next, const struct pairs *pairs, struct slice key)
{
    const struct pair_entry *entry = key.ptr ? map_get(pairs->whole, key) : NULL;
    while (entry && (entry->number < next->from || entry->owner == next->owner))
        entry = entry->next_same;
    if (entry)
        consider_next(next, entry);
}

static void consider_same_year(struct next_one *next, const struct pairs *pairs,
                               struct arena *arena, const char *name, int year)
{
    struct slice key = key_of(arena, year, name);
    consider_named(next, pairs, key);
    const struct short_entry *item = key.ptr ? map_get(pairs->shorter, key) : NULL;
    for (; item; item = item->next)
        consider_next(next, item->entry);
    for (size_t cut = 1; name[cut]; cut++) {
        const char *rest = agency_rest(name, cut);
        if (rest)
            consider_named(next, pairs, key_of(arena, year, rest));
    }
}

const void *pairs_same_year(const struct pairs *pairs, const void *owner,
                            const struct identity *who, size_t *position)
{
    struct arena *arena = arena_new();
    const char *name = arena ? name_of(arena, who) : NULL;
    struct next_one next = {.owner = owner, .from = *position};
    if (name)
        consider_same_year(&next, pairs, arena, name, who->year);
    *position = next.found ? next.found->number + 1 : SIZE_MAX;
    arena_free(arena);
    return next.found ? next.found->owner : NULL;
}

/* ---- doubtful ones ---- */

/* Those that names do not decide, as they are gathered. */
struct doubtful {
    const struct pairs *pairs;
    struct arena *arena;
    int year; /* of the report whose prior is sought */
    const void **owners;
    size_t count, most;
};

/* A report that is last year's of another one by its name in full is no question. */
static bool is_taken(const struct doubtful *doubtful, const struct pair_entry *entry)
{
    struct slice key = key_of(doubtful->arena, doubtful->year, entry->name);
    return key.ptr && map_get(doubtful->pairs->whole, key) != NULL;
}

static void doubt(struct doubtful *doubtful, const struct pair_entry *entry)
{
    for (size_t i = 0; i < doubtful->count; i++)
        if (doubtful->owners[i] == entry->owner)
            return;
    if (doubtful->count < doubtful->most && !is_taken(doubtful, entry))
        doubtful->owners[doubtful->count++] = entry->owner;
}

static void doubt_all(struct doubtful *doubtful, int year, const char *part)
{
    struct slice key = key_of(doubtful->arena, year, part);
    const struct short_entry *item = key.ptr ? map_get(doubtful->pairs->loose, key) : NULL;
    for (; item && doubtful->count < doubtful->most; item = item->next)
        doubt(doubtful, item->entry);
}

static size_t find_doubtful(const struct pairs *pairs, struct arena *arena, const char *name,
                            int year, const void **owners, size_t most)
{
    struct doubtful doubtful = {pairs, arena, year, owners, 0, most};
    const char *core = agency_core(arena, name);
    int before = year - 1;
    if (!core)
        return 0;
    doubt_all(&doubtful, before, core);
    doubt_all(&doubtful, rest_year(before), core);
    for (size_t cut = 1; core[cut]; cut++) {
        const char *rest = agency_any_rest(core, cut);
        if (rest)
            doubt_all(&doubtful, before, rest);
    }
    return doubtful.count;
}

const void *pairs_prior_or(const struct pairs *pairs, const struct identity *who,
                           const void **owners, size_t most, size_t *n)
{
    struct arena *arena = arena_new();
    const char *name = arena ? name_of(arena, who) : NULL;
    const void *owner = name ? find_prior(pairs, arena, name, who->year) : NULL;
    *n = name && !owner ? find_doubtful(pairs, arena, name, who->year, owners, most) : 0;
    arena_free(arena);
    return owner;
}

size_t pairs_doubtful(const struct pairs *pairs, const struct identity *who, const void **owners,
                      size_t most)
{
    size_t n;
    pairs_prior_or(pairs, who, owners, most, &n);
    return n;
}
