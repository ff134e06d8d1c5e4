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
#define DASHES4 "| — | — | — | — | — | — | — | — | — | — | — | — | — | — | 0 |\n"
#define RUN4(row)                                                                                                                      \
    HEAD "四、政府信息公开行政复议、行政诉讼情况 行政复议 行政诉讼 结果维持 结果纠正 其他结果 " \
         "尚未审结 总计 未经复议直接起诉 复议后起诉 结果维持 结果纠正 其他结果 尚未审结 总计 "    \
         "结果维持 结果纠正 其他结果 尚未审结 总计 " row " 五、存在的主要问题及改进情况 "                                \
         "一是不够主动，二是不够及时。 六、其他需要报告的事项 无。\n"
#define LONE4(figure) "| " figure " |  |  |  |  |  |  |  |  |  |  |  |  |  |  |\n"

/* Rows between blanks, one of them with the figures under test. */
#define BLANKS3(row)                                                                                        \
    HEAD TITLE3 "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n" \
                "一、本年新收政府信息公开申请数量 3 1 0 0 0 0 4\n"                          \
                "二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n" row                                      \
                "（三）不予公开 1.属于国家秘密 0 0 0 0 0 0 0\n" TAIL
#define PARTIAL3 "（二）部分公开（区分处理的，只计这一情形，不计其他情形） "
#define ALIGNED2(issued)                                                                                 \
    HEAD "二、主动公开政府信息情况\n第二十条第（一）项\n"                           \
         "信息内容              本年制发件数    本年废止件数    现行有效件数\n"    \
         "规章                  " issued "              0               12\n"                            \
         "行政规范性文件        4               0               5\n第二十条第（五）项\n" \
         "信息内容              本年处理决定数量\n行政许可              14\n" TAIL
/* A label over two lines, its figures between these. */
#define BETWEEN2(issued)                                                                                               \
    HEAD "二、主动公开政府信息情况\n第二十条第（一）项\n"                                         \
         "信息内容              本年制发件数    本年废止件数    现行有效件数\n"                  \
         "规章                  7               0               12\n行政规范性\n"                               \
         "                      " issued "              0               5\n文件\n"                                   \
         "第二十条第（五）项\n信息内容              本年处理决定数量\n行政许可              " \
         "14\n" TAIL

/* A merged label is printed in each of its fields; a line end may break it there. */
#define REPEATED3(label)                                                                                               \
    HEAD TITLE3 "\t\t\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n" label                     \
                "\t164\t130\t18\t90\t180\t39\t621\n"                                                                   \
                "二、上年结转政府信息公开申请数量\t二、上年结转政府信息公开申请数量\t" \
                "二、上年结转政府信息公开申请数量\t0\t0\t4\t3\t3\t2\t12\n"                             \
                "三、本年度办理结果\t（一）予以公开\t（一）予以公开\t0\t41\t0\t0\t0\t0\t41\n" TAIL
#define HALF3 "一、本年新收政府信息公开申\n请数量"

/* A table between bars with a rule below its header, and another of that kind behind it. */
#define RULED3(rows)                                                                                                  \
    HEAD TITLE3 "| （勾稽关系） |  |  | 申请人情况 |  |  |  |  |  |  |\n"                                  \
                "|---|---|---|---|---|---|---|---|---|---|\n"                                                         \
                "|  |  |  | 自然人 | 法人或其他组织 |  |  |  |  | 总计 |\n"                               \
                "|  |  |  |  | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |  |\n" \
                "| 一、本年新收政府信息公开申请数量 |  |  | 22 | 52 | 21 | 57 | 38 | 34 | 224 |\n"    \
                "| 二、上年结转政府信息公开申请数量 |  |  | 4 | 2 | 3 | 0 | 1 | 0 | 10 |\n"           \
                "| 三、本年度办理结果 | （一）予以公开 |  | 5 | 0 | 0 | 0 | 0 | 0 | 5 |\n"            \
                "|  | （七）总计 |  | 25 | 54 | 21 | 53 | 37 | 34 | 224 |\n\n"                                   \
                "| 指标 | 单位 | 数量 |\n|---|---|---|\n" rows "\n" TAIL

#define STROKES2 "  --------------------- --------------- --------------- --------------\n"
#define CONVERTED2(issued, decided)                                                                          \
    HEAD "二、主动公开政府信息情况\n\n" STROKES2 "  第二十条第（一）项\n"                           \
         "  信息内容              本年制发件数    本年废止件数    现行有效件数\n"      \
         "  规章                  " issued "             7               12\n"                               \
         "  行政规范性文件        4               0               5\n  第二十条第（五）项\n" \
         "  信息内容              本年处理决定数量\n  行政许可              " decided "\n"                   \
         "  第二十条第（六）项\n  信息内容              本年处理决定数量\n"             \
         "  行政处罚              3\n" STROKES2 "\n" TAIL

/* Columns set by wide characters, with one that the form does not have. */
#define ALIGNED3(new)                                                                                                                     \
    HEAD TITLE3                                                                                                                           \
        "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）    申请人情况      " \
        "                                                          上年总计\n"                                                        \
        "                                                                        自然人    "                                           \
        "法人或其他组织                                          总计\n"                                                         \
        "                                                                                  "                                              \
        "商业企业  科研机构  社会公益组织  法律服务机构  其他\n" new "\n"                                                                 \
                                                                     "二、上年结转政府信息公开申"                            \
                                                                     "请数量                     "                                     \
                                                                     "                           "                                        \
                                                                     "  5         0         0    "                                        \
                                                                     "         0             0   "                                        \
                                                                     "    5       13\n" TAIL

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
    {"above a line of the page and T4's row of dashes",
     PADDED4 LONE4("7") LONE4("第三季度打印稿 3/5") DASHES4 TAIL, "T4.review.upheld", "unplaced"},
    {"in dashes, in one paragraph, before a row with as many blanks",
     RUN4("— 4 — 1 1 2 3 7 1  2  3 2 2  2 6"), "T4.review.corrected", "unplaced"},
    {"T4's row without it there", RUN4("1 4 1 1 7 1 2 3 2 8 2 2 1 1 6"), "T4.review.corrected",
     "4"},
    {"T4's own row of one figure", PADDED4 LONE4("3") TAIL, "T4.review.upheld", "3"},
    {"a note with blanks inside at the end of a row whose label has a note, too",
     BLANKS3(PARTIAL3 "0 0 0 2 1 0 3（其中修订 16 件）\n"), "T3.partial.tot", "3"},
    {"the same below another label",
     BLANKS3("三、本年度办理结果 （一）予以公开 0 0 0 2 1 0 3（其中修订 16 件）\n"), "T3.open.ls",
     "1"},
    {"no figures before the note", BLANKS3(PARTIAL3 "（其中修订 16 件）\n"), "T3.partial.tot",
     "blank"},
    {"a note without brackets", ALIGNED2("5，其中网上申请 3 件"), "T2.a1.regulation.in_force",
     "unplaced"},
    {"a figure misread", ALIGNED2("l2"), "T2.a1.regulation.in_force", "unplaced"},
    {"the sign of another", ALIGNED2("① "), "T2.a1.regulation.in_force", "unplaced"},
    {"a note that goes on below, where the row's other figures stand",
     HEAD "二、主动公开政府信息情况\n第二十条第（一）项\n"
          "信息内容              本年制发件数    本年废止件数    现行有效件数\n"
          "规章                  5（其中         7\n"
          "                      修订 3 件）                     12\n"
          "行政规范性文件        4               0               5\n第二十条第（五）项\n"
          "信息内容              本年处理决定数量\n行政许可              14\n" TAIL,
     "T2.a1.regulation.in_force", "unplaced"},
    {"a figure", ALIGNED2("12"), "T2.a1.regulation.in_force", "12"},
    {"misread, between the lines of its label", BETWEEN2("l2"), "T2.a1.normative.in_force",
     "unplaced"},
    {"a figure there", BETWEEN2("12"), "T2.a1.normative.in_force", "5"},
    {"a label in each of its fields, broken in all of them", REPEATED3(HALF3 "\t" HALF3 "\t" HALF3),
     "T3.new.tot", "621"},
    {"broken, and printed once", REPEATED3(HALF3 "\t\t"), "T3.new.tot", "621"},
    {"a column's label in two fields, broken in both, between bars",
     HEAD "二、主动公开政府信息情况\n"
          "第二十条第（八）项 | 第二十条第（八）项 | 第二十条第（八）项 | 第二十条第（八）项\n"
          "信息内容 | 上一年项目数量 | 本年增\n/减 | 本年增\n/减\n行政事业性收费 |  | +461 | +461\n"
          "第二十条第（九）项 | 第二十条第（九）项 | 第二十条第（九）项 | 第二十条第（九）项\n"
          "信息内容 | 采购项目数量 | 采购总金额 | 采购总金额\n政府集中采购 | 1 | 5 | 5\n" TAIL,
     "T2.a8.fee.prev_items", "blank"},
    {"other words before it",
     REPEATED3("一、本年新收政府信息公开申请数量\n年度一、本年新收政府信息公开申请数量\t\t"),
     "T3.new.tot", "unplaced"},
    {"a table of another kind behind it, with its own rule",
     RULED3("| 主动公开政府信息数 | 条 | 55 |\n| 规范性文件 | 条 | 14 |\n"), "T3.new.co", "52"},
    {"a dash that a converter spelt with strokes", CONVERTED2("---", "14"),
     "T2.a1.regulation.issued", "text"},
    {"the figure beside it", CONVERTED2("---", "14"), "T2.a1.regulation.abolished", "7"},
    {"alone in its row", CONVERTED2("3  ", "---"), "T2.a5.license.decisions", "text"},
    {"no dash", CONVERTED2("   ", "14"), "T2.a1.regulation.issued", "blank"},
    {"alone behind a tab",
     HEAD "二、主动公开政府信息情况\n第二十条第（一）项\n"
          "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t1\t2\t3\n"
          "行政规范性文件\t4\t0\t5\n第二十条第（五）项\n信息内容\t本年处理决定数量\n"
          "行政许可\t---\n第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t2\n" TAIL,
     "T2.a5.license.decisions", "text"},
    {"last year's total in aligned columns, the first one blank",
     ALIGNED3("一、本年新收政府信息公开申请数量                                                  1 "
              "        2         0             0             0       3       29"),
     "T3.new.np", "unplaced"},
    {"no figure of last year there",
     ALIGNED3("一、本年新收政府信息公开申请数量                                        4         1 "
              "        2         0             0             0       7"),
     "T3.new.np", "4"},
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
