/* The grammar of one value field. */
#include "table_fixture.h"

#include "../../src/report/cell.h"

static const struct form_col plain = {.id = "count"};
static const struct form_col amount = {.id = "amount", .is_decimal = true};
static const struct form_col delta = {.id = "delta", .is_signed = true};

struct cell_case {
    const struct form_col *col;
    const char *field;
    enum cell_state state;
    int64_t value;
    const char *printed; /* what the span covers */
    const char *unit;
    const char *note;
};

static const struct cell_case cases[] = {
    {&plain, "0", CELL_NUMBER, 0, "0", "", NULL},
    {&plain, "  209 ", CELL_NUMBER, 209, "209", "", NULL},
    {&plain,
     "\xE3\x80\x80"
     "7\xC2\xA0",
     CELL_NUMBER, 7, "7", "", NULL},
    {&plain, "[bookmark: _GoBack]12", CELL_NUMBER, 12, "12", "", NULL},
    {&plain, "<br>12<br/>&nbsp;", CELL_NUMBER, 12, "12", "", NULL},
    {&plain, "&nbsp;<br />", CELL_BLANK, 0, "", "", NULL},
    {&plain, "1<br>2", CELL_TEXT, 0, "1<br>2", "", NULL},
    {&plain, "12[image: x]", CELL_NUMBER, 12, "12", "", NULL},
    {&plain, "007", CELL_NUMBER, 7, "007", "", NULL},
    {&plain, "２０９", CELL_NUMBER, 209, "２０９", "", NULL},
    {&plain, "1,234", CELL_NUMBER, 1234, "1,234", "", NULL},
    {&plain, "12，345，678", CELL_NUMBER, 12345678, "12，345，678", "", NULL},
    {&plain, "1,23", CELL_TEXT, 0, "1,23", "", NULL},
    {&plain, "1234,567", CELL_TEXT, 0, "1234,567", "", NULL},
    {&plain, "1 458", CELL_TEXT, 0, "1 458", "", NULL},
    {&plain, "1\n458", CELL_TEXT, 0, "1\n458", "", NULL},
    {&plain, "-3", CELL_NUMBER, -3, "-3", "", NULL},
    {&delta, "-3", CELL_NUMBER, -3, "-3", "", NULL},
    {&delta, "＋1036", CELL_NUMBER, 1036, "＋1036", "", NULL},
    {&delta, "－2", CELL_NUMBER, -2, "－2", "", NULL},
    {&delta,
     "\xE2\x88\x92"
     "2",
     CELL_NUMBER, -2,
     "\xE2\x88\x92"
     "2",
     "", NULL},
    {&delta, "减3", CELL_NUMBER, -3, "减3", "", NULL},
    {&delta, "减少 3项", CELL_NUMBER, -3, "减少 3", "项", NULL},
    {&delta, "3（减）", CELL_TEXT, 0, "3（减）", "", NULL},
    {&delta, "3(减少)", CELL_TEXT, 0, "3(减少)", "", NULL},
    {&delta, "3（增）", CELL_NUMBER, 3, "3", "", "（增）"},
    {&plain, "3（减）", CELL_NUMBER, 3, "3", "", "（减）"},
    {&delta, "增4", CELL_NUMBER, 4, "增4", "", NULL},
    {&delta, "增加4", CELL_NUMBER, 4, "增加4", "", NULL},
    {&plain, "减3", CELL_TEXT, 0, "减3", "", NULL},
    {&plain, "+", CELL_TEXT, 0, "+", "", NULL},
    {&amount, "282.1", CELL_NUMBER, 282100000, "282.1", "", NULL},
    {&amount, "0.092", CELL_NUMBER, 92000, "0.092", "", NULL},
    {&amount, "190.457379", CELL_NUMBER, 190457379, "190.457379", "", NULL},
    {&amount, "190.4573790", CELL_NUMBER, 190457379, "190.4573790", "", NULL},
    {&amount, "0.1234567", CELL_TEXT, 0, "0.1234567", "", "more than six decimals"},
    {&amount, "1,234．5", CELL_NUMBER, 1234500000, "1,234．5", "", NULL},
    {&amount, "184000元", CELL_NUMBER, 184000000000, "184000", "元", NULL},
    {&amount, "18.3 万元", CELL_NUMBER, 18300000, "18.3", "万元", NULL},
    {&amount, "12.", CELL_TEXT, 0, "12.", "", NULL},
    {&amount, "-0.5", CELL_NUMBER, -500000, "-0.5", "", NULL},
    {&plain, "3.5", CELL_TEXT, 0, "3.5", "", "not a whole number"},
    {&plain, "3.0", CELL_NUMBER, 3, "3.0", "", NULL},
    {&plain, "3.00", CELL_NUMBER, 3, "3.00", "", NULL},
    {&plain, "3.000", CELL_TEXT, 0, "3.000", "", "not a whole number"},
    {&plain, "3.01", CELL_TEXT, 0, "3.01", "", "not a whole number"},
    {&plain, "NaN", CELL_TEXT, 0, "NaN", "", NULL},
    {&plain, "None", CELL_TEXT, 0, "None", "", NULL},
    {&plain, "2条", CELL_NUMBER, 2, "2", "条", NULL},
    {&plain, "22（其中修订 16 件）", CELL_NUMBER, 22, "22", "", "（其中修订 16 件）"},
    {&plain, "22件\n(含3件)", CELL_NUMBER, 22, "22", "件", "(含3件)"},
    {&plain, "22其中16", CELL_TEXT, 0, "22其中16", "", NULL},
    {&amount, "37\\.79", CELL_NUMBER, 37790000, "37\\.79", "", NULL},
    {&plain, "1\u200B2", CELL_NUMBER, 12, "1\u200B2", "", NULL},
    {&amount, "1\u2060.\uFEFF5", CELL_NUMBER, 1500000, "1\u2060.\uFEFF5", "", NULL},
    {&plain, "12\u200B", CELL_NUMBER, 12, "12", "", NULL},
    {&plain, "2\u034F0\u200E9", CELL_NUMBER, 209, "2\u034F0\u200E9", "", NULL},
    {&plain, "\u202A5\u202C", CELL_NUMBER, 5, "5", "", NULL},
    {&plain, "\u034F0", CELL_NUMBER, 0, "0", "", NULL},
    {&plain, "\u00AD26\uFE0F", CELL_NUMBER, 26, "26", "", NULL},
    {&plain, "2\u2063\u200F\u00AD6", CELL_NUMBER, 26, "2\u2063\u200F\u00AD6", "", NULL},
    {&plain, "26\uFE0F\u20E3", CELL_TEXT, 0, "26\uFE0F\u20E3", "", NULL},
    {&plain, "1\u202E26", CELL_TEXT, 0, "1\u202E26", "", NULL},
    {&plain, "\u202E126", CELL_TEXT, 0, "\u202E126", "", NULL},
    {&plain, "\u3164", CELL_BLANK, 0, "", "", NULL},
    {&plain, "\u2800 \u3164", CELL_BLANK, 0, "", "", NULL},
    {&plain, "\u280026\u3164", CELL_NUMBER, 26, "26", "", NULL},
    {&plain, "1\u31642", CELL_TEXT, 0, "1\u31642", "", NULL},
    {&plain, "\u200E-\u200E", CELL_MARK, 0, "-", "", NULL},
    {&plain, "1\u2009234", CELL_NUMBER, 1234, "1\u2009234", "", NULL},
    {&plain, "12\u202F345\u202F678件", CELL_NUMBER, 12345678, "12\u202F345\u202F678", "件", NULL},
    {&plain, "1\u2009234\u202F567", CELL_TEXT, 0, "1\u2009234\u202F567", "", NULL},
    {&plain, "1234\u2009567", CELL_TEXT, 0, "1234\u2009567", "", NULL},
    {&plain, "1\u00A0458", CELL_TEXT, 0, "1\u00A0458", "", NULL},
    {&plain, "5'349", CELL_NUMBER, 5349, "5'349", "", NULL},
    {&plain, "105’460", CELL_NUMBER, 105460, "105’460", "", NULL},
    {&plain, "5'34", CELL_TEXT, 0, "5'34", "", NULL},
    {&plain, "1'234,567", CELL_TEXT, 0, "1'234,567", "", NULL},
    {&plain, "'30", CELL_NUMBER, 30, "30", "", NULL},
    {&delta, "'-31", CELL_NUMBER, -31, "-31", "", NULL},
    {&delta, "'-", CELL_TEXT, 0, "'-", "", NULL},
    {&plain, " '0 ", CELL_NUMBER, 0, "0", "", NULL},
    {&plain, "''30", CELL_TEXT, 0, "''30", "", NULL},
    {&plain, "'30'", CELL_TEXT, 0, "'30'", "", NULL},
    {&plain, "'", CELL_TEXT, 0, "'", "", NULL},
    {&plain, "1\u20092", CELL_TEXT, 0, "1\u20092", "", NULL},
    {&plain, "12\\", CELL_NUMBER, 12, "12", "", NULL},
    {&plain, "12\\\\", CELL_NUMBER, 12, "12", "", NULL},
    {&plain, "\\", CELL_TEXT, 0, "\\", "", NULL},
    {&plain, "1\\2", CELL_TEXT, 0, "1\\2", "", NULL},
    {&plain, "**12**", CELL_NUMBER, 12, "12", "", NULL},
    {&plain, " __ 12 __ ", CELL_NUMBER, 12, "12", "", NULL},
    {&plain, "*12*", CELL_NUMBER, 12, "12", "", NULL},
    {&delta, "**\\+12**", CELL_NUMBER, 12, "+12", "", NULL},
    {&plain, "****", CELL_TEXT, 0, "****", "", NULL},
    {&plain, "3**.**其他", CELL_TEXT, 0, "3**.**其他", "", NULL},
    {&plain, "3 **注**", CELL_NUMBER, 3, "3", "", "**注**"},
    {&plain, "3**", CELL_TEXT, 0, "3**", "", NULL},
    {&plain, "3*", CELL_NUMBER, 3, "3", "", "*"},
    {&plain, "3099①", CELL_NUMBER, 3099, "3099", "", "①"},
    {&plain, "9件 ②③", CELL_NUMBER, 9, "9", "件", "②③"},
    {&plain, "9①（含补正）", CELL_NUMBER, 9, "9", "", "①（含补正）"},
    {&plain, "30①99", CELL_TEXT, 0, "30①99", "", NULL},
    {&plain, "①3099", CELL_TEXT, 0, "①3099", "", NULL},
    {&plain, "9①属于", CELL_TEXT, 0, "9①属于", "", NULL},
    {&plain, "9²", CELL_TEXT, 0, "9²", "", NULL},
    {&plain, "零", CELL_NUMBER, 0, "零", "", NULL},
    {&plain, "〇", CELL_NUMBER, 0, "〇", "", NULL},
    {&plain, "零件", CELL_NUMBER, 0, "零", "件", NULL},
    {&plain, "", CELL_BLANK, 0, "", "", NULL},
    {&plain, " \t\xE3\x80\x80", CELL_BLANK, 0, "", "", NULL},
    {&plain, "/", CELL_MARK, 0, "/", "", NULL},
    {&plain, "／", CELL_MARK, 0, "／", "", NULL},
    {&plain, "-", CELL_MARK, 0, "-", "", NULL},
    {&plain, "--", CELL_MARK, 0, "--", "", NULL},
    {&plain, "—", CELL_MARK, 0, "—", "", NULL},
    {&plain, " —— ", CELL_MARK, 0, "——", "", NULL},
    {&plain, "无", CELL_MARK, 0, "无", "", NULL},
    {&plain, "不适用", CELL_MARK, 0, "不适用", "", NULL},
    {&plain, "无数据", CELL_TEXT, 0, "无数据", "", NULL},
    {&plain, "------", CELL_MARK, 0, "------", "", NULL},
    {&plain, "-----", CELL_TEXT, 0, "-----", "", NULL},
    {&plain, "---", CELL_TEXT, 0, "---", "", NULL},
    {&plain, "**", CELL_TEXT, 0, "**", "", NULL},
    {&plain, "XX", CELL_TEXT, 0, "XX", "", NULL},
    {&plain, "约20", CELL_TEXT, 0, "约20", "", NULL},
    {&plain, "2020年", CELL_TEXT, 0, "2020年", "", NULL},
    {&plain, "1.属于国家秘密", CELL_TEXT, 0, "1.属于国家秘密", "", NULL},
    {&plain, "999999999999", CELL_NUMBER, 999999999999, "999999999999", "", NULL},
    {&plain, "1000000000000", CELL_TEXT, 0, "1000000000000", "", "number too long"},
    {&amount, "-99999999999999999999999.5", CELL_TEXT, 0, "-99999999999999999999999.5", "",
     "number too long"},
    {&amount, "999999999999.999999", CELL_NUMBER, 999999999999999999, "999999999999.999999", "",
     NULL},
};

static void test_cell_parse(void **state)
{
    struct arena *arena = arena_new();
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct cell_case *c = &cases[i];
        struct cell cell = {0};
        const uint32_t base = 1000;
        cell_parse(arena, slice_of(c->field), base, c->col, &cell);
        struct slice span =
            slice_make(c->field + cell.span.start - base, cell.span.end - cell.span.start);
        if (cell.state != c->state || cell.value != c->value || !slice_is(span, c->printed))
            print_error("\"%s\": state %d, value %lld, span \"%.*s\"\n", c->field, cell.state,
                        (long long)cell.value, (int)span.nbytes, span.ptr);
        assert_int_equal(cell.state, c->state);
        assert_true(cell.value == c->value);
        assert_true(slice_is(span, c->printed));
        assert_true(slice_is(cell.unit, c->unit));
        assert_true(c->note ? cell.note && strcmp(cell.note, c->note) == 0 : !cell.note);
    }
    arena_free(arena);
}

static void test_cell_shape(void **state)
{
    (void)state;
    assert_int_equal(cell_shape(slice_of("减3")), SHAPE_NUMBER);
    assert_int_equal(cell_shape(slice_of("3.5")), SHAPE_NUMBER);
    assert_int_equal(cell_shape(slice_of("1.")), SHAPE_TEXT);
    assert_int_equal(cell_shape(slice_of("1、")), SHAPE_TEXT);
    assert_int_equal(cell_shape(slice_of("3.其他")), SHAPE_TEXT);
    assert_int_equal(cell_shape(slice_of("-3-")), SHAPE_TEXT);
    assert_int_equal(cell_shape(slice_of("/")), SHAPE_MARK);
    assert_int_equal(cell_shape(slice_of("[image: a]")), SHAPE_EMPTY);
    assert_int_equal(cell_shape(slice_of("[image: a")), SHAPE_TEXT);
    assert_int_equal(cell_shape(slice_of("\xFF\xFE")), SHAPE_TEXT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cell_parse),
        cmocka_unit_test(test_cell_shape),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
