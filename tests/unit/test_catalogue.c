/* Each check of the rule set has, among the cases of the catalogue, one that makes
 * it fire, one that must not, and one that leaves it undecided, unless it never
 * can be. */
#include "cases_document.h"
#include "cases_first.h"
#include "cases_issued.h"
#include "cases_mentions.h"
#include "cases_numbers.h"
#include "cases_others.h"
#include "cases_parts.h"
#include "cases_privacy.h"
#include "cases_scope.h"
#include "cases_sections.h"
#include "cases_shares.h"
#include "cases_subjects.h"
#include "cases_tables.h"
#include "cases_wording.h"
#include "gouji/base/json.h"
#include "gouji/base/path.h"
#include "gouji/base/str.h"

/* What every report shows or does not show: words, numerals, layout. */
static const char *const DECIDED[] = {
    "DOC-01", "DOC-02", "DOC-03", "DOC-04", "DOC-05", "DOC-07", "DOC-08", "DOC-09", "DOC-10",
    "DOC-11", "DOC-12", "DOC-13", "DOC-14", "DOC-15", "SEC-01", "SEC-02", "SEC-03", "SEC-04",
    "SEC-05", "SEC-06", "SEC-07", "SEC-08", "SEC-09", "SEC-10", "SEC-11", "SEC-12", "SEC-13",
    "SEC-14", "SEC-15", "STR-01", "STR-02", "STR-03", "STR-04", "STR-05", "STR-06", "STR-07",
    "STR-08", "STR-09", "STR-10", "STR-11", "STR-12", "TT-15",  "PA-02",  "PA-05",  "XY-05",
    "XY-06",  "XY-07",  "XY-09",  "SIM-01", "SIM-02", "SIM-03", "LNG-01", "LNG-02", "LNG-03",
    "LNG-04", "LNG-05", "PRV-01", "PRV-02", "PRV-03", "PRV-04",
};

static const struct prose_list LISTS[] = {
    DOCUMENT_CASES, SECTIONS_CASES, WORDING_CASES, FIRST_CASES,   TABLES_CASES,
    MENTIONS_CASES, ISSUED_CASES,   PARTS_CASES,   NUMBERS_CASES, PRIVACY_CASES,
    SCOPE_CASES,    SUBSET_CASES,   OTHERS_CASES,  SHARES_CASES,  SUBJECT_CASES,
};

enum { CATALOGUE = 108 };

static bool is_always_decided(const char *id)
{
    for (size_t i = 0; i < COUNT(DECIDED); i++)
        if (strcmp(DECIDED[i], id) == 0)
            return true;
    return false;
}

static void count_cases(const char *id, size_t counts[OUTCOME_COUNT])
{
    for (size_t i = 0; i < COUNT(LISTS); i++)
        for (size_t k = 0; k < LISTS[i].n; k++)
            if (strcmp(LISTS[i].cases[k].id, id) == 0)
                counts[LISTS[i].cases[k].outcome]++;
}

static void each_check_has_its_cases(void **state)
{
    (void)state;
    struct err err = {0};
    struct ruleset *rules = ruleset_load("data/rules", &err);
    if (!rules)
        fail_msg("%s", err.text);
    size_t nfaults = 0;
    for (size_t i = 0; i < ruleset_count(rules); i++) {
        const char *id = ruleset_at(rules, i)->id;
        size_t counts[OUTCOME_COUNT] = {0};
        count_cases(id, counts);
        bool open = counts[OUTCOME_UNDECIDED] > 0;
        if (counts[OUTCOME_FAIL] > 0 && counts[OUTCOME_PASS] + counts[OUTCOME_NA] > 0 &&
            open != is_always_decided(id))
            continue;
        print_error("%s: fires %zu, silent %zu, not applicable %zu, undecided %zu\n", id,
                    counts[OUTCOME_FAIL], counts[OUTCOME_PASS], counts[OUTCOME_NA],
                    counts[OUTCOME_UNDECIDED]);
        nfaults++;
    }
    assert_int_equal(nfaults, 0);
    assert_int_equal(ruleset_count(rules), CATALOGUE);
    ruleset_free(rules);
}

/* A case may bring a rule of its own. */
static bool brings_its_check(const struct prose_case *one)
{
    return one->parts.local && strstr(one->parts.local, one->id);
}

/* No case names a check that is not there. */
static void each_case_has_its_check(void **state)
{
    (void)state;
    struct err err = {0};
    struct ruleset *rules = ruleset_load("data/rules", &err);
    assert_non_null(rules);
    for (size_t i = 0; i < COUNT(LISTS); i++)
        for (size_t k = 0; k < LISTS[i].n; k++)
            if (!brings_its_check(&LISTS[i].cases[k]) && !ruleset_find(rules, LISTS[i].cases[k].id))
                fail_msg("no check %s", LISTS[i].cases[k].id);
    for (size_t i = 0; i < COUNT(DECIDED); i++)
        assert_non_null(ruleset_find(rules, DECIDED[i]));
    ruleset_free(rules);
}

/* Who adds a rule of a kind finds in the rules' README what the kind says and asks for. */
static void each_kind_is_explained(void **state)
{
    enum { LIMIT = 1024 * 1024 };
    (void)state;
    struct err err = {0};
    struct ruleset *rules = ruleset_load("data/rules", &err);
    assert_non_null(rules);
    char *readme = NULL;
    size_t nbytes;
    assert_int_equal(path_read("data/rules/README.md", LIMIT, "README", &readme, &nbytes, &err), 0);
    for (size_t i = 0; i < ruleset_count(rules); i++) {
        char name[64];
        snprintf(name, sizeof name, "`%s`", ruleset_at(rules, i)->kind);
        if (!strstr(readme, name))
            fail_msg("data/rules/README.md does not tell of %s", name);
    }
    free(readme);
    ruleset_free(rules);
}

/* Whether the first line has the case by its name in the data, where words for it should stand. */
static bool names_case(struct slice line, const char *name)
{
    size_t n = strlen(name);
    for (const char *at = line.ptr; at + 2 + n < line.ptr + line.nbytes; at++)
        if ((at[0] == ':' || at[0] == ',') && at[1] == ' ' && memcmp(at + 2, name, n) == 0 &&
            strchr(",;)", at[2 + n]))
            return true;
    return false;
}

/* explain tells in words when a check weighs more or less. */
static void each_case_has_words(void **state)
{
    (void)state;
    struct err err = {0};
    struct ruleset *rules = ruleset_load("data/rules", &err);
    assert_non_null(rules);
    size_t ntold = 0;
    for (size_t i = 0; i < ruleset_count(rules); i++) {
        const struct rule *rule = ruleset_at(rules, i);
        struct str told = STR_INIT;
        rule_explain(rule, LANG_EN, &told);
        struct slice line = slice_make(told.data, strcspn(told.data, "\n"));
        const cJSON *entry;
        cJSON_ArrayForEach (entry, json_get(rule->record, "severity")) {
            const char *name = json_string(entry, "when");
            if (name && names_case(line, name))
                fail_msg("%s: no words for the case %s", rule->id, name);
            ntold += name != NULL;
        }
        str_release(&told);
    }
    assert_true(ntold > 100);
    ruleset_free(rules);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_check_has_its_cases),
        cmocka_unit_test(each_case_has_its_check),
        cmocka_unit_test(each_kind_is_explained),
        cmocka_unit_test(each_case_has_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
