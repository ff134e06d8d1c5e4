/* Figures beside a group's label, which has none in the form: with none beside the last of its
 * rows, each row's may stand a line too high. Else they are nobody's, and the rows have their
 * own. */
#include "reading.h"

#include "gouji/base/str.h"

enum { NCOLS = 7, NLINES = 7 };

struct layout {
    const char *name;
    const char *open, *between, *close, *rule;
};

static const struct layout layouts[] = {
    {"S", "", " ", "\n", NULL},
    {"C", "", "\t", "\n", NULL},
    {"MD", "| ", " | ", " |\n", "|---|---|---|---|---|---|---|---|\n"},
    {"A1", "", "\n\n", "\n\n", NULL},
};

static const char *const columns[NCOLS] = {"自然人",       "商业企业", "科研机构", "社会公益组织",
                                           "法律服务机构", "其他",     "总计"};

struct line {
    const char *id, *label; /* NULL: a group's */
};

static const struct line lines[NLINES] = {
    {"new", "一、本年新收政府信息公开申请数量"},
    {"carry_in", "二、上年结转政府信息公开申请数量"},
    {NULL, "（四）无法提供"},
    {"unable_1", "1.本机关不掌握相关政府信息"},
    {"unable_2", "2.没有现成信息需要另行制作"},
    {"unable_3", "3.补正后申请内容仍不明确"},
    {"total", "（七）总计"},
};

/* What is printed beside each label: of 0, nothing; else figures that begin with it. */
struct shape {
    const char *what;
    unsigned first[NLINES];
    const char *states[NLINES]; /* NULL: the figures as they are printed */
};

static const struct shape shapes[] = {
    {"a line too high",
     {12, 21, 31, 41, 51, 0, 61},
     {NULL, NULL, NULL, "unplaced", "unplaced", "unplaced", NULL}},
    {"a line too high, down to the last but one",
     {12, 21, 31, 41, 0, 51, 61},
     {NULL, NULL, NULL, "unplaced", "unplaced", NULL, NULL}},
    {"a group with a sum of its own", {12, 21, 31, 41, 51, 71, 61}, {NULL}},
    {"a row without figures",
     {12, 21, 0, 41, 51, 0, 61},
     {NULL, NULL, NULL, NULL, NULL, "blank", NULL}},
};

static void put_row(struct str *out, const struct layout *layout, const char *label, unsigned first)
{
    str_format(out, "%s%s", layout->open, label);
    for (unsigned c = 0; c < NCOLS; c++) {
        if (first > 0)
            str_format(out, "%s%u", layout->between, first + c * 3 % 5);
        else if (layout->rule)
            str_add(out, layout->between);
    }
    str_add(out, layout->close);
}

static void write_text(struct str *out, const struct layout *layout, const struct shape *shape)
{
    str_add(out, TITLE SECTIONS_1_2 "三、收到和处理政府信息公开申请情况\n\n");
    str_format(out, "%s申请人情况", layout->open);
    for (size_t c = 0; c < NCOLS; c++)
        str_format(out, "%s%s", layout->between, columns[c]);
    str_format(out, "%s%s", layout->close, layout->rule ? layout->rule : "");
    for (size_t i = 0; i < NLINES; i++)
        put_row(out, layout, lines[i].label, shape->first[i]);
    str_add(out, "\n四、政府信息公开行政复议、行政诉讼情况\n无表。\n" SECTIONS_5_6);
}

static void check_row(const struct report *report, const char *what, size_t line,
                      const struct shape *shape)
{
    char id[64];
    const char *wanted = shape->states[line] ? shape->states[line] : "number";
    snprintf(id, sizeof id, "T3.%s.np", lines[line].id);
    const struct cell *cell = report_cell(report, id);
    if (!cell || strcmp(cell_state_name(cell->state), wanted) != 0)
        fail_msg("%s: %s is %s, not %s", what, id, cell ? cell_state_name(cell->state) : "none",
                 wanted);
    if (cell->state == CELL_NUMBER)
        assert_int_equal(cell->value, shape->first[line]);
}

static void test_groups(void **state)
{
    for (size_t k = 0; k < COUNT(layouts) * COUNT(shapes); k++) {
        const struct layout *layout = &layouts[k / COUNT(shapes)];
        const struct shape *shape = &shapes[k % COUNT(shapes)];
        struct str out = STR_INIT;
        char what[128];
        write_text(&out, layout, shape);
        struct report *report = read_text(state, str_text(&out));
        snprintf(what, sizeof what, "%s, %s", layout->name, shape->what);
        for (size_t i = 0; i < NLINES; i++)
            if (lines[i].id)
                check_row(report, what, i, shape);
        report_free(report);
        str_release(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_groups),
    };
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
