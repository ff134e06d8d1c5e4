/* Decisions on what sentences say, when the report is another one at the next
 * opening: kept where the sentence only moved, kept and to be looked at again
 * where it says something else, and never lost. */
#include "review_fixture.h"

#define FIRST "甲类申请按期办结率达到120%。"
#define SECOND "乙类申请按期办结率达到150%。"
#define SENTENCE "本年度申请按期办结率达到120%，群众满意度较高。"

static bool is_about(const struct finding *finding, const char *words)
{
    return finding->outcome == OUTCOME_FAIL && finding->quote.nbytes > 0 &&
           slice_contains(finding->quote, words);
}

static size_t find_about(const struct desk *desk, const char *words)
{
    const struct findings *findings = review_findings(desk->review);
    for (size_t i = 0; i < findings->nitems; i++)
        if (is_about(&findings->items[i], words))
            return i;
    return SIZE_MAX;
}

static void open_with(struct desk *desk, const char *prose)
{
    desk->prose = prose;
    desk_start(desk);
}

/* The decision in force on what is said with these words. */
static struct decision decision_about(const struct desk *desk, const char *words)
{
    size_t index = find_about(desk, words);
    if (index == SIZE_MAX)
        fail_msg("nothing is found about %s", words);
    return review_decision(desk->review, index);
}

static const struct {
    const char *name, *prose, *words;
    bool kept, stale;
} versions[] = {
    {"the same", SENTENCE, "120%", true, false},
    {"below a new paragraph", "另加一段，内容无关。\n" SENTENCE, "120%", true, false},
    {"behind a new sentence", "另加一句话。" SENTENCE, "120%", true, false},
    {"another number", "本年度申请按期办结率达到130%，群众满意度较高。", "130%", true, true},
    {"another number, elsewhere", "另加一句话。本年度申请按期办结率达到130%，群众满意度较高。",
     "130%", true, true},
    {"some words changed, elsewhere",
     "另加一句话。本年度的申请按期办结率达到了120%，群众满意度较高。", "120%", true, true},
    {"half of it changed, in its place", "本年度申请按期办结率达到120%，经核对后各方均无异议。",
     "120%", true, true},
    {"another sentence, elsewhere", "另加一句话。各类培训参训率为150%。", "150%", false, false},
};

static void decisions_follow_their_sentence(void **state)
{
    struct desk *desk = *state;
    open_with(desk, SENTENCE);
    OK(review_decide(desk->review, find_about(desk, "120%"), false, VERDICT_EXPLAINED, "查过",
                     why));
    desk_close(desk);
    for (size_t i = 0; i < COUNT(versions); i++) {
        open_with(desk, versions[i].prose);
        struct decision decision = decision_about(desk, versions[i].words);
        if ((decision.verdict == VERDICT_EXPLAINED) != versions[i].kept ||
            decision.stale != versions[i].stale)
            fail_msg("%s: %s, %s", versions[i].name, verdict_name(decision.verdict),
                     decision.stale ? decision.why_stale : "holds");
        if (decision.stale)
            assert_true(decision.why_stale[0]);
        desk_close(desk);
    }
    open_with(desk, "完全换了说法。");
    assert_int_equal(find_about(desk, "%"), SIZE_MAX);
    OK(review_annotate(desk->review, (struct target)TARGET_REPORT, "其间", why));
    desk_close(desk);
    open_with(desk, SENTENCE); /* and back: as it was */
    struct decision decision = decision_about(desk, "120%");
    assert_int_equal(decision.verdict, VERDICT_EXPLAINED);
    assert_false(decision.stale);
    desk_close(desk);
}

/* Two sentences alike but for their numbers: each keeps its own decision. */
static void sentences_alike_are_not_mixed_up(void **state)
{
    static const char *const orders[] = {FIRST "\n" SECOND, SECOND "\n" FIRST,
                                         "另加一段，内容无关。\n" SECOND "\n又加一段。\n" FIRST};
    struct desk *desk = *state;
    open_with(desk, orders[0]);
    OK(review_decide(desk->review, find_about(desk, "120%"), false, VERDICT_EXPLAINED, "甲", why));
    OK(review_decide(desk->review, find_about(desk, "150%"), false, VERDICT_MISREAD, "乙", why));
    desk_close(desk);
    for (size_t i = 0; i < COUNT(orders); i++) {
        open_with(desk, orders[i]);
        assert_string_equal(decision_about(desk, "120%").reason, "甲");
        assert_string_equal(decision_about(desk, "150%").reason, "乙");
        assert_false(decision_about(desk, "120%").stale || decision_about(desk, "150%").stale);
        desk_close(desk);
    }
}

/* Of parts and a whole in one sentence: the values are told, old and new. */
static void other_parts_are_told(void **state)
{
    struct desk *desk = *state;
    open_with(desk, "本年度公开信息30条，其中政策类10条，民生类15条。");
    OK(review_decide(desk->review, find_about(desk, "其中"), false, VERDICT_EXPLAINED, "查过",
                     why));
    desk_close(desk);
    open_with(desk, "本年度公开信息30条，其中政策类10条，民生类17条。");
    struct decision decision = decision_about(desk, "其中");
    assert_int_equal(decision.verdict, VERDICT_EXPLAINED);
    assert_true(decision.stale);
    assert_non_null(strstr(decision.why_stale, "17"));
    desk_close(desk);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
    const struct CMUnitTest tests[] = {CASE(decisions_follow_their_sentence),
                                       CASE(sentences_alike_are_not_mixed_up),
                                       CASE(other_parts_are_told)};
    return cmocka_run_group_tests_name("decisions on prose", tests, NULL, NULL);
}
