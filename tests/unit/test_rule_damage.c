/* Rule files of somebody else's: each rule of ours with each of its keys, at
 * any depth, taken out or given another type, is refused with a reason or runs
 * without harm; and no key can be misspelt without being told. */
#include "reading.h"

#include <cjson/cJSON.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gouji/base/json.h"
#include "gouji/base/path.h"
#include "gouji/check/finding.h"

struct bench {
    struct forms *forms;
    struct report *report;
    char dir[64], none[64]; /* of the damaged file; of a set without rules */
    char *file;
    const cJSON *kinds; /* with their messages */
    long nloaded, nrefused;
    size_t nmembers;
};

static void try_rule(struct bench *bench, const cJSON *rule)
{
    struct err err = {0};
    cJSON *document = cJSON_CreateObject();
    cJSON *set = cJSON_AddObjectToObject(document, "set");
    cJSON_AddStringToObject(set, "id", "damaged");
    cJSON_AddStringToObject(set, "version", "1");
    cJSON_AddItemReferenceToObject(document, "kinds", (cJSON *)(uintptr_t)bench->kinds);
    cJSON_AddItemReferenceToArray(cJSON_AddArrayToObject(document, "rules"),
                                  (cJSON *)(uintptr_t)rule);
    char *text = cJSON_PrintUnformatted(document);
    cJSON_Delete(document);
    FILE *out = fopen(bench->file, "w");
    assert_non_null(out);
    fputs(text, out);
    fclose(out);
    free(text);
    struct ruleset *rules = ruleset_load(bench->dir, &err);
    bench->nloaded += rules != NULL;
    bench->nrefused += !rules;
    assert_true(rules || err.text[0]);
    if (!rules)
        return;
    struct findings *findings = findings_make(bench->report, NULL, rules, NULL, 0, &err);
    assert_non_null(findings);
    for (size_t i = 0; i < findings->nitems; i++)
        assert_true(findings->items[i].message[LANG_ZH] && findings->items[i].message[LANG_EN]);
    findings_free(findings);
    ruleset_free(rules);
}

/* The rule with a key that nobody knows; only words of the record's own, which are Chinese, can
 * be others. */
static void expect_told(struct bench *bench, const cJSON *rule, const char *key)
{
    struct err err = {0};
    struct str faults = STR_INIT;
    int n = ruleset_check(bench->none, bench->forms, bench->file, &faults, &err);
    if (n < 0)
        fail_msg("%s", err.text);
    if (n == 0 && (unsigned char)*key < 0x80)
        fail_msg("%s: nothing tells that \"%s\" is misspelt", json_string(rule, "id"), key);
    str_release(&faults);
}

/* Every member below `value` in turn: away, and two of null, a number, a string, a
 * list and an object, others for the next. */
static void damage(struct bench *bench, const cJSON *rule, cJSON *value)
{
    for (cJSON *member = value->child; member; member = member->next) {
        damage(bench, rule, member);
        cJSON whole = *member;
        static const int types[] = {cJSON_NULL, cJSON_Number, cJSON_String, cJSON_Array,
                                    cJSON_Object};
        size_t first = bench->nmembers++ % COUNT(types);
        for (size_t k = 0; k < 2; k++) {
            size_t i = (first + k) % COUNT(types);
            char other[] = "other";
            member->type = types[i] | (whole.type & cJSON_StringIsConst);
            member->child = NULL;
            member->valuestring = types[i] == cJSON_String ? other : NULL;
            member->valueint = types[i] == cJSON_Number ? 7 : 0;
            member->valuedouble = member->valueint;
            try_rule(bench, rule);
            *member = whole;
        }
        if (member->string) {
            char key[] = "no such key";
            member->string = key;
            try_rule(bench, rule);
            expect_told(bench, rule, whole.string);
            *member = whole;
        }
    }
}

static void damage_file(struct bench *bench, const char *path)
{
    char *bytes = NULL;
    size_t nbytes;
    struct err err = {0};
    assert_int_equal(path_read(path, 1 << 24, "rules", &bytes, &nbytes, &err), 0);
    cJSON *document = json_parse(slice_make(bytes, nbytes), &err), *rule;
    assert_non_null(document);
    bench->kinds = json_get(document, "kinds");
    cJSON_ArrayForEach (rule, json_get(document, "rules"))
        damage(bench, rule, rule);
    cJSON_Delete(document);
    free(bytes);
}

static void damaged_rules(void **state)
{
    struct bench bench = {
        .forms = *state, .dir = "/tmp/gouji-rules-XXXXXX", .none = "/tmp/gouji-rules-XXXXXX"};
    struct err err = {0};
    assert_non_null(mkdtemp(bench.dir));
    assert_non_null(mkdtemp(bench.none));
    char *empty = path_join(bench.none, "a.json");
    FILE *out = fopen(empty, "w");
    assert_non_null(out);
    fputs("{\"set\": {\"id\": \"none\", \"version\": \"1\"}}", out);
    fclose(out);
    bench.file = path_join(bench.dir, "rules.json");
    bench.report = report_open("tests/fuzz/a.txt", bench.forms, &err);
    assert_non_null(bench.report);
    damage_file(&bench, "data/rules/tables.json");
    damage_file(&bench, "data/rules/prose.json");
    printf("%ld loaded, %ld refused\n", bench.nloaded, bench.nrefused);
    assert_true(bench.nloaded > 100 && bench.nrefused > 100);
    report_free(bench.report);
    unlink(bench.file);
    rmdir(bench.dir);
    unlink(empty);
    rmdir(bench.none);
    free(empty);
    free(bench.file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(damaged_rules)};
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
