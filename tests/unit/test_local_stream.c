/* Local tables whose cells stand on lines of their own, between bars or tabs: read as where a
 * line is a row, and left alone where the text does not tell the rows. */
#include "reading.h"

#include "gouji/base/str.h"

enum { NCOLS = 3, NROWS = 5 };

static const char *const cells[NROWS * NCOLS] = {
    "统计指标",          "单位", "统计数", "（一）信息数", "条", "14", "（二）渠道", "——", "",
    ".2.网站公开信息数", "条",   "3",      "3.微博公开数", "条", "12"};

struct layout {
    const char *name;
    const char *between, *behind; /* two cells of a row, a row */
    bool tells_rows;              /* where they end */
    size_t nmore;                 /* columns: blank, by the bar between two rows */
};

static const struct layout layouts[] = {
    {"a bar below each cell", "\n|\n", "\n|\n", false, 0},
    {"a bar behind each cell", " |\n", " |\n", false, 0},
    {"a bar before each row, too", "\n|\n", "\n|\n|\n", true, 1},
    {"a bar below each cell, a blank line between rows", "\n|\n", "\n|\n\n", false, 0},
    {"a tab between the cells of a row, a blank line behind it", "\n\t\n", "\n\n", true, 0},
    {"a tab between paragraphs", "\n\n\t\n\n", "\n", true, 0},
};

static void add_rows(struct str *out, const struct layout *layout, const char *const *texts,
                     size_t ncells)
{
    for (size_t i = 0; i < ncells; i++) {
        str_add(out, texts[i]);
        str_add(out, i % NCOLS == NCOLS - 1 ? layout->behind : layout->between);
    }
}

static void check_local(const struct report *report, const struct layout *layout)
{
    if (report->nlocals != 1)
        fail_msg("%s: %zu local tables", layout->name, report->nlocals);
    const struct local_table *local = &report->locals[0];
    assert_int_equal(local->nrows, NROWS);
    assert_int_equal(local->ncols, NCOLS + layout->nmore);
    for (size_t i = 0; i < NROWS * NCOLS; i++)
        if (!slice_is(report_slice(report, local->cells[i / NCOLS * local->ncols + i % NCOLS].span),
                      cells[i]))
            fail_msg("%s: cell %zu is not %s", layout->name, i, cells[i]);
    assert_int_equal(local->nstray, 1);
    assert_true(slice_is(local->title, cells[0]));
}

/* Behind the report names of places: with them the tabs are known to part cells. */
static struct report *read_layout(void **state, const struct layout *layout,
                                  const char *const *texts, size_t ncells)
{
    static const char *const places[] = {"东村", "西村", "南村"};
    struct str text = STR_INIT;
    str_add(&text, TITLE SECTIONS_1_2 "三、平台建设情况\n\n");
    add_rows(&text, layout, texts, ncells);
    str_add(&text, "\n" SECTIONS_3_4 SECTIONS_5_6 "附件\n\n");
    for (int i = 0; i < 8; i++)
        add_rows(&text, layout, places, NCOLS);
    struct report *report = read_text(state, str_text(&text));
    str_release(&text);
    return report;
}

static void cells_on_lines_of_their_own_are_rows(void **state)
{
    for (size_t i = 0; i < sizeof layouts / sizeof *layouts; i++) {
        struct report *report = read_layout(state, &layouts[i], cells, NROWS * NCOLS);
        check_local(report, &layouts[i]);
        report_free(report);
    }
}

/* A row a cell short, a column of words at the end, no figures at all: where rows end is told by
 * tabs, and not by bars. */
static void rows_that_the_text_does_not_tell(void **state)
{
    static const char *const texts[][NROWS * NCOLS] = {
        {"统计指标", "单位", "统计数", "信息数", "条", "14", "网站", "3", "微博", "条", "12",
         "微信", "条", "5", "9"},
        {"统计指标", "统计数", "说明", "信息数", "14", "含网站", "网站", "3", "略", "微博", "12",
         "略", "微信", "5", "略"},
        {"统计指标", "单位", "说明", "信息数", "条", "略", "网站", "条", "略", "微博", "条", "略",
         "微信", "条", "略"},
    };
    for (size_t i = 0; i < sizeof layouts / sizeof *layouts; i++)
        for (size_t k = 0; k < sizeof texts / sizeof *texts; k++) {
            bool are_told = layouts[i].tells_rows && (k == 1 || (k == 0 && layouts[i].nmore == 0));
            struct report *report = read_layout(state, &layouts[i], texts[k], NROWS * NCOLS);
            if (report->nlocals != are_told)
                fail_msg("%s, text %zu: %zu local tables", layouts[i].name, k, report->nlocals);
            report_free(report);
        }
}

/* Rows between rules of which one goes on below itself. */
static void rows_on_several_lines_of_a_frame(void **state)
{
    static const char *const rows[] = {"| 指标     | 统计数 |\n",
                                       "| （一）主 | 14     |\n| 动公开数 |        |\n",
                                       "| 网站     | 3      |\n", "| 微信     | 5      |\n"};
    struct str text = STR_INIT;
    str_add(&text, TITLE SECTIONS_1_2 "三、平台建设情况\n\n+----------+--------+\n");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        str_add(&text, rows[i]);
        str_add(&text, "+----------+--------+\n");
    }
    str_add(&text, "\n" SECTIONS_3_4 SECTIONS_5_6);
    struct report *report = read_text(state, str_text(&text));
    str_release(&text);
    assert_int_equal(report->nlocals, 1);
    const struct local_table *local = &report->locals[0];
    assert_int_equal(local->nrows, 4);
    assert_int_equal(local->ncols, 4); /* with nothing before the first bar and behind the last */
    assert_true(slice_is(local->title, "指标"));
    assert_string_equal(local->cells[5].words, "（一）主动公开数");
    assert_true(slice_is(report_slice(report, local->cells[5].span), "（一）主"));
    assert_null(local->cells[6].words);
    assert_true(slice_is(report_slice(report, local->cells[6].span), "14"));
    report_free(report);
}

/* Rules around the frame, and below its header, only: each line is a row, and two with figures
 * are never one. */
static void rows_that_no_rule_parts(void **state)
{
    struct report *report =
        read_text(state, TITLE SECTIONS_1_2 "三、平台建设情况\n\n+----------+--------+\n"
                                            "| 指标     | 统计数 |\n+----------+--------+\n"
                                            "| 公开数   | 14     |\n| 网站     | 3      |\n"
                                            "| 微信     | 5      |\n+----------+--------+\n"
                                            "\n" SECTIONS_3_4 SECTIONS_5_6);
    assert_int_equal(report->nlocals, 1);
    const struct local_table *local = &report->locals[0];
    assert_true(slice_is(local->title, "指标"));
    for (size_t i = 0; i < local->nrows * local->ncols; i++)
        assert_null(local->cells[i].words);
    report_free(report);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(cells_on_lines_of_their_own_are_rows),
                                       cmocka_unit_test(rows_that_the_text_does_not_tell),
                                       cmocka_unit_test(rows_on_several_lines_of_a_frame),
                                       cmocka_unit_test(rows_that_no_rule_parts)};
    return cmocka_run_group_tests_name("local_stream", tests, load_forms, free_forms);
}
