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

/* A cell as a test wants it: the number as it is written, or the name of its state; "none"
 * where the report has no such cell. A list of them ends with one without an id. */
struct wanted {
    const char *id, *value;
};

enum { SHOWN_NBYTES = 64 };

static inline const char *show_cell(const struct report *report, const char *id,
                                    char shown[SHOWN_NBYTES])
{
    const struct cell *cell = report_cell(report, id);
    if (!cell || cell->state != CELL_NUMBER)
        return cell ? cell_state_name(cell->state) : "none";
    struct slice text = report_slice(report, cell->span);
    snprintf(shown, SHOWN_NBYTES, "%.*s", (int)text.nbytes, text.ptr);
    return shown;
}

static inline void assert_cell(const struct report *report, const char *id, const char *value)
{
    char shown[SHOWN_NBYTES];
    const char *got = show_cell(report, id, shown);
    if (strcmp(got, value) != 0)
        fail_msg("%s is %s, not %s", id, got, value);
}

/* How many of the cells are not as they are wanted; each is told. */
static inline size_t count_unlike(const struct report *report, const char *what,
                                  const struct wanted *wanted)
{
    char shown[SHOWN_NBYTES];
    size_t nunlike = 0;
    for (; wanted->id; wanted++) {
        const char *got = show_cell(report, wanted->id, shown);
        if (strcmp(got, wanted->value) == 0)
            continue;
        print_error("%s: %s is %s, not %s\n", what, wanted->id, got, wanted->value);
        nunlike++;
    }
    return nunlike;
}

/* A report and the cells of it that are told, the last one followed by one without an id. */
enum { MOST_WANTED = 12 };
struct reading_case {
    const char *what, *text;
    struct wanted cells[MOST_WANTED];
};

/* All cells of all cases that are not as they are wanted are told before the test fails. */
static inline void assert_readings(void **state, const struct reading_case *cases, size_t ncases)
{
    size_t nunlike = 0;
    for (size_t i = 0; i < ncases; i++) {
        struct report *report = read_text(state, cases[i].text);
        nunlike += count_unlike(report, cases[i].what, cases[i].cells);
        report_free(report);
    }
    assert_int_equal(nunlike, 0);
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
