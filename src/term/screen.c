#include "terminal.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "signals.h"

enum { ESC_DELAY_MS = 100, ESC_DELAY_MAX_MS = 10000 };

static int esc_delay(const struct term_options *options)
{
    const char *text = getenv("ESCDELAY");
    if (options->esc_delay_ms > 0)
        return options->esc_delay_ms;
    long wanted = text != NULL ? strtol(text, NULL, 10) : 0;
    return wanted > 0 && wanted <= ESC_DELAY_MAX_MS ? (int)wanted : ESC_DELAY_MS;
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
    if (wanted == NULL || wanted[0] == '\0')
        err_set(err, ERR_NONE, _("no terminal type is set (TERM); using %s"), used);
    else if (strcmp(wanted, used) != 0)
        err_set(err, ERR_NONE, _("terminal type %s is not known here; using %s"), wanted, used);
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
    if (!terminal_find(&used)) {
        err_set(err, ERR_IO, _("no terminal description can be used (TERM=%s)"), used);
        return fail(screen);
    }
    notice_fallback(used, err);
    screen->input.fd = STDIN_FILENO;
    screen->input.esc_delay_ms = esc_delay(options);
    screen->input.sync_answer = -1;
    screen->input.decoder.linux_console = strncmp(used, "linux", 5) == 0;
    screen->colours = pens_colours(options->colours);
    pens_set(screen, NULL);
    terminal_measure(screen);
    terminal_set_raw(screen);
    terminal_prepare_reset(screen);
    terminal_enter(screen);
    terminal_send(screen);
    return screen;
}

static void term_size(struct screen *screen, int *nrows, int *ncols)
{
    *nrows = screen->nrows;
    *ncols = screen->ncols;
}

static bool sends_frames_whole(const struct screen *screen)
{
    enum { MODE_SET = 1, MODE_RESET = 2 }; /* both say that the mode is known */
    int answer = screen->input.sync_answer;
    return screen->manners.sync == TERM_SYNC_ON ||
           (screen->manners.sync == TERM_SYNC_AUTO && (answer == MODE_SET || answer == MODE_RESET));
}

static void term_show(struct screen *screen, const struct grid *grid, int row, int col)
{
    if (screen->suspended || screen->input.lost)
        return;
    bool whole = sends_frames_whole(screen);
    if (whole)
        str_add(&screen->out, TERMINAL_SYNC_BEGIN);
    paint_grid(screen, grid);
    paint_cursor(screen, row, col);
    if (whole)
        str_add(&screen->out, TERMINAL_SYNC_END);
    terminal_send(screen);
    paint_keep(screen, grid);
}

/* True when the size is another one than before. */
static bool fit_to_terminal(struct screen *screen)
{
    int nrows = screen->nrows, ncols = screen->ncols;
    terminal_measure(screen);
    /* Terminals move text about when their size changes. */
    screen->anew = true;
    terminal_prepare_reset(screen);
    return nrows != screen->nrows || ncols != screen->ncols;
}

static void term_redraw(struct screen *screen)
{
    screen->anew = true;
}

static void leave(struct screen *screen)
{
    terminal_leave(screen);
    terminal_send(screen);
    tcsetattr(STDIN_FILENO, TCSADRAIN, &screen->modes);
}

static void term_suspend(struct screen *screen)
{
    if (screen->suspended)
        return;
    screen->suspended = true;
    leave(screen);
    signals_ordinary();
}

/* Whoever had the terminal meanwhile has put a title of its own. */
static void forget_title(struct screen *screen)
{
    free(screen->title);
    screen->title = NULL;
}

static void term_resume(struct screen *screen)
{
    screen->suspended = false;
    forget_title(screen);
    signals_catch();
    signals_forget(SIGCONT);
    signals_forget(SIGINT);
    signals_forget(SIGWINCH);
    terminal_set_raw(screen);
    if (fit_to_terminal(screen))
        raise(SIGWINCH); /* the next read reports it */
    terminal_enter(screen);
    terminal_send(screen);
}

static void term_stop(struct screen *screen)
{
    term_suspend(screen);
    raise(SIGTSTP);
    term_resume(screen);
}

/* Stopped and continued behind our back: the shell has had the terminal. */
static void come_back(struct screen *screen)
{
    terminal_leave(screen);
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
    terminal_flash(screen);
}

/* Past frames: between two of them nothing is pending. */
static void send_text(struct screen *screen, const char *text)
{
    str_add(&screen->out, text);
    terminal_send(screen);
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
        send_text(screen, str_text(&sequence));
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
    if (!screen->suspended)
        leave(screen);
    signals_end();
    terminal_release();
    str_release(&screen->out);
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
    .stop = term_stop,
    .bell = term_bell,
    .copy = term_copy,
    .end = term_end,
};

void term_set_theme(struct screen *screen, const struct theme *theme)
{
    pens_set(screen, theme);
    paint_forget(screen);
}

int term_colours(const struct screen *screen)
{
    return screen->colours;
}

void term_set_manners(struct screen *screen, const struct term_manners *manners)
{
    if (manners->mouse != screen->manners.mouse && !screen->suspended)
        send_text(screen, manners->mouse ? TERMINAL_MOUSE_ON : TERMINAL_MOUSE_OFF);
    if (manners->stand_ins != screen->manners.stand_ins)
        paint_forget(screen);
    if (manners->sync == TERM_SYNC_AUTO && !screen->asked_sync && !screen->suspended) {
        screen->asked_sync = true;
        send_text(screen, TERMINAL_SYNC_ASK);
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
        send_text(screen, str_text(&sequence));
    str_release(&sequence);
}
