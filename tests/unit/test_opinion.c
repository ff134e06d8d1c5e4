/* The opinion to send back. */
#include "review_fixture.h"

#include <time.h>

static char *opinion(const struct desk *desk, enum opinion_format format, enum lang lang, bool all)
{
    struct str out = STR_INIT;
    OK(review_opinion(desk->review, format, lang, all, &out, why));
    return str_detach(&out);
}

static bool has(const char *text, const char *part)
{
    return strstr(text, part) != NULL;
}

static void start(struct desk *desk)
{
    desk_set(desk, "unable_1", 0, 3);
    desk_set(desk, "unable_1", DESK_COLS - 1, 5);
    desk_set(desk, "denied_2", 0, 1);
    desk_start(desk);
}

static void test_confirmed_only(void **state)
{
    struct desk *desk = *state;
    start(desk);
    desk_decide(desk, "T3-02", "unable_1", VERDICT_CONFIRMED, NULL);
    char *text = opinion(desk, OPINION_TEXT, LANG_ZH, false);
    assert_true(has(text, "退回修改意见") && has(text, "zhang") && has(text, "2023"));
    assert_true(has(text, "表三（四）1") && has(text, "差 2") && has(text, "依据："));
    assert_true(has(text, "1. ") && !has(text, "2. "));
    assert_true(has(text, "尚未判断的问题"));
    assert_true(has(text, "停用的检查\n- 启发式检查，需要时由审核人打开：LNG-01、LNG-02"));
    free(text);
    text = opinion(desk, OPINION_TEXT, LANG_ZH, true);
    assert_true(has(text, "2. ") && has(text, "（审核人尚未判断）"));
    free(text);
    text = opinion(desk, OPINION_TEXT, LANG_EN, false);
    assert_true(has(text, "Opinion returned") && has(text, "difference 2"));
    free(text);
}

static void test_notes_readings_and_stale(void **state)
{
    struct desk *desk = *state;
    struct correction fix = {"T3.denied_3.np", "2"};
    start(desk);
    desk_decide(desk, "T3-02", "unable_1", VERDICT_CONFIRMED, NULL);
    OK(review_annotate(desk->review, (struct target){-1, "T3.unable_1.tot", {0, 0}},
                       "合计应为 3\n请改正", why));
    OK(review_correct(desk->review, &fix, 1, NULL, "", why));
    char *text = opinion(desk, OPINION_TEXT, LANG_ZH, false);
    assert_true(has(text, "审核人批注：合计应为 3\n     请改正"));
    assert_true(has(text, "审核人另行认读的单元格") && has(text, "“0” → “2”"));
    free(text);
    desk_close(desk);
    desk_set(desk, "unable_1", 0, 4);
    desk_start(desk);
    text = opinion(desk, OPINION_TEXT, LANG_ZH, false);
    assert_true(has(text, "须再看") && has(text, "3 → 4"));
    free(text);
}

/* A report that has passed is not returned; without a conclusion it is a draft. */
static void test_title_by_conclusion(void **state)
{
    static const struct {
        enum conclusion conclusion;
        const char *zh, *en;
    } titles[] = {
        {CONCLUSION_NONE, "退回修改意见（草稿，尚未作出结论）\n",
         "Opinion returned for correction (draft, not concluded)\n"},
        {CONCLUSION_PASSED, "审核意见\n", "Opinion on the report\n"},
        {CONCLUSION_PASSED_WITH_NOTES, "审核意见\n", "Opinion on the report\n"},
        {CONCLUSION_RETURNED, "退回修改意见\n", "Opinion returned for correction\n"},
    };
    struct desk *desk = *state;
    start(desk);
    for (size_t i = 0; i < COUNT(titles); i++) {
        if (titles[i].conclusion != CONCLUSION_NONE)
            OK(review_conclude(desk->review, titles[i].conclusion, "", true, why));
        char *zh = opinion(desk, OPINION_TEXT, LANG_ZH, false);
        char *en = opinion(desk, OPINION_TEXT, LANG_EN, false);
        assert_ptr_equal(strstr(zh, titles[i].zh), zh);
        assert_ptr_equal(strstr(en, titles[i].en), en);
        free(zh);
        free(en);
    }
}

/* Notes on a problem stand with it, all others in a section of their own. */
static void test_other_notes_have_a_section(void **state)
{
    struct desk *desk = *state;
    start(desk);
    desk_decide(desk, "T3-02", "unable_1", VERDICT_CONFIRMED, NULL);
    desk_decide(desk, "STR-01", "T4", VERDICT_EXPLAINED, "无复议");
    char *none = opinion(desk, OPINION_TEXT, LANG_ZH, false);
    assert_false(has(none, "其他批注"));
    free(none);
    uint32_t at = (uint32_t)(strstr(desk->report->text, "制度建设") - desk->report->text);
    int explained = (int)desk_find(desk, "STR-01", "T4");
    OK(review_annotate(desk->review, (struct target){-1, "T3.unable_1.np", {0, 0}}, "在题内", why));
    OK(review_annotate(desk->review, (struct target){-1, "T3.denied_7.np", {0, 0}}, "查台账", why));
    OK(review_annotate(desk->review, (struct target){-1, NULL, {at, at + 12}}, "太空泛", why));
    OK(review_annotate(desk->review, (struct target)TARGET_REPORT, "整体较好", why));
    OK(review_annotate(desk->review, (struct target){explained, NULL, {0, 0}}, "已电话核实", why));
    char *text = opinion(desk, OPINION_TEXT, LANG_ZH, false);
    char *section = strstr(text, "审核人的其他批注\n");
    assert_non_null(section);
    assert_true(has(section, "- 查台账\n   - 涉及：表三（三）7 自然人\n"));
    assert_true(has(section, "- 太空泛\n   - 涉及：“制度建设”\n"));
    assert_true(has(section, "- 整体较好\n   - 涉及：全文\n"));
    assert_true(has(section, "- 已电话核实\n   - 涉及：没有找到表四\n"));
    assert_false(has(section, "在题内"));
    assert_true(has(text, "审核人批注：在题内"));
    free(text);
}

/* What is about words quotes them, unless the message does. */
static void test_words_are_quoted(void **state)
{
    struct desk *desk = *state;
    desk->prose = "本年度平稳。我镇认真\t开展各项工作。";
    start(desk);
    const struct findings *findings = review_findings(desk->review);
    for (size_t i = 0; i < findings->nitems; i++)
        if (strncmp(findings->items[i].rule->id, "DOC-04", 6) == 0)
            OK(review_decide(desk->review, i, false, VERDICT_CONFIRMED, "", why));
    char *text = opinion(desk, OPINION_TEXT, LANG_ZH, false);
    assert_true(has(text, "DOC-04") && has(text, "涉及：“我镇认真 开展各项工作”\n"));
    free(text);
}

static void test_markdown_is_escaped(void **state)
{
    struct desk *desk = *state;
    start(desk);
    OK(review_add_problem(desk->review, (struct target){-1, "T3.new.np", {0, 0}}, SEVERITY_ERROR,
                          "*粗* <b> [链](x) \x1b[31m", "条_例", why));
    char *text = opinion(desk, OPINION_MARKDOWN, LANG_ZH, false);
    assert_true(has(text, "\\*粗\\* \\<b\\> \\[链\\](x)"));
    assert_true(has(text, "条\\_例") && has(text, "（审核人提出）"));
    assert_false(has(text, "\x1b"));
    assert_true(has(text, "# 退回修改意见"));
    free(text);
}

/* Problems stand in the order of the form's sections, whatever the order of
 * the acts. */
static void test_order_of_sections(void **state)
{
    struct desk *desk = *state;
    start(desk);
    desk_decide(desk, "T3-02", "unable_1", VERDICT_CONFIRMED, NULL);
    const char *text = desk->report->text, *place = strstr(text, "制度建设");
    uint32_t at = (uint32_t)(place - text);
    OK(review_add_problem(desk->review, (struct target){-1, NULL, {at, at + 12}}, SEVERITY_WARNING,
                          "说法含糊", "", why));
    OK(review_add_problem(desk->review, (struct target)TARGET_REPORT, SEVERITY_WARNING, "缺附件",
                          "", why));
    char *out = opinion(desk, OPINION_TEXT, LANG_ZH, false);
    const char *whole = strstr(out, "缺附件"), *first = strstr(out, "说法含糊");
    const char *third = strstr(out, "表三（四）1");
    assert_true(whole && first && third && whole < first && first < third);
    free(out);
}

static void test_consequences_in_one_line(void **state)
{
    struct desk *desk = *state;
    start(desk);
    desk_decide(desk, "STR-01", "T4", VERDICT_CONFIRMED, NULL);
    char *out = opinion(desk, OPINION_TEXT, LANG_ZH, false);
    assert_true(has(out, "   - 因此无法核对：T4-01、T4-02、T4-03"));
    assert_false(has(out, "结果维持")); /* their cells are not gone through */
    free(out);
}

static void test_nothing_to_correct(void **state)
{
    struct desk *desk = *state;
    start(desk);
    char *text = opinion(desk, OPINION_TEXT, LANG_ZH, false);
    assert_true(has(text, "尚无已确认的问题") && has(text, "尚未判断的问题"));
    free(text);
}

/* Into a file of its own: never over a report, a review, or what others wrote. */
static void test_goes_over_nothing_of_the_review(void **state)
{
    struct desk *desk = *state;
    struct err err = {0};
    struct slice text = slice_of("退回修改意见\n");
    size_t nbefore, nafter;
    start(desk);
    desk_decide(desk, "T3-02", "unable_1", VERDICT_CONFIRMED, NULL);
    OK(review_save(desk->review, why));
    char *link = path_join(desk->dir, "link.md"), *own = path_join(desk->dir, "opinion.md");
    char *pipe = path_join(desk->dir, "pipe.md");
    char *others = path_join(desk->dir, "b.txt.li.verdict.json");
    assert_int_equal(symlink(desk->report_path, link), 0);
    assert_int_equal(mkfifo(pipe, 0600), 0);
    char *other_report = path_join(desk->dir, "c.txt"), *empty = path_join(desk->dir, "empty.md");
    desk_spill(other_report, "某县统计局\n2021年政府信息公开工作年度报告\n", 60);
    desk_spill(empty, "", 0);
    const char *const kept[] = {desk->report_path, link, desk->verdict, desk->journal,
                                other_report};
    for (size_t i = 0; i < COUNT(kept); i++) {
        char *before = desk_slurp(kept[i], &nbefore);
        assert_int_equal(review_opinion_save(desk->review, kept[i], text, &err), -1);
        char *after = desk_slurp(kept[i], &nafter);
        assert_true(nafter == nbefore && memcmp(before, after, nbefore) == 0);
        free(before);
        free(after);
    }
    assert_int_equal(review_opinion_save(desk->review, others, text, &err), -1);
    assert_int_equal(access(others, F_OK), -1);
    assert_int_equal(review_opinion_save(desk->review, pipe, text, &err), -1);
    assert_int_equal(review_opinion_save(desk->review, desk->dir, text, &err), -1);
    for (int i = 0; i < 2; i++)
        OK(review_opinion_save(desk->review, own, text, why));
    OK(review_opinion_save(desk->review, own, slice_of("# 审核意见\n"), why));
    OK(review_opinion_save(desk->review, own, text, why));
    OK(review_opinion_save(desk->review, empty, text, why));
    free(other_report);
    free(empty);
    free(link);
    free(own);
    free(pipe);
    free(others);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)

/* Half a day before UTC and more than half a day behind it: one of them has another day. */
static void test_dated_where_the_reviewer_sits(void **state)
{
    static const char *const zones[] = {"UTC", "EAST-14", "WEST+12"};
    struct desk *desk = *state;
    desk_start(desk);
    time_t before = time(NULL);
    OK(review_conclude(desk->review, CONCLUSION_PASSED, "", true, why));
    for (size_t i = 0; i < COUNT(zones); i++) {
        struct tm local;
        char day[32];
        setenv("TZ", zones[i], 1);
        tzset();
        strftime(day, sizeof day, "日期：%Y-%m-%d\n", localtime_r(&before, &local));
        char *text = opinion(desk, OPINION_TEXT, LANG_ZH, false);
        assert_true(has(text, day));
        free(text);
    }
    unsetenv("TZ");
    tzset();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_confirmed_only),
        CASE(test_dated_where_the_reviewer_sits),
        CASE(test_title_by_conclusion),
        CASE(test_other_notes_have_a_section),
        CASE(test_words_are_quoted),
        CASE(test_notes_readings_and_stale),
        CASE(test_markdown_is_escaped),
        CASE(test_order_of_sections),
        CASE(test_consequences_in_one_line),
        CASE(test_nothing_to_correct),
        CASE(test_goes_over_nothing_of_the_review),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
