/* What stands among a table's cells and is none of them, or is one in an odd shape: a page's
 * number as a row, a figure with a note, a figure that was misread. None may move into another
 * cell, and none may be lost without a word. */
#include "reading.h"

#define HEAD "某县柳河镇2022年政府信息公开工作年度报告\n一、总体情况\n公开信息。\n"
#define TAIL "五、存在的主要问题及改进情况\n一是不够主动。\n六、其他需要报告的事项\n无。\n"
#define TITLE3 "三、收到和处理政府信息公开申请情况\n"
#define TITLE4 "四、政府信息公开行政复议、行政诉讼情况\n"

/* Rows between bars: a blank cell has a blank before its bar, `end` stands behind the last. */
#define BARS3(end)                                                                                 \
    HEAD TITLE3 "（勾稽关系） | 申请人情况" end "\n自然人 | 法人或其他组织 | 总计" end             \
                "\n商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他" end                   \
                "\n一、本年新收政府信息公开申请数量 | 3 | 1 | 0 | 0 | 0 | 0 | 4" end               \
                "\n二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0" end "\n"
#define OPEN3 "三、本年度办理结果 | （一）予以公开 | "
#define REST3(end)                                                                                 \
    "（三）不予公开 | 1.属于国家秘密 |  |  |  |  |  |  | " end                                     \
    "\n2.其他法律行政法规禁止公开 |  |  |  |  |  |  | " end                                        \
    "\n3.危及“三安全一稳定” |  |  |  |  |  |  | " end                                              \
    "\n4.保护第三方合法权益 |  |  |  |  |  |  | " end "\n"

#define PADDED4                                                                                                             \
    HEAD TITLE4 "| 行政复议 |  |  |  |  | 行政诉讼 |  |  |  |  |  |  |  |  |  |\n"                                  \
                "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n"                                           \
                "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 |  |  |  " \
                "|  | 复议后起诉 |  |  |  |  |\n|  |  |  |  |  | 结果维持 | 结果纠正 | 其他结果 "          \
                "| 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n"
#define BLANK4 "|  |  |  |  |  |  |  |  |  |  |  |  |  |  |  |\n"
#define LONE4(figure) "| " figure " |  |  |  |  |  |  |  |  |  |  |  |  |  |  |\n"

static const struct stray {
    const char *what, *text;
    const char *id, *wanted; /* the cell's figure, or the name of its state */
} strays[] = {
    {"a page's number as a row, below a row that begins with a blank",
     BARS3(" |") OPEN3 " | 67 |  | 60 |  |  | 127 |\n3 |\n" REST3("|") TAIL, "T3.open.tot",
     "unplaced"},
    {"the same row without it", BARS3(" |") OPEN3 " | 67 |  | 60 |  |  | 127 |\n" REST3("|") TAIL,
     "T3.open.tot", "127"},
    {"bars behind it", BARS3(" |") OPEN3 " | 67 |  | 60 |  |  | 127 |\n3 | |\n" REST3("|") TAIL,
     "T3.open.tot", "unplaced"},
    {"alone below a row that ends with a blank",
     BARS3("") OPEN3 " |  |  |  |  |  | \n3\n" REST3("") TAIL, "T3.open.tot", "blank"},
    {"figures of a row on lines of their own, blanks between",
     BARS3(" |") OPEN3 "4 |\n| 36 |\n|\n|\n| 40 |\n" REST3("|") TAIL, "T3.open.tot", "40"},
    {"a page's number in a row of its own above T4's, which is blank",
     PADDED4 LONE4("3") BLANK4 TAIL, "T4.review.upheld", "unplaced"},
    {"below it", PADDED4 BLANK4 LONE4("3") TAIL, "T4.review.upheld", "unplaced"},
    {"above T4's row with one figure",
     PADDED4 LONE4("3") "|  | 1 |  |  |  |  |  |  |  |  |  |  |  |  |  |\n" TAIL,
     "T4.review.upheld", "unplaced"},
    {"T4's own row of one figure", PADDED4 LONE4("3") TAIL, "T4.review.upheld", "3"},
};

static bool is_wanted(const struct report *report, const struct stray *stray)
{
    const struct cell *cell = report_cell(report, stray->id);
    const char *state = cell ? cell_state_name(cell->state) : "none";
    char figure[32] = "";
    if (cell && cell->state == CELL_NUMBER)
        snprintf(figure, sizeof figure, "%lld", (long long)cell->value);
    bool same = strcmp(stray->wanted, state) == 0 || strcmp(stray->wanted, figure) == 0;
    if (!same)
        print_error("%s: %s is %s %s, not %s\n", stray->what, stray->id, state, figure,
                    stray->wanted);
    return same;
}

static void test_strays(void **state)
{
    bool all = true;
    for (size_t i = 0; i < COUNT(strays); i++) {
        struct report *report = read_text(state, strays[i].text);
        all = is_wanted(report, &strays[i]) && all;
        report_free(report);
    }
    assert_true(all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_strays)};
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
