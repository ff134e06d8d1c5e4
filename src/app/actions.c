/* What an action does, wherever it came from: keys, commands, scripts. The
 * workstation's own first, then the pane's. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "gouji/text/width.h"

static void close_overlay(struct app *app)
{
    app->overlay = PANE_COUNT;
    prompt_unshelve(app);
}

static void open_overlay(struct app *app, enum pane_id id)
{
    app->overlay = id;
}

void app_popup(struct app *app, const char *title, const char *text)
{
    popup_pane_set(app->panes[PANE_POPUP], title, text);
    open_overlay(app, PANE_POPUP);
    app->overlay_is_page = app->overlay_is_sum = false;
}

void app_page(struct app *app, const char *title, const char *text)
{
    app_popup(app, title, text);
    app->overlay_is_page = true;
}

void app_focus(struct app *app, enum pane_id id)
{
    app->focus = id;
    if (id >= PANE_FINDINGS && id <= PANE_LOG)
        app->below = id;
    close_overlay(app);
}

static void to_queue(struct app *app)
{
    if (app->document)
        desk_jump_from(&app->desk);
    documents_leave(app);
}

/* What is opened for a look, and closed again. */
static bool is_look(enum pane_id id)
{
    return id == PANE_LOG || id == PANE_OUTLINE;
}

static void open_look(struct app *app, enum pane_id id)
{
    if (!is_look(app->focus))
        app->left = app->focus;
    if (!is_look(app->below))
        app->left_below = app->below;
    app_focus(app, id);
}

static void close_look(struct app *app)
{
    app->below = app->left_below;
    app_focus(app, app->left);
}

static unsigned focus(struct app *app, enum pane_id id)
{
    if (id == PANE_QUEUE)
        to_queue(app);
    else if (app->document && is_look(id))
        open_look(app, id);
    else if (app->document)
        app_focus(app, id);
    else
        desk_say(&app->desk, TONE_PLAIN, _("No report is open; %s opens one"),
                 desk_keys(&app->desk, IN_QUEUE, ACTION_FOLLOW));
    return REACT_LAYOUT | REACT_REDRAW;
}

static unsigned next_pane(struct app *app, int steps)
{
    const enum pane_id order[] = {PANE_TEXT, PANE_TABLES, app->below};
    if (!app->document)
        return REACT_NOTHING;
    for (int i = 0; i < 3; i++)
        if (order[i] == app->focus)
            return focus(app, order[(i + 3 + steps) % 3]);
    return focus(app, PANE_FINDINGS);
}

/* ---- leaving, cancelling ---- */

static void quit(struct app *app)
{
    if (app->nunkept > 0 && !app->warned) {
        app->warned = true;
        desk_say(&app->desk, TONE_ERROR,
                 _("Typed text is in memory only, the disk refused it; once more quits and loses "
                   "it"));
        return;
    }
    app->quitting = true;
    app->status = 0;
}

static unsigned back(struct app *app)
{
    if (app->overlay != PANE_COUNT)
        close_overlay(app);
    else if (app->document && is_look(app->focus))
        close_look(app);
    else if (app->document)
        to_queue(app);
    else
        quit(app);
    return REACT_LAYOUT | REACT_REDRAW;
}

static void close_prompt(struct app *app)
{
    bool typed = lineedit_text(app->prompt.edit)[0] != '\0';
    if (app->prompt.searching)
        text_pane_preview(app->panes[PANE_TEXT], app->prompt.origin, "", false);
    unsigned said = app->desk.said;
    bool kept = drafts_keep(app);
    prompt_close(app);
    if (kept && typed && app->desk.said == said)
        desk_say(&app->desk, TONE_PLAIN, _("Kept as a draft"));
}

/* In the queue its reading can be stopped, and goes on again. */
static bool hold_reading(struct app *app)
{
    bool held = queue_is_held(app->queue);
    if (app->document || (!held && !queue_is_reading(app->queue)))
        return false;
    queue_hold(app->queue, !held);
    desk_say(&app->desk, TONE_PLAIN, "%s",
             held ? _("The reading goes on") : _("The reading is stopped; once more goes on"));
    return true;
}

void app_cancel(struct app *app)
{
    bool pending =
        app->nchord > 0 || app->count > 0 || app->wants_char != ACTION_NOTHING || app->on_tagged;
    app->nchord = 0;
    app->count = 0;
    app->wants_char = ACTION_NOTHING;
    app->which_key = false;
    app->describing = false;
    app->on_tagged = false;
    struct pane *pane = app_focused(app);
    if (app->prompt.open)
        close_prompt(app);
    else if (app->overlay != PANE_COUNT)
        close_overlay(app);
    else if (pane->ops->act(pane, ACTION_CANCEL, 0, NULL) == REACT_UNHANDLED && !pending &&
             !hold_reading(app))
        desk_say(&app->desk, TONE_PLAIN, _("Nothing to cancel; %s goes back, :quit ends gouji"),
                 desk_keys(&app->desk, app_context(app), ACTION_BACK));
}

/* Nobody knows whether one who stops the program will be back. */
static void suspend(struct app *app)
{
    drafts_keep(app);
    app->ops->stop(app->screen);
}

/* ---- what shows something ---- */

/* A row shows the beginning of why a file is none of the queue's, and the last row has
 * room for little more; the command that converts it must be seen whole. */
static void tell_why(struct app *app, const char *path, const char *why)
{
    char *text = NULL;
    if (asprintf(&text, "%s\n%s", path, why) >= 0)
        app_popup(app, _("Not read"), text);
    free(text);
}

static unsigned follow_in_queue(struct app *app)
{
    size_t index;
    int nrows, ncols;
    const struct queue_skipped *left_out = queue_pane_left_out(app->panes[PANE_QUEUE]);
    app->ops->size(app->screen, &nrows, &ncols);
    if (left_out) {
        tell_why(app, left_out->path, left_out->reason);
        return REACT_LAYOUT | REACT_REDRAW;
    }
    if (!queue_pane_index(app->panes[PANE_QUEUE], &index))
        return REACT_UNHANDLED;
    if (documents_open(app, index) < 0) {
        const struct queue_item *item = queue_at(app->queue, index);
        if (item->trouble && width_text(slice_of(item->trouble)) > ncols - 2)
            tell_why(app, item->path, item->trouble);
    }
    return REACT_LAYOUT | REACT_REDRAW;
}

static unsigned follow(struct app *app)
{
    if (app->overlay == PANE_FREQUENCY || app->overlay == PANE_TREND)
        return figures_follow(app);
    if (app->overlay == PANE_VERSIONS)
        return versions_follow(app);
    if (app->overlay != PANE_COUNT)
        return back(app);
    if (!app->document && app->on_tagged) {
        struct pane *queue = app->panes[PANE_QUEUE];
        return queue->ops->act(queue, ACTION_FILTER, 0, "tag=yes");
    }
    if (!app->document)
        return follow_in_queue(app);
    if (app->focus == PANE_NOTES) {
        if (!app->reviewer[0])
            acts_ask_reviewer(app, ACTION_FOLLOW, 0, NULL);
        else
            return remarks_edit(app);
    } else if (app->focus == PANE_TABLES) {
        explain_cell(app);
    } else {
        return REACT_UNHANDLED;
    }
    return REACT_REDRAW;
}

static unsigned show_help(struct app *app, const char *word)
{
    enum action_context context = app_context(app);
    prompt_shelve(app);
    help_pane_set(app->panes[PANE_HELP], app->keymap, context);
    open_overlay(app, PANE_HELP);
    if (word) {
        app_draw(app); /* only lines laid out can be searched */
        app->panes[PANE_HELP]->ops->act(app->panes[PANE_HELP], ACTION_SEARCH, 0, word);
    }
    return REACT_REDRAW;
}

static unsigned show_messages(struct app *app)
{
    app->panes[PANE_MESSAGES]->ops->refresh(app->panes[PANE_MESSAGES]);
    open_overlay(app, PANE_MESSAGES);
    return REACT_REDRAW;
}

static unsigned toggle_link(struct app *app)
{
    app->desk.linked = !app->desk.linked;
    desk_say(&app->desk, TONE_PLAIN,
             app->desk.linked ? _("Panes follow each other") : _("Panes are on their own"));
    return REACT_REDRAW;
}

static unsigned maximise(struct app *app)
{
    app->maximised = !app->maximised;
    return REACT_LAYOUT | REACT_REDRAW;
}

static unsigned own_panes(struct app *app, enum action action)
{
    switch ((int)action) {
    case ACTION_NEXT_PANE:
        return next_pane(app, 1);
    case ACTION_PREV_PANE:
        return next_pane(app, -1);
    case ACTION_GO_TEXT:
        return focus(app, PANE_TEXT);
    case ACTION_GO_TABLES:
        return focus(app, PANE_TABLES);
    case ACTION_GO_FINDINGS:
        return focus(app, PANE_FINDINGS);
    case ACTION_GO_QUEUE:
        return focus(app, PANE_QUEUE);
    case ACTION_GO_NOTES:
        return focus(app, PANE_NOTES);
    case ACTION_GO_OUTLINE:
        return focus(app, PANE_OUTLINE);
    case ACTION_LOG:
        return focus(app, PANE_LOG);
    case ACTION_MAXIMISE:
        return maximise(app);
    case ACTION_LINK:
        return toggle_link(app);
    default:
        return REACT_UNHANDLED;
    }
}

static unsigned own_options(struct app *app, enum action action, const char *argument)
{
    switch ((int)action) {
    case ACTION_LAYOUT:
        return options_layout(app, argument);
    case ACTION_THEME:
        return argument ? options_set_named(app, "theme", argument) : options_set(app, NULL);
    case ACTION_SET:
        return options_set(app, argument);
    case ACTION_REVIEWER:
        return options_reviewer(app, argument);
    default:
        return own_panes(app, action);
    }
}

static unsigned own_view(struct app *app, enum action action, int count, const char *argument)
{
    switch ((int)action) {
    case ACTION_HELP:
        return show_help(app, argument);
    case ACTION_TUTORIAL:
        return tutorial_do(app, argument);
    case ACTION_DESCRIBE_KEY:
        return describe_key(app, argument);
    case ACTION_MESSAGES:
        return show_messages(app);
    case ACTION_FREQUENCY:
        return figures_count(app, argument);
    case ACTION_TREND:
        return figures_trend(app);
    case ACTION_JUMP_BACK:
        return goto_jump(app, count > 0 ? -count : -1);
    case ACTION_JUMP_FORWARD:
        return goto_jump(app, count > 0 ? count : 1);
    case ACTION_MARK: /* in a report it is an act */
        return goto_set_mark(app, argument);
    case ACTION_GOTO_MARK:
        return goto_mark(app, argument);
    case ACTION_GOTO:
        return goto_do(app, argument);
    default:
        return own_options(app, action, argument);
    }
}

static unsigned own_work(struct app *app, enum action action, int count, const char *argument)
{
    switch ((int)action) {
    case ACTION_TAG:
        return tagged_tag(app, count);
    case ACTION_COPY:
        return copy_here(app);
    case ACTION_UNDO:
        return undo_do(app, false, count);
    case ACTION_REDO:
        return undo_do(app, true, count);
    case ACTION_SUM:
    case ACTION_EXPLAIN:
        return explain_do(app, action);
    case ACTION_NEXT_EXPLANATION:
        return explain_weigh(app, count > 0 ? count : 1);
    case ACTION_PREV_EXPLANATION:
        return explain_weigh(app, count > 0 ? -count : -1);
    case ACTION_NEXT_REPORT:
        documents_step(app, count > 0 ? count : 1);
        return REACT_LAYOUT;
    case ACTION_PREV_REPORT:
        documents_step(app, count > 0 ? -count : -1);
        return REACT_LAYOUT;
    case ACTION_WRITE:
        return writing_save(app);
    case ACTION_RECOVER:
        return writing_recover(app);
    case ACTION_OPINION:
        return writing_opinion(app, argument);
    case ACTION_VERSIONS:
        return versions_compare(app, argument);
    default:
        return own_view(app, action, count, argument);
    }
}

static unsigned own(struct app *app, enum action action, int count, const char *argument)
{
    switch ((int)action) {
    case ACTION_FOLLOW:
        return follow(app);
    case ACTION_SEARCH:
    case ACTION_SEARCH_BACK:
    case ACTION_FILTER:
    case ACTION_TAG_MATCHING:
        return argument ? REACT_UNHANDLED : steer_ask_search(app, action);
    case ACTION_SORT:
    case ACTION_GROUP:
        return argument ? REACT_UNHANDLED : steer_ask_choice(app, action);
    case ACTION_COMMAND:
        return steer_ask_command(app);
    case ACTION_ACT_ON_TAGGED:
        app->on_tagged = true;
        return REACT_REDRAW;
    case ACTION_CANCEL:
        app_cancel(app);
        return REACT_REDRAW;
    case ACTION_BACK:
        return back(app);
    case ACTION_QUIT:
        quit(app);
        return REACT_QUIT;
    case ACTION_REDRAW:
        app->ops->redraw(app->screen);
        return REACT_REDRAW;
    case ACTION_SUSPEND:
        suspend(app);
        return REACT_REDRAW;
    default:
        return own_work(app, action, count, argument);
    }
}

/* ---- handing on ---- */

/* The pane an action goes to: the one with the focus if the action has a
 * meaning there, else the first that has it. */
static struct pane *pane_for(struct app *app, enum action action)
{
    unsigned contexts = action_entry(action)->contexts;
    if (app->overlay != PANE_COUNT)
        return app->panes[app->overlay];
    if (steer_asking_pane(app, action) != app_focused(app))
        return steer_asking_pane(app, action);
    if (app->document && (action == ACTION_NEXT_FINDING || action == ACTION_PREV_FINDING ||
                          action == ACTION_NEXT_UNRESOLVED || action == ACTION_PREV_UNRESOLVED))
        return app->panes[PANE_FINDINGS];
    if (action == ACTION_NEXT_SECTION || action == ACTION_PREV_SECTION ||
        action == ACTION_NEXT_PAGE || action == ACTION_PREV_PAGE ||
        ((action == ACTION_NEXT_TABLE || action == ACTION_PREV_TABLE) && app->focus != PANE_TABLES))
        return app->panes[PANE_TEXT];
    if (contexts & (unsigned)app->panes[app->focus]->ops->context)
        return app->panes[app->focus];
    for (int id = PANE_TEXT; id <= PANE_LOG; id++)
        if (contexts & (unsigned)app->panes[id]->ops->context)
            return app->panes[id];
    return app->panes[app->focus];
}

/* False when the act cannot be done now; it has said why or asked the name. */
static bool may_write(struct app *app, enum action action, int count, const char *argument)
{
    if (!app->document) {
        size_t index;
        if (!queue_pane_index(app->panes[PANE_QUEUE], &index) || documents_open(app, index) < 0)
            return false;
    }
    const struct review *review = app->document->review;
    if (review_is_readonly(review)) {
        struct err err = {0};
        review_say_readonly(review, &err);
        app_say_err(app, &err);
        return false;
    }
    if (action == ACTION_REPEAT && app->last.verdict == VERDICT_NONE)
        return true; /* which says so */
    if (!review_reviewer(review)) {
        acts_ask_reviewer(app, action, count, argument);
        return false;
    }
    bool decides = (action_entry(action)->flags & ACTION_DECIDES) == ACTION_DECIDES;
    if (decides && review_conclusion(review).status != CONCLUSION_NONE) {
        conclude_ask_reopen(app, action, count, argument);
        return false;
    }
    return true;
}

static void take_wish(struct app *app)
{
    enum action_context wanted = app->desk.wanted;
    app->desk.wanted = (enum action_context)0;
    for (int id = 0; wanted && id < PANE_COUNT; id++)
        if (app->panes[id]->ops->context == wanted) {
            app_focus(app, (enum pane_id)id);
            return;
        }
}

/* Only the act that comes next is for the tagged; a prompt may stand between. */
static void end_tagged(struct app *app, enum action action)
{
    if (action != ACTION_ACT_ON_TAGGED && !app->prompt.open)
        app->on_tagged = false;
}

/* True when the act was for the tagged and has been done, or cannot be. */
static bool act_on_tagged(struct app *app, enum action action, const char *argument)
{
    const struct action_entry *entry = action_entry(action);
    bool decides = action >= ACTION_CONFIRM && action <= ACTION_REPEAT;
    if (!app->on_tagged || !(entry->flags & ACTION_WRITES) || (app->document && decides))
        return false;
    if (!app->document && action == ACTION_ANNOTATE) {
        tagged_annotate(app, argument);
        return true;
    }
    desk_say(&app->desk, TONE_PLAIN, _(":%s is done one by one, not on all tagged"), entry->name);
    return true;
}

void app_do(struct app *app, enum action action, int count, const char *argument)
{
    const struct action_entry *entry = action_entry(action);
    if (act_on_tagged(app, action, argument)) {
        end_tagged(app, action);
        return;
    }
    bool in_report = !(entry->contexts & (IN_QUEUE | IN_HELP)) &&
                     !(entry->contexts & (unsigned)app_focused(app)->ops->context);
    if (in_report && !app->document && action != ACTION_ANNOTATE) {
        desk_say(&app->desk, TONE_PLAIN, _("No report is open; %s opens one"),
                 desk_keys(&app->desk, IN_QUEUE, ACTION_FOLLOW));
        return;
    }
    bool writes = entry->flags & ACTION_WRITES && (app->document || action != ACTION_MARK);
    if (writes && !may_write(app, action, count, argument))
        return;
    unsigned reaction = writes ? acts_do(app, action, count, argument) : REACT_UNHANDLED;
    if (reaction & REACT_UNHANDLED)
        reaction = own(app, action, count, argument);
    if (reaction & REACT_UNHANDLED) {
        struct pane *pane = pane_for(app, action);
        reaction = pane->ops->act(pane, action, count, argument);
    }
    if (reaction & REACT_MODEL)
        acts_changed(app);
    take_wish(app);
    end_tagged(app, action);
    /* What others did to the files, or left of them, was noticed by the act. */
    if (app->document)
        acts_say_news(app, app->document);
    tutorial_did(app, action);
}
