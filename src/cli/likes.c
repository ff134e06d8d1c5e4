#include "likes.h"

#include <stdlib.h>

#include "gouji/base/vec.h"

enum {
    MOST_SHARED = 64, /* what more reports have is boilerplate */
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

static size_t first_of(const struct likes *likes, uint64_t hash)
{
    size_t low = 0, high = likes->n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        bool before = likes->entries[middle].hash < hash;
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    return low;
}

const void *likes_find(const struct likes *likes, const void *owner, const struct sketch *sketch,
                       bool (*fits)(const void *owner, const void *other))
{
    const void *met[SKETCH_MOST * MOST_SHARED], *best = NULL;
    size_t n = 0, most = 0;
    for (size_t i = 0; i < sketch->n; i++) {
        size_t first = first_of(likes, sketch->items[i]), end = first;
        while (end < likes->n && likes->entries[end].hash == sketch->items[i])
            end++;
        for (size_t k = first; k < end && end - first <= MOST_SHARED; k++)
            if (likes->entries[k].owner != owner)
                met[n++] = likes->entries[k].owner;
    }
    if (n > 0)
        qsort(met, n, sizeof *met, by_owner);
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && met[end] == met[i];)
            end++;
        if (end - i > most && (end - i) * LEAST_PART >= sketch->n && fits(owner, met[i])) {
            most = end - i;
            best = met[i];
        }
    }
    return best;
}
