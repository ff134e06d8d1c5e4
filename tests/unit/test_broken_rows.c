/* Rows of tabbed cells that line ends inside their boxes break: joined where their fields are as
 * many as those of the table's other rows, else in no column. */
#include "reading.h"

#define HEAD "某县柳河镇2021年政府信息公开工作年度报告\n一、总体情况\n公开信息。\n"
#define HEAD3 HEAD "三、收到和处理政府信息公开申请情况\n"
#define TAIL "五、存在的主要问题及改进情况\n一是不够主动。\n六、其他需要报告的事项\n无。\n"
#define NEW "一、本年新收政府信息公开申请数量"
#define BEFORE "二、上年结转政府信息公开申请数量"
#define STATE "1.属于国家秘密"
#define LEFT "四、结转下年度继续办理"

/* Tabs part the cells; a label has no field but its own. */
#define TABBED3(last)                                                                              \
    HEAD3 "\t\t\t申请人情况\n自然人\t法人或其他组织\t总计\n"                      \
          "商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n" NEW                             \
          "\t18\t4\t0\t0\t0\t0\t22\n" BEFORE "\t7\t0\t0\t0\t0\t1\t8\n（三）不予公开\t" STATE       \
          "\t5\t0\t0\t0\t0\t0\t5\n" LEFT "\t" last "\n" TAIL

/* The same in a table whose rows have ten fields each. */
#define PADDED3(last)                                                                                   \
    HEAD3 "\t\t\t申请人情况\t\t\t\t\t\t\n\t\t\t自然人\t法人或其他组织\t\t\t\t\t总计\n" \
          "\t\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\n" NEW                        \
          "\t\t\t18\t4\t0\t0\t0\t0\t22\n" BEFORE                                                        \
          "\t\t\t7\t0\t0\t0\t0\t1\t8\n\t（三）不予公开\t" STATE "\t5\t0\t0\t0\t0\t0\t5\n" LEFT          \
          "\t\t\t" last "\n" TAIL

/* Each cell is a line behind a tab, a blank line ends each row. */
#define CELLS(a, b, c, d, e, f, g)                                                                 \
    "\t" #a "\n\t" #b "\n\t" #c "\n\t" #d "\n\t" #e "\n\t" #f "\n\t" #g "\n"
#define DUMPED3(last)                                                                                    \
    HEAD3 "\t\n\t\n\t\n\t申请人情况\n\t\n\t\n\t\n\t\n\t\n\t\n\n"                                    \
          "\t\n\t\n\t\n\t自然人\n\t法人或其他组织\n\t\n\t\n\t\n\t\n\t总计\n\n"               \
          "\t\n\t\n\t\n\t\n\t商业企业\n\t科研机构\n\t社会公益组织\n\t法律服务机构\n" \
          "\t其他\n\t\n\n\t" NEW                                                                         \
          "\n\t\n\t\n" CELLS(18, 4, 0, 0, 0, 0, 22) "\n\t" BEFORE "\n\t\n\t\n" CELLS(                    \
              7, 0, 0, 0, 0, 1, 8) "\n\t\n\t（三）不予公开\n\t" STATE                                    \
                                   "\n" CELLS(5, 0, 0, 0, 0, 0, 5) "\n\t" LEFT "\n\t\n\t\n" last         \
                                                                   "\n\n" TAIL

/* All lines but the labels' begin with a tab that parts cells, not with one that begins each. */
#define ENDED3(last)                                                                               \
    HEAD3                                                                                          \
        "\t\t\t申请人情况\n自然人\t法人或其他组织\t总计\n"                        \
        "商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n" NEW CELLS(18, 4, 0, 0, 0, 0, 22)  \
            BEFORE CELLS(7, 0, 0, 0, 0, 1, 8) "（三）不予公开\t" STATE CELLS(5, 0, 0, 0, 0, 0, 5)  \
                LEFT last "\n" TAIL

#define ROW(a, b, c, d, e, f, g)                                                                   \
    {                                                                                              \
        {"T3.carry_out.np", a}, {"T3.carry_out.co", b}, {"T3.carry_out.ri", c},                    \
            {"T3.carry_out.sp", d}, {"T3.carry_out.ls", e}, {"T3.carry_out.ot", f},                \
            {"T3.carry_out.tot", g}, {"T3.new.tot", "22"}, {"T3.denied_1.np", "5"},                \
    }
#define READ ROW("23", "0", "1", "0", "2", "0", "26")
#define NO "unplaced"
#define UNREAD ROW(NO, NO, NO, NO, NO, NO, NO)

static const struct reading_case cases[] = {
    {"line ends behind figures", TABBED3("23\n\t0\t1\n\n\t0\t2\t0\n\t26\n"), READ},
    {"line ends before figures", TABBED3("\n23\t0\t\n1\t0\t2\t\n0\t26"), READ},
    {"line ends in blank boxes", TABBED3("23\t\n\t1\t\n\n\t\t\n\t26\n"),
     ROW("23", "blank", "1", "blank", "blank", "blank", "26")},
    {"a field too few", TABBED3("23\t0\t1\n\t0\t2\n\t26"), UNREAD},
    {"two figures in one box", TABBED3("23\t0\t1\n5\t0\t2\t0\t26"), UNREAD},
    {"as many fields, and one may be a page's number below a blank box",
     TABBED3("23\n\t0\t\t0\t2\t24\t\n5"), UNREAD},
    {"rows that labels' fields pad", PADDED3("23\n\t0\t1\n\n\t0\t2\t0\n\t26\n"), READ},
    {"and one that has a field too few", PADDED3("23\t0\t1\n\t0\t2\n\t26"), UNREAD},
    {"a line of its own for each field behind the first", ENDED3("\t23\n\t0\t1\n\n\t0\t2\t\n0\t26"),
     READ},
    {"a box with a line end behind a cell's own", DUMPED3("\t23\n\t0\n\n\t1\n\t0\n\t2\n\t0\n\t26"),
     READ},
    {"behind the last but one", DUMPED3("\t23\n\t0\n\t1\n\t0\n\t2\n\t0\n\n\t26"), READ},
    {"before a figure", DUMPED3("\t23\n\t\n0\n\t1\n\t0\n\t2\n\t\n0\n\t26"), READ},
    {"a cell too few, and the rest below a blank line", DUMPED3("\t23\n\t0\n\t1\n\t0\n\t2\n\n\t26"),
     UNREAD},
    {"a number that might be a page's below a blank cell",
     DUMPED3("\t23\n\t0\n\t1\n\t0\n\t2\n\t\n5\n\t26"), UNREAD},
};

static void test_cells(void **state)
{
    assert_readings(state, cases, sizeof cases / sizeof *cases);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cells)};
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
