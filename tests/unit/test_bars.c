/* Small tables by bars in the shapes that real texts have, each with one thing
 * that is special or goes wrong. */
#include "table_fixture.h"

#define REPORT(tables)                                                                                               \
    "某乡人民政府2022年政府信息公开工作年度报告\n一、总体情况\n本乡公开信息7条。\n" \
    "二、主动公开政府信息情况\n" tables "\n五、存在的主要问题及改进情况\n公开意识不强。\n"
#define HEADING3 "三、收到和处理政府信息公开申请情况\n"
#define NOTE "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"

/* `cell | cell | ||`, every row of the same number of bars. */
#define PADDED2                                                                                                      \
    "第二十条第(一)项 | |||\n信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n" \
    "规章 | 0 | 0 | 0 |\n行政规范性文件 | 4 | 1 | 9 |\n第二十条第(五)项 | |||\n"                     \
    "信息内容 | 本年处理决定数量 | ||\n行政许可 | 208 | ||\n第二十条第(六)项 | |||\n"         \
    "信息内容 | 本年处理决定数量 | ||\n行政处罚 | 16 | ||\n行政强制 | 0 | ||\n"                  \
    "第二十条第(八)项 | |||\n信息内容 | 本年收费金额(单位:万元) | ||\n"                         \
    "行政事业性收费 | 3.25 | ||\n"
#define HEAD3                                                                                      \
    NOTE " | 申请人情况 | ||||||||\n自然人 | 法人或其他组织 | 总计 | |||||||\n"   \
         "商业 企业 | 科研 机构 | 社会公益组织 | 法律服务机构 | 其他 | |||||\n"

static struct report *read_text(const char *text)
{
    return read_tables(slice_of(text));
}

static void check_row(const struct report *report, const char *row, const char *const *wanted)
{
    static const char *const columns[] = {"np", "co", "ri", "sp", "ls", "ot", "tot"};
    for (size_t i = 0; i < 7; i++) {
        char id[64];
        snprintf(id, sizeof id, "T3.%s.%s", row, columns[i]);
        check_cell(report, id, wanted[i]);
    }
}

static const char *const all_unplaced[] = {"unplaced", "unplaced", "unplaced", "unplaced",
                                           "unplaced", "unplaced", "unplaced"};

static void test_padded_rows(void **state)
{
    static const char *const in[] = {"2", "blank", "blank", "1", "blank", "blank", "3"};
    static const char *const open[] = {"blank", "blank", "blank", "1", "blank", "blank", "blank"};
    struct report *report = read_text(REPORT(
        PADDED2 HEADING3 HEAD3 "一、本年新收政府信息公开申请数量 | 2 | 0 | 0 | 1 | 0 | 0 | 3 | ||\n"
                               "二、上年结转政府信息公开申请数量 | 2 | | | 1 | | | 3 | ||\n"
                               "三、本年度办理结果 | (一)予以公开 | | | | 1 | | | | |\n"));
    (void)state;
    assert_string_equal(report->tables[TABLE_T2].layout, "B2");
    check_cell(report, "T2.a1.normative.in_force", "9");
    check_cell(report, "T2.a5.license.decisions", "208");
    check_cell(report, "T2.a8.fee.amount", "3.25");
    assert_int_equal(report->tables[TABLE_T2].state, TABLE_COMPLETE);
    check_row(report, "carry_in", in);
    check_row(report, "open", open);
    free_report(report);
}

/* One cell over all columns: its value stands in none of them. */
static void test_merged_values(void **state)
{
    static const char *const full[] = {"0", "0", "0", "0", "0", "0", "0"};
    struct report *report =
        read_text(REPORT(PADDED2 HEADING3 HEAD3 "一、本年新收政府信息公开申请数量 | 0 | ||||||||\n"
                                                "二、上年结转政府信息公开申请数量 | 0 | ||||||||\n"
                                                "三、本年度办理结果 | (一)予以公开 | 0 | |||||||\n"
                                                "(七)总计 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||\n"));
    (void)state;
    check_row(report, "new", all_unplaced);
    check_row(report, "open", all_unplaced);
    check_row(report, "total", full);
    free_report(report);
}

/* A blank cell breaks the line. */
static void test_broken_rows(void **state)
{
    static const char *const new[] = {"8", "blank", "blank", "blank", "blank", "blank", "8"};
    static const char *const in[] = {"blank", "blank", "blank", "blank", "blank", "blank", "1"};
    static const char *const cut[] = {"absent", "absent", "absent", "absent",
                                      "absent", "absent", "absent"};
    struct report *report = read_text(
        REPORT(HEADING3 NOTE " | 申请人情况 |\n自然人 | 法人或其他组织 | 总计 |\n"
                             "商业 企业 | 科研 机构 | 社会公益组织 | 法律服务机构 | 其他 |\n"
                             "一、本年新收政府信息公开申请数量 | 8 |\n|\n|\n|\n|\n| 8 |\n"
                             "二、上年结转政府信息公开申请数量 |\n|\n|\n|\n|\n|\n| 1 |\n"
                             "三、本年度办理结果 | (一)予以公开 |\n"));
    (void)state;
    check_row(report, "new", new);
    check_row(report, "carry_in", in);
    check_row(report, "open", cut);
    assert_int_equal(report->tables[TABLE_T3].state, TABLE_INCOMPLETE);
    free_report(report);
}

static void test_indented_rows(void **state)
{
    static const char *const new[] = {"6", "blank", "blank", "blank", "blank", "blank", "6"};
    static const char *const denied[] = {"blank", "blank", "blank", "blank", "2", "blank", "2"};
    struct report *report = read_text(REPORT(
        HEADING3 NOTE " | 申请人情况 |\n自然人 | 法人或其他组织 | 总计 |\n"
                      "商业 | 科研 | 社会公益组织 | 法律服务机构 | 其他 |\n企业 | 机构 |\n"
                      "一、本年新收政府信息公开申请数量 | 6 | | | | | | 6 |\n"
                      "二、上年结转政府信息公开申请数量 | | | | | | | 0 |\n"
                      "三、本年度办理结果 | (一)予以公开 | 4 | | | | | | 4 |\n"
                      "| (二)部分公开(区分处理的,只计这一情形,不计其他情形) | | | | | | | 0 |\n"
                      "| (三)不予公开 | 1.属于国家秘密 | | | | | 2 | | 2 |\n"
                      "| | 2.其他法律行政法规禁止公开 | | | | | | | 0 |\n"));
    (void)state;
    assert_string_equal(report->tables[TABLE_T3].layout, "B4");
    check_row(report, "new", new);
    check_row(report, "denied_1", denied);
    check_cell(report, "T3.denied_2.tot", "0");
    free_report(report);
}

/* Cells on lines of their own; bars for spans on a line of theirs. */
static void test_cells(void **state)
{
    struct report *report = read_text(REPORT(
        "第二十条第(一)项 |\n|||\n信息内容 |\n本年制发件数 |\n本年废止件数 |\n现行有效件数 |\n"
        "规章 |\n0 |\n0 |\n0 |\n行政规范性文件 |\n5 |\n|\n8 |\n第二十条第(五)项 |\n|||\n"
        "信息内容 |\n本年处理决定数量 |\n||\n行政许可 |\n17 |\n||\n"));
    (void)state;
    assert_string_equal(report->tables[TABLE_T2].layout, "B6");
    check_cell(report, "T2.a1.normative.issued", "5");
    check_cell(report, "T2.a1.normative.abolished", "blank");
    check_cell(report, "T2.a1.normative.in_force", "8");
    check_cell(report, "T2.a5.license.decisions", "17");
    free_report(report);
}

/* Every cell on its own line, and the bars of spans behind the row: where the first
 * and the last column are filled, the blanks between them leave no choice. */
static void test_cells_and_pads(void **state)
{
    static const char *const new[] = {"4", "blank", "blank", "blank", "blank", "blank", "4"};
    static const char *const open[] = {"3", "blank", "1", "blank", "blank", "blank", "4"};
    struct report *report = read_text(REPORT(
        HEADING3 NOTE " |\n申请人情况 |\n||||||||\n自然人 |\n法人或其他组织 |\n总计 |\n||||\n"
                      "商业企业 |\n科研机构 |\n社会公益组织 |\n法律服务机构 |\n其他 |\n"
                      "一、本年新收政府信息公开申请数量 |\n4 |\n|\n|\n|\n|\n|\n4 |\n||\n"
                      "二、上年结转政府信息公开申请数量 |\n|\n|\n|\n|\n|\n|\n|\n||\n"
                      "三、本年度办理结果 |\n(一)予以公开 |\n3 |\n|\n1 |\n|\n|\n|\n4 |\n|\n"
                      "(三)不予公开 |\n1.属于国家秘密 |\n|\n|\n|\n|\n|\n|\n|\n"));
    (void)state;
    check_row(report, "new", new);
    check_row(report, "open", open);
    check_cell(report, "T3.carry_in.tot", "blank");
    check_cell(report, "T3.denied_1.tot", "blank");
    free_report(report);
}

/* Rows of ten cells each, the header's too: a word in one is told by its place, and no figure of
 * its row is lost. */
static void test_word_in_padded_row(void **state)
{
    static const char *const denied[] = {"0", "8", "text", "blank", "0", "2", "10"};
    struct report *report = read_text(
        REPORT(HEADING3 NOTE
               " |\n申请人情况 |\n||||||||\n|\n|\n|\n自然人 |\n法人或其他组织 |\n总计 |\n||||\n"
               "商业企业 |\n科研机构 |\n社会公益组织 |\n法律服务机构 |\n其他 |\n|||||\n"
               "一、本年新收政府信息公开申请数量 |\n4 |\n0 |\n1 |\n0 |\n0 |\n2 |\n7 |\n||\n"
               "二、上年结转政府信息公开申请数量 |\n1 |\n0 |\n0 |\n0 |\n0 |\n0 |\n1 |\n||\n"
               "三、本年度办理结果 |\n(一)予以公开 |\n3 |\n0 |\n1 |\n0 |\n0 |\n0 |\n4 |\n|\n"
               "(三)不予公开 |\n1.属于国家秘密 |\n0 |\n0 |\n0 |\n0 |\n0 |\n0 |\n0 |\n|\n"
               "2.其他法律行政法规禁止公开 |\n0 |\n8 |\n待定 |\n|\n0 |\n2 |\n10 |\n||\n"
               "3.危及“三安全一稳定” |\n0 |\n1 |\n0 |\n0 |\n0 |\n0 |\n1 |\n||\n"));
    (void)state;
    check_row(report, "denied_2", denied);
    check_cell(report, "T3.carry_in.tot", "1");
    free_report(report);
}

/* A number that counts the rows stands before each label, and no bar behind the last cell: where
 * that is blank, the next row's number is not its value. */
static void test_counted_rows(void **state)
{
    struct report *report = read_text(
        REPORT(HEADING3 "序号 | 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | "
                        "法律服务机构 | 其他 | 总计\n"
                        "1 | 一、本年新收政府信息公开申请数量 | 5 | 0 | 1 |  | 0 | 0 | \n"
                        "2 | 二、上年结转政府信息公开申请数量 | 2 | 0 | 0 | 0 | 1 | 0 | 3\n"
                        "3 | 三、本年度办理结果\n4 | （一）予以公开 | 4 | 0 | 1 | 0 | 1 | 0 | \n"
                        "5 | （二）部分公开 | 1 | 0 | 0 | 0 | 0 | 0 | 1\n6 | （三）不予公开\n"
                        "7 | 1.属于国家秘密 | 0 | 0 |  | 0 | 0 |  | \n"
                        "8 | 2.其他法律行政法规禁止公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0\n"));
    (void)state;
    static const char *const wanted[] = {"T3.new.tot", "T3.open.tot", "T3.denied_1.tot"};
    for (size_t i = 0; i < 3; i++)
        assert_true(report_cell(report, wanted[i])->state != CELL_NUMBER);
    check_cell(report, "T3.carry_in.tot", "3");
    free_report(report);
}

/* T4 with nothing in it: its header's rows are padded to the width of the values. */
static void test_blank_cells_of_t4(void **state)
{
#define FIVE "结果维持 |\n结果纠正 |\n其他结果 |\n尚未审结 |\n总计 |\n"
    struct report *report = read_text(REPORT(
        "四、政府信息公开行政复议、行政诉讼情况\n行政复议 |\n行政诉讼 |\n|||||||||||||\n" FIVE
        "未经复议直接起诉 |\n复议后起诉 |\n||||||||\n" FIVE FIVE
        "|\n|\n|\n|\n|\n|\n|\n|\n|\n|\n|\n|\n|\n|\n|\n"));
#undef FIVE
    (void)state;
    assert_int_equal(report->tables[TABLE_T4].state, TABLE_COMPLETE);
    check_cell(report, "T4.review.upheld", "blank");
    check_cell(report, "T4.after.total", "blank");
    free_report(report);
}

/* A lone bar opens each row; a blank cell has a blank before its bar. */
static void test_led_rows(void **state)
{
    struct report *report = read_text(
        REPORT("第二十条第(一)项 | |||\n|\n信息内容 |\n本年制发件数 |\n本年废止件数 |\n"
               "现行有效件数 (历史累计) |\n|\n规章 |\n0 |\n0 |\n |\n|\n行政规范性文件 |\n3 |\n2 |\n"
               "7 |\n|\n第二十条第(五)项 | |||\n|\n信息内容 |\n本年处理决定数量 | ||\n|\n"
               "行政许可 |\n30 | ||\n"));
    (void)state;
    assert_string_equal(report->tables[TABLE_T2].layout, "B8");
    check_cell(report, "T2.a1.regulation.abolished", "0");
    check_cell(report, "T2.a1.regulation.in_force", "blank");
    check_cell(report, "T2.a1.normative.in_force", "7");
    check_cell(report, "T2.a5.license.decisions", "30");
    free_report(report);
}

/* Labels alone, the values together; one value in words. */
static void test_mixed_lines(void **state)
{
    struct report *report = read_text(
        REPORT("信息内容 |\n本年制发件数 |\n本年废止件数 |\n现行有效件数 |\n规章 |\n0 | 0 | 0 |\n"
               "行政规范性文件 |\n2 | 未统计 | 6 |\n第二十条第(五)项 | |||\n信息内容 |\n"
               "本年处理决定数量 | ||\n行政许可 |\n41 | ||\n"));
    (void)state;
    assert_string_equal(report->tables[TABLE_T2].layout, "B9");
    check_cell(report, "T2.a1.normative.issued", "2");
    check_cell(report, "T2.a1.normative.abolished", "text");
    check_cell(report, "T2.a1.normative.in_force", "6");
    check_cell(report, "T2.a5.license.decisions", "41");
    free_report(report);
}

/* Line breaks of HTML in Markdown cells, notes with digits behind labels. */
static void test_markdown(void **state)
{
    struct report *report = read_text(
        REPORT("| 第二十条第（一）项 |  |  |  |\n|---|:---:|---|---|\n"
               "| 信息内容 | 本年制<br>发件数 | 本年废<br/>止件数 | 现行有效件数 |\n"
               "| 规章（指2021年） | 1 |  | 1 |\n| 行政规范性文件 | 22（其中修订16件） | 0 | 30 |\n"
               "| 第二十条第（五）项 |  |  |  |\n| 信息内容 | 本年处理决定数量 |  |  |\n"
               "| 行政许可 | 5 |  |  |\n"));
    (void)state;
    assert_string_equal(report->tables[TABLE_T2].layout, "MD");
    assert_int_equal(report->tables[TABLE_T2].nbad_headers, 0);
    check_cell(report, "T2.a1.regulation.abolished", "blank");
    check_cell(report, "T2.a1.regulation.in_force", "1");
    check_cell(report, "T2.a1.normative.issued", "22");
    check_cell(report, "T2.a5.license.decisions", "5");
    free_report(report);
}

/* Cells that go on below themselves, and a rule that is missing. */
static void test_frame(void **state)
{
    struct report *report = read_text(
        REPORT("┌──────────┬──────┬──────┬──────┐\n│ 第二十条第（一）项            │\n"
               "├──────────┼──────┼──────┼──────┤\n│ 信息内容 │ 本年制 │ 本年废 │ 现行有 │\n"
               "│          │ 发件数 │ 止件数 │ 效件数 │\n├──────────┼──────┼──────┼──────┤\n"
               "│ 规章     │ 0    │ 0    │ 0    │\n├──────────┼──────┼──────┼──────┤\n"
               "│ 行政规范 │ 12   │      │ 40   │\n│ 性文件   │      │      │      │\n"
               "├──────────┼──────┼──────┼──────┤\n│ 第二十条第（六）项            │\n"
               "├──────────┼──────┼──────┼──────┤\n│ 信息内容 │ 本年处理决定数量     │\n"
               "├──────────┼────────────────────┤\n│ 行政处罚 │ 9                  │\n"
               "│ 行政强制 │ 2                  │\n└──────────┴────────────────────┘\n"));
    (void)state;
    assert_string_equal(report->tables[TABLE_T2].layout, "BOX");
    check_cell(report, "T2.a1.normative.issued", "12");
    check_cell(report, "T2.a1.normative.abolished", "blank");
    check_cell(report, "T2.a1.normative.in_force", "40");
    check_cell(report, "T2.a6.penalty.decisions", "9");
    check_cell(report, "T2.a6.coercion.decisions", "2");
    free_report(report);
}

/* A frame of + and -, where a group's label covers several rows; signs are no
 * crossings. */
static void test_ascii_frame(void **state)
{
    struct report *report = read_text(REPORT(
        "+------+------+------+------+\n| 第二十条第（五）项         |\n"
        "+------+------+------+------+\n"
        "| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n"
        "+------+------+------+------+\n| 行政许可 | 21 | +19 | 40 |\n"
        "+------+------+------+------+\n| 其他对外管理服务事项 | 3 | -2 | 1 |\n"
        "+------+------+------+------+\n" HEADING3 "+------+-----+---+---+---+---+---+---+---+\n"
        "| 三、本年度办理结果 | （一）予以公开 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n"
        "|      +-----+---+---+---+---+---+---+---+\n"
        "|      | （二）部分公开 | 0 |   | 0 | 0 | 0 | 0 | 0 |\n"
        "|      +-----+---+---+---+---+---+---+---+\n"
        "|      | （三）不予公开 | 1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
        "+------+-----+---+---+---+---+---+---+---+\n"
        "| 四、结转下年度继续办理 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |\n"
        "+------+-----+---+---+---+---+---+---+---+\n"));
    (void)state;
    check_cell(report, "T2.a5.license.delta", "+19");
    check_cell(report, "T2.a5.other_service.delta", "-2");
    check_cell(report, "T3.open.tot", "1");
    check_cell(report, "T3.partial.np", "0");
    check_cell(report, "T3.partial.co", "blank");
    check_cell(report, "T3.carry_out.np", "2");
    free_report(report);
}

/* Rows that lost a bar or a cell are not placed; the others are. */
static void test_short_rows(void **state)
{
    static const char *const full[] = {"1", "0", "0", "0", "0", "0", "1"};
    struct report *report = read_text(REPORT(
        PADDED2 HEADING3 HEAD3 "一、本年新收政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | ||\n"
                               "二、上年结转政府信息公开申请数量 | 1 | 0 | 2 | 0 | 0 | 3 | ||\n"
                               "三、本年度办理结果 | (一)予以公开 | 1 | | 0 0 | | 0 | 1 | |\n"
                               "(二)部分公开 5 | 0 | 0 | 0 | 0 | 0 | 5 | ||\n"
                               "(七)总计 | 1 | 0 | 0 | 0 | 0 | 0 | 1\n"));
    (void)state;
    check_row(report, "new", full);
    check_row(report, "carry_in", all_unplaced);
    check_row(report, "open", all_unplaced);
    check_row(report, "partial", all_unplaced);
    check_row(report, "total", full);
    assert_non_null(report->tables[TABLE_T3].why);
    free_report(report);
}

/* The header comes again below a page break, and one row is gone. */
static void test_page_break(void **state)
{
    static const char *const full[] = {"4", "0", "0", "0", "0", "0", "4"};
    struct report *report = read_text(
        REPORT(HEADING3 HEAD3
               "一、本年新收政府信息公开申请数量 | 4 | 0 | 0 | 0 | 0 | 0 | 4 | ||\n— 3 —\n" HEAD3
               "三、本年度办理结果 | (一)予以公开 | 4 | 0 | 0 | 0 | 0 | 0 | 4 | |\n"
               "(二)部分公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||\n"));
    (void)state;
    check_row(report, "new", full);
    check_cell(report, "T3.carry_in.np", "absent");
    check_row(report, "open", full);
    assert_int_equal(report->tables[TABLE_T3].nsplits, 1);
    free_report(report);
}

/* 行政许可 |  | 7 | 49 | and a page's number on the next line, no bar behind it: the row has all
 * its fields. One whose last value stands on the next line has a field less. */
static void test_page_number_below_row(void **state)
{
#define HEAD1 "第二十条第（一）项 |\n信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n"
    struct report *page =
        read_text(REPORT(HEAD1 "规章 |  | 7 | 49 |\n3\n行政规范性文件 | 0 | 0 | 0 |\n"
                               "第二十条第（五）项 |\n信息内容 | 本年处理决定数量 |\n"
                               "行政许可 | 8 |\n"));
    struct report *broken =
        read_text(REPORT(HEAD1 "规章 | 5 | 7 |\n49 |\n行政规范性文件 | 0 | 0 | 0 |\n"
                               "第二十条第（五）项 |\n信息内容 | 本年处理决定数量 |\n"
                               "行政许可 | 8 |\n"));
    (void)state;
    check_cell(page, "T2.a1.regulation.issued", "blank");
    check_cell(page, "T2.a1.regulation.abolished", "7");
    check_cell(page, "T2.a1.regulation.in_force", "49");
    check_cell(page, "T2.a5.license.decisions", "8");
    check_cell(broken, "T2.a1.regulation.issued", "5");
    check_cell(broken, "T2.a1.regulation.in_force", "49");
    free_report(page);
    free_report(broken);
}

/* The same in T4, of which all is one row to those who look for labels behind figures. */
static void test_page_number_below_t4(void **state)
{
#define FIVE "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |"
#define HEAD4                                                                                      \
    "四、政府信息公开行政复议、行政诉讼情况\n行政复议 | 行政诉讼 |\n" FIVE                         \
    " 未经复议直接起诉 | 复议后起诉 |\n" FIVE FIVE FIVE "\n"
    struct report *page = read_text(
        REPORT(HEAD4 " | 67 |  | 20 | 86 | 72 |  | 33 |  | 77 | 51 | 65 | 28 | 43 | 56 |\n3\n"));
    struct report *whole = read_text(
        REPORT(HEAD4 " | 67 |  | 20 | 86 | 72 |  | 33 |  | 77 | 51 | 65 | 28 | 43 | 56 |\n"));
#undef FIVE
#undef HEAD4
    (void)state;
    assert_int_not_equal(page->tables[TABLE_T4].state, TABLE_COMPLETE);
    assert_int_equal(whole->tables[TABLE_T4].state, TABLE_COMPLETE);
    check_cell(whole, "T4.review.upheld", "blank");
    check_cell(whole, "T4.after.total", "56");
    free_report(page);
    free_report(whole);
}

/* Bars on lines of their own: one ends each cell, and a second opens the next row. The one before
 * T4's figures is no blank cell, and none may end the table; with a figure less, which cell is
 * blank is not told. */
#define LONE(text) text "\n|\n"
#define LONE_FIVE LONE("结果维持") LONE("结果纠正") LONE("其他结果") LONE("尚未审结") LONE("总计")
#define LONE_HEAD4                                                                                 \
    "四、政府信息公开行政复议、行政诉讼情况\n" LONE("行政复议")                                    \
        LONE("行政诉讼") "|\n" LONE_FIVE LONE("未经复议直接起诉")                                  \
            LONE("复议后起诉") "|\n" LONE_FIVE LONE_FIVE LONE_FIVE "|\n"
#define LONE_MIDDLE                                                                                \
    LONE("12")                                                                                     \
    LONE("13")                                                                                     \
    LONE("14")                                                                                     \
    LONE("15") LONE("16") LONE("17") LONE("18") LONE("") LONE("20") LONE("21") LONE("22")          \
        LONE("23")
static void test_lone_bars(void **state)
{
    struct report *full = read_text(REPORT(LONE_HEAD4 LONE("11") LONE_MIDDLE LONE("24") "25\n"));
    struct report *blank = read_text(REPORT(LONE_HEAD4 LONE("") LONE_MIDDLE LONE("24") LONE("25")));
    struct report *cut = read_text(REPORT(LONE_HEAD4 LONE("11") LONE_MIDDLE LONE("24")));
    (void)state;
    assert_string_equal(full->tables[TABLE_T4].layout, "B7");
    assert_int_equal(full->tables[TABLE_T4].state, TABLE_COMPLETE);
    check_cell(full, "T4.review.upheld", "11");
    check_cell(full, "T4.after.total", "25");
    check_cell(blank, "T4.review.upheld", "blank");
    check_cell(blank, "T4.review.corrected", "12");
    check_cell(blank, "T4.direct.pending", "blank");
    check_cell(blank, "T4.after.total", "25");
    check_cell(cut, "T4.review.upheld", "unplaced");
    assert_int_equal(cut->tables[TABLE_T4].state, TABLE_INCOMPLETE);
    free_report(full);
    free_report(blank);
    free_report(cut);
}

/* The same bars, none before the first row: the second one behind T4's figures ends their row
 * and is no blank cell either. */
static void test_bar_ends_row(void **state)
{
    struct report *lost = read_text(REPORT(LONE_HEAD4 LONE("11") LONE_MIDDLE LONE("24") "|\n"));
    struct report *blank = read_text(REPORT(LONE_HEAD4 LONE("11") LONE_MIDDLE LONE("24") "|\n|\n"));
    (void)state;
    assert_string_equal(lost->tables[TABLE_T4].layout, "B7");
    check_cell(lost, "T4.review.upheld", "unplaced");
    check_cell(lost, "T4.after.total", "unplaced");
    assert_int_equal(lost->tables[TABLE_T4].state, TABLE_INCOMPLETE);
    check_cell(blank, "T4.review.upheld", "11");
    check_cell(blank, "T4.after.pending", "24");
    check_cell(blank, "T4.after.total", "blank");
    assert_int_equal(blank->tables[TABLE_T4].state, TABLE_COMPLETE);
    free_report(lost);
    free_report(blank);
}

/* Repeated lines are gone: what is left of the rows has no place. */
static void test_removed_lines(void **state)
{
    struct report *report = read_text(REPORT(
        "第二十条第(一)项 |\n信息内容 |\n本年制发件数 |\n本年废止件数 |\n现行有效件数 |\n规章 |\n"
        "0 |\n行政规范性文件 |\n5 |\n2 |\n第二十条第(五)项 |\n本年处理决定数量 |\n行政许可 |\n"
        "17 |\n第二十条第(六)项 |\n行政处罚 |\n3 |\n行政强制 |\n第二十条第(八)项 |\n"
        "本年收费金额(单位:万元) |\n行政事业性收费 |\n"));
    (void)state;
    check_cell(report, "T2.a1.normative.issued", "unplaced");
    check_cell(report, "T2.a5.license.decisions", "unplaced");
    assert_int_equal(report->tables[TABLE_T2].state, TABLE_DOUBTFUL);
    free_report(report);
}

/* Rows end in as many bars as their labels are wide; a blank cell has a blank
 * between its bars, so blanks at the ends of a row are told from those. */
static void test_blanks_at_the_ends(void **state)
{
    static const char *const new[] = {"blank", "4", "0", "blank", "0", "3", "blank"};
    static const char *const granted[] = {"blank", "4", "blank", "blank", "blank", "0", "blank"};
    static const char *const secret[] = {"blank", "blank", "blank", "blank", "blank", "6", "blank"};
    struct report *report = read_text(
        REPORT(HEADING3 HEAD3 "一、本年新收政府信息公开申请数量 |  | 4 | 0 |  | 0 | 3 |  ||\n"
                              "二、上年结转政府信息公开申请数量 | 2 | 0 | 0 | 1 | 0 | 0 | 3 ||\n"
                              "三、本年度办理结果 | （一）予以公开 |  | 4 |  |  |  | 0 |  |\n"
                              "（二）部分公开 | 2 | 0 | 0 | 1 | 0 | 0 | 3 |\n"
                              "（三）不予公开 | 1.属于国家秘密 |  |  |  |  |  | 6 | \n"
                              "2.其他法律行政法规禁止公开 | 2 | 0 | 0 | 1 | 0 | 0 | 3\n"
                              "3.危及“三安全一稳定” | 2 | 0 | 0 | 1 | 0 | 0 | 3\n"
                              "4.保护第三方合法权益 | 2 | 0 | 0 | 1 | 0 | 0 | 3\n"
                              "5.属于三类内部事务信息 | 2 | 0 | 0 | 1 | 0 | 0 | 3\n"
                              "6.属于四类过程性信息 | 2 | 0 | 0 | 1 | 0 | 0 | 3\n"
                              "7.属于行政执法案卷 | 2 | 0 | 0 | 1 | 0 | 0 | 3\n"
                              "8.属于行政查询事项 | 2 | 0 | 0 | 1 | 0 | 0 | 3\n"));
    (void)state;
    check_row(report, "new", new);
    check_row(report, "open", granted);
    check_row(report, "denied_1", secret);
    free_report(report);
}

/* Each cell on a line, the bars of wide ones behind the last. */
static void test_blanks_line_by_line(void **state)
{
    static const char *const new[] = {"blank", "4", "0", "blank", "0", "3", "blank"};
    static const char *const in[] = {"2", "0", "0", "1", "0", "0", "3"};
    struct report *report = read_text(
        REPORT(HEADING3 NOTE
               " |\n申请人情况 | ||||||||\n|\n自然人 |\n法人或其他组织 |\n总计 | ||||\n|\n"
               "商业企业 |\n科研机构 |\n社会公益组织 |\n法律服务机构 |\n其他 |\n|\n"
               "一、本年新收政府信息公开申请数量 |\n |\n4 |\n0 |\n |\n0 |\n3 |\n | ||\n|\n"
               "二、上年结转政府信息公开申请数量 |\n2 |\n0 |\n0 |\n1 |\n0 |\n0 |\n3 | ||\n|\n"));
    (void)state;
    check_row(report, "new", new);
    check_row(report, "carry_in", in);
    free_report(report);
}

/* Padded rows: one that lost a cell has a bar more behind it, and none of them is blank. */
static void test_padding_is_no_blank(void **state)
{
    static const char *const none[] = {"unplaced", "unplaced", "unplaced", "unplaced",
                                       "unplaced", "unplaced", "unplaced"};
    static const char *const whole[] = {"1", "0", "0", "0", "0", "0", "blank"};
    struct report *report = read_text(REPORT(
        HEADING3 HEAD3 "一、本年新收政府信息公开申请数量 | 2 | 0 | 0 | 1 | 0 | 0 | 3 | ||\n"
                       "二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 |  | ||\n"
                       "三、本年度办理结果 | （一）予以公开 | 2 | 0 | 0 | 1 | 0 | 0 | 3 | |\n"
                       "（二）部分公开 | 1 | 0 | 0 | 0 | 0 | 1 | |||\n"
                       "（七）总计 | 2 | 0 | 0 | 1 | 0 | 0 | 3 | ||\n"));
    (void)state;
    check_row(report, "carry_in", whole);
    check_row(report, "partial", none);
    free_report(report);
}

/* Labels over several fields have these in front of their values: the empty one there of a row
 * that lost a cell is no blank one. Between its values it is. */
static void test_label_field_is_no_blank(void **state)
{
    static const char *const new[] = {"2", "8", "6", "1", "4", "5", "26"};
    static const char *const internal[] = {"2", "0", "blank", "1", "0", "0", "3"};
    struct report *report = read_text(REPORT(
        HEADING3 HEAD3 "一、本年新收政府信息公开申请数量 | || 2 | 8 | 6 | 1 | 4 | 5 | 26 |\n"
                       "二、上年结转政府信息公开申请数量 | || 1 | 7 | 5 | 3 | 9 | 2 | 27 |\n"
                       "三、本年度办理结果 | （一）予以公开 | | 3 | 7 | 1 | 2 | 4 | 3 | 20 |\n"
                       "（二）部分公开 | | 3 | 1 | 6 | 2 | 8 | 20 |\n"
                       "（三）不予公开 | 1.属于国家秘密 | 2 | 0 | 0 | 1 | 0 | 0 | 3 |\n"
                       "2.其他法律行政法规禁止公开 | 2 | 0 | 0 | 1 | 0 | 0 | 3 |\n"
                       "3.危及“三安全一稳定” | 2 | 0 | 0 | 1 | 0 | 0 | 3 |\n"
                       "4.保护第三方合法权益 | 2 | 0 | 0 | 1 | 0 | 0 | 3 |\n"
                       "5.属于三类内部事务信息 | 2 | 0 |  | 1 | 0 | 0 | 3 |\n"
                       "6.属于四类过程性信息 | 2 | 0 | 0 | 1 | 0 | 0 | 3 |\n"
                       "7.属于行政执法案卷 | 2 | 0 | 0 | 1 | 0 | 0 | 3 |\n"
                       "8.属于行政查询事项 | 2 | 0 | 0 | 1 | 0 | 0 | 3 |\n"
                       "（四）无法提供 | 1.本机关不掌握相关政府信息 | 2 | 0 | 0 | 1 | 0 | 0 | 3 |\n"
                       "2.没有现成信息需要另行制作 | 2 | 0 | 0 | 1 | 0 | 0 | 3 |\n"
                       "3.补正后申请内容仍不明确 | 2 | 0 | 0 | 1 | 0 | 0 | 3 |\n"));
    (void)state;
    check_row(report, "new", new);
    check_row(report, "partial", all_unplaced);
    check_row(report, "denied_5", internal);
    assert_int_equal(report->tables[TABLE_T3].state, TABLE_INCOMPLETE);
    free_report(report);
}

/* The corner of the header is lost: no row has empty fields before its label. */
static void test_lost_corner(void **state)
{
    static const char *const new[] = {"blank", "blank", "blank", "blank", "blank", "4", "4"};
    static const char *const secret[] = {"blank", "blank", "blank", "blank", "blank", "5", "5"};
    struct report *report = read_text(
        REPORT(HEADING3 " | 申请人情况 | ||||||||\n自然人 | 法人或其他组织 | 总计 | |||||||\n"
                        "商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |||||\n"
                        "一、本年新收政府信息公开申请数量 |  |  |  |  |  | 4 | 4 | ||\n"
                        "二、上年结转政府信息公开申请数量 |  |  |  |  |  | 1 | 1 | ||\n"
                        "三、本年度办理结果 | （一）予以公开 |  |  |  |  |  |  |  | |\n"
                        "（三）不予公开 | 1.属于国家秘密 |  |  |  |  |  | 5 | 5 | |\n"
                        "（七）总计 |  |  |  |  |  | 5 | 5 | ||\n"));
    (void)state;
    check_row(report, "new", new);
    check_row(report, "denied_1", secret);
    free_report(report);
}

/* Bars of a page, not of a table of the form. */
static void test_other_bars(void **state)
{
    struct report *report = read_text(
        "首页 | 政务公开 | 年报\n索引号 | 0123 | 文号 | 无\n某镇2021年政府信息公开工作年度报告\n"
        "一、总体情况\n公开3条。\n|||||||||||\n五、存在的主要问题及改进情况\n无。\n");
    (void)state;
    for (int t = 0; t < TABLE_COUNT; t++)
        assert_int_equal(report->tables[t].state, TABLE_ABSENT);
    free_report(report);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_padded_rows),
        cmocka_unit_test(test_merged_values),
        cmocka_unit_test(test_broken_rows),
        cmocka_unit_test(test_indented_rows),
        cmocka_unit_test(test_cells),
        cmocka_unit_test(test_cells_and_pads),
        cmocka_unit_test(test_word_in_padded_row),
        cmocka_unit_test(test_counted_rows),
        cmocka_unit_test(test_blank_cells_of_t4),
        cmocka_unit_test(test_led_rows),
        cmocka_unit_test(test_mixed_lines),
        cmocka_unit_test(test_markdown),
        cmocka_unit_test(test_frame),
        cmocka_unit_test(test_ascii_frame),
        cmocka_unit_test(test_short_rows),
        cmocka_unit_test(test_page_break),
        cmocka_unit_test(test_page_number_below_row),
        cmocka_unit_test(test_page_number_below_t4),
        cmocka_unit_test(test_lone_bars),
        cmocka_unit_test(test_bar_ends_row),
        cmocka_unit_test(test_removed_lines),
        cmocka_unit_test(test_blanks_at_the_ends),
        cmocka_unit_test(test_blanks_line_by_line),
        cmocka_unit_test(test_padding_is_no_blank),
        cmocka_unit_test(test_label_field_is_no_blank),
        cmocka_unit_test(test_lost_corner),
        cmocka_unit_test(test_other_bars),
    };
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
