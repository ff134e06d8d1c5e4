/* Figures that a line end tears from their row, their label or each other: read where the text
 * tells where they belong, else nowhere. */
#include "reading.h"

#define HEAD "某县柳河镇2021年政府信息公开工作年度报告\n一、总体情况\n公开信息。\n"
#define HEAD2                                                                                      \
    HEAD "二、主动公开政府信息情况\n第二十条第（一）项\n信息内容\n\n"     \
         "本年制发件数 本年废止件数 现行有效件数\n\n"
#define HEAD3 HEAD "三、收到和处理政府信息公开申请情况\n"
#define FOOT2                                                                                                                       \
    "\n第二十条第（五）项\n信息内容\n\n本年处理决定数量\n\n行政许可\n\n4\n\n第二十条第（六）项\n" \
    "信息内容\n\n本年处理决定数量\n\n行政处罚\n\n7\n\n"
#define LINES6(rows)                                                                               \
    HEAD "二、主动公开政府信息情况\n第二十条第（六）项\n信息内容\n本年处理决定数量\n" rows
#define TAIL "五、存在的主要问题及改进情况\n一是不够主动。\n六、其他需要报告的事项\n无。\n"

/* A bar below each cell; `seventh` is a row of blanks and figures, `label` the next one's. */
#define BARRED3(label)                                                                                                         \
    HEAD3 "申请人情况\n|\n自然人\n|\n商业企业\n|\n科研机构\n|\n社会公益组织\n|\n法律服务机构\n|\n" \
          "其他\n|\n总计\n|\n6.属于四类过程性信息\n|\n1\n|\n2\n|\n3\n|\n4\n|\n5\n|\n6\n|\n21\n|\n"                \
          "7.属于行政执法案卷\n|\n \n|\n3\n|\n \n|\n \n|\n2\n|\n \n|\n5\n|\n" label                                            \
          "\n|\n12\n|\n2\n|\n2\n|\n \n|\n \n|\n \n|\n16\n|\n" TAIL

/* Columns between blanks; the first row's label goes on below, beside `below`. */
#define ALIGNED3(below)                                                                            \
    HEAD3 "                      申请人情况\n"                                                \
          "                    自然 商业 科研 社会公益 法律服务 其他  总计\n"    \
          "                    人   企业 机构 组织     机构\n"                            \
          "一、本年新收政府信  105  134  149  127      983      250   865\n"              \
          "息公开申请数量" below "\n"                                                              \
          "二、上年结转政府信  2    2    3    4        2        3     16\n"               \
          "息公开申请数量\n" TAIL

/* Rows that have their last figure only; from the fourth on a page's columns are narrower. */
#define NARROW3(figure)                                                                                                   \
    HEAD3                                                                                                                 \
    "                      申请人情况\n"                                                                             \
    "                    自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计\n" \
    "一、本年新收政府信                                                                  4\n"                    \
    "息公开申请数量\n"                                                                                             \
    "二、上年结转政府信                                                                  5\n"                    \
    "息公开申请数量\n"                                                                                             \
    "（一）予以公开                                                                      6\n"                      \
    "1.属于国家秘密  " figure "7\n"                                                                                       \
    "6.属于四类过程性信息                                                                8\n"                    \
    "（七）总计                                                                          "                           \
    "9\n" TAIL

#define RULE3 "├──────┼───┼───┼───┼───┼───┼───┼───┤\n"
#define FRAMED3(first, below)                                                                      \
    HEAD3 RULE3                                                                                    \
        "│ │ 自然人 │ 商业企业 │ 科研机构 │ 社会公益组织 │ 法律服务机构 │ 其他 │ 总计 │\n" RULE3   \
        "│ 一、本年新收政府信息公开 │ 1 │ 2 │ 3 │ 4 │ 5 │ 6 │ " first                              \
        " │\n│ 申请数量 │ │ │ │ │ │ │ " below " │\n" RULE3                                         \
        "│ 二、上年结转政府信息公开申请数量 │ 1 │ 0 │ 0 │ 0 │ 0 │ 0 │ 1 │\n" RULE3 TAIL

/* Rows with a blank, whose last figures are `first` and `second`. */
#define GROWN2(first, second)                                                                         \
    HEAD "二、主动公开政府信息情况\n                       第二十条第（五）项\n" \
         "   信息内容     上一年项目数量     本年增/减       处理决定数量\n"     \
         "   行政许可                   2            " first "\n"                                     \
         " 其他对外管理                 1            " second "\n   服务事项\n" TAIL

/* A note that goes on below, and the figures of one row on two of its lines. */
#define RULE2 "├────────┼─────┼─────┼─────┤\n"
#define NOTED2                                                                                     \
    HEAD "二、主动公开政府信息情况\n┌────────────┐\n│第二十条第（一）项│\n" RULE2                  \
         "│信息内容│本年制发件数│本年废止件数│现行有效件数│\n" RULE2 "│规章│0│0│3│\n" RULE2        \
         "│行政规范│  │5368│  │\n│性文件（│  │  │  │\n"                \
         "│行政机关│470│  │5580│\n│制定发布│  │  │  │\n│的）│  │  │  │\n" RULE2 TAIL

/* Rows of several lines, beside a group's label that is printed downwards. */
#define RULE3D "├──┼──────┼───┼───┼───┼───┼───┼───┼───┤\n"
#define DOWN3                                                                                                                                       \
    HEAD3 RULE3D "│ │ │ 自然人 │ 商业企业 │ 科研机构 │ 社会公益组织 │ 法律服务机构 │ 其他 │ 总计 "     \
                 "│\n" RULE3D                                                                                                                       \
                 "│ │ 一、本年新收政府信息公开申请数量 │ 1 │ 2 │ 3 │ 4 │ 5 │ 6 │ 21 │\n" RULE3D                                                     \
                 "│ 其 │ 2.申请人逾期 │ │ │ 3 │ 4 │ │ │ │\n│ 他 │ 未按收费通 │ │ │ │ │ │ │ │\n" \
                 "│ 处 │ 知要求缴纳 │ 1 │ 2 │ │ │ 5 │ 6 │ 21 │\n"                                                         \
                 "│ 理 │ 费用、行政机关不再处理其政府信息公开申请 │ │ │ │ │ │ │ │\n" RULE3D                                                         \
                 "│ │ 四、结转下年度继续办理 │ 1 │ 0 │ 0 │ 0 │ 0 │ 0 │ 1 │\n" RULE3D TAIL

/* The same with the label of a group beside a rule that only spans the other columns. */
#define SPANNED3                                                                                            \
    HEAD3 "+-----------------------------------------------+\n"                                             \
          "| | |自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计|\n" \
          "|-------+--------+---+----+----+------+------+--+--|\n"                                          \
          "|一、本年新收政府信息公开申请数量| |3|1|0|0|0|0|4|\n"                            \
          "|-------+--------+---+----+----+------+------+--+--|\n"                                          \
          "| |1.属于国家秘密| | | | | | | |\n"                                                        \
          "|（三）不予公开|--------+---+----+----+------+------+--+--|\n"                            \
          "| |2.其他法律行政法规禁止公开|5| | | | | |5|\n"                                      \
          "|-------+--------+---+----+----+------+------+--+--|\n"                                          \
          "| |3.危及“三安全一稳定”| | | | | | | |\n"                                            \
          "+-----------------------------------------------+\n" TAIL

/* A bar beside each cell, one for each of the columns that a row lacks; `label` has the last row's
 * fields behind it. */
#define BESIDE2(label)                                                                                                         \
    HEAD "二、主动公开政府信息情况\n第二十条第（六）项 |\n|||\n信息内容 |\n上一年项目数量 |\n" \
         "本年增/减 |\n处理决定数量 |\n行政处罚 |\n1 |\n5 |\n8 |\n行政强制 |\n2 |\n7 |\n8 |\n"               \
         "第二十条第（八）项 |\n|||\n信息内容 |\n上一年项目数量 |\n本年增/减 |\n|\n"                   \
         "行政事业性收费 |\n300 |\n7 |\n|\n第二十条第（九）项 |\n|||\n信息内容 |\n"                        \
         "采购项目数量 |\n采购总金额 |\n|\n政府集中采购" label "\n" TAIL

/* A page's table with a column more, headed `head`; the second row has a blank. */
#define TD(text) "<td>" text "</td>"
#define PAGE3(head, last, np)                                                                                  \
    "<html><body><p>某县柳河镇2021年政府信息公开工作年度报告</p><p>一、总体情况</"     \
    "p><p>公开信息。</p>"                                                                                 \
    "<p>三、收到和处理政府信息公开申请情况</p><table><tr><td "                                \
    "rowspan=3>（本列数据的勾稽关系）</td>"                                                         \
    "<td colspan=7>申请人情况</td><td rowspan=3>" head "</td></tr><tr><td rowspan=2>自然人</td>"            \
    "<td colspan=5>法人或其他组织</td><td rowspan=2>总计</td></tr><tr>" TD("商业企业")                         \
        TD("科研机构") TD("社会公益组织") TD("法律服务机构")                                                   \
            TD("其他") "</tr><tr>" TD("一、本年新收政府信息公开申请数量") TD("1") TD("2") TD("3")              \
                TD("4") TD("5") TD("6") TD("21") last                                                          \
        "</tr><tr>" TD("二、上年结转政府信息公开申请数量") TD(np) TD("1") TD("0") TD("0") TD("0")              \
            TD("2") TD("3")                                                                                    \
                TD("8") "</tr></table><p>五、存在的主要问题及改进情况</p><p>不够主动。</p>" \
                        "<p>六、其他需要报告的事项</p><p>无。</p></body></html>"

/* Columns and rows between single blanks; `behind` ends the first line of the header. */
#define BLANKS3(behind)                                                                                                     \
    HEAD "三、收到和处理政府信息公开申请情况\n"                                                            \
         "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） 申请人情况" behind                           \
         "\n"                                                                                                               \
         "自然人 法人或其他组织 总计\n商业企业 科研机构 社会公益组织 法律服务机构 其他\n" \
         "一、本年新收政府信息公开申请数量  27 26 48 27 4 189 27\n"                                         \
         "二、上年结转政府信息公开申请数量  2 1 4 3 4 15 50\n"                                              \
         "1.属于国家秘密  2 1 4 3 4 15 50\n2.其他法律行政法规禁止公开  2 1 4 3 4 15 50\n" TAIL

/* Rows between bars; an empty field stands behind the label of one, `below` it its last figure. */
#define BARS3(below)                                                                                      \
    HEAD3 "| | |申请人情况 | | | | | |\n\n| | |自然人 |法人或其他组织 | | | | |总计\n\n" \
          "| | | |商业企业 |科研机构 |社会公益组织 |法律服务机构 |其他 |\n\n"       \
          "|一、本年新收政府信息公开申请数量 | | |3 |1 |0 |0 |0 |0 |4\n\n"                \
          "|三、本年度办理结果 |（一）予以公开 | |263 |270 |277 |284 |291 |298" below                     \
          "| |（二）部分公开 | |2 |0 |0 |0 |0\n|0 |2\n\n"                                          \
          "| |（三）不予公开 |1.属于国家秘密 |5 |6 |7 |8 |9 |1 |36\n\n"                      \
          "| | |2.其他法律行政法规禁止公开 |5 |6 |7 |8 |9 |1 |36\n\n"                         \
          "| | |3.危及“三安全一稳定” |5 |6 |7 |8 |9 |1 |36\n\n" TAIL

/* Rows between bars, whose last field is lost; `lost` is the number of such rows. */
#define LOST(item) "| | |" item " |5 |6 |7 |8 |9 |1\n"
#define LOST3(lost)                                                                                   \
    HEAD3 "| | |申请人情况 | | | | | |\n| |自然人 |法人或其他组织 | | | | |总计 |\n" \
          "| | |商业企业 |科研机构 |社会公益组织 |法律服务机构 |其他 | |\n"     \
          "|一、本年新收政府信息公开申请数量 |1 |2 |3 |4 |5 |6 |21 |\n"               \
          "|三、本年度办理结果 |（一）予以公开 | |2 |3 |4 |5 |6 |7\n" lost TAIL

/* Aligned columns, the rows of the next page set closer; `mark` stands between the pages. */
#define CLOSER3(mark)                                                                                                    \
    HEAD3                                                                                                                \
    "                                          申请人情况\n"                                                        \
    "                                          自然人    法人或其他组织                          "             \
    "         总计\n"                                                                                                  \
    "                                                 商业企业    科研机构    社会公益组织    "            \
    "法律服务机构    其他\n"                                                                                     \
    "一、本年新收政府信息公开申请数量                          81                                "       \
    "               123\n"                                                                                               \
    "二、上年结转政府信息公开申请数量                          130                               "       \
    "               172\n"                                                                                               \
    "三、本年度办理结果    （三）不予公开    1.属于国家秘密          277                         " \
    "                     319\n"                                                                                         \
    "                        2.其他法律行政法规禁止公开    326                                   "           \
    "           368\n"                                                                                                   \
    "                        3.危及“三安全一稳定”      375                                       "           \
    "       417\n"                                                                                                       \
    "                        4.保护第三方合法权益       424                                      "              \
    "        466\n" mark                                                                                                 \
    "                            5.属于三类内部事务信息  473                      515\n"                       \
    "                            6.属于四类过程性信息   522                      564\n"                         \
    "                            7.属于行政执法案卷    571                      613\n"                           \
    "                            8.属于行政查询事项    620                      662\n" TAIL
/* The same, and the labels stand below each other by chance. */
#define CLOSER3_BELOW                                                                                                    \
    HEAD3                                                                                                                \
    "                                       申请人情况\n"                                                           \
    "                                       自然人   法人或其他组织                              "             \
    "总计\n"                                                                                                           \
    "                                             商业企业   科研机构   社会公益组织   "                   \
    "法律服务机构   其他\n"                                                                                      \
    "一、本年新收政府信息公开申请数量                       81                                   "       \
    "      123\n"                                                                                                        \
    "二、上年结转政府信息公开申请数量                       130                                  "       \
    "      172\n"                                                                                                        \
    "三、本年度办理结果   （三）不予公开   1.属于国家秘密         277                            " \
    "            319\n"                                                                                                  \
    "                      2.其他法律行政法规禁止公开   326                                      "           \
    "  368\n"                                                                                                            \
    "                      3.危及“三安全一稳定”     375                                        "             \
    "417\n"                                                                                                              \
    "                      4.保护第三方合法权益      424                                        "               \
    "466\n"                                                                                                              \
    "\n"                                                                                                                 \
    "                      5.属于三类内部事务信息  473                      515\n"                             \
    "                      6.属于四类过程性信息   522                      564\n"                               \
    "                      7.属于行政执法案卷    571                      613\n"                                 \
    "                      8.属于行政查询事项    620                      662\n" TAIL

/* Rows between tabs; `below` stands on a line of its own behind the first. */
#define TABS3(below)                                                                                                         \
    HEAD3 "申请人情况\n自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n" \
          "一、本年新收政府信息公开申请数量\t244\t406\t142\t188\t226\t209\t141" below "\n"                                   \
          "二、上年结转政府信息公开申请数量\t0\t0\t1\t0\t2\t0\t3\n"                                          \
          "（一）予以公开\t1\t2\t3\t4\t5\t6\t21\n" TAIL

/* Rows between bars, which end each row or do not; `below` stands behind the first. */
#define BARS6(end, below)                                                                          \
    HEAD "二、主动公开政府信息情况\n第二十条第（六）项 | | |" end "\n"                             \
         "信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量" end "\n"                           \
         "行政处罚 | 1 | 5 | 81" end below "\n行政强制 | 2 | 7 | 8" end "\n" TAIL

/* Text that was cut where its lines had 36 characters, and a row of as many, with this below. */
#define FOLDED3(prose, below)                                                                           \
    "某县柳河镇2021年政府信息公开工作年度报告\n一、总体情况\n" prose prose prose                        \
    "三、收到和处理政府信息公开申请情况\n"                                             \
    "\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n" \
    "5.要求行政机关确认或重新出具已获取信息\t0\t37\t59\t0\t0\t0\t9\n" below                             \
    "（七）总计\t0\t37\t59\t0\t0\t0\t96\n" TAIL
#define FOLDED "一年来我镇主动公开信息并且及时回应群众关切的事情做了不少工作也还有事事事\n"

static const struct reading_case cases[] = {
    {"a figure right below a full row that is no page's number: no report has so many pages",
     TABS3("\n505"),
     {{"T3.new.np", "unplaced"}, {"T3.new.tot", "unplaced"}, {"T3.carry_in.tot", "3"}}},
    {"a figure below that begins with nought",
     TABS3("\n05"),
     {{"T3.new.tot", "unplaced"}, {"T3.carry_in.tot", "3"}}},
    {"a page's number below a full row",
     TABS3("\n5"),
     {{"T3.new.np", "244"}, {"T3.new.tot", "141"}, {"T3.carry_in.tot", "3"}}},
    {"a nought below a full row that a bar ends: no rest of its last figure",
     BARS6(" |", "\n0"),
     {{"T2.a6.penalty.prev_items", "1"},
      {"T2.a6.penalty.decisions", "81"},
      {"T2.a6.coercion.decisions", "8"}}},
    {"a year",
     BARS6(" |", "\n2021"),
     {{"T2.a6.penalty.decisions", "81"}, {"T2.a6.coercion.decisions", "8"}}},
    {"a nought that a bar follows, too",
     BARS6(" |", "\n0 |"),
     {{"T2.a6.penalty.decisions", "unplaced"}, {"T2.a6.coercion.decisions", "8"}}},
    {"one below a row that no bar ends",
     BARS6("", "\n0"),
     {{"T2.a6.penalty.decisions", "unplaced"}, {"T2.a6.coercion.decisions", "8"}}},
    {"a figure right below another, the next row without any: it may be that row's",
     HEAD2 "规章\n\n58\n\n203\n1\n\n行政规范性文件" FOOT2 TAIL,
     {{"T2.a1.regulation.issued", "unplaced"},
      {"T2.a1.regulation.in_force", "unplaced"},
      {"T2.a1.normative.issued", "unplaced"},
      {"T2.a5.license.decisions", "4"}}},
    {"or with too few",
     HEAD2 "规章\n\n58\n\n203\n1\n\n行政规范性文件\n\n6" FOOT2 TAIL,
     {{"T2.a1.regulation.in_force", "unplaced"}, {"T2.a1.normative.issued", "unplaced"}}},
    {"or where cells are parted by no blank lines elsewhere",
     HEAD2 "规章\n\n58\n\n203\n1\n\n行政规范性文件\n第二十条第（六）项\n信息内容\n\n"
           "本年处理决定数量\n\n行政处罚\n\n7\n\n" TAIL,
     {{"T2.a1.regulation.in_force", "unplaced"}, {"T2.a1.normative.issued", "unplaced"}}},
    {"where both rows are full, it is its own's",
     HEAD2 "规章\n\n58\n\n203\n1\n\n行政规范性文件\n\n6\n\n7\n\n8" FOOT2 TAIL,
     {{"T2.a1.regulation.in_force", "1"}, {"T2.a1.normative.issued", "6"}}},
    {"the number of a list on the line above its label's words is no figure",
     BARRED3("8\n.属于行政查询事项"),
     {{"T3.denied_7.np", "blank"},
      {"T3.denied_7.co", "3"},
      {"T3.denied_7.ls", "2"},
      {"T3.denied_7.tot", "5"},
      {"T3.denied_8.np", "12"},
      {"T3.denied_8.tot", "16"}}},
    {"nor where no stop stands behind it",
     BARRED3("8\n属于行政\n查询事项"),
     {{"T3.denied_7.np", "blank"},
      {"T3.denied_7.tot", "5"},
      {"T3.denied_8.np", "12"},
      {"T3.denied_8.tot", "16"}}},
    {"figures broken in narrow columns, below beside the rest of the label",
     ALIGNED3("      3    2    6    8                 6     8"),
     {{"T3.new.np", "unplaced"}, {"T3.new.tot", "unplaced"}, {"T3.carry_in.np", "2"}}},
    {"the same label, and nothing beside its rest",
     ALIGNED3(""),
     {{"T3.new.np", "105"}, {"T3.new.tot", "865"}, {"T3.carry_in.tot", "16"}}},
    {"a figure left of where other labels end stands in columns of another page",
     NARROW3(""),
     {{"T3.new.tot", "4"},
      {"T3.denied_1.np", "unplaced"},
      {"T3.denied_1.tot", "unplaced"},
      {"T3.denied_6.tot", "8"}}},
    {"one right of them stands in its column",
     NARROW3("    "),
     {{"T3.new.tot", "4"}, {"T3.denied_1.np", "7"}, {"T3.denied_6.tot", "8"}}},
    {"in a frame, a unit below its figure",
     FRAMED3("21", "件"),
     {{"T3.new.np", "1"}, {"T3.new.tot", "21"}, {"T3.carry_in.tot", "1"}}},
    {"and the rest of the figure with it",
     FRAMED3("2", "1件"),
     {{"T3.new.np", "1"}, {"T3.new.tot", "text"}, {"T3.carry_in.tot", "1"}}},
    {"the front of a group's label that is a column's, too, ends no row",
     DOWN3,
     {{"T3.other_2.np", "1"},
      {"T3.other_2.ri", "3"},
      {"T3.other_2.sp", "4"},
      {"T3.other_2.tot", "21"},
      {"T3.new.ri", "3"}}},
    {"strokes beside a group's label are the rule's, and no marks",
     SPANNED3,
     {{"T3.new.tot", "4"},
      {"T3.denied_1.np", "blank"},
      {"T3.denied_1.sp", "blank"},
      {"T3.denied_1.ot", "blank"},
      {"T3.denied_2.np", "5"},
      {"T3.denied_2.ls", "blank"},
      {"T3.denied_2.tot", "5"}}},
    {"a row's figure that has run into the label of the next row",
     HEAD "二、主动公开政府信息情况\n第二十条第（五）项\n"
          "信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n"
          "行政许可\t\t7\t178其他对外管理服务事项\t\t\t149\n第二十条第（六）项\n"
          "信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政处罚\t\t5\t8\n"
          "行政强制\t\t7\t8\n" TAIL,
     {{"T2.a5.license.prev_items", "unplaced"},
      {"T2.a5.license.decisions", "unplaced"},
      {"T2.a6.penalty.prev_items", "blank"},
      {"T2.a6.coercion.decisions", "8"}}},
    {"a row with a blank field and the rest of its last figure below it",
     HEAD "二、主动公开政府信息情况\n第二十条第（六）项 |||\n"
          "信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n行政处罚 | 1 | 5 | 8 |\n"
          "行政强制 | 2 | 7 | 8 |\n第二十条第（八）项 |||\n"
          "信息内容 | 上一年项目数量 | 本年增/减 |\n行政事业性收费 |  | 1 |\n0\n"
          "第二十条第（九）项 |||\n信息内容 | 采购项目数量 | 采购总金额 |\n"
          "政府集中采购 | 8 | 130.5565 |\n" TAIL,
     {{"T2.a8.fee.prev_items", "unplaced"},
      {"T2.a8.fee.delta", "unplaced"},
      {"T2.a9.procurement.count", "8"}}},
    {"a blank cell before a figure, bars beside the cells",
     BESIDE2(" |\n|\n0 |\n|"),
     {{"T2.a8.fee.prev_items", "300"},
      {"T2.a9.procurement.count", "blank"},
      {"T2.a9.procurement.amount", "0"}}},
    {"a bar below the label, whose own was lost: it may be the blank cell's",
     BESIDE2("\n|\n0 |\n|"),
     {{"T2.a8.fee.prev_items", "300"},
      {"T2.a9.procurement.count", "unplaced"},
      {"T2.a9.procurement.amount", "unplaced"}}},
    {"a caption that was joined to the line of its block's header, whose labels it shifts",
     HEAD "二、主动公开政府信息情况\n第二十条第（五）项\n"
          "信息内容        上一年项目数量  本年增/减    处理决定数量\n"
          "行政许可                          8\n其他对外管理服务事项           8\n"
          "第二十条第（六）项信息内容        上一年项目数量  本年增/减    处理决定数量\n"
          "行政处罚                          867\n行政强制                 180\n" TAIL,
     {{"T2.a6.penalty.delta", "unplaced"},
      {"T2.a6.penalty.decisions", "unplaced"},
      {"T2.a6.coercion.prev_items", "unplaced"}}},
    {"a page's rows with a figure below another column's head",
     PAGE3("上年总计", TD("9"), "0"),
     {{"T3.new.np", "1"}, {"T3.new.tot", "21"}, {"T3.carry_in.co", "1"}, {"T3.carry_in.tot", "3"}}},
    {"one with a blank among them, and one with a figure more than heads",
     PAGE3("上年总计", TD("9") TD("9"), ""),
     {{"T3.new.np", "unplaced"}, {"T3.carry_in.np", "unplaced"}, {"T3.carry_in.tot", "unplaced"}}},
    {"a figure more where no column is headed",
     PAGE3("", TD("9"), "0"),
     {{"T3.new.np", "unplaced"}, {"T3.carry_in.tot", "unplaced"}}},
    {"a column more at the end of the header's line: the first may be blank",
     BLANKS3(" 上年总计"),
     {{"T3.new.np", "unplaced"}, {"T3.new.tot", "unplaced"}}},
    {"the form's own header",
     BLANKS3(""),
     {{"T3.new.np", "27"}, {"T3.new.tot", "27"}, {"T3.carry_in.tot", "50"}}},
    {"and the unit of its figures",
     BLANKS3(" 单位：件"),
     {{"T3.new.np", "27"}, {"T3.new.tot", "27"}, {"T3.carry_in.tot", "50"}}},
    {"numbers of another table's columns, as programs print them, below a blank row",
     HEAD "二、主动公开政府信息情况\n"
          ",0,1,2,3\n"
          "0,第二十条第（一）项,第二十条第（一）项,第二十条第（一）项,第二十条第（一）项\n"
          "1,信息内容,本年新制作数量,本年新公开数量,对外公开总数量\n"
          "2,规章,,,\n"
          "3,规范性文件,,,\n"
          "4,第二十条第（五）项,第二十条第（五）项,第二十条第（五）项,第二十条第（五）项\n"
          "5,信息内容,上一年项目数量,本年增/减,处理决定数量\n"
          "6,行政许可,,,\n"
          "7,其他对外管理服务事项,,,\n"
          "8,第二十条第（六）项,第二十条第（六）项,第二十条第（六）项,第二十条第（六）项\n"
          "9,信息内容,上一年项目数量,本年增/减,处理决定数量\n"
          "10,行政处罚,,,\n"
          "11,行政强制,,,\n"
          "12,第二十条第（八）项,第二十条第（八）项,第二十条第（八）项,第二十条第（八）项\n"
          "13,信息内容,上一年项目数量,本年增/减,本年增/减\n"
          "14,行政事业性收费,,,\n"
          "15,第二十条第（九）项,第二十条第（九）项,第二十条第（九）项,第二十条第（九）项\n"
          "16,信息内容,采购项目数量,采购总金额,采购总金额\n"
          "17,政府集中采购,,,\n"
          "（注：以下为本地区补充统计表）\n"
          ",0,1\n"
          "0,行政复议,行政诉讼\n"
          "1,1,6\n" TAIL,
     {{"T2.a1.normative.made", "blank"},
      {"T2.a9.procurement.count", "unplaced"},
      {"T2.a9.procurement.amount", "unplaced"}}},
    {"the same label on one line",
     BARRED3("8.属于行政查询事项"),
     {{"T3.denied_7.np", "blank"}, {"T3.denied_7.tot", "5"}, {"T3.denied_8.np", "12"}}},
    {"a figure on the line below a row between bars that lacks one and its bar: a line end in a "
     "box",
     BARS3("\n|305\n\n"),
     {{"T3.open.np", "263"},
      {"T3.open.co", "270"},
      {"T3.open.tot", "305"},
      {"T3.denied_1.np", "5"}}},
    {"an empty field behind a label is the label's as well, where rows lack a figure",
     LOST3(LOST("1.属于国家秘密") LOST("2.其他法律行政法规禁止公开") LOST("3.危及“三安全一稳定”")
               LOST("4.保护第三方合法权益")),
     {{"T3.new.np", "1"}, {"T3.open.co", "unplaced"}, {"T3.denied_1.np", "unplaced"}}},
    {"and blank where none does",
     LOST3(""),
     {{"T3.new.np", "1"}, {"T3.open.np", "blank"}, {"T3.open.co", "2"}}},
    {"the next page's columns are others, as the places of labels show",
     CLOSER3("\n"),
     {{"T3.denied_6.np", "unplaced"}, {"T3.denied_6.sp", "unplaced"}}},
    {"or a page's number",
     CLOSER3("\n- 2 -\n"),
     {{"T3.denied_1.np", "277"}, {"T3.denied_1.tot", "319"}, {"T3.denied_6.sp", "unplaced"}}},
    {"or totals, which no row there would have",
     CLOSER3_BELOW,
     {{"T3.denied_1.tot", "319"}, {"T3.denied_6.sp", "unplaced"}}},
    {"a header's line broken before its first column: what stands below each label is not its own",
     HEAD "二、主动公开政府信息情况\n第二十条第（一）项\n信息内容\n"
          " 本年制发件数  本年废止件数  现行有效件数\n"
          "规章                 9\n"
          "行政规范性文件       1\n"
          "第二十条第（五）项\n信息内容        本年处理决定数量\n行政许可             8\n" TAIL,
     {{"T2.a1.regulation.abolished", "unplaced"},
      {"T2.a1.normative.abolished", "unplaced"},
      {"T2.a5.license.decisions", "8"}}},
    {"two lines of a header joined: its labels do not stand in their order",
     HEAD3 "                  申请人情况                          自然人  法人或其他组织  总计\n"
           "                  商业企业  科研机构  社会公益组织  法律服务机构  其他\n"
           "一、本年新收政府信息公开申请数量                      3\n"
           "二、上年结转政府信息公开申请数量                      5\n"
           "（一）予以公开                                        8\n" TAIL,
     {{"T3.new.ls", "unplaced"}, {"T3.new.tot", "unplaced"}, {"T3.open.tot", "unplaced"}}},
    {"table four's row broken: the figures of its second line stand below the columns of others",
     HEAD
     "四、政府信息公开行政复议、行政诉讼情况\n"
     "行政复议                                      行政诉讼\n"
     "结果维持  结果纠正  其他结果  尚未审结  总计  未经复议直接起诉                              "
     "复议后起诉\n"
     "                                              结果维持  结果纠正  其他结果  尚未审结  总计  "
     "结果维持  结果纠正  其他结果  尚未审结  总计\n"
     "   0         0         0         0       0       0         0         1         0       1     "
     "  1\n0         3         2       6\n" TAIL,
     {{"T4.review.other", "unplaced"},
      {"T4.review.total", "unplaced"},
      {"T4.after.total", "unplaced"}}},
    {"a table of the report's own above table four, whose row is blank, with a header like it",
     HEAD
     "四、政府信息公开行政复议、行政诉讼情况\n"
     "结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 "
     "结果纠正 其他结果 尚未审结 总计\n0 3 9 7 9 0 7 2 4 7 7 1 7 8 0\n行政复议 行政诉讼\n"
     "结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉 复议后起诉\n"
     "结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计\n" TAIL,
     {{"T4.review.upheld", "unplaced"}, {"T4.after.total", "unplaced"}}},
    {"a row's figure that has run into the next label",
     LINES6("行政处罚\n1行政强制\n0\n") TAIL,
     {{"T2.a6.penalty.decisions", "unplaced"}, {"T2.a6.coercion.decisions", "0"}}},
    {"rows with numbers of their own, one of them blank",
     LINES6("1行政处罚\n\n2行政强制\n0\n") TAIL,
     {{"T2.a6.penalty.decisions", "blank"}, {"T2.a6.coercion.decisions", "0"}}},
    {"a growth below the label of another column: no figure stands below its own",
     GROWN2("＋173", "增加2"),
     {{"T2.a5.license.decisions", "unplaced"},
      {"T2.a5.other_service.prev_items", "unplaced"},
      {"T2.a5.other_service.delta", "unplaced"}}},
    {"a drawn row's figures, each in the middle of its cell, beside a note that goes on below",
     NOTED2,
     {{"T2.a1.normative.issued", "470"},
      {"T2.a1.normative.abolished", "5368"},
      {"T2.a1.normative.in_force", "5580"}}},
    {"a figure beside two labels, by characters one's and on the screen the other's",
     HEAD "二、主动公开政府信息情况\n第二十条第（五）项\n"
          "信息内容              上一年项目数量  本年增/减       处理决定数量\n"
          "行政许可                                    3\n"
          "其他对外管理服务事项        1\n"
          "第二十条第（六）项\n"
          "信息内容              上一年项目数量  本年增/减       处理决定数量\n"
          "行政处罚                    1               2               3\n" TAIL,
     {{"T2.a5.license.delta", "unplaced"}, {"T2.a5.license.decisions", "unplaced"}}},
    {"a digit below a row that is as long as the lines of folded text",
     FOLDED3(FOLDED, "5\n"),
     {{"T3.rejected_5.np", "unplaced"}, {"T3.rejected_5.tot", "unplaced"}, {"T3.total.tot", "96"}}},
    {"no digit",
     FOLDED3(FOLDED, ""),
     {{"T3.rejected_5.np", "0"}, {"T3.rejected_5.tot", "9"}, {"T3.total.tot", "96"}}},
    {"a page's number below a row shorter than the lines",
     FOLDED3("公" FOLDED, "5\n"),
     {{"T3.rejected_5.np", "0"}, {"T3.rejected_5.tot", "9"}, {"T3.total.tot", "96"}}},
    {"below one that is longer",
     FOLDED3("一年来，我镇主动公开信息。\n", "5\n"),
     {{"T3.rejected_5.np", "0"}, {"T3.rejected_5.tot", "9"}, {"T3.total.tot", "96"}}},
};

static void test_cells(void **state)
{
    assert_readings(state, cases, COUNT(cases));
}

/* The lines of a frame hold other cells, too: none of theirs is the text of a broken figure. */
static void test_span_of_broken_figure(void **state)
{
    struct report *report = read_text(state, FRAMED3("2", "1件"));
    const struct cell *cell = report_cell(report, "T3.new.tot");
    assert_int_equal(cell->state, CELL_TEXT);
    assert_true(slice_is(report_slice(report, cell->span), "2"));
    assert_int_equal(report->tables[TABLE_T3].state, TABLE_DOUBTFUL);
    report_free(report);
    report = read_text(state, FRAMED3("21", "件"));
    assert_null(strstr(report->tables[TABLE_T3].why[LANG_ZH], "断成"));
    report_free(report);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cells),
                                       cmocka_unit_test(test_span_of_broken_figure)};
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
