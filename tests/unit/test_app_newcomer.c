/* What somebody who has never seen the workstation stumbled over. */
#include "desk_script.h"

static void test_an_earlier_review_is_announced(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    unsetenv("GOUJI_REVIEWER");
    free(run(desk, "c\n:q<Enter>\n"));
    char *dumps = run_as(desk, NULL, false,
                         "dump:opened\ni\n<C-u>\ntext:zhang\n<Enter>\ndump:named\n", 40, 120);
    expect_in(strstr(dumps, "== opened"), "Reviewed by zhang");
    /* The key was pressed before the earlier verdict could be seen: it decides nothing. */
    expect_in(strstr(dumps, "== named"), "Your earlier review is taken up");
    expect_in(strstr(dumps, "== named"), "confirmed");
    expect_not_in(strstr(dumps, "== named"), "cannot tell");
    free(dumps);
}

static void test_a_cause_says_how_many_it_decides(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    expect_run(desk, "/\ntext:T3-01 np\n<Enter>\nc\ndump\n", "and so are 2 more of its cause");
}

static void test_help_gives_the_prompt_back(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "&\ntext:rule=T3\n<F1>\ndump:help\n/\ntext:tag\n<Enter>\nq\ndump:back\n"
                            "text:-01\n<Enter>\ndump:filtered\n");
    expect_in(strstr(dumps, "== help"), "Keys here");
    expect_in(strstr(dumps, "== back"), "rule=T3");
    expect_in(strstr(dumps, "== filtered"), "& rule=T3-01");
    free(dumps);
}

static void test_prompt_left_during_its_help(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    expect_run(desk, "a\ntext:half\n<F1>\ndump\n", "Keys here"); /* the program ends meanwhile */
    expect_run(desk, "a\ndump\n", "half");                       /* the draft was kept */
}

static void test_unbound_keys_say_where_they_work(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    expect_run(desk, "R\ndump\n", "Key R is not bound here; it is in the tables (gt goes there)");
    expect_run(desk, "<C-y>\ndump\n", "Key <C-y> is not bound here; ? is help");
}

static void test_hints_promise_what_works(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "C\ndump:ask\n<Esc>\n:\ndump:command\n");
    char *command = strstr(dumps, "== command");
    expect_in(command, "fill in");
    *command = '\0';
    expect_not_in(dumps, "fill in");
    expect_not_in(dumps, "editor");
    free(dumps);
    expect_run(desk, "&\n<Enter>\ndump\n", "No filter: all findings are listed");
}

static void test_half_pages_in_pop_ups(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "?\n<C-d>\ndump\n<C-u>\ndump:up\n");
    expect_in(strstr(dumps, "== up"), "Keys here");
    expect_not_in(dumps, "not bound");
    free(dumps);
}

/* Not "read as printed" where the reviewer reads otherwise; not "the tables balance"
 * where they do not. */
static void test_the_evidence_is_what_is_there(void **state)
{
    struct desk *desk = *state;
    desk_write(desk);
    char *dumps = run_as(desk, "zhang", false,
                         "gt\n:\ntext:T3.new.np\n<Enter>\nR\n<C-u>\ntext:11\n"
                         "<Enter>\n=\ndump\n",
                         70, 120);
    expect_in(dumps, "算式用到审核人改读的数，请先核对改读");
    expect_not_in(dumps, "按原文逐字读取");
    free(dumps);
    struct script sample = {.path = "data/samples/09-luming-tongjiju-2023.txt",
                            .keys = "gf\ngg\n=\ndump\n",
                            .fresh = true};
    dumps = script_run(desk, &sample);
    expect_in(dumps, "正文和表格都要改动才能相符");
    expect_not_in(dumps, "表内勾稽平衡");
    free(dumps);
}

/* Where nothing was found the footer tells of no decisions. */
static void test_a_sound_report_is_only_to_be_concluded(void **state)
{
    struct desk *desk = *state;
    struct script sample = {
        .path = "data/samples/01-shuanghuai-zhen-2021.txt", .keys = "dump\n", .fresh = true};
    char *dumps = script_run(desk, &sample);
    expect_in(dumps, "No findings: every check that applies holds");
    expect_in(dumps, "C conclude");
    expect_not_in(dumps, "c confirmed");
    free(dumps);
}

/* A sum that the message says is not said twice. */
static void test_a_sum_is_said_once(void **state)
{
    static const char said[] = "9 + 4 = 13 ≠ 14";
    struct desk *desk = *state;
    desk->prose = "全年共收到政府信息公开申请14件，其中网络申请9件、信件申请4件。";
    desk_write(desk);
    char *dumps = run(desk, "gf\n/\ntext:PA-01\n<Enter>\n=\ndump\n");
    char *first = strstr(dumps, ">The sum");
    expect_in(first, said);
    expect_not_in(strstr(first, said) + 1, said);
    free(dumps);
}

/* A reader in a pop-up is told how to leave it; the key that opened it and those of
 * every other list leave it, and its text can be taken along. */
static void test_pop_ups_are_left_and_copied(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    expect_run(desk, "gf\n=\nc\ndump\n", "Key c is not bound here; q closes this");
    char *dumps = run(desk, "gf\ngg\n=\n<Enter>\ndump\n");
    expect_not_in(dumps, ">The sum");
    free(dumps);
    dumps = run(desk, "gf\nC\n3\n<Enter>\n:\ntext:opinion\n<Enter>\ndump\ny\n");
    expect_in(dumps, ">The opinion ");
    expect_in(strstr(dumps, "== copied"), "审核结论：退回修改");
    free(dumps);
}

/* The line above the rows names the table they are of, the first time they are drawn. */
static void test_titles_are_of_what_is_shown(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run_as(desk, "zhang", false,
                         "gt\n:\ntext:T2\n<Enter>\n:\ntext:T3.total.np\n<Enter>\ndump\n", 24, 80);
    expect_in(dumps, ">tables T3 ");
    free(dumps);
}

/* 0 corrected by typing 8 is 8, not 08; a motion keeps what stood there. */
static void test_what_is_offered_gives_way(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    expect_run(desk, "gt\n:\ntext:T3.open.np\n<Enter>\nR\ntext:8\ndump\n", "\n 8\n");
    expect_run(desk, "gt\n:\ntext:T3.new.np\n<Enter>\nR\n<Home>\ntext:2\ndump\n", "\n 210\n");
    expect_run(desk, "gt\n:\ntext:T3.new.np\n<Enter>\nR\n<BS>\ntext:2\ndump\n", "\n 12\n");
    expect_run(desk, "gt\n:\ntext:T3.new.np\n<Enter>\nR\npaste:7\ndump\n", "\n 7\n");
    char *dumps = run_as(desk, "", false, "gf\nc\ntext:wang\n<Enter>\ndump\n", 40, 120);
    expect_in(dumps, " wang ");
    free(dumps);
}

/* In a narrow window the keys that lead on and out stay in the footer. */
static void test_footers_lead_out(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run_as(desk, "zhang", false, "q\ndump:queue\n<Enter>\ngt\n=\ndump:sum\n", 24, 80);
    expect_in(strstr(dumps, "== sum"), "q close");
    *strstr(dumps, "== sum") = '\0';
    expect_in(dumps, "? help  q quit");
    free(dumps);
    dumps = run_as(desk, "zhang", false, "gt\n=\ndump\n'\ndump:mark\n", 12, 40);
    expect_in(dumps, "q close");
    expect_not_in(dumps, "goto-mark");
    free(dumps);
}

/* The explanations that the sums list are gone through there. */
static void test_explanations_from_the_sums(void **state)
{
    struct desk *desk = *state;
    struct script sample = {.path = "data/samples/09-luming-tongjiju-2023.txt",
                            .keys = "gf\ngg\n=\ndump:first\n+\ndump:second\nq\n?\n+\ndump:help\n",
                            .fresh = true};
    char *dumps = script_run(desk, &sample), *second = strstr(dumps, "== second");
    char *help = strstr(dumps, "== help");
    expect_in(help, "No explanation is known");
    *help = '\0';
    expect_in(second, ">The sum");
    expect_in(second, "> 2. ");
    *second = '\0';
    expect_in(dumps, "> 1. ");
    free(dumps);
}

/* A problem on a row that the report lacks keeps its place, said in the list. */
static void test_problem_on_what_is_missing(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    expect_run(desk,
               ":\ntext:T4.review.upheld\n<Enter>\nA\ntext:漏表\n<Enter>\n<Enter>\ngf\nG\ndump\n",
               "E * 表四 行政复议");
    char *dumps = run(desk, "gn\ndump\n");
    expect_in(dumps, "1/1");
    expect_not_in(dumps, "not found again");
    free(dumps);
}

/* '' leads back into the report from the queue; marks are of a report. */
static void test_previous_place_from_the_queue(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gd\n12G\ngl\n''\ndump:back\ngl\n'a\ndump:mark\n");
    char *mark = strstr(dumps, "== mark");
    expect_in(mark, "Mark a is not set");
    *mark = '\0';
    expect_in(dumps, "a.txt  12/");
    free(dumps);
}

static void test_nothing_chosen_changes_nothing(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "q\ngr\n<Enter>\ndump\n");
    expect_not_in(dumps, "none of these");
    expect_not_in(dumps, "Group by");
    free(dumps);
}

static void test_enter_in_the_notes_is_called_edit(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    expect_run(desk, "gn\ndump\n", "<Enter> edit");
}

/* A mark leads into the pane that shows its place, from the findings to the finding. */
static void test_marks_lead_where_they_were_set(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gf\nG\nma\ndump:nowhere\n/"
                            "\ntext:STR-08\n<Enter>\nma\ngg\n'a\ndump:finding\ngn\n'a\ndump:notes\n"
                            "gd\n3G\nmb\nG\ngf\n'b\ndump:text\n");
    char *finding = strstr(dumps, "== finding"), *notes = strstr(dumps, "== notes");
    char *text = strstr(dumps, "== text");
    expect_in(text, ">text");
    expect_in(text, " 3/");
    *text = '\0';
    expect_not_in(notes, ">notes");
    *notes = '\0';
    expect_in(finding, ">findings");
    expect_in(finding, "a.txt  14/19");
    *finding = '\0';
    expect_in(dumps, "No place in the report to mark here");
    free(dumps);
}

static void test_pasted_words_are_searched_along(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gd\n/\npaste:公开\ndump\n");
    expect_in(dumps, "公开\n");
    expect_not_in(dumps, " 0/0 ");
    free(dumps);
}

static void test_searches_are_shown_while_typed_in_tables(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gt\n1G\n/\ntext:T3.denied\ndump:typed\n<Esc>\ndump:back\n");
    char *back = strstr(dumps, "== back");
    expect_not_in(back, "T3.denied");
    *back = '\0';
    expect_in(dumps, " 1/8 ");
    expect_in(dumps, "= 0  =T3-02");
    free(dumps);
}

static void test_searches_are_shown_while_typed_in_help(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    expect_run(desk, "?\n/\ntext:next match\ndump\n", " 1/1 ");
    expect_run(desk, "go\n/\ntext:no such words\ndump\n", " 0/0 ");
}

static void test_a_number_before_a_command(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    expect_run(desk, "gf\n:\ntext:2 later\n<Enter>\ndump\n", ": later");
    expect_run(desk, "gf\n:\ntext:goto Ｔ４\n<Enter>\ndump\n", ">tables");
}

static void test_file_names_begin_at_home(void **state)
{
    struct desk *desk = *state;
    char *home = strdup(getenv("HOME") ? getenv("HOME") : "/"), *made = NULL;
    write_unbalanced(desk);
    setenv("HOME", desk->dir, 1);
    char *dumps = run(desk, ":\ntext:opinion ~/o.md\n<Enter>\n:\ntext:opinion ~/o.\n<Tab>\ndump\n");
    setenv("HOME", home, 1);
    made = path_join(desk->dir, "o.md");
    assert_true(exists(made));
    expect_in(dumps, "opinion ~/o.md");
    free(made);
    free(home);
    free(dumps);
}

static void test_read_only_shows_in_the_queue(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run_as(desk, "zhang", true, "gl\ndump\n", 24, 80);
    expect_in(dumps, "READ ONLY");
    free(dumps);
}

/* Whose review the queue tells of: of a report that only a colleague has worked on, the
 * colleague's, also after a look at it. */
static void test_queue_says_whose_review_it_tells(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    free(run(desk, "gf\nc\n"));
    char *dumps = script_run(desk, &(struct script){.path = desk->dir,
                                                    .reviewer = "li",
                                                    .fresh = true,
                                                    .keys = "/\ntext:a.txt\n<Enter>\ndump:queue\n"
                                                            "<Enter>\ngl\ndump:again\n"});
    char *again = strstr(dumps, "== again");
    expect_in(again, "reviewed by zhang");
    expect_in(again, "1/15");
    *again = '\0';
    expect_in(dumps, "reviewed by zhang");
    free(dumps);
    dumps = run(desk, "gl\ndump\n");
    expect_not_in(dumps, "reviewed by");
    free(dumps);
}

static void test_narrow_queues_name_the_organ(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run_as(desk, "zhang", false, "gl\ndump\n", 10, 40);
    expect_in(dumps, "甲乙县丙丁局");
    expect_in(dumps, "2023");
    free(dumps);
}

static void test_headings_of_groups_have_no_number(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gl\ngr\ntext:year\n<Enter>\n<Enter>\ndump\n");
    expect_in(dumps, "+ 2023");
    expect_not_in(dumps, " 0/0  ");
    free(dumps);
}

/* One that is offered anyway. */
static void test_a_reason_stands_once(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps =
        script_run(desk, &(struct script){.keys = "gf\ne\ndump\n",
                                          .config = "reason explained 已在正文中说明原因\n"});
    char *first = strstr(dumps, "已在正文中说明原因");
    assert_non_null(first);
    assert_null(strstr(first + 1, "已在正文中说明原因"));
    free(dumps);
}

static void test_percent_in_every_pane(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    char *dumps = run(desk, "gt\n100%\ndump\ngo\n50%\ndump\n");
    expect_not_in(dumps, "not bound");
    expect_in(dumps, "T4.after.");
    free(dumps);
}

static void test_nothing_to_repeat_asks_no_name(void **state)
{
    struct desk *desk = *state;
    write_unbalanced(desk);
    unsetenv("GOUJI_REVIEWER");
    char *dumps = run_as(desk, NULL, false, "gf\n.\ndump\n", 24, 80);
    expect_in(dumps, "Nothing was decided yet");
    free(dumps);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
    const struct CMUnitTest tests[] = {
        CASE(test_an_earlier_review_is_announced),
        CASE(test_a_sound_report_is_only_to_be_concluded),
        CASE(test_a_cause_says_how_many_it_decides),
        CASE(test_help_gives_the_prompt_back),
        CASE(test_prompt_left_during_its_help),
        CASE(test_unbound_keys_say_where_they_work),
        CASE(test_hints_promise_what_works),
        CASE(test_half_pages_in_pop_ups),
        CASE(test_pop_ups_are_left_and_copied),
        CASE(test_titles_are_of_what_is_shown),
        CASE(test_what_is_offered_gives_way),
        CASE(test_nothing_chosen_changes_nothing),
        CASE(test_footers_lead_out),
        CASE(test_previous_place_from_the_queue),
        CASE(test_problem_on_what_is_missing),
        CASE(test_explanations_from_the_sums),
        CASE(test_enter_in_the_notes_is_called_edit),
        CASE(test_the_evidence_is_what_is_there),
        CASE(test_a_sum_is_said_once),
        CASE(test_marks_lead_where_they_were_set),
        CASE(test_pasted_words_are_searched_along),
        CASE(test_searches_are_shown_while_typed_in_tables),
        CASE(test_searches_are_shown_while_typed_in_help),
        CASE(test_a_number_before_a_command),
        CASE(test_file_names_begin_at_home),
        CASE(test_read_only_shows_in_the_queue),
        CASE(test_queue_says_whose_review_it_tells),
        CASE(test_narrow_queues_name_the_organ),
        CASE(test_headings_of_groups_have_no_number),
        CASE(test_a_reason_stands_once),
        CASE(test_percent_in_every_pane),
        CASE(test_nothing_to_repeat_asks_no_name),
    };
    app_set_locale("C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
