/* text/sanitise: nothing reaches the terminal but what can only be shown. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <unictype.h>
#include <unigbrk.h>

#include "gouji/text/decode.h"
#include "gouji/text/sanitise.h"
#include "gouji/text/width.h"

static void hostile_text_becomes_tokens(void **state)
{
    (void)state;
    const struct {
        const char *text;
        int keep;
        const char *shown;
    } table[] = {
        {"plain 中文，“。”", 0, "plain 中文，“。”"},
        {"\x1B]0;T\x07", 0, "^[]0;T^G"},
        {"a\tb\nc\r", 0, "a^Ib^Jc^M"},
        {"a\tb\nc\r", 1, "a\tb\nc^M"},
        {"\x7F", 0, "^?"},
        {"\xC2\x9B"
         "31m",
         0, "<U+009B>31m"},
        {"\u202E\u2066\u061C\u200F", 0, "<U+202E><U+2066><U+061C><U+200F>"},
        {"\u200B\uFEFF\u2060\u00AD", 0, "<U+200B><U+FEFF><U+2060><U+00AD>"},
        {"\U000E0041", 0, "<U+E0041>"},
        {"⚠\uFE0F", 0, "⚠<U+FE0F>"},
        {"\u2028\u2029", 0, "<U+2028><U+2029>"},
        {"\uE000", 0, "<U+E000>"},
        {"\uFDD0", 0, "<U+FDD0>"},
        {"\u0378", 0, "<U+0378>"},
        {"\u3164\u034F", 0, "<U+3164><U+034F>"},
        {"\xFF\xE4\xB8", 0, "\\xFF\\xE4\\xB8"},
        {"\xED\xA0\x80", 0, "\\xED\\xA0\\x80"},
        {"e\u0301", 0, "e\u0301"},
        {"\u0301", 0, "<U+0301>"},
        {"e\u0301\u0301\u0301\u0301\u0301\u0301", 0, "e\u0301\u0301\u0301\u0301<U+0301><U+0301>"},
        {"一\u1AB0\u1AB0\u1AB0\u1AB0", 0, "一\u1AB0\u1AB0\u1AB0<U+1AB0>"},
        {"\n\u0301", 1, "\n<U+0301>"},
        {"", 0, ""},
    };
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        struct str out = STR_INIT;
        sanitise_append(&out, slice_of(table[i].text), table[i].keep);
        assert_string_equal(str_text(&out), table[i].shown);
        str_release(&out);
    }
}

static void glyph_is_sound(const struct glyph *glyph)
{
    assert_true(glyph->nbytes < sizeof glyph->bytes);
    assert_int_equal(strlen(glyph->bytes), glyph->nbytes);
    assert_true(glyph->consumed >= 1);
    if (glyph->kind == SANITISE_TOKEN) {
        assert_int_equal(glyph->ncols, (int)glyph->nbytes);
        for (size_t i = 0; i < glyph->nbytes; i++)
            assert_true(glyph->bytes[i] > 0x20 && glyph->bytes[i] < 0x7F);
    } else if (glyph->kind == SANITISE_PLAIN) {
        assert_true(glyph->ncols == 1 || glyph->ncols == 2);
        assert_int_equal(glyph->nbytes, glyph->consumed);
    }
}

/* What a code point may be when it is sent as it is; said by other properties
 * than the implementation asks, as far as there are others. */
static bool may_be_sent(uint32_t c)
{
    if (c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0xD800 && c <= 0xDFFF) || c > 0x10FFFF)
        return false;
    if (c == 0x61C || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
        (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || c == 0xAD)
        return false;
    if ((c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE000 && c <= 0xF8FF) || c >= 0xE0000)
        return false;
    return (c & 0xFFFE) != 0xFFFE && !(c >= 0xFDD0 && c <= 0xFDEF) &&
           !uc_is_property_zero_width(c) && !uc_is_property_unassigned_code_value(c);
}

/* Every code point alone, behind a base, and before one. */
static void every_code_point_is_shown(void **state)
{
    (void)state;
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        struct str text = STR_INIT;
        str_byte(&text, 'a');
        if (c >= 0xD800 && c <= 0xDFFF) {
            const char bytes[] = {(char)0xED, (char)(0x80 | (c >> 6 & 0x3F)),
                                  (char)(0x80 | (c & 0x3F))};
            str_append(&text, slice_make(bytes, 3));
        } else {
            str_code_point(&text, c);
        }
        struct slice alone = slice_make(text.data + 1, text.nbytes - 1);
        struct glyph glyph;
        sanitise_next(alone, &glyph);
        glyph_is_sound(&glyph);
        assert_int_equal(glyph.kind == SANITISE_TAB, c == '\t');
        if (glyph.kind == SANITISE_PLAIN)
            assert_true(may_be_sent(c));
        if (c >= 0x4E00 && c <= 0x9FEF)
            assert_int_equal(glyph.kind, SANITISE_PLAIN);
        struct str shown = STR_INIT;
        sanitise_append(&shown, str_slice(&text), 0);
        size_t used;
        for (size_t i = 0; i < shown.nbytes; i += used) {
            int32_t sent = text_next(shown.data + i, shown.nbytes - i, &used);
            assert_true(sent >= 0x20 && may_be_sent((uint32_t)sent));
        }
        str_release(&shown);
        str_release(&text);
    }
}

static void random_bytes_are_shown(void **state)
{
    (void)state;
    uint32_t seed = 99;
    for (int round = 0; round < 20000; round++) {
        char bytes[24];
        size_t n = 1 + (size_t)round % sizeof bytes;
        for (size_t i = 0; i < n; i++) {
            seed = seed * 1664525u + 1013904223u;
            bytes[i] = (char)(seed >> 24);
        }
        struct glyph glyph;
        size_t total = 0;
        for (size_t i = 0; i < n; i += glyph.consumed) {
            sanitise_next(slice_make(bytes + i, n - i), &glyph);
            glyph_is_sound(&glyph);
            total += glyph.consumed;
        }
        assert_int_equal(total, n);
    }
}

static void check_plain(struct slice text, size_t first_nbytes)
{
    size_t plain = sanitise_plain(text);
    if (plain == 0)
        return;
    struct glyph glyph;
    const uint8_t *start = (const uint8_t *)text.ptr;
    assert_int_equal(plain, first_nbytes);
    assert_ptr_equal(u8_grapheme_next(start, start + text.nbytes), start + plain);
    sanitise_next(text, &glyph);
    assert_int_equal(glyph.kind, SANITISE_PLAIN);
    assert_int_equal(glyph.ncols, sanitise_plain_cols(plain));
    assert_int_equal(glyph.consumed, plain);
}

/* What is found plain at a glance is one grapheme of those columns, whatever follows it. */
static void plain_characters_are_whole(void **state)
{
    (void)state;
    static const char *const firsts[] = {"a", "一", "鿿", "，", "、", "～"};
    struct str text = STR_INIT;
    for (size_t i = 0; i < sizeof firsts / sizeof firsts[0]; i++)
        for (uint32_t c = 0; c <= 0x10FFFF; c++) {
            str_clear(&text);
            str_add(&text, firsts[i]);
            str_code_point(&text, c);
            check_plain(str_slice(&text), strlen(firsts[i]));
        }
    assert_int_equal(sanitise_plain(slice_of("是，“")), 3);
    assert_int_equal(sanitise_plain(slice_of("，“")), 3);
    str_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hostile_text_becomes_tokens),
        cmocka_unit_test(every_code_point_is_shown),
        cmocka_unit_test(random_bytes_are_shown),
        cmocka_unit_test(plain_characters_are_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
