/* Small tables in layouts A1, A2 and C, each with one thing that goes wrong in
 * real texts. */
#include "table_fixture.h"

/* The head and tail of a report, so that tables stand where they should. */
#define REPORT(tables)                                                                             \
    "某镇人民政府2020年政府信息公开工作年度报告\n\n一、总体情况\n本镇公开信息12条。\n\n" tables    \
    "\n\n五、存在的主要问题及改进情况\n公开意识不强。\n\n六、其他需要报告的事项\n无\n"

#define A5_2019                                                                                                   \
    "第二十条第（五）项\t\t\t\n信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n" \
    "行政许可\t21\t+19\t40\n其他对外管理服务事项\t0\t0\t0\n"
#define REST_2019                                                                                                         \
    A5_2019 "第二十条第（六）项\t\t\t\n信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n" \
            "行政处罚\t5\t-3\t2\n行政强制\t0\t0\t0\n"                                                             \
            "第二十条第（八）项\t\t\t\n信息内容\t上一年项目数量\t本年增/减\t\n"                   \
            "行政事业性收费\t1\t0\t\n第二十条第（九）项\t\t\t\n"                                          \
            "信息内容\t采购项目数量\t采购总金额\t\n政府集中采购\t9\t18.3万元\t\n"
#define T2_2019                                                                                    \
    "二、主动公开政府信息情况\n第二十条第（一）项\t\t\t\n"                    \
    "信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n"          \
    "规章\t0\t0\t0\n规范性文件\t3\t3\t8\n" REST_2019
#define T2_2021                                                                                                           \
    "二、主动公开政府信息情况\n第二十条第（一）项\t\t\t\n"                                           \
    "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n"                                          \
    "规章\t0\t0\t0\n行政规范性文件\t5\t12\t8\n"                                                                  \
    "第二十条第（五）项\t\t\t\n信息内容\t本年处理决定数量\t\t\n行政许可\t114\t\t\n"              \
    "第二十条第（六）项\t\t\t\n信息内容\t本年处理决定数量\t\t\n行政处罚\t7\t\t\n"                \
    "行政强制\t0\t\t\n第二十条第（八）项\t\t\t\n信息内容\t本年收费金额（单位：万元）\t\t\n" \
    "行政事业性收费\t137.3\t\t\n"
#define HEAD3                                                                                                                             \
    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t\t\t申请人情况\t\t\t\t" \
    "\t\t\n"                                                                                                                              \
    "\t\t\t自然人\t法人或其他组织\t\t\t\t\t总计\n"                                                                            \
    "\t\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\n"
#define HEADING3 "\n三、收到和处理政府信息公开申请情况\n"
#define NEW3 "一、本年新收政府信息公开申请数量\t\t\t1\t2\t3\t4\t5\t6\t21\n"
#define IN3 "二、上年结转政府信息公开申请数量\t\t\t0\t0\t0\t0\t0\t0\t0\n"
#define OPEN3 "三、本年度办理结果\t（一）予以公开\t\t7\t0\t0\t0\t0\t0\t7\n"
#define PARTIAL3                                                                                   \
    "\t（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t0\t1\t0\t0\t0\t0\t1\n"
#define DENIED_1 "\t（三）不予公开\t1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0\n"
#define DENIED_2 "\t\t2.其他法律行政法规禁止公开\t0\t0\t0\t0\t0\t0\t0\n"
#define DENIED_3 "\t\t3.危及“三安全一稳定”\t0\t0\t0\t0\t0\t0\t0\n"
#define DENIED_4 "\t\t4.保护第三方合法权益\t0\t1\t0\t0\t0\t0\t1\n"
#define T3_TOP HEADING3 HEAD3 NEW3 IN3 OPEN3 PARTIAL3 DENIED_1 DENIED_2

static struct report *read_text(const char *text)
{
    return read_tables(slice_of(text));
}

static bool has_span(const struct report *report, const struct span *spans, size_t n,
                     const char *wanted)
{
    for (size_t i = 0; i < n; i++)
        if (slice_is(report_slice(report, spans[i]), wanted))
            return true;
    return false;
}

static const struct label_reading *find_label(const struct report *report, enum table_id id,
                                              const char *row)
{
    const struct table *table = &report->tables[id];
    for (size_t i = 0; i < table->nlabels; i++) {
        const struct label_reading *label = &table->labels[i];
        if (strcmp(table->blocks[label->block].form->rows[label->row].id, row) == 0)
            return label;
    }
    return NULL;
}

static void test_full_tables(void **state)
{
    struct report *report = read_text(REPORT(T2_2019 T3_TOP));
    (void)state;
    assert_string_equal(report->edition, "2019");
    assert_int_equal(report->tables[TABLE_T2].state, TABLE_COMPLETE);
    assert_string_equal(report->tables[TABLE_T2].layout, "C");
    check_cell(report, "T2.a5.license.delta", "+19");
    check_cell(report, "T2.a6.penalty.delta", "-3");
    check_cell(report, "T2.a9.procurement.amount", "18.3");
    const struct cell *amount = find_cell(report, "T2.a9.procurement.amount");
    assert_int_equal(amount->value, 18300000);
    assert_true(slice_is(amount->unit, "万元"));
    check_cell(report, "T3.new.tot", "21");
    check_cell(report, "T3.new.ot", "6");
    check_cell(report, "T3.carry_out.np", "absent");
    assert_int_equal(report->tables[TABLE_T3].state, TABLE_INCOMPLETE);
    assert_int_equal(report->tables[TABLE_T4].state, TABLE_ABSENT);
    check_cell(report, "T4.review.total", "absent");
    free_report(report);
}

/* Every byte is in one block, in order; headings are prose. */
static void test_blocks_cover_the_text(void **state)
{
    struct report *report = read_text(REPORT(T2_2019 T3_TOP));
    uint32_t at = 0;
    size_t ntables = 0;
    (void)state;
    for (size_t i = 0; i < report->nblocks; i++) {
        assert_int_equal(report->blocks[i].span.start, at);
        at = report->blocks[i].span.end;
        struct slice text = report_slice(report, report->blocks[i].span);
        bool table = report->blocks[i].kind == BLOCK_TABLE;
        ntables += table;
        assert_true(!table || !slice_contains(text, "主动公开政府信息情况"));
        assert_true(!table || !slice_contains(text, "收到和处理"));
    }
    assert_int_equal(at, report->text_nbytes);
    assert_int_equal(ntables, 2);
    free_report(report);
}

static void test_caption_before_a_blank_line(void **state)
{
    struct report *report =
        read_text(REPORT("二、主动公开政府信息情况\n说明文字。\n第二十条第（一）项\n\n"
                         "信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n"
                         "规章\t0\t0\t0\n规范性文件\t3\t3\t8\n" REST_2019));
    (void)state;
    struct slice text = report_slice(report, report->tables[TABLE_T2].span);
    assert_true(slice_has_prefix(text, slice_of("第二十条第（一）项")));
    assert_int_equal(report->tables[TABLE_T2].nsplits, 0);
    free_report(report);
}

static void test_edition_by_block(void **state)
{
    struct report *report =
        read_text(REPORT("二、主动公开政府信息情况\n"
                         "信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n"
                         "规章\t0\t0\t0\n规范性文件\t3\t3\t8\n"
                         "信息内容\t本年处理决定数量\n行政许可\t114\n"
                         "信息内容\t本年处理决定数量\n行政处罚\t7\n行政强制\t1\n"
                         "信息内容\t本年收费金额（单位：万元）\n行政事业性收费\t0.092\n"));
    (void)state;
    assert_string_equal(report->edition, "mixed");
    check_cell(report, "T2.a1.normative.public_total", "8");
    check_cell(report, "T2.a5.license.decisions", "114");
    check_cell(report, "T2.a8.fee.amount", "0.092");
    check_cell(report, "T2.a9.procurement.count", "none");
    assert_int_equal(report->tables[TABLE_T2].nmissing, 0);
    free_report(report);
}

static void test_truncated_header(void **state)
{
    struct report *report = read_text(REPORT("二、主动公开政府信息情况\n第二十条第（一）项\n"
                                             "信息内容\t本年新\t本年新\t对外公开总数量\n规章\t1\t2"
                                             "\t3\n规范性文件\t4\t5\t6\n" REST_2019));
    (void)state;
    check_cell(report, "T2.a1.regulation.published", "2");
    check_cell(report, "T2.a1.normative.made", "4");
    assert_int_equal(report->tables[TABLE_T2].nbad_headers, 2);
    assert_true(has_span(report, report->tables[TABLE_T2].bad_headers, 2, "本年新"));
    free_report(report);
}

static void test_lost_label_by_order(void **state)
{
    struct report *report =
        read_text(REPORT("二、主动公开政府信息情况\n第二十条第（一）项\n"
                         "信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n"
                         "\t1\t2\t3\n规范性文件\t4\t5\t6\n" REST_2019));
    (void)state;
    check_cell(report, "T2.a1.regulation.made", "1");
    assert_true(find_cell(report, "T2.a1.regulation.made")->placed_by_order);
    assert_int_equal(find_label(report, TABLE_T2, "regulation")->match, LABEL_BY_ORDER);
    free_report(report);
}

/* Two labels lost side by side: nothing says which values are whose. */
static void test_two_lost_labels(void **state)
{
    struct report *report =
        read_text(REPORT(T2_2019 HEADING3 HEAD3 NEW3 IN3 OPEN3 PARTIAL3 DENIED_1
                         "\t\t\t1\t0\t0\t0\t0\t0\t1\n\t\t\t2\t0\t0\t0\t0\t0\t2\n" DENIED_4));
    (void)state;
    check_cell(report, "T3.denied_2.np", "absent");
    check_cell(report, "T3.denied_3.np", "absent");
    check_cell(report, "T3.denied_4.co", "1");
    assert_int_equal(report->tables[TABLE_T3].nextra, 2);
    free_report(report);
}

static void test_lost_rows_do_not_shift(void **state)
{
    struct report *report =
        read_text(REPORT(T2_2019 HEADING3 HEAD3 NEW3 OPEN3 DENIED_1 "\n" HEAD3 DENIED_4));
    const struct table *table = &report->tables[TABLE_T3];
    (void)state;
    check_cell(report, "T3.carry_in.np", "absent");
    check_cell(report, "T3.partial.np", "absent");
    check_cell(report, "T3.open.np", "7");
    check_cell(report, "T3.denied_4.tot", "1");
    assert_int_equal(table->nmissing, 23 - 4);
    assert_int_equal(table->nsplits, 1);
    assert_true(slice_contains(report_slice(report, table->splits[0]), "申请人情况"));
    assert_non_null(strstr(table->why[LANG_ZH], "缺19行"));
    free_report(report);
}

static void test_short_rows(void **state)
{
    struct report *report =
        read_text(REPORT(T2_2019 HEADING3 HEAD3 NEW3
                         "二、上年结转政府信息公开申请数量\t\t\t0\t1\t0\t0\t0\t1\n" OPEN3
                         "\t（二）部分公开\t\t0\t\t\t\t\t\t1\n"
                         "\t（三）不予公开\t1.属于国家秘密\t1\t2\t3\t4\t5\t6\t7\t8\n" DENIED_2));
    const struct table *table = &report->tables[TABLE_T3];
    (void)state;
    check_cell(report, "T3.carry_in.np", "unplaced");
    check_cell(report, "T3.partial.np", "0");
    check_cell(report, "T3.partial.co", "blank");
    check_cell(report, "T3.partial.tot", "1");
    check_cell(report, "T3.denied_1.tot", "unplaced");
    check_cell(report, "T3.denied_2.tot", "0");
    assert_int_equal(table->rows[1].nnumerals, 6);
    assert_int_equal(table->rows[1].nexpected, 7);
    assert_true(slice_is(report_slice(report, table->rows[1].numerals[1]), "1"));
    free_report(report);
}

/* Fields that may be label columns or the end of the line place nothing. */
static void test_shifted_short_rows(void **state)
{
    struct report *report = read_text(
        REPORT(T2_2019 HEADING3
               "\t自然人\t法人或其他组织\t\t\t\t\t总计\t\n\t\t商业企业\t科研机构\t社会公益组织\t"
               "法律服务机构\t其他\t\t\n"
               "一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\t\n"
               "二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\t\n"
               "三、本年度办理结果\t（一）予以公开\t\t1\t0\t0\t0\t0\t1\n"
               "（七）总计\t\t1\t0\t0\t0\t0\t1\t\n"));
    (void)state;
    check_cell(report, "T3.new.tot", "1");
    check_cell(report, "T3.open.np", "unplaced");
    check_cell(report, "T3.total.np", "unplaced");
    free_report(report);
}

static void test_other_as_one_row(void **state)
{
    struct report *report =
        read_text(REPORT(T2_2021 T3_TOP "\t（六）其他处理\t\t2\t0\t0\t0\t0\t0\t2\n"
                                        "\t（七）总计\t\t9\t0\t0\t0\t0\t0\t9\n"));
    const struct table *table = &report->tables[TABLE_T3];
    (void)state;
    assert_string_equal(table->edition, "2021");
    check_cell(report, "T3.other.np", "2");
    check_cell(report, "T3.other_1.np", "absent");
    check_cell(report, "T3.total.tot", "9");
    for (size_t i = 0; i < table->nmissing; i++) {
        const struct form_row *row = &table->blocks[0].form->rows[table->missing[i].row];
        assert_true(strncmp(row->id, "other", 5) != 0);
    }
    assert_false(table->blocks[0].form->rows[find_label(report, TABLE_T3, "other")->row].is_group);
    free_report(report);
}

static void test_sub_rows_beside_2019(void **state)
{
    struct report *report = read_text(
        REPORT(T2_2019 T3_TOP
               "\t（六）其他处理\t1.申请人无正当理由逾期不补正，行政机关不再处理其政府信息公开申请"
               "\t2\t0\t0\t0\t0\t0\t2\n"
               "\t\t2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"
               "\t0\t0\t0\t0\t0\t0\t0\n\t\t3.其他\t0\t4\t0\t0\t0\t0\t4\n"));
    (void)state;
    assert_string_equal(report->tables[TABLE_T2].edition, "2019");
    assert_string_equal(report->tables[TABLE_T3].edition, "2021");
    assert_string_equal(report->edition, "mixed");
    check_cell(report, "T3.other_1.np", "2");
    check_cell(report, "T3.other_3.co", "4");
    check_cell(report, "T3.other.np", "absent");
    assert_true(find_label(report, TABLE_T3, "other_1")->same);
    free_report(report);
}

static void test_label_variants(void **state)
{
    struct report *report = read_text(
        REPORT(T2_2019 HEADING3 HEAD3
               "### 一、本年度新收政府信息公开申请数量\t\t\t1\t0\t0\t0\t0\t0\t1\n"
               "二、上年转结政府信息公开申请数量\t\t\t0\t0\t0\t0\t0\t0\t0\n"
               "三、本年度办理结果无法提供\t（一）予以公开\t\t7\t0\t0\t0\t0\t0\t7\n"
               "\t(二) 部 分 公 开(区分处理的,只计这一情形,不计其他情形)\t\t0\t1\t0\t0\t0\t0\t1\n"
               "\t（三）不予公开\t1、属于国家秘密\t0\t0\t0\t0\t0\t0\t0\n"
               "\t\t2.其他法律行政止公开\t5\t0\t0\t0\t0\t0\t5\n"));
    (void)state;
    check_cell(report, "T3.new.np", "1");
    check_cell(report, "T3.open.tot", "7");
    check_cell(report, "T3.partial.co", "1");
    check_cell(report, "T3.denied_1.tot", "0");
    check_cell(report, "T3.denied_2.tot", "5");
    assert_false(find_label(report, TABLE_T3, "new")->same);
    assert_false(find_label(report, TABLE_T3, "carry_in")->same);
    assert_int_equal(find_label(report, TABLE_T3, "denied_2")->match, LABEL_FUZZY);
    assert_string_equal(find_label(report, TABLE_T3, "results")->effect, "merged");
    assert_false(find_label(report, TABLE_T3, "results")->same);
    assert_true(find_label(report, TABLE_T3, "partial")->same);
    assert_true(find_label(report, TABLE_T3, "denied_1")->same);
    free_report(report);
}

/* 三、 in the middle of its rows, （三） and its first row in one field. */
static void test_group_labels(void **state)
{
    struct report *report =
        read_text(REPORT(T2_2019 HEADING3 HEAD3 NEW3 IN3
                         "\t（一）予以公开\t\t7\t0\t0\t0\t0\t0\t7\n"
                         "三、本年度办理结果\t（二）部分公开\t\t0\t1\t0\t0\t0\t0\t1\n"
                         "\t（三）不予公开1.属于国家秘密\t\t0\t0\t4\t0\t0\t0\t4\n" DENIED_2));
    const struct table *table = &report->tables[TABLE_T3];
    (void)state;
    check_cell(report, "T3.open.np", "7");
    check_cell(report, "T3.denied_1.ri", "4");
    assert_int_equal(table->state, TABLE_INCOMPLETE);
    assert_int_equal(table->nextra, 0);
    assert_non_null(find_label(report, TABLE_T3, "results"));
    assert_string_equal(find_label(report, TABLE_T3, "denied")->effect, "merged");
    assert_true(find_label(report, TABLE_T3, "denied_1")->same);
    free_report(report);
}

/* The group's label behind that of its row: the values are the row's. */
static void test_group_label_behind_its_row(void **state)
{
    struct report *report =
        read_text(REPORT(T2_2019 HEADING3 HEAD3 NEW3 IN3
                         "（一）予以公开\t三、本年度办理结果\t\t7\t0\t0\t0\t0\t0\t7\n" PARTIAL3));
    (void)state;
    check_cell(report, "T3.open.np", "7");
    check_cell(report, "T3.partial.co", "1");
    free_report(report);
}

static void test_extra_rows_stay_out(void **state)
{
    struct report *report = read_text(REPORT(
        "二、主动公开政府信息情况\n"
        "信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n"
        "规章\t0\t0\t0\n规范性文件\t3\t3\t8\n其他主动公开文件（含通知3类）\t9\t9\t9\n" A5_2019
        "行政检查\t4\t4\t4\n其中：简易程序\t2\t2\t2\n" REST_2019));
    const struct table *table = &report->tables[TABLE_T2];
    (void)state;
    check_cell(report, "T2.a1.normative.public_total", "8");
    check_cell(report, "T2.a5.license.decisions", "40");
    check_cell(report, "T2.a5.other_service.decisions", "0");
    assert_true(table->nextra >= 3);
    assert_true(
        slice_has_prefix(report_slice(report, table->extra[0]), slice_of("其他主动公开文件")));
    free_report(report);
}

static void test_texts_and_marks_in_cells(void **state)
{
    struct report *report = read_text(
        REPORT("二、主动公开政府信息情况\n"
               "信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n"
               "规章\t/\t—\t无\n规范性文件\t约3\t３\t1,208件（其中修订16件）\n" REST_2019));
    (void)state;
    check_cell(report, "T2.a1.regulation.made", "mark");
    check_cell(report, "T2.a1.regulation.public_total", "mark");
    check_cell(report, "T2.a1.normative.made", "text");
    check_cell(report, "T2.a1.normative.published", "３");
    check_cell(report, "T2.a1.normative.public_total", "1,208");
    const struct cell *cell = find_cell(report, "T2.a1.normative.public_total");
    assert_int_equal(cell->value, 1208);
    assert_string_equal(cell->note, "（其中修订16件）");
    free_report(report);
}

static void test_stray_prefixes(void **state)
{
    struct report *report =
        read_text(REPORT("二、主动公开政府信息情况\n(二) 第二十条第(一)项\t\t\t\n"
                         "(二) 信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n"
                         "规章\t0\t0\t0\n规范性文件\t3\t3\t8\n" REST_2019));
    const struct table *table = &report->tables[TABLE_T2];
    (void)state;
    assert_int_equal(table->state, TABLE_COMPLETE);
    assert_int_equal(table->nstray, 2);
    assert_true(slice_is(report_slice(report, table->stray[0]), "(二)"));
    assert_int_equal(table->nbad_headers, 0);
    free_report(report);
}

static void test_page_break_between_rows(void **state)
{
    struct report *report =
        read_text(REPORT("二、主动公开政府信息情况\n第二十条第（一）项\n"
                         "信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n"
                         "规章\t0\t0\t0\n- 3 -\n\n规范性文件\t3\t3\t8\n" REST_2019));
    const struct table *table = &report->tables[TABLE_T2];
    (void)state;
    assert_int_equal(table->state, TABLE_COMPLETE);
    assert_int_equal(table->nsplits, 1);
    assert_int_equal(table->nextra, 0);
    free_report(report);
}

/* （二）… 0 0 0 0 0 0 0 …形） : the label goes on below its values. */
static void test_label_around_its_values(void **state)
{
    struct report *report =
        read_text(REPORT(T2_2019 HEADING3 HEAD3 NEW3 IN3 OPEN3
                         "\t（二）部分公开（区分处理的，只计这一情\n\t\t\t0\t5\t0\t0\t0\t0\t5\n"
                         "\t形，不计其他情形）\n" DENIED_1));
    (void)state;
    check_cell(report, "T3.partial.co", "5");
    check_cell(report, "T3.denied_1.co", "0");
    assert_int_equal(report->tables[TABLE_T3].nextra, 0);
    free_report(report);
}

static const char a1_head[] =
    "二、主动公开政府信息情况\n\n第二十条第(一)项\n\n信息内容\n\n本年新\n\n"
    "制作数量\n\n本年新公开\n数量\n\n对外公开总数量\n\n";
static const char a1_tail[] =
    "\n\n第二十条第(五)项\n\n信息内容\n\n上一年项目数量\n\n本年增/减\n\n处理决定数量\n\n"
    "行政许可（指2018年事项数）\n\n21\n\n+19\n\n40\n\n其他对外管理服务事项\n\n0\n\n0\n\n0\n\n"
    "三、收到和处理政府信息公开申请情况\n";

static struct report *read_a1(const char *rows)
{
    char text[8192];
    snprintf(text, sizeof text, "%s%s%s", a1_head, rows, a1_tail);
    return read_text(text);
}

static void test_a1(void **state)
{
    struct report *report = read_a1("规章\n\n 0\n\n 1\n\n 2\n\n规范性文件\n\n3\n\n4\n\n5");
    (void)state;
    assert_string_equal(report->tables[TABLE_T2].layout, "A1");
    assert_int_equal(report->tables[TABLE_T2].nbad_headers, 0);
    check_cell(report, "T2.a1.regulation.made", "0");
    check_cell(report, "T2.a1.regulation.public_total", "2");
    check_cell(report, "T2.a1.normative.public_total", "5");
    check_cell(report, "T2.a5.license.prev_items", "21");
    check_cell(report, "T2.a5.other_service.decisions", "0");
    assert_true(find_label(report, TABLE_T2, "license")->same);
    free_report(report);
}

static void test_a1_blanks(void **state)
{
    static const struct {
        const char *rows;
        const char *cells[3]; /* of 规范性文件 */
    } cases[] = {
        {"规章\n\n\n\n\n规范性文件\n\n\n\n3", {"blank", "blank", "3"}},
        {"规章\n\n0\n\n0\n\n0\n\n规范性文件\n\n3\n\n\n\n4", {"unplaced", "unplaced", "unplaced"}},
        {"规章\n\n0\n\n0\n\n0\n\n规范性文件\n\n3\n\n\n4", {"3", "blank", "4"}},
        {"规章\n\n0\n\n0\n\n\n\n0\n\n规范性文件\n\n3\n\n\n\n4\n\n5", {"3", "4", "5"}},
        {"规章\n\n0\n\n0\n\n0\n\n规范性文件\n\n3\n\n4", {"unplaced", "unplaced", "unplaced"}},
        {"规章\n\n0\n\n0\n\n0\n\n规范性文件\n\n3\n\n-4-\n\n\n4",
         {"unplaced", "unplaced", "unplaced"}},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct report *report = read_a1(cases[i].rows);
        check_cell(report, "T2.a1.normative.made", cases[i].cells[0]);
        check_cell(report, "T2.a1.normative.published", cases[i].cells[1]);
        check_cell(report, "T2.a1.normative.public_total", cases[i].cells[2]);
        free_report(report);
    }
}

/* A blank row, and below it the values of a row without its label. */
static void test_a1_blank_row_before_lost_label(void **state)
{
    struct report *report = read_a1("规章\n\n\n\n\n3\n\n4\n\n5");
    (void)state;
    check_cell(report, "T2.a1.regulation.made", "unplaced");
    check_cell(report, "T2.a1.normative.made", "absent");
    free_report(report);
}

static void test_a1_lost_label(void **state)
{
    struct report *report = read_a1("7\n\n8\n\n9\n\n规范性文件\n\n3\n\n4\n\n5");
    (void)state;
    check_cell(report, "T2.a1.regulation.public_total", "9");
    assert_true(find_cell(report, "T2.a1.regulation.made")->placed_by_order);
    free_report(report);
}

/* Repeated lines removed: one 信息内容 for all blocks. Nothing is certain. */
static void test_deduped_text(void **state)
{
    struct report *report = read_text(REPORT(
        "二、主动公开政府信息情况\n第二十条第(一)项\n信息内容\n本年新制作数量\n本年新公开数量\n"
        "对外公开总数量\n规章\n0\n规范性文件\n第二十条第(五)项\n上一年项目数量\n本年增/减\n"
        "处理决定数量\n行政许可\n6\n减3\n3\n其他对外管理服务事项\n第二十条第(六)项\n行政处罚\n"
        "行政强制\n第二十条第(八)项\n行政事业性收费\n4\n第二十条第(九)项\n"));
    (void)state;
    assert_int_equal(report->tables[TABLE_T2].state, TABLE_DOUBTFUL);
    check_cell(report, "T2.a1.regulation.made", "unplaced");
    check_cell(report, "T2.a5.license.delta", "unplaced");
    check_cell(report, "T2.a6.penalty.decisions", "unplaced");
    free_report(report);
}

static void test_a2_blanks(void **state)
{
    struct report *report = read_text(
        REPORT("二、主动公开政府信息情况\n\t第二十条第（一）项\n\n\t信息内容\n\t本年制发件数\n"
               "\t本年废止\n件数\n\t现行有效件数\n\n\t规章\n\t\n\t\n\t\n\n"
               "\t行政规范性文件\n\t[bookmark: _Toc1]3\n\t\n\t1 458\n\n"
               "\t第二十条第（五）项\n\n\t信息内容\n\t本年处理决定数量\n\n\t行政许可\n\t—\n\n"));
    (void)state;
    assert_string_equal(report->tables[TABLE_T2].layout, "A2");
    check_cell(report, "T2.a1.regulation.issued", "blank");
    check_cell(report, "T2.a1.regulation.in_force", "blank");
    check_cell(report, "T2.a1.normative.issued", "3");
    check_cell(report, "T2.a1.normative.abolished", "blank");
    check_cell(report, "T2.a1.normative.in_force", "text");
    check_cell(report, "T2.a5.license.decisions", "mark");
    free_report(report);
}

/* A line without a tab below a row: a page's foot is no cell, and what may be the last cell's
 * is not set aside. */
static void test_a2_lines_without_tab(void **state)
{
    static const struct {
        const char *row;
        const char *cells[3]; /* of 行政规范性文件 */
    } cases[] = {
        {"\t\n\t7\n\t\n", {"blank", "7", "blank"}},
        {"\t\n\t7\n\t\n（转下一页）\n", {"blank", "7", "blank"}},
        {"\t\n\t7\n\t\n（转下一页）\n青山县柳河镇年度报告\n", {"blank", "7", "blank"}},
        {"\t\n\t\n\t\n（转下一页）\n", {"blank", "blank", "blank"}},
        {"\t3\n\t7\n\t8\n\n（转下一页）\n", {"3", "7", "8"}},
        {"\t3\n\t约\n40\n\t8\n", {"3", "text", "8"}},
        {"\t\n\t7\n\t\n49\n", {"unplaced", "unplaced", "unplaced"}},
        {"\t\n\t6\n\t7\n\t8\n", {"6", "7", "8"}},
        {"\t\n\t7\n\t\n未统计\n", {"unplaced", "unplaced", "unplaced"}},
        {"\t\n\t7\n\t8\n\t（转下一页）\n", {"unplaced", "unplaced", "unplaced"}},
        {"\t\n\t7\n\t\n约5\n", {"unplaced", "unplaced", "unplaced"}},
        {"\t\n（转下一页）\n\t7\n\t\n", {"unplaced", "unplaced", "unplaced"}},
        {"\t3\n\t7\n\t8\n青山县柳河镇\n", {"unplaced", "unplaced", "unplaced"}},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[4096];
        snprintf(
            text, sizeof text,
            REPORT("二、主动公开政府信息情况\n\t第二十条第（一）项\n\n\t信息内容\n\t本年制发件数\n"
                   "\t本年废止件数\n\t现行有效件数\n\n\t规章\n\t0\n\t0\n\t0\n\n"
                   "\t行政规范性文件\n%s\n\t第二十条第（五）项\n\n\t信息内容\n"
                   "\t本年处理决定数量\n\n\t行政许可\n\t6\n\n"),
            cases[i].row);
        struct report *report = read_text(text);
        assert_string_equal(report->tables[TABLE_T2].layout, "A2");
        check_cell(report, "T2.a1.normative.issued", cases[i].cells[0]);
        check_cell(report, "T2.a1.normative.abolished", cases[i].cells[1]);
        check_cell(report, "T2.a1.normative.in_force", cases[i].cells[2]);
        check_cell(report, "T2.a5.license.decisions", "6");
        free_report(report);
    }
}

static const char t4_head[] =
    "四、政府信息公开行政复议、行政诉讼情况\n行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t\n"
    "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t\n"
    "\t\t\t\t\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结"
    "\t总计\n";

static void test_t4(void **state)
{
    static const struct {
        const char *row;
        const char *cells[3]; /* review.upheld, direct.upheld, after.total */
    } cases[] = {
        {"1\t0\t0\t0\t1\t2\t0\t0\t0\t2\t0\t0\t0\t0\t3\n", {"1", "2", "3"}},
        {"1\t\t\t\t1\t2\t\t\t\t2\t\t\t\t\t3\n", {"1", "2", "3"}},
        {"\t\t\t\t\t2\t0\t0\t0\t2\t0\t0\t0\t0\t3\n", {"blank", "2", "3"}},
        {"\t\t\t\t\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n", {"unplaced", "unplaced", "unplaced"}},
        {"0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n", {"unplaced", "unplaced", "unplaced"}},
        {"\t\t\t\t\t\t\t\t\t\t\t\t\t\t\n", {"blank", "blank", "blank"}},
        {"", {"absent", "absent", "absent"}},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[4096];
        snprintf(text, sizeof text, "%s%s\n五、存在的主要问题及改进情况\n不足。\n", t4_head,
                 cases[i].row);
        struct report *report = read_text(text);
        check_cell(report, "T4.review.upheld", cases[i].cells[0]);
        check_cell(report, "T4.direct.upheld", cases[i].cells[1]);
        check_cell(report, "T4.after.total", cases[i].cells[2]);
        assert_int_equal(report->tables[TABLE_T4].nbad_headers, 0);
        free_report(report);
    }
}

static void test_local_table(void **state)
{
    struct report *report =
        read_text(REPORT("二、平台建设情况\n\t统计指标\n\t单位\n\t统计数\n\n\t（一）信息数\n（含网"
                         "站1个）\n\t条\n\t14\n\n"
                         "\t（二）渠道\n\t——\n\t\n\n\t.2.网站\n\t条\n\t3\n\n\n"));
    (void)state;
    assert_int_equal(report->nlocals, 1);
    const struct local_table *local = &report->locals[0];
    assert_int_equal(local->nrows, 4);
    assert_int_equal(local->ncols, 3);
    assert_true(
        slice_is(report_slice(report, local->cells[3].span), "（一）信息数\n（含网站1个）"));
    assert_true(slice_is(report_slice(report, local->cells[5].span), "14"));
    assert_true(slice_is(report_slice(report, local->cells[8].span), ""));
    assert_int_equal(local->nstray, 1);
    assert_true(slice_is(local->title, "统计指标"));
    free_report(report);
}

static void test_no_tables(void **state)
{
    static const char *const texts[] = {"", "\n", "一、总体情况\n行政许可\n行政处罚\n总计\n其他\n",
                                        "\t本镇公开。\n\t\n\t规章、规范性文件均已公开。\n",
                                        "\t\t\t\t\n\t\t\t\t\n"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct report *report = read_text(texts[i]);
        for (int t = 0; t < TABLE_COUNT; t++)
            assert_int_equal(report->tables[t].state, TABLE_ABSENT);
        assert_null(report->edition);
        check_cell(report, "T3.new.np", "absent");
        free_report(report);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_full_tables),
        cmocka_unit_test(test_blocks_cover_the_text),
        cmocka_unit_test(test_caption_before_a_blank_line),
        cmocka_unit_test(test_edition_by_block),
        cmocka_unit_test(test_truncated_header),
        cmocka_unit_test(test_lost_label_by_order),
        cmocka_unit_test(test_two_lost_labels),
        cmocka_unit_test(test_lost_rows_do_not_shift),
        cmocka_unit_test(test_short_rows),
        cmocka_unit_test(test_shifted_short_rows),
        cmocka_unit_test(test_other_as_one_row),
        cmocka_unit_test(test_sub_rows_beside_2019),
        cmocka_unit_test(test_label_variants),
        cmocka_unit_test(test_group_labels),
        cmocka_unit_test(test_group_label_behind_its_row),
        cmocka_unit_test(test_extra_rows_stay_out),
        cmocka_unit_test(test_texts_and_marks_in_cells),
        cmocka_unit_test(test_stray_prefixes),
        cmocka_unit_test(test_page_break_between_rows),
        cmocka_unit_test(test_label_around_its_values),
        cmocka_unit_test(test_a1),
        cmocka_unit_test(test_a1_blanks),
        cmocka_unit_test(test_a1_blank_row_before_lost_label),
        cmocka_unit_test(test_a1_lost_label),
        cmocka_unit_test(test_deduped_text),
        cmocka_unit_test(test_a2_blanks),
        cmocka_unit_test(test_a2_lines_without_tab),
        cmocka_unit_test(test_t4),
        cmocka_unit_test(test_local_table),
        cmocka_unit_test(test_no_tables),
    };
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
