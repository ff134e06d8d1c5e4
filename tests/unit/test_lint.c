/* Rule files that load and never do what is meant: each such fault is told on its
 * line, when the file is checked and when it is in force. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../../src/check/evaluation.h"
#include "../../src/check/rule_keys.h"
#include "cases_lint.h"
#include "gouji/base/path.h"
#include "reading.h"

/* An office's folder of its own, in force from setup to teardown. */
struct desk {
    struct forms *forms;
    char config[64], *dir, *file;
};

static void write_file(const char *path, const char *text)
{
    FILE *out = fopen(path, "w");
    assert_non_null(out);
    fputs(text, out);
    fclose(out);
}

static int open_desk(void **state)
{
    static struct desk desk;
    desk = (struct desk){.config = "/tmp/gouji-lint-XXXXXX"};
    if (load_forms(state) != 0 || !mkdtemp(desk.config) ||
        setenv("XDG_CONFIG_HOME", desk.config, 1) != 0)
        return -1;
    desk.forms = *state;
    char *own = path_join(desk.config, "gouji");
    desk.dir = path_join(own, "rules");
    desk.file = path_join(desk.dir, "own.json");
    int result = mkdir(own, 0700) == 0 && mkdir(desk.dir, 0700) == 0 ? 0 : -1;
    free(own);
    *state = &desk;
    return result;
}

static int close_desk(void **state)
{
    struct desk *desk = *state;
    char *own = path_join(desk->config, "gouji");
    void *forms = desk->forms;
    unlink(desk->file);
    rmdir(desk->dir);
    rmdir(own);
    rmdir(desk->config);
    free(own);
    free(desk->dir);
    free(desk->file);
    return free_forms(&forms);
}

/* How many; the lines are the caller's. */
static int faults_of(const struct desk *desk, const char *path, struct str *faults)
{
    struct err err = {0};
    int n = ruleset_check(NULL, desk->forms, path, faults, &err);
    if (n < 0)
        fail_msg("%s", err.text);
    return n;
}

static void faults_are_told_on_their_line(void **state)
{
    const struct desk *desk = *state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        struct str faults = STR_INIT;
        write_file(desk->file, CASES[i].text);
        int n = faults_of(desk, desk->file, &faults);
        const char *text = str_text(&faults);
        if (!CASES[i].says && n > 0)
            fail_msg("%s\n is refused: %s", CASES[i].text, text);
        if (CASES[i].says && (n == 0 || !strstr(text, CASES[i].says)))
            fail_msg("%s\n gives \"%s\", not \"%s\"", CASES[i].text, text, CASES[i].says);
        if (CASES[i].says && strstr(strstr(text, CASES[i].says) + 1, CASES[i].says))
            fail_msg("%s\n is told more than once: %s", CASES[i].text, text);
        str_release(&faults);
    }
}

/* The same keep a set from being used. */
static void no_faulty_file_is_in_force(void **state)
{
    const struct desk *desk = *state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        struct err err = {0};
        write_file(desk->file, CASES[i].text);
        struct ruleset *set = ruleset_load(NULL, &err);
        bool sound = set && ruleset_check_own(set, desk->forms, &err) == 0;
        if (sound != !CASES[i].says)
            fail_msg("%s\n gives \"%s\"", CASES[i].text, err.text);
        if (!sound && !strstr(err.text, "own.json:"))
            fail_msg("%s\n gives \"%s\"", CASES[i].text, err.text);
        ruleset_free(set);
    }
}

/* A date to come is pointed at, and what is on already; they keep no set from being used: clocks
 * may be slow, and what is on is not in every version. */
static void what_does_no_harm_is_told(void **state)
{
    static const struct {
        const char *text, *says;
    } cases[] = {
        {"{\"off\": [{\"id\": \"T2-06\", \"reason\": \"a\",\n\"date\": \"2999-01-31\"}]}",
         "own.json:2: \"date\" is 2999-01-31"},
        {"{\"severity\": [\n{\"id\": \"T2-06\", \"is\": \"info\", \"reason\": \"a\", \"date\": "
         "\"2999-01-31\"}]}",
         "own.json:2: \"date\" is 2999-01-31"},
        {"{\"topics\": [{\"id\": \"SEC-11\", \"name\": \"n\", \"words\": [\"w\"],\n\n\"reason\": "
         "\"a\", \"date\": \"2999-12-31\"}]}",
         "own.json:3: \"date\" is 2999-12-31"},
        {"{\"on\": [\n\"T3-01\"]}", "own.json:2: rule T3-01: switched on, but it is on"},
        {"{\"off\": [{\"id\": \"T2-06\", \"reason\": \"a\", \"date\": \"2019-12-31\"}]}", NULL},
    };
    const struct desk *desk = *state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str faults = STR_INIT;
        struct err err = {0};
        write_file(desk->file, cases[i].text);
        assert_int_equal(faults_of(desk, desk->file, &faults), cases[i].says ? 1 : 0);
        if (cases[i].says && !strstr(str_text(&faults), cases[i].says))
            fail_msg("%s\n gives \"%s\"", cases[i].text, str_text(&faults));
        str_release(&faults);
        struct ruleset *set = ruleset_load(NULL, &err);
        assert_non_null(set);
        assert_int_equal(ruleset_check_own(set, desk->forms, &err), 0);
        ruleset_free(set);
    }
}

static void faults_come_in_the_order_of_lines(void **state)
{
    const struct desk *desk = *state;
    struct str faults = STR_INIT;
    write_file(desk->file, "{\n\"rulz\": 1,\n\"off\": [{\"id\": \"Q\"}],\n\"onn\": 1,\n"
                           "\"rules\": [{}],\n\"rul\": 1}");
    assert_int_equal(faults_of(desk, desk->file, &faults), 5);
    const char *at = str_text(&faults);
    for (int line = 2; line <= 6; line++) {
        char place[32];
        snprintf(place, sizeof place, "own.json:%d: ", line);
        at = strstr(at, place);
        if (!at)
            fail_msg("line %d is not in its place: %s", line, str_text(&faults));
    }
    str_release(&faults);
}

/* Where a key belongs that stands one level too high, and what an entry has to be. */
static void the_right_place_is_told(void **state)
{
    const struct desk *desk = *state;
    struct str faults = STR_INIT;
    write_file(desk->file, BEFORE "\"kind\": \"SAID\", \"find\": \"f\", \"sections\": [\"S1\"],\n"
                                  "\"patterns\": {\"f\": [\"x\"]}" AFTER);
    faults_of(desk, desk->file, &faults);
    assert_non_null(
        strstr(str_text(&faults), "\"find\" is not known here; it belongs in \"patterns\""));
    assert_non_null(strstr(str_text(&faults), "\"patterns\" lacks \"find\", which must be "));
    str_release(&faults);
    write_file(desk->file, "{\"off\": [\"T2-06\"]}");
    faults_of(desk, desk->file, &faults);
    assert_non_null(strstr(str_text(&faults), "is to be changed by an object: {\"id\""));
    assert_null(strstr(str_text(&faults), "no such rule"));
    str_release(&faults);
}

/* Of a rule that cannot be made the other faults are told, too. */
static void every_bad_pattern_and_formula_is_told(void **state)
{
    const struct desk *desk = *state;
    static const char *const told[] = {
        "own.json:4: rule L-1: pattern a(: ", "own.json:5: rule L-1: pattern b): ",
        "own.json:6: rule L-1: \"statedd\" is not known here"};
    struct str faults = STR_INIT;
    write_file(desk->file, BEFORE "\"kind\": \"PRESENT\", \"section\": \"S6\", \"patterns\": {\n"
                                  "\"stated\": [\"a(\",\n\"b)\"],\n\"statedd\": [\"c\"]}" AFTER);
    assert_int_equal(faults_of(desk, desk->file, &faults), COUNT(told));
    for (size_t i = 0; i < COUNT(told); i++)
        assert_non_null(strstr(str_text(&faults), told[i]));
    str_release(&faults);
    write_file(desk->file,
               BEFORE "\"kind\": \"NEVER\", \"instance\": \"i\", \"never\": [[\"T3.new.tot\"],\n"
                      "[\"T3.new.tot > 0\", \"+ > 0\"]]" AFTER);
    assert_int_equal(faults_of(desk, desk->file, &faults), 2);
    assert_non_null(strstr(str_text(&faults), "own.json:3: rule L-1: "));
    assert_non_null(strstr(str_text(&faults), "own.json:4: rule L-1: "));
    str_release(&faults);
}

/* Loading stops at the first fault of an office's file, and says how to see the others. */
static void the_first_fault_says_where_all_are_told(void **state)
{
    const struct desk *desk = *state;
    struct err err = {0};
    write_file(desk->file, "{\"on\": [\n\"Q-1\",\n\"Q-2\"]}");
    assert_null(ruleset_load(NULL, &err));
    assert_non_null(strstr(err.text, "own.json:2: rule Q-1: "));
    assert_non_null(strstr(err.text, "(gouji rules --check names all faults)"));
    write_file(desk->file, BEFORE "\"kind\": \"PRESENT\", \"section\": \"S6\", \"patterns\": {\n"
                                  "\"stated\": [\"a(\"]}" AFTER);
    assert_null(ruleset_load(NULL, &err));
    assert_non_null(strstr(err.text, "own.json:4: rule L-1: pattern a(: "));
    assert_non_null(strstr(err.text, "(gouji rules --check names all faults)"));
}

/* Whatever the file says, a fault is one line. */
static void no_name_makes_a_line_of_its_own(void **state)
{
    const struct desk *desk = *state;
    struct str faults = STR_INIT;
    write_file(desk->file, "{\"a\\nb\": 1, \"rules\": [{\"id\": \"x\\nown.json:9: y\"},\n"
                           "{\"id\": \"z\\n\", \"kind\": \"PERIOD\", \"on\": 1}]}");
    assert_int_equal(faults_of(desk, desk->file, &faults), 4);
    size_t nlines = 0;
    for (const char *p = str_text(&faults); *p; p = strchr(p, '\n') + 1, nlines++)
        assert_int_equal(strncmp(p, desk->file, strlen(desk->file)), 0);
    assert_int_equal(nlines, 4);
    str_release(&faults);
}

/* A file that is in force is checked like any other, and what stands behind it may
 * build on it. */
static void files_in_force_can_be_checked(void **state)
{
    const struct desk *desk = *state;
    static const char *const ours[] = {"data/rules/prose.json", "data/rules/tables.json"};
    char *later = path_join(desk->dir, "p.json");
    write_file(desk->file, BEFORE "\"kind\": \"PERIOD\"" AFTER);
    write_file(later, "{\"off\": [{\"id\": \"L-1\", " CHANGE "]}");
    struct str faults = STR_INIT;
    for (size_t i = 0; i < COUNT(ours); i++)
        if (faults_of(desk, ours[i], &faults) > 0)
            fail_msg("%s", str_text(&faults));
    assert_int_equal(faults_of(desk, desk->file, &faults), 0);
    assert_int_equal(faults_of(desk, later, &faults), 0);
    unlink(later);
    assert_int_equal(faults_of(desk, desk->file, &faults), 0);
    str_release(&faults);
    free(later);
}

static void list_path(void *context, const char *path)
{
    str_format(context, "%s ", path_name(path));
}

/* What lies beside the rules and looks like some is told; what is read, hidden or left by an
 * editor is not. */
static void rules_under_other_names_are_told(void **state)
{
    static const char *const names[] = {"a.JSON",  "b.json.txt", "c.json",     "c.json~",
                                        ".d.json", "notes.txt",  "sub/e.json", "sub/n.txt"};
    const struct desk *desk = *state;
    struct str told = STR_INIT;
    char *folder = path_join(desk->dir, "sub");
    assert_int_equal(mkdir(folder, 0700), 0);
    for (size_t i = 0; i < COUNT(names); i++) {
        char *path = path_join(desk->dir, names[i]);
        write_file(path, "{\"off\": []}");
        free(path);
    }
    ruleset_each_unread(list_path, &told);
    assert_string_equal(str_text(&told), "a.JSON b.json.txt e.json ");
    for (size_t i = 0; i < COUNT(names); i++) {
        char *path = path_join(desk->dir, names[i]);
        unlink(path);
        free(path);
    }
    rmdir(folder);
    free(folder);
    str_release(&told);
}

/* Every kind there is has its keys, and every kind with keys is one. */
static void keys_are_known_of_every_kind(void **state)
{
    (void)state;
    struct err err = {0};
    struct ruleset *set = ruleset_load("data/rules", &err);
    assert_non_null(set);
    for (size_t i = 0; i < ruleset_count(set); i++)
        if (!kind_keys_find(ruleset_at(set, i)->kind))
            fail_msg("no keys of kind %s are known", ruleset_at(set, i)->kind);
    ruleset_free(set);
    size_t n;
    const struct kind_keys *kinds = kind_keys_all(&n);
    for (size_t i = 0; i < n; i++) {
        char names[64], *rest = names;
        snprintf(names, sizeof names, "%s", kinds[i].kinds);
        for (char *name; (name = strtok_r(rest, " ", &rest));)
            if (!rule_kind_find(name))
                fail_msg("%s is no kind", name);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(faults_are_told_on_their_line),
        cmocka_unit_test(no_faulty_file_is_in_force),
        cmocka_unit_test(what_does_no_harm_is_told),
        cmocka_unit_test(faults_come_in_the_order_of_lines),
        cmocka_unit_test(the_right_place_is_told),
        cmocka_unit_test(every_bad_pattern_and_formula_is_told),
        cmocka_unit_test(the_first_fault_says_where_all_are_told),
        cmocka_unit_test(no_name_makes_a_line_of_its_own),
        cmocka_unit_test(files_in_force_can_be_checked),
        cmocka_unit_test(rules_under_other_names_are_told),
        cmocka_unit_test(keys_are_known_of_every_kind),
    };
    return cmocka_run_group_tests(tests, open_desk, close_desk);
}
