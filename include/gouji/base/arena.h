/* An arena: many small allocations of one life time, freed at once. A report
 * and all that hangs from it live in one arena; findings in another.
 * Not shared between threads. Every allocating function returns NULL when
 * memory is short, and from then on arena_failed() is true, so that a long
 * construction may check once at its end if it never dereferences a NULL. */
#ifndef GOUJI_BASE_ARENA_H
#define GOUJI_BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

#include "gouji/base/slice.h"

struct arena;

/* NULL when memory is short. The caller frees with arena_free. */
struct arena *arena_new(void);
void arena_free(struct arena *arena);

/* Hands all memory of `from` over to `into` and frees `from`. */
void arena_absorb(struct arena *into, struct arena *from);

/* How far an arena is filled: going back to it drops all that was allocated since. */
struct arena_mark {
    struct arena_block *block;
    size_t used;
};
struct arena_mark arena_mark(const struct arena *arena);
void arena_rewind(struct arena *arena, struct arena_mark mark);

/* Zeroed memory, aligned for any type. nbytes 0 gives a valid pointer. */
void *arena_alloc(struct arena *arena, size_t nbytes);

/* Memory as it comes, for bytes that are all written at once. */
void *arena_raw(struct arena *arena, size_t nbytes);

/* Zeroed array; NULL also when count * size overflows. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/* Copies, NUL-terminated. */
char *arena_copy(struct arena *arena, struct slice bytes);
char *arena_string(struct arena *arena, const char *text);
char *arena_join(struct arena *arena, const char *const *parts, size_t nparts);
char *arena_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

bool arena_failed(const struct arena *arena);

/* A growing array inside an arena. `*items` has room for `*capacity` items of
 * `size` bytes and holds `count`; makes room for one more (doubling; where other memory was
 * allocated behind it, the old block stays in the arena) and returns the address of the new, zeroed
 * item, or NULL. The caller increments its own count. */
bool arena_more_room(struct arena *arena, void *items_pointer, size_t *capacity, size_t count,
                     size_t size);
static inline void *arena_push(struct arena *arena, void *items_pointer, size_t *capacity,
                               size_t count, size_t size)
{
    char *items;
    if (count == *capacity && !arena_more_room(arena, items_pointer, capacity, count, size))
        return NULL;
    memcpy(&items, items_pointer, sizeof items);
    return memset(items + count * size, 0, size);
}

#endif
