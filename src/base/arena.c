#include "gouji/base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { FIRST_BLOCK = 64 * 1024, LARGEST_BLOCK = 1024 * 1024 };

struct arena_block {
    struct arena_block *next;
    size_t nbytes;
    size_t used;
    alignas(max_align_t) unsigned char data[];
};

struct arena {
    struct arena_block *blocks; /* the newest first */
    size_t reserved;            /* in all blocks */
    bool failed;
};

struct arena *arena_new(void)
{
    return calloc(1, sizeof(struct arena));
}

void arena_free(struct arena *arena)
{
    if (!arena)
        return;
    for (struct arena_block *block = arena->blocks, *next; block; block = next) {
        next = block->next;
        free(block);
    }
    free(arena);
}

void arena_absorb(struct arena *into, struct arena *from)
{
    struct arena_block **last = &into->blocks;
    while (*last)
        last = &(*last)->next;
    *last = from->blocks;
    into->reserved += from->reserved;
    into->failed |= from->failed;
    free(from);
}

struct arena_mark arena_mark(const struct arena *arena)
{
    return (struct arena_mark){arena->blocks, arena->blocks ? arena->blocks->used : 0};
}

void arena_rewind(struct arena *arena, struct arena_mark mark)
{
    for (struct arena_block *block; (block = arena->blocks) != mark.block; free(block)) {
        arena->blocks = block->next;
        arena->reserved -= block->nbytes;
    }
    if (mark.block)
        mark.block->used = mark.used;
}

static struct arena_block *add_block(struct arena *arena, size_t nbytes)
{
    size_t size = arena->blocks ? arena->reserved : FIRST_BLOCK; /* as much again */
    if (size > LARGEST_BLOCK)
        size = LARGEST_BLOCK;
    if (size < nbytes)
        size = nbytes;
    if (size > SIZE_MAX - sizeof(struct arena_block))
        return NULL;
    struct arena_block *block = malloc(sizeof *block + size);
    if (!block)
        return NULL;
    block->next = arena->blocks;
    block->nbytes = size;
    block->used = 0;
    arena->blocks = block;
    arena->reserved += size;
    return block;
}

static size_t round_up(size_t nbytes)
{
    const size_t align = alignof(max_align_t);
    return (nbytes + align - 1) / align * align;
}

static void *take(struct arena_block *block, size_t rounded)
{
    void *memory = block->data + block->used;
    block->used += rounded;
    return memory;
}

/* Apart from what is done at every turn. */
__attribute__((noinline)) static void *take_of_new_block(struct arena *arena, size_t nbytes)
{
    size_t rounded = round_up(nbytes);
    struct arena_block *block = rounded >= nbytes ? add_block(arena, rounded) : NULL;
    arena->failed |= !block;
    return block ? take(block, rounded) : NULL;
}

void *arena_raw(struct arena *arena, size_t nbytes)
{
    size_t rounded = round_up(nbytes); /* 0 when that is too much */
    struct arena_block *block = arena->blocks;
    bool fits = block && rounded >= nbytes && block->nbytes - block->used >= rounded;
    return fits ? take(block, rounded) : take_of_new_block(arena, nbytes);
}

void *arena_alloc(struct arena *arena, size_t nbytes)
{
    void *memory = arena_raw(arena, nbytes);
    return memory ? memset(memory, 0, nbytes) : NULL;
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size) {
        arena->failed = true;
        return NULL;
    }
    return arena_alloc(arena, count * size);
}

char *arena_copy(struct arena *arena, struct slice bytes)
{
    if (bytes.nbytes == SIZE_MAX) {
        arena->failed = true;
        return NULL;
    }
    char *copy = arena_raw(arena, bytes.nbytes + 1);
    if (!copy)
        return NULL;
    if (bytes.nbytes)
        memcpy(copy, bytes.ptr, bytes.nbytes);
    copy[bytes.nbytes] = '\0';
    return copy;
}

char *arena_string(struct arena *arena, const char *text)
{
    return arena_copy(arena, slice_of(text));
}

char *arena_join(struct arena *arena, const char *const *parts, size_t nparts)
{
    size_t nbytes = 1, at = 0;
    for (size_t i = 0; i < nparts; i++)
        nbytes += strlen(parts[i]);
    char *text = arena_raw(arena, nbytes);
    for (size_t i = 0; text && i < nparts; i++)
        at = (size_t)(stpcpy(text + at, parts[i]) - text);
    return text;
}

char *arena_format(struct arena *arena, const char *format, ...)
{
    char shortly[256]; /* as most are */
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int n = vsnprintf(shortly, sizeof shortly, format, arguments);
    va_end(arguments);
    char *text = n < 0 ? NULL : arena_raw(arena, (size_t)n + 1);
    if (!text)
        arena->failed = true;
    else if ((size_t)n < sizeof shortly)
        memcpy(text, shortly, (size_t)n + 1);
    else
        vsnprintf(text, (size_t)n + 1, format, again);
    va_end(again);
    return text;
}

bool arena_failed(const struct arena *arena)
{
    return arena->failed;
}

/* Makes what was allocated last larger where it is, if its block has room. */
static bool extend_last(struct arena *arena, const void *memory, size_t nbytes, size_t wanted)
{
    struct arena_block *block = arena->blocks;
    size_t more = round_up(wanted) - round_up(nbytes);
    bool is_last = memory && block && nbytes > 0 &&
                   (const unsigned char *)memory + round_up(nbytes) == block->data + block->used;
    if (!is_last || block->nbytes - block->used < more)
        return false;
    block->used += more;
    return true;
}

bool arena_more_room(struct arena *arena, void *items_pointer, size_t *capacity, size_t count,
                     size_t size)
{
    size_t wanted = *capacity ? *capacity * 2 : 8;
    bool fits = wanted > *capacity && wanted <= (SIZE_MAX - alignof(max_align_t)) / size;
    void *items;
    memcpy(&items, items_pointer, sizeof items);
    if (fits && extend_last(arena, items, *capacity * size, wanted * size)) {
        *capacity = wanted;
        return true;
    }
    void *bigger = fits ? arena_raw(arena, wanted * size) : NULL; /* zeroed one by one */
    if (!bigger) {
        arena->failed = true;
        return false;
    }
    if (count)
        memcpy(bigger, items, count * size);
    memcpy(items_pointer, &bigger, sizeof bigger);
    *capacity = wanted;
    return true;
}
