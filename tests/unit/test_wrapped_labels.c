/* Labels that narrow cells broke over lines, beside other cells' lines. */
#include "reading.h"

#define HEAD "某县柳河镇2021年政府信息公开工作年度报告\n一、总体情况\n公开信息。\n"
#define HEAD3 HEAD "三、收到和处理政府信息公开申请情况\n"
#define TAIL "五、存在的主要问题及改进情况\n一是不够主动。\n六、其他需要报告的事项\n无。\n"
#define TOP3                                                                                                 \
    "                                 自然人  商业企业  科研机构  社会公益  法律服务  "   \
    "其他  总计\n"                                                                                       \
    "                                                             组织      机构\n"                      \
    "一、本年新收政府信息公开申请数量   98       7        257       64        469      9   " \
    "904\n"
/* The rows of a group, the first piece of another's label beside the second half of its own. */
#define DOWNWARDS(between)                                                                                \
    HEAD3 TOP3                                                                                            \
        "              1.本机关不掌握       12       0         0        0          0      0    "    \
        "12\n"                                                                                            \
        "              相关政府信息\n"                                                              \
        "     （四）无法   2.没有现成信息       0       0         0        0          0      " \
        "0     0\n"                                                                                       \
        "三、" between "提供         需要另行制作\n"                                              \
        "本年          3.补正后申请内       1       0         0       46        211      0   "    \
        "258\n"                                                                                           \
        "度办          容仍不明确\n"                                                               \
        "理结          1.信访举报投诉       0       0         0        0          0      3     "  \
        "3\n"                                                                                             \
        "果            类申请\n"                                                                      \
        "     （七）总计                   98       7       257       64        469      9   "       \
        "904\n" TAIL

#define HEAD4 HEAD "四、政府信息公开行政复议、行政诉讼情况\n"
/* T4's row by row, its labels over two lines: the upper halves in this order, and the row. */
#define HALVES4(upper, lower, row)                                                                 \
    HEAD4 "行政复议 行政诉讼\n" upper " 未经复议直接起诉 复议后起诉\n" lower " 总计 " upper        \
          " 总计 " upper " 总计\n" lower " " lower "\n" row "\n" TAIL
#define UPPER4 "结果维 结果纠 其他结 尚未审"
#define LOWER4 "持 正 果 结"
#define ROW4 "46 2 3 4 55 0 1 8 7 16 5 25 0 9 39"

/* T4 in a drawn frame: the words of a label stand in the middle of its box, a rule beside some of
 * those of the first five, which are on these five lines. */
#define DRAWN4(a, b, c, d, e)                                                                                                                                                                                                                   \
    HEAD4                                                                                                                                                                                                                                       \
    "   ┌────────────────────────┬─────────────────────────────────────────────────┐\n" \
    "   │ 行政                   │ 行政                                            │\n"                                                                                                                                               \
    "   │ 复议                   │ 诉讼                                            │\n"                                                                                                                                               \
    "   ├────┬────┬────┬────┬────┼────────────────────────┬────────────────────────┤\n" \
    "   │" a "│未经复议直接起诉        │复议后起诉              │\n"                                                                                                                                                         \
    "   │" b "├────┬────┬────┬────┬────┼────┬────┬────┬────┬────┤\n"                                                                      \
    "   │" c "│结果│结果│其他│尚未│总计│结果│结果│其他│尚未│总计│\n"                                                                                                                                  \
    "   │" d "│维持│纠正│结果│审结│    │维持│纠正│结果│审结│    │\n"                                                                                                                                      \
    "   │" e "│    │    │    │    │    │    │    │    │    │    │\n"                                                                                                                                                      \
    "   ├────┼────┼────┼────┼────┼────┼────┼────┼────┼────┼────┼────┼────┼────┼────┤\n" \
    "   │46  │2   │3   │4   │55  │0   │1   │8   │7   │16  │5   │25  │0   │9   │39  │\n"                                                                                                                         \
    "   └────┴────┴────┴────┴────┴────┴────┴────┴────┴────┴────┴────┴────┴────┴────┘\n" TAIL
#define NONE5 "    │    │    │    │    "

/* A group's label on the line of the figures, between the lines of these labels. */
#define BETWEEN3(above, below)                                                                            \
    HEAD3 TOP3                                                                                            \
        "              1.本机关不掌握相关政府\n"                                                \
        "                                 12       0         0        0          0      0    12\n"        \
        "                    信息\n"                                                                    \
        "              " above "\n"                                                                       \
        "（四）无法提供                   5        0         1        0          0      7    13\n" \
        "                    " below "\n"                                                                 \
        "              3.补正后申请内容仍不\n"                                                   \
        "                                 1        0         0       46        211      0    "            \
        "258\n"                                                                                           \
        "                    明确\n"                                                                    \
        "     （七）总计                   98       7       257       64        469      9   "       \
        "904\n" TAIL

/* A table between bars, with these rows. */
#define BARS3(rows)                                                                                \
    HEAD3 "自然人 | 法人或其他组织 | 总计 |\n"                                         \
          "商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |\n" rows                      \
          "（七）总计 | 9 | 7 | 5 | 6 | 4 | 8 | 39 |\n"                                       \
          "四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n" TAIL
#define NEW3 "一、本年新收政府信息公开申请数量 | 9 | 7 | 5 | 6 | 4 | 8 | 39 |\n"
#define CARRY3 "二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 1 | 1 |\n"
#define FIRST3 "|（三）不 |1.属于国家秘密   |0 |2 |0 |0 |0 |0 |2 |\n"
#define LAST3 "|         |3.危及“三安全一稳定” |0 |0 |0 |0 |0 |5 |5 |\n"

/* A header whose note is wrapped, with these words on its lower lines. */
#define NOTED2(middle, last)                                                                                   \
    HEAD "二、主动公开政府信息情况\n第二十条第（五）项\n"                                 \
         "               上一年项目   本年增/减（  处理决定数\n"                                \
         "信息内容       数量         " middle "   量\n"                                                      \
         "                            " last "\n"                                                              \
         "行政许可            2            1            0\n"                                               \
         "其他对外管理        1           减19          3\n服务事项\n第二十条第（六）项\n" \
         "信息内容       上一年项目数量  本年增/减    处理决定数量\n"                     \
         "行政处罚            0            0            2\n"                                               \
         "行政强制            0          增加19         0\n" TAIL

/* A header with 其他 between its two lines, so far from the left. */
#define CENTRED3(upper, in, lower)                                                                             \
    HEAD3                                                                                                      \
    "                                                   申请人情况\n"                                     \
    "  （本列数据的勾稽关系为：第一项加第二项之和，等          法人或其他组织\n" \
    "        于第三项加第四项之和）       " upper "\n" in "其他\n" lower "\n"                                  \
    "     一、本年新收政府信息公开申请数量          15966     46   27879 1024    265   2761 "  \
    "47941\n     二、上年结转政府信息公开申请数量               3    0     0        0    0   " \
    "  3      6\n" TAIL
#define IN66 "                                                                  "

static const struct reading_case cases[] = {
    {"三、 beside the half of another group's label is no heading",
     DOWNWARDS(" "),
     {{"T3.unable_2.np", "0"},
      {"T3.unable_3.ls", "211"},
      {"T3.rejected_1.ot", "3"},
      {"T3.total.tot", "904"}}},
    {"and further off",
     DOWNWARDS("   "),
     {{"T3.unable_3.ls", "211"}, {"T3.rejected_1.ot", "3"}, {"T3.total.tot", "904"}}},
    {"T4's labels in halves, line by line, are no other table's header",
     HALVES4(UPPER4, LOWER4, ROW4),
     {{"T4.review.upheld", "46"},
      {"T4.review.total", "55"},
      {"T4.direct.pending", "7"},
      {"T4.after.total", "39"}}},
    {"one figure fewer",
     HALVES4(UPPER4, LOWER4, "46 2 3 4 55 0 1 8 7 16 5 25 0 9"),
     {{"T4.review.upheld", "unplaced"}, {"T4.after.total", "unplaced"}}},
    {"halves in another order",
     HALVES4("结果纠 结果维 其他结 尚未审", "正 持 果 结", ROW4),
     {{"T4.review.upheld", "unplaced"}, {"T4.review.total", "unplaced"}}},
    {"words of another table below the halves",
     HALVES4(UPPER4, LOWER4, "投诉 举报 信访 咨询 来访\n" ROW4),
     {{"T4.review.upheld", "unplaced"}, {"T4.review.total", "unplaced"}}},
    {"the same between bars",
     HEAD4
     "|行政复议||||||行政诉讼||||||||||\n"
     "|结果维 |结果纠 |其他结 |尚未审 |总计 |未经复议直接起诉 |复议后起诉 |\n"
     "|持     |正     |果     |结     |     |                 |           |\n"
     "|       |       |       |       |     |结果维 |结果纠 |其他结 |尚未审 |总计 |结果维 |结果纠 "
     "|其他结 |尚未审 |总计 |\n"
     "|       |       |       |       |     |持     |正     |果     |结     |     |持     |正     "
     "|果     |结     |     |\n"
     "|46 |2 |3 |4 |55 |0 |1 |8 |7 |16 |5 |25 |0 |9 |39 |\n" TAIL,
     {{"T4.review.upheld", "46"},
      {"T4.review.total", "55"},
      {"T4.direct.pending", "7"},
      {"T4.after.total", "39"}}},
    {"words in the middle of their boxes, a rule beside some of them",
     DRAWN4("结果│结果│其他│    │总计", "维持│纠正│结果│尚未│    ", "    │    │    │审结│    ",
            NONE5, NONE5),
     {{"T4.review.upheld", "46"},
      {"T4.review.corrected", "2"},
      {"T4.review.pending", "4"},
      {"T4.review.total", "55"},
      {"T4.direct.upheld", "0"},
      {"T4.direct.pending", "7"},
      {"T4.after.total", "39"}}},
    {"and beside none",
     DRAWN4("    │    │    │尚未│    ", NONE5, "    │结果│其他│审结│总计",
            "结果│纠正│结果│    │    ", "维持│    │    │    │    "),
     {{"T4.review.upheld", "46"},
      {"T4.review.pending", "4"},
      {"T4.review.total", "55"},
      {"T4.direct.upheld", "0"},
      {"T4.after.total", "39"}}},
    {"two of them exchanged in one group",
     DRAWN4("结果│结果│其他│    │总计", "纠正│维持│结果│尚未│    ", "    │    │    │审结│    ",
            NONE5, NONE5),
     {{"T4.review.upheld", "unplaced"}, {"T4.review.total", "unplaced"}}},
    {"bars that stand below no others",
     DRAWN4("结果│结果│其他 │   │总计", "维持│纠正│结果│尚未│    ", "    │    │    │审结│    ",
            NONE5, NONE5),
     {{"T4.review.upheld", "unplaced"}, {"T4.review.total", "unplaced"}}},
    {"strokes of ASCII, a character each, which the bars of all lines stand below",
     HEAD4
     "+---------------------------------+\n"
     "|行政复议             |行政诉讼                                 |\n"
     "|------------------------+-------------------------------------------------|\n"
     "|结果  |结果  |其他  |    |总计  |未经复议直接起诉                |复议后起诉                "
     "   |\n"
     "|维持  |纠正  |结果  |尚未  |    |------------------------+------------------------|\n"
     "|    |    |    |审结  |    |结果  |结果  |其他  |尚未  |总计  |结果  |结果  |其他  |尚未  "
     "|总计  |\n"
     "|    |    |    |    |    |维持  |纠正  |结果  |审结  |    |维持  |纠正  |结果  |审结  "
     "|    |\n"
     "|----+----+----+----+----+----+----+----+----+----+----+----+----+----+----|\n"
     "|46  |2   |3   |4   |55  |0   |1   |8   |7   |16  |5   |25  |0   |9   |39  |\n"
     "+--------------------------------------------------------------------------+\n" TAIL,
     {{"T4.review.upheld", "46"},
      {"T4.review.pending", "4"},
      {"T4.direct.upheld", "0"},
      {"T4.after.total", "39"}}},
    {"a group's label between the halves of a row's",
     BETWEEN3("2.没有现成信息需要另行", "制作"),
     {{"T3.unable_1.np", "12"},
      {"T3.unable_2.np", "5"},
      {"T3.unable_2.ot", "7"},
      {"T3.unable_2.tot", "13"},
      {"T3.unable_3.np", "1"}}},
    {"between the labels of two rows: whose the figures are is not known",
     BETWEEN3("2.没有现成信息需要另行制作", "1.信访举报投诉类申请"),
     {{"T3.unable_2.np", "unplaced"}, {"T3.unable_3.np", "1"}}},
    {"a column's note over three lines is no column of its own",
     NOTED2("减用负值表", "示，如-8）"),
     {{"T2.a5.license.prev_items", "2"},
      {"T2.a5.license.delta", "1"},
      {"T2.a5.other_service.delta", "减19"},
      {"T2.a5.other_service.decisions", "3"},
      {"T2.a6.penalty.decisions", "2"}}},
    {"a bracket that nothing closes opens none",
     NOTED2("减用负值表", "示"),
     {{"T2.a5.license.prev_items", "unplaced"}, {"T2.a6.penalty.decisions", "2"}}},
    {"a row's label in other words, its half no heading",
     BARS3(NEW3 "二、上年转\n结政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 1 | 1 |\n"),
     {{"T3.new.np", "9"}, {"T3.carry_in.ot", "1"}, {"T3.carry_in.tot", "1"}, {"T3.total.np", "9"}}},
    {"the half of no row's label may be one",
     BARS3(NEW3 CARRY3 "二、关于问\n题整改落实的有关情况 | 0 | 0 | 0 | 0 | 0 | 3 | 3 |\n"),
     {{"T3.carry_in.ot", "1"}, {"T3.total.np", "absent"}}},
    {"the half by which the row is known",
     BARS3("一、本年新收\n到政府信息公开申请数量 | 9 | 7 | 5 | 6 | 4 | 8 | 39 |\n" CARRY3),
     {{"T3.new.np", "9"}, {"T3.new.tot", "39"}, {"T3.carry_in.ot", "1"}}},
    {"words behind it that do not make it longer",
     BARS3("一、本年新收\n其中涉及政府采购的数量 | 9 | 7 | 5 | 6 | 4 | 8 | 39 |\n" CARRY3),
     {{"T3.new.np", "absent"}, {"T3.new.tot", "absent"}, {"T3.carry_in.ot", "1"}}},
    {"figures beside the first half of a label in other words",
     BARS3(NEW3 CARRY3 FIRST3 "|予公开   |2.其他法律法规禁 |2 |0 |1 |3 |0 |0 |6 |\n"
                              "|         |止公开           |  |  |  |  |  |  |  |\n" LAST3),
     {{"T3.denied_1.co", "2"},
      {"T3.denied_2.np", "2"},
      {"T3.denied_2.sp", "3"},
      {"T3.denied_2.tot", "6"},
      {"T3.denied_3.ot", "5"}}},
    {"and beside the first and the second",
     BARS3(NEW3 CARRY3 FIRST3 "|予公开   |2.其他法律法规禁 |2 |0 |1 |  |  |  |  |\n"
                              "|         |止公开           |  |  |  |3 |0 |0 |6 |\n" LAST3),
     {{"T3.denied_1.co", "2"}, {"T3.denied_2.np", "unplaced"}, {"T3.denied_3.ot", "5"}}},
    {"below the half of a group's label, beside the rests of figures above",
     BARS3(NEW3 CARRY3 FIRST3 "|予公开   |                 |  |9 |  |  |  |  |8 |\n"
                              "|         |2.其他法律行政法 |2 |0 |1 |3 |0 |0 |6 |\n"
                              "|         |规禁止公开       |  |  |  |  |  |  |  |\n" LAST3),
     {{"T3.denied_2.np", "2"}, {"T3.denied_2.tot", "6"}, {"T3.denied_3.ot", "5"}}},
    {"beside the half of one row's label, above the half of another's",
     BARS3(NEW3 CARRY3 FIRST3 "|予公开   |2.其他法律法规禁 |2 |0 |1 |3 |0 |0 |6 |\n"
                              "|         |定材料           |  |  |  |  |  |  |  |\n" LAST3),
     {{"T3.denied_1.co", "2"}, {"T3.denied_2.np", "absent"}, {"T3.denied_3.ot", "5"}}},
    {"其他 beside labels of two lines, where only one place has room",
     CENTRED3("自然人 商业企 科研机 社会公 法律服                            总计", IN66,
              "                                         业     构       益组织 务机构"),
     {{"T3.new.np", "15966"},
      {"T3.new.ls", "265"},
      {"T3.new.ot", "2761"},
      {"T3.carry_in.ot", "3"}}},
    {"room before 法律服务机构, too: which of the two is its place is not told",
     CENTRED3("自然人 商业企 科研机 社会公        法律服                    总计", IN66,
              "                                         业     构       益组织        务机构"),
     {{"T3.new.np", "unplaced"}, {"T3.new.ot", "unplaced"}}},
    {"room only before 法律服务机构",
     CENTRED3("自然人 商业企 科研机 社会公                            法律服 总计", IN66,
              "                                         业     构       益组织        务机构"),
     {{"T3.new.np", "unplaced"}, {"T3.new.ot", "unplaced"}}},
    {"room nowhere",
     CENTRED3("自然人 商业企 科研机 社会公 法律服 总计", IN66,
              "                                         业     构       益组织 务机构"),
     {{"T3.new.np", "unplaced"}, {"T3.new.ot", "unplaced"}}},
};

static void labels_over_lines(void **state)
{
    assert_readings(state, cases, COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(labels_over_lines)};
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
