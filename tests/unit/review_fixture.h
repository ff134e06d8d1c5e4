/* Reports made up from the form itself, in a folder of their own, and reviews
 * of them. Numbers stand in a grid that tests change before writing. */
#ifndef GOUJI_TESTS_REVIEW_FIXTURE_H
#define GOUJI_TESTS_REVIEW_FIXTURE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"
#include "gouji/base/path.h"
#include "gouji/review/review.h"

enum { DESK_ROWS = 40, DESK_COLS = 7 };

struct desk {
    char dir[40];
    char *report_path, *verdict, *journal;
    struct forms *forms;
    struct ruleset *rules;
    const struct form_block *t3;
    int values[DESK_ROWS][DESK_COLS];
    const char *prose; /* a paragraph in section 1 */
    const char *t4;    /* the fifteen numbers of table four; NULL: it is not there */
    struct report *report;
    struct review *review;
    struct review_options options;
};

static inline size_t desk_row(const struct desk *desk, const char *id)
{
    for (size_t i = 0; i < desk->t3->nrows; i++)
        if (strcmp(desk->t3->rows[i].id, id) == 0)
            return i;
    fail_msg("no row %s", id);
    return 0;
}

/* Sets one number; the line's and the column's sums stay what they were. */
static inline void desk_set(struct desk *desk, const char *row, size_t col, int value)
{
    desk->values[desk_row(desk, row)][col] = value;
}

static inline void desk_add_line(const struct desk *desk, size_t row, FILE *out)
{
    const struct form_row *label = &desk->t3->rows[row];
    if (label->is_group || label->alternative_of >= 0)
        return;
    fprintf(out, "%s", label->label);
    for (size_t col = 0; col < DESK_COLS; col++)
        fprintf(out, "\t%d", desk->values[row][col]);
    fprintf(out, "\n");
}

static inline void desk_add_t4(const struct desk *desk, FILE *out)
{
    fprintf(out, "行政复议\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t"
                 "未经复议直接起诉\t复议后起诉\n");
    for (int i = 0; i < 2; i++)
        fprintf(out, "结果维持\t结果纠正\t其他结果\t尚未审结\t总计%s", i ? "\n" : "\t");
    fprintf(out, "%s\n", desk->t4);
}

static inline void desk_write(const struct desk *desk)
{
    const struct form_section *sections;
    size_t n = forms_sections(desk->forms, &sections);
    FILE *out = fopen(desk->report_path, "w");
    assert_non_null(out);
    fprintf(out, "甲乙县丙丁局2023年政府信息公开工作年度报告\n");
    for (size_t i = 0; i < n; i++) {
        fprintf(out, "%s、%s\n", sections[i].numeral, sections[i].title);
        if (i == 0)
            fprintf(out, "%s\n", desk->prose);
        else if (strcmp(sections[i].id, "S3") == 0)
            for (size_t row = 0; row < desk->t3->nrows; row++)
                desk_add_line(desk, row, out);
        else if (desk->t4 && strcmp(sections[i].id, "S4") == 0)
            desk_add_t4(desk, out);
        else
            fprintf(out, "本部分没有需要说明的情况。\n");
    }
    fclose(out);
}

/* A table whose sums hold: ten applications, all granted. */
static inline void desk_clear(struct desk *desk)
{
    static const char *const rows[] = {"new", "open", "total"};
    memset(desk->values, 0, sizeof desk->values);
    for (size_t i = 0; i < COUNT(rows); i++) {
        desk_set(desk, rows[i], 0, 10);
        desk_set(desk, rows[i], DESK_COLS - 1, 10);
    }
    desk->prose = "本年度认真开展各项工作，制度建设不断加强。";
}

static inline int desk_set_up(void **state)
{
    struct err err;
    struct desk *desk = calloc(1, sizeof *desk);
    strcpy(desk->dir, "/tmp/gouji-review-XXXXXX");
    if (!mkdtemp(desk->dir))
        return -1;
    setenv("XDG_STATE_HOME", desk->dir, 1);
    desk->report_path = path_join(desk->dir, "a.txt");
    desk->verdict = path_join(desk->dir, "a.txt.zhang.verdict.json");
    desk->journal = path_join(desk->dir, "a.txt.zhang.verdict.jsonl");
    desk->forms = forms_load("data/forms", &err);
    desk->rules = ruleset_load("data/rules", &err);
    if (!desk->forms || !desk->rules) {
        fprintf(stderr, "%s\n", err.text);
        return -1;
    }
    desk->t3 = &forms_find(desk->forms, "2021")->tables[TABLE_T3].blocks[0];
    desk->options =
        (struct review_options){.reviewer = "zhang", .tool_version = "0.1.0", .build = "git:test"};
    desk_clear(desk);
    *state = desk;
    return 0;
}

static inline void desk_close(struct desk *desk)
{
    struct err err = {0};
    if (review_close(desk->review, &err))
        fail_msg("%s", err.text);
    report_free(desk->report);
    desk->review = NULL;
    desk->report = NULL;
}

static inline int desk_tear_down(void **state)
{
    struct desk *desk = *state;
    char command[128];
    review_close(desk->review, NULL);
    report_free(desk->report);
    snprintf(command, sizeof command, "chmod -R u+w %s; rm -rf %s", desk->dir, desk->dir);
    int status = system(command);
    ruleset_free(desk->rules);
    forms_free(desk->forms);
    free(desk->report_path);
    free(desk->verdict);
    free(desk->journal);
    free(desk);
    return status;
}

/* Opens what stands on the disk; ends the review that was open, without saving
 * its verdict file first when `cut` says so. */
static inline void desk_open(struct desk *desk)
{
    struct err err = {0};
    if (desk->review)
        desk_close(desk);
    desk->report = report_open(desk->report_path, desk->forms, &err);
    if (!desk->report)
        fail_msg("%s", err.text);
    desk->review = review_open(desk->report, NULL, desk->rules, &desk->options, &err);
    if (!desk->review)
        fail_msg("%s", err.text);
}

static inline void desk_start(struct desk *desk)
{
    desk_write(desk);
    desk_open(desk);
}

static inline size_t desk_find(const struct desk *desk, const char *check, const char *instance)
{
    const struct findings *findings = review_findings(desk->review);
    for (size_t i = 0; i < findings->nitems; i++)
        if (strcmp(findings->items[i].rule->id, check) == 0 &&
            strcmp(findings->items[i].instance, instance) == 0)
            return i;
    return SIZE_MAX;
}

static inline struct decision desk_decision(const struct desk *desk, const char *check,
                                            const char *instance)
{
    size_t index = desk_find(desk, check, instance);
    assert_true(index != SIZE_MAX);
    return review_decision(desk->review, index);
}

static inline void desk_decide(struct desk *desk, const char *check, const char *instance,
                               enum verdict verdict, const char *reason)
{
    struct err err = {0};
    size_t index = desk_find(desk, check, instance);
    assert_true(index != SIZE_MAX);
    if (review_decide(desk->review, index, false, verdict, reason, &err))
        fail_msg("%s", err.text);
}

/* Not inlined: gcc 12 takes the text for a local of this function otherwise. */
static __attribute__((noinline, unused)) char *desk_slurp(const char *path, size_t *nbytes)
{
    char *bytes = NULL;
    struct err err;
    if (path_read(path, 1 << 24, "test file", &bytes, nbytes, &err))
        fail_msg("%s", err.text);
    assert_non_null(bytes);
    return bytes;
}

static inline void desk_spill(const char *path, const char *bytes, size_t nbytes)
{
    FILE *out = fopen(path, "w");
    assert_non_null(out);
    assert_int_equal(fwrite(bytes, 1, nbytes, out), nbytes);
    fclose(out);
}

static inline bool desk_notices(const struct desk *desk, const char *word)
{
    const char *notice = review_notice(desk->review);
    return notice && strstr(notice, word);
}

/* The call names its `struct err *` why. */
#define OK(call)                                                                                   \
    do {                                                                                           \
        struct err ok_err = {0};                                                                   \
        struct err *why = &ok_err;                                                                 \
        if (call)                                                                                  \
            fail_msg("%s", why->text);                                                             \
    } while (0)

#endif
