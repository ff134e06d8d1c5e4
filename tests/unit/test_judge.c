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
        {"关于印发《政府信息公开工作年度报告格式》的通知\n青政办函〔2021〕3号\n各单位：\n"
         "为规范编制工作，现印发你们。\n" SECTIONS "青山县人民政府办公室\n2021年9月9日\n",
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
        {"×××2021年政府信息公开工作年度报告\n一、总体情况\n\n二、主动公开政府信息情况\n规章\t\t\t"
         "\n",
         "empty form"},
        {"（单位名称）年政府信息公开工作年度报告\n一、总体情况\n（填写）\n二、主动公开政府信息情况"
         "\n",
         "empty form"},
        {"首页 > 政府信息公开年报\n青山县水务局2021年政府信息公开工作年度报告 2022-01-20\n"
         "青山县水务局2020年政府信息公开工作年度报告 2021-01-18\n"
         "青山县水务局2019年政府信息公开工作年度报告 2020-01-19\n上一页 1 2 3 下一页\n",
         "page of links"},
        {"从前有座山，山里有座庙，庙里有个老和尚在讲故事，讲的是从前有座山。\n", "sections"},
        {"plain words\n", "no Chinese"},
        {"这是一页普通的文字，与年度报告无关。\n", "only 16 Chinese characters"},
    };
    for (size_t i = 0; i < COUNT(table); i++)
        is_refused(state, table[i].text, table[i].word);
}

#define TWO_SECTIONS                                                                               \
    "一、主动公开政府信息情况\n公开信息120条。\n二、收到和处理政府信息公开申请情况\n收到3件。\n"

/* Documents of other kinds that have some of the headings, and their numbers. */
static void other_documents_with_sections(void **state)
{
    const struct {
        const char *text, *word;
    } table[] = {
        {"青山县2021年上半年政府信息公开情况统计\n" TWO_SECTIONS, "上半年"},
        {"2021年上半年青山县水务局政府信息公开工作报告\n" TWO_SECTIONS, "上半年"},
        {"青山县水务局\n2021年上半年\n政府信息公开情况统计\n" TWO_SECTIONS, "上半年"},
        {"青山县2021年第三季度政府信息公开情况统计\n" TWO_SECTIONS, "季度"},
        {"政府信息公开统计季报\n（2021年3季度）\n填报单位：青山县水务局\n" TWO_SECTIONS, "季报"},
        {"青山县水务局2021年5月份政务公开情况\n" TWO_SECTIONS, "月份"},
        {"政府信息公开统计表\n统计期限：2021年1月1日至2021年6月30日\n" TWO_SECTIONS,
         "from 2021-01-01 to 2021-06-30"},
        {"首页 > 政府信息公开年报\n青山县水务局政府信息公开指南\n为方便查询，编制本指南。\n"
         "一、主动公开政府信息情况\n范围见目录。\n二、依申请公开情况\n20个工作日内答复。\n",
         "指南"},
        {"青山县柳河镇政府信息公开指南（2021年版）\n" TWO_SECTIONS, "指南"},
        {"青山县2022年政务公开工作要点\n" SECTIONS_1_2 "青山县人民政府办公室\n2022年4月2日\n",
         "要点"},
        {"青山县2022年政务公开\n工作要点\n青山县人民政府办公室\n2022年4月2日\n" SECTIONS_1_2,
         "要点"},
        {"青山县水务局2022年度政府信息公开工作计划\n2022年计划公开200条。\n" SECTIONS_1_2, "计划"},
        {"青山市2021年政务公开第三方评估报告\n受市政府办公室委托，对12个县区开展评估。"
         "\n" TWO_SECTIONS,
         "评估报告"},
        {"2021年度青山市政府信息公开工作评估结果\n" TWO_SECTIONS, "评估结果"},
        {"青山市政府信息公开年度报告发布情况评估\n抽取60份年度报告。\n" TWO_SECTIONS, "评估"},
        {"青山市政府信息公开办法\n" TWO_SECTIONS, "办法"},
        {"中华人民共和国政府信息公开条例\n" TWO_SECTIONS, "条例"},
        {"青山县水务局2021年政府信息公开工作自查报告\n" SECTIONS_1_2, "自查"},
        {"青山县政务公开工作检查情况的通报\n各单位：\n" SECTIONS_1_2, "通报"},
        {"青山县柳河镇政府信息主动公开基本目录\n" TWO_SECTIONS, "目录"},
        {"一图看懂青山县2021年政府信息公开工作年度报告\n" TWO_SECTIONS, "看懂"},
        {"青山县公布政府信息公开年报 全年公开信息1263条\n主动公开情况\n年报显示，公开1263条。\n"
         "依申请公开情况\n收到42件。\n",
         "公布"},
        {"青山县水务局2021年法治政府建设年度报告\n一、总体情况\n推进法治建设，政府信息公开12条。\n"
         "二、行政复议、行政诉讼情况\n行政复议2件。\n" SECTIONS_5_6,
         "法治政府建设"},
        {"青山县2021年行政复议工作年度报告\n一、总体情况\n新收42件。\n二、行政诉讼情况\n应诉3件。"
         "\n" SECTIONS_5_6,
         "行政复议"},
        {"政府信息公开指南\n" TWO_SECTIONS, "指南"},
        {"青山县水务局2021年1-6月政府信息公开工作情况\n" TWO_SECTIONS, "1-6月"},
        {"青山市2021年度政府信息公开第三方评估报告（摘要）\n" SECTIONS_1_2 SECTIONS_3_4
         "五、存在的主要问题及改进情况\n更新慢。\n",
         "评估报告"},
        {"青山县人民政府办公室文件\n青政办发〔2022〕12号\n青山县人民政府办公室\n"
         "关于印发2022年政务公开工作要点的通知\n各乡镇人民政府：\n" TWO_SECTIONS,
         "通知"},
        {"青山县水务局2021年政府网站工作年度报表\n" TWO_SECTIONS, "政府网站"},
        {"青山县水务局重大行政决策年度报告\n" TWO_SECTIONS, "重大行政决策"},
        {"青山县教育局2021年部门决算公开\n" TWO_SECTIONS, "决算公开"},
        {"青山县2021年政府信息公开工作年度报告公众评议意见表\n" TWO_SECTIONS, "意见表"},
        {"青山县教育局2021年度工作报告\n一、总体情况\n学校36所。\n" SECTIONS_5_6, "sections"},
    };
    for (size_t i = 0; i < COUNT(table); i++)
        is_refused(state, table[i].text, table[i].word);
}

/* A form's table; NUMBERED holds a figure, BLANK none. */
#define TABLE2(cell)                                                                                                \
    "一、总体情况\n公开信息12条。\n二、主动公开政府信息情况\n第二十条第（一）项\n" \
    "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t" cell "\t" cell "\t" cell "\n"                      \
    "行政规范性文件\t" cell "\t" cell "\t" cell "\n" SECTIONS_3_4 SECTIONS_5_6
#define NUMBERED TABLE2("3")
#define BLANK TABLE2("")
#define OF_TOWN "青山县柳河镇2021年政府信息公开工作年度报告"

/* What they are is said beside the title, whatever of the report they hold. */
static void other_documents_with_tables(void **state)
{
    const struct {
        const char *text, *word;
    } table[] = {
        {OF_TOWN "解读\n" NUMBERED, "解读"},
        {"《" OF_TOWN "》解读\n" NUMBERED, "解读"},
        {"关于《" OF_TOWN "》的解读\n" NUMBERED, "解读"},
        {OF_TOWN "\n（文字解读）\n" NUMBERED, "解读"},
        {"一图读懂" OF_TOWN "\n" NUMBERED, "读懂"},
        {OF_TOWN "（征求意见稿）\n" NUMBERED, "征求意见"},
        {"关于" OF_TOWN "公开征求意见的公告\n现征求意见。\n" NUMBERED, "征求意见"},
        {"青山县柳河镇2021年党务公开工作年度报告\n" NUMBERED, "党务公开"},
        {"青山县柳河镇2021年法治政府建设工作年度报告\n" NUMBERED, "法治政府建设"},
        {OF_TOWN "（格式）\n" BLANK, "格式"},
        {"关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知\n各县：\n现将格式印发给你们"
         "。\n附件\n"
         "××××年政府信息公开工作年度报告\n" NUMBERED,
         "通知"},
        {"附件\n某某镇2021年政府信息公开工作年度报告\n（模板）\n" BLANK, "模板"},
    };
    for (size_t i = 0; i < COUNT(table); i++)
        is_refused(state, table[i].text, table[i].word);
}

/* Entries of the site, and words of reports filled in. */
static void reports_beside_other_words(void **state)
{
    static const char *const texts[] = {
        "政策解读\n图解\n" OF_TOWN "\n" NUMBERED,
        "解读：一图读懂" OF_TOWN "\n" OF_TOWN "\n" NUMBERED,
        OF_TOWN "\n相关解读：一图读懂" OF_TOWN "\n" NUMBERED,
        OF_TOWN "\n【图文解读】\n" NUMBERED,
        "首页\n党务公开\n政务公开\n" OF_TOWN "\n" NUMBERED,
        OF_TOWN "（模板）\n" NUMBERED,
        OF_TOWN "（新格式）\n" SECTIONS,
        OF_TOWN "\n" NUMBERED "相关解读：" OF_TOWN "解读\n",
    };
    for (size_t i = 0; i < COUNT(texts); i++)
        report_free(read_text(state, texts[i]));
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

#define LEAD                                                                                                                                  \
    "根据《中华人民共和国政府信息公开条例》编制本报告。本报告所列数据的统计期限自2021年1月1日起至" \
    "2021年12月31日止。\n"

/* Pages lead to guides and plans, and reports speak of them. */
static void reports_that_mention_others(void **state)
{
    static const char *const table[] = {
        "青山县政府信息公开指南\n2022年政务公开工作要点\n上半年政府信息公开统计\n" LEAD SECTIONS,
        "青山县政府信息公开指南\n2022年政务公开工作要点\n" SECTIONS,
        "政府信息公开指南 政府信息公开制度 法定主动公开内容 政府信息公开年报\n" LEAD SECTIONS,
        "根据《国务院办公厅政府信息与政务公开办公室关于\n政府信息公开年度报告有关事项的通知》\n（国"
        "办公开"
        "办函〔2019〕60号）要求编制本报告。\n" SECTIONS,
        "关于公布青山县柳河镇2021年政府信息公开工作年度报告的通知\n青政办函〔2022〕3号\n各村：\n"
        "现将报告公布如下。\n" SECTIONS,
        "关于公布青山县柳河镇2021年政府信息公开工作年度报告的通知\n各村：\n现将报告公布如下。"
        "\n" SECTIONS,
        "青山县柳河镇2021年度政务公开工作总结及2022年工作计划\n" SECTIONS_1_2,
        "青山县评估中心2021年政府信息公开工作年度报告\n" SECTIONS_1_2,
        "青山县公共资源交易计划中心2021年政府信息公开工作年度报告\n" SECTIONS_1_2,
        "上半年政府信息公开统计\n青山县柳河镇2 1年政府信息公开工作年度报告\n" SECTIONS_1_2,
        "青山县柳河镇2021年政府信息公开工作年度报告公告\n" SECTIONS,
        "青山县柳河镇关于报送2021年政府信息\n公开工作年度报告的函\n" SECTIONS,
        "上半年政府信息公开统计\n" SECTIONS,
        "青山县审计局2021年年度报告\n" LEAD SECTIONS_1_2,
        TITLE "（一）制定工作计划\n印发《2021年政务公开工作要点》。\n（二）第三方评估\n得分92分，"
              "上半年公开60条。\n" SECTIONS_1_2,
        TITLE "统计期限为2021年1月1日至2021年6月30日。\n" SECTIONS_1_2,
        "统计期限为2021年1月1日至2021年6月30日。\n" SECTIONS,
        "统计期限为2021年7月1日至2021年12月31日。\n" SECTIONS_1_2,
    };
    for (size_t i = 0; i < COUNT(table); i++)
        report_free(read_text(state, table[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(other_documents),
        cmocka_unit_test(other_documents_with_sections),
        cmocka_unit_test(other_documents_with_tables),
        cmocka_unit_test(reports_beside_other_words),
        cmocka_unit_test(reports_that_mention_others),
        cmocka_unit_test(refusals_say_what_to_do),
        cmocka_unit_test(poor_reports),
    };
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
