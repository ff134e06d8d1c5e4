#include "gouji/review/pairs.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "gouji/base/arena.h"
#include "gouji/base/map.h"
#include "gouji/base/vec.h"
#include "gouji/review/agency.h"

struct rests {
    const char **items;
    size_t n, capacity;
};

struct pair_key {
    const char *name;         /* agency_fold */
    const char *core;         /* agency_core */
    struct rests rests;       /* agency_rest of the name */
    struct rests loose_rests; /* agency_any_rest of the core, and agency_kind_rest */
    int year;
};

struct pair_entry {
    const void *owner;
    struct pair_key key;
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

/* Who calls himself by a name with a territory in front of it, in whatever year. */
struct namesakes {
    struct namesakes *self; /* to write to, where a map gives it to read */
    const char *longest;    /* a name */
    bool differ;            /* two agencies: 甲县丁镇 and 乙县丁镇 */
};

struct pairs {
    struct arena *arena;   /* names, keys, entries */
    struct map *whole;     /* year and name: the first pair_entry of them */
    struct map *shorter;   /* year and name without territory: the last short_entry */
    struct map *loose;     /* year and core, or rest_year and core without territory: the same */
    struct map *namesakes; /* name without territory: its namesakes */
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
    pairs->namesakes = map_new();
    if (pairs->arena && pairs->whole && pairs->shorter && pairs->loose && pairs->namesakes)
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
    map_free(pairs->namesakes);
    arena_free(pairs->arena);
    free(pairs);
}

/* ---- names ---- */

typedef const char *rest_finder(const char *folded, size_t cut);

static int add_rest(struct arena *arena, struct rests *rests, const char *rest)
{
    const char **room =
        arena_push(arena, &rests->items, &rests->capacity, rests->n, sizeof *rests->items);
    if (!room)
        return -1;
    *room = rest;
    rests->n++;
    return 0;
}

/* -1: no memory. */
static int find_rests(struct arena *arena, const char *folded, rest_finder *find,
                      struct rests *rests)
{
    *rests = (struct rests){NULL, 0, 0};
    for (size_t cut = 0; folded[cut]; cut++) {
        const char *rest = find(folded, cut);
        if (rest && add_rest(arena, rests, rest) != 0)
            return -1;
    }
    return 0;
}

static int find_loose_rests(struct arena *arena, const char *core, struct rests *rests)
{
    if (find_rests(arena, core, agency_any_rest, rests) != 0)
        return -1;
    for (size_t i = 0, n = rests->n; i < n; i++) {
        const char *rest = agency_kind_rest(core, rests->items[i]);
        if (rest && add_rest(arena, rests, rest) != 0)
            return -1;
    }
    return 0;
}

/* False without name, year or memory. */
static bool make_key(struct arena *arena, const struct identity *who, struct pair_key *key)
{
    key->year = who->year;
    key->name = who->year == 0 ? NULL : agency_fold(arena, who->agency);
    key->core = key->name ? agency_core(arena, key->name) : NULL;
    return key->core && find_rests(arena, key->name, agency_rest, &key->rests) == 0 &&
           find_loose_rests(arena, key->core, &key->loose_rests) == 0;
}

/* ---- looking up ---- */

/* Of bytes that are compared only: the year as it lies in memory, then the name. */
static struct slice bytes_of(struct arena *arena, int year, const char *name)
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
    struct slice key = bytes_of(pairs->arena, entry->key.year, entry->key.name);
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
    struct slice key = bytes_of(pairs->arena, year, part);
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

static bool are_alike(const char *a, const char *b)
{
    return agency_compare(a, a, b, b) >= AGENCY_ALIKE;
}

/* `rest` is a part of the name, and lives as long. */
static int put_namesake(struct pairs *pairs, const char *rest, const char *name)
{
    const struct namesakes *known = map_get(pairs->namesakes, slice_of(rest));
    struct namesakes *made = known ? known->self : arena_alloc(pairs->arena, sizeof *made);
    if (!made)
        return -1;
    if (!known) {
        *made = (struct namesakes){.self = made, .longest = name};
        return map_set(pairs->namesakes, slice_of(rest), made);
    }
    made->differ = made->differ || !are_alike(made->longest, name);
    if (strlen(name) > strlen(made->longest))
        made->longest = name;
    return 0;
}

/* A name that two agencies have, but for the territory in front, is neither's. */
static bool is_shared(const struct pairs *pairs, const char *name)
{
    const struct namesakes *known = map_get(pairs->namesakes, slice_of(name));
    return known && known->differ;
}

/* Keys of rests are apart from those of whole cores: a thousand counties have a
 * 统计局, and only one that is called no more than that asks for all of them. */
static int rest_year(int year)
{
    return -year;
}

static int put_shorter(struct pairs *pairs, const struct pair_entry *entry)
{
    const struct pair_key *key = &entry->key;
    for (size_t i = 0; i < key->rests.n; i++)
        if (put_short(pairs, pairs->shorter, entry, key->year, key->rests.items[i]) != 0 ||
            put_namesake(pairs, key->rests.items[i], key->name) != 0)
            return -1;
    return 0;
}

static int put_loose(struct pairs *pairs, const struct pair_entry *entry)
{
    const struct pair_key *key = &entry->key;
    const struct rests *rests = &key->loose_rests;
    if (put_short(pairs, pairs->loose, entry, key->year, key->core) != 0)
        return -1;
    for (size_t i = 0; i < rests->n; i++)
        if (put_short(pairs, pairs->loose, entry, rest_year(key->year), rests->items[i]) != 0)
            return -1;
    return 0;
}

int pairs_add(struct pairs *pairs, const void *owner, const struct identity *who)
{
    const struct pair_key *key;
    return pairs_add_as(pairs, owner, who, pairs->count, &key);
}

int pairs_add_as(struct pairs *pairs, const void *owner, const struct identity *who, size_t number,
                 const struct pair_key **key)
{
    struct pair_key made;
    *key = NULL;
    if (!make_key(pairs->arena, who, &made))
        return arena_failed(pairs->arena) ? -1 : 0;
    struct pair_entry *entry = arena_alloc(pairs->arena, sizeof *entry);
    if (!entry || vec_room(&pairs->items, &pairs->capacity, pairs->count, sizeof *pairs->items))
        return -1;
    *entry = (struct pair_entry){.owner = owner, .key = made, .number = number};
    *key = &entry->key;
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
    if (first && strcmp(first->key.name, entry->key.name) != 0)
        candidates->differ = true;
    if (!first || entry->number < first->number)
        candidates->first = entry;
}

/* `key` is of a year and the name sought. */
static const struct short_entry *longer_names(const struct pairs *pairs, struct slice key,
                                              const struct pair_key *sought)
{
    bool is_clear = key.ptr && !is_shared(pairs, sought->name);
    return is_clear ? map_get(pairs->shorter, key) : NULL;
}

static const struct pair_entry *find_prior(const struct pairs *pairs, struct arena *arena,
                                           const struct pair_key *sought)
{
    struct candidates candidates = {NULL, false};
    struct slice key = bytes_of(arena, sought->year - 1, sought->name);
    const struct pair_entry *entry = key.ptr ? map_get(pairs->whole, key) : NULL;
    if (entry || !key.ptr)
        return entry;
    for (const struct short_entry *item = longer_names(pairs, key, sought); item; item = item->next)
        consider(&candidates, item->entry);
    for (size_t i = 0; i < sought->rests.n; i++) {
        key = bytes_of(arena, sought->year - 1, sought->rests.items[i]);
        entry = key.ptr ? map_get(pairs->whole, key) : NULL;
        if (entry && !is_shared(pairs, entry->key.name))
            consider(&candidates, entry);
    }
    return candidates.first && !candidates.differ ? candidates.first : NULL;
}

static const void *owner_of(const struct pair_entry *entry)
{
    return entry ? entry->owner : NULL;
}

const void *pairs_prior(const struct pairs *pairs, const struct identity *who)
{
    struct arena *arena = arena_new();
    struct pair_key key;
    const void *owner =
        arena && make_key(arena, who, &key) ? owner_of(find_prior(pairs, arena, &key)) : NULL;
    arena_free(arena);
    return owner;
}

static const void *prior_of(const struct pairs *pairs, const struct pair_entry *entry)
{
    struct arena *arena = arena_new();
    const void *owner = arena ? owner_of(find_prior(pairs, arena, &entry->key)) : NULL;
    arena_free(arena);
    return owner;
}

static bool is_certain(const struct pair_entry *a, const struct pair_entry *b)
{
    return agency_compare(a->key.name, a->key.core, b->key.name, b->key.core) >= AGENCY_ALIKE;
}

const void *pairs_next_year(const struct pairs *pairs, const void *owner,
                            const struct identity *who, size_t *position)
{
    const struct pair_entry *own = NULL;
    for (size_t i = pairs->count; i > 0 && !own; i--)
        own = pairs->items[i - 1]->owner == owner ? pairs->items[i - 1] : NULL;
    while (own && *position < pairs->count) {
        const struct pair_entry *entry = pairs->items[(*position)++];
        if (entry->key.year == who->year + 1 && is_certain(entry, own) &&
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

static const void *find_same_year(const struct pairs *pairs, struct arena *arena,
                                  const struct pair_key *sought, const void *owner,
                                  size_t *position)
{
    struct next_one next = {.owner = owner, .from = *position};
    struct slice key = bytes_of(arena, sought->year, sought->name);
    consider_named(&next, pairs, key);
    const struct short_entry *item = longer_names(pairs, key, sought);
    for (; item; item = item->next)
        consider_next(&next, item->entry);
    for (size_t i = 0; i < sought->rests.n; i++)
        if (!is_shared(pairs, sought->rests.items[i]))
            consider_named(&next, pairs, bytes_of(arena, sought->year, sought->rests.items[i]));
    *position = next.found ? next.found->number + 1 : SIZE_MAX;
    return next.found ? next.found->owner : NULL;
}

const void *pairs_same_year(const struct pairs *pairs, const void *owner,
                            const struct identity *who, size_t *position)
{
    struct arena *arena = arena_new();
    struct pair_key key;
    bool is_made = arena && make_key(arena, who, &key);
    const void *found = is_made ? find_same_year(pairs, arena, &key, owner, position) : NULL;
    arena_free(arena);
    return found;
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
    struct slice key = bytes_of(doubtful->arena, doubtful->year, entry->key.name);
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
    struct slice key = bytes_of(doubtful->arena, year, part);
    const struct short_entry *item = key.ptr ? map_get(doubtful->pairs->loose, key) : NULL;
    for (; item && doubtful->count < doubtful->most; item = item->next)
        doubt(doubtful, item->entry);
}

static size_t find_doubtful(const struct pairs *pairs, struct arena *arena,
                            const struct pair_key *sought, const void **owners, size_t most)
{
    struct doubtful doubtful = {pairs, arena, sought->year, owners, 0, most};
    int before = sought->year - 1;
    doubt_all(&doubtful, before, sought->core);
    doubt_all(&doubtful, rest_year(before), sought->core);
    for (size_t i = 0; i < sought->loose_rests.n; i++)
        doubt_all(&doubtful, before, sought->loose_rests.items[i]);
    return doubtful.count;
}

size_t pairs_doubtful(const struct pairs *pairs, const struct identity *who, const void **owners,
                      size_t most)
{
    struct arena *arena = arena_new();
    struct pair_key key;
    size_t n = 0;
    if (arena && make_key(arena, who, &key) && !find_prior(pairs, arena, &key))
        n = find_doubtful(pairs, arena, &key, owners, most);
    arena_free(arena);
    return n;
}

struct pair_found pairs_find(const struct pairs *pairs, const void *owner, size_t from,
                             const struct pair_key *key, const void **owners, size_t most)
{
    struct pair_found found = {NULL, NULL, 0};
    struct arena *arena = arena_new();
    if (arena) {
        found.version = find_same_year(pairs, arena, key, owner, &from);
        found.prior = owner_of(find_prior(pairs, arena, key));
        if (!found.prior)
            found.ndoubtful = find_doubtful(pairs, arena, key, owners, most);
    }
    arena_free(arena);
    return found;
}

static size_t gather_versions(const struct pairs *pairs, struct arena *arena,
                              const struct pair_key *key, const void **owners, size_t most)
{
    size_t n = 0, position = 0;
    while (n < most && (owners[n] = find_same_year(pairs, arena, key, NULL, &position)))
        n++;
    return n;
}

size_t pairs_versions(const struct pairs *pairs, const struct pair_key *key, const void **owners,
                      size_t most)
{
    struct arena *arena = arena_new();
    size_t n = arena ? gather_versions(pairs, arena, key, owners, most) : 0;
    arena_free(arena);
    return n;
}

size_t pairs_priors(const struct pairs *pairs, const struct identity *who, const void **owners,
                    size_t most)
{
    struct arena *arena = arena_new();
    struct pair_key key;
    const struct pair_entry *prior =
        arena && make_key(arena, who, &key) ? find_prior(pairs, arena, &key) : NULL;
    size_t n = prior ? gather_versions(pairs, arena, &prior->key, owners, most) : 0;
    arena_free(arena);
    return n;
}
