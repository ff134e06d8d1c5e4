/* The forms as they are loaded, and what the loader refuses. */
#include "table_fixture.h"

#include <limits.h>
#include <unistd.h>

#include "../../src/report/form_private.h"
#include "../../src/report/labels.h"

static const struct form_row *find_row(const struct form_block *block, const char *id, bool group)
{
    for (size_t i = 0; i < block->nrows; i++)
        if (strcmp(block->rows[i].id, id) == 0 && block->rows[i].is_group == group)
            return &block->rows[i];
    return NULL;
}

static size_t count_cells(const struct form_table *table)
{
    size_t n = 0;
    for (size_t b = 0; b < table->nblocks; b++)
        for (size_t r = 0; r < table->blocks[b].nrows; r++) {
            const struct form_row *row = &table->blocks[b].rows[r];
            n += row->is_group || row->alternative_of >= 0 ? 0 : table->blocks[b].ncols;
        }
    return n;
}

static size_t count_leaves(const struct form_block *block)
{
    size_t n = 0;
    for (size_t i = 0; i < block->nrows; i++)
        n += block->rows[i].is_leaf && block->rows[i].alternative_of < 0;
    return n;
}

static void test_sizes(void **state)
{
    static const struct {
        const char *edition;
        size_t t2, t3, t4, leaves;
    } sizes[] = {{"2019", 22, 161, 15, 19}, {"2021", 10, 175, 15, 21}};
    (void)state;
    assert_int_equal(forms_count(test_forms), 2);
    for (size_t i = 0; i < 2; i++) {
        const struct form *form = forms_find(test_forms, sizes[i].edition);
        assert_ptr_equal(form, forms_at(test_forms, i));
        assert_int_equal(count_cells(&form->tables[TABLE_T2]), sizes[i].t2);
        assert_int_equal(count_cells(&form->tables[TABLE_T3]), sizes[i].t3);
        assert_int_equal(count_cells(&form->tables[TABLE_T4]), sizes[i].t4);
        assert_int_equal(count_leaves(&form->tables[TABLE_T3].blocks[0]), sizes[i].leaves);
    }
    assert_null(forms_at(test_forms, 2));
    assert_null(forms_find(test_forms, "1999"));
}

static void test_years(void **state)
{
    static const struct {
        int year;
        const char *edition;
    } years[] = {{2018, NULL},   {2019, "2019"}, {2020, "2019"},
                 {2021, "2021"}, {2025, "2021"}, {2099, "2021"}};
    (void)state;
    for (size_t i = 0; i < sizeof years / sizeof *years; i++) {
        const struct form *form = forms_for_year(test_forms, years[i].year);
        assert_int_equal(form != NULL, years[i].edition != NULL);
        if (form)
            assert_string_equal(form->edition, years[i].edition);
    }
}

static void test_rows(void **state)
{
    const struct form_block *t3 = &forms_find(test_forms, "2021")->tables[TABLE_T3].blocks[0];
    const struct form_row *unable = find_row(t3, "unable_1", false);
    const struct form_row *one_row = find_row(t3, "other", false);
    (void)state;
    assert_string_equal(unable->address, "（四）1");
    assert_string_equal(unable->norm, "1.本机关不掌握相关政府信息");
    assert_string_equal(t3->rows[unable->parent].id, "unable");
    assert_string_equal(find_row(t3, "new", false)->address, "一");
    assert_string_equal(find_row(t3, "total", false)->address, "（七）");
    assert_true(find_row(t3, "total", false)->is_total);
    assert_ptr_equal(&t3->rows[one_row->alternative_of], find_row(t3, "other", true));
    assert_null(
        find_row(&forms_find(test_forms, "2019")->tables[TABLE_T3].blocks[0], "other", true));
    assert_string_equal(find_row(t3, "carry_in", false)->all_of[0][0], "上年结转");
    assert_null(find_row(t3, "carry_in", false)->all_of[1]);
    assert_string_equal(t3->cell_ids[0], "T3.new.np");
}

static void test_columns(void **state)
{
    const struct form_table *t2 = &forms_find(test_forms, "2021")->tables[TABLE_T2];
    const struct form_block *a8 = &t2->blocks[3];
    (void)state;
    assert_string_equal(a8->id, "a8");
    assert_string_equal(a8->heading_norm, "第二十条第(八)项");
    assert_true(a8->cols[0].is_decimal);
    assert_string_equal(a8->cols[0].unit, "万元");
    assert_string_equal(a8->cell_ids[0], "T2.a8.fee.amount");
    t2 = &forms_find(test_forms, "2019")->tables[TABLE_T2];
    assert_true(t2->blocks[1].cols[1].is_signed);
    assert_null(t2->blocks[4].cols[1].unit);
}

static void test_sections_and_words(void **state)
{
    const struct form_section *sections;
    (void)state;
    assert_int_equal(forms_sections(test_forms, &sections), 6);
    assert_string_equal(sections[3].id, "S4");
    assert_string_equal(sections[3].numeral, "四");
    assert_string_equal(sections[4].all_of[1], "改进");
    assert_null(forms_words(test_forms, "no such list"));
}

static void test_label_keys(void **state)
{
    static const struct {
        const char *a, *b;
    } pairs[] = {
        {"1、属于国家秘密", "1.属于国家秘密"},
        {"·1.属于国家秘密", "1属于国家秘密"},
        {"规(guī)章", "规章"},
        {"(一)予以公开:", "(一)予以公开"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        char a[64];
        char b[64];
        size_t na = label_key(slice_of(pairs[i].a), a);
        size_t nb = label_key(slice_of(pairs[i].b), b);
        assert_true(slice_equal(slice_make(a, na), slice_make(b, nb)));
    }
}

static void test_labels_read(void **state)
{
    static const struct {
        const char *text;
        bool known, exact;
        const char *effect;
        size_t prefix;
    } texts[] = {
        {"行政许可", true, true, NULL, 0},
        {"行政许可(指事项3)", true, false, "note", 0},
        {"(四)信息内容", true, false, "prefix", 5},
        {"1、属于国家秘密", true, false, "punctuation", 0},
        {"(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之", true, false, "truncated",
         0},
        {"行政检查", false, false, NULL, 0},
        {"其他主动公开文件规章", false, false, NULL, 0},
        {"", false, false, NULL, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct label_hit hit = labels_read(forms_labels(test_forms), slice_of(texts[i].text));
        assert_int_equal(hit.label != NULL, texts[i].known);
        assert_int_equal(hit.exact, texts[i].exact);
        assert_int_equal(hit.prefix, texts[i].prefix);
        assert_true(texts[i].effect
                        ? hit.effect && strcmp(label_effect_name(hit.effect), texts[i].effect) == 0
                        : !hit.effect);
    }
}

/* Pieces of the rows' labels, and labels with a character too many, are known to be so. */
static void test_labels_pieces(void **state)
{
    const struct labels *labels = forms_labels(test_forms);
    const struct form_block *block = &forms_at(test_forms, 0)->tables[TABLE_T3].blocks[0];
    (void)state;
    for (size_t i = 0; i < block->nrows; i++) {
        char key[512];
        size_t n = label_key(slice_of(block->rows[i].norm), key);
        if (block->rows[i].alternative_of >= 0 || n + 3 > sizeof key)
            continue;
        for (size_t at = 3; at < n; at++)
            if (((unsigned char)key[at] & 0xC0) != 0x80) {
                struct slice rest = slice_make(key + at, n - at);
                assert_true(labels_begin(labels, TABLE_T3, slice_make(key, at)));
                assert_true(labels_contain(labels, TABLE_T3, rest));
                assert_true(labels_hold(labels, TABLE_T3, rest));
            }
        assert_true(labels_hold(labels, TABLE_T3, slice_make(key, n)));
        assert_int_equal(labels_group_holds(labels, slice_make(key, n)) || !block->rows[i].is_group,
                         true);
        memcpy(key + n, "甲", 3);
        assert_false(labels_hold(labels, TABLE_T3, slice_make(key, n + 3)));
        assert_false(labels_begin(labels, TABLE_T3, slice_make(key, n + 3)));
        if (n >= 4 * 3)
            assert_int_equal(labels_distance(labels, slice_make(key, n + 3)), 1);
    }
    assert_false(labels_begin(labels, TABLE_T3, slice_of("信息内容")));
    assert_true(labels_begin(labels, TABLE_T2, slice_of("信息")));
    assert_int_equal(labels_distance(labels, slice_of("本镇人民政府门户网站")), UINT_MAX);
}

static void write_file(const char *dir, const char *name, const char *text)
{
    char path[256];
    snprintf(path, sizeof path, "%s/%s", dir, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void remove_dir(const char *dir, const char *name)
{
    char path[256];
    snprintf(path, sizeof path, "%s/%s", dir, name);
    unlink(path);
    rmdir(dir);
}

static void test_refusals(void **state)
{
    static const struct {
        const char *text;
        const char *said;
    } cases[] = {
        {"{", "x.json"},
        {"{\"edition\": \"2030\"}", "years"},
        {"{\"edition\": \"2030\", \"colour\": 1}", "colour"},
        {"{\"edition\": \"2030\", \"document\": \"d\", \"years\": {\"first\": 2030},"
         " \"tables\": [{\"id\": \"T9\"}]}",
         "tables"},
        {"{\"edition\": \"2030\", \"document\": \"d\", \"years\": {\"first\": 2030},"
         " \"tables\": [{\"id\": \"T2\", \"section\": \"S2\", \"title\": \"t\", \"blocks\": ["
         "{\"id\": \"a\", \"columns\": [{\"id\": \"c\", \"label\": \"l\"}],"
         " \"rows\": [{\"id\": \"r\", \"label\": \"l\", \"parent\": \"p\"}]}]}]}",
         "parent"},
        {"{\"edition\": \"2030\", \"document\": \"d\", \"years\": {\"first\": 2030},"
         " \"tables\": [{\"id\": \"T2\", \"section\": \"S2\", \"title\": \"t\", \"blocks\": ["
         "{\"id\": \"a\", \"columns\": [{\"id\": \"c\", \"label\": \"l\"}],"
         " \"rows\": [[\"r\", \"l\"]]}]}]}",
         "rows"},
        {"{\"edition\": \"2030\", \"document\": \"d\", \"years\": {\"first\": 2030},"
         " \"tables\": [[1]]}",
         "tables"},
        {"{\"edition\": \"2030\", \"document\": \"d\", \"years\": {\"first\": 2030},"
         " \"tables\": [{\"id\": \"T2\", \"section\": \"S2\", \"title\": \"t\", \"blocks\": ["
         "{\"id\": \"a\", \"columns\": [{\"id\": \"c\\\"d\", \"label\": \"l\"}],"
         " \"rows\": [{\"id\": \"r\", \"label\": \"l\"}]}]}]}",
         "columns"},
        {"{\"edition\": \"2030\", \"document\": \"d\", \"years\": {\"first\": 2030},"
         " \"tables\": [{\"id\": \"T2\", \"section\": \"S2\", \"title\": \"t\", \"blocks\": ["
         "{\"id\": \"a\", \"columns\": [{\"id\": \"c\", \"label\": \"l\"}],"
         " \"rows\": [{\"id\": \"an_id_of_a_row_that_goes_on_and_on\", \"label\": \"l\"}]}]}]}",
         "rows"},
        {"{\"sections\": []}", "no form"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char dir[] = "/tmp/gouji-form-XXXXXX";
        struct err err = {0};
        assert_non_null(mkdtemp(dir));
        write_file(dir, "x.json", cases[i].text);
        assert_null(forms_load(dir, &err));
        if (!strstr(err.text, cases[i].said))
            print_error("%s\n", err.text);
        assert_non_null(strstr(err.text, cases[i].said));
        remove_dir(dir, "x.json");
    }
    struct err err = {0};
    assert_null(forms_load("/nonexistent/forms", &err));
    assert_int_equal(err.kind, ERR_IO);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sizes),
        cmocka_unit_test(test_years),
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_columns),
        cmocka_unit_test(test_sections_and_words),
        cmocka_unit_test(test_label_keys),
        cmocka_unit_test(test_labels_read),
        cmocka_unit_test(test_labels_pieces),
        cmocka_unit_test(test_refusals),
    };
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
