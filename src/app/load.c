/* The data files and, where one report alone was named, that report. A second thread reads
 * keys, forms and report while this one starts the screen and reads configuration and rules;
 * whoever comes to a part first reads it. Rules that do not come first are compiled when they
 * are asked for. */
#include <pthread.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "app_private.h"
#include "gouji/base/path.h"

/* What the second thread reads, in this order. */
enum part { PART_KEYS, PART_FILES, PART_COUNT };

struct loading {
    const struct app_options *options;
    pthread_t thread;
    bool apart;                    /* the thread has not been joined */
    atomic_bool taken[PART_COUNT]; /* somebody reads it */
    atomic_bool come[PART_COUNT];  /* it has been read, or has failed */
    struct keymap *keymap;         /* until it is taken; or NULL */
    struct str keys_faults;
    struct err keys_err;
    struct err forms_err;
    struct forms *forms;
    struct report *report; /* the one named, until it is taken; or NULL */
    struct ruleset *rules;
    pthread_mutex_t mutex; /* over the rest */
    bool finished;
    bool failed; /* not all of it can be used */
    struct err err;
};

bool load_is_single(const struct app_options *options)
{
    struct stat st;
    return options->npaths == 1 && stat(options->paths[0], &st) == 0 && S_ISREG(st.st_mode);
}

static void read_keys(struct loading *loading)
{
    char *path = path_data("keys", &loading->keys_err);
    loading->keymap = path ? keymap_new() : NULL;
    if (path && !loading->keymap)
        err_set_nomem(&loading->keys_err);
    if (loading->keymap &&
        keymap_load(loading->keymap, path, &loading->keys_faults, &loading->keys_err) < 0) {
        keymap_free(loading->keymap);
        loading->keymap = NULL;
    }
    free(path);
}

static void read_files(struct loading *loading)
{
    const struct app_options *options = loading->options;
    loading->forms = forms_load(NULL, &loading->forms_err);
    /* A report that cannot be read is complained about when it is opened. */
    if (loading->forms && load_is_single(options))
        loading->report = report_open(options->paths[0], loading->forms, NULL);
}

static void read_part(struct loading *loading, enum part part)
{
    static void (*const readers[PART_COUNT])(struct loading *) = {
        [PART_KEYS] = read_keys, [PART_FILES] = read_files};
    if (atomic_exchange(&loading->taken[part], true))
        return;
    readers[part](loading);
    atomic_store(&loading->come[part], true);
}

static void *run(void *closure)
{
    for (int part = 0; part < PART_COUNT; part++)
        read_part(closure, (enum part)part);
    return NULL;
}

static void join(struct loading *loading)
{
    if (loading->apart)
        pthread_join(loading->thread, NULL);
    loading->apart = false;
}

static int64_t now_us(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

/* A busy machine wakes late who sleeps, and most of it is there by now or soon. */
static void await(struct loading *loading, enum part part)
{
    enum { AWAKE_US = 2000 };
    read_part(loading, part);
    int64_t end = now_us() + AWAKE_US;
    while (!atomic_load(&loading->come[part]) && now_us() < end)
        ;
    if (!atomic_load(&loading->come[part]))
        join(loading);
}

struct keymap *load_take_keys(struct loading *loading, struct str *faults, struct err *err)
{
    await(loading, PART_KEYS);
    struct keymap *keymap = loading->keymap;
    loading->keymap = NULL;
    str_append(faults, str_slice(&loading->keys_faults));
    if (!keymap)
        *err = loading->keys_err;
    return keymap;
}

/* Of the rules what the first findings need. */
static void begin_rules(struct loading *loading)
{
    loading->rules = ruleset_read(NULL, &loading->err);
    if (!loading->rules || ruleset_begin(loading->rules, &loading->err) == 0)
        return;
    ruleset_free(loading->rules);
    loading->rules = NULL;
}

/* The kernel mostly leaves a new thread to the processor that this one keeps busy, for a
 * millisecond or two: this one, which ends soon, runs on the others. */
static void keep_elsewhere(pthread_attr_t *attributes)
{
    cpu_set_t others;
    int here = sched_getcpu();
    if (here < 0 || sched_getaffinity(0, sizeof others, &others) != 0)
        return;
    CPU_CLR((size_t)here, &others);
    if (CPU_COUNT(&others) > 0)
        pthread_attr_setaffinity_np(attributes, sizeof others, &others);
}

static bool start_thread(struct loading *loading)
{
    pthread_attr_t attributes;
    if (pthread_attr_init(&attributes) != 0)
        return false;
    keep_elsewhere(&attributes);
    bool started = pthread_create(&loading->thread, &attributes, run, loading) == 0;
    pthread_attr_destroy(&attributes);
    return started;
}

int load_begin(struct app *app, struct err *err)
{
    struct loading *loading = calloc(1, sizeof *loading);
    if (!loading)
        return err_set_nomem(err);
    app->loading = loading;
    pthread_mutex_init(&loading->mutex, NULL);
    loading->options = app->options;
    loading->apart = start_thread(loading);
    return 0;
}

struct report *load_take(struct loading *loading, const char *path)
{
    struct report *report = loading->report;
    if (!report || strcmp(path, loading->options->paths[0]) != 0)
        return NULL;
    loading->report = NULL;
    return report;
}

bool load_has(const struct loading *loading)
{
    return loading->report != NULL;
}

bool load_wait(struct loading *loading)
{
    pthread_mutex_lock(&loading->mutex);
    if (!loading->finished)
        loading->failed = !loading->forms || !loading->rules ||
                          ruleset_finish(loading->rules, &loading->err) < 0 ||
                          ruleset_check_own(loading->rules, loading->forms, &loading->err) < 0;
    loading->finished = true;
    bool failed = loading->failed;
    pthread_mutex_unlock(&loading->mutex);
    return !failed;
}

int load_end(struct app *app, struct err *err)
{
    bool failed = !load_wait(app->loading);
    join(app->loading);
    if (failed)
        *err = app->loading->err;
    return failed ? -1 : 0;
}

void load_free(struct loading *loading)
{
    if (!loading)
        return;
    for (int part = 0; part < PART_COUNT; part++)
        atomic_store(&loading->taken[part], true);
    join(loading);
    keymap_free(loading->keymap);
    str_release(&loading->keys_faults);
    report_free(loading->report);
    ruleset_free(loading->rules);
    forms_free(loading->forms);
    pthread_mutex_destroy(&loading->mutex);
    free(loading);
}

int load_finish(struct app *app, struct err *err)
{
    const struct app_options *options = app->options;
    struct loading *loading = app->loading;
    begin_rules(loading);
    await(loading, PART_FILES);
    if (loading->rules && !loading->forms)
        loading->err = loading->forms_err;
    if ((!loading->rules || !loading->forms || !load_is_single(options)) && load_end(app, err) < 0)
        return -1;
    app->forms = loading->forms;
    app->rules = loading->rules;
    struct review_options review = {.reviewer = app->reviewer[0] ? app->reviewer : NULL,
                                    .verdicts_dir = options->verdicts_dir,
                                    .tool_version = options->tool_version,
                                    .lang = options->lang,
                                    .build = options->build,
                                    .readonly = options->readonly};
    app->queue = queue_new(options->paths, options->npaths, app->forms, app->rules, &review, err);
    app->desk.queue = app->queue;
    return app->queue ? 0 : -1;
}
