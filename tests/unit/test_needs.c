/* What a pattern needs of a text: never too much, or a check would miss what it is for. */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/check/needs.h"
#include "../../src/check/pattern.h"
#include "../../src/check/pattern_store.h"
#include "gouji/base/json.h"
#include "gouji/base/path.h"
#include "gouji/base/str.h"

static void print_set(const uint16_t *set, struct str *out)
{
    str_add(out, out->nbytes ? " " : "");
    for (size_t i = 1; i <= *set; i++) {
        char utf8[4] = {(char)set[i], '\0'};
        if (set[i] >= 0x800)
            snprintf(utf8, sizeof utf8, "%c%c%c", 0xE0 | set[i] >> 12, 0x80 | (set[i] >> 6 & 0x3F),
                     0x80 | (set[i] & 0x3F));
        str_add(out, set[i] == 0xE000 ? "#" : utf8);
    }
}

/* Sets in UTF-8, with a blank between. */
static void print_needs(const struct needs *needs, struct str *out)
{
    if (*needs->rarest)
        print_set(needs->rarest, out);
    for (const uint16_t *set = needs->sets; *set; set += 1 + *set)
        print_set(set, out);
}

static void says_what_is_needed(void **state)
{
    (void)state;
    static const struct {
        const char *pattern, *needs;
    } cases[] = {
        {"共收", "共 收"},
        {"(?:收到|受理)~{0,6}?(#)[余多]?[件宗]", "收受 # 件宗"},
        {"不足|不够|缺乏", "不缺"},
        {"甲?乙*丙+丁{0,3}戊{2}", "丙 戊"},
        {"(?:甲|乙)?丙", "丙"},
        {"甲(?=乙)(?!丙)(?<!丁)(?<=戊)己", "甲 己"},
        {"[^甲]乙[甲-丁][甲\\d]", "乙"},
        {"^(?:甲)$|乙丙", "甲乙"},
        {"甲|", ""},
        {"甲|.", ""},
        {"\\d{4}年", "年"},
        {"\\(甲\\x{4e59}\\)", "甲 ( 乙 )"},
        {"(甲乙).{0,3}\\1", "甲 乙"},
        {"甲\\K乙", "甲 乙"},
        {"\\G甲", "甲"},
        {"[一—-]\\#2", "# 一—- 2"},
        /* What is not understood asks for nothing. */
        {"(?i)abc", ""},
        {"(?<name>甲)", ""},
        {"甲\\p{Han}", ""},
        {"甲[[:alpha:]]", ""},
        {"(?>甲)乙", ""},
        {"甲乙{2", ""},
        {"甲乙{,", ""},
        {"甲\\", ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct needs needs;
        struct str got = STR_INIT;
        struct arena *arena = arena_new();
        assert_int_equal(needs_read(cases[i].pattern, arena, &needs), 0);
        print_needs(&needs, &got);
        if (strcmp(str_text(&got), cases[i].needs) != 0)
            fail_msg("%s: %s", cases[i].pattern, str_text(&got));
        str_release(&got);
        arena_free(arena);
    }
}

static unsigned next_random(unsigned *seed)
{
    *seed = *seed * 1103515245u + 12345u;
    return *seed >> 16;
}

static const char *const LETTERS[] = {"甲", "乙", "丙", "a", "1", "\xEE\x80\x80", "，"};

static void random_text(unsigned *seed, struct str *out)
{
    for (unsigned n = next_random(seed) % 8; n > 0; n--)
        str_add(out, LETTERS[next_random(seed) % COUNT(LETTERS)]);
}

static void random_pattern(unsigned *seed, int depth, struct str *out)
{
    static const char *const atoms[] = {"甲",      "乙", "丙",  "a",   "1",      "#",
                                        "~",       ".",  "\\d", "^",   "[甲乙]", "[^甲]",
                                        "[甲-丙]", "$",  "，",  "[#1]"};
    static const char *const opens[] = {"(", "(?:", "(?=", "(?!", "(?<!"};
    static const char *const times[] = {"",      "",      "",    "?",  "*", "+",
                                        "{0,2}", "{1,2}", "{2}", "+?", "??"};
    for (unsigned n = 1 + next_random(seed) % 3; n > 0; n--) {
        bool opens_group = depth < 3 && next_random(seed) % 4 == 0;
        bool looks_behind = false;
        if (opens_group) {
            const char *open = opens[next_random(seed) % COUNT(opens)];
            looks_behind = strcmp(open, "(?<!") == 0;
            str_add(out, open);
            if (looks_behind)
                str_add(out, "甲");
            else
                random_pattern(seed, depth + 1, out);
            str_add(out, ")");
        } else {
            str_add(out, atoms[next_random(seed) % COUNT(atoms)]);
        }
        str_add(out, times[next_random(seed) % COUNT(times)]);
    }
    if (next_random(seed) % 3 == 0) {
        str_add(out, "|");
        random_pattern(seed, depth + 1, out);
    }
}

static pcre2_code *compile(const char *source)
{
    struct str expanded = STR_INIT;
    int code;
    PCRE2_SIZE at;
    pattern_expand(source, &expanded);
    pcre2_code *made = pcre2_compile((PCRE2_SPTR)str_text(&expanded), expanded.nbytes,
                                     PATTERN_OPTIONS, &code, &at, NULL);
    str_release(&expanded);
    return made;
}

static bool matches(const pcre2_code *code, struct slice text)
{
    pcre2_match_data *data = pcre2_match_data_create(1, NULL);
    int rc = pcre2_match(code, (PCRE2_SPTR)text.ptr, text.nbytes, 0, PCRE2_NOTEMPTY, data, NULL);
    pcre2_match_data_free(data);
    return rc >= 0;
}

static bool holds_rarest(const struct needs *needs, struct slice text)
{
    size_t n = needs_count_rarest(needs);
    for (size_t which = 0; which < n; which++)
        if (needs_find(needs, which, text, &(size_t){0}))
            return true;
    return n == 0;
}

/* Texts that no pattern's needs allow do not match; how many were spared. */
static size_t try_pattern(const char *source, const pcre2_code *code, unsigned *seed)
{
    enum { TEXTS = 70 };
    struct str texts[TEXTS];
    struct needs needs;
    struct letters letters;
    struct arena *arena = arena_new();
    uint64_t set[2] = {0};
    size_t spared = 0;
    assert_int_equal(needs_read(source, arena, &needs), 0);
    assert_int_equal(letters_make(&letters, arena, TEXTS), 0);
    for (size_t i = 0; i < TEXTS; i++) {
        texts[i] = (struct str)STR_INIT;
        random_text(seed, &texts[i]);
        letters_add(&letters, i, str_slice(&texts[i]));
    }
    letters_find(&letters, &needs, set);
    for (size_t i = 0; i < TEXTS; i++) {
        struct slice text = str_slice(&texts[i]);
        bool may = set[i / 64] >> i % 64 & 1, stands = holds_rarest(&needs, text);
        spared += !may;
        if ((!may || !stands) && matches(code, text))
            fail_msg("%s matches %.*s", source, (int)text.nbytes, text.ptr);
        str_release(&texts[i]);
    }
    arena_free(arena);
    return spared;
}

/* Of alternatives one must have all it needs: a letter of each of several is not enough. */
static void alternatives_need_all_of_one(void **state)
{
    (void)state;
    static const struct {
        const char *pattern, *text;
        bool may;
    } cases[] = {
        {"半年|季度", "下半年", true},       {"半年|季度", "季度", true},
        {"半年|季度", "半个季节", false},    {"半年|季度|", "半个季节", true},
        {"(?:半年|季度)内", "半季内", true}, {"半年|.", "一个季节", true},
        {"上年|(?:去|前)年", "上前", false}, {"上年|(?:去|前)年", "前年", true},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct needs needs;
        struct letters letters;
        struct arena *arena = arena_new();
        assert_int_equal(needs_read(cases[i].pattern, arena, &needs), 0);
        assert_int_equal(letters_make(&letters, arena, 1), 0);
        letters_add(&letters, 0, slice_of(cases[i].text));
        if (letters_may(&letters, &needs, 0) != cases[i].may)
            fail_msg("%s: %s", cases[i].pattern, cases[i].text);
        arena_free(arena);
    }
}

static void misses_no_match(void **state)
{
    (void)state;
    unsigned seed = 11;
    size_t tried = 0, spared = 0;
    for (int round = 0; round < 6000; round++) {
        struct str source = STR_INIT;
        random_pattern(&seed, 0, &source);
        pcre2_code *code = compile(str_text(&source));
        if (code) {
            spared += try_pattern(str_text(&source), code, &seed);
            tried++;
        }
        pcre2_code_free(code);
        str_release(&source);
    }
    assert_true(tried > 3000);
    assert_true(spared > 20000);
}

/* What the build stored of a pattern that a rule file writes so; false: it stored none. */
static bool is_stored_as_read(const char *pattern, struct arena *arena)
{
    struct str expanded = STR_INIT;
    struct needs stored = {.sets = NULL}, read;
    pattern_expand(pattern, &expanded);
    pcre2_code *code = pattern_store_get(str_slice(&expanded), &stored);
    bool is_stored = code != NULL;
    pcre2_code_free(code);
    str_release(&expanded);
    if (!is_stored)
        return false;
    assert_int_equal(needs_read(pattern, arena, &read), 0);
    assert_memory_equal(stored.rarest, read.rarest, sizeof read.rarest);
    assert_int_equal(needs_nsets(&stored), needs_nsets(&read));
    assert_memory_equal(stored.sets, read.sets, needs_nsets(&read) * sizeof *read.sets);
    return true;
}

static size_t count_stored(const cJSON *node, struct arena *arena)
{
    size_t n = cJSON_IsString(node) && is_stored_as_read(node->valuestring, arena);
    const cJSON *below;
    cJSON_ArrayForEach (below, node)
        n += count_stored(below, arena);
    return n;
}

/* The needs that the build stored with a pattern are those that would be read. */
static void stored_needs_are_those_read(void **state)
{
    (void)state;
    struct err err;
    char *bytes = NULL;
    size_t nbytes = 0;
    struct arena *arena = arena_new();
    assert_int_equal(path_read("data/rules/prose.json", 1 << 20, "test", &bytes, &nbytes, &err), 0);
    cJSON *document = json_parse(slice_make(bytes, nbytes), &err);
    assert_non_null(document);
    assert_true(count_stored(document, arena) > 500);
    cJSON_Delete(document);
    free(bytes);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stored_needs_are_those_read),
        cmocka_unit_test(says_what_is_needed),
        cmocka_unit_test(alternatives_need_all_of_one),
        cmocka_unit_test(misses_no_match),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
