/* Fingerprints tie decisions to findings: the example's are reproduced from
 * its own table, and they change with what they should and nothing else. */
#include "check.h"

#include <ctype.h>

#include "findings_cases.h"
#include "gouji/base/json.h"
#include "gouji/base/path.h"

#define ZEROS "edition 2021\nyear 2023\nT2 all 0\nT3 all 0\nT4 all 0\n"

static void stable_across_values(void **state)
{
    (void)state;
    struct judged a = judge_built(&shop, ZEROS "T3 new 10 0 0 0 0 0 9\n", NULL, NULL, 0);
    struct judged b =
        judge_built(&shop, "text 前面多一句。\n" ZEROS "T3 new 5 0 0 0 0 0 9\n", NULL, NULL, 0);
    const struct finding *first = find_item(a.findings, "T3-02", "new");
    const struct finding *second = find_item(b.findings, "T3-02", "new");
    assert_string_equal(first->rule_cells, second->rule_cells);
    assert_string_not_equal(first->values, second->values);
    const struct finding *other = find_item(a.findings, "T3-01", "np");
    assert_string_not_equal(first->rule_cells, other->rule_cells);
    assert_int_equal(strlen(first->rule_cells), 16);
    judged_free(&a);
    judged_free(&b);
}

static void structure_has_values_too(void **state)
{
    (void)state;
    struct judged a = judge_built(&shop, ZEROS "label T3 new 一、新收到 typo\n", NULL, NULL, 0);
    struct judged b = judge_built(&shop, ZEROS "label T3 new 一、收 typo\n", NULL, NULL, 0);
    const struct finding *first = find_item(a.findings, "STR-04", "new");
    const struct finding *second = find_item(b.findings, "STR-04", "new");
    assert_string_equal(first->rule_cells, second->rule_cells);
    assert_string_not_equal(first->values, second->values);
    judged_free(&a);
    judged_free(&b);
}

static cJSON *read_example(void)
{
    const char *shared = getenv("GOUJI_SHARED");
    char *path =
        path_join(shared ? shared : "../shared", "design/example/example.txt.zhang.verdict.json");
    char *bytes = NULL;
    size_t nbytes = 0;
    cJSON *document = NULL;
    if (path_read(path, 1 << 20, "example", &bytes, &nbytes, NULL) == 0)
        document = json_parse(slice_make(bytes, nbytes), NULL);
    free(bytes);
    free(path);
    return document;
}

/* The example's table as commands of the report builder. */
static void write_table(const cJSON *table, struct str *out)
{
    const cJSON *rows = json_get(table, "rows"), *values = json_get(table, "values");
    for (int r = 0; r < cJSON_GetArraySize(rows); r++) {
        str_format(out, "T3 %s", cJSON_GetArrayItem(rows, r)->valuestring);
        const cJSON *value;
        cJSON_ArrayForEach (value, cJSON_GetArrayItem(values, r))
            str_format(out, " %d", value->valueint);
        str_byte(out, '\n');
    }
}

static void the_example_is_reproduced(void **state)
{
    (void)state;
    cJSON *example = read_example();
    if (!example) {
        print_message("no ../shared: the example's fingerprints are not compared\n");
        skip();
    }
    struct str spec = STR_INIT;
    str_add(&spec, ZEROS);
    write_table(cJSON_GetArrayItem(json_get(example, "tables"), 0), &spec);
    /* Last year's carry-out is lost: the example's third finding has no right side. */
    struct judged judged = judge_built(&shop, str_text(&spec),
                                       "edition 2021\nyear 2022\nT2 all 0\nT3 all 0\nT4 all 0\n"
                                       "T3 missing carry_out\n",
                                       NULL, 0);
    for (size_t i = 0; i < judged.findings->nitems; i++)
        if (judged.findings->items[i].outcome == OUTCOME_FAIL &&
            strncmp(judged.findings->items[i].rule->id, "T3-", 3) == 0)
            assert_int_equal(judged.findings->items[i].cause, 1); /* one slip, one cause */
    const cJSON *expected;
    cJSON_ArrayForEach (expected, json_get(example, "findings")) {
        char id[64];
        snprintf(id, sizeof id, "%s", json_string(expected, "rule"));
        char *slash = strchr(id, '/');
        *slash = '\0';
        const struct finding *item = find_item(judged.findings, id, slash + 1);
        const cJSON *fingerprint = json_get(expected, "fingerprint");
        assert_non_null(item);
        assert_string_equal(item->rule_cells, json_string(fingerprint, "ruleCells/v1"));
        assert_string_equal(item->values, json_string(fingerprint, "values/v1"));
        const cJSON *targets = json_get(expected, "targets");
        assert_int_equal(item->ntargets, cJSON_GetArraySize(targets));
        for (size_t i = 0; i < item->ntargets; i++)
            assert_string_equal(item->targets[i],
                                json_string(cJSON_GetArrayItem(targets, (int)i), "ref"));
    }
    judged_free(&judged);
    str_release(&spec);
    cJSON_Delete(example);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stable_across_values),
        cmocka_unit_test(structure_has_values_too),
        cmocka_unit_test(the_example_is_reproduced),
    };
    return cmocka_run_group_tests(tests, shop_setup, shop_teardown);
}
