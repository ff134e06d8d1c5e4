/* report/report: files that cannot be read, limits, lines, cells by id. */
#include "reading.h"

#include <unistd.h>

#include "gouji/base/str.h"

static void refuses(void **state, struct slice bytes, enum err_kind kind, const char *word)
{
    struct err err;
    err_clear(&err);
    assert_null(report_read("a b.txt", bytes, *state, &err));
    assert_int_equal(err.kind, kind);
    if (!strstr(err.text, word))
        fail_msg("no '%s' in: %s", word, err.text);
}

static void no_text_files(void **state)
{
    static const char binary[] = "\x7f"
                                 "ELF\0\1\2\0\0\0\1";
    refuses(state, slice_of(""), ERR_INPUT, "a b.txt");
    refuses(state, slice_of(" \n\t\n"), ERR_INPUT, "a b.txt");
    refuses(state, slice_of("%PDF-1.7\n1 0 obj"), ERR_INPUT, "pdftotext");
    refuses(state, slice_of("{\\rtf1 text}"), ERR_INPUT, "a b.txt");
    refuses(state, slice_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 doc"), ERR_INPUT, "a b.txt");
    refuses(state, slice_of("<!DOCTYPE html><html><body>x</body></html>"), ERR_NOT_REPORT,
            "a b.txt");
    refuses(state, slice_make(binary, sizeof binary), ERR_INPUT, "a b.txt");
}

static void limits(void **state)
{
    struct str big = STR_INIT;
    str_add(&big, TITLE SECTIONS);
    while (big.nbytes <= REPORT_MAX_LINE + 4096)
        str_add(&big, "公开公开公开公开公开公开公开公开公开公开公开公开公开公开公开公开");
    refuses(state, str_slice(&big), ERR_LIMIT, "line length");
    str_add(&big, "\n");
    while (big.nbytes <= REPORT_MAX_NBYTES)
        str_add(
            &big,
            "公开公开公开公开公开公开公开公开公开公开公开公开公开公开公开公开公开公开公开公开\n");
    refuses(state, str_slice(&big), ERR_LIMIT, "report size");
    str_release(&big);
}

static void missing_file(void **state)
{
    struct err err;
    err_clear(&err);
    assert_null(report_open("tests/unit/no such file.txt", *state, &err));
    assert_int_equal(err.kind, ERR_IO);
    assert_null(report_open("tests", *state, &err));
    report_free(NULL);
}

static void reads_a_file(void **state)
{
    char path[] = "/tmp/gouji-report-XXXXXX";
    static const char text[] = "\xEF\xBB\xBF" TITLE SECTIONS;
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, text, sizeof text - 1), sizeof text - 1);
    close(fd);
    struct err err;
    struct report *report = report_open(path, *state, &err);
    unlink(path);
    assert_non_null(report);
    assert_int_equal(report->encoding, TEXT_UTF8_BOM);
    assert_int_equal(report->source_nbytes, sizeof text - 1);
    assert_int_equal(report->text_nbytes, sizeof text - 4);
    assert_int_equal(strlen(report->text_sha256), 64);
    assert_string_not_equal(report->text_sha256, report->source_sha256);
    assert_true(report->source_mtime > 0);
    report_free(report);
}

static void lines(void **state)
{
    struct report *report =
        read_text(state, TITLE "\r\n一、总体情况\r公开2条。\n二、主动公开政府信息情况\n无表。");
    assert_int_equal(report->nlines, 6);
    assert_true(slice_is(report_slice(report, report_line_span(report, 1)), ""));
    assert_true(slice_is(report_slice(report, report_line_span(report, 2)), "一、总体情况"));
    assert_true(slice_is(report_slice(report, report_line_span(report, 3)), "公开2条。"));
    assert_true(slice_is(report_slice(report, report_line_span(report, 5)), "无表。"));
    for (size_t i = 0; i < report->nlines; i++)
        assert_int_equal(report_line_at(report, report->lines[i]), i);
    assert_int_equal(report_line_at(report, report->text_nbytes + 9), 5);
    assert_null(report_section(report, "S6"));
    assert_string_equal(report_section(report, "S2")->numeral, "二");
    report_free(report);
}

#define TABLE_2_REST                                                                               \
    "第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可\t35\n"                 \
    "第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t4\n行政强制\t0\n" \
    "第二十条第（八）项\n信息内容\t本年收费金额（单位：万元）\n行政事业性收费\t1.5\n"
#define TABLE_2                                                                                               \
    "第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n" \
    "规章\t0\t0\t0\n行政规范性文件\t2\t1\t7\n" TABLE_2_REST

static void cells(void **state)
{
    struct report *report = read_text(
        state, TITLE
        "一、总体情况\n公开2条。\n二、主动公开政府信息情况\n" TABLE_2 SECTIONS_3_4 SECTIONS_5_6);
    const struct cell *cell = report_cell(report, "T2.a1.normative.valid");
    size_t position = 0, ncells = 0, nfound = 0;
    for (const struct cell *next; (next = report_next_cell(report, &position)); ncells++) {
        assert_ptr_equal(report_cell(report, next->id), next);
        nfound += next->state == CELL_NUMBER;
    }
    assert_true(ncells >= 10);
    assert_int_equal(nfound, 10);
    assert_null(report_cell(report, "T2.a1.nothing.valid"));
    assert_null(report_cell(report, "T9"));
    if (cell)
        assert_int_equal(cell->value, 7);
    const struct cell *license = report_cell(report, "T2.a5.license.decisions");
    assert_non_null(license);
    assert_int_equal(license->value, 35);
    report_free(report);
}

static const char broken[] =
    TITLE "一、总体情况\n公开2条。\n二、主动公开政府信息情况\n第二十条第（一）项\n"
          "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t\t0\t35\n"
          "行政规范性文件\t2\t\t7\n" TABLE_2_REST SECTIONS_3_4 SECTIONS_5_6;

static void read_broken(void **state, const char *line_end)
{
    struct str other = STR_INIT;
    for (const char *at = broken; *at; at++)
        str_append(&other, *at == '\n' ? slice_of(line_end) : slice_make(at, 1));
    struct report *report = read_text(state, str_text(&other));
    const struct cell *cell = report_cell(report, "T2.a1.regulation.in_force");
    assert_non_null(cell);
    assert_int_equal(cell->state, CELL_NUMBER);
    assert_int_equal(cell->value, 35);
    assert_memory_equal(str_text(&other) + cell->span.start, "35", 2);
    report_free(report);
    str_release(&other);
}

/* Every line feed of the report becomes what Word or a page writes for it, also where tabs for
 * blank cells stand before it. */
static void other_breaks(void **state)
{
    static const char *const breaks[] = {"\v", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"};
    for (size_t k = 0; k < COUNT(breaks); k++) {
        char behind_tabs[16];
        snprintf(behind_tabs, sizeof behind_tabs, "\t\t\t\t\t\t\t\t%s", breaks[k]);
        read_broken(state, breaks[k]);
        read_broken(state, behind_tabs);
    }
}

/* One in the cell of a table is none. */
static void break_in_a_cell(void **state)
{
    struct report *report =
        read_text(state, TITLE "一、总体情况\n公开2条。\n二、主动公开政府信息情况\n"
                               "第二十条第（五）项\n信息内容\t本年\v处理\v决定数量\n行政许可\t35\n"
                               "第二十条第（六）项\n信息内容\t本年处理\v决定数量\n行政处罚\t4\n"
                               "行政强制\t0\n" SECTIONS_3_4 SECTIONS_5_6);
    const struct cell *cell = report_cell(report, "T2.a5.license.decisions");
    assert_non_null(cell);
    assert_int_equal(cell->value, 35);
    report_free(report);
}

static void formats(void **state)
{
    (void)state;
    char buffer[CELL_VALUE_NBYTES];
    assert_string_equal(cell_format(12, false, buffer), "12");
    assert_string_equal(cell_format(-3, false, buffer), "-3");
    assert_string_equal(cell_format(137300000, true, buffer), "137.3");
    assert_string_equal(cell_format(0, true, buffer), "0");
    assert_string_equal(cell_format(100000000, true, buffer), "100");
    assert_string_equal(cell_format(-500000, true, buffer), "-0.5");
    assert_string_equal(cell_format(INT64_MIN, true, buffer), "-9223372036854.775808");
    assert_string_equal(cell_state_name(CELL_UNPLACED), "unplaced");
    assert_string_equal(table_state_name(TABLE_DOUBTFUL), "doubtful");
    assert_string_equal(table_name(TABLE_T4), "T4");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_text_files),   cmocka_unit_test(limits),
        cmocka_unit_test(missing_file),    cmocka_unit_test(reads_a_file),
        cmocka_unit_test(lines),           cmocka_unit_test(cells),
        cmocka_unit_test(formats),         cmocka_unit_test(other_breaks),
        cmocka_unit_test(break_in_a_cell),
    };
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
