/* Tables of Markdown that a converter made of a page, with the tags of its letters in the cells. */
#include "reading.h"

#define SET(text) "<span style=\"font-size:9.0pt\">" text "</span><span lang=\"EN-US\"></span>"
#define ROW(label, a, b, c) "| " SET(label) " | " a " | " b " | " c " |\n"
#define TABLE2(a, b, c)                                                                            \
    "<div>\n\n" TITLE "\n</div>\n\n一、总体情况\n我镇公开信息12条。\n"               \
    "二、主动公开政府信息情况\n\n"                                                     \
    "|  |  |  |  |\n|----|----|----|----|\n" ROW("第二十条第（一）项", "", "", "")                 \
        ROW("信息内容", SET("本年制发件数"), SET("本年废止件数"), SET("现行有效件数"))             \
            ROW("规章", SET("0"), SET("0"), SET("0")) ROW("行政规范性文件", a, b, c)               \
                ROW("第二十条第（五）项", "", "", "")                                              \
                    ROW("信息内容", SET("本年处理决定数量"), "", "")                               \
                        ROW("行政许可", SET("<b>17</b>"), "", "") "\n" SECTIONS_3_4 SECTIONS_5_6

#define ISSUED "T2.a1.normative.issued"
#define ABOLISHED "T2.a1.normative.abolished"
#define IN_FORCE "T2.a1.normative.in_force"

static const struct reading_case cases[] = {
    {"tags of the letters",
     TABLE2(SET("8"), SET("1,204"), SET(" ")),
     {{ISSUED, "8"}, {ABOLISHED, "1,204"}, {IN_FORCE, "blank"}, {"T2.a5.license.decisions", "17"}}},
    {"none of them may hide what it holds",
     TABLE2("<span style=\"display:none\">8</span>", SET("3"), SET("12")),
     {{ISSUED, "text"}, {ABOLISHED, "3"}, {IN_FORCE, "12"}}},
    {"nor have its ground's colour",
     TABLE2(SET("8"), "<span style=\"color:white\">3</span>", SET("12")),
     {{ISSUED, "8"}, {ABOLISHED, "text"}, {IN_FORCE, "12"}}},
    {"a tag within a figure",
     TABLE2(SET("8"), "<span>1</span><span>2</span>", SET("12")),
     {{ISSUED, "8"}, {ABOLISHED, "text"}, {IN_FORCE, "12"}}},
    {"a raised figure",
     TABLE2(SET("8"), SET("1<sup>2</sup>"), SET("12")),
     {{ISSUED, "8"}, {ABOLISHED, "text"}, {IN_FORCE, "12"}}},
};

static void test_cells(void **state)
{
    assert_readings(state, cases, COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cells),
    };
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
