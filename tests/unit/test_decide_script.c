/* Deciding and writing, by keys: templates, completion, quotes, the log, undo that
 * says what it undid. */
#include "folder_fixture.h"

static void test_templates_are_offered(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    struct script script = {.config = "template 请核对{place}：“{quote}”\\n完\ntemplate 无关\n",
                            .keys = "gf\ngg\n}\na\ntext:请核\n<C-n>\n<C-n>\ndump:offered\n"
                                    "<C-s>\ngn\ndump:kept\n"};
    char *dumps = script_run(desk, &script);
    expect_in(strstr(dumps, "== kept"), "请核对表三（七） 自然人");
    *strstr(dumps, "== kept") = '\0';
    expect_in(dumps, "请核对表三（七） 自然人");
    expect_not_in(dumps, "无关");
    free(dumps);
}

/* Of what the whole report lacks neither a place nor words are known. */
static void test_templates_keep_what_cannot_be_filled(void **state)
{
    struct desk *desk = *state;
    desk_write(desk);
    struct script script = {.config = "template 请核对{place}，原文为“{quote}”。\n",
                            .keys = "gf\n/\ntext:DOC-12\n<Enter>\na\ntext:请核\n<C-n>\ndump\n"};
    char *dumps = script_run(desk, &script);
    expect_in(dumps, "请核对{place}，原文为“{quote}”。");
    expect_in(dumps, "Nothing is known for what stands in braces");
    free(dumps);
}

static void test_completion_from_earlier_notes(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    free(run(desk, "gf\ngg\na\ntext:与局办公室电话核实\n<C-s>\n"));
    /* In another session, on the second line of another note. */
    char *dumps = run(desk, "gf\nG\na\ntext:第一行\n<Enter>\ntext:与局\n<C-n>\n<C-s>\ngn\ndump\n");
    expect_in(dumps, "第一行 与局办公室电话核实");
    free(dumps);
}

static void test_completion_of_reasons(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    struct script script = {.config = "reason misread 数字错了行\n",
                            .keys = "gf\nr\ntext:数字\n<Tab>\n<Enter>\ndump\n"};
    char *dumps = script_run(desk, &script);
    expect_in(dumps, "misread");
    free(dumps);
    expect_run(desk, "gf\n:\ntext:log\n<Enter>\ndump\n", "数字错了行");
    expect_run(desk, "gf\n}\nr\n<Up>\ndump\n", "数字错了行"); /* the history */
}

static void test_quoting_the_evidence(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    expect_run(desk, "gt\na\ntext:原文：\n<C-x><C-q>\n<C-s>\ngn\ndump\n", "原文：10");
    expect_run(desk, "gd\n3G\na\n<C-x><C-q>\ndump\n", "认真开展各项工作");
    expect_run(desk, "gf\n:\ntext:annotate 好\n<Enter>\n&\n<C-x><C-q>\ndump\n", "nothing to quote");
}

static void test_help_lists_the_editing_keys(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    expect_run(desk, "gf\na\n<F1>\ndump\n", "  <C-w>  ");
    expect_run(desk, "gf\na\n<F1>\ndump\n", "<C-a> <Home>");
    struct script bound = {.config = "bind editor <C-w> accept\n", .keys = "gf\na\n<F1>\ndump\n"};
    char *dumps = script_run(desk, &bound);
    expect_not_in(dumps, "cut the word");
    free(dumps);
}

static void test_template_faults(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    struct str config = STR_INIT;
    for (int i = 0; i < 70; i++)
        str_format(&config, "template 之%d\n", i);
    struct script script = {.config = str_text(&config),
                            .keys = ":\ntext:messages\n<Enter>\ndump\n"};
    char *dumps = script_run(desk, &script);
    expect_in(dumps, "More than 64 templates");
    free(dumps);
    str_release(&config);
}

/* ---- undo ---- */

static void test_undo_says_what_it_undid(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps =
        run(desk, "gf\ngg\n}\n}\n}\nx\ntext:口径\n<Enter>\nu\ndump:undone\n<C-r>\ndump:redone\n"
                  "gn\ngd\na\ntext:看\n<C-s>\nu\ndump:note\n");
    expect_in(strstr(dumps, "== note"), "undo: a.txt: note: 看");
    *strstr(dumps, "== note") = '\0';
    expect_in(strstr(dumps, "== redone"), "open → not an error");
    *strstr(dumps, "== redone") = '\0';
    expect_in(dumps, "undo: a.txt: T3-02 total: not an error → open");
    free(dumps);
}

/* Act and undo count the same findings. */
static void test_undo_counts_as_the_act_did(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gf\ngg\n3s\n<Enter>\ndump:done\nu\ndump:undone\n"
                            "T\n<Enter>\n;c\n<Enter>\ndump:all\nu\ndump:none\n");
    char *done = strstr(dumps, "with those of their causes ");
    char *undone = strstr(dumps, "later → open, ");
    char *all = strstr(dumps, "== all"), *none = strstr(dumps, "== none");
    assert_non_null(done);
    assert_non_null(undone);
    size_t n = (size_t)atoi(done + strlen("with those of their causes "));
    assert_true(n > 3);
    assert_int_equal(atoi(undone + strlen("later → open, ")), n);
    char *act = strstr(all, "with those of their causes "),
         *back = strstr(none, "confirmed → open, ");
    assert_non_null(back);
    assert_int_equal(atoi(back + strlen("confirmed → open, ")),
                     atoi(act ? act + strlen("with those of their causes ")
                              : strstr(all, " tagged findings") - 2));
    free(dumps);
}

static void test_undo_across_reports_tells_where(void **state)
{
    struct desk *desk = *state;
    folder_make(desk);
    char *dumps =
        run_folder(desk, "<Enter>\ngf\ns\n>\ngf\ns\nq\nu\ndump:one\nu\ndump:two\nu\ndump:none\n");
    expect_in(strstr(dumps, "== none"), "Nothing to undo");
    *strstr(dumps, "== none") = '\0';
    expect_in(dumps, "undo: a2021.txt: ");
    expect_in(dumps, "undo: a2022.txt: ");
    free(dumps);
}

/* The journal's times are those of one second. */
static void test_undo_across_reports_goes_back_in_order(void **state)
{
    struct desk *desk = *state;
    folder_make(desk);
    char *dumps = run_folder(desk, "<Enter>\ngf\ns\n>\ngf\ns\n>\nu\ndump:one\nu\ndump:two\n"
                                   "<C-r>\ndump:again\n");
    expect_in(strstr(dumps, "== again"), "redo: a2021.txt: ");
    *strstr(dumps, "== again") = '\0';
    expect_in(strstr(dumps, "== two"), "undo: a2021.txt: ");
    *strstr(dumps, "== two") = '\0';
    expect_in(dumps, "undo: a2022.txt: ");
    free(dumps);
}

static void test_huge_counts_end_where_there_is_no_more(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gf\nc\n99999999u\ndump:undone\n99999999<C-r>\ndump:redone\n"
                            "99999999}\n99999999)\ngt\n99999999]t\n99999999[t\ngd\n99999999]p\n"
                            "99999999]]\ndump\n");
    expect_in(strstr(dumps, "== redone"), "Nothing to redo");
    expect_in(strstr(dumps, "== redone"), "decided 1/");
    *strstr(dumps, "== redone") = '\0';
    expect_in(dumps, "Nothing to undo");
    expect_in(dumps, "decided 0/");
    free(dumps);
}

/* The list of notes has the keys of the findings but for the verdicts. */
static void test_notes_have_the_keys_of_the_findings(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gf\n/\ntext:T3-02/open\n<Enter>\na\ntext:看\n<C-s>\ngt\n"
                            ":\ntext:T3.new.np\n<Enter>\na\ntext:核\n<C-s>\n"
                            "gn\ngg\n=\ndump:sum\nq\nE\ndump:rule\nq\nt\ndump:tagged\n"
                            "G\n=\ndump:cell\nq\nt\ndump:none\nA\ndump:add\n<Esc>\n"
                            "T\ntext:sev=error\n<Enter>\ndump:all\nc\ndump:verdict\nC\ndump:end\n");
    static const struct {
        const char *dump, *text;
    } cases[] = {{"== end", "Conclude: a digit"},
                 {"== verdict", "Key c is not bound here; it is in the findings"},
                 {"== all", "tagged; \";\" acts"},
                 {"== add", "Problem: "},
                 {"== none", "This is about no finding"},
                 {"== cell", "T3-01 np"},
                 {"== tagged", "1 tagged"},
                 {"== rule", "T3-02"},
                 {"== sum", "T3-02 open"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *part = strstr(dumps, cases[i].dump);
        expect_in(part, cases[i].text);
        *part = '\0';
    }
    free(dumps);
}

/* ---- acts on tagged reports ---- */

static void test_note_on_tagged_reports_is_one_act(void **state)
{
    struct desk *desk = *state;
    folder_make(desk);
    char *dumps =
        run_folder(desk, "T\ntext:year=2023\n<Enter>\n;\na\ndump:asked\ntext:请盖章\n<C-s>\n"
                         "dump:done\nu\ndump:undone\n<C-r>\ndump:redone\n");
    expect_in(strstr(dumps, "== redone"), ", and in 1 other reports");
    expect_in(strstr(dumps, "== redone"), "2 in review");
    *strstr(dumps, "== redone") = '\0';
    expect_in(strstr(dumps, "== undone"), "undo: ");
    expect_in(strstr(dumps, "== undone"), ", and in 1 other reports");
    *strstr(dumps, "== undone") = '\0';
    expect_in(strstr(dumps, "== done"), "Noted in 2 reports");
    expect_in(dumps, "Note on 2 tagged reports");
    free(dumps);
    dumps = run_folder(desk, "&\ntext:b2023\n<Enter>\n<Enter>\ngn\ndump\n");
    expect_in(dumps, "请盖章");
    free(dumps);
}

static void test_what_is_not_done_on_tagged(void **state)
{
    struct desk *desk = *state;
    folder_make(desk);
    char *dumps = run_folder(desk, "2t\n;<Enter>\ndump:shown\n");
    expect_in(dumps, "shown & tag=yes");
    free(dumps);
    dumps = run_folder(desk, "<Enter>\ngf\nt\n;\na\ndump\n");
    expect_in(dumps, ":annotate is done one by one");
    free(dumps);
}

/* ---- the log ---- */

static void test_log_leads_to_the_finding(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gf\ngg\n}\n}\n}\ns\nu\n:\ntext:log\n<Enter>\ndump:log\n"
                            "<Enter>\ndump:there\n");
    expect_in(strstr(dumps, "== there"), ">findings");
    *strstr(dumps, "== there") = '\0';
    expect_in(dumps, "later T3-02/total (undone)");
    expect_in(dumps, "undone: later T3-02/total");
    free(dumps);
}

/* ---- what outlives the session ---- */

static void test_filter_and_order_come_back(void **state)
{
    struct desk *desk = *state;
    folder_make(desk);
    struct script set = {.path = desk->dir,
                         .keys = "&\ntext:year>2021\n<Enter>\n:\ntext:sort -year\n<Enter>\n"
                                 ":\ntext:group agency\n<Enter>\n"};
    struct script again = {.path = desk->dir, .keys = "dump\n"};
    free(script_run(desk, &set));
    char *dumps = script_run(desk, &again);
    expect_in(dumps, "shown & year>2021");
    expect_in(dumps, "year^");
    expect_in(dumps, "- 甲乙县丙丁局  2 reports");
    free(dumps);
    /* What was folded away stays so, and can be unfolded. */
    struct script fold = {.path = desk->dir, .keys = "gg\n<Enter>\ndump\n"};
    dumps = script_run(desk, &fold);
    expect_in(dumps, "+ 甲乙县丙丁局  2 reports");
    free(dumps);
    dumps = script_run(desk, &again);
    expect_in(dumps, "+ 甲乙县丙丁局  2 reports");
    free(dumps);
    free(script_run(desk, &fold));
    dumps = script_run(desk, &again);
    expect_in(dumps, "- 甲乙县丙丁局  2 reports");
    free(dumps);
    struct script fresh = {.path = desk->dir, .keys = "dump\n", .fresh = true};
    dumps = script_run(desk, &fresh);
    expect_not_in(dumps, "& year");
    free(dumps);
    /* Tags end with the session, and a filter by them. */
    struct script tagged = {.path = desk->dir, .keys = "t\n;<Enter>\n"};
    free(script_run(desk, &tagged));
    dumps = script_run(desk, &again);
    expect_not_in(dumps, "& tag");
    free(dumps);
}

static void test_hidden_finding_is_not_decided(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    expect_run(desk, "gf\n&\ntext:status=confirmed\n<Enter>\nc\ndump\n",
               "The filter hides this finding");
    expect_run(desk, "dump\n", "  0 of ");
    expect_run(desk, "dump\n", "decided 0/");
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
    const struct CMUnitTest tests[] = {
        CASE(test_templates_are_offered),
        CASE(test_templates_keep_what_cannot_be_filled),
        CASE(test_completion_from_earlier_notes),
        CASE(test_completion_of_reasons),
        CASE(test_quoting_the_evidence),
        CASE(test_help_lists_the_editing_keys),
        CASE(test_template_faults),
        CASE(test_undo_says_what_it_undid),
        CASE(test_undo_counts_as_the_act_did),
        CASE(test_undo_across_reports_tells_where),
        CASE(test_notes_have_the_keys_of_the_findings),
        CASE(test_undo_across_reports_goes_back_in_order),
        CASE(test_huge_counts_end_where_there_is_no_more),
        CASE(test_note_on_tagged_reports_is_one_act),
        CASE(test_what_is_not_done_on_tagged),
        CASE(test_log_leads_to_the_finding),
        CASE(test_filter_and_order_come_back),
        CASE(test_hidden_finding_is_not_decided),
    };
    app_set_locale("C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
