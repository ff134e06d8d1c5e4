/* Rows with blank cells whose tabs a program turned into blanks: a figure then stands below
 * whatever label the widths of those before it bring it to. It has its own place or none. */
#include "reading.h"

#include "gouji/base/str.h"

#define HEAD "某县柳河镇2022年政府信息公开工作年度报告\n一、总体情况\n公开信息。\n"
#define TAIL "五、存在的主要问题及改进情况\n一是不够主动。\n六、其他需要报告的事项\n无。\n"

/* How wide a Han character counts for the program: as a character, on the screen, in bytes. 0: each
 * tab is `step` blanks. */
struct program {
    const char *name;
    unsigned step, han;
};

static const struct program programs[] = {
    {"stops of 4 characters", 4, 1}, {"stops of 8 characters", 8, 1}, {"stops of 4 columns", 4, 2},
    {"stops of 8 columns", 8, 2},    {"stops of 4 bytes", 4, 3},      {"stops of 8 bytes", 8, 3},
    {"2 blanks a tab", 2, 0},        {"4 blanks a tab", 4, 0},
};

struct sample {
    const char *what, *text;
    struct {
        const char *id;
        long long value; /* of an amount, in millionths */
    } cells[6];
};

#define T4_HEADER                                                                                                                 \
    "四、政府信息公开行政复议、行政诉讼情况\n"                                                                 \
    "行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t\n"                                                                      \
    "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t\n" \
    "\t\t\t\t\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t"        \
    "尚未审结\t总计\n"

#define T2_OF(regulation, normative, fee)                                                                                     \
    "二、主动公开政府信息情况\n第二十条第（一）项\t\t\t\n"                                               \
    "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t" regulation                                                   \
    "\n行政规范性文件\t" normative "\n第二十条第（五）项\t\t\t\n信息内容\t本年处理决定数量\t\t\n"        \
    "行政许可\t\t\t\n第二十条第（六）项\t\t\t\n信息内容\t本年处理决定数量\t\t\n行政处罚\t\t\t\n" \
    "行政强制\t\t\t\n第二十条第（八）项\t\t\t\n信息内容\t本年收费金额（单位：万元）\t\t\n"      \
    "行政事业性收费\t" fee "\t\t\n"

static const struct sample samples[] = {
    {"only the totals",
     HEAD T4_HEADER "\t\t\t\t3\t\t\t\t\t5\t\t\t\t\t7\n" TAIL,
     {{"T4.review.total", 3}, {"T4.direct.total", 5}, {"T4.after.total", 7}}},
    {"one group of the three",
     HEAD T4_HEADER "\t8\t\t\t12\t\t\t\t\t\t\t\t\t\t\n" TAIL,
     {{"T4.review.corrected", 8}, {"T4.review.total", 12}}},
    {"the last group alone",
     HEAD T4_HEADER "\t\t\t\t\t\t\t\t\t\t1\t\t\t\t9\n" TAIL,
     {{"T4.after.upheld", 1}, {"T4.after.total", 9}}},
    {"a lone figure in the last column",
     HEAD T2_OF("\t\t23", "\t\t", "") TAIL,
     {{"T2.a1.regulation.in_force", 23}}},
    {"figures in the middle",
     HEAD T2_OF("\t2\t", "1\t\t4", "6") TAIL,
     {{"T2.a1.regulation.abolished", 2},
      {"T2.a1.normative.issued", 1},
      {"T2.a1.normative.in_force", 4},
      {"T2.a8.fee.amount", 6000000}}},
    {"below a full row",
     HEAD T2_OF("5\t7\t11", "\t\t2", "") TAIL,
     {{"T2.a1.regulation.issued", 5},
      {"T2.a1.regulation.abolished", 7},
      {"T2.a1.regulation.in_force", 11},
      {"T2.a1.normative.in_force", 2}}},
    {"above a full row",
     HEAD T2_OF("\t6\t", "0\t105\t5", "") TAIL,
     {{"T2.a1.regulation.abolished", 6},
      {"T2.a1.normative.issued", 0},
      {"T2.a1.normative.abolished", 105},
      {"T2.a1.normative.in_force", 5}}},
};

static void expand(struct str *out, const struct program *program, const char *text)
{
    unsigned at = 0;
    for (; *text; text++) {
        unsigned char byte = (unsigned char)*text;
        unsigned stop = program->han ? program->step - at % program->step : program->step;
        if (byte == '\t')
            str_format(out, "%*s", (int)stop, "");
        else
            str_format(out, "%c", *text);
        bool is_han = byte >= 0xE0;
        at = byte == '\n'   ? 0
             : byte == '\t' ? at + stop
                            : at + (is_han ? program->han : (byte & 0xC0) != 0x80);
    }
}

static bool is_sample(const struct sample *sample, const struct cell *cell)
{
    for (size_t i = 0; i < 6 && sample->cells[i].id; i++)
        if (strcmp(sample->cells[i].id, cell->id) == 0)
            return cell->value == sample->cells[i].value;
    return false;
}

static size_t check_numbers(const struct report *report, const struct sample *sample,
                            const char *name)
{
    size_t position = 0;
    size_t nread = 0;
    const struct cell *cell;
    while ((cell = report_next_cell(report, &position))) {
        if (cell->state != CELL_NUMBER)
            continue;
        nread++;
        if (!is_sample(sample, cell))
            fail_msg("%s, %s: %s is %lld", sample->what, name, cell->id, (long long)cell->value);
    }
    return nread;
}

static void test_expanded(void **state)
{
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
        for (size_t p = 0; p < sizeof programs / sizeof *programs; p++) {
            struct str text = STR_INIT;
            expand(&text, &programs[p], samples[i].text);
            struct report *report = read_text(state, str_text(&text));
            check_numbers(report, &samples[i], programs[p].name);
            report_free(report);
            str_release(&text);
        }
}

/* With the tabs that it had, each figure has its place. */
static void test_tabbed(void **state)
{
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        size_t nwanted = 0;
        while (nwanted < 6 && samples[i].cells[nwanted].id)
            nwanted++;
        struct report *report = read_text(state, samples[i].text);
        assert_int_equal(check_numbers(report, &samples[i], "tabs"), nwanted);
        report_free(report);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_expanded),
                                       cmocka_unit_test(test_tabbed)};
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
