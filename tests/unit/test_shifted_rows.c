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
#define DENIED(label) label " |\n0 |\n- |\n- |\n- |\n- |\n- |\n0 |\n"
/* A cell a line, and a bar for each column that a label covers on a line of their own. */
#define CELL_LINES(open)                                                                                   \
    "申请人情况 |\n|||||||||\n自然人 |\n法人或其他组织 |\n总计 |\n||||\n商业企业 |\n" \
    "科研机构 |\n社会公益组织 |\n法律服务机构 |\n其他 |\n" NEW                                             \
    " |\n3 |\n- |\n- |\n- |\n- |\n- |\n3 |\n||\n" CARRIED                                                  \
    " |\n1 |\n- |\n- |\n- |\n- |\n- |\n1 |\n||\n" RESULTS " |\n（一）予以公开 |\n" open                    \
    "|\n（二）部分公开（区分处理的，只计这一情形，不计其他情形） |\n"          \
    "1 |\n- |\n- |\n- |\n- |\n- |\n1 |\n|\n（三）不予公开 |\n1.属于国家秘密 |\n"              \
    "0 |\n- |\n- |\n- |\n- |\n- |\n0 |\n" DENIED("2.其他法律行政法规禁止公开") DENIED(                     \
        "3.危及“三安全一稳定”") DENIED("4.保护第三方合法权益") DENIED("5.属于三类内部事务信息")            \
        DENIED("6.属于四类过程性信息") "（七）总计 |\n4 |\n- |\n- |\n- |\n- |\n- |\n4 |\n|\n"
#define FIVE_LINES "结果维持 |\n结果纠正 |\n其他结果 |\n尚未审结 |\n总计 |\n"
#define FIVE_BARS "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |"
#define FOUR_LINES                                                                                 \
    HEAD4 "行政复议 |\n行政诉讼 |\n" FIVE_LINES                                                    \
          "未经复议直接起诉 |\n复议后起诉 |\n" FIVE_LINES FIVE_LINES
#define FOUR_BARS                                                                                  \
    HEAD4 "行政复议 | 行政诉讼 |\n" FIVE_BARS " 未经复议直接起诉 | 复议后起诉 |\n" FIVE_BARS       \
          " " FIVE_BARS "\n"
#define COVERED_BELOW                                                                              \
    ROW(NEW, "", "", "3")                                                                          \
    ROW(CARRIED, "", "", "1")                                                                      \
    ROW(RESULTS, "（一）予以公开", "", "2")                                                        \
    ROW(RESULTS, "（三）不予公开", "1.属于国家秘密", "4")
#define COVERED_CELLS                                                                              \
    {                                                                                              \
        {"T3.new.np", "3"}, {"T3.new.ri", "blank"}, {"T3.carry_in.np", "1"}, {"T3.open.np", "2"},  \
            {"T3.open.co", "blank"},                                                               \
        {                                                                                          \
            "T3.denied_1.np", "4"                                                                  \
        }                                                                                          \
    }

/* Blanks between figures, some rows' labels broken around them; the first row's stand at `first`.
 */
#define AROUND_2(first, second)                                                                               \
    HEAD2                                                                                                     \
    "第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n" first                             \
    "\n行政规范\n" second "\n性文件\n第二十条第（五）项\n信息内容 本年处理决定数量\n" \
    "行政许可 0\n第二十条第（六）项\n信息内容 本年处理决定数量\n行政处罚 1\n行政强制 4\n" TAIL

/* A cell a line, the fourth column merged into the third, and so printed twice. */
#define TWICE_2(figures)                                                                                                              \
    HEAD2 "第二十条第（一）项\n信息内容\n本年新制作数量\n本年新公开数量\n对外公开总数量\n规章\n1" \
          "\n2\n3\n"                                                                                                                  \
          "规范性文件\n4\n5\n6\n第二十条第（九）项\n信息内容\n采购项目数量\n采购总金额\n采购总金"    \
          "额\n"                                                                                                                     \
          "政府集中采购\n" figures TAIL

/* Two tabs between all cells, in T2 and T4. */
#define FIVE_APART "结果维持\t\t结果纠正\t\t其他结果\t\t尚未审结\t\t总计"
#define TWO_TABS                                                                                                          \
    HEAD2 "第二十条第（一）项\n信息内容\t\t本年制发件数\t\t本年废止件数\t\t现行有效件数\n" \
          "规章\t\t1\t\t2\t\t3\n行政规范性文件\t\t25\t\t211\t\t\n"                                               \
          "三、收到和处理政府信息公开申请情况\n无表。\n"                                              \
          "四、政府信息公开行政复议、行政诉讼情况\n行政复议\t\t行政诉讼\n" FIVE_APART                                     \
          "\t\t未经复议直接起诉\t\t复议后起诉\n" FIVE_APART "\t\t" FIVE_APART "\n"                                        \
          "\t\t3\t\t46\t\t18\t\t\t\t25\t\t\t\t2\t\t\t\t46\t\t\t\t\t\t\t\t\t\t\n"

/* A tab behind each row, and none for a label that a group's has above it. */
#define ENDED(label, figures) label "\t" figures "\t\n"
#define ENDED_ROWS                                                                                 \
    HEAD3 ENDED("（勾稽关系）", "申请人情况") ENDED("自然人", "法人或其他组织\t总计")              \
        ENDED("商业企业", "科研机构\t社会公益组织\t法律服务机构\t其他") ENDED(NEW, "\t\t\t\t\t\t") \
            ENDED(CARRIED, "\t\t\t\t\t\t") ENDED(RESULTS "\t（一）予以公开", "\t\t\t\t\t\t")       \
                ENDED("（二）部分公开", "\t\t\t\t\t1\t")                                           \
                    ENDED("（四）无法提供\t1.本机关不掌握相关政府信息", "5\t5\t\t\t\t\t3")         \
                        ENDED("（五）不予处理\t1.信访举报投诉类申请", "3\t\t\t\t\t\t5")            \
                            ENDED("2.重复申请", "\t\t\t1\t\t\t1")                                  \
                                ENDED("（七）总计", "\t\t\t\t\t\t")

static const struct reading_case cases[] = {
    {"a merged figure in both columns that it covers, beside a blank",
     TWICE_2("\n7\n7\n"),
     {{"T2.a1.normative.published", "5"},
      {"T2.a9.procurement.count", "unplaced"},
      {"T2.a9.procurement.amount", "unplaced"}}},
    {"figures below a merged label that are not printed twice",
     TWICE_2("7\n8\n"),
     {{"T2.a9.procurement.count", "7"}, {"T2.a9.procurement.amount", "8"}}},
    {"a figure below a header that the full row does not stand below",
     AROUND_2("规章 1  106  3", "     12"),
     {{"T2.a1.regulation.in_force", "3"},
      {"T2.a1.normative.issued", "unplaced"},
      {"T2.a1.normative.abolished", "unplaced"},
      {"T2.a5.license.decisions", "0"}}},
    {"a figure below a header, as those of the full row stand",
     AROUND_2("规章          1           106         3", "              12"),
     {{"T2.a1.regulation.in_force", "3"},
      {"T2.a1.normative.issued", "12"},
      {"T2.a1.normative.abolished", "blank"},
      {"T2.a5.license.decisions", "0"}}},
    {"merged labels printed again, and columns numbered in place of their header",
     HEAD3 "| | | | 1 | 2 | 3 | 4 | 5 | 6 | 7 |\n" COVERED TAIL, COVERED_CELLS},
    {"the same without any header", HEAD3 COVERED TAIL, COVERED_CELLS},
    {"only a group's label printed again in the rows below, without any header",
     HEAD3 COVERED_BELOW TAIL, COVERED_CELLS},
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
    {"a cell lost between dashes: the bar that pads the row's label is none",
     HEAD3 CELL_LINES("3 |\n- |\n- |\n- |\n5 |\n8 |\n") TAIL,
     {{"T3.open.np", "unplaced"},
      {"T3.open.ls", "unplaced"},
      {"T3.open.tot", "unplaced"},
      {"T3.partial.np", "1"},
      {"T3.total.tot", "4"}}},
    {"the same with all of its cells",
     HEAD3 CELL_LINES("3 |\n- |\n- |\n- |\n- |\n5 |\n8 |\n") TAIL,
     {{"T3.open.np", "3"}, {"T3.open.ls", "mark"}, {"T3.open.ot", "5"}, {"T3.open.tot", "8"}}},
    {"table four's row has a blank field too many, and no line of its header is padded",
     FOUR_BARS " | 8 |  | 16 | 24 |  | 19 |  | 1 | 20 | 14 | 9 |  |  | 13 | 36 |\n" TAIL,
     {{"T4.review.upheld", "unplaced"}, {"T4.after.total", "unplaced"}}},
    {"the same, a cell a line",
     FOUR_LINES "|\n8 |\n|\n16 |\n24 |\n|\n19 |\n|\n1 |\n20 |\n14 |\n9 |\n|\n|\n13 |\n36 |\n" TAIL,
     {{"T4.review.upheld", "unplaced"}, {"T4.after.total", "unplaced"}}},
    {"as many fields as columns, a cell a line",
     FOUR_LINES "|\n8 |\n|\n16 |\n24 |\n|\n19 |\n|\n1 |\n20 |\n14 |\n9 |\n|\n|\n13 |\n" TAIL,
     {{"T4.review.upheld", "blank"}, {"T4.review.corrected", "8"}, {"T4.after.total", "13"}}},
    {"two tabs between the cells: no field between them is a blank one",
     TWO_TABS TAIL,
     {{"T2.a1.normative.issued", "25"},
      {"T2.a1.normative.abolished", "211"},
      {"T2.a1.normative.in_force", "blank"}}},
    {"the same, in table four",
     TWO_TABS TAIL,
     {{"T4.review.upheld", "blank"}, {"T4.review.corrected", "3"}, {"T4.direct.total", "46"}}},
    {"labels in two fields, and as many fields behind each: they stand behind their own label",
     ENDED_ROWS TAIL,
     {{"T3.partial.ls", "blank"},
      {"T3.partial.ot", "1"},
      {"T3.rejected_2.sp", "1"},
      {"T3.rejected_2.tot", "1"},
      {"T3.unable_1.tot", "3"}}},
};

static void test_cells(void **state)
{
    assert_readings(state, cases, COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cells)};
    return cmocka_run_group_tests_name("shifted_rows", tests, load_forms, free_forms);
}
