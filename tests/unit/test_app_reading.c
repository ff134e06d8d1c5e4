/* Reading a report in the workstation: what the panes show, where keys lead,
 * and what deciding says on the screen. */
#include "app_fixture.h"

/* ---- what is said of decisions ---- */

/* Two findings of one cause: the first stays open while only the second is decided. */
static void test_cause_in_part_decided_is_told(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gf\n/\ntext:T3-02 total\n<Enter>\nc\ndump:said\n"
                            "/\ntext:T3-01 np\n<Enter>\ndump:head\nc\ndump:all\n");
    char *head = strstr(dumps, "== head"), *all = strstr(dumps, "== all");
    expect_not_in(all, "[1/2]");
    expect_in(all, "decided 1/");
    *all = '\0';
    expect_in(head, "open         [1/2] ");
    expect_in(head, "[1 of the 2 findings of this cause decided]");
    *head = '\0';
    expect_in(dumps, "T3-02 total: confirmed  1 of the 2 findings of its cause decided");
    free(dumps);
}

/* A reason begun for one verdict is not the reason of another. */
static void test_reason_draft_belongs_to_its_verdict(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gf\nr\ntext:数字错了列\n<Esc>\ne\ndump:other\n<Esc>\n"
                            "r\ndump:same\n<Esc>\n");
    char *same = strstr(dumps, "== same");
    expect_in(same, "数字错了列");
    *same = '\0';
    expect_not_in(strstr(dumps, "== other"), "数字错了列");
    free(dumps);
    expect_run(desk, "gf\nr\ndump\n", "数字错了列"); /* in the next session too */
    expect_run(desk, "gf\nr\n<Enter>\ngn\ndump\n", "note"); /* decided: no draft left */
    dumps = run(desk, "gn\ndump\n");
    expect_not_in(dumps, "draft");
    free(dumps);
}

/* What a conclusion counted changes only when the report is reopened. */
static void test_deciding_reopens_a_concluded_report(void **state)
{
    static const char *const acts[] = {"gf\nc\n", "gf\ns\n", "gd\nA\n", "gt\nR\n"};
    struct desk *desk = *state;
    write_unbalanced(desk);
    free(run(desk, "C\ntext:3\n<Enter>\n"));
    for (size_t i = 0; i < COUNT(acts); i++) {
        char keys[64];
        snprintf(keys, sizeof keys, "%sdump\n<Enter>\ndump:after\n", acts[i]);
        char *dumps = run(desk, keys);
        expect_in(dumps, "Concluded: returned. Why is it reopened?");
        expect_in(strstr(dumps, "== after"), "It stays concluded");
        expect_in(strstr(dumps, "== after"), "[returned]");
        expect_in(strstr(dumps, "== after"), "decided 0/");
        free(dumps);
    }
    char *dumps = run(desk, "gf\nc\ntext:单位重报\n<Enter>\ndump\n");
    expect_in(dumps, "confirmed");
    expect_in(dumps, "decided 1/");
    expect_not_in(dumps, "[returned]");
    free(dumps);
}

static void test_notes_need_no_reopening(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "C\ntext:3\n<Enter>\na\ntext:补记\n<C-s>\ndump\n");
    expect_in(dumps, "Note kept");
    expect_in(dumps, "[returned]");
    free(dumps);
}

/* ---- the tables ---- */

/* The status line tells which checks use the cell and whether they hold; = and
 * Enter write out the sums that hold, too. */
static void test_cell_tells_its_checks(void **state)
{
    struct desk *desk = *state;
    desk_set(desk, "carry_in", 0, 1);
    desk_set(desk, "carry_in", DESK_COLS - 1, 1);
    write_unbalanced(desk);
    char *dumps = run(desk, "gt\n/\ntext:T3.carry_in.np\n<Enter>\ndump:failing\n"
                            "=\ndump:sums\nq\nl\ndump:holding\nE\ndump:rules\n");
    char *sums = strstr(dumps, "== sums"), *holding = strstr(dumps, "== holding");
    expect_in(holding, "表三 二 商业企业 = 0  =T3-01 =T3-02");
    *holding = '\0';
    expect_in(sums, "10 + 1 = 11 ≠ 9 + 0 = 9，差 2");
    expect_in(sums, "T3-02 carry_in  pass");
    expect_in(sums, "1 = 1\n");
    *sums = '\0';
    expect_in(dumps, "表三 二 自然人 = 1  !T3-01 =T3-02");
    free(dumps);
}

/* Either all rows of a header stand on the pane or none. */
static void test_header_is_never_cut(void **state)
{
    static const int rows[] = {24, 25, 26, 28, 30};
    struct desk *desk = *state;
    write_unbalanced(desk);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct str keys = STR_INIT;
        for (int row = 1; row <= 28; row++)
            str_add(&keys, "gt\nj\ndump\n");
        char *dumps = run_as(desk, "zhang", false, str_text(&keys), rows[i], 80);
        for (char *at = dumps; (at = strstr(at, "tables "));) {
            const char *line = strchr(at, '\n') + 1;
            const char *next = strchr(line, '\n') + 1;
            bool cut = memmem(line, (size_t)(next - line), "业     构", strlen("业     构"));
            if (cut)
                fail_msg("%d rows\n%s", rows[i], at);
            at += 1;
        }
        free(dumps);
        str_release(&keys);
    }
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
    const struct CMUnitTest tests[] = {
        CASE(test_cause_in_part_decided_is_told), CASE(test_reason_draft_belongs_to_its_verdict),
        CASE(test_deciding_reopens_a_concluded_report), CASE(test_notes_need_no_reopening),
        CASE(test_header_is_never_cut), CASE(test_cell_tells_its_checks),
    };
    app_set_locale("C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
