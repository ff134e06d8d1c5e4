/* The five real reports against the findings agreed for them: nothing is missing
 * and nothing more is raised, with the checks of language on as well. Skipped when
 * ../shared is not there. */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "gouji/base/json.h"
#include "gouji/base/path.h"
#include "gouji/check/finding.h"

struct fixture {
    cJSON *expected; /* NULL: no ../shared */
    struct forms *forms;
    struct ruleset *rules, *with_language;
};

static struct fixture fixture;

static char *shared_path(const char *name)
{
    const char *shared = getenv("GOUJI_SHARED");
    char *reports = path_join(shared ? shared : "../shared", "reports");
    char *path = path_join(reports, name);
    free(reports);
    return path;
}

static const cJSON *sample_of(const char *name)
{
    return json_get(json_get(fixture.expected, "samples"), name);
}

static struct report *open_sample(const char *name)
{
    struct err err = {0};
    char *path = shared_path(json_string(sample_of(name), "file"));
    struct report *report = report_open(path, fixture.forms, &err);
    free(path);
    if (!report)
        fail_msg("%s: %s", name, err.text);
    return report;
}

static bool line_listed(const cJSON *lines, size_t line)
{
    const cJSON *one;
    cJSON_ArrayForEach (one, lines) {
        if ((size_t)one->valueint == line)
            return true;
    }
    return false;
}

/* Evidence on any of the lines; none asked for where something is missing. */
static bool lines_fit(const struct report *report, const cJSON *lines, const struct finding *item)
{
    if (cJSON_GetArraySize(lines) == 0)
        return true;
    for (size_t i = 0; i < item->nspans; i++)
        if (line_listed(lines, report_line_at(report, item->spans[i].start) + 1))
            return true;
    return false;
}

/* T3.open stands for all cells of the row. */
static bool cell_listed(const cJSON *cells, const char *id)
{
    const cJSON *one;
    cJSON_ArrayForEach (one, cells) {
        size_t n = strlen(one->valuestring);
        if (strncmp(id, one->valuestring, n) == 0 && (id[n] == '\0' || id[n] == '.'))
            return true;
    }
    return false;
}

static bool cells_fit(const cJSON *cells, const struct finding *item)
{
    if (!cells)
        return true;
    for (size_t i = 0; i < item->nseen; i++)
        if (strncmp(item->seen[i].cell, "TXT.", 4) != 0 && !cell_listed(cells, item->seen[i].cell))
            return false;
    const cJSON *one;
    cJSON_ArrayForEach (one, cells) {
        size_t found = 0, n = strlen(one->valuestring);
        for (size_t i = 0; i < item->nseen; i++)
            found += strncmp(item->seen[i].cell, one->valuestring, n) == 0;
        if (found == 0)
            return false;
    }
    return true;
}

static bool fits(const struct report *report, const cJSON *expected, const struct finding *item)
{
    const char *instance = json_string(expected, "instance");
    return item->outcome == OUTCOME_FAIL &&
           strcmp(item->rule->id, json_string(expected, "id")) == 0 &&
           strcmp(severity_name(item->severity), json_string(expected, "severity")) == 0 &&
           (!instance || strcmp(instance, item->instance) == 0) &&
           lines_fit(report, json_get(expected, "lines"), item) &&
           cells_fit(json_get(expected, "cells"), item);
}

enum { MAX_EXPECTED = 64 };

/* Which item answers which expectation; -1 for none. */
static void match(const struct findings *findings, const cJSON *raised, int found[MAX_EXPECTED],
                  struct str *faults)
{
    bool *used = calloc(findings->nitems + 1, sizeof *used);
    int n = 0;
    const cJSON *expected;
    cJSON_ArrayForEach (expected, raised) {
        found[n] = -1;
        for (size_t i = 0; i < findings->nitems && found[n] < 0; i++)
            if (!used[i] && fits(findings->report, expected, &findings->items[i]))
                found[n] = (int)i;
        if (found[n] >= 0)
            used[found[n]] = true;
        else
            str_format(faults, "missing: %s (%s)\n", json_string(expected, "id"),
                       json_string(expected, "severity"));
        n++;
    }
    for (size_t i = 0; i < findings->nitems; i++) {
        const struct finding *item = &findings->items[i];
        if (!used[i] && item->outcome == OUTCOME_FAIL)
            str_format(faults, "too much: %s/%s %s: %s\n", item->rule->id, item->instance,
                       severity_name(item->severity), item->message[LANG_ZH]);
    }
    free(used);
}

/* Expectations of one cause share ours, those of different ones do not. */
static void compare_causes(const struct findings *findings, const cJSON *raised,
                           const int found[MAX_EXPECTED], struct str *faults)
{
    int n = cJSON_GetArraySize(raised);
    for (int a = 0; a < n; a++) {
        for (int b = a + 1; b < n; b++) {
            const char *cause_a = json_string(cJSON_GetArrayItem(raised, a), "cause");
            const char *cause_b = json_string(cJSON_GetArrayItem(raised, b), "cause");
            if (found[a] < 0 || found[b] < 0)
                continue;
            int ours_a = findings->items[found[a]].cause, ours_b = findings->items[found[b]].cause;
            bool same = cause_a && cause_b && strcmp(cause_a, cause_b) == 0;
            if (same != (ours_a > 0 && ours_a == ours_b))
                str_format(faults, "%s and %s: %s cause\n", findings->items[found[a]].rule->id,
                           findings->items[found[b]].rule->id,
                           same ? "should share a" : "must not share a");
        }
    }
}

static void compare_with(const char *name, const struct ruleset *rules, const cJSON *raised)
{
    struct report *report = open_sample(name);
    struct findings *findings = findings_make(report, NULL, rules, NULL, 0, NULL);
    assert_non_null(findings);
    int found[MAX_EXPECTED];
    struct str faults = STR_INIT;
    assert_true(cJSON_GetArraySize(raised) <= MAX_EXPECTED);
    match(findings, raised, found, &faults);
    compare_causes(findings, raised, found, &faults);
    if (faults.nbytes > 0)
        print_error("%s:\n%s", name, str_text(&faults));
    bool is_clean = faults.nbytes == 0;
    str_release(&faults);
    findings_free(findings);
    report_free(report);
    assert_true(is_clean);
}

static void compare(const char *name)
{
    if (!fixture.expected) {
        print_message("no ../shared: the real reports are not compared\n");
        skip();
    }
    const cJSON *raised = json_get(sample_of(name), "raised"), *more;
    compare_with(name, fixture.rules, raised);
    cJSON *all = cJSON_Duplicate(raised, true);
    cJSON_ArrayForEach (more, json_get(sample_of(name), "optional"))
        cJSON_AddItemToArray(all, cJSON_Duplicate(more, true));
    compare_with(name, fixture.with_language, all);
    cJSON_Delete(all);
}

#define SAMPLE(name)                                                                               \
    static void sample_##name(void **state)                                                        \
    {                                                                                              \
        (void)state;                                                                               \
        compare(#name);                                                                            \
    }
SAMPLE(000)
SAMPLE(001)
SAMPLE(002)
SAMPLE(003)
SAMPLE(004)

/* What cannot be decided, how often, and what made it so. */
struct undecided {
    const char *sample, *id;
    size_t n;
    const char *parent;
};

static const struct undecided UNDECIDED[] = {
    {"000", "T3-02", 10, "STR-02"}, {"000", "T3-03", 7, "STR-02"}, {"000", "T4-01", 1, "STR-05"},
    {"000", "T4-02", 1, "STR-05"},  {"000", "T4-03", 1, "STR-05"}, {"002", "T3-01", 7, "STR-05"},
    {"002", "T3-02", 21, "STR-05"}, {"002", "T3-03", 7, "STR-05"}, {"002", "T3-04", 7, "STR-05"},
    {"002", "T3-05", 7, "STR-05"},  {"004", "T3-01", 7, "STR-02"}, {"004", "T3-02", 12, "STR-02"},
    {"004", "T3-03", 7, "STR-02"},  {"004", "T3-05", 7, "STR-02"}, {"004", "T4-01", 1, "STR-01"},
    {"004", "T4-02", 1, "STR-01"},  {"004", "T4-03", 1, "STR-01"}, {"004", "TT-03", 1, "STR-02"},
    {"004", "TT-09", 1, "STR-01"},  {"000", "T3-06", 1, "STR-02"}, {"002", "T3-06", 1, "STR-05"},
    {"004", "T3-06", 1, "STR-02"},  {"000", "T4-04", 1, "STR-05"}, {"004", "T4-04", 1, "STR-01"},
    {"000", "T4-05", 1, "STR-05"},  {"004", "T4-05", 1, "STR-01"}, {"000", "T4-06", 1, "STR-05"},
};

static size_t expected_undecided(const char *sample, const char *id, const char **parent)
{
    for (size_t i = 0; i < COUNT(UNDECIDED); i++) {
        if (strcmp(UNDECIDED[i].sample, sample) == 0 && strcmp(UNDECIDED[i].id, id) == 0) {
            *parent = UNDECIDED[i].parent;
            return UNDECIDED[i].n;
        }
    }
    return 0;
}

static void count_undecided(const char *sample, const struct findings *findings, struct str *faults)
{
    for (size_t k = 0; k < ruleset_count(fixture.rules); k++) {
        const char *parent = "", *id = ruleset_at(fixture.rules, k)->id;
        size_t n = 0, expected = expected_undecided(sample, id, &parent);
        for (size_t i = 0; i < findings->nitems; i++) {
            const struct finding *item = &findings->items[i];
            if (item->outcome != OUTCOME_UNDECIDED || strcmp(item->rule->id, id) != 0)
                continue;
            n++;
            if (item->parent < 0 || strcmp(findings->items[item->parent].rule->id, parent) != 0)
                str_format(faults, "%s %s/%s does not hang under %s: %s\n", sample, id,
                           item->instance, parent, item->message[LANG_ZH]);
        }
        if (n != expected)
            str_format(faults, "%s %s: %zu undecided, not %zu\n", sample, id, n, expected);
    }
}

static void undecided_and_exit_status(void **state)
{
    (void)state;
    if (!fixture.expected)
        skip();
    struct str faults = STR_INIT;
    const cJSON *sample;
    cJSON_ArrayForEach (sample, json_get(fixture.expected, "samples")) {
        struct report *report = open_sample(sample->string);
        struct findings *findings = findings_make(report, NULL, fixture.rules, NULL, 0, NULL);
        assert_non_null(findings);
        count_undecided(sample->string, findings, &faults);
        bool has_error = findings_failed(findings, SEVERITY_ERROR) > 0;
        bool expected = strcmp(sample->string, "000") == 0 || strcmp(sample->string, "004") == 0;
        if (has_error != expected)
            str_format(&faults, "%s: failed errors: %d\n", sample->string, has_error);
        findings_free(findings);
        report_free(report);
    }
    if (faults.nbytes > 0)
        print_error("%s", str_text(&faults));
    bool is_clean = faults.nbytes == 0;
    str_release(&faults);
    assert_true(is_clean);
}

/* The rules with those of language switched on by a local file. */
static struct ruleset *load_with_language(struct err *err)
{
    static const char *const files[] = {"prose.json", "tables.json"};
    char dir[] = "/tmp/gouji-language-XXXXXX", link[64], target[64];
    assert_non_null(mkdtemp(dir));
    for (size_t i = 0; i < COUNT(files); i++) {
        snprintf(target, sizeof target, "data/rules/%s", files[i]);
        snprintf(link, sizeof link, "%s/%s", dir, files[i]);
        char *whole = realpath(target, NULL);
        assert_true(whole && symlink(whole, link) == 0);
        free(whole);
    }
    snprintf(link, sizeof link, "%s/z.json", dir);
    FILE *file = fopen(link, "w");
    assert_non_null(file);
    fputs("{\"on\": [\"LNG-01\", \"LNG-02\", \"LNG-03\", \"LNG-04\", \"LNG-05\"]}", file);
    fclose(file);
    struct ruleset *rules = ruleset_load(dir, err);
    unlink(link);
    for (size_t i = 0; i < COUNT(files); i++) {
        snprintf(link, sizeof link, "%s/%s", dir, files[i]);
        unlink(link);
    }
    rmdir(dir);
    return rules;
}

static int open_fixture(void **state)
{
    (void)state;
    struct err err = {0};
    char *path = shared_path("findings.json");
    char *bytes = NULL;
    size_t nbytes = 0;
    if (path_read(path, 1 << 20, "findings", &bytes, &nbytes, NULL) == 0)
        fixture.expected = json_parse(slice_make(bytes, nbytes), &err);
    free(bytes);
    free(path);
    fixture.forms = forms_load("data/forms", &err);
    fixture.rules = ruleset_load("data/rules", &err);
    fixture.with_language = load_with_language(&err);
    if (!fixture.forms || !fixture.rules)
        print_error("%s\n", err.text);
    return fixture.forms && fixture.rules && fixture.with_language ? 0 : -1;
}

static int close_fixture(void **state)
{
    (void)state;
    cJSON_Delete(fixture.expected);
    ruleset_free(fixture.rules);
    ruleset_free(fixture.with_language);
    forms_free(fixture.forms);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sample_000), cmocka_unit_test(sample_001),
        cmocka_unit_test(sample_002), cmocka_unit_test(sample_003),
        cmocka_unit_test(sample_004), cmocka_unit_test(undecided_and_exit_status),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
