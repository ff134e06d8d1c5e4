/* Frequencies and trends, by keys: counted, drawn, and followed to what they are of. */
#include "folder_fixture.h"

static char *part(char *dumps, const char *name)
{
    char *found = strstr(dumps, name);
    if (!found)
        fail_msg("no dump %s in\n%s", name, dumps);
    return found;
}

static void test_rules_of_a_report(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gf\nF\ndump:rules\n/\ntext:T3-01\n<Enter>\n<Enter>\no\ndump:shown\n");
    char *shown = part(dumps, "== shown");
    expect_in(shown, "shown & rule=T3-01");
    expect_in(shown, "T3-01 np");
    *shown = '\0';
    expect_in(dumps, "[rule]");
    expect_in(dumps, "█");
    free(dumps);
}

static void test_other_ways_to_count(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gf\nc\nF\nl\ndump:severity\nl\ndump:status\nl\ndump:cell\n"
                            "h\nj\n<Enter>\ndump:confirmed\n");
    expect_in(part(dumps, "== confirmed"), "& status=confirmed");
    *part(dumps, "== confirmed") = '\0';
    expect_in(part(dumps, "== cell"), "T3.total.np");
    *part(dumps, "== cell") = '\0';
    expect_in(part(dumps, "== status"), "confirmed");
    *part(dumps, "== status") = '\0';
    expect_in(part(dumps, "== severity"), "undecided");
    free(dumps);
}

static void test_queue_by_rule_and_document(void **state)
{
    struct desk *desk = *state;
    folder_make(desk);
    char *dumps =
        run_folder(desk, "F\n/\ntext:T3-01\n<Enter>\n<Enter>\ndump:rule\n"
                         "&\n<Enter>\n:\ntext:frequency document\n<Enter>\ndump:documents\n"
                         "/\ntext:b2023\n<Enter>\n<Enter>\ndump:one\n");
    expect_in(part(dumps, "== one"), "shown & doc=\"b2023.txt\"");
    *part(dumps, "== one") = '\0';
    expect_in(part(dumps, "== documents"), "[document]");
    *part(dumps, "== documents") = '\0';
    expect_in(part(dumps, "== rule"), "& rule=T3-01");
    expect_not_in(part(dumps, "== rule"), "b2023.txt");
    free(dumps);
    dumps = run_folder(desk, ":\ntext:frequency cell\n<Enter>\ndump\n");
    expect_in(dumps, "cell is none of these");
    free(dumps);
}

static void test_help_is_at_hand(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gf\nF\n?\ndump:rules\nq\nq\ngy\n?\ndump:trend\n");
    expect_in(part(dumps, "== trend"), "Keys here: figures");
    *part(dumps, "== trend") = '\0';
    expect_in(dumps, "Keys here: figures");
    free(dumps);
}

static void test_ascii_bars(void **state)
{
    struct desk *desk = *state;
    folder_make(desk);
    struct script script = {
        .path = desk->dir, .config = "set lines=ascii\n", .keys = "F\ndump\nq\ngy\ndump\n"};
    char *dumps = script_run(desk, &script);
    expect_in(dumps, "####");
    expect_not_in(dumps, "█");
    free(dumps);
}

static void test_trend(void **state)
{
    struct desk *desk = *state;
    folder_make(desk);
    folder_write(desk, "a2019.txt", "甲乙县丙丁局", 2019);
    char *dumps = run_folder(desk, "2G\ngy\ndump:trend\nG\n<Enter>\ndump:opened\n");
    expect_in(part(dumps, "== opened"), "a2023.txt");
    *part(dumps, "== opened") = '\0';
    expect_in(dumps, "2019 ");
    expect_in(dumps, "2020  no report of this year in the queue");
    expect_in(dumps, "2022       24 █");
    expect_not_in(dumps, "戊己镇");
    free(dumps);
}

/* A blank is no nought, and draws no bar. */
static void test_what_is_no_number_is_shown_as_what_it_is(void **state)
{
    struct desk *desk = *state;
    size_t nbytes;
    desk_write(desk);
    char *text = desk_slurp(desk->report_path, &nbytes);
    char *blank =
        replaced(text, "申请数量\t10\t0\t0\t0\t0\t0\t10\n", "申请数量\t10\t0\t0\t0\t0\t0\t\n");
    assert_string_not_equal(text, blank);
    desk_spill(desk->report_path, blank, strlen(blank));
    char *dumps = run_folder(desk, "gy\ndump\n");
    expect_in(dumps, "2023      [ ]    ");
    free(dumps);
    free(blank);
    free(text);
}

static void test_wide_queue_draws_the_rules(void **state)
{
    struct desk *desk = *state;
    folder_make(desk);
    struct script script = {.path = desk->dir, .keys = "dump\n", .cols = 160};
    char *dumps = script_run(desk, &script);
    expect_in(dumps, "findings by rule");
    expect_in(dumps, "█");
    free(dumps);
}

/* Under the states, too, it is findings that are counted. */
static void test_queue_by_state_counts_findings(void **state)
{
    struct desk *desk = *state;
    folder_make(desk);
    char *dumps = run_folder(desk, ":\ntext:frequency severity\n<Enter>\ndump:severity\n"
                                   "l\ndump:status\n");
    const char *by_severity = strstr(part(dumps, "== severity"), " in all");
    const char *by_status = strstr(part(dumps, "== status"), " in all");
    assert_non_null(by_severity);
    assert_non_null(by_status);
    assert_memory_equal(by_status - 5, by_severity - 5, 5);
    free(dumps);
}

static void test_trend_of_a_group(void **state)
{
    struct desk *desk = *state;
    folder_make(desk);
    char *dumps = run_folder(desk, ":\ntext:group agency\n<Enter>\ngg\ngy\ndump:agency\nq\n"
                                   ":\ntext:group year\n<Enter>\ngg\ngy\ndump:year\n");
    expect_in(part(dumps, "== year"), "No report and no agency stands in this row");
    *part(dumps, "== year") = '\0';
    expect_in(dumps, ">over the years");
    free(dumps);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
    const struct CMUnitTest tests[] = {
        CASE(test_help_is_at_hand),
        CASE(test_rules_of_a_report),
        CASE(test_other_ways_to_count),
        CASE(test_queue_by_rule_and_document),
        CASE(test_ascii_bars),
        CASE(test_trend),
        CASE(test_what_is_no_number_is_shown_as_what_it_is),
        CASE(test_wide_queue_draws_the_rules),
        CASE(test_queue_by_state_counts_findings),
        CASE(test_trend_of_a_group),
    };
    app_set_locale("C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
