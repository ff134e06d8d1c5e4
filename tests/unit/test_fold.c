/* text/fold: what is folded to what, and that every folded byte knows its source. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <uninorm.h>

#include "../../src/text/fold_table.h"
#include "gouji/base/str.h"
#include "gouji/text/fold.h"

static void texts_fold(void **state)
{
    (void)state;
    const struct {
        const char *source;
        unsigned flags;
        const char *folded;
    } table[] = {
        {"", FOLD_LABEL, ""},
        {"abc", 0, "abc"},
        {"自然人", FOLD_LABEL, "自然人"},
        {"自　然\r\n 人\t", FOLD_LABEL, "自然人"},
        {" a \n\t　b ", 0, " a b "},
        {"（一）予以公开", FOLD_LABEL, "(一)予以公开"},
        {"〔2021〕﹝3﹞", FOLD_LABEL, "(2021)(3)"},
        {"１２，３４５．６％", FOLD_LABEL, "12,345.6%"},
        {"“甲”‘乙’「丙」'丁'\"", FOLD_LABEL, "\"甲\"\"乙\"\"丙\"\"丁\"\""},
        {"《条例》、。", FOLD_LABEL, "《条例》、。"},
        {"①②㎡", FOLD_LABEL, "12m2"},
        {"a\u200Bb\uFEFFc\u00ADd\u202Ee", FOLD_LABEL, "abcde"},
        {"x[bookmark: _Toc1]y[image: z.png]", FOLD_LABEL, "xy"},
        {"x[bookmark: _Toc1]y", FOLD_DROP_SPACE, "x[bookmark:_Toc1]y"},
        {"[bookmark: cut\n]", FOLD_LABEL, "[bookmark:cut]"},
        {"[其他]", FOLD_LABEL, "[其他]"},
        {"**一、** **总体**情况", FOLD_LABEL, "一、总体情况"},
        {"**一、****总体**", FOLD_LABEL, "一、总体"},
        {"__六、事项__", FOLD_LABEL, "六、事项"},
        {"共**12**件", FOLD_LABEL, "共12件"},
        {"138****1234", FOLD_LABEL, "138****1234"},
        {"1**2", FOLD_LABEL, "1**2"},
        {"注*、***、_a", FOLD_LABEL, "注*、***、_a"},
        {"**一**", FOLD_SEARCH, "**一**"},
        {"1\\.属于\\", FOLD_LABEL, "1.属于"},
        {"a\\b", FOLD_LABEL, "a\\b"},
        {"信息公開總計", FOLD_LABEL, "信息公开总计"},
        {"信息公開", FOLD_DROP_SPACE, "信息公開"},
        {"│後│开—開", FOLD_LABEL, "│后│开—开"}, /* behind a drawn line, too */
        {"│後│开—開", 0, "│後│开—開"},
        {"開\u0301—\u0301", FOLD_LABEL, "开\u0301—\u0301"},
        {"ABC Ｄ É", FOLD_SEARCH, "abcdé"},
        {"ABC", FOLD_LABEL, "ABC"},
        {"e\u0301", 0, "é"},
        {"中\u0301文", 0, "中\u0301文"},
        {"a\u3000\u0301b", FOLD_LABEL, "a\u0301b"}, /* the blank alone is dropped */
        {"\u201C\u0301", FOLD_LABEL, "\"\u0301"},
        {"ｶﾞ", 0, "ガ"},
        {"\u1112\u1161\u11AB", 0, "한"},
        {"\U0002F800", 0, "丽"}, /* compatibility ideograph */
        {"a\u00A0b", FOLD_DROP_SPACE, "ab"},
        {"a\xFFz", 0, "a\xEF\xBF\xBDz"},
        {"\u2F00\u2F0F\u2EA0\u2ED8\u2EDA", 0, "一几民青页"}, /* radicals of PDFs */
        {"\u2EAA\u2E84", 0, "\u2EAA\u2E84"},
        {"\uFDFA", FOLD_DROP_SPACE, "صلىاللهعليهوسلم"},
    };
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        struct arena *arena = arena_new();
        struct fold fold;
        assert_int_equal(fold_text(arena, slice_of(table[i].source), 0, table[i].flags, &fold), 0);
        assert_string_equal(fold.text, table[i].folded);
        assert_int_equal(fold.nbytes, strlen(table[i].folded));
        if (fold_keeps(slice_of(table[i].source), table[i].flags))
            assert_string_equal(table[i].source, table[i].folded);
        arena_free(arena);
    }
}

static void plain_labels_are_kept(void **state)
{
    (void)state;
    static const char *const kept[] = {"", "自然人", "1.属于国家秘密", "《条例》、。"};
    static const char *const others[] = {"（一）予以公开", "自然 人", "總計", "é", "注*", "自\xE7"};
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        assert_true(fold_keeps(slice_of(kept[i]), FOLD_LABEL));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(fold_keeps(slice_of(others[i]), FOLD_LABEL));
    assert_true(fold_keeps(slice_of("總計"), FOLD_DROP_SPACE));
    assert_true(fold_keeps(slice_of("ABC"), FOLD_LABEL));
    assert_false(fold_keeps(slice_of("ABC"), FOLD_SEARCH));
}

static void map_leads_back(void **state)
{
    (void)state;
    const char *source = "甲 （１２）[image: x]①é乙";
    struct arena *arena = arena_new();
    struct fold fold;
    assert_int_equal(fold_text(arena, slice_of(source), 100, FOLD_LABEL, &fold), 0);
    assert_string_equal(fold.text, "甲(12)1é乙");
    const struct {
        const char *folded, *source;
    } table[] = {{"甲", "甲"}, {"(", "（"},  {"12", "１２"},          {")", "）"},
                 {"1é", "①é"}, {"乙", "乙"}, {")1", "）[image: x]①"}, {"甲(", "甲 （"}};
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        const char *at = strstr(fold.text, table[i].folded);
        if (strcmp(table[i].folded, "1é") == 0)
            at = strstr(fold.text, ")1") + 1;
        size_t start = (size_t)(at - fold.text);
        struct span span = fold_span(&fold, start, start + strlen(table[i].folded));
        assert_int_equal(span.start, 100 + (strstr(source, table[i].source) - source));
        assert_int_equal(span.end - span.start, strlen(table[i].source));
    }
    assert_true(span_empty(fold_span(&fold, 3, 3)));
    assert_int_equal(fold_span(&fold, 3, 3).start, 100 + strlen("甲 "));
    assert_int_equal(fold_span(&fold, fold.nbytes, fold.nbytes).start, 100 + strlen(source));
    arena_free(arena);
}

static void runs_of_space_map_whole(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct fold fold;
    assert_int_equal(fold_text(arena, slice_of("a \r\n\tb"), 0, 0, &fold), 0);
    assert_string_equal(fold.text, "a b");
    assert_int_equal(fold_start(&fold, 1), 1);
    assert_int_equal(fold_end(&fold, 1), 5);
    arena_free(arena);
}

static void long_runs_of_space_map_to_their_front(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct fold fold;
    char text[1 + 300 + 1];
    memset(text, ' ', sizeof text);
    text[0] = 'a';
    text[sizeof text - 1] = 'b';
    assert_int_equal(fold_text(arena, slice_make(text, sizeof text), 0, 0, &fold), 0);
    assert_string_equal(fold.text, "a b");
    assert_int_equal(fold_start(&fold, 1), 1);
    assert_int_equal(fold_end(&fold, 1), 1 + FOLD_MOST_BYTES);
    assert_int_equal(fold_start(&fold, 2), 301);
    arena_free(arena);
}

static void offsets_have_an_end(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct fold fold;
    const uint32_t last = FOLD_LAST_OFFSET - 4;
    assert_int_equal(fold_text(arena, slice_of("1一"), last, FOLD_LABEL, &fold), 0);
    assert_int_equal(fold_start(&fold, 3), last + 1);
    assert_int_equal(fold_end(&fold, 3), last + 4);
    assert_int_equal(fold_text(arena, slice_of("1一"), last + 1, FOLD_LABEL, &fold), -1);
    arena_free(arena);
}

/* Strokes are folded many at once, and stay what and where they are. */
static void drawn_lines_are_kept(void **state)
{
    enum { MOST = 24 };
    (void)state;
    struct arena *arena = arena_new();
    for (size_t n = 1; n < MOST; n++) {
        struct str frame = STR_INIT;
        struct fold fold;
        str_add(&frame, "├");
        for (size_t i = 0; i < n; i++)
            str_add(&frame, "─");
        str_add(&frame, "┼ │政");
        assert_int_equal(fold_text(arena, str_slice(&frame), 7, FOLD_LABEL, &fold), 0);
        assert_int_equal(fold.nbytes, frame.nbytes - 1);
        for (size_t i = 0; i < fold.nbytes; i++) {
            size_t is_behind = fold.nbytes - i <= strlen("│政");
            assert_int_equal(fold.text[i], frame.data[i + is_behind]);
            assert_int_equal(fold_start(&fold, i), 7 + i - i % 3 + is_behind);
            assert_int_equal(fold_size(&fold, i), 3);
        }
        str_release(&frame);
    }
    arena_free(arena);
}

static size_t put_utf8(uint32_t c, char *out)
{
    struct str s = STR_INIT;
    str_code_point(&s, c);
    size_t n = s.nbytes;
    memcpy(out, s.data, n);
    str_release(&s);
    return n;
}

/* Each code point alone and before a combining mark: without flags, the fold
 * must be NFKC with blanks, ignorables and our own brackets taken out of the
 * comparison. This is what holds the fast path to uninorm. */
static void fast_path_agrees_with_uninorm(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    size_t nchecked = 0;
    for (uint32_t c = 0x21; c < 0x20000; c++) {
        bool fast = c < 0x7F || (c >= 0x3005 && c <= 0x3007) || (c >= 0x3400 && c < 0xA000) ||
                    (c >= 0xFF01 && c < 0xFF5F) || c == 0xB7 || c == 0x2014 || c == 0x3001 ||
                    c == 0x3002 || (c >= 0x2500 && c < 0x2580);
        if (!fast || c == '\'' || c == 0xFF07 || c == 0xFF02)
            continue;
        for (int marked = 0; marked < 2; marked++) {
            char source[8];
            size_t n = put_utf8(c, source);
            if (marked)
                n += put_utf8(0x301, source + n);
            uint8_t want[32];
            size_t length = sizeof want;
            assert_ptr_equal(u8_normalize(UNINORM_NFKC, (uint8_t *)source, n, want, &length), want);
            struct fold fold;
            assert_int_equal(fold_text(arena, slice_make(source, n), 0, 0, &fold), 0);
            assert_int_equal(fold.nbytes, length);
            assert_memory_equal(fold.text, want, length);
            nchecked++;
        }
        if (c % 4096 == 0) {
            arena_free(arena);
            arena = arena_new();
        }
    }
    assert_true(nchecked > 50000);
    arena_free(arena);
}

/* Random mixtures: the map stays inside the source, never decreases, and a
 * second fold changes nothing. */
static void map_is_sound(void **state)
{
    (void)state;
    static const char *const parts[] = {"中",
                                        "（",
                                        "Ａ",
                                        "a",
                                        " ",
                                        "\u3000",
                                        "\r\n",
                                        "e\u0301",
                                        "①",
                                        "\uFDFA",
                                        "\u200D",
                                        "\U0001F468\u200D\U0001F469",
                                        "[bookmark: x]",
                                        "[image:",
                                        "*",
                                        "**",
                                        "\\",
                                        "]",
                                        "\xFF",
                                        "㈱",
                                        "開",
                                        "“"};
    uint32_t seed = 7;
    for (int round = 0; round < 2000; round++) {
        struct str source = STR_INIT;
        for (int i = 0; i < round % 40; i++) {
            seed = seed * 1664525u + 1013904223u;
            str_add(&source, parts[(seed >> 16) % (sizeof parts / sizeof parts[0])]);
        }
        struct arena *arena = arena_new();
        struct fold fold, again;
        unsigned flags = (unsigned)round % 16;
        assert_int_equal(fold_text(arena, str_slice(&source), 5, flags, &fold), 0);
        for (size_t i = 0; i < fold.nbytes; i++) {
            assert_true(fold_start(&fold, i) >= 5 && fold_start(&fold, i) < fold_end(&fold, i));
            assert_true(fold_end(&fold, i) <= 5 + source.nbytes);
            assert_true(i == 0 || (fold_start(&fold, i) >= fold_start(&fold, i - 1) &&
                                   fold_end(&fold, i) >= fold_end(&fold, i - 1)));
        }
        unsigned rest = flags & ~(unsigned)FOLD_DROP_INSETS; /* removal may join a new one */
        assert_int_equal(fold_text(arena, slice_make(fold.text, fold.nbytes), 0, rest, &again), 0);
        if (!strstr(str_text(&source), "e\u0301") && !strstr(str_text(&source), "\u200D"))
            assert_string_equal(again.text, fold.text);
        arena_free(arena);
        str_release(&source);
    }
}

/* Cut out of the fold of a line, a piece between bars is what it is folded alone, or is not cut
 * out; pieces folded at once are what they are folded one by one. */
static void parts_agree_with_wholes(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "中",           "（", "a",  " ",  "\u3000", "e\u0301", "\u0301", "①",
        "[image: x|y]", "*",  "**", "\\", "|",      "12",      "開",     "“"};
    uint32_t seed = 11;
    size_t ncut = 0;
    for (int round = 0; round < 3000; round++) {
        struct str source = STR_INIT;
        struct span spans[3] = {{0, 0}};
        for (size_t k = 0; k < 3; k++) {
            spans[k].start = (uint32_t)source.nbytes;
            for (int i = 0; i < round % 5; i++) {
                seed = seed * 1664525u + 1013904223u;
                str_add(&source, parts[(seed >> 16) % (sizeof parts / sizeof parts[0])]);
            }
            spans[k].end = (uint32_t)source.nbytes;
            str_add(&source, "|");
        }
        struct arena *arena = arena_new();
        const char *text = str_text(&source);
        struct fold whole, all;
        uint32_t at[4];
        assert_int_equal(fold_text(arena, str_slice(&source), 0, FOLD_LABEL, &whole), 0);
        assert_int_equal(fold_spans(arena, text, spans, 3, FOLD_LABEL, &all, at), 0);
        for (size_t k = 0; k < 3; k++) {
            struct fold alone, cut;
            struct slice piece = slice_make(text + spans[k].start, spans[k].end - spans[k].start);
            assert_int_equal(fold_text(arena, piece, spans[k].start, FOLD_LABEL, &alone), 0);
            assert_string_equal(all.text + at[k], alone.text);
            assert_int_equal(at[k + 1] - at[k], alone.nbytes + 1);
            if (alone.nbytes)
                assert_memory_equal(all.from + at[k], alone.from,
                                    alone.nbytes * sizeof *alone.from);
            if (!fold_cut(&whole, spans[k], &cut))
                continue;
            ncut++;
            assert_int_equal(cut.nbytes, alone.nbytes);
            assert_memory_equal(cut.text, alone.text, alone.nbytes);
            assert_memory_equal(cut.from, alone.from, alone.nbytes * sizeof *alone.from);
        }
        arena_free(arena);
        str_release(&source);
    }
    assert_true(ncut > 1000);
}

/* What speeds up the looking up says the same as the pairs themselves. */
static void tables_agree(void **state)
{
    (void)state;
    for (unsigned page = 0; page < FOLD_PAGE_COUNT; page++) {
        unsigned next = fold_simplified_page[page];
        for (unsigned low = 0; low < 256; low++) {
            unsigned c = ((FOLD_FIRST_PAGE + page) << 8) + low;
            bool is_pair = next < fold_simplified_page[page + 1] && fold_simplified[next].from == c;
            bool has_bit = fold_has_simplified[page * 4 + (low >> 6)] >> (low & 63) & 1;
            assert_int_equal(has_bit, is_pair);
            next += is_pair;
        }
        assert_int_equal(next, fold_simplified_page[page + 1]); /* all, in order */
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_fold),
        cmocka_unit_test(plain_labels_are_kept),
        cmocka_unit_test(map_leads_back),
        cmocka_unit_test(runs_of_space_map_whole),
        cmocka_unit_test(long_runs_of_space_map_to_their_front),
        cmocka_unit_test(offsets_have_an_end),
        cmocka_unit_test(drawn_lines_are_kept),
        cmocka_unit_test(fast_path_agrees_with_uninorm),
        cmocka_unit_test(map_is_sound),
        cmocka_unit_test(parts_agree_with_wholes),
        cmocka_unit_test(tables_agree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
