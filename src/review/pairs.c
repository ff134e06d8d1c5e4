#include "gouji/review/pairs.h"

#include <stdlib.h>
#include <string.h>

#include "gouji/base/arena.h"
#include "gouji/base/map.h"
#include "gouji/base/vec.h"
#include "gouji/text/fold.h"

struct pair_entry {
    const void *owner;
    const char *name; /* folded, 人民 left out */
    int year;
    size_t number; /* in the order of putting in */
};

/* An entry found by what is left of its name without the territory in front. */
struct short_entry {
    const struct pair_entry *entry;
    const struct short_entry *next; /* of the same key */
};

struct pairs {
    struct arena *arena; /* names, keys, entries */
    struct map *whole;   /* year and name: the first pair_entry of them */
    struct map *shorter; /* year and shorter name: the last short_entry */
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
    if (pairs->arena && pairs->whole && pairs->shorter)
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
    arena_free(pairs->arena);
    free(pairs);
}

/* ---- names ---- */

static void drop_people(char *name)
{
    static const char government[] = "人民政府", people[] = "人民";
    for (char *at; (at = strstr(name, government));)
        memmove(at, at + strlen(people), strlen(at + strlen(people)) + 1);
}

/* NULL without name or memory. */
static char *name_of(struct arena *arena, const struct identity *who)
{
    struct fold fold;
    if (!who->agency || who->year == 0 ||
        fold_text(arena, slice_of(who->agency), 0, FOLD_LABEL, &fold))
        return NULL;
    drop_people(fold.text);
    return fold.text;
}

static const char *const territories[] = {"省", "市", "自治区", "州", "盟", "县", "区", "旗"};
static const char *const places[] = {"省", "市", "州",   "盟", "县",  "区",
                                     "旗", "乡", "街道", "镇", "苏木"};

static bool holds_place(const char *name)
{
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (strstr(name, places[i]))
            return true;
    return false;
}

static bool ends_in(struct slice text, const char *ending)
{
    size_t n = strlen(ending);
    return text.nbytes >= n && memcmp(text.ptr + text.nbytes - n, ending, n) == 0;
}

/* What is left of the name behind a territory that ends at byte `cut`; NULL when
 * none ends there. A rest that says no place of its own (统计局) may be anybody's. */
static const char *rest_after(const char *name, size_t cut)
{
    if (!name[cut] || !holds_place(name + cut))
        return NULL;
    for (size_t i = 0; i < sizeof territories / sizeof *territories; i++)
        if (ends_in(slice_make(name, cut), territories[i]))
            return name + cut;
    return NULL;
}

static bool adds_territory(const char *name, const char *shorter)
{
    size_t n = strlen(name), nshorter = strlen(shorter);
    return n > nshorter && strcmp(name + n - nshorter, shorter) == 0 &&
           rest_after(name, n - nshorter);
}

static bool names_alike(const char *a, const char *b)
{
    return strcmp(a, b) == 0 || adds_territory(a, b) || adds_territory(b, a);
}

/* ---- looking up ---- */

static struct slice key_of(struct arena *arena, int year, const char *name)
{
    return slice_of(arena_format(arena, "%d %s", year, name));
}

static int put_whole(struct pairs *pairs, const struct pair_entry *entry)
{
    struct slice key = key_of(pairs->arena, entry->year, entry->name);
    if (!key.ptr)
        return -1;
    return map_get(pairs->whole, key) ? 0 : map_set(pairs->whole, key, entry);
}

static int put_shorter(struct pairs *pairs, const struct pair_entry *entry)
{
    for (size_t cut = 1; entry->name[cut]; cut++) {
        const char *rest = rest_after(entry->name, cut);
        if (!rest)
            continue;
        struct slice key = key_of(pairs->arena, entry->year, rest);
        struct short_entry *item = arena_alloc(pairs->arena, sizeof *item);
        if (!key.ptr || !item)
            return -1;
        *item = (struct short_entry){entry, map_get(pairs->shorter, key)};
        if (map_set(pairs->shorter, key, item) != 0)
            return -1;
    }
    return 0;
}

int pairs_add(struct pairs *pairs, const void *owner, const struct identity *who)
{
    const char *name = name_of(pairs->arena, who);
    if (!name)
        return arena_failed(pairs->arena) ? -1 : 0;
    struct pair_entry *entry = arena_alloc(pairs->arena, sizeof *entry);
    if (!entry || vec_room(&pairs->items, &pairs->capacity, pairs->count, sizeof *pairs->items))
        return -1;
    *entry = (struct pair_entry){owner, name, who->year, pairs->count};
    pairs->items[pairs->count++] = entry;
    return put_whole(pairs, entry) || put_shorter(pairs, entry) ? -1 : 0;
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
        const char *rest = rest_after(name, cut);
        key = rest ? key_of(arena, year - 1, rest) : (struct slice){NULL, 0};
        const struct pair_entry *entry = key.ptr ? map_get(pairs->whole, key) : NULL;
        if (entry)
            consider(&candidates, entry);
    }
    return candidates.first && !candidates.differ ? candidates.first->owner : NULL;
}

typedef const void *finder(const struct pairs *pairs, struct arena *arena, const char *name,
                           int year);

static const void *look_up(const struct pairs *pairs, const struct identity *who, finder *find)
{
    struct arena *arena = arena_new();
    const char *name = arena ? name_of(arena, who) : NULL;
    const void *owner = name ? find(pairs, arena, name, who->year) : NULL;
    arena_free(arena);
    return owner;
}

const void *pairs_prior(const struct pairs *pairs, const struct identity *who)
{
    return look_up(pairs, who, find_prior);
}

const void *pairs_prior_certain(const struct pairs *pairs, const struct identity *who)
{
    return look_up(pairs, who, find_exact);
}

static const void *prior_of(const struct pairs *pairs, const struct pair_entry *entry)
{
    struct arena *arena = arena_new();
    const void *owner = arena ? find_prior(pairs, arena, entry->name, entry->year) : NULL;
    arena_free(arena);
    return owner;
}

const void *pairs_next_year(const struct pairs *pairs, const void *owner,
                            const struct identity *who, size_t *position)
{
    const struct pair_entry *own = NULL;
    for (size_t i = pairs->count; i > 0 && !own; i--)
        own = pairs->items[i - 1]->owner == owner ? pairs->items[i - 1] : NULL;
    while (own && *position < pairs->count) {
        const struct pair_entry *entry = pairs->items[(*position)++];
        if (entry->year == who->year + 1 && names_alike(entry->name, own->name) &&
            prior_of(pairs, entry) == owner)
            return entry->owner;
    }
    return NULL;
}
