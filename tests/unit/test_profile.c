/* What an office's own rule file changes stands in every output, with its reason, and the reason
 * is shown as any text from outside: no control character of it reaches a terminal. */
#include "command_run.h"

#include <sys/stat.h>

struct office {
    char dir[64], folder[96], file[128];
};

static const char PROFILE[] =
    "{\"off\": [{\"id\": \"T2-06\", \"reason\": \"vetoed\\nout\\u001b[31m\", \"date\": "
    "\"2026-01-31\"}],"
    "\"severity\": [{\"id\": \"DOC-06\", \"is\": \"info\", \"reason\": \"weighed\\n\\u001b[32m\","
    " \"date\": \"2026-02-01\"}],"
    "\"topics\": [{\"id\": \"SEC-11\", \"name\": \"advice given\", \"words\": [\"建议\", \"提案\"],"
    " \"reason\": \"asked\\n\\u001b[33m\", \"date\": \"2026-02-02\"}]}";

static int open_office(void **state)
{
    static struct office office;
    snprintf(office.dir, sizeof office.dir, "/tmp/gouji-profile-XXXXXX");
    if (!mkdtemp(office.dir))
        return -1;
    snprintf(office.folder, sizeof office.folder, "%s/gouji/rules", office.dir);
    snprintf(office.file, sizeof office.file, "%s/local.json", office.folder);
    if (path_make_dirs(office.folder, NULL) != 0)
        return -1;
    write_file(office.file, PROFILE, strlen(PROFILE));
    *state = &office;
    return setenv("XDG_CONFIG_HOME", office.dir, 1);
}

static int close_office(void **state)
{
    struct office *office = *state;
    unlink(office->file);
    rmdir(office->folder);
    office->folder[strlen(office->folder) - strlen("/rules")] = '\0';
    rmdir(office->folder);
    return rmdir(office->dir);
}

#define SAMPLE "data/samples/02-liuhe-zhen-2020.txt"
#define CHANGES "T2-06", "2026-01-31", "vetoed", "DOC-06", "2026-02-01", "weighed"

static void every_output_tells_what_was_changed(void **state)
{
    static const struct {
        const char *const words[8];
        const char *const told[8];
    } cases[] = {
        {{"gouji", "check", SAMPLE}, {CHANGES}},
        {{"gouji", "check", "--format", "csv", SAMPLE}, {CHANGES}},
        {{"gouji", "check", "--format", "junit", SAMPLE}, {CHANGES}},
        {{"gouji", "check", "--format", "rdjsonl", SAMPLE}, {CHANGES}},
        {{"gouji", "check", "--format", "jsonl", SAMPLE}, {CHANGES}},
        {{"gouji", "check", "--format", "sarif", SAMPLE}, {CHANGES}},
        {{"gouji", "compare", SAMPLE, SAMPLE}, {CHANGES}},
        {{"gouji", "compare", "--format", "json", SAMPLE, SAMPLE},
         {CHANGES, "\"severity\":\"info\""}},
        {{"gouji", "ledger", SAMPLE}, {CHANGES}},
        {{"gouji", "ledger", "--format", "csv", SAMPLE}, {CHANGES}},
        {{"gouji", "ledger", "--format", "json", SAMPLE}, {CHANGES, "\"severity\":\"info\""}},
        {{"gouji", "opinion", SAMPLE}, {CHANGES, "DOC-06: info, weighed"}},
        {{"gouji", "opinion", "--format", "markdown", SAMPLE}, {CHANGES}},
        {{"gouji", "rules"}, {CHANGES, "advice given"}},
        {{"gouji", "explain", "T2-06"}, {"vetoed", "2026-01-31"}},
        {{"gouji", "explain", "DOC-06"}, {"weighed", "2026-02-01"}},
        {{"gouji", "explain", "SEC-11"}, {"asked", "advice given", "建议", "提案", "2026-02-02"}},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        int status;
        size_t nbytes;
        char *bytes = run(cases[i].words, &status, &nbytes);
        const char *name = cases[i].words[1], *format = cases[i].words[3];
        for (size_t k = 0; k < COUNT(cases[i].told) && cases[i].told[k]; k++)
            if (!strstr(bytes, cases[i].told[k]))
                fail_msg("%s %s does not say %s:\n%s", name, format, cases[i].told[k], bytes);
        if (strchr(bytes, '\033') || strstr(bytes, "vetoed\n") || strstr(bytes, "weighed\n"))
            fail_msg("%s %s says the reason as it is:\n%s", name, format, bytes);
        free(bytes);
    }
}

/* With every check off nothing was found, and nothing is clean. */
static void reports_that_nothing_judged_are_not_clean(void **state)
{
    const struct office *office = *state;
    struct err err = {0};
    struct ruleset *rules = ruleset_load(NULL, &err);
    struct str all = STR_INIT;
    int status;
    size_t nbytes;
    assert_non_null(rules);
    for (size_t i = 0; i < ruleset_count(rules); i++)
        str_format(&all, "%s{\"id\": \"%s\", \"reason\": \"r\", \"date\": \"2026-01-31\"}",
                   i ? "," : "{\"off\": [", ruleset_at(rules, i)->id);
    str_add(&all, "]}");
    ruleset_free(rules);
    write_file(office->file, str_text(&all), all.nbytes);
    str_release(&all);
    char *bytes =
        run((const char *const[]){"gouji", "check", SAMPLE, SAMPLE, NULL}, &status, &nbytes);
    assert_non_null(strstr(bytes, "not evaluated, as all checks are off: 2\n"));
    assert_non_null(strstr(bytes, "clean 0, with errors 0,"));
    free(bytes);
    write_file(office->file, PROFILE, strlen(PROFILE));
}

int main(void)
{
    setenv("GOUJI_DATA", "data", 0);
    unsetenv("GOUJI_REVIEWER");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_output_tells_what_was_changed),
        cmocka_unit_test(reports_that_nothing_judged_are_not_clean),
    };
    return cmocka_run_group_tests(tests, open_office, close_office);
}
