/* Fields that the label of a row above covers, printed as empty ones before the row's own
 * label. Where rows have fewer fields than the form has columns, an empty one behind the label
 * may be another of the label's: the row's figures have no place. Where they have as many, or
 * none of them is printed, it is a blank cell. */
#include "reading.h"

#include "gouji/base/str.h"

enum { NCOLS = 7 };

static const char *const columns[NCOLS] = {"np", "co", "ri", "sp", "ls", "ot", "tot"};

struct row {
    const char *id;
    const char *labels[3]; /* from the left; NULL: covered by the one above, or by the left one */
};

static const struct row rows[] = {
    {"new", {"一、本年新收政府信息公开申请数量"}},
    {"carry_in", {"二、上年结转政府信息公开申请数量"}},
    {"open", {"三、本年度办理结果", "（一）予以公开"}},
    {"partial", {NULL, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"}},
    {"denied_1", {NULL, "（三）不予公开", "1.属于国家秘密"}},
    {"denied_2", {NULL, NULL, "2.其他法律行政法规禁止公开"}},
    {"denied_3", {NULL, NULL, "3.危及“三安全一稳定”"}},
    {"denied_4", {NULL, NULL, "4.保护第三方合法权益"}},
    {"denied_5", {NULL, NULL, "5.属于三类内部事务信息"}},
    {"denied_6", {NULL, NULL, "6.属于四类过程性信息"}},
    {"denied_7", {NULL, NULL, "7.属于行政执法案卷"}},
    {"denied_8", {NULL, NULL, "8.属于行政查询事项"}},
    {"unable_1", {NULL, "（四）无法提供", "1.本机关不掌握相关政府信息"}},
    {"unable_2", {NULL, NULL, "2.没有现成信息需要另行制作"}},
    {"unable_3", {NULL, NULL, "3.补正后申请内容仍不明确"}},
    {"rejected_1", {NULL, "（五）不予处理", "1.信访举报投诉类申请"}},
    {"rejected_2", {NULL, NULL, "2.重复申请"}},
    {"rejected_3", {NULL, NULL, "3.要求提供公开出版物"}},
    {"rejected_4", {NULL, NULL, "4.无正当理由大量反复申请"}},
    {"rejected_5", {"5.要求行政机关确认或重新出具已获取信息"}},
    {"total", {"（七）总计"}},
    {"carry_out", {"四、结转下年度继续办理"}},
};

/* A field each: begun, ended, the row ended. */
struct layout {
    const char *name;
    const char *open, *close, *end;
    bool is_page;
};

static const struct layout layouts[] = {
    {"B6", "", " |\n", "", false},
    {"B7", "", "\n|\n", "", false},
    {"A2", "\t", "\n", "\n", false},
    {"H", "<td>", "</td>", "</tr>\n", true},
};

/* How many fields every row has, 0: those of its labels and columns. */
struct shape {
    const char *what;
    size_t nfields;
    bool has_covered;  /* fields of labels above and on the left are printed */
    const char *blank; /* the row whose first cell is blank, or NULL: all of six figures */
};

static void put_field(struct str *out, const struct layout *layout, const char *text)
{
    str_format(out, "%s%s%s", layout->open, text, layout->close);
}

static size_t put_values(struct str *out, const struct layout *layout, const struct shape *shape,
                         size_t row, bool lacks)
{
    bool blank = shape->blank && strcmp(shape->blank, rows[row].id) == 0;
    char value[24];
    for (size_t c = lacks; c < NCOLS; c++) {
        snprintf(value, sizeof value, "%zu", (row * 5 + c * 3) % 11 + 1);
        put_field(out, layout, blank && c == 0 ? "" : value);
    }
    return NCOLS - lacks;
}

/* Rows of labels in two or three fields lack the first figure where there is no room. */
static bool lacks_figure(const struct shape *shape, const struct row *row)
{
    return shape->nfields == 9 && strcmp(row->id, "new") != 0 && strcmp(row->id, "carry_in") != 0;
}

static void put_row(struct str *out, const struct layout *layout, const struct shape *shape,
                    size_t index)
{
    const struct row *row = &rows[index];
    size_t n = 0;
    size_t last = row->labels[2] ? 3 : row->labels[1] ? 2 : 1;
    str_add(out, layout->is_page ? "<tr>" : "");
    for (size_t k = 0; k < last; k++) {
        if (!row->labels[k] && !shape->has_covered)
            continue;
        put_field(out, layout, row->labels[k] ? row->labels[k] : "");
        n++;
    }
    bool lacks = lacks_figure(shape, row);
    size_t nlabels = shape->nfields == NCOLS + 3 ? 3 : lacks && last < 3 ? n + 1 : n;
    for (; n < nlabels; n++)
        put_field(out, layout, "");
    for (n += put_values(out, layout, shape, index, lacks); n < shape->nfields; n++)
        put_field(out, layout, "");
    str_add(out, layout->end);
}

static void put_header(struct str *out, const struct layout *layout, size_t nfields)
{
    static const char *const names[] = {"自然人",       "商业企业", "科研机构", "社会公益组织",
                                        "法律服务机构", "其他",     "总计"};
    str_add(out, layout->is_page ? "<tr>" : "");
    put_field(out, layout, "申请人情况");
    str_add(out, layout->end);
    str_add(out, layout->is_page ? "<tr>" : "");
    for (size_t n = NCOLS; n < nfields; n++)
        put_field(out, layout, "");
    for (size_t c = 0; c < NCOLS; c++)
        put_field(out, layout, names[c]);
    str_add(out, layout->end);
}

static void write_text(struct str *out, const struct layout *layout, const struct shape *shape)
{
    const char *part = layout->is_page ? "<p>" : "";
    str_format(out, "%s" TITLE "%s一、总体情况\n%s我镇公开信息12条。\n", part, part, part);
    str_format(out, "%s三、收到和处理政府信息公开申请情况\n%s\n", part,
               layout->is_page ? "</p><table>" : "");
    put_header(out, layout, shape->nfields);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        put_row(out, layout, shape, i);
    str_format(out, "%s\n%s四、政府信息公开行政复议、行政诉讼情况\n",
               layout->is_page ? "</table>" : "", part);
    str_format(out, "%s无表。\n%s五、存在的主要问题及改进情况\n%s无。\n", part, part, part);
}

/* The row's first figure, or its state. */
static void check_row(const struct report *report, const char *name, const char *row,
                      enum cell_state first, enum cell_state others)
{
    for (size_t c = 0; c < NCOLS; c++) {
        char id[64];
        snprintf(id, sizeof id, "T3.%s.%s", row, columns[c]);
        const struct cell *cell = report_cell(report, id);
        enum cell_state wanted = c == 0 ? first : others;
        if (!cell || cell->state != wanted)
            fail_msg("%s: %s is %s, not %s", name, id, cell ? cell_state_name(cell->state) : "none",
                     cell_state_name(wanted));
        if (wanted == CELL_NUMBER)
            assert_int_not_equal(cell->value, 0);
    }
}

static struct report *read_shape(void **state, const struct layout *layout,
                                 const struct shape *shape)
{
    struct str out = STR_INIT;
    struct err err = {0};
    write_text(&out, layout, shape);
    struct report *report =
        report_read(layout->is_page ? "p.html" : "t.txt", str_slice(&out), *state, &err);
    if (!report)
        fail_msg("%s: %s", layout->name, err.text);
    str_release(&out);
    return report;
}

static void test_too_few_fields(void **state)
{
    static const struct shape shape = {"nine fields", 9, true, NULL};
    for (size_t i = 0; i < sizeof layouts / sizeof *layouts; i++) {
        struct report *report = read_shape(state, &layouts[i], &shape);
        for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
            enum cell_state wanted = lacks_figure(&shape, &rows[r]) ? CELL_UNPLACED : CELL_NUMBER;
            check_row(report, layouts[i].name, rows[r].id, wanted, wanted);
        }
        assert_int_equal(report->tables[TABLE_T3].state, TABLE_INCOMPLETE);
        report_free(report);
    }
}

static void check_blank(void **state, const struct layout *layout, const struct shape *shape)
{
    struct report *report = read_shape(state, layout, shape);
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        bool blank = shape->blank && strcmp(rows[r].id, shape->blank) == 0;
        check_row(report, layout->name, rows[r].id, blank ? CELL_BLANK : CELL_NUMBER, CELL_NUMBER);
    }
    report_free(report);
}

/* Near to it: a blank cell, where fields enough stand for all labels. */
static void test_enough_fields(void **state)
{
    static const struct shape full = {"ten fields", 10, true, NULL};
    static const struct shape blank = {"ten fields, one blank", 10, true, "partial"};
    for (size_t i = 0; i < sizeof layouts / sizeof *layouts; i++)
        check_blank(state, &layouts[i], &full);
    for (size_t i = 0; i < sizeof layouts / sizeof *layouts; i++)
        check_blank(state, &layouts[i], &blank);
}

/* Near to it: a label has one field, however wide it is, and covered ones have some or none. */
static void test_own_fields(void **state)
{
    static const struct shape covered = {"no fields for wide labels", 0, true, "partial"};
    static const struct shape dense = {"labels and cells", 0, false, "partial"};
    static const struct shape behind_two = {"behind two labels", 0, false, "open"};
    for (size_t i = 0; i < sizeof layouts / sizeof *layouts; i++) {
        check_blank(state, &layouts[i], &dense);
        if (layouts[i].is_page)
            check_blank(state, &layouts[i], &behind_two);
        if (strcmp(layouts[i].name, "A2") == 0)
            check_blank(state, &layouts[i], &covered);
    }
}

/* In a page, fields that labels cover are printed in some rows: an empty one may be a label's. */
static void test_covered_in_pages(void **state)
{
    static const struct shape covered = {"no fields for wide labels", 0, true, "open"};
    const struct layout *page = &layouts[sizeof layouts / sizeof *layouts - 1];
    struct report *report = read_shape(state, page, &covered);
    assert_true(page->is_page);
    check_row(report, page->name, "open", CELL_UNPLACED, CELL_UNPLACED);
    check_row(report, page->name, "new", CELL_NUMBER, CELL_NUMBER);
    report_free(report);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_too_few_fields),
        cmocka_unit_test(test_enough_fields),
        cmocka_unit_test(test_own_fields),
        cmocka_unit_test(test_covered_in_pages),
    };
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
