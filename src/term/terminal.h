/* The curses back end's own state, shared by its files. */
#ifndef GOUJI_TERM_TERMINAL_H
#define GOUJI_TERM_TERMINAL_H

#include <curses.h>
#include <stdint.h>
#include <termios.h>

#include "decode_key.h"
#include "gouji/base/str.h"
#include "gouji/term/curses.h"
#include "mouse.h"

enum { INPUT_NBYTES = 4096, PASTE_MAX_NBYTES = 1024 * 1024 };

/* Bytes read and not yet decoded, and the paste that is coming in. */
struct input {
    int fd;
    int esc_delay_ms;
    struct decoder decoder;
    char bytes[INPUT_NBYTES];
    size_t nbytes;
    int64_t last_ms; /* when the last bytes came */
    bool lost;
    int sync_answer; /* to the question after mode 2026, -1 not yet */
    bool pasting;
    struct str paste;
};

/* One style as curses wants it. */
struct pen {
    attr_t attributes;
    int pair;
    int background; /* the colour's number, -1 the terminal's own */
    cchar_t blank;
};

struct screen {
    SCREEN *curses;
    struct input input;
    struct grid *shown; /* what curses was given last; NULL: nothing yet */
    bool anew;          /* the terminal holds something else: send everything */
    bool suspended;
    bool asked_sync;
    struct term_manners manners;
    char *title; /* last sent; NULL: none */
    int colours;
    struct pen pens[STYLE_COUNT];
    struct termios modes; /* as we found them */
};

#define TERMINAL_PASTE_OFF "\033[?2004l"
#define TERMINAL_SYNC_BEGIN "\033[?2026h"
#define TERMINAL_SYNC_END "\033[?2026l"
#define TERMINAL_SYNC_ASK "\033[?2026$p"
#define TERMINAL_MOUSE_ON "\033[?1000h\033[?1006h"
#define TERMINAL_MOUSE_OFF "\033[?1006l\033[?1000l"

/* terminal.c: curses on the terminal of $TERM, or on the first fall-back that
 * there is; *used gets the name. */
SCREEN *terminal_open(const char **used);
/* True when leaving the screen puts the window's title back. */
bool terminal_keeps_title(void);
/* Tells the signals what puts the terminal right after a crash. */
void terminal_prepare_reset(const struct screen *screen);

/* colour.c: how many colours to use, by the options, the environment and the
 * terminal; starts curses' colours. */
int colour_start(enum term_colours wanted);
/* Fills screen->pens. */
void colour_set_pens(struct screen *screen, const struct theme *theme);

/* paint.c: hands curses the cells that differ from what was shown before; then, once that has
 * been sent, keeps what is shown now. */
void paint_grid(struct screen *screen, const struct grid *grid);
void paint_keep(struct screen *screen, const struct grid *grid);

/* stand_in.c: what is shown for a character whose width is ambiguous, NUL for
 * all others. */
wchar_t stand_in(wchar_t wide);

/* input.c: waits for a key, a paste or bytes' end; signals are the caller's.
 * Returns false when woken by the signal pipe. */
bool input_wait(struct input *input, int wake_fd, int64_t deadline_ms, struct screen_input *out);
void input_release(struct input *input);
int64_t input_now_ms(void);

#endif
