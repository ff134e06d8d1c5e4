/* The balances and comparisons of the tables: each check with a case that
 * fires, one that must not, one undecided; messages word for word. */
#include "check.h"

#include "findings_cases.h"

#define ZEROS "T2 all 0\nT3 all 0\nT4 all 0\n"
#define ZEROS_2021 "edition 2021\nyear 2021\n" ZEROS

static void table_three(void **state)
{
    (void)state;
    static const struct finding_case cases[] = {
        {ZEROS "T3 new 10 1 0 0 0 0 11\nT3 open 10 1 0 0 0 0 11\nT3 total 10 1 0 0 0 0 11\n", NULL,
         "T3-01", NULL, OUTCOME_PASS, 0, NULL, NULL, NULL},
        {ZEROS "T3 new 10 1 0 0 0 0 11\nT3 open 9 1 0 0 0 0 10\nT3 total 9 1 0 0 0 0 10\n", NULL,
         "T3-01", "np", OUTCOME_FAIL, SEVERITY_ERROR,
         "表三 自然人：新收与上年结转之和 10，办理总计与结转下年之和 9，差 1（表三 一 自然人、"
         "表三 二 自然人、表三（七） 自然人、表三 四 自然人）",
         "Table 3 自然人: new plus carried in 10, processed plus carried out 9, difference 1 "
         "(Table 3 一 自然人, Table 3 二 自然人, Table 3 (七) 自然人, Table 3 四 自然人)",
         "10 + 0 = 10 ≠ 9 + 0 = 9，差 1"},
        {ZEROS "T3 missing total carry_out\nT3 new 10 0 0 0 0 0 10\n", NULL, "T3-01", "np",
         OUTCOME_UNDECIDED, SEVERITY_ERROR,
         "表三 自然人：无法核对，以下单元格缺失或无法断定：表三（七） 自然人、表三 四 自然人；"
         "现有 新收与上年结转之和 10，办理总计与结转下年之和 不详",
         NULL, NULL},
        {ZEROS "T3 new 10 1 0 0 0 0 9\n", NULL, "T3-02", "new", OUTCOME_FAIL, SEVERITY_ERROR,
         "表三 一：六类申请人之和 11，总计栏 9，差 2（表三 一 自然人至其他、表三 一 总计）",
         "Table 3 一: sum of the six kinds of applicants 11, total column 9, difference 2 "
         "(Table 3 一 自然人 to 其他, Table 3 一 总计)",
         "10 + 1 + 0×4 = 11 ≠ 9，差 2"},
        {ZEROS "T3 unable_1 212 10 0 0 5 1 138\n", NULL, "T3-02", "unable_1", OUTCOME_FAIL,
         SEVERITY_ERROR,
         "表三（四）1：六类申请人之和 228，总计栏 138，差 90（表三（四）1 自然人至其他、"
         "表三（四）1 总计）",
         NULL, "212 + 10 + 5 + 1 + 0×2 = 228 ≠ 138，差 90"},
        {ZEROS "T3 new 10 1 0 0 0 0 11\n", NULL, "T3-02", "new", OUTCOME_PASS, 0, NULL, NULL, NULL},
        {ZEROS "T3 missing denied_8\n", NULL, "T3-02", "denied_8", OUTCOME_UNDECIDED,
         SEVERITY_ERROR,
         "表三（三）8：无法核对，有关单元格都缺失或无法断定（表三（三）8 自然人至其他、"
         "表三（三）8 总计）",
         "Table 3 (三)8: cannot be decided, all its cells are lost or not placed (Table 3 (三)8 "
         "自然人 to 其他, Table 3 (三)8 总计)",
         NULL},
        {ZEROS "T3 open 3 0 0 0 0 0 3\nT3 partial 1 0 0 0 0 0 1\nT3 total 5 0 0 0 0 0 5\n", NULL,
         "T3-03", "np", OUTCOME_FAIL, SEVERITY_ERROR,
         "表三 自然人：（一）至（六）之和 4，（七）总计 5，差 1（表三（一） 自然人至（六）、"
         "表三（七） 自然人）",
         NULL, "3 + 1 + 0×17 = 4 ≠ 5，差 1"},
        {ZEROS "T3 open 3 0 0 0 0 0 3\nT3 total 3 0 0 0 0 0 3\n", NULL, "T3-03", NULL, OUTCOME_PASS,
         0, NULL, NULL, NULL},
        {ZEROS "T3 open 4 0 0 0 0 0 4\nT3 total 5 0 0 0 0 0 5\nT3 missing denied_8\n", NULL,
         "T3-03", "np", OUTCOME_UNDECIDED, SEVERITY_ERROR,
         "表三 自然人：无法核对，以下单元格缺失或无法断定：表三（三）8 自然人；现有 "
         "（一）至（六）之和 4，（七）总计 5",
         "Table 3 自然人: cannot be decided, lost or not placed: Table 3 (三)8 自然人; what is "
         "there: sum of (一) to (六) 4, (七)总计 5",
         NULL},
        {ZEROS "T3 open 6 0 0 0 0 0 6\nT3 new 5 0 0 0 0 0 5\nT3 missing total other\n", NULL,
         "T3-04", "np", OUTCOME_FAIL, SEVERITY_ERROR,
         "表三 自然人：已列办理结果之和 6 大于 新收与上年结转之和 5，多 1（表三（一） "
         "自然人至（六）、表三 一 自然人、表三 二 自然人）",
         NULL, "6 + 0×17 = 6 > 5 + 0 = 5，差 1"},
        {ZEROS "T3 open 5 0 0 0 0 0 5\nT3 new 11 0 0 0 0 0 11\nT3 missing total other\n", NULL,
         "T3-04", NULL, OUTCOME_PASS, 0, NULL, NULL, NULL},
        {ZEROS "T3 missing new\n", NULL, "T3-04", "np", OUTCOME_UNDECIDED, SEVERITY_ERROR, NULL,
         NULL, NULL},
        {ZEROS "T3 carry_out 2 0 0 0 0 0 2\nT3 new 1 0 0 0 0 0 1\n", NULL, "T3-05", "np",
         OUTCOME_FAIL, SEVERITY_ERROR, NULL,
         "Table 3 自然人: carried out 2 is more than new plus carried in 1, by 1 (Table 3 四 "
         "自然人, Table 3 一 自然人, Table 3 二 自然人)",
         "2 > 1 + 0 = 1，差 1"},
        {ZEROS "T3 carry_out 1 0 0 0 0 0 1\nT3 new 1 0 0 0 0 0 1\n", NULL, "T3-05", NULL,
         OUTCOME_PASS, 0, NULL, NULL, NULL},
        {ZEROS "T3 missing carry_out\n", NULL, "T3-05", "tot", OUTCOME_UNDECIDED, SEVERITY_ERROR,
         NULL, NULL, NULL},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        run_case(&shop, &cases[i]);
}

static void blanks_are_unknown_counts(void **state)
{
    (void)state;
    static const struct finding_case cases[] = {
        /* With blanks read as 0 it holds: a pass, only the blanks are raised. */
        {ZEROS "T3 new 10 1 _ _ / 0 11\nT3 open 10 1 0 0 0 0 11\nT3 total 10 1 0 0 0 0 11\n", NULL,
         "T3-02", NULL, OUTCOME_PASS, 0, NULL, NULL, NULL},
        {ZEROS "T3 new _ _ _ _ _ _ 0\n", NULL, "T3-02", NULL, OUTCOME_PASS, 0, NULL, NULL, NULL},
        /* One blank total: what it would be. */
        {ZEROS "T3 new 10 1 0 0 0 0 _\n", NULL, "T3-02", "new", OUTCOME_UNDECIDED, SEVERITY_ERROR,
         "表三 一：表三 一 总计 空白，能否平取决于它；六类申请人之和 11，总计栏 不详，它应为 11",
         "Table 3 一: depends on a blank, Table 3 一 总计: sum of the six kinds of applicants 11, "
         "total column unknown; it would be 11",
         NULL},
        /* Several: what they hold together. */
        {ZEROS "T3 new 10 _ _ 0 0 0 14\n", NULL, "T3-02", "new", OUTCOME_UNDECIDED, SEVERITY_ERROR,
         "表三 一：取决于空白格 表三 一 商业企业、表三 一 科研机构；六类申请人之和 10，总计栏 14，"
         "各空白格合计须为 4",
         NULL, NULL},
        /* The other side is too small already. */
        {ZEROS "T3 new 10 _ 0 0 0 0 9\n", NULL, "T3-02", "new", OUTCOME_FAIL, SEVERITY_ERROR,
         "表三 一：六类申请人之和 10，总计栏 9，差 1；空白格 表三 一 商业企业 "
         "无论填什么数都不能平（表三 一 自然人至其他、表三 一 总计）",
         "Table 3 一: sum of the six kinds of applicants 10, total column 9, difference 1; "
         "whatever the blanks hold (Table 3 一 商业企业), it cannot balance (Table 3 一 自然人 to "
         "其他, Table 3 一 总计)",
         "10 + 空 + 0×4 ≥ 10 ≠ 9，差 1"},
        {ZEROS "T3 new _ _ _ _ _ _ _\n", NULL, "T3-02", "new", OUTCOME_UNDECIDED, SEVERITY_ERROR,
         "表三 一：有关各格全部空白，无从核对（表三 一 自然人至其他、表三 一 总计）", NULL, NULL},
        /* Blanks on both sides leave the amount open. */
        {ZEROS "T3 new 5 0 0 0 0 0 5\nT3 carry_in _ 0 0 0 0 0 0\nT3 total _ 0 0 0 0 0 0\n", NULL,
         "T3-01", "np", OUTCOME_UNDECIDED, SEVERITY_ERROR,
         "表三 自然人：取决于空白格 表三 二 自然人、表三（七） 自然人；已知 新收与上年结转之和 5，"
         "办理总计与结转下年之和 0",
         NULL, NULL},
        /* Text is neither a number nor a blank. */
        {ZEROS "T3 new 5 x 0 0 0 0 5\n", NULL, "T3-02", "new", OUTCOME_UNDECIDED, SEVERITY_ERROR,
         NULL, NULL, NULL},
        /* Comparisons: a blank carry-out read as 0 holds; a blank intake may hold enough. */
        {ZEROS "T3 carry_out _ 0 0 0 0 0 0\nT3 new 1 0 0 0 0 0 1\nT3 total 1 0 0 0 0 0 1\n", NULL,
         "T3-05", NULL, OUTCOME_PASS, 0, NULL, NULL, NULL},
        {ZEROS "T3 carry_out 3 0 0 0 0 0 3\nT3 new _ 0 0 0 0 0 3\n", NULL, "T3-05", "np",
         OUTCOME_UNDECIDED, SEVERITY_ERROR, NULL, NULL, NULL},
        {ZEROS "T3 carry_out 3 _ 0 0 0 0 3\nT3 new 1 0 0 0 0 0 1\n", NULL, "T3-05", "co",
         OUTCOME_PASS, 0, NULL, NULL, NULL},
        /* A total of 0 over parts that are not. */
        {ZEROS "T3 new 1 0 0 0 0 0 0\n", NULL, "T3-02", "new", OUTCOME_FAIL, SEVERITY_ERROR, NULL,
         NULL, "1 + 0×5 = 1 ≠ 0，差 1"},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        run_case(&shop, &cases[i]);
}

static void two_slips_do_not_hide(void **state)
{
    (void)state;
    /* Opposite slips in two columns leave 总计 balanced: every column is looked at. */
    static const char *const spec =
        ZEROS "T3 new 5 5 0 0 0 0 10\nT3 open 6 4 0 0 0 0 10\nT3 total 6 4 0 0 0 0 10\n";
    static const struct finding_case cases[] = {
        {NULL, NULL, "T3-01", "np", OUTCOME_FAIL, SEVERITY_ERROR, NULL, NULL, NULL},
        {NULL, NULL, "T3-01", "co", OUTCOME_FAIL, SEVERITY_ERROR, NULL, NULL, NULL},
        {NULL, NULL, "T3-01", "tot", OUTCOME_PASS, 0, NULL, NULL, NULL},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct finding_case one = cases[i];
        one.spec = spec;
        run_case(&shop, &one);
    }
}

static void table_four(void **state)
{
    (void)state;
    static const struct finding_case cases[] = {
        {ZEROS "T4 review 1 0 0 1 3\n", NULL, "T4-01", "review", OUTCOME_FAIL, SEVERITY_ERROR,
         "表四 行政复议：四项结果之和 2，总计 3，差 1（表四 行政复议 结果维持至尚未审结、"
         "表四 行政复议 总计）",
         NULL, "1 + 1 + 0×2 = 2 ≠ 3，差 1"},
        {ZEROS "T4 review 1 0 0 1 2\n", NULL, "T4-01", NULL, OUTCOME_PASS, 0, NULL, NULL, NULL},
        {ZEROS "T4 unplaced review 11\n", NULL, "T4-01", "review", OUTCOME_UNDECIDED,
         SEVERITY_ERROR, NULL, NULL, NULL},
        {ZEROS "T4 direct 1 0 0 0 0\n", NULL, "T4-02", "direct", OUTCOME_FAIL, SEVERITY_ERROR, NULL,
         NULL, NULL},
        {ZEROS "T4 direct 1 0 0 0 1\n", NULL, "T4-02", NULL, OUTCOME_PASS, 0, NULL, NULL, NULL},
        {ZEROS "T4 absent now\n", NULL, "T4-02", "direct", OUTCOME_UNDECIDED, SEVERITY_ERROR, NULL,
         NULL, NULL},
        {ZEROS "T4 after 0 0 1 0 0\n", NULL, "T4-03", "after", OUTCOME_FAIL, SEVERITY_ERROR, NULL,
         NULL, NULL},
        {ZEROS "T4 after 0 0 1 0 1\n", NULL, "T4-03", NULL, OUTCOME_PASS, 0, NULL, NULL, NULL},
        {ZEROS "T4 after 1 1 0 0 _\n", NULL, "T4-03", "after", OUTCOME_UNDECIDED, SEVERITY_ERROR,
         NULL, NULL, NULL},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        run_case(&shop, &cases[i]);
}

static void table_two(void **state)
{
    (void)state;
    static const struct finding_case cases[] = {
        {ZEROS "T2 a1.normative 3 3 2\n", NULL, "T2-01", "normative", OUTCOME_FAIL, SEVERITY_ERROR,
         "表二 规范性文件：对外公开总数量 2 小于 本年新公开数量 3，少 1（表二 规范性文件 "
         "对外公开总数量、表二 规范性文件 本年新公开数量）",
         NULL, "2 < 3，差 1"},
        {ZEROS "T2 a1.normative 3 3 30\n", NULL, "T2-01", NULL, OUTCOME_PASS, 0, NULL, NULL, NULL},
        {ZEROS "T2 missing a1.normative\n", NULL, "T2-01", "normative", OUTCOME_UNDECIDED,
         SEVERITY_ERROR, NULL, NULL, NULL},
        {ZEROS "T2 a5.license 1 -3 0\n", NULL, "T2-03", "license", OUTCOME_FAIL, SEVERITY_ERROR,
         "表二 行政许可：上一年项目数量加本年增减得 -2，比 0 少 2，项目数不能为负（表二 行政许可 "
         "上一年项目数量、表二 行政许可 本年增/减）",
         NULL, "1 - 3 = -2 < 0，差 2"},
        {ZEROS "T2 a5.license 3 -3 0\n", NULL, "T2-03", NULL, OUTCOME_PASS, 0, NULL, NULL, NULL},
        {ZEROS "T2 a6.penalty _ -3 0\n", NULL, "T2-03", "penalty", OUTCOME_UNDECIDED,
         SEVERITY_ERROR, NULL, NULL, NULL},
        {ZEROS "kind 镇\nT2 a9.procurement 60 2636306\n", NULL, "T2-06", "procurement",
         OUTCOME_FAIL, SEVERITY_WARNING,
         "表二 政府集中采购 采购总金额：2636306 未注明单位；若为万元，60 个项目平均每个 43938.43 "
         "万元，不合常理，疑为元",
         NULL, NULL},
        {ZEROS "T2 a9.procurement 60 2636306元\n", NULL, "T2-06", NULL, OUTCOME_PASS, 0, NULL, NULL,
         NULL},
        {ZEROS "T2 a9.procurement 60 2636306万元\n", NULL, "T2-06", "procurement", OUTCOME_FAIL,
         SEVERITY_WARNING, NULL,
         "Table 2 政府集中采购 采购总金额: 2636306 万元, that is 2636306 万元; the 60 items would "
         "average 43938.43 万元 each, beyond belief",
         NULL},
        {ZEROS "T2 a9.procurement 6 137.3\n", NULL, "T2-06", NULL, OUTCOME_PASS, 0, NULL, NULL,
         NULL},
        {ZEROS "kind 局\nT2 a9.procurement 200 1200000\n", NULL, "T2-06", NULL, OUTCOME_PASS, 0,
         NULL, NULL, NULL},
        {ZEROS "kind 乡\nT2 a9.procurement 200 1200000\n", NULL, "T2-06", "procurement",
         OUTCOME_FAIL, SEVERITY_WARNING, NULL, NULL, NULL},
        {ZEROS "kind 镇\nT2 a9.procurement _ 2636306\n", NULL, "T2-06", "procurement", OUTCOME_FAIL,
         SEVERITY_WARNING,
         "表二 政府集中采购 采购总金额：2636306 未注明单位；若为万元，数额过大，不合常理，疑为元",
         NULL, NULL},
        {ZEROS "T2 a9.procurement 6 _\n", NULL, "T2-06", "procurement", OUTCOME_UNDECIDED,
         SEVERITY_WARNING, NULL, NULL, NULL},
        {ZEROS_2021 "T2 a1.normative 5 1 4\n", NULL, "T2-07", "normative", OUTCOME_FAIL,
         SEVERITY_WARNING,
         "表二 行政规范性文件：现行有效件数 4 小于 本年制发件数 5，少 1（表二 行政规范性文件 "
         "现行有效件数、表二 行政规范性文件 本年制发件数）",
         NULL, NULL},
        {ZEROS_2021 "T2 a1.normative 5 1 3\n", NULL, "T2-07", "normative", OUTCOME_FAIL,
         SEVERITY_ERROR, NULL, NULL, NULL},
        {ZEROS_2021 "T2 a1.normative 5 1 40\n", NULL, "T2-07", NULL, OUTCOME_PASS, 0, NULL, NULL,
         NULL},
        {ZEROS_2021 "T2 a1.normative 5 1 _\n", NULL, "T2-07", "normative", OUTCOME_UNDECIDED,
         SEVERITY_WARNING, NULL, NULL, NULL},
        /* A table that was not found leaves open what it would have said. */
        {ZEROS "T2 absent\n", NULL, "T2-06", "procurement", OUTCOME_UNDECIDED, SEVERITY_WARNING,
         NULL, NULL, NULL},
        /* Rules of the other edition do not apply. */
        {ZEROS_2021, NULL, "T2-01", NULL, OUTCOME_PASS, 0, NULL, NULL, NULL},
        {ZEROS_2021, NULL, "T2-06", NULL, OUTCOME_PASS, 0, NULL, NULL, NULL},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        run_case(&shop, &cases[i]);
}

static void across_years(void **state)
{
    (void)state;
    static const char *const now = ZEROS "year 2020\n";
    static const char *const before =
        ZEROS "year 2019\nT3 carry_out 6 0 0 0 0 0 6\nT3 new 6 0 0 0 0 0 6\n";
    static const struct finding_case cases[] = {
        {now, NULL, "XY-01", NULL, OUTCOME_PASS, 0, NULL, NULL, NULL},
        {now, before, "XY-01", "tot", OUTCOME_FAIL, SEVERITY_ERROR,
         "表三 总计：本年表中的上年结转 0，上年报告的结转下年 6，差 6（表三 二 总计、"
         "上年表三 四 总计）",
         NULL, "0 ≠ 6，差 6"},
        {now, before, "XY-01", "np", OUTCOME_FAIL, SEVERITY_WARNING, NULL, NULL, NULL},
        {now, before, "XY-01", "co", OUTCOME_PASS, 0, NULL, NULL, NULL},
        {now, ZEROS "year 2019\nT3 missing carry_out\n", "XY-01", "tot", OUTCOME_UNDECIDED,
         SEVERITY_ERROR, NULL, NULL, NULL},
        /* The report of another year says nothing about the carry-over. */
        {now, ZEROS "year 2017\nT3 carry_out 6 0 0 0 0 0 6\n", "XY-01", NULL, OUTCOME_PASS, 0, NULL,
         NULL, NULL},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        run_case(&shop, &cases[i]);
}

static size_t instances(const struct findings *findings)
{
    size_t n = 0;
    for (int i = 0; i < OUTCOME_COUNT; i++)
        n += findings->counts[i];
    return n;
}

/* XY-01 by column, XY-02 by row, XY-04 by cell, XY-08. */
enum { XY_INSTANCES = 7 + 5 + 10 + 1 };

/* Without last year's report each instance is counted, not the rule once. */
static void one_year_counts_the_same(void **state)
{
    (void)state;
    struct judged alone = judge_built(&shop, ZEROS "year 2020\n", NULL, NULL, 0);
    struct judged both = judge_built(&shop, ZEROS "year 2020\n", ZEROS "year 2019\n", NULL, 0);
    assert_int_equal(instances(alone.findings), instances(both.findings));
    assert_int_equal(alone.findings->counts[OUTCOME_NA],
                     both.findings->counts[OUTCOME_NA] + XY_INSTANCES);
    judged_free(&alone);
    judged_free(&both);
}

/* Every rule that is on gives an instance on every report, an empty one too. */
static void counts_add_up(void **state)
{
    (void)state;
    static const char *const specs[] = {
        ZEROS, ZEROS_2021, "T2 absent x\nT3 absent x\nT4 absent x\n",
        ZEROS "T3 missing new open total\nT4 unplaced review 11\nT3 partial _ / x ? . 0 1\n"};
    for (size_t i = 0; i < COUNT(specs); i++) {
        struct judged judged = judge_built(&shop, specs[i], NULL, NULL, 0);
        size_t shown =
            judged.findings->counts[OUTCOME_FAIL] + judged.findings->counts[OUTCOME_UNDECIDED];
        assert_int_equal(shown, judged.findings->nitems);
        assert_true(instances(judged.findings) >=
                    ruleset_count(shop.rules) - judged.findings->noff);
        judged_free(&judged);
    }
}

static bool is_formula(const struct finding *item)
{
    return item->rule->id[0] == 'T' && strcmp(item->rule->id, "T2-06") != 0;
}

static void check_item(const struct finding *item)
{
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        const char *message = item->message[lang];
        if (!*message || strchr(message, '{'))
            fail_msg("%s/%s: \"%s\"", item->rule->id, item->instance, message);
    }
    bool may_lack = strcmp(item->rule->id, "T3-04") == 0;
    for (size_t i = 0; i < item->nseen && is_formula(item) && !may_lack; i++) {
        enum cell_state state = item->seen[i].state;
        bool is_lost = state == CELL_ABSENT || state == CELL_UNPLACED || state == CELL_TEXT;
        if (item->outcome == OUTCOME_FAIL && is_lost)
            fail_msg("%s/%s fails on %s", item->rule->id, item->instance, item->seen[i].cell);
    }
}

/* Whatever state the cells are in: the counts add up, no template is left
 * unfilled, and nothing fails on a cell that is not there. */
static void any_states(void **state)
{
    (void)state;
    unsigned seed = 11;
    for (int round = 0; round < 60; round++) {
        struct report *report =
            report_build(shop.forms, round % 2 ? ZEROS : "edition 2021\n" ZEROS);
        size_t position = 0;
        const struct cell *cell;
        while ((cell = report_next_cell(report, &position))) {
            struct cell *mutable = (struct cell *)cell;
            seed = seed * 1103515245u + 12345u;
            unsigned random = seed >> 16;
            mutable->state = random % 4 ? CELL_NUMBER : (enum cell_state)(random / 4 % 6);
            mutable->value = random / 32 % 3;
        }
        struct findings *findings = findings_make(report, NULL, shop.rules, NULL, 0, NULL);
        assert_non_null(findings);
        assert_int_equal(findings->counts[OUTCOME_FAIL] + findings->counts[OUTCOME_UNDECIDED],
                         findings->nitems);
        for (size_t i = 0; i < findings->nitems; i++)
            check_item(&findings->items[i]);
        findings_free(findings);
        report_free(report);
    }
}

static void a_whole_table_passes(void **state)
{
    (void)state;
    struct judged judged = judge_built(&shop, ZEROS, NULL, NULL, 0);
    /* T3: 7 columns four times and 23 rows; T4: 3; T2: 2 + 5 + 1. */
    assert_true(judged.findings->counts[OUTCOME_PASS] >= 7 * 4 + 23 + 3 + 8);
    assert_null(find_item(judged.findings, "T3-02", NULL));
    judged_free(&judged);
}

/* The reviewer's reading counts in every check, and the message says so. */
static void readings_are_applied(void **state)
{
    (void)state;
    static const struct reading good[] = {
        {.cell = "T3.new.tot", .state = CELL_NUMBER, .value = 11, .text = "11"}};
    static const struct reading bad[] = {
        {.cell = "T3.new.np", .state = CELL_NUMBER, .value = 12, .text = "12"}};
    static const char *const spec = ZEROS "T3 new 10 1 0 0 0 0 9\n";
    struct judged judged = judge_built(&shop, spec, NULL, good, 1);
    assert_null(find_item(judged.findings, "T3-02", "new"));
    judged_free(&judged);
    judged = judge_built(&shop, spec, NULL, bad, 1);
    const struct finding *item = find_item(judged.findings, "T3-02", "new");
    assert_non_null(item);
    assert_int_equal(item->lhs, 13);
    assert_true(item->seen[0].is_reading && !item->seen[1].is_reading);
    assert_non_null(strstr(item->message[LANG_ZH], "（含审核人改读的单元格）"));
    assert_non_null(strstr(item->message[LANG_EN], "as the reviewer reads them"));
    judged_free(&judged);
}

/* What is printed and forgotten is the same, in its one language. */
static void brief_says_the_same(void **state)
{
    (void)state;
    static const char *const spec = ZEROS "T3 new 10 1 0 0 0 0 9\nT4 review 1 0 0 0 2\n";
    struct judged judged = judge_built(&shop, spec, NULL, NULL, 0);
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        struct str whole = STR_INIT, brief = STR_INIT;
        struct findings_input input = {.report = judged.report,
                                       .rules = shop.rules,
                                       .without_prints = true,
                                       .one_language = true,
                                       .lang = (enum lang)lang};
        struct findings *findings = findings_evaluate(&input, NULL);
        assert_non_null(findings);
        assert_true(findings->nitems > 0);
        findings_write_jsonl(judged.findings, (enum lang)lang, &whole);
        findings_write_jsonl(findings, (enum lang)lang, &brief);
        assert_string_equal(str_text(&brief), str_text(&whole));
        assert_string_equal(findings->items[0].message[1 - lang], "");
        assert_string_equal(findings->items[0].values, "");
        str_release(&whole);
        str_release(&brief);
        findings_free(findings);
    }
    judged_free(&judged);
}

static void doubt_is_said_first(void **state)
{
    (void)state;
    struct judged judged =
        judge_built(&shop, ZEROS "T3 new 10 1 0 0 0 0 9\nT3 doubtful x\n", NULL, NULL, 0);
    const struct finding *item = find_item(judged.findings, "T3-02", "new");
    assert_non_null(item);
    assert_non_null(strstr(item->message[LANG_ZH], "识读存疑"));
    assert_non_null(strstr(item->message[LANG_EN], "in doubt"));
    judged_free(&judged);
}

/* Where the numbers of a row may stand in any order, that they do not balance is no error. */
static void strewn_rows_are_undecided(void **state)
{
    (void)state;
    struct judged judged =
        judge_built(&shop, ZEROS "T3 new 10 1 0 0 0 0 9\nT3 strewn x\n", NULL, NULL, 0);
    const struct finding *item = find_item(judged.findings, "T3-02", "new");
    assert_non_null(item);
    assert_int_equal(item->outcome, OUTCOME_UNDECIDED);
    assert_int_equal(findings_failed(judged.findings, SEVERITY_ERROR), 0);
    judged_free(&judged);
}

/* （六） printed as one row in the 2021 form is the leaf, its sub-rows are not. */
static void one_row_other(void **state)
{
    (void)state;
    static const char *const spec =
        ZEROS_2021 "T3 other_1 . . . . . . .\nT3 other_2 . . . . . . .\nT3 other_3 . . . . . . .\n"
                   "T3 other 2 0 0 0 0 0 2\nT3 total 2 0 0 0 0 0 2\nT3 new 2 0 0 0 0 0 2\n";
    static const struct finding_case cases[] = {
        {NULL, NULL, "T3-03", NULL, OUTCOME_PASS, 0, NULL, NULL, NULL},
        {NULL, NULL, "T3-02", NULL, OUTCOME_PASS, 0, NULL, NULL, NULL},
        {NULL, NULL, "STR-02", NULL, OUTCOME_PASS, 0, NULL, NULL, NULL},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct finding_case one = cases[i];
        one.spec = spec;
        run_case(&shop, &one);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(table_three),
        cmocka_unit_test(blanks_are_unknown_counts),
        cmocka_unit_test(two_slips_do_not_hide),
        cmocka_unit_test(table_four),
        cmocka_unit_test(table_two),
        cmocka_unit_test(across_years),
        cmocka_unit_test(one_year_counts_the_same),
        cmocka_unit_test(counts_add_up),
        cmocka_unit_test(any_states),
        cmocka_unit_test(a_whole_table_passes),
        cmocka_unit_test(readings_are_applied),
        cmocka_unit_test(brief_says_the_same),
        cmocka_unit_test(doubt_is_said_first),
        cmocka_unit_test(strewn_rows_are_undecided),
        cmocka_unit_test(one_row_other),
    };
    return cmocka_run_group_tests(tests, shop_setup, shop_teardown);
}
