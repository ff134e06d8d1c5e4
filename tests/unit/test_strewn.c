/* Text taken from pages by boxes, a blank line behind each and a form feed behind a page: whether
 * the labels of groups show that it does not go by rows. */
#include "reading.h"

#define ROW(label) label "\n\n3\n\n0\n\n2\n\n0\n\n0\n\n1\n\n6\n\n"
#define TEXT(feed, before, among, own, behind)                                                                                \
    "某县柳河镇2021年政府信息公开工作年度报告\n\n一、总体情况\n\n公开信息。\n\n"                 \
    "三、收到和处理政府信息公开申请情况\n\n申请人情况\n\n自然人\n\n商业企业\n\n科研机构\n\n" \
    "社会公益组织\n\n法律服务机构\n\n其他\n\n总计\n\n" ROW("一、本年新收政府信息公开申请数量")                                \
        before ROW("1.属于国家秘密") feed among ROW("2.其他法律行政法规禁止公开")                                             \
            own ROW("3.危及“三安全一稳定”") ROW("1.本机关不掌握相关政府信息") behind ROW(                                     \
                "四、结转下年度继续办理") "五、存在的主要问题及改进情况\n\n一是不够主动。\n"

#define OWN "（三）不予公开\n\n"
#define OTHER "（四）无法提供\n\n"

static const struct {
    const char *what, *text;
    bool is_strewn;
} cases[] = {
    {"a group's label among another's rows", TEXT("\f", OWN, OTHER, "", ""), true},
    {"among its own", TEXT("\f", "", OWN, "", OTHER), false},
    {"low among its own", TEXT("\f", "", "", OWN, ""), false},
    {"no page's end: who wrote the text put it there", TEXT("", OWN, OTHER, "", ""), false},
};

static void test_strewn(void **state)
{
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct report *report = read_text(state, cases[i].text);
        const struct table *table = &report->tables[TABLE_T3];
        if (table->is_strewn != cases[i].is_strewn)
            fail_msg("%s", cases[i].what);
        if (cases[i].is_strewn)
            assert_int_equal(table->state, TABLE_DOUBTFUL);
        assert_cell(report, "T3.denied_2.np", "3");
        report_free(report);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_strewn)};
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
