/* The data files and, where one report alone was named, that report. Rules are
 * read by a second thread meanwhile: nothing needs them before the checks. */
#include <pthread.h>
#include <sys/stat.h>

#include "app_private.h"

struct rules_loading {
    struct ruleset *rules;
    struct err err;
};

static void *load_rules(void *closure)
{
    struct rules_loading *loading = closure;
    loading->rules = ruleset_load(NULL, &loading->err);
    return NULL;
}

bool load_is_single(const struct app_options *options)
{
    struct stat st;
    return options->npaths == 1 && stat(options->paths[0], &st) == 0 && S_ISREG(st.st_mode);
}

/* A report that cannot be read is complained about when it is opened. */
static void read_forms(struct app *app, struct err *err)
{
    app->forms = forms_load(NULL, err);
    if (app->forms && load_is_single(app->options))
        app->single = report_open(app->options->paths[0], app->forms, NULL);
}

static int read_data(struct app *app, struct err *err)
{
    struct rules_loading loading = {NULL, {ERR_NONE, ""}};
    pthread_t thread;
    bool apart = pthread_create(&thread, NULL, load_rules, &loading) == 0;
    read_forms(app, err);
    if (apart)
        pthread_join(thread, NULL);
    else
        load_rules(&loading);
    app->rules = loading.rules;
    if (app->forms && !app->rules && err)
        *err = loading.err;
    return app->forms && app->rules ? 0 : -1;
}

int load_data(struct app *app, struct err *err)
{
    const struct app_options *options = app->options;
    if (read_data(app, err) < 0)
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
