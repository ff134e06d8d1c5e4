/* Table four, one row of fifteen figures under three rows of labels, as the layouts
 * print it: each figure in its column, a blank one blank, and none where the text does
 * not tell the column. */
#include "reading.h"

#define HEAD                                                                                       \
    TITLE SECTIONS_1_2 "三、收到和处理政府信息公开申请情况\n无表。\n"                 \
                       "四、政府信息公开行政复议、行政诉讼情况\n"
#define TAIL SECTIONS_5_6
#define KINDS "行政复议 行政诉讼 "
#define FIVE "结果维持 结果纠正 其他结果 尚未审结 总计 "
#define TEN FIVE "未经复议直接起诉 复议后起诉 " FIVE FIVE
#define FIFTEEN "1 2 3 4 10 0 1 0 1 2 5 0 0 6 11"
#define NONE_PLACED "? ? ? ? ? ? ? ? ? ? ? ? ? ? ?"
#define STROKES                                                                                    \
    "  ---------- ---------- ---------- ---------- ------ ------------------ ---------- "           \
    "---------- ---------- ------ ------------ ---------- ---------- ---------- ------\n"
#define RULED                                                                                      \
    "\n" STROKES                                                                                   \
    "  行政复议                                           行政诉讼\n"                              \
    "  结果维持   结果纠正   其他结果   尚未审结   总计   未经复议直接起诉"                         \
    "                                           复议后起诉\n"                                      \
    "                                                     结果维持           结果纠正   其他结果"  \
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
    for (size_t i = 0; i < COUNT(cases); i++) {
        char text[8192];
        char got[1024];
        snprintf(text, sizeof text, "%s%s%s", HEAD, cases[i].text, TAIL);
        struct report *report = read_text(state, text);
        show_all(report, got, sizeof got);
        print_message("%s\n", cases[i].what);
        assert_string_equal(got, cases[i].wanted);
        report_free(report);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_layouts)};
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
