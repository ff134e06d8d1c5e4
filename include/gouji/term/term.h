/* The terminal behind ui/screen, by ncurses' terminfo: the only floor that includes its
 * headers. A frame is sent as what differs from the one before. curses' own windows are
 * not used: to start and fill them takes as long as reading and checking a report.
 * Handles signals (flags and a self-pipe only in handlers), bracketed paste,
 * split escape sequences, colours by what the terminal has, resize, suspend,
 * a lost terminal (EIO, hangup), and restores everything at exit, also from a
 * crash by an async-signal-safe write. */
#ifndef GOUJI_TERM_TERM_H
#define GOUJI_TERM_TERM_H

#include "gouji/base/err.h"
#include "gouji/base/message.h"
#include "gouji/ui/screen.h"
#include "gouji/ui/theme.h"

enum term_colours { TERM_AUTO, TERM_ALWAYS, TERM_NEVER };

struct term_options {
    int esc_delay_ms; /* 0: $ESCDELAY, else 100 */
    enum term_colours colours;
};

/* setlocale by the rules of README (C.UTF-8 fall-backs, LANGUAGE for gettext).
 * lang NULL: from the environment; "zh" or "en". -1: no UTF-8 locale at all,
 * err carries the export line to type. *chosen gets the language. */
int term_locale(const char *lang, enum lang *chosen, struct err *err);

/* Enters the terminal. An unknown $TERM falls back to xterm-256color, xterm,
 * vt100 with a notice (err text set, kind ERR_NONE). NULL: not a terminal etc. */
struct screen *term_start(const struct term_options *options, struct err *err);
extern const struct screen_ops term_ops;

enum term_clipboard { TERM_CLIPBOARD_RAW, TERM_CLIPBOARD_TMUX, TERM_CLIPBOARD_OFF };

/* Frames bracketed for the terminal to show at once: never, where it says that it can,
 * always. */
enum term_sync { TERM_SYNC_OFF, TERM_SYNC_AUTO, TERM_SYNC_ON };

/* What can be changed while the screen is up. */
struct term_manners {
    bool mouse;       /* clicks and the wheel are reported */
    bool stand_ins;   /* ASCII for characters the terminal draws two columns wide */
    int esc_delay_ms; /* 0: as at the start */
    enum term_sync sync;
    enum term_clipboard clipboard; /* how copies are sent: plain, wrapped for tmux */
};
void term_set_manners(struct screen *screen, const struct term_manners *manners);
/* The window's title, where the terminal puts the old one back. Clean text. */
void term_set_title(struct screen *screen, const char *title);

void term_set_theme(struct screen *screen, const struct theme *theme);
/* Number of colours in use: 0 (mono), 16, 256, 0x1000000. */
int term_colours(const struct screen *screen);

#endif
