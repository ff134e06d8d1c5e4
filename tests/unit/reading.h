/* Reads small reports written in a test; the forms are loaded once a program. */
#ifndef GOUJI_TESTS_READING_H
#define GOUJI_TESTS_READING_H

#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gouji/report/report.h"

static int load_forms(void **state)
{
    struct err err;
    err_clear(&err);
    *state = forms_load("data/forms", &err);
    if (!*state)
        print_error("%s\n", err.text);
    return *state ? 0 : -1;
}

static int free_forms(void **state)
{
    forms_free(*state);
    return 0;
}

static inline struct report *read_text(void **state, const char *text)
{
    struct err err;
    err_clear(&err);
    struct report *report = report_read("test.txt", slice_of(text), *state, &err);
    if (!report)
        fail_msg("%s", err.text);
    return report;
}

/* Null and "" stand for nothing. */
static inline void assert_text(const char *got, const char *wanted)
{
    assert_string_equal(got ? got : "", wanted ? wanted : "");
}

/* The smallest text that is surely a report, with the parts under test. */
#define TITLE "青山县柳河镇2021年政府信息公开工作年度报告\n"
#define SECTIONS_1_2 "一、总体情况\n我镇公开信息12条。\n二、主动公开政府信息情况\n无表。\n"
#define SECTIONS_3_4                                                                               \
    "三、收到和处理政府信息公开申请情况\n无表。\n"                             \
    "四、政府信息公开行政复议、行政诉讼情况\n无表。\n"
#define SECTIONS_5_6 "五、存在的主要问题及改进情况\n一是不够主动。\n六、其他需要报告的事项\n无。\n"
#define SECTIONS SECTIONS_1_2 SECTIONS_3_4 SECTIONS_5_6

#endif
