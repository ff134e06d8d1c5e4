/* The screen's own state, shared by the files of this floor. What a terminal can do is
 * read from ncurses' terminfo; see term_variables(3X), curs_terminfo(3X). */
#ifndef GOUJI_TERM_TERMINAL_H
#define GOUJI_TERM_TERMINAL_H

#include <stdint.h>
#include <termios.h>
#include <wchar.h>

#include "decode_key.h"
#include "gouji/base/str.h"
#include "gouji/term/term.h"
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

/* Beside the styles: what an erased place shows, and what is not known. */
enum { PEN_BARE = STYLE_COUNT, PEN_UNKNOWN, PEN_COUNT };
enum { COLOUR_NBYTES = 32 };

/* One style as the terminal can show it. */
struct pen {
    unsigned look;                                     /* LOOK_… */
    int fg, bg;                                        /* colours' numbers, -1 the terminal's own */
    char set_fg[COLOUR_NBYTES], set_bg[COLOUR_NBYTES]; /* what turns them on, once known */
};

struct screen {
    struct input input;
    int nrows, ncols;
    struct grid *shown;    /* what the terminal shows, its styles being pens; or NULL */
    struct str out;        /* gathered for one write */
    int row, col;          /* of the terminal's cursor, -1 not known */
    const struct pen *pen; /* in effect; NULL: not known */
    bool hidden;           /* the cursor is */
    bool anew;             /* the terminal holds something else: send everything */
    bool suspended;
    bool asked_sync;
    struct term_manners manners;
    char *title; /* last sent; NULL: none */
    int colours;
    struct pen pens[PEN_COUNT];
    bool is_bare[PEN_COUNT]; /* the pen's blanks look as an erased place does */
    struct termios modes;    /* as we found them */
};

#define TERMINAL_PASTE_ON "\033[?2004h"
#define TERMINAL_PASTE_OFF "\033[?2004l"
#define TERMINAL_SYNC_BEGIN "\033[?2026h"
#define TERMINAL_SYNC_END "\033[?2026l"
#define TERMINAL_SYNC_ASK "\033[?2026$p"
#define TERMINAL_MOUSE_ON "\033[?1000h\033[?1006h"
#define TERMINAL_MOUSE_OFF "\033[?1006l\033[?1000l"

/* terminal.c: the description of $TERM, or of the first fall-back that there is; *used gets
 * the name. False: none can hold a screen. */
bool terminal_find(const char **used);
/* What terminal_find took. */
void terminal_release(void);
/* Every byte as it is typed, no echo, nothing written changed. */
void terminal_set_raw(const struct screen *screen);
/* Fills nrows and ncols: the terminal's, else its description's, else 24 x 80. */
void terminal_measure(struct screen *screen);
/* Takes the screen over, and gives it back as it was: both only gathered in out. */
void terminal_enter(struct screen *screen);
void terminal_leave(struct screen *screen);
/* Appends a capability, without its delays; NULL for one the terminal lacks: nothing. */
void terminal_put(struct str *out, const char *capability);
/* Moves of the cursor, appended: to the place, and to the right, which parm_right_cursor must
 * be there for. */
void terminal_put_place(struct str *out, int row, int col);
void terminal_put_right(struct str *out, int ncols);
/* Sends what has been gathered. A terminal that is gone is noticed by the next read. */
void terminal_send(struct screen *screen);
/* Draws attention to itself, without a sound where it can. */
void terminal_flash(struct screen *screen);
/* True when leaving the screen puts the window's title back. */
bool terminal_keeps_title(void);
/* Tells the signals what puts the terminal right after a crash. */
void terminal_prepare_reset(const struct screen *screen);

/* pens.c: how many colours to use, by the options, the environment and the terminal. */
int pens_colours(enum term_colours wanted);
/* Fills screen->pens; theme NULL: all bare. */
void pens_set(struct screen *screen, const struct theme *theme);
static inline bool pen_same(const struct pen *a, const struct pen *b)
{
    return a->look == b->look && a->fg == b->fg && a->bg == b->bg;
}
/* The same where nothing is written. */
static inline bool pen_same_paper(const struct pen *a, const struct pen *b)
{
    const unsigned seen = LOOK_UNDERLINE | LOOK_REVERSE;
    return a->bg == b->bg && !((a->look | b->look) & seen);
}
/* Puts another pen into effect. */
void pen_take(struct screen *screen, struct pen *pen);

/* paint.c: gathers what turns what is shown into the grid; then, once that has been sent,
 * keeps what is shown now. */
void paint_grid(struct screen *screen, const struct grid *grid);
void paint_keep(struct screen *screen, const struct grid *grid);
/* The cursor's place in the grid; row -1: hidden. */
void paint_cursor(struct screen *screen, int row, int col);
/* All is sent again with the next frame, in its place. */
void paint_forget(struct screen *screen);

/* shift.c: where rows of the grid stand a line above or below those of what is shown, has
 * the terminal move them. */
void shift_rows(struct screen *screen, const struct grid *grid);
/* paint.c: moves the terminal's cursor. */
void paint_move(struct screen *screen, int row, int col);

/* stand_in.c: what is shown for a character whose width is ambiguous, NUL for
 * all others. */
wchar_t stand_in(wchar_t wide);

/* input.c: waits for a key, a paste or bytes' end; signals are the caller's.
 * Returns false when woken by the signal pipe. */
bool input_wait(struct input *input, int wake_fd, int64_t deadline_ms, struct screen_input *out);
void input_release(struct input *input);
int64_t input_now_ms(void);

#endif
