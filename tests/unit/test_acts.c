/* Acts that cannot be done are refused with a word; acts that change nothing
 * write nothing; at the edges of what is allowed they are done. */
#include "gouji/base/json.h"
#include "review_fixture.h"

static const struct target whole = TARGET_REPORT;

static off_t written(const struct desk *desk)
{
    struct stat info;
    return stat(desk->journal, &info) ? 0 : info.st_size;
}

#define REFUSED(call)                                                                              \
    do {                                                                                           \
        struct err refused_err = {0};                                                              \
        struct err *why = &refused_err;                                                            \
        off_t before = written(desk);                                                              \
        assert_int_equal(call, -1);                                                                \
        assert_true(why->text[0]);                                                                 \
        assert_int_equal(written(desk), before);                                                   \
    } while (0)
#define NOTHING_NEW(call)                                                                          \
    do {                                                                                           \
        off_t before = written(desk);                                                              \
        OK(call);                                                                                  \
        assert_int_equal(written(desk), before);                                                   \
    } while (0)

static void begin(struct desk *desk)
{
    desk_set(desk, "unable_1", 0, 3);
    desk_set(desk, "denied_2", 0, 1);
    desk_start(desk);
}

/* The longest text that is kept, and one byte more. */
static char *text_of(size_t nbytes)
{
    char *text = malloc(nbytes + 1);
    assert_non_null(text);
    memset(text, 'x', nbytes);
    text[nbytes] = '\0';
    return text;
}

static void places_that_are_none(void **state)
{
    struct desk *desk = *state;
    begin(desk);
    const int n = (int)review_findings(desk->review)->nitems;
    const size_t end = desk->report->text_nbytes;
    const struct target none[] = {
        {n, NULL, {0, 0}},
        {-1, "T3.no-such.np", {0, 0}},
        {-1, NULL, {5, 4}},
        {-1, NULL, {0, (uint32_t)end + 1}},
    };
    for (size_t i = 0; i < COUNT(none); i++) {
        struct draft draft = {.id = "draft:1", .of = "note", .target = none[i], .text = "x"};
        REFUSED(review_annotate(desk->review, none[i], "x", why));
        REFUSED(review_add_problem(desk->review, none[i], SEVERITY_ERROR, "x", "", why));
        REFUSED(review_mark(desk->review, 'a', none[i], why));
        REFUSED(review_draft(desk->review, &draft, why));
    }
    OK(review_annotate(desk->review, (struct target){n - 1, NULL, {0, 0}}, "x", why));
    OK(review_annotate(desk->review, (struct target){-1, NULL, {0, (uint32_t)end}}, "x", why));
    desk_close(desk);
}

static void names_of_marks(void **state)
{
    static const char good[] = "azAZmM", bad[] = "`{@[0 \x7f";
    struct desk *desk = *state;
    const struct mark *marks;
    begin(desk);
    for (const char *name = bad; *name; name++)
        REFUSED(review_mark(desk->review, *name, whole, why));
    REFUSED(review_mark(desk->review, '\0', whole, why));
    for (const char *name = good; *name; name++)
        OK(review_mark(desk->review, *name, (struct target){-1, "T3.new.np", {0, 0}}, why));
    assert_int_equal(review_marks(desk->review, &marks), strlen(good));
    desk_close(desk);
}

static void texts_empty_or_too_long(void **state)
{
    struct desk *desk = *state;
    const struct note *notes;
    const struct problem *problems;
    begin(desk);
    char *longest = text_of(JSON_MAX_STRING / 6), *longer = text_of(JSON_MAX_STRING / 6 + 1);
    REFUSED(review_annotate(desk->review, whole, "", why));
    REFUSED(review_annotate(desk->review, whole, NULL, why));
    REFUSED(review_annotate(desk->review, whole, longer, why));
    OK(review_annotate(desk->review, whole, longest, why));
    OK(review_annotate(desk->review, whole, "第二条", why));
    REFUSED(review_add_problem(desk->review, whole, SEVERITY_ERROR, "", "", why));
    REFUSED(review_add_problem(desk->review, whole, SEVERITY_ERROR, NULL, "", why));
    REFUSED(review_add_problem(desk->review, whole, SEVERITY_ERROR, longer, "", why));
    REFUSED(review_add_problem(desk->review, whole, SEVERITY_ERROR, "x", longer, why));
    OK(review_add_problem(desk->review, whole, SEVERITY_ERROR, "缺表", longest, why));
    OK(review_add_problem(desk->review, whole, SEVERITY_INFO, "缺印", NULL, why));

    assert_int_equal(review_notes(desk->review, &notes), 2);
    char *note = strdup(notes[1].id);
    NOTHING_NEW(review_edit_note(desk->review, note, "第二条", why));
    REFUSED(review_edit_note(desk->review, note, longer, why));
    REFUSED(review_edit_note(desk->review, "urn:uuid:no-such", "x", why));
    OK(review_edit_note(desk->review, note, "改过", why));
    OK(review_edit_note(desk->review, note, NULL, why)); /* withdrawn */
    assert_int_equal(review_notes(desk->review, &notes), 1);

    assert_int_equal(review_problems(desk->review, &problems), 2);
    char *problem = strdup(problems[1].id);
    REFUSED(review_edit_problem(desk->review, "no-such", SEVERITY_ERROR, "x", "", why));
    REFUSED(review_edit_problem(desk->review, problem, SEVERITY_ERROR, longer, "", why));
    REFUSED(review_edit_problem(desk->review, problem, SEVERITY_ERROR, "x", longer, why));
    OK(review_edit_problem(desk->review, problem, SEVERITY_ERROR, "缺章", NULL, why));
    assert_int_equal(review_problems(desk->review, &problems), 2);
    assert_string_equal(problems[1].text, "缺章");
    desk_close(desk);
    desk_open(desk);
    assert_int_equal(review_notes(desk->review, &notes), 1);
    assert_string_equal(notes[0].text, longest);
    desk_close(desk);
    free(note);
    free(problem);
    free(longest);
    free(longer);
}

static void drafts_that_change_nothing(void **state)
{
    struct desk *desk = *state;
    const struct draft *drafts;
    begin(desk);
    char *longer = text_of(JSON_MAX_STRING / 6 + 1);
    struct draft draft = {.id = "draft:1", .of = "note", .target = whole, .text = ""};
    NOTHING_NEW(review_draft(desk->review, &draft, why));
    draft.text = NULL;
    NOTHING_NEW(review_draft(desk->review, &draft, why));
    draft.text = longer;
    REFUSED(review_draft(desk->review, &draft, why));
    draft.text = "未完";
    OK(review_draft(desk->review, &draft, why));
    NOTHING_NEW(review_draft(desk->review, &draft, why));
    draft.id = "draft:2";
    OK(review_draft(desk->review, &draft, why));
    assert_int_equal(review_drafts(desk->review, &drafts), 2);
    draft.text = "";
    OK(review_draft(desk->review, &draft, why));
    assert_int_equal(review_drafts(desk->review, &drafts), 1);
    desk_close(desk);
    free(longer);
}

static void decisions_on_nothing(void **state)
{
    struct desk *desk = *state;
    begin(desk);
    const size_t n = review_findings(desk->review)->nitems;
    const size_t first = desk_find(desk, "T3-02", "unable_1"), both[] = {first, n};
    char *longer = text_of(JSON_MAX_STRING / 6 + 1);
    REFUSED(review_decide(desk->review, n, false, VERDICT_CONFIRMED, "", why));
    REFUSED(review_decide(desk->review, first, false, VERDICT_NONE, "", why));
    REFUSED(review_decide(desk->review, first, false, VERDICT_COUNT, "", why));
    REFUSED(review_decide(desk->review, first, false, VERDICT_EXPLAINED, NULL, why));
    REFUSED(review_decide(desk->review, first, false, VERDICT_EXPLAINED, longer, why));
    REFUSED(review_decide_all(desk->review, both, 2, VERDICT_CONFIRMED, "", why));
    REFUSED(review_decide_all(desk->review, both, 0, VERDICT_CONFIRMED, "", why));
    REFUSED(review_accept(desk->review, n, 0, why));
    REFUSED(review_accept(desk->review, first, 99, why));
    OK(review_decide(desk->review, first, false, VERDICT_CONFIRMED, NULL, why));
    NOTHING_NEW(review_decide(desk->review, first, false, VERDICT_CONFIRMED, NULL, why));
    NOTHING_NEW(review_decide_all(desk->review, &first, 1, VERDICT_CONFIRMED, "", why));
    desk_close(desk);
    free(longer);
}

static void corrections_of_nothing(void **state)
{
    struct desk *desk = *state;
    begin(desk);
    char *longer = text_of(JSON_MAX_STRING / 6 + 1);
    const struct correction good = {"T3.unable_1.np", "0"}, no_cell = {"T3.none.np", "0"},
                            too_long = {"T3.unable_1.np", longer};
    REFUSED(review_correct(desk->review, &good, 0, NULL, "", why));
    REFUSED(review_correct(desk->review, &no_cell, 1, NULL, "", why));
    REFUSED(review_correct(desk->review, &too_long, 1, NULL, "", why));
    OK(review_correct(desk->review, &good, 1, "", NULL, why));
    desk_close(desk);
    free(longer);
}

static void conclusions_that_are_none(void **state)
{
    struct desk *desk = *state;
    struct str said = STR_INIT;
    begin(desk);
    char *longer = text_of(JSON_MAX_STRING / 6 + 1);
    REFUSED(review_undo(desk->review, &said, why));
    REFUSED(review_redo(desk->review, NULL, why));
    REFUSED(review_reopen(desk->review, "", why));
    REFUSED(review_conclude(desk->review, CONCLUSION_NONE, "", true, why));
    REFUSED(review_conclude(desk->review, CONCLUSION_RETURNED + 1, "", true, why));
    REFUSED(review_conclude(desk->review, CONCLUSION_PASSED, "", false, why)); /* errors are open */
    REFUSED(review_conclude(desk->review, CONCLUSION_RETURNED, longer, true, why));
    OK(review_conclude(desk->review, CONCLUSION_RETURNED, NULL, false, why));
    OK(review_undo(desk->review, &said, why));
    assert_int_equal(review_conclusion(desk->review).status, CONCLUSION_NONE);
    OK(review_redo(desk->review, NULL, why));
    assert_int_equal(review_conclusion(desk->review).status, CONCLUSION_RETURNED);
    REFUSED(review_reopen(desk->review, longer, why));
    OK(review_reopen(desk->review, NULL, why));
    desk_close(desk);
    str_release(&said);
    free(longer);
}

/* Where nothing is wrong, passing needs no question. */
static void a_sound_report_passes(void **state)
{
    struct desk *desk = *state;
    desk_start(desk);
    if (review_count(desk->review).open_errors == 0)
        OK(review_conclude(desk->review, CONCLUSION_PASSED, "", false, why));
    else
        REFUSED(review_conclude(desk->review, CONCLUSION_PASSED, "", false, why));
    desk_close(desk);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
    const struct CMUnitTest tests[] = {
        CASE(places_that_are_none),      CASE(names_of_marks),
        CASE(texts_empty_or_too_long),   CASE(drafts_that_change_nothing),
        CASE(decisions_on_nothing),      CASE(corrections_of_nothing),
        CASE(conclusions_that_are_none), CASE(a_sound_report_passes),
    };
    return cmocka_run_group_tests_name("acts", tests, NULL, NULL);
}
