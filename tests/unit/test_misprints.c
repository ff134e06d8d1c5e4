/* Slips in short labels, as a scanner's reading leaves them: read where the neighbours fix the
 * row, and else left apart. */
#include "reading.h"

#include "gouji/base/str.h"

#define HEAD                                                                                                  \
    TITLE "一、总体情况\n我镇公开信息12条。\n二、主动公开政府信息情况\n无表。\n" \
          "三、收到和处理政府信息公开申请情况\n"
#define COLUMNS "\t\t\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n"
#define ZEROS "\t0\t0\t0\t0\t0\t0\t0\n"
#define NEW "一、本年新收政府信息公开申请数量\t\t\t6\t0\t0\t0\t0\t1\t7\n"
#define IN                                                                                         \
    "二、上年结转政府信息公开申请数量\t\t"                                         \
    "\t0\t0\t0\t0\t0\t0\t0\n"
#define OPEN(label) "三、本年度办理结果\t" label "\t\t2\t0\t0\t0\t0\t1\t3\n"
#define PART "\t（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t" ZEROS
#define DENIED "\t（三）不予公开\t1.属于国家秘密\t4\t0\t0\t0\t0\t0\t4\n"
#define OTHER "\t（六）其他处理\t3.其他" ZEROS
#define TOTAL(label) "\t" label "\t\t6\t0\t0\t0\t0\t1\t7\n"
#define OUT "四、结转下年度继续办理\t\t" ZEROS

static const struct one {
    const char *what, *rows, *id;
    int value; /* -1: absent */
    bool by_order;
} cases[] = {
    {"a slip behind the number of the first row below its group",
     NEW IN OPEN("（一）子以公开") PART DENIED OTHER TOTAL("（七）总计") OUT, "T3.open.np", 2,
     false},
    {"a dash for its numeral",
     NEW IN OPEN("（—）予以公开") PART DENIED OTHER TOTAL("（七）总计") OUT, "T3.open.tot", 3,
     false},
    {"as the form has it", NEW IN OPEN("（一）予以公开") PART DENIED OTHER TOTAL("（七）总计") OUT,
     "T3.open.np", 2, false},
    {"other words in brackets are a note",
     NEW IN OPEN("（子以公开）") PART DENIED OTHER TOTAL("（七）总计") OUT, "T3.open.np", -1,
     false},
    {"two slips in five characters are too many",
     NEW IN OPEN("（一）子以公幵") PART DENIED OTHER TOTAL("（七）总计") OUT, "T3.open.np", -1,
     false},
    {"a slip in the number of a short label",
     NEW IN OPEN("（一）予以公开") PART DENIED OTHER TOTAL("（匕）总计") OUT, "T3.total.np", 6,
     true},
    {"the same where more than one row may be missing",
     NEW IN OPEN("（一）予以公开") PART DENIED TOTAL("（匕）总计") OUT, "T3.total.np", -1, false},
    {"other words behind such a number",
     NEW IN OPEN("（一）予以公开") PART DENIED OTHER TOTAL("（匕）补正") OUT, "T3.total.np", -1,
     false},
    {"another number and a slip",
     NEW IN OPEN("（一）予以公开") PART DENIED OTHER TOTAL("（匕）总汁") OUT, "T3.total.np", -1,
     false},
};

/* The same table, a cell in each line. */
static char *in_lines(const char *rows)
{
    struct str out = STR_INIT;
    for (const char *at = rows; *at; at++) {
        bool ends = *at == '\t' || *at == '\n';
        if (!ends)
            str_byte(&out, *at);
        else if (out.nbytes > 0 && out.data[out.nbytes - 1] != '\n')
            str_add(&out, "\n\n");
    }
    return out.data;
}

static void check(void **state, const struct one *one, const char *rows)
{
    struct str text = STR_INIT;
    str_format(&text, HEAD "%s" SECTIONS_5_6, rows);
    struct report *report = read_text(state, text.data);
    const struct cell *cell = report_cell(report, one->id);
    assert_non_null(cell);
    if (cell->state != (one->value < 0 ? CELL_ABSENT : CELL_NUMBER) ||
        (one->value >= 0 && cell->value != one->value) || cell->placed_by_order != one->by_order)
        fail_msg("%s (%s): %s %lld", one->what, report->tables[TABLE_T3].layout,
                 cell_state_name(cell->state), (long long)cell->value);
    const struct cell *below = report_cell(report, "T3.denied_1.np");
    assert_int_equal(below->state, CELL_NUMBER);
    assert_int_equal(below->value, 4);
    report_free(report);
    str_release(&text);
}

static void test_slips(void **state)
{
    for (size_t i = 0; i < COUNT(cases); i++) {
        char *rows;
        struct str tabs = STR_INIT;
        str_format(&tabs, COLUMNS "%s", cases[i].rows);
        check(state, &cases[i], tabs.data);
        rows = in_lines(tabs.data);
        check(state, &cases[i], rows);
        free(rows);
        str_release(&tabs);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_slips)};
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
