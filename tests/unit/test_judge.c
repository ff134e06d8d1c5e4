/* report/judge: reports, also poor ones, are read; other texts are refused. */
#include "reading.h"

static void is_refused(void **state, const char *text, const char *word)
{
    struct err err;
    err_clear(&err);
    struct report *report = report_read("x.txt", slice_of(text), *state, &err);
    if (report)
        print_error("taken for a report: %s\n", text);
    assert_null(report);
    assert_int_equal(err.kind, ERR_NOT_REPORT);
    if (!strstr(err.text, word))
        fail_msg("no '%s' in: %s", word, err.text);
}

static void other_documents(void **state)
{
    const struct {
        const char *text, *word;
    } table[] = {
        {"《青山县教育局2021年政府信息公开工作年度报告》解读\n" SECTIONS, "解读"},
        {"一图读懂青山县2021年政府信息公开工作年度报告\n" SECTIONS, "读懂"},
        {"某办公室关于\n政府信息公开工作年度报告有关事项的通知\n各单位：\n" SECTIONS, "通知"},
        {"政府信息公开工作年度报告格式\n" SECTIONS_1_2, "格式"},
        {"青山县政府信息公开指南\n一、信息分类\n二、公开形式\n三、申请方式\n", "指南"},
        {"当前位置：首页 > 政府信息公开年报\n青山县政府信息公开指南\n一、主动公开\n"
         "二、依申请公开\n",
         "指南"},
        {"首页 > 政府信息公开年报\n关于印发《政府信息公开工作年度报告格式》的通知\n各单位：\n"
         "请于每年1月31日前报送。\n" SECTIONS_1_2,
         "通知"},
        {"青山县召开年度报告编制培训会\n近日，青山县召开培训会。\n", "培训"},
        {"近日，青山县教育局发布2021年政府信息公开工作年度报告。报告显示公开信息很多。\n",
         "sections"},
        {"青山县2021年上半年政府信息公开统计\n主动公开12条。\n", "上半年"},
        {"青山县政府信息公开工作年度报告制度\n第一条 制定本制度。\n", "制度"},
        {"青山县教育局2018年政府信息公开工作年度报告\n一、概述\n公开2条。\n二、主动公开情况\n好。"
         "\n",
         "2019"},
        {"{\"总体情况\": [\"主动公开政府信息情况\"]}\n", "JSON"},
        {"[{\"a\": 1}]\n", "JSON"},
        {"# The labels of the form and what they mean to a reader\n\n" SECTIONS
         "Each of these headings must be found by words and never by numerals alone, as explained "
         "below in the table of layouts, which also names the traps that were met so far.\n"
         "Every value is kept as it was printed; nothing is inferred and nothing is invented.\n",
         "not Chinese"},
        {"一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n自然人\n"
         "四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n",
         "empty form"},
        {"从前有座山，山里有座庙，庙里有个老和尚在讲故事，讲的是从前有座山。\n", "sections"},
        {"plain words\n", "no Chinese"},
        {"这是一页普通的文字，与年度报告无关。\n", "only 16 Chinese characters"},
    };
    for (size_t i = 0; i < COUNT(table); i++)
        is_refused(state, table[i].text, table[i].word);
}

/* What is missing is one half; the other is what its reader should do. */
static void refusals_say_what_to_do(void **state)
{
    static const char *const texts[] = {
        "plain words\n",
        "这是一页普通的文字，与年度报告无关。\n",
        "从前有座山，山里有座庙，庙里有个老和尚在讲故事，讲的是从前有座山。\n",
        "{\"a\": 1}\n",
        "青山县政府信息公开指南\n一、信息分类\n二、公开形式\n三、申请方式\n",
    };
    for (size_t i = 0; i < COUNT(texts); i++)
        is_refused(state, texts[i], "; ");
}

static void poor_reports(void **state)
{
    static const char *const table[] = {
        TITLE SECTIONS,
        SECTIONS,
        TITLE "一、总体情况\n公开2条。\n",
        TITLE "根据通知要求编制。\n" SECTIONS_3_4,
        SECTIONS_3_4 SECTIONS_5_6 "柳河镇人民政府\n2022年1月9日\n",
        "首页\n政府信息公开指南\n政府信息公开制度\n政策解读\n" SECTIONS,
        "统计期限自2021年1月1日起至2021年12月31日止。一、总体情况 公开2条。 六、其他需要报告的事项 "
        "无\n",
        "青山县教育局2019年政府信息公开工作年度报告\n一、概述\n公开2条。\n二、主动公开情况\n好。\n",
        "三、收到和处理政府信息公开申请情况\n\t自然人\t法人或其他组织\t总计\n"
        "\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n"
        "一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n"
        "二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\n"
        "（一）予以公开\t1\t0\t0\t0\t0\t0\t1\n",
    };
    for (size_t i = 0; i < COUNT(table); i++)
        report_free(read_text(state, table[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(other_documents),
        cmocka_unit_test(refusals_say_what_to_do),
        cmocka_unit_test(poor_reports),
    };
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
