/* Drawn frames so narrow that labels and figures are wrapped, a character or two a line. */
#include "reading.h"

#define HEAD "某县柳河镇2021年政府信息公开工作年度报告\n一、总体情况\n公开信息。\n"
#define TAIL "五、存在的主要问题及改进情况\n一是不够主动。\n六、其他需要报告的事项\n无。\n"

/* Table two's first block, its labels printed downwards. */
#define ROW2(row)                                                                                                                                                                           \
    HEAD                                                                                                                                                                                    \
        "二、主动公开政府信息情况\n"                                                                                                                                            \
        "┌─────────────────┐\n│第二十条第（一） │\n│项               │\n├───┬───┬────┬────┤\n" \
        "│信 │本 │    │    │\n│息 │年 │本年│对外│\n│内 │新 │新公│公开│\n│容 │制 │开数│总数│\n"                                  \
        "│   │作 │量  │量  │\n│   │数 │    │    │\n│   │量 │    │    │\n├───┼───┼────┼────┤\n" row                                                                                          \
        "├───┼───┼────┼────┤\n"
#define FIRST2 ROW2("│规 │0  │3   │2   │\n│章 │   │    │    │\n")
#define SECOND2(a, b)                                                                                                          \
    "│" a " │   │2   │    │\n│" b " │   │    │    │\n│性 │5  │    │0   │\n│文 │   │    │    │\n" \
    "│件 │   │    │    │\n├───┴───┴────┴────┤\n"
/* And another block, this figure in the middle row. */
#define BLOCK5(upper, lower)                                                                                                                                      \
    "│第二十条第（五） │\n│项               │\n├───┬───┬────┬────┤\n│   │上 │    │    │\n"      \
    "│信 │一 │    │    │\n│息 │年 │本年│处理│\n│内 │项 │增/ │决定│\n│容 │目 │减  │数量│\n"              \
    "│   │数 │    │    │\n│   │量 │    │    │\n├───┼───┼────┼────┤\n│行 │   │    │    │\n" \
    "│政 │0  │" upper "│1   │\n│许 │   │" lower                                                                                                                   \
    "│    │\n│可 │   │    │    │\n├───┴───┴────┴────┤\n"
#define BLOCK6(lower)                                                                                                                                             \
    "│第二十条第（六） │\n│项               │\n├───┬───┬────┬────┤\n│信 │上 │本年│处理│\n" \
    "│息 │一 │增/ │决定│\n│内 │年 │减  │数量│\n│容 │项 │    │    │\n│   │目 │    │    │\n"                   \
    "│   │数 │    │    │\n│   │量 │    │    │\n├───┼───┼────┼────┤\n│行 │2  │0   │1   │\n" \
    "│政 │   │    │    │\n│处 │   │    │    │\n│罚 │   │    │    │\n├───┼───┼────┼────┤\n" \
    "│行政强制│5  │增加│7   │\n│   │   │" lower "│    │\n├───┴───┴────┴────┤\n"
/* Labels that are whole, which alone were met line by line. */
#define LAST2                                                                                                                                                   \
    "│第二十条第（八） │\n│项               │\n├───┬───┬─────────┤\n│信 │上 │本年增/减│\n" \
    "│息 │一 │         │\n│内 │年 │         │\n│容 │项 │         │\n│   │目 │         │\n"                               \
    "│   │数 │         │\n│   │量 │         │\n├───┼───┼─────────┤\n│行 │   │         │\n"     \
    "│政 │   │         │\n│事 │   │         │\n│业 │5  │0        │\n│性 │   │         │\n"                                  \
    "│收 │   │         │\n│费 │   │         │\n├───┴───┴─────────┤\n│第二十条第（九） │\n"  \
    "│项               │\n├───┬───┬─────────┤\n│   │采 │采购总金 │\n│信 │购 │额       │\n"   \
    "│息 │项 │         │\n│内 │目 │         │\n│容 │数 │         │\n│   │量 │         │\n"                               \
    "├───┼───┼─────────┤\n│政 │   │         │\n│府 │   │         │\n│集 │1  │60.7590  │\n"     \
    "│中 │   │         │\n│采 │   │         │\n│购 │   │         │\n└───┴───┴─────────┘\n" TAIL

/* Table three, the label of its first row over three lines. */
#define LINES3(a, b, c)                                                                                                                                    \
    HEAD "三、收到和处理政府信息公开申请情况\n"                                                                                           \
         "┌────────────┬────────────────────────────────┐\n" \
         "│            │申请人情况                      │\n"                                                                                    \
         "│            ├────┬──────────────────────┬────┤\n"                         \
         "│            │自然│法人或其他组织        │总计│\n"                                                                          \
         "│            │人  ├────┬────┬────┬───┬───┤    │\n"                                        \
         "│            │    │商业│科研│社会│法 │其 │    │\n"                                                                     \
         "│            │    │企业│机构│公益│律 │他 │    │\n"                                                                     \
         "│            │    │    │    │组织│服 │   │    │\n"                                                                          \
         "│            │    │    │    │    │务 │   │    │\n"                                                                            \
         "│            │    │    │    │    │机 │   │    │\n"                                                                            \
         "│            │    │    │    │    │构 │   │    │\n"                                                                            \
         "├────────────┼────┼────┼────┼────┼───┼───┼────┤\n" \
         "│" a "│    │    │    │    │9  │   │    │\n"                                                                                      \
         "│" b "│1   │0   │0   │0   │   │0  │10  │\n"                                                                                      \
         "│" c "│    │    │    │    │   │   │    │\n"                                                                                      \
         "├────────────┼────┼────┼────┼────┼───┼───┼────┤\n" \
         "│二、上年结转│    │    │    │    │0  │0  │1458│\n"                                                                       \
         "│政府信息公开│1458│0   │0   │0   │   │   │    │\n"                                                                       \
         "│申请数量    │    │    │    │    │   │   │    │\n"                                                                         \
         "└────────────┴────┴────┴────┴────┴───┴───┴────┘\n" TAIL

static const struct reading_case cases[] = {
    {"labels downwards in the first blocks, whole ones in the last",
     FIRST2 SECOND2("规", "范") BLOCK5("2   ", "    ") LAST2,
     {{"T2.a1.regulation.made", "0"},
      {"T2.a1.normative.made", "5"},
      {"T2.a1.normative.published", "2"},
      {"T2.a1.normative.public_total", "0"},
      {"T2.a5.license.delta", "2"},
      {"T2.a5.license.decisions", "1"},
      {"T2.a8.fee.prev_items", "5"},
      {"T2.a9.procurement.amount", "60.7590"}}},
    {"one that is no row's",
     FIRST2 SECOND2("示", "例") BLOCK5("2   ", "    ") LAST2,
     {{"T2.a1.regulation.made", "0"},
      {"T2.a1.normative.made", "absent"},
      {"T2.a5.license.decisions", "1"}}},
    {"a figure torn from what says that it is less",
     FIRST2 SECOND2("规", "范") BLOCK5("减少", "2   ") LAST2,
     {{"T2.a5.license.prev_items", "0"},
      {"T2.a5.license.delta", "text"},
      {"T2.a5.license.decisions", "1"}}},
    {"another column's figure alone on the line below a row",
     FIRST2 SECOND2("规", "范") BLOCK5("2   ", "    ") BLOCK6("461 ") LAST2,
     {{"T2.a6.coercion.prev_items", "5"},
      {"T2.a6.coercion.delta", "text"},
      {"T2.a6.coercion.decisions", "7"},
      {"T2.a8.fee.prev_items", "5"}}},
    {"the only figure of a row in the second line of its box",
     ROW2("│规 │   │    │    │\n│章 │   │    │2   │\n") SECOND2("规", "范") BLOCK5("2   ", "    ")
         LAST2,
     {{"T2.a1.regulation.made", "blank"},
      {"T2.a1.regulation.public_total", "2"},
      {"T2.a1.normative.made", "5"}}},
    {"figures on two of the lines of a label in other words, which its first line tells",
     LINES3("一、本年新收", "到政府信息公", "开申请数量  "),
     {{"T3.new.np", "1"}, {"T3.new.ls", "9"}, {"T3.new.tot", "10"}, {"T3.carry_in.np", "1458"}}},
    {"and of one that other words follow: they are its own, or another row's",
     LINES3("一、本年新收", "其中网上申请", "的数量      "),
     {{"T3.new.np", "unplaced"}, {"T3.new.ls", "unplaced"}, {"T3.carry_in.np", "1458"}}},
};

static void narrow_boxes(void **state)
{
    assert_readings(state, cases, COUNT(cases));
}

/* The cell of such a figure shows its first line: the table is in doubt. */
static void torn_figures_are_said(void **state)
{
    struct report *report = read_text(state, cases[2].text);
    assert_int_equal(report->tables[TABLE_T2].state, TABLE_DOUBTFUL);
    report_free(report);
    report = read_text(state, cases[0].text);
    assert_int_not_equal(report->tables[TABLE_T2].state, TABLE_DOUBTFUL);
    report_free(report);
}

/* A sign of three bytes before the figure is no stroke of the frame, which would end the line. */
static void first_lines_have_text(void **state)
{
    static const char *const text = FIRST2 SECOND2("规", "范") BLOCK5("—2  ", "3   ") LAST2;
    static const char shown[] = "—2";
    struct report *report = read_text(state, text);
    const struct cell *cell = report_cell(report, "T2.a5.license.delta");
    assert_int_equal(cell->state, CELL_TEXT);
    assert_int_equal(cell->span.end - cell->span.start, strlen(shown));
    report_free(report);
}

/* Where the cell's own text is drawn as a stroke, there is no first line to show. */
static void strokes_in_cells_are_shown(void **state)
{
    struct report *report =
        read_text(state, FIRST2 SECOND2("规", "范") BLOCK5("─2  ", "3   ") LAST2);
    const struct cell *cell = report_cell(report, "T2.a5.license.delta");
    assert_int_equal(cell->state, CELL_TEXT);
    assert_true(cell->span.end > cell->span.start);
    report_free(report);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(narrow_boxes), cmocka_unit_test(torn_figures_are_said),
        cmocka_unit_test(first_lines_have_text), cmocka_unit_test(strokes_in_cells_are_shown)};
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
