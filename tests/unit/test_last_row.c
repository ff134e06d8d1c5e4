/* The last row of a barred table, all of whose cells are blank: printed and blank where the report
 * goes on behind it; where the text ends in it, it may have had more. */
#include "reading.h"

#include "gouji/base/str.h"

struct last_row {
    const char *what, *row; /* of blanks, behind its label */
    bool goes_on;           /* the report does */
    const char *wanted;
};

static const struct last_row last_rows[] = {
    {"a blank before each bar", " |  |  |  |  |  |  |   \n", true, "blank"},
    {"no blank before a bar", " |||||||\n", true, "blank"},
    {"a single blank, no bar behind the last cell", " | | | | | | | \n", true, "blank"},
    {"the text ends in the row", " |  |  |", false, "absent"},
    {"the text ends behind a piece of the row", " |  |  |\n\n\n", false, "absent"},
};

static const char *const labels[] = {
    "一、本年新收政府信息公开申请数量",
    "二、上年结转政府信息公开申请数量",
    "三、本年度办理结果 | （一）予以公开",
    "（七）总计",
    "四、结转下年度继续办理",
};

static void put_report(struct str *out, const struct last_row *last)
{
    const char *blanks = last->goes_on ? last->row : last_rows[0].row;
    str_add(out, TITLE SECTIONS_1_2 "三、收到和处理政府信息公开申请情况\n申请人情况 |  |\n"
                                    "自然人 | 法人或其他组织 | 总计 |\n商业企业 | 科研机构 | "
                                    "社会公益组织 | 法律服务机构 | 其他 |\n");
    for (size_t i = 0; i < COUNT(labels); i++)
        str_format(out, "%s%s", labels[i], i + 1 < COUNT(labels) ? blanks : last->row);
    if (last->goes_on)
        str_add(out, "\n四、政府信息公开行政复议、行政诉讼情况\n无表。\n" SECTIONS_5_6);
}

static void test_last_rows(void **state)
{
    size_t nunlike = 0;
    for (size_t i = 0; i < COUNT(last_rows); i++) {
        struct str text = {0};
        put_report(&text, &last_rows[i]);
        struct report *report = read_text(state, str_text(&text));
        struct wanted wanted[] = {{"T3.total.np", "blank"},
                                  {"T3.carry_out.np", last_rows[i].wanted},
                                  {"T3.carry_out.tot", last_rows[i].wanted},
                                  {NULL, NULL}};
        nunlike += count_unlike(report, last_rows[i].what, wanted);
        report_free(report);
        str_release(&text);
    }
    assert_int_equal(nunlike, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_last_rows)};
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
