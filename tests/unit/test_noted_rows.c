/* Rows that have a note behind their label and lack a cell: where only blanks part the cells, the
 * note is no value, and where position tells the columns, it stands in none. */
#include "reading.h"

#include "gouji/base/str.h"

#define HEAD                                                                                            \
    "某县柳河镇2022年政府信息公开工作年度报告\n一、总体情况\n公开信息。\n" \
    "三、收到和处理政府信息公开申请情况\n"
#define TAIL "五、存在的主要问题及改进情况\n一是不够主动。\n六、其他需要报告的事项\n无。\n"
#define COLUMNS "申请人情况\n自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n"

/* The third row has the text behind its label, then the figures. */
static void write_sheet(struct str *out, const char *note, const char *figures)
{
    str_format(out,
               HEAD COLUMNS "一、本年新收政府信息公开申请数量 213 80 10 82 18 89 492\n"
                            "二、上年结转政府信息公开申请数量 1 0 2 0 3 0 6\n"
                            "三、本年度办理结果 （一）予以公开 47 0 74 0 0 7 128\n"
                            "四、结转下年度继续办理%s %s\n" TAIL,
               note, figures);
}

static bool is_read(void **state, const char *note, const char *figures)
{
    struct str text = STR_INIT;
    write_sheet(&text, note, figures);
    struct report *report = read_text(state, str_text(&text));
    const struct cell *first = report_cell(report, "T3.carry_out.np");
    const struct cell *last = report_cell(report, "T3.carry_out.tot");
    bool is_placed =
        (first && first->state != CELL_UNPLACED) || (last && last->state != CELL_UNPLACED);
    report_free(report);
    str_release(&text);
    return is_placed;
}

static void test_notes_are_no_values(void **state)
{
    static const char *const notes[] = {" 注1",    " *2",    " ※1",  " ②",  " 2025年",
                                        " 第36条", " [1]",   " (1)", " 1)", " No.2",
                                        " 含1件",  " （1）", " 注2", " ⑴",  " 2021年度"};
    size_t nwrong = 0;
    for (size_t i = 0; i < COUNT(notes); i++) {
        bool wrong = is_read(state, notes[i], "7 8 6 6 3 37");
        if (wrong)
            print_error("behind%s a row of six figures is placed\n", notes[i]);
        nwrong += wrong;
    }
    assert_int_equal(nwrong, 0);
}

/* Words that stand for a number stay one. */
static void test_values_are_none(void **state)
{
    static const char *const values[] = {" 约20", " XX", " 7", " -", " 2件"};
    for (size_t i = 0; i < COUNT(values); i++)
        if (!is_read(state, values[i], "8 6 6 3 0 37"))
            fail_msg("behind%s a row of seven cells is not placed", values[i]);
}

/* In columns that are aligned, three rows of short labels, then the one that is told. */
#define ALIGNED(row)                                                                                         \
    HEAD "申请人情况\n"                                                                                 \
         "                                      自然人  商业企业  科研机构  社会公益组织  " \
         "法律服务机构  其他  总计\n"                                                              \
         "一、本年新收政府信息公开申请数量      213     80        10        82            "  \
         "18            89    492\n"                                                                         \
         "二、上年结转政府信息公开申请数量      1       0         2         0             "  \
         "3             0     6\n"                                                                           \
         "三、本年度办理结果 （一）予以公开     47      0         74        0             "  \
         "0             7     128\n"                                                                         \
         "（二）部分公开                        5       0         0         1             "           \
         "0             0     6\n" row "\n" TAIL
#define SINGLE(row)                                                                                \
    HEAD COLUMNS "一、本年新收政府信息公开申请数量 213 80 10 82 18 89 492\n"       \
                 "二、上年结转政府信息公开申请数量 1 0 2 0 3 0 6\n" row "\n" TAIL

/* Each cell on its own line, two labels with a note. */
#define LINES(note)                                                                                                         \
    HEAD "申请人情况\n自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n" \
         "一、本年新收政府信息公开申请数量\n213\n80\n10\n82\n18\n89\n492\n"                                 \
         "二、上年结转政府信息公开申请数量 " note "\n1\n\n2\n0\n3\n6\n"                                                     \
         "三、本年度办理结果\n（一）予以公开\n47\n0\n74\n\n0\n7\n128\n"                                     \
         "四、结转下年度继续办理 " note "\n3\n1\n\n2\n0\n6\n" TAIL

/* A bare figure behind the label: a year that the report has, or one left of all columns. */
static const struct reading_case cases[] = {
    {"between single blanks a year is in doubt",
     SINGLE("四、结转下年度继续办理 2022 8 6 6 3 0 37"),
     {{"T3.carry_out.np", "unplaced"}, {"T3.carry_out.tot", "unplaced"}, {"T3.new.np", "213"}}},
    {"a number that the report has as no year is a value",
     SINGLE("四、结转下年度继续办理 2031 8 6 6 3 0 37"),
     {{"T3.carry_out.np", "2031"}, {"T3.carry_out.tot", "37"}}},
    {"a year further down a row is a value",
     SINGLE("四、结转下年度继续办理 8 6 6 3 0 1 2022"),
     {{"T3.carry_out.np", "8"}, {"T3.carry_out.tot", "2022"}}},
    {"a year left of the columns is in none",
     ALIGNED("四、结转下年度继续办理 2022           8       6         6                       "
             "0             7     27"),
     {{"T3.carry_out.np", "unplaced"}, {"T3.carry_out.tot", "unplaced"}, {"T3.open.np", "47"}}},
    {"a figure left of the columns is in none",
     ALIGNED("四、结转下年度继续办理 2              8       6         6                       "
             "0             7     27"),
     {{"T3.carry_out.np", "unplaced"}, {"T3.carry_out.tot", "unplaced"}}},
    {"a figure right behind its label is in the column that it stands below",
     ALIGNED("               四、结转下年度继续办理 8       6         6         0             "
             "0             7     27"),
     {{"T3.carry_out.np", "8"}, {"T3.carry_out.tot", "27"}}},
    {"a figure in its label's line, the others in another",
     ALIGNED("                 四、结转下年度继续办理 202\n"
             "                                              8         6         6             "
             "0             7     27\n"
             "                        2年"),
     {{"T3.carry_out.np", "unplaced"}, {"T3.carry_out.ri", "unplaced"}}},
    {"a year in its label's line, the others each in its own",
     LINES("2022"),
     {{"T3.carry_out.np", "unplaced"}, {"T3.carry_in.np", "unplaced"}, {"T3.new.np", "213"}}},
    {"a figure in its label's line, the others each in its own",
     LINES("2"),
     {{"T3.carry_out.np", "unplaced"}, {"T3.carry_in.np", "unplaced"}, {"T3.new.np", "213"}}},
};

static void test_bare_figures(void **state)
{
    assert_readings(state, cases, COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_notes_are_no_values),
        cmocka_unit_test(test_values_are_none),
        cmocka_unit_test(test_bare_figures),
    };
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
