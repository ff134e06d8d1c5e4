/* The queue: what is taken, what is left out and why, states and counts. */
#include "gouji/review/queue.h"
#include "review_fixture.h"

static void spill(const struct desk *desk, const char *name, const char *text)
{
    char *path = path_join(desk->dir, name);
    desk_spill(path, text, strlen(text));
    free(path);
}

static struct queue *open_queue(struct desk *desk, const char *path)
{
    struct err err = {0};
    struct queue *queue = queue_new(&path, 1, desk->forms, desk->rules, &desk->options, &err);
    if (!queue)
        fail_msg("%s", err.text);
    return queue;
}

static bool skipped(const struct queue *queue, const char *name)
{
    const struct queue_skipped *list;
    size_t n = queue_skipped_list(queue, &list);
    for (size_t i = 0; i < n; i++)
        if (strstr(list[i].path, name) && *list[i].reason)
            return true;
    return false;
}

static void test_folder(void **state)
{
    struct desk *desk = *state;
    desk_set(desk, "unable_1", 0, 3);
    desk_start(desk);
    OK(review_mark(desk->review, 'a', (struct target){-1, "T3.new.np", {0, 0}}, why));
    desk_close(desk);
    spill(desk, ".hidden.txt", "不读");
    spill(desk, "z.txt", "这不是年度报告，只是几句话。\n");
    spill(desk, "p.pdf", "%PDF-1.7\n");
    struct queue *queue = open_queue(desk, desk->dir);
    assert_int_equal(queue_count(queue), 3);
    assert_int_equal(queue_at(queue, 0)->state, QUEUE_UNREAD);
    assert_string_equal(queue_at(queue, 0)->root, desk->dir);
    while (queue_read_next(queue)) {
    }
    assert_int_equal(queue_count(queue), 1);
    assert_true(skipped(queue, "z.txt") && skipped(queue, "p.pdf"));
    assert_false(skipped(queue, "verdict.json")); /* its own files are no news */
    assert_false(skipped(queue, ".hidden"));
    const struct queue_item *item = queue_at(queue, 0);
    assert_int_equal(item->state, QUEUE_IN_REVIEW);
    assert_string_equal(item->reviewer, "zhang");
    assert_int_equal(item->year, 2023);
    assert_true(item->errors > 0 && item->entries > 0 && item->decided == 0);
    queue_free(queue);
}

/* Links are followed to files; what leads nowhere or is no file is named. */
static void test_links_and_pipes(void **state)
{
    struct desk *desk = *state;
    desk_write(desk);
    char *nowhere = path_join(desk->dir, "nowhere.txt"), *pipe = path_join(desk->dir, "pipe.txt");
    char *copy = path_join(desk->dir, "b.txt"), *to_pipe = path_join(desk->dir, "to-pipe.txt");
    assert_int_equal(symlink("missing.txt", nowhere) | symlink("a.txt", copy), 0);
    assert_int_equal(mkfifo(pipe, 0600) | symlink("pipe.txt", to_pipe), 0);
    struct queue *queue = open_queue(desk, desk->dir);
    assert_int_equal(queue_count(queue), 2);
    assert_true(skipped(queue, "nowhere.txt") && skipped(queue, "/pipe.txt"));
    assert_true(skipped(queue, "to-pipe.txt"));
    queue_free(queue);
    free(to_pipe);
    free(copy);
    free(pipe);
    free(nowhere);
}

static void test_file_by_name_fails_loudly(void **state)
{
    struct desk *desk = *state;
    spill(desk, "z.txt", "这不是年度报告，只是几句话。\n");
    char *path = path_join(desk->dir, "z.txt");
    struct queue *queue = open_queue(desk, path);
    assert_true(queue_read_next(queue));
    assert_false(queue_read_next(queue));
    assert_int_equal(queue_at(queue, 0)->state, QUEUE_FAILED);
    assert_true(*queue_at(queue, 0)->trouble);
    queue_free(queue);
    free(path);
}

static void test_nothing_to_read(void **state)
{
    struct desk *desk = *state;
    struct err err = {0};
    const char *path = desk->dir;
    assert_null(queue_new(&path, 1, desk->forms, desk->rules, &desk->options, &err));
    assert_non_null(strstr(err.text, desk->dir));
    path = "/nowhere/at/all";
    assert_null(queue_new(&path, 1, desk->forms, desk->rules, &desk->options, &err));
    assert_int_equal(err.kind, ERR_IO);
}

/* What was decided of one report must not be shown as decided of another. */
static void test_one_verdict_file_for_two_reports_is_refused(void **state)
{
    struct desk *desk = *state;
    struct err err = {0};
    char *folders[] = {path_join(desk->dir, "2022"), path_join(desk->dir, "2023")};
    char *reports[] = {path_join(folders[0], "a.txt"), path_join(folders[1], "a.txt")};
    struct review_options options = desk->options;
    for (size_t i = 0; i < COUNT(folders); i++) {
        assert_int_equal(mkdir(folders[i], 0700), 0);
        desk_spill(reports[i], "text", 4);
    }
    struct {
        const char *paths[2];
        const char *verdicts;
        bool is_refused;
    } cases[] = {
        {{reports[0], reports[1]}, desk->dir, true}, {{folders[0], folders[1]}, desk->dir, true},
        {{folders[0], reports[1]}, desk->dir, true}, {{reports[0], reports[0]}, desk->dir, false},
        {{reports[0], desk->dir}, desk->dir, false}, {{reports[0], reports[1]}, NULL, false}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        options.verdicts_dir = cases[i].verdicts;
        struct queue *queue =
            queue_new(cases[i].paths, 2, desk->forms, desk->rules, &options, &err);
        assert_int_equal(!queue, cases[i].is_refused);
        if (!queue)
            assert_non_null(strstr(err.text, "a.txt and "));
        queue_free(queue);
    }
    for (size_t i = 0; i < COUNT(folders); i++) {
        free(folders[i]);
        free(reports[i]);
    }
}

static void test_states(void **state)
{
    struct desk *desk = *state;
    desk_write(desk);
    struct queue *queue = open_queue(desk, desk->report_path);
    assert_true(queue_read_next(queue));
    assert_int_equal(queue_at(queue, 0)->state, QUEUE_NEW);
    assert_null(queue_at(queue, 0)->reviewer);
    desk_open(desk);
    OK(review_conclude(desk->review, CONCLUSION_RETURNED, "", false, why));
    queue_update(queue, 0, desk->review);
    assert_int_equal(queue_at(queue, 0)->state, QUEUE_CONCLUDED);
    queue_free(queue);
    desk_close(desk);
    /* Another reviewer, who has no file yet, sees whose state it is. */
    desk->options.reviewer = "li";
    queue = open_queue(desk, desk->report_path);
    assert_true(queue_read_next(queue));
    assert_int_equal(queue_at(queue, 0)->conclusion, CONCLUSION_RETURNED);
    assert_string_equal(queue_at(queue, 0)->reviewer, "zhang");
    /* also after having looked at the report, until there is a review of one's own */
    desk_open(desk);
    queue_update(queue, 0, desk->review);
    assert_int_equal(queue_at(queue, 0)->conclusion, CONCLUSION_RETURNED);
    assert_string_equal(queue_at(queue, 0)->reviewer, "zhang");
    OK(review_conclude(desk->review, CONCLUSION_PASSED, "", true, why));
    queue_update(queue, 0, desk->review);
    assert_int_equal(queue_at(queue, 0)->conclusion, CONCLUSION_PASSED);
    assert_string_equal(queue_at(queue, 0)->reviewer, "li");
    desk_close(desk);
    queue_free(queue);
}

static void test_reading_writes_nothing(void **state)
{
    struct desk *desk = *state;
    desk_write(desk);
    struct queue *queue = open_queue(desk, desk->dir);
    while (queue_read_next(queue)) {
    }
    queue_free(queue);
    assert_int_equal(access(desk->verdict, F_OK), -1);
    assert_int_equal(access(desk->journal, F_OK), -1);
}

/* a.txt once more as the year before, with a case carried out that a.txt does
 * not carry in. */
static void spill_year_before(struct desk *desk, const char *name)
{
    size_t nbytes;
    desk_set(desk, "carry_out", 0, 1);
    desk_set(desk, "carry_out", DESK_COLS - 1, 1);
    desk_write(desk);
    char *text = desk_slurp(desk->report_path, &nbytes);
    for (char *at = text; (at = strstr(at, "2023")); at += 4)
        memcpy(at, "2022", 4);
    spill(desk, name, text);
    free(text);
    desk_clear(desk);
    desk_write(desk);
}

static const struct queue_item *item_of(const struct queue *queue, const char *path)
{
    for (size_t i = 0; i < queue_count(queue); i++)
        if (strcmp(queue_at(queue, i)->path, path) == 0)
            return queue_at(queue, i);
    fail_msg("not in the queue: %s", path);
    return NULL;
}

static size_t errors_in(struct desk *desk, const char *path)
{
    struct queue *queue = open_queue(desk, path);
    while (queue_read_next(queue)) {
    }
    size_t errors = item_of(queue, desk->report_path)->errors;
    queue_free(queue);
    return errors;
}

static void test_two_years(void **state)
{
    static const char *const names[] = {"0.txt", "z.txt"}; /* read before it, and after */
    struct desk *desk = *state;
    for (size_t i = 0; i < COUNT(names); i++) {
        spill_year_before(desk, names[i]);
        size_t alone = errors_in(desk, desk->report_path);
        assert_int_equal(errors_in(desk, desk->dir), alone + 1);
        char *prior = path_join(desk->dir, names[i]);
        unlink(prior);
        free(prior);
    }
}

static void test_prior_met_later(void **state)
{
    struct desk *desk = *state;
    spill_year_before(desk, "z.txt");
    desk_set(desk, "unable_1", 0, 3); /* something to decide */
    desk_start(desk);
    size_t before = findings_failed(review_findings(desk->review), SEVERITY_ERROR);
    desk_decide(desk, "T3-02", "unable_1", VERDICT_LATER, "");
    char *path = path_join(desk->dir, "z.txt");
    struct report *prior = report_open(path, desk->forms, NULL);
    OK(review_set_prior(desk->review, prior, why));
    assert_int_equal(findings_failed(review_findings(desk->review), SEVERITY_ERROR), before + 1);
    assert_int_equal(desk_decision(desk, "T3-02", "unable_1").verdict, VERDICT_LATER);
    desk_close(desk);
    report_free(prior);
    free(path);
}

/* A report opened before its turn is still last year's of the next. */
static void test_opened_before_its_turn(void **state)
{
    struct desk *desk = *state;
    struct err err = {0};
    spill_year_before(desk, "0.txt");
    char *path = path_join(desk->dir, "0.txt");
    struct queue *queue = open_queue(desk, desk->dir);
    struct report *report = report_open(path, desk->forms, &err);
    struct review *review = review_open(report, NULL, desk->rules, &desk->options, &err);
    queue_update(queue, 0, review);
    while (queue_read_next(queue)) {
    }
    const struct queue_item *item = item_of(queue, desk->report_path);
    assert_non_null(item->prior);
    assert_string_equal(item->prior, path);
    review_close(review, NULL);
    report_free(report);
    queue_free(queue);
    free(path);
}

/* The agency is named without its county in the year before: only the reviewer can
 * say whose report it is, and the queue goes by that. */
static void test_doubtful_prior(void **state)
{
    struct desk *desk = *state;
    struct err err = {0};
    spill_year_before(desk, "z.txt");
    size_t nbytes;
    char *path = path_join(desk->dir, "z.txt"), *text = desk_slurp(path, &nbytes);
    char *agency = strstr(text, "甲乙县");
    memmove(agency, agency + strlen("甲乙县"), strlen(agency + strlen("甲乙县")) + 1);
    spill(desk, "z.txt", text);
    free(text);
    desk_start(desk);
    size_t alone = errors_in(desk, desk->report_path);
    assert_int_equal(errors_in(desk, desk->dir), alone);
    struct queue *queue = open_queue(desk, desk->dir);
    while (queue_read_next(queue)) {
    }
    const char *paths[4];
    assert_null(queue_prior(queue, desk->report));
    assert_int_equal(queue_doubtful(queue, desk->report, paths, COUNT(paths)), 1);
    assert_string_equal(paths[0], path);
    queue_free(queue);

    struct report *prior = report_open(path, desk->forms, &err);
    assert_int_equal(review_pairing(desk->review, prior->text_sha256), PAIRING_OPEN);
    OK(review_pair(desk->review, prior, false, why));
    assert_int_equal(review_pairing(desk->review, prior->text_sha256), PAIRING_OTHER);
    assert_null(review_prior_text(desk->review)); /* what it is not is not gone by */
    assert_int_equal(errors_in(desk, desk->dir), alone);
    OK(review_pair(desk->review, prior, true, why));
    assert_int_equal(review_pairing(desk->review, prior->text_sha256), PAIRING_SAME);
    assert_string_equal(review_prior_text(desk->review), prior->text_sha256);
    assert_int_equal(errors_in(desk, desk->dir), alone + 1);
    OK(review_undo(desk->review, NULL, why));
    assert_int_equal(review_pairing(desk->review, prior->text_sha256), PAIRING_OTHER);
    OK(review_redo(desk->review, NULL, why));
    desk_open(desk); /* the journal has it */
    assert_int_equal(review_pairing(desk->review, prior->text_sha256), PAIRING_SAME);
    desk_close(desk);
    report_free(prior);
    free(path);
}

/* What only another version shows is a finding of the batch, and nothing to decide. */
static void test_counted_with_a_version(void **state)
{
    struct desk *desk = *state;
    desk_write(desk);
    struct report *version = report_open(desk->report_path, desk->forms, NULL);
    desk_set(desk, "unable_1", 0, 3);
    desk_write(desk);
    const struct review_others others = {.version = version};
    struct queue *queue = open_queue(desk, desk->report_path);
    assert_true(queue_read_next(queue));
    struct queue_item before = *queue_at(queue, 0);
    queue_count_with(queue, 0, &others);
    const struct queue_item *item = queue_at(queue, 0);
    assert_int_equal(item->warnings, before.warnings + 1);
    assert_true(before.entries > 0);
    assert_int_equal(item->entries, before.entries);
    queue_free(queue);
    report_free(version);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_folder),
        CASE(test_links_and_pipes),
        CASE(test_file_by_name_fails_loudly),
        CASE(test_nothing_to_read),
        CASE(test_one_verdict_file_for_two_reports_is_refused),
        CASE(test_states),
        CASE(test_reading_writes_nothing),
        CASE(test_two_years),
        CASE(test_prior_met_later),
        CASE(test_opened_before_its_turn),
        CASE(test_doubtful_prior),
        CASE(test_counted_with_a_version),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
