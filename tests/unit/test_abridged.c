/* report/abridged: what is put away of a report comes back, and next year's report gives the
 * same findings beside it as beside the whole. Bytes that are something else give none. */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "gouji/base/path.h"
#include "gouji/check/finding.h"
#include "gouji/report/abridged.h"

static const char *const samples[] = {
    "data/samples/01-shuanghuai-zhen-2021.txt",   "data/samples/02-liuhe-zhen-2020.txt",
    "data/samples/06-shiqiaoping-xiang-2022.txt", "data/samples/07-yunxiu-zhen-2020.txt",
    "data/samples/08-yunxiu-zhen-2021.txt",       "data/samples/09-luming-tongjiju-2023.txt"};

struct pair {
    struct report *whole, *back;
    struct str bytes;
};

static struct pair put_away(const char *path, const struct forms *forms)
{
    struct err err;
    struct pair pair = {.whole = report_open(path, forms, &err), .bytes = STR_INIT};
    assert_non_null(pair.whole);
    assert_true(report_abridge(pair.whole, &pair.bytes));
    pair.back = report_restore(path, str_slice(&pair.bytes), forms, PART_ALL);
    assert_non_null(pair.back);
    return pair;
}

static void release(struct pair *pair)
{
    report_free(pair->whole);
    report_free(pair->back);
    str_release(&pair->bytes);
}

static void expect_cells(const struct report *whole, const struct report *back)
{
    const struct cell *cell, *same;
    size_t position = 0, also = 0;
    while ((cell = report_next_cell(whole, &position))) {
        same = report_next_cell(back, &also);
        assert_non_null(same);
        assert_ptr_equal(same->id, cell->id);
        assert_ptr_equal(same->block, cell->block);
        assert_int_equal(same->state, cell->state);
        assert_int_equal(same->value, cell->value);
    }
    assert_null(report_next_cell(back, &also));
}

static void expect_prose(const struct report *whole, const struct report *back)
{
    assert_int_equal(back->nsentences, whole->nsentences);
    assert_int_equal(back->nfigures, whole->nfigures);
    for (size_t i = 0; i < whole->nsentences; i++) {
        const struct sentence *a = &whole->sentences[i], *b = &back->sentences[i];
        assert_string_equal(b->fold.text, a->fold.text);
        assert_int_equal(b->is_heading, a->is_heading);
        const char *id = a->section < 0 ? NULL : whole->sections[a->section].id;
        const char *same = b->section < 0 ? NULL : back->sections[b->section].id;
        assert_ptr_equal(same, id);
    }
    for (size_t i = 0; i < whole->nfigures; i++) {
        const struct figure *a = &whole->figures[i], *b = &back->figures[i];
        assert_true(slice_equal(report_slice(back, b->span), report_slice(whole, a->span)));
        assert_int_equal(b->sentence, a->sentence);
        assert_int_equal(b->value, a->value);
        assert_string_equal(b->unit, a->unit);
        assert_int_equal(b->approximate, a->approximate);
        assert_int_equal(b->is_list_number, a->is_list_number);
    }
}

static void reports_come_back(void **state)
{
    for (size_t i = 0; i < COUNT(samples); i++) {
        struct pair pair = put_away(samples[i], *state);
        assert_in_range(pair.bytes.nbytes, 500, 16 * 1024);
        assert_string_equal(pair.back->path, samples[i]);
        assert_string_equal(pair.back->who.agency, pair.whole->who.agency);
        assert_int_equal(pair.back->who.year, pair.whole->who.year);
        assert_string_equal(pair.back->edition, pair.whole->edition);
        expect_cells(pair.whole, pair.back);
        expect_prose(pair.whole, pair.back);
        release(&pair);
    }
}

/* Who only compares numbers has no use for the text. */
static void tables_come_back_alone(void **state)
{
    for (size_t i = 0; i < COUNT(samples); i++) {
        struct pair pair = put_away(samples[i], *state);
        struct report *tables =
            report_restore(samples[i], str_slice(&pair.bytes), *state, PART_TABLES);
        assert_non_null(tables);
        expect_cells(pair.whole, tables);
        assert_int_equal(tables->nsentences, 0);
        report_free(tables);
        release(&pair);
    }
}

static void write_findings(const struct findings_input *input, struct str *out)
{
    struct err err;
    struct findings *findings = findings_evaluate(input, &err);
    assert_non_null(findings);
    str_clear(out);
    findings_write_jsonl(findings, LANG_ZH, out);
    findings_free(findings);
}

/* Beside each report as last year's and as another version, whether it is that or not. */
static void findings_are_the_same(void **state)
{
    struct err err;
    struct ruleset *rules = ruleset_load(NULL, &err);
    struct str expected = STR_INIT, found = STR_INIT;
    assert_non_null(rules);
    for (size_t i = 0; i < COUNT(samples); i++)
        for (size_t k = 0; k < COUNT(samples); k++) {
            struct pair own = put_away(samples[i], *state), other = put_away(samples[k], *state);
            other.whole->who.year = other.back->who.year = own.whole->who.year - (int)(k % 2);
            struct findings_input input = {.report = own.whole, .rules = rules};
            input.prior = input.version = other.whole;
            write_findings(&input, &expected);
            input.prior = input.version = other.back;
            write_findings(&input, &found);
            assert_string_equal(str_text(&found), str_text(&expected));
            release(&own);
            release(&other);
        }
    str_release(&expected);
    str_release(&found);
    ruleset_free(rules);
}

/* Numbers that fold to something else, that overlap no folded text, and none. */
static void odd_figures_come_back(void **state)
{
    static const char text[] =
        "某县人民政府2023年政府信息公开工作年度报告\n\n一、总体情况\n\n"
        "２０２３年共收到申请１２件，公开信息三十余条，访问量约1.5万次，占８７．５％。"
        "㈠办理⑫件，①答复3件。2 0 2 3年公开12，345条。\n";
    struct err err;
    struct str bytes = STR_INIT;
    struct report *whole = report_read("odd.txt", slice_of(text), *state, &err), *back = NULL;
    assert_non_null(whole);
    assert_in_range(whole->nfigures, 4, 40);
    if (report_abridge(whole, &bytes))
        back = report_restore("odd.txt", str_slice(&bytes), *state, PART_ALL);
    assert_non_null(back);
    expect_prose(whole, back);
    report_free(whole);
    report_free(back);
    str_release(&bytes);
}

/* Cut off anywhere, or with a byte changed: no report, or one that may be looked at. */
static void other_bytes_are_refused(void **state)
{
    struct pair pair = put_away(samples[0], *state);
    for (size_t n = 0; n < pair.bytes.nbytes; n++)
        assert_null(report_restore("cut", slice_make(pair.bytes.data, n), *state, PART_ALL));
    for (size_t i = 0; i < pair.bytes.nbytes; i++) {
        char kept = pair.bytes.data[i];
        pair.bytes.data[i] = (char)(kept ^ (i % 2 ? 0x80 : 0x55));
        struct report *back = report_restore("changed", str_slice(&pair.bytes), *state, PART_ALL);
        for (size_t k = 0; back && k < back->nfigures; k++)
            assert_in_range(back->figures[k].span.end, 0, back->text_nbytes);
        report_free(back);
        pair.bytes.data[i] = kept;
    }
    release(&pair);
}

static int load(void **state)
{
    struct err err;
    setenv("GOUJI_DATA", "data", 0);
    return (*state = forms_load(NULL, &err)) ? 0 : -1;
}

static int unload(void **state)
{
    forms_free(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reports_come_back),       cmocka_unit_test(tables_come_back_alone),
        cmocka_unit_test(findings_are_the_same),   cmocka_unit_test(odd_figures_come_back),
        cmocka_unit_test(other_bytes_are_refused),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
