/* Aligned columns in a text that was wrapped hard: each row's figures go on at the start of the
 * next line, below whatever stands there, and labels without figures stand above theirs. */
#include "reading.h"

#define HEAD "某县柳河镇2021年政府信息公开工作年度报告\n一、总体情况\n公开信息。\n"
#define TAIL "五、存在的主要问题及改进情况\n一是不够主动。\n六、其他需要报告的事项\n无。\n"
/* `row`: the figures of 2.重复申请, on this line and the next. */
#define WRAPPED3(row)                                                                                             \
    HEAD "三、收到和处理政府信息公开申请情况\n"                                                  \
         "                                                                                       "                \
         " 自然人    法\n"                                                                                    \
         "人或其他组织                             总计\n"                                                \
         "                                                                                       "                \
         "        商业\n"                                                                                       \
         "企业     科研机构  社会公益组织  法律服务机构  其他\n"                              \
         "一、本年新收政府信息公开申请数量                                                      " \
         "              \n    328    290      223   310     364     275  1790\n"                                  \
         "                                                                  7.属于行政执法案卷   "        \
         "       "                                                                                                \
         "  55  \n   0        0     17      39      18   129\n"                                                   \
         "                                                                  8.属于行政查询事项   "        \
         "       "                                                                                                \
         "  10  \n   60       17    0       44      30   161\n"                                                   \
         "                                    （四）无法提供                       "                       \
         "1.本机关不掌握相关政府信息 \n       19     26       0     16      0       0    61\n"        \
         "                                                                  "                                     \
         "2.没有现成信息需要另行制作"                                                                 \
         "        \n38     1        25    46      0       32   142\n"                                             \
         "                                                                  "                                     \
         "3.补正后申请内容仍不明确    "                                                                \
         "     0\n      0        40    0       0       41   81\n"                                                 \
         "                                                                  2.重复申请           "            \
         "     " row "\n"                                                                                         \
         "                                                                  3.要求提供公开出版物 "       \
         "       "                                                                                                \
         "   0  \n    52       57    0       55      0    164\n" TAIL

/* T4 whose figures stand in these lines. */
#define WRAPPED4(lines)                                                                                                \
    HEAD "二、主动公开政府信息情况\n第二十条第（一）项\n"                                         \
         "信息内容        本年制发件数  本年废止件数  现行有效件数\n"                            \
         "规章            4             5             6\n"                                                           \
         "行政规范性文件  7             8             9\n"                                                      \
         "四、政府信息公开行政复议、行政诉讼情况\n行政复议  行政诉讼\n"                     \
         "结果维持  结果纠正  其他结果  尚未审结  总计  未经复议直接起诉  复议后起诉\n" \
         "结果维持  结果纠正  其他结果  尚未审结  总计  结果维持  结果纠正  其他结果  "  \
         "尚未审结  总计  结果维持  结果纠正  其他结果  尚未审结  总计\n" lines TAIL

static const struct reading_case cases[] = {
    {"each line's rest is the row's above it, not the next label's",
     WRAPPED3("54     \n58       0     0       16      35   163"),
     {{"T3.new.tot", "1790"},
      {"T3.denied_7.tot", "129"},
      {"T3.denied_8.np", "10"},
      {"T3.denied_8.tot", "161"},
      {"T3.unable_1.np", "19"},
      {"T3.unable_2.np", "38"},
      {"T3.rejected_2.co", "58"}}},
    {"a figure that is torn",
     WRAPPED3("54     5\n8       0     0       16      35   163"),
     {{"T3.denied_8.tot", "161"}, {"T3.rejected_2.co", "unplaced"}, {"T3.rejected_3.tot", "164"}}},
    {"a torn figure in a row with a blank cell",
     WRAPPED3("54     5\n8             0       16      35   163"),
     {{"T3.denied_8.tot", "161"}, {"T3.rejected_2.co", "unplaced"}, {"T3.rejected_3.tot", "164"}}},
    {"table four's evenly set figures go on in the next line, between those above",
     WRAPPED4("0           0           10          0           10          0           0           "
              "0\n"
              "     555         31          0           0           586         0           0\n"),
     {{"T4.review.other", "10"}, {"T4.direct.pending", "555"}, {"T4.direct.total", "31"}}},
    {"the same, set to the right",
     WRAPPED4("          44           0          12          57         113          26        "
              "  50\n"
              "    0          16          92           0          47           0         188   "
              "      "
              "235\n"),
     {{"T4.review.upheld", "44"}, {"T4.direct.other", "0"}, {"T4.after.total", "235"}}},
};

static void wrapped_rows(void **state)
{
    assert_readings(state, cases, COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(wrapped_rows)};
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
