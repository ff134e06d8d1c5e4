/* A label over several lines or rows, its figures beside one of them: how it is printed. */
#include "reading.h"

#define HEAD                                                                                            \
    "某县柳河镇2021年政府信息公开工作年度报告\n一、总体情况\n公开信息。\n" \
    "二、主动公开政府信息情况\n"
#define TAIL "五、存在的主要问题及改进情况\n一是不够主动。\n六、其他需要报告的事项\n无。\n"
#define BLOCK                                                                                      \
    "| 第二十条第（一）项 |  |  |  |\n"                                                   \
    "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| 规章 | 1 | 2 | 3 |\n"
#define LAST                                                                                        \
    "| 第二十条第（五）项 |  |  |  |\n| 信息内容 | 本年处理决定数量 |  |  |\n" \
    "| 行政许可 | 7 |  |  |\n"
#define RULE "├────────┼────┼────┼────┤\n"

static const struct one {
    const char *what, *text, *printed;
    bool same;
} cases[] = {
    {"over three rows, as the form has it",
     HEAD BLOCK "| 行政规 |  |  |  |\n| 范性 | 4 | 5 | 6 |\n| 文件 |  |  |  |\n" LAST TAIL,
     "行政规范性文件", true},
    {"over three rows, in other words",
     HEAD BLOCK "| 规 |  |  |  |\n| 范性 | 4 | 5 | 6 |\n| 文 件 |  |  |  |\n" LAST TAIL,
     "规范性文 件", false},
    {"between rules, with a slip",
     HEAD RULE "│第二十条第（一）项│    │    │    │\n" RULE
               "│信息内容│本年制发件数│本年废止件数│现行有效件数│\n" RULE
               "│规章    │  1 │  2 │  3 │\n" RULE "│行政归  │  4 │  5 │  6 │\n"
               "│范性文  │    │    │    │\n│件      │    │    │    │\n" RULE
               "│第二十条第（五）项│    │    │    │\n" RULE
               "│信息内容│本年处理决定数量│    │    │\n" RULE
               "│行政许可│  7 │    │    │\n" RULE TAIL,
     "行政归范性文件", false},
    {"on one line", HEAD BLOCK "| 规范性文件 | 4 | 5 | 6 |\n" LAST TAIL, "规范性文件", false},
};

static const struct label_reading *find_label(const struct report *report, const char *row)
{
    const struct table *table = &report->tables[TABLE_T2];
    for (size_t i = 0; i < table->nlabels; i++) {
        const struct label_reading *label = &table->labels[i];
        if (strcmp(table->blocks[label->block].form->rows[label->row].id, row) == 0)
            return label;
    }
    return NULL;
}

static void test_printed(void **state)
{
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct report *report = read_text(state, cases[i].text);
        const struct label_reading *label = find_label(report, "normative");
        print_message("%s\n", cases[i].what);
        assert_non_null(label);
        assert_int_equal(report_cell(report, "T2.a1.normative.abolished")->value, 5);
        assert_true(slice_is(report_label_text(report, label), cases[i].printed));
        assert_int_equal(label->match == LABEL_EXACT, cases[i].same);
        assert_int_equal(label->same, cases[i].same);
        report_free(report);
    }
}

/* As browsers copy a page's table: a blank line and a tab before each cell. */
#define CELLS7(a, b, c, d, e, f, g)                                                                \
    "\n\n\t" a "\n\n\t" b "\n\n\t" c "\n\n\t" d "\n\n\t" e "\n\n\t" f "\n\n\t" g "\n\n\n"
#define COPIED_NEW "一、本年新收政府信息公开申请数量" CELLS7("2", "3", "0", "0", "0", "1", "6")
#define COPIED_IN "二、上年结转政府信息公开申请数量" CELLS7("1", "0", "", "0", "0", "0", "1")
#define COPIED_OPEN                                                                                \
    "三、本年度办理结果\n\n\t（一）予以公开" CELLS7("2", "0", "0", "0", "0", "0", "2")
#define COPIED_OUT "四、结转下年度继续办理" CELLS7("0", "1", "0", "0", "4", "0", "5")
#define COPIED_TEXT                                                                                                     \
    TITLE SECTIONS_1_2 "三、收到和处理政府信息公开申请情况\n\n\t申请人情况\n\n\n"                 \
                       "自然人\n\n\t法人或其他组织\n\n\t总计\n\n\n"                                         \
                       "商业\n企业\n\n\t科研\n机构\n\n\t社会公益组织\n\n\t法律服务机构\n\n\t其他" \
                       "\n\n\n" COPIED_NEW COPIED_IN COPIED_OPEN COPIED_OUT                                             \
                       "四、政府信息公开行政复议、行政诉讼情况\n无表。\n" SECTIONS_5_6

static const struct reading_case copied[] = {
    {"labels of two columns broken over lines, blank lines between all cells",
     COPIED_TEXT,
     {{"T3.new.np", "2"},
      {"T3.new.co", "3"},
      {"T3.new.tot", "6"},
      {"T3.carry_in.ri", "blank"},
      {"T3.carry_in.tot", "1"},
      {"T3.carry_out.ls", "4"}}},
};

static void test_copied(void **state)
{
    assert_readings(state, copied, COUNT(copied));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_copied),
                                       cmocka_unit_test(test_printed)};
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
