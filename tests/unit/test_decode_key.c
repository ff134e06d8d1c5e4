#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/term/decode_key.h"

static void reads_every_form(void **state)
{
    static const struct {
        const char *bytes, *name;
    } cases[] = {
        {"a", "a"},
        {"\x01", "<C-a>"},
        {"\x1A", "<C-z>"},
        {"\x1C", "<C-\\>"},
        {"\x1D", "<C-]>"},
        {"\x1F", "<C-_>"},
        {"\b", "<BS>"},
        {"\x7F", "<BS>"},
        {"\n", "<Enter>"},
        {"受", "受"},
        {"𠮷", "𠮷"},
        {"\033b", "<A-b>"},
        {"\033\r", "<A-Enter>"},
        {"\033\x7F", "<A-BS>"},
        {"\033受", "<A-受>"},
        {"\033OA", "<Up>"},
        {"\033[A", "<Up>"},
        {"\033[1;5C", "<C-Right>"},
        {"\033[1;2B", "<S-Down>"},
        {"\033[1;3D", "<A-Left>"},
        {"\033OH", "<Home>"},
        {"\033[F", "<End>"},
        {"\033[1~", "<Home>"},
        {"\033[4~", "<End>"},
        {"\033[7~", "<Home>"},
        {"\033[2~", "<Insert>"},
        {"\033[3~", "<Del>"},
        {"\033[3;5~", "<C-Del>"},
        {"\033[5~", "<PgUp>"},
        {"\033[6~", "<PgDn>"},
        {"\033[Z", "<S-Tab>"},
        {"\033[1;2Z", "<S-Tab>"},
        {"\033OM", "<Enter>"},
        {"\033OP", "<F1>"},
        {"\033[P", "<F1>"},
        {"\033[[A", "<F1>"},
        {"\033[[E", "<F5>"},
        {"\033[11~", "<F1>"},
        {"\033[15~", "<F5>"},
        {"\033[17~", "<F6>"},
        {"\033[21~", "<F10>"},
        {"\033[24~", "<F12>"},
        {"\033[1;2R", "<S-F3>"},
        {"\033[1;2S", "<S-F4>"},
        {"\033[15;2~", "<S-F5>"},
        {"\033O2R", "<S-F3>"},
        {"\033[25~", "<S-F3>"},
        {"\033[26~", "<S-F4>"},
        {"\033[28~", "<S-F5>"},
        {"\033[27;5;13~", "<C-Enter>"},
        {"\033[27;2;9~", "<S-Tab>"},
        {"\033[97;5u", "<C-a>"},
        {"\033[13;3u", "<A-Enter>"},
    };
    const struct decoder decoder = {false, false};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct key key = {KEY_NONE, 0, 0};
        char name[32];
        size_t consumed = 0, nbytes = strlen(cases[i].bytes);
        for (size_t part = 1; part < nbytes; part++)
            assert_int_equal(decode_key(&decoder, cases[i].bytes, part, &key, &consumed),
                             DECODED_MORE);
        assert_int_equal(decode_key(&decoder, cases[i].bytes, nbytes, &key, &consumed),
                         DECODED_KEY);
        assert_int_equal(consumed, nbytes);
        key_format(key, name, sizeof name);
        assert_string_equal(name, cases[i].name);
    }
}

static void numbers_shifted_keys_as_the_linux_console(void **state)
{
    static const struct {
        const char *bytes;
        enum key_code code;
    } cases[] = {
        {"\033[25~", KEY_F1}, {"\033[28~", KEY_F3}, {"\033[29~", KEY_F4}, {"\033[31~", KEY_F5}};
    const struct decoder decoder = {true, false};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct key key;
        size_t consumed;
        assert_int_equal(decode_key(&decoder, cases[i].bytes, 5, &key, &consumed), DECODED_KEY);
        assert_int_equal(key.code, cases[i].code);
        assert_int_equal(key.modifiers, KEY_SHIFT);
    }
}

static void skips_what_is_no_key(void **state)
{
    static const struct {
        const char *bytes;
        size_t consumed;
    } cases[] = {
        {"\xFF", 1},
        {"\xC2\x9B", 2},
        {"\033[I", 3},
        {"\033[O", 3},
        {"\033[?62;1c", 8},
        {"\033[201~", 6},
        {"\033[[Z", 4},
        {"\033[99~", 5},
        {"\033[1;2;3;4;5;6R", 14},
        {"\033[99999999999999999999~", 23},
        {"\xED\xA0\x80", 1},
    };
    const struct decoder decoder = {false, false};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct key key;
        size_t consumed = 0;
        assert_int_equal(
            decode_key(&decoder, cases[i].bytes, strlen(cases[i].bytes), &key, &consumed),
            DECODED_NOTHING);
        assert_int_equal(consumed, cases[i].consumed);
    }
}

static void settles_when_no_more_comes(void **state)
{
    static const struct {
        const char *bytes;
        enum decoded decoded;
    } cases[] = {
        {"\033", DECODED_KEY},     {"\033[", DECODED_KEY},        {"\033[1;", DECODED_KEY},
        {"\033O", DECODED_KEY},    {"\033\xE5\x8F", DECODED_KEY}, /* the character may still come */
        {"\xE5\x8F", DECODED_MORE}};
    const struct decoder decoder = {false, true};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct key key;
        size_t consumed = 0;
        assert_int_equal(
            decode_key(&decoder, cases[i].bytes, strlen(cases[i].bytes), &key, &consumed),
            cases[i].decoded);
        if (cases[i].decoded != DECODED_KEY)
            continue;
        assert_int_equal(consumed, 1);
        assert_int_equal(key.code, KEY_ESC);
    }
}

static void tells_a_paste(void **state)
{
    const struct decoder decoder = {false, false};
    struct key key;
    size_t consumed;
    (void)state;
    assert_int_equal(decode_key(&decoder, "\033[200~abc", 9, &key, &consumed), DECODED_PASTE_BEGIN);
    assert_int_equal(consumed, 6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_every_form),
        cmocka_unit_test(numbers_shifted_keys_as_the_linux_console),
        cmocka_unit_test(skips_what_is_no_key),
        cmocka_unit_test(settles_when_no_more_comes),
        cmocka_unit_test(tells_a_paste),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
