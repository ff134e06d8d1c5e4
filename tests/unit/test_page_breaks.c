/* Tables as converters of printed pages line them up, with labels broken over lines, and the page
 * ending among them. */
#include "reading.h"

#define HEAD TITLE SECTIONS_1_2 "三、收到和处理政府信息公开申请情况\n\n" HEADER
#define TAIL "\n四、政府信息公开行政复议、行政诉讼情况\n无表。\n" SECTIONS_5_6
#define HEADER                                                                                          \
    "（本列数据的勾稽关系            申请人情况\n"                                       \
    "为：第一项加第二项之           法人或其他组织\n"                                  \
    "和，等于第三项加第四 自然人 商业企 科研机 社会公 法律服 其他  总计\n" \
    "   项之和）                 业     构   益组织 务机构\n"
#define HEAD4                                                                                      \
    TITLE SECTIONS_1_2 "三、收到和处理政府信息公开申请情况\n无表。\n"          \
                       "四、政府信息公开行政复议、行政诉讼情况\n\n"
#define PAGE "\n\n\n                   第1页 共4页\n\f"
#define FIRST                                                                                      \
    "一、本年新收政府信息\n"                                                             \
    "                      142    317    310    419    253   693   2134\n"                         \
    "  公开申请数量\n"                                                                       \
    "二、上年结转政府信息\n"                                                             \
    "                        1      0      1      2      2     2      8\n"                         \
    "  公开申请数量\n"                                                                       \
    "三、本 （一）予以公\n"                                                               \
    "                        0     12      1     35      0     3     51\n"                         \
    "年度办    开\n"                                                                           \
    "       1.属于\n"                                                                            \
    "       国家秘           0      0      2      3      0   106    111\n"                      \
    "         密\n"
#define OTHER_2                                                                                            \
    "      2.申请   2      0      0      0      2      0      4\n      人逾期\n"                      \
    "      未按收\n      费通知\n      要求缴\n       纳费\n      用、行\n      政机关\n" \
    "      不再处\n      理其政\n      府信息\n      公开申\n        请\n"
#define OTHER_3                                                                                    \
    "      3.其他   2     35     12     12      0      1     62\n"                               \
    "（七）总计     154    128    318    306    183    576   1665\n"                          \
    "四、结转下年度继续办理  12      1      7      0      3      1     24\n"
#define LAST                                                                                       \
    "（七）总计            286    146    229    321    277   163   1422\n"                    \
    "                        3     35     12    106      1     0    157\n"

static const struct reading_case cases[] = {
    {"the page ends between the last row's figures and its label",
     HEAD FIRST LAST PAGE "四、结转下年度继续办\n    理\n" TAIL,
     {{"T3.new.np", "142"},
      {"T3.open.tot", "51"},
      {"T3.total.np", "286"},
      {"T3.carry_out.np", "3"},
      {"T3.carry_out.tot", "157"}}},
    {"the group's label stands beside the row's, which is broken over eleven lines",
     HEAD FIRST "（六） 1.申请\n其他处 人无正\n 理  当理由\n    逾期不\n    补正、\n"
                "    行政机    0      7      1      1     12      3     24\n    关不再\n"
                "    处理其\n    政府信\n    息公开\n     申请\n" PAGE OTHER_2 OTHER_3 TAIL,
     {{"T3.other_1.co", "7"},
      {"T3.other_1.tot", "24"},
      {"T3.other_2.np", "2"},
      {"T3.other_3.co", "35"},
      {"T3.total.np", "154"}}},
    {"figures beside the first of thirteen lines of a label",
     HEAD FIRST OTHER_2 OTHER_3 TAIL,
     {{"T3.other_2.np", "2"},
      {"T3.other_2.tot", "4"},
      {"T3.other_3.tot", "62"},
      {"T3.carry_out.tot", "24"}}},
    {"table four's header over two lines, whose words do not stand below one another",
     HEAD4
     "                      行政复议                                        行政诉讼\n\n"
     "                                    未经复议直接起诉                  复议后起诉\n\n"
     "结果维 结果纠 其他结 尚未审             总 结果维 结果纠 其他结 尚未审                   总 "
     "结果维 结果纠 其他结 尚未审                 总\n\n"
     "  持     正         果   结     计      持     正        果        结    计         持     "
     "正    果        结   计\n\n"
     " 12         1     7       0 20      0     3       0        0        3     12   106   35     "
     "   3 156\n\n" SECTIONS_5_6,
     {{"T4.review.upheld", "12"},
      {"T4.review.pending", "0"},
      {"T4.direct.corrected", "3"},
      {"T4.after.total", "156"}}},
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
