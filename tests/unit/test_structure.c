/* What a table lacks or prints otherwise than its form. */
#include "check.h"

#include "findings_cases.h"

#define ZEROS "T2 all 0\nT3 all 0\nT4 all 0\n"

static void run_cases(const struct finding_case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++)
        run_case(&shop, &cases[i]);
}

static void tables_present(void **state)
{
    (void)state;
    static const struct finding_case cases[] = {
        {ZEROS, NULL, "STR-01", NULL, OUTCOME_PASS, 0, NULL, NULL, NULL},
        {ZEROS "T4 absent x\n", NULL, "STR-01", "T4", OUTCOME_FAIL, SEVERITY_ERROR, "没有找到表四",
         "Table 4 was not found", NULL},
        {ZEROS
         "T4 absent x\nsection S4 四、政府信息公开行政复议、行政诉讼情况\ntext [image: t.png]\n",
         NULL, "STR-01", "T4", OUTCOME_FAIL, SEVERITY_INFO,
         "没有找到表四，该节中有图片，表格可能是图片，请看原件", NULL, NULL},
        {ZEROS "T4 absent x\nsection S4 四、政府信息公开行政复议、行政诉讼情况\ntext [TABLE]\n",
         NULL, "STR-01", "T4", OUTCOME_FAIL, SEVERITY_WARNING,
         "没有读出表四：转换时表格没有带过来，只留下“[TABLE]”，请看原件，或换一种方式转换",
         "Table 4 was not read: the conversion left [TABLE] in its place: see the original, or "
         "convert it another way",
         NULL},
        {ZEROS "T4 absent x\nsection S4 四、政府信息公开行政复议、行政诉讼情况\n"
               "text 未经复议直接起诉 复议后起诉 结果维持 结果纠正 其他结果 尚未审结 总计 0 0 0\n",
         NULL, "STR-01", "T4", OUTCOME_FAIL, SEVERITY_WARNING,
         "没有读出表四：文字中有它的栏名和行名，但看不出数字各在哪一格，请看原件",
         "Table 4 was not read: its labels are in the text, but not which cell each number is of: "
         "see the original",
         NULL},
        /* An absent table has no rows to miss, place or leave blank. */
        {ZEROS "T4 absent x\n", NULL, "STR-02", NULL, OUTCOME_PASS, 0, NULL, NULL, NULL},
        {ZEROS "T4 absent x\n", NULL, "STR-05", NULL, OUTCOME_PASS, 0, NULL, NULL, NULL},
        {ZEROS "T4 absent x\n", NULL, "STR-06", NULL, OUTCOME_PASS, 0, NULL, NULL, NULL},
    };
    run_cases(cases, COUNT(cases));
}

/* Titles in the midst of a line that goes on for longer than the labels are looked for. */
static void tables_of_a_long_line(void **state)
{
    (void)state;
    enum { NCHARACTERS = 100000 };
    struct str text = STR_INIT;
    struct err err = {0};
    str_add(&text, "某县柳河镇2021年政府信息公开工作年度报告\n一、总体情况\n公开信息。"
                   "二、主动公开政府信息情况。三、收到和处理政府信息公开申请情况。");
    for (int i = 0; i < NCHARACTERS; i++)
        str_add(&text, "字");
    struct report *report = report_read("a.txt", str_slice(&text), shop.forms, &err);
    assert_non_null(report);
    struct findings *findings = findings_make(report, NULL, shop.rules, NULL, 0, &err);
    if (!findings)
        fail_msg("%s", err.text);
    assert_non_null(find_item(findings, "STR-01", "T2"));
    assert_non_null(find_item(findings, "STR-01", "T3"));
    findings_free(findings);
    report_free(report);
    str_release(&text);
}

static void rows_present(void **state)
{
    (void)state;
    static const struct finding_case cases[] = {
        {ZEROS, NULL, "STR-02", NULL, OUTCOME_PASS, 0, NULL, NULL, NULL},
        {ZEROS "T3 missing denied_8 unable_1 unable_2\n", NULL, "STR-02", "T3", OUTCOME_FAIL,
         SEVERITY_ERROR,
         "表三缺 3 行：“8.属于行政查询事项”至“2.没有现成信息需要另行制作”共 3 行，"
         "在“7.属于行政执法案卷”与“3.补正后申请内容仍不明确”之间（疑在分页处丢失）",
         "Table 3 lacks 3 rows: “8.属于行政查询事项” to “2.没有现成信息需要另行制作”, 3 rows, "
         "between “7.属于行政执法案卷” and “3.补正后申请内容仍不明确” (lost at a page break?)",
         NULL},
        {ZEROS "T3 missing new carry_out\n", NULL, "STR-02", "T3", OUTCOME_FAIL, SEVERITY_ERROR,
         "表三缺 2 行：“一、本年新收政府信息公开申请数量”，在“二、上年结转政府信息公开申请数量”"
         "之前；“四、结转下年度继续办理”，在“（七）总计”之后",
         NULL, NULL},
        {ZEROS "T2 missing a6.coercion\n", NULL, "STR-02", "T2", OUTCOME_FAIL, SEVERITY_ERROR,
         "表二缺 1 行：“行政强制”，在“行政处罚”之后", NULL, NULL},
    };
    run_cases(cases, COUNT(cases));
    struct judged judged = judge_built(&shop, ZEROS "T3 missing denied_8 other\n", NULL, NULL, 0);
    const struct finding *item = find_item(judged.findings, "STR-02", "T3");
    assert_int_equal(item->nseen, 14);
    assert_string_equal(item->seen[0].cell, "T3.denied_8.np");
    assert_int_equal(item->seen[0].state, CELL_ABSENT);
    assert_int_equal(item->nspans, 4); /* the printed neighbours of both gaps */
    assert_true(slice_has_prefix(report_slice(judged.report, item->spans[0]),
                                 slice_of("7.属于行政执法案卷")));
    judged_free(&judged);
}

static void labels_alike(void **state)
{
    (void)state;
    static const struct finding_case cases[] = {
        {ZEROS "label T3 new 一、本年新收 same\n", NULL, "STR-04", NULL, OUTCOME_PASS, 0, NULL,
         NULL, NULL},
        {ZEROS "label T3 carry_in 二、上年转结 typo\n", NULL, "STR-04", "carry_in", OUTCOME_FAIL,
         SEVERITY_INFO, "表三行名“二、上年转结”，规范为“二、上年结转政府信息公开申请数量”",
         "Table 3: the label reads “二、上年转结”, the form has "
         "“二、上年结转政府信息公开申请数量”",
         NULL},
        {ZEROS "label T3 results 三、本年不予公开 merged\n", NULL, "STR-04", "results",
         OUTCOME_FAIL, SEVERITY_INFO, NULL, NULL, NULL},
    };
    run_cases(cases, COUNT(cases));
}

/* Two labels run together are one printed text: one finding, not two. */
static void merged_labels_once(void **state)
{
    (void)state;
    struct report *report = report_build(
        shop.forms, ZEROS "label T3 results 三、本年不予公开 merged\nlabel T3 denied x merged\n");
    struct table *table = &report->tables[TABLE_T3];
    table->labels[1].span = table->labels[0].span;
    struct findings *findings = findings_make(report, NULL, shop.rules, NULL, 0, NULL);
    size_t n = 0;
    for (size_t i = 0; i < findings->nitems; i++)
        n += strcmp(findings->items[i].rule->id, "STR-04") == 0;
    assert_int_equal(n, 1);
    findings_free(findings);
    report_free(report);
}

static void a_lost_label_is_said(void **state)
{
    (void)state;
    struct report *report = report_build(shop.forms, ZEROS "label T3 open x lost\n");
    report->tables[TABLE_T3].labels[0].match = LABEL_BY_ORDER;
    struct findings *findings = findings_make(report, NULL, shop.rules, NULL, 0, NULL);
    const struct finding *item = find_item(findings, "STR-04", "open");
    assert_non_null(item);
    assert_string_equal(item->message[LANG_ZH],
                        "表三行名“（一）予以公开”已缺失，按前后行的次序认定");
    findings_free(findings);
    report_free(report);
}

static void values_placed(void **state)
{
    (void)state;
    static const struct finding_case cases[] = {
        {ZEROS, NULL, "STR-05", NULL, OUTCOME_PASS, 0, NULL, NULL, NULL},
        {ZEROS "T3 unplaced open 6\n", NULL, "STR-05", "T3", OUTCOME_FAIL, SEVERITY_WARNING,
         "表三有 1 行的数字与栏目对不上，无法断定各属哪一栏：“（一）予以公开”印出 6 个数、应有 7 "
         "个",
         "Table 3: in 1 rows the numbers do not fit the columns, and which belongs where cannot be "
         "decided: “（一）予以公开” 6 numbers printed, 7 due",
         NULL},
        {ZEROS "T3 unplaced open 0\n", NULL, "STR-05", "T3", OUTCOME_FAIL, SEVERITY_WARNING,
         "表三有 1 "
         "行的数字与栏目对不上，无法断定各属哪一栏：“（一）予以公开”没有读出分列的数、应有 "
         "7 个",
         "Table 3: in 1 rows the numbers do not fit the columns, and which belongs where cannot be "
         "decided: “（一）予以公开” no number read in a column of its own, 7 due",
         NULL},
        {ZEROS "T4 unplaced review 11\n", NULL, "STR-05", "T4", OUTCOME_FAIL, SEVERITY_WARNING,
         "表四有 1 行的数字与栏目对不上，无法断定各属哪一栏：印出 11 个数、应有 15 个", NULL, NULL},
        {ZEROS "T4 unplaced review 15\n", NULL, "STR-05", "T4", OUTCOME_FAIL, SEVERITY_WARNING,
         "表四有 1 行的数字与栏目对不上，无法断定各属哪一栏：印出 15 个数",
         "Table 4: in 1 rows the numbers do not fit the columns, and which belongs where cannot be "
         "decided: 15 numbers printed",
         NULL},
        {ZEROS "T3 unplaced open 7\n", NULL, "STR-05", "T3", OUTCOME_FAIL, SEVERITY_WARNING,
         "表三有 1 行的数字与栏目对不上，无法断定各属哪一栏：“（一）予以公开”",
         "Table 3: in 1 rows the numbers do not fit the columns, and which belongs where cannot be "
         "decided: “（一）予以公开”",
         NULL},
        /* Unplaced is not blank. */
        {ZEROS "T3 unplaced open 6\n", NULL, "STR-06", NULL, OUTCOME_PASS, 0, NULL, NULL, NULL},
    };
    run_cases(cases, COUNT(cases));
}

/* When the reviewer has placed the row there is nothing left to raise. */
static void placing_a_row_settles_it(void **state)
{
    (void)state;
    static const char *const ids[] = {"T3.open.np", "T3.open.co", "T3.open.ri", "T3.open.sp",
                                      "T3.open.ls", "T3.open.ot", "T3.open.tot"};
    struct reading readings[COUNT(ids)];
    for (size_t i = 0; i < COUNT(ids); i++)
        readings[i] = (struct reading){ids[i], CELL_NUMBER, 0, false, "0", false};
    struct judged judged =
        judge_built(&shop, ZEROS "T3 unplaced open 6\n", NULL, readings, COUNT(ids));
    assert_null(find_item(judged.findings, "STR-05", NULL));
    assert_null(find_item(judged.findings, "T3-02", NULL));
    judged_free(&judged);
    judged = judge_built(&shop, ZEROS "T3 unplaced open 6\n", NULL, NULL, 0);
    const struct finding *item = find_item(judged.findings, "T3-02", "open");
    assert_int_equal(item->outcome, OUTCOME_UNDECIDED);
    judged_free(&judged);
}

static void blanks_listed(void **state)
{
    (void)state;
    static const struct finding_case cases[] = {
        {ZEROS, NULL, "STR-06", NULL, OUTCOME_PASS, 0, NULL, NULL, NULL},
        {ZEROS "T3 open 0 _ / 0 0 0 0\n", NULL, "STR-06", "T3", OUTCOME_FAIL, SEVERITY_WARNING,
         "表三有 2 个数据格空白：表三（一） 商业企业、表三（一） 科研机构",
         "Table 3 has 2 blank value cells: Table 3 (一) 商业企业, Table 3 (一) 科研机构", NULL},
        {ZEROS "T4 review _ _ _ _ _\n", NULL, "STR-06", "T4", OUTCOME_FAIL, SEVERITY_WARNING, NULL,
         NULL, NULL},
        {ZEROS "T4 review _ _ _ _ _\ntext 全年未发生行政复议。\n", NULL, "STR-06", "T4",
         OUTCOME_FAIL, SEVERITY_INFO, NULL, NULL, NULL},
        {ZEROS "T4 review _ _ 0 _ _\ntext 全年未发生行政复议。\n", NULL, "STR-06", "T4",
         OUTCOME_FAIL, SEVERITY_WARNING, NULL, NULL, NULL},
    };
    run_cases(cases, COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tables_present),     cmocka_unit_test(tables_of_a_long_line),
        cmocka_unit_test(rows_present),       cmocka_unit_test(labels_alike),
        cmocka_unit_test(merged_labels_once), cmocka_unit_test(a_lost_label_is_said),
        cmocka_unit_test(values_placed),      cmocka_unit_test(placing_a_row_settles_it),
        cmocka_unit_test(blanks_listed),
    };
    return cmocka_run_group_tests(tests, shop_setup, shop_teardown);
}
