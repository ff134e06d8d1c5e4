/* Labels against the form, in order. Units are made by hand: a label, and how
 * many values follow it. */
#include "table_fixture.h"

#include "../../src/report/align.h"
#include "../../src/report/form_private.h"

struct printed {
    const char *label; /* folded; NULL: values without a label */
    size_t nvalues;
};

enum { MOST = 16 };

static struct alignment align(struct arena *arena, const struct printed *printed, size_t n)
{
    static struct unit items[MOST];
    struct units units = {.items = items, .nitems = n};
    const struct form_table *table = &forms_find(test_forms, "2019")->tables[TABLE_T3];
    struct alignment a;
    for (size_t i = 0; i < n; i++) {
        items[i] = (struct unit){.first = 10 * i,
                                 .end = 10 * i + (printed[i].label != NULL),
                                 .text = slice_of(printed[i].label),
                                 .nvalues = printed[i].nvalues};
        if (!printed[i].label)
            continue;
        items[i].hit = labels_read(forms_labels(test_forms), slice_of(printed[i].label));
        items[i].hit.label = label_in_table(items[i].hit.label, TABLE_T3);
        assert_int_equal(unit_make_key(arena, &items[i]), 0);
    }
    assert_int_equal(align_rows(arena, table, 0, &units, &a), 0);
    return a;
}

static const char *row_of(const struct alignment *a, size_t unit)
{
    return a->slot_of[unit] < 0 ? "-" : alignment_row(a, (size_t)a->slot_of[unit])->id;
}

struct align_case {
    struct printed printed[6];
    const char *rows[6]; /* "-": none */
    int match[6];
};

static const struct align_case cases[] = {
    {{{"一、本年新收政府信息公开申请数量", 7}, {"四、结转下年度继续办理", 7}},
     {"new", "carry_out"},
     {LABEL_EXACT, LABEL_EXACT}},
    {{{"(一)予以公开", 7}, {"(三)不予公开", 0}, {"1.属于国家机密", 7}},
     {"open", "denied", "denied_1"},
     {LABEL_EXACT, LABEL_EXACT, LABEL_FUZZY}},
    {{{"6.属于四类过程性信息", 7}, {"政府信息属于行政执法案卷的", 7}, {"8.属于行政查询事项", 7}},
     {"denied_6", "denied_7", "denied_8"},
     {LABEL_EXACT, LABEL_KEYWORDS, LABEL_EXACT}},
    {{{"6.属于四类过程性信息", 7}, {NULL, 7}, {"8.属于行政查询事项", 7}},
     {"denied_6", "denied_7", "denied_8"},
     {LABEL_EXACT, LABEL_BY_ORDER, LABEL_EXACT}},
    /* two places for one row, or no neighbour behind: not placed */
    {{{"5.属于三类内部事务信息", 7}, {NULL, 7}, {"8.属于行政查询事项", 7}},
     {"denied_5", "-", "denied_8"},
     {LABEL_EXACT, 0, LABEL_EXACT}},
    {{{"(六)其他处理", 7}, {"(七)总计", 7}, {NULL, 7}},
     {"other", "total", "-"},
     {LABEL_EXACT, LABEL_EXACT, 0}},
    /* an unknown row between two known ones shifts nothing */
    {{{"(一)予以公开", 7}, {"其中:网络申请", 7}, {"(二)部分公开", 7}},
     {"open", "-", "partial"},
     {LABEL_EXACT, 0, LABEL_VARIANT}},
    /* 总计 is the header's word; as a row it is known by its place only */
    {{{"(六)其他处理", 7}, {"总计", 7}, {"四、结转下年度继续办理", 7}},
     {"other", "total", "carry_out"},
     {LABEL_EXACT, LABEL_BY_ORDER, LABEL_EXACT}},
    {{{"2.重复申请", 7}, {"4.无正当理由大量反复申请", 7}, {"3.要求提供公开出版物", 7}},
     {"rejected_2", "rejected_4", "rejected_3"},
     {LABEL_EXACT, LABEL_EXACT, LABEL_EXACT}},
    {{{"(一)予以公开", 7}, {"(一)予以公开", 7}, {"(二)部分公开", 7}},
     {"open", "-", "partial"},
     {LABEL_EXACT, 0, LABEL_VARIANT}},
    /* a group's label in the middle of its rows */
    {{{"2、其他法律行政法规禁止公开", 0}, {"(三)不予公开", 0}, {"4.保护第三方合法权益", 7}},
     {"denied_2", "denied", "denied_4"},
     {LABEL_VARIANT, LABEL_EXACT, LABEL_EXACT}},
};

static void test_align(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena *arena = arena_new();
        size_t n = 0;
        while (n < 6 && cases[i].rows[n])
            n++;
        struct alignment a = align(arena, cases[i].printed, n);
        for (size_t u = 0; u < n; u++) {
            if (strcmp(row_of(&a, u), cases[i].rows[u]) != 0)
                print_error("case %zu, unit %zu: %s\n", i, u, row_of(&a, u));
            assert_string_equal(row_of(&a, u), cases[i].rows[u]);
            if (a.slot_of[u] >= 0)
                assert_int_equal(a.match[a.slot_of[u]], cases[i].match[u]);
        }
        arena_free(arena);
    }
}

static void test_order_and_repeats_are_told(void **state)
{
    struct arena *arena = arena_new();
    (void)state;
    struct alignment a = align(arena, cases[8].printed, 3);
    assert_true(a.out_of_order);
    a = align(arena, cases[9].printed, 3);
    assert_true(a.has_repeats);
    a = align(arena, cases[0].printed, 2);
    assert_false(a.out_of_order || a.has_repeats);
    a = align(arena, cases[10].printed, 3);
    assert_false(a.out_of_order || a.has_repeats);
    arena_free(arena);
}

static void test_distance(void **state)
{
    static const struct {
        const char *a, *b;
        unsigned limit, distance;
    } pairs[] = {
        {"", "", 3, 0},
        {"规章", "规章", 3, 0},
        {"规章", "", 3, 2},
        {"内容事务", "内部事务", 3, 1},
        {"上年转结", "上年结转", 3, 1},
        {"转结下度", "结转下年度", 3, 2},
        {"ab", "ba", 0, 1},
        {"abc", "cab", 3, 2},
        {"abc", "xyz", 2, 3},
        {"一二三四五六", "一", 3, 4},
    };
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct slice a = slice_of(pairs[i].a);
        struct slice b = slice_of(pairs[i].b);
        assert_int_equal(align_distance(a, b, pairs[i].limit), pairs[i].distance);
        assert_int_equal(align_distance(b, a, pairs[i].limit), pairs[i].distance);
        if (pairs[i].distance <= pairs[i].limit)
            assert_true(align_may_be_near(align_mark(a), align_mark(b), pairs[i].distance));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_align),
        cmocka_unit_test(test_order_and_repeats_are_told),
        cmocka_unit_test(test_distance),
    };
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
