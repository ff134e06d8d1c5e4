#include "gouji/base/map.h"

#include <stdint.h>
#include <stdlib.h>

/* Small, as a search reads few lines of memory then. */
struct entry {
    const char *key; /* NULL: free */
    uint32_t nbytes;
    uint32_t hash;
    const void *value;
};

struct map {
    struct entry *entries;
    size_t capacity; /* a power of two, or 0 */
    size_t count;
};

struct map *map_new(void)
{
    return calloc(1, sizeof(struct map));
}

void map_free(struct map *map)
{
    if (!map)
        return;
    free(map->entries);
    free(map);
}

static inline uint64_t mix(uint64_t hash, uint64_t word)
{
    hash = (hash ^ word) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ hash >> 32; /* the lower bits choose the entry */
}

/* Eight bytes at a time, of which the last may be hashed twice. */
static inline uint32_t hash_key(struct slice key)
{
    uint64_t hash = key.nbytes, word = 0;
    for (size_t at = 0; at + sizeof word < key.nbytes; at += sizeof word) {
        memcpy(&word, key.ptr + at, sizeof word);
        hash = mix(hash, word);
    }
    if (key.nbytes >= sizeof word) {
        memcpy(&word, key.ptr + key.nbytes - sizeof word, sizeof word);
        return (uint32_t)mix(hash, word);
    }
    for (size_t i = 0; i < key.nbytes; i++)
        word = word << 8 | (unsigned char)key.ptr[i];
    return (uint32_t)mix(hash, word);
}

static inline bool is_of(const struct entry *entry, struct slice key, uint32_t hash)
{
    return entry->hash == hash && slice_equal(slice_make(entry->key, entry->nbytes), key);
}

static inline struct entry *find(struct entry *entries, size_t capacity, struct slice key,
                                 uint32_t hash)
{
    size_t i = hash & (capacity - 1);
    while (entries[i].key && !is_of(&entries[i], key, hash))
        i = (i + 1) & (capacity - 1);
    return &entries[i];
}

static int grow(struct map *map)
{
    enum { MANY = 256 };
    size_t capacity = !map->capacity ? 16 : map->capacity * (map->capacity < MANY ? 4 : 2);
    struct entry *entries = calloc(capacity, sizeof *entries);
    if (!entries)
        return -1;
    for (size_t i = 0; i < map->capacity; i++) {
        struct entry *old = &map->entries[i];
        if (old->key)
            *find(entries, capacity, slice_make(old->key, old->nbytes), old->hash) = *old;
    }
    free(map->entries);
    map->entries = entries;
    map->capacity = capacity;
    return 0;
}

/* The entry of a key, which is set if it is new; NULL when memory is short. */
static struct entry *enter(struct map *map, struct slice key, const void *value)
{
    if (key.nbytes > UINT32_MAX || (map->count * 2 >= map->capacity && grow(map)))
        return NULL;
    uint32_t hash = hash_key(key);
    struct entry *entry = find(map->entries, map->capacity, key, hash);
    if (entry->key)
        return entry;
    map->count++;
    /* An empty key may come with a NULL pointer, which would read as free. */
    *entry = (struct entry){key.ptr ? key.ptr : "", (uint32_t)key.nbytes, hash, value};
    return entry;
}

int map_set(struct map *map, struct slice key, const void *value)
{
    struct entry *entry = enter(map, key, value);
    if (!entry)
        return -1;
    entry->key = key.ptr ? key.ptr : "";
    entry->value = value;
    return 0;
}

const void *map_keep(struct map *map, struct slice key, const void *value)
{
    const struct entry *entry = enter(map, key, value);
    return entry ? entry->value : NULL;
}

const void *map_get(const struct map *map, struct slice key)
{
    if (!map->count)
        return NULL;
    return find(map->entries, map->capacity, key, hash_key(key))->value;
}

size_t map_count(const struct map *map)
{
    return map->count;
}
