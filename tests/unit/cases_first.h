/* Cases of the checks of tables of the first release. */
#ifndef GOUJI_TESTS_CASES_FIRST_H
#define GOUJI_TESTS_CASES_FIRST_H

#include "catalogue_cases.h"

#define ROW_NEW "一、本年新收政府信息公开申请数量\t"
#define ROW_TOTAL "（七）总计\t"
#define ROW_OUT "四、结转下年度继续办理\t"
#define ZEROS "0\t0\t0\t0\t0\t0\t0"

/* Marks between the cells hide the header that tells block five's edition. */
#define T2_OF_2021                                                                                 \
    "青山县白水镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n认真公开信息。\n"                    \
    "二、主动公开政府信息情况\n第二十条第（一）项\n信息内容、本年制发件数、本年废止件数、现行有效件数\n"         \
    "规章：0、0、0\n行政规范性文件：4、4、78\n第二十条第（五）项\n信息内容、本年处理决定数量\n"               \
    "行政许可：534\n第二十条第（六）项\n信息内容、本年处理决定数量\n行政处罚：1515\n行政强制：154\n"            \
    "第二十条第（八）项\n信息内容、本年收费金额（单位：万元）\n行政事业性收费：0\n"                             \
    "三、收到和处理政府信息公开申请情况\n"

static const struct prose_case first_structure[] = {
    FIRES("STR-01", E, "T2", .no_t2 = true),
    FIRES("STR-01", E, "T4", .no_t4 = true),
    SILENT("STR-01", 0),
    FIRES("STR-02", E, "T3", .swap = {"\t8.属于行政查询事项\t" ZEROS "\n", ""}),
    FIRES("STR-02", E, "T2", .swap = {"行政强制\t0\t0\t0\n", ""}),
    /* The beginning of a label, torn from the rest, and one that is another's. */
    FIRES("STR-02", W, "T3",
          .swap = {"\t8.属于行政查询事项\t" ZEROS "\n", "8.属于\n（四）\n无法\n提供\n查询\n"}),
    FIRES("STR-02", E, "T3",
          .swap = {"\t8.属于行政查询事项\t" ZEROS "\n", "18.属于\n无法\n提供\n查询\n"}),
    FIRES("STR-02", W, "T2", .swap = {"行政强制\t0\t0\t0\n", "行政强制：0、0、0\n"}),
    FIRES("STR-02", W, "T4", .swap = {ZEROS "\t" ZEROS "\t0\n五", "五"}), /* blank, boxes dropped */
    {"STR-02",
     {.swap = {"行政强制\t0\t0\t0\n", "行政强制：0、0、0\n", "行政处罚\t0\t0\t0\n", ""}},
     OUTCOME_FAIL,
     E,
     "T2",
     "表二缺 1 行：“行政处罚”；另有 1 行印有行名，没有读出数：“行政强制”",
     NULL,
     NULL},
    FIRES("STR-02", W, "T2", .swap = {"行政强制\t0\t0\t0\n", "行政强制→0→0→0\n"}),
    FIRES("STR-02", E, "T2", .swap = {"行政强制\t0\t0\t0\n", "实施行政处罚、行政强制0件。\n"}),
    /* A row that the form of 2021 does not have, of a block that may be that form's. */
    {"STR-02", {.whole = T2_OF_2021}, OUTCOME_FAIL, W, "T2", NULL, NULL, NULL},
    FIRES("STR-02", E, "T2", .swap = {"行政强制\t0\t0\t0\n", "其中，行政强制0件。\n"}),
    FIRES("STR-02", E, "T2", .swap = {"行政强制\t0\t0\t0\n", "行政强制措施表：0\n"}),
    SILENT("STR-02", 0),
    NOT("STR-02", .no_t2 = true, .no_t4 = true, .h3 = ""),
    FIRES("STR-04", I, "denied_2",
          .swap = {"2.其他法律行政法规禁止公开", "2.其他法律法规禁止公开"}),
    SILENT("STR-04", 0),
    NOT("STR-04", .no_t2 = true, .no_t4 = true, .h3 = ""),
    FIRES("STR-05", W, "T3",
          .swap = {"\t8.属于行政查询事项\t" ZEROS, "\t8.属于行政查询事项\t0\t0\t0\t0\t0\t0"}),
    {"STR-05",
     {.spaced = true, .swap = {ROW_NEW ZEROS, ROW_NEW "1\t0\t0\t0\t0\t0\t0\t10"}},
     OUTCOME_FAIL,
     W,
     "T3",
     "表三有 1 行的数字与栏目对不上，无法断定各属哪一栏：“一、本年新收政府信息公开申请数量”印出 8 "
     "个数、应有 7 个（“1 0”疑为“10”，这样读时与合计相符，请对照原件）",
     NULL,
     NULL},
    {"STR-05",
     {.spaced = true, .swap = {ROW_NEW ZEROS, ROW_NEW "10\t0\t0\t2\t0\t3"}},
     OUTCOME_FAIL,
     W,
     "T3",
     NULL,
     "Table 3: in 1 rows the numbers do not fit the columns, and which belongs where cannot be "
     "decided: “一、本年新收政府信息公开申请数量” 6 numbers printed, 7 due (“10” may be “1 0”: "
     "read so "
     "it agrees with its total; see the original)",
     NULL},
    {"STR-05",
     {.spaced = true, .swap = {ROW_NEW ZEROS, ROW_NEW "1\t0\t0\t0\t0\t0\t0\t11"}},
     OUTCOME_FAIL,
     W,
     "T3",
     "表三有 1 行的数字与栏目对不上，无法断定各属哪一栏：“一、本年新收政府信息公开申请数量”印出 8 "
     "个数、应有 7 个",
     NULL,
     NULL},
    {"STR-07",
     {.swap = {ROW_NEW ZEROS, ROW_NEW "1 0\t0\t0\t0\t0\t0\t10"}},
     OUTCOME_FAIL,
     E,
     "new",
     "表三有不是数的格：“1 0”（“1 0”疑为“10”，这样读时与合计相符，请对照原件）",
     NULL,
     NULL},
    SILENT("STR-05", 0),
    NOT("STR-05", .no_t2 = true, .no_t4 = true, .h3 = ""),
    FIRES("STR-06", W, "T2", .swap = {"行政许可\t0\t0\t0", "行政许可\t0\t\t0"}),
    FIRES("STR-06", W, "T3", .swap = {ROW_OUT ZEROS, ROW_OUT "0\t/\t0\t0\t0\t0\t0"}),
    SILENT("STR-06", 0),
    NOT("STR-06", .no_t2 = true, .no_t4 = true, .h3 = ""),
};

static const struct prose_case first_table_two[] = {
    FIRES("T2-01", E, "normative", .normative = "3\t3\t2"),
    FIRES("T2-01", W, "normative", .s1 = "本年撤回已公开的规范性文件1件。", .normative = "3\t3\t2"),
    FIRES("T2-01", E, "normative", .s1 = "没有撤回已公开的规范性文件，撤回申请1件。",
          .normative = "3\t3\t2"),
    SILENT("T2-01", .normative = "3\t3\t3"),
    OPEN("T2-01", E, "normative", .normative = "3\t3\t"),
    NOT("T2-01", .edition = 2021),
    FIRES("T2-03", E, "license", .swap = {"行政许可\t0\t0\t0", "行政许可\t3\t-4\t0"}),
    SILENT("T2-03", .swap = {"行政许可\t0\t0\t0", "行政许可\t3\t-3\t0"}),
    OPEN("T2-03", E, "license", .swap = {"行政许可\t0\t0\t0", "行政许可\t\t-4\t0"}),
    NOT("T2-03", .edition = 2021),
    FIRES("T2-06", W, "procurement", .swap = {"政府集中采购\t0\t0", "政府集中采购\t3\t2636306"}),
    SILENT("T2-06", .swap = {"政府集中采购\t0\t0", "政府集中采购\t3\t263.6306"}),
    OPEN("T2-06", W, "procurement", .swap = {"政府集中采购\t0\t0", "政府集中采购\t3\t见附表"}),
    NOT("T2-06", .edition = 2021),
    FIRES("T2-07", E, "normative", .edition = 2021, .normative = "5\t1\t3"),
    FIRES("T2-07", W, "normative", .edition = 2021, .normative = "5\t2\t4"),
    SILENT("T2-07", .edition = 2021, .normative = "5\t2\t5"),
    OPEN("T2-07", W, "normative", .edition = 2021, .normative = "5\t2\t"),
    NOT("T2-07", 0),
};

static const struct prose_case first_table_three[] = {
    FIRES("T3-01", E, "np", .received = 3, .processed = 2),
    FIRES("T3-01", E, "tot", .received = 3, .processed = 2),
    SILENT("T3-01", .received = 3, .carried_in = 1, .processed = 2, .carried_out = 2),
    OPEN("T3-01", E, "co", .swap = {ROW_OUT ZEROS "\n", ""}),
    OPEN("T3-01", E, "np", .received = 3, .swap = {ROW_OUT ZEROS, ROW_OUT "\t0\t0\t0\t0\t0\t0"}),
    OPEN("T3-01", E, NULL, .h3 = ""),
    FIRES("T3-02", E, "new", .swap = {ROW_NEW ZEROS, ROW_NEW "1\t0\t0\t0\t0\t0\t2"}),
    SILENT("T3-02", .received = 3, .processed = 3),
    OPEN("T3-02", E, "new", .swap = {ROW_NEW ZEROS, ROW_NEW "1\t0\t0\t0\t0\t0\t"}),
    OPEN("T3-02", E, NULL, .h3 = ""),
    FIRES("T3-03", E, "co", .swap = {ROW_TOTAL ZEROS, ROW_TOTAL "0\t1\t0\t0\t0\t0\t1"}),
    SILENT("T3-03", .received = 3, .processed = 3),
    OPEN("T3-03", E, "np", .processed = 3, .swap = {"\t8.属于行政查询事项\t" ZEROS "\n", ""}),
    OPEN("T3-03", E, NULL, .h3 = ""),
    FIRES("T3-04", E, "np", .received = 2, .processed = 3),
    SILENT("T3-04", .received = 3, .processed = 3),
    OPEN("T3-04", E, "np", .processed = 3, .swap = {ROW_NEW ZEROS, ROW_NEW "\t0\t0\t0\t0\t0\t0"}),
    OPEN("T3-04", E, NULL, .h3 = ""),
    FIRES("T3-05", E, "np", .received = 2, .carried_out = 3),
    SILENT("T3-05", .received = 3, .carried_out = 3),
    OPEN("T3-05", E, "np", .carried_out = 3, .swap = {ROW_NEW ZEROS, ROW_NEW "\t0\t0\t0\t0\t0\t0"}),
    OPEN("T3-05", E, NULL, .h3 = ""),
};

#define T4_ZEROS "0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n五、"
#define T4(values) .swap = {T4_ZEROS, values "\n五、"}

static const struct prose_case first_table_four[] = {
    FIRES("T4-01", E, "review", T4("1\t0\t0\t0\t2\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0")),
    SILENT("T4-01", .review = 2, .review_pending = 1),
    OPEN("T4-01", E, "review", T4("1\t0\t0\t0\t\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0")),
    OPEN("T4-01", E, "review", .no_t4 = true),
    FIRES("T4-02", E, "direct", T4("0\t0\t0\t0\t0\t1\t0\t0\t0\t0\t0\t0\t0\t0\t0")),
    SILENT("T4-02", .direct = 2),
    OPEN("T4-02", E, "direct", T4("0\t0\t0\t0\t0\t1\t\t0\t0\t2\t0\t0\t0\t0\t0")),
    FIRES("T4-03", E, "after", T4("0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t2\t0\t1")),
    SILENT("T4-03", .after = 2),
    OPEN("T4-03", E, "after", T4("0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t2\t0\t")),
};

static const struct prose_case first_two_years[] = {
    FIRES("XY-01", E, "tot", .carried_in = 2, .prior = BEFORE(.carried_out = 3)),
    FIRES("XY-01", W, "np", .carried_in = 2, .prior = BEFORE(.carried_out = 3)),
    SILENT("XY-01", .carried_in = 3, .prior = BEFORE(.carried_out = 3)),
    OPEN("XY-01", E, "tot", .carried_in = 3,
         .prior = BEFORE(.swap = {ROW_OUT ZEROS, ROW_OUT "0\t0\t0\t0\t0\t0\t"})),
    NOT("XY-01", .carried_in = 3),
};

#define FIRST_CASES                                                                                \
    PROSE_LIST(first_structure), PROSE_LIST(first_table_two), PROSE_LIST(first_table_three),       \
        PROSE_LIST(first_table_four), PROSE_LIST(first_two_years)

#undef ROW_NEW
#undef ROW_TOTAL
#undef ROW_OUT
#undef ZEROS
#undef T4_ZEROS
#undef T4

#endif
