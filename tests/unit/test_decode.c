/* text/decode: encodings are told apart, damage is counted, foreign files named. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "gouji/text/decode.h"

#define BYTES(text) slice_make(text, sizeof(text) - 1)

static void code_points_are_strict(void **state)
{
    (void)state;
    const struct {
        struct slice bytes;
        int32_t c;
        size_t used;
    } table[] = {
        {BYTES("a"), 'a', 1},
        {BYTES("\xC3\xA9x"), 0xE9, 2},
        {BYTES("\xE4\xB8\xAD"), 0x4E2D, 3},
        {BYTES("\xF0\xA0\xAE\xB7"), 0x20BB7, 4},
        {BYTES("\xF4\x8F\xBF\xBF"), 0x10FFFF, 4},
        {BYTES("\xF4\x90\x80\x80"), -1, 1}, /* over 10FFFF */
        {BYTES("\xC0\x80"), -1, 1},         /* overlong */
        {BYTES("\xE0\x9F\xBF"), -1, 1},     /* overlong */
        {BYTES("\xF0\x8F\xBF\xBF"), -1, 1}, /* overlong */
        {BYTES("\xED\xA0\x80"), -1, 1},     /* surrogate */
        {BYTES("\xE4\xB8"), -1, 1},         /* cut */
        {BYTES("\xE4\xB8x"), -1, 1},
        {BYTES("\x80"), -1, 1},
        {BYTES("\xFF"), -1, 1},
        {slice_make("\0", 1), 0, 1},
    };
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        size_t used = 0;
        assert_int_equal(text_next(table[i].bytes.ptr, table[i].bytes.nbytes, &used), table[i].c);
        assert_int_equal(used, table[i].used);
    }
}

static void encodings_are_detected(void **state)
{
    (void)state;
    const struct {
        struct slice bytes;
        enum text_encoding encoding;
        const char *text;
        size_t nbad;
    } table[] = {
        {BYTES(""), TEXT_UTF8, "", 0},
        {BYTES("abc\r\n"), TEXT_UTF8, "abc\r\n", 0},
        {BYTES("\xE4\xB8\xAD\xE6\x96\x87"), TEXT_UTF8, "中文", 0},
        {BYTES("\xEF\xBB\xBF\xE4\xB8\xAD"), TEXT_UTF8_BOM, "中", 0},
        {BYTES("\xD6\xD0\xCE\xC4\xA1\xA3"), TEXT_GB18030, "中文。", 0},
        /* a frame drawn with double lines */
        {BYTES("\xA8\x58\xA8\x54\xA8\x5B\xA8\x55\xD6\xD0\xA8\x55\xA8\x5E\xA8\x54\xA8\x61"),
         TEXT_GB18030, "╔═╗║中║╚═╝", 0},
        /* a byte lost at the end of a GB18030 file */
        {BYTES("\xD5\xFE\xB8\xAE\xD0\xC5\xCF\xA2\xB9\xAB\xBF\xAA\xD5\xFE\xB8\xAE\xD0\xC5\xCF\xA2"
               "\xB9\xAB\xBF\xAA\xD5\xFE\xB8\xAE\xD0\xC5\xCF\xA2\xB9\xAB\xBF\xAA\xD5\xFE\xB8\xAE"
               "\xD0\xC5\xCF\xA2\xB9\xAB\xBF\xAA\xD5\xFE\xB8\xAE\xD0\xC5\xCF\xA2\xB9\xAB\xBF\xAA"
               "\xD5\xFE\xB8\xAE\xD0\xC5\xCF\xA2\xB9\xAB\xBF\xAA\xD5\xFE\xB8\xAE\xD0\xC5\xCF\xA2"
               "\xB9\xAB\xBF\xAA\xD5\xFE\xB8\xAE\xD0\xC5\xCF\xA2\xB9\xAB\xBF\xAA\xD5\xFE\xB8\xAE"
               "\xD0\xC5\xCF\xA2\xB9\xAB\xBF\xAA\xD6"),
         TEXT_GB18030,
         "政府信息公开政府信息公开政府信息公开政府信息公开政府信息公开"
         "政府信息公开政府信息公开政府信息公开政府信息公开\xEF\xBF\xBD",
         1},
        /* one bad byte in UTF-8 leaves it UTF-8 */
        {BYTES("\xE4\xB8\xAD\xFF\xE6\x96\x87"), TEXT_UTF8, "中\xEF\xBF\xBD文", 1},
        /* Latin-1 is neither */
        {BYTES("caf\xE9 ol\xE9"), TEXT_UTF8, "caf\xEF\xBF\xBD ol\xEF\xBF\xBD", 2},
        {BYTES("\xFF\xFE\x2D\x4E\x0A\x00"), TEXT_UTF16LE, "中\n", 0},
        {BYTES("\xFE\xFF\x4E\x2D\xD8\x42\xDF\xB7"), TEXT_UTF16BE, "中𠮷", 0},
        /* a lone surrogate, and an odd last byte */
        {BYTES("\xFE\xFF\xDC\x00\x4E\x2D\x41"), TEXT_UTF16BE, "\xEF\xBF\xBD中\xEF\xBF\xBD", 3},
    };
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        struct text_decoded got;
        struct err err;
        assert_int_equal(text_decode(table[i].bytes, &got, &err), 0);
        assert_string_equal(got.text, table[i].text);
        assert_int_equal(got.nbytes, strlen(table[i].text));
        assert_int_equal(got.encoding, table[i].encoding);
        assert_int_equal(got.nbad, table[i].nbad);
        free(got.text);
    }
}

/* Traditional characters lie outside of GB 2312; those of Big5 are told from them. */
static void traditional_characters(void **state)
{
    (void)state;
    struct text_decoded got;
    struct err err;
    struct slice gb = BYTES("\x99\x43\xEA\x50\xCC\x8E\xC0\xED\x94\xB5\xC1\xBF");
    struct slice big5 = BYTES("\xBE\xF7\xC3\xF6\xB3\x42\xB2\x7A\xBC\xC6\xB6\x71");
    assert_int_equal(text_decode(gb, &got, &err), 0);
    assert_int_equal(got.encoding, TEXT_GB18030);
    assert_string_equal(got.text, "機關處理數量");
    free(got.text);
    assert_int_equal(text_decode(big5, &got, &err), 0);
    assert_int_equal(got.encoding, TEXT_UTF8);
    free(got.text);
}

/* The result is valid UTF-8 whatever the bytes. */
static void any_bytes_decode(void **state)
{
    (void)state;
    uint32_t seed = 12345;
    char bytes[300];
    for (int round = 0; round < 3000; round++) {
        size_t n = 0;
        for (; n < sizeof bytes && n < (size_t)round / 8; n++) {
            seed = seed * 1664525u + 1013904223u;
            bytes[n] = (char)(seed >> (round % 2 ? 24 : 23));
        }
        struct text_decoded got;
        struct err err;
        assert_int_equal(text_decode(slice_make(bytes, n), &got, &err), 0);
        for (size_t i = 0, used; i < got.nbytes; i += used)
            assert_true(text_next(got.text + i, got.nbytes - i, &used) >= 0);
        free(got.text);
    }
}

/* The text in UTF-16, in either order of bytes; returns how many of them. */
static size_t widen(const char *text, bool big, char *out)
{
    size_t n = 0, left = strlen(text);
    for (size_t used; left > 0; text += used, left -= used, n += 2) {
        int32_t c = text_next(text, left, &used);
        out[n + !big] = (char)(c >> 8);
        out[n + big] = (char)(c & 0xFF);
    }
    return n;
}

/* Only what reads as Chinese in one order, and in the other does not, is taken for UTF-16. */
static void utf16_without_mark(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum text_kind kind;
    } table[] = {
        {"一、总体情况\r\n2021年，我镇公开政府信息0条。\n", TEXT_KIND_TEXT},
        {"信息内容\n规章\t0\t0\t10\n行政规范性文件\t0\t0\t100\n", TEXT_KIND_TEXT},
        {"<!DOCTYPE html><html><head><title>政府信息公开工作年度报告</title></head><body>",
         TEXT_KIND_HTML},
        {"no text of this country at all, in letters only", TEXT_KIND_BINARY},
        {"年度报告\n", TEXT_KIND_BINARY}, /* too short to tell */
        {"一、总体情况\x01\x02\x03公开政府信息条\n", TEXT_KIND_BINARY},
        {"\xE0\xA4\x81年度报告政府信息公开工作年度报告\n", TEXT_KIND_BINARY},
    };
    for (size_t i = 0; i < 2 * (sizeof table / sizeof table[0]); i++) {
        char wide[512];
        bool big = i % 2;
        struct slice bytes = slice_make(wide, widen(table[i / 2].text, big, wide));
        struct text_decoded got;
        struct err err;
        assert_int_equal(text_sniff(bytes), table[i / 2].kind);
        if (table[i / 2].kind == TEXT_KIND_BINARY)
            continue;
        assert_int_equal(text_decode(bytes, &got, &err), 0);
        assert_string_equal(got.text, table[i / 2].text);
        assert_int_equal(got.encoding, big ? TEXT_UTF16BE : TEXT_UTF16LE);
        assert_int_equal(got.nbad, 0);
        free(got.text);
    }
}

static void kinds_are_sniffed(void **state)
{
    (void)state;
    const struct {
        struct slice bytes;
        enum text_kind kind;
    } table[] = {
        {BYTES(""), TEXT_KIND_EMPTY},
        {BYTES(" \r\n\t\xE3\x80\x80"), TEXT_KIND_EMPTY},
        {BYTES("\xEF\xBB\xBF\n"), TEXT_KIND_EMPTY},
        {BYTES("\xFF\xFE\x0A\x00\x00\x30"), TEXT_KIND_EMPTY},
        {BYTES("\xFF\xFE\x2D\x4E"), TEXT_KIND_TEXT},
        {BYTES("\xFE\xFF\x4E\x2D"), TEXT_KIND_TEXT},
        {BYTES("report"), TEXT_KIND_TEXT},
        {BYTES("a < b"), TEXT_KIND_TEXT},
        {BYTES("<2020>"), TEXT_KIND_TEXT},
        {BYTES("\n <!DOCTYPE html>\n<html>"), TEXT_KIND_HTML},
        {BYTES("<?xml version='1.0'?><!-- x --><HTML lang='zh'>"), TEXT_KIND_HTML},
        {BYTES("\xFF\xFE<\0h\0t\0m\0l\0>\0"), TEXT_KIND_HTML},
        {BYTES("<table><tr>"), TEXT_KIND_HTML},
        {BYTES("<div class=x>\n\na\n\n</div>\n\n| a | b |\n|---|:-:|\n| 1 | 2 |\n"),
         TEXT_KIND_TEXT},
        {BYTES("<div>\n<td>|</td>\n|---|---|\n"), TEXT_KIND_HTML},
        {BYTES("%PDF-1.7\n%\xE2\xE3"), TEXT_KIND_PDF},
        {BYTES("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"), TEXT_KIND_OLE},
        {BYTES("PK\x03\x04.......[Content_Types].xml...word/document.xml"), TEXT_KIND_DOCX},
        {BYTES("PK\x03\x04.......OFD.xml"), TEXT_KIND_OFD},
        {BYTES("PK\x03\x04.......a.txt"), TEXT_KIND_ZIP},
        {BYTES("{\\rtf1 x"), TEXT_KIND_RTF},
        {BYTES("ab\0cd"), TEXT_KIND_BINARY},
        {BYTES("政府信息公开工作年度报告政府信息公开工作年度报告\0"), TEXT_KIND_BINARY},
        {BYTES("\x01\x02\x03\x04text"), TEXT_KIND_BINARY},
    };
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
        assert_int_equal(text_sniff(table[i].bytes), table[i].kind);
}

static void advice_names_the_command(void **state)
{
    (void)state;
    const struct {
        enum text_kind kind;
        const char *path, *needle;
    } table[] = {
        {TEXT_KIND_PDF, "a b.pdf", "pdftotext -layout 'a b.pdf'"},
        {TEXT_KIND_PDF, "-x.pdf", "pdftotext -layout './-x.pdf'"},
        {TEXT_KIND_OLE, "it's.doc", "'txt:Text (encoded):UTF8' --outdir './' 'it'\\''s.doc'"},
        {TEXT_KIND_DOCX, "a%s.docx", "'a%s.docx'"},
        {TEXT_KIND_OFD, "a.ofd", "'a.ofd'"},
        {TEXT_KIND_ZIP, "a.zip", "unzip 'a.zip'"},
        {TEXT_KIND_RTF, "a.rtf", "soffice"},
        {TEXT_KIND_BINARY, "a", "'a'"},
        {TEXT_KIND_EMPTY, "a", "'a'"},
        {TEXT_KIND_PDF, "data/no.such/a", " 'data/no.such/a' 'data/no.such/a.txt'"},
        {TEXT_KIND_HTML, "a.html", "w3m -dump -cols 9999 'a.html' > 'a.txt'"},
    };
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        char *advice = text_kind_advice(table[i].kind, table[i].path);
        assert_non_null(advice);
        assert_non_null(strstr(advice, table[i].needle));
        free(advice);
    }
    assert_null(text_kind_advice(TEXT_KIND_TEXT, "a"));
}

static size_t count_bad(struct slice text)
{
    size_t bad = 0;
    for (size_t i = 0, used; i < text.nbytes; i += used)
        bad += text_next(text.ptr + i, text.nbytes - i, &used) < 0;
    return bad;
}

/* Well-formed characters are passed many at once: one that is not is met all the same. */
static void bad_bytes_are_told_at_any_place(void **state)
{
    static const char *const bad[] = {"\xE0\x80\x80", "\xED\xA0\x80",     "\xE4\xB8",
                                      "\xC0\x80",     "\xF5\x80\x80\x80", "\x80",
                                      "\xE4\xB8z",    "\xF0\x80\x80\x80", "\xF4\x90\x80\x80",
                                      "\xC1\xBF",     "\xC2z\xC3\xA9",    "\xE4\xB8\xAD\x80"};
    static const char *const good[] = {
        "abcdefgh", "政府信息", "a政b府", "éß·é", "\xE2\x82\xAC\xED\x95\x9C", "\xF0\xA0\x80\x80"};
    (void)state;
    for (size_t b = 0; b < sizeof bad / sizeof *bad; b++)
        for (size_t g = 0; g < sizeof good / sizeof *good; g++)
            for (size_t shift = 0; shift < 40; shift++) {
                char text[192];
                struct text_decoded decoded;
                struct err err;
                snprintf(text, sizeof text, "%.*s%s%s%s%s政府信息政府信息政府信息", (int)shift,
                         "123456789 123456789 123456789 123456789 ", good[g], good[g], bad[b],
                         good[g]);
                assert_int_equal(text_decode(slice_of(text), &decoded, &err), 0);
                assert_int_equal(decoded.encoding, TEXT_UTF8);
                assert_int_equal(decoded.nbad, count_bad(slice_of(text)));
                assert_false(text_is_plain(slice_of(text)));
                assert_true(text_is_plain(slice_make(text, shift + 2 * strlen(good[g]))));
                free(decoded.text);
            }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(code_points_are_strict),
        cmocka_unit_test(encodings_are_detected),
        cmocka_unit_test(traditional_characters),
        cmocka_unit_test(any_bytes_decode),
        cmocka_unit_test(utf16_without_mark),
        cmocka_unit_test(kinds_are_sniffed),
        cmocka_unit_test(advice_names_the_command),
        cmocka_unit_test(bad_bytes_are_told_at_any_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
