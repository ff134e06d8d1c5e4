/* Short names for the cases of the catalogue's tests. The cases of a family of
 * checks are in cases_*.h, run by some test; test_catalogue.c looks whether each
 * check has all it should. */
#ifndef GOUJI_TESTS_CATALOGUE_CASES_H
#define GOUJI_TESTS_CATALOGUE_CASES_H

#include "prose_fixture.h"

#define E SEVERITY_ERROR
#define W SEVERITY_WARNING
#define I SEVERITY_INFO
#define FIRES(id, severity, instance, ...)                                                         \
    {                                                                                              \
        id, {__VA_ARGS__}, OUTCOME_FAIL, severity, instance, NULL, NULL, NULL                      \
    }
#define OPEN(id, severity, instance, ...)                                                          \
    {                                                                                              \
        id, {__VA_ARGS__}, OUTCOME_UNDECIDED, severity, instance, NULL, NULL, NULL                 \
    }
#define SILENT(id, ...)                                                                            \
    {                                                                                              \
        id, {__VA_ARGS__}, OUTCOME_PASS, 0, NULL, NULL, NULL, NULL                                 \
    }
#define NOT(id, ...)                                                                               \
    {                                                                                              \
        id, {__VA_ARGS__}, OUTCOME_NA, 0, NULL, NULL, NULL, NULL                                   \
    }

/* A list of cases with its name, see run_prose_lists. */
#define PROSE_LIST(cases)                                                                          \
    {                                                                                              \
#cases, cases, COUNT(cases)                                                                \
    }

struct prose_list {
    const char *name;
    const struct prose_case *cases;
    size_t n;
};

static inline void run_prose_lists(const struct prose_list *lists, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        print_message("%s\n", lists[i].name);
        run_prose_cases(lists[i].cases, lists[i].n);
    }
}

/* The report of the year before. */
#define BEFORE(...)                                                                                \
    (&(const struct parts){.title = "青山县白水镇人民政府2019年政府信息公开工作年度报告",          \
                           .lead = "统计期限自2019年1月1日起至2019年12月31日止。",                 \
                           .sign = "\n青山县白水镇人民政府\n2020年1月20日",                        \
                           __VA_ARGS__})

#endif
