/* TT-01..04, 07..10. */
#include "cases_issued.h"
#include "cases_mentions.h"
#include "cases_others.h"
#include "cases_scope.h"
#include "cases_subjects.h"

static void every_case(void **state)
{
    (void)state;
    static const struct prose_list lists[] = {SUBSET_CASES,   SCOPE_CASES,  SUBJECT_CASES,
                                              MENTIONS_CASES, ISSUED_CASES, OTHERS_CASES};
    run_prose_lists(lists, COUNT(lists));
}

/* The reading of numbers in the running example of the domain papers: which
 * number each check takes. */
static void numbers_taken(void **state)
{
    (void)state;
    static const char text[] =
        "2020年共收到政府信息公开申请1458件，上年结转36件，办结1453件，结转下年度继续办理41件。"
        "其中予以公开961件，占66.14%。";
    static const struct {
        const char *id;
        int64_t value;
    } cases[] = {{"TT-01", 1458}, {"TT-02", 36}, {"TT-03", 1453}, {"TT-04", 41}, {"TT-07", 6}};
    struct parts parts = {.s1 = text,
                          .s4 = "行政复议结果维持3件，结果纠正1件，其他结果2件，总计6件。",
                          .review = 9,
                          .swap = {"9\t0\t0\t0\t9", "3\t1\t2\t3\t9"}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct prose_result result = judge_parts(cases[i].id, &parts);
        assert_int_equal(result.findings->nitems, 1);
        const struct finding *item = &result.findings->items[0];
        assert_true(item->has_lhs);
        assert_int_equal(item->lhs, cases[i].value);
        assert_int_equal(strncmp(item->seen[0].cell, "TXT.", 4), 0);
        result_free(&result);
    }
}

/* The other scopes tried, those that do not fit, too. */
static void candidates_are_listed(void **state)
{
    (void)state;
    static const struct parts parts = {.s4 = "行政诉讼9件。", .direct = 2, .after = 3};
    struct prose_result result = judge_parts("TT-08", &parts);
    const struct finding *item = &result.findings->items[0];
    static const char *const names[] = {"without those pending", "direct suits only",
                                        "suits after review only"};
    static const int64_t values[] = {5, 2, 3};
    assert_int_equal(item->nscopes, COUNT(names));
    for (size_t i = 0; i < COUNT(names); i++) {
        assert_string_equal(item->scopes[i].name[LANG_EN], names[i]);
        assert_int_equal(item->scopes[i].value, values[i]);
    }
    assert_string_equal(finding_sum(item, LANG_ZH),
                        "其他口径：不含尚未审结 = 5；仅未经复议直接起诉 = 2；仅复议后起诉 = 3");
    struct str json = STR_INIT;
    findings_write_jsonl(result.findings, LANG_EN, &json);
    assert_non_null(strstr(str_text(&json),
                           "\"candidates\":[{\"scope\":\"without those pending\",\"value\":5},"
                           "{\"scope\":\"direct suits only\",\"value\":2},"));
    str_release(&json);
    result_free(&result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case),
        cmocka_unit_test(numbers_taken),
        cmocka_unit_test(candidates_are_listed),
    };
    return cmocka_run_group_tests(tests, open_prose_shop, close_prose_shop);
}
