/* cli/company and glance: who is checked with whom, while reports come in and in the end;
 * and in which order they are best read. */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../../src/cli/company.h"
#include "../../src/cli/glance.h"
#include "check.h"

static struct job job_of(const char *agency, int year)
{
    return (struct job){.path = "", .agency = (char *)(uintptr_t)agency, .year = year, .is_met = true};
}

/* However they come in, in the end the first file of those that fit is taken. */
static void the_first_file_is_taken(void **state)
{
    (void)state;
    struct job jobs[] = {job_of("甲县统计局", 2022), job_of("甲县统计局", 2021),
                         job_of("甲县统计局", 2021), job_of("乙县统计局", 2021),
                         job_of("甲县统计局", 2020)};
    static const size_t orders[][COUNT(jobs)] = {{0, 1, 2, 3, 4}, {4, 3, 2, 1, 0}, {2, 0, 4, 1, 3}};
    for (size_t i = 0; i < COUNT(orders); i++) {
        struct company *company = company_new(NULL, false);
        assert_non_null(company);
        for (size_t k = 0; k < COUNT(jobs); k++)
            assert_int_equal(company_add(company, &jobs[orders[i][k]]), 0);
        const struct job *first_in = orders[i][0] == 0 || orders[i][0] == 2 ? NULL : &jobs[4];
        if (first_in)
            assert_ptr_equal(company_find(company, &jobs[1]).prior, first_in);
        assert_int_equal(company_settle(company, jobs, COUNT(jobs)), 0);
        assert_ptr_equal(company_find(company, &jobs[0]).prior, &jobs[1]);
        assert_null(company_find(company, &jobs[0]).version);
        assert_ptr_equal(company_find(company, &jobs[1]).prior, &jobs[4]);
        assert_ptr_equal(company_find(company, &jobs[1]).version, &jobs[2]);
        assert_ptr_equal(company_find(company, &jobs[2]).version, &jobs[1]);
        assert_null(company_find(company, &jobs[3]).prior);
        assert_null(company_find(company, &jobs[4]).prior);
        company_free(company);
    }
}

/* Nobody is known before he is in; who was not read, or is in trouble, is not in the end. */
static void only_those_met_are_in(void **state)
{
    (void)state;
    struct err err = {ERR_IO, "lost"};
    struct job jobs[] = {job_of("甲县统计局", 2021), job_of("甲县统计局", 2022),
                         job_of("乙县教育局", 2021), job_of("乙县教育局", 2022),
                         job_of("丙县政府", 2021), job_of("丙县政府办公室", 2022)};
    struct company *company = company_new(NULL, false);
    assert_int_equal(company_add(company, &jobs[1]), 0);
    assert_null(company_find(company, &jobs[1]).prior);
    assert_int_equal(company_add(company, &jobs[0]), 0);
    assert_ptr_equal(company_find(company, &jobs[1]).prior, &jobs[0]);
    assert_int_equal(company_add(company, &jobs[4]), 0);
    assert_null(company_find(company, &jobs[5]).doubtful); /* a better one may come */
    jobs[0].is_met = false;
    jobs[2].err = &err;
    assert_int_equal(company_settle(company, jobs, COUNT(jobs)), 0);
    assert_null(company_find(company, &jobs[1]).prior);
    assert_null(company_find(company, &jobs[3]).prior);
    assert_null(company_find(company, &jobs[5]).prior);
    assert_ptr_equal(company_find(company, &jobs[5]).doubtful, &jobs[4]);
    company_free(company);
}

/* The one given is before all, and no version of any. */
static void the_given_one_comes_first(void **state)
{
    (void)state;
    struct job given = job_of("甲县统计局", 2021);
    struct job jobs[] = {job_of("甲县统计局", 2021), job_of("甲县统计局", 2022)};
    struct company *company = company_new(&given, false);
    assert_ptr_equal(company_find(company, &jobs[1]).prior, &given);
    assert_int_equal(company_add(company, &jobs[0]), 0);
    assert_ptr_equal(company_find(company, &jobs[1]).prior, &given);
    assert_int_equal(company_settle(company, jobs, COUNT(jobs)), 0);
    assert_ptr_equal(company_find(company, &jobs[1]).prior, &given);
    assert_null(company_find(company, &jobs[0]).version);
    company_free(company);
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
        {"\xC4\xB3\xCF\xD8" "2020" "\xC4\xEA", 2020}, /* GBK */
        {"<title>某县2022年报告</title>", 2022},
        {"", INT_MAX},
        {"2023", INT_MAX},
        {"202", INT_MAX},
        {"某县二〇二三年政府信息公开工作年度报告\n", INT_MAX},
    };
    char path[] = "/tmp/gouji-glance-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    close(fd);
    for (size_t i = 0; i < COUNT(cases); i++) {
        FILE *file = fopen(path, "wb");
        fputs(cases[i].begin, file);
        fclose(file);
        assert_int_equal(glance_year(path), cases[i].year);
    }
    unlink(path);
    assert_int_equal(glance_year(path), INT_MAX);
    assert_int_equal(glance_year("/tmp"), INT_MAX);
}

int main(void)
{
    setenv("GOUJI_DATA", "data", 0);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_file_is_taken),
        cmocka_unit_test(only_those_met_are_in),
        cmocka_unit_test(the_given_one_comes_first),
        cmocka_unit_test(years_are_guessed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
