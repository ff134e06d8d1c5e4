/* What stands where a value does and is neither a number nor a known mark: it is a text, or, where
 * nothing tells it from what belongs to the label, its row has no place. Never is it a blank. */
#include "gouji/base/str.h"
#include "reading.h"

#define TOP TITLE "一、总体情况\n我镇公开信息12条。\n二、主动公开政府信息情况\n"
#define REST SECTIONS_3_4 SECTIONS_5_6

enum { MOST_FIELDS = 4 };

/* T2, with two values of its rows of one column to be put in. */
static const char *const table[][MOST_FIELDS] = {
    {"第二十条第（一）项"},
    {"信息内容", "本年制发件数", "本年废止件数", "现行有效件数"},
    {"规章", "3", "5", "7"},
    {"行政规范性文件", "2", "1", "9"},
    {"第二十条第（五）项"},
    {"信息内容", "本年处理决定数量"},
    {"行政许可", "%"},
    {"第二十条第（六）项"},
    {"信息内容", "本年处理决定数量"},
    {"行政处罚", "12"},
    {"行政强制", "4"},
    {"第二十条第（八）项"},
    {"信息内容", "本年收费金额（单位：万元）"},
    {"行政事业性收费", "%"},
};

static const struct layout {
    const char *what, *before, *between, *after, *padding;
    bool is_blanks; /* what a sign behind blanks is, they do not tell */
} layouts[] = {
    {"a cell a line, blank lines between", "", "\n\n", "\n\n", "", false},
    {"a cell a line", "", "\n", "\n", "", false},
    {"a tab before each cell", "\t", "\n\t", "\n\n", "", false},
    {"bars in rows", "", " | ", " |\n", "", false},
    {"cells and bars on their lines", "", " |\n", " |\n", "", false},
    {"bars on lines of their own", "", "\n|\n", "\n|\n", "", false},
    {"Markdown", "| ", " | ", " |\n", "", false},
    {"tabs", "", "\t", "\n", "", false},
    {"commas", "", ",", "\n", ",", false},
    {"a page", "<tr><td>", "</td><td>", "</td></tr>\n", "", false},
    {"single blanks", "", " ", "\n", "", true},
    {"columns of blanks", "", "                    ", "\n", "", true},
};

static const char *const values[] = {"¥300",    "–",    "×",  "十二", "\\",   "//",
                                     "#DIV/0!", "约20", "？", "待定", "N.A.", "<5"};

static void write_table(const struct layout *layout, const char *value, struct str *text)
{
    for (size_t r = 0; r < COUNT(table); r++) {
        str_add(text, layout->before);
        for (size_t k = 0; k < MOST_FIELDS; k++) {
            if (!table[r][k]) {
                str_add(text, layout->padding);
                continue;
            }
            str_add(text, k > 0 ? layout->between : "");
            str_add(text, strcmp(table[r][k], "%") == 0 ? value : table[r][k]);
        }
        str_add(text, layout->after);
    }
}

static size_t count_wrong(void **state, const struct layout *layout, const char *value)
{
    static const char *const ids[] = {"T2.a5.license.decisions", "T2.a8.fee.amount"};
    char shown[SHOWN_NBYTES];
    struct str text = STR_INIT;
    size_t nwrong = 0;
    str_add(&text, TOP);
    str_add(&text, *layout->before == '<' ? "<table>\n" : "");
    write_table(layout, value, &text);
    str_add(&text, *layout->before == '<' ? "</table>\n" REST : REST);
    struct report *report = read_text(state, str_text(&text));
    for (size_t i = 0; i < COUNT(ids); i++) {
        const char *got = show_cell(report, ids[i], shown);
        if (strcmp(got, "text") == 0 || (layout->is_blanks && strcmp(got, "unplaced") == 0))
            continue;
        print_error("%s, %s: %s is %s\n", layout->what, value, ids[i], got);
        nwrong++;
    }
    nwrong += count_unlike(report, layout->what,
                           (const struct wanted[]){{"T2.a1.normative.in_force", "9"},
                                                   {"T2.a6.coercion.decisions", "4"},
                                                   {0}});
    report_free(report);
    str_release(&text);
    return nwrong;
}

static void no_odd_value_is_blank(void **state)
{
    size_t nwrong = 0;
    for (size_t i = 0; i < COUNT(layouts); i++)
        for (size_t k = 0; k < COUNT(values); k++)
            nwrong += count_wrong(state, &layouts[i], values[k]);
    assert_int_equal(nwrong, 0);
}

/* What may stand behind the table's last label, a blank row's. */
static void no_line_of_the_text_is_a_value(void **state)
{
    static const char *const lines[] = {
        "第3页", "2022年1月9日",     "- 3 -",         "注：单位为万元。", "（三）", "三、",
        "1.",    "www.liuhe.gov.cn", "柳河镇人民政府"};
    for (size_t i = 0; i < COUNT(lines); i++) {
        struct str text = STR_INIT;
        str_add(&text, TOP);
        write_table(&layouts[0], "", &text);
        str_format(&text, "%s\n\n" REST, lines[i]);
        struct report *report = read_text(state, str_text(&text));
        assert_int_not_equal(report_cell(report, "T2.a8.fee.amount")->state, CELL_TEXT);
        report_free(report);
        str_release(&text);
    }
}

/* A row of table three whose cells stand a line each, between two others. */
#define ROW(label, cells) label "\n" cells "\n"
#define LINES(cells)                                                                                                    \
    TITLE SECTIONS_1_2                                                                                                  \
        "三、收到和处理政府信息公开申请情况\n申请人情况\n自然人\n商业企业\n科研机构\n" \
        "社会公益组织\n法律服务机构\n其他\n总计\n" ROW("一、本年新收政府信息公开申请数量",                              \
                                                       "1\n2\n3\n4\n5\n6\n21")                                          \
            ROW("二、上年结转政府信息公开申请数量", cells)                                                              \
                ROW("三、本年度办理结果\n（一）予以公开", "3\n2\n3\n4\n5\n6\n23")                                       \
                    ROW("（七）总计", "4\n2\n3\n4\n5\n6\n24") "四、政府信息公开行政复议、行政诉讼"     \
                                                              "情况\n无表。\n" SECTIONS_5_6
#define ONES(first, sixth, last)                                                                   \
    {                                                                                              \
        {"T3.carry_in.np", first}, {"T3.carry_in.ot", sixth}, {"T3.carry_in.tot", last},           \
        {                                                                                          \
            "T3.open.tot", "23"                                                                    \
        }                                                                                          \
    }
#define NO_PLACE ONES("unplaced", "unplaced", "unplaced")

#define FIVE(gap) "结果维持" gap "结果纠正" gap "其他结果" gap "尚未审结" gap "总计"
#define FOUR(gap, figures)                                                                                                            \
    TITLE SECTIONS_1_2                                                                                                                \
        "三、收到和处理政府信息公开申请情况\n无表。\n四、政府信息公开行政复议、行政诉讼情况\n" \
        "行政复议" gap "行政诉讼\n" FIVE(gap) gap "未经复议直接起诉" gap "复议后起诉\n" FIVE(gap)                                     \
            gap                                                                                                                       \
            FIVE(gap) "\n" figures "\n" SECTIONS_5_6

static const struct reading_case slips[] = {
    {"a letter for a figure", LINES("7\nO\n3\n4\n5\n6\n25"), ONES("7", "6", "25")},
    {"a word before one", LINES("7\n约2\n3\n4\n5\n6\n25"), ONES("7", "6", "25")},
    {"a stop behind one", LINES("7\n2、\n3\n4\n5\n6\n25"), ONES("7", "6", "25")},
    {"a letter for the last", LINES("7\n2\n3\n4\n5\n6\nl"), ONES("7", "6", "text")},
    {"one beside a cell that is lacking", LINES("7\nO\n3\n4\n5\n25"), NO_PLACE},
    {"one among too many figures", LINES("7\nO\n2\n3\n4\n5\n6\n25"), NO_PLACE},
    {"a page's number", LINES("7\n2/9\n3\n4\n5\n6\n25"), NO_PLACE},
    {"a figure torn at its comma", LINES("7\n2,\n300\n4\n5\n6\n25"), NO_PLACE},
    {"the first of table four's row, between tabs",
     FOUR("\t", "O\t2\t6\t0\t13\t1\t8\t1\t5\t15\t9\t0\t8\t3\t20"),
     {{"T4.review.upheld", "text"}, {"T4.review.total", "13"}, {"T4.after.total", "20"}}},
    {"one among those on lines",
     FOUR("\n", "5\n2\n6\nO\n13\n1\n8\n1\n5\n15\n9\n0\n8\n3\n20"),
     {{"T4.review.pending", "text"}, {"T4.review.total", "13"}, {"T4.after.total", "20"}}},
    {"a row of table four that lacks a cell",
     FOUR("\t", "O\t2\t6\t0\t13\t1\t8\t1\t5\t15\t9\t0\t8\t20"),
     {{"T4.review.upheld", "unplaced"}, {"T4.after.total", "unplaced"}}},
};

static void a_slip_is_a_value(void **state)
{
    assert_readings(state, slips, COUNT(slips));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_odd_value_is_blank),
        cmocka_unit_test(no_line_of_the_text_is_a_value),
        cmocka_unit_test(a_slip_is_a_value),
    };
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
