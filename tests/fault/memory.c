#include "fault.h"

#include <cjson/cJSON.h>
#include <dirent.h>
#include <errno.h>
#include <execinfo.h>
#include <limits.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void *__real_malloc(size_t nbytes);
void *__real_calloc(size_t count, size_t nbytes);
void *__real_aligned_alloc(size_t alignment, size_t nbytes);
void *__real_realloc(void *block, size_t nbytes);
void __real_free(void *block);
char *__real_strdup(const char *text);
char *__real_strndup(const char *text, size_t nbytes);
char *__real_realpath(const char *path, char *buffer);

void *__wrap_malloc(size_t nbytes);
void *__wrap_calloc(size_t count, size_t nbytes);
void *__wrap_aligned_alloc(size_t alignment, size_t nbytes);
void *__wrap_realloc(void *block, size_t nbytes);
void __wrap_free(void *block);
char *__wrap_strdup(const char *text);
char *__wrap_strndup(const char *text, size_t nbytes);
char *__wrap_realpath(const char *path, char *buffer);

int __real_scandir(const char *dir, struct dirent ***entries, int (*select)(const struct dirent *),
                   int (*compare)(const struct dirent **, const struct dirent **));
int __wrap_scandir(const char *dir, struct dirent ***entries, int (*select)(const struct dirent *),
                   int (*compare)(const struct dirent **, const struct dirent **));

int __real_pthread_create(pthread_t *thread, const pthread_attr_t *attributes,
                          void *(*run)(void *closure), void *closure);
int __wrap_pthread_create(pthread_t *thread, const pthread_attr_t *attributes,
                          void *(*run)(void *closure), void *closure);
int __real_pthread_join(pthread_t thread, void **result);
int __wrap_pthread_join(pthread_t thread, void **result);

enum { DEPTH = 12, SEEN = 1 << 16 };

static struct {
    bool surveying, failing, busy;
    enum memory_refusal refusal;
    void *frames[DEPTH]; /* of the first refused */
    int nframes;
    _Atomic long count, live;
    _Atomic long refused;
    long nth;
    uint64_t *seen; /* hashes of stacks met, open addressing */
    struct memory_survey survey;
} state;

static uint64_t hash_stack(void)
{
    void *frames[DEPTH];
    int n = backtrace(frames, DEPTH);
    uint64_t hash = 14695981039346656037u;
    for (int i = 0; i < n; i++)
        hash = (hash ^ (uintptr_t)frames[i]) * 1099511628211u;
    return hash | 1;
}

static bool is_new_stack(void)
{
    uint64_t hash = hash_stack();
    for (size_t i = hash % SEEN;; i = (i + 1) % SEEN) {
        if (state.seen[i] == hash)
            return false;
        if (state.seen[i] == 0) {
            state.seen[i] = hash;
            return true;
        }
    }
}

static void note_site(void)
{
    struct memory_survey *survey = &state.survey;
    if (survey->nsites >= SEEN / 2 || !is_new_stack())
        return;
    if (survey->nsites == survey->capacity) {
        survey->capacity = survey->capacity ? 2 * survey->capacity : 256;
        survey->nth = __real_realloc(survey->nth, survey->capacity * sizeof *survey->nth);
        if (!survey->nth)
            abort();
    }
    survey->nth[survey->nsites++] = state.count;
}

/* Met once for each allocation; true: refuse it. */
static bool refuse(void)
{
    if ((!state.surveying && !state.failing) || state.busy)
        return false;
    long number = ++state.count;
    if (state.surveying) {
        state.busy = true;
        note_site();
        state.busy = false;
        return false;
    }
    if (number != state.nth && !(state.refusal != REFUSED_ONCE && number > state.nth))
        return false;
    if (state.refused++ == 0) {
        state.busy = true;
        state.nframes = backtrace(state.frames, DEPTH);
        state.busy = false;
    }
    errno = ENOMEM;
    return true;
}

static void *given(void *block)
{
    if (block)
        state.live++;
    return block;
}

void *__wrap_malloc(size_t nbytes)
{
    return refuse() ? NULL : given(__real_malloc(nbytes));
}

void *__wrap_calloc(size_t count, size_t nbytes)
{
    return refuse() ? NULL : given(__real_calloc(count, nbytes));
}

void *__wrap_aligned_alloc(size_t alignment, size_t nbytes)
{
    return refuse() ? NULL : given(__real_aligned_alloc(alignment, nbytes));
}

void *__wrap_realloc(void *block, size_t nbytes)
{
    if (refuse())
        return NULL;
    return block ? __real_realloc(block, nbytes) : given(__real_realloc(block, nbytes));
}

void __wrap_free(void *block)
{
    if (block)
        state.live--;
    __real_free(block);
}

char *__wrap_strdup(const char *text)
{
    return refuse() ? NULL : given(__real_strdup(text));
}

char *__wrap_strndup(const char *text, size_t nbytes)
{
    return refuse() ? NULL : given(__real_strndup(text, nbytes));
}

char *__wrap_realpath(const char *path, char *buffer)
{
    if (buffer)
        return __real_realpath(path, buffer);
    return refuse() ? NULL : given(__real_realpath(path, NULL));
}

/* The C library gives out a list and each of its entries. */
int __wrap_scandir(const char *dir, struct dirent ***entries, int (*select)(const struct dirent *),
                   int (*compare)(const struct dirent **, const struct dirent **))
{
    int n = refuse() ? -1 : __real_scandir(dir, entries, select, compare);
    state.live += n < 0 ? 0 : n + 1;
    return n;
}

static bool by_turns(void)
{
    return state.surveying || (state.failing && state.refusal != REFUSED_SIDE_BY_SIDE);
}

/* A thread takes memory too. By turns, it is at its end when this returns. */
int __wrap_pthread_create(pthread_t *thread, const pthread_attr_t *attributes,
                          void *(*run)(void *closure), void *closure)
{
    if (refuse())
        return EAGAIN;
    int error = __real_pthread_create(thread, attributes, run, closure);
    return error || !by_turns() ? error : __real_pthread_join(*thread, NULL);
}

int __wrap_pthread_join(pthread_t thread, void **result)
{
    return by_turns() ? 0 : __real_pthread_join(thread, result);
}

void memory_survey_start(void)
{
    void *frames[1];
    backtrace(frames, 1); /* loads what it needs itself */
    state.seen = __real_calloc(SEEN, sizeof *state.seen);
    if (!state.seen)
        abort();
    memset(&state.survey, 0, sizeof state.survey);
    state.count = 0;
    state.surveying = true;
}

void memory_survey_end(struct memory_survey *survey)
{
    state.surveying = false;
    __real_free(state.seen);
    *survey = state.survey;
    survey->total = state.count;
}

void memory_fail(long nth, enum memory_refusal refusal)
{
    state.count = state.refused = 0;
    state.nframes = 0;
    state.nth = nth;
    state.refusal = refusal;
    state.failing = true;
}

long memory_fail_end(void)
{
    state.failing = false;
    return state.refused;
}

void memory_show_refused(void)
{
    backtrace_symbols_fd(state.frames, state.nframes, STDOUT_FILENO);
}

long memory_live(void)
{
    return state.live;
}

void memory_wrap_cjson(void)
{
    cJSON_Hooks hooks = {__wrap_malloc, __wrap_free};
    cJSON_InitHooks(&hooks);
}
