/* Passages found again in other texts, or said to be lost: never moved to the
 * wrong place in silence. */
#include <stdlib.h>
#include <string.h>

#include "../../src/review/anchor.h"
#include "check.h"

static struct report *text_report(struct report *report, const char *text, const char *sha)
{
    *report = (struct report){.text = text, .text_nbytes = (uint32_t)strlen(text)};
    strcpy(report->text_sha256, sha);
    return report;
}

static struct span span_of(const char *text, const char *part)
{
    uint32_t at = (uint32_t)(strstr(text, part) - text);
    return (struct span){at, at + (uint32_t)strlen(part)};
}

/* The target of `part` (its first occurrence) in text, as an event stores it. */
static cJSON *store(const char *text, const char *part, const struct findings *findings)
{
    struct report report;
    struct span span = span_of(text, part);
    int bounds[2] = {(int)span.start, (int)span.end};
    struct anchor *anchor = anchor_new(text_report(&report, text, "a"), findings);
    cJSON *target = cJSON_CreateObject();
    cJSON_AddItemToObject(target, "span", cJSON_CreateIntArray(bounds, 2));
    json_add_string(target, "source", "urn:sha256:a");
    assert_int_equal(anchor_add_selectors(anchor, span, NULL, target), 0);
    anchor_free(anchor);
    return target;
}

#define LONG_BEFORE "一、总体情况。本年度本单位认真贯彻条例，健全制度，"
#define LONG_AFTER "，群众满意度有所提升。下一步将继续加强学习和培训。"

static void test_found_or_lost(void **state)
{
    static const struct {
        const char *what, *before, *part, *after;
        const char *found; /* how it reads there, NULL: lost */
    } cases[] = {
        {"same text", LONG_BEFORE "公开一百条" LONG_AFTER, "公开一百条",
         LONG_BEFORE "公开一百条" LONG_AFTER, "公开一百条"},
        {"moved down", LONG_BEFORE "公开一百条" LONG_AFTER, "公开一百条",
         "新加的一段。\n" LONG_BEFORE "公开一百条" LONG_AFTER, "公开一百条"},
        {"white space and full-width digits", LONG_BEFORE "公开 100 条" LONG_AFTER, "公开 100 条",
         "前言。" LONG_BEFORE "公开１００条" LONG_AFTER, "公开１００条"},
        {"one character changed", LONG_BEFORE "主动公开政府信息共计一百条" LONG_AFTER,
         "主动公开政府信息共计一百条", "前言。" LONG_BEFORE "主动公开政府信息共计二百条" LONG_AFTER,
         "主动公开政府信息共计二百条"},
        {"gone", LONG_BEFORE "公开一百条" LONG_AFTER, "公开一百条",
         "二、完全不同的内容，另写一遍，与先前没有关系。", NULL},
        {"twice alike", LONG_BEFORE "公开一百条" LONG_AFTER, "公开一百条",
         "说明。" LONG_BEFORE "公开一百条" LONG_AFTER LONG_BEFORE "公开一百条" LONG_AFTER, NULL},
        {"same figure, other sentence", LONG_BEFORE "961" LONG_AFTER, "961",
         "受理复议九百余件，其中维持961件，结果纠正三件，尚未审结一件，其他一件也没有了。", NULL},
    };
    static const struct findings none;
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct report report;
        struct span span = {0, 0};
        cJSON *target = store(cases[i].before, cases[i].part, &none);
        const char *sha = strcmp(cases[i].before, cases[i].after) == 0 ? "a" : "b";
        struct anchor *anchor = anchor_new(text_report(&report, cases[i].after, sha), &none);
        bool found = anchor_resolve(anchor, target, &span);
        if (found != (cases[i].found != NULL))
            fail_msg("%s: %s", cases[i].what, found ? "found" : "lost");
        if (found) {
            struct span want = span_of(cases[i].after, cases[i].found);
            assert_int_equal(span.start, want.start);
            assert_int_equal(span.end, want.end);
        }
        assert_string_equal(anchor_stored_quote(target), cases[i].part);
        anchor_free(anchor);
        cJSON_Delete(target);
    }
}

static void test_selectors_count_code_points(void **state)
{
    static const struct findings none;
    (void)state;
    cJSON *target = store("甲乙丙a丁戊", "丁", &none);
    const cJSON *list = json_get(target, "selector");
    const cJSON *position = cJSON_GetArrayItem(list, 0), *quote = cJSON_GetArrayItem(list, 1);
    assert_int_equal(json_integer(position, "start", -1), 4);
    assert_int_equal(json_integer(position, "end", -1), 5);
    assert_string_equal(json_string(quote, "prefix"), "甲乙丙a");
    assert_string_equal(json_string(quote, "suffix"), "戊");
    cJSON_Delete(target);
}

/* What a privacy check found never reaches a file, as quote or as context, and
 * the place is found again all the same. */
static void test_masked_everywhere(void **state)
{
    static const char text[] = LONG_BEFORE "电话13912345678" LONG_AFTER;
    static const char moved[] = "补充。" LONG_BEFORE "电话13912345678" LONG_AFTER;
    struct span number = span_of(text, "13912345678"), again = span_of(moved, "13912345678");
    struct finding finding = {.is_masked = true, .spans = &number, .nspans = 1};
    struct findings findings = {.items = &finding, .nitems = 1};
    static const char *const parts[] = {"13912345678", "健全制度", "群众满意度"};
    (void)state;
    for (size_t i = 0; i < COUNT(parts); i++) {
        struct report report;
        struct span found;
        finding.spans = &number;
        cJSON *target = store(text, parts[i], &findings);
        char *json = cJSON_PrintUnformatted(target);
        assert_null(strstr(json, "12345"));
        assert_non_null(strstr(json, "139******78"));
        finding.spans = &again;
        struct anchor *anchor = anchor_new(text_report(&report, moved, "b"), &findings);
        assert_true(anchor_resolve(anchor, target, &found));
        assert_int_equal(found.start, span_of(moved, parts[i]).start);
        anchor_free(anchor);
        free(json);
        cJSON_Delete(target);
    }
}

static void test_likeness(void **state)
{
    static const struct {
        const char *a, *b;
        bool any;
        int least, most;
    } cases[] = {
        {"", "", false, 1000, 1000},
        {"甲乙", "甲 乙", false, 1000, 1000},
        {"共12件", "共95件", true, 1000, 1000},
        {"共12件", "共95件", false, 400, 600},
        {"甲乙丙", "丁戊己", false, 0, 0},
        {"甲乙丙丁", "甲乙丙", false, 750, 750},
    };
    (void)state;
    bool failed = false;
    for (size_t i = 0; i < COUNT(cases); i++) {
        int got =
            anchor_likeness(slice_of(cases[i].a), slice_of(cases[i].b), cases[i].any, &failed);
        if (got < cases[i].least || got > cases[i].most)
            fail_msg("%s / %s: %d", cases[i].a, cases[i].b, got);
    }
    assert_false(failed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_found_or_lost),
        cmocka_unit_test(test_selectors_count_code_points),
        cmocka_unit_test(test_masked_everywhere),
        cmocka_unit_test(test_likeness),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
