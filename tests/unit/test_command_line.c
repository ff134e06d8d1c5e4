/* Help, the command line, its completion, and the footer, on a screen in
 * memory. */
#include "review_fixture.h"

#include <locale.h>

#include "gouji/app/app.h"
#include "gouji/base/str.h"
#include "gouji/ui/action.h"

static char *run_sized(struct desk *desk, const char *keys, int rows, int cols)
{
    const char *paths[] = {desk->report_path};
    char *config = path_join(desk->dir, "config");
    if (access(config, F_OK) != 0)
        desk_spill(config, "", 0);
    struct app_options options = {.paths = paths,
                                  .npaths = 1,
                                  .reviewer = "zhang",
                                  .tool_version = "0.1.0",
                                  .build = "git:test",
                                  .config = config,
                                  .rows = rows,
                                  .cols = cols};
    struct err err = {0};
    struct str dumps = STR_INIT;
    if (app_run_script(&options, slice_of(keys), &dumps, &err) != 0)
        fail_msg("%s", err.text);
    free(config);
    char *text = str_detach(&dumps);
    return text ? text : strdup("");
}

static void expect(struct desk *desk, const char *keys, const char *text)
{
    char *dumps = run_sized(desk, keys, 24, 80);
    if (!strstr(dumps, text))
        fail_msg("not on the screen: %s\n%s", text, dumps);
    free(dumps);
}

static void expect_not(struct desk *desk, const char *keys, const char *text)
{
    char *dumps = run_sized(desk, keys, 24, 80);
    if (strstr(dumps, text))
        fail_msg("on the screen: %s\n%s", text, dumps);
    free(dumps);
}

static void set_up_config(struct desk *desk, const char *text)
{
    char *config = path_join(desk->dir, "config");
    desk_spill(config, text, strlen(text));
    free(config);
}

/* ---- help ---- */

static void test_help_is_of_the_place_first(void **state)
{
    struct desk *desk = *state;
    desk_write(desk);
    static const struct {
        const char *keys, *first;
    } cases[] = {
        {"gt\n?\ndump\n", "Keys here: tables"},      {"gd\n？\ndump\n", "Keys here: text"},
        {"gf\n<F1>\ndump\n", "Keys here: findings"}, {"q\n?\ndump\n", "Keys here: queue"},
        {":\n<F1>\ndump\n", "Keys here: prompt"},    {"gt\n?\ndump\n", "\n Moving"},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        expect(desk, cases[i].keys, cases[i].first);
}

static void test_help_shows_live_bindings(void **state)
{
    struct desk *desk = *state;
    desk_write(desk);
    set_up_config(desk, "bind findings W confirmed\nunbind findings c\n");
    expect(desk, "gf\n:\ntext:help confirmed\n<Enter>\ndump\n", "<F2> W              :confirmed");
    set_up_config(desk, "");
}

static void test_help_is_searched(void **state)
{
    struct desk *desk = *state;
    desk_write(desk);
    expect_not(desk, "gf\n?\ndump\n", ":suspend");
    expect(desk, "gf\n?\n/\ntext:suspend\n<Enter>\ndump\n", ":suspend");
    expect(desk, "gf\n:\ntext:help reopen\n<Enter>\ndump\n", ":reopen");
    expect(desk, "gf\n?\n/\ntext:no such words\n<Enter>\ndump\n", "Not found: no such words");
    expect_not(desk, "gf\n?\nq\ndump\n", "Keys here");
    expect(desk, "gf\n?\n/\ntext:mouse\n<Enter>\ndump\n", "dragging with Shift");
}

/* Every command can be found in the help, keys or none. */
static void test_help_holds_every_action(void **state)
{
    struct desk *desk = *state;
    desk_write(desk);
    char *dumps = run_sized(desk, "?\ndump\n", 900, 120);
    for (int i = 0; i < ACTION_TOTAL; i++) {
        struct str name = STR_INIT;
        str_format(&name, ":%s ", action_entry((enum action)i)->name);
        if (!strstr(dumps, str_text(&name)))
            fail_msg("not in the help: %s", str_text(&name));
        str_release(&name);
    }
    free(dumps);
}

/* ---- keys told one by one ---- */

static void test_describes_keys(void **state)
{
    struct desk *desk = *state;
    desk_write(desk);
    static const struct {
        const char *keys, *said;
    } cases[] = {
        {"gf\n:\ntext:describe-key gt\n<Enter>\ndump\n", "gt  :go-tables  to the tables"},
        {"gf\n:\ntext:describe-key\n<Enter>\ndump\n", "Press the key"},
        {"gf\n:\ntext:describe-key\n<Enter>\ng\nt\ndump\n", "gt  :go-tables  to the tables"},
        {"gf\n:\ntext:describe-key\n<Enter>\n<F2>\ndump\n", "<F2>  :confirmed"},
        {"gf\n:\ntext:describe-key\n<Enter>\nZ\ndump\n", "Z is not bound here"},
        {"gf\n:\ntext:describe-key\n<Enter>\nR\ndump\n", "it is in the tables (gt goes there)"},
        {"gf\n:\ntext:ｄｅｓｃｒｉｂｅ－ｋｅｙ　gt\n<Enter>\ndump\n",
         "gt  :go-tables  to the tables"},
        {"gf\n：\ntext:　describe-key　\n<Enter>\ndump\n", "Press the key"},
        {"gf\n:\ntext:describe-key g\n<Enter>\ndump\n", "g begins longer keys"},
        {"gf\n:\ntext:describe-key <F99>\n<Enter>\ndump\n", "No key is called <F99>"},
        {"gf\nZ\ndump\n", "Key Z is not bound here; ? is help"},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        expect(desk, cases[i].keys, cases[i].said);
    assert_int_not_equal(access(desk->journal, F_OK), 0); /* described, not done */
}

static void test_which_key_waits(void **state)
{
    struct desk *desk = *state;
    desk_write(desk);
    expect_not(desk, "g\ndump\n", "to the tables");
    expect(desk, "g\nwait\ndump\n", "gt to the tables");
    expect_not(desk, "g\n<C-g>\ndump\n", "is not bound here"); /* cancelled */
    expect(desk, "g\nZ\ndump\n", "Key gZ is not bound here");
    expect(desk, "]\nwait\ndump\n", "]t next table");
    expect(desk, "gd\n2G\nma\n'\nwait\ndump\n", "\n a line 2\n");
    expect_not(desk, "gd\n2G\nma\n'\nwait\na\ndump\n", "\n a line 2\n");
}

/* ---- completion ---- */

static void test_completes(void **state)
{
    struct desk *desk = *state;
    desk_write(desk);
    static const struct {
        const char *typed, *line;
    } cases[] = {
        {"text:maxi\n<Tab>\n", " maximise "},
        {"text:search-\n<Tab>\n", " search-"},
        {"text:set foo\n<Tab>\n", " set footer="},
        {"text:set footer=of\n<Tab>\n", " set footer=off"},
        {"text:set layout=\n<Tab>\n<Tab>\n", " set layout=auto"},
        {"text:set layout=\n<Tab>\n<Tab>\n<Tab>\n", " set layout=side"},
        {"text:set mouse=\n<Tab>\n<Tab>\n<Tab>\n", " set mouse=on"},
        {"text:set mouse=\n<Tab>\n<Tab>\n<Tab>\n<Tab>\n", " set mouse=off"},
        {"text:theme deu\n<Tab>\n", " theme deutan"},
        {"text:set theme=mo\n<Tab>\n", " set theme=mono"},
        {"text:layout st\n<Tab>\n", " layout stacked"},
        {"text:conclude passed-\n<Tab>\n", " conclude passed-with-notes"},
        {"text:sort err\n<Tab>\n", " sort errors"},
        {"text:group ag\n<Tab>\n", " group agency"},
        {"text:goto T3.denied_2.s\n<Tab>\n", " goto T3.denied_2.sp"},
        {"text:help under\n<Tab>\n", " help under"},
        {"text:opinion tests/unit/review_f\n<Tab>\n", " opinion tests/unit/review_fixture.h"},
        {"text:opinion tests/uni\n<Tab>\n", " opinion tests/unit/"},
        {"text:zzz\n<Tab>\n", " zzz"},
        {"text:set foo\n<Left>\n<Tab>\n", " set foo"}, /* only at the end */
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str keys = STR_INIT, line = STR_INIT;
        str_format(&keys, ":\n%sdump\n", cases[i].typed);
        str_format(&line, "\n%s\n", cases[i].line);
        char *dumps = run_sized(desk, str_text(&keys), 24, 80);
        struct str tight = STR_INIT; /* dumps end their lines at the last glyph */
        str_append(&tight, str_slice(&line));
        while (tight.nbytes > 2 && tight.data[tight.nbytes - 2] == ' ')
            tight.data[--tight.nbytes - 1] = '\n', tight.data[tight.nbytes] = '\0';
        if (!strstr(dumps, str_text(&tight)))
            fail_msg("%s does not give \"%s\"\n%s", cases[i].typed, cases[i].line, dumps);
        free(dumps);
        str_release(&tight);
        str_release(&line);
        str_release(&keys);
    }
}

static void test_offers_stand_above_the_line(void **state)
{
    struct desk *desk = *state;
    desk_write(desk);
    expect(desk, ":\ntext:search\n<Tab>\ndump\n", "search-back search backward");
    expect(desk, ":\ntext:zzz\n<Tab>\ndump\n", "Nothing to fill in here");
    expect_not(desk, ":\ntext:search\n<Tab>\n<BS>\ndump\n", "search-back search backward");
}

/* None is clipped; where not all have room, which are shown is said. */
static void test_offers_and_keys_stand_whole(void **state)
{
    static const struct {
        int rows, cols;
    } sizes[] = {{10, 40}, {20, 60}, {24, 80}, {40, 120}, {50, 200}};
    struct desk *desk = *state;
    desk_write(desk);
    for (size_t i = 0; i < COUNT(sizes); i++) {
        char *dumps = run_sized(desk,
                                "gf\ng\nwait\ndump:keys\n<Esc>\n:\ntext:set \n<Tab>\n"
                                "dump:options\n",
                                sizes[i].rows, sizes[i].cols);
        char *options = strstr(dumps, "== options");
        char *offered = strstr(options, "\n── :"), *end = strstr(offered, "\n set");
        assert_non_null(end); /* the line that is typed is on every screen */
        *end = '\0';
        assert_null(strchr(offered, '~'));
        assert_non_null(strstr(offered, "ambiguous quotation marks"));
        assert_true(strstr(offered, "title the report's name") || strstr(offered, "/13 ─"));
        assert_true(sizes[i].rows == 10 || strstr(dumps, "gl to the queue"));
        free(dumps);
    }
}

/* On a small screen a question is read whole, and the key of the help is told. */
static void test_questions_stand_whole_on_small_screens(void **state)
{
    struct desk *desk = *state;
    desk_write(desk);
    char *dumps = run_sized(desk, "gf\ndump:here\nr\ndump:asked\n", 20, 60);
    char *asked = strstr(dumps, "== asked");
    assert_non_null(strstr(asked, "(a digit takes a ready"));
    assert_non_null(strstr(asked, "one)"));
    *asked = '\0';
    assert_non_null(strstr(dumps, "? help"));
    free(dumps);
}

static void test_ready_reasons_are_offered(void **state)
{
    struct desk *desk = *state;
    desk_write(desk);
    set_up_config(desk, "reason misread 换行读错\n");
    expect(desk, ":\ntext:misread 换\n<Tab>\ndump\n", " misread 换行读错");
    set_up_config(desk, "");
}

static void test_history_comes_back(void **state)
{
    struct desk *desk = *state;
    desk_write(desk);
    expect(desk, ":\ntext:layout stacked\n<Enter>\n:\n<Up>\ndump\n", " layout stacked");
    expect(desk, ":\n<Up>\ndump\n", " layout stacked"); /* of the session before */
}

/* ---- options ---- */

static void test_footer_can_be_hidden(void **state)
{
    struct desk *desk = *state;
    desk_write(desk);
    expect(desk, "gf\ndump\n", "c confirmed");
    expect_not(desk, ":\ntext:set footer=off\n<Enter>\ngf\ndump\n", "c confirmed");
    expect(desk, ":\ntext:set footer=off\n<Enter>\ngf\nZ\ndump\n", "Key Z is not bound here");
}

static void test_footer_has_five_to_eight_keys(void **state)
{
    struct desk *desk = *state;
    desk_write(desk);
    static const char *const places[] = {"gf", "gd", "gt", "gn", "go", "q", "?", ":"};
    for (size_t i = 0; i < COUNT(places); i++) {
        struct str keys = STR_INIT;
        str_format(&keys, "%s\ndump\n", places[i]);
        char *dumps = run_sized(desk, str_text(&keys), 24, 120);
        size_t n = strlen(dumps);
        if (n > 0)
            dumps[n - 1] = '\0';
        const char *last = strrchr(dumps, '\n');
        int hints = 0;
        for (const char *at = last ? last : ""; (at = strstr(at, "  ")); at += 2)
            hints++;
        if (hints + 1 < 5 || hints + 1 > 8)
            fail_msg("%s has %d keys: %s", places[i], hints + 1, last);
        free(dumps);
        str_release(&keys);
    }
}

static void test_unknown_theme_leaves_the_old_one(void **state)
{
    struct desk *desk = *state;
    desk_write(desk);
    expect(desk,
           ":\ntext:theme light\n<Enter>\n:\ntext:theme nosuch\n<Enter>\n"
           ":\ntext:set all\n<Enter>\ndump\n",
           "theme=light");
    expect(desk, ":\ntext:theme mono\n<Esc>\n:\ntext:set\n<Enter>\ndump\n", "theme=dark");
}

static void test_options_without_a_value(void **state)
{
    struct desk *desk = *state;
    desk_write(desk);
    expect(desk, ":\ntext:set mouse\n<Enter>\n:\ntext:set\n<Enter>\ndump\n", "mouse=on");
    expect(desk, ":\ntext:set mouse=\n<Enter>\ndump\n", "mouse needs a value: one of off, on");
    expect(desk, ":\ntext:set layout\n<Enter>\ndump\n", "layout needs a value: one of auto, ");
    expect(desk, ":\ntext:set reviewer\n<Enter>\ndump\n", "reviewer needs a value: your name");
    expect(desk, ":\ntext:set esc-delay\n<Enter>\ndump\n", "esc-delay needs a value: millisec");
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
    const struct CMUnitTest tests[] = {
        CASE(test_help_is_of_the_place_first),
        CASE(test_help_shows_live_bindings),
        CASE(test_help_is_searched),
        CASE(test_help_holds_every_action),
        CASE(test_describes_keys),
        CASE(test_which_key_waits),
        CASE(test_completes),
        CASE(test_offers_stand_above_the_line),
        CASE(test_offers_and_keys_stand_whole),
        CASE(test_questions_stand_whole_on_small_screens),
        CASE(test_ready_reasons_are_offered),
        CASE(test_history_comes_back),
        CASE(test_footer_can_be_hidden),
        CASE(test_footer_has_five_to_eight_keys),
        CASE(test_unknown_theme_leaves_the_old_one),
        CASE(test_options_without_a_value),
    };
    setenv("GOUJI_DATA", "data", 1);
    setenv("TZ", "UTC", 1);
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
