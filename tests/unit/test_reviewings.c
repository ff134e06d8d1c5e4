/* Several reviewers of one report: whose review is shown, and that the others are told of. */
#include "command_run.h"
#include "gouji/review/queue.h"
#include "review_fixture.h"

struct done {
    const char *reviewer;
    enum conclusion conclusion; /* NONE: only begun */
    const char *year;           /* of its last act */
    bool reopened;
};

/* The clock has no say: the last line of the journal gets its year, and stands alone. */
static void date_last_act(const char *journal, const char *verdict, const char *year)
{
    char *bytes = NULL;
    size_t nbytes;
    struct err err = {0};
    static const char head[] = "{\"at\":\"";
    assert_int_equal(path_read(journal, LIMIT, "test", &bytes, &nbytes, &err), 0);
    size_t at = nbytes - 1;
    while (at > 0 && bytes[at - 1] != '\n')
        at--;
    assert_memory_equal(bytes + at, head, strlen(head));
    memcpy(bytes + at + strlen(head), year, 4);
    write_file(journal, bytes, nbytes);
    free(bytes);
    assert_int_equal(unlink(verdict), 0);
}

static void review_it(struct desk *desk, const struct done *done)
{
    char verdict[128], journal[136], backup[136];
    desk->options.reviewer = done->reviewer;
    desk_open(desk);
    OK(review_mark(desk->review, 'a', (struct target){-1, "T3.new.np", {0, 0}}, why));
    if (done->conclusion != CONCLUSION_NONE)
        OK(review_conclude(desk->review, done->conclusion, "", true, why));
    if (done->reopened)
        OK(review_reopen(desk->review, "", why));
    desk_close(desk);
    snprintf(verdict, sizeof verdict, "%s.%s.verdict.json", desk->report_path, done->reviewer);
    snprintf(journal, sizeof journal, "%sl", verdict);
    snprintf(backup, sizeof backup, "%s.bak", verdict);
    unlink(backup);
    date_last_act(journal, verdict, done->year);
}

static void forget(struct desk *desk, const struct done *done)
{
    char journal[128];
    snprintf(journal, sizeof journal, "%s.%s.verdict.jsonl", desk->report_path, done->reviewer);
    assert_int_equal(unlink(journal), 0);
}

static const struct {
    struct done done[3];
    const char *wanted; /* --reviewer; NULL: not said */
    const char *shown, *others[2];
} cases[] = {
    {{{"li", CONCLUSION_NONE, "2029", false}, {"zhang", CONCLUSION_RETURNED, "2027", false}},
     NULL,
     "zhang",
     {"li"}},
    {{{"abc", CONCLUSION_NONE, "2027", false}, {"zzz", CONCLUSION_NONE, "2028", false}},
     NULL,
     "zzz",
     {"abc"}},
    {{{"abc", CONCLUSION_PASSED, "2027", false}, {"zzz", CONCLUSION_RETURNED, "2028", false}},
     NULL,
     "zzz",
     {"abc"}},
    {{{"abc", CONCLUSION_PASSED, "2028", false}, {"zzz", CONCLUSION_RETURNED, "2027", false}},
     NULL,
     "abc",
     {"zzz"}},
    {{{"abc", CONCLUSION_PASSED, "2027", false}, {"zzz", CONCLUSION_RETURNED, "2028", true}},
     NULL,
     "abc",
     {"zzz"}},
    {{{"li", CONCLUSION_NONE, "2027", false}, {"zhang", CONCLUSION_RETURNED, "2028", false}},
     "li",
     "li",
     {"zhang"}},
    {{{"li", CONCLUSION_NONE, "2027", false},
      {"zhang", CONCLUSION_RETURNED, "2028", false},
      {"qian", CONCLUSION_PASSED, "2026", false}},
     "wang",
     "zhang",
     {"li", "qian"}},
    {{{"li", CONCLUSION_NONE, "2027", false}}, NULL, "li", {NULL}},
};

static void judge_item(const struct queue_item *item, size_t index)
{
    size_t n = 0;
    while (n < COUNT(cases[index].others) && cases[index].others[n])
        n++;
    if (strcmp(item->reviewer, cases[index].shown) != 0 || item->nothers != n)
        fail_msg("case %zu: %s and %zu others", index, item->reviewer, item->nothers);
    for (size_t i = 0; i < n; i++)
        assert_string_equal(item->others[i].name, cases[index].others[i]);
}

static void judge_queue(struct desk *desk, size_t index)
{
    struct err err = {0};
    const char *path = desk->report_path;
    const struct review_options options = {.reviewer = cases[index].wanted, .readonly = true};
    struct queue *queue = queue_new(&path, 1, desk->forms, desk->rules, &options, &err);
    assert_non_null(queue);
    while (queue_read_next(queue))
        ;
    judge_item(queue_at(queue, 0), index);
    size_t nothers;
    char *name = queue_find_reviewer(queue, 0, &nothers);
    assert_string_equal(name, cases[index].shown);
    assert_int_equal(nothers, queue_at(queue, 0)->nothers);
    free(name);
    queue_free(queue);
}

static void judge_ledger(struct desk *desk, size_t index, const char *format)
{
    int status;
    size_t nbytes;
    const char *wanted = cases[index].wanted ? cases[index].wanted : "";
    char reviewer[64];
    snprintf(reviewer, sizeof reviewer, "--reviewer=%s", wanted);
    const char *const words[] = {
        "gouji", "ledger", "--format", format, desk->report_path, *wanted ? reviewer : NULL, NULL};
    char *bytes = run(words, &status, &nbytes);
    const char *const names[] = {cases[index].shown, cases[index].others[0],
                                 cases[index].others[1]};
    for (size_t i = 0; i < COUNT(names); i++)
        if (names[i] && !strstr(bytes, names[i]))
            fail_msg("case %zu: no %s in\n%s", index, names[i], bytes);
    free(bytes);
}

static void judge_opinion(struct desk *desk, size_t index)
{
    int status;
    size_t nbytes;
    char line[64];
    if (cases[index].wanted)
        return;
    char *bytes =
        run((const char *[]){"gouji", "opinion", desk->report_path, NULL}, &status, &nbytes);
    snprintf(line, sizeof line, "Reviewer: %s\n", cases[index].shown);
    if (!strstr(bytes, line))
        fail_msg("case %zu: no %s in\n%s", index, line, bytes);
    free(bytes);
}

static void test_chosen(void **state)
{
    struct desk *desk = *state;
    static const char *const formats[] = {"text", "csv", "json"};
    desk_write(desk);
    for (size_t i = 0; i < COUNT(cases); i++) {
        for (size_t k = 0; k < COUNT(cases[i].done) && cases[i].done[k].reviewer; k++)
            review_it(desk, &cases[i].done[k]);
        judge_queue(desk, i);
        for (size_t k = 0; k < COUNT(formats); k++)
            judge_ledger(desk, i, formats[k]);
        judge_opinion(desk, i);
        for (size_t k = 0; k < COUNT(cases[i].done) && cases[i].done[k].reviewer; k++)
            forget(desk, &cases[i].done[k]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_chosen, desk_set_up, desk_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
