/* Rows of table three as people and programs write them: the list's numbers apart from the
 * words, or lost. What is printed is known, and all of it must be read. */
#include "reading.h"

#include "gouji/base/str.h"

#define HEAD                                                                                            \
    "某县柳河镇2022年政府信息公开工作年度报告\n一、总体情况\n公开信息。\n" \
    "三、收到和处理政府信息公开申请情况\n"
#define TAIL "五、存在的主要问题及改进情况\n一是不够主动。\n六、其他需要报告的事项\n无。\n"

enum { NCOLS = 7 };

static const char *const columns[NCOLS] = {"自然人",       "商业企业", "科研机构", "社会公益组织",
                                           "法律服务机构", "其他",     "总计"};

struct row {
    const char *id; /* NULL: a group's label */
    const char *numeral, *words;
};

static const struct row rows[] = {
    {"new", "一、", "本年新收政府信息公开申请数量"},
    {"carry_in", "二、", "上年结转政府信息公开申请数量"},
    {NULL, "三、", "本年度办理结果"},
    {"open", "（一）", "予以公开"},
    {"partial", "（二）", "部分公开（区分处理的，只计这一情形，不计其他情形）"},
    {NULL, "（三）", "不予公开"},
    {"denied_1", "1.", "属于国家秘密"},
    {"denied_2", "2.", "其他法律行政法规禁止公开"},
    {"denied_3", "3.", "危及“三安全一稳定”"},
    {"denied_4", "4.", "保护第三方合法权益"},
    {"denied_5", "5.", "属于三类内部事务信息"},
    {"denied_6", "6.", "属于四类过程性信息"},
    {"denied_7", "7.", "属于行政执法案卷"},
    {"denied_8", "8.", "属于行政查询事项"},
    {NULL, "（四）", "无法提供"},
    {"unable_1", "1.", "本机关不掌握相关政府信息"},
    {"unable_2", "2.", "没有现成信息需要另行制作"},
    {"unable_3", "3.", "补正后申请内容仍不明确"},
    {NULL, "（五）", "不予处理"},
    {"rejected_1", "1.", "信访举报投诉类申请"},
    {"rejected_2", "2.", "重复申请"},
    {"rejected_3", "3.", "要求提供公开出版物"},
    {"rejected_4", "4.", "无正当理由大量反复申请"},
    {"rejected_5", "5.", "要求行政机关确认或重新出具已获取信息"},
    {NULL, "（六）", "其他处理"},
    {"other_1", "1.", "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"},
    {"other_2", "2.", "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"},
    {"other_3", "3.", "其他"},
    {"total", "（七）", "总计"},
    {"carry_out", "四、", "结转下年度继续办理"},
};

struct shape {
    const char *what;
    const char *list;    /* behind the digit of a list's number; NULL: all numerals are lost */
    const char *between; /* cells */
    const char *end;     /* of a row, NULL: none but that of its line */
};

static unsigned value_of(size_t row, size_t col)
{
    return (unsigned)(row * 5 + col * 3) % 11;
}

static bool is_list(const struct row *row)
{
    return row->numeral[0] >= '1' && row->numeral[0] <= '9';
}

static void write_label(struct str *out, const struct shape *shape, const struct row *row)
{
    if (shape->list && is_list(row))
        str_format(out, "%c%s%s", row->numeral[0], shape->list, row->words);
    else
        str_format(out, "%s%s", shape->list ? row->numeral : "", row->words);
}

static void write_table(struct str *out, const struct shape *shape)
{
    const char *end = shape->end ? shape->end : "\n";
    str_format(out, HEAD "申请人情况%s", end);
    for (size_t c = 0; c < NCOLS; c++)
        str_format(out, "%s%s", c ? shape->between : "", columns[c]);
    for (size_t r = 0; r < COUNT(rows); r++) {
        str_add(out, end);
        write_label(out, shape, &rows[r]);
        for (size_t c = 0; rows[r].id && c < NCOLS; c++)
            str_format(out, "%s%u", shape->between, value_of(r, c));
    }
    str_format(out, "%s" TAIL, end);
}

/* Says what is wrong, and whether something is. */
static bool is_all_read(const struct report *report, const char *what)
{
    static const char *const ids[NCOLS] = {"np", "co", "ri", "sp", "ls", "ot", "tot"};
    char id[40];
    for (size_t r = 0; r < COUNT(rows); r++)
        for (size_t c = 0; rows[r].id && c < NCOLS; c++) {
            snprintf(id, sizeof id, "T3.%s.%s", rows[r].id, ids[c]);
            const struct cell *cell = report_cell(report, id);
            if (cell && cell->state == CELL_NUMBER && cell->value == value_of(r, c))
                continue;
            print_error("%s: %s is %s %d, not %u\n", what, id,
                        cell ? cell_state_name(cell->state) : "none", cell ? (int)cell->value : 0,
                        value_of(r, c));
            return false;
        }
    if (report->tables[TABLE_T3].state != TABLE_COMPLETE)
        print_error("%s: not complete: %s\n", what, report->tables[TABLE_T3].why[LANG_EN]);
    return report->tables[TABLE_T3].state == TABLE_COMPLETE;
}

static const struct shape shapes[] = {
    {"a number and a blank before the words", " ", " ", NULL},
    {"a number, a point and a blank", ". ", " ", NULL},
    {"a number in a cell of its own", "\t", "\t", NULL},
    {"a number and its point in a cell of their own", ".\t", "\t", NULL},
    {"a number on a line of its own", "\n", "\n", NULL},
    {"all numerals lost, between tabs", NULL, "\t", NULL},
    {"all numerals lost, between blanks", NULL, " ", NULL},
    {"all numerals lost, between bars", NULL, " | ", NULL},
    {"all numerals lost, a cell a line", NULL, "\n", NULL},
    {"all numerals lost, a blank line between cells", NULL, "\n\n", NULL},
    {"a tab behind every cell, and its line's end", ".", "\t\n", "\t\n"},
    {"the marks behind cells and rows of Word", ".", "\r\a", "\r\a\r\a"},
    {"bells between cells", ".", "\a", NULL},
};

static void test_shapes(void **state)
{
    bool all = true;
    for (size_t i = 0; i < COUNT(shapes); i++) {
        struct str text = STR_INIT;
        write_table(&text, &shapes[i]);
        struct report *report = read_text(state, str_text(&text));
        all = is_all_read(report, shapes[i].what) && all;
        report_free(report);
        str_release(&text);
    }
    assert_true(all);
}

/* A browser's copy of cells with paragraphs in them; a blank one holds a hard space. */
#define CELL "\n\n\t\n\n"
#define ROW "\n\n\n\n\n"
#define BLANK "\xc2\xa0"
#define FIVE "结果维持" CELL "结果纠正" CELL "其他结果" CELL "尚未审结" CELL "总计"

/* The same of one line each; a blank cell leaves an empty line. */
#define NEXT "\n\t\n"
#define NEXT5 "结果维持" NEXT "结果纠正" NEXT "其他结果" NEXT "尚未审结" NEXT "总计"
#define NEXT_SHEET(gap)                                                                            \
    HEAD "二、主动公开政府信息情况\n\n第二十条第（一）项\n\n\n信息内容" NEXT "本年制发件数" NEXT   \
         "本年废止件数" NEXT "现行有效件数\n\n\n规章" NEXT "19" NEXT "0" NEXT "0"                  \
         "\n\n\n行政规范性文件" NEXT "3" NEXT NEXT "\n\n\n"                                        \
         "四、政府信息公开行政复议、行政诉讼情况\n\n行政复议" NEXT "行政诉讼\n\n\n" NEXT5 NEXT     \
         "未经复议直接起诉" NEXT "复议后起诉\n\n\n" NEXT5 NEXT NEXT5 "\n\n\n1" NEXT "2" gap        \
         "0" NEXT "0" NEXT "3" NEXT "4" NEXT "5" NEXT "0" NEXT "0" NEXT "9" NEXT "0" NEXT "6" NEXT \
         "0" NEXT "0" NEXT "6\n\n\n" TAIL

/* Each cell and its bar in a line of its own, `n` before those of a row. */
#define CELLS(n1, n2, n3, n4, n5, n6, n7)                                                               \
    "某县柳河镇2022年政府信息公开工作年度报告\n一、总体情况\n公开信息。\n" \
    "二、主动公开政府信息情况\n" n1 "第二十条第（一）项 |\n|\n|\n|\n" n2                                \
    "信息内容 |\n本年制发件数 |\n本年废止件数 |\n现行有效件数 |\n" n3                                   \
    "规章 |\n11 |\n12 |\n13 |\n" n4 "第二十条第（五）项 |\n|\n|\n|\n" n5                                \
    "信息内容 |\n本年处理决定数量 |\n|\n|\n" n6 "行政许可 |\n|\n|\n|\n" n7                              \
    "第二十条第（六）项 |\n|\n|\n|\n" TAIL
#define COUNTED(first, second)                                                                                     \
    "某县柳河镇2022年政府信息公开工作年度报告\n一、总体情况\n公开信息。\n"            \
    "二、主动公开政府信息情况\n" first " | 第二十条第（一）项 |  |  |  |\n" second                                 \
    " | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n3 | 规章 | 0 | 0 | 0 |\n" \
    "4 | 行政规范性文件 | 7 |  | 9 |\n5 | 第二十条第（五）项 |  |  |  |\n"                         \
    "6 | 信息内容 | 本年处理决定数量 |  |  |\n7 | 行政许可 |  |  |  |\n"                           \
    "8 | 第二十条第（六）项 |  |  |  |\n9 | 信息内容 | 本年处理决定数量 |  |  |\n"            \
    "10 | 行政处罚 | 16 |  |  |\n" TAIL
#define HEADER_TABS                                                                                \
    HEAD "申请人情况\n\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n"
#define HEADER_BARS                                                                                                            \
    HEAD "申请人情况\n|  | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | " \
         "总计 |\n|---|---|---|---|---|---|---|---|\n"
#define TABS5 "结果维持\t结果纠正\t其他结果\t尚未审结\t总计"

#define FOUR_HEADER                                                                                \
    "行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t\n" TABS5                                         \
    "\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t\n\t\t\t\t\t" TABS5 "\t" TABS5 "\n"
#define MARKED5 " 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |"
#define MARKED_RULE "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n"
#define MARKED_FOUR                                                                                \
    "| 行政复议 |  |  |  |  | 行政诉讼 |  |  |  |  |  |  |  |  |  |\n" MARKED_RULE "|" MARKED5     \
    " 未经复议直接起诉 |  |  |  |  | 复议后起诉 |  |  |  |  |\n|  |  |  |  |  |" MARKED5 MARKED5   \
    "\n"
/* Table four's header and fifteen figures, a cell a line. */
#define ALONE5 "结果维持\n\n结果纠正\n\n其他结果\n\n尚未审结\n\n总计\n\n"
#define ALONE                                                                                      \
    HEAD "无表。\n四、政府信息公开行政复议、行政诉讼情况\n行政复议\n\n行政诉讼\n\n" ALONE5         \
         "未经复议直接起诉\n\n复议后起诉\n\n" ALONE5 ALONE5
#define FIGURES                                                                                    \
    "11\n\n12\n\n13\n\n14\n\n15\n\n16\n\n17\n\n18\n\n19\n\n20\n\n21\n\n22\n\n23\n\n24\n\n25"
#define FOUR HEAD "无表。\n四、政府信息公开行政复议、行政诉讼情况\n" FOUR_HEADER
#define OTHER                                                                                      \
    "\n年份\t新收\t结转\t办结\t在办\n2018\t1\t2\t3\t4\n2019\t5\t6\t7\t8\n2020\t2\t2\t2\t2\n"

static const struct reading_case sheets[] = {
    {"words of a data frame where nothing stands: no numbers, no blanks, and no columns lost",
     HEAD "（本列数据的勾稽关系）\tNaN\tNaN\t申请人情况\tNaN\tNaN\tNaN\tNaN\tNaN\tNaN\n"
          "NaN\tNaN\tNaN\t自然人\t法人或其他组织\tNaN\tNaN\tNaN\tNaN\t总计\n"
          "NaN\tNaN\tNaN\tNaN\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\tNaN\n"
          "一、本年新收政府信息公开申请数量\tNaN\tNaN\tNaN\t1.0\tNaN\t2.0\t0.0\t0.0\t3.0\n"
          "二、上年结转政府信息公开申请数量\tNaN\tNaN\t4\t0\tNaN\t0\t0\t0\tNaN\n"
          "三、本年度办理结果\t（一）予以公开\tNaN\t5\t0\t0\t0\t0\t0\t5\n" TAIL,
     {{"T3.new.np", "text"},
      {"T3.new.co", "1.0"},
      {"T3.new.tot", "3.0"},
      {"T3.carry_in.np", "4"},
      {"T3.carry_in.ri", "text"},
      {"T3.carry_in.tot", "text"},
      {"T3.open.np", "5"}}},
    {"the same in table two, whose columns are merged",
     HEAD "二、主动公开政府信息情况\n"
          "| 第二十条第（一）项 | None | None | None |\n|---|---|---|---|\n"
          "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n"
          "| 规章 | None | 2 | 3 |\n| 行政规范性文件 | 4 | 5 | None |\n"
          "| 第二十条第（五）项 | None | None | None |\n"
          "| 信息内容 | 本年处理决定数量 | None | None |\n| 行政许可 | 7 | None | None |\n"
          "| 第二十条第（六）项 | None | None | None |\n"
          "| 信息内容 | 本年处理决定数量 | None | None |\n| 行政处罚 | None | None | None |\n" TAIL,
     {{"T2.a1.regulation.issued", "text"},
      {"T2.a1.regulation.in_force", "3"},
      {"T2.a1.normative.in_force", "text"},
      {"T2.a5.license.decisions", "7"},
      {"T2.a6.penalty.decisions", "text"}}},
    {"the number of a list on its own line below a row with a blank: it is no figure of this",
     HEAD "申请人情况\n自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n"
          "一、本年新收政府信息公开申请数量\n1\n0\n0\n2\n0\n0\n3\n"
          "二、上年结转政府信息公开申请数量\n4\n0\n0\n0\n0\n0\n4\n三、本年度办理结果\n"
          "（三）不予公开\n1\n属于国家秘密\n5\n0\n0\n0\n0\n5\n2\n"
          "其他法律行政法规禁止公开\n6\n0\n0\n0\n0\n0\n6\n" TAIL,
     {{"T3.new.np", "1"},
      {"T3.denied_1.np", "unplaced"},
      {"T3.denied_1.tot", "unplaced"},
      {"T3.denied_2.np", "6"},
      {"T3.denied_2.tot", "6"}}},
    {"a list's number above the point behind it, which no figure has behind it: it is none, even "
     "where the row above lacks a total",
     HEAD "申请人情况\n自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n"
          "一、本年新收政府信息公开申请数量\n1\n0\n0\n2\n0\n0\n3\n"
          "二、上年结转政府信息公开申请数量\n4\n0\n0\n0\n0\n0\n4\n三、本年度办理结果\n"
          "（三）不予公开\n1.属于国家秘密\n5\n0\n0\n0\n0\n5\n2\n"
          ".其他法律行政法规禁止公开\n6\n0\n0\n0\n0\n0\n6\n"
          "（六）其他处理\n2.申请人逾期未按收费通知要求缴纳费用、"
          "行政机关不再处理其政府信息公开申请\n\n106\n3\n0\n1\n0\n145\n3\n.其他\n"
          "0\n0\n12\n0\n106\n0\n118\n（七）总计\n1\n2\n3\n4\n5\n6\n21\n" TAIL,
     {{"T3.new.np", "1"},
      {"T3.denied_1.tot", "unplaced"},
      {"T3.denied_2.np", "6"},
      {"T3.other_2.np", "blank"},
      {"T3.other_2.co", "106"},
      {"T3.other_2.tot", "145"},
      {"T3.other_3.np", "0"},
      {"T3.total.tot", "21"}}},
    {"the same where the words, too, go on in the next line",
     HEAD "申请人情况\n自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n"
          "一、本年新收政府信息公开申请数量\n1\n0\n0\n2\n0\n0\n3\n"
          "二、上年结转政府信息公开申请数量\n4\n0\n0\n0\n0\n0\n4\n三、本年度办理结果\n"
          "（三）不予公开\n1.属于国家秘密\n5\n0\n0\n0\n0\n5\n2\n"
          "、其他法律行政法\n规禁止公开\n6\n0\n0\n0\n0\n0\n6\n" TAIL,
     {{"T3.new.np", "1"}, {"T3.denied_1.tot", "unplaced"}, {"T3.denied_2.np", "6"}}},
    {"a list in place of the table: each column's label and its figure on a line",
     HEAD "一、本年新收政府信息公开申请数量\n自然人：1\n商业企业：0\n科研机构：0\n社会公益组织：2\n"
          "法律服务机构：0\n其他：0\n总计：3\n二、上年结转政府信息公开申请数量\n自然人：4\n"
          "商业企业：0\n科研机构：0\n社会公益组织：0\n法律服务机构：0\n其他：0\n总计：4\n"
          "三、本年度办理结果\n（一）予以公开\n自然人：5\n商业企业：约2\n科研机构：0\n"
          "社会公益组织：0\n法律服务机构：0\n其他：0\n总计：7\n" TAIL,
     {{"T3.new.np", "1"},
      {"T3.new.sp", "2"},
      {"T3.new.tot", "3"},
      {"T3.carry_in.tot", "4"},
      {"T3.open.np", "unplaced"},
      {"T3.open.tot", "unplaced"}}},
    {"the same without colons; of table two",
     HEAD "二、主动公开政府信息情况\n第二十条第（一）项\n规章\n本年制发件数1\n本年废止件数2\n"
          "现行有效件数3\n行政规范性文件\n本年制发件数4\n本年废止件数5\n现行有效件数6\n"
          "第二十条第（五）项\n行政许可\n本年处理决定数量7\n第二十条第（八）项\n行政事业性收费\n"
          "本年收费金额（单位：万元）8.5\n" TAIL,
     {{"T2.a1.regulation.issued", "1"},
      {"T2.a1.normative.in_force", "6"},
      {"T2.a5.license.decisions", "7"},
      {"T2.a8.fee.amount", "8.5"}}},
    {"a list with all of a row in a line",
     HEAD "一、本年新收政府信息公开申请数量：自然人 1，商业企业 0，科研机构 0，社会公益组织 2，"
          "法律服务机构 0，其他 0，总计 3。\n二、上年结转政府信息公开申请数量：自然人4 商业企业0 "
          "科研机构0 社会公益组织0 法律服务机构0 其他0 总计4\n三、本年度办理结果\n"
          "（一）予以公开：自然人 5，商业企业 2，科研机构 0，总计 7。\n" TAIL,
     {{"T3.new.np", "1"},
      {"T3.new.sp", "2"},
      {"T3.new.tot", "3"},
      {"T3.carry_in.tot", "4"},
      {"T3.open.np", "unplaced"},
      {"T3.open.tot", "unplaced"}}},
    {"lone tabs between cells that stand a line each are no blank cells",
     HEAD "无表。\n四、政府信息公开行政复议、行政诉讼情况\n\n行政复议" CELL "行政诉讼" ROW FIVE CELL
          "未经复议直接起诉" CELL "复议后起诉" ROW FIVE CELL FIVE ROW BLANK CELL "1" CELL BLANK CELL
          "2" CELL "3" CELL "0" CELL BLANK CELL "0" CELL "0" CELL "0" CELL "4" CELL "0" CELL
          "0" CELL "0" CELL BLANK "\n\n" TAIL,
     {{"T4.review.upheld", "blank"},
      {"T4.review.corrected", "1"},
      {"T4.review.other", "blank"},
      {"T4.review.total", "3"},
      {"T4.direct.upheld", "0"},
      {"T4.after.upheld", "4"},
      {"T4.after.total", "blank"}}},
    {"the same where blank cells hold nothing: tabs of several on a line",
     HEAD "一、本年新收政府信息公开申请数量\n\n\t\t\n\n5" CELL "0\n\n\t\t\t\t\n\n5\n\n\n"
          "二、上年结转政府信息公开申请数量" CELL "1" CELL "0" CELL "2" CELL "0" CELL "0" CELL
          "0" CELL "3\n\n\n三、本年度办理结果" CELL "（一）予以公开" CELL "1" CELL
          "0\n\n\t\t\t\t\t\n\n4"
          "\n\n\n四、结转下年度继续办理" CELL "0\n\n\t\t\t\t\t\t\n\n0\n\n"
          "四、政府信息公开行政复议、行政诉讼情况\n\n行政复议" CELL "行政诉讼\n\n\n" FIVE CELL
          "未经复议直接起诉" CELL "复议后起诉\n\n\n" FIVE CELL FIVE "\n\n" TAIL,
     {{"T3.new.np", "blank"},
      {"T3.new.co", "5"},
      {"T3.new.tot", "5"},
      {"T3.carry_in.ri", "2"},
      {"T3.open.co", "0"},
      {"T3.open.ri", "blank"},
      {"T3.open.tot", "4"}}},
    {"one line each",
     NEXT_SHEET(NEXT),
     {{"T2.a1.normative.issued", "3"},
      {"T2.a1.normative.abolished", "blank"},
      {"T2.a1.normative.in_force", "blank"},
      {"T4.review.corrected", "2"},
      {"T4.after.total", "6"}}},
    {"one of them shares its line with the tab before",
     NEXT_SHEET("\n\t "),
     {{"T2.a1.normative.issued", "3"},
      {"T2.a1.normative.abolished", "blank"},
      {"T2.a1.normative.in_force", "blank"},
      {"T4.review.corrected", "2"},
      {"T4.review.other", "0"},
      {"T4.after.total", "6"}}},
    {"a page's number stands below one of them",
     NEXT_SHEET("\n- 9 -" NEXT),
     {{"T2.a1.normative.issued", "3"},
      {"T2.a1.normative.abolished", "blank"},
      {"T2.a1.normative.in_force", "blank"},
      {"T4.review.corrected", "2"},
      {"T4.after.total", "6"}}},
    {"two figures that no tab parts: a lone tab may be a blank cell",
     NEXT_SHEET("\n"),
     {{"T2.a1.normative.issued", "unplaced"},
      {"T2.a1.normative.abolished", "unplaced"},
      {"T2.a1.normative.in_force", "unplaced"}}},
    {"the number of each row before its label, between bars",
     COUNTED("1", "2"),
     {{"T2.a1.normative.issued", "7"},
      {"T2.a1.normative.abolished", "blank"},
      {"T2.a5.license.decisions", "blank"},
      {"T2.a6.penalty.decisions", "16"}}},
    {"the same, and what they are above them",
     COUNTED("序号", "2"),
     {{"T2.a1.normative.issued", "7"},
      {"T2.a5.license.decisions", "blank"},
      {"T2.a6.penalty.decisions", "16"}}},
    {"a line for each cell, numbers of rows and bars",
     CELLS("1 |\n", "2 |\n", "3 |\n", "4 |\n", "5 |\n", "6 |\n", "7 |\n"),
     {{"T2.a1.regulation.issued", "unplaced"}, {"T2.a5.license.decisions", "unplaced"}}},
    {"a line for each cell and bars, no numbers of rows",
     CELLS("", "", "", "", "", "", ""),
     {{"T2.a1.regulation.issued", "11"}, {"T2.a5.license.decisions", "blank"}}},
    {"numbers that count no rows",
     COUNTED("1", "12"),
     {{"T2.a1.normative.issued", "unplaced"}, {"T2.a6.penalty.decisions", "unplaced"}}},
    {"rows of unequal numbers of labels with just the fields of the columns behind each",
     HEAD "（本列数据的勾稽关系）\t申请人情况\n自然人\t法人或其他组织\t总计\n"
          "商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n"
          "一、本年新收政府信息公开申请数量\t\t4\t\t\t\t\t4\n"
          "二、上年结转政府信息公开申请数量\t\t\t\t\t\t\t\n"
          "三、本年度办理结果\t（一）予以公开\t\t\t3\t\t\t\t3\n"
          "（三）不予公开\t1.属于国家秘密\t\t\t\t1\t\t\t1\n"
          "2.其他法律行政法规禁止公开\t2\t\t\t\t\t\t\n" TAIL,
     {{"T3.new.np", "blank"},
      {"T3.new.co", "4"},
      {"T3.new.tot", "4"},
      {"T3.carry_in.np", "blank"},
      {"T3.open.ri", "3"},
      {"T3.denied_1.sp", "1"},
      {"T3.denied_2.np", "2"},
      {"T3.denied_2.tot", "blank"}}},
    {"where one of them has lost a field, none of them tells",
     HEAD "（本列数据的勾稽关系）\t申请人情况\n自然人\t法人或其他组织\t总计\n"
          "商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n"
          "一、本年新收政府信息公开申请数量\t\t4\t\t\t\t\t4\n"
          "三、本年度办理结果\t（一）予以公开\t\t\t3\t\t\t3\n" TAIL,
     {{"T3.new.np", "unplaced"}, {"T3.open.np", "unplaced"}}},
    {"values of table four whose header has no empty field at its ends",
     HEAD "无表。\n四、政府信息公开行政复议、行政诉讼情况\n行政复议\t行政诉讼\n" TABS5
          "\t未经复议直接起诉\t复议后起诉\n" TABS5 "\t" TABS5 "\n\t1\t\t\t1\t\t\t\t\t"
          "\t2\t\t\t\t\n" TAIL,
     {{"T4.review.upheld", "blank"},
      {"T4.review.corrected", "1"},
      {"T4.review.total", "1"},
      {"T4.after.upheld", "2"},
      {"T4.after.total", "blank"}}},
    {"the figures of another table below a blank row of table four",
     FOUR "\t\t\t\t\t\t\t\t\t\t\t\t\t\t\n" OTHER TAIL,
     {{"T4.review.upheld", "blank"}, {"T4.direct.other", "blank"}, {"T4.after.total", "blank"}}},
    {"the same, a note between the two",
     FOUR "\t\t\t\t\t\t\t\t\t\t\t\t\t\t\n（注：以下为补充统计表）\n" OTHER TAIL,
     {{"T4.review.upheld", "blank"}, {"T4.direct.other", "blank"}, {"T4.after.total", "blank"}}},
    {"the same, below a row that is partly blank",
     FOUR "1\t\t\t\t1\t\t\t\t\t\t\t\t\t\t\n渠道\t收到\t办结\t结转\t总计\n"
          "1\t2\t3\t4\t9\n5\t6\t7\t8\t1\n3\t7\t6\n" TAIL,
     {{"T4.review.upheld", "1"}, {"T4.review.corrected", "blank"}, {"T4.after.total", "blank"}}},
    {"the same, below a header whose row is lost",
     FOUR OTHER TAIL,
     {{"T4.review.upheld", "unplaced"}, {"T4.after.total", "unplaced"}}},
    {"the same, below a title",
     FOUR "附：分年情况\n2018\t1\t2\t3\t4\n2019\t5\t6\t7\t8\n2020\t2\t2\t2\t2\n" TAIL,
     {{"T4.review.upheld", "unplaced"}, {"T4.after.total", "unplaced"}}},
    {"a word above the one row of table four",
     FOUR "单位：件\n1\t2\t3\t4\t10\t1\t1\t1\t1\t4\t2\t2\t2\t2\t8\n" TAIL,
     {{"T4.review.upheld", "1"}, {"T4.direct.total", "4"}, {"T4.after.total", "8"}}},
    {"its unit in brackets",
     FOUR "（单位：件）\n1\t2\t3\t4\t10\t1\t1\t1\t1\t4\t2\t2\t2\t2\t8\n" TAIL,
     {{"T4.review.upheld", "1"}, {"T4.after.total", "8"}}},
    {"a title above a row as long as table four's, which is lost",
     FOUR "历年受理一览\n1\t2\t3\t4\t10\t1\t1\t1\t1\t4\t2\t2\t2\t2\t8\n" TAIL,
     {{"T4.review.upheld", "unplaced"}, {"T4.after.total", "unplaced"}}},
    {"in Markdown, where the other table's head stands between two rules, as broken rows do",
     HEAD "无表。\n四、政府信息公开行政复议、行政诉讼情况\n\n" MARKED_FOUR
          "\n| 附表 |  |  |  |  |  |  |  |  |  |  |  |  |  |  |\n" MARKED_RULE
          "| 1 | 2 | 3 | 4 | 10 | 1 | 1 | 1 | 1 | 4 | 2 | 2 | 2 | 2 | 8 |\n\n" TAIL,
     {{"T4.review.upheld", "unplaced"}, {"T4.after.total", "unplaced"}}},
    {"table four's own figures there",
     HEAD "无表。\n四、政府信息公开行政复议、行政诉讼情况\n\n" MARKED_FOUR
          "| 1 | 2 | 3 | 4 | 10 | 1 | 1 | 1 | 1 | 4 | 2 | 2 | 2 | 2 | 8 |\n\n" TAIL,
     {{"T4.review.upheld", "1"}, {"T4.after.total", "8"}}},
    {"where cells stand one a line, figures behind another table's header",
     ALONE "年份\n\n新收\n\n上年\n\n办结\n\n结转\n\n" FIGURES "\n\n" TAIL,
     {{"T4.review.upheld", "absent"}, {"T4.after.total", "absent"}}},
    {"or behind its title",
     ALONE "历年受理一览\n\n" FIGURES "\n\n" TAIL,
     {{"T4.review.upheld", "unplaced"}, {"T4.after.total", "unplaced"}}},
    {"table four's own figures there",
     ALONE FIGURES "\n\n" TAIL,
     {{"T4.review.upheld", "11"}, {"T4.after.total", "25"}}},
    {"and another table's title with as many behind them",
     ALONE FIGURES
     "\n\n历年受理一览\n\n1\n\n2\n\n3\n\n4\n\n5\n\n6\n\n7\n\n8\n\n9\n\n1\n\n2\n\n3\n\n"
     "4\n\n5\n\n6\n\n" TAIL,
     {{"T4.review.upheld", "11"}, {"T4.after.total", "25"}}},
    {"a header of other words, parted by blanks, above a row as long as table four's",
     FOUR "甲 乙 丙 丁 戊 己 庚 辛 壬 癸 子 丑 寅 卯 辰\n"
          "11 12 13 14 15 16 17 18 19 20 21 22 23 24 25\n" TAIL,
     {{"T4.review.upheld", "unplaced"}, {"T4.after.total", "unplaced"}}},
    {"the header again behind the words at a page's head",
     FOUR "续表\n" FOUR_HEADER "1\t\t\t\t1\t\t\t\t\t\t\t\t\t\t\n" TAIL,
     {{"T4.review.upheld", "1"}, {"T4.review.corrected", "blank"}, {"T4.after.total", "blank"}}},
    {"another table below the whole row of table four",
     FOUR "1\t2\t3\t4\t10\t1\t1\t1\t1\t4\t2\t2\t2\t2\t8\n" OTHER TAIL,
     {{"T4.review.upheld", "1"}, {"T4.direct.total", "4"}, {"T4.after.total", "8"}}},
    {"bars part the cells: a row that ends with one ends in a blank cell",
     HEAD "（本列数据的勾稽关系） |  |  | 申请人情况 |  |  |  |  |  | \n"
          " |  |  | 自然人 | 法人或其他组织 |  |  |  |  | 总计\n"
          " |  |  |  | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | \n"
          "一、本年新收政府信息公开申请数量 |  |  | 3 | 0 | 0 | 0 | 6 |  | 9\n"
          "二、上年结转政府信息公开申请数量 |  |  | 0 |  | 0 | 0 | 0 | 0 | 0\n"
          "三、本年度办理结果 | （一）予以公开 |  | 5 | 4 |  | 3 | 2 | 1 | \n"
          " | （三）不予公开 | 1.属于国家秘密 |  |  | 7 | 0 |  |  | 0\n"
          " |  | 2.其他法律行政法规禁止公开 | 8 | 0 | 0 | 0 | 0 |  | \n" TAIL,
     {{"T3.new.ot", "blank"},
      {"T3.open.np", "5"},
      {"T3.open.ri", "blank"},
      {"T3.open.ot", "1"},
      {"T3.open.tot", "blank"},
      {"T3.denied_1.ri", "7"},
      {"T3.denied_2.np", "8"},
      {"T3.denied_2.tot", "blank"}}},
    {"figures beside a group's label and none beside its first row's: these are not blank",
     HEADER_TABS "一、本年新收政府信息公开申请数量\t1\t0\t0\t2\t0\t0\t3\n"
                 "（三）不予公开\t7\t0\t0\t0\t0\t0\t7\n1.属于国家秘密\t\t\t\t\t\t\t\n"
                 "2.其他法律行政法规禁止公开\t\t\t\t\t\t\t\n"
                 "（五）不予处理\t6\t0\t0\t0\t0\t0\t6\n1.信访举报投诉类申请\n"
                 "2.重复申请\t5\t0\t0\t0\t0\t0\t5\n" TAIL,
     {{"T3.new.np", "1"},
      {"T3.denied_1.np", "unplaced"},
      {"T3.denied_1.tot", "unplaced"},
      {"T3.denied_2.np", "blank"},
      {"T3.rejected_1.np", "unplaced"},
      {"T3.rejected_2.np", "5"}}},
    {"the same between bars",
     HEADER_BARS "| 一、本年新收政府信息公开申请数量 | 1 | 0 | 0 | 2 | 0 | 0 | 3 |\n"
                 "| （三）不予公开 | 7 | 0 | 0 | 0 | 0 | 0 | 7 |\n"
                 "| 1.属于国家秘密 |  |  |  |  |  |  |  |\n"
                 "| 2.其他法律行政法规禁止公开 |  |  |  |  |  |  |  |\n" TAIL,
     {{"T3.new.np", "1"},
      {"T3.denied_1.np", "unplaced"},
      {"T3.denied_1.tot", "unplaced"},
      {"T3.denied_2.np", "blank"}}},
    {"the same between single blanks",
     HEAD "申请人情况\n自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n"
          "一、本年新收政府信息公开申请数量 1 0 0 2 0 0 3\n"
          "二、上年结转政府信息公开申请数量 4 0 0 0 0 0 4\n（三）不予公开 7 0 0 0 0 0 7\n"
          "1.属于国家秘密\n2.其他法律行政法规禁止公开 6 0 0 0 0 0 6\n" TAIL,
     {{"T3.new.np", "1"},
      {"T3.denied_1.np", "unplaced"},
      {"T3.denied_1.tot", "unplaced"},
      {"T3.denied_2.np", "6"}}},
    {"sums beside a group's label, all its rows with their own figures; a group without any",
     HEADER_TABS "一、本年新收政府信息公开申请数量\t1\t0\t0\t2\t0\t0\t3\n"
                 "（三）不予公开\t7\t0\t0\t0\t0\t0\t7\n1.属于国家秘密\t4\t\t\t\t\t\t4\n"
                 "2.其他法律行政法规禁止公开\t3\t\t\t\t\t\t3\n"
                 "（五）不予处理\n1.信访举报投诉类申请\t\t\t\t\t\t\t\n" TAIL,
     {{"T3.denied_1.np", "4"},
      {"T3.denied_1.co", "blank"},
      {"T3.denied_2.tot", "3"},
      {"T3.rejected_1.np", "blank"}}},
    {"a column of remarks behind the table's own",
     HEAD "（本列数据的勾稽关系）\t\t\t申请人情况\t\t\t\t\t\t\t备注\n"
          "\t\t\t自然人\t法人或其他组织\t\t\t\t\t总计\t\n"
          "\t\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\t\n"
          "一、本年新收政府信息公开申请数量\t\t\t1\t0\t0\t2\t0\t0\t3\t含转办2件\n"
          "二、上年结转政府信息公开申请数量\t\t\t4\t0\t0\t0\t0\t0\t4\t\n"
          "三、本年度办理结果\t（一）予以公开\t\t5\t0\t\t0\t\t0\t5\t较上年多\n" TAIL,
     {{"T3.new.np", "1"},
      {"T3.new.tot", "3"},
      {"T3.carry_in.np", "4"},
      {"T3.open.np", "5"},
      {"T3.open.ri", "blank"},
      {"T3.open.tot", "5"}}},
};

static void test_sheets(void **state)
{
    assert_readings(state, sheets, COUNT(sheets));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_shapes),
                                       cmocka_unit_test(test_sheets)};
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
