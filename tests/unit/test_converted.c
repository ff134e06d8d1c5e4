/* Tables as converters write them: of PDF pages, to plain text and to the marks of wikis. */
#include "reading.h"

#define HEAD TITLE "一、总体情况\n我镇公开信息12条。\n"
#define HEAD2 HEAD "二、主动公开政府信息情况\n"
#define HEAD3 HEAD "二、主动公开政府信息情况\n无表。\n三、收到和处理政府信息公开申请情况\n"
#define HEAD4 HEAD3 "四、政府信息公开行政复议、行政诉讼情况\n"
#define TAIL SECTIONS_5_6

/* Short rows, of which the first has a surplus line break behind it. */
#define TRACELESS                                                                                                      \
    "申请人情况\n自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n" \
    "一、本年新收政府信息公开申请数量\n1\n2\n3\n4\n5\n6\n21\n"                                         \
    "二、上年结转政府信息公开申请数量\n7\n0\n81\n14\n85\n73\n\n三、本年度办理结果\n"          \
    "（一）予以公开\n0\n1\n1\n91\n46\n（三）不予公开\n1.属于国家秘密\n3\n4\n"                      \
    "5\n2.其他法律行政法规禁止公开\n6\n7\n3.危及“三安全一稳定”\n8\n1\n"                        \
    "2\n4.保护第三方合法权益\n9\n3\n5.属于三类内部事务信息\n4\n4\n"
#define NOTED_TOP                                                                                                \
    "申请人情况\n自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n" \
    "一、本年新收政府信息公开申请数量 1 2 3 4 5 6 21\n"                                          \
    "二、上年结转政府信息公开申请数量 1 2 3 4 5 6 21\n"
#define WIDE_TOP                                                                                                 \
    "申请人情况\n自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n" \
    "一、本年新收政府信息公开申请数量    1     2     3     4     5     6     21\n"               \
    "二、上年结转政府信息公开申请数量    1     2     3     4     5     6     21\n"
#define LINES_TOP                                                                                                            \
    "申请人情况\n\n自然人\n\n商业企业\n\n科研机构\n\n社会公益组织\n\n法律服务机构\n\n其他\n\n" \
    "总计\n\n"
/* Two rows of a first page, and the second page's feed. */
#define PAGE_TOP                                                                                                 \
    "申请人情况\n自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n" \
    "一、本年新收政府信息公开申请数量    1    2    3    4    5    6   21\n"                      \
    "二、上年结转政府信息公开申请数量    0    0    0    0    0    0    0\n\f"
#define T4_HEADER                                                                                                     \
    "行政复议                                      行政诉讼\n"                                                \
    "结果维持  结果纠正  其他结果  尚未审结  总计  未经复议直接起诉                       " \
    "复议后起诉\n"                                                                                               \
    "                                              结果维持  结果纠正  其他结果  尚未审结  总计  "  \
    "结果维持  结果纠正  其他结果  尚未审结  总计\n"

static const struct reading_case cases[] = {
    {"the last two figures of a row on one line",
     HEAD3 LINES_TOP
     "一、本年新收政府信息公开申请数量\n\n237\n\n682\n\n237\n\n479\n\n183\n\n362 2180\n\n"
     "二、上年结转政府信息公开申请数量\n\n0\n\n3\n\n3\n\n2\n\n0\n\n3\n\n11\n\n"
     "三、本年度办理结果\n\n（一）予以公开\n\n7\n\n3\n\n0\n\n2\n\n106\n\n106 224\n\n"
     "（三）不予公开\n\n1.属于国家秘密\n\n7\n\n3\n\n0\n\n2\n\n106\n\n6 124\n\n"
     "2.其他法律行政法规禁止公开\n\n0\n\n3\n\n3\n\n2\n\n0\n\n3\n\n11\n\n" TAIL,
     {{"T3.new.ot", "362"},
      {"T3.new.tot", "2180"},
      {"T3.carry_in.tot", "11"},
      {"T3.open.tot", "224"},
      {"T3.denied_1.ot", "6"}}},
    {"where it may be one figure, grouped by a blank",
     HEAD3 LINES_TOP
     "一、本年新收政府信息公开申请数量\n\n237\n\n682\n\n237\n\n479\n\n183\n\n62\n\n880\n\n"
     "二、上年结转政府信息公开申请数量\n\n0\n\n3\n\n3\n\n2\n\n0\n\n3\n\n11\n\n"
     "三、本年度办理结果\n\n（一）予以公开\n\n7\n\n3\n\n0\n\n2\n\n106\n\n106 224\n\n"
     "（三）不予公开\n\n1.属于国家秘密\n\n0\n\n3\n\n3\n\n2\n\n0\n\n3\n\n11\n\n" TAIL,
     {{"T3.new.tot", "880"}, {"T3.open.np", "unplaced"}, {"T3.open.tot", "unplaced"}}},
    {"and two of them among other figures: rows are heaped",
     HEAD3 LINES_TOP
     "一、本年新收政府信息公开申请数量\n\n237\n\n682\n\n237\n\n479\n\n183\n\n362 2180\n\n"
     "二、上年结转政府信息公开申请数量\n\n0\n\n3\n\n3\n\n2\n\n0\n\n3\n\n11\n\n"
     "106 117\n\n3\n\n124\n\n131\n\n" TAIL,
     {{"T3.new.np", "unplaced"}, {"T3.new.tot", "unplaced"}}},
    {"signs as references to characters, in Textile's cells",
     HEAD2
     "|_. 第二十条第（五）项 |_. |_. |_. |\n|信息内容|上一年项目数量|本年增/减|处理决定数量|\n"
     "|行政许可|3|&#43;1|4|\n|其他对外管理服务事项|40|&#45;35|5|\n"
     "|第二十条第（六）项||||\n|信息内容|上一年项目数量|本年增/减|处理决定数量|\n"
     "|行政处罚|7| &#45; |5|\n|行政强制|8|0|6|\n" TAIL,
     {{"T2.a5.license.delta", "+1"},
      {"T2.a5.other_service.delta", "-35"},
      {"T2.a6.penalty.delta", "mark"},
      {"T2.a6.coercion.decisions", "6"}}},
    {"dashes and blanks as references to characters, in Markdown's cells",
     HEAD2
     "| 第二十条第（五）项 |  |  |  |\n|---|---|---|---|\n"
     "| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n"
     "| 行政许可 | 3 | &#8212; | &#160; |\n| 其他对外管理服务事项 | &mdash;&mdash; | &minus;35 | 5 "
     "|\n"
     "| 第二十条第（六）项 |  |  |  |\n| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n"
     "| 行政处罚 | &#x2014; | &emsp;12 | A&#8212; |\n| 行政强制 | &#8212;见注 | 0 | &#8212 "
     "|\n" TAIL,
     {{"T2.a5.license.delta", "mark"},
      {"T2.a5.license.decisions", "blank"},
      {"T2.a5.other_service.prev_items", "mark"},
      {"T2.a5.other_service.delta", "−35"},
      {"T2.a6.penalty.prev_items", "mark"},
      {"T2.a6.penalty.delta", "12"},
      {"T2.a6.penalty.decisions", "text"},
      {"T2.a6.coercion.prev_items", "text"},
      {"T2.a6.coercion.decisions", "text"}}},
    {"a page's figures torn over lines of their own: of no row as many as it has columns",
     HEAD3 "申请人情况\n自然\n人\n法人或其他组织\n总\n计\n商业\n企业\n科研\n机构\n社会公\n益组织\n"
           "法律服\n务机构\n其\n他\n"
           "一、本年新收政府信息公开申请数量 0 0 0 0 0 0\n955\n66\n"
           "二、上年结转政府信息公开申请数量 1 2 3 4 5 6 21\n三、本年度\n办理结果\n"
           "（一）予以公开 575 0 0 59 0 0 0\n"
           "1.信访举报投诉类申请 0 0 5 1147 0 0 0\n2.重复申请 0 0 0 1495 1173 0 3\n"
           "3.要求提供公开出版物 913\n5752\n6\n5 0 0 0 0\n"
           "4.无正当理由大量反复申请 0\n4778\n6\n0 4 47 0 0\n"
           "5.要求行政机关确认或重新出具已获取信息\n589\n75\n0\n5048\n7\n0 0\n615\n00\n99\n"
           "（六）其\n他处理\n3.其他 0 0 44 0 0 5 984\n（七）总计 84 0 0 49 0 0 0\n" TAIL,
     {{"T3.open.np", "575"},
      {"T3.rejected_2.tot", "3"},
      {"T3.rejected_4.np", "unplaced"},
      {"T3.rejected_5.np", "unplaced"},
      {"T3.total.tot", "0"}}},
    {"Texinfo's cells, each on a line of its own",
     TITLE "@menu\n* 一、总体情况::\n* 四、其他::\n@end menu\n\n@node 一、总体情况\n"
           "@section 一、总体情况\n@anchor{#一总体情况}\n我镇公开信息12条。\n\n"
           "@node 二、主动公开政府信息情况\n@section 二、主动公开政府信息情况\n"
           "@multitable {第二十条第（一）项} {本年制发件数} {本年废止件数} {现行有效件数} \n"
           "@item \n第二十条第（一）项\n @tab \n @tab \n @tab \n"
           "@item \n信息内容\n @tab 本年制发件数\n @tab 本年废止件数\n @tab 现行有效件数\n"
           "@item \n规章\n @tab 0\n @tab \n @tab 2\n"
           "@item \n行政规范性文件\n @tab 4\n @tab 1\n @tab 15\n@end multitable\n\n" TAIL,
     {{"T2.a1.regulation.issued", "0"},
      {"T2.a1.regulation.abolished", "blank"},
      {"T2.a1.regulation.in_force", "2"},
      {"T2.a1.normative.in_force", "15"}}},
    {"LaTeX's cells stand between marks of their own, and a row may be broken at one",
     HEAD2
     "第二十条第（一）项 &  &  &  \\\\\n\\hline\n"
     "信息内容 & 本年制发件数 & 本年废止件数 & 现行有效件数 \\\\\n\\hline\n"
     "规章 & 1 &  &\n2 \\\\\n行政规范性文件 &  & 7\n&  \\\\\n第二十条第（五）项 &  &  &  \\\\\n"
     "信息内容 & 本年处理决定数量 &  &  \\\\\n行政许可 & 3 &  &  \\\\\n"
     "第二十条第（六）项 &  &  &  \\\\\n信息内容 & 本年处理决定数量 &  &  \\\\\n"
     "行政处罚 & 4 &  &  \\\\\n行政强制 & 5 &  &  \\\\\n" TAIL,
     {{"T2.a1.regulation.abolished", "blank"},
      {"T2.a1.regulation.in_force", "2"},
      {"T2.a1.normative.issued", "blank"},
      {"T2.a1.normative.abolished", "7"},
      {"T2.a6.coercion.decisions", "5"}}},
    {"LaTeX's cells over several columns are not told apart",
     HEAD2 "\\multicolumn{4}{c}{第二十条第（一）项} \\\\\n"
           "信息内容 & 本年制发件数 & 本年废止件数 & 现行有效件数 \\\\\n"
           "规章 & 1 &  & 2 \\\\\n行政规范性文件 &  & 7 &  \\\\\n第二十条第（五）项 &  &  &  \\\\\n"
           "信息内容 & 本年处理决定数量 &  &  \\\\\n行政许可 & 3 &  &  \\\\\n"
           "第二十条第（六）项 &  &  &  \\\\\n信息内容 & 本年处理决定数量 &  &  \\\\\n"
           "行政处罚 & 4 &  &  \\\\\n行政强制 & 5 &  &  \\\\\n" TAIL,
     {{"T2.a1.regulation.in_force", "absent"}, {"T2.a1.normative.abolished", "absent"}}},
    {"and what parts them is no figure where a row is wrapped",
     HEAD3 "\\multicolumn{3}{l}{\\multirow{3}{*}{（本列数据的勾稽关系）}}\n"
           "& \\multicolumn{7}{l}{申请人情况} \\\\\n"
           "& & & \\multirow{2}{*}{自然人} & \\multicolumn{5}{l}{法人或其他组织} &\n"
           "\\multirow{2}{*}{总计} \\\\\n"
           "& & & & 商业企业 & 科研机构 & 社会公益组织 & 法律服务机构 & 其他 \\\\\n"
           "\\multicolumn{3}{l}{一、本年新收政府信息公开申请数量} & 81 & 88 & 95 &\n"
           "102 & 109 & 116 & 123 \\\\\n"
           "\\multicolumn{3}{l}{二、上年结转政府信息公开申请数量} & 130 & 137 & 144 &\n"
           "151 & 158 & 165 & 172 \\\\\n"
           "\\multirow{22}{*}{三、本年度办理结果} &\n"
           "\\multicolumn{2}{l}{（一）予以公开} & 179 & 186 & 193 & 200 & 207 & 214 &\n"
           "221 \\\\\n"
           "&\n"
           "\\multicolumn{2}{l}{（二）部分公开（区分处理的，只计这一情形，不计其他情形）}\n"
           "& 228 & 235 & 242 & 249 & 256 & 263 & 270 \\\\\n"
           "& \\multirow{8}{*}{（三）不予公开} & 1.属于国家秘密 & 277 & 284 & 291 &\n"
           "298 & 305 & 312 & 319 \\\\\n"
           "& & 2.其他法律行政法规禁止公开 & 326 & 333 & 340 & 347 & 354 & 361 &\n"
           "368 \\\\\n"
           "& & 3.危及三安全一稳定 & 375 & 382 & 389 & 396 & 403 & 410 & 417 \\\\\n"
           "& & 4.保护第三方合法权益 & 424 & 431 & 438 & 445 & 452 & 459 & 466 \\\\\n"
           "& & 5.属于三类内部事务信息 & 473 & 480 & 487 & 494 & 501 & 508 & 515 \\\\\n"
           "& & 6.属于四类过程性信息 & 522 & 529 & 536 & 543 & 550 & 557 & 564 \\\\\n" TAIL,
     {{"T3.denied_1.co", "unplaced"}, {"T3.denied_1.ot", "unplaced"}}},
    {"a wiki's rows begin at a bar and a stroke, which is no cell",
     HEAD3
     "{| class=\"wikitable\"\n! colspan=\"3\" rowspan=\"3\" | （本列数据的勾稽关系）\n"
     "! colspan=\"7\" | 申请人情况\n|-\n| rowspan=\"2\" | 自然人\n"
     "| colspan=\"5\" | 法人或其他组织\n| rowspan=\"2\" | 总计\n|-\n| 商业企业\n| 科研机构\n"
     "| 社会公益组织\n| 法律服务机构\n| 其他\n"
     "|-\n| colspan=\"3\" | 一、本年新收政府信息公开申请数量\n| 1\n| 2\n|\n| 3\n| -\n| 4\n| 10\n"
     "|-\n| colspan=\"3\" | 二、上年结转政府信息公开申请数量\n|\n|\n|\n|\n|\n|-5\n| 7\n"
     "|-\n| rowspan=\"3\" | 三、本年度办理结果\n| colspan=\"2\" | （一）予以公开\n"
     "|\n| 8\n|\n|\n|\n| 9\n|\n"
     "|-\n| rowspan=\"2\" | （三）不予公开\n| 1.属于国家秘密\n| 3\n|\n|\n| 2\n|\n|\n| 5\n"
     "|-\n| 2.其他法律行政法规禁止公开\n|\n|\n|\n|\n|\n| 6\n| 6\n|}\n" TAIL,
     {{"T3.new.ri", "blank"},
      {"T3.new.ls", "mark"},
      {"T3.carry_in.ot", "-5"},
      {"T3.open.co", "8"},
      {"T3.denied_2.ot", "6"}}},
    {"a wiki's cells of a row in one line, and a cell that goes on in a line of its own",
     HEAD2 "{|\n|+ 表\n|-\n| colspan=\"4\" | 第二十条第（一）项\n"
           "|-\n! 信息内容 !! 本年制发件数 !! 本年废止件数\n! 现行有效件数\n"
           "|-\n| 规章 ||  || 1 || 2\n|-\n| 行政规范性\n文件 || 3\n| 4\n|\n|}\n" TAIL,
     {{"T2.a1.regulation.issued", "blank"},
      {"T2.a1.regulation.in_force", "2"},
      {"T2.a1.normative.issued", "unplaced"},
      {"T2.a1.normative.in_force", "unplaced"}}},
    {"rows of AsciiDoc filled over two lines, merged cells printed again",
     HEAD3 "|===\n|数据 |数据 |数据 |申请人情况 |申请人情况 |申请人情况 |申请人情况\n"
           "|申请人情况 |申请人情况 |申请人情况\n\n"
           "|数据 |数据 |数据 |自然人 |法人或其他组织 |法人或其他组织\n"
           "|法人或其他组织 |法人或其他组织 |法人或其他组织 |总计\n\n"
           "|数据 |数据 |数据 |自然人 |商业企业 |科研机构\n"
           "|社会公益组织 |法律服务机构 |其他 |总计\n\n"
           "|二、上年结转政府信息公开申请数量 |二、上年结转政府信息公开申请数量\n"
           "|二、上年结转政府信息公开申请数量 |1 |2 |3 |4 |5 |6 |21\n\n"
           "|三、本年度办理结果 |（七）总计 |（七）总计 |7 |8 |9 | | |10\n|34\n\n"
           "|四、转结下年度继续办理 |四、转结下年度继续办理\n"
           "|四、转结下年度继续办理 |11 |\n| |12 |13 | |36\n|===\n" TAIL,
     {{"T3.carry_in.np", "1"},
      {"T3.total.ot", "10"},
      {"T3.carry_out.co", "blank"},
      {"T3.carry_out.sp", "12"},
      {"T3.carry_out.tot", "36"}}},
    {"a wiki's row with blanks, all on one line and over two",
     HEAD2 "{|\n|-\n| 第二十条第（一）项\n|-\n! 信息内容 !! 本年制发件数 !! 本年废止件数 !! "
           "现行有效件数\n"
           "|-\n| 规章 || 1 || || 2\n|-\n| 行政规范性文件 || 4 ||\n| 6\n|}\n" TAIL,
     {{"T2.a1.regulation.abolished", "blank"},
      {"T2.a1.regulation.in_force", "2"},
      {"T2.a1.normative.issued", "4"},
      {"T2.a1.normative.abolished", "blank"},
      {"T2.a1.normative.in_force", "6"}}},
    {"words in the first cell of a row whose cells have a line each: no blank row",
     HEAD3 "（本列数据的勾稽关系） |\n |\n |\n申请人情况 |\n |\n |\n |\n |\n |\n |\n"
           " |\n |\n |\n自然人 |\n法人或其他组织 |\n |\n |\n |\n |\n总计 |\n"
           " |\n |\n |\n |\n商业企业 |\n科研机构 |\n社会公益组织 |\n法律服务机构 |\n其他 |\n |\n"
           "一、本年新收政府信息公开申请数量 |\n |\n |\n见附件 |\n2 |\n0 |\n0 |\n0 |\n0 |\n2 |\n"
           "二、上年结转政府信息公开申请数量 |\n |\n |\n1 |\n2 |\n3 |\n4 |\n5 |\n6 |\n21 |\n"
           "三、本年度办理结果 |\n（一）予以公开 |\n |\n1 |\n2 |\n0 |\n0 |\n0 |\n0 |\n3 |\n"
           " |\n（三）不予公开 |\n1.属于国家秘密 |\n0 |\n0 |\n0 |\n0 |\n0 |\n7 |\n7 |\n"
           " |\n |\n2.其他法律行政法规禁止公开 |\n4 |\n0 |\n0 |\n0 |\n0 |\n0 |\n4 |\n" TAIL,
     {{"T3.new.np", "unplaced"},
      {"T3.new.co", "unplaced"},
      {"T3.new.tot", "unplaced"},
      {"T3.carry_in.np", "1"},
      {"T3.denied_1.ot", "7"}}},
    {"numbers of the rows before their labels, among blank cells: no values",
     HEAD3 "申请人情况\n自然人\n法人或其他组织\n总计\n商业企业\n科研机构\n社会公益组织\n法律服务机"
           "构\n其他\n"
           "1\n一、本年新收政府信息公开申请数量\n1\n\n2\n\n3\n\n\n"
           "2\n二、上年结转政府信息公开申请数量\n2\n4\n\n1\n7\n\n\n"
           "3\n三、本年度办理结果\n（一）予以公开\n4\n\n\n\n\n\n4\n"
           "4\n（二）部分公开（区分处理的，只计这一情形，不计其他情形）\n\n1\n\n2\n\n3\n6\n"
           "5\n（三）不予公开\n1.属于国家秘密\n0\n0\n0\n0\n0\n0\n0\n"
           "6\n2.其他法律行政法规禁止公开\n\n5\n\n\n\n\n5\n"
           "7\n3.危及“三安全一稳定”\n0\n0\n0\n0\n0\n0\n0\n"
           "8\n4.保护第三方合法权益\n1\n\n\n\n\n\n1\n"
           "9\n5.属于三类内部事务信息\n0\n0\n0\n0\n0\n0\n0\n"
           "10\n6.属于四类过程性信息\n0\n\n\n9\n\n\n9\n" TAIL,
     {{"T3.new.co", "blank"},
      {"T3.carry_in.ri", "blank"},
      {"T3.open.np", "4"},
      {"T3.denied_2.co", "5"},
      {"T3.denied_6.tot", "9"}}},
    {"a wiki's cell with figures over two lines shifts none",
     HEAD2
     "{|\n|-\n| 第二十条第（一）项\n|-\n! 信息内容\n! 本年制发件数\n! 本年废止件数\n"
     "! 现行有效件数\n|-\n| 规章\n| 1\n2\n| 3\n|-\n| 行政规范性文件\n| 4\n| 5\n| 6\n|}\n" TAIL,
     {{"T2.a1.regulation.issued", "unplaced"},
      {"T2.a1.regulation.in_force", "unplaced"},
      {"T2.a1.normative.issued", "4"},
      {"T2.a1.normative.in_force", "6"}}},
    {"a dash of six strokes in a cell is a mark, also where no figure stands beside it",
     HEAD2
     "| 第二十条第（一）项 | | | |\n| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n"
     "| 规章 | ------ | ------ | ------ |\n| 行政规范性文件 | ------ | 4 | 3 |\n" TAIL,
     {{"T2.a1.regulation.issued", "mark"},
      {"T2.a1.regulation.in_force", "mark"},
      {"T2.a1.normative.issued", "mark"},
      {"T2.a1.normative.abolished", "4"}}},
    {"the same between columns ruled with strokes, of which some have six",
     HEAD2 "  ---------------------- -------- ------ ------\n"
           "  第二十条第（五）项\n"
           "  信息内容               上一年项目数量   本年增/减   处理决定数量\n"
           "  ---------------------- -------- ------ ------\n"
           "  行政许可               167      ------ 3\n"
           "  其他对外管理服务事项   12       1      ------\n"
           "  ------                 ------   ------ ------\n" TAIL,
     {{"T2.a5.license.prev_items", "167"},
      {"T2.a5.license.delta", "mark"},
      {"T2.a5.license.decisions", "3"},
      {"T2.a5.other_service.prev_items", "12"},
      {"T2.a5.other_service.decisions", "mark"}}},
    {"six strokes between all bars of a line, or alone on one, are a rule",
     HEAD2 "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n"
           "|------|------|------|------|\n| 规章 | 1 | 2 |  |\n------\n"
           "|------|------|------|------|\n| 行政规范性文件 | 5 | 4 | 3 |\n" TAIL,
     {{"T2.a1.regulation.issued", "1"},
      {"T2.a1.regulation.in_force", "blank"},
      {"T2.a1.normative.issued", "5"},
      {"T2.a1.normative.in_force", "3"}}},
    {"a page of short rows only: their figures stand in as many heaps as there are columns",
     HEAD3 PAGE_TOP
     "  6.属于四类过程性信息     0      44       1       7       5       0\n"
     "  7.属于行政执法案卷      7      78                       8              93\n"
     "1.本机关不掌握相关政府信息                    2                               5\n"
     "2.没有现成信息需要另行制作    1                      12               3\n"
     " 3.补正后申请内容仍不明确            6       0                       1\n"
     "  1.信访举报投诉类申请     0                       4                      229\n"
     "    2.重复申请                                        6       0\n"
     "  3.要求提供公开出版物     3              77                              80\n" TAIL,
     {{"T3.denied_6.ot", "0"},
      {"T3.denied_6.tot", "blank"},
      {"T3.denied_7.ls", "8"},
      {"T3.unable_1.ri", "2"},
      {"T3.rejected_1.sp", "4"}}},
    {"the same where one of the heaps is a single figure: it may be another column's",
     HEAD3 PAGE_TOP
     "  6.属于四类过程性信息     0      44       1       7       5       0\n"
     "  7.属于行政执法案卷      7      78                       8              93\n"
     "1.本机关不掌握相关政府信息                    2                               5\n"
     "2.没有现成信息需要另行制作    1                      12\n"
     " 3.补正后申请内容仍不明确            6       0\n"
     "  1.信访举报投诉类申请     0                       4                      229\n"
     "    2.重复申请                                        6\n"
     "  3.要求提供公开出版物     3              77                              80\n" TAIL,
     {{"T3.denied_6.ot", "unplaced"}, {"T3.denied_7.ls", "unplaced"}}},
    {"T4's only row, each figure exactly on the right edge of its column's label",
     HEAD4 T4_HEADER
     "       4         2       173       182   361         0        60         0        66   "
     "126                  49         0         0    49\n" TAIL,
     {{"T4.review.upheld", "4"},
      {"T4.direct.other", "0"},
      {"T4.after.upheld", "blank"},
      {"T4.after.corrected", "49"},
      {"T4.after.total", "49"}}},
    {"the same with figures that stand between the labels",
     HEAD4 T4_HEADER
     "       4         2       173       182   361         0        60   0              66   "
     "126            49               0         0    49\n" TAIL,
     {{"T4.review.upheld", "unplaced"}, {"T4.after.corrected", "unplaced"}}},
    {"short rows of T2, whose figures all stand exactly on the left edge of their labels",
     HEAD2 "第二十条第（一）项\n信息内容     本年制发件数  本年废止件数  现行有效件数\n"
           "规章               98      9\n行政规范性文件\n第二十条第（五）项\n"
           "信息内容     本年处理决定数量\n行政许可     173\n第二十条第（六）项\n"
           "信息内容     本年处理决定数量\n行政处罚     0\n行政强制\n第二十条第（八）项\n"
           "信息内容     本年收费金额（单位：万元）\n行政事业性收费  0\n" TAIL,
     {{"T2.a1.regulation.issued", "blank"},
      {"T2.a1.regulation.abolished", "98"},
      {"T2.a1.regulation.in_force", "9"}}},
    {"a first row whose label's note ends on the line below, under headers whose words are broken",
     HEAD2 "第二十条第\n信息      本年制      本年废      现行有\n内容      发件数      止件数     "
           " 效件数\n"
           "规章（由设区的市填  4           1           9\n报）\n"
           "行政规范性文件      7           0           8\n第二十条第\n"
           "信息内容            本年处理\n                    决定数量\n行政许可            173\n"
           "第二十条第\n信息内容            本年处理\n                    决定数量\n"
           "行政处罚            0\n行政强制            3\n第二十条第\n"
           "信息                本年收费金额（单位：万元）\n内容\n行政事业性收费      0\n" TAIL,
     {{"T2.a1.regulation.issued", "4"},
      {"T2.a1.regulation.in_force", "9"},
      {"T2.a1.normative.in_force", "8"}}},
    {"the same with a row that fits the labels no better than by columns of the screen",
     HEAD2 "第二十条第（一）项\n信息内容     本年制发件数  本年废止件数  现行有效件数\n"
           "规章                  98     9\n行政规范性文件\n第二十条第（五）项\n"
           "信息内容     本年处理决定数量\n行政许可     173\n第二十条第（六）项\n"
           "信息内容     本年处理决定数量\n行政处罚     0\n行政强制\n第二十条第（八）项\n"
           "信息内容     本年收费金额（单位：万元）\n行政事业性收费  0\n" TAIL,
     {{"T2.a1.regulation.issued", "unplaced"}, {"T2.a1.regulation.in_force", "unplaced"}}},
    {"a row whose own header was lost, below that of a block with more columns",
     HEAD2 "第二十条第（六）项\n信息内容        上一年项目数量  本年增/减  处理决定数量\n"
           "行政处罚        8               -20\n行政强制        3               +27\n"
           "第二十条第（八）项\n行政事业性收费                   +44\n" TAIL,
     {{"T2.a8.fee.prev_items", "unplaced"}, {"T2.a8.fee.delta", "unplaced"}}},
    {"a note with blanks in it behind a value, between single blanks",
     HEAD3 NOTED_TOP "6.属于四类过程性信息 737（含下属单位 4 家） 943 900 397 732 808 4517\n" TAIL,
     {{"T3.carry_in.tot", "21"},
      {"T3.denied_6.np", "737"},
      {"T3.denied_6.co", "943"},
      {"T3.denied_6.tot", "4517"}}},
    {"the same at the end of a row",
     HEAD3 NOTED_TOP "6.属于四类过程性信息 737 943 900 397 732 808 4517 (其中 涉及 4 家)\n"
                     "7.属于行政执法案卷 1 2 3 4 5 6 21（其中修订 16 件）\n" TAIL,
     {{"T3.denied_7.np", "1"}, {"T3.denied_7.tot", "21"}}},
    {"a note that nothing ends",
     HEAD3 NOTED_TOP "6.属于四类过程性信息 737（含下属单位 4 家 943 900 397 732 808\n" TAIL,
     {{"T3.carry_in.tot", "21"}, {"T3.denied_6.np", "unplaced"}, {"T3.denied_6.co", "unplaced"}}},
    {"a note that a figure follows without a blank",
     HEAD3 NOTED_TOP "6.属于四类过程性信息 737（含下属单位 4 家）943 900 397 732 808 4517\n" TAIL,
     {{"T3.denied_6.np", "unplaced"}, {"T3.denied_6.co", "unplaced"}}},
    {"a page and how many there are, between two aligned rows",
     HEAD3 WIDE_TOP
     "1.属于国家秘密                      1     2     3     4     5     6     21\n"
     "3 / 8\n"
     "2.其他法律行政法规禁止公开          7     8     9     0     1     2     27\n" TAIL,
     {{"T3.denied_1.tot", "21"},
      {"T3.denied_2.np", "7"},
      {"T3.denied_2.tot", "27"},
      {"T3.carry_in.np", "1"}}},
    {"the same below the figures: it may be theirs",
     HEAD3 WIDE_TOP
     "1.属于国家秘密                      1     2     3     4     5     6     21\n"
     "                                          3 / 8\n"
     "2.其他法律行政法规禁止公开          7     8     9     0     1     2     27\n" TAIL,
     {{"T3.denied_1.tot", "unplaced"}, {"T3.carry_in.np", "1"}}},
    {"a form feed and the page's number behind a row of cells in lines",
     HEAD3 LINES_TOP
     "一、本年新收政府信息公开申请数量\n\n3\n\n759\n\n469\n\n7\n\n937\n\n54\n\n2229\n\n"
     "\f5\n二、上年结转政府信息公开申请数量\n\n1\n\n2\n\n3\n\n4\n\n5\n\n6\n\n21\n\n" TAIL,
     {{"T3.new.np", "3"}, {"T3.new.ot", "54"}, {"T3.new.tot", "2229"}, {"T3.carry_in.np", "1"}}},
    {"the same where the figure before may be the page's that ends there",
     HEAD3 LINES_TOP
     "一、本年新收政府信息公开申请数量\n\n3\n\n759\n\n469\n\n7\n\n937\n\n54\n\n229\n\n"
     "\f5\n二、上年结转政府信息公开申请数量\n\n1\n\n2\n\n3\n\n4\n\n5\n\n6\n\n21\n\n" TAIL,
     {{"T3.new.np", "unplaced"}, {"T3.new.tot", "unplaced"}, {"T3.carry_in.np", "1"}}},
    {"the same where form feeds do not count pages",
     HEAD3 "\f7\n" LINES_TOP
           "一、本年新收政府信息公开申请数量\n\n3\n\n759\n\n469\n\n7\n\n937\n\n54\n\n2229\n\n"
           "\f5\n二、上年结转政府信息公开申请数量\n\n1\n\n2\n\n3\n\n4\n\n5\n\n6\n\n21\n\n" TAIL,
     {{"T3.new.np", "unplaced"}, {"T3.carry_in.np", "1"}}},
    {"a form feed elsewhere, and a figure too many between the lines of a label",
     HEAD3 LINES_TOP
     "一、本年新收政府信息公开申请数量\n\n1\n\n2\n\n3\n\n4\n\n5\n\n6\n\n21\n\n"
     "二、上年结转政府信息公\n\n5\n\n开申请数量\n\n1\n\n2\n\n3\n\n4\n\n5\n\n6\n\n21\n\n" TAIL
     "\f5\n",
     {{"T3.new.np", "1"}, {"T3.carry_in.np", "unplaced"}, {"T3.carry_in.tot", "unplaced"}}},
    {"blank cells of which a page's text keeps nothing, and a paragraph's end behind one row",
     HEAD3 TRACELESS TAIL,
     {{"T3.new.tot", "21"}, {"T3.carry_in.np", "unplaced"}, {"T3.carry_in.tot", "unplaced"}}},
};

static void test_cells(void **state)
{
    assert_readings(state, cases, COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cells)};
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
