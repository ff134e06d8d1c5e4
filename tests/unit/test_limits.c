/* Reports and rules made to be too much: a word with the limit's name, or an
 * answer in bounded time. */
#include <time.h>

#include "review_fixture.h"

#ifdef __SANITIZE_ADDRESS__
enum { ALLOWED_S = 120, MUCH = 1024 * 1024 };
#else
enum { ALLOWED_S = 30, MUCH = 7 * 1024 * 1024 };
#endif

static double now_s(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* A rule of somebody else's whose pattern tries every way to part a row of letters. */
static struct ruleset *exploding_rules(struct desk *desk, struct str *dir)
{
    struct err err = {0};
    struct str path = STR_INIT;
    size_t nbytes;
    char *shipped = desk_slurp("data/rules/prose.json", &nbytes);
    cJSON *document = cJSON_Parse(shipped);
    cJSON *rules = cJSON_GetObjectItem(document, "rules"), *rule = rules->child;
    while (rule && strcmp(cJSON_GetStringValue(cJSON_GetObjectItem(rule, "id")), "PRV-01") != 0)
        rule = rule->next;
    assert_non_null(rule);
    const char *pattern = "(?:(?:a|aa)+)+b(?!c)";
    cJSON *numbers = cJSON_GetObjectItem(cJSON_GetObjectItem(rule, "patterns"), "number");
    cJSON_ReplaceItemInArray(numbers, 0, cJSON_CreateString(pattern));
    str_format(dir, "%s/rules", desk->dir);
    str_format(&path, "cp -R data/rules %s", str_text(dir));
    assert_int_equal(system(str_text(&path)), 0);
    str_clear(&path);
    str_format(&path, "%s/prose.json", str_text(dir));
    char *text = cJSON_PrintUnformatted(document);
    desk_spill(str_text(&path), text, strlen(text));
    struct ruleset *set = ruleset_load(str_text(dir), &err);
    if (!set)
        fail_msg("%s", err.text);
    str_release(&path);
    cJSON_free(text);
    cJSON_Delete(document);
    free(shipped);
    return set;
}

static void patterns_of_others_are_bounded(void **state)
{
    struct desk *desk = *state;
    struct str dir = STR_INIT, prose = STR_INIT;
    struct ruleset *rules = exploding_rules(desk, &dir);
    for (int i = 0; i < 5000; i++)
        str_byte(&prose, 'a');
    str_add(&prose, "bc，12345678901"); /* digits: else the line is not looked at */
    desk->prose = str_text(&prose);
    desk_start(desk);
    double start = now_s();
    struct err err = {0};
    struct findings *findings = findings_make(desk->report, NULL, rules, NULL, 0, &err);
    assert_non_null(findings);
    assert_true(now_s() - start < ALLOWED_S);
    bool told = false;
    for (size_t i = 0; i < findings->nitems; i++)
        told = told || (findings->items[i].outcome == OUTCOME_UNDECIDED &&
                        strcmp(findings->items[i].rule->id, "PRV-01") == 0 &&
                        strstr(findings->items[i].message[LANG_EN], "\"match steps\""));
    assert_true(told);
    findings_free(findings);
    ruleset_free(rules);
    str_release(&dir);
    str_release(&prose);
}

/* Read and checked within the time, or refused with `limit` in the message. */
static void read_within_time(struct desk *desk, const char *what, const char *name,
                             const struct str *text, const char *limit)
{
    struct err err = {0};
    double start = now_s();
    struct report *report = report_read(name, str_slice(text), desk->forms, &err);
    struct findings *findings =
        report ? findings_make(report, NULL, desk->rules, NULL, 0, &err) : NULL;
    double took = now_s() - start;
    printf("%s: %zu bytes in %.1f s%s%s\n", what, text->nbytes, took, report ? "" : ": ",
           report ? "" : err.text);
    if (limit)
        assert_non_null(strstr(err.text, limit));
    else
        assert_true(findings || err.kind == ERR_NOT_REPORT || err.kind == ERR_LIMIT);
    assert_true(took < ALLOWED_S);
    findings_free(findings);
    report_free(report);
}

static void head(struct desk *desk, struct str *text)
{
    size_t nbytes;
    desk_write(desk);
    char *bytes = desk_slurp(desk->report_path, &nbytes);
    str_add(text, bytes);
    free(bytes);
}

static void many(struct desk *desk, const char *what, const char *name, const char *unit,
                 size_t nbytes, const char *limit)
{
    struct str text = STR_INIT;
    head(desk, &text);
    while (text.nbytes < nbytes)
        str_add(&text, unit);
    read_within_time(desk, what, name, &text, limit);
    str_release(&text);
}

static void much_is_read_in_time(void **state)
{
    struct desk *desk = *state;
    const size_t mib = 1024 * 1024;
    many(desk, "a million numbers", "a.txt", "共12件、3件，4件；5件\n", MUCH, NULL);
    many(desk, "a line of a MiB", "a.txt", "1234567 ", mib - 4096, NULL);
    many(desk, "a longer line", "a.txt", "字", 2 * mib, "line length");
    many(desk, "rows", "a.txt", "新收\t1\t2\t3\t4\t5\t6\t7\n", mib, NULL);
    many(desk, "labels", "a.txt", "一、本年新收政府信息公开申请数量\n", mib, NULL);
    many(desk, "blank lines", "a.txt", "\n", mib, NULL);
    many(desk, "persons in one line", "a.txt", "13812345678，", mib / 2, NULL);
    many(desk, "lines", "a.txt", "a\n", 5 * mib, "limit: lines");
    many(desk, "headings", "a.txt", "一、总体情况\n", mib, NULL);
    many(desk, "one character", "a.txt", "（", mib - 4096, NULL);
    many(desk, "bars", "a.txt", "|||||||||||||||||||||||||||||||\n", mib, NULL);
}

static void nested_pages_are_bounded(void **state)
{
    struct desk *desk = *state;
    const size_t mib = 1024 * 1024;
    many(desk, "nested tables", "a.html", "<table><tr><td>", mib, NULL);
    many(desk, "nested blocks", "a.html", "<div>", mib, NULL);
    many(desk, "entities", "a.html", "&amp;&#x3000;&nbsp;", mib, NULL);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
    const struct CMUnitTest tests[] = {CASE(patterns_of_others_are_bounded),
                                       CASE(much_is_read_in_time), CASE(nested_pages_are_bounded)};
    return cmocka_run_group_tests_name("limits", tests, NULL, NULL);
}
