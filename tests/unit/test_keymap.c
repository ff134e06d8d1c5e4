#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "gouji/ui/keymap.h"

static const char keys_file[] = "data/keys";

static struct keymap *default_map(void)
{
    struct keymap *map = keymap_new();
    struct str faults = STR_INIT;
    struct err err = {0};
    assert_int_equal(keymap_load(map, keys_file, &faults, &err), 0);
    assert_string_equal(str_text(&faults), "");
    str_release(&faults);
    return map;
}

static enum action look_up(const struct keymap *map, enum action_context context, const char *names,
                           bool *prefix)
{
    struct key keys[KEYMAP_CHORD_MAX];
    size_t nkeys = 0;
    while (*names != '\0')
        names += key_parse(names, &keys[nkeys++]);
    return keymap_find(map, context, keys, nkeys, prefix);
}

/* The key table of the design, sampled in every column. */
static void binds_the_key_table(void **state)
{
    static const struct {
        enum action_context context;
        const char *keys;
        enum action action;
    } cases[] = {
        {IN_QUEUE, "j", ACTION_LINE_DOWN},
        {IN_TABLES, "l", ACTION_RIGHT},
        {IN_FINDINGS, "l", ACTION_NOTHING},
        {IN_TEXT, "<Space>", ACTION_PAGE_DOWN},
        {IN_TEXT, "<C-d>", ACTION_HALF_DOWN},
        {IN_NOTES, "gg", ACTION_TOP},
        {IN_TEXT, "zt", ACTION_LINE_TOP},
        {IN_TEXT, "}", ACTION_NEXT_FINDING},
        {IN_QUEUE, "}", ACTION_NOTHING},
        {IN_TABLES, "[f", ACTION_PREV_FINDING},
        {IN_QUEUE, ")", ACTION_NEXT_UNRESOLVED},
        {IN_TEXT, "]t", ACTION_NEXT_TABLE},
        {IN_TEXT, "[[", ACTION_PREV_SECTION},
        {IN_TEXT, "<", ACTION_PREV_REPORT},
        {IN_TEXT, "J", ACTION_NEXT_REPORT},
        {IN_TEXT, "<C-o>", ACTION_JUMP_BACK},
        {IN_TEXT, "]j", ACTION_JUMP_FORWARD},
        {IN_TEXT, "g/", ACTION_SEARCH_BACK},
        {IN_TEXT, "<S-F4>", ACTION_SEARCH_PREV},
        {IN_FINDINGS, "<S-F4>", ACTION_NOTHING},
        {IN_FINDINGS, "c", ACTION_CONFIRM},
        {IN_FINDINGS, "<F2>", ACTION_CONFIRM},
        {IN_FINDINGS, "<F3>", ACTION_MISREAD},
        {IN_FINDINGS, "<F4>", ACTION_EXPLAINED},
        {IN_FINDINGS, "<F5>", ACTION_NOT_AN_ERROR},
        {IN_FINDINGS, "<F6>", ACTION_LATER},
        {IN_FINDINGS, "<F7>", ACTION_CANNOT_TELL},
        {IN_NOTES, "c", ACTION_NOTHING},
        {IN_TEXT, "c", ACTION_NOTHING},
        {IN_QUEUE, "<F8>", ACTION_ANNOTATE},
        {IN_TEXT, "<F6>", ACTION_SELECT},
        {IN_TEXT, "<F5>", ACTION_ADD_PROBLEM},
        {IN_FINDINGS, "<S-F5>", ACTION_ADD_PROBLEM},
        {IN_TABLES, "<F3>", ACTION_CORRECT},
        {IN_TABLES, "<S-F3>", ACTION_PLACE_ROW},
        {IN_TABLES, "gR", ACTION_PLACE_ROW},
        {IN_TABLES, "=", ACTION_SUM},
        {IN_FINDINGS, "<F9>", ACTION_CONCLUDE},
        {IN_QUEUE, "u", ACTION_UNDO},
        {IN_QUEUE, "<C-_>", ACTION_UNDO},
        {IN_QUEUE, "<C-r>", ACTION_REDO},
        {IN_TEXT, "<S-Tab>", ACTION_PREV_PANE},
        {IN_TEXT, "gf", ACTION_GO_FINDINGS},
        {IN_TEXT, "L", ACTION_LINK},
        {IN_QUEUE, "L", ACTION_NOTHING},
        {IN_TEXT, "S", ACTION_CHOP},
        {IN_TEXT, "&", ACTION_FILTER},
        {IN_TABLES, "&", ACTION_NOTHING},
        {IN_TEXT, "]p", ACTION_NEXT_PAGE},
        {IN_FINDINGS, "[p", ACTION_PREV_PAGE},
        {IN_TABLES, "+", ACTION_NEXT_EXPLANATION},
        {IN_TEXT, "+", ACTION_NOTHING},
        {IN_TABLES, "E", ACTION_EXPLAIN},
        {IN_QUEUE, "q", ACTION_BACK},
        {IN_QUEUE, "<F10>", ACTION_BACK},
        {IN_EDITOR, "<C-s>", ACTION_ACCEPT},
        {IN_EDITOR, "<Enter>", ACTION_NOTHING},
        {IN_PROMPT, "<Enter>", ACTION_ACCEPT},
        {IN_PROMPT, "<Tab>", ACTION_COMPLETE},
        {IN_PROMPT, "<C-x><C-e>", ACTION_EDIT_OUTSIDE},
        {IN_PROMPT, "q", ACTION_NOTHING},
        {IN_PROMPT, "?", ACTION_NOTHING},
        {IN_PROMPT, "<F1>", ACTION_HELP},
        {IN_EDITOR, "<C-g>", ACTION_CANCEL},
        {IN_HELP, "q", ACTION_BACK},
    };
    (void)state;
    struct keymap *map = default_map();
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        bool prefix;
        enum action found = look_up(map, cases[i].context, cases[i].keys, &prefix);
        if (found != cases[i].action)
            fail_msg("%s in %s", cases[i].keys, action_context_name(cases[i].context));
        assert_false(prefix);
    }
    keymap_free(map);
}

static void tells_a_beginning(void **state)
{
    bool prefix;
    (void)state;
    struct keymap *map = default_map();
    assert_int_equal(look_up(map, IN_TEXT, "g", &prefix), ACTION_NOTHING);
    assert_true(prefix);
    assert_int_equal(look_up(map, IN_PROMPT, "g", &prefix), ACTION_NOTHING);
    assert_false(prefix);
    keymap_free(map);
}

/* Every action has a key or is listed here as reached by its name alone. */
static void leaves_no_action_without_a_key(void **state)
{
    static const enum action by_name[] = {
        ACTION_REOPEN,       ACTION_LOG,      ACTION_WRITE,    ACTION_OPINION, ACTION_MESSAGES,
        ACTION_THEME,        ACTION_SET,      ACTION_REVIEWER, ACTION_QUIT,    ACTION_RECOVER,
        ACTION_DESCRIBE_KEY, ACTION_TUTORIAL, ACTION_VERSIONS, ACTION_PAIR,    ACTION_GOTO,
        ACTION_SCROLL_DOWN,  ACTION_SCROLL_UP};
    (void)state;
    struct keymap *map = default_map();
    for (int action = 0; action < ACTION_TOTAL; action++) {
        const struct action_entry *entry = action_entry((enum action)action);
        bool bound = false, named = false;
        for (unsigned bit = 1; bit <= IN_ALL; bit <<= 1)
            bound |= keymap_keys(map, (enum action_context)bit, (enum action)action)[0] != '\0';
        for (size_t i = 0; i < sizeof by_name / sizeof by_name[0]; i++)
            named |= by_name[i] == (enum action)action;
        if (bound == named)
            fail_msg("%s is %s", entry->name, bound ? "bound after all" : "not bound");
    }
    keymap_free(map);
}

static void remaps_and_unbinds(void **state)
{
    bool prefix;
    struct err err = {0};
    (void)state;
    struct keymap *map = default_map();
    assert_int_equal(keymap_line(map, "bind findings y confirmed", &err), 0);
    assert_int_equal(look_up(map, IN_FINDINGS, "y", &prefix), ACTION_CONFIRM);
    assert_int_equal(keymap_line(map, "bind lists j up", &err), 0);
    assert_int_equal(look_up(map, IN_TEXT, "j", &prefix), ACTION_LINE_UP);
    assert_int_equal(keymap_line(map, "unbind text j", &err), 0);
    assert_int_equal(look_up(map, IN_TEXT, "j", &prefix), ACTION_NOTHING);
    assert_int_equal(look_up(map, IN_QUEUE, "j", &prefix), ACTION_LINE_UP);
    assert_string_equal(keymap_keys(map, IN_FINDINGS, ACTION_CONFIRM), "c");
    assert_int_equal(keymap_line(map, "unbind findings c", &err), 0);
    assert_string_equal(keymap_keys(map, IN_FINDINGS, ACTION_CONFIRM), "<F2>");
    assert_int_equal(keymap_line(map, "  # a comment", &err), 0);
    assert_int_equal(keymap_line(map, "", &err), 0);
    keymap_free(map);
}

static void refuses_faulty_lines(void **state)
{
    static const char *const bad[] = {
        "bnid text j down",       "bind text j",          "bind text j down up",
        "bind nowhere j down",    "bind text <Foo> down", "bind text j fly",
        "bind queue c confirmed", "unbind text",          "unbind text <F12>",
        "bind text g down",       "bind text jj down",    "bind text abcde down",
    };
    (void)state;
    struct keymap *map = default_map();
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        struct err err = {0};
        assert_int_equal(keymap_line(map, bad[i], &err), -1);
        assert_int_not_equal(err.text[0], '\0');
    }
    keymap_free(map);
}

static void collects_faults_with_their_lines(void **state)
{
    char path[] = "/tmp/gouji-keys-XXXXXX", wanted[64];
    struct str faults = STR_INIT;
    struct err err = {0};
    bool prefix;
    (void)state;
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    dprintf(fd, "set lines=ascii\nbind text j fly\n\nbind text k up\nbind x");
    close(fd);
    struct keymap *map = keymap_new();
    assert_int_equal(keymap_load(map, path, &faults, &err), 0);
    snprintf(wanted, sizeof wanted, "%s:2: ", path);
    assert_non_null(strstr(str_text(&faults), wanted));
    snprintf(wanted, sizeof wanted, "\n%s:5: ", path);
    assert_non_null(strstr(str_text(&faults), wanted));
    assert_int_equal(look_up(map, IN_TEXT, "k", &prefix), ACTION_LINE_UP);
    unlink(path);
    assert_int_equal(keymap_load(map, path, &faults, &err), -1);
    str_release(&faults);
    keymap_free(map);
}

struct visits {
    size_t count;
    enum action last;
};

static void count_visit(void *closure, enum action_context context, const char *keys,
                        enum action action)
{
    struct visits *visits = closure;
    assert_int_equal(context, IN_FINDINGS);
    assert_true(keys[0] != '\0' && action >= visits->last);
    visits->last = action;
    visits->count++;
}

static void visits_in_the_order_of_the_table(void **state)
{
    struct visits visits = {0, ACTION_LINE_DOWN};
    (void)state;
    struct keymap *map = default_map();
    keymap_each(map, IN_FINDINGS, count_visit, &visits);
    assert_true(visits.count > 60);
    keymap_free(map);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(binds_the_key_table),
        cmocka_unit_test(tells_a_beginning),
        cmocka_unit_test(leaves_no_action_without_a_key),
        cmocka_unit_test(remaps_and_unbinds),
        cmocka_unit_test(refuses_faulty_lines),
        cmocka_unit_test(collects_faults_with_their_lines),
        cmocka_unit_test(visits_in_the_order_of_the_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
