/* Text of others never acts on the terminal: what stands in reports, file names,
 * notes and the environment is shown as tokens, and nothing of it is sent. */
#include "program_pty.h"

/* What must not be sent, whoever wrote it. */
static const struct {
    const char *what, *bytes;
} payloads[] = {
    {"a title", "\x1b]0;pwned"},
    {"a link", "\x1b]8;;http"},
    {"a clipboard", "\x1b]52;c;cH"},
    {"a query", "\x1b[6n\x1b[c"},
    {"a colour", "\x1b[31;5m!"},
    {"a device string", "\x1bPq#0"},
    {"C1 CSI", "\xc2\x9b"},
    {"C1 OSC", "\xc2\x9d"},
    {"RLO", "\xe2\x80\xae"},
    {"LRI", "\xe2\x81\xa6"},
    {"ZWSP", "\xe2\x80\x8b"},
    {"BOM", "\xef\xbb\xbf"},
    {"ALM", "\xd8\x9c"},
    {"a tag", "\xf3\xa0\x81\xa1"},
    {"a selector", "\xef\xb8\x8f"},
    {"a soft hyphen", "\xc2\xad"},
    {"a line separator", "\xe2\x80\xa8"},
    {"private use", "\xef\xa3\xbf"},
};

static void add_payloads(struct str *out)
{
    for (size_t i = 0; i < COUNT(payloads); i++)
        str_format(out, "某%s\x07某", payloads[i].bytes);
}

static void add_flood(struct str *out)
{
    str_add(out, "字");
    for (int i = 0; i < 12; i++)
        str_add(out, "\xcc\x81");
}

static void check_sent(const struct pty *pty)
{
    const char *sent = str_text(&pty->raw);
    for (size_t i = 0; i < COUNT(payloads); i++)
        if (memmem(sent, pty->raw.nbytes, payloads[i].bytes, strlen(payloads[i].bytes)))
            fail_msg("%s was sent to the terminal", payloads[i].what);
    size_t marks = 0, most = 0;
    for (size_t i = 0; i + 1 < pty->raw.nbytes; i++) {
        bool mark = memcmp(sent + i, "\xcc\x81", 2) == 0;
        marks = mark ? marks + 1 : 0;
        most = marks > most ? marks : most;
        i += mark;
    }
    assert_true(most <= 4);
}

/* A folder and a report of such names, a paragraph and cells full of it. */
static void write_hostile(struct desk *desk, struct str *prose)
{
    str_add(prose, "本年度制度建设");
    add_payloads(prose);
    add_flood(prose);
    str_add(prose, "\xe4\xb8\n半个字之后。");
    desk->prose = str_text(prose);
    desk_set(desk, "unable_1", 0, 3);
    free(desk->report_path);
    desk->report_path = path_join(desk->dir, "a\x1b]0;pwned\x07\xe2\x80\xae"
                                             "b\nc.txt");
    desk_write(desk);
}

static void look_around(struct pty *pty)
{
    static const char *const keys[] = {"\t", "j", "j", "\t", "j", "G", "g", "?", "q", "\t", "l"};
    for (size_t i = 0; i < COUNT(keys); i++) {
        pty_type(pty, keys[i]);
        pty_pump(pty, STEP_MS);
    }
    static const int sizes[][2] = {{10, 40}, {5, 20}, {1, 1}, {60, 200}, {40, 120}};
    for (size_t i = 0; i < COUNT(sizes); i++) {
        pty_resize(pty, sizes[i][0], sizes[i][1]);
        pty_pump(pty, STEP_MS);
    }
}

static void reports_and_names_are_only_shown(void **state)
{
    struct desk *desk = *state;
    struct str prose = STR_INIT;
    write_hostile(desk, &prose);
    const struct run run = {
        {"USER=\x1b]0;pwned\x07", "EDITOR=\x1b[31;5m!", "XDG_CONFIG_HOME=/nowhere\x1b]0;pwned"},
        {"--reviewer", "zhang"}};
    struct pty pty;
    start(&pty, desk, &run);
    wait_for(&pty, "T3-");
    wait_for(&pty, "<U+F8FF>"); /* the paragraph is on the screen, to its last payload */
    look_around(&pty);
    pty_type(&pty, ":open /nowhere/\x1b");
    pty_pump(&pty, STEP_MS);
    pty_type(&pty, "\x1b\x1b:nonsense \xe2\x80\xae\r");
    pty_pump(&pty, STEP_MS);
    check_sent(&pty);
    leave(&pty);
    str_release(&prose);
}

/* A verdict file of somebody else's: his notes and his name. */
static void notes_of_others_are_only_shown(void **state)
{
    struct desk *desk = *state;
    static const struct target report = TARGET_REPORT;
    struct str text = STR_INIT;
    add_payloads(&text);
    desk_set(desk, "unable_1", 0, 3);
    desk_start(desk);
    OK(review_annotate(desk->review, report, str_text(&text), why));
    OK(review_add_problem(desk->review, report, SEVERITY_ERROR, str_text(&text), str_text(&text),
                          why));
    OK(review_decide(desk->review, desk_find(desk, "T3-02", "unable_1"), false, VERDICT_EXPLAINED,
                     str_text(&text), why));
    desk_close(desk);
    const struct run run = {{NULL}, {"--reviewer", "zhang"}};
    struct pty pty;
    start(&pty, desk, &run);
    wait_for(&pty, "T3-");
    look_around(&pty);
    pty_type(&pty, ":log\r");
    pty_pump(&pty, STEP_MS);
    check_sent(&pty);
    leave(&pty);
    str_release(&text);
}

/* Somebody else's, that one looks at before it is taken. */
static void a_configuration_is_only_shown(void **state)
{
    struct desk *desk = *state;
    struct str text = STR_INIT;
    char *config = path_join(desk->dir, "theirs");
    str_add(&text, "template ");
    add_payloads(&text);
    str_add(&text, "\ntemplate the end\n");
    desk_write(desk);
    desk_spill(config, str_text(&text), text.nbytes);
    const struct run run = {{NULL}, {"--dump-config", "--config", config}};
    struct pty pty;
    start(&pty, desk, &run);
    for (int ms = 0; ms < LIMIT_MS && !pty.closed; ms += STEP_MS)
        pty_pump(&pty, STEP_MS);
    assert_non_null(strstr(str_text(&pty.raw), "template the end"));
    check_sent(&pty);
    assert_int_equal(wait_end(&pty), 0);
    str_release(&text);
    free(config);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
    const struct CMUnitTest tests[] = {CASE(reports_and_names_are_only_shown),
                                       CASE(notes_of_others_are_only_shown),
                                       CASE(a_configuration_is_only_shown)};
    find_program();
    if (access(program, X_OK) != 0) {
        printf("skipped: no %s; make all builds it\n", program);
        return 0;
    }
    setenv("GOUJI_DATA", "data", 1);
    return cmocka_run_group_tests_name("hostile text", tests, NULL, NULL);
}
