/* Events to actions: chords, counts, paste, signals, and what is done while
 * nobody types. */
#include <signal.h>
#include <string.h>
#include <time.h>

#include "app_private.h"

enum {
    CHORD_WAIT_MS = 500,
    DRAFT_WAIT_MS = 1000,
    DRAFT_LONGEST_MS = 3000,
    SAVE_WAIT_MS = 2000,
    PLACE_WAIT_MS = 500,
    FILL_WAIT_MS = 40,
    COALESCE_MAX = 256,
    COUNT_MAX = 100000000
};

static void forget_chord(struct app *app)
{
    app->nchord = 0;
    app->count = 0;
    app->which_key = false;
}

/* ---- keys ---- */

static bool is_digit(const struct app *app, struct key key)
{
    if (key.code != KEY_CHAR || key.modifiers || app->nchord > 0)
        return false;
    return (key.ch >= '1' && key.ch <= '9') || (key.ch == '0' && app->count > 0);
}

static void take_char(struct app *app, struct key key)
{
    enum action action = app->wants_char;
    app->wants_char = ACTION_NOTHING;
    app->which_key = false;
    if (key.code != KEY_CHAR || key.modifiers || key.ch <= ' ' || key.ch > '~')
        return;
    char argument[2] = {(char)key.ch, '\0'};
    app_do(app, action, 0, argument);
}

/* The pane where the keys would do something, and the action that goes there. */
static enum action_context bound_elsewhere(const struct app *app, enum action *goes)
{
    static const struct {
        enum action_context context;
        enum action goes;
    } panes[] = {{IN_FINDINGS, ACTION_GO_FINDINGS},
                 {IN_TABLES, ACTION_GO_TABLES},
                 {IN_TEXT, ACTION_GO_TEXT},
                 {IN_QUEUE, ACTION_GO_QUEUE}};
    bool prefix;
    for (size_t i = 0; app->document && i < sizeof panes / sizeof *panes; i++)
        if (keymap_find(app->keymap, panes[i].context, app->chord, app->nchord, &prefix) !=
            ACTION_NOTHING) {
            *goes = panes[i].goes;
            return panes[i].context;
        }
    return 0;
}

static void say_unbound(struct app *app)
{
    char name[64] = "";
    enum action goes;
    enum action_context here = app_context(app), there = bound_elsewhere(app, &goes);
    if (app->config.bell)
        app->ops->bell(app->screen);
    for (size_t i = 0; i < app->nchord; i++)
        key_format(app->chord[i], name + strlen(name), sizeof name - strlen(name));
    if (app->overlay != PANE_COUNT)
        desk_say(&app->desk, TONE_PLAIN, _("Key %s is not bound here; %s closes this"), name,
                 keymap_keys(app->keymap, here, ACTION_BACK));
    else if (there && keymap_keys(app->keymap, here, goes)[0])
        desk_say(&app->desk, TONE_PLAIN,
                 _("Key %s is not bound here; it is in the %s (%s goes there)"), name,
                 _(action_context_name(there)), keymap_keys(app->keymap, here, goes));
    else
        desk_say(&app->desk, TONE_PLAIN, _("Key %s is not bound here; %s is help"), name,
                 keymap_keys(app->keymap, here, ACTION_HELP));
}

static void run_bound(struct app *app, enum action action)
{
    int count = app->count;
    forget_chord(app);
    if (action == ACTION_MARK || action == ACTION_GOTO_MARK)
        app->wants_char = action;
    else
        app_do(app, action, count, NULL);
}

/* What cancels ends a chord that was begun, without a word. */
static bool cancels(struct app *app, struct key key)
{
    bool prefix;
    return keymap_find(app->keymap, app_context(app), &key, 1, &prefix) == ACTION_CANCEL;
}

static void list_key(struct app *app, struct key key)
{
    key = key_fold(key);
    if (app->wants_char != ACTION_NOTHING && key.code == KEY_CHAR && !key.modifiers) {
        take_char(app, key);
        return;
    }
    app->wants_char = ACTION_NOTHING;
    if (is_digit(app, key)) {
        int count = app->count * 10 + (int)(key.ch - '0');
        app->count = count < COUNT_MAX ? count : COUNT_MAX;
        return;
    }
    bool prefix;
    app->chord[app->nchord++] = key;
    enum action action =
        keymap_find(app->keymap, app_context(app), app->chord, app->nchord, &prefix);
    if (app->describing && (action != ACTION_NOTHING || !prefix)) {
        if (action != ACTION_NOTHING)
            describe_chord(app, app->chord, app->nchord);
        else
            say_unbound(app);
        app->describing = false;
        forget_chord(app);
    } else if (action != ACTION_NOTHING) {
        run_bound(app, action);
    } else if (!prefix || app->nchord == KEYMAP_CHORD_MAX) {
        if (app->nchord == 1 || !cancels(app, key))
            say_unbound(app);
        forget_chord(app);
    }
}

/* What can be done on a screen too small to show anything: to leave it. */
static bool leads_away(struct app *app, struct key key)
{
    bool prefix;
    if (!app->prompt.open)
        key = key_fold(key);
    enum action action = keymap_find(app->keymap, app_context(app), &key, 1, &prefix);
    return action == ACTION_CANCEL || action == ACTION_BACK || action == ACTION_QUIT ||
           action == ACTION_SUSPEND || action == ACTION_REDRAW;
}

static void handle_key(struct app *app, struct key key)
{
    app->said = app->desk.said;
    if (app_is_unseen(app)) {
        forget_chord(app);
        app->wants_char = ACTION_NOTHING;
        if (!leads_away(app, key))
            return;
    }
    if (app->prompt.open)
        prompt_key(app, key);
    else
        list_key(app, key);
}

static void handle_paste(struct app *app, const struct screen_input *input)
{
    app->said = app->desk.said;
    if (app_is_unseen(app))
        return;
    if (app->prompt.open)
        prompt_paste(app, slice_make(input->paste, input->paste_nbytes));
    else
        desk_say(&app->desk, TONE_PLAIN, _("Pasted text does nothing here"));
}

/* ---- what ends us or stops us ---- */

static void leave(struct app *app, int status)
{
    drafts_keep(app);
    app->quitting = true;
    app->status = status;
}

static void handle_signal(struct app *app, int number)
{
    if (number == SIGINT)
        app_cancel(app);
    else if (number == SIGCONT)
        app->ops->redraw(app->screen);
    else if (number == SIGTSTP)
        app_do(app, ACTION_SUSPEND, 0, NULL);
    else if (number == SIGHUP || number == SIGTERM || number == SIGQUIT)
        leave(app, 128 + number);
}

static bool chord_pending(const struct app *app)
{
    bool asks = app->nchord > 0 || app->wants_char == ACTION_GOTO_MARK;
    return asks && !app->which_key;
}

static bool save_pending(const struct app *app)
{
    const struct review *review = app->document ? app->document->review : NULL;
    return review && review_is_dirty(review) && !review_is_readonly(review) &&
           !review_save_trouble(review);
}

/* A place one has moved to is kept soon, for a session that ends by force. */
static bool place_pending(const struct app *app)
{
    const struct document *document = app->document;
    if (!document)
        return false;
    const struct desk_place *kept = &document->place, *here = &app->desk.here;
    return document->focus != app->focus || kept->offset != here->offset ||
           kept->item != here->item || kept->problem != here->problem ||
           strcmp(kept->cell, here->cell) != 0 ||
           memcmp(&document->view, &app->desk.view, sizeof document->view) != 0;
}

/* How long to wait for a key before there is something else to do. */
static int wait_ms(const struct app *app)
{
    if (app->prompt.open)
        return app->prompt.draft_dirty                ? DRAFT_WAIT_MS
               : app->place_due || place_pending(app) ? PLACE_WAIT_MS
                                                      : -1;
    if (chord_pending(app))
        return CHORD_WAIT_MS;
    bool reading = queue_is_reading(app->queue);
    if (app->place_due || (reading && app->scripted))
        return 0;
    if (reading)
        return FILL_WAIT_MS;
    if (place_pending(app))
        return PLACE_WAIT_MS;
    return save_pending(app) ? SAVE_WAIT_MS : -1;
}

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Nobody has typed for so long; a script's waiting is as long as it takes. */
static bool is_quiet(const struct app *app, int ms)
{
    return app->scripted || now_ms() - app->typed_at >= ms;
}

static void queue_changed(struct app *app)
{
    documents_find_index(app);
    pairing_meet(app);
}

/* Takes over what the thread has read. A prompt's findings stay as they are. */
static void fill_queue(struct app *app)
{
    if (app->scripted || app->prompt.open)
        return;
    bool was_reading = queue_is_reading(app->queue);
    bool changed = queue_collect(app->queue, queue_pane_top(app->panes[PANE_QUEUE]));
    if (changed || (was_reading && !queue_is_reading(app->queue)))
        queue_changed(app);
}

static void read_queue(struct app *app)
{
    while (queue_read_next(app->queue))
        queue_changed(app);
}

static void idle(struct app *app)
{
    if (app->prompt.open) {
        drafts_keep(app);
        if (app->place_due || place_pending(app))
            documents_remember(app);
    } else if (chord_pending(app)) {
        app->which_key = true;
    } else if (app->place_due) {
        documents_remember(app);
    } else if (app->scripted && queue_is_reading(app->queue)) {
        read_queue(app);
    } else if (place_pending(app) && is_quiet(app, PLACE_WAIT_MS)) {
        documents_remember(app);
    } else if (save_pending(app) && is_quiet(app, SAVE_WAIT_MS)) {
        documents_save(app, app->document);
        documents_remember(app);
    }
}

static void handle(struct app *app, const struct screen_input *input)
{
    if (input->event != SCREEN_TIMEOUT)
        app->typed_at = now_ms();
    switch (input->event) {
    case SCREEN_KEY:
        handle_key(app, input->key);
        break;
    case SCREEN_PASTE:
        handle_paste(app, input);
        break;
    case SCREEN_MOUSE:
        if (!app_is_unseen(app))
            app_point(app, input);
        break;
    case SCREEN_SIGNAL:
        handle_signal(app, input->signal);
        break;
    case SCREEN_LOST:
        leave(app, app->scripted ? 0 : 128 + SIGHUP);
        break;
    case SCREEN_TIMEOUT:
        idle(app);
        break;
    case SCREEN_RESIZE:
        break;
    }
}

/* What was typed while a report was read comes first. */
static void next_input(struct app *app, int ms, struct screen_input *input)
{
    if (app->nahead == 0) {
        app->ops->read(app->screen, ms, input);
        return;
    }
    *input = (struct screen_input){.event = SCREEN_KEY, .key = app->ahead[0]};
    memmove(app->ahead, app->ahead + 1, --app->nahead * sizeof *app->ahead);
}

static bool calls_off(struct app *app, const struct screen_input *input)
{
    bool prefix;
    if (input->event == SCREEN_KEY &&
        keymap_find(app->keymap, app_context(app), &input->key, 1, &prefix) != ACTION_CANCEL) {
        if (app->nahead < AHEAD_MAX)
            app->ahead[app->nahead++] = input->key;
        return false;
    }
    if (input->event == SCREEN_SIGNAL && input->signal != SIGINT)
        handle_signal(app, input->signal);
    else if (input->event == SCREEN_LOST)
        leave(app, 128 + SIGHUP);
    else if (input->event == SCREEN_RESIZE)
        app_draw(app);
    return app->quitting || input->event == SCREEN_KEY ||
           (input->event == SCREEN_SIGNAL && input->signal == SIGINT);
}

bool loop_await(struct app *app, atomic_bool *done)
{
    enum { LOOK_MS = 20 };
    struct screen_input input;
    while (!atomic_load(done)) {
        app->ops->read(app->screen, LOOK_MS, &input);
        if (!calls_off(app, &input))
            continue;
        app->nahead = 0;
        return false;
    }
    return true;
}

bool loop_is_called_off(struct app *app)
{
    enum { SHOWN_MS = 100 };
    struct screen_input input;
    int64_t now = now_ms();
    if (now - app->typed_at >= SHOWN_MS && now - app->shown_at >= SHOWN_MS) {
        app->shown_at = now;
        app_draw(app);
    }
    app->ops->read(app->screen, 0, &input);
    if (!calls_off(app, &input))
        return false;
    app->nahead = 0;
    return true;
}

/* Keys that came in meanwhile are done before the next frame, so that a held
 * key stops when it is released. */
static void drain(struct app *app)
{
    struct screen_input input;
    for (int i = 0; i < COALESCE_MAX && !app->quitting; i++) {
        next_input(app, 0, &input);
        if (input.event == SCREEN_TIMEOUT)
            return;
        handle(app, &input);
    }
}

/* Who types on without a pause is not left with nothing kept. */
static void keep_draft_in_time(struct app *app)
{
    int64_t now = now_ms();
    if (!app->prompt.open || !app->prompt.draft_dirty)
        app->draft_began = 0;
    else if (app->draft_began == 0)
        app->draft_began = now;
    else if (!app->scripted && now - app->draft_began >= DRAFT_LONGEST_MS)
        drafts_keep(app);
}

void app_loop(struct app *app)
{
    struct screen_input input;
    if (!app->scripted)
        queue_start_reading(app->queue);
    while (!app->quitting) {
        fill_queue(app);
        app_draw(app);
        next_input(app, wait_ms(app), &input);
        handle(app, &input);
        if (input.event != SCREEN_TIMEOUT)
            drain(app);
        keep_draft_in_time(app);
    }
}
