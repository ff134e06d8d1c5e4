#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "gouji/ui/grid.h"

static void assert_rows(const struct grid *grid, const char *wanted)
{
    struct str dump = STR_INIT;
    grid_dump(grid, false, &dump);
    assert_string_equal(str_text(&dump), wanted);
    str_release(&dump);
}

static void assert_styles(const struct grid *grid, const char *wanted)
{
    struct str dump = STR_INIT;
    grid_dump(grid, true, &dump);
    const char *styles = str_text(&dump);
    for (int row = 0; row < grid_rows(grid); row++)
        styles = strchr(styles, '\n') + 1;
    assert_string_equal(styles, wanted);
    str_release(&dump);
}

static void clips_text_at_both_edges(void **state)
{
    static const struct {
        int col, max_cols;
        const char *text, *row;
        int used;
    } cases[] = {
        {0, -1, "abc", "abc\n", 3},
        {0, 2, "abc", "ab\n", 2},
        {4, -1, "abc", "    ab\n", 2},
        {0, -1, "受理申请", "受理申\n", 6},
        {1, -1, "受理申请", " 受理\n", 5},
        {0, 3, "受理", "受\n", 3},
        {-1, -1, "abc", "bc\n", 3},
        {-1, -1, "受理", " 理\n", 4},
        {-2, -1, "受理", "理\n", 4},
        {6, -1, "abc", "\n", 0},
        {0, 0, "abc", "\n", 0},
        {0, -1, "", "\n", 0},
        {0, -1, "e\xCC\x81x", "e\xCC\x81x\n", 2},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct grid *grid = grid_new(1, 6);
        int used = area_puts(grid_area(grid), 0, cases[i].col, cases[i].max_cols, cases[i].text,
                             STYLE_NORMAL);
        assert_rows(grid, cases[i].row);
        assert_int_equal(used, cases[i].used);
        grid_free(grid);
    }
}

static void leaves_no_half_of_a_wide_character(void **state)
{
    static const struct {
        int col;
        const char *over, *row;
    } cases[] = {
        {0, "x", "x 理申\n"},  {1, "x", " x理申\n"}, {1, "中", " 中 申\n"},
        {2, "xy", "受xy申\n"}, {5, "x", "受理 x\n"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct grid *grid = grid_new(1, 6);
        area_puts(grid_area(grid), 0, 0, -1, "受理申", STYLE_NORMAL);
        area_puts(grid_area(grid), 0, cases[i].col, -1, cases[i].over, STYLE_NORMAL);
        assert_rows(grid, cases[i].row);
        grid_free(grid);
    }
}

static void shows_hostile_text_as_tokens(void **state)
{
    (void)state;
    struct grid *grid = grid_new(1, 24);
    area_puts(grid_area(grid), 0, 0, -1,
              "a\xE2\x80\xAE"
              "b\x1B[31m",
              STYLE_TITLE);
    assert_rows(grid, "a<U+202E>b^[[31m\n");
    assert_styles(grid, "0: 0-0 title\n0: 1-8 token\n0: 9-9 title\n0: 10-11 token\n"
                        "0: 12-15 title\n");
    grid_free(grid);
}

static void expands_tabs_from_its_start(void **state)
{
    (void)state;
    struct grid *grid = grid_new(1, 24);
    area_puts(grid_area(grid), 0, 3, -1, "a\tb\tc", STYLE_NORMAL);
    assert_rows(grid, "   a       b       c\n");
    grid_free(grid);
}

static void aligns_and_clips(void **state)
{
    static const struct {
        const char *text, *right, *left;
    } cases[] = {
        {"1234", "|  1234|\n", "|1234  |\n"},     {"1234567", "|~34567|\n", "|12345~|\n"},
        {"", "|      |\n", "|      |\n"},         {"受理申", "|受理申|\n", "|受理申|\n"},
        {"受理申请", "|~ 申请|\n", "|受理~ |\n"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct grid *grid = grid_new(1, 8);
        struct area area = grid_area(grid);
        struct slice text = slice_of(cases[i].text);
        area_puts(area, 0, 0, -1, "|      |", STYLE_NORMAL);
        area_put_right(area, 0, 1, 6, text, STYLE_NUMBER);
        assert_rows(grid, cases[i].right);
        area_puts(area, 0, 0, -1, "|      |", STYLE_NORMAL);
        area_put_clipped(area, 0, 1, 6, text, STYLE_NUMBER);
        assert_rows(grid, cases[i].left);
        grid_free(grid);
    }
}

static void clips_parts_to_their_whole(void **state)
{
    static const struct {
        int row, col, nrows, ncols;
        struct area wanted;
    } cases[] = {
        {1, 1, 2, 2, {NULL, 2, 3, 2, 2}},   {-1, -2, 3, 4, {NULL, 1, 2, 2, 2}},
        {3, 5, 9, 9, {NULL, 4, 7, 1, 1}},   {9, 9, 1, 1, {NULL, 5, 8, 0, 0}},
        {0, 0, -1, -1, {NULL, 1, 2, 0, 0}},
    };
    (void)state;
    struct grid *grid = grid_new(8, 12);
    struct area whole = area_part(grid_area(grid), 1, 2, 4, 6);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct area part =
            area_part(whole, cases[i].row, cases[i].col, cases[i].nrows, cases[i].ncols);
        assert_int_equal(part.row, cases[i].wanted.row);
        assert_int_equal(part.col, cases[i].wanted.col);
        assert_int_equal(part.nrows, cases[i].wanted.nrows);
        assert_int_equal(part.ncols, cases[i].wanted.ncols);
        area_fill(part, STYLE_POPUP);
        area_puts(part, part.nrows, 0, -1, "outside", STYLE_POPUP);
    }
    assert_rows(grid, "\n\n\n\n\n\n\n\n");
    grid_free(grid);
}

static void restyles_whole_characters(void **state)
{
    (void)state;
    struct grid *grid = grid_new(1, 8);
    area_puts(grid_area(grid), 0, 0, -1, "受理申请", STYLE_NORMAL);
    area_restyle(grid_area(grid), 0, 3, 2, STYLE_MATCH);
    assert_styles(grid, "0: 2-5 match\n");
    area_restyle(grid_area(grid), 0, -5, 99, STYLE_NORMAL);
    area_restyle(grid_area(grid), 7, 0, 1, STYLE_MATCH);
    assert_styles(grid, "");
    grid_free(grid);
}

static void draws_lines(void **state)
{
    (void)state;
    for (int ascii = 0; ascii < 2; ascii++) {
        struct grid *grid = grid_new(3, 4);
        struct area area = grid_area(grid);
        area_hline(area, 0, 1, 2, ascii, STYLE_BORDER);
        area_vline(area, 0, 0, 9, ascii, STYLE_BORDER);
        assert_rows(grid, ascii ? "|--\n|\n|\n" : "│──\n│\n│\n");
        grid_free(grid);
    }
}

static void copies_what_fits(void **state)
{
    (void)state;
    struct grid *small = grid_new(1, 3), *large = grid_new(2, 5);
    area_puts(grid_area(large), 0, 0, -1, "abcde", STYLE_NORMAL);
    grid_copy(small, large);
    assert_rows(small, "abc\n");
    assert_int_equal(grid_resize(small, 2, 5), 0);
    assert_rows(small, "\n\n");
    grid_copy(small, large);
    assert_rows(small, "abcde\n\n");
    grid_free(small);
    grid_free(large);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clips_text_at_both_edges),
        cmocka_unit_test(leaves_no_half_of_a_wide_character),
        cmocka_unit_test(shows_hostile_text_as_tokens),
        cmocka_unit_test(expands_tabs_from_its_start),
        cmocka_unit_test(aligns_and_clips),
        cmocka_unit_test(clips_parts_to_their_whole),
        cmocka_unit_test(restyles_whole_characters),
        cmocka_unit_test(draws_lines),
        cmocka_unit_test(copies_what_fits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
