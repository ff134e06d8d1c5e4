/* Beginning and end of the workstation. */
#include "gouji/app/app.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "app_private.h"
#include "gouji/base/path.h"
#include "gouji/text/width.h"
#include "gouji/ui/memscreen.h"

struct pane *app_focused(struct app *app)
{
    return app->panes[app->overlay != PANE_COUNT ? app->overlay : app->focus];
}

enum action_context app_context(struct app *app)
{
    if (app->prompt.open)
        return app->prompt.multiline ? IN_EDITOR : IN_PROMPT;
    return app_focused(app)->ops->context;
}

void app_say_err(struct app *app, const struct err *err)
{
    if (err->text[0])
        desk_say(&app->desk, TONE_ERROR, "%s", err->text);
}

void app_refresh_panes(struct app *app)
{
    for (int id = PANE_TEXT; id <= PANE_LOG; id++)
        if (app->panes[id]->ops->refresh)
            app->panes[id]->ops->refresh(app->panes[id]);
}

void app_set_theme(struct app *app, const char *name)
{
    struct theme theme;
    struct err err = {0};
    if (theme_find(name, &theme, &err) < 0) {
        app_say_err(app, &err);
        return;
    }
    if (!app->scripted)
        term_set_theme(app->screen, &theme);
    snprintf(app->shown_theme, sizeof app->shown_theme, "%s", name);
}

void app_apply_config(struct app *app)
{
    const struct term_manners manners = {
        .mouse = app->config.mouse,
        .stand_ins = app->config.ambiguous == AMBIGUOUS_SUBST,
        .esc_delay_ms = getenv("ESCDELAY") ? 0 : app->config.esc_delay_ms,
        .sync = (enum term_sync)app->config.sync,
        .clipboard = (enum term_clipboard)app->config.clipboard,
    };
    app->desk.ascii = app->config.ascii;
    width_pad_ambiguous(app->config.ambiguous == AMBIGUOUS_PAD);
    if (!app->scripted)
        term_set_manners(app->screen, &manners);
}

/* ---- beginning ---- */

static int create_panes(struct app *app, struct err *err)
{
    static const struct pane_ops *const ops[PANE_COUNT] = {
        [PANE_QUEUE] = &queue_pane_ops,
        [PANE_TEXT] = &text_pane_ops,
        [PANE_TABLES] = &tables_pane_ops,
        [PANE_FINDINGS] = &findings_pane_ops,
        [PANE_OUTLINE] = &outline_pane_ops,
        [PANE_NOTES] = &notes_pane_ops,
        [PANE_LOG] = &log_pane_ops,
        [PANE_HELP] = &help_pane_ops,
        [PANE_MESSAGES] = &messages_pane_ops,
        [PANE_POPUP] = &popup_pane_ops,
        [PANE_FREQUENCY] = &frequency_pane_ops,
        [PANE_TREND] = &trend_pane_ops,
        [PANE_VERSIONS] = &versions_pane_ops,
    };
    for (int id = 0; id < PANE_COUNT; id++)
        if (!(app->panes[id] = ops[id]->create(&app->desk)))
            return err_set_nomem(err);
    return 0;
}

static void say_faults(struct app *app, const struct str *faults)
{
    const char *line = str_text(faults);
    size_t nfaults = 0;
    for (; line[0]; nfaults++) {
        size_t n = strcspn(line, "\n");
        desk_say(&app->desk, TONE_ERROR, "%.*s", (int)n, line);
        line += n + (line[n] == '\n');
    }
    if (nfaults > 1)
        desk_say(&app->desk, TONE_ERROR, _("%zu faults in the configuration; :messages lists them"),
                 nfaults);
}

static void find_reviewer(struct app *app)
{
    const char *name = app->options->reviewer;
    if (!name || !name[0])
        name = getenv("GOUJI_REVIEWER");
    if (!name || !name[0])
        name = app->config.reviewer;
    snprintf(app->reviewer, sizeof app->reviewer, "%s", name);
}

static int load_config(struct app *app, struct err *err)
{
    struct str faults = STR_INIT;
    config_init(&app->config);
    app->desk.keymap = app->keymap = load_take_keys(app->loading, &faults, err);
    if (app->keymap)
        config_load(&app->config, app->keymap, app->options->config, &faults);
    say_faults(app, &faults);
    str_release(&faults);
    if (app->options->theme)
        snprintf(app->config.theme, sizeof app->config.theme, "%s", app->options->theme);
    app->desk.ascii = app->config.ascii;
    find_reviewer(app);
    return app->keymap ? 0 : -1;
}

static void note_start(struct app *app)
{
    time_t now = time(NULL);
    struct tm utc;
    if (gmtime_r(&now, &utc))
        strftime(app->started, sizeof app->started, "%Y-%m-%dT%H:%M:%SZ", &utc);
}

/* The panes are made, and as they were left, while the report may still be read. */
static int get_ready(struct app *app, struct err *err)
{
    if (create_panes(app, err) < 0)
        return -1;
    session_load(app);
    if (load_finish(app, err) < 0)
        return -1;
    session_find_last(app);
    return 0;
}

/* One report is waited for behind the start of the screen, and the keys with it; with more, a
 * wrong path is told before it. */
static int prepare(struct app *app, struct err *err)
{
    app->overlay = PANE_COUNT;
    app->wants_char = ACTION_NOTHING;
    app->below = PANE_FINDINGS;
    if (load_begin(app, err) < 0)
        return -1;
    if (desk_init(&app->desk) < 0)
        return err_set_nomem(err);
    app->desk.lang = app->options->lang;
    app->desk.reviewer = app->reviewer;
    note_start(app);
    if (load_is_single(app->options))
        return 0;
    return load_config(app, err) < 0 ? -1 : get_ready(app, err);
}

/* ---- end ---- */

static void release(struct app *app)
{
    opening_end(app);
    prompt_unshelve(app);
    prompt_close(app);
    str_release(&app->prompt.hints);
    drafts_release(app);
    for (int id = 0; id < PANE_COUNT; id++)
        if (app->panes[id])
            app->panes[id]->ops->destroy(app->panes[id]);
    queue_free(app->queue);
    load_free(app->loading);
    keymap_free(app->keymap);
    config_release(&app->config);
    grid_free(app->grid);
    desk_release(&app->desk);
    cJSON_Delete(app->session);
    for (int i = 0; i < HISTORY_COUNT; i++)
        for (size_t k = 0; k < app->nhistory[i]; k++)
            free(app->history[i][k]);
    free(app->pending.argument);
    free(app->pending.text);
    free(app->pending.items);
    free(app->batched);
    free(app->last.reason);
    free(app);
}

/* What could not be saved is told after the screen is gone. */
static void close_reviews(struct app *app, struct err *err)
{
    int status = app->status;
    app->status = 0;
    documents_close_all(app);
    if (app->status != 0 && app->desk.nmessages > 0)
        err_set(err, ERR_IO, "%s", app->desk.messages[app->desk.nmessages - 1].text);
    if (status != 0)
        app->status = status;
}

/* A single file is opened at once; then the rules have to be there. */
static int open_first(struct app *app, struct err *err)
{
    if (load_is_single(app->options))
        documents_open(app, 0);
    return load_end(app, err);
}

/* On a screen that was started. */
static int run(struct app *app, struct err *err)
{
    int nrows, ncols;
    if (!app->keymap && load_config(app, err) < 0)
        return 2;
    if (!app->scripted) {
        app_set_theme(app, app->config.theme);
        app_apply_config(app);
    }
    app->ops->size(app->screen, &nrows, &ncols);
    app->grid = grid_new(nrows > 0 ? nrows : 1, ncols > 0 ? ncols : 1);
    if (!app->grid) {
        err_set_nomem(err);
        return 2;
    }
    if (!app->queue)
        documents_tell_reading(app, app->options->paths[0]);
    if (!app->queue && get_ready(app, err) < 0)
        return 2;
    if (open_first(app, err) < 0) {
        documents_close_all(app);
        return 2;
    }
    if (app->options->tutorial)
        tutorial_begin(app);
    if (!app->streams)
        app_loop(app);
    else if (plain_loop(app, err) < 0)
        app->status = 2;
    close_reviews(app, err);
    session_save(app);
    return app->status;
}

static struct app *app_new(const struct app_options *options, struct err *err)
{
    struct app *app = calloc(1, sizeof *app);
    if (!app) {
        err_set_nomem(err);
        return NULL;
    }
    app->options = options;
    if (prepare(app, err) == 0)
        return app;
    release(app);
    return NULL;
}

static int run_terminal(const struct app_options *options, struct err *err)
{
    struct err notice = {0};
    struct app *app = app_new(options, err);
    if (!app)
        return 2;
    app->ops = &term_ops;
    app->screen = term_start(&options->term, &notice);
    if (!app->screen) {
        *err = notice;
        release(app);
        return 2;
    }
    app_say_err(app, &notice);
    int status = run(app, err);
    app->ops->end(app->screen);
    release(app);
    return status;
}

int app_run_script(const struct app_options *options, struct slice keys, struct str *dumps,
                   struct err *err)
{
    struct app *app = app_new(options, err);
    if (!app)
        return 2;
    app->scripted = app->desk.masks = true;
    app->ops = &memscreen_ops;
    app->screen = memscreen_new(options->rows > 0 ? options->rows : 24,
                                options->cols > 0 ? options->cols : 80, keys, err);
    int status = 2;
    if (app->screen) {
        memscreen_set_styles(app->screen, options->with_styles);
        status = run(app, err);
        str_add(dumps, memscreen_dumps(app->screen));
        app->ops->end(app->screen);
    }
    release(app);
    return status;
}

int app_run_plain(const struct app_options *options, const struct app_streams *streams,
                  struct err *err)
{
    struct app *app = app_new(options, err);
    if (!app)
        return 2;
    app->scripted = app->desk.masks = true;
    app->streams = streams;
    app->ops = &memscreen_ops;
    app->screen = memscreen_new(PLAIN_ROWS, PLAIN_COLS, slice_of(""), err);
    int status = 2;
    if (app->screen) {
        status = run(app, err);
        app->ops->end(app->screen);
    }
    release(app);
    return status;
}

static int print(const struct str *text, struct err *err)
{
    if ((fputs(str_text(text), stdout) >= 0 && fflush(stdout) == 0) || errno == EPIPE)
        return 0;
    return err_set(err, ERR_IO, _("cannot write the output: %s; what was written is not complete"),
                   strerror(errno));
}

int app_run(const struct app_options *options, struct err *err)
{
    enum { SCRIPT_MAX_NBYTES = 1024 * 1024 };
    char *bytes = NULL;
    size_t nbytes;
    struct str dumps = STR_INIT, keys = STR_INIT;
    if (!options->script)
        return run_terminal(options, err);
    if (path_read(options->script, SCRIPT_MAX_NBYTES, "script", &bytes, &nbytes, err) < 0)
        return 2;
    str_append(&keys, slice_make(bytes, nbytes));
    free(bytes);
    if (options->with_end)
        str_add(&keys, "\ndump:end\n");
    int status = 2;
    if (keys.failed)
        err_set_nomem(err);
    else
        status = app_run_script(options, str_slice(&keys), &dumps, err);
    if (print(&dumps, err) < 0)
        status = 2;
    str_release(&dumps);
    str_release(&keys);
    return status;
}
