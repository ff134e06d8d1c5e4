/* A review without a screen: commands in, lines out, the same acts. */
#include "review_fixture.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <sys/file.h>

#include "gouji/app/app.h"
#include "gouji/base/str.h"

enum { LIMIT = 1024 * 1024 };

/* What was answered goes to out. */
static int run_into(struct desk *desk, const char *reviewer, const char *commands, FILE *out,
                    struct err *err)
{
    const char *paths[] = {desk->report_path};
    char *config = path_join(desk->dir, "config");
    int ends[2];
    desk_spill(config, "", 0);
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], commands, strlen(commands)), (ssize_t)strlen(commands));
    close(ends[1]);
    struct app_options options = {.paths = paths,
                                  .npaths = 1,
                                  .reviewer = reviewer,
                                  .tool_version = "0.1.0",
                                  .build = "git:test",
                                  .config = config,
                                  .lang = LANG_EN};
    struct app_streams streams = {ends[0], out, false};
    int status = app_run_plain(&options, &streams, err);
    close(ends[0]);
    free(config);
    return status;
}

/* The answers are the caller's (free). */
static char *run_as(struct desk *desk, const char *reviewer, const char *commands)
{
    char *text = NULL;
    size_t nbytes;
    struct err err = {0};
    FILE *out = open_memstream(&text, &nbytes);
    int status = run_into(desk, reviewer, commands, out, &err);
    fclose(out);
    if (status != 0)
        fail_msg("status %d: %s", status, err.text);
    return text;
}

static char *run(struct desk *desk, const char *commands)
{
    return run_as(desk, "zhang", commands);
}

static void expect(struct desk *desk, const char *commands, const char *text);

/* There are no keys here: what is said names commands. */
static void test_no_keys_are_told(void **state)
{
    struct desk *desk = *state;
    desk_write(desk);
    static const char *const told[][2] = {
        {"notes\n", "No notes yet; annotate takes one"},
        {"go-queue\ngo-notes\n", "No report is open; follow opens one"},
        {"nosuch\n", "No command is called nosuch; help lists them"},
        {"cancel\n", "Nothing to cancel; back goes back"},
        {"tag\n", "1 tagged; \"act-on-tagged\" acts on all of them"},
        {"act-on-tagged\nconfirmed\n", "Nothing is tagged; tag tags"},
        {"text\nselect\n", "select again for whole lines"},
        {"go-findings\nfilter status=confirmed\nconfirmed\n", "filter and Enter shows all"},
    };
    for (size_t i = 0; i < COUNT(told); i++)
        expect(desk, told[i][0], told[i][1]);
}

static void expect(struct desk *desk, const char *commands, const char *text)
{
    char *said = run(desk, commands);
    if (!strstr(said, text))
        fail_msg("%s does not say: %s\n%s", commands, text, said);
    free(said);
}

static struct desk *write_unbalanced(void **state)
{
    struct desk *desk = *state;
    desk_set(desk, "open", 0, 9);
    desk_set(desk, "total", 0, 9);
    desk_write(desk);
    return desk;
}

/* The number a finding of this check has in the list. */
static int number_of(struct desk *desk, const char *check)
{
    char *said = run(desk, "findings\n"), *at = strstr(said, check);
    if (!at)
        fail_msg("no %s in\n%s", check, said);
    while (at > said && at[-1] != '\n')
        at--;
    int number = atoi(at);
    free(said);
    return number;
}

static char *journal(const struct desk *desk)
{
    char *bytes = NULL;
    size_t nbytes;
    struct err err = {0};
    if (path_read(desk->journal, LIMIT, "journal", &bytes, &nbytes, &err) < 0)
        return strdup("");
    return bytes;
}

/* A cell with a mobile number in it: neither told nor to be had from a sum. */
static void test_nothing_private_is_told(void **state)
{
    struct desk *desk = *state;
    size_t nbytes;
    desk_set(desk, "new", 0, 987654321);
    desk_write(desk);
    char *text = desk_slurp(desk->report_path, &nbytes), *at = strstr(text, "987654321");
    struct str changed = STR_INIT;
    str_format(&changed, "%.*s13800138000%s", (int)(at - text), text, at + strlen("987654321"));
    desk_spill(desk->report_path, changed.data, changed.nbytes);
    char *said =
        run(desk, "findings\nfinding 1\nfinding 2\ntext\ntables\ncell T3.new.np\nexplain\n");
    assert_null(strstr(said, "138001"));
    assert_null(strstr(said, "13799"));
    assert_non_null(strstr(said, "138******00"));
    free(said);

    /* nor written; what was corrected stays so, though its old value is not known any more */
    free(run(desk, "cell T3.new.np\ncorrect 4\nwrite\n"));
    char *events = journal(desk), *verdict = desk_slurp(desk->verdict, &nbytes);
    assert_null(strstr(events, "1380013"));
    assert_null(strstr(verdict, "1380013"));
    expect(desk, "cell T3.new.np\n", "= 4");
    free(events);
    free(verdict);
    free(text);
    str_release(&changed);
}

static void expect_journal(const struct desk *desk, const char *text)
{
    char *bytes = journal(desk);
    if (!strstr(bytes, text))
        fail_msg("not in the journal: %s\n%s", text, bytes);
    free(bytes);
}

static void test_lists(void **state)
{
    struct desk *desk = write_unbalanced(state);
    expect(desk, "queue\n", "1 a.txt: new, ");
    expect(desk, "status\n", "Everything is saved.");
    expect(desk, "findings\n", "E T3-01 np [open]");
    expect(desk, "findings rule=T3-01\n", "E T3-01 np [open]");
    expect(desk, "findings rule=NO-99\n", "No finding passes that filter");
    expect(desk, "findings nosuch=1\n", "nosuch");
    expect(desk, "goto 3\n", "3 本年度认真开展各项工作");
    expect(desk, "goto T3.total.np\n", "T3.total.np  Table 3");
    expect(desk, "text\n", "3 本年度认真开展各项工作");
    expect(desk, "text 2 3\n", "2 一、总体情况\n3 本年度");
    expect(desk, "tables\n", "一、本年新收");
    expect(desk, "outline\n", "总体情况");
    expect(desk, "cell T3.total.np\n", "printed: 9");
    expect(desk, "cell T3.nosuch\n", "No such cell");
    expect(desk, "help\n", "undo: undo");
    expect(desk, "99\n", "No such finding");
    expect(desk, "nonsense\n", "No command is called nonsense");
    assert_int_not_equal(access(desk->journal, F_OK), 0); /* looking writes nothing */
}

static void test_a_whole_review(void **state)
{
    struct desk *desk = write_unbalanced(state);
    char commands[1024];
    snprintf(commands, sizeof commands,
             "%d confirmed\n%d\nnot-an-error 规则过严\nannotate\n第一行\n第二行\n.\n"
             "conclude\n3 请核对\n",
             number_of(desk, "T3-01 np"), number_of(desk, "STR-01 T2"));
    char *said = run(desk, commands);
    assert_non_null(strstr(said, "T3-01 np: confirmed"));
    assert_non_null(strstr(said, "STR-01 T2: not an error"));
    assert_non_null(strstr(said, "Note kept"));
    free(said);
    expect_journal(desk, "\"verdict\":\"confirmed\"");
    expect_journal(desk, "规则过严");
    expect_journal(desk, "第一行\\n第二行");
    expect_journal(desk, "\"status\":\"returned\"");
    assert_int_equal(access(desk->verdict, F_OK), 0);
    expect(desk, "status\n", "Conclusion: returned");
    expect(desk, "notes\n", "第一行");
    expect(desk, "log\n", "confirmed T3-01/np");
}

static void test_questions_are_answered_by_the_next_line(void **state)
{
    struct desk *desk = write_unbalanced(state);
    char commands[256];
    int number = number_of(desk, "T3-01 np");
    snprintf(commands, sizeof commands, "%d misread\n.\n", number);
    expect(desk, commands, "? "); /* asked, and cancelled by the dot */
    assert_int_not_equal(access(desk->journal, F_OK), 0);
    snprintf(commands, sizeof commands, "%d misread\n1\n", number);
    expect(desk, commands, "T3-01 np: misread"); /* by the first ready reason */
    snprintf(commands, sizeof commands, "%d misread\n换行读错\n", number);
    expect(desk, commands, "T3-01 np: misread");
    expect_journal(desk, "换行读错");
}

static void test_the_name_is_asked_once(void **state)
{
    struct desk *desk = write_unbalanced(state);
    char commands[256];
    unsetenv("GOUJI_REVIEWER");
    snprintf(commands, sizeof commands, "%d confirmed\nzhang\n", number_of(desk, "T3-01 np"));
    char *said = run_as(desk, NULL, commands);
    assert_non_null(strstr(said, "? Who is reviewing?"));
    assert_non_null(strstr(said, "T3-01 np: confirmed"));
    free(said);
    expect_journal(desk, "\"by\":\"zhang\"");
}

static void test_undo_and_correct(void **state)
{
    struct desk *desk = write_unbalanced(state);
    char commands[256];
    snprintf(commands, sizeof commands, "%d confirmed\nundo\nfindings open\n",
             number_of(desk, "T3-01 np"));
    char *said = run(desk, commands), *undone = strstr(said, "undo: a.txt");
    assert_non_null(undone);
    assert_non_null(strstr(undone, "T3-01 np [open]"));
    free(said);
    expect(desk, "cell T3.total.np\ncorrect\n10\nfindings\n", "is now read as");
    expect(desk, "cell T3.total.np\n", "read as: 10");
    expect(desk, "undo\nlog\n", "undone: reading of Table 3 (七) 自然人");
}

static void test_a_note_cut_off_is_a_draft(void **state)
{
    struct desk *desk = write_unbalanced(state);
    free(run(desk, "annotate\n写到一半\n"));
    expect(desk, "notes\n", "写到一半");
}

static void test_hostile_lines_do_no_harm(void **state)
{
    struct desk *desk = write_unbalanced(state);
    static const char *const lines[] = {
        "\n\n\n",         ":::\n",      "999999999999999999 confirmed\n",
        "open\n",         "open \n",    "text -1 -5\n",
        "finding x\n",    "cell \n",    "set\n",
        "\x01\x02\xff\n", "suspend x\n"};
    for (size_t i = 0; i + 1 < COUNT(lines); i++)
        free(run(desk, lines[i]));
    assert_int_not_equal(access(desk->journal, F_OK), 0);
    desk->prose = "文\x1b]52;c;QQ==\x07字\xe2\x80\xae倒";
    desk_write(desk);
    char *said = run(desk, "text\ntables\nfindings\n");
    assert_null(strchr(said, '\x1b'));
    assert_null(strstr(said, "\xe2\x80\xae"));
    free(said);
}

/* Nobody decides on what he was not shown: an answer that cannot be written ends it, and is told.
 */
static void test_answers_that_are_not_written_end_it(void **state)
{
    struct desk *desk = write_unbalanced(state);
    struct err err = {0};
    FILE *out = fopen("/dev/full", "we");
    assert_non_null(out);
    assert_int_equal(run_into(desk, "zhang", "annotate\n写\n", out, &err), 2);
    fclose(out);
    assert_non_null(strstr(err.text, strerror(ENOSPC)));
    assert_int_not_equal(access(desk->journal, F_OK), 0);
}

/* Whoever closes the pipe has read enough. */
static void test_answers_nobody_wants_end_it(void **state)
{
    struct desk *desk = write_unbalanced(state);
    struct err err = {0};
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    close(ends[0]);
    signal(SIGPIPE, SIG_IGN);
    FILE *out = fdopen(ends[1], "w");
    assert_int_equal(run_into(desk, "zhang", "annotate\n写\n", out, &err), 0);
    fclose(out);
    assert_int_not_equal(access(desk->journal, F_OK), 0);
}

/* Lines as they are, not a screen of them. */
static void test_two_versions(void **state)
{
    struct desk *desk = write_unbalanced(state);
    struct str commands = STR_INIT;
    str_format(&commands, "versions %s\n", desk->report_path);
    char *said = run(desk, str_text(&commands));
    assert_non_null(strstr(said, "every failed check is compared\n"));
    assert_null(strstr(said, "\n\n\n"));
    free(said);
    str_release(&commands);
}

/* Nothing but text and line ends, whoever wrote it: a note, a reason, a problem
 * of somebody else's, the owner of a lock, the report. */
static void test_text_of_others_is_only_shown(void **state)
{
    static const char evil[] = "某\x1b]0;pwned\x07\xc2\x9b"
                               "31m\xe2\x80\xae\xe2\x80\x8b某";
    static const char owner[] = "{\"host\":\"h\\u001b[2J\",\"pid\":1,\"since\":0,\"tty\":\"\","
                                "\"user\":\"\\u202e\\u009bli\"}\n";
    static const struct target report = TARGET_REPORT;
    struct desk *desk = write_unbalanced(state);
    desk->prose = evil;
    desk_start(desk);
    size_t index = desk_find(desk, "T3-03", "np");
    OK(review_annotate(desk->review, report, evil, why));
    OK(review_add_problem(desk->review, report, SEVERITY_ERROR, evil, evil, why));
    if (index != SIZE_MAX)
        OK(review_decide(desk->review, index, false, VERDICT_EXPLAINED, evil, why));
    desk_close(desk);
    char *path = path_join(desk->dir, "a.txt.zhang.verdict.json.lock");
    desk_spill(path, owner, strlen(owner));
    int fd = open(path, O_RDWR);
    assert_int_equal(flock(fd, LOCK_EX), 0);
    char *said = run(desk, "queue\nstatus\nfindings\n1\nfinding\ntext\nnotes\nlog\noutline\n"
                           "tables\nopen \x1b]0;\nc\ncopy\n:nonsense \x1b[6n\n");
    assert_non_null(strstr(said, "li has this review open"));
    assert_non_null(strstr(said, "pwned"));
    for (const char *p = said; *p; p++)
        if (((unsigned char)*p < 0x20 && *p != '\n' && *p != '\t') || *p == 0x7F)
            fail_msg("byte %02x was sent: %.60s", (unsigned char)*p, p - 20 > said ? p - 20 : said);
    static const char *const hidden[] = {"\xc2\x9b", "\xe2\x80\xae", "\xe2\x80\x8b"};
    for (size_t i = 0; i < COUNT(hidden); i++)
        assert_null(strstr(said, hidden[i]));
    free(said);
    free(path);
    close(fd);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
    const struct CMUnitTest tests[] = {
        CASE(test_no_keys_are_told),
        CASE(test_text_of_others_is_only_shown),
        CASE(test_nothing_private_is_told),
        CASE(test_lists),
        CASE(test_a_whole_review),
        CASE(test_questions_are_answered_by_the_next_line),
        CASE(test_the_name_is_asked_once),
        CASE(test_undo_and_correct),
        CASE(test_a_note_cut_off_is_a_draft),
        CASE(test_hostile_lines_do_no_harm),
        CASE(test_two_versions),
        CASE(test_answers_that_are_not_written_end_it),
        CASE(test_answers_nobody_wants_end_it),
    };
    setenv("GOUJI_DATA", "data", 1);
    setenv("TZ", "UTC", 1);
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
