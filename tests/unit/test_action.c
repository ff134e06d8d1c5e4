#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "gouji/ui/action.h"

static void finds_by_name_beginning_and_short_form(void **state)
{
    static const struct {
        const char *name;
        enum action action;
    } cases[] = {
        {"down", ACTION_LINE_DOWN},
        {"q", ACTION_QUIT},
        {"quit", ACTION_QUIT},
        {"w", ACTION_WRITE},
        {"wr", ACTION_WRITE},
        {"opin", ACTION_OPINION},
        {"explain", ACTION_EXPLAIN},
        {"explained", ACTION_EXPLAINED},
        {"search", ACTION_SEARCH},
        {"search-n", ACTION_SEARCH_NEXT},
        {"next", ACTION_NOTHING},
        {"", ACTION_NOTHING},
        {"Quit", ACTION_NOTHING},
        {"quitt", ACTION_NOTHING},
        {"not-an-error", ACTION_NOT_AN_ERROR},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_int_equal(action_find(cases[i].name), cases[i].action);
        for (int first = 0; first < ACTION_TOTAL; first++)
            assert_int_equal(action_find_from(cases[i].name, (enum action)first), cases[i].action);
    }
}

static void describes_every_action(void **state)
{
    (void)state;
    for (int i = 0; i < ACTION_TOTAL; i++) {
        const struct action_entry *entry = action_entry((enum action)i);
        assert_true(entry->help[0] != '\0');
        assert_true(entry->contexts != 0 && (entry->contexts & ~(unsigned)IN_ALL) == 0);
        assert_int_equal(action_find(entry->name), i);
        assert_true(strspn(entry->name, "abcdefghijklmnopqrstuvwxyz-") == strlen(entry->name));
    }
}

static void names_contexts(void **state)
{
    (void)state;
    assert_string_equal(action_context_name(IN_QUEUE), "queue");
    assert_string_equal(action_context_name(IN_HELP), "help");
    assert_string_equal(action_context_name(IN_LISTS), "lists");
    assert_string_equal(action_context_name(IN_REPORT), "report");
    assert_string_equal(action_context_name(IN_ALL), "all");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_by_name_beginning_and_short_form),
        cmocka_unit_test(describes_every_action),
        cmocka_unit_test(names_contexts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
