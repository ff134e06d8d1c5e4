/* The mouse: a click puts focus and cursor where it points, the wheel scrolls
 * the pane under it. Panes know nothing of it: the cursor is walked there by
 * the motions, since each pane can say where it has drawn it. */
#include <stdlib.h>

#include "app_private.h"

enum { STEPS_MAX = 300 };

static const struct placed *placed_at(const struct app *app, int row, int col)
{
    for (size_t i = 0; i < app->layout.nplaced; i++) {
        const struct placed *at = &app->layout.placed[i];
        if (row >= at->row && row < at->row + at->nrows && col >= at->col &&
            col < at->col + at->ncols)
            return at;
    }
    return NULL;
}

/* How far the cursor stands from where it shall be; 0 where it has no place. */
static int distance(struct app *app, struct pane *pane, int wanted, bool sideways)
{
    int row, col;
    app_compose(app);
    if (!pane->ops->cursor || !pane->ops->cursor(pane, &row, &col))
        return 0;
    return wanted - (sideways ? col : row);
}

/* Steps until the cursor is there, or comes no nearer. */
static void walk(struct app *app, struct pane *pane, int wanted, bool sideways)
{
    enum action forth = sideways ? ACTION_RIGHT : ACTION_LINE_DOWN;
    enum action back = sideways ? ACTION_LEFT : ACTION_LINE_UP;
    int left = distance(app, pane, wanted, sideways);
    for (int i = 0; left != 0 && i < STEPS_MAX; i++) {
        pane->ops->act(pane, left > 0 ? forth : back, 1, NULL);
        int now = distance(app, pane, wanted, sideways);
        if (abs(now) >= abs(left)) {
            if (abs(now) > abs(left))
                pane->ops->act(pane, left > 0 ? back : forth, 1, NULL);
            return;
        }
        left = now;
    }
}

static void sort_by(struct app *app, const char *heading)
{
    if (heading)
        app_do(app, ACTION_SORT, 0, heading);
}

static void click(struct app *app, int row, int col)
{
    const struct placed *at = placed_at(app, row, col);
    if (!at || app->overlay != PANE_COUNT)
        return;
    struct placed place = *at;
    struct pane *pane = app->panes[place.id];
    if (app->focus != place.id)
        app_focus(app, place.id);
    if (row == place.row)
        return;
    if (place.id == PANE_QUEUE && row == place.row + 1) {
        sort_by(app, queue_pane_heading(pane, col - place.col));
        return;
    }
    walk(app, pane, row - place.row - 1, false);
    if (action_entry(ACTION_LEFT)->contexts & (unsigned)pane->ops->context)
        walk(app, pane, col - place.col, true);
}

/* What is looked at stays as it is in the other panes. */
static void turn(struct app *app, enum action action, int row, int col)
{
    bool linked = app->desk.linked;
    const struct placed *at = placed_at(app, row, col);
    struct pane *pane = app->overlay != PANE_COUNT ? app->panes[app->overlay]
                        : at                       ? app->panes[at->id]
                                                   : NULL;
    app->desk.linked = false;
    if (pane)
        pane->ops->act(pane, action, WHEEL_LINES, NULL);
    app->desk.linked = linked;
}

void app_point(struct app *app, const struct screen_input *input)
{
    app->said = app->desk.said;
    if (!app->config.mouse || app->prompt.open)
        return;
    app_compose(app);
    if (input->mouse == MOUSE_CLICK)
        click(app, input->row, input->col);
    else
        turn(app, input->mouse == MOUSE_WHEEL_UP ? ACTION_SCROLL_UP : ACTION_SCROLL_DOWN,
             input->row, input->col);
}
