/* Rows without any figure, of which nothing but line breaks or bars tells that they are there:
 * table four's one row, and （六） where a form prints it as one. And table four's with some, where
 * a blank cell may leave one line break or two. */
#include "reading.h"

#define HEAD "某县柳河镇2023年政府信息公开工作年度报告\n一、总体情况\n公开信息。\n"
#define PARTED_TAIL                                                                                \
    "五、存在的主要问题及改进情况\n\n一是不够主动。\n\n六、其他需要报告的事项\n\n无。\n\n"
#define TAIL "五、存在的主要问题及改进情况\n一是不够主动。\n六、其他需要报告的事项\n无。\n"

#define FIVE "\n\n\n\n\n"
#define FOURTEEN FIVE FIVE "\n\n\n\n"

/* Table four, a cell a line, `gap` between two and `behind` before the text. */
#define COLUMNS4(gap) "结果维持" gap "结果纠正" gap "其他结果" gap "尚未审结" gap "总计"
#define HEADER4(gap)                                                                               \
    "四、政府信息公开行政复议、行政诉讼情况" gap "行政复议" gap "行政诉讼" gap COLUMNS4(gap) gap   \
        "未经复议直接起诉" gap "复议后起诉" gap                                                    \
        COLUMNS4(gap)                                                                              \
    gap COLUMNS4(gap)
#define LINES4(gap, behind)                                                                        \
    HEAD HEADER4(gap)                                                                              \
    behind PARTED_TAIL

/* The same, a bar below each cell; `end` ends a row. */
#define BARS4(end, behind)                                                                         \
    HEAD "四、政府信息公开行政复议、行政诉讼情况\n行政复议\n|\n行政诉讼\n|\n" end                  \
        COLUMNS4("\n|\n") "\n|\n未经复议直接起诉\n|\n复议后起诉\n|\n" end COLUMNS4(                \
            "\n|\n") "\n|\n" COLUMNS4("\n|\n") "\n|\n" end behind TAIL
#define BAR "|\n"
#define BARS5 BAR BAR BAR BAR BAR

/* Table two's block of two rows, `behind` below the label of the first. */
#define LINES6(behind)                                                                                                         \
    HEAD "二、主动公开政府信息情况\n\n第二十条第（五）项\n\n信息内容\n\n本年处理决定数量\n\n" \
         "行政许可\n\n3\n\n第二十条第（六）项\n\n信息内容\n\n本年处理决定数量\n\n行政处罚" behind                              \
         "\n\n第二十条第（八）项\n\n信息内容\n\n本年收费金额（单位：万元）\n\n"                      \
         "行政事业性收费\n\n0.888\n\n" PARTED_TAIL

/* The end of table three, `behind` below （六）. */
#define LINES2                                                                                                      \
    "二、主动公开政府信息情况\n\n第二十条第（一）项\n\n信息内容\n\n本年制发件数\n\n" \
    "本年废止件数\n\n现行有效件数\n\n规章\n\n1\n\n0\n\n2\n\n行政规范性文件\n\n3\n\n1\n\n2\n\n"
#define LINES3(behind)                                                                                                     \
    HEAD LINES2                                                                                                            \
        "三、收到和处理政府信息公开申请情况\n\n申请人情况\n\n自然人\n\n法人或其他组织\n\n" \
        "总计\n\n商业企业\n\n科研机构\n\n社会公益组织\n\n法律服务机构\n\n其他\n\n"                 \
        "一、本年新收政府信息公开申请数量\n\n1\n\n0\n\n0\n\n0\n\n0\n\n0\n\n1\n\n"                          \
        "二、上年结转政府信息公开申请数量\n\n0\n\n2\n\n0\n\n0\n\n0\n\n0\n\n2\n\n"                          \
        "（五）不予处理\n\n5.要求行政机关确认或重新出具已获取信息\n\n0\n\n2\n\n0\n\n0\n\n0\n\n0"  \
        "\n\n2\n\n（六）其他处理" behind "（七）总计\n\n1\n\n2\n\n0\n\n0\n\n0\n\n0\n\n3\n\n"                          \
        "四、结转下年度继续办理\n\n0\n\n0\n\n0\n\n0\n\n0\n\n0\n\n0\n\n" PARTED_TAIL

/* Rows of figures, of which a blank cell leaves `blank` between two others, and as many line breaks
 * as cells and two blank cells may have behind the last. */
#define ROWS34(blank)                                                                              \
    HEAD LINES2 "三、收到和处理政府信息公开申请情况\n\n（一）予以公开\n\n1" blank                  \
                "2\n\n3\n\n4\n\n5"                                                                 \
                "\n\n7\n\n（二）部分公开\n\n1\n\n2\n\n3" blank                                     \
                "4\n\n5\n\n7\n\n" HEADER4("\n\n") "\n\n46\n\n53\n\n27\n\n\n\n172\n\n59\n\n8\n\n21" \
                                                  "\n\n11\n\n91\n\n3\n\n28\n\n32\n\n18" FIVE TAIL  \
                                                  "\n某县柳河镇人民政府\n2024年1月8日\n"

/* And its labels over two lines of narrow cells; `row` stands below. */
#define HALVES4(row)                                                                                               \
    HEAD "四、政府信息公开行政复议、行政诉讼情况\n"                                             \
         "|行政复议 |行政诉讼 |\n"                                                                         \
         "|结果 |结果 |其他 |尚未 |总计 |未经复议直接起诉 |复议后起诉 |\n"                  \
         "|维持 |纠正 |结果 |审结 |     |                 |           |\n"                                 \
         "|     |     |     |     |     |结果 |结果 |其他 |尚未 |总计 |结果 |结果 |其他 |尚未 |" \
         "总计 |\n"                                                                                              \
         "|     |     |     |     |     |维持 |纠正 |结果 |审结 |     |维持 |纠正 |结果 |审结 |"   \
         "     |\n" row TAIL
#define FIELDS5 "     |     |     |     |     |"

static const struct one {
    const char *what, *text;
    struct wanted cells[4];
} cases[] = {
    {"table four, fifteen line breaks too many behind its header",
     LINES4("\n\n", "\n\n" FIVE FIVE FIVE),
     {{"T4.review.upheld", "blank"}, {"T4.direct.total", "blank"}, {"T4.after.total", "blank"}}},
    {"as many behind lines that no empty ones part",
     LINES4("\n", "\n\n" FIVE FIVE FIVE),
     {{"T4.review.upheld", "blank"}, {"T4.after.total", "blank"}}},
    {"fourteen: a cell more was lost",
     LINES4("\n\n", "\n\n" FOURTEEN),
     {{"T4.review.upheld", "absent"}, {"T4.after.total", "absent"}}},
    {"sixteen",
     LINES4("\n\n", "\n\n\n" FIVE FIVE FIVE),
     {{"T4.review.upheld", "absent"}, {"T4.after.total", "absent"}}},
    {"none: the row is not there",
     LINES4("\n\n", "\n\n"),
     {{"T4.review.upheld", "absent"}, {"T4.after.total", "absent"}}},
    {"a bar below each of the fifteen, and one more that ends each row",
     BARS4(BAR, BARS5 BARS5 BARS5 BAR),
     {{"T4.review.upheld", "blank"}, {"T4.direct.total", "blank"}, {"T4.after.total", "blank"}}},
    {"none that ends a row",
     BARS4("", BARS5 BARS5 BARS5),
     {{"T4.review.upheld", "blank"}, {"T4.after.total", "blank"}}},
    {"a bar less than cells and ends of rows have",
     BARS4(BAR, BARS5 BARS5 BARS5),
     {{"T4.review.upheld", "absent"}, {"T4.after.total", "absent"}}},
    {"a bar more",
     BARS4(BAR, BARS5 BARS5 BARS5 BAR BAR),
     {{"T4.review.upheld", "absent"}, {"T4.after.total", "absent"}}},
    {"fifteen fields below labels over two lines",
     HALVES4("|" FIELDS5 FIELDS5 FIELDS5 "\n"),
     {{"T4.review.upheld", "blank"}, {"T4.direct.total", "blank"}, {"T4.after.total", "blank"}}},
    {"ten",
     HALVES4("|" FIELDS5 FIELDS5 "\n"),
     {{"T4.review.upheld", "absent"}, {"T4.after.total", "absent"}}},
    {"the front of the next row's label, which it shares with the blank row's",
     LINES6("\n\n\n行政\n强制\n\n7"),
     {{"T2.a6.penalty.decisions", "blank"}, {"T2.a6.coercion.decisions", "7"}}},
    {"where that row is blank, too",
     LINES6("\n\n\n行政\n强制\n\n"),
     {{"T2.a6.penalty.decisions", "blank"}, {"T2.a6.coercion.decisions", "blank"}}},
    {"（六） as one row, seven line breaks too many behind it",
     LINES3("\n\n\n\n" FIVE),
     {{"T3.other.np", "blank"}, {"T3.other.tot", "blank"}, {"T3.total.co", "2"}}},
    {"six",
     LINES3("\n\n\n" FIVE),
     {{"T3.other_1.np", "absent"}, {"T3.other_3.tot", "absent"}, {"T3.total.co", "2"}}},
    {"none: the rows below it are lost",
     LINES3("\n\n"),
     {{"T3.other_1.np", "absent"}, {"T3.other_3.tot", "absent"}, {"T3.total.co", "2"}}},
    {"table four's blank cells, where each of table three's leaves two line breaks",
     ROWS34("\n\n\n\n"),
     {{"T4.review.upheld", "unplaced"}, {"T4.direct.other", "unplaced"}}},
    {"where each of these leaves one",
     ROWS34("\n\n\n"),
     {{"T4.review.other", "27"}, {"T4.review.total", "blank"}, {"T4.direct.upheld", "172"}}},
};

static void blank_rows(void **state)
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
    const struct CMUnitTest tests[] = {cmocka_unit_test(blank_rows)};
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
