/* One report evaluated on two threads gives what one thread gives; what is told first
 * of it is a part of that. */
#include "check.h"

#include <dirent.h>
#include <stdio.h>

#include "gouji/check/finding.h"

static void assert_same(const struct findings *one, const struct findings *two)
{
    assert_int_equal(one->nitems, two->nitems);
    assert_int_equal(one->noff, two->noff);
    assert_int_equal(one->nunclaimed, two->nunclaimed);
    assert_int_equal(one->ncauses, two->ncauses);
    for (int outcome = 0; outcome < OUTCOME_COUNT; outcome++)
        assert_int_equal(one->counts[outcome], two->counts[outcome]);
    for (size_t i = 0; i < one->nitems; i++) {
        const struct finding *a = &one->items[i], *b = &two->items[i];
        assert_ptr_equal(a->rule, b->rule);
        assert_string_equal(a->instance, b->instance);
        assert_string_equal(a->message[LANG_ZH], b->message[LANG_ZH]);
        assert_string_equal(a->rule_cells, b->rule_cells);
        assert_string_equal(a->values, b->values);
        assert_int_equal(a->outcome, b->outcome);
        assert_int_equal(a->cause, b->cause);
        assert_int_equal(a->parent, b->parent);
        assert_int_equal(a->culprit != NULL, b->culprit != NULL);
    }
}

static const struct finding *find(const struct findings *all, const struct finding *wanted)
{
    for (size_t i = 0; i < all->nitems; i++)
        if (all->items[i].rule == wanted->rule &&
            strcmp(all->items[i].instance, wanted->instance) == 0)
            return &all->items[i];
    return NULL;
}

static size_t assert_part(const struct report *report, const struct findings *all)
{
    struct err err = {0};
    struct findings *first = findings_make_first(report, all->rules, NULL, 0, &err);
    assert_non_null(first);
    assert_true(first->is_partial && !all->is_partial);
    size_t n = first->nitems;
    for (size_t i = 0; i < n; i++) {
        const struct finding *same = find(all, &first->items[i]);
        assert_non_null(same);
        assert_int_equal(same->outcome, first->items[i].outcome);
        assert_string_equal(same->message[LANG_ZH], first->items[i].message[LANG_ZH]);
        assert_string_equal(same->rule_cells, first->items[i].rule_cells);
    }
    findings_free(first);
    return n;
}

static void every_sample(void **state)
{
    (void)state;
    struct err err = {ERR_NONE, ""};
    struct forms *forms = forms_load(NULL, &err);
    struct ruleset *rules = ruleset_load(NULL, &err);
    assert_non_null(forms);
    assert_non_null(rules);
    DIR *dir = opendir("data/samples");
    assert_non_null(dir);
    size_t nseen = 0, nfirst = 0;
    for (struct dirent *entry; (entry = readdir(dir));) {
        char path[512];
        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "data/samples/%s", entry->d_name);
        struct report *report = report_open(path, forms, &err);
        assert_non_null(report);
        struct findings *one = findings_make(report, NULL, rules, NULL, 0, &err);
        struct findings *two = findings_make_soon(report, NULL, rules, NULL, 0, &err);
        assert_non_null(one);
        assert_non_null(two);
        assert_same(one, two);
        nseen += one->nitems > 0;
        nfirst += assert_part(report, one);
        findings_free(one);
        findings_free(two);
        report_free(report);
    }
    closedir(dir);
    assert_true(nseen > 5 && nfirst > 5);
    ruleset_free(rules);
    forms_free(forms);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_sample)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
