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
    {"nothing tells", HEAD OWN "\n" OTHER TAIL, "5", true},
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

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_choice)};
    return cmocka_run_group_tests_name("two_tables", tests, load_forms, free_forms);
}
