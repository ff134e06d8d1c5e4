/* Each allocation fails in turn, in what commands do with reviewed reports:
 * comparing, rolling up, the ledger, filtering, recovering, the opinion. */
#include "refuse.h"

#include "gouji/base/message.h"
#include "gouji/review/compare.h"
#include "gouji/review/filter.h"
#include "gouji/review/ledger.h"
#include "gouji/review/queue.h"
#include "gouji/review/rollup.h"

enum { RECOVERY_STEP = 37 };

static struct report *later;
static struct findings *later_findings;
static struct queue *queue;
static char *list_path;

static int compare(struct desk *desk, struct str *said, struct err *err)
{
    const struct compared_row *rows;
    size_t n;
    struct comparison *made = comparison_make(desk->review, later_findings, err);
    if (!made)
        return -1;
    int status = comparison_rows(made, LANG_ZH, &rows, &n);
    for (size_t i = 0; status == 0 && i < n; i++)
        str_format(said, "%s\n", rows[i].text);
    comparison_write(made, LANG_ZH, said);
    comparison_write_json(made, LANG_EN, said);
    comparison_free(made);
    return status ? err_set_nomem(err) : 0;
}

static void tell_rollup(const struct rollup *rollup, struct str *said)
{
    const struct rollup_cell *cells;
    for (size_t i = 0, n = rollup_cells(rollup, &cells); i < n; i++)
        str_format(said, "%s %s %lld\n", cells[i].cell->id, rollup_outcome_name(cells[i].outcome),
                   (long long)cells[i].sum);
}

static int roll_up(struct desk *desk, struct str *said, struct err *err)
{
    const struct rollup_source whole = {desk->report, NULL, desk->review},
                               part = {later, NULL, NULL};
    struct rollup *rollup = rollup_new(&whole, err);
    int status = rollup ? 0 : -1;
    if (!status && (rollup_add(rollup, &part) || rollup_add_unread(rollup, "b.txt", "不见")))
        status = err_set_nomem(err);
    if (!status) {
        rollup_sum(rollup);
        tell_rollup(rollup, said);
    }
    rollup_free(rollup);
    return status;
}

static int keep_ledger(struct desk *desk, struct str *said, struct err *err)
{
    struct expected_list list;
    if (expected_read(list_path, &list, err))
        return -1;
    struct ledger *ledger = ledger_make(&list, queue, desk->forms, desk->rules, 0, err);
    for (size_t i = 0; ledger && i < ledger->nrows; i++)
        str_format(said, "%s %s\n", ledger->rows[i].expected ? ledger->rows[i].expected->name : "-",
                   ledger_status_name(ledger->rows[i].status));
    bool made = ledger != NULL;
    ledger_free(ledger);
    expected_release(&list);
    return made ? 0 : -1;
}

static bool holds_of_any(const void *closure, const struct filter_term *term)
{
    return filter_text_holds(term, closure);
}

static int filter(struct desk *desk, struct str *said, struct err *err)
{
    (void)desk;
    static const char *const texts[] = {"规则=T3-02,T1 (合计 | !\"总计 甲\")",
                                        "文本～合计 级别≥warning"};
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct filter *made = filter_parse(texts[i], FILTER_FINDINGS, err);
        if (!made)
            return -1;
        str_format(said, "%d\n", filter_holds(made, holds_of_any, "合计"));
        filter_free(made);
    }
    return 0;
}

static int give_opinions(struct desk *desk, struct str *said, struct err *err)
{
    return review_opinion(desk->review, OPINION_TEXT, LANG_ZH, true, said, err) ||
                   review_opinion(desk->review, OPINION_MARKDOWN, LANG_EN, false, said, err)
               ? -1
               : 0;
}

/* What was decided on sentences and cells that say something else now. */
static int open_changed(struct desk *desk, struct str *said, struct err *err)
{
    struct review_options options = desk->options;
    options.readonly = true;
    struct review *review = review_open(later, NULL, desk->rules, &options, err);
    if (!review)
        return -1;
    for (size_t i = 0; i < review_findings(review)->nitems; i++) {
        struct decision decision = review_decision(review, i);
        str_format(said, "%s %d %s\n", review_findings(review)->items[i].rule->id,
                   (int)decision.verdict, decision.stale ? decision.why_stale : "");
    }
    return review_close(review, NULL);
}

/* An earlier version with decisions of all kinds, and a later one. */
static void prepare(struct desk *desk)
{
    static const struct target report = TARGET_REPORT;
    static const struct correction correction = {"T3.denied_3.np", "0"};
    struct err err = {0};
    desk_set(desk, "unable_1", 0, 3);
    desk_set(desk, "denied_2", 0, 1);
    desk->prose = "本年度申请按期办结率达到120%，群众满意度较高。";
    desk_start(desk);
    desk_decide(desk, "PA-03", "3", VERDICT_CONFIRMED, NULL);
    desk_decide(desk, "T3-02", "unable_1", VERDICT_CONFIRMED, NULL);
    desk_decide(desk, "T3-02", "denied_2", VERDICT_EXPLAINED, "已说明");
    OK(review_annotate(desk->review, report, "看过原件", why));
    OK(review_correct(desk->review, &correction, 1, NULL, "看错", why));
    OK(review_add_problem(desk->review, report, SEVERITY_WARNING, "缺统计期限", "条例", why));
    OK(review_conclude(desk->review, CONCLUSION_RETURNED, "请改正", true, why));
    desk_set(desk, "unable_1", 0, 0);
    desk->prose = "完全换了说法。";
    char *earlier = desk->report_path;
    desk->report_path = path_join(desk->dir, "later.txt");
    desk_write(desk);
    later = report_open(desk->report_path, desk->forms, &err);
    assert_non_null(later);
    later_findings = findings_make(later, NULL, desk->rules, NULL, 0, &err);
    assert_non_null(later_findings);
    free(desk->report_path);
    desk->report_path = earlier;
}

static void comparing(void **state)
{
    struct desk *desk = *state;
    prepare(desk);
    refuse_each(desk, "compare", compare);
    refuse_each(desk, "rollup", roll_up);
    refuse_each(desk, "opinions", give_opinions);
    refuse_each(desk, "filter", filter);
    findings_free(later_findings);
    report_free(later);
    desk_close(desk);
}

/* The report itself is the later version now. */
static void opening_what_changed(void **state)
{
    struct desk *desk = *state;
    prepare(desk);
    desk_close(desk);
    findings_free(later_findings);
    report_free(later);
    desk->prose = "另加一句话。本年度的申请按期办结率达到了130%，群众的满意度较高。";
    desk_write(desk);
    later = report_open(desk->report_path, desk->forms, NULL);
    assert_non_null(later);
    refuse_each(desk, "changed report", open_changed);
    report_free(later);
}

static void keeping_a_ledger(void **state)
{
    static const char list[] =
        "机关,上级,期限\n甲乙县丙丁局,,2024-01-31\n\"戊镇\",甲县,\n己局,,不详\n";
    struct desk *desk = *state;
    struct err err = {0};
    prepare(desk);
    const char *folder = desk->dir;
    struct review_options options = desk->options;
    queue = queue_new(&folder, 1, desk->forms, desk->rules, &options, &err);
    assert_non_null(queue);
    while (queue_read_next(queue))
        continue;
    list_path = path_join(desk->dir, "list");
    desk_spill(list_path, list, sizeof list - 1);
    refuse_each(desk, "ledger", keep_ledger);
    free(list_path);
    queue_free(queue);
    findings_free(later_findings);
    report_free(later);
    desk_close(desk);
}

/* The journal is gone; what the verdict file records is taken back. A recovery that
 * was refused midway is taken up by the next, and nothing is lost. */
static void recovering(void **state)
{
    struct desk *desk = *state;
    size_t nverdict;
    prepare(desk);
    findings_free(later_findings);
    report_free(later);
    desk_close(desk);
    char *verdict = desk_slurp(desk->verdict, &nverdict);
    long runs = 0, refused = 1, gave_up = 0;
    for (long nth = 1; refused > 0; nth += exhaustive() ? 1 : RECOVERY_STEP) {
        struct err err = {0};
        unlink(desk->journal);
        desk_spill(desk->verdict, verdict, nverdict);
        desk_open(desk);
        assert_true(review_is_readonly(desk->review));
        memory_fail(nth, REFUSED_ONCE);
        bool recovered = review_recover(desk->review, &err) == 0;
        refused = memory_fail_end();
        assert_true(recovered || err.text[0]);
        review_close(desk->review, NULL);
        report_free(desk->report);
        desk->review = NULL;
        desk->report = NULL;
        desk_open(desk);
        if (review_is_readonly(desk->review))
            OK(review_recover(desk->review, why));
        assert_int_equal(desk_decision(desk, "T3-02", "unable_1").verdict, VERDICT_CONFIRMED);
        assert_int_equal(desk_decision(desk, "T3-02", "denied_2").verdict, VERDICT_EXPLAINED);
        assert_true(has_note(desk, "看过原件"));
        desk_close(desk);
        runs++;
        gave_up += !recovered;
    }
    printf("recovery: %ld runs, %ld gave up and said so\n", runs, gave_up);
    assert_true(gave_up > 0);
    free(verdict);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
    const struct CMUnitTest tests[] = {CASE(comparing), CASE(opening_what_changed),
                                       CASE(keeping_a_ledger), CASE(recovering)};
    memory_wrap_cjson();
    return cmocka_run_group_tests_name("faults of memory in commands", tests, NULL, NULL);
}
