/* Tables without separators: what is placed, and what is not because the text
 * does not say. */
#include "reading.h"

#define HEAD "某县柳河镇2021年政府信息公开工作年度报告\n一、总体情况\n公开信息。\n"
#define TAIL "五、存在的主要问题及改进情况\n一是不够主动。\n六、其他需要报告的事项\n无。\n"
#define HEAD3 HEAD "三、收到和处理政府信息公开申请情况\n"

/* A blank stands for one column; the figures of a column stand under each other
 * counted in screen columns. */
#define COLUMNS                                                                                                    \
    "申请人情况\n"                                                                                            \
    "                                    自然人    商业企业  科研机构  社会公益组织  "            \
    "法律服务机构  其他  总计\n"                                                                         \
    "一、本年新收政府信息公开申请数量       1         0         0         0             0        " \
    " "                                                                                                            \
    "    0     1\n"                                                                                                \
    "二、上年结转政府信息公开申请数量       0         2         0         0             0        " \
    " "                                                                                                            \
    "    0     2\n"

#define HEADER3                                                                                                                    \
    "申请人情况\n\n自然人\n\n法人或其他组织\n\n总计\n\n商业企业\n\n科研机构\n\n社会公益组织\n\n法" \
    "律服务机构\n\n其他\n\n"

#define PARAGRAPH(rows)                                                                                                    \
    "某县柳河镇2021年政府信息公开工作年度报告 一、总体情况 公开信息。 "                       \
    "二、主动公开政府信息情况 第二十条第（一）项 信息内容 本年制发件数 本年废止件数 " \
    "现行有效件数 " rows " 第二十条第（五）项 信息内容 本年处理决定数量 行政许可 17 "             \
    "五、存在的主要问题及改进情况 不够主动。 六、其他需要报告的事项 无。 "                 \
    "某县柳河镇人民政府 2022年1月20日"

#define CUT3                                                                                                \
    HEAD3 HEADER3 "一、本年新收政府信息公开申请数量\n\n1\n\n0\n\n0\n\n0\n\n0\n\n0\n\n1\n\n" \
                  "四、结转下年度继续办理"
#define CUT3_TABBED                                                                                             \
    HEAD3 "\t申请人情况\n\t自然人\n\t法人或其他组织\n\t总计\n\t商业企业\n\t科研机构\n" \
          "\t社会公益组织\n\t法律服务机构\n\t其他\n\n"                                            \
          "\t一、本年新收政府信息公开申请数量\n\t1\n\t0\n\t0\n\t0\n\t0\n\t0\n\t1\n\n"           \
          "\t四、结转下年度继续办理"

#define COLUMNS4 "结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n"
#define LACKING4(above)                                                                            \
    HEAD                                                                                           \
        "三、收到和处理政府信息公开申请情况\n四、结转下年度继续办理\n4\n2\n4\n4\n3\n4\n21\n" above \
        "四、政府信息公开行政复议、行政诉讼情况\n行政复议\n行政诉讼\n" COLUMNS4                    \
        "未经复议直接起诉\n复议后起诉\n" COLUMNS4 COLUMNS4                                         \
        "2\n0\n\n4\n6\n1\n3\n5\n0\n9\n7\n8\n2\n0\n\n\n" PARTED_TAIL
#define PARTED_TAIL                                                                                \
    "五、存在的主要问题及改进情况\n\n一是不够主动。\n\n六、其他需要报告的事项\n\n无。\n\n"

/* The form's fourth table between blanks, each line behind `in`, `gap` between two labels. */
#define BETWEEN4(in, gap, row)                                                                     \
    HEAD "四、政府信息公开行政复议、行政诉讼情况\n" in "行政复议" gap "行政诉讼\n" in              \
         "结果维持" gap "结果纠正" gap "其他结果" gap "尚未审结" gap "总计" gap                    \
         "未经复议直接起诉" gap "复议后起诉\n" in "结果维持" gap "结果纠正" gap "其他结果" gap     \
         "尚未审结" gap "总计" gap "结果维持" gap "结果纠正" gap "其他结果" gap "尚未审结" gap     \
         "总计\n" in row "\n" TAIL

struct one {
    const char *what;
    const char *text;
    const char *layout; /* of table three; NULL: of table two */
    struct wanted cells[8];
};

static const struct one cases[] = {
    {"full rows of single blanks",
     HEAD "二、主动公开政府信息情况\n第二十条第（一）项\n"
          "信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 1 0 2\n行政规范性文件 3 4 5\n"
          "第二十条第（五）项\n信息内容 本年处理决定数量\n行政许可 17\n" TAIL,
     NULL,
     {{"T2.a1.regulation.issued", "1"},
      {"T2.a1.normative.in_force", "5"},
      {"T2.a5.license.decisions", "17"}}},
    {"two blanks are a field with nothing in it",
     HEAD "二、主动公开政府信息情况\n第二十条第（一）项\n"
          "信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 1  2\n行政规范性文件 3 4 5\n" TAIL,
     NULL,
     {{"T2.a1.regulation.issued", "1"},
      {"T2.a1.regulation.abolished", "blank"},
      {"T2.a1.regulation.in_force", "2"}}},
    {"a lost field of single blanks has no place",
     HEAD "二、主动公开政府信息情况\n第二十条第（一）项\n"
          "信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 1 2\n行政规范性文件 3 4 5\n" TAIL,
     NULL,
     {{"T2.a1.regulation.issued", "unplaced"},
      {"T2.a1.regulation.in_force", "unplaced"},
      {"T2.a1.normative.issued", "3"}}},
    {"words in the place of numbers",
     HEAD "二、主动公开政府信息情况\n第二十条第（一）项\n"
          "信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 未统计 0 2\n"
          "行政规范性文件 3 4 5\n" TAIL,
     NULL,
     {{"T2.a1.regulation.issued", "text"},
      {"T2.a1.regulation.abolished", "0"},
      {"T2.a1.regulation.in_force", "2"}}},
    {"blank cells placed by their column",
     HEAD3 COLUMNS "四、结转下年度继续办理                           2                         "
                   "                              2\n" TAIL,
     "P",
     {{"T3.carry_out.np", "blank"},
      {"T3.carry_out.co", "2"},
      {"T3.carry_out.ri", "blank"},
      {"T3.carry_out.tot", "2"}}},
    {"a figure between two columns has no place",
     HEAD3 COLUMNS "四、结转下年度继续办理                      2                              "
                   "                              2\n" TAIL,
     "P",
     {{"T3.carry_out.np", "unplaced"}, {"T3.carry_out.tot", "unplaced"}}},
    {"a label around its figures, a page number between",
     HEAD3 COLUMNS "（二）部分公开（区分处理的，只计这\n"
                   "                                       7         0         0         0        "
                   "     0             0     7\n"
                   "一情形，不计其他情形）\n\n                          - 3 -\n\f"
                   "                          12\n"
                   "四、结转下年度继续办理                 0         0         0         0        "
                   "     0             0     0\n" TAIL,
     "P",
     {{"T3.partial.np", "7"},
      {"T3.partial.tot", "7"},
      {"T3.carry_out.np", "0"},
      {"T3.carry_out.tot", "0"}}},
    {"a full row in other words, with the number of the missing one",
     HEAD3 "申请人情况\n自然人 法人或其他组织 总计\n"
           "商业企业 科研机构 社会公益组织 法律服务机构 其他\n"
           "一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1\n1.属于国家秘密 0 0 0 0 0 0 0\n"
           "2.某某某某某某 3 0 0 0 0 0 3\n3.危及“三安全一稳定” 0 0 0 0 0 0 0\n" TAIL,
     "S",
     {{"T3.denied_2.np", "3"}, {"T3.denied_3.np", "0"}, {"T3.denied_4.np", "absent"}}},
    {"a list number before a short label",
     HEAD "二、主动公开政府信息情况\n第二十条第（一）项\n"
          "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n(四) 规章\t1\t0\t2\n"
          "行政规范性文件\t3\t4\t5\n" TAIL,
     NULL,
     {{"T2.a1.regulation.issued", "1"}, {"T2.a1.regulation.in_force", "2"}}},
    {"one paragraph: the numbers in a note behind a value are the note's",
     PARAGRAPH("规章 1 0（其中修订 16 件） 2 行政规范性文件 4(含 3 件 和 1 件) 5 6"),
     NULL,
     {{"T2.a1.regulation.issued", "1"},
      {"T2.a1.regulation.abolished", "0"},
      {"T2.a1.regulation.in_force", "2"},
      {"T2.a1.normative.issued", "4"},
      {"T2.a1.normative.abolished", "5"},
      {"T2.a1.normative.in_force", "6"}}},
    {"one paragraph: a note that nothing ends",
     PARAGRAPH("规章 1 0（其中修订 16 件 2 行政规范性文件 4（含修订） 5 6"),
     NULL,
     {{"T2.a1.regulation.issued", "unplaced"},
      {"T2.a1.regulation.in_force", "unplaced"},
      {"T2.a1.normative.issued", "4"},
      {"T2.a1.normative.in_force", "6"}}},
    {"all in one paragraph",
     "某县柳河镇2021年政府信息公开工作年度报告 一、总体情况 公开信息。 "
     "二、主动公开政府信息情况 第二十条第（一）项 信息内容 本年制发件数 本年废止件数 "
     "现行有效件数 规章 1 0 2 行政规范性文件 4 5 第二十条第（五）项 信息内容 本年处理决定数量 "
     "行政许可 17 五、存在的主要问题及改进情况 不够主动。 六、其他需要报告的事项 无。 "
     "某县柳河镇人民政府 2022年1月20日",
     NULL,
     {{"T2.a1.regulation.issued", "1"},
      {"T2.a1.normative.issued", "unplaced"},
      {"T2.a5.license.decisions", "17"}}},
    {"a table in one line between tabs: a blank inside a figure, two tabs, a blank beside one",
     HEAD
     "二、主动公开政府信息情况\n第二十条第（一）项\t信息内容\t本年制发件数\t本年废止件数\t"
     "现行有效件数\t规章\t1 204\t2\t3\t行政规范性文件\t4 \t\t6\t第二十条第（五）项\t信息内容\t"
     "本年处理决定数量\t行政许可\t7\t第二十条第（六）项\t信息内容\t本年处理决定数量\t行政处罚\t"
     "8\t行政强制\t9\n" TAIL,
     NULL,
     {{"T2.a1.regulation.issued", "text"},
      {"T2.a1.regulation.abolished", "2"},
      {"T2.a1.regulation.in_force", "3"},
      {"T2.a1.normative.abolished", "blank"},
      {"T2.a6.penalty.decisions", "8"},
      {"T2.a6.coercion.decisions", "9"}}},
    {"a table in one line between bars: a blank inside a figure, two bars, a blank beside one",
     HEAD "二、主动公开政府信息情况\n第二十条第（一）项|信息内容|本年制发件数|本年废止件数|"
          "现行有效件数|规章|1 204|2|3|行政规范性文件|4 ||6|第二十条第（五）项|信息内容|"
          "本年处理决定数量|行政许可|7|第二十条第（六）项|信息内容|本年处理决定数量|行政处罚|"
          "8|行政强制|9\n" TAIL,
     NULL,
     {{"T2.a1.regulation.issued", "text"},
      {"T2.a1.regulation.abolished", "2"},
      {"T2.a1.regulation.in_force", "3"},
      {"T2.a1.normative.abolished", "blank"},
      {"T2.a6.penalty.decisions", "8"},
      {"T2.a6.coercion.decisions", "9"}}},
    {"tables that are not there",
     HEAD "二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n" TAIL,
     NULL,
     {{"T2.a1.regulation.issued", "absent"}, {"T3.new.np", "absent"}}},
    {"numbers above their units, a line over their neighbours",
     HEAD3 COLUMNS
     "                                         2                               31\n"
     "四、结转下年度继续办理                          3件       4件       5件             "
     "         6件     7件\n"
     "                                         件                              件\n" TAIL,
     "P",
     {{"T3.carry_out.np", "unplaced"}, {"T3.carry_out.co", "unplaced"}}},
    {"two blanks between all cells are no columns",
     HEAD3 "申请人情况\n自然人  法人或其他组织  总计\n"
           "商业企业  科研机构  社会公益组织  法律服务机构  其他\n"
           "一、本年新收政府信息公开申请数量  16  25  11  15  23  22  22\n"
           "二、上年结转政府信息公开申请数量  6  18  21  18  1  29  4\n"
           "（三）不予公开  1.属于国家秘密  22  11  6  4  5  28  18\n"
           "2.其他法律行政法规禁止公开  12  9  27  13  11  16  1\n"
           "3.危及“三安全一稳定”      3  11  13  14  25\n" TAIL,
     "P",
     {{"T3.denied_3.np", "unplaced"}, {"T3.denied_3.co", "unplaced"}, {"T3.denied_1.np", "22"}}},
    {"a local list behind the table has a row of the other edition",
     HEAD "二、主动公开政府信息情况\n第二十条第（一）项\n信息内容 | 本年制发件数 | 本年废止件数 | "
          "现行有效件数 "
          "|\n规章 | 1 | 0 | 2 |\n行政规范性文件 | 3 | 4 | 5 |\n第二十条第（五）项\n信息内容 | "
          "本年处理决定数量 |\n行政许可 | 7 |\n第二十条第（六）项\n信息内容 | 本年处理决定数量 |\n"
          "行政处罚 | 8 |\n行政强制 | 9 |\n第二十条第（八）项\n信息内容 | 本年收费金额 |\n"
          "行政事业性收费 | 6 |\n附：各类政务公开数据统计\n序号 | 类别 | 条数 |\n"
          "1 | 规范性文件 | 77 |\n2 | 政府集中采购 | 99 |\n3 | 其他 | 6 |\n" TAIL,
     NULL,
     {{"T2.a9.procurement.count", "none"}, {"T2.a8.fee.amount", "6"}}},
    {"a figure before its label",
     HEAD
     "二、主动公开政府信息情况\n第二十条第（五）项\n信息内容\n\n本年处理决定数量\n\n0\n\n行政许可\n"
     "\n"
     "第二十条第（六）项\n信息内容\n\n本年处理决定数量\n\n行政处罚\n\n7\n\n行政强制\n\n8\n\n"
     "第二十条第（八）项\n\n信息内容\n\n本年收费金额（单位：万元）\n\n行政事业性收费\n\n1\n\n" TAIL,
     NULL,
     {{"T2.a5.license.decisions", "unplaced"}, {"T2.a6.penalty.decisions", "7"}}},
    {"labels first, then the figures of all of them",
     HEAD3
     "申请人情况\n\n自然人\n\n法人或其他组织\n\n总计\n\n商业企业\n\n科研机构\n\n社会公益组织\n\n"
     "法律服务机构\n\n其他\n\n一、本年新收政府信息公开申请数量\n\n1\n\n0\n\n0\n\n0\n\n0\n\n0\n\n1\n"
     "\n"
     "（三）不予公开\n\n1.属于国家秘密\n不予公\n2.其他法律行政法规禁止\n开\n公开\n\n"
     "5\n\n6\n\n7\n\n8\n\n9\n\n10\n\n11\n\n12\n\n13\n\n14\n\n15\n\n16\n\n17\n\n18\n\n"
     "3.危及“三安全一稳定”\n\n0\n\n0\n\n0\n\n0\n\n0\n\n0\n\n0\n\n" TAIL,
     "A1",
     {{"T3.new.np", "1"}, {"T3.denied_1.np", "unplaced"}, {"T3.denied_3.np", "0"}}},
    {"one number above its unit: not blank in its row",
     HEAD3 COLUMNS
     "                                                                         31\n"
     "四、结转下年度继续办理                2件        3件       4件       5件             "
     "         6件     7件\n"
     "                                                                         件\n" TAIL,
     "P",
     {{"T3.carry_out.np", "unplaced"}, {"T3.carry_out.ls", "unplaced"}}},
    {"figures for the labels below them, and one behind a group's label",
     HEAD3 HEADER3 "一、本年新收政府信息公开申请数量\n\n1\n\n0\n\n0\n\n0\n\n0\n\n0\n\n1\n\n"
                   "三、本年度办理结果\n\n8\n\n0\n\n0\n\n0\n\n0\n\n0\n\n8\n\n（一）予以公开\n\n"
                   "（三）不予公开\n\n1.属于国家秘密\n\n2\n\n0\n\n0\n\n0\n\n0\n\n0\n\n2\n\n" TAIL,
     "A1",
     {{"T3.open.np", "unplaced"}, {"T3.open.tot", "unplaced"}, {"T3.denied_1.tot", "2"}}},
    {"too many figures above a label that has none",
     HEAD3 HEADER3
     "一、本年新收政府信息公开申请数量\n\n1\n\n0\n\n0\n\n0\n\n0\n\n0\n\n1\n\n"
     "（七）总计\n\n5\n\n0\n\n0\n\n0\n\n0\n\n0\n\n5\n\n6\n\n0\n\n0\n\n0\n\n0\n\n0\n\n6\n\n"
     "四、结转下年度继续办理\n\n" TAIL,
     "A1",
     {{"T3.total.np", "unplaced"}, {"T3.carry_out.np", "unplaced"}, {"T3.new.tot", "1"}}},
    {"a row without a figure beside one with too few: some of these may be its own",
     HEAD3 HEADER3
     "一、本年新收政府信息公开申请数量\n\n二、上年结转政府信息公开申请数量\n\n5\n\n1\n\n6\n\n"
     "（七）总计\n\n5\n\n0\n\n0\n\n0\n\n0\n\n1\n\n6\n\n" TAIL,
     "A1",
     {{"T3.new.np", "unplaced"}, {"T3.carry_in.np", "unplaced"}, {"T3.total.ot", "1"}}},
    {"where labels of columns stand below rows, a full row's may be another's, too",
     HEAD3 "申请人情况\n\n自然人\n\n法人或其他组织\n\n"
           "一、本年新收政府信息公开申请数量\n\n二、上年结转政府信息公开申请数量\n\n5\n\n"
           "科研机构\n\n社会公益组织\n\n法律服务机构\n\n商业企业\n\n其他\n\n1\n\n总计\n\n6\n\n"
           "（七）总计\n\n5\n\n0\n\n0\n\n0\n\n0\n\n1\n\n6\n\n" TAIL,
     "A1",
     {{"T3.new.np", "unplaced"}, {"T3.carry_in.np", "unplaced"}, {"T3.total.ot", "unplaced"}}},
    {"a label broken round its first figure, a cell a line",
     HEAD3 HEADER3 "一、本年新收政府信息公开申请数量\n\n1\n\n0\n\n0\n\n0\n\n0\n\n0\n\n1\n\n"
                   "5.要求行政机关确认或重新出具已获取信\n4\n息\n\n0\n\n0\n\n2\n\n0\n\n0\n\n6\n\n"
                   "（七）总计\n\n5\n\n0\n\n0\n\n0\n\n0\n\n1\n\n6\n\n" TAIL,
     "A1",
     {{"T3.rejected_5.np", "4"}, {"T3.rejected_5.sp", "2"}, {"T3.rejected_5.tot", "6"}}},
    {"labels of a header on one line, the figures each on its own",
     HEAD "四、政府信息公开行政复议、行政诉讼情况\n行政复议\n\n行政诉讼\n\n"
          "结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉\n\n复议后起诉\n\n"
          "结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计\n"
          "2\n\n0\n\n0\n\n1\n\n3\n\n1\n\n0\n\n0\n\n0\n\n1\n\n0\n\n0\n\n4\n\n0\n\n4\n\n" TAIL,
     NULL,
     {{"T4.review.upheld", "2"}, {"T4.review.total", "3"}, {"T4.after.other", "4"}}},
    {"rows set out so wide that they are as long as paragraphs",
     HEAD3 "申请人情况\n"
           "                                                                                       "
           "                                                                                       "
           "      自然人                                  商业企业                                "
           "科研机构                                社会公益组织                            "
           "法律服务机构                            其他                                    总计\n"
           "一、本年新收政府信息公开申请数量                                                       "
           "                                                                                       "
           "      1                                       0                                       "
           "0                                       0                                       0      "
           "                                 0                                       1\n"
           "二、上年结转政府信息公开申请数量                                                       "
           "                                                                                       "
           "                                              7                                        "
           "                                                                                       "
           "                                                                        7\n"
           "（七）总计                                                                             "
           "                                                                                       "
           "      1                                       7                                       "
           "0                                       0                                       0      "
           "                                 0                                       8\n" TAIL,
     "P",
     {{"T3.new.np", "1"},
      {"T3.carry_in.co", "7"},
      {"T3.carry_in.ri", "blank"},
      {"T3.carry_in.tot", "7"}}},
    {"an empty line for every blank cell, and for what a group's label covers",
     HEAD3
     "申请人情况\n自然人\n法人或其他组织\n总计\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其"
     "他\n"
     "一、本年新收政府信息公开申请数量\n9\n8\n0\n0\n0\n0\n17\n三、本年度办理结果\n（一）予以公开\n"
     "5\n\n\n2\n\n\n7\n\n（二）部分公开\n4\n6\n0\n0\n0\n0\n10\n\n（三）不予公开\n"
     "1.属于国家秘密\n\n3\n\n\n\n\n3\n\n\n2.其他法律行政法规禁止公开\n0\n0\n0\n0\n0\n0\n0\n\n" TAIL,
     "A1",
     {{"T3.open.np", "5"},
      {"T3.open.co", "blank"},
      {"T3.open.sp", "2"},
      {"T3.open.tot", "7"},
      {"T3.denied_1.co", "unplaced"},
      {"T3.partial.co", "6"}}},
    {"a header on one line does not tell how far apart the figures stand",
     HEAD
     "二、主动公开政府信息情况\n第二十条第（一）项\n信息内容\n\n"
     "本年制发件数 本年废止件数 现行有效件数\n\n规章\n\n行政规范性文件\n\n2\n\n9\n\n"
     "第二十条第（五）项\n信息内容\n\n本年处理决定数量\n\n行政许可\n\n17\n\n第二十条第（六）项\n"
     "信息内容\n\n本年处理决定数量\n\n行政处罚\n\n8\n\n行政强制\n\n1\n\n"
     "四、政府信息公开行政复议、行政诉讼情况\n行政复议\n\n行政诉讼\n\n"
     "结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉\n\n复议后起诉\n\n"
     "结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计\n" TAIL,
     NULL,
     {{"T2.a1.normative.issued", "unplaced"},
      {"T2.a1.normative.in_force", "unplaced"},
      {"T2.a5.license.decisions", "17"}}},
    {"rows with a number before each label, one blank between all cells",
     HEAD3 "序号 申请人情况 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n"
           "1 一、本年新收政府信息公开申请数量 5 0 1 0 0 0 6\n"
           "2 二、上年结转政府信息公开申请数量 2 0 0 0 1 0 3\n3 三、本年度办理结果\n"
           "4 （一）予以公开 4 0 1 0 1 0 6\n"
           "5 （二）部分公开（区分处理的，只计这一情形，不计其他情形） 1 0 0 0 0 0 1\n"
           "29 （七）总计 5 1 1 7 0\n30 四、结转下年度继续办理 2 0 0 0 0 0 2\n" TAIL,
     NULL,
     {{"T3.new.np", "5"},
      {"T3.open.np", "4"},
      {"T3.partial.tot", "1"},
      {"T3.total.np", "unplaced"},
      {"T3.carry_out.tot", "2"}}},
    {"every blank cell leaves two line breaks more, and all values stand beside one",
     HEAD3
     "一、本年新收政府信息公开申请数量\n\n52\n\n\n\n\n\n53\n\n\n\n\n\n\n\n\n\n35\n\n\n\n\n\n"
     "二、上年结转政府信息公开申请数量\n\n7\n\n\n\n\n\n4\n\n\n\n\n\n\n\n\n\n34\n\n\n\n\n\n"
     "三、本年度办理结果\n\n（一）予以公开\n\n49\n\n\n\n\n\n6\n\n\n\n\n\n\n\n\n\n3\n\n\n\n\n\n"
     "1.属于国家秘密\n\n57\n\n\n\n\n\n20\n\n\n\n\n\n\n\n\n\n9\n\n\n\n\n\n" TAIL,
     "A1",
     {{"T3.new.np", "unplaced"}, {"T3.new.co", "unplaced"}, {"T3.denied_1.tot", "unplaced"}}},
    {"a blank cell that leaves two line breaks inside a row, and one at its end, as full rows have",
     HEAD3 HEADER3 "一、本年新收政府信息公开申请数量\n\n3\n\n25\n\n49\n\n6\n\n7\n\n52\n\n42\n\n\n"
                   "二、上年结转政府信息公开申请数量\n\n2\n\n41\n\n23\n\n29\n\n49\n\n44\n\n49\n\n\n"
                   "三、本年度办理结果\n\n（一）予以公开\n\n38\n\n8\n\n53\n\n\n\n60\n\n7\n\n\n\n\n"
                   "1.属于国家秘密\n\n5\n\n\n\n6\n\n4\n\n\n\n8\n\n9\n\n\n" TAIL,
     "A1",
     {{"T3.new.np", "3"},
      {"T3.open.np", "unplaced"},
      {"T3.open.tot", "unplaced"},
      {"T3.denied_1.ri", "unplaced"}}},
    {"a label far below the figures is printed, but has none of them",
     HEAD3 HEADER3
     "一、本年新收政府信息公开申请数量\n\n1\n\n0\n\n0\n\n0\n\n0\n\n0\n\n1\n\n"
     "（一）予以公开\n\n4\n\n0\n\n0\n\n0\n\n0\n\n0\n\n4\n\n6\n\n0\n\n0\n\n0\n\n0\n\n0\n\n6\n\n"
     "1.属于国家秘密\n\n2\n\n0\n\n0\n\n0\n\n0\n\n0\n\n2\n\n（三）不予公开\n\n"
     "二、上年结转政府信息公开申请数量\n\n" TAIL,
     "A1",
     {{"T3.new.np", "1"},
      {"T3.carry_in.np", "unplaced"},
      {"T3.open.np", "unplaced"},
      {"T3.denied_1.np", "2"},
      {"T3.denied_2.np", "absent"}}},
    {"wide blanks between all cells",
     HEAD3
     "　申请人情况\n　自然人　法人或其他组织　总计\n　商业企业　科研机构　社会公益组织　法律服务机"
     "构　其他\n"
     "一、本年新收政府信息公开申请数量　1　0　0　0　0　0　1\n"
     "三、本年度办理结果　（一）予以公开　　8　1　0　0　0　0　9\n"
     "　（二）部分公开（区分处理的，只计这一情形，不计其他情形）　　2　0　0　0　0　0　2\n" TAIL,
     NULL,
     {{"T3.new.np", "1"}, {"T3.open.co", "1"}, {"T3.open.tot", "9"}, {"T3.partial.np", "2"}}},
    {"figures on lines of their own between two labels, of which the lower has its own",
     HEAD "二、主动公开政府信息情况\n第二十条第（一）项\n"
          "信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 1 2 3\n行政规范性文件 3 4 5\n"
          "第二十条 第（五）项\n信息内容 处理决定数量\n行政许可\n17\n"
          "第二十条第（六）项\n信息内容 处理决定数量\n行政处罚\n8\n行政强制\n9\n"
          "第二十条第（八）项\n信息内容 本年收费金额（单位：万元）\n行政事业性收费\n0.5\n" TAIL,
     NULL,
     {{"T2.a5.license.decisions", "17"},
      {"T2.a6.penalty.decisions", "8"},
      {"T2.a6.coercion.decisions", "9"},
      {"T2.a8.fee.amount", "0.5"}}},
    {"a figure between two labels, each of which may have it",
     HEAD "二、主动公开政府信息情况\n第二十条第（一）项\n"
          "信息内容        本年制发件数    本年废止件数    现行有效件数\n"
          "规章                1               0              3\n"
          "行政规范性文件      2               1              4\n"
          "第二十条第（六）项\n信息内容        本年处理决定数量\n"
          "行政处罚\n                    8\n行政强制\n"
          "第二十条第（八）项\n信息内容        本年收费金额（单位：万元）\n"
          "行政事业性收费      0.5\n" TAIL,
     NULL,
     {{"T2.a1.regulation.issued", "1"},
      {"T2.a6.penalty.decisions", "unplaced"},
      {"T2.a6.coercion.decisions", "unplaced"}}},
    {"T4, a cell lost without a trace, and an empty line between paragraphs behind it",
     HEAD "四、政府信息公开行政复议、行政诉讼情况\n行政复议\n行政诉讼\n" COLUMNS4
          "未经复议直接起诉\n复议后起诉\n" COLUMNS4 COLUMNS4
          "11\n12\n13\n14\n15\n16\n17\n18\n20\n21\n22\n23\n24\n25\n\n" PARTED_TAIL,
     NULL,
     {{"T4.review.upheld", "unplaced"}, {"T4.after.total", "unplaced"}}},
    {"T4, its last cell blank, or another lost and an empty line more behind the table",
     HEAD "四、政府信息公开行政复议、行政诉讼情况\n行政复议\n行政诉讼\n" COLUMNS4
          "未经复议直接起诉\n复议后起诉\n" COLUMNS4 COLUMNS4
          "11\n12\n13\n14\n15\n16\n17\n18\n19\n20\n21\n22\n23\n24\n\n\n" PARTED_TAIL,
     NULL,
     {{"T4.review.upheld", "unplaced"}, {"T4.after.total", "unplaced"}}},
    {"T4, its rows parted by empty lines, as the figures are from the header",
     HEAD "四、政府信息公开行政复议、行政诉讼情况\n行政复议\n行政诉讼\n\n" COLUMNS4
          "未经复议直接起诉\n复议后起诉\n\n" COLUMNS4 COLUMNS4
          "\n11\n12\n13\n14\n15\n16\n17\n18\n20\n21\n22\n23\n24\n25\n" TAIL,
     NULL,
     {{"T4.review.upheld", "unplaced"}, {"T4.after.total", "unplaced"}}},
    {"an ideographic blank between plain ones is a cell with nothing in it",
     HEAD "二、主动公开政府信息情况\n第二十条第（一）项\n"
          "信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 1 0 2\n行政规范性文件 　 4 　\n"
          "第二十条第（五）项\n信息内容 本年处理决定数量\n行政许可 　\n" TAIL,
     NULL,
     {{"T2.a1.normative.issued", "blank"},
      {"T2.a1.normative.abolished", "4"},
      {"T2.a1.normative.in_force", "blank"},
      {"T2.a5.license.decisions", "blank"}}},
    {"ideographic blanks that set figures apart are none",
     HEAD "二、主动公开政府信息情况\n第二十条第（一）项\n"
          "信息内容 本年制发件数 本年废止件数 现行有效件数\n规章　　1　　0　　2\n"
          "行政规范性文件 　 4 　 5\n" TAIL,
     NULL,
     {{"T2.a1.regulation.in_force", "2"},
      {"T2.a1.normative.issued", "unplaced"},
      {"T2.a1.normative.abolished", "unplaced"}}},
    {"table four's last cell blank, as is one between values, which leaves its line break, too",
     HEAD "四、政府信息公开行政复议、行政诉讼情况\n行政复议\n行政诉讼\n" COLUMNS4
          "未经复议直接起诉\n复议后起诉\n" COLUMNS4 COLUMNS4
          "2\n0\n\n4\n6\n1\n3\n5\n0\n9\n7\n8\n2\n0\n\n\n" PARTED_TAIL,
     NULL,
     {{"T4.review.upheld", "2"}, {"T4.review.other", "blank"}, {"T4.after.total", "blank"}}},
    {"as many line breaks as part the table above, which ends in a figure, from its text",
     LACKING4("\n\n"),
     NULL,
     {{"T4.review.upheld", "unplaced"}, {"T4.after.total", "unplaced"}}},
    {"less behind that one",
     LACKING4("\n"),
     NULL,
     {{"T4.review.upheld", "2"}, {"T4.after.total", "blank"}}},
    {"the blank cell inside, and below the table what stands between paragraphs",
     HEAD "四、政府信息公开行政复议、行政诉讼情况\n行政复议\n行政诉讼\n" COLUMNS4
          "未经复议直接起诉\n复议后起诉\n" COLUMNS4 COLUMNS4
          "2\n0\n\n4\n6\n1\n3\n5\n0\n9\n7\n8\n2\n0\n17\n\n" PARTED_TAIL,
     NULL,
     {{"T4.review.upheld", "2"}, {"T4.review.other", "blank"}, {"T4.after.total", "17"}}},
    {"a value lost in the last row of table three",
     HEAD3 HEADER3 "一、本年新收政府信息公开申请数量\n\n3\n\n25\n\n49\n\n6\n\n7\n\n52\n\n42\n\n"
                   "四、结转下年度继续办理\n\n41\n\n23\n\n29\n\n49\n\n44\n\n49\n\n\n" PARTED_TAIL,
     NULL,
     {{"T3.new.np", "3"}, {"T3.carry_out.np", "unplaced"}, {"T3.carry_out.tot", "unplaced"}}},
    {"rows apart by a blank line, which is no third cell",
     HEAD "二、主动公开政府信息情况\n\n第二十条第（一）项\n\n信息内容\n本年制发件数\n"
          "本年废止件数\n现行有效件数\n\n规章\n9\n4\n\n行政规范性文件\n3\n4\n\n"
          "第二十条第（五）项\n\n信息内容\n本年处理决定数量\n\n行政许可\n17\n" TAIL,
     NULL,
     {{"T2.a1.regulation.issued", "unplaced"},
      {"T2.a1.normative.in_force", "unplaced"},
      {"T2.a5.license.decisions", "17"}}},
    {"the same where nothing parts the rows: the blank line is the third cell",
     HEAD "二、主动公开政府信息情况\n\n第二十条第（一）项\n信息内容\n本年制发件数\n"
          "本年废止件数\n现行有效件数\n规章\n9\n4\n\n行政规范性文件\n3\n4\n\n"
          "第二十条第（五）项\n信息内容\n本年处理决定数量\n行政许可\n17\n" TAIL,
     NULL,
     {{"T2.a1.regulation.issued", "9"},
      {"T2.a1.normative.in_force", "blank"},
      {"T2.a5.license.decisions", "17"}}},
    {"the text ends in a row's label",
     CUT3,
     "A1",
     {{"T3.new.tot", "1"}, {"T3.carry_out.np", "absent"}}},
    {"the text ends in the line breaks of a blank row",
     CUT3 "\n\n\n\n\n\n\n\n\n",
     "A1",
     {{"T3.new.tot", "1"}, {"T3.carry_out.np", "blank"}, {"T3.carry_out.tot", "blank"}}},
    {"the text ends in a row's label, a tab before every cell",
     CUT3_TABBED,
     "A2",
     {{"T3.new.tot", "1"}, {"T3.carry_out.np", "absent"}}},
    {"the text ends in the tabs of a blank row",
     CUT3_TABBED "\n\t\n\t\n\t\n\t\n\t\n\t\n\t\n",
     "A2",
     {{"T3.new.tot", "1"}, {"T3.carry_out.np", "blank"}, {"T3.carry_out.tot", "blank"}}},
    {"the text ends in the label of a row of one figure",
     HEAD "二、主动公开政府信息情况\n第二十条第（五）项\n信息内容\n本年处理决定数量\n行政许可\n17\n"
          "第二十条第（六）项\n信息内容\n本年处理决定数量\n行政处罚\n",
     NULL,
     {{"T2.a5.license.decisions", "17"}, {"T2.a6.penalty.decisions", "absent"}}},
    {"blanks before all lines of a table are no cells of a row that lacks as many",
     BETWEEN4("    ", " ", "0 2 15 18 35 14 11 3 3 31 10"),
     NULL,
     {{"T4.review.upheld", "unplaced"}, {"T4.after.total", "unplaced"}}},
    {"ideographic blanks before all lines of a table",
     BETWEEN4("　　", " ", "0 2 15 18 35 14 11 3 3 31 10 7 8"),
     NULL,
     {{"T4.review.upheld", "unplaced"}, {"T4.after.total", "unplaced"}}},
    {"blanks before all lines, and one more for a blank first cell",
     BETWEEN4("    ", " ", " 2 15 18 35 14 11 3 3 31 10 7 8 9 34"),
     NULL,
     {{"T4.review.upheld", "blank"}, {"T4.review.corrected", "2"}, {"T4.after.total", "34"}}},
    {"two blanks between any two labels part two figures, too: none is a cell",
     BETWEEN4("", "  ", "2  15  18  35  14  11  31  10"),
     NULL,
     {{"T4.review.upheld", "unplaced"}, {"T4.review.other", "unplaced"}}},
};

static void test_cells(void **state)
{
    size_t nunlike = 0;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct report *report = read_text(state, cases[i].text);
        const char *layout = report->tables[TABLE_T3].layout;
        if (cases[i].layout && (!layout || strcmp(layout, cases[i].layout) != 0))
            fail_msg("%s: read as %s", cases[i].what, layout ? layout : "nothing");
        nunlike += count_unlike(report, cases[i].what, cases[i].cells);
        report_free(report);
    }
    assert_int_equal(nunlike, 0);
}

static void test_order_is_said(void **state)
{
    struct report *report = read_text(state, cases[7].text);
    assert_true(report_cell(report, "T3.denied_2.np")->placed_by_order);
    assert_false(report_cell(report, "T3.denied_3.np")->placed_by_order);
    report_free(report);
}

/* The signature ends the paragraph, with a blank before it or not. */
static void test_signature_of_a_paragraph(void **state)
{
    static const char *const ends[] = {
        " 某县柳河镇人民政府 2022年1月20日",
        "某县柳河镇人民政府2022年1月20日",
        " 某县柳河镇人民政府 2022 年 1 月 20 日 扫一扫在手机打开当前页",
        " 某县柳河镇人民政府 2022年1月20日",
    };
    static const char bar[] = " |";
    for (size_t i = 0; i < COUNT(ends); i++) {
        char text[4096];
        snprintf(text, sizeof text, "%.*s%s",
                 (int)(strstr(cases[9].text, "无。") - cases[9].text) + 6, cases[9].text, ends[i]);
        for (size_t k = 0; i + 1 == COUNT(ends) && k < 300; k++) /* of a page's frame */
            strcat(text, bar);
        struct report *report = read_text(state, text);
        assert_text(report->who.signature_agency, "某县柳河镇人民政府");
        assert_int_equal(report->who.signature_date.day, 20);
        assert_text(report->who.agency, "某县柳河镇");
        assert_int_equal(report->nsections, 4);
        report_free(report);
    }
}

/* A text without two equal lines has lost those it had. */
static void test_lost_repetitions(void **state)
{
    static const char *const words[] = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
    char text[8192] = HEAD3 "申请人情况\n自然人\n法人或其他组织\n总计\n商业企业\n科研机构\n"
                            "社会公益组织\n法律服务机构\n其他\n一、本年新收政府信息公开申请数量\n"
                            "4\n5\n6\n7\n8\n9\n39\n二、上年结转政府信息公开申请数量\n0\n"
                            "（一）予以公开\n1\n（二）部分公开\n1.属于国家秘密\n2\n";
    for (size_t i = 0; i < 100; i += 4) {
        char line[64];
        snprintf(line, sizeof line, "%s%s事项\n", words[i / 10], words[i % 10]);
        strcat(text, line);
    }
    strcat(text, TAIL);
    struct report *report = read_text(state, text);
    const struct table *table = &report->tables[TABLE_T3];
    assert_int_equal(table->state, TABLE_DOUBTFUL);
    assert_non_null(strstr(table->why[LANG_ZH], "重复"));
    assert_int_equal(report_cell(report, "T3.new.np")->state, CELL_UNPLACED);
    assert_int_equal(report_cell(report, "T3.new.tot")->state, CELL_UNPLACED);
    report_free(report);
}

/* A report cut in a table's header is not signed by the header. */
static void test_no_header_signs(void **state)
{
    struct report *report =
        read_text(state, HEAD
                  "三、收到和处理政府信息公开申请情况\n(本列数据的勾稽关系为：第一项)\t申请人情况\n"
                  "\t自然人\t法人或其他组织\t\t\t\t\t总计\n\t\t商业企业\t科研机构\t社会");
    assert_null(report->who.signature_agency);
    report_free(report);
}

static void test_bracketed_heading(void **state)
{
    struct report *report = read_text(
        state, "某县柳河镇2021年政府信息公开工作年度报告\n（一）总体情况\n公开信息12条。\n"
               "二、主动公开政府信息情况\n无表。\n" SECTIONS_3_4 SECTIONS_5_6);
    assert_text(report->sections[0].id, "S1");
    assert_text(report->sections[0].title, "总体情况");
    report_free(report);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cells),
        cmocka_unit_test(test_order_is_said),
        cmocka_unit_test(test_signature_of_a_paragraph),
        cmocka_unit_test(test_lost_repetitions),
        cmocka_unit_test(test_no_header_signs),
        cmocka_unit_test(test_bracketed_heading),
    };
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
