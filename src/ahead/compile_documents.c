/* Run by the build: parses JSON files and writes the store that
 * src/base/json_store.h tells of, as C, to standard output. */
#include <stdio.h>
#include <stdlib.h>

#include "../base/json_store.h"
#include "gouji/base/path.h"

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

/* The tree gone through in the order of the document. */
struct writer {
    struct str strings;
    uint32_t nnodes;
};

static uint32_t keep(struct writer *writer, const char *text)
{
    if (!text)
        return 0;
    uint32_t at = (uint32_t)writer->strings.nbytes;
    str_append(&writer->strings, slice_make(text, strlen(text) + 1));
    return at;
}

static uint32_t count(const cJSON *node)
{
    uint32_t n = 1;
    for (const cJSON *child = node->child; child; child = child->next)
        n += count(child);
    return n;
}

static void print_node(struct writer *writer, const cJSON *node, uint32_t first, uint32_t last,
                       uint32_t before)
{
    uint32_t self = writer->nnodes++;
    uint32_t end = self + count(node);
    printf("{%lld,%u,%u,%u,%u,%d,%d},\n", (long long)node->valuedouble, keep(writer, node->string),
           keep(writer, node->valuestring), node->next ? end : 0, self == first ? last : before,
           node->type, node->child != NULL);
    uint32_t child_last = self + 1, child_before = 0;
    for (const cJSON *child = node->child; child && child->next; child = child->next)
        child_last += count(child);
    for (const cJSON *child = node->child; child; child = child->next) {
        uint32_t at = writer->nnodes;
        print_node(writer, child, self + 1, child_last, child_before);
        child_before = at;
    }
}

static int print_document(const char *path, int number, size_t *nbytes, uint32_t *nnodes)
{
    struct err err = {ERR_NONE, ""};
    char *bytes = NULL;
    if (path_read(path, JSON_MAX_NBYTES, "data file", &bytes, nbytes, &err) < 0) {
        fprintf(stderr, "%s\n", err.text);
        return -1;
    }
    cJSON *root = json_parse(slice_make(bytes, *nbytes), &err);
    struct writer writer = {STR_INIT, 0};
    str_byte(&writer.strings, '\0');
    if (root) {
        printf("static const struct stored_node nodes_%d[] = {\n", number);
        print_node(&writer, root, 0, 0, 0);
        printf("};\n");
        print_bytes("bytes", number, bytes, *nbytes);
        print_bytes("strings", number, str_text(&writer.strings), writer.strings.nbytes);
    } else {
        fprintf(stderr, "%s: %s\n", path, err.text);
    }
    *nnodes = writer.nnodes;
    bool done = root && !writer.strings.failed;
    str_release(&writer.strings);
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
        uint32_t nnodes = 0;
        if (print_document(argv[i], i, &nbytes, &nnodes) < 0)
            return 1;
        str_format(&items, "{bytes_%d, %zu, nodes_%d, %u, strings_%d},\n", i, nbytes, i, nnodes, i);
    }
    printf("const struct stored_document json_store_items[] = {\n%s{0, 0, 0, 0, 0}};\n"
           "const size_t json_store_nitems = %d;\n",
           str_text(&items), argc - 1);
    bool done = !items.failed && fflush(stdout) == 0 && !ferror(stdout);
    str_release(&items);
    return done ? 0 : 1;
}
