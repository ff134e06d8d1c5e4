/* text/wrap: where a line may be broken, and that it costs little. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "gouji/base/str.h"
#include "gouji/text/width.h"
#include "gouji/text/wrap.h"

/* The rows joined by '|'. */
static void join_rows(const char *text, int ncols, struct str *out)
{
    struct wrap_row *rows;
    size_t nrows;
    struct err err;
    assert_int_equal(wrap_line(slice_of(text), ncols, &rows, &nrows, &err), 0);
    for (size_t i = 0; i < nrows; i++) {
        if (i)
            str_byte(out, '|');
        str_append(out, slice_make(text + rows[i].start, rows[i].end - rows[i].start));
    }
    free(rows);
}

static void lines_break_by_the_rules(void **state)
{
    (void)state;
    const struct {
        const char *text;
        int ncols;
        const char *rows;
    } table[] = {
        {"", 10, ""},
        {"abc", 10, "abc"},
        {"政府信息公开", 4, "政府|信息|公开"},
        {"政府信息公开", 5, "政府|信息|公开"},
        {"政府，信息", 4, "政|府，|信息"},     /* no comma at the start */
        {"政府《条例》", 6, "政府|《条|例》"}, /* no opener at the end */
        {"他说“你好”然后", 6, "他说|“你好”|然后"},
        {"共收到12件申请", 8, "共收到|12件申请"}, /* a number keeps its unit */
        {"收入137.3万元整", 10, "收入|137.3万元|整"},
        {"在2021年1月办结", 6, "在|2021年|1月办|结"},
        {"同比增长50%左右", 10, "同比增长|50%左右"},
        {"hello world", 7, "hello |world"},
        {"hello   world", 5, "hello   |world"}, /* blanks hang */
        {"abcdefgh", 3, "abc|def|gh"},
        {"e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301|e\u0301"},
        {"中文", 2, "中|文"},
        {"a\u202Eb", 4, "a|\u202E|b"},
        {"a\tb", 8, "a\t|b"},
        {"a\tb", 9, "a\tb"},
        {"完成……工作", 6, "完成……|工作"},
        {"（一）、（二）", 6, "（一）|、|（二）"}, /* too narrow for the rule */
    };
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        struct str out = STR_INIT;
        join_rows(table[i].text, table[i].ncols, &out);
        assert_string_equal(str_text(&out), table[i].rows);
        str_release(&out);
    }
}

/* Rows follow one another without gap, none is empty, and none is wider than
 * the screen but for hanging blanks and single glyphs. */
static void rows_cover_the_line(void **state)
{
    (void)state;
    static const char *const parts[] = {"中",   "，",      "“",      "”",  "（", "a",
                                        "bc",   " ",       "\t",     "12", "件", "\u202E",
                                        "\xFF", "e\u0301", "\u3000", "…",  "%"};
    uint32_t seed = 3;
    for (int round = 0; round < 3000; round++) {
        struct str line = STR_INIT;
        for (int i = 0; i < 1 + round % 30; i++) {
            seed = seed * 1664525u + 1013904223u;
            str_add(&line, parts[(seed >> 16) % (sizeof parts / sizeof parts[0])]);
        }
        struct wrap_row *rows;
        size_t nrows, at = 0;
        struct err err;
        int ncols = 8 + round % 13;
        assert_int_equal(wrap_line(str_slice(&line), ncols, &rows, &nrows, &err), 0);
        for (size_t i = 0; i < nrows; i++) {
            assert_int_equal(rows[i].start, at);
            assert_true(rows[i].end > at);
            at = rows[i].end;
            size_t end = at;
            while (end > rows[i].start && (line.data[end - 1] == ' ' || line.data[end - 1] == '\t'))
                end--;
            while (end >= rows[i].start + 3 && memcmp(line.data + end - 3, "\u3000", 3) == 0)
                end -= 3;
            struct slice row = slice_make(line.data + rows[i].start, end - rows[i].start);
            if (!memchr(row.ptr, '\t', row.nbytes) && !slice_contains(row, "\u3000") &&
                !memchr(row.ptr, ' ', row.nbytes))
                assert_true(width_text(row) <= ncols);
        }
        assert_int_equal(at, line.nbytes);
        free(rows);
        str_release(&line);
    }
}

static double wrap_seconds(const char *part, size_t nbytes)
{
    struct str line = STR_INIT;
    while (line.nbytes < nbytes)
        str_add(&line, part);
    struct wrap_row *rows;
    size_t nrows;
    struct err err;
    struct timespec from, to;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
    assert_int_equal(wrap_line(str_slice(&line), 80, &rows, &nrows, &err), 0);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
    free(rows);
    str_release(&line);
    return (double)(to.tv_sec - from.tv_sec) + 1e-9 * (double)(to.tv_nsec - from.tv_nsec);
}

/* Sixteen times the line may cost sixteen times the time, never its square. */
static void long_lines_cost_linearly(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "政府信息，公开12件 ", "a", " ", "\u0301", "）", "“", "\u202E", "\t", "中       ）"};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        double small = wrap_seconds(parts[i], 64 * 1024);
        double large = wrap_seconds(parts[i], 1024 * 1024);
        assert_true(large < 64 * small + 0.05);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_break_by_the_rules),
        cmocka_unit_test(rows_cover_the_line),
        cmocka_unit_test(long_lines_cost_linearly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
