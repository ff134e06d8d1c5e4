/* cli/options: every option where it belongs, every fault with its reason. */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../../src/cli/inputs.h"
#include "gouji/cli/options.h"
#include "gouji/text/width.h"

enum { MAX_WORDS = 16 };

static int parse(const char *line, struct options *options, struct err *err)
{
    static char buffer[512];
    char *words[MAX_WORDS + 1] = {NULL};
    int count = 0;
    snprintf(buffer, sizeof buffer, "gouji %s", line);
    for (char *save, *word = strtok_r(buffer, " ", &save); word;
         word = strtok_r(NULL, " ", &save)) {
        assert_true(count < MAX_WORDS);
        words[count++] = strcmp(word, "EMPTY") == 0 ? word + 5 : word;
    }
    return options_parse(count, words, options, err);
}

static void commands_are_told(void **state)
{
    (void)state;
    const struct {
        const char *line;
        enum command command;
        size_t npaths;
        const char *first;
    } table[] = {
        {"a.txt", COMMAND_REVIEW, 1, "a.txt"},
        {"a b c", COMMAND_REVIEW, 3, "a"},
        {"check a b", COMMAND_CHECK, 2, "a"},
        {"--lang en check a", COMMAND_CHECK, 1, "a"},
        {"check a --lang en", COMMAND_CHECK, 1, "a"},
        {"check check", COMMAND_CHECK, 1, "check"},
        {"a check", COMMAND_REVIEW, 2, "a"},
        {"./check", COMMAND_REVIEW, 1, "./check"},
        {"-- check", COMMAND_REVIEW, 1, "check"},
        {"check -- -x", COMMAND_CHECK, 1, "-x"},
        {"check q/a.txt.zhang.verdict.json q/a.txt.zhang.verdict.json.lock q/a.txt", COMMAND_CHECK,
         1, "q/a.txt"},
        {"q/a.txt.zhang.verdict.jsonl", COMMAND_REVIEW, 1, "q/a.txt.zhang.verdict.jsonl"},
        {"show a", COMMAND_SHOW, 1, "a"},
        {"opinion a", COMMAND_OPINION, 1, "a"},
        {"rules", COMMAND_RULES, 0, NULL},
        {"--help", COMMAND_HELP, 0, NULL},
        {"-h", COMMAND_HELP, 0, NULL},
        {"check --help", COMMAND_HELP, 0, NULL},
        {"--help show", COMMAND_HELP, 1, NULL},
        {"--version", COMMAND_VERSION, 0, NULL},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        struct options options;
        struct err err;
        assert_int_equal(parse(table[i].line, &options, &err), 0);
        assert_int_equal(options.command, table[i].command);
        if (table[i].first) {
            assert_int_equal(options.npaths, table[i].npaths);
            assert_string_equal(options.paths[0], table[i].first);
        }
        options_release(&options);
    }
}

static void values_arrive(void **state)
{
    (void)state;
    struct options options;
    struct err err;
    assert_int_equal(parse("--reviewer=li --verdicts v --theme dark --size 80x24 --color never "
                           "--script k a",
                           &options, &err),
                     0);
    assert_string_equal(options.reviewer, "li");
    assert_string_equal(options.verdicts_dir, "v");
    assert_string_equal(options.theme, "dark");
    assert_string_equal(options.script, "k");
    assert_int_equal(options.cols, 80);
    assert_int_equal(options.rows, 24);
    assert_int_equal(options.color, COLOR_NEVER);
    options_release(&options);

    assert_int_equal(parse("opinion --all -oout.md --format markdown a", &options, &err), 0);
    assert_true(options.all);
    assert_string_equal(options.output, "out.md");
    assert_int_equal(options.format, FORMAT_MARKDOWN);
    options_release(&options);

    assert_int_equal(parse("check --format jsonl -v log a", &options, &err), 0);
    assert_int_equal(options.format, FORMAT_JSONL);
    assert_string_equal(options.log, "log");
    options_release(&options);

    assert_int_equal(parse("check -j 2 --format sarif --files-from - -0", &options, &err), 0);
    assert_int_equal(options.format, FORMAT_SARIF);
    assert_int_equal(options.jobs, 2);
    assert_string_equal(options.files_from, "-");
    assert_true(options.null);
    assert_int_equal(options.npaths, 0);
    options_release(&options);

    assert_int_equal(parse("show --text --ascii -", &options, &err), 0);
    assert_true(options.text && options.ascii);
    assert_string_equal(options.paths[0], "-");
    options_release(&options);
}

static void reviewer_may_stand_in_the_environment(void **state)
{
    (void)state;
    struct options options;
    struct err err;
    setenv("GOUJI_REVIEWER", "wang", 1);
    assert_int_equal(parse("a", &options, &err), 0);
    assert_string_equal(options.reviewer, "wang");
    options_release(&options);
    assert_int_equal(parse("--reviewer li a", &options, &err), 0);
    assert_string_equal(options.reviewer, "li");
    options_release(&options);
    unsetenv("GOUJI_REVIEWER");
    assert_int_equal(parse("a", &options, &err), 0);
    assert_null(options.reviewer);
    options_release(&options);
}

static void faults_are_named(void **state)
{
    (void)state;
    const struct {
        const char *line, *needle;
    } table[] = {
        {"", "name the report"},
        {"check", "check: name the report"},
        {"explain", "explain: name a check"},
        {"show a b", "more arguments"},
        {"rules a", "more arguments"},
        {"--nonsense a", "--nonsense"},
        {"-q a", "-q"},
        {"a --lang", "--lang needs a value"},
        {"--lang fr a", "\"fr\""},
        {"--lang=en=zh a", "\"en=zh\""},
        {"check --format pdf a", "text|json|jsonl|sarif|junit|csv|rdjsonl"},
        {"opinion --format pdf a", "text|markdown"},
        {"check -j 0 a", "\"0\""},
        {"check -j 65 a", "\"65\""},
        {"check -j2x a", "\"2x\""},
        {"check -0", "name the report"},
        {"check --prior a --prior b c", "--prior was given twice"},
        {"check --files-from a --files-from=b", "--files-from was given twice"},
        {"ledger --expected a --expected b c", "--expected was given twice"},
        {"rollup --whole a --whole b c", "--whole was given twice"},
        {"show --files-from l a", "--files-from is no option of show"},
        {"check --format markdown a", "--format"},
        {"opinion --format jsonl a", "--format"},
        {"check --theme dark a", "--theme is no option of check"},
        {"show --all a", "--all is no option of show"},
        {"--text a", "--text is no option of gouji"},
        {"show --text=x a", "takes no value"},
        {"--size 80 a", "\"80\""},
        {"--size 0x24 a", "\"0x24\""},
        {"--size 80x24x a", "\"80x24x\""},
        {"--size 99999x24 a", "99999x24"},
        {"--reviewer EMPTY a", "--reviewer is empty"},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        struct options options;
        struct err err = {ERR_NONE, ""};
        assert_int_equal(parse(table[i].line, &options, &err), -1);
        assert_int_equal(err.kind, ERR_USAGE);
        if (!strstr(err.text, table[i].needle))
            fail_msg("%s: %s", table[i].line, err.text);
        assert_non_null(strstr(err.text, "--help"));
    }
}

static void language_is_known_early(void **state)
{
    (void)state;
    const struct {
        char *words[4];
        const char *lang;
    } table[] = {{{"gouji", "--lang", "en", "--oops"}, "en"},
                 {{"gouji", "--lang=zh", "x", "y"}, "zh"},
                 {{"gouji", "--lang", "fr", "x"}, NULL},
                 {{"gouji", "--", "--lang", "en"}, NULL},
                 {{"gouji", "a", "b", "--lang"}, NULL}};
    for (size_t i = 0; i < COUNT(table); i++) {
        const char *lang = options_lang(4, table[i].words);
        if (table[i].lang)
            assert_string_equal(lang, table[i].lang);
        else
            assert_null(lang);
    }
}

static void help_fits_the_screen(void **state)
{
    (void)state;
    struct str help = STR_INIT;
    options_help(&help);
    for (const char *word = "check\0show\0opinion\0rules\0--lang\0-o, \0--size\0-v, \0"; *word;
         word += strlen(word) + 1)
        assert_non_null(strstr(str_text(&help), word));
    /* of an option that one command alone takes */
    assert_non_null(strstr(str_text(&help), "FILE                 opinion: "));
    for (const char *line = str_text(&help); *line;) {
        size_t length = strcspn(line, "\n");
        assert_true(width_text(slice_make(line, length)) <= 100);
        line += length + (line[length] == '\n');
    }
    str_release(&help);
}

/* As editors write it: a mark in front, CR LF. */
static void a_list_may_begin_with_a_mark(void **state)
{
    (void)state;
    char path[] = "/tmp/gouji-list-XXXXXX";
    FILE *file = fdopen(mkstemp(path), "w");
    struct options options = {.files_from = path};
    struct inputs inputs;
    struct err err = {ERR_NONE, ""};
    assert_non_null(file);
    fputs("\xEF\xBB\xBF"
          "a.txt\r\nb.txt\r\n",
          file);
    fclose(file);
    assert_int_equal(inputs_read(&options, &inputs, &err), 0);
    assert_int_equal(inputs.npaths, 2);
    assert_string_equal(inputs.paths[0], "a.txt");
    assert_string_equal(inputs.paths[1], "b.txt");
    inputs_release(&inputs);
    unlink(path);
}

int main(void)
{
    unsetenv("GOUJI_REVIEWER");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(commands_are_told),
        cmocka_unit_test(values_arrive),
        cmocka_unit_test(faults_are_named),
        cmocka_unit_test(reviewer_may_stand_in_the_environment),
        cmocka_unit_test(language_is_known_early),
        cmocka_unit_test(help_fits_the_screen),
        cmocka_unit_test(a_list_may_begin_with_a_mark),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
