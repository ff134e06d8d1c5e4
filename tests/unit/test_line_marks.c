/* A mark at the edge of every line, as hosts leave it that lost a picture or a hard space, is no
 * cell, no part of a heading and no text; elsewhere question marks stay. */
#include "reading.h"

#include "gouji/base/str.h"

#define FRONT                                                                                                         \
    "青山县柳河镇2019年政府信息公开工作年度报告\n一、总体情况\n我镇公开信息12条。\n" \
    "（一）主动公开情况。\n二、主动公开政府信息情况\n"
#define BEHIND                                                                                                       \
    "五、存在的主要问题及改进情况\n一是不够主动。\n六、其他需要报告的事项\n无。\n" \
    "青山县柳河镇\n2020年1月20日\n"
/* A blank cell has two blanks between its bars. */
#define BARS                                                                                                                        \
    FRONT "第二十条第（一）项 |\n信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |\n" \
          "规章 | 7 |  | 3 |\n规范性文件 |  |  |  |\n三、收到和处理政府信息公开申请情况\n"                  \
          "（勾稽关系） | 申请人情况 |\n自然人 | 法人或其他组织 | 总计 |\n"                                  \
          "商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |\n"                                      \
          "一、本年新收政府信息公开申请数量 | 3 | 1 | 0 | 0 | 0 | 0 | 4 |\n"                                        \
          "二、上年结转政府信息公开申请数量 | 2 |  |  | 2 |  |  | 4 |\n" BEHIND
#define TABS                                                                                                                       \
    FRONT "第二十条第（一）项\t\t\t\n信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n" \
          "规章\t7\t\t3\n规范性文件\t\t\t\n三、收到和处理政府信息公开申请情况\n"                           \
          "（勾稽关系）\t\t\t申请人情况\t\t\t\t\t\t\n\t\t\t自然人\t法人或其他组织\t\t\t\t\t总计\n"          \
          "\t\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\n"                                 \
          "一、本年新收政府信息公开申请数量\t\t\t3\t1\t0\t0\t0\t0\t4\n"                                            \
          "二、上年结转政府信息公开申请数量\t\t\t2\t\t\t2\t\t\t4\n" BEHIND

static const struct wanted cells[] = {{"T2.a1.regulation.made", "7"},
                                      {"T2.a1.regulation.published", "blank"},
                                      {"T2.a1.regulation.public_total", "3"},
                                      {"T2.a1.normative.public_total", "blank"},
                                      {"T3.new.np", "3"},
                                      {"T3.new.tot", "4"},
                                      {"T3.carry_in.sp", "2"},
                                      {"T3.carry_in.ot", "blank"},
                                      {"T3.carry_in.tot", "4"},
                                      {NULL, NULL}};

/* Every `nth` line goes without. */
static void mark_lines(struct str *out, const char *text, const char *before, const char *behind,
                       size_t nth)
{
    size_t n = 1;
    for (const char *at = text; *at; n++) {
        size_t length = strcspn(at, "\n");
        bool marked = n % nth != 0;
        str_format(out, "%s%.*s%s\n", marked ? before : "", (int)length, at, marked ? behind : "");
        at += length + 1;
    }
}

static const struct marking {
    const char *what, *text, *before, *behind;
    size_t nth;
} markings[] = {
    {"behind rows of bars", BARS, "", "??", 1000},
    {"behind rows of bars, a blank between", BARS, "", " ??", 1000},
    {"before rows of bars", BARS, "??", "", 1000},
    {"behind rows of tabs", TABS, "", "??", 1000},
    {"before rows of tabs", TABS, "??", "", 1000},
    {"before and behind most of them", TABS, "??", "??", 8},
};

static void test_marks(void **state)
{
    size_t nwrong = 0;
    for (size_t i = 0; i < COUNT(markings); i++) {
        const struct marking *marking = &markings[i];
        struct str text = STR_INIT;
        mark_lines(&text, marking->text, marking->before, marking->behind, marking->nth);
        struct report *report = read_text(state, str_text(&text));
        assert_text(report->who.title, "青山县柳河镇2019年政府信息公开工作年度报告");
        assert_text(report->who.agency, "青山县柳河镇");
        nwrong += count_unlike(report, marking->what, cells);
        report_free(report);
        str_release(&text);
    }
    assert_int_equal(nwrong, 0);
}

#define FIVE "结果维持 结果纠正 其他结果 尚未审结 总计"
#define SINGLE                                                                                     \
    FRONT "四、政府信息公开行政复议、行政诉讼情况\n行政复议 行政诉讼\n" FIVE                       \
          " 未经复议直接起诉 复议后起诉\n" FIVE " " FIVE "\n"

/* Single blanks part cells: an indent of all lines is no blank cell. */
static void test_indent(void **state)
{
    static const char *const indents[] = {"", "??", "  ", "    "};
    static const struct wanted whole[] = {
        {"T4.review.upheld", "3"}, {"T4.after.total", "58"}, {NULL, NULL}};
    static const struct wanted lacking[] = {
        {"T4.review.upheld", "unplaced"}, {"T4.after.total", "unplaced"}, {NULL, NULL}};
    size_t nwrong = 0;
    for (size_t i = 0; i < 2 * COUNT(indents); i++) {
        struct str text = STR_INIT;
        const char *sheet = i % 2 ? SINGLE "5 6 18 8 9 10 11 38 13 14 15 16 58\n" BEHIND
                                  : SINGLE "3 4 5 6 18 8 9 10 11 38 13 14 15 16 58\n" BEHIND;
        mark_lines(&text, sheet, indents[i / 2], "", 1000);
        struct report *report = read_text(state, str_text(&text));
        nwrong += count_unlike(report, indents[i / 2], i % 2 ? lacking : whole);
        report_free(report);
        str_release(&text);
    }
    assert_int_equal(nwrong, 0);
}

#define LED(row) "|\n" row
#define CELLS "结果维持 |\n结果纠正 |\n其他结果 |\n尚未审结 |\n总计 |"
#define LEDS(blank)                                                                                \
    FRONT LED("第二十条第（一）项 | |||\n")                                                        \
        LED("信息内容 |\n本年新制作数量 |\n本年新公开数量 |\n对外公开总数量 |\n") LED(             \
            "规章 |\n7 |\n" blank "|\n3 |\n")                                                      \
            LED("规范性文件 |\n1 |\n0 |\n2 |\n") "四、政府信息公开行政复议、行政诉讼情况\n" LED(   \
                "行政复议 |\n行政诉讼 | |||||||||||||\n")                                          \
                LED(CELLS "\n未经复议直接起诉 |\n复议后起诉 | ||||||||\n") LED(CELLS "\n" CELLS    \
                                                                                     " |||||\n")   \
                    LED(blank                                                                      \
                        "|\n3 |\n5 |\n2 |\n10 |\n0 |\n1 |\n0 |\n0 |\n1 |\n0 |\n0 |\n0 |\n1 |\n"    \
                        "1 |\n") BEHIND

/* A lone bar begins each row: one behind an indent of all lines is no blank cell, which has a
 * blank more. */
static void test_indented_openers(void **state)
{
    static const struct {
        const char *indent, *behind;
        size_t nth; /* line without it */
        bool is_whole;
    } sheets[] = {{"", "", 1000, true},
                  {"  ", "", 1000, true},
                  {"    ", "", 1000, true},
                  {"  ", "  ", 1000, true},
                  {"  ", "", 40, false}};
    static const struct wanted whole[] = {{"T2.a1.regulation.published", "blank"},
                                          {"T2.a1.regulation.public_total", "3"},
                                          {"T2.a1.normative.public_total", "2"},
                                          {"T4.review.upheld", "blank"},
                                          {"T4.review.corrected", "3"},
                                          {"T4.after.total", "1"},
                                          {NULL, NULL}};
    static const struct wanted part[] = {
        {"T4.review.upheld", "unplaced"}, {"T4.after.total", "unplaced"}, {NULL, NULL}};
    size_t nwrong = 0;
    for (size_t i = 0; i < COUNT(sheets); i++) {
        struct str text = STR_INIT;
        mark_lines(&text, LEDS(" "), sheets[i].indent, sheets[i].behind, sheets[i].nth);
        struct report *report = read_text(state, str_text(&text));
        nwrong += count_unlike(report, sheets[i].indent, sheets[i].is_whole ? whole : part);
        report_free(report);
        str_release(&text);
    }
    assert_int_equal(nwrong, 0);
}

/* Few lines have it: it is a cell, which is no number. */
static void test_few(void **state)
{
    struct report *report =
        read_text(state, FRONT "第二十条第（一）项\t\t\t\n"
                               "信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n"
                               "规章\t7\t0\t??\n规范性文件\t2\t??\t3\n" BEHIND);
    assert_cell(report, "T2.a1.regulation.public_total", "text");
    report_free(report);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_indent),
        cmocka_unit_test(test_indented_openers),
        cmocka_unit_test(test_few),
    };
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
