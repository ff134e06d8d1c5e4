/* A rule file of somebody else's: refused with a reason, or its rules run on a
 * report and say what they found in both languages. */
#include "fuzz_review.h"

#include <sys/stat.h>

static const char set[] = "{\"set\":{\"id\":\"fuzz\",\"version\":\"1\"}}";

static void check_rules(const struct ruleset *rules)
{
    FUZZ_CHECK(ruleset_id(rules) && ruleset_version(rules));
    FUZZ_CHECK(strlen(ruleset_sha256(rules)) == HASH_HEX_NBYTES - 1);
    for (size_t i = 0; i < ruleset_count(rules); i++) {
        const struct rule *rule = ruleset_at(rules, i);
        FUZZ_CHECK(rule->id && rule->id[0] && rule->kind && rule->rclass <= RULE_HARD);
        FUZZ_CHECK(ruleset_find(rules, rule->id) == rule);
        FUZZ_CHECK(rule->on || (rule->why_off[LANG_ZH] && rule->why_off[LANG_EN]));
    }
}

/* Loading refuses nothing that is not told. */
static void check_faults(const char *dir, const char *path, bool is_loaded)
{
    struct str faults = STR_INIT;
    struct err err = {0};
    int n = ruleset_check(dir, fuzz_forms(), path, &faults, &err);
    FUZZ_CHECK(n >= 0 && (n > 0 || is_loaded) && (n == 0) == (faults.nbytes == 0));
    str_release(&faults);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char dir[FUZZ_PATH_NBYTES], path[FUZZ_PATH_NBYTES];
    struct err err = {0};
    const struct report *report = fuzz_report();
    mkdir(fuzz_path("rules", dir), 0700);
    fuzz_spill(fuzz_path("rules/a.json", path), slice_of(set));
    fuzz_spill(fuzz_path("rules/b.json", path), slice_make((const char *)data, size));
    struct ruleset *rules = ruleset_load(dir, &err);
    check_faults(dir, path, rules != NULL);
    FUZZ_CHECK(rules || (err.kind != ERR_NONE && err.text[0]));
    if (!rules)
        return 0;
    check_rules(rules);
    struct findings *findings = findings_make(report, NULL, rules, NULL, 0, &err);
    FUZZ_CHECK(findings || err.kind == ERR_LIMIT);
    if (findings)
        fuzz_check_findings(findings);
    findings_free(findings);
    ruleset_free(rules);
    return 0;
}
