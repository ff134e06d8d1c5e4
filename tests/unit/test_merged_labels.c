/* A group's label and a piece of the next one in a field: told as where a tab or a bar ends it,
 * also where columns are aligned with blanks and a blank stands between all characters. */
#include "reading.h"

#include "gouji/base/str.h"

static const struct {
    const char *group; /* as printed */
    const char *label; /* as read */
    bool same;         /* as the form's */
} groups[] = {
    {"三、本 年 度 办 理 结 果 不 予 公 开", "三、本 年 度 办 理 结 果 不 予 公 开", false},
    {"三、本 年 度 办 理 结 果  不 予 公 开", "三、本 年 度 办 理 结 果", true},
    {"三、本年度办理结果 不予公开", "三、本年度办理结果", true},
    {"三、本 年 度 办 理 结 果", "三、本 年 度 办 理 结 果", true},
};

static struct report *read_group(void **state, const char *group)
{
    struct str text = STR_INIT;
    str_format(&text,
               TITLE SECTIONS_1_2
               "三、收到和处理政府信息公开申请情况\n\n"
               "申请人情况\n"
               "自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计\n"
               "一、本年新收政府信息公开申请数量  3  0  0  0  0  0  3\n"
               "二、上年结转政府信息公开申请数量  1  0  0  0  0  0  1\n"
               "%s    （一）予以公开  2  0  0  0  0  0  2\n"
               "                      （二）部分公开（区分处理的，只计这一情形，不计其他情形）"
               "  1  0  0  0  0  0  1\n"
               "                      （七）总计  4  0  0  0  0  0  4\n"
               "四、结转下年度继续办理  0  0  0  0  0  0  0\n\n"
               "四、政府信息公开行政复议、行政诉讼情况\n无表。\n" SECTIONS_5_6,
               group);
    struct report *report = read_text(state, str_text(&text));
    str_release(&text);
    return report;
}

static const struct label_reading *find_group(const struct table *table)
{
    for (size_t i = 0; i < table->nlabels; i++) {
        const struct label_reading *label = &table->labels[i];
        if (strcmp(table->blocks[label->block].form->rows[label->row].id, "results") == 0)
            return label;
    }
    fail_msg("the group is not read");
    return NULL;
}

static void a_piece_behind_a_group_in_aligned_columns(void **state)
{
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
        struct report *report = read_group(state, groups[i].group);
        const struct label_reading *label = find_group(&report->tables[TABLE_T3]);
        if (!slice_is(report_slice(report, label->span), groups[i].label) ||
            label->same != groups[i].same)
            fail_msg("%s: read as another label", groups[i].group);
        if (report_cell(report, "T3.open.np")->state != CELL_NUMBER)
            fail_msg("%s: its first row is not read", groups[i].group);
        assert_int_equal(report_cell(report, "T3.open.np")->value, 2);
        assert_int_equal(report_cell(report, "T3.carry_out.tot")->value, 0);
        report_free(report);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_piece_behind_a_group_in_aligned_columns)};
    return cmocka_run_group_tests_name("merged_labels", tests, load_forms, free_forms);
}
