/* What a reviewer at a terminal, over a line that drops, or with an odd
 * environment meets. */
#include "program_pty.h"

#include <fcntl.h>
#include <sys/resource.h>

/* The first act of a reviewer nobody has named yet. */
static void decide(struct pty *pty)
{
    wait_for(pty, "T3-01");
    pty_type(pty, "c");
    wait_for(pty, "审核人是谁");
    pty_type(pty, "\x15王一\r");
    wait_for(pty, "属实");
}

static void expect_decision(const struct desk *desk)
{
    struct pty pty;
    start(&pty, desk, &(struct run){.args = {"--reviewer", "王一"}});
    wait_for(&pty, "已定 1/");
    wait_for(&pty, "属实");
    leave(&pty);
}

static void test_opens_and_leaves(void **state)
{
    struct desk *desk = write_unbalanced(state);
    struct pty pty;
    start(&pty, desk, &plain);
    wait_for(&pty, "认真开展各项工作");
    wait_for(&pty, "9E");
    wait_for(&pty, "T3-01");
    leave(&pty);
    assert_false(any_file(desk, ".jsonl")); /* looking writes nothing */
    assert_false(any_file(desk, ".lock"));
}

/* The reviewer judges a finding by what the report says; dumps are masked (test_review_script). */
static void test_private_number_is_on_the_terminal_alone(void **state)
{
    struct desk *desk = *state;
    struct pty pty;
    desk->prose = "联系人手机13912345678。";
    desk_write(desk);
    start(&pty, desk, &plain);
    wait_for(&pty, "联系人手机13912345678");
    leave(&pty);
}

/* Killed as soon as the act is on the screen, and after the file was saved. */
static void test_decision_outlives_a_kill(void **state)
{
    static const char *const moments[] = {"属实", "已存 "};
    for (size_t i = 0; i < COUNT(moments); i++) {
        struct desk *desk = write_unbalanced(state);
        struct pty pty;
        start(&pty, desk, &(struct run){.env = {"USER"}});
        decide(&pty);
        wait_for(&pty, moments[i]);
        kill(pty.pid, SIGKILL);
        assert_int_equal(wait_end(&pty), 128 + SIGKILL);
        expect_decision(desk);
        remove_reviews(desk);
    }
}

static void test_hangup_saves(void **state)
{
    struct desk *desk = write_unbalanced(state);
    struct pty pty;
    start(&pty, desk, &plain);
    decide(&pty);
    kill(pty.pid, SIGHUP);
    assert_int_equal(wait_end(&pty), 128 + SIGHUP);
    assert_true(any_file(desk, ".verdict.json"));
    assert_false(any_file(desk, ".lock"));
    expect_decision(desk);
}

static void test_closed_terminal_saves(void **state)
{
    struct desk *desk = write_unbalanced(state);
    struct pty pty;
    start(&pty, desk, &plain);
    decide(&pty);
    close(pty.fd);
    pty.fd = -1;
    pty.closed = true;
    assert_int_equal(wait_end(&pty), 128 + SIGHUP);
    assert_true(any_file(desk, ".verdict.json"));
    assert_false(any_file(desk, ".lock"));
    expect_decision(desk);
}

/* Asked to end: saved and left. Interrupted: stays. Told to dump core: the
 * journal has it. */
static void test_signals_lose_nothing(void **state)
{
    static const int ends[] = {SIGTERM, SIGQUIT, SIGSEGV};
    struct desk *desk = write_unbalanced(state);
    struct pty pty;
    for (size_t i = 0; i < COUNT(ends); i++) {
        start(&pty, desk, &plain);
        decide(&pty);
        kill(pty.pid, SIGINT);
        kill(pty.pid, SIGPIPE);
        wait_for(&pty, "T3-01");
        kill(pty.pid, ends[i]);
        assert_int_equal(wait_end(&pty), 128 + ends[i]);
        assert_int_equal(any_file(desk, ".verdict.json"), ends[i] == SIGTERM);
        assert_int_equal(any_file(desk, ".lock"), ends[i] != SIGTERM);
        expect_decision(desk);
        remove_reviews(desk);
    }
}

static void test_too_small_and_back(void **state)
{
    struct desk *desk = write_unbalanced(state);
    struct pty pty;
    start(&pty, desk, &plain);
    wait_for(&pty, "T3-01");
    pty_resize(&pty, 5, 20);
    wait_for(&pty, "20x5");
    pty_resize(&pty, ROWS, COLS);
    wait_for(&pty, "T3-01");
    wait_for(&pty, "认真开展各项工作");
    pty_resize(&pty, 24, 80);
    wait_for(&pty, "T3-01");
    leave(&pty);
}

static void test_unknown_terminals(void **state)
{
    static const struct {
        const char *term, *notice;
    } terms[] = {{"TERM=xterm-kitty-not-here", "改用 xterm-256color"},
                 {"TERM=no-such-terminal", "改用 xterm-256color"},
                 {"TERM=", "改用 xterm-256color"},
                 {"TERM", "改用 xterm-256color"},
                 {"TERM=dumb", "改用 vt100"}};
    struct desk *desk = write_unbalanced(state);
    for (size_t i = 0; i < COUNT(terms); i++) {
        struct pty pty;
        start(&pty, desk, &(struct run){.env = {terms[i].term}});
        wait_for(&pty, "T3-01");
        wait_for(&pty, terms[i].notice);
        wait_for(&pty, "认真开展各项工作");
        leave(&pty);
    }
}

static void test_languages(void **state)
{
    static const struct {
        struct run run;
        const char *shown;
    } cases[] = {
        {{{"LANG=C"}, {NULL}}, "已定 0/"},
        {{{"LANG="}, {NULL}}, "已定 0/"},
        {{{"LANG"}, {NULL}}, "已定 0/"},
        {{{"LANG=zh_CN.UTF-8"}, {NULL}}, "已定 0/"},
        {{{"LANG=zh_CN.UTF-8", "LC_ALL=C"}, {NULL}}, "已定 0/"},
        {{{"LANG=zh_CN.UTF-8"}, {"--lang", "en"}}, "decided 0/"},
        {{{"LANG=en_US.UTF-8"}, {NULL}}, "decided 0/"},
        {{{"LANG=en_US.UTF-8"}, {"--lang=zh"}}, "已定 0/"},
        /* a machine that has only what is built into the C library */
        {{{"LANG=zh_CN.UTF-8", "LOCPATH=/nowhere"}, {NULL}}, "已定 0/"},
        {{{"LANG=C", "LOCPATH=/nowhere"}, {NULL}}, "已定 0/"},
        {{{"LANG=", "LOCPATH=/nowhere"}, {NULL}}, "已定 0/"},
        {{{"LANG=zh_CN.UTF-8", "LOCPATH=/nowhere"}, {"--lang", "en"}}, "decided 0/"},
    };
    struct desk *desk = write_unbalanced(state);
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct pty pty;
        start(&pty, desk, &cases[i].run);
        wait_for(&pty, cases[i].shown);
        wait_for(&pty, "认真开展各项工作"); /* the report, whatever the locale */
        leave(&pty);
    }
}

/* As a Chinese input method types the colon. */
static void test_full_width_colon_and_quit(void **state)
{
    struct desk *desk = write_unbalanced(state);
    struct pty pty;
    start(&pty, desk, &plain);
    wait_for(&pty, "T3-01");
    pty_type(&pty, "：q\r");
    assert_int_equal(wait_end(&pty), 0);
}

/* The shell that the program is stopped in and taken up again from. */
static void start_shell(struct pty *pty, const struct desk *desk)
{
    pid_t pid = pty_fork(pty, ROWS, COLS);
    assert_true(pid >= 0);
    if (pid > 0)
        return;
    close(pty->log_fd);
    set_environment(desk, &plain);
    setenv("PS1", "shell> ", 1);
    setenv("PROGRAM", program, 1);
    setenv("REPORT", desk->report_path, 1);
    setenv("HISTFILE", "", 1);
    execlp("bash", "bash", "--norc", "--noprofile", "-i", (char *)NULL);
    _exit(127);
}

static void test_stopped_and_taken_up_again(void **state)
{
    struct desk *desk = write_unbalanced(state);
    struct pty pty;
    start_shell(&pty, desk);
    wait_for(&pty, "shell>");
    pty_type(&pty, "\"$PROGRAM\" --reviewer z \"$REPORT\"\r");
    wait_for(&pty, "T3-01");
    pty_type(&pty, "\032");
    wait_for(&pty, "Stopped");
    pty_type(&pty, "echo still the $((6 * 7)) shell\r"); /* its modes are back */
    wait_for(&pty, "still the 42 shell");
    pty_type(&pty, "fg\r");
    wait_for(&pty, "T3-01");
    wait_for(&pty, "认真开展各项工作");
    pty_type(&pty, "gfc");
    wait_for(&pty, "已定 1/");
    pty_type(&pty, ":quit\r");
    wait_for(&pty, "shell>");
    pty_type(&pty, "exit\r");
    assert_int_equal(wait_end(&pty), 0);
    assert_true(any_file(desk, ".jsonl"));
}

/* Control sequences and characters that turn text round are shown, not obeyed. */
static void test_hostile_report_is_harmless(void **state)
{
    struct desk *desk = *state;
    struct pty pty;
    desk->prose = "甲\033]52;c;QQ==\007乙\033]0;title\007丙\xe2\x80\xae丁";
    desk_write(desk);
    start(&pty, desk, &plain);
    wait_for(&pty, "一、总体情况");
    pty_pump(&pty, PTY_QUIET_MS);
    assert_null(strstr(str_text(&pty.raw), "\033]52;"));
    assert_null(strstr(str_text(&pty.raw), "\033]0;"));
    assert_null(strstr(str_text(&pty.raw), "\xe2\x80\xae"));
    wait_for(&pty, "U+202E");
    leave(&pty);
}

/* A pasted "c" or newline must decide nothing. */
static void test_paste_decides_nothing(void **state)
{
    struct desk *desk = write_unbalanced(state);
    struct pty pty;
    start(&pty, desk, &(struct run){.args = {"--reviewer", "王一"}});
    wait_for(&pty, "T3-01");
    pty_type(&pty, "\033[200~ccc\rxxx\033[201~");
    wait_for(&pty, "不接受粘贴");
    wait_for(&pty, "已定 0/");
    leave(&pty);
    assert_false(any_file(desk, ".jsonl"));
}

static void test_two_at_once_read_only(void **state)
{
    struct desk *desk = write_unbalanced(state);
    struct pty first, second;
    const struct run run = {.args = {"--reviewer", "王一"}};
    start(&first, desk, &run);
    wait_for(&first, "T3-01");
    pty_type(&first, "c");
    wait_for(&first, "已存 ");
    start(&second, desk, &run);
    wait_for(&second, "只读");
    leave(&second);
    leave(&first);
}

/* Who reviews the same report as somebody else writes files of his own. */
static void test_two_reviewers_have_files_of_their_own(void **state)
{
    struct desk *desk = write_unbalanced(state);
    struct pty first, second;
    start(&first, desk, &(struct run){.args = {"--reviewer", "zhang"}});
    wait_for(&first, "T3-01");
    pty_type(&first, "gfc");
    wait_for(&first, "已定 1/");
    start(&second, desk, &(struct run){.args = {"--reviewer", "li"}});
    wait_for(&second, "已定 0/");
    pty_type(&second, "gfs");
    wait_for(&second, "以后再看");
    wait_for(&second, "已记日志");
    leave(&second);
    leave(&first);
    assert_true(any_file(desk, ".zhang.verdict.json"));
    assert_true(any_file(desk, ".li.verdict.json"));
    assert_true(any_file(desk, ".zhang.verdict.jsonl"));
    assert_true(any_file(desk, ".li.verdict.jsonl"));
}

static void test_no_terminal(void **state)
{
    struct desk *desk = write_unbalanced(state);
    char said[1024];
    size_t n = 0;
    int ends[2], status;
    assert_int_equal(pipe(ends), 0);
    pid_t pid = fork();
    if (pid == 0) {
        int null = open("/dev/null", O_RDWR);
        if (dup2(null, STDIN_FILENO) >= 0 && dup2(null, STDOUT_FILENO) >= 0 &&
            dup2(ends[1], STDERR_FILENO) >= 0)
            become(desk, &(struct run){.args = {"--lang", "en"}});
        _exit(126);
    }
    close(ends[1]);
    for (ssize_t got; n < sizeof said - 1 && (got = read(ends[0], said + n, 256)) > 0;)
        n += (size_t)got < sizeof said - 1 - n ? (size_t)got : sizeof said - 1 - n;
    said[n] = '\0';
    close(ends[0]);
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 2);
    assert_non_null(strstr(said, "not a terminal"));
}

/* Files may grow to this many bytes from now on: a disk that fills up. */
static void set_room(const struct pty *pty, rlim_t nbytes)
{
    struct rlimit limit;
    assert_int_equal(prlimit(pty->pid, RLIMIT_FSIZE, NULL, &limit), 0);
    limit.rlim_cur = nbytes;
    assert_int_equal(prlimit(pty->pid, RLIMIT_FSIZE, &limit, NULL), 0);
}

static size_t journal_size(const struct desk *desk)
{
    struct stat info;
    return stat(desk->journal, &info) == 0 ? (size_t)info.st_size : 0;
}

/* What was typed stays, nothing is decided, and Enter does it once there is room. */
static void test_full_disk_loses_nothing(void **state)
{
    struct desk *desk = write_unbalanced(state);
    const struct run run = {{NULL}, {"--reviewer", "zhang", "--lang", "en"}};
    struct pty pty;
    start(&pty, desk, &run);
    wait_for(&pty, "T3-");
    pty_type(&pty, "gfr");
    wait_for(&pty, "Reason for");
    set_room(&pty, 0);
    pty_type(&pty, "misread by the converter");
    wait_for(&pty, "in memory only");
    pty_type(&pty, "\r");
    wait_for(&pty, "Nothing was written, the disk is full");
    assert_true(shows(&pty, "misread by the converter"));
    assert_int_equal(journal_size(desk), 0);
    pty_type(&pty, "\x1b"); /* the same by hand: left, and taken up by the same key */
    wait_for(&pty, "in memory only");
    pty_type(&pty, "r");
    wait_for(&pty, "Reason for");
    assert_true(shows(&pty, "misread by the converter"));
    set_room(&pty, RLIM_INFINITY);
    pty_type(&pty, "\r");
    wait_for(&pty, "decided 1/");
    set_room(&pty, journal_size(desk) + 10); /* full in the midst of a line */
    pty_type(&pty, "gfs");
    wait_for(&pty, "Nothing was written, the disk is full");
    set_room(&pty, RLIM_INFINITY);
    pty_type(&pty, "gfs");
    wait_for(&pty, "later");
    leave(&pty);
    desk_open(desk);
    assert_false(review_is_readonly(desk->review));
    assert_null(review_notice(desk->review));
    assert_int_equal(review_count(desk->review).verdicts[VERDICT_MISREAD] > 0, 1);
    desk_close(desk);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
    const struct CMUnitTest tests[] = {
        CASE(test_opens_and_leaves),
        CASE(test_private_number_is_on_the_terminal_alone),
        CASE(test_decision_outlives_a_kill),
        CASE(test_hangup_saves),
        CASE(test_closed_terminal_saves),
        CASE(test_signals_lose_nothing),
        CASE(test_too_small_and_back),
        CASE(test_unknown_terminals),
        CASE(test_languages),
        CASE(test_paste_decides_nothing),
        CASE(test_full_width_colon_and_quit),
        CASE(test_stopped_and_taken_up_again),
        CASE(test_hostile_report_is_harmless),
        CASE(test_two_at_once_read_only),
        CASE(test_two_reviewers_have_files_of_their_own),
        CASE(test_full_disk_loses_nothing),
        CASE(test_no_terminal),
    };
    find_program();
    if (access(program, X_OK) != 0) {
        printf("skipped: no %s; make all builds it\n", program);
        return 0;
    }
    setenv("GOUJI_DATA", "data", 1);
    setenv("TZ", "UTC", 1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
