/* A region's tables against the sum of its parts. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "command_run.h"
#include "gouji/review/rollup.h"

enum { MANY = 4 };

/* A report of table four alone: its fifteen cells, as printed. */
struct made {
    const char *agency;
    int year;
    const char *cells[15];
};

static char dir[] = "/tmp/gouji-rollup-XXXXXX";
static struct forms *forms;

static char *path_of(size_t index)
{
    char name[32];
    snprintf(name, sizeof name, "%zu.txt", index);
    char *path = path_join(dir, name);
    assert_non_null(path);
    return path;
}

static void add_sections(const struct made *made, struct str *text)
{
    static const char *const bands = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计";
    str_format(text, "%s%d年政府信息公开工作年度报告\n\n", made->agency, made->year);
    str_add(text, "一、总体情况\n本机关公开了有关信息。\n");
    str_add(text, "二、主动公开政府信息情况\n有关情况如上。\n");
    str_add(text, "三、收到和处理政府信息公开申请情况\n有关情况如上。\n");
    str_add(text, "四、政府信息公开行政复议、行政诉讼情况\n");
    str_add(text, "行政复议\t\t\t\t\t行政诉讼\n\t\t\t\t\t未经复议直接起诉\t\t\t\t\t复议后起诉\n");
    str_format(text, "%s\t%s\t%s\n", bands, bands, bands);
    for (size_t i = 0; i < 15; i++)
        str_format(text, "%s%s", i ? "\t" : "", made->cells[i] ? made->cells[i] : "0");
    str_add(text, "\n五、存在的主要问题及改进情况\n有待加强。\n六、其他需要报告的事项\n无。\n");
}

static struct report *read_report(const struct made *made, size_t index)
{
    struct str text = STR_INIT;
    struct err err = {ERR_NONE, ""};
    char *path = path_of(index);
    add_sections(made, &text);
    write_file(path, text.data, text.nbytes);
    struct report *report = report_open(path, forms, &err);
    if (!report)
        fail_msg("%s", err.text);
    str_release(&text);
    free(path);
    return report;
}

static void remove_reports(void)
{
    for (size_t i = 0; i < MANY; i++) {
        char *path = path_of(i);
        unlink(path);
        free(path);
    }
}

static const struct rollup_cell *find(const struct rollup *rollup, const char *id)
{
    const struct rollup_cell *cells;
    size_t n = rollup_cells(rollup, &cells);
    for (size_t i = 0; i < n; i++)
        if (strcmp(cells[i].cell->id, id) == 0)
            return &cells[i];
    fail_msg("no cell %s", id);
    return NULL;
}

/* The first is the whole. */
static struct rollup *roll_up(const struct made *made, size_t n, struct report **whole)
{
    *whole = read_report(&made[0], 0);
    struct rollup *rollup = rollup_new(&(const struct rollup_source){*whole, NULL, NULL}, NULL);
    assert_non_null(rollup);
    for (size_t i = 1; i < n; i++) {
        struct report *part = read_report(&made[i], i);
        const struct rollup_source source = {part, NULL, NULL};
        assert_int_equal(rollup_add(rollup, &source), 0);
        report_free(part);
    }
    rollup_sum(rollup);
    return rollup;
}

struct wanted {
    const char *id;
    enum rollup_outcome outcome;
    int64_t sum, difference;
    size_t nfaults;
};

static void compare(const struct rollup *rollup, const struct wanted *wanted, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct rollup_cell *cell = find(rollup, wanted[i].id);
        bool is_known = cell->outcome == ROLLUP_AGREES || cell->outcome == ROLLUP_DIFFERS;
        if (cell->outcome != wanted[i].outcome || cell->nfaults != wanted[i].nfaults ||
            (is_known && (cell->sum != wanted[i].sum || cell->difference != wanted[i].difference)))
            fail_msg("%s: %s, sum %lld, difference %lld, %zu parts are no numbers", wanted[i].id,
                     rollup_outcome_name(cell->outcome), (long long)cell->sum,
                     (long long)cell->difference, cell->nfaults);
    }
}

static void test_sums(void **state)
{
    (void)state;
    static const struct made made[] = {
        {"甲县人民政府", 2021, {"5", "7", "0", "4", "16"}},
        {"甲县乙镇人民政府", 2021, {"2", "3", "0", "", "5"}},
        {"甲县丙镇人民政府", 2021, {"3", "5", "/", "4", "11"}},
    };
    static const struct wanted wanted[] = {
        {"T4.review.upheld", ROLLUP_AGREES, 5, 0, 0},
        {"T4.review.corrected", ROLLUP_DIFFERS, 8, -1, 0},
        {"T4.review.other", ROLLUP_UNDECIDED, 0, 0, 1},
        {"T4.review.pending", ROLLUP_UNDECIDED, 0, 0, 1},
        {"T4.review.total", ROLLUP_AGREES, 16, 0, 0},
        {"T4.direct.total", ROLLUP_AGREES, 0, 0, 0},
    };
    struct report *whole;
    struct rollup *rollup = roll_up(made, COUNT(made), &whole);
    compare(rollup, wanted, COUNT(wanted));
    assert_string_equal(rollup_fault_name(&find(rollup, "T4.review.total")->stated), "");
    rollup_free(rollup);
    report_free(whole);
    remove_reports();
}

/* A number the whole does not state is not taken from its parts. */
static void test_whole_is_blank(void **state)
{
    (void)state;
    static const struct made made[] = {
        {"甲县人民政府", 2021, {"", "1"}},
        {"甲县乙镇人民政府", 2021, {"0", "1"}},
    };
    static const struct wanted wanted[] = {{"T4.review.upheld", ROLLUP_UNDECIDED, 0, 0, 0},
                                           {"T4.review.corrected", ROLLUP_AGREES, 1, 0, 0}};
    struct report *whole;
    struct rollup *rollup = roll_up(made, COUNT(made), &whole);
    compare(rollup, wanted, COUNT(wanted));
    rollup_free(rollup);
    report_free(whole);
    remove_reports();
}

static void test_parts_out(void **state)
{
    (void)state;
    static const struct {
        struct made made[MANY];
        size_t n;
        bool is_out[MANY]; /* of the parts */
    } cases[] = {
        {{{"甲县人民政府", 2021, {0}},
          {"甲县乙镇人民政府", 2020, {0}},
          {"甲县丙镇政府", 2021, {0}}},
         3,
         {true, false}},
        {{{"甲县人民政府", 2021, {0}}, {"甲县乙镇人民政府", 2021, {0}}, {"乙镇政府", 2021, {"1"}}},
         3,
         {true, true}},
        {{{"甲县人民政府", 2021, {0}}, {"甲县人民政府", 2021, {"1"}}, {"甲县乙镇政府", 2021, {0}}},
         3,
         {true, false}},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct report *whole;
        const struct rollup_part *parts;
        struct rollup *rollup = roll_up(cases[i].made, cases[i].n, &whole);
        size_t n = rollup_parts(rollup, &parts);
        assert_int_equal(n, cases[i].n - 1);
        for (size_t k = 0; k < n; k++)
            if ((parts[k].why_out != NULL) != cases[i].is_out[k])
                fail_msg("case %zu, part %zu: %s", i, k, parts[k].why_out ? parts[k].why_out : "-");
        assert_int_equal(rollup_count(rollup, ROLLUP_AGREES), 0);
        assert_int_equal(rollup_count(rollup, ROLLUP_DIFFERS), 0);
        rollup_free(rollup);
        report_free(whole);
        remove_reports();
    }
}

/* Every count of the forms is summed, an amount without a unit of the form not. */
static void test_summed(void **state)
{
    (void)state;
    for (size_t f = 0; f < forms_count(forms); f++)
        for (size_t t = 0; t < TABLE_COUNT; t++) {
            const struct form_table *table = &forms_at(forms, f)->tables[t];
            for (size_t b = 0; b < table->nblocks; b++)
                for (size_t c = 0; c < table->blocks[b].ncols; c++) {
                    const struct form_col *col = &table->blocks[b].cols[c];
                    assert_int_equal(col->is_summed, !col->is_decimal || col->unit);
                }
        }
}

static void test_command(void **state)
{
    (void)state;
    static const struct made made[] = {
        {"甲县人民政府", 2021, {"5", "7"}},
        {"甲县乙镇人民政府", 2021, {"2", "3"}},
        {"甲县丙镇人民政府", 2021, {"3", ""}},
    };
    static const struct {
        const char *format;
        const char *const has[3];
        int status;
    } cases[] = {
        {"text", {"parts: 2\n", "2.txt: blank", "undecided 1"}, STATUS_CLEAN},
        {"csv",
         {"\xEF\xBB\xBF\"cell\",", "\"T4.review.corrected\",\"3\",\"blank\"\r\n", "2.txt"},
         STATUS_CLEAN},
        {"json",
         {"\"outcome\":\"undecided\",\"sum\":null,\"stated\":7", "{\"state\":\"blank\"}",
          "\"undecided\":1"},
         STATUS_CLEAN},
    };
    for (size_t i = 0; i < COUNT(made); i++)
        report_free(read_report(&made[i], i));
    char *whole = path_of(0);
    for (size_t i = 0; i < COUNT(cases); i++) {
        int status;
        size_t nbytes;
        const char *const words[] = {"gouji",    "rollup",        "--whole", whole,
                                     "--format", cases[i].format, dir,       NULL};
        char *bytes = run(words, &status, &nbytes);
        assert_int_equal(status, cases[i].status);
        for (size_t k = 0; k < COUNT(cases[i].has); k++)
            if (!strstr(bytes, cases[i].has[k]))
                fail_msg("%s: no %s in\n%s", cases[i].format, cases[i].has[k], bytes);
        free(bytes);
    }
    free(whole);
    remove_reports();
}

/* A cell that the reviewer read otherwise counts as read. */
static void test_readings(void **state)
{
    (void)state;
    static const struct made made[] = {{"甲县人民政府", 2021, {"5"}},
                                       {"甲县乙镇人民政府", 2021, {""}}};
    struct err err = {0};
    struct ruleset *rules = ruleset_load(NULL, &err);
    report_free(read_report(&made[0], 0));
    struct report *part = read_report(&made[1], 1);
    const struct review_options options = {.reviewer = "li", .tool_version = "0", .build = ""};
    struct review *review = review_open(part, NULL, rules, &options, &err);
    const struct correction correction = {"T4.review.upheld", "5"};
    if (review_correct(review, &correction, 1, NULL, "x", &err) != 0)
        fail_msg("%s", err.text);
    assert_int_equal(review_close(review, &err), 0);
    char *whole = path_of(0), *path = path_of(1);
    int status;
    size_t nbytes;
    const char *const words[] = {"gouji", "rollup", "--all", "--whole", whole, path, NULL};
    char *text = run(words, &status, &nbytes);
    if (!strstr(text, "cells as reviewers read them: 1\n") || !strstr(text, "agree 15,"))
        fail_msg("%s", text);
    free(text);
    char command[128];
    snprintf(command, sizeof command, "rm -f %s/*.verdict.*", dir);
    assert_int_equal(system(command), 0);
    report_free(part);
    ruleset_free(rules);
    free(whole);
    free(path);
    remove_reports();
}

/* check's contract: 1 where a sum differs, 2 where a part cannot be read. */
static void test_status(void **state)
{
    (void)state;
    static const struct made made[] = {{"甲县人民政府", 2021, {"5"}},
                                       {"甲县乙镇人民政府", 2021, {"2"}}};
    for (size_t i = 0; i < COUNT(made); i++)
        report_free(read_report(&made[i], i));
    char *whole = path_of(0), *part = path_of(1), *missing = path_of(2);
    const struct {
        const char *const words[7];
        int status;
    } cases[] = {
        {{"gouji", "rollup", "--whole", whole, part, NULL}, STATUS_ERRORS},
        {{"gouji", "rollup", "--whole", whole, part, part, NULL}, STATUS_TROUBLE},
        {{"gouji", "rollup", "--whole", whole, whole, NULL}, STATUS_TROUBLE},
        {{"gouji", "rollup", "--whole", missing, part, NULL}, STATUS_TROUBLE},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        int status;
        size_t nbytes;
        free(run(cases[i].words, &status, &nbytes));
        if (status != cases[i].status)
            fail_msg("case %zu: status %d", i, status);
    }
    free(whole);
    free(part);
    free(missing);
    remove_reports();
}

/* A part of another year keeps every sum undecided: said once, with both years. */
static void test_another_year_is_one_line(void **state)
{
    (void)state;
    static const struct made made[] = {{"甲县人民政府", 2021, {"5"}},
                                       {"甲县乙镇人民政府", 2020, {"2"}}};
    for (size_t i = 0; i < COUNT(made); i++)
        report_free(read_report(&made[i], i));
    char *whole = path_of(0), *part = path_of(1);
    const char *const words[] = {"gouji", "rollup", "--whole", whole, part, NULL};
    int status;
    size_t nbytes;
    char *text = run(words, &status, &nbytes);
    assert_int_equal(status, STATUS_TROUBLE);
    assert_non_null(strstr(text, "it is the report of 2020, the whole is of 2021"));
    assert_non_null(strstr(text, "agree 0, differ 0, undecided"));
    assert_null(strstr(text, "T4."));
    assert_null(strstr(text, "Table 4"));
    free(text);
    free(whole);
    free(part);
    remove_reports();
}

static int set_up(void **state)
{
    (void)state;
    forms = forms_load(NULL, NULL);
    return forms && mkdtemp(dir) ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    forms_free(forms);
    return rmdir(dir);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sums),      cmocka_unit_test(test_whole_is_blank),
        cmocka_unit_test(test_parts_out), cmocka_unit_test(test_summed),
        cmocka_unit_test(test_command),   cmocka_unit_test(test_readings),
        cmocka_unit_test(test_status),    cmocka_unit_test(test_another_year_is_one_line),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
