/* A report read and checked. A long one by a thread of its own, so that it can be
 * called off: what the thread then still does is thrown away when it is done. Any
 * other is shown with what the tables tell at once, before the rest is checked. */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "app_private.h"

struct opening {
    char *path, *root, *reviewer;
    struct loading *loading;
    const struct forms *forms;
    const struct ruleset *rules;
    struct review_options options;
    struct report *report; /* read before, at the start; else by the first step */
    struct report *prior;
    struct review *review;
    struct err err;
    void (*step)(struct opening *opening);
    pthread_t thread;
    atomic_bool done;
};

static void opening_free(struct opening *opening)
{
    if (!opening)
        return;
    if (opening->review)
        review_close(opening->review, NULL);
    report_free(opening->prior);
    report_free(opening->report);
    free(opening->path);
    free(opening->root);
    free(opening->reviewer);
    free(opening);
}

static bool keep(const char *text, char **copy)
{
    *copy = text ? strdup(text) : NULL;
    return !text || *copy;
}

static struct opening *opening_new(struct app *app, const struct queue_item *item)
{
    struct opening *opening = calloc(1, sizeof *opening);
    if (!opening || !keep(item->path, &opening->path) || !keep(item->root, &opening->root) ||
        !keep(app->reviewer[0] ? app->reviewer : NULL, &opening->reviewer)) {
        opening_free(opening);
        return NULL;
    }
    opening->loading = app->loading;
    opening->forms = app->forms;
    opening->rules = app->rules;
    opening->options = (struct review_options){.reviewer = opening->reviewer,
                                               .root = opening->root,
                                               .verdicts_dir = app->options->verdicts_dir,
                                               .tool_version = app->options->tool_version,
                                               .lang = app->options->lang,
                                               .build = app->options->build,
                                               .readonly = app->options->readonly};
    return opening;
}

static void read_report(struct opening *opening)
{
    if (!opening->report)
        opening->report = report_open(opening->path, opening->forms, &opening->err);
}

static void check_report(struct opening *opening)
{
    if (!opening->options.first_only && !load_wait(opening->loading))
        return;
    opening->review = review_open(opening->report, opening->prior, opening->rules,
                                  &opening->options, &opening->err);
}

static void *run(void *closure)
{
    struct opening *opening = closure;
    opening->step(opening);
    atomic_store(&opening->done, true);
    return NULL;
}

/* False when it was called off: the step goes on, to be thrown away. */
static bool do_step(struct app *app, struct opening *opening, bool apart,
                    void (*step)(struct opening *))
{
    opening->step = step;
    atomic_store(&opening->done, false);
    if (!apart || pthread_create(&opening->thread, NULL, run, opening) != 0) {
        step(opening);
        return true;
    }
    if (!loop_await(app, &opening->done)) {
        app->left_opening = opening;
        return false;
    }
    pthread_join(opening->thread, NULL);
    return true;
}

void opening_end(struct app *app)
{
    if (app->left_opening) {
        pthread_join(app->left_opening->thread, NULL);
        opening_free(app->left_opening);
    }
    app->left_opening = NULL;
}

static bool is_called_off(struct app *app)
{
    desk_say(&app->desk, TONE_PLAIN, "%s", _("The reading was called off"));
    return true;
}

/* One at a time is apart, and none of the same report as another. */
static bool waits_in_vain(struct app *app, const char *path, bool apart)
{
    struct opening *left = app->left_opening;
    if (!left || (!apart && strcmp(left->path, path) != 0))
        return false;
    if (!loop_await(app, &left->done))
        return is_called_off(app);
    opening_end(app);
    return false;
}

bool opening_is_long(const char *path)
{
    enum { LONG_NBYTES = 256 * 1024 };
    struct stat info;
    return stat(path, &info) == 0 && info.st_size >= LONG_NBYTES;
}

int opening_complete(struct app *app, struct document *document, struct err *err)
{
    if (!document->is_begun)
        return 0;
    struct findings *findings =
        load_wait(app->loading) ? review_check(document->review, err) : NULL;
    document->is_begun = false;
    return findings ? review_complete(document->review, findings, err) : -1;
}

int opening_read(struct app *app, const struct queue_item *item, struct document *document,
                 struct err *err)
{
    bool is_watched = !app->scripted && !app->streams;
    bool apart = is_watched && opening_is_long(item->path);
    if (waits_in_vain(app, item->path, apart))
        return -1;
    struct opening *opening = opening_new(app, item);
    if (!opening)
        return err_set_nomem(err);
    opening->options.first_only = is_watched && !apart;
    opening->report = load_take(app->loading, item->path);
    if (!do_step(app, opening, apart, read_report)) {
        is_called_off(app);
        return -1;
    }
    if (opening->report) {
        opening->prior = pairing_find(app, opening->report);
        if (!do_step(app, opening, apart, check_report)) {
            is_called_off(app);
            return -1;
        }
    }
    *err = opening->err;
    bool read = opening->review != NULL;
    if (read) {
        document->report = opening->report;
        document->prior = opening->prior;
        document->review = opening->review;
        document->is_begun = opening->options.first_only;
        opening->report = opening->prior = NULL;
        opening->review = NULL;
    }
    opening_free(opening);
    return read ? 0 : -1;
}
