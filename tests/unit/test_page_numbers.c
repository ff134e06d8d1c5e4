/* A cell on each line, and the bare numbers of a converter's pages between them: none is taken for
 * a figure of the row that it stands in, whose cells may be blank. */
#include "reading.h"

#include "gouji/base/str.h"

enum { NROWS = 14, NCOLS = 7, MOST_TEXT = 64, NPARAGRAPHS = 22 };

/* What a row prints; a cell without a text is blank. */
struct row {
    const char *id, *label;
    const char *cells[NCOLS];
    size_t ncells;
};

#define ALL "31", "14", "0", "20", "45", "16", "126"
#define NONE "", "", "", "", "", "", ""
#define SOME "25", "", "", "17", "", "", "42"
#define LAST "", "", "", "", "", "", "40"

static const struct row rows[NROWS] = {
    {"new", "一、本年新收政府信息公开申请数量", {ALL}, 7},
    {"carry_in", "二、上年结转政府信息公开申请数量", {SOME}, 7},
    {NULL, "三、本年度办理结果", {NULL}, 0},
    {"open", "（一）予以公开", {NONE}, 7},
    {"partial", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", {LAST}, 7},
    {NULL, "（三）不予公开", {NULL}, 0},
    {"denied_1", "1.属于国家秘密", {NONE}, 7},
    {"denied_2", "2.其他法律行政法规禁止公开", {ALL}, 7},
    {"denied_3", "3.危及“三安全一稳定”", {SOME}, 7},
    {"denied_4", "4.保护第三方合法权益", {LAST}, 7},
    {"denied_5", "5.属于三类内部事务信息", {ALL}, 7},
    {"denied_6", "6.属于四类过程性信息", {NONE}, 7},
    {"denied_7", "7.属于行政执法案卷", {SOME}, 7},
    {"denied_8", "8.属于行政查询事项", {ALL}, 7},
};

static const char *const columns[] = {"np", "co", "ri", "sp", "ls", "ot", "tot"};

static const char *const front[] = {
    "某县柳河镇2022年政府信息公开工作年度报告",
    "一、总体情况",
};

static const char *const head[] = {
    "三、收到和处理政府信息公开申请情况",
    "申请人情况",
    "自然人",
    "法人或其他组织",
    "总计",
    "商业企业",
    "科研机构",
    "社会公益组织",
    "法律服务机构",
    "其他",
};

static const char *const back[] = {
    "五、存在的主要问题及改进情况", "一是主动公开不够。",     "二是解读形式单一。",
    "三是平台更新较慢。",           "六、其他需要报告的事项", "无。",
};

/* Lines of which each page has so many. */
struct pages {
    struct str text;
    size_t length; /* 0: no page has a number */
    size_t nlines, number;
    bool apart; /* a blank line stands before and behind the number */
    bool dense; /* no blank line but those that join the pages */
};

static void add_line(struct pages *pages, const char *line)
{
    if (pages->dense && !*line)
        return;
    str_format(&pages->text, "%s\n", line);
    if (pages->length == 0 || ++pages->nlines % pages->length != 0)
        return;
    str_format(&pages->text, pages->apart ? "\n%zu\n" : "%zu\n", ++pages->number);
    if (pages->apart || pages->dense)
        str_byte(&pages->text, '\n');
}

static void add_lines(struct pages *pages, const char *const *lines, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        add_line(pages, lines[i]);
        add_line(pages, "");
    }
}

/* `filled`: every cell is. */
static void write_report(struct pages *pages, bool filled)
{
    static const char *const paragraph = "全年主动公开信息，按规定办理申请，维护网站，组织培训。";
    add_lines(pages, front, sizeof front / sizeof *front);
    for (size_t i = 0; i < NPARAGRAPHS; i++)
        add_lines(pages, &paragraph, 1);
    add_lines(pages, head, sizeof head / sizeof *head);
    for (size_t r = 0; r < NROWS; r++) {
        add_lines(pages, &rows[r].label, 1);
        for (size_t c = 0; c < rows[r].ncells; c++) {
            const char *cell = filled ? rows[0].cells[c] : rows[r].cells[c];
            add_line(pages, cell);
            if (*cell)
                add_line(pages, "");
        }
    }
    add_lines(pages, back, sizeof back / sizeof *back);
    if (pages->dense)
        str_format(&pages->text, "%zu\n", pages->number + 1);
}

/* How many cells have their figure; none has another's. */
static size_t check_cells(const struct report *report, const struct pages *pages, bool filled)
{
    size_t nread = 0;
    for (size_t r = 0; r < NROWS; r++)
        for (size_t c = 0; c < rows[r].ncells; c++) {
            char id[MOST_TEXT];
            snprintf(id, sizeof id, "T3.%s.%s", rows[r].id, columns[c]);
            const char *wanted = filled ? rows[0].cells[c] : rows[r].cells[c];
            const struct cell *cell = report_cell(report, id);
            if (!cell || cell->state != CELL_NUMBER)
                continue;
            nread++;
            if (!*wanted || cell->value != atoi(wanted))
                fail_msg("pages of %zu lines: %s is %lld, not '%s'", pages->length, id,
                         (long long)cell->value, wanted);
        }
    return nread;
}

static size_t read_these(void **state, struct pages *pages, bool filled)
{
    write_report(pages, filled);
    struct report *report = read_text(state, str_text(&pages->text));
    size_t nread = check_cells(report, pages, filled);
    report_free(report);
    str_release(&pages->text);
    return nread;
}

static size_t read_pages(void **state, size_t length, bool apart, bool filled)
{
    struct pages pages = {.text = STR_INIT, .length = length, .apart = apart};
    return read_these(state, &pages, filled);
}

static void test_blank_cells(void **state)
{
    size_t nall = read_pages(state, 0, false, false);
    for (size_t length = 28; length <= 45; length++)
        for (int apart = 0; apart < 2; apart++)
            assert_in_range(read_pages(state, length, apart, false), 1, nall);
}

/* What page a row ends on is no matter where all its cells are filled. */
static void test_full_rows(void **state)
{
    size_t nall = read_pages(state, 0, false, true);
    assert_int_equal(nall, 12 * NCOLS);
    for (size_t length = 28; length <= 45; length++)
        for (int apart = 0; apart < 2; apart++)
            assert_int_equal(read_pages(state, length, apart, true), nall);
}

/* Pages of any length, each with its number in the last line, joined by empty lines. */
static void test_joined_pages(void **state)
{
    struct pages bare = {.text = STR_INIT, .dense = true};
    size_t nsome = read_these(state, &bare, false);
    for (size_t length = 13; length <= 52; length++) {
        struct pages filled = {.text = STR_INIT, .length = length, .dense = true};
        assert_int_equal(read_these(state, &filled, true), 12 * NCOLS);
        struct pages some = {.text = STR_INIT, .length = length, .dense = true};
        assert_in_range(read_these(state, &some, false), nsome - NCOLS, nsome);
    }
}

#define PROSE "公开信息。\n"
#define PROSE4 PROSE PROSE PROSE PROSE
#define OFFICE "某县柳河镇2021年政府信息公开工作年度报告\n一、总体情况\n" PROSE4 PROSE4
#define DECISIONS                                                                                                                    \
    "二、主动公开政府信息情况\n第二十条第（五）项\n信息内容\n本年处理决定数量\n行政许可\n124\n" \
    "第二十条第（六）项\n信息内容\n本年处理决定数量\n行政处罚\n"
#define THEN_ON                                                                                    \
    "行政强制\n60\n" PROSE4 PROSE4 PROSE4 "2\n五、存在的主要问题及改进情况\n一是不够主动。\n"
#define THEN                                                                                       \
    "行政强制\n60\n" PROSE4 PROSE4 PROSE4 "2\n\n五、存在的主要问题及改进情况\n一是不够主动。\n"

/* The number of the page that ends below the label of a row that has one figure, or none. */
static const struct reading_case joined[] = {
    {"a blank row at the page's end",
     OFFICE DECISIONS "1\n\n" THEN "3\n",
     {{"T2.a6.penalty.decisions", "blank"}, {"T2.a6.coercion.decisions", "60"}}},
    {"its figure above the page's number",
     OFFICE DECISIONS "7\n1\n\n" THEN "3\n",
     {{"T2.a6.penalty.decisions", "7"}, {"T2.a6.coercion.decisions", "60"}}},
    {"the same, with no empty line: a figure or the page's number",
     OFFICE DECISIONS "1\n" THEN_ON "3\n",
     {{"T2.a5.license.decisions", "124"}, {"T2.a6.penalty.decisions", "unplaced"}}},
    {"the page has its number elsewhere, in prose",
     OFFICE "1\n" PROSE4 DECISIONS "1\n" THEN_ON "3\n",
     {{"T2.a6.penalty.decisions", "1"}, {"T2.a6.coercion.decisions", "60"}}},
    {"no number of a page at the text's end",
     OFFICE DECISIONS "1\n" THEN_ON,
     {{"T2.a6.penalty.decisions", "1"}, {"T2.a6.coercion.decisions", "60"}}},
    {"more than the pages",
     OFFICE DECISIONS "7\n" THEN_ON "3\n",
     {{"T2.a6.penalty.decisions", "7"}, {"T2.a6.coercion.decisions", "60"}}},
    {"may be a figure: the text's end has no number",
     OFFICE DECISIONS "1\n\n" THEN,
     {{"T2.a6.penalty.decisions", "unplaced"}, {"T2.a6.coercion.decisions", "60"}}},
    {"may be a figure: another empty line stands elsewhere",
     OFFICE "\n" DECISIONS "1\n\n" THEN "3\n",
     {{"T2.a6.penalty.decisions", "unplaced"}, {"T2.a6.coercion.decisions", "60"}}},
};

static void test_joined_below_label(void **state)
{
    assert_readings(state, joined, COUNT(joined));
}

/* As many pages as are counted, and more: the others' numbers are nobody's. */
static void test_many_joined_pages(void **state)
{
    for (int npages = 63; npages <= 66; npages++) {
        struct str text = STR_INIT;
        str_add(&text, OFFICE DECISIONS "7\n行政强制\n60\n" SECTIONS_5_6 "1\n");
        for (int page = 2; page <= npages; page++)
            str_format(&text, "\n" PROSE4 PROSE4 PROSE4 "%d\n", page);
        struct report *report = read_text(state, str_text(&text));
        assert_cell(report, "T2.a6.penalty.decisions", "7");
        assert_cell(report, "T2.a6.coercion.decisions", "60");
        report_free(report);
        str_release(&text);
    }
}

/* The figures of full rows that count on from the one of a table that is not the form's: as many
 * lines from each other as pages may have, and none is a page's number. */
static void test_figures_that_count_on(void **state)
{
    enum { LENGTH = 28 };
    static const char *const local[] = {"发布会次数", "次", "1", "解读稿件数", "篇", "38"};
    struct pages pages = {.text = STR_INIT};
    size_t counted[NROWS][NCOLS] = {0};
    size_t nlines = 0;
    size_t last = 1;
    add_lines(&pages, front, sizeof front / sizeof *front);
    add_lines(&pages, local, sizeof local / sizeof *local);
    add_lines(&pages, head, sizeof head / sizeof *head);
    nlines = sizeof head / sizeof *head;
    for (size_t r = 0; r < NROWS; r++, nlines++) {
        add_lines(&pages, &rows[r].label, 1);
        for (size_t c = 0; c < rows[r].ncells; c++) {
            if (++nlines >= last * LENGTH)
                counted[r][c] = ++last;
            str_format(&pages.text, "%zu\n\n", counted[r][c]);
        }
    }
    add_lines(&pages, back, sizeof back / sizeof *back);
    assert_true(last >= 4);

    struct report *report = read_text(state, str_text(&pages.text));
    for (size_t r = 0; r < NROWS; r++)
        for (size_t c = 0; c < rows[r].ncells; c++) {
            char id[MOST_TEXT];
            snprintf(id, sizeof id, "T3.%s.%s", rows[r].id, columns[c]);
            char wanted[MOST_TEXT];
            snprintf(wanted, sizeof wanted, "%zu", counted[r][c]);
            assert_cell(report, id, wanted);
        }
    report_free(report);
    str_release(&pages.text);
}

#define FIGURES4(figures)                                                                                         \
    "某县柳河镇2021年政府信息公开工作年度报告\n\n一、总体情况\n\n公开信息。\n\n"     \
    "三、收到和处理政府信息公开申请情况\n\n一、本年新收政府信息公开申请数量\n\n" \
    "8\n\n\n9\n\n6\n\n7\n\n5\n\n35\n\n二、上年结转政府信息公开申请数量\n\n"                       \
    "0\n\n0\n\n0\n\n\n0\n\n0\n\n0\n\n四、政府信息公开行政复议、行政诉讼情况\n\n"               \
    "行政复议\n\n行政诉讼\n\n" COLUMNS4                                                                           \
    "未经复议直接起诉\n\n复议后起诉\n\n" COLUMNS4 COLUMNS4 figures                                                \
    "\n\n五、存在的主要问题及改进情况\n\n一是不够主动。\n\n"                                 \
    "六、其他需要报告的事项\n\n无。\n"
#define COLUMNS4 "结果维持\n\n结果纠正\n\n其他结果\n\n尚未审结\n\n总计\n\n"

/* Fifteen numbers, and a line break as a blank cell leaves it: where one of them stands beside a
 * page's end, it may be the page's, and another cell blank. */
static const struct reading_case beside_feeds[] = {
    {"the first ends a page",
     FIGURES4("10\n\n\f0\n\n\n3\n\n1\n\n4\n\n0\n\n0\n\n28\n\n0\n\n28\n\n0\n\n4\n\n0\n\n0\n\n4"),
     {{"T4.review.upheld", "unplaced"}, {"T4.after.total", "unplaced"}}},
    {"one begins a page",
     FIGURES4("7\n\n0\n\n\n3\n\n1\n\n\f4\n\n0\n\n0\n\n28\n\n0\n\n28\n\n0\n\n4\n\n0\n\n0\n\n4"),
     {{"T4.review.upheld", "unplaced"}, {"T4.after.total", "unplaced"}}},
    {"no surplus line break",
     FIGURES4("7\n\n0\n\n3\n\n1\n\n\f4\n\n0\n\n0\n\n28\n\n0\n\n28\n\n0\n\n4\n\n0\n\n0\n\n4"),
     {{"T4.review.upheld", "7"}, {"T4.review.total", "4"}, {"T4.direct.other", "28"}}},
    {"only that at the page's end",
     FIGURES4("7\n\n0\n\n3\n\n1\n\n\n\f4\n\n0\n\n0\n\n28\n\n0\n\n28\n\n0\n\n4\n\n0\n\n0\n\n4"),
     {{"T4.review.upheld", "7"}, {"T4.review.total", "4"}, {"T4.direct.other", "28"}}},
};

static void test_figures_beside_feeds(void **state)
{
    assert_readings(state, beside_feeds, COUNT(beside_feeds));
}

/* Table three with a blank cell in its first row; a number behind its last row, one in the text,
 * each before a form feed. */
#define COUNTED3(before, figures, behind)                                                                                              \
    "某县柳河镇2021年政府信息公开工作年度报告\n\n一、总体情况\n\n公开信息。\n\n" before "\n\n\f"                                       \
    "三、收到和处理政府信息公开申请情况\n\n申请人情况\n\n自然人\n\n法人或其他组织\n\n总计\n\n商业" \
    "企业\n\n科研机构\n\n社会公益组织\n\n法律服务机构\n\n其他\n\n一、本年新收政府信息公开申请数量" \
    "\n\n"                                                                                                                             \
    "8\n\n\n9\n\n6\n\n7\n\n5\n\n35\n\n二、上年结转政府信息公开申请数量\n\n" figures                                                    \
    "\n\n四、结转下年度继续办理\n\n1\n\n0\n\n3\n\n0\n\n0\n\n0\n\n4\n\n" behind "\n\n\f"                                                \
    "五、存在的主要问题及改进情况\n\n一是不够主动。\n\n六、其他需要报告的事项\n\n无。\n"

/* A row with a blank cell that a line break shows, and as many numbers as columns. */
static const struct reading_case counted[] = {
    {"the number of the page between",
     COUNTED3("2", "0\n\n\n0\n\n7\n\n3\n\n1\n\n0\n\n8", "4"),
     {{"T3.new.np", "8"}, {"T3.carry_in.np", "unplaced"}, {"T3.carry_in.tot", "unplaced"}}},
    {"the number of a page, and no line break of a blank cell",
     COUNTED3("2", "0\n\n0\n\n7\n\n3\n\n1\n\n0\n\n11", "4"),
     {{"T3.carry_in.sp", "3"}, {"T3.carry_in.tot", "11"}}},
    {"none of the pages'",
     COUNTED3("2", "0\n\n\n0\n\n7\n\n5\n\n1\n\n0\n\n13", "4"),
     {{"T3.carry_in.sp", "5"}, {"T3.carry_in.tot", "13"}}},
    {"numbers before form feeds that do not count on",
     COUNTED3("4", "0\n\n\n0\n\n7\n\n3\n\n1\n\n0\n\n11", "2"),
     {{"T3.carry_in.sp", "3"}, {"T3.carry_in.tot", "11"}}},
};

static void test_counted_feet(void **state)
{
    assert_readings(state, counted, COUNT(counted));
}

/* Table two with the figures of its rows of one column as they are told; `br` ends a cell. */
#define TABLE2(br, between, license, penalty, coercion, fee)                                       \
    TITLE "一、总体情况\n我镇公开信息12条。\n二、主动公开政府信息情况\n" \
          "第二十条第（一）项" br "信息内容" between "本年制发件数" between "本年废止件数" between \
          "现行有效件数" br "规章" between "0" between "0" between "0" br "行政规范性文件" between \
          "2" between "1" between "25" br "第二十条第（五）项" br "信息内容" between               \
          "本年处理决定数量" br "行政许可" license br "第二十条第（六）项" br "信息内容" between   \
          "本年处理决定数量" br "行政处罚" penalty br "行政强制" coercion br                       \
          "第二十条第（八）项" br "信息内容" between "本年收费金额（单位：万元）" br               \
          "行政事业性收费" fee br SECTIONS_3_4 SECTIONS_5_6

static const struct reading_case lone_figures[] = {
    {"on a line of its own, where others stand beside their labels",
     TABLE2("\n", " ", " \n5", " 286", " 60", " 0"),
     {{"T2.a5.license.decisions", "unplaced"}, {"T2.a6.penalty.decisions", "286"}}},
    {"on a line of its own below a table of one line",
     TABLE2(" ", " ", " 17", " 286", " 60", "\n5\n"),
     {{"T2.a5.license.decisions", "17"}, {"T2.a8.fee.amount", "unplaced"}}},
    {"0 is no page's number",
     TABLE2("\n", " ", " \n0", " 286", " 60", " 0"),
     {{"T2.a5.license.decisions", "0"}, {"T2.a6.penalty.decisions", "286"}}},
    {"behind a blank cell's line break",
     TABLE2("\n", "\n", "\n17", "\n286", "\n60", "\n\n5"),
     {{"T2.a5.license.decisions", "17"}, {"T2.a8.fee.amount", "unplaced"}}},
    {"before a page's line break",
     TABLE2("\n", "\n", "\n5\n", "\n286", "\n60", "\n0"),
     {{"T2.a5.license.decisions", "unplaced"}, {"T2.a6.penalty.decisions", "286"}}},
    {"a line break behind each block",
     TABLE2("\n", "\n", "\n5\n", "\n286", "\n60\n", "\n7"),
     {{"T2.a5.license.decisions", "5"},
      {"T2.a6.coercion.decisions", "60"},
      {"T2.a8.fee.amount", "7"}}},
    {"as many before each figure",
     TABLE2("\n", "\n", "\n\n5", "\n\n286", "\n\n60", "\n\n7"),
     {{"T2.a5.license.decisions", "5"},
      {"T2.a6.coercion.decisions", "60"},
      {"T2.a8.fee.amount", "7"}}},
};

static void test_lone_figures(void **state)
{
    assert_readings(state, lone_figures, COUNT(lone_figures));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_blank_cells),           cmocka_unit_test(test_full_rows),
        cmocka_unit_test(test_figures_that_count_on), cmocka_unit_test(test_figures_beside_feeds),
        cmocka_unit_test(test_lone_figures),          cmocka_unit_test(test_joined_pages),
        cmocka_unit_test(test_joined_below_label),    cmocka_unit_test(test_many_joined_pages),
        cmocka_unit_test(test_counted_feet),
    };
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
