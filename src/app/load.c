/* The data files and, where one report alone was named, that report. A second
 * thread reads forms and rules while this one reads the configuration and starts
 * the screen; then this one reads the report, for which the forms are enough. */
#include <pthread.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "app_private.h"

struct loading {
    pthread_t thread;
    bool apart; /* the thread runs */
    pthread_mutex_t mutex; /* over forms_done */
    pthread_cond_t told;
    bool forms_done;
    struct forms *forms;
    struct ruleset *rules;
    struct err err;
};

bool load_is_single(const struct app_options *options)
{
    struct stat st;
    return options->npaths == 1 && stat(options->paths[0], &st) == 0 && S_ISREG(st.st_mode);
}

static void *read_data(void *closure)
{
    struct loading *loading = closure;
    struct forms *forms = forms_load(NULL, &loading->err);
    pthread_mutex_lock(&loading->mutex);
    loading->forms = forms;
    loading->forms_done = true;
    pthread_cond_signal(&loading->told);
    pthread_mutex_unlock(&loading->mutex);
    if (forms)
        loading->rules = ruleset_load(NULL, &loading->err);
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
    loading->apart = pthread_create(&loading->thread, NULL, read_data, loading) == 0;
    if (!loading->apart)
        read_data(loading);
    return 0;
}

static const struct forms *wait_for_forms(struct loading *loading)
{
    pthread_mutex_lock(&loading->mutex);
    while (!loading->forms_done)
        pthread_cond_wait(&loading->told, &loading->mutex);
    pthread_mutex_unlock(&loading->mutex);
    return loading->forms;
}

void load_end(struct app *app, struct err *err)
{
    struct loading *loading = app->loading;
    if (!loading)
        return;
    if (loading->apart)
        pthread_join(loading->thread, NULL);
    app->forms = loading->forms;
    app->rules = loading->rules;
    if (!app->rules && err)
        *err = loading->err;
    pthread_cond_destroy(&loading->told);
    pthread_mutex_destroy(&loading->mutex);
    app->loading = NULL;
    free(loading);
}

int load_finish(struct app *app, struct err *err)
{
    const struct app_options *options = app->options;
    const struct forms *forms = wait_for_forms(app->loading);
    /* A report that cannot be read is complained about when it is opened. */
    if (forms && load_is_single(options))
        app->single = report_open(options->paths[0], forms, NULL);
    load_end(app, err);
    if (!app->rules)
        return -1;
    struct review_options review = {app->reviewer[0] ? app->reviewer : NULL,
                                    NULL,
                                    options->verdicts_dir,
                                    options->tool_version,
                                    options->build,
                                    options->readonly};
    app->queue = queue_new(options->paths, options->npaths, app->forms, app->rules, &review, err);
    app->desk.queue = app->queue;
    return app->queue ? 0 : -1;
}
