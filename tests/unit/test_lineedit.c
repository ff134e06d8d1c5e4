#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "gouji/ui/lineedit.h"

static void press(struct lineedit *edit, const char *names)
{
    while (*names != '\0') {
        struct key key;
        size_t nbytes = key_parse(names, &key);
        assert_int_not_equal(nbytes, 0);
        assert_true(lineedit_key(edit, key));
        names += nbytes;
    }
}

/* The text with '|' at the caret. */
static void assert_edit(const struct lineedit *edit, const char *wanted)
{
    struct str shown = STR_INIT;
    str_add(&shown, lineedit_text(edit));
    str_insert(&shown, lineedit_caret(edit), slice_of("|"));
    assert_string_equal(str_text(&shown), wanted);
    str_release(&shown);
}

static void edits_by_keys(void **state)
{
    static const struct {
        bool multiline;
        const char *start, *keys, *wanted;
    } cases[] = {
        {false, "", "受理ab", "受理ab|"},
        {false, "受理", "<BS>", "受|"},
        {false, "受理", "<Left>x", "受x|理"},
        {false, "受理", "<Left><Left><Left><Del>", "|理"},
        {false, "e\xCC\x81x", "<Left><BS>", "|x"},
        {false, "受理申请", "<Home>a<End>b", "a受理申请b|"},
        {false, "受理申请", "<C-a><Right><C-k>", "受|"},
        {false, "受理申请", "<Left><C-u>", "|请"},
        {false, "受理申请", "<Left><C-u><C-e><C-y><C-y>", "请受理申受理申|"},
        {false, "abc", "<C-a><C-d><C-d>", "|c"},
        {false, "表三，自然人", "<C-w>", "表三，|"},
        {false, "foo bar  ", "<C-w>", "foo |"},
        {false, "foo bar 受理", "<A-b><A-b>", "foo |bar 受理"},
        {false, "foo bar", "<Home><A-f><A-f><A-f>", "foo bar|"},
        {false, "a", "bc<C-_>", "a|"},
        {false, "a", "b<BS><BS><C-_>", "a|"},
        {false, "a", "b<C-w><C-_><C-_><C-_>", "a|"},
        {false, "a", "b<Left>c<C-_>", "a|b"},
        {true, "a", "<Enter>b<Up>x", "ax|\nb"},
        {true, "受理\nx\n申请人", "<Up><Up>", "受理|\nx\n申请人"},
        {true, "受理\nx\n申请", "<Up><Down>", "受理\nx\n申请|"},
        {true, "ab\ncd", "<Home><BS>", "ab|cd"},
        {true, "ab\ncd", "<C-u><C-u>", "ab\n|"},
        {true, "ab\ncd", "<Up><C-a><C-k>", "|\ncd"},
        {true, "a", "<Tab>b", "a\tb|"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct lineedit *edit = lineedit_new(cases[i].multiline);
        assert_int_equal(lineedit_set(edit, slice_of(cases[i].start)), 0);
        press(edit, cases[i].keys);
        assert_edit(edit, cases[i].wanted);
        lineedit_free(edit);
    }
}

static void leaves_other_keys_alone(void **state)
{
    static const char *const keys[] = {"<Enter>", "<Up>",  "<Tab>", "<C-s>", "<F1>",
                                       "<Esc>",   "<C-c>", "<A-x>", "<S-Up>"};
    (void)state;
    struct lineedit *edit = lineedit_new(false);
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        struct key key;
        key_parse(keys[i], &key);
        assert_false(lineedit_key(edit, key));
    }
    assert_edit(edit, "|");
    lineedit_free(edit);
}

static void cleans_what_is_pasted(void **state)
{
    static const struct {
        bool multiline;
        const char *pasted, *wanted;
    } cases[] = {
        {false, "受理\r\n申请\r人\n", "受理 申请 人 |"},
        {true, "受理\r\n申请\r人\n", "受理\n申请\n人\n|"},
        {false, "a\x1B[31mb\x07\x7F", "a[31mb|"},
        {false,
         "a\xFF\xE5\x8F"
         "b",
         "ab|"},
        {false,
         "a\xC2\x9B"
         "b\tc",
         "ab c|"},
        {true, "a\tb", "a\tb|"},
        {false, "", "|"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct lineedit *edit = lineedit_new(cases[i].multiline);
        assert_true(lineedit_paste(edit, slice_of(cases[i].pasted)));
        assert_edit(edit, cases[i].wanted);
        press(edit, "<C-_>");
        assert_edit(edit, "|");
        lineedit_free(edit);
    }
}

static void refuses_what_is_too_long(void **state)
{
    (void)state;
    char *text = malloc(LINEEDIT_MAX_NBYTES + 1);
    assert_non_null(text);
    memset(text, 'x', LINEEDIT_MAX_NBYTES + 1);
    struct lineedit *edit = lineedit_new(false);
    assert_int_equal(lineedit_set(edit, slice_make(text, LINEEDIT_MAX_NBYTES + 1)), -1);
    assert_edit(edit, "|");
    assert_int_equal(lineedit_set(edit, slice_make(text, LINEEDIT_MAX_NBYTES)), 0);
    press(edit, "y");
    assert_int_equal(lineedit_caret(edit), LINEEDIT_MAX_NBYTES);
    press(edit, "<BS>");
    assert_false(lineedit_paste(edit, slice_of("ab")));
    assert_true(lineedit_paste(edit, slice_of("a")));
    assert_int_equal(lineedit_caret(edit), LINEEDIT_MAX_NBYTES);
    lineedit_free(edit);
    free(text);
}

static void remembers_two_hundred_steps(void **state)
{
    (void)state;
    struct lineedit *edit = lineedit_new(true);
    for (int i = 0; i < 250; i++)
        press(edit, "<Enter>");
    for (int i = 0; i < 250; i++)
        press(edit, "<C-_>");
    assert_int_equal(lineedit_caret(edit), 50);
    lineedit_free(edit);
}

static void assert_drawn(struct lineedit *edit, int nrows, int ncols, const char *wanted,
                         int wanted_row, int wanted_col)
{
    struct grid *grid = grid_new(nrows, ncols);
    struct str dump = STR_INIT;
    int row, col;
    lineedit_draw(edit, grid_area(grid), STYLE_PROMPT, &row, &col);
    grid_dump(grid, false, &dump);
    assert_string_equal(str_text(&dump), wanted);
    assert_int_equal(row, wanted_row);
    assert_int_equal(col, wanted_col);
    str_release(&dump);
    grid_free(grid);
}

static void scrolls_a_line_so_that_the_caret_is_seen(void **state)
{
    (void)state;
    struct lineedit *edit = lineedit_new(false);
    lineedit_set(edit, slice_of("受理申请"));
    assert_drawn(edit, 1, 10, "受理申请\n", 0, 8);
    assert_drawn(edit, 1, 6, " 申请\n", 0, 5);
    press(edit, "<Home>");
    assert_drawn(edit, 1, 6, "受理申\n", 0, 0);
    lineedit_set(edit, slice_of("a\tb"));
    assert_drawn(edit, 1, 12, "a       b\n", 0, 9);
    lineedit_free(edit);
}

static void wraps_a_text_so_that_the_caret_is_seen(void **state)
{
    (void)state;
    struct lineedit *edit = lineedit_new(true);
    lineedit_set(edit, slice_of("受理申请人\n二"));
    assert_drawn(edit, 4, 6, "受理申\n请人\n二\n\n", 2, 2);
    assert_drawn(edit, 2, 6, "请人\n二\n", 1, 2);
    press(edit, "<Up>");
    assert_drawn(edit, 2, 6, "请人\n二\n", 0, 2);
    press(edit, "<Up>");
    assert_drawn(edit, 2, 6, "受理申\n请人\n", 0, 2);
    press(edit, "<C-k><Enter><Enter>");
    assert_drawn(edit, 2, 6, "\n\n", 1, 0);
    lineedit_free(edit);
}

static void draws_into_nothing(void **state)
{
    int row, col;
    (void)state;
    struct grid *grid = grid_new(1, 1);
    struct lineedit *edit = lineedit_new(true);
    lineedit_set(edit, slice_of("受理"));
    lineedit_draw(edit, grid_area(grid), STYLE_PROMPT, &row, &col);
    lineedit_draw(edit, area_part(grid_area(grid), 1, 1, 0, 0), STYLE_PROMPT, &row, &col);
    assert_true(row == 0 && col == 0);
    lineedit_free(edit);
    grid_free(grid);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edits_by_keys),
        cmocka_unit_test(leaves_other_keys_alone),
        cmocka_unit_test(cleans_what_is_pasted),
        cmocka_unit_test(refuses_what_is_too_long),
        cmocka_unit_test(remembers_two_hundred_steps),
        cmocka_unit_test(scrolls_a_line_so_that_the_caret_is_seen),
        cmocka_unit_test(wraps_a_text_so_that_the_caret_is_seen),
        cmocka_unit_test(draws_into_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
