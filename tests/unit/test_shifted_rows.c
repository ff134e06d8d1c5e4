/* Rows whose figures seem to fill the form's columns and would be read in the wrong ones: merged
 * labels printed again where the header is lost, a field too few or too many. */
#include "reading.h"

#define HEAD TITLE "一、总体情况\n我镇公开信息12条。\n"
#define HEAD2 HEAD "二、主动公开政府信息情况\n"
#define HEAD3 HEAD "二、主动公开政府信息情况\n无表。\n三、收到和处理政府信息公开申请情况\n"
#define HEAD4 HEAD3 "无表。\n四、政府信息公开行政复议、行政诉讼情况\n"
#define TAIL SECTIONS_5_6

#define NEW "一、本年新收政府信息公开申请数量"
#define CARRIED "二、上年结转政府信息公开申请数量"
#define RESULTS "三、本年度办理结果"
/* Merged labels in each field that they cover, 自然人 alone filled. */
#define ROW(a, b, c, figure) "| " a " | " b " | " c " | " figure " |  |  |  |  |  |  |\n"
#define COVERED                                                                                    \
    ROW(NEW, NEW, NEW, "3")                                                                        \
    ROW(CARRIED, CARRIED, CARRIED, "1")                                                            \
    ROW(RESULTS, "（一）予以公开", "（一）予以公开", "2")                                          \
    ROW(RESULTS, "（三）不予公开", "1.属于国家秘密", "4")
/* Of a PDF's page: blank lines between cells now and then, and nothing where a cell is blank. */
#define LINES_2(gap)                                                                                        \
    HEAD2 "第二十条第（一）项\n信息内容\n本年制发件数" gap "本年废止件数\n现行有效件数\n"       \
          "规章\n138\n\n473\n行政规范性文件\n1\n2\n3\n第二十条第（五）项\n信息内容\n" \
          "本年处理决定数量\n行政许可\n412\n第二十条第（六）项\n信息内容\n"        \
          "本年处理决定数量\n行政处罚\n"
#define COVERED_CELLS                                                                              \
    {                                                                                              \
        {"T3.new.np", "3"}, {"T3.new.ri", "blank"}, {"T3.carry_in.np", "1"}, {"T3.open.np", "2"},  \
            {"T3.open.co", "blank"},                                                               \
        {                                                                                          \
            "T3.denied_1.np", "4"                                                                  \
        }                                                                                          \
    }

static const struct one {
    const char *what, *text;
    struct wanted cells[8];
} cases[] = {
    {"merged labels printed again, and columns numbered in place of their header",
     HEAD3 "| | | | 1 | 2 | 3 | 4 | 5 | 6 | 7 |\n" COVERED TAIL, COVERED_CELLS},
    {"the same without any header", HEAD3 COVERED TAIL, COVERED_CELLS},
    {"the same with a header of which a row is lost",
     HEAD3 "| 自然人 | 法人或其他组织 | 法人或其他组织 | 总计 | | | | | | "
           "|\n|---|---|---|---|---|---|---|---|---|---|\n" COVERED TAIL,
     COVERED_CELLS},
    {"a figure more line breaks behind its label than cells are apart: they count no blank cell",
     LINES_2("\n") "\n671\n行政强制\n0\n" TAIL,
     {{"T2.a1.regulation.issued", "unplaced"},
      {"T2.a1.regulation.in_force", "unplaced"},
      {"T2.a1.normative.issued", "1"},
      {"T2.a6.penalty.decisions", "671"}}},
    {"the same of two labels of a header",
     LINES_2("\n\n") "671\n行政强制\n0\n" TAIL,
     {{"T2.a1.regulation.issued", "unplaced"},
      {"T2.a1.regulation.abolished", "unplaced"},
      {"T2.a1.normative.issued", "1"}}},
    {"a surplus line break nowhere else: a blank cell",
     LINES_2("\n") "671\n行政强制\n0\n" TAIL,
     {{"T2.a1.regulation.issued", "138"},
      {"T2.a1.regulation.abolished", "blank"},
      {"T2.a1.regulation.in_force", "473"}}},
};

static void test_cells(void **state)
{
    size_t nunlike = 0;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct report *report = read_text(state, cases[i].text);
        nunlike += count_unlike(report, cases[i].what, cases[i].cells);
        report_free(report);
    }
    assert_int_equal(nunlike, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cells)};
    return cmocka_run_group_tests_name("shifted_rows", tests, load_forms, free_forms);
}
