/* Cells that nothing parts, or no more than a blank where others have a line each: a label and the
 * figure behind it, the labels of a header. */
#include "reading.h"

#define HEAD "某县柳河镇2022年政府信息公开工作年度报告\n一、总体情况\n公开信息。\n"
#define TAIL "五、存在的主要问题及改进情况\n一是不够主动。\n六、其他需要报告的事项\n无。\n"

/* What stands behind the label of a row, and behind the others. */
#define TWO(behind, gap)                                                                           \
    "二、主动公开政府信息情况\n第二十条第（一）项\n信息内容" gap "本年制发件数" gap                \
    "本年废止件数" gap "现行有效件数\n规章" behind "4" gap "0" gap "19\n"                          \
    "行政规范性文件" behind "3" gap "1" gap "7\n第二十条第（五）项\n信息内容" gap                  \
    "本年处理决定数量\n行政许可" behind "534\n"
#define COLUMNS(gap)                                                                               \
    "三、收到和处理政府信息公开申请情况\n申请人情况\n自然人" gap "商业企业" gap "科研机构" gap     \
    "社会公益组织" gap "法律服务机构" gap "其他" gap "总计\n"
#define SIX(gap, total) gap "6" gap "2" gap "0" gap "3" gap "1" gap total "\n"
#define NEW "一、本年新收政府信息公开申请数量"
#define CARRIED "二、上年结转政府信息公开申请数量"
#define THREE(behind, gap, new, carried)                                                           \
    COLUMNS(gap)                                                                                   \
    new carried "三、本年度办理结果" gap "（一）予以公开" behind                                   \
                "7" SIX(gap, "19") "（三）不予公开" gap "1.属于国家秘密" behind                    \
                                   "1,208" SIX(gap, "1,220") "8.属于行政查询事项" behind "28" SIX( \
                                       gap, "40") "（六）其他处理" gap "3.其他" behind             \
                                                  "5" SIX(gap, "17") "（七）总计" behind           \
                                                                     "9" SIX(gap, "21")
#define ROW(label, behind, gap, first, total) label behind first SIX(gap, total)
#define SHEET(behind, gap)                                                                         \
    HEAD TWO(behind, gap) THREE(behind, gap, ROW(NEW, behind, gap, "489", "501"),                  \
                                ROW(CARRIED, behind, gap, "0", "12")) TAIL

#define ALL_READ                                                                                   \
    {"T2.a1.regulation.issued", "4"}, {"T2.a1.regulation.in_force", "19"},                         \
        {"T2.a1.normative.issued", "3"}, {"T2.a5.license.decisions", "534"}, {"T3.new.np", "489"}, \
        {"T3.carry_in.np", "0"}, {"T3.open.np", "7"}, {"T3.denied_1.np", "1,208"},                 \
        {"T3.denied_8.tot", "40"}, {"T3.other_3.np", "5"},                                         \
    {                                                                                              \
        "T3.total.co", "6"                                                                         \
    }
#define NONE_READ                                                                                  \
    {                                                                                              \
        {"T3.new.np", "unplaced"}, {"T3.open.np", "unplaced"}, {"T3.total.tot", "unplaced"},       \
        {                                                                                          \
            "T3.denied_1.np", "unplaced"                                                           \
        }                                                                                          \
    }

static const struct reading_case rows[] = {
    {"blanks between the figures", SHEET("", " "), {ALL_READ}},
    {"tabs", SHEET("", "\t"), {ALL_READ}},
    {"a colon behind the label", SHEET("：", " "), {ALL_READ}},
    {"a blank behind one label: the digits behind the others may be a note's",
     HEAD TWO("", " ")
         THREE("", " ", ROW(NEW, " ", " ", "489", "501"), ROW(CARRIED, "", " ", "0", "12")) TAIL,
     {{"T3.new.np", "489"}, {"T3.carry_in.np", "unplaced"}, {"T3.total.tot", "unplaced"}}},
    {"the first cell of a row blank, between tabs",
     HEAD TWO("", "\t")
         THREE("", "\t", ROW(NEW, "", "\t", "", "12"), ROW(CARRIED, "", "\t", "0", "12")) TAIL,
     NONE_READ},
    {"a row that lacks a cell",
     HEAD TWO("", " ") THREE("", " ", NEW "489 6 2 0 3 1\n", ROW(CARRIED, "", " ", "0", "12")) TAIL,
     {{"T3.new.np", "unplaced"}, {"T3.carry_in.np", "0"}, {"T3.new.tot", "unplaced"}}},
};

#define FIVE "结果维持结果纠正其他结果尚未审结总计"
#define FOUR(figures)                                                                              \
    HEAD "四、政府信息公开行政复议、行政诉讼情况\n行政复议行政诉讼\n" FIVE                         \
         "未经复议直接起诉复议后起诉\n" FIVE FIVE "\n" figures "\n" TAIL
#define FOUR_READ                                                                                  \
    {                                                                                              \
        {"T4.review.upheld", "5"}, {"T4.review.total", "13"}, {"T4.direct.corrected", "8"},        \
            {"T4.after.upheld", "9"},                                                              \
        {                                                                                          \
            "T4.after.total", "20"                                                                 \
        }                                                                                          \
    }

static const struct reading_case headers[] = {
    {"above figures between blanks", FOUR("5 2 6 0 13 1 8 1 5 15 9 0 8 3 20"), FOUR_READ},
    {"above figures between tabs", FOUR("5\t2\t6\t0\t13\t1\t8\t1\t5\t15\t9\t0\t8\t3\t20"),
     FOUR_READ},
    {"above a row that lacks a cell",
     FOUR("5 2 6 0 13 1 8 1 5 15 9 0 8 20"),
     {{"T4.review.upheld", "unplaced"}, {"T4.after.total", "unplaced"}}},
};

/* A cell a line, but for those of one row. */
#define OWN(label, first, others) label first "\n" others "\n"
#define OTHERS "6\n2\n0\n3\n1\n12"
#define ALONE(row)                                                                                 \
    HEAD COLUMNS("\n") OWN(NEW, "\n489", "6\n2\n0\n3\n1\n501")                                     \
        OWN(CARRIED, "\n1", "6\n2\n0\n3\n1\n13")                                                   \
            OWN("三、本年度办理结果\n（一）予以公开", "\n7", "6\n2\n0\n3\n1\n19")                  \
                row OWN("（七）总计", "\n9", "6\n2\n0\n3\n1\n21") TAIL
#define AGAIN "5.要求行政机关确认或重新出具已获取信息"
#define AGAIN_IS(first, total)                                                                     \
    {                                                                                              \
        {"T3.rejected_5.np", first}, {"T3.rejected_5.tot", total}, {"T3.total.np", "9"},           \
        {                                                                                          \
            "T3.open.tot", "19"                                                                    \
        }                                                                                          \
    }

static const struct reading_case alone[] = {
    {"a nought behind the label", ALONE(OWN(AGAIN, " 0", OTHERS)), AGAIN_IS("0", "12")},
    {"two such rows", ALONE(OWN(AGAIN, " 0", OTHERS) OWN("（六）其他处理\n3.其他", " 0", OTHERS)),
     AGAIN_IS("0", "12")},
    {"what may be a note", ALONE(OWN(AGAIN, " 2", OTHERS)), AGAIN_IS("unplaced", "unplaced")},
    {"a row that lacks a cell", ALONE(OWN(AGAIN, " 0", "6\n2\n0\n3\n12")),
     AGAIN_IS("unplaced", "unplaced")},
};

static void test_alone(void **state)
{
    assert_readings(state, alone, COUNT(alone));
}

static void test_headers(void **state)
{
    assert_readings(state, headers, COUNT(headers));
}

static void test_rows(void **state)
{
    assert_readings(state, rows, COUNT(rows));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_headers),
        cmocka_unit_test(test_alone),
    };
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
