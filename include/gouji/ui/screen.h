/* What a back end of the screen can do: a terminal (floor term) and a dump into
 * memory (tests, scripts) implement it. Keys come as struct key. */
#ifndef GOUJI_UI_SCREEN_H
#define GOUJI_UI_SCREEN_H

#include <stdbool.h>

#include "gouji/base/err.h"
#include "gouji/base/slice.h"
#include "gouji/ui/grid.h"
#include "gouji/ui/key.h"

enum screen_event {
    SCREEN_KEY,
    SCREEN_PASTE,
    SCREEN_MOUSE,
    SCREEN_RESIZE,
    SCREEN_TIMEOUT,
    SCREEN_SIGNAL,
    SCREEN_LOST
};
enum screen_mouse { MOUSE_CLICK, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN };

struct screen_input {
    enum screen_event event;
    struct key key;    /* SCREEN_KEY */
    const char *paste; /* SCREEN_PASTE: UTF-8, borrowed until the next call */
    size_t paste_nbytes;
    enum screen_mouse mouse; /* SCREEN_MOUSE, at (row, col) from 0 */
    int row, col;
    /* SCREEN_SIGNAL: SIGHUP and SIGTERM (end), SIGINT (cancel), SIGTSTP (as ^Z:
     * stop), SIGCONT (draw again; the terminal is ours). */
    int signal;
};

struct screen; /* each back end's own */

struct screen_ops {
    void (*size)(struct screen *screen, int *nrows, int *ncols);
    /* Shows the grid (only what changed) and puts the real cursor at
     * (row, col); row -1 hides it. One flush. */
    void (*show)(struct screen *screen, const struct grid *grid, int row, int col);
    /* Waits up to timeout_ms (-1 for ever, 0 not at all). */
    void (*read)(struct screen *screen, int timeout_ms, struct screen_input *input);
    void (*redraw)(struct screen *screen); /* everything anew at the next show */
    /* Terminal restored, SIGTSTP stops again: another program may run on it. */
    void (*suspend)(struct screen *screen);
    void (*resume)(struct screen *screen); /* a new size comes as SCREEN_RESIZE */
    /* Suspended, the process stopped until it is continued, resumed. Nothing where there is
     * no terminal: a script of keys would stand still for ever. */
    void (*stop)(struct screen *screen);
    void (*bell)(struct screen *screen); /* seen rather than heard, where it can be */
    /* Into the clipboard, as far as the back end can tell. Clean text. */
    void (*copy)(struct screen *screen, struct slice text);
    void (*end)(struct screen *screen); /* terminal restored, memory freed */
};

#endif
