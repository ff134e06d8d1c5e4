/* The data files and, where one report alone was named, that report. A second
 * thread reads the forms and the report, while this one reads the rules and
 * starts the screen: neither needs the other before the checks. */
#include <pthread.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "app_private.h"

struct loading {
    pthread_t thread;
    bool apart; /* the thread runs */
    const char *single;
    struct forms *forms;
    struct report *report;
    struct err err;
};

bool load_is_single(const struct app_options *options)
{
    struct stat st;
    return options->npaths == 1 && stat(options->paths[0], &st) == 0 && S_ISREG(st.st_mode);
}

/* A report that cannot be read is complained about when it is opened. */
static void *read_forms(void *closure)
{
    struct loading *loading = closure;
    loading->forms = forms_load(NULL, &loading->err);
    if (loading->forms && loading->single)
        loading->report = report_open(loading->single, loading->forms, NULL);
    return NULL;
}

int load_begin(struct app *app, struct err *err)
{
    struct loading *loading = calloc(1, sizeof *loading);
    if (!loading)
        return err_set_nomem(err);
    app->loading = loading;
    loading->single = load_is_single(app->options) ? app->options->paths[0] : NULL;
    loading->apart = pthread_create(&loading->thread, NULL, read_forms, loading) == 0;
    if (!loading->apart)
        read_forms(loading);
    app->rules = ruleset_load(NULL, err);
    return app->rules ? 0 : -1;
}

void load_end(struct app *app, struct err *err)
{
    struct loading *loading = app->loading;
    if (!loading)
        return;
    if (loading->apart)
        pthread_join(loading->thread, NULL);
    app->forms = loading->forms;
    app->single = loading->report;
    if (!app->forms && err)
        *err = loading->err;
    app->loading = NULL;
    free(loading);
}

int load_finish(struct app *app, struct err *err)
{
    const struct app_options *options = app->options;
    load_end(app, err);
    if (!app->forms)
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
