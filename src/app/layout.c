#include "app_private.h"

static void place(struct layout *layout, enum pane_id id, int row, int col, int nrows, int ncols)
{
    layout->placed[layout->nplaced++] = (struct placed){id, row, col, nrows, ncols};
}

static void side_by_side(struct layout *layout, int nrows, int ncols, enum pane_id below)
{
    int foot = nrows * 3 / 10;
    if (foot < 7)
        foot = 7;
    int left = (ncols - 1) / 2;
    layout->divider = left;
    place(layout, PANE_TEXT, 0, 0, nrows - foot, left);
    place(layout, PANE_TABLES, 0, left + 1, nrows - foot, ncols - left - 1);
    place(layout, below, nrows - foot, 0, foot, ncols);
}

/* Full width each: scrolling a line then costs the terminal little. */
static void stacked(struct layout *layout, int nrows, int ncols, enum pane_id below)
{
    int foot = nrows * 3 / 10, middle = foot;
    if (foot < 7)
        foot = 7;
    place(layout, PANE_TEXT, 0, 0, nrows - foot - middle, ncols);
    place(layout, PANE_TABLES, nrows - foot - middle, 0, middle, ncols);
    place(layout, below, nrows - foot, 0, foot, ncols);
    layout->stacked = true;
}

void layout_make(struct layout *layout, int nrows, int ncols, const struct layout_wish *wish)
{
    enum { SMALLEST_FOR_THREE = 16 };
    *layout = (struct layout){.divider = -1};
    bool narrow =
        wish->mode == LAYOUT_STACKED || (wish->mode == LAYOUT_AUTO && ncols < STACK_BELOW_COLS);
    if (wish->in_queue)
        place(layout, PANE_QUEUE, 0, 0, nrows, ncols);
    else if (wish->maximised || wish->mode == LAYOUT_SINGLE || nrows < SMALLEST_FOR_THREE)
        place(layout, wish->focus, 0, 0, nrows, ncols);
    else if (narrow)
        stacked(layout, nrows, ncols, wish->below);
    else
        side_by_side(layout, nrows, ncols, wish->below);
}
