#include "json_store.h"

static const struct stored_document *find(struct slice document)
{
    for (size_t i = 0; i < json_store_nitems; i++)
        if (json_store_items[i].nbytes == document.nbytes &&
            memcmp(json_store_items[i].bytes, document.ptr, document.nbytes) == 0)
            return &json_store_items[i];
    return NULL;
}

/* cJSON's nodes may be written to; ours are not, json_parse_in forbids it. */
static char *string_at(const struct stored_document *stored, uint32_t at)
{
    return at ? (char *)(uintptr_t)(stored->strings + at) : NULL;
}

const cJSON *json_store_get(struct arena *arena, struct slice document)
{
    const struct stored_document *stored = find(document);
    cJSON *nodes = stored ? arena_array(arena, stored->nnodes, sizeof *nodes) : NULL;
    for (size_t i = 0; nodes && i < stored->nnodes; i++) {
        const struct stored_node *from = &stored->nodes[i];
        nodes[i] = (cJSON){
            .next = from->next ? &nodes[from->next] : NULL,
            .prev = i ? &nodes[from->prev] : NULL,
            .child = from->has_child ? &nodes[i + 1] : NULL,
            .type = from->type,
            .valuestring = string_at(stored, from->text),
            .valueint = (int)from->number,
            .valuedouble = (double)from->number,
            .string = string_at(stored, from->key),
        };
    }
    return nodes;
}
