/* Which report is last year's of which. */
#include <stdio.h>
#include <string.h>

#include "check.h"
#include "gouji/base/arena.h"
#include "gouji/review/agency.h"
#include "gouji/review/pairs.h"

struct named {
    const char *agency;
    int year;
};

/* Puts in the reports given and asks for the prior of the last one; -1 none. */
static int prior_of_last(const struct named *reports, size_t n)
{
    struct pairs *pairs = pairs_new();
    assert_non_null(pairs);
    struct identity who = {0};
    for (size_t i = 0; i < n; i++) {
        who = (struct identity){.agency = reports[i].agency, .year = reports[i].year};
        assert_int_equal(pairs_add(pairs, &reports[i], &who), 0);
    }
    const struct named *found = pairs_prior(pairs, &who);
    pairs_free(pairs);
    return found ? (int)(found - reports) : -1;
}

static void test_names(void **state)
{
    (void)state;
    static const struct {
        struct named reports[4];
        size_t n;
        int prior;
    } cases[] = {
        {{{"甲县乙镇人民政府", 2020}, {"甲县乙镇人民政府", 2021}}, 2, 0},
        {{{"甲县乙镇人民政府", 2019}, {"甲县乙镇人民政府", 2021}}, 2, -1},
        {{{"甲县乙镇人民政府", 2021}, {"甲县乙镇人民政府", 2021}}, 2, -1},
        {{{"甲县政府办公室", 2020}, {"甲县人民政府办公室", 2021}}, 2, 0},
        {{{"甲　县乙镇 人民政府", 2020}, {"甲县乙镇人民政府", 2021}}, 2, 0},
        {{{"丙市甲县统计局", 2020}, {"甲县统计局", 2021}}, 2, 0},
        {{{"甲县统计局", 2020}, {"丙市甲县统计局", 2021}}, 2, 0},
        {{{"甲县统计局", 2020}, {"乙县统计局", 2021}}, 2, -1},
        {{{"甲县统计局", 2020}, {"统计局", 2021}}, 2, -1},
        {{{"甲县政府", 2020}, {"甲县政府办公室", 2021}}, 2, -1},
        /* two towns of one name in two counties: whose is it? */
        {{{"甲县丁镇政府", 2020}, {"乙县丁镇政府", 2020}, {"丁镇政府", 2021}}, 3, -1},
        {{{"甲县丁镇政府", 2020}, {"丁镇政府", 2020}, {"丁镇政府", 2021}}, 3, 1},
        {{{"甲县丁镇政府", 2020}, {"甲县丁镇人民政府", 2020}, {"丁镇政府", 2021}}, 3, 0},
        /* one that names no county, where two may be meant: neither's */
        {{{"丁镇政府", 2020}, {"甲县丁镇政府", 2021}, {"乙县丁镇政府", 2021}}, 3, -1},
        {{{"丁镇政府", 2020}, {"甲县丁镇政府", 2020}, {"乙县丁镇政府", 2021}}, 3, -1},
        {{{"甲县丁镇政府", 2020}, {"乙县丁镇政府", 2021}, {"丁镇政府", 2021}}, 3, -1},
        {{{"丁镇政府", 2020}, {"乙县丁镇政府", 2020}, {"乙县丁镇政府", 2021}}, 3, 1},
        {{{"丁镇政府", 2020}, {"甲县丁镇", 2021}, {"丙市甲县丁镇政府", 2021}}, 3, 0},
        /* one office of a township or street reports, whatever stands behind its name */
        {{{"甲县丁镇", 2020}, {"甲县丁镇人民政府", 2021}}, 2, 0},
        {{{"丁街道办事处", 2020}, {"甲区丁街道", 2021}}, 2, 0},
        {{{"丁街道办", 2020}, {"丁街道办事处", 2021}}, 2, 0},
        {{{"戊乡人民政府", 2020}, {"甲县戊乡", 2021}}, 2, 0},
        {{{"甲县丁镇", 2020}, {"甲县丁镇财政所", 2021}}, 2, -1},
        /* whose office it is, said within its name or in front */
        {{{"甲县人民政府丁街道办事处", 2020}, {"甲县丁街道办事处", 2021}}, 2, 0},
        {{{"甲县人民政府丁街道办事处", 2020}, {"丁街道办", 2021}}, 2, 0},
        {{{"甲县人民政府丁街道办事处", 2020}, {"甲县人民政府", 2021}}, 2, -1},
        {{{"甲县人民政府丁街道办事处", 2020}, {"甲县戊街道办事处", 2021}}, 2, -1},
        {{{"国家税务总局甲县税务局", 2020}, {"甲县税务局", 2021}}, 2, 0},
        {{{"甲县税务局", 2020}, {"国家税务总局丙市甲县税务局", 2021}}, 2, 0},
        {{{"国家税务总局", 2020}, {"甲县税务局", 2021}}, 2, -1},
        {{{"国家税务总局甲县税务局", 2020}, {"国家税务总局乙县税务局", 2021}}, 2, -1},
        {{{NULL, 2020}, {NULL, 2021}}, 2, -1},
        {{{"甲县统计局", 0}, {"甲县统计局", 0}}, 2, -1},
        {{{"市场监督管理局", 2020}, {"甲县市场监督管理局", 2021}}, 2, -1},
        {{{"甲县乡村振兴局", 2020}, {"乡村振兴局", 2021}}, 2, -1},
        {{{"甲县市场监督管理局", 2020}, {"丙市甲县市场监督管理局", 2021}}, 2, 0},
        {{{"甲城区统计局", 2020}, {"丙市甲城区统计局", 2021}}, 2, 0},
        {{{"石城镇政府", 2020}, {"甲县石城镇政府", 2021}}, 2, 0},
        {{{"甲县城乡镇政府", 2020}, {"丙市甲县城乡镇政府", 2021}}, 2, 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        int found = prior_of_last(cases[i].reports, cases[i].n);
        if (found != cases[i].prior)
            fail_msg("case %zu: %d, not %d", i, found, cases[i].prior);
    }
}

static void test_next_year(void **state)
{
    (void)state;
    static const struct named reports[] = {{"丙市甲县统计局", 2021},
                                           {"甲县统计局", 2022},
                                           {"甲县统计局", 2021},
                                           {"乙县统计局", 2021},
                                           {"甲县统计局", 2020}};
    struct pairs *pairs = pairs_new();
    struct identity who = {0};
    for (size_t i = 0; i < COUNT(reports); i++) {
        who = (struct identity){.agency = reports[i].agency, .year = reports[i].year};
        assert_int_equal(pairs_add(pairs, &reports[i], &who), 0);
    }
    size_t position = 0;
    assert_ptr_equal(pairs_next_year(pairs, &reports[4], &who, &position), &reports[0]);
    assert_ptr_equal(pairs_next_year(pairs, &reports[4], &who, &position), &reports[2]);
    assert_null(pairs_next_year(pairs, &reports[4], &who, &position));
    pairs_free(pairs);
}

/* A name that is only alike gives way to the one in full. */
static void test_in_full(void **state)
{
    (void)state;
    static const struct named reports[] = {{"丙市甲县统计局", 2020}, {"甲县统计局", 2020}};
    const struct identity who = {.agency = "甲县统计局", .year = 2021};
    struct pairs *pairs = pairs_new();
    assert_non_null(pairs);
    for (size_t i = 0; i < COUNT(reports); i++) {
        const struct identity named = {.agency = reports[i].agency, .year = reports[i].year};
        assert_int_equal(pairs_add(pairs, &reports[i], &named), 0);
        assert_ptr_equal(pairs_prior(pairs, &who), &reports[i]);
    }
    pairs_free(pairs);
}

/* Ten thousand agencies, two years each: each finds its own. */
static void test_many(void **state)
{
    (void)state;
    enum { MANY = 10000 };
    static int owners[MANY];
    char name[64];
    struct pairs *pairs = pairs_new();
    assert_non_null(pairs);
    for (int i = 0; i < MANY; i++) {
        snprintf(name, sizeof name, "丙市甲县第%d镇人民政府", i);
        const struct identity who = {.agency = name, .year = 2020};
        assert_int_equal(pairs_add(pairs, &owners[i], &who), 0);
    }
    for (int i = 0; i < MANY; i++) {
        snprintf(name, sizeof name, i % 2 ? "丙市甲县第%d镇政府" : "甲县第%d镇政府", i);
        const struct identity who = {.agency = name, .year = 2021};
        assert_ptr_equal(pairs_prior(pairs, &who), &owners[i]);
    }
    pairs_free(pairs);
}

static void test_doubtful(void **state)
{
    (void)state;
    static const struct {
        struct named reports[4]; /* the last one asks */
        size_t n, ndoubtful;
    } cases[] = {
        {{{"甲县统计局", 2020}, {"甲县统计局", 2021}}, 2, 0},
        {{{"甲县统计局", 2020}, {"丙市甲县统计局", 2021}}, 2, 0},
        {{{"甲县统计局", 2020}, {"统计局", 2021}}, 2, 1},
        {{{"统计局", 2020}, {"甲县统计局", 2021}}, 2, 1},
        {{{"甲县丁镇", 2020}, {"甲县丁镇人民政府", 2021}}, 2, 0},
        {{{"丁街道办事处", 2020}, {"甲区丁街道", 2021}}, 2, 0},
        {{{"甲县政府", 2020}, {"甲县政府办公室", 2021}}, 2, 1},
        {{{"丁开发区办事处", 2020}, {"丁开发区", 2021}}, 2, 1},
        {{{"甲县发展和改革委员会", 2020}, {"甲县发展和改革委", 2021}}, 2, 1},
        {{{"甲县丁镇政府", 2020}, {"乙县丁镇政府", 2020}, {"丁镇政府", 2021}}, 3, 2},
        {{{"丁镇政府", 2020}, {"甲县丁镇政府", 2021}, {"乙县丁镇政府", 2021}}, 3, 1},
        /* the sign of a territory in a word that is none */
        {{{"市场监督管理局", 2020}, {"甲县市场监督管理局", 2021}}, 2, 1},
        {{{"甲县乡村振兴局", 2020}, {"乡村振兴局", 2021}}, 2, 1},
        {{{"住房和城乡建设局", 2020}, {"甲县住房和城乡建设局", 2021}}, 2, 1},
        {{{"城市管理局", 2020}, {"甲县城市管理局", 2021}}, 2, 1},
        {{{"甲市市政管理局", 2020}, {"市政管理局", 2021}}, 2, 1},
        {{{"甲县市场监督管理局", 2020}, {"乙县市场监督管理局", 2021}}, 2, 0},
        {{{"甲县市场监督管理局", 2020}, {"丙市甲县市场监督管理局", 2021}}, 2, 0},
        {{{"甲城区统计局", 2020}, {"丙市甲城区统计局", 2021}}, 2, 0},
        {{{"石城镇政府", 2020}, {"甲县石城镇政府", 2021}}, 2, 0},
        /* short forms of one agency */
        {{{"甲县发展和改革委员会", 2020}, {"甲县发改委", 2021}}, 2, 1},
        {{{"甲县发展改革委", 2020}, {"丙市甲县发展和改革委员会", 2021}}, 2, 1},
        {{{"甲县人力资源和社会保障局", 2020}, {"甲县人社局", 2021}}, 2, 1},
        {{{"甲县市监局", 2020}, {"甲县市场监督管理局", 2021}}, 2, 1},
        {{{"甲县人民检察院", 2020}, {"甲县检察院", 2021}}, 2, 1},
        {{{"甲县人社局", 2020}, {"乙县人力资源和社会保障局", 2021}}, 2, 0},
        {{{"甲县发改局", 2020}, {"甲县发改委", 2021}}, 2, 0},
        {{{"新晃侗族自治县人民政府", 2020}, {"新晃县人民政府", 2021}}, 2, 1},
        {{{"新晃侗族自治县财政局", 2020}, {"新晃县财政局", 2021}}, 2, 1},
        {{{"湘西土家族苗族自治州统计局", 2020}, {"湘西州统计局", 2021}}, 2, 1},
        {{{"甲县丁苗族乡", 2020}, {"甲县丁乡人民政府", 2021}}, 2, 1},
        {{{"新晃侗族自治县人民政府", 2020}, {"芷江县人民政府", 2021}}, 2, 0},
        {{{"省财政厅", 2020}, {"湖南省财政厅", 2021}}, 2, 1},
        {{{"湖南省财政厅", 2020}, {"省财政厅", 2021}}, 2, 1},
        {{{"湖北省财政厅", 2020}, {"湖南省财政厅", 2021}}, 2, 0},
        /* the other year, another office, no year */
        {{{"甲县统计局", 2019}, {"统计局", 2021}}, 2, 0},
        {{{"甲县统计局", 2020}, {"甲县审计局", 2021}}, 2, 0},
        {{{"甲县丁镇", 2020}, {"甲县戊镇", 2021}}, 2, 0},
        {{{"甲县统计局", 2020}, {"统计局", 0}}, 2, 0},
        /* the office has its own; what is left is no question */
        {{{"甲县政府", 2020}, {"甲县政府", 2021}, {"甲县政府办公室", 2021}}, 3, 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct pairs *pairs = pairs_new();
        struct identity who = {0};
        const void *owners[4];
        assert_non_null(pairs);
        for (size_t k = 0; k < cases[i].n; k++) {
            who = (struct identity){.agency = cases[i].reports[k].agency,
                                    .year = cases[i].reports[k].year};
            assert_int_equal(pairs_add(pairs, &cases[i].reports[k], &who), 0);
        }
        size_t found = pairs_doubtful(pairs, &who, owners, COUNT(owners));
        if (found != cases[i].ndoubtful)
            fail_msg("case %zu: %zu doubtful, not %zu", i, found, cases[i].ndoubtful);
        pairs_free(pairs);
    }
}

/* Ten thousand counties, each with a 统计局, none with last year's report. */
static void test_many_doubts(void **state)
{
    (void)state;
    enum { MANY = 10000 };
    static int owners[MANY];
    char name[64];
    const void *found;
    struct pairs *pairs = pairs_new();
    assert_non_null(pairs);
    for (int i = 0; i < MANY; i++) {
        snprintf(name, sizeof name, "第%d县统计局", i);
        const struct identity who = {.agency = name, .year = 2020};
        assert_int_equal(pairs_add(pairs, &owners[i], &who), 0);
    }
    for (int i = 0; i < MANY; i++) {
        snprintf(name, sizeof name, "另%d县统计局", i);
        const struct identity who = {.agency = name, .year = 2021};
        assert_int_equal(pairs_doubtful(pairs, &who, &found, 1), 0);
    }
    const struct identity who = {.agency = "统计局", .year = 2021};
    assert_int_equal(pairs_doubtful(pairs, &who, &found, 1), 1);
    pairs_free(pairs);
}

static void test_same_year(void **state)
{
    (void)state;
    static const struct named reports[] = {
        {"甲县统计局", 2021}, {"丙市甲县统计局", 2021}, {"甲县统计局", 2020}, {"统计局", 2021}};
    struct pairs *pairs = pairs_new();
    assert_non_null(pairs);
    for (size_t i = 0; i < COUNT(reports); i++) {
        const struct identity who = {.agency = reports[i].agency, .year = reports[i].year};
        assert_int_equal(pairs_add(pairs, &reports[i], &who), 0);
    }
    const struct identity who = {.agency = "甲县统计局", .year = 2021};
    size_t position = 0;
    assert_ptr_equal(pairs_same_year(pairs, &reports[0], &who, &position), &reports[1]);
    assert_null(pairs_same_year(pairs, &reports[0], &who, &position));
    pairs_free(pairs);
}

/* A town that says no county is no version of one in either of two. */
static void test_same_year_of_none(void **state)
{
    (void)state;
    static const struct named reports[] = {
        {"甲县丁镇政府", 2021}, {"丁镇政府", 2021}, {"乙县丁镇政府", 2021}};
    struct pairs *pairs = pairs_new();
    assert_non_null(pairs);
    for (size_t i = 0; i < COUNT(reports); i++) {
        const struct identity who = {.agency = reports[i].agency, .year = reports[i].year};
        assert_int_equal(pairs_add(pairs, &reports[i], &who), 0);
    }
    for (size_t i = 0; i < COUNT(reports); i++) {
        const struct identity who = {.agency = reports[i].agency, .year = reports[i].year};
        size_t position = 0;
        assert_null(pairs_same_year(pairs, &reports[i], &who, &position));
    }
    pairs_free(pairs);
}

/* All of them, in the order of their numbers, whatever else has such names, and in
 * whatever order they were put in. */
static void test_same_year_of_many(void **state)
{
    (void)state;
    enum { MANY = 300, STEP = 91 };
    static const char *const names[] = {
        "甲县统计局",   "丙市甲县统计局", "统计局",       "乙县统计局",     "丁省丙市甲县统计局",
        "甲县人民政府", "甲县政府",       "丙市甲县政府", "甲县政府办公室", "丁镇人民政府"};
    static struct identity reports[MANY];
    const char *folded[MANY], *core[MANY];
    const struct pair_key *key;
    struct pairs *pairs = pairs_new();
    struct arena *arena = arena_new();
    unsigned random = 7;
    for (size_t i = 0; i < MANY; i++) {
        random = random * 1103515245 + 12345;
        reports[i].agency = names[(random >> 16) % COUNT(names)];
        reports[i].year = 2020 + (int)((random >> 8) % 3);
        folded[i] = agency_fold(arena, reports[i].agency);
        core[i] = agency_core(arena, folded[i]);
    }
    for (size_t i = 0; i < MANY; i++) {
        size_t at = i * STEP % MANY;
        assert_int_equal(pairs_add_as(pairs, &reports[at], &reports[at], at, &key), 0);
    }
    for (size_t i = 0; i < MANY; i++) {
        size_t position = 0;
        for (size_t k = 0; k < MANY; k++)
            if (k != i && reports[k].year == reports[i].year &&
                agency_compare(folded[k], core[k], folded[i], core[i]) >= AGENCY_ALIKE)
                assert_ptr_equal(pairs_same_year(pairs, &reports[i], &reports[i], &position),
                                 &reports[k]);
        assert_null(pairs_same_year(pairs, &reports[i], &reports[i], &position));
    }
    arena_free(arena);
    pairs_free(pairs);
}

/* Numbers decide, not the order of putting in: what is found is the same. */
static void test_any_order(void **state)
{
    (void)state;
    static const char *const names[] = {"甲县统计局",     "丙市甲县统计局", "甲县政府",
                                        "甲县政府办公室", "丁市甲县政府",   "统计局",
                                        "甲县",           "乙县丁镇",       "丁镇政府"};
    enum { MANY = 120, STEP = 37 };
    static struct identity reports[MANY];
    static const struct pair_key *keys[MANY];
    struct pairs *straight = pairs_new(), *mixed = pairs_new();
    for (size_t i = 0; i < MANY; i++)
        reports[i] = (struct identity){.agency = names[i * 7 % COUNT(names)],
                                       .year = 2019 + (int)(i * i % 4)};
    for (size_t i = 0; i < MANY; i++) {
        size_t at = i * STEP % MANY;
        assert_int_equal(pairs_add(straight, &reports[i], &reports[i]), 0);
        assert_int_equal(pairs_add_as(mixed, &reports[at], &reports[at], at, &keys[at]), 0);
    }
    for (size_t i = 0; i < MANY; i++) {
        const void *some[4], *others[4], *versions[4];
        size_t n = pairs_doubtful(straight, &reports[i], some, COUNT(some));
        assert_ptr_equal(pairs_prior(mixed, &reports[i]), pairs_prior(straight, &reports[i]));
        assert_int_equal(pairs_doubtful(mixed, &reports[i], others, COUNT(others)), n);
        assert_memory_equal(some, others, n * sizeof *some);
        size_t position = 1;
        struct pair_found found = pairs_find(mixed, &reports[i], 1, keys[i], others, COUNT(others));
        assert_ptr_equal(found.prior, pairs_prior(mixed, &reports[i]));
        assert_ptr_equal(found.version,
                         pairs_same_year(mixed, &reports[i], &reports[i], &position));
        assert_int_equal(found.ndoubtful, n);
        position = 0;
        size_t nversions = pairs_versions(mixed, keys[i], versions, COUNT(versions));
        for (size_t k = 0; k < nversions; k++)
            assert_ptr_equal(versions[k], pairs_same_year(mixed, NULL, &reports[i], &position));
        assert_true(nversions == COUNT(versions) ||
                    !pairs_same_year(mixed, NULL, &reports[i], &position));
        assert_memory_equal(some, others, n * sizeof *some);
    }
    pairs_free(straight);
    pairs_free(mixed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),     cmocka_unit_test(test_next_year),
        cmocka_unit_test(test_in_full),   cmocka_unit_test(test_many),
        cmocka_unit_test(test_doubtful),  cmocka_unit_test(test_many_doubts),
        cmocka_unit_test(test_same_year), cmocka_unit_test(test_same_year_of_many),
        cmocka_unit_test(test_any_order), cmocka_unit_test(test_same_year_of_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
