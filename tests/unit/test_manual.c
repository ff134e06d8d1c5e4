/* The manual says what the program does: its tables of options, keys, styles,
 * kinds and members are held against the program's own. gouji-keys(7) is made
 * here: UPDATE_GOLDEN=1 build/tests/unit/test_manual writes it anew. */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cjson/cJSON.h>

#include "../../src/app/app_private.h"
#include "gouji/base/path.h"
#include "gouji/cli/options.h"

enum { LIMIT = 1024 * 1024 };

static char *page(const char *path)
{
    char *bytes = NULL;
    size_t nbytes;
    struct err err = {0};
    if (path_read(path, LIMIT, "page", &bytes, &nbytes, &err) < 0)
        fail_msg("%s", err.text);
    return bytes;
}

/* A word of the page, not a part of another one. */
static bool names(const char *text, const char *word)
{
    size_t n = strlen(word);
    for (const char *at = text; (at = strstr(at, word)); at += n) {
        bool begins = at == text || strchr(" \n|", at[-1]) != NULL;
        if (begins && strchr(" \n|,", at[n]) != NULL)
            return true;
    }
    return false;
}

static void expect_named(const char *path, const char *text, const char *word)
{
    if (!names(text, word))
        fail_msg("%s does not name %s", path, word);
}

/* ---- gouji(1) ---- */

static void names_every_option_and_command(void **state)
{
    static const char path[] = "data/man/gouji.1";
    static const char *const commands[] = {"tutor",  "check",   "show",  "opinion", "ledger",
                                           "rollup", "compare", "rules", "explain"};
    (void)state;
    struct str help = STR_INIT;
    char *text = page(path), word[64];
    options_help(&help);
    int found = 0;
    for (char *line = strtok(help.data, "\n"); line; line = strtok(NULL, "\n")) {
        char name[32];
        if (sscanf(line + (strlen(line) > 6 ? 6 : 0), "--%31[a-z-]", name) != 1)
            continue;
        snprintf(word, sizeof word, "Fl Fl %s", name);
        expect_named(path, text, word);
        found++;
    }
    assert_true(found > 20);
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
        snprintf(word, sizeof word, ".It Cm %s", commands[i]);
        expect_named(path, text, word);
    }
    str_clear(&help); /* and none that is not there */
    options_help(&help);
    for (const char *at = text; (at = strstr(at, "Fl Fl ")); at += 6) {
        char name[32], option[40];
        assert_int_equal(sscanf(at, "Fl Fl %31[a-z-]", name), 1);
        snprintf(option, sizeof option, "--%s ", name);
        if (!strstr(str_text(&help), option))
            fail_msg("%s has --%s, which is no option", path, name);
    }
    str_release(&help);
    free(text);
}

/* ---- gouji-config(5) ---- */

static void names_every_setting_and_its_values(void **state)
{
    static const char path[] = "data/man/gouji-config.5";
    (void)state;
    char *text = page(path), word[64];
    for (size_t i = 0; config_option(i); i++) {
        snprintf(word, sizeof word, ".It Cm %s", config_option(i));
        expect_named(path, text, word);
        const char *line = strstr(text, word);
        for (size_t k = 0; config_choice(config_option(i), k); k++) {
            const char *value = strstr(line, config_choice(config_option(i), k));
            if (!value || value > strchr(line, '\n'))
                fail_msg("%s: %s lacks %s", path, config_option(i),
                         config_choice(config_option(i), k));
        }
    }
    for (unsigned bit = 1; bit <= IN_ALL; bit <<= 1)
        expect_named(path, text, action_context_name((enum action_context)bit));
    free(text);
}

/* The example is itself a configuration. */
static void gives_an_example_that_loads(void **state)
{
    (void)state;
    char *text = page("data/man/gouji-config.5"), file[] = "/tmp/gouji-manual-XXXXXX";
    char *from = strstr(text, "set theme light"), *to = from ? strstr(from, ".Ed") : NULL;
    assert_non_null(to);
    FILE *out = fdopen(mkstemp(file), "w");
    fwrite(from, 1, (size_t)(to - from), out);
    fclose(out);
    struct str dump = STR_INIT, faults = STR_INIT;
    struct err err = {0};
    assert_int_equal(app_settings(file, &dump, &faults, &err), 0);
    unlink(file);
    assert_string_equal(str_text(&faults), "");
    str_release(&dump);
    str_release(&faults);
    free(text);
}

/* ---- gouji-theme(5), gouji-rules(5), gouji-verdict(5) ---- */

static void names_every_style(void **state)
{
    static const char path[] = "data/man/gouji-theme.5";
    (void)state;
    char *text = page(path), word[64];
    int items = 0;
    for (int style = 0; style < STYLE_COUNT; style++) {
        snprintf(word, sizeof word, ".It Cm %s", style_name((enum style)style));
        expect_named(path, text, word);
    }
    for (const char *at = text; (at = strstr(at, ".It Cm ")); at++)
        items++;
    assert_int_equal(items, STYLE_COUNT);
    free(text);
}

static void names_every_kind_in_use(void **state)
{
    static const char path[] = "data/man/gouji-rules.5";
    static const char *const files[] = {"data/rules/prose.json", "data/rules/tables.json"};
    (void)state;
    char *text = page(path);
    for (size_t i = 0; i < 2; i++) {
        char *bytes = page(files[i]);
        cJSON *root = cJSON_Parse(bytes);
        const cJSON *rule;
        assert_non_null(root);
        cJSON_ArrayForEach (rule, cJSON_GetObjectItem(root, "rules"))
            expect_named(path, text, cJSON_GetObjectItem(rule, "kind")->valuestring);
        cJSON_Delete(root);
        free(bytes);
    }
    free(text);
}

static void names_every_member_of_a_verdict(void **state)
{
    static const char path[] = "data/man/gouji-verdict.5";
    (void)state;
    char *text = page(path), *bytes = page("data/verdict.schema.json");
    cJSON *schema = cJSON_Parse(bytes);
    const cJSON *member;
    assert_non_null(schema);
    cJSON_ArrayForEach (member, cJSON_GetObjectItem(schema, "properties"))
        expect_named(path, text, member->string);
    for (int v = VERDICT_CONFIRMED; v < VERDICT_COUNT; v++)
        expect_named(path, text, verdict_name((enum verdict)v));
    cJSON_Delete(schema);
    free(bytes);
    free(text);
}

/* ---- gouji-keys(7) ---- */

enum { KEYS_MAX = 16 };

struct row {
    enum action action;
    struct {
        char name[32];
        unsigned contexts;
    } keys[KEYS_MAX];
    int count;
};

static void note_key(void *closure, enum action_context context, const char *keys,
                     enum action action)
{
    struct row *row = closure;
    int i = 0;
    if (action != row->action)
        return;
    while (i < row->count && strcmp(row->keys[i].name, keys) != 0)
        i++;
    assert_true(i < KEYS_MAX);
    if (i == row->count)
        snprintf(row->keys[row->count++].name, sizeof row->keys[0].name, "%s", keys);
    row->keys[i].contexts |= (unsigned)context;
}

static void add_escaped(struct str *out, const char *text)
{
    for (; *text; text++) {
        if (*text == '\\')
            str_add(out, "\\e");
        else if (*text == '-')
            str_add(out, "\\-");
        else if (*text == '\'')
            str_add(out, "\\(aq");
        else if (*text == '"')
            str_add(out, "\\(dq");
        else if (*text == '`')
            str_add(out, "\\(ga");
        else if (*text == '^')
            str_add(out, "\\(ha");
        else if (*text == '~')
            str_add(out, "\\(ti");
        else
            str_byte(out, *text);
    }
}

/* Groups where they cover what is bound, the largest first. */
static void add_contexts(struct str *out, unsigned contexts)
{
    static const unsigned groups[] = {IN_ALL, IN_LISTS, IN_REPORT};
    bool first = true;
    for (size_t i = 0; i < sizeof groups / sizeof groups[0]; i++) {
        if ((contexts & groups[i]) != groups[i])
            continue;
        str_format(out, "%s%s", first ? "" : ", ",
                   action_context_name((enum action_context)groups[i]));
        contexts &= ~groups[i];
        first = false;
    }
    for (unsigned bit = 1; bit <= IN_ALL; bit <<= 1)
        if (contexts & bit) {
            str_format(out, "%s%s", first ? "" : ", ",
                       action_context_name((enum action_context)bit));
            first = false;
        }
}

/* Keys bound in the same places stand together. */
static void add_keys(struct str *out, const struct row *row)
{
    if (row->count == 0)
        str_add(out, "by name only");
    for (int i = 0; i < row->count; i++) {
        bool before = i > 0 && row->keys[i - 1].contexts == row->keys[i].contexts;
        bool behind = i + 1 < row->count && row->keys[i + 1].contexts == row->keys[i].contexts;
        str_add(out, i == 0 ? "\\fB" : before ? " \\fB" : "; \\fB");
        add_escaped(out, row->keys[i].name);
        str_add(out, "\\fR");
        if (behind)
            continue;
        str_add(out, " (");
        add_contexts(out, row->keys[i].contexts);
        str_byte(out, ')');
    }
}

static void add_editing_keys(struct str *out)
{
    const char *last = NULL, *help;
    struct key key;
    char name[32];
    for (size_t i = 0; (help = lineedit_key_help(i, &key)); last = help, i++) {
        key_format(key, name, sizeof name);
        bool same = last && strcmp(last, help) == 0;
        if (!same) {
            str_format(out, "%s.It %c", last ? "\n" : "", help[0] - 'a' + 'A');
            add_escaped(out, help + 1);
        }
        str_add(out, same ? " \\fB" : "\n\\fB");
        add_escaped(out, name);
        str_add(out, "\\fR");
    }
    str_byte(out, '\n');
}

static void write_keys(const struct keymap *map, struct str *out)
{
    const char *group = NULL;
    str_add(out, ".\\\" Made from the action table and data/keys by tests/unit/test_manual.c\n"
                 ".Dd November 21, 2026\n.Dt GOUJI-KEYS 7\n.Os\n.Sh NAME\n.Nm gouji-keys\n"
                 ".Nd keys and commands of gouji\n.Sh DESCRIPTION\n"
                 "Every act of\n.Xr gouji 1\nis a command, typed behind\n.Ic :\\&\n"
                 "by its name or a beginning of it that no other shares, and most are bound to "
                 "keys.\nA number before a key is a count.\n"
                 "Full\\-width signs such as \xef\xbc\x9a and \xef\xbc\x9f count as their ASCII "
                 "keys.\n"
                 "Contexts stand in brackets:\n.Em lists\nis every pane,\n.Em report\n"
                 "every pane but the queue.\n"
                 "Bindings are changed in the configuration,\n.Xr gouji-config 5 .\n"
                 "On the screen\n.Ic ?\\&\nshows those in force,\n.Ic :describe\\-key\n"
                 "says what the next key does.\n");
    for (int i = 0; i < ACTION_TOTAL; i++) {
        const struct action_entry *entry = action_entry((enum action)i);
        struct row row = {.action = (enum action)i};
        const char *before = group;
        group = action_group((enum action)i);
        if (group != before)
            str_format(out, "%s.Ss %s\n.Bl -tag -width Ds\n", before ? ".El\n" : "", group);
        keymap_each(map, IN_ALL, note_key, &row);
        str_format(out, ".It Ic :%s%s\n", entry->name,
                   entry->flags & ACTION_ARGUMENT ? " Op Ar argument" : "");
        str_byte(out,
                 (char)(entry->help[0] >= 'a' && entry->help[0] <= 'z' ? entry->help[0] - 'a' + 'A'
                                                                       : entry->help[0]));
        add_escaped(out, entry->help + 1);
        str_add(out, ".\n.br\n");
        add_keys(out, &row);
        str_add(out, ".\n");
    }
    add_editing_keys(out);
    str_add(out, ".El\n.Sh SEE ALSO\n.Xr gouji 1 ,\n.Xr gouji-config 5\n");
}

static void lists_every_command_with_its_keys(void **state)
{
    static const char path[] = "data/man/gouji-keys.7";
    (void)state;
    struct str faults = STR_INIT, made = STR_INIT;
    struct err err = {0};
    struct keymap *map = keymap_new();
    assert_int_equal(keymap_load(map, "data/keys", &faults, &err), 0);
    write_keys(map, &made);
    const char *update = getenv("UPDATE_GOLDEN");
    if (update && *update) {
        FILE *out = fopen(path, "w");
        fputs(str_text(&made), out);
        fclose(out);
    }
    char *text = page(path);
    if (strcmp(text, str_text(&made)) != 0)
        fail_msg("%s is not of today's keys; UPDATE_GOLDEN=1 build/tests/unit/test_manual", path);
    free(text);
    str_release(&made);
    str_release(&faults);
    keymap_free(map);
}

/* ---- all pages ---- */

static void is_clean_to_the_formatters(void **state)
{
    (void)state;
    if (system("command -v mandoc >/dev/null") == 0) {
        if (system("mandoc -T lint -W warning data/man/*") != 0)
            fail_msg("mandoc has complaints");
    } else {
        printf("skipped: no mandoc\n");
    }
    if (system("command -v groff >/dev/null") == 0) {
        if (system(
                "for page in data/man/*; do groff -mdoc -Tutf8 -Kutf8 -ww -z \"$page\" 2>&1; done"
                " | { ! grep .; }") != 0)
            fail_msg("groff has complaints");
    } else {
        printf("skipped: no groff\n");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_every_option_and_command),
        cmocka_unit_test(names_every_setting_and_its_values),
        cmocka_unit_test(gives_an_example_that_loads),
        cmocka_unit_test(names_every_style),
        cmocka_unit_test(names_every_kind_in_use),
        cmocka_unit_test(names_every_member_of_a_verdict),
        cmocka_unit_test(lists_every_command_with_its_keys),
        cmocka_unit_test(is_clean_to_the_formatters),
    };
    setenv("GOUJI_DATA", "data", 1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
