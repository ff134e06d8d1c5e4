/* text/width: columns, clusters, clipping. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "gouji/text/width.h"

static void code_points_have_columns(void **state)
{
    (void)state;
    const struct {
        uint32_t c;
        int ncols;
    } table[] = {{0, 0},      {'\n', 0},    {'a', 1},    {0x7F, 0},   {0x9B, 0},    {0x4E2D, 2},
                 {0x3001, 2}, {0xFF08, 2},  {0xFFE5, 2}, {0x3007, 2}, {0x20BB7, 2}, {0x201C, 1},
                 {0x2026, 1}, {0x2014, 1},  {0x2460, 1}, {0x25CB, 1}, {0x2500, 1},  {0x301, 0},
                 {0x200B, 0}, {0x1F600, 2}, {0x3000, 2}, {0xFF61, 1}, {0x2103, 1},  {0x33A1, 2}};
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
        assert_int_equal(width_code_point(table[i].c), table[i].ncols);
}

static void texts_have_columns(void **state)
{
    (void)state;
    const struct {
        const char *text;
        int ncols;
    } table[] = {{"", 0},       {"abc", 3},         {"表3（四）", 9}, {"e\u0301", 1},
                 {"\u202E", 8}, {"\xFF", 4},        {"\x1B[0m", 5},   {"a\tb", 9},
                 {"\t\t", 16},  {"中\u200B文", 12}, {"“a”", 3},       {"\x7F", 2}};
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        struct slice text = slice_of(table[i].text);
        assert_int_equal(width_text(text), table[i].ncols);
        assert_true(width_within(text, table[i].ncols));
        assert_false(width_within(text, table[i].ncols - 1));
    }
}

static void fitting_keeps_clusters_whole(void **state)
{
    (void)state;
    const struct {
        const char *text;
        int ncols;
        size_t nbytes;
        int used;
    } table[] = {{"abc", 2, 2, 2},  {"中文", 3, 3, 2},     {"中文", 4, 6, 4},     {"中文", 0, 0, 0},
                 {"", 5, 0, 0},     {"e\u0301x", 1, 3, 1}, {"a\u202Eb", 5, 1, 1}, {"a\tb", 8, 2, 8},
                 {"a\tb", 7, 1, 1}, {"a\tb", 9, 3, 9}};
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        int used = -1;
        assert_int_equal(width_fit(slice_of(table[i].text), table[i].ncols, &used),
                         table[i].nbytes);
        assert_int_equal(used, table[i].used);
    }
}

static void clusters_are_measured_both_ways(void **state)
{
    (void)state;
    const struct {
        const char *text;
        size_t first, last;
    } table[] = {{"", 0, 0},          {"ab", 1, 1},
                 {"中文", 3, 3},      {"e\u0301中", 3, 3},
                 {"中e\u0301", 3, 3}, {"\r\n", 2, 2},
                 {"\xFF\xFF", 1, 1},  {"\U0001F468\u200D\U0001F469", 7, 4}};
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        assert_int_equal(width_cluster(slice_of(table[i].text)), table[i].first);
        assert_int_equal(width_cluster_before(slice_of(table[i].text)), table[i].last);
    }
}

static void clipping_keeps_both_ends(void **state)
{
    (void)state;
    const struct {
        const char *text;
        int ncols;
        const char *clipped;
    } table[] = {{"short.txt", 20, "short.txt"},
                 {"abcdefghij.txt", 9, "abcd~.txt"},
                 {"中文报告名称.txt", 11, "中文~称.txt"},
                 {"abc", 1, "~"},
                 {"abc", 0, ""},
                 {"abc", 2, "~c"},
                 {"", 5, ""}};
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        char out[64];
        width_clip_middle(slice_of(table[i].text), table[i].ncols, out, sizeof out);
        assert_string_equal(out, table[i].clipped);
        assert_true(width_text(slice_of(out)) <= table[i].ncols);
    }
}

static void clipping_respects_the_buffer(void **state)
{
    (void)state;
    const char *text = "中文报告名称e\u0301\u0302\u0303.txt";
    for (size_t size = 0; size <= 40; size++)
        for (int ncols = 0; ncols < 24; ncols++) {
            char out[41];
            memset(out, 'X', sizeof out);
            width_clip_middle(slice_of(text), ncols, out, size);
            assert_int_equal(out[size], 'X');
            if (size == 0)
                continue;
            assert_non_null(memchr(out, '\0', size));
            assert_true(width_text(slice_of(out)) <= ncols);
        }
}

/* On the screen only: reports are read by width_code_point, which stays as it is. */
static void ambiguous_ones_are_padded_when_set(void **state)
{
    static const char text[] = "“中”①…—·ab─█，";
    (void)state;
    assert_int_equal(width_text(slice_of(text)), 14);
    width_pad_ambiguous(true);
    assert_true(width_is_padded());
    assert_int_equal(width_shown(0x201C), 2);
    assert_int_equal(width_code_point(0x201C), 1);
    assert_int_equal(width_shown(0x2500), 1); /* frames */
    assert_int_equal(width_shown(0x4E2D), 2);
    assert_int_equal(width_text(slice_of(text)), 20);
    assert_int_equal(width_fit(slice_of(text), 5, NULL), strlen("“中"));
    width_pad_ambiguous(false);
    assert_int_equal(width_text(slice_of(text)), 14);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(code_points_have_columns),
        cmocka_unit_test(ambiguous_ones_are_padded_when_set),
        cmocka_unit_test(texts_have_columns),
        cmocka_unit_test(fitting_keeps_clusters_whole),
        cmocka_unit_test(clusters_are_measured_both_ways),
        cmocka_unit_test(clipping_keeps_both_ends),
        cmocka_unit_test(clipping_respects_the_buffer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
