#include "gouji/ui/keymap.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gouji/base/message.h"
#include "gouji/base/path.h"
#include "gouji/base/vec.h"

enum { KEYS_NBYTES = 64, WORD_NBYTES = 80, FILE_MAX_NBYTES = 1024 * 1024, NFIRST = 64 };

struct binding {
    unsigned contexts; /* 0: all taken away again */
    enum action action;
    size_t nkeys;
    struct key keys[KEYMAP_CHORD_MAX];
    char names[KEYS_NBYTES];
    size_t next; /* one more than the place of the next one with a like first key; 0: none */
};

/* In the order in which they were bound; some hundreds, so looked through, but for
 * clashes, where each is held against the others: those are chained by first keys. */
struct keymap {
    struct binding *bindings;
    size_t count, capacity;
    size_t first[NFIRST], last[NFIRST]; /* as next */
};

struct keymap *keymap_new(void)
{
    return calloc(1, sizeof(struct keymap));
}

void keymap_free(struct keymap *map)
{
    if (map == NULL)
        return;
    free(map->bindings);
    free(map);
}

static size_t common_prefix(const struct binding *binding, const struct key *keys, size_t nkeys)
{
    size_t n = 0;
    while (n < nkeys && n < binding->nkeys && key_equal(binding->keys[n], keys[n]))
        n++;
    return n;
}

static size_t first_key(const struct binding *binding)
{
    struct key key = binding->keys[0];
    return (key.code == KEY_CHAR ? key.ch : (uint32_t)key.code) % NFIRST;
}

/* The next binding behind this one, NULL: the first, that has one of the contexts and of
 * which one chord begins the other; NULL when there is none. */
static struct binding *find_overlap(const struct keymap *map, const struct binding *behind,
                                    const struct binding *wanted)
{
    size_t next = behind ? behind->next : map->first[first_key(wanted)];
    while (next) {
        struct binding *binding = &map->bindings[next - 1];
        next = binding->next;
        if (!(binding->contexts & wanted->contexts) ||
            !key_equal(binding->keys[0], wanted->keys[0]))
            continue;
        size_t shorter = binding->nkeys < wanted->nkeys ? binding->nkeys : wanted->nkeys;
        if (common_prefix(binding, wanted->keys, wanted->nkeys) == shorter)
            return binding;
    }
    return NULL;
}

static void add_binding(struct keymap *map, const struct binding *binding)
{
    size_t *last = &map->last[first_key(binding)];
    map->bindings[map->count++] = *binding;
    if (*last)
        map->bindings[*last - 1].next = map->count;
    else
        map->first[first_key(binding)] = map->count;
    *last = map->count;
}

static int parse_chord(const char *word, struct binding *binding)
{
    size_t used = 0;
    binding->nkeys = 0;
    while (*word != '\0') {
        if (binding->nkeys == KEYMAP_CHORD_MAX)
            return -1;
        struct key *key = &binding->keys[binding->nkeys];
        size_t nbytes = key_parse(word, key);
        if (nbytes == 0)
            return -1;
        word += nbytes;
        used += key_format(*key, binding->names + used, KEYS_NBYTES - used);
        binding->nkeys++;
    }
    return binding->nkeys > 0 ? 0 : -1;
}

/* A chord that begins another one would make the longer one unreachable. */
static int refuse_clash(const struct keymap *map, const struct binding *wanted, struct err *err)
{
    const struct binding *found = NULL;
    while ((found = find_overlap(map, found, wanted)))
        if (found->nkeys != wanted->nkeys)
            return err_set(err, ERR_INPUT, _("%s clashes with %s (%s), unbind that first"),
                           wanted->names, found->names, action_entry(found->action)->name);
    return 0;
}

/* Takes the chord away in the contexts wanted; true if it was bound in one. */
static bool take_away(struct keymap *map, const struct binding *wanted)
{
    bool was_bound = false;
    struct binding *found = NULL;
    while ((found = find_overlap(map, found, wanted)))
        if (found->nkeys == wanted->nkeys) {
            found->contexts &= ~wanted->contexts;
            was_bound = true;
        }
    return was_bound;
}

static int bind_keys(struct keymap *map, struct binding *wanted, const char *name, struct err *err)
{
    enum action last = map->count ? map->bindings[map->count - 1].action : (enum action)0;
    wanted->action = action_find_from(name, last);
    if (wanted->action == ACTION_NOTHING)
        return err_set(err, ERR_INPUT, _("no action is called %s"), name);
    wanted->contexts &= action_entry(wanted->action)->contexts;
    if (wanted->contexts == 0)
        return err_set(err, ERR_INPUT, _("%s does nothing there"), name);
    if (refuse_clash(map, wanted, err) != 0)
        return -1;
    if (vec_room(&map->bindings, &map->capacity, map->count, sizeof *wanted) != 0)
        return err_set_nomem(err);
    take_away(map, wanted);
    add_binding(map, wanted);
    return 0;
}

static int unbind_keys(struct keymap *map, const struct binding *wanted, struct err *err)
{
    return take_away(map, wanted)
               ? 0
               : err_set(err, ERR_INPUT, _("%s is not bound there"), wanted->names);
}

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool is_of_word(char c)
{
    return (unsigned char)c > ' ' || (c != '\0' && !is_blank(c));
}

/* Cuts the line at white space; returns how many words there are, at most `max`. */
static int split_words(const char *line, char words[][WORD_NBYTES], int max)
{
    int nwords = 0;
    while (is_blank(*line))
        line++;
    for (; *line != '\0' && nwords < max; nwords++) {
        const char *word = line;
        while (is_of_word(*line))
            line++;
        size_t nbytes = (size_t)(line - word);
        size_t kept = nbytes < WORD_NBYTES ? nbytes : WORD_NBYTES - 1;
        memcpy(words[nwords], word, kept);
        words[nwords][kept] = '\0';
        while (is_blank(*line))
            line++;
    }
    return nwords;
}

int keymap_line(struct keymap *map, const char *line, struct err *err)
{
    char words[5][WORD_NBYTES];
    int nwords = split_words(line, words, 5);
    if (nwords == 0 || words[0][0] == '#')
        return 0;
    bool unbind = strcmp(words[0], "unbind") == 0;
    if (!unbind && strcmp(words[0], "bind") != 0)
        return err_set(err, ERR_INPUT, _("unknown word %s; bind or unbind is wanted"), words[0]);
    if (nwords != (unbind ? 3 : 4))
        return err_set(err, ERR_INPUT, "%s",
                       unbind ? _("wanted: unbind CONTEXT KEYS")
                              : _("wanted: bind CONTEXT KEYS ACTION"));
    struct binding wanted = {.contexts = action_contexts(words[1])};
    if (wanted.contexts == 0)
        return err_set(err, ERR_INPUT, _("no context is called %s"), words[1]);
    if (parse_chord(words[2], &wanted) != 0)
        return err_set(err, ERR_INPUT, _("no keys are called %s"), words[2]);
    return unbind ? unbind_keys(map, &wanted, err) : bind_keys(map, &wanted, words[3], err);
}

/* The options of a config file are read elsewhere. */
static bool is_option(const char *line)
{
    while (*line == ' ' || *line == '\t')
        line++;
    return strncmp(line, "set ", 4) == 0;
}

int keymap_load(struct keymap *map, const char *path, struct str *faults, struct err *err)
{
    char *bytes = NULL;
    size_t nbytes;
    if (path_read(path, FILE_MAX_NBYTES, "key file", &bytes, &nbytes, err) != 0)
        return -1;
    int number = 0, status = 0;
    char *rest = bytes;
    struct err fault;
    for (char *line; status == 0 && (line = strsep(&rest, "\n")) != NULL;) {
        err_clear(&fault);
        number++;
        if (is_option(line) || keymap_line(map, line, &fault) == 0)
            continue;
        if (fault.kind == ERR_NOMEM)
            status = err_set_nomem(err);
        else
            str_format(faults, "%s:%d: %s\n", path, number, fault.text);
    }
    free(bytes);
    return status;
}

enum action keymap_find(const struct keymap *map, enum action_context context,
                        const struct key *keys, size_t nkeys, bool *prefix)
{
    *prefix = false;
    for (size_t i = 0; i < map->count; i++) {
        const struct binding *binding = &map->bindings[i];
        if (!(binding->contexts & context) || common_prefix(binding, keys, nkeys) < nkeys)
            continue;
        if (binding->nkeys == nkeys)
            return binding->action;
        *prefix = true;
    }
    return ACTION_NOTHING;
}

static void visit_contexts(const struct binding *binding, unsigned contexts, keymap_visit *visit,
                           void *closure)
{
    for (unsigned bit = 1; bit <= IN_ALL; bit <<= 1)
        if (binding->contexts & contexts & bit)
            visit(closure, (enum action_context)bit, binding->names, binding->action);
}

void keymap_each(const struct keymap *map, unsigned contexts, keymap_visit *visit, void *closure)
{
    for (int action = 0; action < ACTION_TOTAL; action++)
        for (size_t i = 0; i < map->count; i++)
            if ((int)map->bindings[i].action == action)
                visit_contexts(&map->bindings[i], contexts, visit, closure);
}

const char *keymap_keys(const struct keymap *map, enum action_context context, enum action action)
{
    for (size_t i = 0; i < map->count; i++)
        if (map->bindings[i].contexts & context && map->bindings[i].action == action)
            return map->bindings[i].names;
    return "";
}
