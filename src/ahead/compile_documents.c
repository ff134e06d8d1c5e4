/* Run by the build: parses JSON files and writes the store that
 * src/base/json_store.h tells of, as C, to standard output. */
#include <stdio.h>
#include <stdlib.h>

#include "../base/json_store.h"
#include "gouji/base/map.h"
#include "gouji/base/path.h"
#include "gouji/base/vec.h"

/* While the store is made there is none. */
const struct stored_document json_store_items[] = {{NULL, 0, NULL, 0, NULL}};
const size_t json_store_nitems = 0;

static void print_bytes(const char *name, int number, const char *bytes, size_t nbytes)
{
    printf("static const unsigned char %s_%d[] = {\n", name, number);
    for (size_t i = 0; i < nbytes; i++)
        printf("%d,%s", (unsigned char)bytes[i], i % 32 == 31 ? "\n" : "");
    printf("0};\n");
}

struct placed {
    const cJSON *node;
    size_t child, nchildren; /* the place of the first, and how many */
};

struct writer {
    struct str strings;
    struct map *keys; /* where they are in the strings */
    struct placed *nodes;
    size_t nnodes, capacity;
};

static uint32_t keep(struct writer *writer, const char *text)
{
    if (!text)
        return 0;
    uint32_t at = (uint32_t)writer->strings.nbytes;
    str_append(&writer->strings, slice_make(text, strlen(text) + 1));
    return at;
}

static uint32_t keep_key(struct writer *writer, const char *key)
{
    if (!key)
        return 0;
    uint32_t at = (uint32_t)(uintptr_t)map_get(writer->keys, slice_of(key));
    if (at > 0)
        return at;
    at = keep(writer, key);
    writer->strings.failed |= map_set(writer->keys, slice_of(key), (const void *)(uintptr_t)at) < 0;
    return at;
}

/* The node and those behind it on its level. Returns how many. */
static size_t place_level(struct writer *writer, const cJSON *first)
{
    size_t at = writer->nnodes;
    for (const cJSON *node = first; node; node = node->next) {
        if (vec_room(&writer->nodes, &writer->capacity, writer->nnodes, sizeof *writer->nodes)) {
            writer->strings.failed = true;
            break;
        }
        writer->nodes[writer->nnodes++] = (struct placed){.node = node};
    }
    return writer->nnodes - at;
}

/* What is below the nodes from `at` to `end`: so many levels one after the other, as they are
 * made when the document is read, then of each node all that is below it. */
static void place_below(struct writer *writer, size_t at, size_t end, int nopen)
{
    size_t level = writer->nnodes;
    for (size_t i = at; i < end; i++) {
        size_t child = writer->nnodes;
        size_t nchildren = place_level(writer, writer->nodes[i].node->child);
        writer->nodes[i].child = child;
        writer->nodes[i].nchildren = nchildren;
        if (nopen == 0)
            place_below(writer, child, child + nchildren, 0);
    }
    if (nopen > 0)
        place_below(writer, level, writer->nnodes, nopen - 1);
}

static void print_nodes(struct writer *writer, const cJSON *root)
{
    place_below(writer, 0, place_level(writer, root), STORED_OPEN);
    for (size_t i = 0; i < writer->nnodes; i++) {
        const struct placed *placed = &writer->nodes[i];
        const cJSON *node = placed->node;
        uint32_t key = keep_key(writer, node->string), text = keep(writer, node->valuestring);
        printf("{%lld,%u,%u,%zu,%zu,%d},\n", (long long)node->valuedouble, key, text, placed->child,
               placed->nchildren, node->type);
    }
}

static int print_document(const char *path, int number, size_t *nbytes, size_t *nnodes)
{
    struct err err = {ERR_NONE, ""};
    char *bytes = NULL;
    if (path_read(path, JSON_MAX_NBYTES, "data file", &bytes, nbytes, &err) < 0) {
        fprintf(stderr, "%s\n", err.text);
        return -1;
    }
    cJSON *root = json_parse(slice_make(bytes, *nbytes), &err);
    struct writer writer = {.strings = STR_INIT, .keys = map_new()};
    str_byte(&writer.strings, '\0');
    if (root && writer.keys) {
        printf("static const struct stored_node nodes_%d[] = {\n", number);
        print_nodes(&writer, root);
        printf("};\n");
        print_bytes("bytes", number, bytes, *nbytes);
        print_bytes("strings", number, str_text(&writer.strings), writer.strings.nbytes);
    } else {
        fprintf(stderr, "%s: %s\n", path, err.text);
    }
    *nnodes = writer.nnodes;
    bool done = root && writer.keys && !writer.strings.failed;
    str_release(&writer.strings);
    map_free(writer.keys);
    free(writer.nodes);
    cJSON_Delete(root);
    free(bytes);
    return done ? 0 : -1;
}

int main(int argc, char **argv)
{
    struct str items = STR_INIT;
    printf("#include \"base/json_store.h\"\n");
    for (int i = 1; i < argc; i++) {
        size_t nbytes = 0;
        size_t nnodes = 0;
        if (print_document(argv[i], i, &nbytes, &nnodes) < 0)
            return 1;
        str_format(&items, "{bytes_%d, %zu, nodes_%d, %zu, strings_%d},\n", i, nbytes, i, nnodes,
                   i);
    }
    printf("const struct stored_document json_store_items[] = {\n%s{0, 0, 0, 0, 0}};\n"
           "const size_t json_store_nitems = %d;\n",
           str_text(&items), argc - 1);
    bool done = !items.failed && fflush(stdout) == 0 && !ferror(stdout);
    str_release(&items);
    return done ? 0 : 1;
}
