#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <fcntl.h>

#include "term_child.h"

/* Pictures drawn one after the other, a key between two; `q` ends. */
static unsigned next_random(unsigned *seed)
{
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 8;
}

static void draw_random(struct area area, unsigned *seed)
{
    static const char *const pieces[] = {"受理",
                                         "申请人",
                                         "x",
                                         "1234",
                                         " ",
                                         "e\xCC\x81",
                                         "─",
                                         "“”",
                                         "𠮷",
                                         "～",
                                         "结转下年度继续办理"};
    for (unsigned n = next_random(seed) % 6; n > 0; n--) {
        int row = (int)(next_random(seed) % NROWS), col = (int)(next_random(seed) % NCOLS);
        enum style style = next_random(seed) % 3 == 0 ? STYLE_CURSOR : STYLE_NORMAL;
        const char *piece = pieces[next_random(seed) % (sizeof pieces / sizeof pieces[0])];
        /* libvterm loses a combining mark in the last column. */
        if (piece[0] == 'e' && col == NCOLS - 1)
            col--;
        area_puts(area, row, col, -1, piece, style);
        area_puts(area, row, (int)(next_random(seed) % (NCOLS - 1)), -1, piece, style);
    }
    if (next_random(seed) % 9 == 0)
        area_fill(
            area_part(area, (int)(next_random(seed) % 8), (int)(next_random(seed) % 30), 4, 11),
            STYLE_POPUP);
}

/* The rows move up by one, a new one comes in below. */
static void scroll_grid(struct grid *grid, int nrows)
{
    static const char line[] = "收到行政复议机关的决定后办理结果为予以";
    struct grid *old = grid_new(NROWS, NCOLS);
    struct area area = grid_area(grid);
    grid_copy(old, grid);
    area_fill(area_part(area, 0, 0, nrows, NCOLS), STYLE_NORMAL);
    for (int row = 0; row + 1 < nrows; row++)
        for (int col = 0; col < NCOLS; col++)
            area_puts(area, row, col, -1, grid_at(old, row + 1, col)->bytes, STYLE_NORMAL);
    area_puts(area, nrows - 1, 2, 32 - 2 * (grid_at(old, 0, 2)->bytes[1] & 3), line, STYLE_NORMAL);
    grid_free(old);
}

enum { PICTURES = 400 };

static void next_picture(struct grid *grid, unsigned *seed)
{
    unsigned kind = next_random(seed) % 8;
    if (kind == 0)
        scroll_grid(grid, 3 + (int)(next_random(seed) % (NROWS - 3)));
    else if (kind == 1)
        area_fill(grid_area(grid), STYLE_NORMAL);
    else
        draw_random(grid_area(grid), seed);
}

static void show_pictures(struct screen *screen, int log_fd)
{
    unsigned seed = 7;
    struct grid *grid = grid_new(NROWS, NCOLS);
    struct screen_input input = {.event = SCREEN_TIMEOUT};
    for (int i = 0; input.key.ch != 'q'; i++) {
        next_picture(grid, &seed);
        term_ops.show(screen, grid, i % NROWS, i % NCOLS);
        dprintf(log_fd, "picture %d\n", i);
        term_ops.read(screen, -1, &input);
    }
    grid_free(grid);
}

static void assert_same_screen(struct pty *pty, const struct grid *grid)
{
    struct str wanted = STR_INIT, shown = STR_INIT;
    grid_dump(grid, false, &wanted);
    pty_pump(pty, 1);
    pty_dump(pty, &shown);
    for (int i = 0; i < 50 && strcmp(str_text(&shown), str_text(&wanted)) != 0; i++) {
        pty_pump(pty, 20);
        str_clear(&shown);
        pty_dump(pty, &shown);
    }
    assert_string_equal(str_text(&shown), str_text(&wanted));
    str_release(&wanted);
    str_release(&shown);
    for (int row = 0; row < NROWS; row++)
        for (int col = 0; col < NCOLS; col++) {
            VTermScreenCell cell = pty_cell(pty, row, col);
            bool cursor = grid_at(grid, row, col)->style == STYLE_CURSOR;
            if (grid_at(grid, row, col)->ncols > 0)
                assert_int_equal(VTERM_COLOR_IS_DEFAULT_BG(&cell.bg), !cursor);
        }
}

static void assert_pictures(const char *term, int count)
{
    unsigned seed = 7;
    struct pty pty;
    struct grid *grid = grid_new(NROWS, NCOLS);
    start(&pty, show_pictures, term);
    for (int i = 0; i < count; i++) {
        char report[32];
        VTermPos cursor;
        next_picture(grid, &seed);
        snprintf(report, sizeof report, "picture %d\n", i);
        pty_pump_until(&pty, report);
        assert_same_screen(&pty, grid);
        vterm_state_get_cursorpos(vterm_obtain_state(pty.vt), &cursor);
        assert_int_equal(cursor.row, i % NROWS);
        assert_int_equal(cursor.col, i % NCOLS);
        pty_type(&pty, i + 1 < count ? "x" : "q");
    }
    grid_free(grid);
    assert_int_equal(pty_end(&pty), 0);
}

/* Whatever was there before, the terminal shows the grid: no ghosts of covered
 * wide characters, no rows left behind by scrolling. */
static void shows_every_picture_exactly(void **state)
{
    (void)state;
    assert_pictures("xterm-256color", PICTURES);
    assert_pictures("screen-256color", PICTURES / 8);
    assert_pictures("linux", PICTURES / 8);
}

/* A wide character, and each severity in its colour, until a key comes. */
static void show_severities(struct screen *screen, int log_fd)
{
    struct screen_input input;
    struct grid *grid = grid_new(NROWS, NCOLS);
    area_puts(grid_area(grid), 0, 0, -1, "错E", STYLE_ERROR);
    area_puts(grid_area(grid), 1, 0, -1, "I", STYLE_INFO);
    area_puts(grid_area(grid), 2, 0, -1, "x", STYLE_NORMAL);
    term_ops.show(screen, grid, 2, 0);
    dprintf(log_fd, "colours %d\nready\n", term_colours(screen));
    term_ops.read(screen, -1, &input);
    grid_free(grid);
}

static void uses_the_colours_there_are(void **state)
{
    static const struct {
        const char *term, *no_colour;
        int colours, fg; /* of the error; -1: the default */
    } cases[] = {
        {"xterm-256color", "", 256, 208},
        {"xterm", "", 16, 1},
        {"rxvt", "", 16, 1},
        {"vt100", "", 0, -1},
        {"xterm-256color", "1", 0, -1},
        {"tmux-256color", "", 256, 208},
        {"linux", "", 16, 1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct pty pty;
        char wanted[32];
        setenv("NO_COLOR", cases[i].no_colour, 1);
        start(&pty, show_severities, cases[i].term);
        pty_pump_until(&pty, "ready");
        pty_pump(&pty, 30);
        snprintf(wanted, sizeof wanted, "colours %d\n", cases[i].colours);
        assert_non_null(strstr(str_text(&pty.log), wanted));
        VTermScreenCell cell = pty_cell(&pty, 0, 0);
        assert_int_equal(cell.chars[0], 0x9519);
        assert_int_equal(cell.attrs.bold, 1);
        assert_int_equal(cell.attrs.reverse, 0); /* as the cursor alone is without colours */
        assert_int_equal(VTERM_COLOR_IS_DEFAULT_FG(&cell.fg), cases[i].fg < 0);
        if (cases[i].fg >= 0)
            assert_int_equal(cell.fg.indexed.idx, cases[i].fg);
        cell = pty_cell(&pty, 2, 0);
        assert_true(VTERM_COLOR_IS_DEFAULT_FG(&cell.fg) && VTERM_COLOR_IS_DEFAULT_BG(&cell.bg));
        pty_type(&pty, "q");
        assert_int_equal(pty_end(&pty), 0);
    }
    unsetenv("NO_COLOR");
}

static const int ends_of_256[] = {0, 7, 8, 15, 16, 255}; /* each kind has a sequence of its own */
enum { END_COUNT = sizeof ends_of_256 / sizeof ends_of_256[0] };

/* Each of them as foreground, on the next as background, until a key comes. */
static void show_ends_of_256(struct screen *screen, int log_fd)
{
    struct screen_input input;
    struct theme theme = {.name = "ends"};
    struct grid *grid = grid_new(NROWS, NCOLS);
    for (int i = 0; i < END_COUNT; i++) {
        theme.looks[i].fg.c256 = ends_of_256[i];
        theme.looks[i].bg.c256 = ends_of_256[(i + 1) % END_COUNT];
        area_puts(grid_area(grid), 0, i, -1, "x", (enum style)i);
    }
    term_set_theme(screen, &theme);
    term_ops.show(screen, grid, 0, 0);
    dprintf(log_fd, "ready\n");
    term_ops.read(screen, -1, &input);
    grid_free(grid);
}

static void all_of_256_colours_are_told(void **state)
{
    (void)state;
    struct pty pty;
    start(&pty, show_ends_of_256, "xterm-256color");
    pty_pump_until(&pty, "ready");
    pty_pump(&pty, 30);
    for (int i = 0; i < END_COUNT; i++) {
        VTermScreenCell cell = pty_cell(&pty, 0, i);
        assert_int_equal(cell.fg.indexed.idx, ends_of_256[i]);
        assert_int_equal(cell.bg.indexed.idx, ends_of_256[(i + 1) % END_COUNT]);
    }
    pty_type(&pty, "q");
    assert_int_equal(pty_end(&pty), 0);
}

/* A stacked screen of full-width rows of Chinese text, moved down line by line:
 * row 0 a title, the text, a pane below that stays. */
enum { TALL = 45, WIDE = 160, STEPS = 100 };

static void draw_stacked(struct grid *grid, int top)
{
    static const char text[] = "本机关依申请公开政府信息情况全年共收到申请件按时办结率与上年相比";
    struct area area = grid_area(grid);
    area_fill(area, STYLE_NORMAL);
    area_puts(area, 0, 0, -1, "年度报告", STYLE_TITLE);
    for (int row = 1; row < TALL; row++) {
        int line = row < 30 ? row + top : row;
        struct str shown = STR_INIT;
        str_format(&shown, "%4d%c", line, row < 30 ? ' ' : '|');
        for (int i = 0; i < line % 3; i++)
            str_add(&shown, text);
        area_put(area, row, 0, -1, str_slice(&shown), STYLE_NORMAL);
        str_release(&shown);
    }
    area_puts(area, 15, 4, 1, ">", STYLE_CURSOR);
}

static void scroll_stacked(struct screen *screen, int log_fd)
{
    struct grid *grid = grid_new(TALL, WIDE);
    for (int i = 0; i <= STEPS; i++) {
        struct screen_input input;
        draw_stacked(grid, i);
        term_ops.show(screen, grid, 15, 4);
        dprintf(log_fd, "step %d\n", i);
        term_ops.read(screen, -1, &input);
    }
    grid_free(grid);
}

/* The new lines' own bytes (two texts of 96 at most) and little more. */
static void scrolls_by_the_terminals_own_scrolling(void **state)
{
    size_t sent = 0, wanted = 0;
    (void)state;
    struct pty pty;
    pid_t pid = pty_fork(&pty, TALL, WIDE);
    if (pid == 0) {
        setenv("TERM", "xterm-256color", 1);
        _exit(child(scroll_stacked, pty.log_fd));
    }
    for (int i = 0; i <= STEPS; i++) {
        char report[32];
        snprintf(report, sizeof report, "step %d\n", i);
        pty_pump_until(&pty, report);
        pty_pump(&pty, 2);
        sent += i > 0 ? pty.raw.nbytes : 0;
        wanted += i > 0 ? 96 * (size_t)((29 + i) % 3) : 0;
        str_clear(&pty.raw);
        pty_type(&pty, "x");
    }
    assert_in_range(sent, wanted, wanted + 110 * STEPS);
    assert_int_equal(pty_end(&pty), 0);
}

/* Nothing changed, nothing sent; after redraw everything. */
static void show_twice(struct screen *screen, int log_fd)
{
    struct screen_input input;
    struct grid *grid = grid_new(NROWS, NCOLS);
    area_puts(grid_area(grid), 3, 0, -1, "受理申请", STYLE_NORMAL);
    for (int i = 0; i < 4; i++) {
        if (i == 2)
            term_ops.redraw(screen);
        if (i == 3) {
            term_ops.suspend(screen);
            term_ops.resume(screen);
        }
        term_ops.show(screen, grid, 0, 0);
        dprintf(log_fd, "shown %d\n", i);
        term_ops.read(screen, -1, &input);
    }
    grid_free(grid);
}

static void sends_only_what_changed(void **state)
{
    (void)state;
    struct pty pty;
    start(&pty, show_twice, "xterm-256color");
    for (int i = 0; i < 4; i++) {
        char report[32];
        snprintf(report, sizeof report, "shown %d\n", i);
        pty_pump_until(&pty, report);
        pty_pump(&pty, 60);
        bool sent = strstr(str_text(&pty.raw), "受理申请") != NULL;
        assert_int_equal(sent, i != 1);
        if (i == 1)
            assert_int_equal(pty.raw.nbytes, 0);
        str_clear(&pty.raw);
        pty_type(&pty, "x");
    }
    assert_int_equal(pty_end(&pty), 0);
}

/* Every size, down to one cell, full of wide characters. */
static void fill_and_follow(struct screen *screen, int log_fd)
{
    struct screen_input input;
    do {
        int nrows, ncols;
        term_ops.size(screen, &nrows, &ncols);
        struct grid *grid = grid_new(nrows, ncols);
        for (int row = 0; row < nrows; row++)
            for (int col = 0; col < ncols; col += 2)
                area_puts(grid_area(grid), row, col, -1, "办", STYLE_CURSOR);
        term_ops.show(screen, grid, nrows - 1, ncols - 1);
        grid_free(grid);
        dprintf(log_fd, "filled %dx%d\n", ncols, nrows);
        term_ops.read(screen, -1, &input);
    } while (input.event == SCREEN_RESIZE);
}

static void fits_every_size(void **state)
{
    static const struct {
        int nrows, ncols;
    } sizes[] = {{1, 1}, {200, 500}, {5, 20}, {1, 80}, {24, 1}, {24, 80}};
    (void)state;
    struct pty pty;
    start(&pty, fill_and_follow, "xterm-256color");
    pty_pump_until(&pty, "filled 40x12\n");
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        char report[32];
        int nrows = sizes[i].nrows, ncols = sizes[i].ncols;
        pty_resize(&pty, nrows, ncols);
        snprintf(report, sizeof report, "filled %dx%d\n", ncols, nrows);
        pty_pump_until(&pty, report);
        pty_pump(&pty, 50);
        VTermScreenCell cell = pty_cell(&pty, nrows - 1, ncols > 1 ? ncols / 2 * 2 - 2 : 0);
        assert_int_equal(cell.chars[0] == 0x529E, ncols > 1);
    }
    pty_type(&pty, "q");
    assert_int_equal(pty_end(&pty), 0);
}

static void fill_without_waiting(struct screen *screen, int log_fd)
{
    fcntl(STDOUT_FILENO, F_SETFL, fcntl(STDOUT_FILENO, F_GETFL) | O_NONBLOCK);
    fill_and_follow(screen, log_fd);
}

/* Left so by who started us, a terminal takes only part of a large frame at once. */
static void sends_whole_frames_to_a_terminal_that_does_not_wait(void **state)
{
    (void)state;
    struct pty pty;
    start(&pty, fill_without_waiting, "xterm-256color");
    pty_pump_until(&pty, "filled 40x12\n");
    pty_resize(&pty, 200, 500);
    usleep(200 * 1000);
    pty_pump_until(&pty, "filled 500x200\n");
    pty_pump(&pty, 50);
    for (int row = 0; row < 200; row += 199)
        assert_int_equal(pty_cell(&pty, row, 498).chars[0], 0x529E);
    pty_type(&pty, "q");
    assert_int_equal(pty_end(&pty), 0);
}

static void jump_stacked(struct screen *screen, int log_fd)
{
    struct grid *grid = grid_new(TALL, WIDE);
    for (int i = 0; i <= STEPS; i += 10) {
        struct screen_input input;
        draw_stacked(grid, i);
        term_ops.show(screen, grid, 15, 4);
        dprintf(log_fd, "step %d\n", i);
        term_ops.read(screen, -1, &input);
    }
    grid_free(grid);
}

/* Not every emulator knows how to scroll several lines at once (CSI S and T). */
static void scrolls_by_one_line_only(void **state)
{
    (void)state;
    struct pty pty;
    pid_t pid = pty_fork(&pty, TALL, WIDE);
    if (pid == 0) {
        setenv("TERM", "xterm-256color", 1);
        _exit(child(jump_stacked, pty.log_fd));
    }
    for (int i = 0; i <= STEPS; i += 10) {
        char report[32];
        snprintf(report, sizeof report, "step %d\n", i);
        pty_pump_until(&pty, report);
        pty_pump(&pty, 30);
        pty_type(&pty, "x");
    }
    const char *raw = str_text(&pty.raw);
    for (const char *at = raw; (at = strstr(at, "\033[")); at++) {
        const char *last = at + 2 + strspn(at + 2, "0123456789;?");
        assert_false(*last == 'S' || *last == 'T');
    }
    struct str screen = STR_INIT;
    pty_dump(&pty, &screen);
    assert_non_null(strstr(str_text(&screen), "129"));
    str_release(&screen);
    assert_int_equal(pty_end(&pty), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_every_picture_exactly),
        cmocka_unit_test(uses_the_colours_there_are),
        cmocka_unit_test(all_of_256_colours_are_told),
        cmocka_unit_test(scrolls_by_the_terminals_own_scrolling),
        cmocka_unit_test(scrolls_by_one_line_only),
        cmocka_unit_test(sends_only_what_changed),
        cmocka_unit_test(fits_every_size),
        cmocka_unit_test(sends_whole_frames_to_a_terminal_that_does_not_wait),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
