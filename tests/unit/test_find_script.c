/* Finding work among the findings of a report, by keys: filters, tags, acts on
 * several at once. */
#include "desk_script.h"

static size_t lines_with(const char *dumps, const char *text)
{
    size_t n = 0;
    for (const char *at = dumps; (at = strstr(at, text)); at += strlen(text))
        n++;
    return n;
}

static void test_filter_by_expression(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gf\no\n&\ntext:rule=T3-*\n<Enter>\ndump\n");
    expect_in(dumps, "shown & rule=T3-*");
    expect_in(dumps, "T3-");
    expect_not_in(dumps, "STR-01");
    free(dumps);
    dumps = run(desk, "gf\no\n&\n<Enter>\ndump\n");
    expect_in(dumps, "STR-01");
    expect_not_in(dumps, "& rule");
    free(dumps);
}

static void test_filter_applies_while_typed_and_goes_with_escape(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gf\no\n&\ntext:规则=T3-*\ndump:typed\n"
                            "text: 级别\ndump:half\n<Esc>\ndump:gone\n");
    expect_in(dumps, "  3 of ");
    char *half = strstr(dumps, "== half"), *gone = strstr(dumps, "== gone");
    expect_in(gone, "STR-01");
    *gone = '\0';
    expect_not_in(half, "STR-01");
    free(dumps);
}

static void test_fault_keeps_the_prompt(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gf\n&\ntext:rule=T3-* sevv=error\n<Enter>\ndump:fault\n"
                            "<BS><BS><BS><BS><BS><BS><BS><BS><BS><BS><BS>\n<Enter>\ndump:mended\n");
    expect_in(dumps, "column 11: there is no field sevv");
    expect_in(dumps, "rule=T3-* sevv=error");
    expect_in(strstr(dumps, "== mended"), "shown & rule=T3-*");
    free(dumps);
}

static void test_status_open_goes_with_the_decision(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    expect_run(desk, "gf\n&\ntext:rule=STR-01 status=open\n<Enter>\nc\ndump\n", "  1 of ");
}

static void test_search_along_while_typed(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gf\no\ngg\n/\ntext:T3-02/open\ndump:typed\n<Esc>\ndump:back\n"
                            "/\ntext:T3-02/open\n<Enter>\ndump:there\n");
    char *back = strstr(dumps, "== back"), *there = strstr(dumps, "== there");
    expect_in(there, " a.txt  4/");
    *there = '\0';
    expect_in(back, " a.txt  1/");
    *back = '\0';
    expect_in(dumps, " a.txt  4/");
    free(dumps);
}

/* What is no field yet hides nothing: the last filter that was one stays. */
static void test_a_field_being_typed_hides_nothing(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gf\no\n&\ntext:sev\ndump:field\ntext:>=\ndump:op\ntext:error\n"
                            "dump:filter\ntext: ru\ndump:next\ntext:x\ndump:word\n");
    expect_in(strstr(dumps, "== word"), "& sev>=error rux");
    *strstr(dumps, "== word") = '\0';
    expect_in(strstr(dumps, "== next"), "& sev>=error ");
    expect_not_in(strstr(dumps, "== next"), "  0 of");
    *strstr(dumps, "== next") = '\0';
    expect_in(strstr(dumps, "== filter"), "shown & sev>=error");
    *strstr(dumps, "== filter") = '\0';
    expect_not_in(dumps, "shown &");
    free(dumps);
}

/* What was given up is not what n repeats. */
static void test_a_search_given_up_is_none(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gd\nn\ndump:none\n/\n<Enter>\ndump:empty\n/\ntext:申请\n<Enter>\n"
                            "/\ntext:ZZZ\n<Esc>\nn\ndump:next\n/\n<Enter>\ndump:again\n");
    expect_in(strstr(dumps, "== again"), "申请  3/");
    *strstr(dumps, "== again") = '\0';
    expect_in(strstr(dumps, "== next"), "申请  2/");
    *strstr(dumps, "== next") = '\0';
    expect_in(strstr(dumps, "== empty"), "Nothing to search for");
    *strstr(dumps, "== empty") = '\0';
    expect_in(dumps, "Nothing to search for");
    free(dumps);
}

/* Once around or more: where the rest of the count ends. */
static void test_huge_counts_of_matches(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gd\n/\ntext:申请\n<Enter>\n4n\ndump:four\ngg\n/\n<Up>\n<Enter>\n"
                            "99999999n\n99999999N\n4n\ndump:round\n"
                            "gf\no\ngg\n/\ntext:T3-02/open\n<Enter>\n99999999n\ndump:list\n");
    char *round = strstr(dumps, "== round"), *list = strstr(dumps, "== list");
    expect_in(list, " a.txt  4/");
    *list = '\0';
    expect_in(round, "申请  5/");
    *round = '\0';
    expect_in(dumps, "申请  5/");
    free(dumps);
}

static void test_tags_and_an_act_on_them(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps =
        run(desk, "gf\no\ngg\nt\n<Insert>\n<Insert>\ndump:two\n;\ndump:on\ns\ndump:asked\n"
                  "<Enter>\ndump:done\nu\ndump:undone\nu\ndump:none\n");
    char *on = strstr(dumps, "== on"), *asked = strstr(dumps, "== asked"),
         *done = strstr(dumps, "== done"), *undone = strstr(dumps, "== undone"),
         *none = strstr(dumps, "== none");
    expect_in(none, "Nothing to undo");
    *none = '\0';
    assert_int_equal(lines_with(undone, "later"), 1); /* the message that names it */
    *undone = '\0';
    expect_in(done, "2 tagged findings: later");
    expect_not_in(done, "tagged 2");
    assert_true(lines_with(done, " later") >= 3);
    *done = '\0';
    expect_in(asked, "2 tagged findings: later. Enter decides them all");
    *asked = '\0';
    expect_in(on, "; on all tagged");
    *on = '\0';
    expect_in(dumps, "tagged 2");
    expect_in(dumps, "E*");
    free(dumps);
}

static void test_escape_decides_none(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    expect_run(desk, "gf\nT\ntext:sev=error\n<Enter>\n;c\n<Esc>\ndump\n", "decided 0/");
    expect_run(desk, "gf\n;c\ndump\n", "Nothing is tagged");
    expect_run(desk, "gf\n;\n<Esc>\nG\nc\ndump\n", "decided 1/"); /* the one under the cursor */
    assert_true(exists(desk->journal));
}

static void test_tag_all_matching_and_untag(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gf\no\nT\ntext:rule=T3-*\n<Enter>\ndump:three\n"
                            "gT\ndump:none\n&\ntext:tag=yes\n<Enter>\ndump:empty\n");
    char *none = strstr(dumps, "== none"), *empty = strstr(dumps, "== empty");
    expect_in(empty, "No finding passes the filter");
    *empty = '\0';
    expect_not_in(none, "tagged 3");
    *none = '\0';
    expect_in(dumps, "tagged 3");
    free(dumps);
}

static void test_tagged_with_a_reason(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gf\nT\ntext:rule=T3-*\n<Enter>\n;\nx\ndump:asked\n"
                            "text:口径不同\n<Enter>\ndump:done\n:\ntext:log\n<Enter>\ndump:log\n");
    expect_in(dumps, "3 tagged findings  Reason for \"not an error\"");
    expect_in(strstr(dumps, "== done"), "3 tagged findings: not an error");
    expect_in(strstr(dumps, "== log"), "口径不同");
    free(dumps);
}

static void test_count_decides_several(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gf\ngg\n3s\ndump:asked\n<Enter>\ndump:done\nG\n.\ndump:again\n");
    expect_in(dumps, "3 findings: later. Enter");
    expect_in(strstr(dumps, "== done"), "3 findings: later");
    free(dumps);
    /* The same once more changes nothing and writes nothing. */
    dumps = run(desk, "gf\ngg\n3s\n<Enter>\nu\ndump:undone\n");
    expect_in(dumps, "undo: a.txt");
    free(dumps);
}

/* What should stand there is proposed as if each were confirmed by itself. */
static void test_bulk_confirming_proposes(void **state)
{
    struct desk *desk = *state;
    desk_set(desk, "open", 0, 9); /* one value to blame */
    desk_write(desk);
    char *dumps = run(desk, "gf\nT\ntext:sev=error\n<Enter>\n;c\n<Enter>\ndump:done\nu\n"
                            "dump:undone\nu\ndump:none\n<C-r>\ndump:redone\n");
    char *undone = strstr(dumps, "== undone"), *none = strstr(dumps, "== none"),
         *redone = strstr(dumps, "== redone");
    expect_not_in(redone, "decided 0/");
    *redone = '\0';
    expect_in(none, "Nothing to undo");
    *none = '\0';
    expect_in(undone, "decided 0/");
    expect_not_in(undone, "other reports");
    free(dumps);
    char *journal = NULL;
    size_t nbytes;
    OK(path_read(desk->journal, LIMIT, "journal", &journal, &nbytes, why));
    expect_in(journal, "\"proposed\":{");
    free(journal);
    expect_run(desk, "gf\n&\ntext:sev=error status=open\n<Enter>\ndump\n", "  0 of ");
    /* In another session, too, it is one act. */
    dumps = run(desk, "&\n<Enter>\nu\ndump:undone\n<C-r>\ndump:redone\n");
    redone = strstr(dumps, "== redone");
    expect_not_in(redone, "decided 0/");
    *redone = '\0';
    expect_in(dumps, "decided 0/");
    free(dumps);
}

static void test_bulk_decision_survives_and_is_undone_as_one(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    free(run(desk, "gf\ngg\n4i\n<Enter>\n"));
    char *dumps = run(desk, "dump:kept\nu\ndump:undone\n<C-r>\ndump:redone\n");
    char *undone = strstr(dumps, "== undone"), *redone = strstr(dumps, "== redone");
    expect_not_in(redone, "decided 0/");
    *redone = '\0';
    expect_in(undone, "decided 0/");
    *undone = '\0';
    expect_not_in(dumps, "decided 0/");
    free(dumps);
}

static void test_notes_are_filtered(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gf\na\ntext:请核对\n<C-s>\nA\ntext:w 措辞含糊\n<Enter>\n<Enter>\n"
                            "gt\na\ntext:与台账不符\n<C-s>\ngn\n&\ntext:cell~T3\n<Enter>\n"
                            "dump:cell\n&\ntext:status=added\n<Enter>\no\ndump:added\n"
                            "&\ntext:rule=STR-* 核对\n<Enter>\n<Enter>\ndump:edit\n");
    expect_in(strstr(dumps, "== edit"), "请核对"); /* the one shown is the one edited */
    expect_in(strstr(dumps, "== edit"), "Note: STR-01");
    *strstr(dumps, "== edit") = '\0';
    expect_in(strstr(dumps, "== added"), "1 of 3 shown & status=added");
    expect_not_in(strstr(dumps, "== added"), "台账");
    *strstr(dumps, "== added") = '\0';
    expect_in(strstr(dumps, "== cell"), "1 of 3 shown & cell~T3");
    free(dumps);
}

static void test_completion_of_filters(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    static const struct {
        const char *keys, *line;
    } cases[] = {
        {"text:ru\n<Tab>\n", " rule="},
        {"text:rule=T3-0\n<Tab>\n<Tab>\n", " rule=T3-01"},
        {"text:sev>=w\n<Tab>\n", " sev>=warning"},
        {"text:级\n<Tab>\n", " 级别="},
        {"text:!(status=cann\n<Tab>\n", " !(status=cannot-tell"},
        {"text:合计 out\n<Tab>\ntext:un\n<Tab>\n", " 合计 outcome=undecided"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char keys[200];
        snprintf(keys, sizeof keys, "gf\n&\n%sdump\n", cases[i].keys);
        expect_run(desk, keys, cases[i].line);
    }
    expect_run(desk, ":\ntext:frequency sev\n<Tab>\ndump\n", "frequency severity");
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
    const struct CMUnitTest tests[] = {
        CASE(test_filter_by_expression),
        CASE(test_filter_applies_while_typed_and_goes_with_escape),
        CASE(test_fault_keeps_the_prompt),
        CASE(test_status_open_goes_with_the_decision),
        CASE(test_search_along_while_typed),
        CASE(test_a_field_being_typed_hides_nothing),
        CASE(test_a_search_given_up_is_none),
        CASE(test_huge_counts_of_matches),
        CASE(test_tags_and_an_act_on_them),
        CASE(test_escape_decides_none),
        CASE(test_tag_all_matching_and_untag),
        CASE(test_tagged_with_a_reason),
        CASE(test_count_decides_several),
        CASE(test_bulk_decision_survives_and_is_undone_as_one),
        CASE(test_completion_of_filters),
        CASE(test_bulk_confirming_proposes),
        CASE(test_notes_are_filtered),
    };
    app_set_locale("C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
