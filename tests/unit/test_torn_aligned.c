/* Columns between blanks whose narrow cells broke their contents over lines. */
#include "reading.h"

#define HEAD "某县柳河镇2021年政府信息公开工作年度报告\n一、总体情况\n公开信息。\n"
#define TAIL "五、存在的主要问题及改进情况\n一是不够主动。\n六、其他需要报告的事项\n无。\n"

/* One row, with `below` behind its line. */
#define SUITS(below)                                                                                        \
    HEAD "四、政府信息公开行政复议、行政诉讼情况\n"                                      \
         "            行政复议                                    行政诉讼\n"                       \
         "结果 结果 其他 尚未 总计      未经复议直接起诉              复议后起诉\n"  \
         "维持 纠正 结果 审结\n"                                                                    \
         "                         结果 结果 其他 尚未 总计 结果 结果 其他 尚未 总计\n" \
         "                         维持 纠正 结果 审结      维持 纠正 结果 审结\n"          \
         " 120  13   2    0   135   7    2    0    1    10   3    0    0    0    3\n" below                 \
         "\n" TAIL

/* The same between single blanks. */
#define SINGLE_SUITS(below)                                                                                                        \
    HEAD "四、政府信息公开行政复议、行政诉讼情况\n行政复议 行政诉讼\n"                                  \
         "结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉 复议后起诉\n"                   \
         "结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计\n" \
         "0 0 3426 0 3426 299 1336 6144 6993 1477 2404 0 2593 0 4997\n" below TAIL

/* A label broken before its note, which opens beside the figure. */
#define OPENED                                                                                             \
    HEAD "二、主动公开政府信息情况\n第二十条第（一）项\n"                             \
         "信息内容             本年制发件数       本年废止件数       现行有效件数\n" \
         "规章                            5                  1\n行政规范性文\n"                    \
         "件（行政机关                                                          2\n"                 \
         "制定发布的）\n第二十条第（五）项\n"                                               \
         "信息内容                                               本年处理决定数量\n"           \
         "行政许可                                                              1\n" TAIL

/* Figures before their labels, as of a table that runs from right to left. */
#define MIRRORED                                                                                                                  \
    HEAD "二、主动公开政府信息情况\n第二十条第（一）项\n"                                                    \
         "信息内容 本年新制作数量 本年新公开数量 对外公开总数量\n3 2 3 规章\n0 2 1 规范性文件\n"  \
         "第二十条第（五）项\n信息内容 上一年项目数量 本年增/减 处理决定数量\n5 0 1 行政许可\n" \
         "0 0 0 其他对外管理服务事项\n第二十条第（六）项\n"                                                    \
         "信息内容 上一年项目数量 本年增/减 处理决定数量\n3 ＋2 0 行政处罚\n1 461 0 "                   \
         "行政强制\n" TAIL

/* A label whose note is broken over three lines, the figure beside the second. */
#define NOTED(line)                                                                                \
    HEAD "二、主动公开政府信息情况\n第二十条第（一）项\n"                     \
         "信息内容       本年新制作   本年新公开   对外公开总\n"                \
         "               数量         数量         数量\n"                                   \
         "规章（设区的\n市以上人民政" line "府填写）\n"                                        \
         "规范性文件          25                        46\n"                                 \
         "第二十条第（五）项\n"                                                           \
         "信息内容       上一年项目   本年增/减    处理决定数量\n"              \
         "行政许可           211          2           12\n" TAIL

/* Table three, with `lines` between two whole rows. */
#define ROWS3(lines)                                                                                                  \
    HEAD "三、收到和处理政府信息公开申请情况\n"                                                      \
         "                                自然人 商业企业 科研机构 社会公益组织 法律服务机构 " \
         "其他 总计\n"                                                                                            \
         "一、本年新收政府信息公开申请数量    3    0    1    0    0    0    4\n"                      \
         "二、上年结转政府信息公开申请数量    0    0   14    0 1002    0 1016\n" lines                                \
         "（七）总计                          1    0    0    0    0    0    1\n"                                 \
         "四、结转下年度继续办理              1    0    2    0    0    0    3\n" TAIL

/* The same between bars. */
#define BARS3(below)                                                                                            \
    HEAD "三、收到和处理政府信息公开申请情况\n"                                                \
         "|申请人情况 | | | | | | | |\n"                                                                   \
         "| |自然人 |商业企业 |科研机构 |社会公益组织 |法律服务机构 |其他 |总计 |\n" \
         "|二、上年结转政府信息公开申请数量 |0 |0 |14 |0 |2 |0 |16 |\n"                         \
         "|（一）予以公开 |9 |0 |1406 |0 |999 |1458 |1653 |\n" below                                            \
         "|四、结转下年度继续办理 |1 |0 |2 |0 |0 |0 |3 |\n" TAIL

static const struct reading_case cases[] = {
    {"nothing below",
     SUITS(""),
     {{"T4.review.upheld", "120"}, {"T4.review.total", "135"}, {"T4.after.total", "3"}}},
    {"the rest of two figures below",
     SUITS("  4                  6\n"),
     {{"T4.review.upheld", "unplaced"}, {"T4.review.total", "unplaced"}}},
    {"of full width",
     SUITS("  ４                 ６\n"),
     {{"T4.review.upheld", "unplaced"}, {"T4.review.total", "unplaced"}}},
    {"the rest of one",
     SUITS("                     6\n"),
     {{"T4.review.upheld", "unplaced"}, {"T4.review.total", "unplaced"}}},
    {"a page's number behind a blank line",
     SUITS("\n                     6\n"),
     {{"T4.review.upheld", "120"}, {"T4.review.total", "135"}, {"T4.after.total", "3"}}},
    {"a page's number before a form feed",
     SUITS("                     6\n\f"),
     {{"T4.review.upheld", "120"}, {"T4.review.total", "135"}, {"T4.after.total", "3"}}},
    {"the rest of one between single blanks",
     SINGLE_SUITS("2\n"),
     {{"T4.direct.total", "unplaced"}, {"T4.after.total", "unplaced"}}},
    {"nothing below them",
     SINGLE_SUITS(""),
     {{"T4.direct.total", "1477"}, {"T4.after.total", "4997"}}},
    {"figures before their labels",
     MIRRORED,
     {{"T2.a1.regulation.made", "unplaced"},
      {"T2.a1.normative.made", "unplaced"},
      {"T2.a5.license.prev_items", "unplaced"},
      {"T2.a5.other_service.delta", "unplaced"},
      {"T2.a6.penalty.prev_items", "unplaced"},
      {"T2.a6.coercion.decisions", "unplaced"}}},
    {"a figure beside the opening of a note",
     OPENED,
     {{"T2.a1.regulation.issued", "5"},
      {"T2.a1.normative.in_force", "2"},
      {"T2.a1.normative.issued", "blank"}}},
    {"a figure beside a label's note",
     NOTED("        3\n"),
     {{"T2.a1.regulation.made", "3"},
      {"T2.a1.regulation.published", "blank"},
      {"T2.a1.normative.made", "25"}}},
    {"and further right",
     NOTED("                     3\n"),
     {{"T2.a1.regulation.made", "blank"},
      {"T2.a1.regulation.published", "3"},
      {"T2.a1.normative.made", "25"}}},
    {"upper halves above the label's line, the lower ones below it",
     ROWS3("             （一）予以公开              1458    0    0    1  999    9 2467\n"
           "果\n"
           "                                  1406                             1381 2817\n"
           "             （二）部分公开                   ——      256      37 ——\n"
           "                                     9                                0    2\n"),
     {{"T3.partial.np", "unplaced"}, {"T3.partial.tot", "unplaced"}, {"T3.carry_out.np", "1"}}},
    {"all halves above and below the label",
     ROWS3("                                 2303 8696 6121 3403 8666 5337 3455\n"
           "（二）部分公开\n"
           "                                    3    4    4    7    5    6   29\n"),
     {{"T3.partial.np", "unplaced"}, {"T3.partial.tot", "unplaced"}, {"T3.carry_out.np", "1"}}},
    {"figures above the label alone",
     ROWS3("                                 2303 8696 6121 3403 8666 5337 3455\n"
           "（二）部分公开\n"),
     {{"T3.partial.np", "2303"}, {"T3.partial.tot", "3455"}, {"T3.carry_out.np", "1"}}},
    {"the rest of one beside the end of the label",
     ROWS3("（二）部分公开（区分处理的，只计 5599    0    0    0    0    0 3451\n"
           "这一情形，不计其他情形）                                          8\n"),
     {{"T3.partial.np", "unplaced"}, {"T3.partial.tot", "unplaced"}, {"T3.carry_out.np", "1"}}},
    {"nothing beside the end of the label",
     ROWS3("（二）部分公开（区分处理的，只计 5599    0    0    0    0    0 3451\n"
           "这一情形，不计其他情形）\n"),
     {{"T3.partial.np", "5599"}, {"T3.partial.tot", "3451"}, {"T3.carry_out.np", "1"}}},
    {"rests below between bars",
     BARS3("| | | |9 | | | |5 |\n"),
     {{"T3.open.ri", "unplaced"}, {"T3.open.tot", "unplaced"}, {"T3.carry_in.tot", "16"}}},
    {"nothing below between bars",
     BARS3("| | | | | | | | |\n"),
     {{"T3.open.ri", "1406"}, {"T3.open.tot", "1653"}, {"T3.carry_in.tot", "16"}}},
    {"nothing beside it",
     NOTED("\n"),
     {{"T2.a1.regulation.made", "blank"},
      {"T2.a1.regulation.published", "blank"},
      {"T2.a1.normative.made", "25"}}},
};

static void figures_broken_in_narrow_cells(void **state)
{
    assert_readings(state, cases, COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(figures_broken_in_narrow_cells)};
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
