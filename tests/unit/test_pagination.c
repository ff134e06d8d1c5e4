/* Numbers of pages in the place of blank cells: none is a figure. */
#include "reading.h"

#define HEAD(sign) "某县柳河镇2022年政府信息公开工作年度报告\n" sign "一、总体情况\n公开信息。\n"
#define TAIL "五、存在的主要问题及改进情况\n一是不够主动。\n六、其他需要报告的事项\n无。\n"

/* Aligned columns; `sign` ends the first page, `next` a later one behind a blank row. */
#define ALIGNED(sign, next)                                                                                         \
    HEAD(sign)                                                                                                      \
    "二、主动公开政府信息情况\n第二十条第（五）项\n"                                           \
    "信息内容      上一年项目数量    本年增/减    处理决定数量\n"                              \
    "行政许可            3              +2             1\n其他对外管理服务事项\n" next                              \
    "第二十条第（六）项\n信息内容      上一年项目数量    本年增/减    处理决定数量\n" \
    "行政处罚           11               0             0\n"                                                     \
    "行政强制            1               0             0\n" TAIL

/* A label and its figure between single blanks. */
#define SINGLE(next)                                                                                                           \
    HEAD("")                                                                                                                   \
    "二、主动公开政府信息情况\n第二十条第（一）项\n"                                                      \
    "信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 67 54 97\n行政规范性文件 35 15 72\n" \
    "第二十条第（五）项\n信息内容 本年处理决定数量\n行政许可\n" next                                                           \
    "第二十条第（六）项\n信息内容 本年处理决定数量\n行政处罚 368\n行政强制 305\n"                 \
    "第二十条第（八）项\n信息内容 本年收费金额（单位：万元）\n行政事业性收费 72.16\n" TAIL

/* A cell on each line. */
#define LINES(sign, next)                                                                                                     \
    HEAD(sign)                                                                                                                \
    "二、主动公开政府信息情况\n\n第二十条第（五）项\n\n信息内容\n\n本年处理决定数量\n\n"     \
    "行政许可\n\n103\n\n第二十条第（六）项\n\n信息内容\n\n本年处理决定数量\n\n行政处罚\n\n4\n\n" \
    "行政强制\n\n7\n\n第二十条第（八）项\n\n信息内容\n\n本年收费金额（单位：万元）\n\n"         \
    "行政事业性收费\n\n" next TAIL

static const struct reading_case cases[] = {
    {"3 / 8, as pages before have theirs",
     ALIGNED("             1 / 8\n\n", "\n             3 / 8\n\n"),
     {{"T2.a5.license.delta", "+2"},
      {"T2.a5.other_service.prev_items", "unplaced"},
      {"T2.a5.other_service.delta", "unplaced"}}},
    {"a number behind a blank line, others beside their labels",
     ALIGNED("", "\n             3\n"),
     {{"T2.a5.license.delta", "+2"},
      {"T2.a5.other_service.prev_items", "unplaced"},
      {"T2.a5.other_service.delta", "unplaced"}}},
    {"nothing",
     ALIGNED("", "\n"),
     {{"T2.a5.license.delta", "+2"}, {"T2.a5.other_service.delta", "blank"}}},
    {"a number before a form feed, others beside their labels",
     SINGLE("\n             2\n\f\n"),
     {{"T2.a5.license.decisions", "blank"}, {"T2.a6.penalty.decisions", "368"}}},
    {"a number below a blank line, others beside their labels: the cell's or a page's",
     SINGLE("\n             2\n\n"),
     {{"T2.a5.license.decisions", "unplaced"}, {"T2.a6.penalty.decisions", "368"}}},
    {"2 / 8 there, where a row has one column",
     SINGLE("\n             2 / 8\n\n"),
     {{"T2.a5.license.decisions", "blank"}, {"T2.a6.penalty.decisions", "368"}}},
    {"one far further in than other cells",
     LINES("", "\n             3\n\n"),
     {{"T2.a6.coercion.decisions", "7"}, {"T2.a8.fee.amount", "unplaced"}}},
    {"numbers before form feeds that count on",
     LINES("\n2\n\f\n", "\n\n3\n\f\n"),
     {{"T2.a6.coercion.decisions", "7"}, {"T2.a8.fee.amount", "blank"}}},
    {"one before a form feed: the cell's or the page's",
     LINES("", "\n\n3\n\f\n"),
     {{"T2.a6.coercion.decisions", "7"}, {"T2.a8.fee.amount", "unplaced"}}},
    {"one of the cell",
     LINES("", "3\n\n"),
     {{"T2.a6.coercion.decisions", "7"}, {"T2.a8.fee.amount", "3"}}},
};

static void numbers_in_the_place_of_blanks(void **state)
{
    assert_readings(state, cases, COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(numbers_in_the_place_of_blanks)};
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
