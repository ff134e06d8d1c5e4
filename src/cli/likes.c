#include "likes.h"

#include <stdlib.h>

#include "gouji/base/vec.h"

enum {
    MOST_SHARED = 64, /* what more reports have is boilerplate, or one text copied by many */
    LEAST_PART = 5,   /* a fifth */
};

struct entry {
    uint64_t hash;
    const void *owner;
};

struct likes {
    struct entry *entries;
    size_t n, capacity;
};

struct likes *likes_new(void)
{
    return calloc(1, sizeof(struct likes));
}

void likes_free(struct likes *likes)
{
    if (likes)
        free(likes->entries);
    free(likes);
}

struct sketch *likes_sketch(const struct report *report)
{
    struct sketch *sketch = malloc(sizeof *sketch);
    if (sketch && sketch_make(report, sketch) < 0) {
        free(sketch);
        sketch = NULL;
    }
    return sketch;
}

int likes_add(struct likes *likes, const void *owner, const struct sketch *sketch)
{
    for (size_t i = 0; i < sketch->n; i++) {
        if (vec_room(&likes->entries, &likes->capacity, likes->n, sizeof *likes->entries) != 0)
            return -1;
        likes->entries[likes->n++] = (struct entry){sketch->items[i], owner};
    }
    return 0;
}

static int by_hash(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;
    if (a->hash != b->hash)
        return a->hash < b->hash ? -1 : 1;
    return (a->owner > b->owner) - (a->owner < b->owner);
}

static int by_owner(const void *left, const void *right)
{
    const void *const *a = left, *const *b = right;
    return (*a > *b) - (*a < *b);
}

void likes_settle(struct likes *likes)
{
    if (likes->n > 0)
        qsort(likes->entries, likes->n, sizeof *likes->entries, by_hash);
}

static size_t first_of(const struct likes *likes, const struct entry *entry)
{
    size_t low = 0, high = likes->n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        bool before = by_hash(&likes->entries[middle], entry) < 0;
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    return low;
}

/* Those that have one hash, and where among them the one is that asks. */
struct holders {
    size_t first, end, own;
};

static struct holders holders_of(const struct likes *likes, uint64_t hash, const void *owner)
{
    struct holders holders = {first_of(likes, &(struct entry){hash, NULL}), likes->n,
                              first_of(likes, &(struct entry){hash, owner})};
    if (hash < UINT64_MAX)
        holders.end = first_of(likes, &(struct entry){hash + 1, NULL});
    return holders;
}

/* Others that have hashes of a sketch, once for each. */
struct met {
    const void *owners[SKETCH_MOST * MOST_SHARED];
    size_t n;
};

/* Of a crowd those next to it, who are the same ones for every hash that the crowd has. */
static void meet(const struct likes *likes, const void *owner, const struct holders *holders,
                 struct met *met)
{
    enum { BEFORE = MOST_SHARED / 2 };
    size_t first = holders->first, end = holders->end;
    if (end - first > MOST_SHARED) {
        size_t latest = end - MOST_SHARED - 1;
        first = holders->own - first > BEFORE ? holders->own - BEFORE : first;
        first = first < latest ? first : latest;
    }
    for (size_t i = first, n = 0; i < end && n < MOST_SHARED; i++)
        if (likes->entries[i].owner != owner) {
            met->owners[met->n++] = likes->entries[i].owner;
            n++;
        }
}

/* The one met most often of those that fit, and a fifth of the times at least; NULL. */
static const void *choose(struct met *met, size_t least, const void *owner,
                          bool (*fits)(const void *owner, const void *other))
{
    const void *best = NULL;
    size_t most = 0;
    if (met->n > 0)
        qsort(met->owners, met->n, sizeof *met->owners, by_owner);
    for (size_t i = 0, end; i < met->n; i = end) {
        for (end = i + 1; end < met->n && met->owners[end] == met->owners[i];)
            end++;
        if (end - i > most && (end - i) * LEAST_PART >= least && fits(owner, met->owners[i])) {
            most = end - i;
            best = met->owners[i];
        }
    }
    return best;
}

/* How many hashes of the sketch another has. */
static size_t shared_with(const struct likes *likes, const struct sketch *sketch, const void *other)
{
    size_t n = 0;
    for (size_t i = 0; other && i < sketch->n; i++) {
        struct entry entry = {sketch->items[i], other};
        size_t at = first_of(likes, &entry);
        n += at < likes->n && by_hash(&likes->entries[at], &entry) == 0;
    }
    return n;
}

/* What few have says more than what a crowd has: neighbours in it come second, and win only
 * where they have more in common. */
const void *likes_find(const struct likes *likes, const void *owner, const struct sketch *sketch,
                       bool (*fits)(const void *owner, const void *other))
{
    struct met met = {.n = 0};
    struct holders crowds[SKETCH_MOST];
    size_t ncrowds = 0;
    for (size_t i = 0; i < sketch->n; i++) {
        struct holders holders = holders_of(likes, sketch->items[i], owner);
        if (holders.end - holders.first > MOST_SHARED)
            crowds[ncrowds++] = holders;
        else
            meet(likes, owner, &holders, &met);
    }
    const void *rare = choose(&met, sketch->n, owner, fits), *any = rare;
    for (size_t i = 0; i < ncrowds; i++)
        meet(likes, owner, &crowds[i], &met);
    if (ncrowds > 0)
        any = choose(&met, sketch->n, owner, fits);
    return any == rare || shared_with(likes, sketch, any) <= shared_with(likes, sketch, rare) ? rare
                                                                                              : any;
}
