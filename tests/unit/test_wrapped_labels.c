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

static const struct one {
    const char *what, *text;
    struct wanted cells[9];
} cases[] = {
    {"三、 beside the half of another group's label is no heading",
     DOWNWARDS(" "),
     {{"T3.unable_2.np", "0"},
      {"T3.unable_3.ls", "211"},
      {"T3.rejected_1.ot", "3"},
      {"T3.total.tot", "904"}}},
    {"and further off",
     DOWNWARDS("   "),
     {{"T3.unable_3.ls", "211"}, {"T3.rejected_1.ot", "3"}, {"T3.total.tot", "904"}}},
};

static void labels_over_lines(void **state)
{
    size_t nunlike = 0;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct report *report = read_text(state, cases[i].text);
        nunlike += count_unlike(report, cases[i].what, cases[i].cells);
        report_free(report);
    }
    assert_int_equal(nunlike, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(labels_over_lines)};
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
