/* PRV-01, 02: found, and never shown. */
#include "cases_privacy.h"

static void found(void **state)
{
    (void)state;
    run_prose_cases(privacy_found, COUNT(privacy_found));
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

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(found), cmocka_unit_test(masked),
                                       cmocka_unit_test(masked_in_other_quotes)};
    return cmocka_run_group_tests(tests, open_prose_shop, close_prose_shop);
}
