/* What a reviewer does to the program in the first hour, on a pseudo-terminal:
 * full-width keys, a key held down, a kill in the midst of the work, a small
 * window, hostile text, pop-ups over Chinese. */
#include "program_pty.h"

static char *screen_of(const struct pty *pty)
{
    struct str dump = STR_INIT;
    pty_dump(pty, &dump);
    return str_detach(&dump);
}

static void expect_same_screen(struct pty *pty, const char *want)
{
    for (int ms = 0; ms < LIMIT_MS; ms += STEP_MS) {
        char *now = screen_of(pty);
        bool same = now && strcmp(now, want) == 0;
        free(now);
        if (same)
            return;
        pty_pump(pty, STEP_MS);
    }
    char *now = screen_of(pty);
    size_t same = 0;
    while (now[same] && now[same] == want[same])
        same++;
    while (same > 0 && now[same - 1] != '\n')
        same--;
    kill(pty->pid, SIGKILL);
    fail_msg("the screen had\n%.*s\nand has\n%.*s", (int)strcspn(want + same, "\n"), want + same,
             (int)strcspn(now + same, "\n"), now + same);
}

/* A report with one more line for each of n. */
static struct desk *write_long(void **state, size_t n)
{
    struct str prose = STR_INIT;
    struct desk *desk = *state;
    for (size_t i = 0; i < n; i++)
        str_format(&prose, "%s本年度认真开展各项工作，制度建设不断加强。", i ? "\n" : "");
    desk->prose = str_text(&prose);
    desk = write_unbalanced(state);
    desk->prose = "";
    str_release(&prose);
    return desk;
}

static void test_full_width_colon_quits(void **state)
{
    struct desk *desk = write_unbalanced(state);
    struct pty pty;
    start(&pty, desk, &plain);
    wait_for(&pty, "T3-01");
    pty_type(&pty, "：quit\r");
    assert_int_equal(wait_end(&pty), 0);
}

/* Released, it stops: all keys are answered, and nothing comes after. */
static void test_held_key_stops_when_released(void **state)
{
    enum { HELD = 400, AT_ONCE_MS = 300 };
    struct desk *desk = write_long(state, 2 * HELD);
    struct pty pty;
    char where[32];
    start(&pty, desk, &plain);
    wait_for(&pty, "T3-01");
    pty_type(&pty, "gd1G");
    wait_for(&pty, "a.txt  1/");
    size_t before = pty.raw.nbytes;
    for (int i = 0; i < HELD; i++)
        pty_type(&pty, "j"); /* faster than any hand: they pile up */
    snprintf(where, sizeof where, "a.txt  %d/", HELD + 1);
    wait_for(&pty, where);
    pty_pump(&pty, AT_ONCE_MS);
    size_t answered = pty.raw.nbytes;
    assert_true(answered > before);
    pty_pump(&pty, AT_ONCE_MS);
    assert_int_equal(pty.raw.nbytes, answered);
    assert_true(shows(&pty, where));
    leave(&pty);
}

static void test_ten_decisions_outlive_a_kill(void **state)
{
    enum { DECISIONS = 10 };
    const struct run run = {.args = {"--reviewer", "王一"}};
    struct desk *desk = write_unbalanced(state);
    struct pty pty;
    char done[32];
    start(&pty, desk, &run);
    wait_for(&pty, "T3-01");
    for (int i = 1; i <= DECISIONS; i++) {
        pty_type(&pty, "c");
        snprintf(done, sizeof done, "已定 %d/", i);
        wait_for(&pty, done);
    }
    kill(pty.pid, SIGKILL);
    assert_int_equal(wait_end(&pty), 128 + SIGKILL);
    start(&pty, desk, &run);
    wait_for(&pty, done);
    assert_false(shows(&pty, "只读"));
    leave(&pty);
}

static bool journal_has(const struct desk *desk, const char *text)
{
    size_t nbytes;
    char *journal = access(desk->journal, R_OK) == 0 ? desk_slurp(desk->journal, &nbytes) : NULL;
    bool found = journal && strstr(journal, text);
    free(journal);
    return found;
}

/* Who types on without a pause loses some seconds at most, and who stops the program
 * with a note half written loses none of it. */
static void test_a_note_in_progress_outlives_a_kill(void **state)
{
    enum { KEY_MS = 100, LONGEST_MS = 8000 };
    const struct run run = {.args = {"--reviewer", "zhang"}};
    struct desk *desk = write_unbalanced(state);
    struct pty pty;
    start(&pty, desk, &run);
    wait_for(&pty, "T3-01");
    pty_type(&pty, "a先写的");
    for (int ms = 0; ms < LONGEST_MS && !journal_has(desk, "先写的"); ms += KEY_MS) {
        pty_type(&pty, "续");
        pty_pump(&pty, KEY_MS);
    }
    assert_true(journal_has(desk, "先写的"));
    pty_type(&pty, "写到此\x1a");
    for (int ms = 0; ms < LIMIT_MS && !strstr(str_text(&pty.raw), "\033[?1049l"); ms += STEP_MS)
        pty_pump(&pty, STEP_MS);
    assert_true(journal_has(desk, "写到此"));
    kill(pty.pid, SIGKILL);
    assert_int_equal(wait_end(&pty), 128 + SIGKILL);
}

/* The text at the top of the pane is what is kept, not its row. */
static void test_small_window_keeps_the_place(void **state)
{
    struct desk *desk = write_long(state, 100);
    struct pty pty;
    start(&pty, desk, &plain);
    wait_for(&pty, "T3-01");
    pty_type(&pty, "gd50Gzt");
    wait_for(&pty, "a.txt  50/");
    pty_pump(&pty, 4 * STEP_MS);
    char *before = screen_of(&pty);
    pty_resize(&pty, 5, 20);
    wait_for(&pty, "20x5");
    pty_resize(&pty, ROWS, COLS);
    expect_same_screen(&pty, before);
    free(before);
    leave(&pty);
}

/* Commands to the terminal and marks of direction are shown, never sent. */
static void test_hostile_text_is_harmless(void **state)
{
    static const char *const sent[] = {"\033]52;c;", "\033]0;owned", "\u202e", "\u200b"};
    static const char *const shown[] = {"^[]52;c;ZXZpbA==^G", "<U+202E>", "<U+200B>"};
    struct desk *desk = *state;
    struct pty pty;
    desk->prose = "甲\033]52;c;ZXZpbA==\a乙\n丙\033]0;owned\a丁\n戊\u202e己\u200b庚";
    desk = write_unbalanced(state);
    start(&pty, desk, &plain);
    wait_for(&pty, "T3-01");
    pty_type(&pty, "gd1G");
    for (size_t i = 0; i < COUNT(shown); i++)
        wait_for(&pty, shown[i]);
    pty_type(&pty, "/owned\r");
    wait_for(&pty, "1/1");
    for (size_t i = 0; i < COUNT(sent); i++)
        assert_null(memmem(pty.raw.data, pty.raw.nbytes, sent[i], strlen(sent[i])));
    leave(&pty);
}

/* What lay under a pop-up stands there again, each character whole. */
static void test_popups_leave_no_ghosts(void **state)
{
    static const struct {
        const char *open, *shows, *close;
    } popups[] = {
        {"gt\r", ">单元格全文", "q"}, {"gt=", ">算式", "\033"}, {"gd?", ">帮助", "q"},
        {"g", "到正文", "\033"},      {":zzz", "zzz", "\033"},  {"gd/zzz", "zzz", "\033"},
    };
    struct desk *desk = write_long(state, 30);
    struct pty pty;
    start(&pty, desk, &plain);
    wait_for(&pty, "T3-01");
    for (size_t i = 0; i < COUNT(popups); i++) {
        char focus[3] = "gd";
        focus[1] = popups[i].open[0] == 'g' && popups[i].open[1] ? popups[i].open[1] : 'd';
        pty_type(&pty, focus);
        wait_for(&pty, focus[1] == 't' ? ">表格" : ">正文");
        pty_type(&pty, "\f"); /* a message in the footer goes with the next key */
        pty_pump(&pty, 8 * STEP_MS);
        char *before = screen_of(&pty);
        pty_type(&pty, popups[i].open);
        wait_for(&pty, popups[i].shows);
        pty_type(&pty, popups[i].close);
        expect_same_screen(&pty, before);
        free(before);
    }
    leave(&pty);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
    const struct CMUnitTest tests[] = {
        CASE(test_full_width_colon_quits),
        CASE(test_held_key_stops_when_released),
        CASE(test_ten_decisions_outlive_a_kill),
        CASE(test_small_window_keeps_the_place),
        CASE(test_hostile_text_is_harmless),
        CASE(test_popups_leave_no_ghosts),
        CASE(test_a_note_in_progress_outlives_a_kill),
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
