/* Rows at the edge of a table, and labels or cells that are hard to tell from what
 * stands beside them. */
#include "gouji/base/str.h"
#include "reading.h"

#define HEAD "青山县柳河镇2021年政府信息公开工作年度报告\n一、总体情况\n公开信息。\n"
#define TAIL "五、存在的主要问题及改进情况\n一是不够主动。\n六、其他需要报告的事项\n无。\n"

static const struct reading_case cases[] = {
    {"a blank last row with a slip in its label, cells on lines of their own",
     HEAD "三、收到和处理政府信息公开申请情况\n\n申请人情况\n\n自然人\n\n法人或其他组织\n\n"
          "总计\n\n商业企业\n\n科研机构\n\n社会公益组织\n\n法律服务机构\n\n其他\n\n"
          "一、本年新收政府信息公开申请数量\n\n1\n\n0\n\n0\n\n0\n\n0\n\n0\n\n1\n\n"
          "二、上年结转政府信息公开申请数量\n\n1\n\n0\n\n0\n\n0\n\n0\n\n0\n\n1\n\n（七）总计\n\n"
          "1\n\n0\n\n0\n\n0\n\n0\n\n0\n\n1\n\n四、转结下年度继续办理\n\n\n\n\n\n\n\n\n" TAIL,
     {{"T3.new.np", "1"},
      {"T3.total.tot", "1"},
      {"T3.carry_out.np", "blank"},
      {"T3.carry_out.tot", "blank"}}},
    {"a blank row before a group that is printed as one row",
     HEAD "三、收到和处理政府信息公开申请情况\n\n申请人情况\n\n自然人\n\n法人或其他组织\n\n"
          "总计\n\n商业企业\n\n科研机构\n\n社会公益组织\n\n法律服务机构\n\n其他\n\n"
          "一、本年新收政府信息公开申请数量\n\n1\n\n0\n\n0\n\n0\n\n0\n\n0\n\n1\n\n"
          "二、上年结转政府信息公开申请数量\n\n1\n\n0\n\n0\n\n0\n\n0\n\n0\n\n1\n\n"
          "三、本年度办理结果\n\n（五）不予处理\n\n5.要求行政机关确认或重新出具已获取信息\n\n\n"
          "\n\n\n\n\n\n（六）其他处理\n\n2\n\n0\n\n0\n\n0\n\n0\n\n0\n\n2\n\n（七）总计\n\n1\n\n"
          "0\n\n0\n\n0\n\n0\n\n0\n\n1\n\n" TAIL,
     {{"T3.rejected_5.np", "blank"}, {"T3.total.tot", "1"}}},
    {"a blank last row with a slip, marked as a heading",
     HEAD "三、收到和处理政府信息公开申请情况\n\n申请人情况\n\n自然人\n\n法人或其他组织\n\n"
          "总计\n\n商业企业\n\n科研机构\n\n社会公益组织\n\n法律服务机构\n\n其他\n\n"
          "一、本年新收政府信息公开申请数量\n\n1\n\n0\n\n0\n\n0\n\n0\n\n0\n\n1\n\n"
          "二、上年结转政府信息公开申请数量\n\n1\n\n0\n\n0\n\n0\n\n0\n\n0\n\n1\n\n（七）总计\n\n"
          "1\n\n0\n\n0\n\n0\n\n0\n\n0\n\n1\n\n### 四、转结下年度继续办理\n\n\n\n\n\n\n\n\n" TAIL,
     {{"T3.carry_out.np", "blank"}}},
    {"the same with a tab before every cell",
     HEAD "三、收到和处理政府信息公开申请情况\n\n\t申请人情况\n\t自然人\n\t法人或其他组织\n"
          "\t总计\n\t商业企业\n\t科研机构\n\t社会公益组织\n\t法律服务机构\n\t其他\n\n"
          "\t一、本年新收政府信息公开申请数量\n\t1\n\t0\n\t0\n\t0\n\t0\n\t0\n\t1\n\n"
          "\t二、上年结转政府信息公开申请数量\n\t1\n\t0\n\t0\n\t0\n\t0\n\t0\n\t1\n\n"
          "\t四、转结下年度继续办理\n\t\n\t\n\t\n\t\n\t\n\t\n\t\n\n" TAIL,
     {{"T3.new.np", "1"}, {"T3.carry_out.np", "blank"}, {"T3.carry_out.tot", "blank"}}},
    {"a merged label printed in every field it covers",
     HEAD
     "三、收到和处理政府信息公开申请情况\n"
     "\t\t\t申请人情况\t申请人情况\t申请人情况\t申请人情况\t申请人情况\t申请人情况\t申请人情况\n"
     "\t\t\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n"
     "一、本年新收政府信息公开申请数量\t一、本年新收政府信息公开申请数量\t"
     "一、本年新收政府信息公开申请数量\t\t\t\t\t1\t2\t3\n"
     "二、上年转结政府信息公开申请数量\t二、上年转结政府信息公开申请数量\t"
     "二、上年转结政府信息公开申请数量\t\t\t\t\t\t\t8\n"
     "三、本年度办理结果\t（六）其他处理\t（六）其他处理\t0\t0\t0\t4\t0\t0\t4\n" TAIL,
     {{"T3.new.np", "blank"}, {"T3.new.ls", "1"}, {"T3.carry_in.tot", "8"}, {"T3.other.sp", "4"}}},
    {"a column's label printed in every field it covers",
     HEAD "二、主动公开政府信息情况\n"
          "第二十条第（五）项\t第二十条第（五）项\t第二十条第（五）项\t第二十条第（五）项\n"
          "信息内容\t处理决定数量\t处理决定数量\t处理决定数量\n行政许可\t196\t\t\n"
          "第二十条第（六）项\t第二十条第（六）项\t第二十条第（六）项\t第二十条第（六）项\n"
          "信息内容\t本年处理决定数量\t本年处理决定数量\t本年处理决定数量\n行政处罚\t5\t\t\n"
          "行政强制\t0\t\t\n" TAIL,
     {{"T2.a5.license.decisions", "196"}, {"T2.a6.penalty.decisions", "5"}}},
    {"a page's end without blank lines behind a row of cells on tabbed lines",
     HEAD "三、收到和处理政府信息公开申请情况\n\n\t申请人情况\n\t自然人\n\t法人或其他组织\n"
          "\t总计\n\t商业企业\n\t科研机构\n\t社会公益组织\n\t法律服务机构\n\t其他\n\n"
          "\t一、本年新收政府信息公开申请数量\n\t\n\t\n\t\n\t\n\t\n\t\n\t5\n\n\n- 3 -\n"
          "青山县柳河镇2021年政府信息公开工作年度报告\n\n"
          "\t二、上年结转政府信息公开申请数量\n\t1\n\t0\n\t0\n\t0\n\t0\n\t0\n\t1\n\n" TAIL,
     {{"T3.new.tot", "5"}, {"T3.new.np", "blank"}, {"T3.carry_in.np", "1"}}},
    {"a page number between dots",
     HEAD
     "二、主动公开政府信息情况\n第二十条第（五）项\n|\n|\n信息内容\n|\n本年处理决定数量\n|\n|\n"
     "行政许可\n|\n17\n|\n|\n· 8 ·\n第二十条第（六）项\n|\n|\n信息内容\n|\n本年处理决定数量\n"
     "|\n|\n行政处罚\n|\n3\n|\n|\n" TAIL,
     {{"T2.a5.license.decisions", "17"}, {"T2.a6.penalty.decisions", "3"}}},
    {"其它 for 其他, in a blank row",
     HEAD
     "三、收到和处理政府信息公开申请情况\n"
     "\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其它\t总计\n"
     "一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n"
     "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\t1\t0\t0\t0\t0\t0\t1\n"
     "2."
     "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t0\n"
     "3.其它\t\t\t\t\t\t\t\n（七）总计\t1\t0\t0\t0\t0\t0\t1\n" TAIL,
     {{"T3.other_1.np", "1"}, {"T3.other_3.np", "blank"}, {"T3.total.np", "1"}}},
    {"a blank table four before a heading of another kind",
     HEAD "第四部分 政府信息公开行政复议、行政诉讼情况\n\t行政复议\n\t行政诉讼\n\n\t结果维持\n"
          "\t结果纠正\n\t其他结果\n\t尚未审结\n\t总计\n\t未经复议直接起诉\n\t复议后起诉\n\n"
          "\t\n\t\n\t\n\t\n\t\n\t结果维持\n\t结果纠正\n\t其他结果\n\t尚未审结\n\t总计\n"
          "\t结果维持\n\t结果纠正\n\t其他结果\n\t尚未审结\n\t总计\n\n"
          "\t\n\t\n\t\n\t\n\t\n\t\n\t\n\t\n\t\n\t\n\t\n\t\n\t\n\t\n\t\n\n\n"
          "第五部分 政府信息公开工作存在的主要问题及改进情况\n不够主动。\n"
          "第六部分 其他需要报告的事项\n无\n",
     {{"T4.review.upheld", "blank"}, {"T4.after.total", "blank"}}},
    {"tables in two layouts, each line of one of them another",
     HEAD "二、主动公开政府信息情况\n第二十条第（一）项 |\n|||\n信息内容 |\n本年新制作数量 |\n"
          "本年新公开数量 |\n对外公开总数量 |\n规章 |\n0 |\n0 |\n0 |\n规范性文件 |\n4 |\n0 |\n7 |\n"
          "三、收到和处理政府信息公开申请情况\n申请人情况\n自然人 法人或其他组织 总计\n"
          "商业企业 科研机构 社会公益组织 法律服务机构 其他\n"
          "一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1\n"
          "二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n（一）予以公开 0 0 0 0 0 0 0\n"
          "（二）部分公开 0 0 0 0 0 0 0\n1.属于国家秘密 0 0 0 0 0 0 0\n"
          "2.其他法律行政法规禁止公开 0 0 0 0 0 0 0\n3.危及“三安全一稳定” 0 0 0 0 0 0 0\n"
          "4.保护第三方合法权益 0 0 0 0 0 0 0\n5.属于三类内部事务信息 0 0 0 0 0 0 0\n"
          "6.属于四类过程性信息 0 0 0 0 0 0 0\n7.属于行政执法案卷 0 0 0 0 0 0 0\n"
          "8.属于行政查询事项 0 0 0 0 0 0 0\n1.本机关不掌握相关政府信息 0 0 0 0 0 0 0\n"
          "2.没有现成信息需要另行制作 0 0 0 0 0 0 0\n3.补正后申请内容仍不明确 0 0 0 0 0 0 0\n"
          "1.信访举报投诉类申请 0 0 0 0 0 0 0\n2.重复申请 0 0 0 0 0 0 0\n"
          "3.要求提供公开出版物 0 0 0 0 0 0 0\n4.无正当理由大量反复申请 0 0 0 0 0 0 0\n"
          "5.要求行政机关确认或重新出具已获取信息 0 0 0 0 0 0 0\n（六）其他处理 1 0 0 0 0 0 1\n"
          "（七）总计 1 0 0 0 0 0 1\n四、结转下年度继续办理 0 0 0 0 0 0 0\n"
          "四、政府信息公开行政复议、行政诉讼情况\n行政复议 行政诉讼\n"
          "结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉 复议后起诉\n"
          "结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计\n"
          "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0\n本年度没有发生。\n以上各项均已核对。\n" TAIL,
     {{"T2.a1.regulation.made", "0"}, {"T2.a1.normative.made", "4"}, {"T3.new.np", "1"}}},
    {"a blank before the point of a list number, cells set apart by blanks",
     HEAD "三、收到和处理政府信息公开申请情况\n自然人 法人或其他组织 总计\n"
          "一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1\n"
          "二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n（一）予以公开 1 0 0 0 0 0 1\n"
          "3.危及“三安全一稳定” 0 0 0 0 0 0 0\n4 .保护第三方合法权益 0 3 0 0 0 0 3\n"
          "5 . 属于三类内部事务信息 0 0 5 0 0 0 5\n（七）总计 1 0 0 0 0 0 1\n" TAIL,
     {{"T3.denied_4.co", "3"}, {"T3.denied_5.ri", "5"}, {"T3.denied_3.np", "0"}}},
    {"totals alone, the lines of header and rows ending in an empty field",
     HEAD "三、收到和处理政府信息公开申请情况\n"
          "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t\t\t申请人情况\t\t"
          "\t\t\t\t\t\n"
          "\t\t\t自然人\t法人或其他组织\t\t\t\t\t总计\t\n"
          "\t\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\t\n"
          "一、本年新收政府信息公开申请数量\t\t\t\t\t\t\t\t\t2\t\n"
          "二、上年结转政府信息公开申请数量\t\t\t\t\t\t\t\t\t0\t\n"
          "三、本年度办理结果\t（一）予以公开\t\t\t\t\t\t\t\t2\t\n"
          "\t（七）总计\t\t\t\t\t\t\t\t2\t\n四、结转下年度继续办理\t\t\t\t\t\t\t\t\t0\t\n" TAIL,
     {{"T3.new.tot", "2"}, {"T3.new.np", "blank"}, {"T3.open.tot", "2"}, {"T3.total.ot", "blank"}}},
    {"rows of tabbed lines without a blank line between",
     HEAD "二、主动公开政府信息情况\n\t第二十条第（五）项\n\n\t信息内容\n\t本年处理决定数量\n\n"
          "\t行政许可\n\t12\n\t第二十条第（六）项\n\n\t信息内容\n\t本年处理决定数量\n\n"
          "\t行政处罚\n\t3\n\t行政强制\n\t4\n\n\t第二十条第（八）项\n\n\t信息内容\n"
          "\t本年收费金额（单位：万元）\n\n\t行政事业性收费\n\t0.5\n\n" TAIL,
     {{"T2.a5.license.decisions", "12"},
      {"T2.a6.penalty.decisions", "3"},
      {"T2.a6.coercion.decisions", "4"},
      {"T2.a8.fee.amount", "0.5"}}},
    {"a label broken behind what is one by itself",
     HEAD "三、收到和处理政府信息公开申请情况\n\n申请人情况\n\n自然人\n\n法人或其他组织\n\n"
          "总计\n\n商业企业\n\n科研机构\n\n社会公益组织\n\n法律服务机构\n\n其他\n\n"
          "一、本年新收\n政府信息公开申请数量\n\n1\n\n0\n\n0\n\n0\n\n0\n\n0\n\n1\n\n"
          "二、上年结转政府信息公开申请数量\n\n1\n\n0\n\n0\n\n0\n\n0\n\n0\n\n1\n\n" TAIL,
     {{"T3.new.np", "1"}, {"T3.new.tot", "1"}, {"T3.carry_in.np", "1"}}},
    {"a table turned round",
     HEAD
     "三、收到和处理政府信息公开申请情况\n"
     "申请人\t一、本年新收政府信息公开申请数量\t二、上年结转政府信息公开申请数量\t（一）予以公开\t"
     "（七）总计\t四、结转下年度继续办理\n自然人\t2\t0\t2\t2\t0\n商业企业\t1\t0\t1\t1\t0\n"
     "科研机构\t0\t0\t0\t0\t0\n社会公益组织\t0\t0\t0\t0\t0\n法律服务机构\t0\t0\t0\t0\t0\n"
     "其他\t0\t0\t0\t0\t0\n总计\t3\t0\t3\t3\t0\n" TAIL,
     {{"T3.new.np", "unplaced"}, {"T3.open.tot", "unplaced"}, {"T3.carry_out.np", "unplaced"}}},
    {"table four in three rows",
     HEAD "四、政府信息公开行政复议、行政诉讼情况\n"
          "类别\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n行政复议\t2\t0\t0\t1\t3\n"
          "未经复议直接起诉\t0\t4\t0\t0\t4\n复议后起诉\t0\t0\t5\t0\t5\n" TAIL,
     {{"T4.review.upheld", "2"},
      {"T4.review.total", "3"},
      {"T4.direct.corrected", "4"},
      {"T4.after.other", "5"}}},
    {"table four in three rows, of which one is short",
     HEAD "四、政府信息公开行政复议、行政诉讼情况\n"
          "类别\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n行政复议\t2\t0\t0\t1\t3\n"
          "未经复议直接起诉\t0\t4\t0\t4\n复议后起诉\t0\t0\t5\t0\t5\n" TAIL,
     {{"T4.direct.corrected", "unplaced"}}},
    {"two slips in a label that has values",
     HEAD "三、收到和处理政府信息公开申请情况\n"
          "\t申请人情况\t自然人\t法人或其他组织\t总计\t商业企业\t科研机构\t社会公益组织\t法律服务机"
          "构\t其他\n"
          "一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n"
          "二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n"
          "四、转结下度继续办理\t3\t0\t0\t0\t0\t0\t3\n" TAIL,
     {{"T3.carry_out.np", "3"}, {"T3.carry_out.tot", "3"}}},
    {"words in the last cell, cells on lines of their own",
     HEAD "二、主动公开政府信息情况\n\n第二十条第（一）项\n\n信息内容\n\n本年制发件数\n\n"
          "本年废止件数\n\n现行有效件数\n\n规章\n\n1\n\n2\n\n3\n\n行政规范性文件\n\n4\n\n5\n\n"
          "6\n\n第二十条第（五）项\n\n信息内容\n\n本年处理决定数量\n\n行政许可\n\n7\n\n"
          "第二十条第（六）项\n\n信息内容\n\n本年处理决定数量\n\n行政处罚\n\n8\n\n行政强制\n\n"
          "9\n\n第二十条第（八）项\n\n信息内容\n\n本年收费金额（单位：万元）\n\n行政事业性收费\n"
          "\n未统计\n\n" TAIL,
     {{"T2.a6.coercion.decisions", "9"}, {"T2.a8.fee.amount", "text"}}},
    {"words behind the first value of the last row",
     HEAD "二、主动公开政府信息情况\n\n第二十条第（一）项\n\n信息内容\n\n本年新制作数量\n\n"
          "本年新公开数量\n\n对外公开总数量\n\n规章\n\n1\n\n2\n\n3\n\n规范性文件\n\n4\n\n5\n\n"
          "6\n\n第二十条第（九）项\n\n信息内容\n\n采购项目数量\n\n采购总金额\n\n政府集中采购\n\n"
          "286\n\n未统计\n\n" TAIL,
     {{"T2.a1.regulation.made", "1"},
      {"T2.a9.procurement.count", "286"},
      {"T2.a9.procurement.amount", "text"}}},
    {"words for the first value of a row without its label",
     HEAD "二、主动公开政府信息情况\n第二十条第（一）项\t\t\t\n"
          "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n\t未统计\t14\t0\n"
          "行政规范性文件\t4\t5\t6\n" TAIL,
     {{"T2.a1.regulation.issued", "text"},
      {"T2.a1.regulation.abolished", "14"},
      {"T2.a1.normative.issued", "4"}}},
    {"no words behind a full last row",
     HEAD "二、主动公开政府信息情况\n\n第二十条第（一）项\n\n信息内容\n\n本年制发件数\n\n"
          "本年废止件数\n\n现行有效件数\n\n规章\n\n1\n\n2\n\n3\n\n行政规范性文件\n\n4\n\n5\n\n"
          "6\n\n第二十条第（五）项\n\n信息内容\n\n本年处理决定数量\n\n行政许可\n\n7\n\n"
          "第二十条第（六）项\n\n信息内容\n\n本年处理决定数量\n\n行政处罚\n\n8\n\n行政强制\n\n"
          "9\n\n第二十条第（八）项\n\n信息内容\n\n本年收费金额（单位：万元）\n\n行政事业性收费\n"
          "\n10\n\n无其他收费\n\n" TAIL,
     {{"T2.a8.fee.amount", "10"}}},
    {"words in the last cell, a bar behind every cell",
     HEAD "二、主动公开政府信息情况\n第二十条第(一)项 | |||\n信息内容 |\n本年制发件数 |\n"
          "本年废止件数 |\n现行有效件数 |\n规章 |\n1 | 2 | 3 |\n行政规范性文件 |\n4 | 5 | 6 |\n"
          "第二十条第(八)项 | |||\n信息内容 |\n本年收费金额(单位:万元) | ||\n行政事业性收费 |\n"
          "详见附件 | ||\n" TAIL,
     {{"T2.a1.normative.issued", "4"}, {"T2.a8.fee.amount", "text"}}},
    {"words for a number in a row that the other form ends before them",
     HEAD "二、主动公开政府信息情况\n第二十条第(一)项\n|\n信息内容\n|\n本年新制作数量\n|\n"
          "本年新公开数量\n|\n对外公开总数量\n|\n规章\n|\n1\n|\n2\n|\n3\n|\n规范性文件\n|\n4\n"
          "|\n5\n|\n6\n|\n第二十条第(八)项\n|\n信息内容\n|\n上一年项目数量\n|\n本年增/减\n|\n"
          "行政事业性收费\n|\n0\n|\n未统计\n|\n第二十条第(九)项\n|\n信息内容\n|\n采购项目数量\n"
          "|\n采购总金额\n|\n政府集中采购\n|\n7\n|\n8\n|\n" TAIL,
     {{"T2.a8.fee.prev_items", "0"},
      {"T2.a8.fee.delta", "text"},
      {"T2.a9.procurement.count", "7"}}},
    {"a blank row before one that is not in the form",
     HEAD "二、主动公开政府信息情况\n\n第二十条第（一）项\n\n信息内容\n\n本年制发件数\n\n"
          "本年废止件数\n\n现行有效件数\n\n规章\n\n1\n\n2\n\n3\n\n行政规范性文件\n\n\n\n\n"
          "其他主动公开文件（含部门文件）\n\n10\n\n22\n\n16\n\n第二十条第（五）项\n\n信息内容\n"
          "\n本年处理决定数量\n\n行政许可\n\n7\n\n第二十条第（六）项\n\n信息内容\n\n"
          "本年处理决定数量\n\n行政处罚\n\n8\n\n行政强制\n\n9\n\n第二十条第（八）项\n\n"
          "信息内容\n\n本年收费金额（单位：万元）\n\n行政事业性收费\n\n5\n\n" TAIL,
     {{"T2.a1.regulation.in_force", "3"},
      {"T2.a1.normative.issued", "blank"},
      {"T2.a1.normative.in_force", "blank"},
      {"T2.a5.license.decisions", "7"}}},
    {"one blank too few for a blank row",
     HEAD "二、主动公开政府信息情况\n\n第二十条第（一）项\n\n信息内容\n\n本年制发件数\n\n"
          "本年废止件数\n\n现行有效件数\n\n规章\n\n1\n\n2\n\n3\n\n行政规范性文件\n\n\n\n"
          "其他主动公开文件（含部门文件）\n\n10\n\n22\n\n16\n\n第二十条第（五）项\n\n信息内容\n"
          "\n本年处理决定数量\n\n行政许可\n\n7\n\n第二十条第（六）项\n\n信息内容\n\n"
          "本年处理决定数量\n\n行政处罚\n\n8\n\n行政强制\n\n9\n\n第二十条第（八）项\n\n"
          "信息内容\n\n本年收费金额（单位：万元）\n\n行政事业性收费\n\n5\n\n" TAIL,
     {{"T2.a1.normative.issued", "unplaced"}, {"T2.a5.license.decisions", "7"}}},
    {"one figure behind a label with a note, blank cells lost",
     HEAD "二、主动公开政府信息情况\n第二十条第（一）项\n"
          "信息内容 本年新制作数量 本年新公开数量 对外公开总数量\n规章\n"
          "规范性文件（指各行政机关印发的有正式文号的文件） 4\n第二十条第（五）项\n"
          "信息内容 上一年项目数量 本年增/减 处理决定数量\n行政许可 1 2 3\n"
          "其他对外管理服务事项 4 5 6\n" TAIL,
     {{"T2.a1.normative.made", "unplaced"}, {"T2.a5.license.delta", "2"}}},
    {"column labels with notes on one line",
     HEAD "二、主动公开政府信息情况\n第二十条第（六）项\n"
          "信息内容 上一年项目数量 本年增/减 处理决定数量\n行政处罚 1 2 3\n行政强制 4 5 6\n"
          "第二十条第（八）项\n"
          "信 息 内 容 上一年项目数量（指2018年事项数） "
          "本年增/减（指2019年与2018年相比，减用负值表示，如-8）\n"
          "行政事业性收费 1 2\n第二十条第（九）项\n"
          "信 息 内 容 采 购 项 目 数 量 采 购 总 金 额\n政府集中采购 7 0\n" TAIL,
     {{"T2.a6.penalty.prev_items", "1"}, {"T2.a8.fee.prev_items", "1"}, {"T2.a8.fee.delta", "2"}}},
    {"dashes round a number far apart are no page number",
     HEAD
     "二、主动公开政府信息情况\n   第二十条第（一）项\n"
     "   信息内容                          本年制发件数              本年废止件数              "
     "现行有效件数\n"
     "   规章（设区的市以上人民政府应提供\n"
     "                                     —                        370                       —\n"
     "   相关数据）\n"
     "   行政规范性文件                    —                        —                        —\n"
     "   第二十条第（五）项\n   信息内容                          本年处理决定数量\n"
     "   行政许可                          —\n" TAIL,
     {{"T2.a1.regulation.issued", "mark"},
      {"T2.a1.regulation.abolished", "370"},
      {"T2.a1.normative.issued", "mark"}}},
    {"table four in one paragraph, with few of its values",
     HEAD
     "四、政府信息公开行政复议、行政诉讼情况 行 政 复 议 行 政 诉 讼 结 果 维 持 结 果 纠 正 其 他 "
     "结 果 尚 未 审 结 总 计 未经复议直接起诉 复 议 后 起 诉 结 果 维 持 结 果 纠 正 其 他 结 果 "
     "尚 未 审 结 总 计 结 果 维 持 结 果 纠 正 其 他 结 果 尚 未 审 结 总 计 7 16 8\n" TAIL,
     {{"T4.review.total", "unplaced"}, {"T4.after.upheld", "unplaced"}}},
    {"a blank table four with broken labels",
     HEAD "四、政府信息公开行政复议、行政诉讼情况\n\n\t行政\n复议\n\t行政\n诉讼\n\n\t结果维持\n"
          "\t结果\n纠正\n\t其他\n结果\n\t尚未\n审结\n\t总计\n\t未经复议\n直接起诉\n\t复议\n"
          "后起诉\n\n\t\n\t\n\t\n\t\n\t\n\t结果维持\n\t结果\n纠正\n\t其他\n结果\n\t尚未\n审结\n"
          "\t总计\n\t结果维持\n\t结果\n纠正\n\t其他\n结果\n\t尚未\n审结\n\t总计\n\n\t\n\t\n\t\n"
          "\t\n\t\n\t\n\t\n\t\n\t\n\t\n\t\n\t\n\t\n\t\n\t\n\n" TAIL,
     {{"T4.review.upheld", "blank"}, {"T4.after.total", "blank"}}},
    {"a paragraph whose captions are cut and whose column labels are spaced",
     HEAD "二、主动公开政府信息情况 第二十条第 信 息 内 容 本 年 制 发 件 数 本 年 废 止 件 数 现 "
          "行 有 效 件 数 规章 1 2 3 行政规范性文件 4 5 6 第二十条第 信 息 内 容 本年处理决定数量 "
          "行政许可 7 第二十条第 信 息 内 容 处 理 决 定 数 量 行政处罚 8 行政强制 9 第二十条第 信 "
          "息 内 容 本年收费金额（单位：万元） 行政事业性收费 10\n" TAIL,
     {{"T2.a1.regulation.in_force", "3"},
      {"T2.a1.normative.issued", "4"},
      {"T2.a6.penalty.decisions", "8"}}},
    {"a paragraph whose column labels are spaced and cut",
     HEAD
     "二、主动公开政府信息情况 第二十条第（五）项 信 息 内 容 上一年项目数量 本 年 增 / 处 理 决 "
     "定 数 量 行政许可 0 减2 3 其他对外管理服务事项 4 0 5 第二十条第（六）项 信 息 内 容 "
     "上一年项目数量 本 年 增 / 处 理 决 定 数 量 行政处罚 6 0 0 行政强制 7 0 8 第二十条第（八）项 "
     "信 息 内 容 上一年项目数量（指2018年事项数） 本 年 增 / 行政事业性收费 1 2 "
     "第二十条第（九）项 信 息 内 容 采 购 项 目 数 量 采 购 总 金 额 政府集中采购 12 0\n" TAIL,
     {{"T2.a5.license.decisions", "3"},
      {"T2.a6.coercion.prev_items", "7"},
      {"T2.a8.fee.delta", "2"},
      {"T2.a9.procurement.count", "12"}}},
    {"wide frames drawn round the rows, the last blank",
     HEAD "三、收到和处理政府信息公开申请情况\n"
          "├──────────────────────────────────────────────────────────────────────────┼──┼──┼──┼──┼"
          "──┼──┼──┤\n"
          "│（本列数据的勾稽关系为：第一项加第二项之和，││││││││\n"
          "│等于第三项加第四项之和）││││││││\n"
          "├──────────────────────────────────────────────────────────────────────────┼──┼──┼──┼──┼"
          "──┼──┼──┤\n"
          "││自然人│商业企业│科研机构│社会公益组织│法律服务机构│其他│总计│\n"
          "├──────────────────────────────────────────────────────────────────────────┼──┼──┼──┼──┼"
          "──┼──┼──┤\n"
          "│一、本年新收政府信息公开申请数量│ 1│ 0│ 0│ 0│ 0│ 0│ 1│\n"
          "├──────────────────────────────────────────────────────────────────────────┼──┼──┼──┼──┼"
          "──┼──┼──┤\n"
          "│二、上年结转政府信息公开申请数量│ 1│ 0│ 0│ 0│ 0│ 0│ 1│\n"
          "├──────────────────────────────────────────────────────────────────────────┼──┼──┼──┼──┼"
          "──┼──┼──┤\n"
          "│四、转结下年度继续办理│ │ │ │ │ │ │ │\n"
          "├──────────────────────────────────────────────────────────────────────────┼──┼──┼──┼──┼"
          "──┼──┼──┤\n" TAIL,
     {{"T3.new.np", "1"}, {"T3.carry_out.np", "blank"}}},
};

static void reads_what_stands_at_the_edge(void **state)
{
    assert_readings(state, cases, COUNT(cases));
}

/* The values stay where the form has them, and the table says that it is in doubt. */
static void columns_in_another_order(void **state)
{
    static const struct {
        const char *text;
        enum table_id table;
        enum table_state state;
        const char *cell;
        int64_t value; /* -1: unplaced */
    } tables[] = {
        {HEAD "二、主动公开政府信息情况\n第二十条第（一）项\n信息内容\t现行有效件数\t本年制发件数\t"
              "本年废止件数\n规章\t0\t0\t0\n行政规范性文件\t7\t1\t0\n" TAIL,
         TABLE_T2, TABLE_DOUBTFUL, "T2.a1.normative.in_force", 7},
        {HEAD "三、收到和处理政府信息公开申请情况\n申请人情况\n自然人\t法人或其他组织\t总计\n"
              "科研机构\t商业企业\t社会公益组织\t法律服务机构\t其他\n"
              "一、本年新收政府信息公开申请数量\t1\t0\t2\t0\t0\t0\t3\n"
              "（一）予以公开\t1\t0\t2\t0\t0\t0\t3\n（七）总计\t1\t0\t2\t0\t0\t0\t3\n" TAIL,
         TABLE_T3, TABLE_DOUBTFUL, "T3.new.tot", -1},
        {HEAD "三、收到和处理政府信息公开申请情况\n申请人情况\n总计\t自然人\t法人或其他组织\n"
              "商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n"
              "一、本年新收政府信息公开申请数量\t3\t1\t2\t0\t0\t0\t0\n"
              "（一）予以公开\t3\t1\t2\t0\t0\t0\t0\n（七）总计\t3\t1\t2\t0\t0\t0\t0\n" TAIL,
         TABLE_T3, TABLE_DOUBTFUL, "T3.new.np", -1},
        {HEAD "四、政府信息公开行政复议、行政诉讼情况\n类别\t总计\t结果维持\t结果纠正\t其他结果\t尚"
              "未审结\n"
              "行政复议\t3\t2\t0\t0\t1\n未经复议直接起诉\t4\t0\t4\t0\t0\n"
              "复议后起诉\t5\t0\t0\t5\t0\n" TAIL,
         TABLE_T4, TABLE_DOUBTFUL, "T4.after.other", 5},
        {HEAD "四、政府信息公开行政复议、行政诉讼情况\n类别\t结果维持\t结果纠正\t其他结果\t尚未审结"
              "\t总计\n"
              "行政复议\t2\t0\t0\t1\t3\n未经复议直接起诉\t0\t4\t0\t0\t4\n"
              "复议后起诉\t0\t0\t5\t0\t5\n" TAIL,
         TABLE_T4, TABLE_COMPLETE, "T4.direct.corrected", 4},
        {HEAD "三、收到和处理政府信息公开申请情况\n\t\t\t申请人情况\n"
              "\t\t\t总计\t自然人\t法人或其他组织\t\t\t\t\n"
              "\t\t\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n"
              "一、本年新收政府信息公开申请数量\t\t\t3\t1\t2\t0\t0\t0\t0\n"
              "三、本年度办理结果\t（七）总计\t\t3\t1\t2\t0\t0\t0\t0\n" TAIL,
         TABLE_T3, TABLE_DOUBTFUL, "T3.total.tot", 3},
        {HEAD "四、政府信息公开行政复议、行政诉讼情况\n行政复议\t\t\t\t\t行政诉讼\n"
              "总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t未经复议直接起诉\t\t\t\t\t复议后起诉\n"
              "\t\t\t\t\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t"
              "其他结果\t尚未审结\n3\t1\t2\t0\t0\t4\t0\t0\t4\t0\t9\t8\t0\t0\t1\n" TAIL,
         TABLE_T4, TABLE_DOUBTFUL, "T4.after.pending", 1},
    };
    for (size_t i = 0; i < COUNT(tables); i++) {
        struct report *report = read_text(state, tables[i].text);
        const struct cell *cell = report_cell(report, tables[i].cell);
        assert_int_equal(report->tables[tables[i].table].state, tables[i].state);
        assert_int_equal(cell->state, tables[i].value < 0 ? CELL_UNPLACED : CELL_NUMBER);
        assert_true(tables[i].value < 0 || cell->value == tables[i].value);
        report_free(report);
    }
}

/* A rule drawn across the corner, whose cell is three rows high. */
static void note_cut_by_a_rule(void **state)
{
    struct report *report =
        read_text(state, HEAD "三、收到和处理政府信息公开申请情况\n"
                              "┌────────┬───┬───┬───┬───┬───┬───┬───┐\n"
                              "│（本列数据的勾稽关系为：第一项│申请人情况                 │\n"
                              "├        ┼───┼───┼───┼───┼───┼───┼───┤\n"
                              "│加第二项之和，等于第三项加第四项之和）│自然人│商业企业│科研机构│社"
                              "会公益组织│法律服务机构│其他│总计│\n"
                              "├────────┼───┼───┼───┼───┼───┼───┼───┤\n"
                              "│一、本年新收政府信息公开│1  │0  │0  │0  │0  │0  │1  │\n"
                              "│申请数量│   │   │   │   │   │   │   │\n"
                              "├────────┼───┼───┼───┼───┼───┼───┼───┤\n"
                              "│二、上年结转政府信息公开申请数量│0  │0  │0  │0  │0  │0  │0  │\n"
                              "├────────┼───┼───┼───┼───┼───┼───┼───┤\n"
                              "│（七）总计│1  │0  │0  │0  │0  │0  │1  │\n"
                              "└────────┴───┴───┴───┴───┴───┴───┴───┘\n" TAIL);
    assert_int_equal(report->tables[TABLE_T3].nbad_headers, 0);
    report_free(report);
}

/* Broken over lines a note is still the form's; cut short it is not. */
static void note_broken_over_lines(void **state)
{
    static const struct {
        const char *text;
        size_t nbad;
    } notes[] = {
        {"（本列数据的勾稽关系为：第一项加第二项之和，等于第三项\n加第四项之和）", 0},
        {"（本列数据的勾稽关系为：第一项加第二项之和，\n\n等于第三项加第四项之和）", 0},
        {"（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四", 1},
    };
    for (size_t i = 0; i < COUNT(notes); i++) {
        struct str text = STR_INIT;
        str_format(&text,
                   HEAD "三、收到和处理政府信息公开申请情况\n%s\n申请人情况\n自然人\n法人或其他组织"
                        "\n总计\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n"
                        "一、本年新收政府信息公开申请数量\n1\n0\n0\n0\n0\n0\n1\n"
                        "二、上年结转政府信息公开申请数量\n0\n0\n0\n0\n0\n0\n0\n" TAIL,
                   notes[i].text);
        struct report *report = read_text(state, str_text(&text));
        assert_int_equal(report->tables[TABLE_T3].nbad_headers, notes[i].nbad);
        report_free(report);
        str_release(&text);
    }
}

/* The second line of a broken header, right above a row with a slip in its label. */
static void header_above_a_misprint(void **state)
{
    struct report *report = read_text(
        state,
        HEAD "三、收到和处理政府信息公开申请情况\n申请人情况 |\n自然人 | 法人或其他组织 | 总计 |\n"
             "商业 | 科研 | 社会公益组织 | 法律服务机构 | 其他 |\n企业 | 机构 |\n"
             "一、本年新收到政府信息公开申请数量 | 1 | 0 | 2 | 0 | 0 | 0 | 3 |\n"
             "二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n" TAIL);
    const struct table *table = &report->tables[TABLE_T3];
    assert_int_equal(table->nbad_headers, 0); /* its halves, put together, are the columns */
    assert_true(slice_is(report_slice(report, table->labels[0].span),
                         "一、本年新收到政府信息公开申请数量"));
    report_free(report);
}

/* Columns that have only numbers, above two rows with slips in their labels. */
static void two_misprints_first(void **state)
{
    struct report *report =
        read_text(state, HEAD "三、收到和处理政府信息公开申请情况\n"
                              "项目 | 数据1 | 数据2 | 数据3 | 数据4 | 数据5 | 数据6 | 数据7 |\n"
                              "一、本年新收到政府信息公开申请数量 | 1 | 0 | 2 | 0 | 0 | 0 | 3 |\n"
                              "二、上年转结政府信息公开申请数 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |\n"
                              "1.属于国家秘密 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |\n"
                              "2.其他法律行政法规禁止公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
                              "3.危及“三安全一稳定” | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
                              "4.保护第三方合法权益 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
                              "四、结转下年度继续办理 | 0 | 0 | 2 | 0 | 0 | 0 | 2 |\n" TAIL);
    assert_int_equal(report_cell(report, "T3.new.tot")->value, 3);
    assert_int_equal(report_cell(report, "T3.carry_in.tot")->value, 4);
    report_free(report);
}

/* Rows that end in a bar, and one that ends in a blank cell: T4 is there, and blank. */
static void a_blank_row_without_its_last_bar(void **state)
{
    struct report *report = read_text(
        state, HEAD "四、政府信息公开行政复议、行政诉讼情况\n行政复议 | 行政诉讼 |||||||||||||\n"
                    "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | "
                    "复议后起诉 ||||||||\n"
                    "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | "
                    "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计\n"
                    " |  |  |  |  |  |  |  |  |  |  |  |  |  | \n" TAIL);
    assert_int_equal(report->tables[TABLE_T4].state, TABLE_COMPLETE);
    assert_int_equal(report_cell(report, "T4.after.total")->state, CELL_BLANK);
    report_free(report);
}

#define T2_OF(n)                                                                                                  \
    "二、主动公开政府信息情况\n第二十条第（五）项\n信息内容\t本年处理决定数量\n" \
    "行政许可\t" n "\n第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t" n                               \
    "\n行政强制\t0\n"
#define T3_OF(n)                                                                                      \
    "自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n" \
    "一、本年新收政府信息公开申请数量\t" n "\t0\t0\t0\t0\t0\t" n "\n"                                 \
    "二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\n"
#define T3_SECTION "三、收到和处理政府信息公开申请情况\n"

/* Two reports in one file: only the first is read, and it is said. A table printed twice,
 * the first time for last year, is no second report. */
static void two_of_a_kind(void **state)
{
    struct report *report =
        read_text(state, HEAD T2_OF("3") T3_SECTION T3_OF("1") TAIL
                  "某县柳河镇\n2022年1月9日\n白石县教育局\n"
                  "2021年政府信息公开工作年度报告\n一、总体情况\n公开信息99条。\n" T2_OF("4")
                      T3_SECTION T3_OF("5") TAIL);
    assert_string_equal(report->remark,
                        "a second report begins at line 22 and is not read: save it "
                        "in a file of its own");
    assert_int_equal(report->nlines, 21);
    assert_int_equal(strlen(report->text), report->text_nbytes);
    assert_int_equal(report_cell(report, "T3.new.np")->value, 1);
    assert_null(report->tables[TABLE_T3].runner_up[LANG_EN]);
    assert_int_equal(report->nsections, 5);
    assert_string_equal(report->who.signature_agency, "某县柳河镇");
    report_free(report);
    report = read_text(state, HEAD T2_OF("3") T3_SECTION
                       "2020年情况：\n" T3_OF("1") "2021年情况：\n" T3_OF("2") TAIL);
    assert_null(report->remark);
    assert_int_equal(report_cell(report, "T3.new.np")->value, 2);
    assert_non_null(report->tables[TABLE_T3].runner_up[LANG_EN]);
    report_free(report);
}

#define BLANK_OF_T3                                                                                   \
    "自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n" \
    "一、本年新收政府信息公开申请数量\t\t\t\t\t\t\t\n"                                \
    "二、上年结转政府信息公开申请数量\t\t\t\t\t\t\t\n"                                \
    "（七）总计\t\t\t\t\t\t\t\n"

/* Of two tables the blank one may be this year's: the other's figures have no place. A label or
 * two once more are no table. */
static void blank_beside_filled(void **state)
{
    static const char *const texts[] = {
        HEAD T2_OF("3") T3_SECTION T3_OF("1") "（七）总计\t0\t0\t0\t0\t0\t0\t0\n" BLANK_OF_T3 TAIL,
        HEAD T2_OF("3") T3_SECTION BLANK_OF_T3 T3_OF("1") "（七）总计\t0\t0\t0\t0\t0\t0\t0\n" TAIL,
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct report *report = read_text(state, texts[i]);
        assert_int_equal(report->tables[TABLE_T3].state, TABLE_DOUBTFUL);
        assert_int_equal(report_cell(report, "T3.new.np")->state, CELL_UNPLACED);
        assert_non_null(strstr(report->tables[TABLE_T3].why[LANG_EN], "printed twice"));
        assert_int_equal(report->tables[TABLE_T2].state, TABLE_INCOMPLETE);
        report_free(report);
    }
    struct report *report = read_text(
        state, HEAD T2_OF("3")
                   T3_SECTION T3_OF("1") "（七）总计\t0\t0\t0\t0\t0\t0\t0\n"
                                         "一、本年新收政府信息公开申请数量\t\t\t\t\t\t\t\n" TAIL);
    assert_int_equal(report_cell(report, "T3.new.np")->value, 1);
    report_free(report);
}

#define T4_HEAD                                                                                                      \
    "四、政府信息公开行政复议、行政诉讼情况\n\n"                                                  \
    "| 行政复议 |  |  |  |  | 行政诉讼 |  |  |  |  |  |  |  |  |  |\n"                                       \
    "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n"                                                \
    "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 |  |  |  |  | " \
    "复议后起诉 |  |  |  |  |\n|  |  |  |  |  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | "   \
    "总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n"
#define T4_EMPTY "|  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |\n"
#define T4_NUMBERS "| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 |\n"
#define T4_FIGURES "| 3 | 2 | 3 | 4 | 12 | 6 | 7 | 8 | 9 | 30 | 1 | 1 | 1 | 1 | 4 |\n"

/* The numbers of T4's columns are no figures, whatever stands below; with an empty row above the
 * figures, which of the two is this year's is not told, and one below them is nothing. */
static void rows_of_table_four(void **state)
{
    static const struct {
        const char *rows;
        bool placed;
    } shown[] = {{T4_NUMBERS T4_EMPTY, false},
                 {T4_NUMBERS T4_FIGURES, true},
                 {T4_EMPTY T4_FIGURES, false},
                 {T4_FIGURES T4_EMPTY, true}};
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        char text[4096];
        snprintf(text, sizeof text, HEAD T4_HEAD "%s\n" TAIL, shown[i].rows);
        struct report *report = read_text(state, text);
        const struct cell *cell = report_cell(report, "T4.review.upheld");
        assert_int_equal(cell->state, shown[i].placed ? CELL_NUMBER : CELL_UNPLACED);
        if (shown[i].placed)
            assert_int_equal(cell->value, 3);
        report_free(report);
    }
}

#define T4_JOINED(rest)                                                                                                      \
    "四、政府信息公开行政复议、行政诉讼情况 | 行政复议 |  |  |  |  | 行政诉讼 |  |  |  |  |  |  " \
    "|  |  |  "                                                                                                              \
    "| |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---| | 结果维持 | 结果纠正 | "                       \
    "其他结果 "                                                                                                          \
    "| 尚未审结 | 总计 | 未经复议直接起诉 |  |  |  |  | 复议后起诉 |  |  |  |  | |  |  |  |  |  "         \
    "| "                                                                                                                     \
    "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | "     \
    "尚未审结 | "                                                                                                        \
    "总计 | | " rest " "

/* Where rows are joined to one paragraph, what stands between the bars of two rows is no cell:
 * with a blank at the end of T4's row nothing tells which of the two is one. */
static void joined_rows_of_table_four(void **state)
{
    struct report *report = read_text(
        state, HEAD T4_JOINED("9 | 8 | 7 | 2 |  | 4 | 8 | 3 | 6 |  | 5 | 4 | 3 | 5 |  |") TAIL);
    assert_int_equal(report_cell(report, "T4.review.upheld")->state, CELL_UNPLACED);
    assert_int_equal(report_cell(report, "T4.after.total")->state, CELL_UNPLACED);
    report_free(report);
    report = read_text(
        state,
        HEAD T4_JOINED("9 | 8 | 7 | 2 | 26 | 4 | 8 | 3 | 6 | 21 | 5 | 4 | 3 | 5 | 17 |") TAIL);
    assert_int_equal(report_cell(report, "T4.review.upheld")->value, 9);
    assert_int_equal(report_cell(report, "T4.after.total")->value, 17);
    report_free(report);
}

/* T4 as small tables, as pairs, and turned round; T3 with a column of shares. */
static void tables_in_other_shapes(void **state)
{
    static const char kinds[] =
        HEAD "四、政府信息公开行政复议、行政诉讼情况\n行政复议\n%s行政诉讼\n未经复议直接起诉\n%s"
             "复议后起诉\n%s" TAIL;
    static const char *const parts[][3] = {
        {"结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n2\t0\t0\t1\t3\n",
         "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n0\t4\t0\t0\t4\n",
         "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n0\t0\t5\t\t5\n"},
        {"结果维持\t2\n结果纠正\t0\n其他结果\t0\n尚未审结\t1\n总计\t3\n",
         "结果维持\t0\n结果纠正\t4\n其他结果\t0\n尚未审结\t0\n总计\t4\n",
         "结果维持\t0\n结果纠正\t0\n其他结果\t5\n尚未审结\t0\n总计\t5\n"},
        {"", "",
         "结果维持\t2\t0\t0\n结果纠正\t0\t4\t0\n其他结果\t0\t0\t5\n尚未审结\t1\t0\t0\n"
         "总计\t3\t4\t5\n"},
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        char text[4000];
        snprintf(text, sizeof text, kinds, parts[i][0], parts[i][1], parts[i][2]);
        struct report *report = read_text(state, text);
        assert_int_equal(report_cell(report, "T4.review.pending")->value, 1);
        assert_int_equal(report_cell(report, "T4.direct.corrected")->value, 4);
        assert_int_equal(report_cell(report, "T4.after.other")->value, 5);
        assert_int_equal(report_cell(report, "T4.after.total")->value, 5);
        assert_int_equal(report->tables[TABLE_T4].nextra, 0);
        report_free(report);
    }
    struct report *report = read_text(
        state, HEAD "三、收到和处理政府信息公开申请情况\n申请人情况\n自然人\t商业企业\t科研机构\t"
                    "社会公益组织\t法律服务机构\t其他\t总计\t占比\n"
                    "一、本年新收政府信息公开申请数量\t1\t0\t2\t0\t0\t0\t3\t75%\n"
                    "二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\t25%\n" TAIL);
    assert_int_equal(report_cell(report, "T3.new.tot")->value, 3);
    assert_int_equal(report_cell(report, "T3.carry_in.np")->value, 1);
    report_free(report);
}

/* A row short of a figure, one that the form does not know, a footnote: what no cell has.
 * Numbers of lists, years and what stands in a note behind a value have their place. */
static void numbers_that_no_cell_has(void **state)
{
    static const char *const wanted[] = {"5", "6", "31", "27"};
    struct report *report = read_text(
        state, HEAD "二、主动公开政府信息情况\n第二十条第（一）项\n"
                    "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t5\t6\n"
                    "行政规范性文件\t22（其中修订16件）\t0\t1\n"
                    "第二十条第（五）项\n信息内容\t本年处理决定数量（指2021年办件量）\n"
                    "行政许可\t9\n行政检查\t31\n注1：含2020年结转27件\n第二十条第（六）项\n"
                    "信息内容\t本年处理决定数量\n1.行政处罚\t4\n行政强制\t3\n" TAIL);
    const struct table *table = &report->tables[TABLE_T2];
    assert_int_equal(table->nunclaimed, sizeof wanted / sizeof *wanted);
    for (size_t i = 0; i < table->nunclaimed; i++)
        assert_true(slice_is(report_slice(report, table->unclaimed[i]), wanted[i]));
    report_free(report);
}

static void title_of_a_framed_local_table(void **state)
{
    struct report *report = read_text(
        state, HEAD TAIL "附件\n\n| 指标名称 | 单位 | 数量 |\n| 主动公开信息数 | 条 | 86 |\n"
                         "| 发布解读稿件数 | 篇 | 14 |\n| 公开专栏数 | 个 | 3 |\n");
    assert_int_equal(report->nlocals, 1);
    assert_true(slice_is(report->locals[0].title, "指标名称"));
    report_free(report);
}

static void titles_inside_a_paragraph(void **state)
{
    static const char *const titles[] = {
        "青山县柳河镇 2021 年政府信息公开工作年度报告",
        "青山县柳河镇政府信息公开工作年度报告（2021年）",
        "青山县柳河镇政府信息公开工作年度报告(2021年)",
        "青山县柳河镇2021年政府信息公开工作年度报告",
    };
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        char text[4000];
        snprintf(text, sizeof text,
                 "发布时间：2022-01-15 来源：柳河镇 字体：[大 中 小] 打印 关闭 浏览次数：204 %s "
                 "|||||||| 一、总体情况 我镇公开信息12条，认真贯彻落实条例要求，扎实推进公开工作。 "
                 "二、主动公开政府信息情况 无表。 三、收到和处理政府信息公开申请情况 无表。 "
                 "四、政府信息公开行政复议、行政诉讼情况 无表。 五、存在的主要问题及改进情况 "
                 "一是公开意识有待加强，形式不够多样。 六、其他需要报告的事项 无。\n",
                 titles[i]);
        struct report *report = read_text(state, text);
        assert_int_equal(report->who.year, 2021);
        assert_true(slice_is(report_slice(report, report->who.agency_span), "青山县柳河镇"));
        report_free(report);
    }
}

/* 辦公室 is no word for an organ until it is folded. */
static void signature_in_traditional_characters(void **state)
{
    struct report *report =
        read_text(state, "首页\n" SECTIONS "柳河鎮人民政府辦公室 2022年1月5日\n");
    assert_int_equal(report->who.year, 2021);
    assert_text(report->who.signature_agency, "柳河鎮人民政府辦公室");
    report_free(report);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_stands_at_the_edge),
        cmocka_unit_test(columns_in_another_order),
        cmocka_unit_test(note_cut_by_a_rule),
        cmocka_unit_test(note_broken_over_lines),
        cmocka_unit_test(header_above_a_misprint),
        cmocka_unit_test(two_misprints_first),
        cmocka_unit_test(a_blank_row_without_its_last_bar),
        cmocka_unit_test(two_of_a_kind),
        cmocka_unit_test(blank_beside_filled),
        cmocka_unit_test(rows_of_table_four),
        cmocka_unit_test(joined_rows_of_table_four),
        cmocka_unit_test(tables_in_other_shapes),
        cmocka_unit_test(numbers_that_no_cell_has),
        cmocka_unit_test(title_of_a_framed_local_table),
        cmocka_unit_test(titles_inside_a_paragraph),
        cmocka_unit_test(signature_in_traditional_characters),
    };
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
