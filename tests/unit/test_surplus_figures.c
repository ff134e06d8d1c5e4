/* A cell on each line, where blank cells leave an empty one: a row that is filled by its figures
 * and has an empty line, too, has a figure too many, and which one is not told. */
#include "reading.h"

#define HEAD "某县柳河镇2022年政府信息公开工作年度报告\n\n一、总体情况\n\n公开信息。\n\n"
#define TAIL                                                                                             \
    "\n五、存在的主要问题及改进情况\n\n一是不够主动。\n\n二是解读不多。\n\n" \
    "六、其他需要报告的事项\n\n无。\n"

/* Of table two, what stands below its labels. */
#define T2_OF(regulation, normative, license, penalty, coercion)                                                         \
    HEAD "二、主动公开政府信息情况\n\n第二十条第（一）项\n\n信息内容\n\n本年制发件数\n\n" \
         "本年废止件数\n\n现行有效件数\n\n规章\n\n" regulation "行政规范性文件\n\n" normative                            \
         "第二十条第（五）项\n\n信息内容\n\n本年处理决定数量\n\n行政许可\n\n" license                                    \
         "第二十条第（六）项\n\n信息内容\n\n本年处理决定数量\n\n行政处罚\n\n" penalty                                    \
         "行政强制\n\n" coercion TAIL

#define BLANK "\n"
#define BLANKS3 "\n\n\n"

struct expected {
    const char *id, *value;
};

static const struct {
    const char *what, *text;
    struct expected cells[4];
} cases[] = {
    {"each cell has a line",
     T2_OF("\n12\n\n4\n\n", BLANKS3, BLANK, "23\n\n", "7\n\n"),
     {{"T2.a1.regulation.abolished", "12"},
      {"T2.a1.regulation.in_force", "4"},
      {"T2.a5.license.decisions", "blank"},
      {"T2.a6.penalty.decisions", "23"}}},
    {"a figure too many beside a blank cell",
     T2_OF("\n12\n\n9\n\n4\n\n", BLANKS3, BLANK, "23\n\n", BLANK),
     {{"T2.a1.regulation.issued", "unplaced"},
      {"T2.a1.regulation.in_force", "unplaced"},
      {"T2.a6.penalty.decisions", "23"}}},
    {"between the figures",
     T2_OF("12\n\n9\n\n\n4\n\n", BLANKS3, BLANK, "23\n\n", BLANK),
     {{"T2.a1.regulation.issued", "unplaced"}, {"T2.a1.regulation.in_force", "unplaced"}}},
    {"behind them",
     T2_OF("12\n\n9\n\n4\n\n\n", BLANKS3, BLANK, "23\n\n", BLANK),
     {{"T2.a1.regulation.issued", "unplaced"}, {"T2.a6.penalty.decisions", "23"}}},
    {"before the row's only cell, which is blank",
     T2_OF("\n12\n\n4\n\n", BLANKS3, BLANK "6\n\n", "23\n\n", BLANK),
     {{"T2.a5.license.decisions", "unplaced"},
      {"T2.a1.regulation.abolished", "12"},
      {"T2.a6.coercion.decisions", "blank"}}},
    {"empty paragraphs where no cell is blank",
     T2_OF("12\n\n9\n\n\n\n4\n\n", "1\n\n2\n\n3\n\n", "6\n\n", "23\n\n", "7\n\n"),
     {{"T2.a1.regulation.issued", "12"},
      {"T2.a1.regulation.in_force", "4"},
      {"T2.a5.license.decisions", "6"}}},
};

static void show(const struct report *report, const char *id, char *buffer, size_t nbytes)
{
    const struct cell *cell = report_cell(report, id);
    if (!cell || cell->state != CELL_NUMBER)
        snprintf(buffer, nbytes, "%s", cell_state_name(cell ? cell->state : CELL_ABSENT));
    else
        snprintf(buffer, nbytes, "%.*s", (int)(cell->span.end - cell->span.start),
                 report->text + cell->span.start);
}

static void test_cells(void **state)
{
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct report *report = read_text(state, cases[i].text);
        for (size_t k = 0; k < 4 && cases[i].cells[k].id; k++) {
            char got[64];
            show(report, cases[i].cells[k].id, got, sizeof got);
            if (strcmp(got, cases[i].cells[k].value) != 0)
                fail_msg("%s: %s is %s, not %s", cases[i].what, cases[i].cells[k].id, got,
                         cases[i].cells[k].value);
        }
        report_free(report);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cells)};
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
