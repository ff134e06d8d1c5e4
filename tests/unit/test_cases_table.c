/* Table four, one row of fifteen figures under three rows of labels, as the layouts
 * print it: each figure in its column, a blank one blank, and none where the text does
 * not tell the column. */
#include "reading.h"

#define HEAD                                                                                       \
    TITLE SECTIONS_1_2 "三、收到和处理政府信息公开申请情况\n无表。\n"          \
                       "四、政府信息公开行政复议、行政诉讼情况\n"
#define TAIL SECTIONS_5_6
#define KINDS "行政复议 行政诉讼 "
#define FIVE "结果维持 结果纠正 其他结果 尚未审结 总计 "
#define TEN FIVE "未经复议直接起诉 复议后起诉 " FIVE FIVE
#define FIFTEEN "1 2 3 4 10 0 1 0 1 2 5 0 0 6 11"
#define NONE_PLACED "? ? ? ? ? ? ? ? ? ? ? ? ? ? ?"
#define LINES "结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n"
#define STROKES                                                                                    \
    "  ---------- ---------- ---------- ---------- ------ ------------------ ---------- "          \
    "---------- ---------- ------ ------------ ---------- ---------- ---------- ------\n"
#define RULED                                                                                                 \
    "\n" STROKES "  行政复议                                           行政诉讼\n"                    \
    "  结果维持   结果纠正   其他结果   尚未审结   总计   未经复议直接起诉"         \
    "                                           复议后起诉\n"                                            \
    "                                                     结果维持           结果纠正   其他结果" \
    "   尚未审结   总计   结果维持     结果纠正   其他结果   尚未审结   总计\n"

static const struct one {
    const char *what, *text;
    const char *wanted; /* ? no place, _ blank, - absent */
} cases[] = {
    {"labels and figures in one line, blanks between", KINDS TEN FIFTEEN "\n", FIFTEEN},
    {"the same, a blank at the end", KINDS TEN "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 \n",
     "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0"},
    {"each kind before its labels, in one line",
     "行政复议 " FIVE "行政诉讼 未经复议直接起诉 " FIVE "复议后起诉 " FIVE FIFTEEN "\n", FIFTEEN},
    {"a figure is missing in the line", KINDS TEN "1 2 3 4 10 0 1 0 1 2 5 0 0 11\n", NONE_PLACED},
    {"columns ruled with strokes, and few figures: each in the column it stands in",
     RULED "                                   11         0      0                  0          "
           "                      389                                                  0\n" STROKES,
     "_ _ _ 11 0 0 0 _ _ 389 _ _ _ _ 0"},
    {"a figure under the gap between two ruled columns",
     RULED "                                 111         0      0                  0          "
           "                      389                                                  0\n" STROKES,
     NONE_PLACED},
    {"a row for each kind, one cell a line",
     LINES
     "行政复议\n1\n2\n3\n4\n10\n未经复议直接起诉\n0\n1\n0\n1\n2\n复议后起诉\n5\n0\n0\n6\n11\n",
     FIFTEEN},
    {"the same between bars, lawsuits in a line of their own",
     "情况 |\n结果维持 |\n结果纠正 |\n其他结果 |\n尚未审结 |\n总计 |\n行政复议 |\n1 |\n2 |\n3 |\n4 "
     "|\n10 |\n"
     "行政诉讼 |\n未经复议直接起诉 |\n0 |\n1 |\n0 |\n1 |\n2 |\n复议后起诉 |\n5 |\n0 |\n0 |\n6 "
     "|\n11 |\n",
     FIFTEEN},
    {"a row for each kind, of which one has lost a figure",
     LINES "行政复议\n1\n2\n3\n4\n10\n未经复议直接起诉\n0\n1\n1\n2\n复议后起诉\n5\n0\n0\n6\n11\n",
     NONE_PLACED},
    {"as many figures as there should be, but not in each row",
     LINES
     "行政复议\n1\n2\n3\n4\n10\n7\n未经复议直接起诉\n0\n1\n1\n2\n复议后起诉\n5\n0\n0\n6\n11\n",
     NONE_PLACED},
    {"the same between tabs",
     "\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n行政复议\t1\t2\t3\t4\t10\t7\n"
     "未经复议直接起诉\t0\t1\t1\t2\n复议后起诉\t5\t0\t0\t6\t11\n",
     NONE_PLACED},
    {"a row for each result, one cell a line",
     "行政复议\n未经复议直接起诉\n复议后起诉\n结果维持\n1\n0\n5\n结果纠正\n2\n1\n0\n其他结果\n3\n0"
     "\n0\n"
     "尚未审结\n4\n1\n6\n总计\n10\n2\n11\n",
     FIFTEEN},
    {"labels in one line, figures in the next", KINDS TEN "\n" FIFTEEN "\n", FIFTEEN},
};

static void show_one(const struct report *report, const char *id, char *got, size_t size)
{
    const struct cell *cell = report_cell(report, id);
    static const char *const states[] = {
        [CELL_BLANK] = "_", [CELL_ABSENT] = "-", [CELL_UNPLACED] = "?"};
    if (cell && cell->state < COUNT(states) && states[cell->state])
        snprintf(got, size, "%s", states[cell->state]);
    else if (cell)
        snprintf(got, size, "%.*s", (int)(cell->span.end - cell->span.start),
                 report->text + cell->span.start);
    else
        snprintf(got, size, "none");
}

static void show_all(const struct report *report, char *got, size_t size)
{
    static const char *const kinds[] = {"review", "direct", "after"};
    static const char *const columns[] = {"upheld", "corrected", "other", "pending", "total"};
    size_t n = 0;
    for (size_t k = 0; k < COUNT(kinds); k++)
        for (size_t c = 0; c < COUNT(columns); c++) {
            char id[64];
            char one[64];
            snprintf(id, sizeof id, "T4.%s.%s", kinds[k], columns[c]);
            show_one(report, id, one, sizeof one);
            n += (size_t)snprintf(got + n, size - n, "%s%s", n > 0 ? " " : "", one);
        }
}

static void test_layouts(void **state)
{
    size_t nfailed = 0;
    for (size_t i = 0; i < COUNT(cases); i++) {
        char text[8192];
        char got[1024];
        snprintf(text, sizeof text, "%s%s%s", HEAD, cases[i].text, TAIL);
        struct report *report = read_text(state, text);
        show_all(report, got, sizeof got);
        if (strcmp(got, cases[i].wanted) != 0)
            print_error("%s: %s\n", cases[i].what, got);
        nfailed += strcmp(got, cases[i].wanted) != 0;
        report_free(report);
    }
    assert_int_equal(nfailed, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_layouts)};
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
