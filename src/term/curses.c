#include "gouji/term/curses.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "signals.h"
#include "terminal.h"

enum { ESC_DELAY_MS = 100, ESC_DELAY_MAX_MS = 10000 };

static const char paste_on[] = "\033[?2004h", paste_off[] = TERMINAL_PASTE_OFF;

/* Past curses' own buffer, so only where nothing of it is pending. A terminal
 * that is gone is noticed by the next read. */
static void send_bytes(const char *bytes)
{
    size_t nbytes = strlen(bytes), done = 0;
    while (done < nbytes) {
        ssize_t n = write(STDOUT_FILENO, bytes + done, nbytes - done);
        if (n < 0 && errno != EINTR)
            return;
        done += n > 0 ? (size_t)n : 0;
    }
}

static void send_manners(const struct screen *screen, bool on)
{
    send_bytes(on ? paste_on : paste_off);
    if (screen->manners.mouse)
        send_bytes(on ? TERMINAL_MOUSE_ON : TERMINAL_MOUSE_OFF);
}

static int esc_delay(const struct term_options *options)
{
    const char *text = getenv("ESCDELAY");
    if (options->esc_delay_ms > 0)
        return options->esc_delay_ms;
    long wanted = text != NULL ? strtol(text, NULL, 10) : 0;
    return wanted > 0 && wanted <= ESC_DELAY_MAX_MS ? (int)wanted : ESC_DELAY_MS;
}

static void set_modes(void)
{
    raw();
    noecho();
    nonl();
    idlok(stdscr, TRUE);
    /* Shifting the rest of a line by insertion splits wide characters on some terminals. */
    idcok(stdscr, FALSE);
    leaveok(stdscr, FALSE);
    curs_set(1);
}

/* ncurses 6.3 and later sends its buffer at every movement of the cursor until
 * the screen has been left and taken up again: hundreds of writes a frame. */
static void leave_first_state(void)
{
    endwin();
    reset_prog_mode();
}

static struct screen *fail(struct screen *screen)
{
    signals_end();
    free(screen);
    return NULL;
}

static void notice_fallback(const char *used, struct err *err)
{
    const char *wanted = getenv("TERM");
    if (wanted == NULL || strcmp(wanted, used) != 0)
        err_set(err, ERR_NONE, _("terminal type %s is not known here; using %s"),
                wanted != NULL ? wanted : "", used);
}

struct screen *term_start(const struct term_options *options, struct err *err)
{
    const char *used = NULL;
    struct screen *screen = calloc(1, sizeof *screen);
    if (screen == NULL) {
        err_set_nomem(err);
        return NULL;
    }
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) ||
        tcgetattr(STDIN_FILENO, &screen->modes) != 0) {
        err_set(err, ERR_USAGE, "%s",
                _("not a terminal; without one use: gouji check, show or opinion"));
        return fail(screen);
    }
    if (signals_start(err) != 0)
        return fail(screen);
    /* The size is the terminal's, whatever COLUMNS and LINES may say. */
    use_env(FALSE);
    use_tioctl(TRUE);
    screen->curses = terminal_open(&used);
    if (screen->curses == NULL) {
        err_set(err, ERR_IO, _("no terminal description can be used (TERM=%s)"), used);
        return fail(screen);
    }
    notice_fallback(used, err);
    screen->input.fd = STDIN_FILENO;
    screen->input.esc_delay_ms = esc_delay(options);
    screen->input.sync_answer = -1;
    screen->input.decoder.linux_console = strncmp(used, "linux", 5) == 0;
    set_modes();
    screen->colours = colour_start(options->colours);
    terminal_prepare_reset(screen);
    leave_first_state();
    send_bytes(paste_on);
    return screen;
}

static void term_size(struct screen *screen, int *nrows, int *ncols)
{
    (void)screen;
    *nrows = LINES;
    *ncols = COLS;
}

static int clamp(int value, int limit)
{
    return value < 0 ? 0 : value >= limit ? limit - 1 : value;
}

static bool sends_frames_whole(const struct screen *screen)
{
    enum { MODE_SET = 1, MODE_RESET = 2 }; /* both say that the mode is known */
    int answer = screen->input.sync_answer;
    return screen->manners.sync == TERM_SYNC_ON ||
           (screen->manners.sync == TERM_SYNC_AUTO && (answer == MODE_SET || answer == MODE_RESET));
}

/* curses' own output is buffered apart: the brackets go straight to the terminal. */
static void term_show(struct screen *screen, const struct grid *grid, int row, int col)
{
    if (screen->suspended || screen->input.lost)
        return;
    bool whole = sends_frames_whole(screen);
    if (whole)
        send_bytes(TERMINAL_SYNC_BEGIN);
    paint_grid(screen, grid);
    curs_set(row >= 0);
    move(clamp(row, LINES), clamp(col, COLS));
    refresh();
    if (whole)
        send_bytes(TERMINAL_SYNC_END);
    paint_keep(screen, grid);
}

/* True when the size is another one than before. */
static bool fit_to_terminal(struct screen *screen)
{
    struct winsize size;
    int nrows = LINES, ncols = COLS;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0)
        resize_term(size.ws_row, size.ws_col);
    /* Terminals move text about when their size changes. */
    screen->anew = true;
    terminal_prepare_reset(screen);
    return nrows != LINES || ncols != COLS;
}

static void term_redraw(struct screen *screen)
{
    screen->anew = true;
}

static void term_suspend(struct screen *screen)
{
    if (screen->suspended)
        return;
    screen->suspended = true;
    endwin();
    send_manners(screen, false);
    signals_ordinary();
}

/* curses comes back with the next refresh. */
static void term_resume(struct screen *screen)
{
    screen->suspended = false;
    signals_catch();
    signals_forget(SIGCONT);
    signals_forget(SIGINT);
    signals_forget(SIGWINCH);
    reset_prog_mode();
    if (fit_to_terminal(screen))
        raise(SIGWINCH); /* the next read reports it */
    send_manners(screen, true);
}

/* Stopped and continued behind our back: the shell has had the terminal. */
static void come_back(struct screen *screen)
{
    endwin();
    term_resume(screen);
}

static bool read_signal(struct screen *screen, struct screen_input *input)
{
    int signal = signals_take();
    if (signal == 0)
        return false;
    input->event = signal == SIGWINCH ? SCREEN_RESIZE : SCREEN_SIGNAL;
    input->signal = signal == SIGWINCH ? 0 : signal;
    if (signal == SIGWINCH)
        fit_to_terminal(screen);
    else if (signal == SIGCONT)
        come_back(screen);
    return true;
}

static void term_read(struct screen *screen, int timeout_ms, struct screen_input *input)
{
    int64_t deadline = timeout_ms < 0 ? -1 : input_now_ms() + timeout_ms;
    *input = (struct screen_input){.event = SCREEN_TIMEOUT};
    while (!read_signal(screen, input))
        if (input_wait(&screen->input, signals_fd(), deadline, input))
            return;
}

static void term_bell(struct screen *screen)
{
    (void)screen;
    flash();
}

static void add_base64(struct str *out, struct slice text)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const unsigned char *bytes = (const unsigned char *)text.ptr;
    for (size_t i = 0; i < text.nbytes; i += 3) {
        size_t n = text.nbytes - i < 3 ? text.nbytes - i : 3;
        unsigned word = (unsigned)bytes[i] << 16 | (n > 1 ? (unsigned)bytes[i + 1] << 8 : 0) |
                        (n > 2 ? (unsigned)bytes[i + 2] : 0);
        for (size_t k = 0; k < 4; k++)
            str_byte(out, k <= n ? digits[word >> (18 - 6 * k) & 63] : '=');
    }
}

/* OSC 52; tmux hands on what stands in its own envelope, where that is allowed. */
static void term_copy(struct screen *screen, struct slice text)
{
    bool wrapped = screen->manners.clipboard == TERM_CLIPBOARD_TMUX;
    struct str sequence = STR_INIT;
    if (screen->manners.clipboard == TERM_CLIPBOARD_OFF)
        return;
    str_add(&sequence, wrapped ? "\033Ptmux;\033\033]52;c;" : "\033]52;c;");
    add_base64(&sequence, text);
    str_add(&sequence, wrapped ? "\a\033\\" : "\a");
    if (!sequence.failed)
        send_bytes(str_text(&sequence));
    str_release(&sequence);
}

/* An answer that is still under way is not for the shell. */
static void await_answer(struct screen *screen)
{
    enum { ANSWER_MS = 100 };
    struct screen_input input;
    int64_t until = input_now_ms() + ANSWER_MS;
    while (screen->asked_sync && screen->input.sync_answer < 0 && !screen->input.lost &&
           input_now_ms() < until)
        if (!input_wait(&screen->input, -1, until, &input))
            return;
}

static void term_end(struct screen *screen)
{
    if (screen == NULL)
        return;
    await_answer(screen);
    if (!screen->suspended) {
        endwin();
        send_manners(screen, false);
    }
    tcsetattr(STDIN_FILENO, TCSADRAIN, &screen->modes);
    signals_end();
    delscreen(screen->curses);
    grid_free(screen->shown);
    input_release(&screen->input);
    free(screen->title);
    free(screen);
}

const struct screen_ops term_ops = {
    .size = term_size,
    .show = term_show,
    .read = term_read,
    .redraw = term_redraw,
    .suspend = term_suspend,
    .resume = term_resume,
    .bell = term_bell,
    .copy = term_copy,
    .end = term_end,
};

void term_set_theme(struct screen *screen, const struct theme *theme)
{
    colour_set_pens(screen, theme);
    grid_free(screen->shown);
    screen->shown = NULL;
}

int term_colours(const struct screen *screen)
{
    return screen->colours;
}

void term_set_manners(struct screen *screen, const struct term_manners *manners)
{
    if (manners->mouse != screen->manners.mouse && !screen->suspended)
        send_bytes(manners->mouse ? TERMINAL_MOUSE_ON : TERMINAL_MOUSE_OFF);
    if (manners->stand_ins != screen->manners.stand_ins) {
        grid_free(screen->shown);
        screen->shown = NULL;
    }
    if (manners->sync == TERM_SYNC_AUTO && !screen->asked_sync && !screen->suspended) {
        screen->asked_sync = true;
        send_bytes(TERMINAL_SYNC_ASK);
    }
    if (manners->esc_delay_ms > 0)
        screen->input.esc_delay_ms = manners->esc_delay_ms;
    screen->manners = *manners;
    terminal_prepare_reset(screen);
}

void term_set_title(struct screen *screen, const char *title)
{
    struct str sequence = STR_INIT;
    if (!terminal_keeps_title() || screen->suspended ||
        (screen->title != NULL && strcmp(screen->title, title) == 0))
        return;
    free(screen->title);
    screen->title = strdup(title);
    str_format(&sequence, "\033]2;%s\a", title);
    if (!sequence.failed)
        send_bytes(str_text(&sequence));
    str_release(&sequence);
}
