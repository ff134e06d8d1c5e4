#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <fcntl.h>
#include <termios.h>

#include "term_child.h"

/* Reports every event, until `q`. */
static void report_events(struct screen *screen, int log_fd)
{
    struct grid *grid = grid_new(1, 1);
    term_ops.show(screen, grid, 0, 0);
    grid_free(grid);
    dprintf(log_fd, "ready\n");
    for (struct screen_input input;;) {
        int nrows, ncols;
        char name[32];
        term_ops.read(screen, -1, &input);
        switch (input.event) {
        case SCREEN_KEY:
            key_format(input.key, name, sizeof name);
            dprintf(log_fd, "%s\n", name);
            if (strcmp(name, "q") == 0)
                return;
            break;
        case SCREEN_MOUSE:
            dprintf(log_fd, "mouse %d %d %d\n", (int)input.mouse, input.row, input.col);
            break;
        case SCREEN_PASTE:
            dprintf(log_fd, "paste %zu [%.*s]\n", input.paste_nbytes,
                    input.paste_nbytes < 100 ? (int)input.paste_nbytes : 100, input.paste);
            break;
        case SCREEN_RESIZE:
            term_ops.size(screen, &nrows, &ncols);
            dprintf(log_fd, "resize %dx%d\n", ncols, nrows);
            break;
        case SCREEN_SIGNAL:
            dprintf(log_fd, "signal %s\n", sigabbrev_np(input.signal));
            break;
        case SCREEN_TIMEOUT:
            dprintf(log_fd, "timeout\n");
            break;
        case SCREEN_LOST:
            dprintf(log_fd, "lost\n");
            return;
        }
    }
}

static void start_reporting(struct pty *pty, const char *term)
{
    start(pty, report_events, term);
    pty_pump_until(pty, "ready\n");
    assert_non_null(strstr(str_text(&pty->log), "ready\n"));
    str_clear(&pty->log);
}

static void reads_keys(void **state)
{
    (void)state;
    struct pty pty;
    start_reporting(&pty, "xterm-256color");
    pty_type(&pty, "j\x13\x11\x1A\x03\x1F\r\t\x7F受\033OA\033[B\033[1;2R\033\rq");
    pty_pump_until(&pty, "\nq\n");
    assert_string_equal(str_text(&pty.log), "j\n<C-s>\n<C-q>\n<C-z>\n<C-c>\n<C-_>\n<Enter>\n<Tab>\n"
                                            "<BS>\n受\n<Up>\n<Down>\n<S-F3>\n<A-Enter>\nq\n");
    assert_int_equal(pty_end(&pty), 0);
}

/* Pieces of a sequence that come within the delay are one key. */
static void joins_split_sequences(void **state)
{
    static const char *const pieces[] = {
        "\033", "O", "A", "\033[", "1;2", "S", "\xE5", "\x8F", "\x97", "\033[200~a\033[20", "1~"};
    (void)state;
    struct pty pty;
    setenv("ESCDELAY", "3000", 1); /* whatever else the machine is doing */
    start_reporting(&pty, "tmux-256color");
    unsetenv("ESCDELAY");
    for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++) {
        pty_type(&pty, pieces[i]);
        pty_pump(&pty, 40);
    }
    pty_pump_until(&pty, "paste");
    assert_string_equal(str_text(&pty.log), "<Up>\n<S-F4>\n受\npaste 1 [a]\n");
    pty_type(&pty, "q");
    assert_int_equal(pty_end(&pty), 0);
}

/* Over a bad line a character's bytes may be longer apart than Esc is waited for. */
static void waits_for_the_rest_of_a_character(void **state)
{
    (void)state;
    struct pty pty;
    start_reporting(&pty, "xterm");
    pty_type(&pty, "a\xE5\x8F");
    pty_pump(&pty, 400);
    pty_type(&pty, "\x97\xE5");
    pty_pump(&pty, 400);
    pty_type(&pty, "b");
    pty_pump_until(&pty, "b\n");
    assert_string_equal(str_text(&pty.log), "a\n受\nb\n");
    pty_type(&pty, "q");
    assert_int_equal(pty_end(&pty), 0);
}

static void tells_esc_from_alt(void **state)
{
    (void)state;
    struct pty pty;
    start_reporting(&pty, "xterm");
    pty_type(&pty, "\033b");
    pty_pump(&pty, 50);
    pty_type(&pty, "\033");
    pty_pump(&pty, 60);
    pty_type(&pty, "b\033");
    pty_pump(&pty, 400);
    pty_type(&pty, "[\033\033[A");
    pty_pump_until(&pty, "<Up>");
    assert_string_equal(str_text(&pty.log), "<A-b>\n<Esc>\nb\n<Esc>\n[\n<Esc>\n<Up>\n");
    pty_type(&pty, "q");
    assert_int_equal(pty_end(&pty), 0);
}

static void takes_a_paste_as_one(void **state)
{
    (void)state;
    struct pty pty;
    start_reporting(&pty, "xterm-256color");
    pty_type(&pty, "\033[200~受理\rq\033]52;c\a\033[201~q");
    pty_pump_until(&pty, "\nq\n");
    assert_string_equal(str_text(&pty.log), "paste 15 [受理\rq\033]52;c\a]\nq\n");
    assert_int_equal(pty_end(&pty), 0);
}

static void cuts_an_endless_paste(void **state)
{
    static char block[4096];
    (void)state;
    struct pty pty;
    memset(block, 'x', sizeof block);
    start_reporting(&pty, "xterm-256color");
    pty_type(&pty, "\033[200~");
    for (int i = 0; i < 300; i++)
        pty_send(&pty, block, sizeof block);
    pty_type(&pty, "\033[201~q");
    pty_pump_until(&pty, "\nq\n");
    assert_non_null(strstr(str_text(&pty.log), "paste 10"));
    assert_int_equal(pty_end(&pty), 0);
}

static void reports_signals_and_resizes(void **state)
{
    (void)state;
    struct pty pty;
    start_reporting(&pty, "xterm-256color");
    pty_resize(&pty, 5, 20);
    pty_pump_until(&pty, "resize");
    kill(pty.pid, SIGINT);
    pty_pump_until(&pty, "INT");
    kill(pty.pid, SIGHUP);
    pty_pump_until(&pty, "HUP");
    kill(pty.pid, SIGTERM);
    pty_pump_until(&pty, "TERM");
    kill(pty.pid, SIGTSTP);
    pty_pump_until(&pty, "TSTP");
    kill(pty.pid, SIGSTOP);
    kill(pty.pid, SIGCONT);
    pty_pump_until(&pty, "CONT");
    assert_string_equal(str_text(&pty.log), "resize 20x5\nsignal INT\nsignal HUP\nsignal TERM\n"
                                            "signal TSTP\nsignal CONT\n");
    pty_type(&pty, "q");
    assert_int_equal(pty_end(&pty), 0);
}

static void draw_for_ever(struct screen *screen, int log_fd)
{
    struct grid *grid = grid_new(NROWS, NCOLS);
    dprintf(log_fd, "drawing\n");
    for (unsigned turn = 0; grid; turn++) {
        for (int row = 0; row < NROWS; row++)
            area_puts(grid_area(grid), row, 0, NCOLS, turn % 2 ? "odd turns" : "EVEN TURN",
                      STYLE_NORMAL);
        term_ops.show(screen, grid, 0, 0);
    }
}

/* As on a line that is dead and not known to be: the drawing waits, and no flag is seen. */
static void ends_when_asked_twice_though_nobody_reads(void **state)
{
    (void)state;
    int status = 0;
    pid_t ended = 0;
    struct pty pty;
    start(&pty, draw_for_ever, "xterm-256color");
    assert_int_equal(poll(&(struct pollfd){.fd = pty.log_fd, .events = POLLIN}, 1, -1), 1);
    sleep(1);
    kill(pty.pid, SIGTERM);
    kill(pty.pid, SIGTERM); /* at once: not yet asked again */
    sleep(1);
    assert_int_equal(waitpid(pty.pid, &status, WNOHANG), 0);
    for (int i = 0; i < 20 && ended == 0; i++) {
        sleep(1);
        kill(pty.pid, SIGTERM);
        ended = waitpid(pty.pid, &status, WNOHANG);
    }
    if (ended == 0)
        kill(pty.pid, SIGKILL);
    pty_end(&pty);
    assert_int_equal(ended, pty.pid);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM);
}

static void notices_a_lost_terminal(void **state)
{
    (void)state;
    struct pty pty;
    start_reporting(&pty, "xterm-256color");
    close(pty.fd);
    pty.fd = open("/dev/null", O_RDONLY);
    pty_pump_until(&pty, "lost");
    assert_non_null(strstr(str_text(&pty.log), "lost\n"));
    assert_int_equal(pty_end(&pty), 0);
}

static void falls_back_from_an_unknown_terminal(void **state)
{
    static const struct {
        const char *term, *used;
    } cases[] = {{"no-such-terminal", "xterm-256color"},
                 {"", "xterm-256color"},
                 {"dumb", "vt100"},
                 {"unknown", "xterm-256color"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct pty pty;
        start(&pty, report_events, cases[i].term);
        pty_pump_until(&pty, "ready");
        assert_non_null(strstr(str_text(&pty.log), "notice: "));
        assert_non_null(strstr(str_text(&pty.log), cases[i].used));
        pty_type(&pty, "q");
        assert_int_equal(pty_end(&pty), 0);
    }
}

static void refuses_what_is_no_terminal(void **state)
{
    struct err err = {0};
    struct term_options options = {0, TERM_AUTO};
    (void)state;
    int saved = dup(STDIN_FILENO);
    assert_non_null(freopen("/dev/null", "r", stdin));
    assert_null(term_start(&options, &err));
    assert_int_not_equal(err.text[0], '\0');
    dup2(saved, STDIN_FILENO);
    close(saved);
}

/* ^Z as the program does it; a session of its own is an orphan and cannot be
 * stopped, so only what the terminal sees is tested. */
static void suspend_at_once(struct screen *screen, int log_fd)
{
    struct screen_input input;
    dprintf(log_fd, "ready\n");
    term_ops.read(screen, -1, &input);
    term_ops.suspend(screen);
    raise(SIGTSTP);
    dprintf(log_fd, "suspended\n");
    term_ops.read(screen, 10000, &input);
    term_ops.resume(screen);
    report_events(screen, log_fd);
}

static void suspends_and_resumes(void **state)
{
    struct termios modes;
    (void)state;
    struct pty pty;
    start(&pty, suspend_at_once, "xterm-256color");
    pty_pump_until(&pty, "ready\n");
    str_clear(&pty.log);
    pty_type(&pty, "x");
    pty_pump_until(&pty, "suspended\n");
    pty_pump(&pty, 20);
    tcgetattr(pty.fd, &modes);
    assert_int_equal(modes.c_lflag & (ICANON | ECHO), ICANON | ECHO);
    pty_resize(&pty, 9, 33);
    pty_pump_until(&pty, "ready\n");
    pty_type(&pty, "\023q");
    pty_pump_until(&pty, "\nq\n");
    assert_string_equal(str_text(&pty.log), "suspended\nready\n<C-s>\nq\n");
    assert_int_equal(pty_end(&pty), 0);
}

static void name_the_window(struct screen *screen, int log_fd)
{
    struct screen_input input = {.event = SCREEN_TIMEOUT};
    while (input.key.ch != 'q') {
        term_set_title(screen, "audit");
        dprintf(log_fd, "named\n");
        term_ops.read(screen, -1, &input);
    }
}

static size_t count_sent(const struct pty *pty, const char *bytes)
{
    size_t n = 0;
    for (const char *at = str_text(&pty->raw); (at = strstr(at, bytes)); at++)
        n++;
    return n;
}

/* Stopped and continued from outside, the shell has put its own title: ours is put again, and
 * what was there before comes back at the end, so it is kept as often as it is put back. */
static void keeps_the_title_through_a_stop(void **state)
{
    (void)state;
    struct pty pty;
    start(&pty, name_the_window, "xterm-256color");
    pty_pump_until(&pty, "named\n");
    str_clear(&pty.log);
    kill(pty.pid, SIGCONT);
    pty_pump_until(&pty, "named\n");
    pty_type(&pty, "q");
    for (int i = 0; i < 100 && count_sent(&pty, "\033[23;0;0t") < 2 && !pty.closed; i++)
        pty_pump(&pty, 20);
    assert_int_equal(count_sent(&pty, "\033]2;audit\a"), 2);
    assert_int_equal(count_sent(&pty, "\033[22;0;0t"), 2);
    assert_int_equal(count_sent(&pty, "\033[23;0;0t"), 2);
    assert_int_equal(pty_end(&pty), 0);
}

static void restores_the_terminal_at_the_end(void **state)
{
    struct termios before, after;
    (void)state;
    struct pty pty;
    start_reporting(&pty, "xterm-256color");
    int fd = dup(pty.fd);
    tcgetattr(fd, &before);
    assert_int_equal(before.c_lflag & (ICANON | ECHO | ISIG), 0);
    assert_non_null(strstr(str_text(&pty.raw), "\033[?2004h"));
    str_clear(&pty.raw);
    pty_type(&pty, "q");
    pty_pump(&pty, 200);
    tcgetattr(fd, &after);
    assert_int_equal(after.c_lflag & (ICANON | ECHO | ISIG), ICANON | ECHO | ISIG);
    assert_non_null(strstr(str_text(&pty.raw), "\033[?1049l"));
    assert_non_null(strstr(str_text(&pty.raw), "\033[?2004l"));
    close(fd);
    assert_int_equal(pty_end(&pty), 0);
}

static void crash_now(struct screen *screen, int log_fd)
{
    struct screen_input input;
    dprintf(log_fd, "ready\n");
    term_ops.read(screen, -1, &input);
    raise(SIGSEGV);
}

static void restores_the_terminal_after_a_crash(void **state)
{
    struct termios after;
    (void)state;
    struct pty pty;
    start(&pty, crash_now, "xterm-256color");
    pty_pump_until(&pty, "ready");
    str_clear(&pty.raw);
    int fd = dup(pty.fd);
    pty_type(&pty, "x");
    pty_pump(&pty, 300);
    tcgetattr(fd, &after);
    assert_int_equal(after.c_lflag & (ICANON | ECHO), ICANON | ECHO);
    assert_non_null(strstr(str_text(&pty.raw), "\033[?1049l"));
    assert_non_null(strstr(str_text(&pty.raw), "\033[?2004l"));
    close(fd);
    assert_true(WIFSIGNALED(pty_end(&pty)));
}

static void chooses_the_language(void **state)
{
    static const struct {
        const char *option, *lc_all, *lc_messages, *lang;
        enum lang chosen;
    } cases[] = {
        {NULL, "", "", "", LANG_ZH},
        {NULL, "C", "", "", LANG_ZH},
        {NULL, "", "", "POSIX", LANG_ZH},
        {NULL, "", "", "zh_CN.UTF-8", LANG_ZH},
        {NULL, "", "", "en_US.UTF-8", LANG_EN},
        {NULL, "", "en_GB", "zh_CN.UTF-8", LANG_EN},
        {NULL, "zh_CN.UTF-8", "en_GB", "", LANG_ZH},
        {NULL, "xx_XX.UTF-8", "", "", LANG_ZH},
        {NULL, "zh_CN.GB18030", "", "", LANG_ZH},
        {"en", "zh_CN.UTF-8", "", "", LANG_EN},
        {"zh", "en_US.UTF-8", "", "", LANG_ZH},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct err err = {0};
        enum lang chosen;
        setenv("LC_ALL", cases[i].lc_all, 1);
        setenv("LC_MESSAGES", cases[i].lc_messages, 1);
        setenv("LANG", cases[i].lang, 1);
        assert_int_equal(term_locale(cases[i].option, &chosen, &err), 0);
        assert_int_equal(chosen, cases[i].chosen);
        assert_int_equal(MB_CUR_MAX > 1, true);
        if (chosen == LANG_ZH)
            assert_string_equal(getenv("LANGUAGE"), "zh_CN");
    }
    struct err err = {0};
    enum lang chosen;
    assert_int_equal(term_locale("fr", &chosen, &err), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_keys),
        cmocka_unit_test(joins_split_sequences),
        cmocka_unit_test(waits_for_the_rest_of_a_character),
        cmocka_unit_test(tells_esc_from_alt),
        cmocka_unit_test(takes_a_paste_as_one),
        cmocka_unit_test(cuts_an_endless_paste),
        cmocka_unit_test(reports_signals_and_resizes),
        cmocka_unit_test(ends_when_asked_twice_though_nobody_reads),
        cmocka_unit_test(notices_a_lost_terminal),
        cmocka_unit_test(falls_back_from_an_unknown_terminal),
        cmocka_unit_test(suspends_and_resumes),
        cmocka_unit_test(keeps_the_title_through_a_stop),
        cmocka_unit_test(restores_the_terminal_at_the_end),
        cmocka_unit_test(restores_the_terminal_after_a_crash),
        cmocka_unit_test(chooses_the_language),
        cmocka_unit_test(refuses_what_is_no_terminal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
