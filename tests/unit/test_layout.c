/* Where panes stand: they fill the screen, never overlap, at any size. */
#include "check.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../../src/app/app_private.h"

static void expect_inside(const struct layout *layout, int nrows, int ncols)
{
    long covered = 0;
    for (size_t i = 0; i < layout->nplaced; i++) {
        const struct placed *at = &layout->placed[i];
        assert_true(at->row >= 0 && at->col >= 0 && at->nrows > 0 && at->ncols > 0);
        assert_true(at->row + at->nrows <= nrows && at->col + at->ncols <= ncols);
        covered += (long)at->nrows * at->ncols;
    }
    long divider = layout->divider >= 0 ? layout->placed[0].nrows : 0;
    assert_int_equal(covered + divider, (long)nrows * ncols);
}

static void test_fills_the_screen(void **state)
{
    (void)state;
    for (int nrows = 8; nrows <= 120; nrows++)
        for (int ncols = MIN_COLS; ncols <= 300; ncols += 13) {
            struct layout_wish wish = {.focus = PANE_TEXT, .below = PANE_FINDINGS};
            struct layout layout;
            layout_make(&layout, nrows, ncols, &wish);
            expect_inside(&layout, nrows, ncols);
        }
}

static void test_narrow_is_stacked(void **state)
{
    (void)state;
    struct layout_wish wish = {.focus = PANE_TEXT, .below = PANE_OUTLINE};
    struct layout layout;
    layout_make(&layout, 22, STACK_BELOW_COLS - 1, &wish);
    assert_true(layout.stacked);
    assert_int_equal(layout.nplaced, 3);
    assert_int_equal(layout.placed[2].id, PANE_OUTLINE);
    layout_make(&layout, 43, STACK_BELOW_COLS, &wish);
    assert_false(layout.stacked);
    wish.mode = LAYOUT_STACKED;
    layout_make(&layout, 43, 160, &wish);
    assert_true(layout.stacked);
}

static void test_one_pane_alone(void **state)
{
    (void)state;
    struct layout_wish wish = {.focus = PANE_TABLES, .below = PANE_FINDINGS, .maximised = true};
    struct layout layout;
    layout_make(&layout, 43, 160, &wish);
    assert_int_equal(layout.nplaced, 1);
    assert_int_equal(layout.placed[0].id, PANE_TABLES);
    wish.in_queue = true;
    layout_make(&layout, 43, 160, &wish);
    assert_int_equal(layout.placed[0].id, PANE_QUEUE);
}

static void test_options(void **state)
{
    (void)state;
    struct config config;
    struct err err = {0};
    config_init(&config);
    assert_int_equal(config_set(&config, "lines=ascii", &err), 0);
    assert_true(config.ascii);
    assert_int_equal(config_set(&config, "layout stacked", &err), 0);
    assert_int_equal(config.layout, LAYOUT_STACKED);
    assert_int_equal(config_set(&config, "layout=diagonal", &err), -1);
    assert_non_null(strstr(err.text, "stacked"));
    assert_int_equal(config.layout, LAYOUT_STACKED);
    assert_int_equal(config_set(&config, "colour=1", &err), -1);
    config_release(&config);
}

static void test_config_names_file_and_line(void **state)
{
    (void)state;
    char path[] = "/tmp/gouji-config-XXXXXX";
    int fd = mkstemp(path);
    static const char text[] = "# mine\nset layout=side\nset nonsense=1\nbind findings c fly\n"
                               "reason misread 列错位\nbind text Q quit\n";
    assert_int_equal(write(fd, text, sizeof text - 1), sizeof text - 1);
    close(fd);
    struct config config;
    struct str faults = STR_INIT;
    struct keymap *keymap = keymap_new();
    config_init(&config);
    config_load(&config, keymap, path, &faults);
    assert_int_equal(config.layout, LAYOUT_SIDE);
    assert_non_null(strstr(str_text(&faults), ":3: "));
    assert_non_null(strstr(str_text(&faults), ":4: "));
    assert_null(strstr(str_text(&faults), ":5: "));
    assert_string_equal(config.reasons[config.nreasons - 1].text, "列错位");
    assert_string_equal(keymap_keys(keymap, IN_TEXT, ACTION_QUIT), "Q");
    keymap_free(keymap);
    config_release(&config);
    str_release(&faults);
    unlink(path);
}

/* As one saved in UTF-16; half of it taken would look like all of it. */
static void test_config_with_nul_is_refused(void **state)
{
    (void)state;
    char path[] = "/tmp/gouji-config-XXXXXX";
    int fd = mkstemp(path);
    static const char text[] = "set lines ascii\n\0set nonsense 1\n";
    assert_int_equal(write(fd, text, sizeof text - 1), sizeof text - 1);
    close(fd);
    struct config config;
    struct str faults = STR_INIT;
    struct keymap *keymap = keymap_new();
    config_init(&config);
    config_load(&config, keymap, path, &faults);
    assert_non_null(strstr(str_text(&faults), path));
    assert_false(config.ascii);
    keymap_free(keymap);
    config_release(&config);
    str_release(&faults);
    unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fills_the_screen),
        cmocka_unit_test(test_narrow_is_stacked),
        cmocka_unit_test(test_one_pane_alone),
        cmocka_unit_test(test_options),
        cmocka_unit_test(test_config_names_file_and_line),
        cmocka_unit_test(test_config_with_nul_is_refused),
    };
    setenv("GOUJI_DATA", "data", 1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
