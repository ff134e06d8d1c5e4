/* The data files and, where one report alone was named, that report. A second
 * thread reads the forms, and the report for which they are enough, while this one
 * reads the configuration, starts the screen and reads the rules; those which do
 * not come first the other compiles meanwhile. */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "app_private.h"

/* What is there, or has failed. */
enum { REPORT = 1, FIRST_RULES = 2, ALL_RULES = 4 };

struct loading {
    const struct app_options *options;
    pthread_t thread;
    bool apart; /* the thread has not been joined */
    pthread_mutex_t mutex; /* over done */
    pthread_cond_t told;
    unsigned done;
    struct forms *forms;
    struct report *report; /* the one named, until it is taken; or NULL */
    struct ruleset *rules;
    bool failed; /* not all of it can be used */
    struct err err;
};

bool load_is_single(const struct app_options *options)
{
    struct stat st;
    return options->npaths == 1 && stat(options->paths[0], &st) == 0 && S_ISREG(st.st_mode);
}

static void tell(struct loading *loading, unsigned what)
{
    pthread_mutex_lock(&loading->mutex);
    loading->done |= what;
    pthread_cond_broadcast(&loading->told);
    pthread_mutex_unlock(&loading->mutex);
}

static void wait_for(struct loading *loading, unsigned what)
{
    pthread_mutex_lock(&loading->mutex);
    while (!(loading->done & what))
        pthread_cond_wait(&loading->told, &loading->mutex);
    pthread_mutex_unlock(&loading->mutex);
}

static void read_report(struct loading *loading)
{
    const struct app_options *options = loading->options;
    loading->forms = forms_load(NULL, &loading->err);
    /* A report that cannot be read is complained about when it is opened. */
    if (loading->forms && load_is_single(options))
        loading->report = report_open(options->paths[0], loading->forms, NULL);
    tell(loading, REPORT);
}

static void finish_rules(struct loading *loading)
{
    loading->failed = !loading->forms || !loading->rules ||
                      ruleset_finish(loading->rules, &loading->err) < 0;
    tell(loading, ALL_RULES);
}

static void *run(void *closure)
{
    struct loading *loading = closure;
    read_report(loading);
    wait_for(loading, FIRST_RULES);
    finish_rules(loading);
    return NULL;
}

int load_begin(struct app *app, struct err *err)
{
    struct loading *loading = calloc(1, sizeof *loading);
    if (!loading)
        return err_set_nomem(err);
    app->loading = loading;
    pthread_mutex_init(&loading->mutex, NULL);
    pthread_cond_init(&loading->told, NULL);
    loading->options = app->options;
    loading->apart = pthread_create(&loading->thread, NULL, run, loading) == 0;
    if (!loading->apart)
        read_report(loading);
    return 0;
}

static void begin_rules(struct loading *loading, struct err *err)
{
    loading->rules = ruleset_begin(NULL, err);
    tell(loading, FIRST_RULES);
    if (!loading->apart)
        finish_rules(loading);
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
    wait_for(loading, ALL_RULES);
    return !loading->failed;
}

int load_end(struct app *app, struct err *err)
{
    struct loading *loading = app->loading;
    if (loading->apart)
        pthread_join(loading->thread, NULL);
    loading->apart = false;
    if (loading->failed)
        *err = loading->err;
    return loading->failed ? -1 : 0;
}

void load_free(struct loading *loading)
{
    if (!loading)
        return;
    tell(loading, FIRST_RULES); /* or that there will be none */
    if (loading->apart)
        pthread_join(loading->thread, NULL);
    report_free(loading->report);
    ruleset_free(loading->rules);
    forms_free(loading->forms);
    pthread_cond_destroy(&loading->told);
    pthread_mutex_destroy(&loading->mutex);
    free(loading);
}

int load_finish(struct app *app, struct err *err)
{
    const struct app_options *options = app->options;
    struct loading *loading = app->loading;
    struct err trouble = {0};
    begin_rules(loading, &trouble);
    if ((!loading->rules || !load_is_single(options)) && load_end(app, err) < 0) {
        if (loading->forms && !loading->rules)
            *err = trouble;
        return -1;
    }
    wait_for(loading, REPORT);
    app->forms = loading->forms;
    app->rules = loading->rules;
    struct review_options review = {.reviewer = app->reviewer[0] ? app->reviewer : NULL,
                                    .verdicts_dir = options->verdicts_dir,
                                    .tool_version = options->tool_version,
                                    .build = options->build,
                                    .readonly = options->readonly};
    app->queue = queue_new(options->paths, options->npaths, app->forms, app->rules, &review, err);
    app->desk.queue = app->queue;
    return app->queue ? 0 : -1;
}
