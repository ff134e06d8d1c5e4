/* One cause, one entry; undecided ones hang under what made them so; the
 * order is causes by severity, then text. */
#include "check.h"

#include <unistd.h>

#include "findings_cases.h"
#include "gouji/base/json.h"

#define ZEROS "T2 all 0\nT3 all 0\nT4 all 0\n"

static const struct finding *need(const struct judged *judged, const char *id, const char *instance)
{
    const struct finding *item = find_item(judged->findings, id, instance);
    if (!item)
        fail_msg("%s/%s is not raised", id, instance ? instance : "");
    return item;
}

/* One wrong cell fails its row, its column and the balance: one cause. */
static void one_slip_one_cause(void **state)
{
    (void)state;
    struct judged judged = judge_built(
        &shop, ZEROS "T3 new 3 0 0 0 0 0 3\nT3 open 3 0 0 0 0 0 3\nT3 total 5 0 0 0 0 0 3\n", NULL,
        NULL, 0);
    int cause = need(&judged, "T3-01", "np")->cause;
    assert_true(cause > 0);
    assert_int_equal(need(&judged, "T3-02", "total")->cause, cause);
    assert_int_equal(need(&judged, "T3-03", "np")->cause, cause);
    assert_int_equal(judged.findings->ncauses, 1);
    judged_free(&judged);
}

/* The rows of the sums are lost: a row alone cannot tell its total from its parts,
 * but the results that are there cannot be more than what came in. */
static void what_breaks_nothing_is_likelier(void **state)
{
    (void)state;
    struct judged judged = judge_built(
        &shop,
        ZEROS "T3 new 8 1 0 0 0 0 6\nT3 open 6 1 0 0 0 0 7\nT3 missing denied_8 total carry_out\n",
        NULL, NULL, 0);
    const struct culprit *culprit = need(&judged, "T3-02", "new")->culprit;
    assert_non_null(culprit);
    assert_int_equal(culprit->nfound, 2);
    assert_string_equal(culprit->repairs[0].changes[0].cell, "T3.new.tot");
    assert_int_equal(culprit->repairs[0].changes[0].to, 9);
    assert_ptr_equal(need(&judged, "T3-04", "tot")->culprit, culprit);
    judged_free(&judged);
}

/* Whichever single cell of table three is wrong: one entry, never several. */
static void every_single_slip_is_one_entry(void **state)
{
    (void)state;
    struct report *report = report_build(
        shop.forms, ZEROS "T2 a5.license 1 0 3\nT3 new 9 4 2 1 1 3 20\nT3 carry_in 2 1 0 0 0 0 3\n"
                          "T3 open 5 2 1 0 0 1 9\nT3 unable_1 4 1 1 1 0 1 8\n"
                          "T3 other 1 1 0 0 1 0 3\nT3 total 10 4 2 1 1 2 20\n"
                          "T3 carry_out 1 1 0 0 0 1 3\n");
    size_t position = 0, ncells = 0;
    const struct cell *cell;
    while ((cell = report_next_cell(report, &position))) {
        if (strncmp(cell->id, "T3.", 3) != 0)
            continue;
        struct cell *slip = (struct cell *)cell;
        slip->value += 7;
        struct findings *findings = findings_make(report, NULL, shop.rules, NULL, 0, NULL);
        slip->value -= 7;
        size_t failed = findings->counts[OUTCOME_FAIL];
        if (failed == 0 || findings->ncauses != (failed > 1))
            fail_msg("%s: %zu failed, %d causes", cell->id, failed, findings->ncauses);
        for (size_t i = 0; i < findings->nitems; i++)
            assert_int_equal(findings->items[i].cause, failed > 1);
        findings_free(findings);
        ncells++;
    }
    assert_int_equal(ncells, 161);
    report_free(report);
}

static void far_slips_two_causes(void **state)
{
    (void)state;
    struct judged judged =
        judge_built(&shop, ZEROS "T3 new 3 0 0 0 0 0 9\nT4 review 1 0 0 0 2\n", NULL, NULL, 0);
    int row = need(&judged, "T3-02", "new")->cause;
    assert_int_equal(need(&judged, "T4-01", "review")->cause, 0);
    assert_true(row > 0); /* with T3-01 in np and tot */
    judged_free(&judged);
}

static void carry_over_is_one_cause(void **state)
{
    (void)state;
    struct judged judged = judge_built(&shop, ZEROS "year 2020\n",
                                       ZEROS "year 2019\nT3 carry_out 6 0 0 0 0 0 6\n", NULL, 0);
    int cause = need(&judged, "XY-01", "tot")->cause;
    assert_true(cause > 0);
    assert_int_equal(need(&judged, "XY-01", "np")->cause, cause);
    assert_true(need(&judged, "XY-01", "tot") < need(&judged, "XY-01", "np"));
    judged_free(&judged);
}

struct child {
    const char *spec, *child, *instance, *parent, *parent_instance;
};

static void undecided_hang_under_their_cause(void **state)
{
    (void)state;
    static const struct child cases[] = {
        {ZEROS "T3 missing denied_8\n", "T3-03", "np", "STR-02", "T3"},
        {ZEROS "T3 missing denied_8\n", "T3-02", "denied_8", "STR-02", "T3"},
        {ZEROS "T3 missing denied_8 total carry_out\n", "T3-05", "co", "STR-02", "T3"},
        {ZEROS "T4 absent x\n", "T4-03", "after", "STR-01", "T4"},
        {ZEROS "T4 unplaced review 11\n", "T4-01", "review", "STR-05", "T4"},
        {ZEROS "T3 new 1 0 0 0 0 0 _\n", "T3-02", "new", "STR-06", "T3"},
        /* A lost operand weighs more than a blank one. */
        {ZEROS "T3 new 1 0 0 0 0 0 _\nT3 missing total\n", "T3-01", "tot", "STR-02", "T3"},
        {ZEROS "T3 new 1 x 0 0 0 0 1\n", "T3-02", "new", "STR-07", "new"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct judged judged = judge_built(&shop, cases[i].spec, NULL, NULL, 0);
        const struct finding *item = need(&judged, cases[i].child, cases[i].instance);
        assert_int_equal(item->outcome, OUTCOME_UNDECIDED);
        const struct finding *parent = need(&judged, cases[i].parent, cases[i].parent_instance);
        assert_int_equal(item->parent, parent - judged.findings->items);
        assert_true(parent < item);
        assert_true(parent->cause > 0);
        assert_int_equal(item->cause, parent->cause);
        judged_free(&judged);
    }
}

static void worst_first_then_by_place(void **state)
{
    (void)state;
    struct judged judged = judge_built(
        &shop,
        ZEROS "label T3 new 一、新收到 typo\nT4 review 1 0 0 0 2\nT3 open 1 _ 0 0 0 0 1\n"
              "T3 missing denied_8\n",
        NULL, NULL, 0);
    const struct findings *all = judged.findings;
    enum severity last = SEVERITY_ERROR;
    for (size_t i = 0; i < all->nitems; i++) {
        if (all->items[i].outcome != OUTCOME_FAIL)
            continue;
        assert_true(all->items[i].severity <= last);
        last = all->items[i].severity;
    }
    assert_int_equal(last, SEVERITY_INFO);
    for (size_t i = 0; i < all->nitems; i++)
        if (all->items[i].parent >= 0)
            assert_true(all->items[all->items[i].parent].outcome == OUTCOME_FAIL);
    judged_free(&judged);
}

#define RULE(id, severity, kind)                                                                   \
    "{\"id\":\"" id "\",\"version\":1,\"class\":\"hard\",\"severity\":[{\"is\":\"" severity        \
    "\"}],"                                                                                        \
    "\"name\":{\"zh\":\"名\",\"en\":\"name\"},\"basis\":{\"zh\":\"据\",\"en\":\"basis\"}," kind    \
    "}"
#define FAILS(instance) "\"kind\":\"SUM\",\"instance\":\"" instance "\",\"lhs\":\"0\",\"rhs\":\"1\""
#define TABLES "\"kind\":\"TABLE\",\"of\":[\"T2\",\"T3\",\"T4\"]"
#define SET(rules) "{\"set\":{\"id\":\"x\",\"version\":\"1\"},\"rules\":[" rules "]}"

/* The rules that come with gouji say which of them leads which. */
static char *with_leads(const char *text)
{
    struct err err = {0};
    struct ruleset *shipped = ruleset_load("data/rules", &err);
    assert_non_null(shipped);
    cJSON *set = cJSON_Parse(text), *record;
    cJSON_ArrayForEach (record, cJSON_GetObjectItem(set, "rules")) {
        const struct rule *rule = ruleset_find(shipped, json_string(record, "id"));
        assert_non_null(rule);
        if (rule->led_by)
            cJSON_AddItemToObject(record, "led_by", cJSON_Duplicate(rule->led_by, true));
    }
    char *changed = cJSON_PrintUnformatted(set);
    cJSON_Delete(set);
    ruleset_free(shipped);
    return changed;
}

/* A rule set of stand-ins that fail always, to group by id alone. */
static struct ruleset *rules_from(const char *text)
{
    char dir[] = "/tmp/gouji-cause-XXXXXX", path[64];
    assert_non_null(mkdtemp(dir));
    snprintf(path, sizeof path, "%s/a.json", dir);
    char *changed = with_leads(text);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(changed, file);
    fclose(file);
    free(changed);
    struct err err = {0};
    struct ruleset *rules = ruleset_load(dir, &err);
    unlink(path);
    rmdir(dir);
    if (!rules)
        fail_msg("%s", err.text);
    return rules;
}

struct group {
    const char *rules;
    const char *joined; /* ids that share a cause, joined by blanks */
    const char *apart;  /* ids that are in no cause */
};

static bool listed(const char *ids, const char *id)
{
    return strstr(ids, id) != NULL;
}

static void known_groups(void **state)
{
    (void)state;
    static const struct group cases[] = {
        {SET(RULE("SEC-01", "error", FAILS("S4")) "," RULE("STR-01", "error", TABLES) "," RULE(
             "SEC-03", "warning", FAILS("x")) "," RULE("DOC-10", "warning", FAILS("x"))),
         "SEC-01 STR-01 SEC-03 DOC-10", ""},
        {SET(RULE("SEC-01", "error", FAILS("S3")) "," RULE("STR-01", "error", TABLES) "," RULE(
             "SEC-03", "info", FAILS("x"))),
         "", "SEC-01 STR-01 SEC-03"},
        {SET(RULE("SEC-01", "error", FAILS("S6")) "," RULE("SEC-10", "warning", FAILS("x"))),
         "SEC-01 SEC-10", ""},
        {SET(RULE("SEC-01", "error", FAILS("S5")) "," RULE("SEC-10", "warning", FAILS("x"))), "",
         "SEC-01 SEC-10"},
        {SET(RULE("SEC-04", "info", FAILS("x")) "," RULE("SEC-03", "info", FAILS("x"))),
         "SEC-04 SEC-03", ""},
        {SET(RULE("SEC-04", "info", FAILS("x")) "," RULE("SEC-03", "warning", FAILS("x"))), "",
         "SEC-04 SEC-03"},
        {SET(RULE("DOC-10", "warning", FAILS("x")) "," RULE("SEC-03", "warning", FAILS("x"))), "",
         "DOC-10 SEC-03"},
        {SET(RULE("STR-02", "error", FAILS("T3")) "," RULE("STR-09", "info", FAILS("T3"))),
         "STR-02 STR-09", ""},
        {SET(RULE("STR-02", "error", FAILS("T3")) "," RULE("STR-09", "info", FAILS("T2"))), "",
         "STR-02 STR-09"},
        {SET(RULE("XY-07", "warning", FAILS("6")) "," RULE("DOC-02", "error", FAILS("6"))),
         "DOC-02 XY-07", ""},
        {SET(RULE("DOC-02", "error", FAILS("period")) "," RULE("DOC-06", "error", FAILS("x"))),
         "DOC-02 DOC-06", ""},
        {SET(RULE("DOC-02", "error", FAILS("6")) "," RULE("DOC-06", "error", FAILS("x"))), "",
         "DOC-02 DOC-06"},
        {SET(RULE("DOC-02", "error", FAILS("period")) "," RULE("DOC-06", "warning", FAILS("x"))),
         "", "DOC-02 DOC-06"},
        {SET(RULE("DOC-02", "error", FAILS("signature")) "," RULE("DOC-08", "error", FAILS("x"))),
         "DOC-02 DOC-08", ""},
        {SET(RULE("XY-07", "warning", FAILS("6")) "," RULE("DOC-02", "error", FAILS("7"))), "",
         "DOC-02 XY-07"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct ruleset *rules = rules_from(cases[i].rules);
        struct report *report = report_build(shop.forms, ZEROS "T4 absent x\n");
        struct findings *findings = findings_make(report, NULL, rules, NULL, 0, NULL);
        assert_non_null(findings);
        for (size_t k = 0; k < findings->nitems; k++) {
            const struct finding *item = &findings->items[k];
            bool joined = listed(cases[i].joined, item->rule->id);
            if (item->cause != (joined ? 1 : 0) ||
                (!joined && !listed(cases[i].apart, item->rule->id)))
                fail_msg("case %zu: %s has cause %d", i, item->rule->id, item->cause);
        }
        findings_free(findings);
        report_free(report);
        ruleset_free(rules);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_slip_one_cause),
        cmocka_unit_test(what_breaks_nothing_is_likelier),
        cmocka_unit_test(every_single_slip_is_one_entry),
        cmocka_unit_test(far_slips_two_causes),
        cmocka_unit_test(carry_over_is_one_cause),
        cmocka_unit_test(undecided_hang_under_their_cause),
        cmocka_unit_test(worst_first_then_by_place),
        cmocka_unit_test(known_groups),
    };
    return cmocka_run_group_tests(tests, shop_setup, shop_teardown);
}
