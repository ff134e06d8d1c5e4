/* Help, pop-ups, prompts and messages as a terminal shows them, without colours,
 * in three sizes and two languages, held against tests/golden/term-*.txt
 * (UPDATE_GOLDEN=1 build/tests/unit/test_screens writes them anew); the same in
 * tmux; and nothing left behind when they close. */
#include "program_pty.h"

#include <ctype.h>

enum { GOLDEN_MAX_NBYTES = 4 * 1024 * 1024, WHICH_KEY_MS = 900, QUIET_MS = 200, RETURN_MS = 10000 };

struct screen {
    const char *name;
    const char *keys;  /* opens it, from the findings */
    const char *until; /* what it begins with: the rest of the screen is other tests' */
    const char *closes;
    int wait_ms;
};

static const struct screen screens[] = {
    {"help", "?", "─>", "q", 0},
    {"help searched", "?/undo\r", "─>", "q", 0},
    {"sum", "=", "─>", "q", 0},
    {"options", ":set\r", "─>", "q", 0},
    {"which key", "g", "── g", "\007", WHICH_KEY_MS},
    {"offers", ":sea\t", "── :", "\007", 0},
    {"reason", "r", "──", "\007", 0},
    {"messages", "Z:messages\r", "─>", "q", 0},
};

static const struct {
    int rows, cols;
} sizes[] = {{24, 80}, {40, 120}, {50, 200}};

static const char *const langs[] = {"zh", "en"};

static const struct run *run_in(const char *lang)
{
    static const struct run zh = {{"NO_COLOR=1"}, {"--lang", "zh", "--fresh", "--reviewer", "z"}};
    static const struct run en = {{"NO_COLOR=1"}, {"--lang", "en", "--fresh", "--reviewer", "z"}};
    return strcmp(lang, "zh") == 0 ? &zh : &en;
}

static bool is_same(const struct pty *pty, const struct str *before)
{
    struct str now = STR_INIT;
    pty_dump(pty, &now);
    bool same = strcmp(str_text(before), str_text(&now)) == 0;
    str_release(&now);
    return same;
}

/* Until the screen is another one, and nothing more comes. */
static void wait_change(struct pty *pty, const struct str *before, int wait_ms)
{
    for (int ms = 0; ms < LIMIT_MS && is_same(pty, before); ms += STEP_MS)
        pty_pump(pty, STEP_MS);
    pty_pump(pty, wait_ms ? wait_ms : QUIET_MS);
}

static void wait_return(struct pty *pty, const struct str *before)
{
    for (int ms = 0; ms < RETURN_MS && !is_same(pty, before); ms += STEP_MS)
        pty_pump(pty, STEP_MS);
}

/* Nothing tells a bold or slanted blank from a plain one. */
static bool is_seen(const VTermScreenCell *cell, char letter)
{
    return letter == 'u' || letter == 'r' || (cell->chars[0] != 0 && cell->chars[0] != ' ');
}

/* Bold, underline, reverse and italic of a row, as "  b12-15 r20-21". */
static void add_attributes(const struct pty *pty, int row, int cols, struct str *out)
{
    static const char letters[] = "burI";
    for (int which = 0; letters[which]; which++)
        for (int col = 0, from = -1, to = 0; col <= cols; col++) {
            VTermScreenCell cell = {.width = 1};
            if (col < cols)
                cell = pty_cell(pty, row, col);
            bool half = cell.chars[0] == (uint32_t)-1; /* the second of a wide one */
            if (half && from >= 0)
                to = col;
            if (half || (col < cols && !is_seen(&cell, letters[which])))
                continue;
            unsigned on = col == cols  ? 0
                          : which == 0 ? cell.attrs.bold
                          : which == 1 ? cell.attrs.underline
                          : which == 2 ? cell.attrs.reverse
                                       : cell.attrs.italic;
            if (on && from < 0)
                from = col;
            if (on)
                to = col;
            if (!on && from >= 0) {
                str_format(out, " %c%d-%d", letters[which], from, to);
                from = -1;
            }
        }
}

/* Times differ from run to run. */
static void mask_times(char *text)
{
    for (char *at = text; (at = strchr(at, ':')); at++)
        if (at - text >= 2 && isdigit((unsigned char)at[-1]) && isdigit((unsigned char)at[-2]) &&
            isdigit((unsigned char)at[1]) && isdigit((unsigned char)at[2]))
            memcpy(at - 2, "00", 2), memcpy(at + 1, "00", 2);
}

/* The rows from the last one that begins so, with their attributes. */
static void add_part(const struct pty *pty, const char *until, int rows, int cols, struct str *out)
{
    struct str dump = STR_INIT;
    pty_dump(pty, &dump);
    mask_times(dump.data);
    char *lines[64];
    int n = 0, first = 0;
    char *rest = dump.data;
    for (char *line; n < 64 && n < rows && (line = strsep(&rest, "\n"));)
        lines[n++] = line;
    for (int i = 0; i < n; i++)
        if (strncmp(lines[i], until, strlen(until)) == 0)
            first = i;
    for (int i = first; i < n; i++) {
        str_format(out, "%s\n", lines[i]);
        struct str attributes = STR_INIT;
        add_attributes(pty, i, cols, &attributes);
        if (attributes.nbytes)
            str_format(out, "\\%s\n", str_text(&attributes));
        str_release(&attributes);
    }
    str_release(&dump);
}

static void check_golden(const char *lang, int rows, int cols, const struct str *got)
{
    char path[64], *want = NULL;
    size_t nbytes;
    struct err err = {0};
    snprintf(path, sizeof path, "tests/golden/term-%s-%dx%d.txt", lang, cols, rows);
    const char *update = getenv("UPDATE_GOLDEN");
    if (update && *update) {
        desk_spill(path, str_text(got), got->nbytes);
        return;
    }
    if (path_read(path, GOLDEN_MAX_NBYTES, "golden", &want, &nbytes, &err) < 0)
        fail_msg("%s; UPDATE_GOLDEN=1 writes it", err.text);
    if (strcmp(want, str_text(got)) == 0) {
        free(want);
        return;
    }
    size_t same = 0;
    while (want[same] && want[same] == got->data[same])
        same++;
    while (same > 0 && want[same - 1] != '\n')
        same--;
    fail_msg("%s, first difference\nwanted: %.*s\ngot:    %.*s", path,
             (int)strcspn(want + same, "\n"), want + same, (int)strcspn(got->data + same, "\n"),
             got->data + same);
}

static void look_at(struct desk *desk, const char *lang, int rows, int cols)
{
    struct pty pty;
    struct str all = STR_INIT;
    start_sized(&pty, desk, run_in(lang), rows, cols);
    wait_for(&pty, "T3-01");
    pty_type(&pty, "gf/T3-01\r");
    wait_for(&pty, " a.txt  3/");
    pty_type(&pty, "gf");
    wait_for(&pty, strcmp(lang, "zh") == 0 ? "c 属实" : "c confirmed");
    pty_pump(&pty, QUIET_MS);
    for (size_t i = 0; i < COUNT(screens); i++) {
        struct str before = STR_INIT;
        pty_dump(&pty, &before);
        pty_type(&pty, screens[i].keys);
        wait_change(&pty, &before, screens[i].wait_ms);
        str_format(&all, "== %s\n", screens[i].name);
        add_part(&pty, screens[i].until, rows, cols, &all);
        pty_type(&pty, screens[i].closes);
        pty_pump(&pty, STEP_MS);
        pty_type(&pty, "gf"); /* a key: what was said is gone */
        wait_return(&pty, &before);
        if (!is_same(&pty, &before)) {
            struct str after = STR_INIT;
            pty_dump(&pty, &after);
            fail_msg("%s leaves something behind at %dx%d\n%s", screens[i].name, cols, rows,
                     str_text(&after));
        }
        str_release(&before);
    }
    check_golden(lang, rows, cols, &all);
    str_release(&all);
    leave(&pty);
}

static void test_screens_in_sizes_and_languages(void **state)
{
    struct desk *desk = write_unbalanced(state);
    for (size_t i = 0; i < COUNT(sizes); i++)
        for (size_t k = 0; k < COUNT(langs); k++)
            look_at(desk, langs[k], sizes[i].rows, sizes[i].cols);
}

/* ---- tmux shows the same ---- */

static bool tmux(const struct desk *desk, const char *format, const char *what)
{
    char command[1024], rest[896];
    snprintf(rest, sizeof rest, format, what);
    snprintf(command, sizeof command, "tmux -L gouji-test-%d -f /dev/null %s", (int)getpid(), rest);
    (void)desk;
    return system(command) == 0;
}

static char *capture(const struct desk *desk)
{
    char *path = path_join(desk->dir, "captured"), *text = NULL;
    size_t nbytes;
    struct err err = {0};
    assert_true(tmux(desk, "capture-pane -p >%s", path));
    assert_int_equal(path_read(path, GOLDEN_MAX_NBYTES, "captured", &text, &nbytes, &err), 0);
    free(path);
    mask_times(text);
    return text;
}

static char *capture_until(const struct desk *desk, const char *text)
{
    for (int ms = 0;; ms += 100) {
        char *got = capture(desk);
        if (strstr(got, text) || ms > LIMIT_MS)
            return got;
        free(got);
        poll(NULL, 0, 100);
    }
}

/* Every row of the golden screen stands on tmux's, in that order. */
static void expect_golden_rows(const char *name, const char *got)
{
    char *want = NULL, heading[64];
    size_t nbytes;
    struct err err = {0};
    assert_int_equal(path_read("tests/golden/term-zh-80x24.txt", GOLDEN_MAX_NBYTES, "golden", &want,
                               &nbytes, &err),
                     0);
    snprintf(heading, sizeof heading, "== %s\n", name);
    char *from = strstr(want, heading), *to = from ? strstr(from, "\n== ") : NULL;
    assert_non_null(from);
    if (to)
        *to = '\0';
    from += strlen(heading);
    for (char *line = strtok(from, "\n"); line; line = strtok(NULL, "\n")) {
        if (line[0] == '\\')
            continue;
        const char *at = strstr(got, line);
        if (!at)
            fail_msg("%s in tmux lacks: %s\n%s", name, line, got);
        got = at + strlen(line);
    }
    free(want);
}

static void test_tmux_shows_the_golden_screens(void **state)
{
    struct desk *desk = write_unbalanced(state);
    if (system("command -v tmux >/dev/null") != 0) {
        printf("skipped: no tmux\n");
        return;
    }
    struct str line = STR_INIT;
    str_format(&line,
               "env -u TMUX NO_COLOR=1 LC_ALL=C.UTF-8 TZ=UTC XDG_STATE_HOME=%s "
               "XDG_CONFIG_HOME=%s %s --lang zh --fresh --reviewer z %s",
               desk->dir, desk->dir, program, desk->report_path);
    unsetenv("TMUX");
    assert_true(tmux(desk, "new-session -d -x 80 -y 24 '%s'", str_text(&line)));
    tmux(desk, "set -g status off", "");
    tmux(desk, "resize-window -x 80 -y 24", "");
    free(capture_until(desk, "T3-01"));
    tmux(desk, "send-keys g f / T3-01 Enter", "");
    static const struct {
        const char *name, *keys, *closes;
    } shown[] = {{"help", "'?'", "q"}, {"sum", "'='", "q"}, {"options", "':set' Enter", "q"}};
    for (size_t i = 0; i < COUNT(shown); i++) {
        tmux(desk, "send-keys g f %s", shown[i].keys);
        char *got = capture_until(desk, "─>");
        poll(NULL, 0, 400);
        free(got);
        got = capture(desk);
        expect_golden_rows(shown[i].name, got);
        free(got);
        tmux(desk, "send-keys %s", shown[i].closes);
        poll(NULL, 0, 300);
    }
    tmux(desk, "send-keys :quit Enter", "");
    for (int ms = 0; ms < LIMIT_MS && tmux(desk, "has-session 2>/dev/null", ""); ms += 100)
        poll(NULL, 0, 100);
    str_release(&line);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
    const struct CMUnitTest tests[] = {
        CASE(test_screens_in_sizes_and_languages),
        CASE(test_tmux_shows_the_golden_screens),
    };
    find_program();
    setenv("GOUJI_DATA", "data", 1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
