/* Prompts that steer: searches, filters, orders and commands. */
#include "app_private.h"

/* Tags are of findings; the list of notes has none of its own. */
struct pane *steer_asking_pane(struct app *app, enum action action)
{
    bool tags = action == ACTION_TAG_MATCHING || action == ACTION_UNTAG;
    bool in_notes = app->focus == PANE_NOTES && app->overlay == PANE_COUNT;
    return tags && in_notes ? app->panes[PANE_FINDINGS] : app_focused(app);
}

static void run_pending(struct app *app, const char *text)
{
    struct pane *pane = steer_asking_pane(app, app->pending.action);
    bool searches =
        app->pending.action == ACTION_SEARCH || app->pending.action == ACTION_SEARCH_BACK;
    if (searches && !text[0])
        text = NULL; /* the last one once more */
    if (pane->ops->act(pane, app->pending.action, 0, text) & REACT_AGAIN)
        app->act_failed = true; /* the prompt comes back with what was typed */
}

static void run_command(struct app *app, const char *text)
{
    command_line_run(app, text);
}

unsigned steer_ask_search(struct app *app, enum action action)
{
    struct pane *pane = app_focused(app);
    bool searches = action == ACTION_SEARCH || action == ACTION_SEARCH_BACK;
    struct prompt_spec spec = {
        .label = action == ACTION_FILTER && pane == app->panes[PANE_TEXT]
                     ? _("Show only lines with these words")
                 : action == ACTION_FILTER
                     ? _("Filter, as rule=T3-02 sev>=warning status=open word")
                 : action == ACTION_TAG_MATCHING ? _("Tag all shown that pass the filter")
                                                 : _("Search"),
        .done = run_pending,
        .history = searches || pane == app->panes[PANE_TEXT] ? HISTORY_SEARCH : HISTORY_FILTER};
    app->pending.action = action;
    if (prompt_open(app, &spec) < 0)
        return REACT_REDRAW;
    app->prompt.searching = searches && pane == app->panes[PANE_TEXT];
    app->prompt.origin = app->desk.here.offset;
    if (pane->ops->preview && action != ACTION_TAG_MATCHING)
        app->prompt.previews = pane;
    return REACT_REDRAW;
}

/* Nothing chosen leaves it as it is. */
static void chosen(struct app *app, const char *text)
{
    if (text[0])
        run_pending(app, text);
}

/* Sorting and grouping: a digit or a name. */
unsigned steer_ask_choice(struct app *app, enum action action)
{
    bool sorts = action == ACTION_SORT;
    const char *(*name_of)(size_t) = sorts ? queue_sort_name : queue_group_name;
    struct prompt_spec spec = {.label = sorts ? _("Sort by; the same once more turns it round")
                                              : _("Group by"),
                               .done = chosen,
                               .history = HISTORY_NONE};
    app->pending.action = action;
    if (prompt_open(app, &spec) < 0)
        return REACT_REDRAW;
    for (size_t i = 0; name_of(i); i++)
        str_format(&app->prompt.hints, "%zu %s  %s\n", i + 1, name_of(i),
                   sorts ? queue_sort_text(i) : queue_group_text(i));
    return REACT_REDRAW;
}

unsigned steer_ask_command(struct app *app)
{
    struct prompt_spec spec = {.label = ":", .done = run_command, .history = HISTORY_COMMAND};
    prompt_open(app, &spec);
    return REACT_REDRAW;
}
