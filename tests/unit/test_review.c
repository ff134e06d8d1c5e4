/* A decision is never lost and never moved silently. */
#include <fcntl.h>
#include <sys/resource.h>

#include "gouji/text/width.h"
#include "review_fixture.h"

/* Row unable_1 does not add up: T3-02/unable_1. */
static void break_row(struct desk *desk, const char *row, int np, int total)
{
    desk_set(desk, row, 0, np);
    desk_set(desk, row, DESK_COLS - 1, total);
}

static void test_rerun_keeps_every_decision(void **state)
{
    struct desk *desk = *state;
    break_row(desk, "unable_1", 3, 5);
    break_row(desk, "denied_2", 1, 4);
    desk_start(desk);
    const struct findings *findings = review_findings(desk->review);
    size_t n = findings->nitems;
    assert_true(n >= 3);
    for (size_t i = 0; i < n; i++)
        OK(review_decide(desk->review, i, false, VERDICT_EXPLAINED, "查过原件", why));
    for (int run = 0; run < 3; run++) {
        desk_open(desk);
        assert_int_equal(review_findings(desk->review)->nitems, n);
        for (size_t i = 0; i < n; i++) {
            struct decision decision = review_decision(desk->review, i);
            assert_int_equal(decision.verdict, VERDICT_EXPLAINED);
            assert_string_equal(decision.reason, "查过原件");
            assert_string_equal(decision.by, "zhang");
            assert_false(decision.stale);
        }
    }
    assert_int_equal(review_count(desk->review).decided, review_count(desk->review).entries);
    assert_int_equal(review_count(desk->review).open_errors, 0);
}

static void test_changed_values_need_another_look(void **state)
{
    struct desk *desk = *state;
    break_row(desk, "unable_1", 3, 5);
    desk_start(desk);
    desk_decide(desk, "T3-02", "unable_1", VERDICT_CONFIRMED, NULL);
    desk_close(desk);
    break_row(desk, "unable_1", 4, 5);
    desk_start(desk);
    struct decision decision = desk_decision(desk, "T3-02", "unable_1");
    assert_int_equal(decision.verdict, VERDICT_CONFIRMED);
    assert_true(decision.stale);
    assert_non_null(strstr(decision.why_stale, "3 → 4"));
    assert_true(review_count(desk->review).stale > 0);
    /* Deciding again, though it is the same verdict, takes the new values. */
    desk_decide(desk, "T3-02", "unable_1", VERDICT_CONFIRMED, NULL);
    assert_false(desk_decision(desk, "T3-02", "unable_1").stale);
}

/* Another error before it gives every finding a new number; decisions stay. */
static void test_display_numbers_do_not_matter(void **state)
{
    struct desk *desk = *state;
    break_row(desk, "unable_1", 3, 5);
    desk_start(desk);
    size_t before = desk_find(desk, "T3-02", "unable_1");
    desk_decide(desk, "T3-02", "unable_1", VERDICT_CONFIRMED, NULL);
    desk_close(desk);
    break_row(desk, "denied_1", 7, 2);
    break_row(desk, "denied_8", 1, 9);
    desk->prose = "新增的第一段。\n新增的第二段，内容更长一些。";
    desk_start(desk);
    struct decision decision = desk_decision(desk, "T3-02", "unable_1");
    assert_int_equal(decision.verdict, VERDICT_CONFIRMED);
    assert_false(decision.stale);
    assert_true(before != desk_find(desk, "T3-02", "unable_1"));
}

/* At a first sight decisions stand where their findings are known; the rest is taken over. */
static void test_first_sight_is_completed(void **state)
{
    struct desk *desk = *state;
    struct err err = {0};
    break_row(desk, "unable_1", 3, 5);
    desk_start(desk);
    desk_decide(desk, "T3-02", "unable_1", VERDICT_CONFIRMED, NULL);
    size_t all = review_findings(desk->review)->nitems;
    desk_close(desk);
    desk->options.first_only = true;
    desk_open(desk);
    assert_true(review_findings(desk->review)->is_partial);
    assert_int_equal(desk_decision(desk, "T3-02", "unable_1").verdict, VERDICT_CONFIRMED);
    struct findings *rest = review_check(desk->review, &err);
    assert_true(review_findings(desk->review)->is_partial);
    OK(review_complete(desk->review, rest, why));
    assert_ptr_equal(review_findings(desk->review), rest);
    assert_false(rest->is_partial);
    assert_int_equal(rest->nitems, all);
    assert_int_equal(desk_decision(desk, "T3-02", "unable_1").verdict, VERDICT_CONFIRMED);
    assert_false(desk_decision(desk, "T3-02", "unable_1").stale);
}

static void test_gone_finding_stays_listed(void **state)
{
    struct desk *desk = *state;
    break_row(desk, "unable_1", 3, 5);
    desk_start(desk);
    desk_decide(desk, "T3-02", "unable_1", VERDICT_NOT_AN_ERROR, "规则过严");
    desk_close(desk);
    break_row(desk, "unable_1", 0, 0);
    desk_start(desk);
    assert_true(desk_find(desk, "T3-02", "unable_1") == SIZE_MAX);
    OK(review_mark(desk->review, 'b', (struct target){-1, "T3.new.np", {0, 0}}, why));
    desk_close(desk);
    size_t nbytes;
    char *text = desk_slurp(desk->verdict, &nbytes);
    assert_non_null(strstr(text, "\"absent\""));
    assert_non_null(strstr(text, "规则过严"));
    free(text);
    break_row(desk, "unable_1", 3, 5);
    desk_start(desk);
    assert_int_equal(desk_decision(desk, "T3-02", "unable_1").verdict, VERDICT_NOT_AN_ERROR);
}

static void test_reasons_are_asked_for(void **state)
{
    struct desk *desk = *state;
    break_row(desk, "unable_1", 3, 5);
    desk_start(desk);
    size_t index = desk_find(desk, "T3-02", "unable_1");
    for (enum verdict v = VERDICT_CONFIRMED; v < VERDICT_COUNT; v++) {
        struct err err = {0};
        int status = review_decide(desk->review, index, false, v, "", &err);
        assert_int_equal(status, verdict_needs_reason(v) ? -1 : 0);
        assert_int_equal(err.kind, verdict_needs_reason(v) ? ERR_USAGE : ERR_NONE);
        assert_int_equal(verdict_find(verdict_name(v)), v);
    }
}

static size_t count_events(const struct desk *desk)
{
    const struct log_entry *entries;
    return review_log(desk->review, &entries);
}

static void test_same_decision_again_writes_nothing(void **state)
{
    struct desk *desk = *state;
    break_row(desk, "unable_1", 3, 5);
    desk_start(desk);
    assert_int_equal(access(desk->journal, F_OK), -1);
    desk_decide(desk, "T3-02", "unable_1", VERDICT_CONFIRMED, NULL);
    assert_int_equal(count_events(desk), 2);
    desk_decide(desk, "T3-02", "unable_1", VERDICT_CONFIRMED, NULL);
    assert_int_equal(count_events(desk), 2);
}

/* Every kind of act, undone to the first event, in two sessions, then redone:
 * the same state as before, each step in between consistent. */
static void test_undo_all_redo_all(void **state)
{
    struct desk *desk = *state;
    const struct note *notes;
    struct str before = STR_INIT, after = STR_INIT;
    struct correction fix = {"T3.denied_3.np", "2"};
    break_row(desk, "unable_1", 3, 5);
    desk_start(desk);
    desk_decide(desk, "T3-02", "unable_1", VERDICT_CONFIRMED, NULL);
    OK(review_annotate(desk->review, (struct target){-1, "T3.unable_1.tot", {0, 0}}, "应为 3",
                       why));
    assert_int_equal(review_notes(desk->review, &notes), 1);
    OK(review_edit_note(desk->review, notes[0].id, "应为 3（已核）", why));
    OK(review_add_problem(desk->review, (struct target)TARGET_REPORT, SEVERITY_WARNING,
                          "没有写统计期限", "", why));
    OK(review_mark(desk->review, 'a', (struct target){-1, "T3.new.np", {0, 0}}, why));
    OK(review_correct(desk->review, &fix, 1, NULL, "印得不清", why));
    assert_true(desk_find(desk, "T3-02", "denied_3") != SIZE_MAX);
    OK(review_conclude(desk->review, CONCLUSION_RETURNED, "", false, why));
    OK(review_opinion(desk->review, OPINION_TEXT, LANG_ZH, true, &before, why));

    for (int i = 0; i < 3; i++)
        OK(review_undo(desk->review, NULL, why));
    desk_open(desk);
    assert_int_equal(review_conclusion(desk->review).status, CONCLUSION_NONE);
    assert_true(desk_find(desk, "T3-02", "denied_3") == SIZE_MAX);
    int undone = 3;
    while (review_undo_next(desk->review, NULL)) {
        OK(review_undo(desk->review, NULL, why));
        undone++;
    }
    assert_int_equal(undone, 7);
    assert_int_equal(review_notes(desk->review, &notes), 0);
    assert_int_equal(desk_decision(desk, "T3-02", "unable_1").verdict, VERDICT_NONE);
    assert_int_equal(review_undo(desk->review, NULL, NULL), -1);

    desk_open(desk);
    while (review_redo_next(desk->review, NULL)) {
        OK(review_redo(desk->review, NULL, why));
        undone--;
    }
    assert_int_equal(undone, 0);
    OK(review_opinion(desk->review, OPINION_TEXT, LANG_ZH, true, &after, why));
    assert_string_equal(str_text(&before), str_text(&after));
    assert_int_equal(review_notes(desk->review, &notes), 1);
    assert_string_equal(notes[0].text, "应为 3（已核）");
    str_release(&before);
    str_release(&after);
}

static void test_new_act_ends_redo(void **state)
{
    struct desk *desk = *state;
    break_row(desk, "unable_1", 3, 5);
    desk_start(desk);
    desk_decide(desk, "T3-02", "unable_1", VERDICT_CONFIRMED, NULL);
    OK(review_undo(desk->review, NULL, why));
    assert_true(review_redo_next(desk->review, NULL) > 0);
    desk_decide(desk, "T3-02", "unable_1", VERDICT_LATER, NULL);
    assert_int_equal(review_redo_next(desk->review, NULL), 0);
    OK(review_undo(desk->review, NULL, why));
    assert_int_equal(desk_decision(desk, "T3-02", "unable_1").verdict, VERDICT_NONE);
}

static void test_killed_after_a_decision(void **state)
{
    struct desk *desk = *state;
    break_row(desk, "unable_1", 3, 5);
    desk_write(desk);
    pid_t child = fork();
    if (child == 0) {
        desk_open(desk);
        desk_decide(desk, "T3-02", "unable_1", VERDICT_CONFIRMED, NULL);
        _exit(0);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    assert_int_equal(access(desk->verdict, F_OK), -1);
    desk_open(desk);
    assert_false(review_is_readonly(desk->review));
    assert_int_equal(desk_decision(desk, "T3-02", "unable_1").verdict, VERDICT_CONFIRMED);
    assert_true(review_is_dirty(desk->review));
    desk_close(desk);
    assert_int_equal(access(desk->verdict, F_OK), 0);
}

static void test_second_process_is_told_who(void **state)
{
    struct desk *desk = *state;
    int go[2], done[2];
    char byte = 'x';
    break_row(desk, "unable_1", 3, 5);
    desk_write(desk);
    assert_int_equal(pipe(go) | pipe(done), 0);
    pid_t child = fork();
    if (child == 0) {
        desk_open(desk);
        desk_decide(desk, "T3-02", "unable_1", VERDICT_CONFIRMED, NULL);
        _exit(write(go[1], &byte, 1) == 1 && read(done[0], &byte, 1) == 1 ? 0 : 1);
    }
    assert_int_equal(read(go[0], &byte, 1), 1);
    desk_open(desk);
    assert_true(review_is_readonly(desk->review));
    assert_true(desk_notices(desk, "zhang"));
    assert_int_equal(desk_decision(desk, "T3-02", "unable_1").verdict, VERDICT_CONFIRMED);
    struct err err = {0};
    assert_int_equal(review_decide(desk->review, 0, false, VERDICT_LATER, "", &err), -1);
    assert_int_equal(err.kind, ERR_READONLY);
    assert_int_equal(write(done[1], &byte, 1), 1);
    assert_int_equal(waitpid(child, NULL, 0), child);
    desk_open(desk);
    assert_false(review_is_readonly(desk->review));
}

/* Both opened before either acted: the second sees the first's events when it
 * acts, after the first has left. */
static void test_events_of_another_session_come_first(void **state)
{
    struct desk *desk = *state;
    struct err err = {0};
    break_row(desk, "unable_1", 3, 5);
    break_row(desk, "denied_2", 1, 4);
    desk_start(desk);
    struct review *other = review_open(desk->report, NULL, desk->rules, &desk->options, &err);
    assert_non_null(other);
    OK(review_decide(other, desk_find(desk, "T3-02", "denied_2"), false, VERDICT_LATER, "", why));
    struct err locked = {0};
    size_t index = desk_find(desk, "T3-02", "unable_1");
    assert_int_equal(review_decide(desk->review, index, false, VERDICT_CONFIRMED, "", &locked), -1);
    assert_int_equal(locked.kind, ERR_LOCKED);
    /* Who and what to do at the ends, and nothing of the file's place. */
    assert_int_equal(strncmp(locked.text, "zhang has this review open", 26), 0);
    assert_non_null(strstr(locked.text, "; read-only: reopen when closed there"));
    assert_null(strstr(locked.text, desk->dir));
    review_say_readonly(desk->review, &locked);
    assert_non_null(strstr(locked.text, "zhang has"));
    OK(review_close(other, why));
    review_say_readonly(desk->review, &locked);
    assert_non_null(strstr(locked.text, "has ended"));
    assert_int_equal(review_decide(desk->review, index, false, VERDICT_CONFIRMED, "", &locked), -1);
    assert_non_null(strstr(locked.text, "nothing was written: the other session has ended"));
    desk_open(desk);
    desk_decide(desk, "T3-02", "unable_1", VERDICT_CONFIRMED, NULL);
    assert_int_equal(desk_decision(desk, "T3-02", "denied_2").verdict, VERDICT_LATER);
}

static void test_corrections_are_checked_again(void **state)
{
    struct desk *desk = *state;
    const struct reading *readings;
    break_row(desk, "unable_1", 3, 5);
    desk_start(desk);
    struct correction fix = {"T3.unable_1.tot", "3"};
    OK(review_correct(desk->review, &fix, 1, NULL, "", why));
    assert_true(desk_find(desk, "T3-02", "unable_1") == SIZE_MAX);
    struct seen seen = review_cell(desk->review, "T3.unable_1.tot");
    assert_true(seen.is_reading);
    assert_int_equal(seen.value, 3);
    assert_int_equal(review_readings(desk->review, &readings), 1);
    desk_open(desk);
    assert_true(desk_find(desk, "T3-02", "unable_1") == SIZE_MAX);
    fix.text = NULL;
    OK(review_correct(desk->review, &fix, 1, NULL, "", why));
    assert_true(desk_find(desk, "T3-02", "unable_1") != SIZE_MAX);
    assert_int_equal(review_readings(desk->review, &readings), 0);
    /* A reading of another print does not cover the new one. */
    fix.text = "3";
    OK(review_correct(desk->review, &fix, 1, NULL, "", why));
    desk_close(desk);
    break_row(desk, "unable_1", 3, 6);
    desk_start(desk);
    assert_int_equal(review_cell(desk->review, "T3.unable_1.tot").value, 6);
    assert_non_null(review_notice(desk->review));
}

static void test_row_is_one_event(void **state)
{
    struct desk *desk = *state;
    struct correction row[] = {
        {"T3.unable_1.np", "3"}, {"T3.unable_1.co", ""}, {"T3.unable_1.ri", "/"}};
    desk_start(desk);
    OK(review_correct(desk->review, row, COUNT(row), "T3.unable_1", "", why));
    assert_int_equal(count_events(desk), 2);
    assert_int_equal(review_cell(desk->review, "T3.unable_1.np").value, 3);
    assert_int_equal(review_cell(desk->review, "T3.unable_1.co").state, CELL_BLANK);
    assert_int_equal(review_cell(desk->review, "T3.unable_1.ri").state, CELL_MARK);
    OK(review_undo(desk->review, NULL, why));
    assert_int_equal(review_cell(desk->review, "T3.unable_1.co").state, CELL_NUMBER);
    struct correction wrong = {"T3.nowhere.np", "1"};
    assert_int_equal(review_correct(desk->review, &wrong, 1, NULL, "", NULL), -1);
}

static void test_passing_over_open_errors_asks(void **state)
{
    struct desk *desk = *state;
    struct err err = {0};
    break_row(desk, "unable_1", 3, 5);
    desk_start(desk);
    assert_true(review_count(desk->review).open_errors > 0);
    assert_int_equal(review_conclude(desk->review, CONCLUSION_PASSED, "", false, &err), -1);
    assert_int_equal(err.kind, ERR_USAGE);
    OK(review_conclude(desk->review, CONCLUSION_PASSED, "先通过", true, why));
    desk_open(desk);
    assert_int_equal(review_conclusion(desk->review).status, CONCLUSION_PASSED);
    assert_true(review_conclusion(desk->review).asked);
    OK(review_reopen(desk->review, "重新看", why));
    assert_int_equal(review_conclusion(desk->review).status, CONCLUSION_NONE);
    assert_int_equal(review_undo_next(desk->review, NULL), 0);
    assert_int_equal(review_reopen(desk->review, "", NULL), -1);
}

static bool log_says(const struct desk *desk, const char *word)
{
    const struct log_entry *entries;
    size_t n = review_log(desk->review, &entries);
    for (size_t i = 0; i < n; i++)
        if (strstr(entries[i].summary, word))
            return true;
    return false;
}

/* Problems and notes: other words, then none; back by undo. */
static void test_words_are_edited_and_withdrawn(void **state)
{
    struct desk *desk = *state;
    static const struct target report = TARGET_REPORT;
    const struct problem *problems;
    const struct note *notes;
    char problem[80], note[80];
    struct err err = {0};
    desk_start(desk);
    OK(review_add_problem(desk->review, report, SEVERITY_ERROR, "缺期限", "条例", why));
    OK(review_annotate(desk->review, report, "待查", why));
    assert_int_equal(review_problems(desk->review, &problems), 1);
    assert_int_equal(review_notes(desk->review, &notes), 1);
    snprintf(problem, sizeof problem, "%s", problems[0].id);
    snprintf(note, sizeof note, "%s", notes[0].id);
    OK(review_edit_problem(desk->review, problem, SEVERITY_WARNING, "缺统计期限", NULL, why));
    review_problems(desk->review, &problems);
    assert_string_equal(problems[0].text, "缺统计期限");
    assert_int_equal(problems[0].level, SEVERITY_WARNING);
    OK(review_edit_problem(desk->review, problem, SEVERITY_WARNING, "", NULL, why));
    OK(review_edit_note(desk->review, note, "", why));
    assert_int_equal(review_problems(desk->review, &problems), 0);
    assert_int_equal(review_notes(desk->review, &notes), 0);
    assert_true(log_says(desk, "problem withdrawn") && log_says(desk, "note withdrawn"));
    assert_int_equal(review_edit_problem(desk->review, problem, SEVERITY_INFO, "x", "", &err), -1);
    assert_int_equal(err.kind, ERR_USAGE);
    desk_open(desk);
    assert_int_equal(review_problems(desk->review, &problems), 0);
    OK(review_undo(desk->review, NULL, why));
    OK(review_undo(desk->review, NULL, why));
    assert_int_equal(review_problems(desk->review, &problems), 1);
    assert_int_equal(review_notes(desk->review, &notes), 1);
}

static void test_drafts_survive_and_end(void **state)
{
    struct desk *desk = *state;
    const struct draft *drafts;
    struct draft draft = {"d1", "reason", "写到一", VERDICT_MISREAD, {-1, "T3.new.np", {0, 0}}};
    desk_start(desk);
    OK(review_draft(desk->review, &draft, why));
    draft.text = "写到一半";
    OK(review_draft(desk->review, &draft, why));
    desk_open(desk);
    assert_int_equal(review_drafts(desk->review, &drafts), 1);
    assert_string_equal(drafts[0].text, "写到一半");
    assert_string_equal(drafts[0].target.cell, "T3.new.np");
    assert_int_equal(drafts[0].verdict, VERDICT_MISREAD);
    draft.text = "";
    OK(review_draft(desk->review, &draft, why));
    assert_int_equal(review_drafts(desk->review, &drafts), 0);
}

static void test_notes_follow_their_place(void **state)
{
    struct desk *desk = *state;
    const struct note *notes;
    desk->prose = "全年组织业务培训三次。制度建设不断加强，公开渠道更加畅通。";
    break_row(desk, "unable_1", 3, 5);
    desk_start(desk);
    const char *text = desk->report->text;
    uint32_t at = (uint32_t)(strstr(text, "制度建设") - text);
    OK(review_annotate(desk->review, (struct target){-1, NULL, {at, at + 12}}, "说具体", why));
    OK(review_annotate(desk->review,
                       (struct target){(int)desk_find(desk, "T3-02", "unable_1"), NULL, {0, 0}},
                       "再核", why));
    desk_close(desk);
    desk->prose = "另加一段话，内容与原来的无关。\n全年组织业务培训三次。制度建设不断加强，公开渠道"
                  "更加畅通。";
    desk_start(desk);
    assert_int_equal(review_notes(desk->review, &notes), 2);
    at = (uint32_t)(strstr(desk->report->text, "制度建设") - desk->report->text);
    assert_false(notes[0].orphaned);
    assert_int_equal(notes[0].target.span.start, at);
    assert_int_equal(notes[1].target.finding, (int)desk_find(desk, "T3-02", "unable_1"));
    desk_close(desk);
    desk->prose = "完全换了说法。";
    desk_start(desk);
    assert_int_equal(review_notes(desk->review, &notes), 2);
    assert_true(notes[0].orphaned);
    assert_string_equal(notes[0].quote, "制度建设");
}

/* A row or table that the report lacks is what much is said of. */
static void test_notes_on_a_missing_cell(void **state)
{
    struct desk *desk = *state;
    const struct note *notes;
    const struct problem *problems;
    desk_start(desk);
    assert_int_equal(report_cell(desk->report, "T4.review.upheld")->state, CELL_ABSENT);
    struct target target = {-1, "T4.review.upheld", {0, 0}};
    OK(review_annotate(desk->review, target, "漏行", why));
    OK(review_add_problem(desk->review, target, SEVERITY_WARNING, "与上年不一致", "", why));
    desk_close(desk);
    desk_start(desk);
    assert_int_equal(review_notes(desk->review, &notes), 1);
    assert_int_equal(review_problems(desk->review, &problems), 1);
    assert_false(notes[0].orphaned || problems[0].orphaned);
    assert_string_equal(notes[0].target.cell, "T4.review.upheld");
    assert_string_equal(problems[0].target.cell, "T4.review.upheld");
}

static bool has_number(const struct desk *desk, int64_t n)
{
    const struct findings *findings = review_findings(desk->review);
    for (size_t i = 0; i < findings->nitems; i++)
        if (review_decision(desk->review, i).n == n)
            return true;
    return false;
}

static bool is_listed_absent(const char *verdict, int64_t n)
{
    char key[40], *line, *text;
    size_t nbytes;
    text = desk_slurp(verdict, &nbytes);
    snprintf(key, sizeof key, "{\"n\":%d,", (int)n);
    line = strstr(text, key);
    char *end = line ? strchr(line, '\n') : NULL;
    char *word = line ? strstr(line, "\"absent\":true") : NULL;
    bool absent = word && (!end || word < end);
    free(text);
    return absent;
}

static size_t draw(unsigned *seed, size_t n)
{
    return (size_t)rand_r(seed) % n;
}

/* Random changes of the table between runs: each decision is on a finding
 * (kept or stale) or is listed as absent; none vanishes. */
static void test_random_edits_lose_nothing(void **state)
{
    struct desk *desk = *state;
    unsigned seed = 20240203;
    static const char *const rows[] = {"unable_1", "denied_2", "denied_5", "partial", "other_3"};
    for (int round = 0; round < 12; round++) {
        desk_clear(desk);
        for (int k = 0; k < 3; k++)
            break_row(desk, rows[draw(&seed, COUNT(rows))], (int)draw(&seed, 9),
                      (int)draw(&seed, 9));
        if (draw(&seed, 2))
            desk->prose = "换一段开头。\n本年度认真开展各项工作。";
        desk_start(desk);
        size_t nitems = review_findings(desk->review)->nitems;
        for (size_t i = 0; i < nitems; i++)
            if (draw(&seed, 2))
                OK(review_decide(desk->review, i, false, VERDICT_EXPLAINED,
                                 draw(&seed, 2) ? "甲" : "乙", why));
        OK(review_mark(desk->review, 'a', (struct target){-1, "T3.new.np", {0, 0}}, why));
        const struct log_entry *entries;
        size_t n = review_log(desk->review, &entries);
        int64_t *decided = calloc(n + 1, sizeof *decided);
        size_t ndecided = 0;
        for (size_t i = 0; i < nitems; i++)
            if (review_decision(desk->review, i).n)
                decided[ndecided++] = review_decision(desk->review, i).n;
        desk_close(desk);
        desk_set(desk, rows[draw(&seed, COUNT(rows))], 2, (int)draw(&seed, 5));
        desk_start(desk);
        OK(review_mark(desk->review, 'b', (struct target){-1, "T3.new.np", {0, 0}}, why));
        OK(review_save(desk->review, why));
        for (size_t i = 0; i < ndecided; i++)
            assert_true(has_number(desk, decided[i]) ||
                        is_listed_absent(desk->verdict, decided[i]));
        free(decided);
        desk_close(desk);
    }
}

static void as_nobody(struct desk *desk)
{
    desk_open(desk);
    bool ok = review_is_elsewhere(desk->review) && !review_is_readonly(desk->review) &&
              desk_notices(desk, "could not be written");
    size_t index = desk_find(desk, "T3-02", "unable_1");
    ok = ok && review_decide(desk->review, index, false, VERDICT_CONFIRMED, "", NULL) == 0;
    ok = ok && review_close(desk->review, NULL) == 0;
    _exit(ok ? 0 : 1);
}

static void test_readonly_folder_falls_back(void **state)
{
    struct desk *desk = *state;
    char home[80];
    int status;
    break_row(desk, "unable_1", 3, 5);
    desk_write(desk);
    snprintf(home, sizeof home, "%s/state", desk->dir);
    assert_int_equal(mkdir(home, 0777) | chmod(home, 0777), 0);
    assert_int_equal(chmod(desk->dir, 0555), 0);
    setenv("XDG_STATE_HOME", home, 1);
    pid_t child = fork();
    if (child == 0) {
        if (getuid() == 0 && setuid(65534))
            _exit(2);
        as_nobody(desk);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(chmod(desk->dir, 0755), 0);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
    assert_int_equal(access(desk->journal, F_OK), -1);
    /* The folder can be written to again: what was decided is where it was. */
    desk_open(desk);
    assert_true(review_is_elsewhere(desk->review));
    assert_int_equal(desk_decision(desk, "T3-02", "unable_1").verdict, VERDICT_CONFIRMED);
}

/* Nowhere to write: said on one line of a small screen, with what to do. */
static void nobody_nowhere(struct desk *desk)
{
    desk_open(desk);
    struct err err = {0};
    const char *notice = review_notice(desk->review);
    size_t index = desk_find(desk, "T3-02", "unable_1");
    bool ok = review_is_readonly(desk->review) && !review_is_elsewhere(desk->review) && notice &&
              strstr(notice, "--verdicts") && width_text(slice_of(notice)) < 80 &&
              review_decide(desk->review, index, false, VERDICT_CONFIRMED, "", &err) < 0 &&
              err.kind == ERR_READONLY && strstr(err.text, "--verdicts");
    _exit(ok ? 0 : 1);
}

/* Below --verdicts a file of this name may be of another folder's report: whose it was is told.
 * A new print of the same report is no other. */
static void test_review_of_another_report_is_told(void **state)
{
    struct desk *desk = *state;
    break_row(desk, "unable_1", 3, 5);
    desk_start(desk);
    desk_decide(desk, "T3-02", "unable_1", VERDICT_CONFIRMED, NULL);
    desk_close(desk);
    desk->prose = "这一段是新写的。";
    desk_start(desk);
    assert_null(review_notice(desk->review));
    desk_close(desk);
    static const char other[] =
        "戊己县庚辛局2022年政府信息公开工作年度报告\n一、总体情况\n公开2条。\n";
    desk_spill(desk->report_path, other, strlen(other));
    desk_open(desk);
    const char *notice = review_notice(desk->review);
    assert_non_null(notice);
    assert_non_null(strstr(notice, "甲乙县丙丁局 2023"));
}

/* The journal is what refuses: it is named, not its folder, which is open to all. */
static void nobody_appends(struct desk *desk)
{
    desk_open(desk);
    const char *notice = review_notice(desk->review);
    bool ok = review_is_readonly(desk->review) && notice &&
              strstr(notice, "a.txt.zhang.verdict.jsonl") && strstr(notice, "--verdicts") &&
              width_text(slice_of(notice)) < 80;
    _exit(ok ? 0 : 1);
}

static void test_journal_may_not_be_written(void **state)
{
    struct desk *desk = *state;
    int status;
    break_row(desk, "unable_1", 3, 5);
    desk_start(desk);
    OK(review_decide(desk->review, desk_find(desk, "T3-02", "unable_1"), false, VERDICT_CONFIRMED,
                     "", why));
    desk_close(desk);
    assert_int_equal(
        chmod(desk->dir, 0777) | chmod(desk->journal, 0444) | chmod(desk->verdict, 0644), 0);
    pid_t child = fork();
    if (child == 0) {
        if (getuid() == 0 && setuid(65534))
            _exit(2);
        nobody_appends(desk);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

static void test_nowhere_to_write(void **state)
{
    struct desk *desk = *state;
    char deep[200], *old = desk->report_path;
    int status;
    snprintf(deep, sizeof deep, "%s/a folder with quite a long name for its reports 某某县年度报告",
             desk->dir);
    break_row(desk, "unable_1", 3, 5);
    assert_int_equal(mkdir(deep, 0755), 0);
    desk->report_path = path_join(deep, "a.txt");
    desk_write(desk);
    assert_int_equal(chmod(deep, 0555) | chmod(desk->dir, 0555), 0);
    setenv("XDG_STATE_HOME", desk->dir, 1);
    setenv("HOME", desk->dir, 1);
    pid_t child = fork();
    if (child == 0) {
        if (getuid() == 0 && setuid(65534))
            _exit(2);
        nobody_nowhere(desk);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(chmod(desk->dir, 0755) | chmod(deep, 0755), 0);
    free(desk->report_path);
    desk->report_path = old;
    assert_int_equal(status, 0);
}

/* A file size limit stands in for the full disk. */
static void test_full_disk_says_so_and_goes_on(void **state)
{
    struct desk *desk = *state;
    struct err err = {0};
    struct rlimit old, tiny = {16, RLIM_INFINITY};
    break_row(desk, "unable_1", 3, 5);
    break_row(desk, "denied_2", 1, 4);
    desk_start(desk);
    desk_decide(desk, "T3-02", "unable_1", VERDICT_CONFIRMED, NULL);
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
    tiny.rlim_max = old.rlim_max;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &tiny), 0);
    size_t index = desk_find(desk, "T3-02", "denied_2");
    int status = review_decide(desk->review, index, false, VERDICT_CONFIRMED, "", &err);
    int saved = review_save(desk->review, NULL);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
    assert_int_equal(status, -1);
    assert_int_equal(err.kind, ERR_FULL);
    assert_int_equal(saved, -1);
    assert_non_null(review_save_trouble(desk->review));
    assert_int_equal(desk_decision(desk, "T3-02", "denied_2").verdict, VERDICT_NONE);
    desk_decide(desk, "T3-02", "denied_2", VERDICT_LATER, NULL);
    OK(review_save(desk->review, why));
    assert_null(review_save_trouble(desk->review));
    desk_open(desk);
    assert_int_equal(desk_decision(desk, "T3-02", "denied_2").verdict, VERDICT_LATER);
    assert_int_equal(desk_decision(desk, "T3-02", "unable_1").verdict, VERDICT_CONFIRMED);
}

static void test_reviewer_asked_at_the_first_act(void **state)
{
    struct desk *desk = *state;
    struct err err = {0};
    break_row(desk, "unable_1", 3, 5);
    desk->options.reviewer = NULL;
    desk_start(desk);
    assert_null(review_reviewer(desk->review));
    size_t index = desk_find(desk, "T3-02", "unable_1");
    assert_int_equal(review_decide(desk->review, index, false, VERDICT_LATER, "", &err), -1);
    assert_int_equal(err.kind, ERR_USAGE);
    assert_int_equal(review_set_reviewer(desk->review, "a\nb", &err), -1);
    OK(review_set_reviewer(desk->review, "张三", why));
    desk_decide(desk, "T3-02", "unable_1", VERDICT_CONFIRMED, NULL);
    desk_close(desk);
    char path[120];
    snprintf(path, sizeof path, "%s/a.txt.%%E5%%BC%%A0%%E4%%B8%%89.verdict.json", desk->dir);
    assert_int_equal(access(path, F_OK), 0);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_rerun_keeps_every_decision),
        CASE(test_changed_values_need_another_look),
        CASE(test_first_sight_is_completed),
        CASE(test_display_numbers_do_not_matter),
        CASE(test_gone_finding_stays_listed),
        CASE(test_reasons_are_asked_for),
        CASE(test_same_decision_again_writes_nothing),
        CASE(test_undo_all_redo_all),
        CASE(test_new_act_ends_redo),
        CASE(test_killed_after_a_decision),
        CASE(test_second_process_is_told_who),
        CASE(test_events_of_another_session_come_first),
        CASE(test_corrections_are_checked_again),
        CASE(test_row_is_one_event),
        CASE(test_passing_over_open_errors_asks),
        CASE(test_words_are_edited_and_withdrawn),
        CASE(test_drafts_survive_and_end),
        CASE(test_notes_follow_their_place),
        CASE(test_notes_on_a_missing_cell),
        CASE(test_random_edits_lose_nothing),
        CASE(test_review_of_another_report_is_told),
        CASE(test_journal_may_not_be_written),
        CASE(test_readonly_folder_falls_back),
        CASE(test_nowhere_to_write),
        CASE(test_full_disk_says_so_and_goes_on),
        CASE(test_reviewer_asked_at_the_first_act),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
