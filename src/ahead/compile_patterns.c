/* Run by the build: compiles the patterns of a folder of rules and writes the
 * store that pattern_store.h tells of, as C, to standard output. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "../check/pattern.h"
#include "../check/pattern_store.h"
#include "gouji/base/json.h"
#include "gouji/base/vec.h"

/* While the store is made there is none. */
const struct stored_pattern pattern_store_items[] = {{.source = ""}};
const size_t pattern_store_nitems = 0;
const uint8_t pattern_store_bytes[] = {0};
const uint16_t pattern_store_sets[] = {0};

enum { ALIGNMENT = 16 }; /* PCRE2 reads the bytes as structures */

/* What PCRE2 is given, and how the record writes it. */
struct source {
    char *text;
    const char *written;
};

struct sources {
    struct source *items;
    size_t n, capacity;
};

static int add_source(struct sources *sources, const char *pattern)
{
    struct str source = STR_INIT;
    pattern_expand(pattern, &source);
    if (vec_room(&sources->items, &sources->capacity, sources->n, sizeof *sources->items) < 0 ||
        !(sources->items[sources->n].text = str_detach(&source))) {
        str_release(&source);
        return -1;
    }
    sources->items[sources->n++].written = pattern;
    return 0;
}

static int collect(struct sources *sources, const struct ruleset *rules)
{
    for (size_t i = 0; i < ruleset_count(rules); i++) {
        const struct rule *rule = ruleset_at(rules, i);
        const cJSON *list, *pattern;
        cJSON_ArrayForEach (list, json_get(rule->record, "patterns")) {
            cJSON_ArrayForEach (pattern, patterns_sources(rule->shared, list)) {
                if (cJSON_IsString(pattern) && add_source(sources, pattern->valuestring) < 0)
                    return -1;
            }
        }
    }
    return 0;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(((const struct source *)a)->text, ((const struct source *)b)->text);
}

static void sort_out(struct sources *sources)
{
    size_t n = 0;
    if (sources->n)
        qsort(sources->items, sources->n, sizeof *sources->items, by_text);
    for (size_t i = 0; i < sources->n; i++) {
        if (n && strcmp(sources->items[n - 1].text, sources->items[i].text) == 0)
            free(sources->items[i].text);
        else
            sources->items[n++] = sources->items[i];
    }
    sources->n = n;
}

/* Prints the bytes and tells how many they are, 0 for a failure. */
static size_t print_code(const char *source)
{
    uint8_t *bytes = NULL;
    PCRE2_SIZE nbytes = 0, at;
    int code;
    pcre2_code *compiled =
        pcre2_compile((PCRE2_SPTR)source, PCRE2_ZERO_TERMINATED, PATTERN_OPTIONS, &code, &at, NULL);
    const pcre2_code *one = compiled;
    if (!compiled || pcre2_serialize_encode(&one, 1, &bytes, &nbytes, NULL) != 1)
        nbytes = 0;
    for (size_t i = 0; i < (nbytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT; i++)
        printf("%d,%s", i < nbytes ? bytes[i] : 0, i % 32 == 31 ? "\n" : "");
    pcre2_serialize_free(bytes);
    pcre2_code_free(compiled);
    return nbytes;
}

static void print_text(const char *text)
{
    putchar('"');
    for (; *text; text++)
        printf("\\%03o", (unsigned char)*text);
    putchar('"');
}

/* What each needs, one behind the other. -1: no memory. */
static int print_sets(const struct sources *sources, struct arena *arena, struct needs *needs)
{
    printf("const uint16_t pattern_store_sets[] = {\n");
    for (size_t i = 0; i < sources->n; i++) {
        if (needs_read(sources->items[i].written, arena, &needs[i]) < 0)
            return -1;
        for (size_t k = 0; k < needs_nsets(&needs[i]); k++)
            printf("%u,", (unsigned)needs[i].sets[k]);
        putchar('\n');
    }
    printf("0};\n");
    return 0;
}

static void print_items(const struct sources *sources, const size_t *nbytes,
                        const struct needs *needs)
{
    size_t offset = 0, sets = 0;
    printf("const struct stored_pattern pattern_store_items[] = {\n");
    for (size_t i = 0; i < sources->n; i++) {
        printf("{");
        print_text(sources->items[i].text);
        printf(", %zu, %zu, {", offset, nbytes[i]);
        for (size_t k = 0; k <= RAREST_MOST; k++)
            printf("%u,", (unsigned)needs[i].rarest[k]);
        printf("}, %zu},\n", sets);
        offset += (nbytes[i] + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        sets += needs_nsets(&needs[i]);
    }
    printf("{\"\", 0, 0, {0}, 0}};\n");
}

static int print_store(const struct sources *sources, struct arena *arena)
{
    size_t *nbytes = arena_array(arena, sources->n + 1, sizeof *nbytes);
    struct needs *needs = arena_array(arena, sources->n + 1, sizeof *needs);
    if (!nbytes || !needs)
        return -1;
    printf("#include <stdalign.h>\n#include \"check/pattern_store.h\"\n"
           "alignas(%d) const uint8_t pattern_store_bytes[] = {\n",
           ALIGNMENT);
    for (size_t i = 0; i < sources->n; i++)
        nbytes[i] = print_code(sources->items[i].text);
    printf("0};\n");
    if (print_sets(sources, arena, needs) < 0)
        return -1;
    print_items(sources, nbytes, needs);
    printf("const size_t pattern_store_nitems = %zu;\n", sources->n);
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : -1;
}

int main(int argc, char **argv)
{
    struct err err = {ERR_NONE, ""};
    struct sources sources = {NULL, 0, 0};
    struct ruleset *rules = ruleset_load(argc > 1 ? argv[1] : NULL, &err);
    struct arena *arena = arena_new();
    int status = -1;
    if (rules && arena && collect(&sources, rules) == 0) {
        sort_out(&sources);
        status = print_store(&sources, arena);
    }
    if (status < 0)
        fprintf(stderr, "%s\n", err.text[0] ? err.text : "the patterns could not be written");
    for (size_t i = 0; i < sources.n; i++)
        free(sources.items[i].text);
    free(sources.items);
    arena_free(arena);
    ruleset_free(rules);
    return status < 0;
}
