/* check --format: every format is well-formed, says the same findings, and shows
 * no personal number, whatever stands in the report or is the file's name. */
#include "command_run.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gouji/base/json.h"
#include "gouji/base/path.h"
#include "gouji/cli/command.h"

enum { MAX_DEPTH = 8 };

#define ID "11010519491231002X"
#define MOBILE "13800138000"

static const char *const formats[] = {"text", "json", "jsonl", "sarif", "junit", "csv", "rdjsonl"};

/* A sample's text with personal numbers, a formula and markup in its prose, in a
 * folder of its own. */
struct shop {
    char dir[64], report[96], formula[96];
};

static int make_shop(void **state)
{
    struct shop *shop = calloc(1, sizeof *shop);
    struct err err;
    char *text;
    size_t nbytes;
    strcpy(shop->dir, "/tmp/gouji-formats-XXXXXX");
    if (!mkdtemp(shop->dir) || path_read("data/samples/09-luming-tongjiju-2023.txt", LIMIT, "test",
                                         &text, &nbytes, &err) != 0)
        return -1;
    snprintf(shop->report, sizeof shop->report, "%s/a & <b> %%\"=.txt", shop->dir);
    snprintf(shop->formula, sizeof shop->formula, "%s/notes.txt", shop->dir);
    struct str all = STR_INIT;
    str_append(&all, slice_make(text, nbytes));
    str_add(&all, "\n申请人甲手机" MOBILE "，身份证号" ID "，<b>&\"来信\"共收到3件。\n"
                  "名册\t号码\n乙\t" MOBILE "\n丙\t" ID "\n");
    write_file(shop->report, str_text(&all), all.nbytes);
    write_file(shop->formula, "+1 -1 no report at all\n", 23);
    str_release(&all);
    free(text);
    *state = shop;
    return 0;
}

static int drop_shop(void **state)
{
    struct shop *shop = *state;
    unlink(shop->report);
    unlink(shop->formula);
    int rc = rmdir(shop->dir);
    free(shop);
    return rc;
}

/* What `gouji check --format …` prints; caller frees. */
static char *run_check(const char *format, const char *const *paths, int *status, size_t *nbytes)
{
    const char *words[MAX_ARGUMENTS + 1] = {"gouji", "check", "--format", format};
    for (size_t i = 0; paths[i]; i++)
        words[4 + i] = paths[i];
    return run(words, status, nbytes);
}

static char *run_shop(const struct shop *shop, const char *format)
{
    int status;
    size_t nbytes;
    const char *const paths[] = {shop->report, shop->formula, "=1+1.txt", NULL};
    char *bytes = run_check(format, paths, &status, &nbytes);
    assert_int_equal(status, STATUS_TROUBLE);
    assert_true(nbytes > 0);
    return bytes;
}

static void personal_numbers_are_masked_everywhere(void **state)
{
    for (size_t i = 0; i < COUNT(formats); i++) {
        char *bytes = run_shop(*state, formats[i]);
        if (strstr(bytes, MOBILE) || strstr(bytes, ID))
            fail_msg("%s shows a number", formats[i]);
        assert_non_null(strstr(bytes, "138******00"));
        assert_non_null(strstr(bytes, "PRV-01"));
        free(bytes);
    }
}

static cJSON *parse(const char *bytes, size_t nbytes)
{
    struct err err = {ERR_NONE, ""};
    cJSON *value = json_parse(slice_make(bytes, nbytes), &err);
    if (!value)
        fail_msg("%s", err.text);
    return value;
}

static int count_lines(const char *bytes, void (*visit)(const cJSON *object))
{
    int nlines = 0;
    for (const char *at = bytes; *at; nlines++) {
        size_t length = strcspn(at, "\n");
        cJSON *object = parse(at, length);
        visit(object);
        cJSON_Delete(object);
        assert_int_equal(at[length], '\n');
        at += length + 1;
    }
    return nlines;
}

static void visit_report(const cJSON *object)
{
    assert_non_null(json_string(object, "path"));
}

/* How many findings the jsonl object of the report has. */
static int count_findings(const struct shop *shop)
{
    char *bytes = run_shop(shop, "jsonl");
    assert_int_equal(count_lines(bytes, visit_report), 3);
    cJSON *object = parse(bytes, strcspn(bytes, "\n"));
    int n = cJSON_GetArraySize(json_get(object, "findings"));
    assert_true(n > 5);
    cJSON_Delete(object);
    free(bytes);
    return n;
}

static void json_is_an_array_of_the_same(void **state)
{
    char *bytes = run_shop(*state, "json"), *lines = run_shop(*state, "jsonl");
    cJSON *all = parse(bytes, strlen(bytes)), *first = parse(lines, strcspn(lines, "\n"));
    assert_int_equal(cJSON_GetArraySize(all), 3);
    assert_true(cJSON_Compare(cJSON_GetArrayItem(all, 0), first, true));
    cJSON_Delete(all);
    cJSON_Delete(first);
    free(bytes);
    free(lines);
}

static void visit_diagnostic(const cJSON *object)
{
    const cJSON *location = json_get(object, "location");
    assert_non_null(json_string(object, "message"));
    assert_non_null(json_string(location, "path"));
    const cJSON *start = json_get(json_get(location, "range"), "start");
    assert_true(!start ||
                (json_integer(start, "line", 0) > 0 && json_integer(start, "column", 0) > 0));
    const char *severity = json_string(object, "severity");
    assert_true(strcmp(severity, "ERROR") == 0 || strcmp(severity, "WARNING") == 0 ||
                strcmp(severity, "INFO") == 0);
}

static void rdjsonl_has_a_line_a_finding(void **state)
{
    char *bytes = run_shop(*state, "rdjsonl");
    struct err err;
    struct ruleset *rules = ruleset_load("data/rules", &err);
    assert_non_null(rules);
    int noff = 0; /* told behind the findings */
    for (size_t i = 0; i < ruleset_count(rules); i++)
        noff += !ruleset_at(rules, i)->on;
    ruleset_free(rules);
    assert_int_equal(count_lines(bytes, visit_diagnostic), count_findings(*state) + 2 + noff);
    free(bytes);
}

static void sarif_names_rules_and_places(void **state)
{
    char *bytes = run_shop(*state, "sarif");
    cJSON *log = parse(bytes, strlen(bytes));
    const cJSON *run_object = cJSON_GetArrayItem(json_get(log, "runs"), 0);
    const cJSON *rules = json_get(json_get(json_get(run_object, "tool"), "driver"), "rules");
    const cJSON *results = json_get(run_object, "results"), *result;
    assert_string_equal(json_string(log, "version"), "2.1.0");
    assert_int_equal(cJSON_GetArraySize(results), count_findings(*state));
    cJSON_ArrayForEach (result, results) {
        const cJSON *rule = cJSON_GetArrayItem(rules, (int)json_integer(result, "ruleIndex", -1));
        assert_string_equal(json_string(rule, "id"), json_string(result, "ruleId"));
        bool fails = strcmp(json_string(result, "kind"), "fail") == 0;
        assert_true(fails == (strcmp(json_string(result, "level"), "none") != 0));
        const cJSON *location = cJSON_GetArrayItem(json_get(result, "locations"), 0);
        const char *uri = json_string(
            json_get(json_get(location, "physicalLocation"), "artifactLocation"), "uri");
        assert_non_null(strstr(uri, "/a%20%26%20%3Cb%3E%20%25%22%3D.txt"));
    }
    const cJSON *invocation = cJSON_GetArrayItem(json_get(run_object, "invocations"), 0);
    assert_false(json_bool(invocation, "executionSuccessful", true));
    assert_int_equal(cJSON_GetArraySize(json_get(invocation, "toolExecutionNotifications")), 2);
    cJSON_Delete(log);
    free(bytes);
}

/* Elements nest, attributes are quoted, no bare & or <; *ncases counts cases. */
static void check_xml(const char *at, int *ncases)
{
    struct slice open[MAX_DEPTH];
    size_t depth = 0;
    *ncases = 0;
    while ((at = strchr(at, '<'))) {
        const char *name = at + 1 + (at[1] == '/');
        struct slice tag = slice_make(name, strcspn(name, " />?"));
        const char *end = at;
        for (bool quoted = false; *end && (quoted || *end != '>'); end++) {
            quoted ^= *end == '"';
            assert_true(!quoted || *end != '<');
        }
        assert_int_equal(*end, '>');
        if (at[1] == '/') {
            assert_true(depth > 0 && slice_equal(open[--depth], tag));
        } else if (end[-1] != '/' && at[1] != '?') {
            assert_true(depth < MAX_DEPTH);
            open[depth++] = tag;
        }
        *ncases += at[1] != '/' && slice_is(tag, "testcase");
        at = end;
    }
    assert_int_equal(depth, 0);
}

static void junit_has_a_case_a_finding(void **state)
{
    char *bytes = run_shop(*state, "junit");
    int ncases;
    check_xml(bytes, &ncases);
    assert_int_equal(ncases, count_findings(*state) + 3);
    for (const char *at = bytes; (at = strchr(at, '&')); at++)
        assert_true(strcspn(at, ";") <= 5);
    free(bytes);
}

/* One cell at *at, unquoted into out; true when it ends its row. */
static bool take_cell(const char **at, char *out, size_t nbytes)
{
    size_t n = 0;
    assert_int_equal(*(*at)++, '"');
    for (; **at != '"' || (*at)[1] == '"'; (*at)++) {
        assert_true(**at && n + 1 < nbytes);
        *at += **at == '"';
        out[n++] = **at;
    }
    out[n] = '\0';
    (*at)++;
    bool ends = **at != ',';
    if (ends)
        assert_memory_equal(*at, "\r\n", 2);
    *at += ends ? 2 : 1;
    return ends;
}

static void csv_is_safe_for_spreadsheets(void **state)
{
    char *bytes = run_shop(*state, "csv"), cell[8192];
    const char *at = bytes + 3;
    int nrows = 0;
    bool met_formula = false;
    assert_memory_equal(bytes, "\xEF\xBB\xBF", 3);
    for (; *at; nrows++) {
        int ncells = 1;
        for (; !take_cell(&at, cell, sizeof cell); ncells++) {
            assert_null(cell[0] ? strchr("=+-@\t\r", cell[0]) : NULL);
            met_formula = met_formula || strcmp(cell, "'=1+1.txt") == 0;
        }
        assert_int_equal(ncells, 13);
    }
    assert_true(met_formula);
    assert_true(nrows >= count_findings(*state) + 3);
    free(bytes);
}

/* Amounts have decimals, which only the reader of our own files refuses. */
static void parse_any(const char *bytes, size_t nbytes)
{
    cJSON *value = cJSON_ParseWithLength(bytes, nbytes);
    assert_non_null(value);
    cJSON_Delete(value);
}

static void clean_reports_are_well_formed_too(void **state)
{
    (void)state;
    for (size_t i = 1; i < COUNT(formats); i++) {
        int status, ncases;
        size_t nbytes;
        const char *const paths[] = {"data/samples/01-shuanghuai-zhen-2021.txt", NULL};
        char *bytes = run_check(formats[i], paths, &status, &nbytes);
        assert_int_equal(status, STATUS_CLEAN);
        if (strcmp(formats[i], "junit") == 0)
            check_xml(bytes, &ncases);
        else if (strcmp(formats[i], "json") == 0 || strcmp(formats[i], "sarif") == 0)
            parse_any(bytes, nbytes);
        free(bytes);
    }
}

/* The number of threads changes nothing, nor does where last year's stands. */
static void threads_print_the_same(void **state)
{
    (void)state;
    const char *const one[] = {"-j1", "data/samples", "data/samples", NULL};
    const char *const many[] = {"-j7", "data/samples", "data/samples", NULL};
    for (size_t i = 0; i < COUNT(formats); i++) {
        int status;
        size_t nbytes;
        char *a = run_check(formats[i], one, &status, &nbytes);
        char *b = run_check(formats[i], many, &status, &nbytes);
        assert_string_equal(a, b);
        free(a);
        free(b);
    }
}

/* What an office has switched off or weighed otherwise, in a folder of its own. */
static void local_rules_are_told_in_every_format(void **state)
{
    const struct shop *shop = *state;
    static const char local[] =
        "{\"off\": [{\"id\": \"T2-06\", \"reason\": \"county <A>\", \"date\": \"2026-01-31\"}],"
        "\"severity\": [{\"id\": \"DOC-06\", \"is\": \"error\", \"reason\": \"city B\","
        " \"date\": \"2026-02-01\"}]}";
    char folder[128], file[160];
    const char *const paths[] = {"data/samples/02-liuhe-zhen-2020.txt", NULL};
    snprintf(folder, sizeof folder, "%s/gouji/rules", shop->dir);
    snprintf(file, sizeof file, "%s/local.json", folder);
    assert_int_equal(path_make_dirs(folder, NULL), 0);
    write_file(file, local, strlen(local));
    setenv("XDG_CONFIG_HOME", shop->dir, 1);
    for (size_t i = 0; i < COUNT(formats); i++) {
        static const char *const told[] = {"T2-06", "2026-01-31", "DOC-06", "city B", "2026-02-01"};
        int status;
        size_t nbytes;
        char *bytes = run_check(formats[i], paths, &status, &nbytes);
        for (size_t k = 0; k < COUNT(told); k++)
            if (!strstr(bytes, told[k]))
                fail_msg("%s does not say %s", formats[i], told[k]);
        assert_non_null(
            strstr(bytes, strcmp(formats[i], "junit") == 0 ? "county &lt;A&gt;" : "county <A>"));
        assert_int_equal(status, STATUS_ERRORS); /* the period is now an error */
        free(bytes);
    }
    unsetenv("XDG_CONFIG_HOME");
    unlink(file);
    rmdir(folder);
    snprintf(folder, sizeof folder, "%s/gouji", shop->dir);
    rmdir(folder);
}

/* Of a failed balance, also the explanations that are not the likeliest. */
static void other_explanations_are_told_in_every_format(void **state)
{
    static const char *const told[] = {
        "most likely Table 4 行政复议 总计: 2 should be 3, Table 4 行政复议 结果维持: 1 should be "
        "3",
        "the prose: 3 should be 2, Table 4 行政复议 其他结果: 0 should be 1"};
    const char *const paths[] = {"--lang", "en", "data/samples/04-tangxi-shuiwuju-2021.txt", NULL};
    (void)state;
    for (size_t i = 0; i < COUNT(formats); i++) {
        int status;
        size_t nbytes;
        char *bytes = run_check(formats[i], paths, &status, &nbytes);
        bool has_numbers = strncmp(formats[i], "json", strlen("json")) == 0; /* test_jsonl.c */
        for (size_t k = 0; k < COUNT(told) && !has_numbers; k++)
            if (!strstr(bytes, told[k]))
                fail_msg("%s does not say %s", formats[i], told[k]);
        free(bytes);
    }
}

/* How many related places and texts the only report has. */
struct related {
    int nplaces, ntexts;
};

static struct related count_related(const char *path)
{
    const char *const paths[] = {path, NULL};
    struct related n = {0, 0};
    int status;
    size_t nbytes;
    char *bytes = run_check("rdjsonl", paths, &status, &nbytes);
    for (char *line = strtok(bytes, "\n"); line; line = strtok(NULL, "\n")) {
        cJSON *object = parse(line, strlen(line));
        const cJSON *related;
        cJSON_ArrayForEach (related, json_get(object, "related_locations")) {
            const cJSON *location = json_get(related, "location");
            assert_non_null(json_string(related, "message"));
            assert_string_equal(json_string(location, "path"), path);
            n.nplaces += json_get(location, "range") != NULL;
            n.ntexts++;
        }
        cJSON_Delete(object);
    }
    free(bytes);
    return n;
}

/* A sample whose rows of 0 have totals, each another one: no few changes explain them. */
static void write_unexplained(const char *path)
{
    static const char row[] = "\t0\t0\t0\t0\t0\t0\t0\n", zeros[] = "\t0\t0\t0\t0\t0\t0\t";
    struct str out = STR_INIT;
    struct err err;
    char *text;
    size_t nbytes;
    assert_int_equal(
        path_read("data/samples/08-yunxiu-zhen-2021.txt", LIMIT, "test", &text, &nbytes, &err), 0);
    struct slice rest = slice_make(text, nbytes);
    int n = 3;
    for (const char *at; (at = slice_find(rest, slice_of(row))); n += n) {
        str_append(&out, slice_make(rest.ptr, (size_t)(at - rest.ptr)));
        str_format(&out, "%s%d\n", zeros, n);
        at += strlen(row);
        rest = slice_make(at, (size_t)(text + nbytes - at));
    }
    str_append(&out, rest);
    write_file(path, str_text(&out), out.nbytes);
    str_release(&out);
    free(text);
}

/* What explains a failure stands where the first value is that it would change; that nothing does
 * has no place. */
static void rdjsonl_shows_where_to_look(void **state)
{
    const struct shop *shop = *state;
    char path[96];
    struct related n = count_related("data/samples/04-tangxi-shuiwuju-2021.txt");
    assert_true(n.nplaces > 0 && n.nplaces == n.ntexts);
    snprintf(path, sizeof path, "%s/wrong.txt", shop->dir);
    write_unexplained(path);
    n = count_related(path);
    assert_true(n.nplaces < n.ntexts);
    unlink(path);
}

int main(void)
{
    setenv("GOUJI_DATA", "data", 0);
    unsetenv("GOUJI_REVIEWER");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(personal_numbers_are_masked_everywhere),
        cmocka_unit_test(json_is_an_array_of_the_same),
        cmocka_unit_test(rdjsonl_has_a_line_a_finding),
        cmocka_unit_test(sarif_names_rules_and_places),
        cmocka_unit_test(junit_has_a_case_a_finding),
        cmocka_unit_test(csv_is_safe_for_spreadsheets),
        cmocka_unit_test(local_rules_are_told_in_every_format),
        cmocka_unit_test(other_explanations_are_told_in_every_format),
        cmocka_unit_test(rdjsonl_shows_where_to_look),
        cmocka_unit_test(clean_reports_are_well_formed_too),
        cmocka_unit_test(threads_print_the_same),
    };
    return cmocka_run_group_tests(tests, make_shop, drop_shop);
}
