/* A map from byte strings to pointers (open addressing). Keys are
 * borrowed and must outlive the map; values are the caller's. */
#ifndef GOUJI_BASE_MAP_H
#define GOUJI_BASE_MAP_H

#include <stddef.h>

#include "gouji/base/slice.h"

struct map;

struct map *map_new(void);
void map_free(struct map *map);
/* Sets or replaces. -1 when memory is short. */
int map_set(struct map *map, struct slice key, const void *value);
/* The key's value; of a key that is new, which it sets, this one. NULL when memory is short. */
const void *map_keep(struct map *map, struct slice key, const void *value);
/* NULL when absent. */
const void *map_get(const struct map *map, struct slice key);
size_t map_count(const struct map *map);

#endif
