/* The manners at a terminal: the mouse only when asked for, the title, copies,
 * the wait after Esc, themes looked at and put back. */
#include "program_pty.h"

#include "../../src/term/mouse.h"

static void decodes_reports_of_the_mouse(void **state)
{
    static const struct {
        const char *bytes;
        enum decoded decoded;
        enum screen_mouse mouse;
        int row, col;
        size_t consumed;
    } cases[] = {
        {"\033[<0;5;3M", DECODED_KEY, MOUSE_CLICK, 2, 4, 9},
        {"\033[<0;5;3m", DECODED_NOTHING, MOUSE_CLICK, 0, 0, 9},
        {"\033[<64;120;40M", DECODED_KEY, MOUSE_WHEEL_UP, 39, 119, 13},
        {"\033[<65;1;1Mj", DECODED_KEY, MOUSE_WHEEL_DOWN, 0, 0, 10},
        {"\033[<2;1;1M", DECODED_NOTHING, MOUSE_CLICK, 0, 0, 9},
        {"\033[<66;1;1M", DECODED_NOTHING, MOUSE_CLICK, 0, 0, 10},
        {"\033[<4;1;1M", DECODED_NOTHING, MOUSE_CLICK, 0, 0, 9},
        {"\033[<32;1;1M", DECODED_NOTHING, MOUSE_CLICK, 0, 0, 10},
        {"\033[<0;5", DECODED_MORE, MOUSE_CLICK, 0, 0, 0},
        {"\033[<0;0;0M", DECODED_NOTHING, MOUSE_CLICK, 0, 0, 9},
        {"\033[<;;M", DECODED_NOTHING, MOUSE_CLICK, 0, 0, 6},
        {"\033[M !#", DECODED_KEY, MOUSE_CLICK, 2, 0, 6},
        {"\033[Ma!!", DECODED_KEY, MOUSE_WHEEL_DOWN, 0, 0, 6},
        {"\033[M#!!", DECODED_NOTHING, MOUSE_CLICK, 0, 0, 6},
        {"\033[M ", DECODED_MORE, MOUSE_CLICK, 0, 0, 0},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct screen_input out = {.event = SCREEN_TIMEOUT};
        size_t consumed = 0, nbytes = strlen(cases[i].bytes);
        assert_true(mouse_begins(cases[i].bytes, nbytes));
        enum decoded decoded = mouse_decode(cases[i].bytes, nbytes, &out, &consumed);
        if (decoded != cases[i].decoded || consumed != cases[i].consumed)
            fail_msg("%s: %d, %zu bytes", cases[i].bytes + 1, decoded, consumed);
        if (decoded != DECODED_KEY)
            continue;
        assert_int_equal(out.event, SCREEN_MOUSE);
        assert_int_equal(out.mouse, cases[i].mouse);
        assert_int_equal(out.row, cases[i].row);
        assert_int_equal(out.col, cases[i].col);
    }
    assert_false(mouse_begins("\033[A", 3));
    assert_false(mouse_begins("\033[", 2));
}

/* Ends the program with this signal, or by the command; what it sent is kept. */
static void end_by(struct pty *pty, int signal)
{
    if (signal)
        kill(pty->pid, signal);
    else
        pty_type(pty, ":quit\r");
    for (int ms = 0; ms < LIMIT_MS && !pty->closed; ms += STEP_MS)
        pty_pump(pty, STEP_MS);
}

static bool sent(const struct pty *pty, const char *bytes)
{
    return strstr(str_text(&pty->raw), bytes) != NULL;
}

static void wait_sent(struct pty *pty, const char *bytes)
{
    for (int ms = 0; ms < LIMIT_MS && !sent(pty, bytes); ms += STEP_MS)
        pty_pump(pty, STEP_MS);
    assert_true(sent(pty, bytes));
}

static void command(struct pty *pty, const char *line)
{
    pty_type(pty, ":");
    pty_type(pty, line);
    pty_type(pty, "\r");
    pty_pump(pty, PTY_QUIET_MS);
}

static void test_mouse_is_off_until_asked_for(void **state)
{
    struct desk *desk = write_unbalanced(state);
    struct pty pty;
    start(&pty, desk, &plain);
    wait_for(&pty, ">问题");
    assert_false(sent(&pty, "\033[?1000h"));
    command(&pty, "set mouse=on");
    assert_true(sent(&pty, "\033[?1000h\033[?1006h"));
    pty_type(&pty, "\033[<0;10;4M\033[<0;10;4m");
    wait_for(&pty, ">正文");
    pty_type(&pty, "\033[<0;90;5M");
    wait_for(&pty, ">表格");
    pty_type(&pty, "\033[<0;90"); /* cut in two by a slow line */
    pty_pump(&pty, 20);
    pty_type(&pty, ";30M");
    wait_for(&pty, ">问题");
    end_by(&pty, 0);
    assert_true(sent(&pty, "\033[?1006l\033[?1000l"));
    assert_int_equal(wait_end(&pty), 0);
}

static void test_mouse_is_let_go_by_a_crash(void **state)
{
    struct desk *desk = write_unbalanced(state);
    struct pty pty;
    start(&pty, desk, &plain);
    wait_for(&pty, ">问题");
    command(&pty, "set mouse=on");
    end_by(&pty, SIGSEGV);
    assert_true(sent(&pty, "\033[?1006l\033[?1000l"));
    assert_int_not_equal(wait_end(&pty), 0);
}

static void test_wheel_scrolls_what_is_under_it(void **state)
{
    struct desk *desk = write_unbalanced(state);
    struct pty pty;
    start(&pty, desk, &plain);
    wait_for(&pty, ">问题");
    command(&pty, "set mouse=on");
    pty_type(&pty, "gfgg");
    for (int i = 0; i < 40; i++)
        pty_type(&pty, "\033[<65;10;4M");
    wait_for(&pty, "六、其他需要报告的事项");
    wait_for(&pty, ">问题"); /* the focus stays */
    leave(&pty);
}

static void test_a_click_on_the_header_sorts(void **state)
{
    struct desk *desk = write_unbalanced(state);
    struct pty pty;
    start(&pty, desk, &plain);
    wait_for(&pty, ">问题");
    command(&pty, "set mouse=on");
    pty_type(&pty, "q");
    wait_for(&pty, ">队列");
    pty_type(&pty, "\033[<0;4;2M"); /* the state's heading */
    wait_for(&pty, "状态v");
    pty_type(&pty, "\033[<0;4;2M");
    wait_for(&pty, "状态^");
    pty_type(&pty, "\033[<0;15;2M");
    wait_for(&pty, "状态 ");
    leave(&pty);
}

static void test_the_bell_is_seen_when_asked_for(void **state)
{
    struct desk *desk = write_unbalanced(state);
    struct pty pty;
    start(&pty, desk, &plain);
    wait_for(&pty, ">问题");
    pty_type(&pty, "Z");
    wait_for(&pty, "键 Z");
    assert_false(sent(&pty, "\033[?5h"));
    command(&pty, "set bell=visual");
    pty_type(&pty, "Z");
    wait_for(&pty, "键 Z");
    assert_true(sent(&pty, "\033[?5h"));
    assert_true(sent(&pty, "\033[?5l"));
    leave(&pty);
}

/* Nothing is sent whose width a terminal may see otherwise than the C library. */
static void test_ambiguous_widths_are_avoided(void **state)
{
    struct desk *desk = *state;
    struct pty pty;
    desk->prose = "据“台账”①所列——全年收费3.5万元±0…";
    desk_write(desk);
    start(&pty, desk, &plain);
    wait_for(&pty, "据“台账”①所列——全年");
    command(&pty, "set ambiguous=subst");
    wait_for(&pty, "据\"台账\"1所列--全年收费3.5万元+0.");
    wait_for(&pty, "->");
    str_clear(&pty.raw);
    pty_type(&pty, "\014");
    wait_for(&pty, "据\"台账\"1所列");
    assert_false(sent(&pty, "─"));
    assert_false(sent(&pty, "“"));
    command(&pty, "set ambiguous=narrow");
    wait_for(&pty, "据“台账”①所列——全年");
    leave(&pty);
}

/* A font draws them over two columns: the grid is as it was, with a blank behind each. */
static void test_ambiguous_widths_are_padded(void **state)
{
    struct desk *desk = *state;
    struct pty pty;
    desk->prose = "据“台账”①所列——全年";
    desk_write(desk);
    start(&pty, desk, &plain);
    wait_for(&pty, "据“台账”①所列——全年");
    command(&pty, "set ambiguous=pad");
    wait_for(&pty, "据“ 台账” ① 所列— — 全年");
    wait_for(&pty, "─────"); /* frames stay */
    command(&pty, "set ambiguous=narrow");
    wait_for(&pty, "据“台账”①所列——全年");
    leave(&pty);
}

/* Frames are bracketed only where the terminal has said that it knows the mode. */
static void test_frames_are_sent_whole(void **state)
{
    struct desk *desk = write_unbalanced(state);
    struct pty pty;
    start(&pty, desk, &plain);
    wait_for(&pty, ">问题");
    assert_false(sent(&pty, "2026"));
    command(&pty, "set sync=auto");
    pty_pump(&pty, PTY_QUIET_MS);
    assert_true(sent(&pty, "\033[?2026$p"));
    assert_false(sent(&pty, "\033[?2026h"));
    pty_type(&pty, "\033[?2026;2$y");
    pty_type(&pty, "Z");
    wait_for(&pty, "键 Z");
    assert_true(sent(&pty, "\033[?2026h"));
    assert_true(sent(&pty, "\033[?2026l"));
    leave(&pty);
}

/* A long report is read apart: called off at once, keys typed meanwhile are not lost. */
static void test_reading_is_called_off(void **state)
{
    struct desk *desk = *state;
    struct str prose = STR_INIT;
    struct pty pty;
    while (prose.nbytes < 1500 * 1000)
        str_add(&prose, "全年主动公开信息1,234条，召开会议12次，办理申请10件，按时答复。\n");
    desk->prose = str_text(&prose);
    desk_write(desk);
    start(&pty, desk, &plain);
    wait_for(&pty, "正在读取");
    pty_type(&pty, "\003");
    wait_for(&pty, "已取消读取");
    wait_for(&pty, ">队列");
    pty_type(&pty, "\r");
    wait_for(&pty, "正在读取");
    pty_type(&pty, "gt");
    wait_for(&pty, ">表格");
    leave(&pty);
    str_release(&prose);
}

/* The report is seen while it is still being checked; keys wait until that is done. */
static void test_first_sight_says_that_it_is_one(void **state)
{
    struct desk *desk = write_unbalanced(state);
    struct pty pty;
    start(&pty, desk, &plain);
    wait_sent(&pty, "核对中");
    pty_type(&pty, "gt");
    wait_for(&pty, ">表格");
    assert_false(shows(&pty, "核对中"));
    assert_true(shows(&pty, "T3-01"));
    leave(&pty);
}

static void test_terminal_of_no_or_unknown_type_is_told(void **state)
{
    static const struct {
        struct run run;
        const char *told;
    } table[] = {
        {{.env = {"TERM="}}, "未设终端类型（TERM）；改用 xterm"},
        {{.env = {"TERM"}}, "未设终端类型（TERM）；改用 xterm"},
        {{.env = {"TERM=nosuch"}}, "此处不认识终端类型 nosuch；改用 xterm"},
    };
    struct desk *desk = write_unbalanced(state);
    struct pty pty;
    for (size_t i = 0; i < COUNT(table); i++) {
        start(&pty, desk, &table[i].run);
        wait_for(&pty, table[i].told);
        leave(&pty);
    }
}

static void test_title_names_the_report(void **state)
{
    struct desk *desk = write_unbalanced(state);
    struct pty pty;
    start(&pty, desk, &plain);
    wait_for(&pty, ">问题");
    pty_pump(&pty, PTY_QUIET_MS);
    assert_true(sent(&pty, "\033]2;gouji: a.txt\a"));
    leave(&pty);
    start(&pty, desk, &(struct run){.env = {"TERM=vt100"}}); /* would not put it back */
    wait_for(&pty, "T3-01");
    end_by(&pty, 0);
    assert_false(sent(&pty, "\033]2;"));
    assert_int_equal(wait_end(&pty), 0);
}

static void test_copies_are_sent_as_told(void **state)
{
    struct desk *desk = write_unbalanced(state);
    struct pty pty;
    start(&pty, desk, &plain);
    wait_for(&pty, ">问题");
    pty_type(&pty, "y");
    wait_sent(&pty, "\033]52;c;");
    assert_false(sent(&pty, "\033Ptmux;"));
    command(&pty, "set clipboard=tmux");
    pty_type(&pty, "y");
    wait_sent(&pty, "\033Ptmux;\033\033]52;c;");
    command(&pty, "set clipboard=off");
    str_clear(&pty.raw);
    pty_type(&pty, "y");
    wait_for(&pty, "复制已关闭");
    assert_false(sent(&pty, "]52;"));
    leave(&pty);
}

static int colour_of_first(const struct pty *pty, const char *glyph)
{
    for (int row = 0; row < ROWS; row++)
        for (int col = 0; col < COLS; col++) {
            VTermScreenCell cell = pty_cell(pty, row, col);
            if (cell.chars[0] != (uint32_t)(unsigned char)glyph[0])
                continue;
            vterm_screen_convert_color_to_rgb(pty->screen, &cell.fg);
            return cell.fg.rgb.red << 16 | cell.fg.rgb.green << 8 | cell.fg.rgb.blue;
        }
    return -1;
}

/* The footer's keys are blue in one theme, light blue in another. */
static void test_themes_are_looked_at_while_typed(void **state)
{
    struct desk *desk = write_unbalanced(state);
    struct pty pty;
    start(&pty, desk, &(struct run){.args = {"--color", "always"}});
    wait_for(&pty, ">问题");
    pty_pump(&pty, PTY_QUIET_MS);
    int dark = colour_of_first(&pty, "E");
    pty_type(&pty, ":theme light");
    pty_pump(&pty, PTY_QUIET_MS);
    int light = colour_of_first(&pty, "E");
    assert_int_not_equal(dark, light);
    pty_type(&pty, "\007"); /* Ctrl-G: it was only looked at */
    pty_pump(&pty, PTY_QUIET_MS);
    assert_int_equal(colour_of_first(&pty, "E"), dark);
    command(&pty, "theme light");
    assert_int_equal(colour_of_first(&pty, "E"), light);
    leave(&pty);
}

/* The lowest row that begins with the letter, once there is one. */
static VTermScreenCell row_letter(struct pty *pty, char letter)
{
    for (int ms = 0; ms < LIMIT_MS && !pty->closed; ms += STEP_MS) {
        for (int row = ROWS - 3; row >= 0; row--)
            if (pty_cell(pty, row, 0).chars[0] == (uint32_t)(unsigned char)letter)
                return pty_cell(pty, row, 0);
        pty_pump(pty, STEP_MS);
    }
    fail_msg("no row begins with %c", letter);
    return (VTermScreenCell){0};
}

/* Severities differ by letter and attribute when there are no colours. */
static void test_no_color_still_tells_severities(void **state)
{
    struct desk *desk = write_unbalanced(state);
    struct pty pty;
    start(&pty, desk, &(struct run){.env = {"NO_COLOR=1"}});
    wait_for(&pty, ">问题");
    VTermScreenCell error = row_letter(&pty, 'E'), warning = row_letter(&pty, 'W');
    for (int row = 0; row < ROWS; row++) {
        VTermScreenCell cell = pty_cell(&pty, row, 0);
        assert_true(VTERM_COLOR_IS_DEFAULT_FG(&cell.fg) && VTERM_COLOR_IS_DEFAULT_BG(&cell.bg));
    }
    assert_true(error.attrs.bold && !error.attrs.underline && !error.attrs.reverse);
    assert_true(warning.attrs.bold && warning.attrs.underline && !warning.attrs.reverse);
    leave(&pty);
}

/* ESC and what follows it late are two keys; how late is an option. */
static void test_esc_delay_is_an_option(void **state)
{
    struct desk *desk = write_unbalanced(state);
    struct pty pty;
    start(&pty, desk, &plain);
    wait_for(&pty, ">问题");
    command(&pty, "set esc-delay=2000");
    pty_type(&pty, "gfgg\033[");
    pty_pump(&pty, 300);
    pty_type(&pty, "B");
    wait_for(&pty, " 2/");
    leave(&pty);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decodes_reports_of_the_mouse),
        CASE(test_mouse_is_off_until_asked_for),
        CASE(test_mouse_is_let_go_by_a_crash),
        CASE(test_wheel_scrolls_what_is_under_it),
        CASE(test_a_click_on_the_header_sorts),
        CASE(test_ambiguous_widths_are_avoided),
        CASE(test_ambiguous_widths_are_padded),
        CASE(test_frames_are_sent_whole),
        CASE(test_reading_is_called_off),
        CASE(test_the_bell_is_seen_when_asked_for),
        CASE(test_terminal_of_no_or_unknown_type_is_told),
        CASE(test_title_names_the_report),
        CASE(test_first_sight_says_that_it_is_one),
        CASE(test_copies_are_sent_as_told),
        CASE(test_themes_are_looked_at_while_typed),
        CASE(test_no_color_still_tells_severities),
        CASE(test_esc_delay_is_an_option),
    };
    find_program();
    setenv("GOUJI_DATA", "data", 1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
