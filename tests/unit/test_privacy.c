/* PRV-01, 02: found, and never shown. */
#include "cases_privacy.h"

static void found(void **state)
{
    (void)state;
    static const struct prose_list lists[] = {PRIVACY_CASES};
    run_prose_lists(lists, COUNT(lists));
}

/* No part of a finding but its place leads to the number. */
static void masked(void **state)
{
    (void)state;
    struct parts parts = {.s3 = "甲的身份证号" ID "，乙的手机13800138000。"};
    static const char *const ids[] = {"PRV-01", "PRV-02"};
    static const char *const secrets[] = {ID, "13800138000"};
    for (size_t i = 0; i < COUNT(ids); i++) {
        struct prose_result result = judge_parts(ids[i], &parts);
        assert_int_equal(result.findings->nitems, 1);
        const struct finding *item = &result.findings->items[0];
        assert_true(item->is_masked);
        assert_int_equal(item->nseen, 0);
        assert_true(slice_contains(item->quote, "的"));
        for (size_t k = 0; k < COUNT(secrets); k++) {
            assert_false(slice_contains(item->quote, secrets[k]));
            assert_null(strstr(item->message[LANG_ZH], secrets[k]));
            assert_null(strstr(item->message[LANG_EN], secrets[k]));
        }
        result_free(&result);
    }
}

/* Other checks that quote the same sentence do not show it either. */
static void masked_in_other_quotes(void **state)
{
    (void)state;
    struct parts parts = {.s1 = "本街道居民" ID "来信。"};
    struct prose_result result = judge_parts("DOC-04", &parts);
    assert_int_equal(result.findings->nitems, 1);
    assert_true(slice_contains(result.findings->items[0].quote, "110*************2X"));
    result_free(&result);
}

/* A row that the form does not know is quoted by another check. */
static void masked_in_rows(void **state)
{
    (void)state;
    struct parts parts = {.swap = {"行政许可\t0", "申请人王建国\t0\n行政许可\t0"}};
    struct prose_result result = judge_parts("STR-03", &parts);
    assert_true(result.findings->nitems > 0);
    for (size_t i = 0; i < result.findings->nitems; i++) {
        assert_null(strstr(result.findings->items[i].message[LANG_ZH], "王建国"));
        assert_false(slice_contains(result.findings->items[i].quote, "王建国"));
    }
    result_free(&result);
}

/* Of several names in a row each. */
static void masked_one_after_the_other(void **state)
{
    (void)state;
    static const char names[] = "申请人张伟、李强、赵小兵和王建国共同提出申请。";
    const struct parts all[] = {
        {.s4 = names}, {.swap = {"行政许可\t0", "行政许可\t申请人张伟、李强、赵小兵和王建国"}}};
    for (size_t i = 0; i < COUNT(all); i++) {
        struct prose_result result = judge_parts("PRV-03", &all[i]);
        assert_int_equal(result.findings->nitems, 1);
        assert_int_equal(result.findings->items[0].nspans, 4);
        result_free(&result);
    }
}

/* Lines with such a number are found by jumps over what is none, whatever stands before it. */
static void found_wherever_it_stands(void **state)
{
    (void)state;
    static const char *const before[] = {"政", "，", "a",   "é",      "│",
                                         " ",  "- ", "12 ", "１２　", "𠀀"};
    static const char *const numbers[] = {"13800138000", "１３８００１３８０００", "138-0013-8000"};
    for (size_t i = 0; i < COUNT(before) * COUNT(numbers); i++)
        for (size_t n = 0; n < 14; n++) {
            struct str line = STR_INIT;
            for (size_t k = 0; k < n; k++)
                str_add(&line, before[i % COUNT(before)]);
            str_format(&line, "，居民手机%s。", numbers[i / COUNT(before)]);
            struct parts parts = {.s3 = str_text(&line)};
            struct prose_result result = judge_parts("PRV-02", &parts);
            assert_int_equal(result.findings->nitems, 1);
            result_free(&result);
            str_release(&line);
        }
}

/* Digits not starred, one behind the other, at most. */
static size_t longest_number(struct slice text)
{
    size_t longest = 0, run = 0;
    for (size_t i = 0; i < text.nbytes; i++) {
        run = text.ptr[i] >= '0' && text.ptr[i] <= '9' ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    return longest;
}

/* Numbers enough in one line for quotes of parts of it: wherever the part ends, none of
 * the numbers is cut into pieces too short to be masked. */
static void masked_where_a_quote_is_cut(void **state)
{
    (void)state;
    for (size_t shift = 0; shift < 24; shift++) {
        struct str line = STR_INIT;
        str_format(&line, "%.*s居民的手机", (int)shift, "------------------------");
        for (int i = 0; i < 400; i++)
            str_format(&line, "、1380013%04d", i);
        str_add(&line, "。");
        struct parts parts = {.s3 = str_text(&line)};
        struct prose_result result = judge_parts("PRV-02", &parts);
        assert_int_equal(result.findings->nitems, 400);
        for (size_t i = 0; i < result.findings->nitems; i++) {
            assert_true(result.findings->items[i].quote.nbytes < 3500);
            assert_in_range(longest_number(result.findings->items[i].quote), 0, 3);
        }
        result_free(&result);
        str_release(&line);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(found),
                                       cmocka_unit_test(found_wherever_it_stands),
                                       cmocka_unit_test(masked),
                                       cmocka_unit_test(masked_in_other_quotes),
                                       cmocka_unit_test(masked_in_rows),
                                       cmocka_unit_test(masked_one_after_the_other),
                                       cmocka_unit_test(masked_where_a_quote_is_cut)};
    return cmocka_run_group_tests(tests, open_prose_shop, close_prose_shop);
}
