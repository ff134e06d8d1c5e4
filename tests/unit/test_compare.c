/* Two versions of one year's report: mended, standing, new, to be looked at. */
#include "app_fixture.h"
#include "gouji/base/json.h"
#include "gouji/review/compare.h"

struct versions {
    struct report *report;
    struct findings *findings;
    struct comparison *made;
    char *path;
};

/* Writes what the fixture's grid is now as the later version and compares. */
static void compare_with_later(struct desk *desk, struct versions *versions)
{
    struct err err = {0};
    char *earlier = desk->report_path;
    versions->path = desk->report_path = path_join(desk->dir, "later.txt");
    desk_write(desk);
    desk->report_path = earlier;
    versions->report = report_open(versions->path, desk->forms, &err);
    assert_non_null(versions->report);
    versions->findings = findings_make(versions->report, NULL, desk->rules, NULL, 0, &err);
    versions->made = comparison_make(desk->review, versions->findings, &err);
    assert_non_null(versions->made);
}

static void release(struct versions *versions)
{
    comparison_free(versions->made);
    findings_free(versions->findings);
    report_free(versions->report);
    unlink(versions->path);
    free(versions->path);
}

static const struct compared_problem *find(const struct versions *versions, const char *check,
                                           const char *instance)
{
    for (size_t i = 0; i < versions->made->nproblems; i++) {
        const struct compared_problem *problem = &versions->made->problems[i];
        const struct finding *finding = problem->before ? problem->before : problem->after;
        if (finding && strcmp(finding->rule->id, check) == 0 &&
            strcmp(finding->instance, instance) == 0)
            return problem;
    }
    return NULL;
}

static void expect(const struct versions *versions, const char *check, const char *instance,
                   enum compared_fate fate, enum compared_why why)
{
    const struct compared_problem *problem = find(versions, check, instance);
    if (!problem)
        fail_msg("%s %s is not among them", check, instance);
    else if (problem->fate != fate || problem->why != why)
        fail_msg("%s %s: %s, %s", check, instance, compared_fate_name(problem->fate),
                 problem->why ? compared_why_name(problem->why) : "-");
}

/* 10 received, 9 answered: the natural persons' column does not balance. */
static struct desk *open_unbalanced(void **state)
{
    struct desk *desk = *state;
    desk_clear(desk);
    desk_set(desk, "open", 0, 9);
    desk_set(desk, "total", 0, 9);
    desk_start(desk);
    return desk;
}

static void test_mended(void **state)
{
    struct desk *desk = open_unbalanced(state);
    struct versions versions;
    desk_set(desk, "open", 0, 10);
    desk_set(desk, "total", 0, 10);
    compare_with_later(desk, &versions);
    expect(&versions, "T3-01", "np", COMPARED_MENDED, COMPARED_NO_WHY);
    expect(&versions, "T3-02", "open", COMPARED_MENDED, COMPARED_NO_WHY);
    assert_int_equal(versions.made->ncells, 2);
    assert_string_equal(versions.made->cells[0].id, "T3.open.np");
    assert_int_equal(versions.made->cells[0].before.value, 9);
    assert_int_equal(versions.made->cells[0].after.value, 10);
    assert_false(versions.made->has_verdict);
    struct str text = STR_INIT;
    assert_int_equal(versions.made->counts[COMPARED_MENDED], 3);
    comparison_write(versions.made, LANG_EN, &text);
    assert_non_null(strstr(str_text(&text), "one cause counted once: "));
    assert_non_null(strstr(str_text(&text), ", mended 1\n"));
    str_release(&text);
    release(&versions);
    desk_close(desk);
}

static void test_stands_and_changed(void **state)
{
    struct desk *desk = open_unbalanced(state);
    struct versions versions;
    desk_set(desk, "total", 0, 8);
    compare_with_later(desk, &versions);
    expect(&versions, "T3-01", "np", COMPARED_CHANGED, COMPARED_NO_WHY);
    expect(&versions, "T3-02", "open", COMPARED_STANDS, COMPARED_NO_WHY);
    expect(&versions, "T3-03", "np", COMPARED_NEW, COMPARED_NO_WHY);
    release(&versions);
    desk_close(desk);
}

/* Nothing fails where the row is not printed any more; that mends nothing. */
static void test_removed_is_not_mended(void **state)
{
    struct desk *desk = open_unbalanced(state);
    struct versions versions;
    compare_with_later(desk, &versions);
    FILE *out = fopen(versions.path, "w");
    FILE *in = fopen(desk->report_path, "r");
    char line[4096];
    while (fgets(line, sizeof line, in))
        if (!strstr(line, "（七）总计"))
            fputs(line, out);
    fclose(in);
    fclose(out);
    comparison_free(versions.made);
    findings_free(versions.findings);
    report_free(versions.report);
    versions.report = report_open(versions.path, desk->forms, NULL);
    versions.findings = findings_make(versions.report, NULL, desk->rules, NULL, 0, NULL);
    versions.made = comparison_make(desk->review, versions.findings, NULL);
    const struct compared_problem *problem = find(&versions, "T3-01", "np");
    assert_non_null(problem);
    assert_int_equal(problem->fate, COMPARED_LOOK);
    assert_int_equal(versions.made->counts[COMPARED_MENDED], 0);
    release(&versions);
    desk_close(desk);
}

/* A wrong sentence is mended by a right one in its place; leaving it out, or
 * putting another one there, is for a person to judge. */
static void test_sentence_mended_or_gone(void **state)
{
    static const struct {
        const char *later;
        enum compared_fate fate;
        enum compared_why why;
    } cases[] = {
        {"本年度申请按期办结率达到100%，群众满意度较高。", COMPARED_MENDED, COMPARED_NO_WHY},
        {"另加一句话。本年度的申请按期办结率达到100%，群众满意。", COMPARED_MENDED,
         COMPARED_NO_WHY},
        {"完全换了说法。", COMPARED_LOOK, COMPARED_NO_SENTENCE},
        {"", COMPARED_LOOK, COMPARED_NO_SENTENCE},
        {"本年度申请按期办结率达到120%，群众满意度较高。", COMPARED_STANDS, COMPARED_NO_WHY},
        {"本年度申请按期办结率达到130%，群众满意度较高。", COMPARED_CHANGED, COMPARED_NO_WHY},
    };
    struct desk *desk = *state;
    struct versions versions;
    desk_clear(desk);
    desk->prose = "本年度申请按期办结率达到120%，群众满意度较高。";
    desk_start(desk);
    for (size_t i = 0; i < COUNT(cases); i++) {
        desk->prose = cases[i].later;
        compare_with_later(desk, &versions);
        expect(&versions, "PA-03", "3", cases[i].fate, cases[i].why);
        release(&versions);
    }
    desk_close(desk);
}

/* A number that is put right is mended; one that is left out of its sentence is not. */
static void test_number_mended_or_gone(void **state)
{
    static const struct {
        const char *later;
        enum compared_fate fate;
        enum compared_why why;
    } cases[] = {
        {"全年收到政府信息公开申请10件，其中网上申请3件。", COMPARED_MENDED, COMPARED_NO_WHY},
        {"全年收到政府信息公开申请十件，其中网上申请3件。", COMPARED_MENDED, COMPARED_NO_WHY},
        {"全年共收到政府信息公开申请10件，其中网上申请3件，按时答复。", COMPARED_MENDED,
         COMPARED_NO_WHY},
        {"全年收到政府信息公开申请（含信函）共10件，其中网上申请3件。", COMPARED_MENDED,
         COMPARED_NO_WHY},
        {"全年收到政府信息公开申请若干件，其中网上申请3件。", COMPARED_LOOK, COMPARED_NO_NUMBER},
        {"全年收到政府信息公开申请多件。", COMPARED_LOOK, COMPARED_NO_NUMBER},
        {"全年收到政府信息公开申请，其中网上申请3件。", COMPARED_LOOK, COMPARED_NO_NUMBER},
        {"全年收到政府信息公开申请近百件，其中网上申请3件。", COMPARED_LOOK, COMPARED_NO_NUMBER},
        {"", COMPARED_LOOK, COMPARED_NO_SENTENCE},
        {"全年收到政府信息公开申请65件，其中网上申请3件。", COMPARED_STANDS, COMPARED_NO_WHY},
    };
    struct desk *desk = *state;
    struct versions versions;
    desk_clear(desk);
    desk->prose = "全年收到政府信息公开申请65件，其中网上申请3件。";
    desk_start(desk);
    for (size_t i = 0; i < COUNT(cases); i++) {
        desk->prose = cases[i].later;
        compare_with_later(desk, &versions);
        expect(&versions, "TT-01", "3", cases[i].fate, cases[i].why);
        release(&versions);
    }
    desk_close(desk);
}

/* What was decided to be no error is asked again only of other values. */
static void test_verdicts(void **state)
{
    struct desk *desk = open_unbalanced(state);
    struct versions versions;
    desk_decide(desk, "T3-01", "np", VERDICT_CONFIRMED, "");
    desk_decide(desk, "T3-02", "open", VERDICT_EXPLAINED, "x");
    desk_decide(desk, "T3-02", "total", VERDICT_NOT_AN_ERROR, "x");
    OK(review_add_problem(desk->review, (struct target)TARGET_REPORT, SEVERITY_WARNING, "太短", "",
                          why));
    desk_set(desk, "total", 0, 7);
    compare_with_later(desk, &versions);
    assert_true(versions.made->has_verdict);
    expect(&versions, "T3-01", "np", COMPARED_CHANGED, COMPARED_NO_WHY);
    expect(&versions, "T3-02", "total", COMPARED_LOOK, COMPARED_OTHER_VALUES);
    assert_null(find(&versions, "T3-02", "open"));
    assert_int_equal(versions.made->sent_back[COMPARED_CHANGED], 1);
    assert_int_equal(versions.made->sent_back[COMPARED_LOOK], 1); /* the reviewer's own */
    struct str text = STR_INIT;
    comparison_write(versions.made, LANG_ZH, &text);
    expect_in(str_text(&text), "太短");
    expect_in(str_text(&text), "zhang");
    str_release(&text);
    release(&versions);
    desk_close(desk);
}

/* 16 should be 10, says the reviewer; it is 10 now, or something else that fits. */
static void test_proposals(void **state)
{
    static const struct {
        int open, total, received;
        enum compared_proposal proposal;
    } cases[] = {{10, 10, 10, COMPARED_AS_PROPOSED}, {16, 16, 16, COMPARED_OTHERWISE}};
    struct desk *desk = *state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct versions versions;
        desk_clear(desk);
        desk_set(desk, "open", 0, 16);
        desk_start(desk);
        size_t item = desk_find(desk, "T3-02", "open");
        assert_true(item != SIZE_MAX);
        OK(review_accept(desk->review, item, 0, why));
        const size_t cols[] = {0, DESK_COLS - 1};
        for (size_t c = 0; c < COUNT(cols); c++) {
            desk_set(desk, "open", cols[c], cases[i].open);
            desk_set(desk, "total", cols[c], cases[i].total);
            desk_set(desk, "new", cols[c], cases[i].received);
        }
        compare_with_later(desk, &versions);
        expect(&versions, "T3-02", "open", COMPARED_MENDED, COMPARED_NO_WHY);
        assert_int_equal(find(&versions, "T3-02", "open")->proposal, cases[i].proposal);
        release(&versions);
        desk_close(desk);
        unlink(desk->journal);
        unlink(desk->verdict);
    }
}

static void test_sentences(void **state)
{
    struct desk *desk = open_unbalanced(state);
    struct versions versions;
    desk->prose = "本年度认真开展各项工作，制度建设不断加强。联系人身份证号码11010519491231002X。";
    compare_with_later(desk, &versions);
    size_t nnew = 0;
    for (size_t i = 0; i < versions.made->nsentences; i++)
        nnew += versions.made->sentences[i].is_new;
    assert_int_equal(nnew, 1);
    assert_int_equal(versions.made->nsentences, 1);
    struct str text = STR_INIT, json = STR_INIT;
    comparison_write(versions.made, LANG_ZH, &text);
    comparison_write_json(versions.made, LANG_EN, &json);
    expect_not_in(str_text(&text), "11010519491231002X");
    expect_not_in(str_text(&json), "11010519491231002X");
    expect_in(str_text(&json), "110");
    cJSON *parsed = cJSON_Parse(str_text(&json));
    assert_non_null(parsed);
    assert_int_equal(cJSON_GetArraySize(json_get(parsed, "sentences")), 1);
    cJSON_Delete(parsed);
    str_release(&text);
    str_release(&json);
    release(&versions);
    desk_close(desk);
}

/* ---- on the screen ---- */

static void test_screen(void **state)
{
    struct desk *desk = open_unbalanced(state);
    char *other = path_join(desk->dir, "later.txt"), *earlier = desk->report_path;
    struct str keys = STR_INIT;
    desk_close(desk);
    desk_set(desk, "open", 0, 10);
    desk->report_path = other;
    desk_write(desk);
    desk->report_path = earlier;
    str_format(&keys, ":\ntext:versions %s\n<Enter>\ndump\n", other);
    expect_run(desk, str_text(&keys), ">two versions");
    expect_run(desk, str_text(&keys), "cells changed");
    str_add(&keys, "/\ntext:（一） 自然人: 9\n<Enter>\n<Enter>\ndump\n");
    expect_run(desk, str_text(&keys), ">tables");
    expect_run(desk, str_text(&keys), "T3.open.np"); /* Enter went to the cell */
    expect_run(desk, ":\ntext:versions\n<Enter>\ndump\n", "no other version");
    assert_false(exists(desk->journal));
    unlink(other);
    free(other);
    str_release(&keys);
}

/* The queue knows the other version by its agency and year. */
static void test_found_in_the_queue(void **state)
{
    struct desk *desk = open_unbalanced(state);
    char *other = path_join(desk->dir, "later.txt"), *earlier = desk->report_path;
    desk_close(desk);
    desk_set(desk, "open", 0, 10);
    desk->report_path = other;
    desk_write(desk);
    desk->report_path = desk->dir;
    char *dumps = run(desk, "wait\nwait\nwait\ngg\n<Enter>\ndump\n"
                            ":\ntext:versions\n<Enter>\ndump\n");
    expect_in(dumps, "Another version of this report: later.txt");
    expect_in(dumps, ">two versions");
    expect_in(dumps, "later.txt  甲乙县丙丁局");
    free(dumps);
    desk->report_path = earlier;
    unlink(other);
    free(other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_mended, desk_set_up, desk_tear_down),
        cmocka_unit_test_setup_teardown(test_stands_and_changed, desk_set_up, desk_tear_down),
        cmocka_unit_test_setup_teardown(test_removed_is_not_mended, desk_set_up, desk_tear_down),
        cmocka_unit_test_setup_teardown(test_sentence_mended_or_gone, desk_set_up, desk_tear_down),
        cmocka_unit_test_setup_teardown(test_number_mended_or_gone, desk_set_up, desk_tear_down),
        cmocka_unit_test_setup_teardown(test_verdicts, desk_set_up, desk_tear_down),
        cmocka_unit_test_setup_teardown(test_proposals, desk_set_up, desk_tear_down),
        cmocka_unit_test_setup_teardown(test_sentences, desk_set_up, desk_tear_down),
        cmocka_unit_test_setup_teardown(test_screen, desk_set_up, desk_tear_down),
        cmocka_unit_test_setup_teardown(test_found_in_the_queue, desk_set_up, desk_tear_down),
    };
    app_set_locale("C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
