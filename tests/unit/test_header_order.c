/* A header that names columns or groups in another order than the form decides, where it
 * can; else the figures below it have no place. */
#include "reading.h"

#define HEAD "某县柳河镇2021年政府信息公开工作年度报告\n一、总体情况\n公开信息。\n"
#define HEAD2 HEAD "二、主动公开政府信息情况\n第二十条第（一）项\n"
#define HEAD3 HEAD "三、收到和处理政府信息公开申请情况\n申请人情况\n"
#define HEAD4 HEAD "四、政府信息公开行政复议、行政诉讼情况\n"
#define TAIL "五、存在的主要问题及改进情况\n一是不够主动。\n六、其他需要报告的事项\n无。\n"
#define NEW "一、本年新收政府信息公开申请数量"
#define CARRIED "二、上年结转政府信息公开申请数量"
#define LINES "结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n"
#define ROW "结果维持 结果纠正 其他结果 尚未审结 总计"
#define TABS "结果维持\t结果纠正\t其他结果\t尚未审结\t总计"
#define HALVES "结果\n维持\n结果\n纠正\n其他\n结果\n尚未\n审结\n总计\n"
#define FIFTEEN "1 2 3 4 10 1 1 1 1 4 2 2 2 2 8\n"
/* Word's dump of one line of labels, and rows of six figures, the first of them behind fewer
 * labels. */
#define DUMP_OF(other)                                                                             \
    "\t\n\t\n\t\n\t自然人\n\t商业企业\n\t科研机构\n\t社会公益组织\n\t法律服务机构\n" other         \
    "\t总计\n\n"
#define DUMP_ROWS                                                                                        \
    "\t三、本年度办理结果\n\t（一）予以公开\n\t\n\t21\n\t22\n\t23\n\t24\n\t25\n\t27\n\n" \
    "\t（三）不予公开\n\t1.属于国家秘密\n\t1\n\t2\n\t3\n\t4\n\t5\n\t15\n\n"
/* T3 in one paragraph. */
#define PARAGRAPH3(columns)                                                                                               \
    "某县柳河镇2021年政府信息公开工作年度报告 一、总体情况 公开信息。 "                      \
    "三、收到和处理政府信息公开申请情况 申请人情况 " columns " " NEW " 1 2 3 4 5 6 21 " CARRIED                           \
    " 1 1 1 1 1 2 7 五、存在的主要问题及改进情况 不够主动。 六、其他需要报告的事项 无。 " \
    "某县柳河镇人民政府 2022年1月20日"

/* T3 with its header's two rows and figures between bars that pad nothing. */
#define BARS3(above, below)                                                                        \
    HEAD3 above " |\n" below " |\n" NEW " | 1 | 2 | 3 | 4 | 5 | 6 | 21 |\n" CARRIED                \
                " | 1 | 1 | 1 | 1 | 1 | 2 | 7 |\n"
#define INNER3 "商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他"
#define INNER3_LINES "商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n"
#define ROWS3_LINES NEW "\n1\n2\n3\n4\n5\n6\n21\n" CARRIED "\n1\n1\n1\n1\n1\n2\n7\n"

#define PLUS_RULE                                                                                  \
    "+------+------+------+------+------+------+------+------+------+------+------+------+------+" \
    "------+------+\n"
#define PLUS_INNER "|结果维|结果纠|其他结|尚未审|总计  |结果维|结果纠|其他结|尚未审|总计  |\n"
#define PLUS_REST "|持    |正    |果    |结    |      |持    |正    |果    |结    |      |\n"
/* The frame's rules part its header below the words of the first group. */
#define PLUS_FRAME(words, rests)                                                                                \
    HEAD4 PLUS_RULE                                                                                             \
        "|行政复议                          |行政诉讼                                            "      \
        "                 |\n" PLUS_RULE                                                                        \
        "|      |      |      |      |      |未经复议直接起诉                  |复议后起诉       " \
        "                 |\n" words                                                                            \
        "+------+------+------+------+------+------+------+------+------+------+\n" rests                       \
            PLUS_INNER "|      |      |      |      |      " PLUS_REST PLUS_RULE                                \
        "|1     |2     |3     |4     |10    |1     |1     |1     |1     |4     |2     |2     |2  "              \
        "   |2     |8     |\n" PLUS_RULE TAIL
/* Drawn lines as wide as the characters. */
#define WIDE_FRAME(first, second, third, fourth)                                                                                                                                      \
    HEAD4 "┌─────────┬───────────────────┐\n│行政复议          │行政诉讼                         "          \
          "     │\n├─┬─┬─┬─┬─┼─────────┬─────────┤\n" first                                                                                                                           \
          "未经复议直接起诉  │复议后起诉        │\n" second "├─┬─┬─┬─┬─┼─┬─┬─┬─┬─┤\n" third                                                                                           \
          "结│结│其│尚│总│结│结│其│尚│总│\n" fourth "果│果│他│未│计│果│果│他│未│计│\n"                                                                  \
          "│  │  │  │  │  │维│纠│结│审│  │维│纠│结│审│  │\n│  │  │  │  │  │持│正│果│结│  "                            \
          "│持│正│果│结│  │\n"                                                                                                                                        \
          "├─┼─┼─┼─┼─┼─┼─┼─┼─┼─┼─┼─┼─┼─┼─┤\n│ 1│ 2│ 3│ 4│10│ 1│ 1│ 1│ 1│ 4│ 2│ 2│ 2│ 2│ " \
          "8│\n└─┴─┴─┴─┴─┴─┴─┴─┴─┴─┴─┴─┴─┴─┴─┘\n" TAIL

#define WRAPPED4(labels)                                                                              \
    HEAD4                                                                                             \
    "             行政复议                                           行政诉讼\n"              \
    "                                    未经复议直接起诉                                   " \
    "复议后起诉\n" labels                                                                             \
    "897    167     0    0   730   42    11         31    0     0      5511     3         46   "      \
    "     57    5405\n" TAIL

static const struct one {
    const char *what, *text;
    enum table_id table;
    enum table_state state;
    struct wanted cells[4];
} cases[] = {
    {"table four's labels broken by line ends in their cells",
     HEAD4
     "| 行政复议 | 行政诉讼 |\n"
     "| 结果维\n持 | 结\n果纠正 | 其他\n结果 | 尚\n未审结 | 总计 | 未经复议直接起诉 | "
     "复议后起诉 |\n"
     "| 结果维\n持 | 结果纠正 | 其他结果 | 尚\n未审结 | 总计 | 结\n果维持 | 结果纠正 | 其\n他结果 "
     "| 尚未审结 | 总计 |\n"
     "| 1 | 2 | 3 | 4 | 10 | 1 | 1 | 1 | 1 | 4 | 2 | 2 | 2 | 2 | 8 |\n" TAIL,
     TABLE_T4,
     TABLE_COMPLETE,
     {{"T4.review.corrected", "2"}, {"T4.review.total", "10"}, {"T4.after.total", "8"}}},
    {"the same with ideographic blanks between",
     HEAD4
     "行政复议　行政诉讼\n结果维\n持　结\n果纠正　其他\n结果　尚\n未审结　总计　未经复议直接起诉　"
     "复议后起诉\n结果维\n持　结果纠正　其他结果　尚\n未审结　总计　结\n果维持　结果纠正　其\n"
     "他结果　尚未审结　总计\n1　2　3　4　10　1　1　1　1　4　2　2　2　2　8\n" TAIL,
     TABLE_T4,
     TABLE_COMPLETE,
     {{"T4.review.corrected", "2"}, {"T4.review.total", "10"}, {"T4.after.total", "8"}}},
    {"each group's total first, a line for a group",
     HEAD4
     "| 行政复议 | 行政诉讼 |\n"
     "| 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 未经复议直接起诉 | 复议后起诉 |\n"
     "| 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 "
     "| 尚未审结 |\n"
     "| 10 | 1 | 2 | 3 | 4 | 4 | 1 | 1 | 1 | 1 | 8 | 2 | 2 | 2 | 2 |\n" TAIL,
     TABLE_T4,
     TABLE_DOUBTFUL,
     {{"T4.review.upheld", "1"}, {"T4.review.total", "10"}, {"T4.after.total", "8"}}},
    {"one line of labels, turned round",
     HEAD2 "信息内容 现行有效件数 本年废止件数 本年制发件数\n规章 9 8 7\n行政规范性文件 6 5 4\n"
           "第二十条第（五）项\n信息内容 本年处理决定数量\n行政许可 5\n" TAIL,
     TABLE_T2,
     TABLE_DOUBTFUL,
     {{"T2.a1.regulation.issued", "7"},
      {"T2.a1.normative.in_force", "6"},
      {"T2.a5.license.decisions", "5"}}},
    {"the last column before the second, between tabs",
     HEAD2 "信息内容\t本年制发件数\t现行有效件数\t本年废止件数\n规章\t9\t8\t7\n"
           "行政规范性文件\t6\t5\t4\n" TAIL,
     TABLE_T2,
     TABLE_DOUBTFUL,
     {{"T2.a1.regulation.abolished", "7"}, {"T2.a1.normative.in_force", "5"}}},
    {"a line for each label",
     HEAD2 "信息内容\n本年废止件数\n本年制发件数\n现行有效件数\n规章\n9\n8\n7\n"
           "行政规范性文件\n6\n5\n4\n第二十条第（五）项\n信息内容\n本年处理决定数量\n"
           "行政许可\n5\n" TAIL,
     TABLE_T2,
     TABLE_DOUBTFUL,
     {{"T2.a1.regulation.issued", "unplaced"}, {"T2.a5.license.decisions", "5"}}},
    {"the total first",
     HEAD3 "总计 自然人 法人或其他组织\n商业企业 科研机构 社会公益组织 法律服务机构 其他\n" NEW
           " 21 1 2 3 4 5 6\n" CARRIED " 7 1 1 1 1 1 2\n" TAIL,
     TABLE_T3,
     TABLE_DOUBTFUL,
     {{"T3.new.np", "unplaced"}, {"T3.carry_in.tot", "unplaced"}}},
    {"two columns below a band exchanged",
     HEAD3
     "自然人\n法人或其他组织\n总计\n科研机构\n商业企业\n社会公益组织\n法律服务机构\n其他\n" NEW
     "\n1\n2\n3\n4\n5\n6\n21\n" CARRIED "\n1\n1\n1\n1\n1\n2\n7\n" TAIL,
     TABLE_T3,
     TABLE_DOUBTFUL,
     {{"T3.new.co", "unplaced"}, {"T3.carry_in.tot", "unplaced"}}},
    {"the total first, a bar and a line end behind each cell",
     HEAD3 "总计 |\n自然人 |\n商业企业 |\n科研机构 |\n社会公益组织 |\n法律服务机构 |\n其他 |\n" NEW
           " |\n21 |\n1 |\n2 |\n3 |\n4 |\n5 |\n6 |\n" CARRIED
           " |\n7 |\n1 |\n1 |\n1 |\n1 |\n1 |\n2 |\n" TAIL,
     TABLE_T3,
     TABLE_DOUBTFUL,
     {{"T3.new.np", "unplaced"}, {"T3.carry_in.tot", "unplaced"}}},
    {"the total second, between tabs: no band stands before it",
     HEAD3 "\t自然人\t总计\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n" NEW
           "\t1\t21\t2\t3\t4\t5\t6\n" CARRIED "\t1\t7\t1\t1\t1\t1\t2\n" TAIL,
     TABLE_T3,
     TABLE_DOUBTFUL,
     {{"T3.new.np", "1"}, {"T3.new.co", "2"}, {"T3.carry_in.tot", "7"}}},
    {"the total second, before the band that it should follow",
     HEAD3 "自然人 | 总计 | 法人或其他组织\n商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | "
           "其他\n" NEW " | 1 | 21 | 2 | 3 | 4 | 5 | 6\n" CARRIED
           " | 1 | 7 | 1 | 1 | 1 | 1 | 2\n" TAIL,
     TABLE_T3,
     TABLE_DOUBTFUL,
     {{"T3.new.np", "unplaced"}, {"T3.carry_in.tot", "unplaced"}}},
    {"the total before the last of those below the band, a line for each",
     HEAD3
     "自然人\n法人或其他组织\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n总计\n其他\n" NEW
     "\n1\n2\n3\n4\n5\n21\n6\n" CARRIED "\n1\n1\n1\n1\n1\n7\n2\n" TAIL,
     TABLE_T3,
     TABLE_DOUBTFUL,
     {{"T3.new.np", "unplaced"}, {"T3.carry_in.tot", "unplaced"}}},
    {"the total behind the band over all, a line for each: beside that, or first below it",
     HEAD3 "总计\n自然人\n法人或其他组织\n商业企业\n科研机构\n社会公益组织\n"
           "法律服务机构\n其他\n" NEW "\n1\n2\n3\n4\n5\n6\n21\n" CARRIED
           "\n1\n1\n1\n1\n1\n2\n7\n" TAIL,
     TABLE_T3,
     TABLE_DOUBTFUL,
     {{"T3.new.np", "unplaced"}, {"T3.carry_in.tot", "unplaced"}}},
    {"the first behind one of those below the band, a line for each",
     HEAD3 "商业企业\n自然人\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n" NEW
           "\n2\n1\n3\n4\n5\n6\n21\n" CARRIED "\n1\n1\n1\n1\n1\n2\n7\n" TAIL,
     TABLE_T3,
     TABLE_DOUBTFUL,
     {{"T3.new.np", "unplaced"}, {"T3.carry_in.tot", "unplaced"}}},
    {"a band of another name, a line for each",
     HEAD3
     "自然人\n法人和其他组织\n总计\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n" NEW
     "\n1\n2\n3\n4\n5\n6\n21\n" CARRIED "\n1\n1\n1\n1\n1\n2\n7\n" TAIL,
     TABLE_T3,
     TABLE_INCOMPLETE,
     {{"T3.new.co", "2"}, {"T3.carry_in.tot", "7"}}},
    {"a bar and a line end behind each cell, the total beside the band over all others",
     HEAD3 " |\n |\n |\n |\n |\n |\n总计 |\n自然人 |\n法人或其他组织 |\n |\n |\n |\n |\n |\n"
           "商业企业 |\n科研机构 |\n社会公益组织 |\n法律服务机构 |\n其他 |\n |\n" NEW
           " |\n1 |\n2 |\n3 |\n4 |\n5 |\n6 |\n21 |\n" CARRIED
           " |\n1 |\n1 |\n1 |\n1 |\n1 |\n2 |\n7 |\n" TAIL,
     TABLE_T3,
     TABLE_INCOMPLETE,
     {{"T3.new.co", "2"}, {"T3.carry_in.tot", "7"}}},
    {"T3: the band before the first column, between tabs",
     HEAD3 "\t法人或其他组织\t\t\t\t\t自然人\t总计\n"
           "\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\t\n" NEW
           "\t1\t2\t3\t4\t5\t6\t21\n" CARRIED "\t1\t1\t1\t1\t1\t2\t7\n" TAIL,
     TABLE_T3,
     TABLE_DOUBTFUL,
     {{"T3.new.np", "6"}, {"T3.new.co", "1"}, {"T3.carry_in.tot", "7"}}},
    {"the same, its fields not told",
     HEAD3 "\t法人或其他组织\t自然人\t总计\n"
           "\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n" NEW
           "\t1\t2\t3\t4\t5\t6\t21\n" CARRIED "\t1\t1\t1\t1\t1\t2\t7\n" TAIL,
     TABLE_T3,
     TABLE_DOUBTFUL,
     {{"T3.new.np", "unplaced"}, {"T3.carry_in.tot", "unplaced"}}},
    {"the same, a line for each",
     HEAD3
     "法人或其他组织\n自然人\n总计\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n" NEW
     "\n1\n2\n3\n4\n5\n6\n21\n" CARRIED "\n1\n1\n1\n1\n1\n2\n7\n" TAIL,
     TABLE_T3,
     TABLE_DOUBTFUL,
     {{"T3.new.np", "unplaced"}, {"T3.carry_in.tot", "unplaced"}}},
    {"a row of all columns below the band, a line for each",
     HEAD3
     "法人或其他组织\n自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n" NEW
     "\n1\n2\n3\n4\n5\n6\n21\n" CARRIED "\n1\n1\n1\n1\n1\n2\n7\n" TAIL,
     TABLE_T3,
     TABLE_INCOMPLETE,
     {{"T3.new.np", "1"}, {"T3.carry_in.tot", "7"}}},
    {"the same between tabs",
     HEAD3 "\t\t法人或其他组织\t\t\t\t\t\n"
           "\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n" NEW
           "\t1\t2\t3\t4\t5\t6\t21\n" CARRIED "\t1\t1\t1\t1\t1\t2\t7\n" TAIL,
     TABLE_T3,
     TABLE_INCOMPLETE,
     {{"T3.new.np", "1"}, {"T3.carry_in.tot", "7"}}},
    {"the band before the first column, one blank between two",
     HEAD3 "法人或其他组织 自然人 总计\n商业企业 科研机构 社会公益组织 法律服务机构 其他\n" NEW
           " 1 2 3 4 5 6 21\n" CARRIED " 1 1 1 1 1 2 7\n" TAIL,
     TABLE_T3,
     TABLE_DOUBTFUL,
     {{"T3.new.np", "unplaced"}, {"T3.carry_in.tot", "unplaced"}}},
    {"a band of another name before the first column, between tabs",
     HEAD3 "\t法人和其他组织\t\t\t\t\t自然人\t总计\n"
           "\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\t\n" NEW
           "\t1\t2\t3\t4\t5\t6\t21\n" CARRIED "\t1\t1\t1\t1\t1\t2\t7\n" TAIL,
     TABLE_T3,
     TABLE_DOUBTFUL,
     {{"T3.new.np", "6"}, {"T3.new.co", "1"}, {"T3.carry_in.tot", "7"}}},
    {"one paragraph: the total first",
     PARAGRAPH3("总计 自然人 法人或其他组织 商业企业 "
                "科研机构 社会公益组织 法律服务机构 其他"),
     TABLE_T3,
     TABLE_DOUBTFUL,
     {{"T3.new.np", "unplaced"}, {"T3.carry_in.tot", "unplaced"}}},
    {"one paragraph: the band before the first column",
     PARAGRAPH3("法人或其他组织 自然人 总计 商业企业 "
                "科研机构 社会公益组织 法律服务机构 其他"),
     TABLE_T3,
     TABLE_DOUBTFUL,
     {{"T3.new.np", "unplaced"}, {"T3.carry_in.tot", "unplaced"}}},
    {"one paragraph: as it should be",
     PARAGRAPH3("自然人 法人或其他组织 总计 商业企业 "
                "科研机构 社会公益组织 法律服务机构 其他"),
     TABLE_T3,
     TABLE_INCOMPLETE,
     {{"T3.new.co", "2"}, {"T3.carry_in.tot", "7"}}},
    {"a header of two rows, as it should be",
     HEAD3 "自然人 法人或其他组织 总计\n商业企业 科研机构 社会公益组织 法律服务机构 其他\n" NEW
           " 1 2 3 4 5 6 21\n" CARRIED " 1 1 1 1 1 2 7\n" TAIL,
     TABLE_T3,
     TABLE_INCOMPLETE,
     {{"T3.new.co", "2"}, {"T3.carry_in.tot", "7"}}},
    {"labels wrapped in their cells, in the form's order by characters",
     HEAD3 "                         法人或其他组织\n"
           "              自然人                              总计\n"
           "                      科研 社会公 法律服务\n"
           "                 商业企业            其他\n"
           "                      机构 益组织  机构\n" NEW "  1    2  3   4    5   6   21\n" CARRIED
           "  1    1  1   1    1   2    7\n" TAIL,
     TABLE_T3,
     TABLE_INCOMPLETE,
     {{"T3.new.np", "1"}, {"T3.new.ri", "3"}, {"T3.carry_in.tot", "7"}}},
    {"the same with the total before the last of those below the band",
     HEAD3 "                         法人或其他组织\n"
           "              自然人                   总计\n"
           "                      科研 社会公 法律服务\n"
           "                 商业企业                     其他\n"
           "                      机构 益组织  机构\n" NEW
           "  1    2  3   4    5   21    6\n" CARRIED "  1    1  1   1    1    7    2\n" TAIL,
     TABLE_T3,
     TABLE_DOUBTFUL,
     {{"T3.new.np", "unplaced"}, {"T3.carry_in.tot", "unplaced"}}},
    {"labels wrapped in their cells, the total above the others, by columns of the screen",
     HEAD3 "                                              法人或其他组织\n"
           "                                        商业  科研  社会公  法律服          总计\n"
           "                                自然人                              其他\n"
           "                                        企业  机构  益组织  务机构\n" NEW
           "   1       2     3     4       5       6     21\n" CARRIED
           "   1       1     1     1       1       2      7\n" TAIL,
     TABLE_T3,
     TABLE_INCOMPLETE,
     {{"T3.new.np", "1"}, {"T3.new.ot", "6"}, {"T3.carry_in.tot", "7"}}},
    {"T4 wrapped in its cells, the totals of its groups on other lines",
     HEAD4 "     行政复议                          行政诉讼\n\n"
           "结果 结果 其他 尚未 总计       未经复议直接起诉                  复议后起诉\n"
           "维持 纠正 结果 审结\n"
           "                    结果 结果 其他 尚未    结果 结果 其他 尚未\n"
           "                                总计             总计\n"
           "                    维持 纠正 结果 审结    维持 纠正 结果 审结\n\n" FIFTEEN TAIL,
     TABLE_T4,
     TABLE_COMPLETE,
     {{"T4.review.upheld", "1"}, {"T4.direct.total", "4"}, {"T4.after.pending", "2"}}},
    {"the same with two columns exchanged in every group",
     HEAD4 "     行政复议                          行政诉讼\n\n"
           "结果 结果 其他 尚未 总计       未经复议直接起诉                  复议后起诉\n"
           "纠正 维持 结果 审结\n"
           "                    结果 结果 其他 尚未    结果 结果 其他 尚未\n"
           "                                总计             总计\n"
           "                    纠正 维持 结果 审结    纠正 维持 结果 审结\n\n" FIFTEEN TAIL,
     TABLE_T4,
     TABLE_DOUBTFUL,
     {{"T4.review.upheld", "unplaced"}, {"T4.after.total", "unplaced"}}},
    {"T4 wrapped in its cells, the halves of the first group's labels line by line",
     HEAD4 "行政复议 行政诉讼\n结果 结果 其他 尚未 总计 未经复议直接起诉 复议后起诉\n"
           "维持 纠正 结果 审结\n" HALVES HALVES FIFTEEN TAIL,
     TABLE_T4,
     TABLE_COMPLETE,
     {{"T4.review.upheld", "1"}, {"T4.direct.total", "4"}, {"T4.after.pending", "2"}}},
    {"the same with the total before the others of its group",
     HEAD4 "行政复议 行政诉讼\n总计 结果 结果 其他 尚未 未经复议直接起诉 复议后起诉\n"
           "维持 纠正 结果 审结\n" HALVES HALVES FIFTEEN TAIL,
     TABLE_T4,
     TABLE_DOUBTFUL,
     {{"T4.review.upheld", "unplaced"}, {"T4.after.total", "unplaced"}}},
    {"the same with lower halves exchanged",
     HEAD4 "行政复议 行政诉讼\n结果 结果 其他 尚未 总计 未经复议直接起诉 复议后起诉\n"
           "纠正 维持 结果 审结\n" HALVES HALVES FIFTEEN TAIL,
     TABLE_T4,
     TABLE_DOUBTFUL,
     {{"T4.review.upheld", "unplaced"}, {"T4.after.total", "unplaced"}}},
    {"two columns exchanged in every group",
     HEAD4
     "行政复议 行政诉讼\n结果纠正 结果维持 其他结果 尚未审结 总计 未经复议直接起诉 复议后起诉\n"
     "结果纠正 结果维持 其他结果 尚未审结 总计 结果纠正 结果维持 其他结果 尚未审结 总计\n" FIFTEEN
         TAIL,
     TABLE_T4,
     TABLE_DOUBTFUL,
     {{"T4.review.upheld", "2"}, {"T4.review.corrected", "1"}, {"T4.after.total", "8"}}},
    {"two groups exchanged in a line",
     HEAD4 "行政复议 行政诉讼\n" ROW " 复议后起诉 未经复议直接起诉\n" ROW " " ROW "\n" FIFTEEN TAIL,
     TABLE_T4,
     TABLE_DOUBTFUL,
     {{"T4.review.upheld", "unplaced"}, {"T4.after.total", "unplaced"}}},
    {"two groups exchanged in lines",
     HEAD4 "行政复议\n行政诉讼\n" LINES "复议后起诉\n未经复议直接起诉\n" LINES LINES
           "1\n2\n3\n4\n10\n1\n1\n1\n1\n4\n2\n2\n2\n2\n8\n" TAIL,
     TABLE_T4,
     TABLE_DOUBTFUL,
     {{"T4.review.upheld", "unplaced"}, {"T4.after.total", "unplaced"}}},
    {"T4: the suits before the reviews, between tabs",
     HEAD4 "行政诉讼\t\t\t\t\t\t\t\t\t\t行政复议\t\t\t\t\n"
           "未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t\t\t\t\t\t\n" TABS "\t" TABS "\t" TABS
           "\n1\t2\t3\t4\t10\t1\t1\t1\t1\t4\t2\t2\t2\t2\t8\n" TAIL,
     TABLE_T4,
     TABLE_DOUBTFUL,
     {{"T4.review.upheld", "unplaced"}, {"T4.after.total", "unplaced"}}},
    {"T4: the reviews before the suits, between tabs",
     HEAD4 "行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t\n"
           "\t\t\t\t\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t\n" TABS "\t" TABS "\t" TABS
           "\n1\t2\t3\t4\t10\t1\t1\t1\t1\t4\t2\t2\t2\t2\t8\n" TAIL,
     TABLE_T4,
     TABLE_COMPLETE,
     {{"T4.review.upheld", "1"}, {"T4.after.total", "8"}}},
    {"a header without the sixth column: a field before the figures is the label's",
     HEAD3 DUMP_OF("") DUMP_ROWS TAIL,
     TABLE_T3,
     TABLE_INCOMPLETE,
     {{"T3.open.np", "unplaced"}, {"T3.open.ot", "unplaced"}, {"T3.open.tot", "unplaced"}}},
    {"the same with that column",
     HEAD3 DUMP_OF("\t其他\n") DUMP_ROWS TAIL,
     TABLE_T3,
     TABLE_INCOMPLETE,
     {{"T3.open.np", "blank"}, {"T3.open.ot", "25"}, {"T3.open.tot", "27"}}},
    {"a band by another name before the first column, the last right behind it",
     BARS3("各类组织 | 自然人 | 总计", INNER3) TAIL,
     TABLE_T3,
     TABLE_DOUBTFUL,
     {{"T3.new.np", "unplaced"}, {"T3.new.tot", "unplaced"}}},
    {"behind the last, which stands right behind the first",
     BARS3("自然人 | 总计 | 各类组织", INNER3) TAIL,
     TABLE_T3,
     TABLE_DOUBTFUL,
     {{"T3.new.np", "unplaced"}, {"T3.new.tot", "unplaced"}}},
    {"the same where fields tell the columns",
     HEAD3 "\t自然人\t总计\t各类组织\t\t\t\t\n"
           "\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n" NEW
           "\t1\t21\t2\t3\t4\t5\t6\n" CARRIED "\t1\t7\t1\t1\t1\t1\t2\n" TAIL,
     TABLE_T3,
     TABLE_DOUBTFUL,
     {{"T3.new.np", "1"}, {"T3.new.co", "2"}, {"T3.new.tot", "21"}}},
    {"between the two, as the form has its own",
     BARS3("自然人 | 各类组织 | 总计", INNER3) TAIL,
     TABLE_T3,
     TABLE_INCOMPLETE,
     {{"T3.new.np", "1"}, {"T3.new.co", "2"}, {"T3.new.tot", "21"}}},
    {"another name for the corner beside the form's own bands",
     BARS3("申请事项 | 自然人 | 法人或其他组织 | 总计", INNER3) TAIL,
     TABLE_T3,
     TABLE_INCOMPLETE,
     {{"T3.new.np", "1"}, {"T3.new.co", "2"}, {"T3.new.tot", "21"}}},
    {"a line for each label, no band, the first and the last behind all others",
     HEAD3 INNER3_LINES "自然人\n总计\n" ROWS3_LINES TAIL,
     TABLE_T3,
     TABLE_DOUBTFUL,
     {{"T3.new.np", "unplaced"}, {"T3.new.tot", "unplaced"}}},
    {"no band, in the form's order",
     HEAD3 "自然人\n" INNER3_LINES "总计\n" ROWS3_LINES TAIL,
     TABLE_T3,
     TABLE_INCOMPLETE,
     {{"T3.new.np", "1"}, {"T3.new.co", "2"}, {"T3.new.tot", "21"}}},
    {"half a label before a note that nothing ends, and no other half",
     HEAD3 "自然（其中\n法律服务机构\n5\n" NEW "\n1 2 3 4 5 6 21\n" CARRIED
           "\n0 0 0 0 0 0 0\n" TAIL,
     TABLE_T3,
     TABLE_INCOMPLETE,
     {{"T3.new.np", "1"}, {"T3.new.tot", "21"}}},
    {"two groups exchanged between tabs",
     HEAD4 "行政复议\t\t\t\t\t行政诉讼\n" TABS
           "\t复议后起诉\t\t\t\t\t未经复议直接起诉\n\t\t\t\t\t" TABS "\t" TABS
           "\n1\t2\t3\t4\t10\t1\t1\t1\t1\t4\t2\t2\t2\t2\t8\n" TAIL,
     TABLE_T4,
     TABLE_DOUBTFUL,
     {{"T4.review.upheld", "unplaced"}, {"T4.after.total", "unplaced"}}},
    {"words in a line that is a rule in part",
     PLUS_FRAME("+结果维+结果纠+其他结+尚未审+总计  ", "|持    |正    |果    |结    |      "),
     TABLE_T4,
     TABLE_COMPLETE,
     {{"T4.review.other", "3"}, {"T4.review.total", "10"}, {"T4.after.total", "8"}}},
    {"two of them exchanged",
     PLUS_FRAME("+结果维+结果纠+总计  +尚未审+其他结", "|持    |正    |      |结    |果    "),
     TABLE_T4,
     TABLE_DOUBTFUL,
     {{"T4.review.other", "unplaced"}, {"T4.after.total", "unplaced"}}},
    {"drawn lines as wide as the characters",
     WIDE_FRAME("│结│结│其│尚│总│", "│果│果│他│未│计", "│维│纠│结│审│  │", "│持│正│果│结│  │"),
     TABLE_T4,
     TABLE_COMPLETE,
     {{"T4.review.other", "3"}, {"T4.review.total", "10"}, {"T4.after.total", "8"}}},
    {"the last of them and another exchanged",
     WIDE_FRAME("│结│尚│其│结│总│", "│果│未│他│果│计", "│维│审│结│纠│  │", "│持│结│果│正│  │"),
     TABLE_T4,
     TABLE_DOUBTFUL,
     {{"T4.review.other", "unplaced"}, {"T4.after.total", "unplaced"}}},
    {"PDF: table four's labels wrapped, each group's total first, on a line of its own",
     WRAPPED4("        结果维 结果纠 其他结 尚未审\n"
              " 总计                               结果维 结果纠 其他结 尚未审            "
              "            结果维 结果纠 其他结 尚未审\n"
              "         持   正   果   结         总计                                  总计\n"
              "                                    持   正   果   结                      "
              "    持   正   果   结\n"),
     TABLE_T4,
     TABLE_DOUBTFUL,
     {{"T4.review.upheld", "unplaced"}, {"T4.after.total", "unplaced"}}},
    {"in the form's order",
     WRAPPED4(" 结果维 结果纠 其他结 尚未审\n"
              "                           总计   结果维 结果纠 其他结 尚未审                "
              "     结果维 结果纠 其他结 尚未审\n"
              "  持   正   果   结                                      总计               "
              "                      总计\n"
              "                                  持   正   果   结                       持  "
              " 正   果   结\n"),
     TABLE_T4,
     TABLE_COMPLETE,
     {{"T4.review.other", "0"}, {"T4.review.total", "730"}, {"T4.after.total", "5405"}}},
};

static void test_order(void **state)
{
    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct one *c = &cases[i];
        struct report *report = read_text(state, c->text);
        const struct table *table = &report->tables[c->table];
        print_message("%s: %s\n", c->what, table->why[LANG_EN] ? table->why[LANG_EN] : "");
        assert_string_equal(table_state_name(table->state), table_state_name(c->state));
        assert_int_equal(count_unlike(report, c->what, c->cells), 0);
        bool said = table->why[LANG_EN] && strstr(table->why[LANG_EN], "in another order");
        assert_int_equal(said, c->state == TABLE_DOUBTFUL);
        report_free(report);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_order)};
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
