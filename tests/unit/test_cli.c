/* The commands without a screen on the samples, against tests/golden/cli.
 * UPDATE_GOLDEN=1 writes the golden files anew instead of comparing. */
#include "command_run.h"

#include <dirent.h>
#include <fcntl.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gouji/base/json.h"
#include "gouji/base/path.h"
#include "gouji/cli/command.h"
#include "gouji/review/review.h"
#include "gouji/text/decode.h"

/* Says where the two part, since whole screens of both help nobody. */
static void compare(const char *path, const char *got, const char *want)
{
    size_t line = 1;
    while (*got && *want) {
        size_t g = strcspn(got, "\n"), w = strcspn(want, "\n");
        if (g != w || memcmp(got, want, g) != 0)
            break;
        got += g + (got[g] == '\n');
        want += w + (want[w] == '\n');
        line++;
    }
    if (*got || *want)
        fail_msg("%s:%zu:\n  expected %.*s\n  got      %.*s", path, line, (int)strcspn(want, "\n"),
                 want, (int)strcspn(got, "\n"), got);
}

static void check_golden(const char *sample, const char *command, const char *bytes, size_t nbytes)
{
    char path[512];
    snprintf(path, sizeof path, "tests/golden/cli/%s.%s", path_name(sample), command);
    const char *update = getenv("UPDATE_GOLDEN");
    if (update && *update) {
        mkdir("tests/golden", 0755);
        mkdir("tests/golden/cli", 0755);
        write_file(path, bytes, nbytes);
        return;
    }
    char *want = NULL;
    size_t length;
    struct err err = {ERR_NONE, ""};
    if (path_read(path, LIMIT, "test", &want, &length, &err) != 0)
        fail_msg("%s; UPDATE_GOLDEN=1 writes it", err.text);
    compare(path, bytes, want);
    free(want);
}

static void for_samples(void (*visit)(const char *sample))
{
    glob_t found;
    if (glob("data/samples/*.txt", 0, NULL, &found) != 0) {
        print_message("skipped: no samples in data/samples\n");
        skip();
    }
    for (size_t i = 0; i < found.gl_pathc; i++)
        visit(found.gl_pathv[i]);
    globfree(&found);
}

static void visit_golden(const char *sample)
{
    const char *const commands[] = {"check", "show"};
    for (size_t i = 0; i < COUNT(commands); i++) {
        int status;
        size_t nbytes;
        const char *const words[] = {"gouji", commands[i], sample, NULL};
        char *bytes = run(words, &status, &nbytes);
        assert_in_range(status, 0, i == 0 ? 1 : 0);
        check_golden(sample, commands[i], bytes, nbytes);
        free(bytes);
    }
}

static void samples_print_as_before(void **state)
{
    (void)state;
    for_samples(visit_golden);
}

static bool has_failed_error(const cJSON *object)
{
    const cJSON *item;
    cJSON_ArrayForEach (item, json_get(object, "findings"))
        if (strcmp(json_string(item, "outcome"), "fail") == 0 &&
            strcmp(json_string(item, "severity"), "error") == 0)
            return true;
    return false;
}

/* One object on one line, and the exit status follows from what it says. */
static void visit_jsonl(const char *sample)
{
    int status;
    size_t nbytes;
    const char *const words[] = {"gouji", "check", "--format", "jsonl", sample, NULL};
    char *bytes = run(words, &status, &nbytes);
    assert_true(nbytes > 0 && bytes[nbytes - 1] == '\n');
    assert_ptr_equal(memchr(bytes, '\n', nbytes), bytes + nbytes - 1);
    /* Not json_parse: amounts are printed with their decimals, which our own files never hold. */
    cJSON *object = cJSON_ParseWithLength(bytes, nbytes - 1);
    if (!object)
        fail_msg("%s: no JSON", sample);
    assert_string_equal(json_string(object, "path"), sample);
    assert_int_equal(status, has_failed_error(object) ? 1 : 0);
    cJSON_Delete(object);
    free(bytes);
}

static void samples_give_one_object_each(void **state)
{
    (void)state;
    for_samples(visit_jsonl);
}

/* --text prints what spans point into: for UTF-8 the file's own bytes, but for a star in the
 * place of each that has to be masked. */
static void visit_text(const char *sample)
{
    int status;
    size_t nbytes, want_nbytes;
    char *want = NULL;
    struct err err = {ERR_NONE, ""};
    const char *const words[] = {"gouji", "show", "--text", sample, NULL};
    char *bytes = run(words, &status, &nbytes);
    assert_int_equal(status, 0);
    assert_int_equal(path_read(sample, LIMIT, "test", &want, &want_nbytes, &err), 0);
    struct text_decoded decoded;
    assert_int_equal(text_decode(slice_make(want, want_nbytes), &decoded, &err), 0);
    assert_int_equal(nbytes, decoded.nbytes);
    for (size_t i = 0; i < nbytes; i++)
        assert_true(bytes[i] == decoded.text[i] || bytes[i] == '*');
    free(decoded.text);
    free(want);
    free(bytes);
}

static void text_is_exact(void **state)
{
    (void)state;
    for_samples(visit_text);
}

/* What was not read is told with the tables, as by the checks. */
static void a_second_report_is_told(void **state)
{
    (void)state;
    static const char sample[] = "data/samples/01-shuanghuai-zhen-2021.txt";
    char dir[] = "/tmp/gouji-second-XXXXXX", path[256], *bytes;
    struct err err = {ERR_NONE, ""};
    size_t nbytes, nprinted;
    int status;
    assert_non_null(mkdtemp(dir));
    snprintf(path, sizeof path, "%s/two.txt", dir);
    assert_int_equal(path_read(sample, LIMIT, "test", &bytes, &nbytes, &err), 0);
    char *both = malloc(2 * nbytes);
    assert_non_null(both);
    memcpy(both, bytes, nbytes);
    memcpy(both + nbytes, bytes, nbytes);
    write_file(path, both, 2 * nbytes);
    free(both);
    free(bytes);
    bytes = run((const char *[]){"gouji", "show", path, NULL}, &status, &nprinted);
    assert_non_null(strstr(bytes, "a second report begins at line "));
    free(bytes);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rmdir(dir), 0);
}

static void bad_files_are_told(void **state)
{
    (void)state;
    const struct {
        const char *name, *bytes, *needle;
    } table[] = {
        {"empty.txt", "", "\"error\""},
        {"paper.pdf", "%PDF-1.7\n", "pdftotext"},
        {"word.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "soffice"},
        {"other.txt", "a few words that are no report\n", "\"not_a_report\""},
        {NULL, NULL, "\"error\""},
    };
    char dir[] = "/tmp/gouji-bad-XXXXXX";
    assert_non_null(mkdtemp(dir));
    for (size_t i = 0; i < COUNT(table); i++) {
        char path[256];
        snprintf(path, sizeof path, "%s/%s", dir, table[i].name ? table[i].name : "missing");
        if (table[i].name)
            write_file(path, table[i].bytes, strlen(table[i].bytes));
        const char *const words[] = {"gouji", "check", "--format", "jsonl", path, NULL};
        int status;
        size_t nbytes;
        char *bytes = run(words, &status, &nbytes);
        assert_int_equal(status, 2);
        struct err err = {ERR_NONE, ""};
        cJSON *object = json_parse(slice_make(bytes, nbytes - 1), &err);
        assert_non_null(object);
        assert_string_equal(json_string(object, "path"), path);
        assert_non_null(strstr(bytes, table[i].needle));
        cJSON_Delete(object);
        free(bytes);
        /* A person is told once, on standard error; no check was asked for. */
        const char *const plain[] = {"gouji", "check", path, NULL};
        bytes = run(plain, &status, &nbytes);
        assert_int_equal(nbytes, 0);
        free(bytes);
        unlink(path);
    }
    rmdir(dir);
}

/* A review of a copy of the first sample, with one cell read otherwise. */
static void review_a_copy(const char *sample, const char *path, char *cell, size_t cell_nbytes)
{
    char *bytes = NULL;
    size_t nbytes;
    struct err err = {ERR_NONE, ""};
    assert_int_equal(path_read(sample, LIMIT, "test", &bytes, &nbytes, &err), 0);
    write_file(path, bytes, nbytes);
    free(bytes);
    struct forms *forms = forms_load(NULL, &err);
    struct ruleset *rules = ruleset_load(NULL, &err);
    struct report *report = report_open(path, forms, &err);
    assert_non_null(report);
    const struct review_options options = {.reviewer = "li", .tool_version = "0", .build = ""};
    struct review *review = review_open(report, NULL, rules, &options, &err);
    assert_non_null(review);
    size_t position = 0;
    const struct cell *at = report_next_cell(report, &position);
    while (at && at->state != CELL_NUMBER)
        at = report_next_cell(report, &position);
    assert_non_null(at);
    snprintf(cell, cell_nbytes, "%s", at->id);
    const struct correction correction = {at->id, "987654"};
    if (review_correct(review, &correction, 1, NULL, "", &err) != 0)
        fail_msg("%s", err.text);
    if (review_add_problem(review, (struct target)TARGET_REPORT, SEVERITY_ERROR,
                           "added by the reviewer", "", &err) != 0)
        fail_msg("%s", err.text);
    assert_int_equal(review_close(review, &err), 0);
    report_free(report);
    ruleset_free(rules);
    forms_free(forms);
}

static void remove_all(const char *dir)
{
    DIR *folder = opendir(dir);
    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder));)
        unlinkat(dirfd(folder), entry->d_name, 0);
    closedir(folder);
    assert_int_equal(rmdir(dir), 0);
}

/* The verdict beside the report is found without being told whose it is. */
static void reviews_are_taken_in(void **state)
{
    (void)state;
    glob_t found;
    if (glob("data/samples/*.txt", 0, NULL, &found) != 0) {
        print_message("skipped: no samples in data/samples\n");
        skip();
    }
    char dir[] = "/tmp/gouji-review-XXXXXX", path[256], cell[64], out[256];
    assert_non_null(mkdtemp(dir));
    snprintf(path, sizeof path, "%s/copy.txt", dir);
    snprintf(out, sizeof out, "%s/opinion.md", dir);
    review_a_copy(found.gl_pathv[0], path, cell, sizeof cell);
    globfree(&found);
    int status;
    size_t nbytes;
    char *bytes = run((const char *[]){"gouji", "show", path, NULL}, &status, &nbytes);
    assert_int_equal(status, 0);
    assert_non_null(strstr(bytes, "*987654"));
    assert_non_null(strstr(bytes, "the reviewer's reading"));
    assert_non_null(strstr(bytes, "by li"));
    free(bytes);
    bytes = run((const char *[]){"gouji", "opinion", "-o", out, path, NULL}, &status, &nbytes);
    assert_int_equal(status, 0);
    assert_int_equal(nbytes, 0);
    free(bytes);
    struct err err;
    assert_int_equal(path_read(out, LIMIT, "test", &bytes, &nbytes, &err), 0);
    assert_non_null(strstr(bytes, "added by the reviewer"));
    free(bytes);
    remove_all(dir);
}

static void rules_are_listed(void **state)
{
    (void)state;
    int status;
    size_t nbytes;
    const char *const words[] = {"gouji", "rules", NULL};
    char *bytes = run(words, &status, &nbytes);
    assert_int_equal(status, 0);
    assert_non_null(strstr(bytes, "T3-01"));
    struct err err;
    struct ruleset *rules = ruleset_load(NULL, &err);
    size_t nlines = 0;
    for (const char *p = bytes; (p = strchr(p, '\n')); p++)
        nlines++;
    assert_int_equal(nlines, 1 + 3 * ruleset_count(rules)); /* name, basis, text */
    ruleset_free(rules);
    free(bytes);
}

static void a_rule_that_is_off_tells_the_day(void **state)
{
    (void)state;
    char dir[] = "/tmp/gouji-off-XXXXXX", folder[64], file[80];
    int status;
    size_t nbytes;
    assert_non_null(mkdtemp(dir));
    snprintf(folder, sizeof folder, "%s/gouji/rules", dir);
    snprintf(file, sizeof file, "%s/own.json", folder);
    assert_int_equal(path_make_dirs(folder, NULL), 0);
    FILE *own = fopen(file, "w");
    assert_non_null(own);
    fputs("{\"off\": [{\"id\": \"T2-06\", \"reason\": \"R\", \"date\": \"2026-01-31\"}]}", own);
    assert_int_equal(fclose(own), 0);
    setenv("XDG_CONFIG_HOME", dir, 1);
    char *bytes = run((const char *const[]){"gouji", "rules", NULL}, &status, &nbytes);
    unsetenv("XDG_CONFIG_HOME");
    assert_int_equal(status, 0);
    assert_non_null(strstr(bytes, "R (2026-01-31)\n"));
    free(bytes);
    remove_all(folder);
    snprintf(folder, sizeof folder, "%s/gouji", dir);
    assert_int_equal(rmdir(folder), 0);
    assert_int_equal(rmdir(dir), 0);
}

/* Which weight goes with which case, each case once. */
static void weights_are_told_with_their_cases(void **state)
{
    (void)state;
    int status;
    size_t nbytes;
    char *bytes = run((const char *const[]){"gouji", "explain", "TT-10", NULL}, &status, &nbytes);
    assert_non_null(strstr(bytes, "; error; warning: several kinds are one number, "
                                  "words of another scope stand near, or the number is rounded; "
                                  "info: only 政策文件 are named, only a part is counted)\n"));
    free(bytes);
}

/* As they are typed, or copied from a finding. */
static void checks_are_found_by_the_names_findings_have(void **state)
{
    (void)state;
    static const char *const names[] = {"T3-02", "t3-02", "T3-02/unable_1"};
    static const char *const unknown[] = {"T3-0", "T3-022", "/np", "T3"};
    int status;
    size_t nbytes;
    for (size_t i = 0; i < COUNT(names); i++) {
        char *bytes =
            run((const char *const[]){"gouji", "explain", names[i], NULL}, &status, &nbytes);
        assert_int_equal(status, 0);
        assert_memory_equal(bytes, "T3-02  ", 7);
        free(bytes);
    }
    for (size_t i = 0; i < COUNT(unknown); i++) {
        free(run((const char *const[]){"gouji", "explain", unknown[i], NULL}, &status, &nbytes));
        assert_int_equal(status, 2);
    }
}

int main(void)
{
    setenv("GOUJI_DATA", "data", 0);
    unsetenv("GOUJI_REVIEWER");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(samples_print_as_before),
        cmocka_unit_test(samples_give_one_object_each),
        cmocka_unit_test(text_is_exact),
        cmocka_unit_test(reviews_are_taken_in),
        cmocka_unit_test(a_second_report_is_told),
        cmocka_unit_test(bad_files_are_told),
        cmocka_unit_test(rules_are_listed),
        cmocka_unit_test(a_rule_that_is_off_tells_the_day),
        cmocka_unit_test(weights_are_told_with_their_cases),
        cmocka_unit_test(checks_are_found_by_the_names_findings_have),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
