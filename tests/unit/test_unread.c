/* A row is blank only when nothing stands in it: what is no number may be one all the same. */
#include "reading.h"

#define HEAD "某县柳河镇2021年政府信息公开工作年度报告\n一、总体情况\n公开信息。\n"
#define HEAD2 HEAD "二、主动公开政府信息情况\n第二十条第（一）项\n"
#define COLUMNS "信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n"
#define FIFTH "第二十条第（五）项\n信息内容\n本年处理决定数量\n行政许可\n"
#define TAIL "五、存在的主要问题及改进情况\n一是不够主动。\n六、其他需要报告的事项\n无。\n"

static const struct one {
    const char *what, *text;
    const char *regulation, *license; /* states of a cell of their rows */
} cases[] = {
    {"figures in brackets, between tabs",
     HEAD2 "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t(51)\t(4)\t(20)\n"
           "行政规范性文件\t(9)\t(8)\t(7)\n第二十条第（五）项\t\t\t\n"
           "信息内容\t本年处理决定数量\t\t\n行政许可\t\t\t\n" TAIL,
     "unplaced", "blank"},
    {"figures in brackets, on a line of their own",
     HEAD2 COLUMNS "规章\n(1) (2) (3)\n行政规范性文件\n(4) (5) (6)\n" FIFTH "5\n" TAIL, "unplaced",
     "number"},
    {"figures in brackets, in the label's line",
     HEAD2 COLUMNS "规章 （1） （2） （3）\n行政规范性文件 （4） （5） （6）\n" FIFTH "5\n" TAIL,
     "unplaced", "number"},
    {"a list, in the last row, too",
     HEAD2 COLUMNS "规章\n3、0、25\n行政规范性文件\n1、1、26\n" FIFTH "5、6\n" TAIL, "unplaced",
     "unplaced"},
    {"prose", HEAD2 COLUMNS "规章\n制发1件，废止2件，现行有效3件\n" FIFTH "5\n" TAIL, "unplaced",
     "number"},
    {"names before the figures",
     HEAD2 COLUMNS "规章\n制发：1 废止：2 现行有效：3\n" FIFTH "5\n" TAIL, "unplaced", "number"},
    {"numbers in characters",
     HEAD2 "信息内容 本年制发件数 本年废止件数 现行有效件数\n规章\n一件 两件 三件\n" FIFTH
           "5\n" TAIL,
     "unplaced", "number"},
    {"numbers taken apart",
     HEAD2 "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t5 1\t1 6\t2 0\n"
           "行政规范性文件\t1 2\t1 5\t1 2\n第二十条第（五）项\t\t\t\n"
           "信息内容\t本年处理决定数量\t\t\n行政许可\t5\t\t\n" TAIL,
     "unplaced", "number"},
    {"a figure in the label's cell and one in the next line",
     HEAD2 "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t1\t2\t3\n"
           "行政规范性文件\t1\t2\t3\n第二十条第（五）项\t\t\t\n"
           "信息内容\t本年处理决定数量\n行政许可 9\n6\n" TAIL,
     "number", "unplaced"},
    {"figures in the labels' cells and in their own",
     HEAD2 "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章7\t1\t2\t3\n"
           "行政规范性文件\t1\t2\t3\n第二十条第（五）项\t\t\t\n"
           "信息内容\t本年处理决定数量\n行政许可 9\t6\n" TAIL,
     "unplaced", "unplaced"},
    {"figures in the notes of labels",
     HEAD2 "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章（注7）\t1\t2\t3\n"
           "行政规范性文件\t1\t2\t3\n第二十条第（五）项\t\t\t\n"
           "信息内容\t本年处理决定数量\n行政许可（9）\t6\n" TAIL,
     "number", "number"},
    {"a number run into a circled one", HEAD2 COLUMNS "规章\n1\n2\n3\n" FIFTH "③43\n" TAIL,
     "number", "text"},
    {"blank rows before a footnote",
     HEAD2 "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t\t\t\n"
           "行政规范性文件\t1\t2\t3\n第二十条第（五）项\t\t\t\n"
           "信息内容\t本年处理决定数量\t\t\n行政许可\t\t\t\n注：以上为2021年数据。\n" TAIL,
     "blank", "blank"},
    {"the figure of a last row behind the table",
     HEAD2 "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t1\t2\t3\n"
           "行政规范性文件\t1\t2\t3\n第二十条第（五）项\t\t\t\n"
           "信息内容\t本年处理决定数量\t\t\n行政许可\t\t\t\n（单位：件）61\n" TAIL,
     "number", "unplaced"},
    {"a last row's figure with words", HEAD2 COLUMNS "规章\n1\n2\n3\n" FIFTH "约300余\n" TAIL,
     "number", "text"},
    {"letters for noughts", HEAD2 COLUMNS "规章\n1\n2\n3\n" FIFTH "1O\n" TAIL, "number", "text"},
    {"between bars on lines of their own, with a unit",
     HEAD2 COLUMNS "规章\n1\n2\n3\n" FIFTH "\t\n12万\n" TAIL, "number", "text"},
    {"a last row's figure that has run into the next caption",
     HEAD2 COLUMNS "规章\n1\n2\n3\n" FIFTH
                   "95第二十条第（六）项\n信息内容\n本年处理决定数量\n行政处罚\n"
                   "4\n行政强制\n5\n" TAIL,
     "number", "unplaced"},
    {"a caption behind a blank last row",
     HEAD2 COLUMNS "规章\n1\n2\n3\n" FIFTH
                   "\n第二十条第（六）项\n信息内容\n本年处理决定数量\n行政处罚\n"
                   "4\n行政强制\n5\n" TAIL,
     "number", "blank"},
    {"a last row's figure that has run into the next heading",
     HEAD2 COLUMNS "规章\n1\n2\n3\n" FIFTH "95三、收到和处理政府信息公开申请情况\n" TAIL, "number",
     "unplaced"},
    {"a last row's figure with a decimal part that has run into the next heading",
     HEAD2 COLUMNS "规章\n1\n2\n3\n" FIFTH "23.31三、收到和处理政府信息公开申请情况\n" TAIL,
     "number", "unplaced"},
    {"a last row's figure with a unit before the next heading in its line",
     HEAD2 COLUMNS "规章\n1\n2\n3\n" FIFTH "67029816元 三、收到和处理政府信息公开申请情况\n" TAIL,
     "number", "unplaced"},
    {"a heading behind a blank last row",
     HEAD2 COLUMNS "规章\n1\n2\n3\n" FIFTH "\n三、收到和处理政府信息公开申请情况\n" TAIL, "number",
     "blank"},
    {"a last row's figure that has run into the end of its label, which a line broke",
     HEAD2 COLUMNS
     "规章\n1\n2\n3\n第二十条第（五）项\n信息内容\n本年处理决定数量\n行政许\n可5\n" TAIL,
     "number", "unplaced"},
    {"an item of a list behind a blank last row",
     HEAD2 COLUMNS "规章\n1\n2\n3\n" FIFTH "\n2.主动公开渠道\n" TAIL, "number", "blank"},
    {"a date behind a blank last row",
     HEAD2 COLUMNS "规章\n1\n2\n3\n" FIFTH "\n2022年1月20日\n" TAIL, "number", "blank"},
};

/* The end of a label that a line broke, and the row's first figure run into it. */
static const struct glued {
    const char *front, *rest;
    const char *values[3];
} glued[] = {
    {"行政规范性文", "件1 0 1", {"1", "0", "1"}},
    {"行政规范性", "文件1 0 1", {"1", "0", "1"}},
    {"行政规范性文", "件1\t0\t1", {"1", "0", "1"}},
    {"行政规范性文", "件+1\t0\t12", {"+1", "0", "12"}},
    {"行政规范性文", "件/ / /", {"mark", "mark", "mark"}},
    {"行政规范性文", "件15\t\t1", {"15", "blank", "1"}},
    {"行政规范性文", "件10 1", {"unplaced", "unplaced", "unplaced"}},
    {"行政规范性文", "件10\t1", {"unplaced", "unplaced", "unplaced"}},
    {"行政规范性文", "件101", {"unplaced", "unplaced", "unplaced"}},
    {"行政规范性文\n\n\n", "件1 0 1", {"unplaced", "unplaced", "unplaced"}},
};

static void assert_state(const struct report *report, const char *id, const char *wanted)
{
    const struct cell *cell = report_cell(report, id);
    assert_string_equal(cell ? cell_state_name(cell->state) : "none", wanted);
}

static void test_unread(void **state)
{
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct report *report = read_text(state, cases[i].text);
        print_message("%s\n", cases[i].what);
        assert_state(report, "T2.a1.regulation.issued", cases[i].regulation);
        assert_state(report, "T2.a5.license.decisions", cases[i].license);
        report_free(report);
    }
}

static void test_glued_ends(void **state)
{
    for (size_t i = 0; i < COUNT(glued); i++) {
        char text[1024];
        char between = strchr(glued[i].rest, '\t') ? '\t' : ' ';
        snprintf(text, sizeof text,
                 HEAD2 "信息内容%c本年制发件数%c本年废止件数%c现行有效件数\n规章%c1%c2%c3\n"
                       "%s\n%s\n第二十条第（五）项\n信息内容%c本年处理决定数量\n"
                       "行政许可%c5\n" TAIL,
                 between, between, between, between, between, between, glued[i].front,
                 glued[i].rest, between, between);
        struct report *report = read_text(state, text);
        print_message("%s / %s\n", glued[i].front, glued[i].rest);
        assert_state(report, "T2.a1.regulation.issued", "number");
        assert_cell(report, "T2.a1.normative.issued", glued[i].values[0]);
        assert_cell(report, "T2.a1.normative.abolished", glued[i].values[1]);
        assert_cell(report, "T2.a1.normative.in_force", glued[i].values[2]);
        assert_state(report, "T2.a5.license.decisions", "number");
        report_free(report);
    }
}

/* — 7 — below a row's label: its fields, or the number of a page. */
static void test_number_between_dashes(void **state)
{
    static const struct {
        const char *what, *rule, *front, *line, *back, *page, *wanted;
    } dashes[] = {
        {"as many fields as the row above", "1 2 3", "行政规范性文件", "— 7 —", "", "", "unplaced"},
        {"two blanks", "— — —", "行政规范性文件", "-  12  -", "", "", "unplaced"},
        {"between the halves of a label", "1 2 3", "行政规范\n", "— 7 —", "性文件\n", "",
         "unplaced"},
        {"the number above, too", "— 3 —", "行政规范性文件", "— 7 —", "", "", "unplaced"},
        {"the next page's number stands below", "1 2 3", "行政规范性文件", "— 7 —", "", "— 8 —",
         "blank"},
        {"fields on lines of their own", "1\n2\n3", "行政规范性文件", "— 7 —", "", "", "blank"},
        {"no blanks around the number", "1 2 3", "行政规范性文件", "—7—", "", "", "blank"},
    };
    for (size_t i = 0; i < COUNT(dashes); i++) {
        char text[2048];
        snprintf(text, sizeof text,
                 HEAD2 "信息内容 本年制发件数 本年废止件数 现行有效件数\n规章\n%s\n%s\n%s\n%s"
                       "第二十条第（五）项\n信息内容 本年处理决定数量\n行政许可\n5\n"
                       "第二十条第（六）项\n信息内容 本年处理决定数量\n行政处罚\n5\n"
                       "行政强制\n4\n" TAIL "\n%s\n",
                 dashes[i].rule, dashes[i].front, dashes[i].line, dashes[i].back, dashes[i].page);
        struct report *report = read_text(state, text);
        print_message("%s\n", dashes[i].what);
        assert_state(report, "T2.a1.normative.issued", dashes[i].wanted);
        assert_state(report, "T2.a5.license.decisions", "number");
        report_free(report);
    }
}

/* Cells parted by strokes: those of the header are no values. */
static void test_strokes(void **state)
{
    struct report *report = read_text(
        state,
        HEAD "四、政府信息公开行政复议、行政诉讼情况\n"
             "行政复议 /  /  /  /  / 行政诉讼 /  /  /  /  /  /  /  /  / \n"
             "结果维持 / 结果纠正 / 其他结果 / 尚未审结 / 总计 / 未经复议直接起诉 /  /  /  /  / "
             "复议后起诉 /  /  /  / \n"
             " /  /  /  /  / 结果维持 / 结果纠正 / 其他结果 / 尚未审结 / 总计 / 结果维持 / "
             "结果纠正 / 其他结果 / 尚未审结 / 总计\n"
             "7 / 13 / 7 / 1 / 28 / 0 / 2 / 13 / 0 / 15 / 0 / 7 / 1 / 7 / 15\n" TAIL);
    assert_state(report, "T4.review.upheld", "unplaced");
    assert_int_equal(report->tables[TABLE_T4].state, TABLE_INCOMPLETE);
    report_free(report);
}

/* A label over several lines spans the figures beside it: they are listed once, or not at
 * all where cells have them. */
static void numbers_beside_a_broken_label(void **state)
{
    static const char *const wanted[] = {"14", "25", "36", "2020", "7"};
    struct report *report =
        read_text(state, HEAD "二、主动公开政府信息情况\n"
                              "├────────────┼──────┼──────┼──────┤\n"
                              "│第二十条第（一）项│      │      │      │\n"
                              "├────────────┼──────┼──────┼──────┤\n"
                              "│信息内容│本年制发件数│本年废止件数│现行有效件数│\n"
                              "├────────────┼──────┼──────┼──────┤\n"
                              "│规章        │  41  │  52  │  63  │\n"
                              "├────────────┼──────┼──────┼──────┤\n"
                              "│行政规范性文│  44  │  55  │  66  │\n"
                              "│件          │      │      │      │\n"
                              "├────────────┼──────┼──────┼──────┤\n"
                              "│其他主动公  │  14  │  25  │  36  │\n"
                              "│开文件（自  │      │      │      │\n"
                              "│2020起含7类)│      │      │      │\n"
                              "├────────────┼──────┼──────┼──────┤\n"
                              "│第二十条第（五）项│      │      │      │\n"
                              "├────────────┼──────┼──────┼──────┤\n"
                              "│信息内容│本年处理决定数量│      │      │\n"
                              "├────────────┼──────┼──────┼──────┤\n"
                              "│行政许可    │   9  │      │      │\n"
                              "├────────────┼──────┼──────┼──────┤\n" TAIL);
    const struct table *table = &report->tables[TABLE_T2];
    assert_int_equal(report_cell(report, "T2.a1.normative.in_force")->value, 66);
    assert_int_equal(table->nunclaimed, COUNT(wanted));
    for (size_t i = 0; i < table->nunclaimed; i++)
        assert_true(slice_is(report_slice(report, table->unclaimed[i]), wanted[i]));
    report_free(report);
}

#define TABS2 HEAD2 "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n"
#define TAIL2                                                                                                 \
    "第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可\t5\n"                  \
    "第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t6\n行政强制\t7\n" \
    "第二十条第（八）项\n信息内容\t本年收费金额（单位：万元）\n行政事业性收费\t8\n" TAIL
#define ROWS2 "规章\t1\t2\t3\n行政规范性文件\t4\t5\t6\n"

#define BLANKS2                                                                                    \
    HEAD2 "信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 1 2 3\n行政规范性文件 4 5 6\n"
#define BLANKS2_TAIL                                                                                       \
    "第二十条第（六）项\n信息内容 本年处理决定数量\n行政处罚 6\n行政强制 7\n" \
    "第二十条第（八）项\n信息内容 本年收费金额（单位：万元）\n行政事业性收费 8\n" TAIL
#define FIFTH_BLANKS "第二十条第（五）项\n信息内容 本年处理决定数量\n行政许可 9\n"

/* Figures between the rows that no row has: where a cell may have lost them, they are told. */
static const struct {
    const char *what, *text;
    enum table_state state;
    const char *why; /* NULL: nothing is told */
} loose[] = {
    {"nothing", TABS2 ROWS2 TAIL2, TABLE_COMPLETE, NULL},
    {"a row's last figure in the next line",
     TABS2 "规章\t1\t2\t\n33\n行政规范性文件\t4\t5\t6\n" TAIL2, TABLE_DOUBTFUL,
     "表中另有数字不属于任何一行：第8行 33"},
    {"the same in the line before", TABS2 "规章\t1\t2\t3\n33\n行政规范性文件\t\t5\t6\n" TAIL2,
     TABLE_DOUBTFUL, "第8行 33"},
    {"a row without a label", TABS2 ROWS2 "\t7\t8\t9\n" TAIL2, TABLE_DOUBTFUL, "第9行 7 8 9"},
    {"the figure of a cell without one", TABS2 ROWS2 "\t\t17\n" TAIL2, TABLE_DOUBTFUL, "第9行 17"},
    {"a row gone on", TABS2 "规章\t1\t2\t3\n（续）\t4\t5\t6\n行政规范性文件\t4\t5\t6\n" TAIL2,
     TABLE_DOUBTFUL, "第8行 4 5 6"},
    {"a long number, perhaps a person's", TABS2 ROWS2 "2022011815\n" TAIL2, TABLE_DOUBTFUL,
     "第9行 …"},
    {"a page's number between full rows", TABS2 ROWS2 "4\n" TAIL2, TABLE_COMPLETE, NULL},
    {"the rest of a figure that is long enough to be torn, or a page's number",
     TABS2 "规章\t1\t2\t3\n行政规范性文件\t4\t5\t141\n5\n" TAIL2, TABLE_DOUBTFUL, "第9行 5"},
    {"the number of a page behind such a figure, and the next page's",
     TABS2 "规章\t1\t2\t3\n行政规范性文件\t4\t5\t141\n5\n" TAIL2 "6\n", TABLE_COMPLETE, NULL},
    {"a page's number beside blanks", TABS2 "规章\t1\t\t3\n4\n\f\n行政规范性文件\t4\t5\t6\n" TAIL2,
     TABLE_COMPLETE, NULL},
    {"a page's number between strokes",
     TABS2 "规章\t1\t\t3\n- 4 -\n行政规范性文件\t4\t5\t6\n" TAIL2, TABLE_COMPLETE, NULL},
    {"a figure torn over a line end, or a page's number", BLANKS2 FIFTH_BLANKS "6\n" BLANKS2_TAIL,
     TABLE_DOUBTFUL, "第12行 6"},
    {"the same below a row of several", BLANKS2 "4\n" FIFTH_BLANKS BLANKS2_TAIL, TABLE_DOUBTFUL,
     "第9行 4"},
    {"a page's number below a figure, and the next page's",
     BLANKS2 FIFTH_BLANKS "6\n" BLANKS2_TAIL "7\n", TABLE_COMPLETE, NULL},
    {"a page's number below a figure at the page's end",
     BLANKS2 FIFTH_BLANKS "6\n\f\n" BLANKS2_TAIL, TABLE_COMPLETE, NULL},
    {"numbers of columns", TABS2 "\t1\t2\t3\n" ROWS2 TAIL2, TABLE_COMPLETE, NULL},
    {"a row of its own label", TABS2 ROWS2 "其他主动公开文件\t7\t8\t9\n" TAIL2, TABLE_COMPLETE,
     NULL},
    {"a note", TABS2 ROWS2 "注：含2020年结转的3件，不含委托的8件。\n" TAIL2, TABLE_COMPLETE, NULL},
    {"a list's number", TABS2 "1\t规章\t1\t2\t3\n2\t行政规范性文件\t4\t5\t6\n" TAIL2,
     TABLE_COMPLETE, NULL},
};

static void test_loose(void **state)
{
    for (size_t i = 0; i < COUNT(loose); i++) {
        struct report *report = read_text(state, loose[i].text);
        const struct table *table = &report->tables[TABLE_T2];
        const char *why = table->why[LANG_ZH] ? table->why[LANG_ZH] : "";
        print_message("%s: %s\n", loose[i].what, why);
        assert_int_equal(table->state, loose[i].state);
        assert_non_null(strstr(why, loose[i].why ? loose[i].why : ""));
        assert_int_equal(table->nloose > 0, loose[i].why != NULL);
        report_free(report);
    }
}

/* A column of no form beside the table's, or a cell too many: what stands in it is none of the
 * form's, and beside blanks nothing tells which it is. */
#define LEAD3                                                                                           \
    "某县柳河镇2022年政府信息公开工作年度报告\n一、总体情况\n公开信息。\n" \
    "三、收到和处理政府信息公开申请情况\n"
#define NAMES3 "\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计"
#define NEW3 "一、本年新收政府信息公开申请数量\t"
#define CARRY3 "二、上年结转政府信息公开申请数量\t"
#define ROWS3                                                                                      \
    "1.属于国家秘密\t0\t\t0\t0\t0\t0\t0\n2.其他法律行政法规禁止公开\t0\t0\t0\t0\t0\t0\t0\n"

#define BARS3 "自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n"
#define BARROWS3                                                                                   \
    "1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"                                         \
    "2.其他法律行政法规禁止公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"                       \
    "8.属于行政查询事项 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
#define HEAD4                                                                                           \
    "某县柳河镇2022年政府信息公开工作年度报告\n一、总体情况\n公开信息。\n" \
    "四、政府信息公开行政复议、行政诉讼情况\n"

#define PLACES3(total)                                                                                             \
    LEAD3 "                                  自然人  商业企业  科研机构  社会公益组织  "          \
          "法律服务机构  其他  总计\n"                                                                   \
          "一、本年新收政府信息公开申请数量  17      23                  35            8         " \
          "    16          \n"                                                                                     \
          "二、上年结转政府信息公开申请数量  4                           3             2         " \
          "          9\n"                                                                                          \
          "（七）总计                        " total "\n"

#define NEXT "\n\t\n"
#define FEES3                                                                                      \
    "信息内容" NEXT "上一年项目数量" NEXT "本年增/减" NEXT "\n\n行政事业性收费" NEXT "0" NEXT      \
    "0" NEXT "\n\n"                                                                                \
    "信息内容" NEXT "采购项目数量" NEXT "采购总金额" NEXT "\n\n政府集中采购" NEXT "0" NEXT         \
    "0" NEXT "\n" NEXT
#define ZEROS3 NEXT "0" NEXT "0" NEXT "0" NEXT "0" NEXT "0" NEXT "0" NEXT "0"

static const struct surplus {
    const char *what, *text;
    const char *id, *state;
} surpluses[] = {
    {"last year's total, the first column blank",
     LEAD3 NAMES3 "\t上年总计\n" NEW3 "\t1\t2\t3\t4\t5\t15\t9\n" CARRY3
                  "\t1\t0\t0\t0\t0\t1\t7\n" TAIL,
     "T3.new.np", "blank"},
    {"the same, and a row that lacks a field",
     LEAD3 NAMES3 "\t上年总计\n" NEW3 "\t1\t2\t3\t4\t5\t15\t9\n" CARRY3 "\t1\t0\t0\t0\t0\t1\n" TAIL,
     "T3.new.np", "unplaced"},
    {"last year's, the total blank",
     LEAD3 NAMES3 "\t上年\n" NEW3 "0\t1\t2\t3\t4\t5\t\t9\n" CARRY3 "1\t0\t0\t0\t0\t0\t\t7\n" TAIL,
     "T3.new.tot", "blank"},
    {"the same figures without such a column",
     LEAD3 NAMES3 "\n" NEW3 "0\t1\t2\t3\t4\t5\t15\n" CARRY3 "4\t\t0\t0\t0\t0\t7\n" TAIL,
     "T3.carry_in.co", "blank"},
    {"the rest of a column's label in a line of its own",
     LEAD3 NAMES3 "\n法律\n" NEW3 "0\t1\t2\t3\t4\t5\t15\n" CARRY3 "4\t\t0\t0\t0\t0\t7\n" TAIL,
     "T3.carry_in.co", "blank"},
    {"remarks that are figures",
     HEAD2 "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\t备注\n规章\t8\t3\t\t\n"
           "行政规范性文件\t5\t\t7\t1\n" TAIL,
     "T2.a1.normative.abolished", "blank"},
    {"no remark beside a full row",
     HEAD2 "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\t备注\n规章\t8\t3\t5\t\n"
           "行政规范性文件\t5\t\t7\t1\n" TAIL,
     "T2.a1.regulation.issued", "number"},
    {"a cell too many",
     LEAD3 NAMES3 "\n" NEW3 "0\t1\t2\t3\t4\t5\t15\n" CARRY3 "4\t0\t9\t0\t\t0\t5\t\n" ROWS3 TAIL,
     "T3.carry_in.co", "unplaced"},
    {"blank cells too many on both sides of all figures, each cell on a line",
     TITLE FEES3 "自" NEXT "法人或其他组织" NEXT "总\n\n" NEXT "商 业 企 业" NEXT "科 研 机 构" NEXT
                 "社 会 公 益 组 织" NEXT "法 律 服 务 机 构" NEXT "其 他" NEXT "\n" NEXT
                 "5. 属于三类内部事务信息" ZEROS3 "\n\n" NEXT "6. 属于四类过程性信息" ZEROS3
                 "\n\n7. 属于行政执法案卷" NEXT NEXT "4" NEXT "0" NEXT "9" NEXT "0" NEXT "0" NEXT
                 "0" NEXT "13" NEXT NEXT "申请人情况" NEXT TAIL,
     "T3.denied_7.np", "number"},
    {"a cell too many before the figures, behind a label of its own",
     LEAD3 BARS3 "一、本年新收政府信息公开申请数量 | 0 | 1 | 2 | 3 | 4 | 5 | 15 |\n"
                 "二、上年结转政府信息公开申请数量 | | 4 | 0 | 9 | 0 | 0 | 0 | 5 |\n" BARROWS3
                 "四、结转下年度继续办理 | 0 | 1 | 2 | 3 | 4 | 5 | 15 |\n" TAIL,
     "T3.carry_in.np", "unplaced"},
    {"as many fields, the first of them blank",
     LEAD3 BARS3 "一、本年新收政府信息公开申请数量 | 0 | 1 | 2 | 3 | 4 | 5 | 15 |\n"
                 "二、上年结转政府信息公开申请数量 | | 0 | 9 | 0 | 0 | 0 | 9 |\n" BARROWS3 TAIL,
     "T3.carry_in.np", "blank"},
    {"rows without labels above have a field more",
     LEAD3 BARS3 "一、本年新收政府信息公开申请数量 | | 0 | 1 | 2 | 3 | 4 | 5 | 15 |\n"
                 "二、上年结转政府信息公开申请数量 | | 4 | 0 | 9 | 0 | 0 | 0 | 13 |\n" BARROWS3
                 "四、结转下年度继续办理 | | 0 | 1 | 2 | 3 | 4 | 5 | 15 |\n" TAIL,
     "T3.carry_in.np", "number"},
    {"a cell too many in the only row",
     HEAD4
     "行政复议 | 行政诉讼 |||||||||||||\n"
     "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 ||||||||\n"
     "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | "
     "尚未审结 | 总计 |\n"
     " | 1 |  | 2 | 3 |  | 3 | 17 | 2 | 1 | 6 |  | 3 |  |  | 3 |\n" TAIL,
     "T4.review.upheld", "unplaced"},
    {"just as many there",
     HEAD4
     "行政复议 | 行政诉讼 |||||||||||||\n"
     "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 ||||||||\n"
     "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | "
     "尚未审结 | 总计 |\n"
     " | 1 |  | 2 | 3 |  | 3 | 2 | 1 | 6 |  | 3 |  |  | 3 |\n" TAIL,
     "T4.review.corrected", "number"},
    {"a blank cell too many before few figures",
     HEAD2 "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t8\t3\t5\n"
           "行政规范性文件\t\t5\t2\t7\n第二十条第（五）项\t\t\t\n"
           "信息内容\t本年处理决定数量\t\t\n行政许可\t5\t\t\n第二十条第（六）项\t\t\t\n"
           "信息内容\t本年处理决定数量\t\t\n行政处罚\t5\t\t\n行政强制\t4\t\t\n" TAIL,
     "T2.a1.normative.issued", "unplaced"},
    {"a figure torn below its column's label",
     PLACES3("21      23                  38            1 0           16    98") TAIL,
     "T3.total.np", "unplaced"},
    {"which does not tell where the other rows' columns are",
     PLACES3("21      23                  38            1 0           16    98") TAIL, "T3.new.ri",
     "unplaced"},
    {"all figures, each below its column's label",
     PLACES3("21      23        7         38            10            16    98") TAIL,
     "T3.total.ri", "number"},
    {"all rows filled up at their ends",
     LEAD3 NAMES3 "\t\n" NEW3 "0\t1\t2\t3\t4\t5\t15\t\n" CARRY3 "4\t0\t9\t0\t\t0\t5\t\n" TAIL,
     "T3.carry_in.ri", "number"},
};

static void test_surplus(void **state)
{
    bool all = true;
    for (size_t i = 0; i < COUNT(surpluses); i++) {
        struct report *report = read_text(state, surpluses[i].text);
        const struct cell *cell = report_cell(report, surpluses[i].id);
        const char *got = cell ? cell_state_name(cell->state) : "none";
        if (strcmp(got, surpluses[i].state) != 0) {
            print_error("%s: %s is %s, not %s\n", surpluses[i].what, surpluses[i].id, got,
                        surpluses[i].state);
            all = false;
        }
        report_free(report);
    }
    assert_true(all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_unread),
                                       cmocka_unit_test(test_number_between_dashes),
                                       cmocka_unit_test(test_glued_ends),
                                       cmocka_unit_test(test_strokes),
                                       cmocka_unit_test(numbers_beside_a_broken_label),
                                       cmocka_unit_test(test_loose),
                                       cmocka_unit_test(test_surplus)};
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
