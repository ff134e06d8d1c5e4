/* Where a line may be cut: its tabs, bars and blanks, found in one pass. */
#include "check.h"

#include <string.h>

#include "../../src/report/bars.h"

struct line_case {
    const char *text;
    size_t nbars, ntabs, blank;
    struct bar bars[3];
};

static void test_cuts(void **state)
{
    static const struct line_case cases[] = {
        {"", 0, 0, 0, {{0, 0}}},
        {"规章", 0, 0, 6, {{0, 0}}},
        {"规章，“一”、（二）", 0, 0, 30, {{0, 0}}},
        {"规章 0", 0, 0, 6, {{0, 0}}},
        {"  规章  0  1", 0, 0, 8, {{0, 0}}},
        {"\xE3\x80\x80规章\xC2\xA0零", 0, 0, 9, {{0, 0}}},
        {"规章\xE3\x80\x80零", 0, 0, 6, {{0, 0}}},
        {"规章\xE2\x80\x83零", 0, 0, 6, {{0, 0}}},
        {"规章\t0\t", 0, 2, 9, {{0, 0}}},
        {"a|b||", 3, 0, 5, {{1, 1}, {3, 1}, {4, 1}}},
        {"章｜0 ", 1, 0, 7, {{3, 3}}},
        {"│章│", 2, 0, 9, {{0, 3}, {6, 3}}},
        {"├──┤", 2, 0, 12, {{0, 3}, {9, 3}}},
        {"───", 0, 0, 9, {{0, 0}}},
        {"═╪═", 1, 0, 9, {{3, 3}}},
        {"+--+", 2, 0, 4, {{0, 1}, {3, 1}}},
        {"+19 +2", 0, 0, 3, {{0, 0}}},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct line_case *c = &cases[i];
        struct cuts cuts;
        bars_find(slice_of(c->text), &cuts);
        if (cuts.nbars != c->nbars || cuts.ntabs != c->ntabs || cuts.blank != c->blank)
            fail_msg("%s: %zu bars, %zu tabs, blank at %zu", c->text, cuts.nbars, cuts.ntabs,
                     cuts.blank);
        for (size_t k = 0; k < c->nbars; k++) {
            assert_int_equal(cuts.bars[k].at, c->bars[k].at);
            assert_int_equal(cuts.bars[k].nbytes, c->bars[k].nbytes);
        }
    }
}

/* All are counted, though no more than so many are kept. */
static void test_many_bars(void **state)
{
    char line[2 * BARS_MOST + 1];
    struct cuts cuts;
    (void)state;
    memset(line, '|', sizeof line - 1);
    line[sizeof line - 1] = '\0';
    bars_find(slice_of(line), &cuts);
    assert_int_equal(cuts.nbars, 2 * BARS_MOST);
    assert_int_equal(cuts.bars[BARS_MOST - 1].at, BARS_MOST - 1);
}

static void test_rules(void **state)
{
    static const char *const rules[] = {"---", "=====", "|:--:|", "├──┼──┤", "****", "｜-｜"};
    static const char *const others[] = {"", "- 3 -", "--规章", "“—", "---\xE2\x94"};
    (void)state;
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        assert_true(bars_is_rule(slice_of(rules[i])));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(bars_is_rule(slice_of(others[i])));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cuts),
        cmocka_unit_test(test_many_bars),
        cmocka_unit_test(test_rules),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
