/* Rows that lack a cell, as programs print them that fill rows up at their end: the last figure may
 * be the total, and the table is in doubt; its figures are read as they stand. In a page, and where
 * there is nothing but 0 or other cells are blank, too, a blank total is one. */
#include "reading.h"

#include "gouji/base/str.h"

#define HEAD "某县柳河镇2022年政府信息公开工作年度报告\n一、总体情况\n公开信息。\n"
#define TAIL "五、存在的主要问题及改进情况\n一是不够主动。\n六、其他需要报告的事项\n无。\n"

enum { NCOLS = 7, NROWS = 5 };

/* A field, a row and what stands between rows; figures are set `width` wide. */
struct layout {
    const char *name;
    const char *open, *between, *close, *rule;
    int label, width;
};

#define RULE "├──────────────────┼──────┼──────┼──────┼──────┼──────┼──────┼──────┤\n"

static const struct layout layouts[] = {
    {"BOX", "│ ", " │ ", " │\n", RULE, 0, 0},
    {"MD", "| ", " | ", " |\n", NULL, 0, 0},
    {"P", "  ", "   ", "\n", NULL, 40, 14},
    {"H", "<tr><td>", "</td><td>", "</td></tr>\n", NULL, 0, 0},
};

/* Those that may show a lone figure's column. */
static const struct layout lone_layouts[] = {
    {"P", "  ", "   ", "\n", NULL, 40, 14},
    {"C", "", "\t", "\n", NULL, 0, 0},
    {"H", "<tr><td>", "</td><td>", "</td></tr>\n", NULL, 0, 0},
};

static const char *const columns[NCOLS] = {"自然人",       "商业企业", "科研机构", "社会公益组织",
                                           "法律服务机构", "其他",     "总计"};

static const char *const labels[NROWS] = {"一、本年新收政府信息公开申请数量",
                                          "二、上年结转政府信息公开申请数量", "1.属于国家秘密",
                                          "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”"};

struct shape {
    const char *what;
    const char *rows[NROWS][NCOLS];
    bool is_doubted; /* but in pages */
};

static const struct shape shapes[] = {
    {"a cell is lacking, the last figure is the total",
     {{"12", "3", "4", "0", "1", "2", "22"},
      {"1", "0", "0", "0", "0", "0", "1"},
      {"2", "1", "0", "5", "0", "8", ""},
      {"3", "0", "0", "0", "1", "0", "4"},
      {"0", "0", "0", "0", "0", "0", "0"}},
     true},
    {"the one that is lacking is not 0",
     {{"12", "3", "4", "0", "1", "2", "22"},
      {"1", "0", "0", "0", "0", "0", "1"},
      {"2", "1", "0", "5", "0", "1,300", ""},
      {"3", "0", "0", "0", "1", "0", "4"},
      {"0", "0", "0", "0", "0", "0", ""}},
     true},
    {"one more row of nothing but 0, and the last figure is less than the others",
     {{"12", "3", "4", "0", "1", "2", "22"},
      {"1", "0", "0", "0", "0", "0", "1"},
      {"2", "1", "0", "5", "0", "7", ""},
      {"3", "0", "0", "0", "1", "0", "4"},
      {"0", "0", "0", "0", "0", "0", ""}},
     true},
    {"nothing but 0",
     {{"12", "3", "4", "0", "1", "2", "22"},
      {"1", "0", "0", "0", "0", "0", "1"},
      {"2", "1", "0", "5", "0", "7", "15"},
      {"3", "0", "0", "0", "1", "0", "4"},
      {"0", "0", "0", "0", "0", "0", ""}},
     false},
    {"other cells are blank, too",
     {{"12", "3", "4", "0", "1", "2", "22"},
      {"1", "0", "0", "0", "0", "", "1"},
      {"2", "1", "0", "5", "0", "8", ""},
      {"3", "0", "0", "0", "1", "0", "4"},
      {"0", "0", "0", "0", "0", "0", "0"}},
     false},
    {"few rows have their total",
     {{"12", "3", "4", "0", "1", "2", "22"},
      {"1", "0", "0", "0", "0", "3", ""},
      {"2", "1", "0", "5", "0", "9", ""},
      {"3", "0", "0", "0", "1", "0", ""},
      {"0", "0", "0", "0", "0", "0", ""}},
     false},
};

/* One figure in each row, or in most: of a cell merged over all columns where nothing else stands
 * below the total. */
static const struct {
    const char *what, *figures[NROWS];
    size_t at;    /* the figure's column */
    bool is_full; /* in the first row */
    bool is_read;
} lone_figures[] = {
    {"in the first column", {"12", "1", "5", "0", "3"}, 0, false, false},
    {"in the middle", {"12", "1", "5", "0", "3"}, 3, false, false},
    {"a row has none", {"12", "1", "5", "", "3"}, 0, false, false},
    {"a row is full", {"12", "1", "5", "0", "3"}, 0, true, true},
};

static const char *const ids[NROWS] = {"new", "carry_in", "denied_1", "denied_2", "denied_3"};

static int width_of(const char *text)
{
    int n = 0;
    for (; *text; text++)
        n += (*text & 0xC0) != 0x80 ? 1 + ((unsigned char)*text >= 0xE2) : 0;
    return n;
}

static void put_row(struct str *out, const struct layout *layout, const char *label,
                    const char *const *cells)
{
    str_format(out, "%s%s%*s", layout->open, label,
               layout->label > width_of(label) ? layout->label - width_of(label) : 0, "");
    for (size_t c = 0; c < NCOLS; c++)
        str_format(out, "%s%s%*s", layout->between, cells[c],
                   layout->width > width_of(cells[c]) ? layout->width - width_of(cells[c]) : 0, "");
    str_format(out, "%s%s", layout->close, layout->rule ? layout->rule : "");
}

static bool is_page(const struct layout *layout)
{
    return layout->open[0] == '<';
}

static void write_text(struct str *out, const struct layout *layout, const struct shape *shape)
{
    const char *part = is_page(layout) ? "<p>" : "";
    str_format(out, "%s某县柳河镇2022年政府信息公开工作年度报告\n%s一、总体情况\n", part, part);
    str_format(out, "%s公开信息。\n%s三、收到和处理政府信息公开申请情况\n%s\n%s", part, part,
               is_page(layout) ? "</p><table>" : "", layout->rule ? RULE : "");
    put_row(out, layout, "", columns);
    str_add(out, strcmp(layout->name, "MD") == 0 ? "|---|---|---|---|---|---|---|---|\n" : "");
    for (size_t r = 0; r < NROWS; r++)
        put_row(out, layout, labels[r], shape->rows[r]);
    str_format(out, "%s\n%s五、存在的主要问题及改进情况\n", is_page(layout) ? "</table>" : "",
               part);
    str_format(out, "%s一是不够主动。\n%s六、其他需要报告的事项\n%s无。\n", part, part, part);
}

static void check_row(const struct report *report, const char *what, const char *id,
                      const char *const *figures)
{
    static const char *const first_and_last[] = {"np", "tot"};
    for (size_t i = 0; i < 2; i++) {
        char name[64];
        const char *wanted = figures[i * (NCOLS - 1)];
        snprintf(name, sizeof name, "T3.%s.%s", id, first_and_last[i]);
        const struct cell *cell = report_cell(report, name);
        enum cell_state state = cell ? cell->state : CELL_ABSENT;
        if (state != (*wanted ? CELL_NUMBER : CELL_BLANK) ||
            (*wanted && cell->value != atoi(wanted)))
            fail_msg("%s: %s is %s, not %s", what, name, cell_state_name(state), wanted);
    }
}

static void check_doubt(const struct report *report, const char *what, bool is_doubted)
{
    const struct table *table = &report->tables[TABLE_T3];
    bool said = table->why[LANG_ZH] && strstr(table->why[LANG_ZH], "可能缺一格");
    if (said != is_doubted || (is_doubted && table->state != TABLE_DOUBTFUL))
        fail_msg("%s: %s", what, table->why[LANG_ZH] ? table->why[LANG_ZH] : "no doubt");
}

static void test_rows(void **state)
{
    for (size_t k = 0; k < COUNT(layouts) * COUNT(shapes); k++) {
        const struct layout *layout = &layouts[k / COUNT(shapes)];
        const struct shape *shape = &shapes[k % COUNT(shapes)];
        struct str out = STR_INIT;
        struct err err = {0};
        char what[128];
        write_text(&out, layout, shape);
        struct report *report =
            report_read(is_page(layout) ? "p.html" : "t.txt", str_slice(&out), *state, &err);
        snprintf(what, sizeof what, "%s, %s", layout->name, shape->what);
        assert_non_null(report);
        assert_text(report->tables[TABLE_T3].layout, layout->name);
        for (size_t r = 0; r < NROWS; r++)
            check_row(report, what, ids[r], shape->rows[r]);
        check_doubt(report, what, shape->is_doubted && !is_page(layout));
        report_free(report);
        str_release(&out);
    }
}

static void test_lone_figures(void **state)
{
    for (size_t k = 0; k < COUNT(lone_layouts) * COUNT(lone_figures); k++) {
        const struct layout *layout = &lone_layouts[k / COUNT(lone_figures)];
        size_t which = k % COUNT(lone_figures);
        size_t at = lone_figures[which].at;
        struct shape shape = {.what = lone_figures[which].what};
        struct str out = STR_INIT;
        for (size_t c = 0; c < NROWS * NCOLS; c++)
            shape.rows[c / NCOLS][c % NCOLS] = "";
        for (size_t r = 0; r < NROWS; r++)
            shape.rows[r][at] = lone_figures[which].figures[r];
        for (size_t c = at + 1; c < NCOLS && lone_figures[which].is_full; c++)
            shape.rows[0][c] = c + 1 < NCOLS ? "0" : "12";
        write_text(&out, layout, &shape);
        struct err err = {0};
        struct report *report =
            report_read(is_page(layout) ? "p.html" : "t.txt", str_slice(&out), *state, &err);
        assert_non_null(report);
        bool is_read = report->tables[TABLE_T3].blocks[0].cells[at].state == CELL_NUMBER;
        if (is_read != (is_page(layout) || lone_figures[which].is_read))
            fail_msg("%s, %s: %s", layout->name, shape.what, is_read ? "read" : "not read");
        report_free(report);
        str_release(&out);
    }
}

#define GROUPS4                                                                                    \
    "| 行政复议 |  |  |  |  | 行政诉讼 |  |  |  |  |  |  |  |  |  |\n"                     \
    "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n"                              \
    "|  |  |  |  |  | 未经复议直接起诉 |  |  |  |  | 复议后起诉 |  |  |  |  |\n"
#define COLUMNS4 " 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |"
#define TABLE4(row)                                                                                \
    HEAD "四、政府信息公开行政复议、行政诉讼情况\n\n" GROUPS4 "|" COLUMNS4 COLUMNS4 COLUMNS4 "\n"  \
         "| " row " |\n\n" TAIL

static void check_t4(void **state, const char *text, enum cell_state last, enum table_state wanted)
{
    struct report *report = read_text(state, text);
    assert_int_equal(report_cell(report, "T4.review.upheld")->state, CELL_NUMBER);
    assert_int_equal(report_cell(report, "T4.after.total")->state, last);
    assert_int_equal(report->tables[TABLE_T4].state, wanted);
    report_free(report);
}

static void test_t4(void **state)
{
    check_t4(state, TABLE4("3 | 1 | 0 | 4 | 2 | 2 | 0 | 1 | 5 | 1 | 0 | 0 | 2 | 3 | "), CELL_BLANK,
             TABLE_DOUBTFUL);
    check_t4(state, TABLE4("3 | 1 | 0 | 0 | 4 | 2 | 2 | 0 | 1 | 5 | 1 | 0 | 2 | 1 | "), CELL_BLANK,
             TABLE_DOUBTFUL);
    check_t4(state, TABLE4("3 | 1 | 0 | 0 | 4 | 2 | 2 | 0 | 1 | 5 |  | 0 | 2 | 1 | "), CELL_BLANK,
             TABLE_COMPLETE);
    check_t4(state, TABLE4("3 | 1 | 0 | 0 | 4 | 2 | 2 | 0 | 1 | 5 | 1 | 0 | 0 | 2 | 3"),
             CELL_NUMBER, TABLE_COMPLETE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_lone_figures),
        cmocka_unit_test(test_t4),
    };
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
