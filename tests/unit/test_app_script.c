/* The workstation driven by keys on a screen in memory, on a report made up
 * for it: a whole review, its end and its resumption. Golden screens are
 * written anew by UPDATE_GOLDEN=1 build/tests/unit/test_app_script. */
#include <glob.h>
#include <signal.h>

#include "desk_script.h"

/* ---- looking ---- */

static void test_opens_with_text_table_and_finding(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "dump\n");
    expect_in(dumps, "认真开展各项工作");
    expect_in(dumps, "T3-");
    expect_in(dumps, "9E");
    expect_in(dumps, "zhang");
    free(dumps);
    assert_false(exists(desk->journal)); /* looking writes nothing */
}

static void test_search_goes_there_and_counts(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    expect_run(desk, "gd\n/\ntext:认真开展\ndump\n", " 1/1 "); /* while it is typed, too */
    expect_run(desk, "gd\n/\ntext:没有这个\ndump\n", " 0/0 ");
    expect_run(desk, "gd\n/\ntext:认真开展\n<Enter>\ndump\n", "认真开展  1/1");
    expect_run(desk, "gd\n/\ntext:没有这句话\n<Enter>\ndump\n", "Not found");
}

static void test_small_screen_says_so_and_comes_back(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "resize:20x5\ndump\nresize:80x24\ndump:back\n");
    expect_in(dumps, "20x5 is too small:\nmake it at least\n40x10;");
    expect_in(strstr(dumps, "== back"), "T3-");
    free(dumps);
}

/* Nobody decides what he does not see, nor types where he does not see it. */
static void test_keys_wait_while_the_screen_is_too_small(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps =
        run(desk, "gf\nresize:20x5\nc\nC\nresize:80x24\ndump:list\na\ntext:看得见\n"
                  "resize:20x5\ntext:看不见\npaste:也看不见\n<C-s>\nresize:80x24\ndump:note\n"
                  "resize:20x5\n<Esc>\nq\nresize:80x24\ndump:away\n");
    char *note = strstr(dumps, "== note"), *away = strstr(dumps, "== away");
    expect_in(away, "queue");
    note[-1] = away[-1] = '\0';
    expect_in(dumps, "decided 0/");
    expect_not_in(dumps, "returned");
    expect_in(note, "看得见\n");
    expect_not_in(note, "看不见");
    free(dumps);
}

/* The pane under the pointer alone; a cursor that is still seen stays. */
static void test_the_wheel_scrolls_one_pane(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, ":\ntext:set mouse\n<Enter>\ngf\ngg\ndump:first\nwheel-down:10,4\n"
                            "wheel-down:10,4\ndump:text\nwheel-up:10,4\nwheel-up:10,4\n"
                            "wheel-up:10,4\ndump:back\n4G\nwheel-down:10,34\ndump:list\n");
    char *text = strstr(dumps, "== text"), *back = strstr(dumps, "== back"),
         *list = strstr(dumps, "== list");
    expect_in(list, "  4/");
    *list = '\0';
    *back = *text = '\0';
    expect_in(back + 1, "   1 甲乙县");
    expect_in(back + 1, " a.txt  1/");
    expect_not_in(text + 1, "   1 甲乙县");
    expect_in(text + 1, " a.txt  1/");
    expect_in(text + 1, "│T3 收到和处理");
    free(dumps);
}

/* The log and the outline are opened for a look; q goes back to where one was. */
static void test_back_closes_what_was_looked_at(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gt\n:\ntext:log\n<Enter>\ndump:log\nq\ndump:tables\ngn\ngo\n:\n"
                            "text:log\n<Enter>\n<F10>\ndump:notes\nq\ndump:queue\n");
    char *tables = strstr(dumps, "== tables"), *notes = strstr(dumps, "== notes"),
         *queue = strstr(dumps, "== queue");
    expect_in(queue, ">queue");
    *queue = *notes = *tables = '\0';
    expect_in(dumps, ">log");
    expect_in(dumps, "q close");
    expect_in(tables + 1, ">tables");
    expect_in(tables + 1, " findings");
    expect_in(notes + 1, ">notes");
    free(dumps);
}

static void test_copy(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    expect_run(desk, "gf\ny\n", "== copied\nSTR-01 T2: ");
    expect_run(desk, "gt\ngg\ny\ndump\n", "nothing to copy");
    expect_run(desk, "gd\n/\ntext:认真开展\n<Enter>\nv\nl\ny\n", "== copied\n认真");
    expect_run(desk, "q\ny\n", "a.txt");
    assert_false(exists(desk->journal));
    expect_run(desk, "gf\na\ntext:请核对\n<C-s>\ngn\ny\n", "== copied\n请核对\n");
}

static void test_hostile_keys_do_nothing(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    expect_run(desk, "paste:ccccc\ndump\n", "Pasted text does nothing here");
    expect_run(desk, "Z\ndump\n", "is not bound here");
    assert_false(exists(desk->journal));
}

static void test_full_width_keys_are_commands(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    expect_run(desk, "：\ntext:outline\n<Enter>\ngo\ndump\n", ">outline");
    expect_run(desk, "？\ndump\n", ">help");
}

static volatile sig_atomic_t nstops;

static void count_stop(int number)
{
    (void)number;
    nstops++;
}

/* There is nobody who could continue it. */
static void test_a_script_is_not_stopped(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    signal(SIGTSTP, count_stop);
    char *dumps = run(desk, "<C-z>\ndump\n:\ntext:suspend\n<Enter>\ndump:again\n");
    signal(SIGTSTP, SIG_DFL);
    expect_in(strstr(dumps, "== again"), "T3-");
    free(dumps);
    assert_int_equal(nstops, 0);
}

static void test_which_key_after_a_pause(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    expect_run(desk, "g\nwait\ndump\n", "to the tables");
}

static void test_layouts_show_all_panes(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    static const int sizes[][2] = {{24, 80}, {45, 160}, {10, 40}, {60, 200}, {17, 99}};
    for (size_t i = 0; i < COUNT(sizes); i++) {
        char *dumps = run_as(desk, "zhang", false, "dump\no\nO\nO\n<Tab>\nG\ndump\n", sizes[i][0],
                             sizes[i][1]);
        expect_in(dumps, "1/1 a.txt");
        free(dumps);
    }
}

/* ---- acting ---- */

static void test_decision_is_kept_for_the_next_session(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "c\ndump\n");
    expect_in(dumps, "confirmed");
    expect_in(dumps, "in the journal");
    free(dumps);
    assert_true(exists(desk->journal));
    assert_true(exists(desk->verdict));
    dumps = run(desk, "dump\n");
    expect_in(dumps, "confirmed");
    expect_in(dumps, "saved");
    free(dumps);
}

static void test_reason_is_asked_and_needed(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    expect_run(desk, "r\n<Enter>\ndump\n", "needs a reason");
    assert_false(exists(desk->journal));
    char *dumps = run(desk, "r\ntext:数字错了列\n<Enter>\n:\ntext:log\n<Enter>\ndump\n");
    expect_in(dumps, "misread");
    expect_in(dumps, "数字错了列");
    free(dumps);
}

static void test_digit_takes_a_ready_reason(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "x\ndump:asked\n1<Enter>\ndump:done\n");
    expect_in(dumps, " 1 ");
    expect_in(strstr(dumps, "== done"), "not an error");
    free(dumps);
}

static void test_note_in_chinese(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "a\ntext:请核对自然人一栏\n<Enter>\ntext:第二行\n<C-s>\ngn\ndump\n");
    expect_in(dumps, "请核对自然人一栏 第二行");
    free(dumps);
    expect_run(desk, "gn\ndump\n", "请核对自然人一栏");
}

/* An editor that puts these bytes in place of the text it is given. */
static void set_editor(struct desk *desk, const char *bytes)
{
    char *editor = path_join(desk->dir, "editor");
    struct str script = STR_INIT;
    str_format(&script, "#!/bin/sh\nprintf '%s' > \"$1\"\n", bytes);
    desk_spill(editor, str_text(&script), script.nbytes);
    assert_int_equal(chmod(editor, 0700), 0);
    setenv("VISUAL", editor, 1);
    setenv("TMPDIR", desk->dir, 1);
    str_release(&script);
    free(editor);
}

/* No key is pressed after the editor, as when the line goes away. */
static void test_text_of_an_editor_is_kept(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    set_editor(desk, "在编辑器里写的");
    expect_run(desk, "a\ntext:先写的\n<C-x><C-e>\n<Esc>\ndump\n", "Kept as a draft");
    expect_run(desk, "a\ndump\n", "在编辑器里写的");
    set_editor(desk, "又写的");
    free(run(desk, "a\n<C-x><C-e>\n"));
    expect_run(desk, "a\ndump\n", "又写的");
}

static char *left_by_editor(struct desk *desk)
{
    glob_t found;
    char *bytes = NULL, *pattern = path_join(desk->dir, "gouji-*");
    size_t nbytes;
    if (glob(pattern, 0, NULL, &found) == 0) {
        bytes = desk_slurp(found.gl_pathv[0], &nbytes);
        unlink(found.gl_pathv[0]);
        globfree(&found);
    }
    free(pattern);
    return bytes;
}

/* What cannot be taken whole is not taken, and not thrown away. */
static void test_text_of_an_editor_that_is_not_taken(void **state)
{
    struct desk *desk = *state;
    static const char *const texts[] = {"\\265\\347\\304\\324", "a\\000b", "%040000d"};
    write_unbalanced(desk);
    for (size_t i = 0; i < COUNT(texts); i++) {
        set_editor(desk, texts[i]);
        expect_run(desk, "a\ntext:原来的\n<C-x><C-e>\ndump\n", "原来的");
        char *left = left_by_editor(desk);
        assert_non_null(left);
        free(left);
        expect_run(desk, "a\n<C-x><C-e>\ndump\n", "kept as");
        free(left_by_editor(desk));
    }
    set_editor(desk, "好");
    free(run(desk, "a\n<C-x><C-e>\n"));
    assert_null(left_by_editor(desk));
}

/* Killed, by a line that went away or by hand: what it had written by then is kept. */
static void test_text_of_an_editor_that_is_killed(void **state)
{
    struct desk *desk = *state;
    static const struct {
        const char *bytes;
        bool is_left;
    } cases[] = {{"写了一半\n' > \"$1\"; kill -9 $$; : '", true},
                 {"写完了' > \"$1\"; exit 1; : '", true},
                 {"' > /dev/null; exit 1; : '", false}};
    write_unbalanced(desk);
    for (size_t i = 0; i < COUNT(cases); i++) {
        set_editor(desk, cases[i].bytes);
        expect_run(desk, "a\ntext:原来的\n<C-x><C-e>\ndump\n", "did not end well");
        char *left = left_by_editor(desk);
        assert_int_equal(left != NULL, cases[i].is_left);
        free(left);
    }
    setenv("VISUAL", "  ", 1); /* no editor, and no leave to run the text itself */
    setenv("EDITOR", getenv("TMPDIR"), 1);
    expect_run(desk, "a\n<C-x><C-e>\ndump\n", "could not be started (Permission denied)");
    setenv("EDITOR", "/nonexistent -n", 1);
    expect_run(desk, "a\n<C-x><C-e>\ndump\n", "/nonexistent could not be started (No such file");
    unsetenv("EDITOR");
}

static void test_escape_keeps_a_draft(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    expect_run(desk, "a\ntext:写到一半\n<Esc>\ndump\n", "Kept as a draft");
    expect_run(desk, "dump\n", "Drafts left from last time: 1");
    expect_run(desk, "a\ndump\n", "写到一半");
}

static void test_correcting_runs_the_checks_again(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gt\nR\n<C-u>\ntext:8\n<Enter>\ndump:eight\nu\ndump:undone\n");
    char *eight = strstr(dumps, "== eight"), *undone = strstr(dumps, "== undone");
    expect_in(undone, "undo: a.txt");
    *undone = '\0';
    expect_in(eight, "8E*");
    free(dumps);
}

/* Any reading a report could have; other words are asked for again. */
static void test_words_are_no_reading(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gt\nR\n<C-u>\ntext:abc\n<Enter>\ndump:words\n<C-u>\ntext:/\n<Enter>\n"
                            "dump:mark\nR\n<C-u>\n<Enter>\ndump:blank\n"
                            "gR\n<C-u>\ntext:8 _ 0 x 0 0 10\n<Enter>\ndump:row\n");
    char *mark = strstr(dumps, "== mark"), *row = strstr(dumps, "== row");
    expect_in(row, "\"x\" is neither a number nor a mark nor blank");
    expect_in(row, " 8 _ 0 x 0 0 10\n");
    *row = '\0';
    expect_in(mark, "is now read as \"/\"");
    expect_in(strstr(mark, "== blank"), "is now read as \"\"");
    *mark = '\0';
    expect_in(dumps, "\"abc\" is neither a number nor a mark nor blank");
    expect_in(dumps, "\n abc\n");
    free(dumps);
}

static void test_placing_a_row(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gt\ngR\n<C-u>\ntext:8 0\n<Enter>\ndump:few\n"
                            "text: 0\ndump:kept\n<C-u>\ntext:8 _ 0 0 0 0 10\n<Enter>\n"
                            "dump:placed\n");
    char *placed = strstr(dumps, "== placed");
    expect_in(placed, "8E*");
    expect_in(placed, "[ ]");
    *placed = '\0';
    expect_in(dumps, "2 values were given");
    expect_in(strstr(dumps, "== kept"), "8 0 0"); /* the prompt came back as it was */
    free(dumps);
}

static void test_adding_a_problem(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    expect_run(desk, "A\n<Esc>\ngd\nA\ntext:w 措辞含糊\n<Enter>\n<Enter>\ngf\nG\ndump\n",
               "措辞含糊");
}

static void test_passing_over_errors_asks(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    expect_run(desk, "C\ntext:1\n<Enter>\ntext:no\n<Enter>\ndump\n", "Not concluded");
    char *dumps = run(desk, "C\ntext:1\n<Enter>\ndump:ask\ntext:yes\n<Enter>\ndump:done\n");
    expect_in(dumps, "are open or confirmed");
    expect_in(strstr(dumps, "== done"), "[passed]");
    free(dumps);
    expect_run(desk, "dump\n", "[passed]");
}

/* A digit takes the line of the prompt, whatever its language. */
static void test_conclusion_with_a_note(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "C\n2\ntext: 下年度注意\n<Enter>\ndump:notes\n"
                            "C\ntext:3 请重报\n<Enter>\ndump:back\n"
                            "C\ntext:passed-with-notes 可\n<Enter>\ndump:name\n");
    expect_in(strstr(dumps, "== name"), "[passed with notes]");
    *strstr(dumps, "== name") = '\0';
    expect_in(strstr(dumps, "== back"), "[returned]");
    *strstr(dumps, "== back") = '\0';
    expect_in(dumps, "[passed with notes]");
    free(dumps);
    char *journal = NULL;
    size_t nbytes;
    OK(path_read(desk->journal, LIMIT, "journal", &journal, &nbytes, why));
    expect_in(journal, "\"note\":\"下年度注意\"");
    free(journal);
}

static void test_passing_over_confirmed_errors_asks(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    expect_run(desk, "gf\nc\nc\nc\nc\nc\nc\nc\nc\nc\nc\nc\nc\nC\ntext:1\n<Enter>\ndump\n",
               "are open or confirmed");
}

static void test_undo_and_redo(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "c\nu\ndump:undone\n<C-r>\ndump:redone\n");
    char *redone = strstr(dumps, "== redone");
    expect_in(redone, "confirmed");
    *redone = '\0';
    expect_not_in(strstr(dumps, "decided"), "decided 1/");
    free(dumps);
    expect_run(desk, "u\nu\ndump\n", "Nothing to undo");
}

/* What is pressed next decides what was undone, not what came after it. */
static void test_undo_brings_the_cursor_back(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gf\ngg\nc\ndump:moved\nu\ndump:back\nG\n<C-r>\ndump:again\n");
    char *moved = strstr(dumps, "== moved"), *back = strstr(dumps, "== back");
    expect_in(strstr(dumps, "== again"), " a.txt  1/");
    expect_in(back, " a.txt  1/");
    *back = '\0';
    expect_not_in(moved, " a.txt  1/");
    free(dumps);
}

static void test_cursor_stays_when_findings_go(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gt\nR\n<C-u>\ntext:8\n<Enter>\ngf\nG\nu\ngf\ndump\n");
    expect_not_in(dumps, " a.txt  1/");
    free(dumps);
}

static void test_problem_waits_for_its_basis(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    free(run(desk, "gd\n3G\nA\ntext:w 措辞含糊\n<Enter>\n<Esc>\n"));
    char *dumps = run(desk, "gd\n3G\nA\ndump:kept\n<Enter>\n<Enter>\ngn\ndump:added\n");
    expect_in(dumps, "w 措辞含糊");
    expect_not_in(strstr(dumps, "== added"), "draft");
    free(dumps);
}

static int errors_asked_about(struct desk *desk, const char *keys)
{
    char *dumps = run(desk, keys), *at = strstr(dumps, " errors are open");
    if (!at)
        fail_msg("nothing was asked\n%s", dumps);
    while (at > dumps && at[-1] >= '0' && at[-1] <= '9')
        at--;
    int n = atoi(at);
    free(dumps);
    return n;
}

static void test_added_errors_stand_against_passing(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    int before = errors_asked_about(desk, "C\ntext:1\n<Enter>\ndump\n<Esc>\n");
    int after = errors_asked_about(desk, "gd\nA\ntext:表述不实\n<Enter>\n<Enter>\n"
                                         "gf\nC\ntext:1\n<Enter>\ndump\n");
    assert_int_equal(after, before + 1);
}

static void test_search_in_tables_finds_the_cell(void **state)
{
    struct desk *desk = *state;
    desk_set(desk, "denied_2", 3, 777);
    write_unbalanced(desk);
    expect_run(desk, "gt\n/\ntext:777\n<Enter>\ndump\n", "T3.denied_2.sp");
}

static void test_notes_are_seen_where_they_belong(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gf\ngg\na\ntext:请核对\n<C-s>\ndump:finding\n"
                            "gt\nj\na\ntext:与台账不符\n<C-s>\ndump:cell\n<Enter>\ndump:full\n");
    expect_in(strstr(dumps, "== finding"), "Nopen");
    expect_in(strstr(dumps, "== cell"), "EN");
    expect_in(strstr(dumps, "== full"), "note: 与台账不符");
    free(dumps);
}

static void test_help_turns_its_pages(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run_as(desk, "zhang", false, "?\ndump:first\n<Space>\ndump:next\n", 12, 120);
    char *next = strstr(dumps, "== next");
    expect_not_in(next, "j <Down>");
    *next = '\0';
    expect_in(dumps, "j <Down>");
    free(dumps);
}

static void test_name_is_asked_at_the_first_act(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    unsetenv("GOUJI_REVIEWER");
    char *dumps =
        run_as(desk, NULL, false, "c\ndump:ask\n<C-u>\ntext:zhang\n<Enter>\ndump:done\n", 40, 120);
    expect_in(dumps, "Who is reviewing?");
    expect_in(strstr(dumps, "== done"), "confirmed");
    free(dumps);
    assert_true(exists(desk->verdict));
}

static void test_readonly_refuses(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run_as(desk, "zhang", true, "c\ndump\n", 40, 120);
    expect_in(dumps, "READ ONLY");
    free(dumps);
    assert_false(exists(desk->journal));
}

/* What the journal knows and the verdict file does not yet is not said to be written. */
static void test_readonly_writes_nothing_on_request(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    expect_run(desk, "c\n", "");
    assert_int_equal(unlink(desk->verdict), 0);
    char *dumps = run_as(desk, "zhang", true, ":\ntext:write\n<Enter>\ndump\n", 40, 120);
    expect_in(dumps, "Opened to be read only");
    expect_not_in(dumps, "Written:");
    free(dumps);
    assert_false(exists(desk->verdict));
}

static void test_marks_and_places(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    expect_run(desk, "gd\n3G\nma\nG\n'a\ndump\n", " 3/");
    expect_run(desk, "gd\n5G\n", "");
    expect_run(desk, "dump\n", ">text"); /* the place of the last session */
}

/* ---- golden screens ---- */

static void test_golden_screens(void **state)
{
    struct desk *desk = *state;
    static const struct {
        const char *name, *keys;
        int rows, cols;
    } screens[] = {
        {"side", "dump\n", 45, 160},
        {"stacked", "dump\n", 24, 80},
        {"tables", "gt\no\njl\ndump\n", 24, 80},
        {"outline", "go\no\ndump\n", 24, 80},
        {"cell", "gt\n<Enter>\ndump\n", 24, 80},
        {"ascii", ":\ntext:set lines=ascii\n<Enter>\nj\ndump\n", 24, 80},
    };
    write_unbalanced(desk);
    for (size_t i = 0; i < COUNT(screens); i++) {
        char *dumps = script_run(desk, &(struct script){.keys = screens[i].keys,
                                                        .rows = screens[i].rows,
                                                        .cols = screens[i].cols,
                                                        .fresh = true});
        check_golden(screens[i].name, dumps);
        free(dumps);
    }
}

static void test_lost_journal_is_recovered_on_command(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    expect_run(desk, "gf\nc\ndump\n", "confirmed");
    assert_int_equal(unlink(desk->journal), 0);
    expect_run(desk, "gf\nx\ndump\n", ":recover");
    expect_run(desk, "gf\n:\ntext:recover\n<Enter>\ndump\n", "Taken back");
    assert_true(exists(desk->journal));
    expect_run(desk, "gf\nr\ntext:再看\n<Enter>\ndump\n", "misread");
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
    const struct CMUnitTest tests[] = {
        CASE(test_opens_with_text_table_and_finding),
        CASE(test_search_goes_there_and_counts),
        CASE(test_small_screen_says_so_and_comes_back),
        CASE(test_keys_wait_while_the_screen_is_too_small),
        CASE(test_back_closes_what_was_looked_at),
        CASE(test_copy),
        CASE(test_the_wheel_scrolls_one_pane),
        CASE(test_hostile_keys_do_nothing),
        CASE(test_full_width_keys_are_commands),
        CASE(test_a_script_is_not_stopped),
        CASE(test_which_key_after_a_pause),
        CASE(test_layouts_show_all_panes),
        CASE(test_decision_is_kept_for_the_next_session),
        CASE(test_reason_is_asked_and_needed),
        CASE(test_digit_takes_a_ready_reason),
        CASE(test_note_in_chinese),
        CASE(test_escape_keeps_a_draft),
        CASE(test_text_of_an_editor_is_kept),
        CASE(test_text_of_an_editor_that_is_not_taken),
        CASE(test_text_of_an_editor_that_is_killed),
        CASE(test_correcting_runs_the_checks_again),
        CASE(test_words_are_no_reading),
        CASE(test_placing_a_row),
        CASE(test_adding_a_problem),
        CASE(test_passing_over_errors_asks),
        CASE(test_conclusion_with_a_note),
        CASE(test_passing_over_confirmed_errors_asks),
        CASE(test_undo_and_redo),
        CASE(test_undo_brings_the_cursor_back),
        CASE(test_cursor_stays_when_findings_go),
        CASE(test_problem_waits_for_its_basis),
        CASE(test_added_errors_stand_against_passing),
        CASE(test_search_in_tables_finds_the_cell),
        CASE(test_notes_are_seen_where_they_belong),
        CASE(test_help_turns_its_pages),
        CASE(test_name_is_asked_at_the_first_act),
        CASE(test_readonly_refuses),
        CASE(test_readonly_writes_nothing_on_request),
        CASE(test_marks_and_places),
        CASE(test_golden_screens),
        CASE(test_lost_journal_is_recovered_on_command),
    };
    app_set_locale("C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
