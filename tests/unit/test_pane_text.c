/* Rows, search and the text pane on a text held in memory. */
#include "check.h"

#include <stdlib.h>
#include <string.h>

#include "../../src/pane/list.h"
#include "../../src/pane/search.h"
#include "../../src/pane/text_layout.h"

/* A report that is only its text: all that rows and search look at. */
static struct report *text_report(const char *text)
{
    struct report *report = calloc(1, sizeof *report);
    size_t n = strlen(text), nlines = 1;
    for (size_t i = 0; i < n; i++)
        nlines += text[i] == '\n';
    uint32_t *lines = calloc(nlines, sizeof *lines);
    report->nlines = 0;
    for (size_t i = 0; i <= n; i++)
        if (i == 0 || text[i - 1] == '\n')
            lines[report->nlines++] = (uint32_t)i;
    report->text = text;
    report->text_nbytes = (uint32_t)n;
    report->lines = lines;
    return report;
}

static void text_report_free(struct report *report)
{
    free((void *)(uintptr_t)report->lines);
    free(report);
}

static const char long_text[] =
    "一、总体情况\n"
    "本年度认真开展政府信息公开工作，制度建设不断加强，公开渠道不断拓宽，群众满意度不断提高。\n"
    "\n"
    "Ｇｏｖ 信息公\n开 第２０条\n"
    "end";

static void test_rows_cover_the_text(void **state)
{
    (void)state;
    struct report *report = text_report(long_text);
    struct text_layout layout = {.report = NULL};
    for (int ncols = 2; ncols < 100; ncols += 7) {
        text_layout_set(&layout, report, ncols, false);
        struct text_pos pos = {0, 0}, next;
        uint32_t last = 0;
        size_t n = 0;
        for (;; pos = next, n++) {
            struct span span = text_layout_span(&layout, pos);
            assert_true(span.start >= last && span.end >= span.start);
            struct text_pos found = text_layout_find(&layout, span.start);
            assert_true(found.line == pos.line && found.row == pos.row);
            assert_true(text_cols(report_slice(report, span), 0) <= (ncols < 4 ? 6 : ncols) + 8);
            last = span.start;
            next = text_layout_step(&layout, pos, 1);
            if (!text_pos_before(pos, next))
                break;
        }
        struct text_pos back = text_layout_step(&layout, pos, -(long)n);
        assert_true(back.line == 0 && back.row == 0);
        assert_int_equal(text_layout_distance(&layout, back, pos, 100000), n);
    }
    text_layout_release(&layout);
    text_report_free(report);
}

static void test_columns(void **state)
{
    (void)state;
    assert_int_equal(text_cols(slice_of("a\tb"), 0), 9);
    assert_int_equal(text_cols(slice_of("公开"), 0), 4);
    assert_int_equal(text_bytes_before(slice_of("公开"), 2), 3);
    assert_int_equal(text_bytes_before(slice_of("公开"), 3), 3);
}

static void expect_match(struct search *search, const char *pattern, size_t nmatches,
                         const char *first)
{
    assert_int_equal(search_find(search, pattern), 0);
    if (search->nmatches != nmatches)
        fail_msg("%s: %zu matches", pattern, search->nmatches);
    if (nmatches == 0)
        return;
    struct slice got = report_slice(search->report, search->matches[0]);
    if (!slice_is(got, first))
        fail_msg("%s: %.*s", pattern, (int)got.nbytes, got.ptr);
}

static void test_search_folds(void **state)
{
    (void)state;
    struct report *report = text_report(long_text);
    struct search search = {.report = NULL};
    search_set(&search, report);
    expect_match(&search, "信息公开", 2, "信息公开");
    assert_true(slice_is(report_slice(report, search.matches[1]), "信息公\n开"));
    expect_match(&search, "第20条", 1, "第２０条");
    expect_match(&search, "gov", 1, "Ｇｏｖ");
    expect_match(&search, "GOV", 0, "");
    expect_match(&search, "資訊", 0, "");
    expect_match(&search, "", 0, "");
    search_release(&search);
    text_report_free(report);
}

/* A number is found however its thousands are written, and only as a number. */
static void test_numbers_are_found_with_separators(void **state)
{
    (void)state;
    struct report *report =
        text_report("共1,234,567件，1234567条，１，２３４项，12，34，5.5%、5,5");
    struct search search = {.report = NULL};
    search_set(&search, report);
    expect_match(&search, "1234567", 2, "1,234,567");
    expect_match(&search, "1,234,567", 2, "1,234,567");
    expect_match(&search, "1234", 4, "1,234");
    assert_true(slice_is(report_slice(report, search.matches[2]), "１，２３４"));
    expect_match(&search, "5.5", 1, "5.5");
    expect_match(&search, "1,234件", 0, "");
    expect_match(&search, "999", 0, "");
    search_release(&search);
    text_report_free(report);
}

/* Only some lines: the rows step over the others, both ways. */
static void test_rows_of_some_lines(void **state)
{
    static const size_t shown[] = {1, 3, 5};
    (void)state;
    struct report *report = text_report(long_text);
    struct text_layout layout = {.report = NULL};
    text_layout_set(&layout, report, 200, false);
    text_layout_show(&layout, shown, COUNT(shown));
    struct text_pos pos = text_layout_find(&layout, 0);
    for (size_t i = 0; i < COUNT(shown); i++) {
        assert_int_equal(pos.line, shown[i]);
        pos = text_layout_step(&layout, pos, 1);
    }
    assert_int_equal(pos.line, 5);
    assert_int_equal(text_layout_step(&layout, pos, -1).line, 3);
    assert_int_equal(text_layout_step(&layout, pos, -9).line, 1);
    assert_int_equal(text_layout_find(&layout, report->lines[4]).line, 5);
    text_layout_release(&layout);
    text_report_free(report);
}

static void test_search_wraps(void **state)
{
    (void)state;
    struct report *report = text_report("甲 乙 甲 丙 甲");
    struct search search = {.report = NULL};
    bool wrapped;
    search_set(&search, report);
    search_find(&search, "甲");
    assert_int_equal(search_from(&search, 1, false, &wrapped), 1);
    assert_false(wrapped);
    assert_int_equal(search_from(&search, report->text_nbytes, false, &wrapped), 0);
    assert_true(wrapped);
    assert_int_equal(search_from(&search, 0, true, &wrapped), 2);
    assert_true(wrapped);
    search_release(&search);
    text_report_free(report);
}

static void test_list_keeps_its_cursor_in_view(void **state)
{
    (void)state;
    static const enum action moves[] = {ACTION_LINE_DOWN,   ACTION_PAGE_DOWN, ACTION_GOTO_END,
                                        ACTION_LINE_UP,     ACTION_HALF_UP,   ACTION_TOP,
                                        ACTION_LINE_MIDDLE, ACTION_PAGE_UP};
    for (size_t count = 0; count < 40; count += 3) {
        struct list list = {.count = 0};
        for (size_t i = 0; i < 200; i++) {
            list_fit(&list, count, 1 + (int)(i % 12));
            list_move(&list, moves[i * 7 % COUNT(moves)], (int)(i % 4));
            list_fit(&list, count, 1 + (int)(i % 12));
            assert_true(list.cursor < count || count == 0);
            assert_true(list.cursor >= list.top);
            assert_true(count == 0 || list.cursor < list.top + list.height);
        }
        list_release(&list);
    }
}

static void test_words_match_in_any_order(void **state)
{
    (void)state;
    assert_true(text_matches("T3-01 自然人 差 2", "自然人 t3-01"));
    assert_true(text_matches("Ｔ３", "t3"));
    assert_false(text_matches("T3-01 自然人", "t3-01 企业"));
    assert_true(text_matches("x", ""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_cover_the_text),
        cmocka_unit_test(test_columns),
        cmocka_unit_test(test_search_folds),
        cmocka_unit_test(test_search_wraps),
        cmocka_unit_test(test_numbers_are_found_with_separators),
        cmocka_unit_test(test_rows_of_some_lines),
        cmocka_unit_test(test_list_keeps_its_cursor_in_view),
        cmocka_unit_test(test_words_match_in_any_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
