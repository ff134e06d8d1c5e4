/* Findings counted, and an agency over the years: what is shown over the panes. */
#include "app_private.h"

unsigned figures_follow(struct app *app)
{
    struct pane *list = app->panes[app->document ? PANE_FINDINGS : PANE_QUEUE];
    const char *filter = frequency_pane_filter(app->panes[PANE_FREQUENCY]);
    size_t index;
    if (app->overlay == PANE_TREND && trend_pane_index(app->panes[PANE_TREND], &index)) {
        app->overlay = PANE_COUNT;
        documents_open(app, index);
    } else if (app->overlay == PANE_FREQUENCY && filter) {
        app->overlay = PANE_COUNT;
        app_focus(app, app->document ? PANE_FINDINGS : PANE_QUEUE);
        list->ops->act(list, ACTION_FILTER, 0, filter);
    }
    return REACT_LAYOUT | REACT_REDRAW;
}

unsigned figures_count(struct app *app, const char *by)
{
    struct pane *pane = app->panes[PANE_FREQUENCY];
    frequency_pane_set(pane, app->panes[PANE_QUEUE]);
    if (by && !frequency_pane_by(pane, by)) {
        struct str all = STR_INIT;
        for (size_t i = 0; frequency_by_name(i); i++)
            str_format(&all, "%s%s", i ? ", " : "", frequency_by_name(i));
        desk_say(&app->desk, TONE_ERROR, _("%s is none of these: %s"), by, str_text(&all));
        str_release(&all);
        return REACT_REDRAW;
    }
    app->overlay = PANE_FREQUENCY;
    return REACT_REDRAW;
}

unsigned figures_trend(struct app *app)
{
    size_t index = app->desk.queue_index;
    struct pane *queue = app->panes[PANE_QUEUE];
    bool found =
        app->document || queue_pane_index(queue, &index) || queue_pane_agency_index(queue, &index);
    if (!found) {
        desk_say(&app->desk, TONE_PLAIN, _("No report and no agency stands in this row"));
        return REACT_REDRAW;
    }
    const struct queue_item *item = queue_at(app->queue, index);
    if (!item->agency || !item->year) {
        desk_say(&app->desk, TONE_PLAIN, _("Whose report it is, and of which year, is not known"));
        return REACT_REDRAW;
    }
    trend_pane_set(app->panes[PANE_TREND], item->agency);
    app->overlay = PANE_TREND;
    return REACT_REDRAW;
}
