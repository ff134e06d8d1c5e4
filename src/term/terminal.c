#include "terminal.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* Last, since their macros are common words. */
#include <curses.h>
#include <term.h>

#include "signals.h"

enum { FLASH_MS = 100 };

/* A terminal that cannot place its cursor or be cleared cannot hold a screen. */
static bool is_usable(const char *name)
{
    int found;
    if (setupterm(name, STDOUT_FILENO, &found) != OK)
        return false;
    if (cursor_address != NULL && cursor_address[0] != '\0' && clear_screen != NULL)
        return true;
    terminal_release();
    return false;
}

/* "dumb" is known but useless; what calls itself so gets no colours either. */
bool terminal_find(const char **used)
{
    static const char *const fallbacks[] = {"xterm-256color", "xterm", "vt100"};
    const char *name = getenv("TERM");
    bool dumb = name != NULL && strcmp(name, "dumb") == 0;
    bool found = false;
    if (name != NULL && name[0] != '\0' && !dumb)
        found = is_usable(*used = name);
    for (size_t i = dumb ? 2 : 0; !found && i < 3; i++)
        found = is_usable(*used = fallbacks[i]);
    return found;
}

void terminal_release(void)
{
    del_curterm(cur_term);
}

void terminal_set_raw(const struct screen *screen)
{
    struct termios raw = screen->modes;
    raw.c_iflag &= ~(tcflag_t)(BRKINT | PARMRK | ISTRIP | INLCR | IGNCR | ICRNL | IXON);
    raw.c_oflag &= ~(tcflag_t)OPOST;
    raw.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | ISIG | IEXTEN);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    tcsetattr(STDIN_FILENO, TCSADRAIN, &raw);
}

static int first_positive(int a, int b, int c)
{
    return a > 0 ? a : b > 0 ? b : c;
}

void terminal_measure(struct screen *screen)
{
    struct winsize size = {0, 0, 0, 0};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
        size = (struct winsize){0, 0, 0, 0};
    screen->nrows = first_positive(size.ws_row, lines, 24);
    screen->ncols = first_positive(size.ws_col, columns, 80);
}

void terminal_put(struct str *out, const char *capability)
{
    const char *at = capability != NULL ? capability : "";
    for (const char *delay; (delay = strstr(at, "$<")) != NULL; at = delay) {
        str_append(out, slice_make(at, (size_t)(delay - at)));
        delay += strcspn(delay, ">");
        delay += *delay == '>';
    }
    str_add(out, at);
}

/* Nearly all terminals move by ECMA-48, and tiparm takes a thousand instructions a move of
 * which a frame has hundreds: these are written by hand, from behind. */
static char *number_before(char *end, int number)
{
    do
        *--end = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    return end;
}

static void put_sequence(struct str *out, char *at, const char *end)
{
    *--at = '[';
    *--at = '\033';
    str_append(out, slice_make(at, (size_t)(end - at)));
}

void terminal_put_place(struct str *out, int row, int col)
{
    char text[32], *end = text + sizeof text, *at = end;
    if (strcmp(cursor_address, "\033[%i%p1%d;%p2%dH") != 0) {
        terminal_put(out, tiparm(cursor_address, row, col));
        return;
    }
    *--at = 'H';
    at = number_before(at, col + 1);
    *--at = ';';
    put_sequence(out, number_before(at, row + 1), end);
}

void terminal_put_right(struct str *out, int ncols)
{
    char text[16], *end = text + sizeof text, *at = end;
    if (strcmp(parm_right_cursor, "\033[%p1%dC") != 0) {
        terminal_put(out, tiparm(parm_right_cursor, ncols));
        return;
    }
    *--at = 'C';
    put_sequence(out, number_before(at, ncols), end);
}

void terminal_enter(struct screen *screen)
{
    terminal_put(&screen->out, enter_ca_mode);
    str_add(&screen->out, TERMINAL_PASTE_ON);
    if (screen->manners.mouse)
        str_add(&screen->out, TERMINAL_MOUSE_ON);
    screen->pen = NULL;
    screen->hidden = false;
    screen->anew = true;
}

void terminal_leave(struct screen *screen)
{
    struct str *out = &screen->out;
    pen_take(screen, &screen->pens[PEN_BARE]);
    paint_move(screen, screen->nrows - 1, 0);
    terminal_put(out, cursor_normal);
    terminal_put(out, exit_ca_mode);
    if (exit_ca_mode == NULL)
        str_add(out, "\r\n");
    str_add(out, TERMINAL_PASTE_OFF);
    if (screen->manners.mouse)
        str_add(out, TERMINAL_MOUSE_OFF);
}

/* A terminal that was left non-blocking by who started us takes more when it can. */
static bool may_go_on(void)
{
    struct pollfd terminal = {.fd = STDOUT_FILENO, .events = POLLOUT};
    return errno == EINTR || (errno == EAGAIN && (poll(&terminal, 1, -1) > 0 || errno == EINTR));
}

void terminal_send(struct screen *screen)
{
    const char *bytes = str_text(&screen->out);
    size_t nbytes = screen->out.nbytes, done = 0;
    /* Short of memory, not all of a frame has been gathered. */
    if (screen->out.failed)
        screen->anew = true;
    while (done < nbytes) {
        ssize_t n = write(STDOUT_FILENO, bytes + done, nbytes - done);
        if (n < 0 && !may_go_on())
            break;
        done += n > 0 ? (size_t)n : 0;
    }
    if (screen->out.failed)
        str_release(&screen->out);
    str_clear(&screen->out);
}

/* What is shown between is told as a delay. */
void terminal_flash(struct screen *screen)
{
    const char *delay = flash_screen != NULL ? strstr(flash_screen, "$<") : NULL;
    if (delay == NULL) {
        terminal_put(&screen->out, flash_screen != NULL ? flash_screen : bell);
    } else {
        str_append(&screen->out, slice_make(flash_screen, (size_t)(delay - flash_screen)));
        terminal_send(screen);
        napms(FLASH_MS);
        terminal_put(&screen->out, delay);
    }
    terminal_send(screen);
}

bool terminal_keeps_title(void)
{
    return enter_ca_mode != NULL && strstr(enter_ca_mode, "\033[22;") != NULL;
}

void terminal_prepare_reset(const struct screen *screen)
{
    struct str reset = STR_INIT;
    if (change_scroll_region != NULL)
        terminal_put(&reset, tiparm(change_scroll_region, 0, screen->nrows - 1));
    terminal_put(&reset, exit_attribute_mode);
    terminal_put(&reset, cursor_normal);
    terminal_put(&reset, exit_ca_mode);
    if (screen->manners.sync != TERM_SYNC_OFF)
        str_add(&reset, TERMINAL_SYNC_END);
    if (screen->manners.mouse)
        str_add(&reset, TERMINAL_MOUSE_OFF);
    str_add(&reset, TERMINAL_PASTE_OFF "\r\n");
    signals_set_reset(STDOUT_FILENO, str_text(&reset), reset.nbytes, &screen->modes);
    str_release(&reset);
}
