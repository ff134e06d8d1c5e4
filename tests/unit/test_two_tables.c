/* Two tables of one form in a report: captions, and the headings above them, tell which is its own
 * of the year. Where nothing tells, the table is doubtful. */
#include "reading.h"

#define HEADING3 "三、收到和处理政府信息公开申请情况\n"
#define SECTION1 TITLE "一、总体情况\n我镇公开信息12条。\n"
#define SECTION2 "二、主动公开政府信息情况\n无表。\n"
#define HEAD SECTION1 SECTION2 HEADING3
#define TAIL "四、政府信息公开行政复议、行政诉讼情况\n无表。\n" SECTIONS_5_6

#define ROW(label, figures) label "\t" figures "\n"
#define TABLE(new, carried)                                                                        \
    "\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n" ROW(                  \
        "一、本年新收政府信息公开申请数量", new) ROW("二、上年结转政府信息公开申请数量", carried)  \
        ROW("（一）予以公开", "0\t0\t0\t0\t0\t0\t0")                                               \
            ROW("2.其他法律行政法规禁止公开", "0\t0\t0\t0\t0\t0\t0")                               \
                ROW("3.危及“三安全一稳定”", "0\t0\t0\t0\t0\t0\t0")                                 \
                    ROW("四、结转下年度继续办理", "0\t0\t0\t0\t0\t0\t0")
#define OWN TABLE("5\t0\t0\t0\t0\t0\t5", "2\t0\t0\t0\t0\t0\t2")
#define OTHER TABLE("8\t0\t0\t0\t0\t0\t8", "7\t0\t0\t0\t0\t0\t7")

static const struct one {
    const char *what, *text, *first;
    bool is_doubtful;
} cases[] = {
    {"last year's stands first", HEAD "上年情况：\n" OTHER "\n本年情况：\n" OWN TAIL, "5", false},
    {"last year's stands behind", HEAD OWN "\n附表：上年度申请情况\n" OTHER TAIL, "5", false},
    {"a comparison stands first, and the own has no caption",
     HEAD "与上年对比情况表\n" OTHER "\n本年情况：\n" OWN TAIL, "5", false},
    {"the first has no caption", HEAD OTHER "\n本年情况：\n" OWN TAIL, "5", false},
    {"another year's stands first", HEAD "2020年情况：\n" OTHER "\n本年情况：\n" OWN TAIL, "5",
     false},
    {"the first stands in another section",
     SECTION1 "有关情况如下。\n" OTHER SECTION2 HEADING3 OWN TAIL, "5", false},
    {"last year's stands first, and a year above the other",
     HEAD "（上年度数据，供对照）\n" OTHER "\n2021年数据\n" OWN TAIL, "5", false},
    {"both have years", HEAD "2020年数据\n" OTHER "\n2021年数据\n" OWN TAIL, "5", false},
    {"the later one first", HEAD "2021年数据\n" OWN "\n2020年数据\n" OTHER TAIL, "5", false},
    {"an annex behind", HEAD OWN "\n附：2020年收到和处理政府信息公开申请情况\n" OTHER TAIL, "5",
     false},
    {"a part behind", HEAD OWN "\n其中：机关本级\n" OTHER TAIL, "5", false},
    {"the same year above the other", HEAD OWN "\n2021年数据\n" OTHER TAIL, "unplaced", true},
    {"a correction behind", HEAD OTHER "\n更正说明：现将上表更正如下。\n" OWN TAIL, "unplaced",
     true},
    {"a correction as an annex", HEAD OTHER "\n附：更正后的2021年数据\n" OWN TAIL, "unplaced",
     true},
    {"nothing tells", HEAD OWN "\n" OTHER TAIL, "unplaced", true},
    {"the same once more", HEAD OWN "\n" OWN TAIL, "5", true},
};

static void test_choice(void **state)
{
    size_t nwrong = 0;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct report *report = read_text(state, cases[i].text);
        const struct wanted wanted[] = {{"T3.new.np", cases[i].first}, {NULL, NULL}};
        bool is_doubtful = report->tables[TABLE_T3].state == TABLE_DOUBTFUL;
        if (is_doubtful != cases[i].is_doubtful)
            print_error("%s: doubtful: %d\n", cases[i].what, is_doubtful);
        nwrong += count_unlike(report, cases[i].what, wanted);
        nwrong += is_doubtful != cases[i].is_doubtful;
        report_free(report);
    }
    assert_int_equal(nwrong, 0);
}

#define TWICE(figures)                                                                             \
    HEAD TABLE("5\t0\t0\t0\t0\t0\t5", "2\t0\t0\t0\t0\t0\t2")                                       \
        ROW("四、结转下年度继续办理", figures) TAIL
#define SUITS(rows)                                                                                \
    SECTION1 SECTION2 HEADING3                                                                     \
        "无表。\n四、政府信息公开行政复议、行政诉讼情况\n"                   \
        "行政复议\t\t\t\t\t行政诉讼\n"                                                     \
        "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉" \
        "\t\t\t\t\t复议后起诉\n\t\t\t\t\t结果维持\t结果纠正\t其他结果\t"          \
        "尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n" rows SECTIONS_5_6
#define ONE "1\t0\t0\t0\t1\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n"
#define TWO "2\t0\t0\t0\t2\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n"

/* Columns between blanks, and a year broken before and behind each row. */
#define YEARS                                                                                                                         \
    SECTION1 SECTION2 HEADING3                                                                                                        \
        "无表。\n四、政府信息公开行政复议、行政诉讼情况\n"                                                      \
        "行政复议  行政诉讼\n结果维持  结果纠正  其他结果  尚未审结  总计  未经复议直接起诉  "      \
        "复议后起诉\n结果维持  结果纠正  其他结果  尚未审结  总计  结果维持  结果纠正  其他结果  " \
        "尚未审结  总计\n2021\n"                                                                                                \
        "     0    29    19    19     5     7    18    28    19    24    11     2     5    18    "                                    \
        "11\n"                                                                                                                        \
        " 年\n2020\n"                                                                                                                \
        "     0    38     0     0    38    85    35    15   920  1055     0    50    45     8   "                                     \
        "103\n"                                                                                                                       \
        " 年\n" SECTIONS_5_6

static const struct reading_case rows[] = {
    {"a row twice with the same figures",
     TWICE("0\t0\t0\t0\t0\t0\t0"),
     {{"T3.carry_out.np", "0"}, {"T3.new.np", "5"}}},
    {"a row twice with others",
     TWICE("0\t0\t0\t0\t0\t1\t1"),
     {{"T3.carry_out.np", "unplaced"}, {"T3.carry_out.tot", "unplaced"}, {"T3.new.np", "5"}}},
    {"a row twice with the same figure elsewhere",
     HEAD TABLE("\t5\t\t\t\t\t5", "0\t0\t0\t0\t0\t0\t0")
         ROW("一、本年新收政府信息公开申请数量", "5\t\t\t\t\t\t5") TAIL,
     {{"T3.new.np", "unplaced"}, {"T3.new.co", "unplaced"}, {"T3.carry_in.np", "0"}}},
    {"table four's row twice", SUITS(ONE ONE), {{"T4.review.upheld", "1"}}},
    {"two rows of table four, of a year each",
     YEARS,
     {{"T4.review.corrected", "unplaced"}, {"T4.direct.other", "unplaced"}}},
    {"two rows of table four",
     SUITS(ONE TWO),
     {{"T4.review.upheld", "unplaced"}, {"T4.after.total", "unplaced"}}},
};

static void test_rows(void **state)
{
    assert_readings(state, rows, COUNT(rows));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_choice), cmocka_unit_test(test_rows)};
    return cmocka_run_group_tests_name("two_tables", tests, load_forms, free_forms);
}
