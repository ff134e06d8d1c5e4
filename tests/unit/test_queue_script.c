/* Finding work in the queue, by keys: filter, sort, groups, totals, tags; and its
 * reading by a thread. */
#include "folder_fixture.h"

#include <time.h>

#include "gouji/review/queue.h"

/* The first row that holds the text; its number from 0. */
static int row_of(const char *dumps, const char *text)
{
    int row = 0;
    const char *found = strstr(dumps, text);
    if (!found)
        fail_msg("not on the screen: %s\n%s", text, dumps);
    for (const char *at = dumps; at < found; at++)
        row += *at == '\n';
    return row;
}

static void test_totals(void **state)
{
    struct desk *desk = *state;
    folder_make(desk);
    char *dumps = run_folder(desk, "dump\n");
    expect_in(dumps, "4 reports: 4 new");
    expect_in(dumps, "left out");
    expect_in(dumps, "one file left out");
    free(dumps);
    free(run_folder(desk, "<Enter>\nC\ntext:3\n<Enter>\n"));
    dumps = run_folder(desk, "dump\n");
    expect_in(dumps, "4 reports: 3 new, 1 concluded");
    free(dumps);
}

/* A row has room for the beginning of the reason only, and the last row for little more. */
static void test_why_a_file_is_not_read_is_seen_whole(void **state)
{
    static const char pdf[] = "%PDF-1.7\n";
    struct desk *desk = *state;
    folder_make(desk);
    char *path = path_join(desk->dir, "a-report-with-a-name-that-is-rather-long.txt");
    desk_spill(path, pdf, strlen(pdf));
    const struct script in_folder = {.path = desk->dir,
                                     .keys = "G\nk\n<Enter>\ndump:whole\nq\ndump:back\n",
                                     .rows = 24,
                                     .cols = 80};
    char *dumps = script_run(desk, &in_folder);
    expect_in(dumps, "rather-long-2.txt'");
    expect_not_in(strstr(dumps, "== back"), "rather-long-2.txt'");
    free(dumps);
    const struct script alone = {
        .path = path, .keys = "dump\n<Enter>\ndump:whole\n", .rows = 24, .cols = 60};
    dumps = script_run(desk, &alone);
    expect_in(strstr(dumps, "== whole"), "pdftotext -layout");
    free(dumps);
    free(path);
}

static void test_sorting(void **state)
{
    struct desk *desk = *state;
    folder_make(desk);
    char *dumps = run_folder(desk, ":\ntext:sort year\n<Enter>\ndump\n");
    assert_true(row_of(dumps, "a2023.txt") < row_of(dumps, "a2022.txt"));
    assert_true(row_of(dumps, "a2022.txt") < row_of(dumps, "a2021.txt"));
    expect_in(dumps, "yearv");
    free(dumps);
    dumps = run_folder(desk, "gs\n7\n<Enter>\ngs\n7\n<Enter>\ndump\n");
    assert_true(row_of(dumps, "a2021.txt") < row_of(dumps, "a2022.txt"));
    expect_in(dumps, "the other way round");
    free(dumps);
    dumps = run_folder(desk, ":\ntext:sort -errors\n<Enter>\ndump\n");
    assert_true(row_of(dumps, "b2023.txt") < row_of(dumps, "a2023.txt"));
    free(dumps);
    dumps = run_folder(desk, ":\ntext:sort size\n<Enter>\ndump\n");
    expect_in(dumps, "size is none of these: name, state");
    free(dumps);
}

static void test_next_report_follows_the_order_shown(void **state)
{
    struct desk *desk = *state;
    folder_make(desk);
    char *dumps = run_folder(desk, ":\ntext:sort -name\n<Enter>\ngg\n<Enter>\ndump:first\n>\n"
                                   "dump:second\n");
    expect_in(strstr(dumps, "== second"), "a2023.txt");
    *strstr(dumps, "== second") = '\0';
    expect_in(dumps, "b2023.txt");
    free(dumps);
}

static void test_groups_fold(void **state)
{
    struct desk *desk = *state;
    folder_make(desk);
    char *dumps = run_folder(desk, "gr\n3\n<Enter>\ndump:groups\ngg\n<Enter>\ndump:folded\n");
    char *folded = strstr(dumps, "== folded");
    expect_in(folded, "+ 甲乙县丙丁局  3 reports");
    expect_not_in(folded, "a2022.txt");
    expect_in(folded, "b2023.txt");
    *folded = '\0';
    expect_in(dumps, "- 甲乙县丙丁局  3 reports");
    expect_in(dumps, "- 甲乙县戊己镇人民政府  1 report");
    expect_in(dumps, "a2022.txt");
    free(dumps);
    dumps = run_folder(desk, ":\ntext:group state\n<Enter>\nG\ndump\n");
    expect_in(dumps, "- new  4 reports");
    expect_in(dumps, " 4/4  4 reports"); /* headings are no reports */
    free(dumps);
    dumps = run_folder(desk, "gr\ntext:organ\n<Enter>\ndump\n"); /* as shown, too */
    expect_in(dumps, "- 甲乙县丙丁局  3 reports");
    free(dumps);
}

static void test_cursor_stays_on_its_report(void **state)
{
    struct desk *desk = *state;
    folder_make(desk);
    char *dumps = run_folder(desk, "3G\n:\ntext:sort -year\n<Enter>\n<Enter>\ndump\n");
    expect_in(dumps, "3/4 a2023.txt");
    free(dumps);
}

/* Files that turn out to be no reports leave the list while it is read. */
static void spill_others(struct desk *desk, int count)
{
    for (int i = 0; i < count; i++) {
        char name[32];
        snprintf(name, sizeof name, "a2020-%02d.txt", i);
        char *path = path_join(desk->dir, name);
        desk_spill(path, "no report at all\n", 17);
        free(path);
    }
}

static void test_cursor_stays_when_files_leave(void **state)
{
    struct desk *desk = *state;
    folder_make(desk);
    const struct script first = {.path = desk->dir, .keys = "G\nk\n<Enter>\n"};
    const struct script then = {.path = desk->dir, .keys = "dump\n<Enter>\ndump:open\n"};
    free(script_run(desk, &first));
    for (int count = 1; count <= 32; count *= 2) { /* the old index in the list, then past it */
        spill_others(desk, count);
        char *dumps = script_run(desk, &then);
        expect_in(dumps, "> new");
        expect_in(strstr(dumps, "== open"), "4/4 b2023.txt");
        free(dumps);
    }
}

static void test_filter(void **state)
{
    struct desk *desk = *state;
    folder_make(desk);
    static const struct {
        const char *filter, *shown;
    } cases[] = {
        {"year>=2022", "  3 of "},
        {"year=2021 | agency~镇", "  2 of "},
        {"status=left-out readme", "  1 of "},
        {"status=new !机关~镇", "  3 of "},
        {"rule=T3-*", "  2 of "},
        {"errors=0", "  0 of "},
        {"a202", "  3 of "},
        {"text~readme", "  1 of "},
        {"tag=yes", "  0 of "},
        {"status=concluded", "  0 of "},
        {"年度=2023 级别=error", "  2 of "},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char keys[200];
        snprintf(keys, sizeof keys, "&\ntext:%s\n<Enter>\ndump\n", cases[i].filter);
        char *dumps = run_folder(desk, keys);
        if (!strstr(dumps, cases[i].shown))
            fail_msg("%s: wanted %s\n%s", cases[i].filter, cases[i].shown, dumps);
        free(dumps);
    }
}

static void test_filter_while_typed(void **state)
{
    struct desk *desk = *state;
    folder_make(desk);
    char *dumps = run_folder(desk, "&\ntext:镇\ndump:typed\n<Esc>\ndump:back\n");
    char *back = strstr(dumps, "== back");
    expect_in(back, "a2021.txt");
    *back = '\0';
    expect_not_in(dumps, "a2021.txt");
    expect_in(dumps, "b2023.txt");
    free(dumps);
}

static void test_tags(void **state)
{
    struct desk *desk = *state;
    folder_make(desk);
    char *dumps = run_folder(desk, "2t\nT\ntext:机关~镇\n<Enter>\ndump:three\n&\ntext:tag=yes\n"
                                   "<Enter>\ndump:shown\ngT\n&\n<Enter>\ndump:none\n");
    char *shown = strstr(dumps, "== shown"), *none = strstr(dumps, "== none");
    expect_not_in(none, "tagged 3");
    *none = '\0';
    expect_in(shown, "  3 of ");
    *shown = '\0';
    expect_in(dumps, "*new");
    expect_in(dumps, "tagged 3");
    free(dumps);
}

/* ---- reading by a thread ---- */

static struct queue *open_queue(struct desk *desk)
{
    struct err err = {0};
    const char *path = desk->dir;
    struct queue *queue = queue_new(&path, 1, desk->forms, desk->rules, &desk->options, &err);
    if (!queue)
        fail_msg("%s", err.text);
    return queue;
}

static void read_all(struct queue *queue)
{
    const struct timespec pause = {0, 1000000};
    for (int i = 0; queue_is_reading(queue); i++) {
        if (i > 30000)
            fail_msg("still reading after half a minute");
        queue_collect(queue, 0);
        nanosleep(&pause, NULL);
    }
}

static void assert_same_items(const struct queue_item *a, const struct queue_item *b)
{
    assert_string_equal(a->path, b->path);
    assert_int_equal(a->state, b->state);
    assert_int_equal(a->errors, b->errors);
    assert_int_equal(a->warnings, b->warnings);
    assert_int_equal(a->undecided, b->undecided);
    assert_int_equal(a->ntallies, b->ntallies);
    assert_int_equal(a->year, b->year);
    assert_int_equal(a->received.value, b->received.value);
    assert_true((a->prior == NULL) == (b->prior == NULL));
    if (a->prior)
        assert_string_equal(a->prior, b->prior);
}

static void test_thread_reads_the_same(void **state)
{
    struct desk *desk = *state;
    folder_make(desk);
    struct queue *one = open_queue(desk), *other = open_queue(desk);
    while (queue_read_next(one))
        ;
    assert_int_equal(queue_start_reading(other), 0);
    read_all(other);
    assert_int_equal(queue_count(one), 4);
    assert_int_equal(queue_count(other), 4);
    for (size_t i = 0; i < 4; i++)
        assert_same_items(queue_at(one, i), queue_at(other, i));
    assert_non_null(queue_at(other, 2)->prior);
    assert_int_equal(queue_unread(other), 0);
    queue_free(one);
    queue_free(other);
}

static void test_thread_ends_in_the_middle(void **state)
{
    struct desk *desk = *state;
    folder_make(desk);
    for (int i = 0; i < 5; i++) {
        struct queue *queue = open_queue(desk);
        assert_int_equal(queue_start_reading(queue), 0);
        queue_collect(queue, 0);
        queue_free(queue);
    }
}

static void test_thread_is_held_and_goes_on(void **state)
{
    struct desk *desk = *state;
    folder_make(desk);
    struct queue *queue = open_queue(desk);
    assert_int_equal(queue_start_reading(queue), 0);
    queue_hold(queue, true);
    queue_collect(queue, 0);
    assert_true(queue_is_held(queue));
    assert_false(queue_is_reading(queue));
    assert_int_equal(queue_unread(queue), 5);
    queue_hold(queue, false);
    read_all(queue);
    assert_int_equal(queue_unread(queue), 0);
    queue_free(queue);
}

/* An entry that was opened while the thread read it knows better. */
static void test_opened_entry_is_not_overwritten(void **state)
{
    struct desk *desk = *state;
    desk_write(desk);
    struct queue *queue = open_queue(desk);
    assert_int_equal(queue_start_reading(queue), 0);
    queue_collect(queue, 0);
    desk_open(desk);
    OK(review_conclude(desk->review, CONCLUSION_RETURNED, "", false, why));
    queue_update(queue, 0, desk->review);
    read_all(queue);
    assert_int_equal(queue_at(queue, 0)->state, QUEUE_CONCLUDED);
    assert_int_equal(queue_unread(queue), 0);
    queue_free(queue);
    desk_close(desk);
}

static void test_values_and_tallies(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    struct queue *queue = open_queue(desk);
    while (queue_read_next(queue))
        ;
    const struct queue_item *item = queue_at(queue, 0);
    assert_int_equal(item->received.state, CELL_NUMBER);
    assert_int_equal(item->received.value, 10);
    assert_int_equal(item->answered.value, 10);
    unsigned failed = 0, undecided = 0;
    for (size_t i = 0; i < item->ntallies; i++) {
        unsigned *sum = item->tallies[i].is_undecided ? &undecided : &failed;
        *sum += item->tallies[i].count;
        assert_int_equal(item->tallies[i].open, item->tallies[i].count);
    }
    assert_int_equal(failed, item->errors + item->warnings + item->infos);
    assert_int_equal(undecided, item->undecided);
    queue_free(queue);
}

/* A place in the list, which writes nothing beside any report. */
static void test_marks_in_the_queue(void **state)
{
    struct desk *desk = *state;
    folder_make(desk);
    char *dumps = run_folder(desk, "2G\nma\ndump:set\nG\n'\nwait\ndump:which\na\ngd\ndump:none\n"
                                   "<Enter>\ndump:opened\nq\n'b\ndump:unset\nm1\ndump:digit\n");
    expect_in(strstr(dumps, "== digit"), "a mark is named by a letter");
    *strstr(dumps, "== digit") = '\0';
    expect_in(strstr(dumps, "== unset"), "Mark b is not set");
    *strstr(dumps, "== unset") = '\0';
    expect_in(strstr(dumps, "== opened"), "2/4 a2022.txt");
    *strstr(dumps, "== none") = '\0';
    expect_in(strstr(dumps, "== which"), "a a2022.txt");
    *strstr(dumps, "== which") = '\0';
    expect_in(dumps, "Mark a set");
    free(dumps);
    struct script script = {.path = desk->dir, .keys = "gg\n'a\n<Enter>\ndump\n"};
    dumps = script_run(desk, &script);
    expect_in(dumps, "2/4 a2022.txt");
    free(dumps);
    char *journal = path_join(desk->dir, "a2022.txt.zhang.verdict.jsonl");
    assert_false(exists(journal));
    free(journal);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
    const struct CMUnitTest tests[] = {
        CASE(test_marks_in_the_queue),
        CASE(test_totals),
        CASE(test_why_a_file_is_not_read_is_seen_whole),
        CASE(test_sorting),
        CASE(test_next_report_follows_the_order_shown),
        CASE(test_groups_fold),
        CASE(test_cursor_stays_on_its_report),
        CASE(test_cursor_stays_when_files_leave),
        CASE(test_filter),
        CASE(test_filter_while_typed),
        CASE(test_tags),
        CASE(test_thread_reads_the_same),
        CASE(test_thread_ends_in_the_middle),
        CASE(test_thread_is_held_and_goes_on),
        CASE(test_opened_entry_is_not_overwritten),
        CASE(test_values_and_tallies),
    };
    app_set_locale("C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
