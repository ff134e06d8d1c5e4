#include "pattern.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "gouji/base/json.h"
#include "pattern_store.h"

enum { DEPTH_LIMIT = 5000, MATCH_KIB = 4096 };

/* Whether a pattern has machine code, which is made when it is first wanted: of most
 * patterns few reports have what they need. No thread matches before it is decided. */
enum { SPEED_OPEN, SPEED_FAST, SPEED_SLOW };
struct speed {
    atomic_int state;
    pthread_mutex_t lock;
};

struct patterns {
    struct pattern_list *lists;
    uint64_t *begins; /* of the lists' names, see rule_key_begin */
    bool *is_common;  /* of the lists: compiled for several records */
    size_t n;
    pcre2_match_context *limits;
    const void *own; /* the kind's, NULL */
};

/* As far as `nbytes` of what it gives. Returns how much of the source that is. */
static size_t expand_upto(const char *source, size_t nbytes, struct str *out)
{
    const char *p = source;
    while (*p && out->nbytes < nbytes) {
        size_t plain = strcspn(p, "\\#~"), left = nbytes - out->nbytes;
        plain = plain < left ? plain : left;
        str_append(out, slice_make(p, plain));
        p += plain;
        if (out->nbytes == nbytes || !*p)
            break;
        if (*p == '\\' && p[1]) {
            str_append(out, slice_make(p, 2));
            p += 2;
        } else {
            str_add(out, *p == '#' ? "\\x{E000}" : *p == '~' ? "[^,;。件\\x{E000}]" : "\\");
            p++;
        }
    }
    return (size_t)(p - source);
}

void pattern_expand(const char *source, struct str *out)
{
    expand_upto(source, SIZE_MAX, out);
}

/* Told in the words and by the bytes of who wrote it. */
static int tell_fault(const char *source, int code, size_t at, struct err *err)
{
    PCRE2_UCHAR reason[128];
    struct str before = STR_INIT;
    size_t place = expand_upto(source, at, &before);
    str_release(&before);
    pcre2_get_error_message(code, reason, sizeof reason);
    return err_set(err, ERR_INPUT, _("pattern %s: %s at byte %zu"), source, (const char *)reason,
                   place);
}

static int compile_code(struct pattern *pattern, const char *source, struct slice expanded,
                        struct err *err)
{
    int code = 0;
    PCRE2_SIZE at = 0;
    pattern->code = pattern_store_get(expanded, &pattern->needs);
    if (!pattern->code)
        pattern->code = pcre2_compile((PCRE2_SPTR)expanded.ptr, expanded.nbytes, PATTERN_OPTIONS,
                                      &code, &at, NULL);
    return pattern->code ? 0 : tell_fault(source, code, at, err);
}

static void pattern_release(struct pattern *pattern)
{
    if (pattern->speed)
        pthread_mutex_destroy(&pattern->speed->lock);
    free(pattern->speed);
    pcre2_code_free(pattern->code);
}

static int pattern_compile(struct pattern *pattern, const char *source, struct err *err)
{
    struct str expanded = STR_INIT;
    pattern_expand(source, &expanded);
    int result = expanded.failed ? err_set_nomem(err)
                                 : compile_code(pattern, source, str_slice(&expanded), err);
    str_release(&expanded);
    return result;
}

int pattern_check(const char *source, struct err *err)
{
    struct pattern pattern = {.code = NULL};
    int result = pattern_compile(&pattern, source, err);
    pattern_release(&pattern);
    return result;
}

static pcre2_match_context *make_limits(void)
{
    pcre2_match_context *limits = pcre2_match_context_create(NULL);
    if (limits) {
        pcre2_set_match_limit(limits, PATTERN_STEPS);
        pcre2_set_depth_limit(limits, DEPTH_LIMIT);
        pcre2_set_heap_limit(limits, MATCH_KIB);
    }
    return limits;
}

/* Room for a match, one for each thread as long as it lives: PCRE2 fills it with
 * twenty kilobytes at the first match, which thousands of searches would pay anew. */
struct room {
    pcre2_match_data *data;
    enum search_end worst; /* since it was last asked */
};

static pthread_key_t room_key;
static pthread_once_t room_once = PTHREAD_ONCE_INIT;
static bool room_is_kept;

static void room_free(void *closure)
{
    struct room *room = closure;
    pcre2_match_data_free(room->data);
    free(room);
}

static void room_begin(void)
{
    room_is_kept = pthread_key_create(&room_key, room_free) == 0;
}

static struct room *room_make(void)
{
    pthread_once(&room_once, room_begin);
    struct room *room = room_is_kept ? calloc(1, sizeof *room) : NULL;
    if (!room)
        return NULL;
    room->data = pcre2_match_data_create(PATTERN_GROUPS, NULL);
    if (!room->data || pthread_setspecific(room_key, room) != 0) {
        room_free(room);
        return NULL;
    }
    return room;
}

/* NULL: no memory. */
static struct room *room_take(void)
{
    static _Thread_local struct room *mine; /* the key frees it with the thread */
    if (!mine)
        mine = room_make();
    return mine;
}

static enum search_end end_of(int rc)
{
    if (rc >= 0 || rc == PCRE2_ERROR_NOMATCH)
        return SEARCH_WHOLE;
    return rc == PCRE2_ERROR_NOMEMORY ? SEARCH_NO_MEMORY : SEARCH_OVER_LIMIT;
}

enum search_end pattern_search_end(void)
{
    struct room *room = room_take();
    enum search_end worst = room ? room->worst : SEARCH_NO_MEMORY;
    if (room)
        room->worst = SEARCH_WHOLE;
    return worst;
}

bool pattern_search_is_whole(void)
{
    const struct room *room = room_take();
    return room && room->worst == SEARCH_WHOLE;
}

struct slice match_text(struct slice text, const struct match *match, int group)
{
    if (match->start[group] == PATTERN_NONE)
        return slice_make("", 0);
    return slice_make(text.ptr + match->start[group], match->end[group] - match->start[group]);
}

static bool is_fast(const struct pattern *pattern)
{
    struct speed *speed = pattern->speed;
    if (!speed)
        return false;
    if (atomic_load(&speed->state) == SPEED_OPEN) {
        pthread_mutex_lock(&speed->lock);
        if (atomic_load(&speed->state) == SPEED_OPEN)
            atomic_store(&speed->state, pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE) == 0
                                            ? SPEED_FAST
                                            : SPEED_SLOW);
        pthread_mutex_unlock(&speed->lock);
    }
    return atomic_load(&speed->state) == SPEED_FAST;
}

bool pattern_find(const struct pattern *pattern, struct slice text, size_t from,
                  struct match *match)
{
    struct room *room = from <= text.nbytes ? room_take() : NULL;
    if (!room)
        return false;
    PCRE2_SPTR subject = (PCRE2_SPTR)text.ptr;
    int rc = is_fast(pattern)
                 ? pcre2_jit_match(pattern->code, subject, text.nbytes, from, PCRE2_NOTEMPTY,
                                   room->data, pattern->limits)
                 : pcre2_match(pattern->code, subject, text.nbytes, from,
                               PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY, room->data, pattern->limits);
    if (end_of(rc) > room->worst)
        room->worst = end_of(rc);
    if (rc < 0)
        return false;
    const PCRE2_SIZE *ovector = pcre2_get_ovector_pointer(room->data);
    for (int i = 0; i < PATTERN_GROUPS; i++) {
        bool took_part = rc == 0 || i < rc; /* 0: more groups than we keep */
        match->start[i] = took_part ? ovector[2 * i] : PATTERN_NONE;
        match->end[i] = took_part ? ovector[2 * i + 1] : PATTERN_NONE;
    }
    return true;
}

const cJSON *patterns_sources(const cJSON *shared, const cJSON *list)
{
    return cJSON_IsString(list) ? json_get(shared, list->valuestring) : list;
}

int patterns_refuse(const cJSON *list, struct err *err)
{
    return err_set(err, ERR_INPUT,
                   _("\"%s\" must be a list of patterns, or the name of one in \"shared\""),
                   list->string);
}

static int compile_list(pcre2_match_context *limits, struct pattern_list *list,
                        const cJSON *sources, struct arena *arena, const cJSON **at,
                        struct err *err)
{
    list->items = arena_array(arena, (size_t)cJSON_GetArraySize(sources), sizeof *list->items);
    if (!list->items)
        return err_set_nomem(err);
    const cJSON *source;
    cJSON_ArrayForEach (source, sources) {
        struct pattern *pattern = &list->items[list->n];
        *at = source;
        if (!cJSON_IsString(source))
            return err_set(err, ERR_INPUT, _("\"patterns\" must hold lists of texts"));
        if (pattern_compile(pattern, source->valuestring, err) < 0)
            return -1;
        list->n++;
        pattern->limits = limits;
        if (!pattern->needs.sets &&
            needs_read(source->valuestring, arena, &pattern->needs) < 0)
            return err_set_nomem(err);
    }
    return 0;
}

/* With room for n lists; NULL when memory is short. */
static struct patterns *make_patterns(struct arena *arena, size_t n)
{
    struct patterns *patterns = arena_alloc(arena, sizeof *patterns);
    struct pattern_list *lists = arena_array(arena, n, sizeof *lists);
    uint64_t *begins = arena_array(arena, n, sizeof *begins);
    bool *is_common = arena_array(arena, n, sizeof *is_common);
    if (!patterns || !lists || !begins || !is_common || !(patterns->limits = make_limits()))
        return NULL;
    *patterns = (struct patterns){
        .lists = lists, .begins = begins, .is_common = is_common, .limits = patterns->limits};
    return patterns;
}

/* A list that records name: compiled for the first of them. */
struct common_list {
    const cJSON *sources;
    struct pattern_list list;
    struct common_list *next;
};

struct common_patterns {
    struct common_list *first;
    pcre2_match_context *limits;
};

struct common_patterns *common_patterns_make(struct arena *arena)
{
    struct common_patterns *common = arena_alloc(arena, sizeof *common);
    if (common)
        *common = (struct common_patterns){.limits = make_limits()};
    return common && common->limits ? common : NULL;
}

static void release_list(const struct pattern_list *list)
{
    for (size_t i = 0; i < list->n; i++)
        pattern_release(&list->items[i]);
}

void common_patterns_release(struct common_patterns *common)
{
    for (const struct common_list *one = common ? common->first : NULL; one; one = one->next)
        release_list(&one->list);
    if (common)
        pcre2_match_context_free(common->limits);
}

static int take_common(struct common_patterns *common, struct pattern_list *list,
                       const cJSON *sources, struct arena *arena, const cJSON **at, struct err *err)
{
    struct common_list *one = common->first;
    while (one && one->sources != sources)
        one = one->next;
    if (!one) {
        if (!(one = arena_alloc(arena, sizeof *one)))
            return err_set_nomem(err);
        *one = (struct common_list){.sources = sources, .next = common->first};
        common->first = one;
        if (compile_list(common->limits, &one->list, sources, arena, at, err) < 0)
            return -1;
    }
    *list = (struct pattern_list){list->name, one->list.items, one->list.n};
    return 0;
}

static int add_list(struct patterns *patterns, const struct rule *rule, const cJSON *member,
                    const cJSON **at, struct err *err)
{
    const cJSON *sources = patterns_sources(rule->shared, member);
    struct pattern_list *list = &patterns->lists[patterns->n];
    patterns->begins[patterns->n] = rule_key_begin(member->string ? member->string : "");
    list->name = member->string;
    if (!sources)
        return patterns_refuse(member, err);
    bool is_common = patterns->is_common[patterns->n++] = sources != member && rule->common_lists;
    return is_common ? take_common(rule->common_lists, list, sources, rule->arena, at, err)
                     : compile_list(patterns->limits, list, sources, rule->arena, at, err);
}

void *patterns_compile(const struct rule *rule, const cJSON **at, struct err *err)
{
    const cJSON *object = json_get(rule->record, "patterns"), *list;
    size_t n = (size_t)cJSON_GetArraySize(object);
    struct patterns *patterns = make_patterns(rule->arena, n);
    if (!patterns) {
        err_set_nomem(err);
        return NULL;
    }
    int result = 0;
    for (list = json_first(object); list && result == 0; list = list->next)
        result = add_list(patterns, rule, *at = list, at, err);
    if (result == 0)
        return patterns;
    patterns_release(patterns);
    return NULL;
}

void patterns_release(void *compiled)
{
    const struct patterns *patterns = compiled;
    for (size_t i = 0; patterns && i < patterns->n; i++)
        if (!patterns->is_common[i])
            release_list(&patterns->lists[i]);
    if (patterns)
        pcre2_match_context_free(patterns->limits);
}

void *patterns_compile_with(const struct rule *rule, size_t nbytes, patterns_reader *read,
                            const cJSON **at, struct err *err)
{
    void *patterns = patterns_compile(rule, at, err);
    void *own = patterns ? arena_alloc(rule->arena, nbytes) : NULL;
    if (own)
        read(rule, patterns, own);
    if (own && !arena_failed(rule->arena)) {
        patterns_keep(patterns, own);
        return patterns;
    }
    if (patterns)
        err_set_nomem(err);
    patterns_release(patterns);
    return NULL;
}

void patterns_keep(void *compiled, const void *own)
{
    struct patterns *patterns = compiled;
    patterns->own = own;
}

const void *patterns_own(const void *compiled)
{
    const struct patterns *patterns = compiled;
    return patterns->own;
}

/* Without memory it stays slow. */
static void speed_begin(struct pattern *pattern)
{
    struct speed *speed = pattern->speed ? NULL : calloc(1, sizeof *speed);
    if (speed && pthread_mutex_init(&speed->lock, NULL) != 0) {
        free(speed);
        speed = NULL;
    }
    if (speed)
        pattern->speed = speed;
}

void patterns_speed_up(void *compiled)
{
    const struct patterns *patterns = compiled;
    for (size_t i = 0; i < patterns->n; i++)
        for (size_t j = 0; j < patterns->lists[i].n; j++)
            speed_begin(&patterns->lists[i].items[j]);
}

struct pattern_list patterns_get(const struct rule *rule, const char *name)
{
    return patterns_named(rule->compiled, name);
}

struct pattern_list patterns_named(const void *compiled, const char *name)
{
    const struct patterns *patterns = compiled;
    uint64_t begins = name ? rule_key_begin(name) : 0;
    for (size_t i = 0; name && i < patterns->n; i++)
        if (patterns->begins[i] == begins && strcmp(patterns->lists[i].name, name) == 0)
            return patterns->lists[i];
    return (struct pattern_list){.name = name};
}

bool patterns_find_from(struct pattern_list list, struct slice text, size_t from,
                        struct match *match)
{
    for (size_t i = 0; i < list.n; i++)
        if (pattern_find(&list.items[i], text, from, match))
            return true;
    return false;
}

bool patterns_find(struct pattern_list list, struct slice text, struct match *match)
{
    return patterns_find_from(list, text, 0, match);
}

bool patterns_hold(struct pattern_list list, struct slice text)
{
    struct match match;
    return patterns_find(list, text, &match);
}

bool patterns_match(const struct rule *rule, const char *name, struct slice text)
{
    return patterns_hold(patterns_get(rule, name), text);
}
