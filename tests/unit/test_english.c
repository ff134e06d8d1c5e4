/* English output reads as English: outside of quotations and of names out of
 * the form and the reports there is no Chinese punctuation in it. Run over all
 * samples and, where they are, the shared reports. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "gouji/base/json.h"
#include "gouji/base/path.h"
#include "gouji/check/finding.h"
#include "gouji/review/review.h"

static struct {
    struct forms *forms;
    struct ruleset *rules;
    struct report *reports[64];
    size_t n;
} all;

/* The first Chinese mark outside of “…” (which nest), NULL when there is none. */
static const char *find_mark(const char *text)
{
    static const char *const marks[] = {"，", "。", "；", "：", "（", "）", "、", "！",
                                        "？", "《", "》", "〔", "〕", "【", "】", "　"};
    int depth = 0;
    for (const char *at = text; *at; at++) {
        depth += strncmp(at, "“", strlen("“")) == 0;
        depth -= strncmp(at, "”", strlen("”")) == 0;
        for (size_t i = 0; depth == 0 && i < COUNT(marks); i++)
            if (strncmp(at, marks[i], strlen(marks[i])) == 0)
                return at;
    }
    return depth ? text : NULL;
}

static void expect_english(const char *where, const char *what, const char *text)
{
    const char *mark = text ? find_mark(text) : NULL;
    if (mark)
        fail_msg("%s: %s: %s\nfrom: %.60s", where, what, text, mark);
}

static void check_finding(const char *where, const struct finding *finding)
{
    char what[80];
    snprintf(what, sizeof what, "%s/%s", finding->rule->id, finding->instance);
    expect_english(where, what, finding->message[LANG_EN]);
    expect_english(where, what, finding->sum[LANG_EN]);
    expect_english(where, what, finding->rule->name[LANG_EN]);
    expect_english(where, what, finding->rule->basis[LANG_EN]);
    if ((finding->sum[LANG_ZH] != NULL) != (finding->sum[LANG_EN] != NULL))
        fail_msg("%s: %s has a sum in one language only", where, what);
}

static void test_findings(void **state)
{
    (void)state;
    size_t nsums = 0;
    for (size_t i = 0; i < all.n; i++)
        for (size_t k = 0; k < all.n; k++) {
            struct err err;
            /* Any other report as last year's: more findings of that kind. */
            if (k != i && all.reports[k]->who.year + 1 != all.reports[i]->who.year)
                continue;
            struct findings *findings = findings_make(
                all.reports[i], k == i ? NULL : all.reports[k], all.rules, NULL, 0, &err);
            assert_non_null(findings);
            for (size_t f = 0; f < findings->nitems; f++) {
                check_finding(all.reports[i]->path, &findings->items[f]);
                nsums += findings->items[f].sum[LANG_EN] != NULL;
            }
            findings_free(findings);
        }
    assert_true(nsums > 0);
}

static void test_tables(void **state)
{
    (void)state;
    for (size_t i = 0; i < all.n; i++)
        for (int t = 0; t < TABLE_COUNT; t++) {
            const struct table *table = &all.reports[i]->tables[t];
            expect_english(all.reports[i]->path, table_name((enum table_id)t), table->why[LANG_EN]);
            expect_english(all.reports[i]->path, table_name((enum table_id)t),
                           table->runner_up[LANG_EN]);
            assert_int_equal(table->why[LANG_ZH] != NULL, table->why[LANG_EN] != NULL);
        }
}

static void test_rules(void **state)
{
    (void)state;
    for (size_t i = 0; i < ruleset_count(all.rules); i++) {
        const struct rule *rule = ruleset_at(all.rules, i);
        expect_english(rule->id, "name", rule->name[LANG_EN]);
        expect_english(rule->id, "basis", rule->basis[LANG_EN]);
        expect_english(rule->id, "explain", rule->explain[LANG_EN]);
    }
}

static void test_opinion(void **state)
{
    (void)state;
    for (size_t i = 0; i < all.n; i++) {
        struct review_options options = {.readonly = true};
        struct err err = {0};
        struct review *review = review_open(all.reports[i], NULL, all.rules, &options, &err);
        struct str text = STR_INIT;
        assert_non_null(review);
        if (review_opinion(review, OPINION_TEXT, LANG_EN, true, &text, &err))
            fail_msg("%s", err.text);
        for (char *line = strtok(text.data, "\n"); line; line = strtok(NULL, "\n"))
            if (!strstr(line, "- Concerns: ")) /* the report's own words */
                expect_english(all.reports[i]->path, "opinion", line);
        str_release(&text);
        review_close(review, NULL);
    }
}

static void load_folder(const char *dir)
{
    struct dirent **names = NULL;
    int n = scandir(dir, &names, NULL, alphasort);
    for (int i = 0; i < n; i++) {
        size_t length = strlen(names[i]->d_name);
        char *path = path_join(dir, names[i]->d_name);
        if (length > 4 && strcmp(names[i]->d_name + length - 4, ".txt") == 0 &&
            all.n < COUNT(all.reports) && (all.reports[all.n] = report_open(path, all.forms, NULL)))
            all.n++;
        free(path);
        free(names[i]);
    }
    free(names);
}

static int load_all(void **state)
{
    struct err err = {0};
    const char *shared = getenv("GOUJI_SHARED");
    (void)state;
    all.forms = forms_load("data/forms", &err);
    all.rules = ruleset_load("data/rules", &err);
    if (!all.forms || !all.rules) {
        fprintf(stderr, "%s\n", err.text);
        return -1;
    }
    load_folder("data/samples");
    char *reports = path_join(shared ? shared : "../shared", "reports");
    load_folder(reports);
    free(reports);
    return all.n > 0 ? 0 : -1;
}

static int free_all(void **state)
{
    (void)state;
    for (size_t i = 0; i < all.n; i++)
        report_free(all.reports[i]);
    ruleset_free(all.rules);
    forms_free(all.forms);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_findings),
        cmocka_unit_test(test_tables),
        cmocka_unit_test(test_rules),
        cmocka_unit_test(test_opinion),
    };
    return cmocka_run_group_tests(tests, load_all, free_all);
}
