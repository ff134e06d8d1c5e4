#include "gouji/review/pairs.h"

#include <stdlib.h>
#include <string.h>

#include "gouji/base/arena.h"
#include "gouji/base/vec.h"
#include "gouji/text/fold.h"

struct pair_entry {
    const void *owner;
    const char *name; /* folded, 人民 left out */
    int year;
};

struct pairs {
    struct arena *arena; /* names */
    struct pair_entry *items;
    size_t count, capacity;
};

struct pairs *pairs_new(void)
{
    struct pairs *pairs = calloc(1, sizeof *pairs);
    if (pairs && (pairs->arena = arena_new()))
        return pairs;
    free(pairs);
    return NULL;
}

void pairs_free(struct pairs *pairs)
{
    if (!pairs)
        return;
    free(pairs->items);
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

/* Is `name` only `shorter` with the territory above in front? A name that says
 * no place of its own (统计局) may be anybody's. */
static bool adds_territory(const char *name, const char *shorter)
{
    size_t n = strlen(name), nshorter = strlen(shorter);
    if (n <= nshorter || strcmp(name + n - nshorter, shorter) != 0 || !holds_place(shorter))
        return false;
    struct slice front = slice_make(name, n - nshorter);
    for (size_t i = 0; i < sizeof territories / sizeof *territories; i++)
        if (ends_in(front, territories[i]))
            return true;
    return false;
}

static bool names_alike(const char *a, const char *b)
{
    return strcmp(a, b) == 0 || adds_territory(a, b) || adds_territory(b, a);
}

/* ---- looking up ---- */

int pairs_add(struct pairs *pairs, const void *owner, const struct identity *who)
{
    const char *name = name_of(pairs->arena, who);
    if (!name)
        return arena_failed(pairs->arena) ? -1 : 0;
    if (vec_room(&pairs->items, &pairs->capacity, pairs->count, sizeof *pairs->items))
        return -1;
    pairs->items[pairs->count++] = (struct pair_entry){owner, name, who->year};
    return 0;
}

static const void *find_prior(const struct pairs *pairs, const char *name, int year)
{
    const struct pair_entry *alike = NULL;
    bool is_one = true;
    for (size_t i = 0; i < pairs->count; i++) {
        const struct pair_entry *entry = &pairs->items[i];
        if (entry->year != year - 1)
            continue;
        if (strcmp(entry->name, name) == 0)
            return entry->owner;
        if (!names_alike(entry->name, name))
            continue;
        is_one = is_one && (!alike || strcmp(alike->name, entry->name) == 0);
        alike = alike ? alike : entry;
    }
    return alike && is_one ? alike->owner : NULL;
}

const void *pairs_prior(const struct pairs *pairs, const struct identity *who)
{
    struct arena *arena = arena_new();
    const char *name = arena ? name_of(arena, who) : NULL;
    const void *owner = name ? find_prior(pairs, name, who->year) : NULL;
    arena_free(arena);
    return owner;
}

const void *pairs_next_year(const struct pairs *pairs, const void *owner,
                            const struct identity *who, size_t *position)
{
    const struct pair_entry *own = NULL;
    for (size_t i = pairs->count; i > 0 && !own; i--)
        own = pairs->items[i - 1].owner == owner ? &pairs->items[i - 1] : NULL;
    while (own && *position < pairs->count) {
        const struct pair_entry *entry = &pairs->items[(*position)++];
        if (entry->year == who->year + 1 && names_alike(entry->name, own->name) &&
            find_prior(pairs, entry->name, entry->year) == owner)
            return entry->owner;
    }
    return NULL;
}
