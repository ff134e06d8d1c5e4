/* Whole reviews of the samples by keys, as a reviewer goes about them: from
 * the queue into a report, every decision, notes, readings, the conclusion,
 * the opinion, and the next session. Verdicts go to a folder of their own. */
#include "check.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "gouji/app/app.h"
#include "gouji/base/path.h"
#include "gouji/base/str.h"

enum { LIMIT = 1024 * 1024, ROWS = 45, COLS = 160 };

/* From the queue to the report of this number, at its findings. */
#define OPEN_TWIN_OF_TABLES "gl\ngg\nj\n<Enter>\ngf\ngg\n"
#define OPEN_TWIN_OF_GAPS "gl\ngg\n2j\n<Enter>\ngf\ngg\n"
#define OPEN_UNPLACED "gl\ngg\n5j\n<Enter>\ngf\ngg\n"

struct shelf {
    char dir[40]; /* verdicts, opinions and the state of the session */
};

static char *run(const struct shelf *shelf, const char *keys)
{
    const char *paths[] = {"data/samples"};
    char *config = path_join(shelf->dir, "config");
    fclose(fopen(config, "w"));
    struct app_options options = {.paths = paths,
                                  .npaths = 1,
                                  .reviewer = "zhang",
                                  .verdicts_dir = shelf->dir,
                                  .tool_version = "0.1.0",
                                  .build = "git:test",
                                  .config = config,
                                  .rows = ROWS,
                                  .cols = COLS,
                                  .lang = LANG_ZH};
    struct err err = {0};
    struct str dumps = STR_INIT;
    int status = app_run_script(&options, slice_of(keys), &dumps, &err);
    if (status != 0)
        fail_msg("status %d: %s", status, err.text);
    free(config);
    char *text = str_detach(&dumps);
    return text ? text : strdup("");
}

/* One dump of several, by its name; the part of dumps up to the next. */
static char *screen(const char *dumps, const char *name)
{
    char head[64];
    snprintf(head, sizeof head, "== %s\n", name);
    const char *start = strstr(dumps, head);
    if (!start)
        fail_msg("no dump %s", name);
    const char *end = strstr(start + strlen(head) - 1, "\n== ");
    return end ? strndup(start, (size_t)(end - start)) : strdup(start);
}

static void expect(const char *dumps, const char *name, const char *text, bool wanted)
{
    char *one = screen(dumps, name);
    if ((strstr(one, text) != NULL) != wanted)
        fail_msg("%s: %s\n%s", wanted ? "not on the screen" : "on the screen", text, one);
    free(one);
}

/* The row of the screen that names a finding says what was decided. */
static void expect_row(const char *dumps, const char *name, const char *finding, const char *text)
{
    char *one = screen(dumps, name);
    char *row = strstr(one, finding);
    if (!row)
        fail_msg("%s is not on the screen\n%s", finding, one);
    row[strcspn(row, "\n")] = '\0';
    while (row > one && row[-1] != '\n')
        row--;
    if (!strstr(row, text))
        fail_msg("%s: not in its row: %s\n%s", finding, text, row);
    free(one);
}

static char *read_file(const struct shelf *shelf, const char *name)
{
    char *path = path_join(shelf->dir, name), *bytes = NULL;
    size_t nbytes;
    struct err err = {0};
    if (path_read(path, LIMIT, "file", &bytes, &nbytes, &err) < 0)
        fail_msg("%s", err.text);
    free(path);
    return bytes;
}

static void expect_in_file(const struct shelf *shelf, const char *name, const char *text)
{
    char *bytes = read_file(shelf, name);
    if (!strstr(bytes, text))
        fail_msg("not in %s: %s\n%s", name, text, bytes);
    free(bytes);
}

static void test_queue_lists_every_sample(void **state)
{
    char *dumps = run(*state, "gl\ndump:queue\n");
    expect(dumps, "queue", "双槐镇人民政府", true);
    expect(dumps, "queue", "枫林县教育局", true);
    expect(dumps, "queue", "10 reports", true);
    free(dumps);
}

/* Each decision moves on to what is open next. */
static void test_every_decision(void **state)
{
    char *dumps =
        run(*state, OPEN_TWIN_OF_TABLES "c\n"
                                        "r\ntext:期限写在附件里\n<Enter>\n"
                                        "e\ntext:镇里另有考核通报\n<Enter>\n"
                                        "gg\n8j\nx\n1<Enter>\ndump:middle\n"
                                        "gg\n11j\ns\ngg\n12j\ni\n"
                                        "dump:last\ngg\ndump:decided\n:\ntext:write\n<Enter>\n");
    expect_row(dumps, "decided", "T2-06 procurement", "confirmed");
    expect_row(dumps, "decided", "DOC-06", "misread");
    expect_row(dumps, "decided", "SEC-07", "explained");
    expect_row(dumps, "middle", "SEC-04", "not an error");
    expect_row(dumps, "last", "STR-04 new", "later");
    expect_row(dumps, "last", "STR-04 carry_in", "cannot");
    free(dumps);
    static const char *const names[] = {"confirmed",    "misread", "explained",
                                        "not-an-error", "later",   "cannot-tell"};
    for (size_t i = 0; i < COUNT(names); i++)
        expect_in_file(*state, "02-liuhe-zhen-2020.txt.zhang.verdict.json", names[i]);
    expect_in_file(*state, "02-liuhe-zhen-2020.txt.zhang.verdict.json", "期限写在附件里");
}

static void test_note_and_problem_in_chinese(void **state)
{
    char *dumps = run(*state, OPEN_TWIN_OF_TABLES
                      "a\ntext:请把金额改按万元填写\n<C-s>\ngn\ndump:note\n"
                      "gf\nA\ntext:w 村级账目没有写\n<Enter>\n<Enter>\nG\ndump:added\n"
                      "u\ndump:undone\n<C-r>\ndump:redone\n");
    expect(dumps, "note", "请把金额改按万元填写", true);
    expect(dumps, "added", "村级账目没有写", true);
    expect(dumps, "undone", "undo: 02-liuhe", true);
    expect(dumps, "redone", "redo: 02-liuhe", true);
    free(dumps);
    dumps = run(*state, OPEN_TWIN_OF_TABLES "G\ndump:again\n");
    expect(dumps, "again", "村级账目没有写", true);
    free(dumps);
}

/* A line of a Word dump begins with a tab, its quote with words. */
static void test_problem_on_a_cell_line_quotes_words(void **state)
{
    const struct shelf *shelf = *state;
    struct str keys = STR_INIT;
    str_format(&keys,
               OPEN_TWIN_OF_TABLES "gd\n80G\nA\ntext:w 金额没有写单位\n<Enter>\n<Enter>\n"
                                   ":\ntext:opinion %s/opinion.md\n<Enter>\n",
               shelf->dir);
    char *text = str_detach(&keys);
    free(run(shelf, text));
    free(text);
    expect_in_file(shelf, "opinion.md", "：“1875420”\n");
}

/* Read in 万元 the amount is plausible, and the finding is gone. */
static void test_correcting_the_amount(void **state)
{
    char *dumps = run(*state, OPEN_TWIN_OF_TABLES
                      "gt\nl\ndump:before\nR\n<C-u>\ntext:187.542\n<Enter>\ndump:corrected\n"
                      "u\ndump:undone\n<C-r>\ndump:redone\n");
    expect(dumps, "before", "T2-06", true);
    expect(dumps, "corrected", "T2-06", false);
    expect(dumps, "corrected", "187.542", true);
    expect(dumps, "undone", "T2-06", true);
    expect(dumps, "redone", "T2-06", false);
    free(dumps);
}

/* Six numbers for seven columns: the reviewer gives the seven, and
 * the sums of the row and of its column are checked at once. */
static void test_placing_the_row(void **state)
{
    const struct shelf *shelf = *state;
    struct str keys = STR_INIT;
    str_format(&keys,
               OPEN_UNPLACED "/\ntext:STR-05\n<Enter>\ngt\ndump:before\n"
                             "gR\n<C-u>\ntext:2 1 0 0 0 _ 3\n<Enter>\ndump:placed\n"
                             "gf\n/\ntext:T3-01\n<Enter>\ndump:sums\n"
                             ":\ntext:opinion %s/placed.txt\n<Enter>\n",
               shelf->dir);
    char *dumps = run(shelf, str_text(&keys));
    str_release(&keys);
    expect_in_file(shelf, "placed.txt", "自然人 2、商业企业 1、科研机构 0、");
    expect_in_file(shelf, "placed.txt", "、其他 空白、总计 3\n");
    expect(dumps, "before", "??", true);
    expect(dumps, "placed", "??", false);
    expect(dumps, "sums", "STR-05", false);
    expect(dumps, "sums", "T3-01 np", true);
    free(dumps);
}

/* What one cause brings about is decided together. */
static void test_cause_is_decided_as_one(void **state)
{
    char *dumps = run(*state, OPEN_TWIN_OF_GAPS "dump:before\nc\ndump:decided\n");
    expect_row(dumps, "before", "SEC-01", "open");
    expect_row(dumps, "decided", "SEC-01", "confirmed");
    expect_row(dumps, "decided", "STR-01", "confirmed");
    expect_row(dumps, "decided", "DOC-10", "confirmed");
    expect_row(dumps, "decided", "TT-10", "open");
    free(dumps);
}

static void test_conclusion_and_opinion(void **state)
{
    const struct shelf *shelf = *state;
    struct str keys = STR_INIT;
    str_format(&keys,
               OPEN_TWIN_OF_GAPS "c\nc\nc\nc\nC\ntext:3\n<Enter>\ndump:concluded\n"
                                 ":\ntext:opinion %s/opinion.md\n<Enter>\ndump:opinion\n",
               shelf->dir);
    char *text = str_detach(&keys), *dumps = run(shelf, text);
    free(text);
    expect(dumps, "concluded", "[returned]", true);
    expect(dumps, "opinion", "Written: ", true);
    free(dumps);
    expect_in_file(shelf, "opinion.md", "澄湖市人民政府办公室");
    expect_in_file(shelf, "opinion.md", "（SEC-01）");
    expect_in_file(shelf, "opinion.md", "（STR-02）");
    expect_in_file(shelf, "opinion.md", "5 + 3 = 8 ≠ 9");
    dumps = run(shelf, "gl\ngg\ndump:queue\n" OPEN_TWIN_OF_GAPS "dump:resumed\n");
    expect_row(dumps, "queue", "03-chenghu", "returned");
    expect(dumps, "resumed", "[returned]", true);
    expect_row(dumps, "resumed", "SEC-01", "confirmed");
    free(dumps);
}

/* A problem in a section of the report's own is none of the whole report. */
static void test_opinion_on_a_section_of_its_own(void **state)
{
    const struct shelf *shelf = *state;
    struct str keys = STR_INIT;
    str_format(&keys,
               OPEN_TWIN_OF_TABLES "/\ntext:SEC-04\n<Enter>\nc\n"
                                   ":\ntext:opinion %s/other.txt\n<Enter>\n",
               shelf->dir);
    free(run(shelf, str_text(&keys)));
    str_release(&keys);
    expect_in_file(shelf, "other.txt", "法定部分之外\n1. ");
}

/* The session after a quit begins at the report that was left. */
static void test_place_is_resumed(void **state)
{
    free(run(*state, OPEN_TWIN_OF_GAPS "c\n"));
    char *dumps = run(*state, "dump:queue\n<Enter>\ndump:resumed\n");
    expect_row(dumps, "queue", "03-chenghu", "> in review");
    expect(dumps, "resumed", "3/10 03-chenghu", true);
    expect_row(dumps, "resumed", "SEC-01", "confirmed");
    free(dumps);
}

/* What the first act finds out about the files is said after it. */
static void test_lock_taken_over_is_said(void **state)
{
    const struct shelf *shelf = *state;
    free(run(shelf, OPEN_TWIN_OF_GAPS "c\n"));
    char *lock = path_join(shelf->dir, "03-chenghu-shi-ban-2020.txt.zhang.verdict.json.lock");
    fclose(fopen(lock, "w"));
    char *dumps = run(shelf, OPEN_TWIN_OF_GAPS "dump:before\nu\ndump:after\n");
    expect(dumps, "before", "taken over", false);
    expect(dumps, "after", "taken over", true);
    free(dumps);
    free(lock);
}

/* The other year of the same agency lies in the folder. */
static void test_year_before_is_found(void **state)
{
    char *dumps = run(*state, "gl\ngg\n7j\n<Enter>\ngf\ndump:pair\n");
    expect_row(dumps, "pair", "XY-01 tot", "open");
    free(dumps);
}

static void test_privacy_is_masked_in_findings_and_files(void **state)
{
    char *dumps = run(*state, "gl\ngg\n4j\n<Enter>\ngf\n/\ntext:PRV-01\n<Enter>\ndump:id\nc\n"
                              "/\ntext:PRV-02\n<Enter>\ndump:phone\n"
                              ":\ntext:write\n<Enter>\n");
    expect_row(dumps, "id", "PRV-01", "990*************14");
    expect_row(dumps, "phone", "PRV-02", "139******78");
    assert_null(strstr(dumps, "990101198001010014")); /* nor beside it, in the text */
    assert_null(strstr(dumps, "13912345678"));
    free(dumps);
    char *verdict = read_file(*state, "05-wangquan-jiedao-2020.txt.zhang.verdict.json");
    assert_null(strstr(verdict, "13912345678"));
    free(verdict);
}

static int set_up(void **state)
{
    struct shelf *shelf = calloc(1, sizeof *shelf);
    if (!shelf)
        return -1;
    strcpy(shelf->dir, "/tmp/gouji-shelf-XXXXXX");
    if (!mkdtemp(shelf->dir))
        return -1;
    setenv("XDG_STATE_HOME", shelf->dir, 1);
    *state = shelf;
    return 0;
}

static int tear_down(void **state)
{
    struct shelf *shelf = *state;
    char command[64];
    snprintf(command, sizeof command, "rm -rf %s", shelf->dir);
    int status = system(command);
    free(shelf);
    return status;
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        CASE(test_queue_lists_every_sample),
        CASE(test_every_decision),
        CASE(test_note_and_problem_in_chinese),
        CASE(test_problem_on_a_cell_line_quotes_words),
        CASE(test_correcting_the_amount),
        CASE(test_placing_the_row),
        CASE(test_cause_is_decided_as_one),
        CASE(test_conclusion_and_opinion),
        CASE(test_opinion_on_a_section_of_its_own),
        CASE(test_place_is_resumed),
        CASE(test_lock_taken_over_is_said),
        CASE(test_year_before_is_found),
        CASE(test_privacy_is_masked_in_findings_and_files),
    };
    setenv("GOUJI_DATA", "data", 0);
    setenv("TZ", "UTC", 1);
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
