/* Doubtful pairs of years, and versions of last year's report that disagree: asked on the
 * screen, undecided in a batch. */
#include "app_fixture.h"
#include "gouji/cli/command.h"

/* a.txt once more as the year before, of an agency named without its county. */
static char *spill_doubtful(struct desk *desk)
{
    size_t nbytes;
    char *path = path_join(desk->dir, "0.txt"), *text;
    desk_set(desk, "carry_out", 0, 1);
    desk_set(desk, "carry_out", DESK_COLS - 1, 1);
    desk_write(desk);
    text = desk_slurp(desk->report_path, &nbytes);
    for (char *at = text; (at = strstr(at, "2023")); at += 4)
        memcpy(at, "2022", 4);
    char *agency = strstr(text, "甲乙县");
    memmove(agency, agency + strlen("甲乙县"), strlen(agency + strlen("甲乙县")) + 1);
    desk_spill(path, text, strlen(text));
    free(text);
    desk_clear(desk);
    desk_write(desk);
    return path;
}

/* a.txt once more as the year before, with what it carries over to the next. */
static char *spill_version(struct desk *desk, const char *name, int carried)
{
    size_t nbytes;
    char *path = path_join(desk->dir, name), *text;
    desk_set(desk, "carry_out", 0, carried);
    desk_set(desk, "carry_out", DESK_COLS - 1, carried);
    desk_write(desk);
    text = desk_slurp(desk->report_path, &nbytes);
    for (char *at = text; (at = strstr(at, "2023")); at += 4)
        memcpy(at, "2022", 4);
    desk_spill(path, text, strlen(text));
    free(text);
    desk_clear(desk);
    desk_write(desk);
    return path;
}

/* ---- in a batch ---- */

static char *check_all(const char *const *words, int *status)
{
    char *argv[8] = {NULL};
    int count = 0;
    struct options options;
    struct err err = {0};
    char name[] = "/tmp/gouji-pairing-XXXXXX";
    size_t nbytes;
    for (; words[count]; count++)
        argv[count] = (char *)(uintptr_t)words[count];
    if (options_parse(count, argv, &options, &err) != 0)
        fail_msg("%s", err.text);
    int fd = mkstemp(name);
    *status = command_run(&options, LANG_EN, false, "0", "", fd);
    close(fd);
    char *text = desk_slurp(name, &nbytes);
    unlink(name);
    options_release(&options);
    return text;
}

static size_t count_in(const char *text, const char *what)
{
    size_t n = 0;
    for (; (text = strstr(text, what)); text += strlen(what))
        n++;
    return n;
}

static void test_batch_is_undecided(void **state)
{
    struct desk *desk = *state;
    char *prior = spill_doubtful(desk);
    int status;
    const char *const folder[] = {"gouji", "check", "--format", "jsonl", desk->dir, NULL};
    char *text = check_all(folder, &status);
    assert_int_equal(count_in(text, "may be last year's report"), 1);
    expect_in(text, "“0.txt” may be last year's report");
    expect_in(text, "{\"id\":\"XY-01\",\"instance\":\"\",");
    free(text);

    /* named, it is no question any more */
    const char *const named[] = {"gouji",   "check", "--format",        "jsonl",
                                 "--prior", prior,   desk->report_path, NULL};
    text = check_all(named, &status);
    assert_int_equal(status, STATUS_ERRORS);
    expect_not_in(text, "may be last year's report");
    expect_in(text, "{\"id\":\"XY-01\",\"instance\":\"tot\",");
    free(text);
    free(prior);
}

/* All that may be it are named, and in the same order whatever that of the files. */
static void test_batch_names_all(void **state)
{
    struct desk *desk = *state;
    char *prior = spill_doubtful(desk), *other = path_join(desk->dir, "9.txt");
    size_t nbytes;
    int status;
    char *text = desk_slurp(prior, &nbytes);
    desk_spill(other, text, nbytes);
    free(text);
    const char *const orders[][8] = {
        {"gouji", "check", "--format", "jsonl", prior, other, desk->report_path},
        {"gouji", "check", "--format", "jsonl", other, desk->report_path, prior}};
    for (size_t i = 0; i < COUNT(orders); i++) {
        text = check_all(orders[i], &status);
        expect_in(text, "“0.txt”, “9.txt” may each be last year's report");
        free(text);
    }
    unlink(other);
    free(other);
    free(prior);
}

/* Of versions the names say enough: it is their numbers that differ. */
static void test_batch_names_versions(void **state)
{
    struct desk *desk = *state;
    char *one = spill_version(desk, "0.txt", 1), *other = spill_version(desk, "z.txt", 0);
    int status;
    const char *const folder[] = {"gouji", "check", "--format", "jsonl", desk->dir, NULL};
    char *text = check_all(folder, &status);
    expect_in(text, "“0.txt”, “z.txt” are versions of last year's report whose numbers differ");
    expect_not_in(text, "names do not decide");
    free(text);
    free(one);
    free(other);
}

/* ---- on the screen ---- */

/* The folder is read to its end, then the second report is opened. */
static char *run_folder(struct desk *desk, const char *keys)
{
    char *report = desk->report_path;
    struct str all = STR_INIT;
    str_format(&all, "wait\nwait\nwait\ngg\nj\n<Enter>\nwait\n%s", keys);
    desk->report_path = desk->dir;
    char *dumps = run(desk, str_text(&all));
    desk->report_path = report;
    str_release(&all);
    return dumps;
}

static void expect_folder(struct desk *desk, const char *keys, const char *text)
{
    char *dumps = run_folder(desk, keys);
    expect_in(dumps, text);
    free(dumps);
}

static void test_asked_and_kept(void **state)
{
    struct desk *desk = *state;
    char *prior = spill_doubtful(desk);
    size_t nbytes;
    expect_folder(desk, "dump\n<Esc>\n", "Is that last year's report of this one?");
    assert_false(exists(desk->journal)); /* put off is not answered */
    expect_folder(desk, "text:perhaps\n<Enter>\ndump\n", ":pair asks again");
    assert_false(exists(desk->journal));
    expect_folder(desk, "text:y\n<Enter>\ndump\n", "XY-01");
    char *journal = desk_slurp(desk->journal, &nbytes);
    expect_in(journal, "\"t\":\"pair\"");
    expect_in(journal, "\"same\":true");
    expect_in(journal, "\"organ\":\"丙丁局\"");
    free(journal);

    /* The next session neither asks nor forgets. */
    char *dumps = run_folder(desk, "dump\n:\ntext:log\n<Enter>\ndump\n");
    expect_not_in(dumps, "Is that last year's report");
    expect_in(dumps, "XY-01");
    expect_in(dumps, "last year's report: 丙丁局 2022");
    free(dumps);
    expect_folder(desk, "u\ndump\n", "undo");
    dumps = run_folder(desk, "<Esc>\ndump\n");
    expect_not_in(dumps, "XY-01");
    free(dumps);
    free(prior);
}

static void test_no_and_asked_anew(void **state)
{
    struct desk *desk = *state;
    char *prior = spill_doubtful(desk);
    char *dumps = run_folder(desk, "text:n\n<Enter>\ndump\n");
    expect_not_in(dumps, "XY-01");
    free(dumps);
    dumps = run_folder(desk, "dump\n");
    expect_not_in(dumps, "Is that last year's report");
    free(dumps);
    expect_folder(desk, ":\ntext:pair\n<Enter>\ntext:是\n<Enter>\ndump\n", "XY-01");
    free(prior);
}

/* ---- versions of last year's report ---- */

#define WHICH "which is meant?"

/* The report is opened before its two versions of last year are read, or after. */
static void expect_asked(struct desk *desk, const char *first, const char *second)
{
    char *one = spill_version(desk, first, 1), *other = spill_version(desk, second, 0);
    bool comes_first = strcmp(second, "a.txt") > 0 && strcmp(first, "a.txt") > 0;
    char *report = desk->report_path;
    struct str keys = STR_INIT;
    str_format(&keys, "wait\nwait\nwait\ngg\n%s<Enter>\nwait\nwait\ndump\n",
               comes_first                   ? ""
               : strcmp(second, "a.txt") > 0 ? "j\n"
                                             : "j\nj\n");
    desk->report_path = desk->dir;
    char *dumps = run(desk, str_text(&keys));
    desk->report_path = report;
    expect_in(dumps, WHICH);
    expect_not_in(dumps, "XY-01");
    free(dumps);
    str_release(&keys);
    unlink(one);
    unlink(other);
    free(one);
    free(other);
}

static void test_versions_that_differ(void **state)
{
    expect_asked(*state, "0.txt", "1.txt");
    expect_asked(*state, "0.txt", "z.txt");
    expect_asked(*state, "x.txt", "z.txt");
}

/* Two versions of last year's report, and the first one in the list is a.txt's, the second. */
static void test_version_is_chosen(void **state)
{
    struct desk *desk = *state;
    char *one = spill_version(desk, "0.txt", 1), *other = spill_version(desk, "z.txt", 0);
    size_t nbytes;
    expect_folder(desk, "text:3\n<Enter>\ndump\n", ":pair asks again");
    assert_false(exists(desk->journal));
    expect_folder(desk, "dump\ntext:1\n<Enter>\ndump\n", "XY-01");
    char *dumps = run_folder(desk, "dump\n"); /* neither asked again nor forgotten */
    expect_not_in(dumps, WHICH);
    expect_in(dumps, "XY-01");
    free(dumps);
    dumps = run_folder(desk, ":\ntext:pair\n<Enter>\ntext:2\n<Enter>\ndump\n");
    expect_not_in(dumps, "XY-01");
    free(dumps);
    char *journal = desk_slurp(desk->journal, &nbytes);
    assert_int_equal(count_in(journal, "\"same\":true"), 2);
    assert_int_equal(count_in(journal, "\"same\":false"), 1); /* the first, left again */
    free(journal);
    free(one);
    free(other);
}

static void test_versions_that_agree(void **state)
{
    struct desk *desk = *state;
    char *one = spill_version(desk, "0.txt", 1), *other = spill_version(desk, "z.txt", 1);
    char *dumps = run_folder(desk, "dump\n");
    expect_not_in(dumps, WHICH);
    expect_in(dumps, "XY-01");
    free(dumps);
    free(one);
    free(other);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_batch_is_undecided),   CASE(test_batch_names_all),
        CASE(test_batch_names_versions), CASE(test_asked_and_kept),
        CASE(test_no_and_asked_anew),    CASE(test_versions_that_differ),
        CASE(test_version_is_chosen),    CASE(test_versions_that_agree),
    };
    app_set_locale("C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
