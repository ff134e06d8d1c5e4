/* cli/company and glance: who is checked with whom, while reports come in and in the end;
 * and in which order they are best read. */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../../src/cli/company.h"
#include "../../src/cli/glance.h"
#include "../../src/cli/turns.h"
#include "check.h"

static struct job job_of(size_t number, const char *agency, int year)
{
    return (struct job){
        .number = number, .path = "", .agency = (char *)(uintptr_t)agency, .year = year};
}

/* Of those that fit the first file is taken, however they come in. */
static void the_first_file_is_taken(void **state)
{
    (void)state;
    struct job jobs[] = {job_of(1, "甲县统计局", 2022), job_of(2, "甲县统计局", 2021),
                         job_of(3, "甲县统计局", 2021), job_of(4, "乙县统计局", 2021),
                         job_of(5, "甲县统计局", 2020), job_of(6, "甲县统计局", 2021)};
    static const size_t orders[][COUNT(jobs)] = {
        {0, 1, 2, 3, 4, 5}, {5, 4, 3, 2, 1, 0}, {2, 0, 5, 4, 1, 3}, {5, 1, 2, 0, 3, 4}};
    for (size_t i = 0; i < COUNT(orders); i++) {
        struct company *company = company_new(NULL, false);
        assert_non_null(company);
        for (size_t k = 0; k < COUNT(jobs); k++)
            assert_int_equal(company_add(company, &jobs[orders[i][k]]), 0);
        for (int settled = 0; settled < 2; settled++) {
            assert_ptr_equal(company_find(company, &jobs[0]).prior, &jobs[1]);
            assert_null(company_find(company, &jobs[0]).version);
            assert_ptr_equal(company_find(company, &jobs[1]).prior, &jobs[4]);
            assert_ptr_equal(company_find(company, &jobs[1]).version, &jobs[2]);
            assert_ptr_equal(company_find(company, &jobs[2]).version, &jobs[1]);
            assert_ptr_equal(company_find(company, &jobs[5]).version, &jobs[1]);
            assert_null(company_find(company, &jobs[3]).prior);
            assert_null(company_find(company, &jobs[4]).prior);
            company_settle(company);
        }
        company_free(company);
    }
}

/* Nobody is known or doubtful before he is in. */
static void only_those_that_came_are_known(void **state)
{
    (void)state;
    struct job jobs[] = {job_of(1, "甲县统计局", 2021), job_of(2, "甲县统计局", 2022),
                         job_of(3, "丙县政府", 2021), job_of(4, "丙县政府办公室", 2022)};
    struct company *company = company_new(NULL, false);
    assert_int_equal(company_add(company, &jobs[1]), 0);
    assert_null(company_find(company, &jobs[1]).prior);
    assert_int_equal(company_add(company, &jobs[0]), 0);
    assert_ptr_equal(company_find(company, &jobs[1]).prior, &jobs[0]);
    assert_int_equal(company_add(company, &jobs[3]), 0);
    assert_null(company_find(company, &jobs[3]).doubts[0]);
    assert_int_equal(company_add(company, &jobs[2]), 0);
    for (int settled = 0; settled < 2; settled++) {
        const struct others others = company_find(company, &jobs[3]);
        assert_null(others.prior);
        assert_ptr_equal(others.doubts[0], &jobs[2]);
        assert_null(others.doubts[1]);
        company_settle(company);
    }
    company_free(company);
}

/* The one given is before all, and no version of any. */
static void the_given_one_comes_first(void **state)
{
    (void)state;
    struct job given = job_of(0, "甲县统计局", 2021);
    struct job jobs[] = {job_of(1, "甲县统计局", 2021), job_of(2, "甲县统计局", 2022)};
    struct company *company = company_new(&given, false);
    assert_int_equal(company_add(company, &jobs[1]), 0);
    assert_ptr_equal(company_find(company, &jobs[1]).prior, &given);
    assert_int_equal(company_add(company, &jobs[0]), 0);
    assert_ptr_equal(company_find(company, &jobs[1]).prior, &given);
    assert_null(company_find(company, &jobs[0]).version);
    company_settle(company);
    assert_ptr_equal(company_find(company, &jobs[1]).prior, &given);
    company_free(company);
}

/* What names leave open the given one decides, though it be among the reports, too; not where
 * it may be several agencies'. */
static void the_given_one_decides(void **state)
{
    (void)state;
    struct job given = job_of(0, "甲县政府", 2021);
    struct job jobs[] = {job_of(1, "甲县政府", 2021), job_of(2, "甲县政府办公室", 2022),
                         job_of(3, "乙县统计局", 2022), job_of(4, "丙县统计局", 2022)};
    struct company *company = company_new(&given, false);
    jobs[0].path = given.path = "given";
    for (size_t i = 0; i < COUNT(jobs); i++)
        assert_int_equal(company_add(company, &jobs[i]), 0);
    struct others others = company_find(company, &jobs[1]);
    assert_ptr_equal(others.prior, &given);
    assert_null(others.doubts[0]);
    assert_null(company_find(company, &jobs[2]).prior);
    company_free(company);

    given = job_of(0, "统计局", 2021);
    jobs[0] = job_of(1, "统计局", 2021);
    jobs[0].path = given.path = "given";
    company = company_new(&given, false);
    for (size_t i = 0; i < COUNT(jobs); i++)
        assert_int_equal(company_add(company, &jobs[i]), 0);
    for (size_t i = 2; i < COUNT(jobs); i++) {
        others = company_find(company, &jobs[i]);
        assert_null(others.prior);
        assert_ptr_equal(others.doubts[0], &given);
        assert_null(others.doubts[1]);
    }
    assert_true(company_is_open(company, &given));
    company_free(company);
}

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    for (; *text; text++)
        fputc(*text == '\1' ? '\0' : *text, file);
    assert_int_equal(fclose(file), 0);
}

/* An empty one; the path ends in XXXXXX, which become its name. */
static void make_file(char *path)
{
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    close(fd);
}

static void years_are_guessed(void **state)
{
    (void)state;
    static const struct {
        const char *begin;
        int year;
    } cases[] = {
        {"某县2023年政府信息公开工作年度报告\n", 2023},
        {"发布时间：2024-01-20 09:30\n某县2023年度报告\n", 2023},
        {"120231年\n文号20225号 2021年", 2021},
        {"\xC4\xB3\xCF\xD8"
         "2020"
         "\xC4\xEA",
         2020}, /* GBK */
        {"<title>某县2022年报告</title>", 2022},
        {"某县2022年报告\n期限自2023年1月1日起至2023年12月31日止。", 2023},
        {"2023年，某县继续公开。\n某县\n2024年1月20日\n", 2023},
        {"某县2023年报告\n比2022年多。全年主动公开政府信息若干条，为2022年的两倍。", 2023},
        {"\xFF\xFE"
         "2\1"
         "0\1"
         "2\1"
         "4\1t^",
         2024}, /* UTF-16: \1 stands for a zero */
        {"", INT_MAX},
        {"2023", INT_MAX},
        {"202", INT_MAX},
        {"某县二〇二三年政府信息公开工作年度报告\n", INT_MAX},
    };
    char path[] = "/tmp/gouji-glance-XXXXXX";
    make_file(path);
    for (size_t i = 0; i < COUNT(cases); i++) {
        write_file(path, cases[i].begin);
        assert_int_equal(glance_at(path, NULL).year, cases[i].year);
    }
    unlink(path);
    assert_int_equal(glance_at(path, NULL).year, INT_MAX);
    assert_int_equal(glance_at("/tmp", NULL).year, INT_MAX);
}

/* What stands beside the year tells agencies apart, whatever stands around both. */
static void names_are_guessed(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "某县统计局2023年政府信息公开工作年度报告\n", "首页 > 年报\n  某县统计局 2022年度报告\n",
        "某县教育局2023年政府信息公开工作年度报告\n", "2023年某县统计局年度报告\n"};
    uint32_t names[COUNT(texts)];
    char path[] = "/tmp/gouji-glance-XXXXXX";
    make_file(path);
    for (size_t i = 0; i < COUNT(texts); i++) {
        write_file(path, texts[i]);
        names[i] = glance_at(path, NULL).name;
    }
    assert_true(names[0] != 0 && names[0] == names[1] && names[0] != names[2]);
    assert_int_equal(names[3], 0);
    unlink(path);
}

/* Wherever the name stands, in whatever characters and with however much above it. */
static void names_are_found(void **state)
{
    (void)state;
    static const char *const ends[] = {"人民政府", "局", NULL};
    static const char *const texts[] = {
        "首页 > 年报\n来源：乙县统计局 2024-01-20\n一、总体情况\n2023年,",
        "甲市乙縣統計局\n2023年政府信息公开工作年度报告\n",
        "一、总体情况\n2023年,乙县统 计局认真贯彻落实条例\n",
        "乙县教育局2023年政府信息公开工作年度报告\n",
        "统计局\n2023年政府信息公开工作年度报告\n",
        "\xFF\xFE\x59\x4E\xBF\x53\xDF\x7E\xA1\x8B\x40\x5C"
        "2\1"
        "0\1"
        "2\1"
        "3\1\x74\x5E",
        "\xD2\xD2\xCF\xD8\xCD\xB3\xBC\xC6\xBE\xD6"
        "2023"
        "\xC4\xEA"}; /* UTF-16 and GBK */
    uint32_t names[COUNT(texts)];
    char path[] = "/tmp/gouji-glance-XXXXXX";
    make_file(path);
    for (size_t i = 0; i < COUNT(texts); i++) {
        write_file(path, texts[i]);
        assert_int_equal(glance_at(path, ends).year, 2023);
        names[i] = glance_at(path, ends).name;
    }
    unlink(path);
    assert_true(names[0] != 0 && names[0] == names[1] && names[0] == names[2]);
    assert_true(names[0] != names[3] && names[4] != names[0]);
    assert_true(names[5] == names[0] && names[6] == names[0]);
}

/* A page names its publisher with all places; the report's own name counts, even far below. */
static void publishers_give_way(void **state)
{
    (void)state;
    static const char *const ends[] = {"人民政府", NULL};
    static const char own[] = "一、总体情况\n2023年，清泉镇人民政府认真贯彻落实条例\n";
    static const char page[] = "来源：乙县清泉镇人民政府 2024-01-20\n";
    char path[] = "/tmp/gouji-glance-XXXXXX", text[1024];
    uint32_t places[3];
    make_file(path);
    write_file(path, own);
    places[0] = glance_at(path, ends).place;
    snprintf(text, sizeof text, "%s%s", page, own);
    write_file(path, text);
    places[1] = glance_at(path, ends).place;
    snprintf(text, sizeof text, "%s%600s\n%s", page, "", own);
    write_file(path, text);
    places[2] = glance_at(path, ends).place;
    unlink(path);
    assert_int_equal(places[1], places[0]);
    assert_int_equal(places[2], places[0]);
}

/* Where more offices are called the same than are read together, versions of one report still
 * are: those of one place. One without a place may be a version of any, and comes before them. */
static void versions_are_read_together(void **state)
{
    (void)state;
    static const char places[][4] = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
    enum { PLACES = COUNT(places), LAST = 2 * PLACES, JOBS };
    char paths[JOBS][32], text[128];
    struct job jobs[JOBS] = {0};
    struct err err;
    struct forms *forms = forms_load(NULL, &err);
    for (size_t i = 0; i < JOBS; i++) {
        snprintf(paths[i], sizeof paths[i], "/tmp/gouji-turns-XXXXXX");
        make_file(paths[i]);
        snprintf(text, sizeof text,
                 i < PLACES ? "年报\n%s水县统计局2023年政府信息公开工作年度报告\n"
                            : "2023年%s水县统计局政府信息公开工作年度报告\n",
                 i < LAST ? places[i % PLACES] : "");
        write_file(paths[i], text);
        jobs[i] = (struct job){.path = paths[i], .is_plain = true};
    }
    struct job **turns = turns_new(jobs, JOBS, forms, 1);
    assert_non_null(turns);
    for (size_t i = 0; i < PLACES; i++)
        assert_ptr_equal(jobs[i].first, jobs[i + PLACES].first);
    assert_ptr_equal(jobs[LAST].first, turns[0]);
    for (size_t i = 0, n; i < JOBS; i += n) {
        n = turns_together(turns + i, JOBS - i);
        assert_in_range(n, 1, TURNS_TOGETHER);
    }
    for (size_t i = 0; i < JOBS; i++)
        unlink(paths[i]);
    free(turns);
    forms_free(forms);
}

/* Several at once, versions not torn apart; of few reports each by itself, for many threads. */
static void many_are_cut_into_parts(void **state)
{
    enum { MANY = 1024, FEW = 64, VERSIONS = 3 };
    (void)state;
    static struct job jobs[MANY];
    struct job *turns[MANY];
    size_t starts[MANY + 1];
    for (size_t i = 0; i < MANY; i++) {
        turns[i] = &jobs[i];
        jobs[i].first = &jobs[i - i % VERSIONS];
    }
    size_t n = turns_cut(turns, MANY, starts);
    assert_in_range(n, MANY / FINDINGS_AT_ONCE, MANY / VERSIONS / 2 + 1);
    assert_int_equal(starts[0], 0);
    assert_int_equal(starts[n], MANY);
    for (size_t i = 0; i < n; i++) {
        assert_in_range(starts[i + 1] - starts[i], 1, FINDINGS_AT_ONCE);
        assert_int_equal(starts[i] % VERSIONS, 0);
    }
    assert_int_equal(turns_cut(turns, FEW, starts), FEW / VERSIONS + 1);
}

int main(void)
{
    setenv("GOUJI_DATA", "data", 0);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_file_is_taken),
        cmocka_unit_test(only_those_that_came_are_known),
        cmocka_unit_test(the_given_one_comes_first),
        cmocka_unit_test(the_given_one_decides),
        cmocka_unit_test(years_are_guessed),
        cmocka_unit_test(many_are_cut_into_parts),
        cmocka_unit_test(names_are_guessed),
        cmocka_unit_test(names_are_found),
        cmocka_unit_test(publishers_give_way),
        cmocka_unit_test(versions_are_read_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
