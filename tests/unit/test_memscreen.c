#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "gouji/ui/memscreen.h"

static struct screen *start(const char *script)
{
    struct err err = {0};
    struct screen *screen = memscreen_new(2, 8, slice_of(script), &err);
    if (screen == NULL)
        fail_msg("%s", err.text);
    return screen;
}

static struct screen_input next(struct screen *screen)
{
    struct screen_input input;
    memscreen_ops.read(screen, -1, &input);
    return input;
}

static void show_text(struct screen *screen, const char *text)
{
    struct grid *grid = grid_new(2, 8);
    area_puts(grid_area(grid), 0, 0, -1, text, STYLE_NORMAL);
    area_restyle(grid_area(grid), 0, 0, 2, STYLE_CURSOR);
    memscreen_ops.show(screen, grid, 0, 1);
    grid_free(grid);
}

static void plays_keys_in_order(void **state)
{
    static const char *const wanted[] = {"j", "g", "g", "<C-d>", "受", "<", "<Enter>", "<Esc>"};
    (void)state;
    struct screen *screen = start("# a comment\nj gg\n\n<C-d>\ntext:受<\r\n<Enter> <Esc>\n");
    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++) {
        char name[32];
        struct screen_input input = next(screen);
        assert_int_equal(input.event, SCREEN_KEY);
        key_format(input.key, name, sizeof name);
        assert_string_equal(name, wanted[i]);
    }
    assert_int_equal(next(screen).event, SCREEN_LOST);
    assert_int_equal(next(screen).event, SCREEN_LOST);
    memscreen_ops.end(screen);
}

static void plays_other_events(void **state)
{
    int nrows, ncols;
    (void)state;
    struct screen *screen = start("paste:受理\\n申\\\\请\nresize:30x5\nwait\nx");
    struct screen_input input = next(screen);
    assert_int_equal(input.event, SCREEN_PASTE);
    assert_int_equal(input.paste_nbytes, strlen("受理\n申\\请"));
    assert_string_equal(input.paste, "受理\n申\\请");
    assert_int_equal(next(screen).event, SCREEN_RESIZE);
    memscreen_ops.size(screen, &nrows, &ncols);
    assert_true(nrows == 5 && ncols == 30);
    memscreen_ops.read(screen, 0, &input);
    assert_int_equal(input.event, SCREEN_TIMEOUT);
    memscreen_ops.read(screen, 500, &input);
    assert_int_equal(input.event, SCREEN_TIMEOUT);
    memscreen_ops.read(screen, 500, &input);
    assert_int_equal(input.event, SCREEN_KEY);
    memscreen_ops.end(screen);
}

static void dumps_what_is_shown(void **state)
{
    (void)state;
    struct screen *screen = start("dump:first\nx\ndump\n");
    show_text(screen, "受理");
    assert_int_equal(next(screen).event, SCREEN_KEY);
    assert_string_equal(memscreen_dumps(screen), "== first\n受理\n\n");
    memscreen_set_styles(screen, true);
    show_text(screen, "申");
    assert_int_equal(next(screen).event, SCREEN_LOST);
    assert_string_equal(memscreen_dumps(screen), "== first\n受理\n\n"
                                                 "== 2\n申\n\n0: 0-1 cursor\ncursor 0 1\n");
    memscreen_ops.end(screen);
}

static void names_the_line_at_fault(void **state)
{
    static const char *const bad[] = {"j\n<Foo>\n", "j\nresize:0x4\n", "j\nresize:4\n",
                                      "j\nresize:4x4x\n", "j\ntext:a\x01\n"};
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        struct err err = {0};
        assert_null(memscreen_new(2, 8, slice_of(bad[i]), &err));
        assert_non_null(strchr(err.text, '2'));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plays_keys_in_order),
        cmocka_unit_test(plays_other_events),
        cmocka_unit_test(dumps_what_is_shown),
        cmocka_unit_test(names_the_line_at_fault),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
