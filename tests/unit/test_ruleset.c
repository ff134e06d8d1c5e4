/* Rule files are checked when they are loaded, and a fault is named with its
 * file, line and rule. */
#include "gouji/check/ruleset.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../../src/check/evaluation.h"
#include "check.h"
#include "gouji/base/json.h"
#include "gouji/report/form.h"

/* A rule folder of one or two files in a fresh temporary place. */
struct folder {
    char dir[64];
};

static struct folder folder_make(void)
{
    struct folder folder;
    snprintf(folder.dir, sizeof folder.dir, "/tmp/gouji-rules-XXXXXX");
    assert_non_null(mkdtemp(folder.dir));
    return folder;
}

static void folder_write(const struct folder *folder, const char *name, const char *text)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", folder->dir, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void folder_remove(const struct folder *folder)
{
    static const char *const names[] = {"a.json", "b.json", "note.txt"};
    for (size_t i = 0; i < COUNT(names); i++) {
        char path[128];
        snprintf(path, sizeof path, "%s/%s", folder->dir, names[i]);
        unlink(path);
    }
    rmdir(folder->dir);
}

#define TEXTS "\"name\":{\"zh\":\"名\",\"en\":\"name\"},\"basis\":{\"zh\":\"据\",\"en\":\"basis\"}"
#define HEAD "\"version\":1,\"class\":\"hard\",\"severity\":[{\"is\":\"error\"}]," TEXTS
#define SUM                                                                                        \
    "\"kind\":\"SUM\",\"instance\":\"i\",\"lhs\":\"T3.new.np\",\"rhs\":\"T3.new.tot\","            \
    "\"lhs_name\":\"a\",\"rhs_name\":\"b\""
#define SET "{\"set\":{\"id\":\"x\",\"version\":\"1\"},\"rules\":[\n"

static void ships_a_sound_set(void **state)
{
    (void)state;
    struct err err = {0};
    struct ruleset *set = ruleset_load("data/rules", &err);
    if (!set)
        fail_msg("%s", err.text);
    static const char *const expected[] = {
        "STR-01", "STR-02", "STR-04", "STR-05", "STR-06", "T2-01", "T2-03", "T2-06", "T2-07",
        "T3-01",  "T3-02",  "T3-03",  "T3-04",  "T3-05",  "T4-01", "T4-02", "T4-03", "XY-01"};
    for (size_t i = 0; i < COUNT(expected); i++) {
        const struct rule *rule = ruleset_find(set, expected[i]);
        if (!rule)
            fail_msg("%s is not in the set", expected[i]);
        assert_true(rule->on);
        assert_true(rule->explain[LANG_ZH][0] && rule->explain[LANG_EN][0]);
    }
    assert_string_equal(ruleset_id(set), "gouji-p0");
    assert_int_equal(strlen(ruleset_sha256(set)), 64);
    assert_null(ruleset_find(set, "T9-99"));
    ruleset_free(set);
}

static void faults_are_named(void **state)
{
    (void)state;
    static const struct {
        const char *text, *says;
    } cases[] = {
        {"{\"rules\":[", "a.json"},
        {SET "{" HEAD "," SUM "}]}", "a.json:2: rule ?: a rule must have an \"id\""},
        {SET "{\"id\":\"A\",\"version\":0}]}", "a.json:2: rule A: \"version\""},
        {SET "{\"id\":\"A\",\"version\":1,\"class\":\"firm\"}]}", "\"class\""},
        {SET "{\"id\":\"A\",\"version\":1,\"class\":\"hard\",\"severity\":[{\"is\":\"bad\"}]}]}",
         "\"severity\""},
        {SET "{\"id\":\"A\",\"version\":1,\"class\":\"hard\","
             "\"severity\":[{\"when\":\"x\",\"is\":\"error\"}]}]}",
         "\"severity\""},
        {SET "{\"id\":\"A\"," HEAD ",\"kind\":\"MAGIC\"}]}", "\"kind\""},
        {SET "{\"id\":\"A\"," HEAD ",\"on\":false," SUM "}]}", "\"why_off\""},
        {SET "{\"id\":\"A\"," HEAD ",\"led_by\":{}," SUM "}]}", "\"led_by\""},
        {SET "{\"id\":\"A\"," HEAD ",\"led_by\":[{\"check\":\"B\"}]," SUM "}]}", "\"led_by\""},
        {SET "{\"id\":\"A\"," HEAD ",\"led_by\":[{\"by\":\"any\"}]," SUM "}]}", "\"led_by\""},
        {SET "{\"id\":\"A\"," HEAD
             ",\"led_by\":[{\"check\":\"B\",\"by\":\"any\",\"severity\":[1]}]," SUM "}]}",
         "\"led_by\""},
        {SET "{\"id\":\"A\"," HEAD "," SUM "},\n\n{\"id\":\"A\"," HEAD "," SUM "}]}",
         "rule A: a rule with this id"},
        {SET "{\"id\":\"A\"," HEAD ",\"kind\":\"SUM\",\"instance\":\"i\",\"lhs\":\"T3.new.np +\","
             "\"rhs\":\"0\"}]}",
         "not understood"},
        {SET "{\"id\":\"A\"," HEAD ",\"kind\":\"SUM\",\"lhs\":\"0\",\"rhs\":\"0\"}]}", "\"each\""},
        {SET "{\"id\":\"A\"," HEAD ",\"kind\":\"SUM\",\"instance\":\"i\",\"lhs\":\"0\"}]}",
         "\"rhs\" is missing"},
        {SET "{\"id\":\"A\"," HEAD ",\"kind\":\"SUM\",\"mode\":\"guess\",\"instance\":\"i\"}]}",
         "\"mode\""},
        {SET "{\"id\":\"A\"," HEAD ",\"kind\":\"TABLE\",\"of\":[\"T7\"]}]}", "\"of\""},
        {SET "{\"id\":\"A\"," HEAD ",\"kind\":\"MONEY\"}]}", "is missing"},
        {SET "],\"off\":[{\"id\":\"Q\",\"reason\":\"r\"}]}", "no such rule"},
        {SET "{\"id\":\"A\"," HEAD "," SUM "}],\"off\":[{\"id\":\"A\"}]}", "without a \"reason\""},
        {SET "{\"id\":\"A\"," HEAD "," SUM "}],\"off\":[{\"id\":\"A\",\"reason\":\"r\"}]}",
         "without a \"date\""},
        {SET "{\"id\":\"A\"," HEAD "," SUM "}],\"severity\":[{\"id\":\"A\",\"is\":\"bad\","
             "\"reason\":\"r\",\"date\":\"2026-01-31\"}]}",
         "error, warning or info"},
        {"{\"rules\":[]}", "no file has \"set\""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct folder folder = folder_make();
        struct err err = {0};
        folder_write(&folder, "a.json", cases[i].text);
        struct ruleset *set = ruleset_load(folder.dir, &err);
        folder_remove(&folder);
        if (set)
            fail_msg("accepted: %s", cases[i].text);
        if (!strstr(err.text, cases[i].says))
            fail_msg("\"%s\" does not say \"%s\"", err.text, cases[i].says);
    }
}

static void later_files_switch(void **state)
{
    (void)state;
    struct folder folder = folder_make();
    struct err err = {0};
    folder_write(&folder, "a.json",
                 SET "{\"id\":\"A\"," HEAD "," SUM "},"
                     "{\"id\":\"B\"," HEAD ",\"on\":false,\"why_off\":\"noisy\"," SUM "}]}");
    struct ruleset *alone = ruleset_load(folder.dir, &err);
    assert_non_null(alone);
    folder_write(&folder, "b.json",
                 "{\"off\":[{\"id\":\"A\",\"reason\":\"local "
                 "practice\",\"date\":\"2026-01-31\"}],\"on\":[\"B\"]}");
    folder_write(&folder, "note.txt", "not a rule file");
    struct ruleset *both = ruleset_load(folder.dir, &err);
    folder_remove(&folder);
    assert_non_null(both);
    assert_true(ruleset_find(alone, "A")->on);
    assert_string_equal(ruleset_find(alone, "B")->why_off[LANG_ZH], "noisy");
    assert_false(ruleset_find(both, "A")->on);
    assert_string_equal(ruleset_find(both, "A")->why_off[LANG_ZH], "local practice");
    assert_true(ruleset_find(both, "B")->on);
    assert_null(ruleset_find(both, "B")->why_off[LANG_EN]);
    assert_string_not_equal(ruleset_sha256(alone), ruleset_sha256(both));
    ruleset_free(alone);
    ruleset_free(both);
}

static void a_missing_folder_is_said(void **state)
{
    (void)state;
    struct err err = {0};
    assert_null(ruleset_load("/nowhere/rules", &err));
    assert_int_equal(err.kind, ERR_IO);
    struct folder folder = folder_make();
    assert_null(ruleset_load(folder.dir, &err));
    assert_non_null(strstr(err.text, folder.dir));
    folder_remove(&folder);
}

/* Every fault of one more file, each on its line. */
static void a_file_is_checked_whole(void **state)
{
    (void)state;
    struct forms *forms = forms_load("data/forms", NULL);
    assert_non_null(forms);
    struct folder folder = folder_make();
    folder_write(&folder, "b.json",
                 "{\"rules\": [\n"
                 "  {\"id\": \"L-1\", " HEAD "," SUM "},\n"
                 "  {\"id\": \"L-2\", " HEAD ", \"kind\": \"NONE\"},\n"
                 "  {\"id\": \"L-3\", " HEAD "," SUM
                 ", \"led_by\": [{\"check\": \"L-4\", \"by\": \"any\"}]},\n"
                 "  {\"id\": \"L-5\", " HEAD "," SUM
                 ", \"led_by\": [{\"check\": \"L-6\", \"by\": \"any\"}]},\n"
                 "  {\"id\": \"L-6\", " HEAD "," SUM "}],\n"
                 " \"severity\": [{\"id\": \"T3-01\", \"is\": \"info\"}],\n"
                 " \"off\": [{\"id\": \"T3-99\", \"reason\": \"r\", \"date\": \"2026-01-31\"}]}");
    char path[128];
    snprintf(path, sizeof path, "%s/b.json", folder.dir);
    struct err err = {0};
    struct str faults = STR_INIT;
    assert_int_equal(ruleset_check("data/rules", forms, path, &faults, &err), 4);
    assert_non_null(strstr(str_text(&faults), "b.json:3: rule L-2"));
    assert_non_null(
        strstr(str_text(&faults), "b.json:4: rule L-3: \"check\": there is no check L-4"));
    assert_non_null(strstr(str_text(&faults), "T3-01"));
    assert_non_null(strstr(str_text(&faults), "T3-99"));
    str_release(&faults);
    folder_write(&folder, "b.json", "{\"off\": [");
    assert_int_equal(ruleset_check("data/rules", forms, path, &faults, &err), 1);
    str_release(&faults);
    forms_free(forms);
    folder_remove(&folder);
}

/* A local file changes the severity, and says why and when. */
static void severities_are_changed(void **state)
{
    (void)state;
    struct folder folder = folder_make();
    folder_write(&folder, "a.json", SET "{\"id\":\"A\"," HEAD "," SUM "}]}");
    folder_write(&folder, "b.json",
                 "{\"severity\":[{\"id\":\"A\",\"is\":\"info\",\"reason\":\"local practice\","
                 "\"date\":\"2026-01-31\"}]}");
    struct err err = {0};
    struct ruleset *set = ruleset_load(folder.dir, &err);
    if (!set)
        fail_msg("%s", err.text);
    const struct rule *rule = ruleset_find(set, "A");
    assert_int_equal(rule->changed_to, SEVERITY_INFO);
    assert_string_equal(rule->why_changed, "local practice");
    struct str text = STR_INIT;
    rule_explain(rule, LANG_EN, &text);
    assert_non_null(strstr(str_text(&text), "info (2026-01-31 local practice)"));
    assert_non_null(strstr(str_text(&text), "formula: a = b\n"));
    str_release(&text);
    ruleset_free(set);
    folder_remove(&folder);
}

/* The sides of a formula are told as the sums tell them, not by ids. */
static void formulas_are_in_words(void **state)
{
    (void)state;
    struct err err = {0};
    struct ruleset *set = ruleset_load("data/rules", &err);
    if (!set)
        fail_msg("%s", err.text);
    struct str told = STR_INIT;
    rule_explain(ruleset_find(set, "T3-04"), LANG_ZH, &told);
    assert_non_null(strstr(str_text(&told), "已列办理结果之和 <= 新收与上年结转之和"));
    assert_null(strstr(str_text(&told), "{c}"));
    str_release(&told);
    ruleset_free(set);
}

/* In both languages, and nowhere the English for the Chinese. */
static void guards_are_told(void **state)
{
    (void)state;
    struct err err = {0};
    struct ruleset *set = ruleset_load("data/rules", &err);
    if (!set)
        fail_msg("%s", err.text);
    for (size_t i = 0; i < ruleset_count(set); i++) {
        const struct rule *rule = ruleset_at(set, i);
        const cJSON *guard;
        cJSON_ArrayForEach (guard, json_get(rule->record, "guards")) {
            static const char *const keys[LANG_COUNT] = {[LANG_ZH] = "zh", [LANG_EN] = "en"};
            for (int lang = 0; lang < LANG_COUNT; lang++) {
                const char *text = json_string(guard, keys[lang]);
                struct str told = STR_INIT;
                rule_explain(rule, (enum lang)lang, &told);
                if (!text || !strstr(str_text(&told), text))
                    fail_msg("%s: a guard in %s is not told", rule->id, keys[lang]);
                str_release(&told);
            }
            const char *zh = json_string(guard, "zh");
            size_t plain = 0;
            while (zh[plain] > 0)
                plain++;
            if (!zh[plain])
                fail_msg("%s: \"%s\" is no Chinese", rule->id, zh);
        }
    }
    ruleset_free(set);
}

/* Each of its own, in both languages, and told. */
static void causes_are_told(void **state)
{
    static const char *const keys[LANG_COUNT] = {[LANG_ZH] = "zh", [LANG_EN] = "en"};
    (void)state;
    struct err err = {0};
    struct ruleset *set = ruleset_load("data/rules", &err);
    if (!set)
        fail_msg("%s", err.text);
    for (size_t i = 0; i < ruleset_count(set); i++)
        for (int lang = 0; lang < LANG_COUNT; lang++) {
            const struct rule *rule = ruleset_at(set, i);
            const char *text = json_string(json_get(rule->record, "causes"), keys[lang]);
            struct str told = STR_INIT;
            rule_explain(rule, (enum lang)lang, &told);
            if (!text || !strstr(str_text(&told), text))
                fail_msg("%s: no typical causes in %s", rule->id, keys[lang]);
            if (lang == LANG_ZH && (text[0] > 0 || strstr(text, "；") == NULL))
                fail_msg("%s: \"%s\"", rule->id, text);
            for (size_t k = 0; k < i; k++)
                if (strcmp(json_string(json_get(ruleset_at(set, k)->record, "causes"), keys[lang]),
                           text) == 0)
                    fail_msg("%s: the causes of %s", rule->id, ruleset_at(set, k)->id);
            str_release(&told);
        }
    ruleset_free(set);
}

/* A fault in what does not come first is told by the last step. */
static void rules_come_in_steps(void **state)
{
    (void)state;
    struct folder folder = folder_make();
    folder_write(&folder, "a.json",
                 SET "{\"id\":\"A\"," HEAD "," SUM "},\n{\"id\":\"B\"," HEAD
                     ",\"kind\":\"PRESENT\",\"patterns\":{\"said\":[\"(\"]}}]}");
    struct err err = {0};
    struct ruleset *set = ruleset_read(folder.dir, &err);
    if (!set)
        fail_msg("%s", err.text);
    assert_int_equal(ruleset_count(set), 0);
    assert_int_equal(ruleset_begin(set, &err), 0);
    assert_int_equal(ruleset_count(set), 2);
    assert_non_null(ruleset_find(set, "A")->compiled);
    assert_null(ruleset_find(set, "B")->compiled);
    assert_int_equal(ruleset_finish(set, &err), -1);
    assert_non_null(strstr(err.text, "a.json:3: "));
    ruleset_free(set);
    folder_remove(&folder);
}

static void noted_members_are_the_same(void **state)
{
    (void)state;
    static const char *const common[] = {
        "id",     "version", "class",  "severity", "name", "basis",   "explain",  "guards",
        "led_by", "on",      "causes", "why_off",  "kind", "message", "messages", "one_cause"};
    static const char *const nowhere[] = {"", "section", "section_", "patterns", "patterns_of"};
    struct ruleset *set = ruleset_load(NULL, NULL);
    assert_non_null(set);
    ruleset_speed_up(set);
    for (size_t i = 0; i < ruleset_count(set); i++) {
        const struct rule *rule = ruleset_at(set, i);
        const cJSON *member;
        cJSON_ArrayForEach (member, rule->record) {
            bool is_common = false;
            for (size_t k = 0; k < COUNT(common); k++)
                is_common |= strcmp(member->string, common[k]) == 0;
            assert_ptr_equal(rule_get(rule, member->string), is_common ? NULL : member);
        }
        for (size_t k = 0; k < COUNT(nowhere); k++)
            assert_ptr_equal(rule_get(rule, nowhere[k]), json_get(rule->record, nowhere[k]));
    }
    ruleset_free(set);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_checked_whole),
        cmocka_unit_test(severities_are_changed),
        cmocka_unit_test(ships_a_sound_set),
        cmocka_unit_test(rules_come_in_steps),
        cmocka_unit_test(faults_are_named),
        cmocka_unit_test(later_files_switch),
        cmocka_unit_test(a_missing_folder_is_said),
        cmocka_unit_test(guards_are_told),
        cmocka_unit_test(causes_are_told),
        cmocka_unit_test(formulas_are_in_words),
        cmocka_unit_test(noted_members_are_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
