/* Options changed while the program runs: :set, :theme, :layout, :reviewer. */
#include <stdio.h>
#include <string.h>

#include "app_private.h"

unsigned options_set(struct app *app, const char *argument)
{
    struct err err = {0};
    struct str all = STR_INIT;
    if (!argument || strcmp(argument, "all") == 0) {
        config_list(&app->config, &all);
        app_page(app, _("Options"), str_text(&all));
    } else if (config_set(&app->config, argument, &err) < 0) {
        app_say_err(app, &err);
    } else if (strncmp(argument, "theme", 5) == 0) {
        app_set_theme(app, app->config.theme);
        snprintf(app->config.theme, sizeof app->config.theme, "%s", app->shown_theme);
    } else if (strncmp(argument, "reviewer", 8) == 0) {
        app_do(app, ACTION_REVIEWER, 0, app->config.reviewer);
    }
    str_release(&all);
    app_apply_config(app);
    return REACT_LAYOUT | REACT_REDRAW;
}

unsigned options_set_named(struct app *app, const char *name, const char *argument)
{
    char assignment[128];
    snprintf(assignment, sizeof assignment, "%s=%s", name, argument);
    return options_set(app, assignment);
}

unsigned options_layout(struct app *app, const char *argument)
{
    static const char *const says[] = {N_("layout: automatic"), N_("layout: side by side"),
                                       N_("layout: stacked"), N_("layout: one pane at a time")};
    if (argument)
        return options_set_named(app, "layout", argument);
    app->config.layout = (app->config.layout + 1) % LAYOUT_COUNT;
    app->maximised = false;
    desk_say(&app->desk, TONE_PLAIN, "%s", _(says[app->config.layout]));
    return REACT_LAYOUT | REACT_REDRAW;
}

unsigned options_reviewer(struct app *app, const char *argument)
{
    struct err err = {0};
    app->pending.action = ACTION_NOTHING;
    if (!argument) {
        acts_ask_reviewer(app, ACTION_NOTHING, 0, NULL);
        return REACT_REDRAW;
    }
    for (size_t i = 0; i < app->ndocuments; i++)
        if (review_set_reviewer(app->documents[i]->review, argument, &err) < 0) {
            app_say_err(app, &err);
            return REACT_REDRAW;
        }
    snprintf(app->reviewer, sizeof app->reviewer, "%s", argument);
    return REACT_MODEL | REACT_REDRAW;
}
