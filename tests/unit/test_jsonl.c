/* `check --format jsonl`: one strict JSON object with exactly the keys others
 * rely on. */
#include "check.h"

#include "findings_cases.h"
#include "gouji/base/json.h"

#define ZEROS "T2 all 0\nT3 all 0\nT4 all 0\n"

/* Amounts may have decimals, which the strict scanner refuses: cJSON alone. */
static cJSON *print_and_parse(const struct judged *judged, enum lang lang)
{
    struct str out = STR_INIT;
    findings_write_jsonl(judged->findings, lang, &out);
    assert_false(out.failed);
    assert_null(strchr(str_text(&out), '\n'));
    cJSON *document = cJSON_Parse(str_text(&out));
    if (!document)
        fail_msg("no JSON: %s", str_text(&out));
    str_release(&out);
    return document;
}

static void has_keys(const cJSON *object, const char *const *keys, size_t n)
{
    assert_int_equal(cJSON_GetArraySize(object), n);
    for (size_t i = 0; i < n; i++)
        if (!cJSON_HasObjectItem(object, keys[i]))
            fail_msg("no key %s", keys[i]);
}

static void the_keys_are_the_contract(void **state)
{
    (void)state;
    static const char *const top[] = {
        "path",  "sha256",         "text_sha256", "encoding", "title",     "agency",   "kind",
        "year",  "year_conflicts", "edition",     "period",   "signature", "sections", "tables",
        "cells", "locals",         "unclaimed",   "results",  "off",       "findings"};
    static const char *const table[] = {"id",           "state", "layout",   "edition",
                                        "missing_rows", "why",   "runner_up"};
    static const char *const finding[] = {"id",    "instance", "severity", "outcome", "cells",
                                          "spans", "message",  "suspects", "cause"};
    static const char *const results[] = {"pass", "fail", "undecided", "not-applicable"};
    struct judged judged = judge_built(&shop, ZEROS "T3 new 10 1 0 0 0 0 9\n", NULL, NULL, 0);
    cJSON *document = print_and_parse(&judged, LANG_ZH);
    has_keys(document, top, COUNT(top));
    has_keys(cJSON_GetArrayItem(json_get(document, "tables"), 0), table, COUNT(table));
    has_keys(cJSON_GetArrayItem(json_get(document, "findings"), 0), finding, COUNT(finding));
    has_keys(json_get(document, "results"), results, COUNT(results));
    cJSON_Delete(document);
    judged_free(&judged);
}

/* Every explanation, the likeliest as suspects. */
static void the_next_explanations_are_told(void **state)
{
    (void)state;
    struct judged judged = judge_built(&shop, ZEROS "T4 review 5 1 1 2 8\n", NULL, NULL, 0);
    cJSON *document = print_and_parse(&judged, LANG_ZH);
    const cJSON *finding = cJSON_GetArrayItem(json_get(document, "findings"), 0);
    const cJSON *others = json_get(finding, "alternatives");
    assert_int_equal(cJSON_GetArraySize(json_get(finding, "suspects")), 1);
    assert_int_equal(cJSON_GetArraySize(others), 4);
    for (int i = 0; i < 4; i++)
        assert_non_null(json_get(cJSON_GetArrayItem(cJSON_GetArrayItem(others, i), 0), "proposed"));
    cJSON_Delete(document);
    judged_free(&judged);
}

static void cells_say_what_is_printed(void **state)
{
    (void)state;
    struct judged judged = judge_built(
        &shop, ZEROS "T3 new 10 _ / ? . x 9\nT2 a9.procurement 3 137.3万元\nT3 missing denied_8\n",
        NULL, NULL, 0);
    cJSON *document = print_and_parse(&judged, LANG_ZH);
    const cJSON *cells = json_get(document, "cells");
    static const struct {
        const char *id, *state;
    } cases[] = {{"T3.new.np", "number"},      {"T3.new.co", "blank"},  {"T3.new.ri", "mark"},
                 {"T3.new.sp", "unplaced"},    {"T3.new.ls", "absent"}, {"T3.new.ot", "text"},
                 {"T3.denied_8.tot", "absent"}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        const cJSON *cell = json_get(cells, cases[i].id);
        assert_string_equal(json_string(cell, "state"), cases[i].state);
        bool is_number = strcmp(cases[i].state, "number") == 0;
        assert_int_equal(cJSON_HasObjectItem(cell, "value"), is_number);
        if (!is_number && cJSON_HasObjectItem(cell, "span"))
            assert_true(strcmp(cases[i].state, "mark") == 0 || strcmp(cases[i].state, "text") == 0);
    }
    assert_string_equal(json_string(json_get(cells, "T3.new.ri"), "text"), "/");
    const cJSON *amount = json_get(cells, "T2.a9.procurement.amount");
    assert_true(json_get(amount, "value")->valuedouble > 137.29);
    assert_true(json_get(amount, "value")->valuedouble < 137.31);
    assert_string_equal(json_string(amount, "unit"), "万元");
    assert_int_equal(cJSON_GetArraySize(cells), 22 + 161 + 15);
    const cJSON *missing =
        json_get(cJSON_GetArrayItem(json_get(document, "tables"), 1), "missing_rows");
    assert_string_equal(cJSON_GetArrayItem(missing, 0)->valuestring, "denied_8");
    cJSON_Delete(document);
    judged_free(&judged);
}

static void findings_in_either_language(void **state)
{
    (void)state;
    struct judged judged = judge_built(&shop, ZEROS "T3 new 10 1 0 0 0 0 9\n", NULL, NULL, 0);
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        cJSON *document = print_and_parse(&judged, (enum lang)lang);
        const cJSON *findings = json_get(document, "findings");
        assert_int_equal(cJSON_GetArraySize(findings), judged.findings->nitems);
        const cJSON *first = cJSON_GetArrayItem(findings, 0);
        assert_string_equal(json_string(first, "message"), judged.findings->items[0].message[lang]);
        assert_string_equal(json_string(first, "cause"), "C1");
        assert_int_equal(json_get(json_get(document, "results"), "fail")->valueint,
                         judged.findings->counts[OUTCOME_FAIL]);
        cJSON_Delete(document);
    }
    judged_free(&judged);
}

static void what_nobody_used_is_listed(void **state)
{
    (void)state;
    struct judged judged = judge_built(&shop, ZEROS "number 47\nnumber 12\n", NULL, NULL, 0);
    judged.report->figures[1].is_list_number = true;
    findings_free(judged.findings);
    judged.findings = findings_make(judged.report, NULL, shop.rules, NULL, 0, NULL);
    cJSON *document = print_and_parse(&judged, LANG_ZH);
    const cJSON *unclaimed = json_get(document, "unclaimed");
    assert_int_equal(cJSON_GetArraySize(unclaimed), 1);
    assert_string_equal(json_string(cJSON_GetArrayItem(unclaimed, 0), "text"), "47");
    cJSON_Delete(document);
    judged_free(&judged);
}

static void nothing_known_is_null(void **state)
{
    (void)state;
    struct judged judged =
        judge_built(&shop, "T2 absent x\nT3 absent x\nT4 absent x\n", NULL, NULL, 0);
    judged.report->edition = NULL;
    cJSON *document = print_and_parse(&judged, LANG_EN);
    static const char *const nulls[] = {"title",  "agency",    "kind",   "year",
                                        "period", "signature", "edition"};
    for (size_t i = 0; i < COUNT(nulls); i++)
        assert_true(cJSON_IsNull(json_get(document, nulls[i])));
    assert_int_equal(cJSON_GetArraySize(json_get(document, "cells")), 0);
    cJSON_Delete(document);
    judged_free(&judged);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_keys_are_the_contract),
        cmocka_unit_test(cells_say_what_is_printed),
        cmocka_unit_test(the_next_explanations_are_told),
        cmocka_unit_test(findings_in_either_language),
        cmocka_unit_test(what_nobody_used_is_listed),
        cmocka_unit_test(nothing_known_is_null),
    };
    return cmocka_run_group_tests(tests, shop_setup, shop_teardown);
}
