/* What somebody who has never seen the workstation stumbled over. */
#include "app_fixture.h"

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
    expect_run(desk, "/\ntext:T3-01 np\n<Enter>\nc\ndump\n", "with it the other 1 of its cause");
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

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
    const struct CMUnitTest tests[] = {
        CASE(test_an_earlier_review_is_announced), CASE(test_a_cause_says_how_many_it_decides),
        CASE(test_help_gives_the_prompt_back), CASE(test_prompt_left_during_its_help),
        CASE(test_unbound_keys_say_where_they_work), CASE(test_hints_promise_what_works),
        CASE(test_half_pages_in_pop_ups),
    };
    app_set_locale("C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
