/* Where a review's files stand and what they are called. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../../src/review/places.h"
#include "check.h"

static void expect_end(const char *path, const char *end)
{
    size_t n = strlen(path), m = strlen(end);
    if (n < m || strcmp(path + n - m, end) != 0)
        fail_msg("%s does not end in %s", path, end);
}

static void test_names(void **state)
{
    static const struct {
        const char *reviewer, *end;
    } cases[] = {
        {"zhang", "data/x.txt.zhang.verdict.json"},
        {"张三", "data/x.txt.%E5%BC%A0%E4%B8%89.verdict.json"},
        {"a.b/c", "data/x.txt.a%2Eb%2Fc.verdict.json"},
    };
    struct review_options options = {0};
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct places places;
        struct err err;
        assert_int_equal(places_find("data/x.txt", &options, cases[i].reviewer, &places, &err), 0);
        assert_string_equal(places.verdict, cases[i].end);
        expect_end(places.journal, ".verdict.jsonl");
        expect_end(places.lock, ".verdict.json.lock");
        assert_false(places.elsewhere);
        places_release(&places);
    }
}

static void test_verdicts_folder_keeps_the_path(void **state)
{
    struct review_options options = {.root = "data", .verdicts_dir = "out"};
    struct places places;
    struct err err;
    (void)state;
    assert_int_equal(places_find("data/forms/2021.json", &options, "li", &places, &err), 0);
    assert_string_equal(places.verdict, "out/forms/2021.json.li.verdict.json");
    assert_string_equal(places.relative, "forms/2021.json");
    assert_true(places.elsewhere);
    places_release(&places);
    options.root = NULL;
    assert_int_equal(places_find("data/forms/2021.json", &options, "li", &places, &err), 0);
    assert_string_equal(places.verdict, "out/2021.json.li.verdict.json");
    places_release(&places);
}

static void test_names_too_long(void **state)
{
    struct review_options options = {0};
    struct places places;
    struct err err = {0};
    char report[240], reviewer[65];
    (void)state;
    memset(report, 'r', sizeof report - 1);
    report[sizeof report - 1] = '\0';
    assert_int_equal(places_find(report, &options, "zhang", &places, &err), -1);
    assert_int_equal(err.kind, ERR_LIMIT);
    assert_non_null(strstr(err.text, "report"));
    for (size_t i = 0; i < 63; i += 3)
        memcpy(reviewer + i, "\xE5\xBC\xA0", 3);
    reviewer[63] = '\0';
    report[80] = '\0';
    assert_int_equal(places_find(report, &options, reviewer, &places, &err), -1);
    assert_non_null(strstr(err.text, "reviewer"));
}

static void test_reviewers(void **state)
{
    static const struct {
        const char *name;
        int status;
    } cases[] = {
        {"zhang", 0},
        {"张三", 0},
        {"", -1},
        {"a\x1b[2J", -1},
        {"a\x7f", -1},
        {"\xFF", -1},
        {"0123456789012345678901234567890123456789012345678901234567890123", 0},
        {"01234567890123456789012345678901234567890123456789012345678901234", -1},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(places_check_reviewer(cases[i].name, NULL), cases[i].status);
}

static void test_own_files(void **state)
{
    static const struct {
        const char *name;
        bool own;
    } cases[] = {
        {"a.txt", false},
        {"a.txt.li.verdict.json", true},
        {"a.txt.li.verdict.jsonl", true},
        {"a.txt.li.verdict.json.bak", true},
        {"a.txt.li.verdict.json.lock", true},
        {"a.txt.li.verdict.json.damaged-1", true},
        {"verdict.json", false},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        if (places_is_own(cases[i].name) != cases[i].own)
            fail_msg("%s", cases[i].name);
}

static void touch(const char *path)
{
    FILE *out = fopen(path, "w");
    assert_non_null(out);
    fclose(out);
}

static size_t reviewers(struct places_listing *listing, const char *path)
{
    char **names;
    size_t n = places_reviewers(listing, path, "a.txt", &names);
    for (size_t i = 0; i < n; i++)
        free(names[i]);
    free(names);
    return n;
}

/* What is remembered of a folder holds as long as the folder stays as it is. */
static void test_listing_follows_the_folder(void **state)
{
    char dir[] = "/tmp/gouji-places-XXXXXX", one[120], other[120];
    const struct timespec tick = {0, 20000000};
    struct places_listing listing = {.dir = NULL};
    (void)state;
    assert_non_null(mkdtemp(dir));
    snprintf(one, sizeof one, "%s/a.txt.li.verdict.json", dir);
    snprintf(other, sizeof other, "%s/a.txt.wu.verdict.json", dir);
    assert_int_equal(reviewers(&listing, one), 0);
    nanosleep(&tick, NULL);
    touch(one);
    assert_int_equal(reviewers(&listing, one), 1);
    nanosleep(&tick, NULL);
    touch(other);
    assert_int_equal(reviewers(&listing, one), 2);
    nanosleep(&tick, NULL);
    unlink(one);
    assert_int_equal(reviewers(&listing, one), 1);
    assert_int_equal(reviewers(&listing, "/nowhere/a.txt.li.verdict.json"), 0);
    unlink(other);
    rmdir(dir);
    places_listing_release(&listing);
}

static void test_who_has_reviewed(void **state)
{
    struct places_listing listing = {.dir = NULL};
    char dir[] = "/tmp/gouji-places-XXXXXX", path[120];
    static const char *const files[] = {"a.txt.li.verdict.json", "a.txt.li.verdict.jsonl",
                                        "a.txt.%E5%BC%A0.verdict.jsonl", "b.txt.wu.verdict.json",
                                        "a.txt.li.verdict.json.bak"};
    char **names;
    (void)state;
    assert_non_null(mkdtemp(dir));
    for (size_t i = 0; i < COUNT(files); i++) {
        snprintf(path, sizeof path, "%s/%s", dir, files[i]);
        touch(path);
    }
    size_t n = places_reviewers(&listing, path, "a.txt", &names);
    assert_int_equal(n, 2);
    assert_string_equal(names[0], "li");
    assert_string_equal(names[1], "张");
    for (size_t i = 0; i < n; i++)
        free(names[i]);
    free(names);
    places_listing_release(&listing);
    for (size_t i = 0; i < COUNT(files); i++) {
        snprintf(path, sizeof path, "%s/%s", dir, files[i]);
        unlink(path);
    }
    rmdir(dir);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_verdicts_folder_keeps_the_path),
        cmocka_unit_test(test_names_too_long),
        cmocka_unit_test(test_reviewers),
        cmocka_unit_test(test_own_files),
        cmocka_unit_test(test_who_has_reviewed),
        cmocka_unit_test(test_listing_follows_the_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
