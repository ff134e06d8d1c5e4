/* The culprit on the screen: named beside its findings, gone through with + and
 * -, accepted with the verdict. */
#include "review_fixture.h"

#include <locale.h>

#include "gouji/app/app.h"
#include "gouji/base/str.h"

static char *run(struct desk *desk, const char *keys)
{
    const char *paths[] = {desk->report_path};
    char *config = path_join(desk->dir, "config");
    desk_spill(config, "", 0);
    struct app_options options = {.paths = paths,
                                  .npaths = 1,
                                  .reviewer = "zhang",
                                  .tool_version = "0.1.0",
                                  .build = "git:test",
                                  .config = config,
                                  .rows = 50,
                                  .cols = 160,
                                  .lang = LANG_ZH};
    struct err err = {0};
    struct str dumps = STR_INIT;
    desk_write(desk);
    if (app_run_script(&options, slice_of(keys), &dumps, &err) != 0)
        fail_msg("%s", err.text);
    free(config);
    char *text = str_detach(&dumps);
    return text ? text : strdup("");
}

static void expect(const char *text, const char *wanted, bool is_there)
{
    if ((strstr(text, wanted) != NULL) != is_there)
        fail_msg("%s: %s\n%s", is_there ? "missing" : "not wanted", wanted, text);
}

static void expect_journal(const struct desk *desk, const char *wanted, bool is_there)
{
    size_t nbytes;
    char *journal = desk_slurp(desk->journal, &nbytes);
    expect(journal, wanted, is_there);
    free(journal);
}

#define TO_T3 "gf\n/\ntext:T3-\n<Enter>\n"

static void the_only_explanation_is_proposed(void **state)
{
    struct desk *desk = *state;
    desk_set(desk, "open", 0, 16);
    char *dumps = run(desk, TO_T3 "dump\nc\ndump:done\n");
    expect(dumps, "16 应为 10，唯一解释", true);
    free(dumps);
    expect_journal(desk, "\"culprit\":[\"T3.open.np\"]", true);
    expect_journal(desk, "\"proposed\":{\"T3.open.np\":10}", true);
}

/* Two values of one column exchanged: other columns explain it as well. */
static void of_several_one_is_chosen(void **state)
{
    struct desk *desk = *state;
    desk_set(desk, "open", 0, 0);
    desk_set(desk, "partial", 0, 10);
    char *dumps = run(desk, TO_T3 "dump\nc\nu\n=\ndump:sum\n<Esc>\n+\ndump:next\n-\nc\n");
    expect(dumps, "两数互换", true);
    expect(dumps, "种解释", true);
    expect(dumps, "> 1. ", true);
    free(dumps);
    expect_journal(desk, "\"proposed\":{\"T3.open.np\":10,\"T3.partial.np\":0}", true);
}

static void without_a_choice_nothing_is_proposed(void **state)
{
    struct desk *desk = *state;
    desk_set(desk, "open", 0, 0);
    desk_set(desk, "partial", 0, 10);
    free(run(desk, TO_T3 "c\n"));
    expect_journal(desk, "\"verdict\":\"confirmed\"", true);
    expect_journal(desk, "proposed", false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_only_explanation_is_proposed, desk_set_up,
                                        desk_tear_down),
        cmocka_unit_test_setup_teardown(of_several_one_is_chosen, desk_set_up, desk_tear_down),
        cmocka_unit_test_setup_teardown(without_a_choice_nothing_is_proposed, desk_set_up,
                                        desk_tear_down),
    };
    setenv("GOUJI_DATA", "data", 1);
    setenv("TZ", "UTC", 1);
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
