#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "gouji/ui/key.h"

static void reads_and_writes_names(void **state)
{
    static const struct {
        const char *text;
        struct key key;
        const char *name; /* NULL: as read */
    } cases[] = {
        {"j", {KEY_CHAR, 'j', 0}, NULL},
        {"G", {KEY_CHAR, 'G', 0}, NULL},
        {"<", {KEY_CHAR, '<', 0}, NULL},
        {">", {KEY_CHAR, '>', 0}, NULL},
        {"<lt>", {KEY_CHAR, '<', 0}, "<"},
        {"受", {KEY_CHAR, 0x53D7, 0}, NULL},
        {"<Space>", {KEY_CHAR, ' ', 0}, NULL},
        {"<C-d>", {KEY_CHAR, 'd', KEY_CTRL}, NULL},
        {"<C-D>", {KEY_CHAR, 'd', KEY_CTRL}, "<C-d>"},
        {"<c-_>", {KEY_CHAR, '_', KEY_CTRL}, "<C-_>"},
        {"<C-@>", {KEY_CHAR, ' ', KEY_CTRL}, "<C-Space>"},
        {"<A-b>", {KEY_CHAR, 'b', KEY_ALT}, NULL},
        {"<M-b>", {KEY_CHAR, 'b', KEY_ALT}, "<A-b>"},
        {"<S-a>", {KEY_CHAR, 'A', 0}, "A"},
        {"<A-Enter>", {KEY_ENTER_, 0, KEY_ALT}, NULL},
        {"<F1>", {KEY_F1, 0, 0}, NULL},
        {"<F12>", {KEY_F12, 0, 0}, NULL},
        {"<S-F4>", {KEY_F4, 0, KEY_SHIFT}, NULL},
        {"<C-A-S-Up>", {KEY_UP_, 0, KEY_CTRL | KEY_ALT | KEY_SHIFT}, NULL},
        {"<S-Tab>", {KEY_BACKTAB, 0, 0}, NULL},
        {"<tab>", {KEY_TAB, 0, 0}, "<Tab>"},
        {"<PageDown>", {KEY_PAGE_DOWN, 0, 0}, "<PgDn>"},
        {"<C-lt>", {KEY_CHAR, '<', KEY_CTRL}, NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct key key = {KEY_NONE, 0, 0};
        char name[32];
        assert_int_equal(key_parse(cases[i].text, &key), strlen(cases[i].text));
        assert_true(key_equal(key, cases[i].key));
        const char *wanted = cases[i].name != NULL ? cases[i].name : cases[i].text;
        assert_int_equal(key_format(key, name, sizeof name), strlen(wanted));
        assert_string_equal(name, wanted);
    }
}

static void refuses_what_is_no_name(void **state)
{
    static const char *const bad[] = {"",      "<Foo>", "<C->",     "<F13>", "<Enter",
                                      "<X-a>", "\x01",  "\xE5\x8F", "<a>",   "<C-ab>"};
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        struct key key;
        assert_int_equal(key_parse(bad[i], &key), 0);
    }
}

static void reads_one_key_of_a_chord(void **state)
{
    struct key key;
    (void)state;
    assert_int_equal(key_parse("gg", &key), 1);
    assert_int_equal(key_parse("<C-x><C-e>", &key), 5);
    assert_int_equal(key_parse("]f", &key), 1);
    assert_int_equal(key_parse("<<", &key), 1);
}

static void cuts_a_name_to_its_room(void **state)
{
    char name[4];
    (void)state;
    assert_int_equal(key_format((struct key){KEY_ENTER_, 0, KEY_ALT}, name, sizeof name), 3);
    assert_string_equal(name, "<A-");
}

static void folds_full_width_keys(void **state)
{
    static const struct {
        uint32_t from, to;
    } cases[] = {
        {0xFF1A, ':'}, {0xFF1F, '?'},    {0xFF4A, 'j'}, {0xFF3A, 'Z'},    {0x3000, ' '},
        {0x3002, '.'}, {0x3001, '/'},    {0x201C, '"'}, {0x2019, '\''},   {0x3010, '['},
        {0x300B, '>'}, {0x300C, '{'},    {0xFFE5, '$'}, {0x53D7, 0x53D7}, {'j', 'j'},
        {0xFF5E, '~'}, {0xFF00, 0xFF00},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct key key = key_fold((struct key){KEY_CHAR, cases[i].from, 0});
        assert_int_equal(key.ch, cases[i].to);
    }
    struct key arrow = {KEY_UP_, 0, 0};
    assert_true(key_equal(key_fold(arrow), arrow));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_and_writes_names),   cmocka_unit_test(refuses_what_is_no_name),
        cmocka_unit_test(reads_one_key_of_a_chord), cmocka_unit_test(cuts_a_name_to_its_room),
        cmocka_unit_test(folds_full_width_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
