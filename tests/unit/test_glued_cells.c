/* Figures of two cells in one text, and of one cell in two lines, as converters of pages print
 * them: whose they are cannot be known, though as many figures as columns may stand in the row. */
#include "reading.h"

#define HEAD "某县柳河镇2021年政府信息公开工作年度报告\n一、总体情况\n公开信息。\n"
#define HEAD3 HEAD "三、收到和处理政府信息公开申请情况\n"
#define TAIL "五、存在的主要问题及改进情况\n一是不够主动。\n六、其他需要报告的事项\n无。\n"

/* The next page lacks a blank in each row but the last. */
#define GLUED3                                                                                                    \
    HEAD3                                                                                                         \
    "                           申请人情况\n"                                                                \
    "（本列数据的勾稽关系为：第一项加第二     法人或其他组织\n"                          \
    "项之和，等于第三项加第四项之和）   自然人      科研 社会公 法律服务    总计\n" \
    "                       商业企业             其他\n"                                                    \
    "                            机构 益组织 机构\n"                                                       \
    "一、本年新收政府信息公开申请数量           7    0     0    0   0     0   7\n"                \
    "二、上年结转政府信息公开申请数量           0    0     0    0   0     0   0\n"                \
    "        （一）予以公开            3    0     0    0   0     0   3\n"                                  \
    "\f        1.信访举报投诉类申请     00   0   0   0     0         0\n"                                \
    "        2.重复申请          00   0   0   0     0         0\n"                                            \
    "（五）不    3.要求提供公开出版物     00   0   0   0     0         0\n"                          \
    "        3.其他            10   0   0   0     0         1\n"                                                \
    "（七）总计                   70   0   0   0     0         7\n"                                          \
    "四、结转下年度继续办理              0   0   0   0     0         0   0\n" TAIL

/* One row of suits, which ends in `last`. */
#define SUITS4(last)                                                                               \
    HEAD "四、政府信息公开行政复议、行政诉讼情况\n"                             \
         "行政复议              行政诉讼\n"                                                \
         "\f                    未经复议直接起诉    复议后起诉\n"                     \
         "结果维 结果纠 其他结 尚未审 总   结 结 其 尚     结 结 其   尚\n"   \
         "持   正   果   结   计   果 果 他 未 总   果 果 他   未   总\n"           \
         "                    维 纠 结 审 计   维 纠 结   审   计\n"                     \
         "                    持 正 果 结     持 正 果   结\n"                             \
         "0    2   0   0   2  0 0 0 1 1   0 0 " last "\n" TAIL

/* The figures of a row of three lines, of which `above` has the first digits of some. */
#define WRAPPED3(above)                                                                            \
    HEAD3                                                                                          \
    "\n"                                                                                           \
    "                             申请人情况\n"                                               \
    "                                 法人或其他组织\n"                                     \
    "（本列数据的勾稽关系为：第一项加第二项之和， 自\n"                     \
    "等于第三项加第四项之和）                           社会      法律     总\n"  \
    "                       然         商业 科研              其 计\n"                      \
    "                       人               公益      服务\n" above                               \
    "     （一）予以公开               39        4   1     8    3\n"                        \
    "度办理结                    1                                6\n"                         \
    "果    （二）部分公开（区分处理的，只计这一\n"                              \
    "                        64 13        1   1     1    3    83\n" TAIL

/* A cell in each line; `first` has two. */
#define JOINED3(first)                                                                                                       \
    HEAD3 "申请人情况\n自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n" \
          "一、本年新收政府信息公开申请数量\n2\n1\n0\n0\n0\n0\n3\n"                                          \
          "1.本机关不掌握相关政府信息\n" first "3\n1\n6\n2\n16\n0\n"                                                         \
          "2.没有现成信息需要另行制作\n4\n2\n0\n0\n1\n0\n7\n" TAIL

static const struct reading_case cases[] = {
    {"two noughts in one, another row's figure in their place",
     GLUED3,
     {{"T3.new.np", "7"},
      {"T3.rejected_1.np", "unplaced"},
      {"T3.rejected_1.tot", "unplaced"},
      {"T3.other_3.np", "unplaced"},
      {"T3.total.np", "unplaced"},
      {"T3.total.tot", "unplaced"},
      {"T3.carry_out.tot", "0"}}},
    {"a nought before the last figure but one",
     SUITS4("01  1"),
     {{"T4.review.upheld", "unplaced"}, {"T4.after.other", "unplaced"}}},
    {"a blank cell before the last but one", SUITS4(" 1  1"), {{"T4.review.corrected", "2"}}},
    {"digits above, beside a piece of a label",
     WRAPPED3("三、本年                    35                               40\n"),
     {{"T3.open.np", "unplaced"}, {"T3.open.tot", "unplaced"}, {"T3.partial.tot", "83"}}},
    {"two figures in one line of eight",
     JOINED3("109 39\n"),
     {{"T3.new.tot", "3"},
      {"T3.unable_1.np", "unplaced"},
      {"T3.unable_1.tot", "unplaced"},
      {"T3.unable_2.tot", "7"}}},
    {"one figure",
     JOINED3("109\n"),
     {{"T3.unable_1.np", "109"}, {"T3.unable_1.tot", "0"}, {"T3.unable_2.tot", "7"}}},
};

static void figures_without_cells_of_their_own(void **state)
{
    assert_readings(state, cases, COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(figures_without_cells_of_their_own)};
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
