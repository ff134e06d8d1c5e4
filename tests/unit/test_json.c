/* The strict scanner refuses what cJSON would take with another meaning; what
 * it takes comes back unchanged in canonical form. */
#include "gouji/base/json.h"

#include "gouji/base/arena.h"

#include "check.h"

static void refuses(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t n;
    } cases[] = {
#define CASE(literal) {literal, sizeof(literal) - 1}
        CASE(""),
        CASE("0123"),
        CASE("1."),
        CASE("1.5"),
        CASE("1e400"),
        CASE("-"),
        CASE("-0"),
        CASE("1000000000000000"),
        CASE("9007199254740993"),
        CASE("-1000000000000000"),
        CASE("\"a\\u0000b\""),
        CASE("\"\\ud800\""),
        CASE("\"\\udc00\""),
        CASE("\"\\ud800\\u0041\""),
        CASE("\"a\nb\""),
        CASE("\"\x1b\""),
        CASE("\"\xff\""),
        CASE("\"\xc0\xaf\""),
        CASE("\"\xed\xa0\x80\""),
        CASE("\"\xf4\x90\x80\x80\""),
        CASE("\"\\x\""),
        CASE("\"abc"),
        CASE("{\"a\":1,\"a\":2}"),
        CASE("{\"a\":1,\"\\u0061\":2}"),
        CASE("[1,]"),
        CASE("{,}"),
        CASE("{\"a\" 1}"),
        CASE("[1 2]"),
        CASE("[1] x"),
        CASE("\xef\xbb\xbf[]"),
        CASE("nul"),
        CASE("[\0]"),
        CASE("{\"a\":"),
#undef CASE
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct err err = {0};
        cJSON *value = json_parse(slice_make(cases[i].text, cases[i].n), &err);
        if (value)
            fail_msg("accepted: %s", cases[i].text);
        assert_int_equal(err.kind, ERR_INPUT);
        assert_true(err.text[0] != '\0');
    }
}

static void canonical(void **state)
{
    (void)state;
    static const struct {
        const char *in, *out;
    } cases[] = {
        {" { \"b\" : 1 , \"a\" : [ true , null , -7 ] } ", "{\"a\":[true,null,-7],\"b\":1}"},
        {"999999999999999", "999999999999999"},
        {"-999999999999999", "-999999999999999"},
        {"\"\\u4e2d\\/\\n\\u001b\"", "\"中/\\n\\u001b\""},
        {"\"\\ud840\\udc00\"", "\"𠀀\""},
        {"\"\\uD840\\uDC00\\u4E2D\"", "\"𠀀中\""},
        /* UTF-16 order: U+10000 (D800…) before U+FF01. */
        {"{\"！\":1,\"𐀀\":2,\"\":3}", "{\"\":3,\"𐀀\":2,\"！\":1}"},
        {"{\"a\":{},\"b\":[]}", "{\"a\":{},\"b\":[]}"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct err err = {0};
        struct str out = STR_INIT;
        cJSON *value = json_parse(slice_of(cases[i].in), &err);
        if (!value)
            fail_msg("%s: %s", cases[i].in, err.text);
        json_canonical(value, &out);
        assert_string_equal(str_text(&out), cases[i].out);
        str_release(&out);
        cJSON_Delete(value);
    }
}

static void limits(void **state)
{
    (void)state;
    struct err err = {0};
    struct str deep = STR_INIT, wide = STR_INIT, long_string = STR_INIT;
    for (int i = 0; i < JSON_MAX_DEPTH + 1; i++)
        str_byte(&deep, '[');
    for (int i = 0; i < JSON_MAX_DEPTH + 1; i++)
        str_byte(&deep, ']');
    assert_int_equal(json_scan(str_slice(&deep), &err), -1);
    assert_int_equal(err.kind, ERR_LIMIT);
    assert_int_equal(json_scan(slice_make(deep.data + 1, deep.nbytes - 2), &err), 0);
    str_byte(&wide, '[');
    for (int i = 0; i < JSON_MAX_ITEMS; i++)
        str_add(&wide, "1,");
    str_add(&wide, "1]");
    assert_int_equal(json_scan(str_slice(&wide), &err), -1);
    assert_int_equal(err.kind, ERR_LIMIT);
    str_byte(&long_string, '"');
    for (int i = 0; i <= JSON_MAX_STRING + 1; i++)
        str_byte(&long_string, 'a');
    str_byte(&long_string, '"');
    assert_int_equal(json_scan(str_slice(&long_string), &err), -1);
    assert_int_equal(err.kind, ERR_LIMIT);
    str_release(&deep);
    str_release(&wide);
    str_release(&long_string);
}

static void error_says_line(void **state)
{
    (void)state;
    struct err err = {0};
    assert_int_equal(json_scan(slice_of("{\n \"a\": 1,\n \"b\": 01\n}"), &err), -1);
    assert_non_null(strstr(err.text, "3"));
    assert_int_equal(json_scan(slice_of("{\"a\": [}"), &err), -1);
    assert_non_null(strstr(err.text, "value missing"));
}

static void values_have_lines(void **state)
{
    (void)state;
    static const char text[] = "{\n \"a\": [1,\n true, \"x: \\\"{\",\n\n {}],\n\"b\"\n:\nnull}";
    static const size_t elements[] = {2, 3, 3, 5};
    cJSON *root = json_parse(slice_of(text), NULL);
    const cJSON *list = json_get(root, "a"), *item;
    size_t i = 0;
    assert_int_equal(json_line(slice_of(text), root, root), 1);
    assert_int_equal(json_line(slice_of(text), root, list), 2);
    cJSON_ArrayForEach (item, list)
        assert_int_equal(json_line(slice_of(text), root, item), elements[i++]);
    assert_int_equal(json_line(slice_of(text), root, json_get(root, "b")), 8);
    assert_int_equal(json_line(slice_of(text), root, NULL), 1);
    assert_int_equal(json_line(slice_of(text), list, root), 1);
    cJSON_Delete(root);
}

static void quoting_repairs_bad_bytes(void **state)
{
    (void)state;
    struct str out = STR_INIT;
    json_quote(slice_make("a\xff\"\x01", 4), &out);
    assert_string_equal(str_text(&out), "\"a\xEF\xBF\xBD\\\"\\u0001\"");
    str_release(&out);
}

struct odd {
    struct slice in;
    const char *out;
};

/* A text of n characters of one and of three bytes, the odd one at a place among them. */
static void quote_odd(const struct odd *odd, size_t n, size_t place)
{
    struct str in = STR_INIT, due = STR_INIT, out = STR_INIT;
    str_byte(&due, '"');
    for (size_t k = 0; k < n; k++) {
        const char *plain = (place + k) % 12 < 3 ? "政" : "~";
        str_append(&in, k == place ? odd->in : slice_of(plain));
        str_add(&due, k == place ? odd->out : plain);
    }
    str_byte(&due, '"');
    json_quote(str_slice(&in), &out);
    assert_string_equal(str_text(&out), str_text(&due));
    str_release(&in);
    str_release(&due);
    str_release(&out);
}

/* Wherever in a text, short or long, a character stands that must be written in another way. */
static void quoting_looks_at_every_byte(void **state)
{
    (void)state;
    static const struct odd odd[] = {{{"\"", 1}, "\\\""},
                                     {{"\\", 1}, "\\\\"},
                                     {{"\n", 1}, "\\n"},
                                     {{"\x1f", 1}, "\\u001f"},
                                     {{"\0", 1}, "\\u0000"},
                                     {{"\x7f", 1}, "\x7f"},
                                     {{"\x80", 1}, "\xEF\xBF\xBD"},
                                     {{"\xff", 1}, "\xEF\xBF\xBD"},
                                     {{"\xe0\x80\x80", 3}, "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
                                     {{"\xed\xa0\x80", 3}, "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
                                     {{"é", 2}, "é"},
                                     {{"，", 3}, "，"},
                                     {{"𠀀", 4}, "𠀀"}};
    for (size_t i = 0; i < COUNT(odd); i++)
        for (size_t n = 1; n <= 20; n++)
            for (size_t place = 0; place < n; place++)
                quote_odd(&odd[i], n, place);
}

static const cJSON *first_record(const cJSON *document)
{
    return json_get(document, "rules")->child;
}

/* As the build parsed it and as it is parsed here, the file is the same document. */
static void members_are_found_in_one_walk(void **state)
{
    (void)state;
    enum { A, B, C, NKEYS };
    static const char *const keys[NKEYS] = {"a", "b", "c"};
    static const struct {
        const char *document, *other;
        bool has[NKEYS];
    } cases[] = {
        {"{}", NULL, {false}},
        {"{\"a\": 1, \"b\": 2, \"c\": 3}", NULL, {true, true, true}},
        {"{\"c\": 3, \"a\": 1}", NULL, {true, false, true}},
        {"{\"x\": 1, \"b\": 2, \"aa\": 3}", "x", {false, true, false}},
        {"[1, 2]", NULL, {false}},
        {"\"a\"", NULL, {false}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cJSON *value = json_parse(slice_of(cases[i].document), NULL);
        const cJSON *members[NKEYS];
        const cJSON *other = json_members(value, keys, NKEYS, members);
        assert_non_null(value);
        assert_int_equal(other != NULL, cases[i].other != NULL);
        if (other)
            assert_string_equal(other->string, cases[i].other);
        for (int key = A; key < NKEYS; key++) {
            assert_int_equal(members[key] != NULL, cases[i].has[key]);
            assert_ptr_equal(members[key], json_get(value, keys[key]));
        }
        cJSON_Delete(value);
    }
}

static void folded_values_unfold(void **state)
{
    (void)state;
    struct err err = {ERR_NONE, ""};
    struct slice bytes;
    struct arena *arena = arena_new();
    const cJSON *document = json_read_folded(arena, arena, "data/rules/tables.json",
                                             JSON_MAX_NBYTES, "rules", &bytes, &err);
    cJSON *parsed = json_parse(bytes, &err);
    assert_non_null(document);
    assert_non_null(parsed);
    const cJSON *record = first_record(document), *name = json_get(record, "name");
    assert_string_equal(json_string(record, "id"), json_string(first_record(parsed), "id"));
    assert_true(cJSON_IsObject(name));
    assert_null(name->child);
    assert_null(json_get(record->next, "name")->child);
    json_unfold(record);
    assert_string_equal(json_string(name, "zh"),
                        json_string(json_get(first_record(parsed), "name"), "zh"));
    assert_null(json_get(record->next, "name")->child);
    json_unfold(record);
    json_unfold(document);
    assert_true(cJSON_Compare(document, parsed, true));
    cJSON_Delete(parsed);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses),
        cmocka_unit_test(canonical),
        cmocka_unit_test(limits),
        cmocka_unit_test(error_says_line),
        cmocka_unit_test(values_have_lines),
        cmocka_unit_test(quoting_repairs_bad_bytes),
        cmocka_unit_test(quoting_looks_at_every_byte),
        cmocka_unit_test(members_are_found_in_one_walk),
        cmocka_unit_test(folded_values_unfold),
    };
    return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}
