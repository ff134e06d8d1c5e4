#include "json_store.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* cJSON's nodes may be written to; ours are not, json_parse_in forbids it. */
static char *string_at(const struct stored_document *stored, uint32_t at)
{
    return at ? (char *)(uintptr_t)(stored->strings + at) : NULL;
}

static const cJSON *make_tree(struct arena *arena, const struct stored_document *stored)
{
    cJSON *nodes = stored ? arena_raw(arena, stored->nnodes * sizeof *nodes) : NULL;
    for (size_t i = 0; nodes && i < stored->nnodes; i++) {
        const struct stored_node *from = &stored->nodes[i];
        nodes[i] = (cJSON){
            .next = from->next ? &nodes[from->next] : NULL,
            .prev = i ? &nodes[from->prev] : NULL,
            .child = from->child ? &nodes[from->child] : NULL,
            .type = from->type,
            .valuestring = string_at(stored, from->text),
            .valueint = (int)from->number,
            .valuedouble = (double)from->number,
            .string = string_at(stored, from->key),
        };
    }
    return nodes;
}

static bool holds(int fd, const struct stored_document *stored)
{
    unsigned char piece[16 * 1024];
    size_t at = 0;
    ssize_t n;
    while ((n = pread(fd, piece, sizeof piece, (off_t)at)) > 0) {
        if ((size_t)n > stored->nbytes - at || memcmp(stored->bytes + at, piece, (size_t)n) != 0)
            return false;
        at += (size_t)n;
    }
    return n == 0 && at == stored->nbytes;
}

static const struct stored_document *find_open(int fd)
{
    struct stat info;
    if (fstat(fd, &info) != 0 || !S_ISREG(info.st_mode))
        return NULL;
    for (size_t i = 0; i < json_store_nitems; i++)
        if ((off_t)json_store_items[i].nbytes == info.st_size && holds(fd, &json_store_items[i]))
            return &json_store_items[i];
    return NULL;
}

const cJSON *json_store_read(struct arena *arena, const char *path, struct slice *bytes)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    const struct stored_document *stored = fd < 0 ? NULL : find_open(fd);
    if (fd >= 0)
        close(fd);
    if (stored)
        *bytes = slice_make((const char *)stored->bytes, stored->nbytes);
    return make_tree(arena, stored);
}
