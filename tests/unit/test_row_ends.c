/* Rows that lack a cell in a text whose rows end in a field more, or are filled up with empty
 * ones: no end of a row is a blank cell, and nobody can tell which cell is lost. */
#include "reading.h"

#include "gouji/base/str.h"

#define HEAD "某县柳河镇2019年政府信息公开工作年度报告\n一、总体情况\n公开信息。\n"
#define TAIL "五、存在的主要问题及改进情况\n一是不够主动。\n六、其他需要报告的事项\n无。\n"
#define TITLE2 "二、主动公开政府信息情况\n"
#define TITLE3 "三、收到和处理政府信息公开申请情况\n"
#define TITLE4 "四、政府信息公开行政复议、行政诉讼情况\n"

/* Tabs are written as commas, which stand in no cell; `open` and `end` stand around each row. */
struct ending {
    const char *name;
    char between;
    const char *open, *end;
};

enum { NTABBED = 2 };

static const struct ending endings[] = {{"a tab behind each row", '\t', "", "\t"},
                                        {"a tab before and behind each row", '\t', "\t", "\t"},
                                        {"a comma behind each row", ',', "", ","}};

static const struct ending plain[] = {{"tabs", '\t', "", ""}, {"commas", ',', "", ""}};

#define BLOCK1(row)                                                                                \
    "第二十条第（一）项,,,\n信息内容,本年新制作数量,本年新公开数量,对外公开总数量\n" row
#define BLOCK8(row)                                                                                \
    BLOCK1("规章,1,2,3\n规范性文件,4,5,6\n")                                                       \
    "第二十条第（八）项,,,\n信息内容,上一年项目数量,本年增/减,\n行政事业性收费," row
#define SPARSE1(row)                                                                                                              \
    "第二十条第（一）项\n信息内容,本年新制作数量,本年新公开数量,对外公开总数量\n规章," row                                        \
    "规范性文件,866,0,3\n第二十条第（五）项\n信息内容,上一年项目数量,本年增/减,处理决定数量\n" \
    "行政许可,0,0,7\n"

#define GRID3(row)                                                                                 \
    "（勾稽关系）,,,申请人情况,,,,,,\n,,,自然人,法人或其他组织,,,,,总计\n"  \
    ",,,,商业企业,科研机构,社会公益组织,法律服务机构,其他,\n"                \
    "一、本年新收政府信息公开申请数量,,,3,1,0,0,0,0,4\n"                           \
    "二、上年结转政府信息公开申请数量,,,1,0,0,0,0,0,1\n三、本年度办理结果,（一）予以公开,," row    \
    ",（三）不予公开,1.属于国家秘密,0,0,0,0,0,0,0\n"
#define LOST3(open)                                                                                           \
    HEAD TITLE3 "（勾稽关系）,,,申请人情况,,,,,,\n,,,自然人,法人或其他组织,,,,,总计\n" \
                ",,,,商业企业,科研机构,社会公益组织,法律服务机构,其他,\n"               \
                "一、本年新收政府信息公开申请数量,,,3,1,0,0,0,4,\n"                           \
                "二、上年结转政府信息公开申请数量,,,1,0,0,0,0,1,\n"                           \
                "三、本年度办理结果,（一）予以公开,," open                                                    \
                ",（三）不予公开,1.属于国家秘密,0,0,0,0,0,0,\n" TAIL
#define SPARSE3(row)                                                                               \
    "（勾稽关系）,申请人情况\n自然人,法人或其他组织,总计\n"                 \
    "商业企业,科研机构,社会公益组织,法律服务机构,其他\n"                     \
    "一、本年新收政府信息公开申请数量,3,1,0,0,0,0,4\n"                             \
    "二、上年结转政府信息公开申请数量,1,0,0,0,0,0,1\n三、本年度办理结果,（一）予以公开," row       \
    "（三）不予公开,1.属于国家秘密,0,0,0,0,0,0,0\n"

#define WHOLE3 TITLE3 GRID3("0,0,0,0,0,0,0\n")

#define FIVE "结果维持,结果纠正,其他结果,尚未审结,总计"
#define GRID4(row)                                                                                 \
    "行政复议,,,,,行政诉讼,,,,,,,,,\n" FIVE ",未经复议直接起诉,,,,,复议后起诉,,,,\n"  \
    ",,,,," FIVE "," FIVE "\n" row
#define SPARSE4(row)                                                                               \
    "行政复议,行政诉讼\n" FIVE ",未经复议直接起诉,复议后起诉\n" FIVE "," FIVE "\n" row

struct sheet {
    const char *what, *rows;
    struct wanted cells[4];
};

static const struct sheet ended[] = {
    {"table two: a cell is lost",
     HEAD TITLE2 BLOCK1("规章,8,0\n规范性文件,4,5,6\n") WHOLE3 TAIL,
     {{"T2.a1.regulation.made", "unplaced"}, {"T2.a1.normative.made", "4"}}},
    {"its last cell is blank",
     HEAD TITLE2 BLOCK1("规章,8,0,\n规范性文件,4,5,6\n") WHOLE3 TAIL,
     {{"T2.a1.regulation.made", "8"}, {"T2.a1.regulation.public_total", "blank"}}},
    {"of two columns",
     HEAD TITLE2 BLOCK8("8,\n") WHOLE3 TAIL,
     {{"T2.a8.fee.prev_items", "unplaced"}, {"T2.a8.fee.delta", "unplaced"}}},
    {"of two columns, the last blank",
     HEAD TITLE2 BLOCK8("8,,\n") WHOLE3 TAIL,
     {{"T2.a8.fee.prev_items", "8"}, {"T2.a8.fee.delta", "blank"}}},
    {"table three: a cell is lost",
     HEAD TITLE3 GRID3("0,0,1,0,0,1\n") TAIL,
     {{"T3.open.np", "unplaced"}, {"T3.new.tot", "4"}}},
    {"its last cell is blank",
     HEAD TITLE3 GRID3("0,0,0,1,0,0,\n") TAIL,
     {{"T3.open.sp", "1"}, {"T3.open.tot", "blank"}}},
    {"table four: a cell is lost",
     HEAD WHOLE3 TITLE4 GRID4("1,2,3,4,10,1,2,3,4,5,6,7,8,9\n") TAIL,
     {{"T4.review.upheld", "unplaced"}}},
    {"its last cell is blank",
     HEAD WHOLE3 TITLE4 GRID4("1,2,3,4,10,1,2,3,4,10,6,7,8,9,\n") TAIL,
     {{"T4.review.upheld", "1"}, {"T4.after.pending", "9"}, {"T4.after.total", "blank"}}},
};

/* Fields that merged cells cover are left out, as between tabs only. */
static const struct sheet sparse[] = {
    {"a blank cell is left out, as others are",
     HEAD TITLE2 SPARSE1("0,275\n") TAIL,
     {{"T2.a1.regulation.made", "unplaced"}, {"T2.a1.normative.made", "866"}}},
    {"no fields for merged cells, one cell is lost",
     HEAD TITLE3 SPARSE3("0,0,1,0,0,1\n") TAIL,
     {{"T3.open.np", "unplaced"}, {"T3.new.tot", "4"}}},
    {"no fields for merged cells, the last is blank",
     HEAD TITLE3 SPARSE3("0,0,0,1,0,0,\n") TAIL,
     {{"T3.open.sp", "1"}, {"T3.open.tot", "blank"}}},
    {"no fields for merged cells in table four",
     HEAD TITLE4 SPARSE4("1,2,3,4,10,1,2,3,4,5,6,7,8,9\n") TAIL,
     {{"T4.review.upheld", "unplaced"}}},
};

static const struct sheet padded[] = {
    {"of two columns, as long as those of three",
     HEAD TITLE2 BLOCK8("8,,\n") WHOLE3 TAIL,
     {{"T2.a8.fee.prev_items", "8"}, {"T2.a8.fee.delta", "blank"}}},
    {"of two columns, one field too few",
     HEAD TITLE2 BLOCK8("8,\n") WHOLE3 TAIL,
     {{"T2.a8.fee.prev_items", "unplaced"}, {"T2.a8.fee.delta", "unplaced"}}},
    {"of two columns, all filled",
     HEAD TITLE2 BLOCK8("520,8,\n") WHOLE3 TAIL,
     {{"T2.a8.fee.prev_items", "520"}, {"T2.a8.fee.delta", "8"}}},
    {"of three columns, the last blank",
     HEAD TITLE2 BLOCK1("规章,8,0,\n规范性文件,4,5,6\n") WHOLE3 TAIL,
     {{"T2.a1.regulation.made", "8"}, {"T2.a1.regulation.public_total", "blank"}}},
    {"table three, the last blank",
     HEAD TITLE3 GRID3("0,0,0,1,0,0,\n") TAIL,
     {{"T3.open.sp", "1"}, {"T3.open.tot", "blank"}}},
};

static bool is_of_table(const char *line)
{
    return strchr(line, ',') || slice_has_prefix(slice_of(line), slice_of("第二十条"));
}

static void write_sheet(struct str *out, const struct ending *ending, const char *rows)
{
    for (const char *at = rows, *next; *at; at = next) {
        char line[400];
        next = strchr(at, '\n') + 1;
        snprintf(line, sizeof line, "%.*s", (int)(next - at - 1), at);
        bool is_row = is_of_table(line);
        for (char *c = line; *c; c++)
            *c = *c == ',' ? ending->between : *c;
        str_format(out, "%s%s%s\n", is_row ? ending->open : "", line, is_row ? ending->end : "");
    }
}

static size_t count_wrong(void **state, const struct ending *ending, const struct sheet *sheet)
{
    struct str text = STR_INIT;
    char what[160];
    write_sheet(&text, ending, sheet->rows);
    snprintf(what, sizeof what, "%s: %s", ending->name, sheet->what);
    struct report *report = read_text(state, str_text(&text));
    size_t nwrong = count_unlike(report, what, sheet->cells);
    report_free(report);
    str_release(&text);
    return nwrong;
}

/* Every ending with every sheet. */
static void check_all(void **state, const struct ending *some, size_t nendings,
                      const struct sheet *sheets, size_t nsheets)
{
    size_t nwrong = 0;
    for (size_t e = 0; e < nendings; e++)
        for (size_t i = 0; i < nsheets; i++)
            nwrong += count_wrong(state, &some[e], &sheets[i]);
    assert_int_equal(nwrong, 0);
}

static void test_marks(void **state)
{
    check_all(state, endings, COUNT(endings), ended, COUNT(ended));
}

static void test_marks_without_padding(void **state)
{
    check_all(state, endings, NTABBED, sparse, COUNT(sparse));
}

static void test_padding(void **state)
{
    check_all(state, plain, COUNT(plain), padded, COUNT(padded));
}

/* A column that all rows of a padded table have lost looks like totals left blank, but that the
 * last figure of each row is as much as the others. */
static void test_lost_column(void **state)
{
    static const struct {
        const char *text;
        bool is_doubted;
    } cases[] = {{LOST3("3,0,0,1,0,4,\n"), true}, {LOST3("3,0,0,1,0,2,\n"), false}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str text = STR_INIT;
        write_sheet(&text, &plain[0], cases[i].text);
        struct report *report = read_text(state, str_text(&text));
        assert_cell(report, "T3.open.np", "3");
        assert_cell(report, "T3.open.tot", "blank");
        assert_int_equal(report->tables[TABLE_T3].state == TABLE_DOUBTFUL, cases[i].is_doubted);
        report_free(report);
        str_release(&text);
    }
}

/* Each cell and the bar that ends it on a line of their own, `end` behind each row; a cell goes on
 * in the next line at ~. */
static void write_lines(struct str *out, const char *rows, const char *end)
{
    for (const char *at = rows; *at; at++) {
        bool in_table = strncmp(at, TAIL, strlen(TAIL)) != 0;
        if (!in_table) {
            str_add(out, at);
            return;
        }
        char shown[] = {*at == '~' ? '\n' : *at, '\0'};
        str_add(out, *at == ',' ? "\n|\n" : *at == '\n' ? end : shown);
    }
}

static void test_lines(void **state)
{
    static const struct sheet sheets[] = {
        {"a cell is lost",
         SPARSE3("0,0,1,0,0,1\n") TAIL,
         {{"T3.open.np", "unplaced"}, {"T3.new.tot", "4"}}},
        {"all rows have lost one",
         "自然人,法人或其他组织,总计\n商业企业,科研机构,社会公益组织,法律服务机构,其他\n"
         "一、本年新收政府信息公开申请数量,3,1,0,0,0,4\n"
         "二、上年结转政府信息公开申请数量,1,0,0,0,0,1\n"
         "三、本年度办理结果,（一）予以公开,0,0,1,0,0,1\n"
         "（三）不予公开,1.属于国家秘密,0,0,0,0,0,0\n" TAIL,
         {{"T3.open.np", "unplaced"}, {"T3.new.tot", "unplaced"}, {"T3.denied_1.np", "unplaced"}}},
        {"two numbers in a cell",
         SPARSE3("0,0,0,1,0,0,3~14\n") TAIL,
         {{"T3.open.tot", "unplaced"}, {"T3.new.tot", "4"}, {"T3.denied_1.np", "0"}}},
        {"two numbers in another",
         SPARSE3("0,0,0~3,1,0,0,14\n") TAIL,
         {{"T3.open.ri", "unplaced"}, {"T3.new.tot", "4"}, {"T3.denied_1.np", "0"}}},
        {"none of them",
         SPARSE3("0,0,0,1,0,0,14\n") TAIL,
         {{"T3.open.tot", "14"}, {"T3.new.tot", "4"}, {"T3.denied_1.np", "0"}}},
    };
    static const char *const ends[] = {"\n|\n|\n", "\n|\n"};
    size_t nwrong = 0;
    for (size_t k = 0; k < COUNT(ends) * COUNT(sheets); k++) {
        const struct sheet *sheet = &sheets[k / COUNT(ends)];
        struct str text = STR_INIT;
        str_add(&text, HEAD TITLE3);
        write_lines(&text, sheet->rows, ends[k % COUNT(ends)]);
        struct report *report = read_text(state, str_text(&text));
        nwrong += count_unlike(report, sheet->what, sheet->cells);
        report_free(report);
        str_release(&text);
    }
    assert_int_equal(nwrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marks),   cmocka_unit_test(test_marks_without_padding),
        cmocka_unit_test(test_padding), cmocka_unit_test(test_lost_column),
        cmocka_unit_test(test_lines),
    };
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
