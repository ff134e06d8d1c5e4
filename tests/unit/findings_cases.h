/* Table-driven cases of checks: a built report, and what one instance of one
 * check must say of it. */
#ifndef GOUJI_TESTS_FINDINGS_CASES_H
#define GOUJI_TESTS_FINDINGS_CASES_H

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "gouji/check/finding.h"
#include "report_build.h"

struct shop { /* what all cases of a program share */
    struct forms *forms;
    struct ruleset *rules;
};

/* Only the rules of tables: a built report has no prose to speak of. */
static inline struct ruleset *shop_rules(struct err *err)
{
    char dir[] = "/tmp/gouji-shop-XXXXXX", link[64];
    char *target = realpath("data/rules/tables.json", NULL);
    struct ruleset *rules = NULL;
    if (target && mkdtemp(dir)) {
        snprintf(link, sizeof link, "%s/tables.json", dir);
        if (symlink(target, link) == 0)
            rules = ruleset_load(dir, err);
        unlink(link);
        rmdir(dir);
    }
    free(target);
    return rules;
}

static inline int shop_open(struct shop *shop)
{
    struct err err = {0};
    shop->forms = forms_load("data/forms", &err);
    shop->rules = shop->forms ? shop_rules(&err) : NULL;
    if (!shop->rules)
        fprintf(stderr, "%s\n", err.text);
    return shop->rules ? 0 : -1;
}

static inline void shop_close(struct shop *shop)
{
    ruleset_free(shop->rules);
    forms_free(shop->forms);
}

/* A report with its findings, and last year's when there is one. */
struct judged {
    struct report *report, *prior;
    struct findings *findings;
};

static inline struct judged judge_built(const struct shop *shop, const char *spec,
                                        const char *prior, const struct reading *readings,
                                        size_t nreadings)
{
    struct judged judged = {.report = report_build(shop->forms, spec)};
    struct err err = {0};
    if (prior)
        judged.prior = report_build(shop->forms, prior);
    judged.findings =
        findings_make(judged.report, judged.prior, shop->rules, readings, nreadings, &err);
    if (!judged.findings)
        fail_msg("%s", err.text);
    return judged;
}

static inline void judged_free(struct judged *judged)
{
    findings_free(judged->findings);
    report_free(judged->report);
    report_free(judged->prior);
}

/* NULL when it passed or does not apply. */
static inline const struct finding *find_item(const struct findings *findings, const char *id,
                                              const char *instance)
{
    for (size_t i = 0; i < findings->nitems; i++) {
        const struct finding *item = &findings->items[i];
        if (strcmp(item->rule->id, id) == 0 && (!instance || !strcmp(item->instance, instance)))
            return item;
    }
    return NULL;
}

struct finding_case {
    const char *spec, *prior;
    const char *id, *instance;
    enum outcome outcome; /* OUTCOME_PASS: no item of this instance */
    enum severity severity;
    const char *zh, *en; /* whole messages, NULL: not looked at */
    const char *sum;
};

static inline void run_case(const struct shop *shop, const struct finding_case *one)
{
    struct judged judged = judge_built(shop, one->spec, one->prior, NULL, 0);
    const struct finding *item = find_item(judged.findings, one->id, one->instance);
    const char *name = one->instance ? one->instance : "";
    if (one->outcome == OUTCOME_PASS) {
        if (item)
            fail_msg("%s/%s on\n%ssays: %s", one->id, name, one->spec, item->message[LANG_ZH]);
    } else if (!item) {
        fail_msg("%s/%s on\n%sgives nothing", one->id, name, one->spec);
    } else {
        if (item->outcome != one->outcome || item->severity != one->severity)
            fail_msg("%s/%s on\n%sis %s %s", one->id, name, one->spec,
                     severity_name(item->severity), outcome_name(item->outcome));
        if (one->zh)
            assert_string_equal(item->message[LANG_ZH], one->zh);
        if (one->en)
            assert_string_equal(item->message[LANG_EN], one->en);
        if (one->sum)
            assert_string_equal(item->sum[LANG_ZH], one->sum);
    }
    judged_free(&judged);
}

/* The program's own, opened and closed by its group. */
static struct shop shop;

static inline int shop_setup(void **state)
{
    (void)state;
    return shop_open(&shop);
}

static inline int shop_teardown(void **state)
{
    (void)state;
    shop_close(&shop);
    return 0;
}

#endif
