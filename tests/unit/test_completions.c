/* The shells' completions offer each command the options it takes, and no
 * other: the files are asked through the shells, where those are installed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "gouji/base/err.h"
#include "gouji/cli/options.h"

static const char *const commands[] = {"",       "tutor",  "check",   "show",  "opinion",
                                       "ledger", "rollup", "compare", "rules", "explain"};
enum { COMMAND_COUNT_ = sizeof commands / sizeof commands[0], OPTIONS_MAX = 64 };

struct names {
    char name[OPTIONS_MAX][24];
    bool argument[OPTIONS_MAX];
    int count;
};

/* Every option, read off the help. */
static struct names all_options(void)
{
    struct names names = {.count = 0};
    struct str help = STR_INIT;
    options_help(&help);
    for (const char *at = str_text(&help); (at = strstr(at, "--")) && names.count < OPTIONS_MAX;) {
        const char *line = at;
        while (line > help.data && line[-1] != '\n')
            line--;
        size_t n = strspn(at + 2, "abcdefghijklmnopqrstuvwxyz-");
        if (at - line == 6 && n > 0) {
            snprintf(names.name[names.count], sizeof names.name[0], "%.*s", (int)n + 2, at);
            names.argument[names.count++] = at[n + 2] == ' ' && at[n + 3] != ' ';
        }
        at += 2;
    }
    str_release(&help);
    assert_true(names.count > 20);
    return names;
}

static const char *value_for(const char *option)
{
    static const char *const values[][2] = {{"--lang", "zh"},     {"--color", "auto"},
                                            {"--jobs", "1"},      {"--size", "80x24"},
                                            {"--format", "text"}, {"--year", "2023"}};
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
        if (strcmp(values[i][0], option) == 0)
            return values[i][1];
    return "x";
}

/* Whether the command takes it: any complaint but that it is not its option. */
static bool takes(const char *command, const char *option, bool argument)
{
    char word[48];
    snprintf(word, sizeof word, "%s%s%s", option, argument ? "=" : "",
             argument ? value_for(option) : "");
    char *argv[] = {"gouji", *command ? (char *)command : word, *command ? word : NULL, NULL};
    struct options options;
    struct err err = {0};
    if (options_parse(*command ? 3 : 2, argv, &options, &err) == 0) {
        options_release(&options);
        return true;
    }
    return strstr(err.text, "is no option of") == NULL;
}

/* Asks the shell; its answer is one word a line. False: it is not installed. */
static bool offered(const char *format, const char *command, struct str *out)
{
    char line[1024], piece[4096];
    snprintf(line, sizeof line, format, command, *command ? " " : "");
    FILE *shell = popen(line, "r");
    assert_non_null(shell);
    str_byte(out, '\n');
    for (size_t n; (n = fread(piece, 1, sizeof piece, shell)) > 0;)
        str_append(out, slice_make(piece, n));
    str_byte(out, '\n');
    return pclose(shell) == 0;
}

static bool holds_line(const struct str *text, const char *line)
{
    size_t n = strlen(line);
    for (const char *at = str_text(text); (at = strstr(at, line)); at += n)
        if (at[-1] == '\n' && strchr("\n\t ", at[n]))
            return true;
    return false;
}

static void compare(const char *shell, const char *format)
{
    struct names names = all_options();
    char installed[64];
    snprintf(installed, sizeof installed, "command -v %s >/dev/null", shell);
    if (system(installed) != 0) {
        printf("skipped: no %s\n", shell);
        return;
    }
    for (int i = 0; i < COMMAND_COUNT_; i++) {
        struct str words = STR_INIT;
        if (!offered(format, commands[i], &words))
            fail_msg("%s failed: %s", shell, str_text(&words));
        for (int k = 0; k < names.count; k++) {
            bool wanted = takes(commands[i], names.name[k], names.argument[k]);
            if (wanted != holds_line(&words, names.name[k]))
                fail_msg("%s: gouji %s %s %s", shell, commands[i], names.name[k],
                         wanted ? "is not offered" : "is offered and not taken");
        }
        str_release(&words);
    }
}

static void bash_offers_what_is_taken(void **state)
{
    (void)state;
    compare("bash", "bash -c 'source data/completions/gouji.bash; "
                    "COMP_WORDS=(gouji %s%s --); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); "
                    "_gouji; printf \"%%s\\n\" \"${COMPREPLY[@]}\"'");
}

static void fish_offers_what_is_taken(void **state)
{
    (void)state;
    compare("fish", "fish --no-config -c 'source data/completions/gouji.fish; "
                    "complete -C \"gouji %s%s--\"'");
}

/* zsh cannot be asked without a terminal: the words of its file are compared. */
static void zsh_knows_every_option(void **state)
{
    (void)state;
    struct names names = all_options();
    char text[16384];
    FILE *file = fopen("data/completions/_gouji", "r");
    assert_non_null(file);
    size_t n = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    text[n] = '\0';
    for (int k = 0; k < names.count; k++)
        if (!strstr(text, names.name[k]))
            fail_msg("_gouji lacks %s", names.name[k]);
    for (const char *at = text; (at = strstr(at, "--")); at += 2) {
        size_t length = strspn(at + 2, "abcdefghijklmnopqrstuvwxyz-");
        bool known = length == 0;
        for (int k = 0; k < names.count; k++)
            known |=
                strlen(names.name[k]) == length + 2 && strncmp(names.name[k], at, length + 2) == 0;
        if (!known)
            fail_msg("_gouji offers %.*s", (int)length + 2, at);
    }
    if (system("command -v zsh >/dev/null && ! zsh -n data/completions/_gouji") == 0)
        fail_msg("zsh cannot read _gouji");
}

static void bash_offers_values(void **state)
{
    static const struct {
        const char *words, *value;
    } cases[] = {
        {"gouji --theme d", "deutan"},
        {"gouji --lang = z", "zh"},
        {"gouji check --format r", "rdjsonl"},
        {"gouji opinion --format m", "markdown"},
        {"gouji sho", "show"},
        {"gouji data/sampl", "data/samples"},
        {"gouji compare --format j", "json"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct str words = STR_INIT;
        offered("bash -c 'source data/completions/gouji.bash; COMP_WORDS=(%s%s); "
                "COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _gouji; "
                "printf \"%%s\\n\" \"${COMPREPLY[@]}\"'",
                cases[i].words, &words);
        if (!holds_line(&words, cases[i].value))
            fail_msg("%s does not give %s but %s", cases[i].words, cases[i].value,
                     str_text(&words));
        str_release(&words);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bash_offers_what_is_taken),
        cmocka_unit_test(bash_offers_values),
        cmocka_unit_test(fish_offers_what_is_taken),
        cmocka_unit_test(zsh_knows_every_option),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
