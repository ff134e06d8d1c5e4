/* Everything is found as it was left: by the next session, after a resize, after a
 * repaint. */
#include "folder_fixture.h"

/* What is above the status line: how it got there is told below. */
static char *panes_of(char *dumps, int rows)
{
    char *at = strchr(dumps, '\n');
    for (int i = 0; at && i < rows - 3; i++)
        at = strchr(at + 1, '\n');
    assert_non_null(at);
    *at = '\0';
    return dumps;
}

static void test_next_session_is_scrolled_alike(void **state)
{
    struct desk *desk = *state;
    static const struct {
        int rows, cols;
        const char *keys;
    } cases[] = {{45, 160, "gf\ngg\n}\n}\n"},
                 {45, 160, "gd\n30j\nzt\n"},
                 {45, 160, "gf\n}\n}\n}\ngd\n25j\nzb\n"},
                 {45, 160, "gt\nG\n8k\nzt\ngd\n"},
                 {30, 100, "gt\n30j\nzt\n"},
                 {24, 80, "gd\n50j\n3k\n"},
                 {24, 80, "gd\no\n50j\n3k\n"},
                 {24, 80, "gt\nG\n"}}; /* still over the whole screen */
    desk_write(desk);
    for (size_t i = 0; i < COUNT(cases); i++) {
        char *keys = replaced("KEYSdump\n", "KEYS", cases[i].keys);
        struct script left = {.path = "data/samples/04-tangxi-shuiwuju-2021.txt",
                              .rows = cases[i].rows,
                              .cols = cases[i].cols,
                              .keys = keys};
        char *before = script_run(desk, &left);
        left.keys = "dump\n";
        char *after = script_run(desk, &left);
        assert_string_equal(panes_of(after, left.rows), panes_of(before, left.rows));
        free(keys);
        free(before);
        free(after);
    }
}

static void test_resize_keeps_the_cell(void **state)
{
    struct desk *desk = *state;
    struct script script = {.path = "data/samples/03-chenghu-shi-ban-2020.txt",
                            .rows = 45,
                            .cols = 160,
                            .keys = "gt\nG\ndump\nresize:61x17\ndump\nresize:160x45\ndump:back\n"};
    desk_write(desk);
    char *dumps = script_run(desk, &script);
    expect_in(dumps, "T4.");
    expect_in(strstr(dumps, "== back"), "T4.");
    free(dumps);
}

static void test_repaint_changes_nothing(void **state)
{
    struct desk *desk = *state;
    static const char *const moves[] = {"zb\n", "zz\n", "zt\n", "G\nzb\n", "j\n", "10k\nzb\n"};
    desk_write(desk);
    for (size_t i = 0; i < COUNT(moves); i++)
        for (int down = 5; down <= 40; down += 5) {
            char keys[80];
            snprintf(keys, sizeof keys, "gt\n%dj\n%sdump\n<C-l>\ndump\n", down, moves[i]);
            struct script script = {.path = "data/samples/03-chenghu-shi-ban-2020.txt",
                                    .rows = 30,
                                    .cols = 100,
                                    .keys = keys,
                                    .fresh = true};
            char *dumps = script_run(desk, &script);
            char *again = strstr(dumps + 1, "== ");
            assert_non_null(again);
            *again++ = '\0';
            if (strcmp(strchr(panes_of(dumps, 30), '\n'), strchr(panes_of(again, 30), '\n')) != 0)
                fail_msg("%s %d\n%s\n%s", moves[i], down, dumps, again);
            free(dumps);
        }
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
    const struct CMUnitTest tests[] = {
        CASE(test_next_session_is_scrolled_alike),
        CASE(test_resize_keeps_the_cell),
        CASE(test_repaint_changes_nothing),
    };
    app_set_locale("C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
