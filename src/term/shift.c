#include "terminal.h"

/* Last, since their macros are common words. */
#include <curses.h>
#include <term.h>

/* Rows [first, last] of the grid are those one line below (by 1) or above (by -1) in what is
 * shown; `gain` is by how many more of them that is right than before. */
struct shift {
    int by, first, last, gain;
};

static struct shift find_shift(const struct screen *screen, const struct grid *grid, int by)
{
    const struct grid *shown = screen->shown;
    struct shift shift = {.by = by, .first = -1};
    int lost = 0;
    for (int row = 0; row < grid_rows(grid); row++) {
        int from = row + by;
        bool fits = from >= 0 && from < grid_rows(grid) && grid_same_row(grid, row, shown, from);
        bool stands = grid_same_row(grid, row, shown, row);
        if (fits && !stands) {
            shift.first = shift.first < 0 ? row : shift.first;
            shift.last = row;
            shift.gain += 1 - lost;
            lost = 0;
        } else if (stands && !fits && shift.first >= 0) {
            lost++;
        }
    }
    return shift;
}

/* What the terminal leaves free is erased. */
static void follow(struct grid *shown, const struct shift *shift)
{
    int end = shift->by > 0 ? shift->last + 1 : shift->first - 1;
    for (int row = shift->by > 0 ? shift->first : shift->last; row != end; row += shift->by)
        grid_copy_row(shown, row, shown, row + shift->by);
    area_fill(area_part(grid_area(shown), end, 0, 1, grid_cols(shown)), (enum style)PEN_BARE);
}

static void shift_by(struct screen *screen, const struct shift *shift)
{
    int top = shift->by > 0 ? shift->first : shift->first - 1;
    int bottom = shift->by > 0 ? shift->last + 1 : shift->last;
    pen_take(screen, &screen->pens[PEN_BARE]);
    terminal_put(&screen->out, tiparm(change_scroll_region, top, bottom));
    screen->row = screen->col = -1;
    paint_move(screen, shift->by > 0 ? bottom : top, 0);
    terminal_put(&screen->out, shift->by > 0 ? scroll_forward : scroll_reverse);
    terminal_put(&screen->out, tiparm(change_scroll_region, 0, screen->nrows - 1));
    screen->row = screen->col = -1;
    follow(screen->shown, shift);
}

void shift_rows(struct screen *screen, const struct grid *grid)
{
    enum { WORTH_SHIFTING = 3 };
    bool can = change_scroll_region != NULL && scroll_forward != NULL && scroll_reverse != NULL;
    if (!can || grid_rows(grid) != screen->nrows)
        return;
    struct shift up = find_shift(screen, grid, 1), down = find_shift(screen, grid, -1);
    const struct shift *best = up.gain >= down.gain ? &up : &down;
    if (best->gain >= WORTH_SHIFTING)
        shift_by(screen, best);
}
