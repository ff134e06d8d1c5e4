/* The other back end of ui/screen: keys from a script, screens kept as a grid
 * to be dumped. For `gouji --script` and the tests. */
#ifndef GOUJI_UI_MEMSCREEN_H
#define GOUJI_UI_MEMSCREEN_H

#include "gouji/ui/screen.h"

/* `keys`: key names as in the key file, one or many a line; text to type is
 * given as "text:…" lines, "paste:…" lines are pastes (\n in them a line end),
 * "click:COL,ROW", "wheel-up:COL,ROW", "wheel-down:COL,ROW" are the mouse's (from
 * 1), "resize:COLSxROWS", "wait" lets one time-out pass, "dump" or "dump:NAME" asks
 * for a dump, '#' starts a comment. A read that does not wait finds nothing, so
 * that every key is drawn before the next. When the keys are used up the screen
 * reports SCREEN_LOST. NULL with err naming the line. */
struct screen *memscreen_new(int nrows, int ncols, struct slice keys, struct err *err);
extern const struct screen_ops memscreen_ops;

/* All dumps so far: "== NAME\n" and the grid's text each. */
const char *memscreen_dumps(const struct screen *screen);
void memscreen_set_styles(struct screen *screen, bool with_styles);

#endif
