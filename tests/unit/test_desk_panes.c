/* The queue, the findings, their frequencies, the years, the log and the notes as the
 * screen shows them, at three sizes, in two languages and without colours: golden
 * screens, written anew by UPDATE_GOLDEN=1. Chinese needs the catalogue of this build
 * (make all). */
#include "folder_fixture.h"

#include <ctype.h>
#include <libintl.h>

#include "mono.h"

static const struct {
    const char *name, *keys;
    enum { ALONE, IN_FOLDER, TWICE } made;
} panes[] = {
    /* groups, a tag, a filter, a file left out, the cursor on a report */
    {"queue",
     ":\ntext:group agency\n<Enter>\n3G\nt\n&\ntext:year>=2022 | status=left-out\n"
     "<Enter>\ndump\n",
     IN_FOLDER},
    /* decided, tagged, filtered, an added problem, the cursor on a member */
    {"findings",
     "gf\no\n&\ntext:rule=T3-* | sev=error | status=added\n<Enter>\ngg\nc\nA\n"
     "text:w 措辞含糊\n<Enter>\n<Enter>\ngg\nj\nt\ndump\n",
     ALONE},
    {"frequency", "F\ndump\n", IN_FOLDER},
    {"frequency-status", "gf\nc\nF\nl\nl\ndump\n", ALONE},
    {"trend", "3G\ngy\ndump\n", IN_FOLDER},
    /* something undone, a text longer than the row */
    {"log",
     "gf\ns\nu\nx\ntext:本级无此项业务，经与业务科室核对原始台账后确认，并已由分管负责人签字\n"
     "<Enter>\na\ntext:第一行\n<Enter>\ntext:第二行\n<C-s>\n:\ntext:log\n<Enter>\no\ndump\n",
     ALONE},
    /* sections, one with a finding; tables that are there and not */
    {"outline", "go\no\njj\ndump\n", ALONE},
    /* a report handed in again: something mended, something new */
    {"versions", "G\n<Enter>\n:\ntext:versions\n<Enter>\nj\ndump\n", TWICE},
    /* on a finding, on a passage, of two lines, a draft */
    {"notes",
     "gf\na\ntext:请核对自然人一栏\n<C-s>\ngd\n3G\na\ntext:措辞\n<Enter>\ntext:再议\n<C-s>\n"
     "gt\na\ntext:写到一半\n<Esc>\ngn\no\ndump\n",
     ALONE},
};
static const int sizes[][2] = {{24, 80}, {40, 120}, {50, 200}};

/* The clock, the machine's name and the folder's differ from run to run. */
static void mask(char *text)
{
    for (char *at = text; *at; at++)
        if (isdigit((unsigned char)at[0]) && isdigit((unsigned char)at[1]) && at[2] == ':' &&
            isdigit((unsigned char)at[3]) && isdigit((unsigned char)at[4]) && at[5] == ':') {
            memcpy(at, "hh:mm:ss", 8);
            if (at - text > 11 && at[-4] == '-' && at[-7] == '-')
                memcpy(at - 11, "YYYY-MM-DD", 10);
        }
    for (char *at = text; (at = strstr(at, "/gouji-review-"));)
        memcpy(at += strlen("/gouji-review-"), "XXXXXX", 6);
    const char *opened = gettext("session opened on");
    for (char *at = text; (at = strstr(at, opened));) {
        char *end = at + strcspn(at, "\n");
        at += strlen(opened);
        memmove(at, end, strlen(end) + 1);
    }
}

static void make_versions(struct desk *desk)
{
    desk_set(desk, "open", 0, 9);
    folder_write(desk, "first.txt", "甲乙县丙丁局", 2023);
    desk_set(desk, "open", 0, 10);
    desk_set(desk, "total", 0, 11);
    folder_write(desk, "second.txt", "甲乙县丙丁局", 2023);
    desk_clear(desk);
}

static char *screen(struct desk *desk, size_t pane, const int size[2], enum lang lang,
                    bool with_styles)
{
    struct script script = {.path = panes[pane].made != ALONE ? desk->dir : NULL,
                            .keys = panes[pane].keys,
                            .rows = size[0],
                            .cols = size[1],
                            .fresh = true,
                            .lang = lang,
                            .with_styles = with_styles};
    if (panes[pane].made == TWICE)
        make_versions(desk);
    else if (panes[pane].made == IN_FOLDER)
        folder_make(desk);
    else
        write_unbalanced(desk);
    char *dumps = script_run(desk, &script);
    mask(dumps);
    return dumps;
}

static void clear(struct desk *desk)
{
    char command[120];
    snprintf(command, sizeof command, "rm -rf %s/*", desk->dir);
    assert_int_equal(system(command), 0);
    desk_clear(desk);
}

static void check_panes(struct desk *desk, enum lang lang)
{
    for (size_t i = 0; i < COUNT(panes); i++)
        for (size_t k = 0; k < COUNT(sizes); k++) {
            char name[64];
            char *dumps = screen(desk, i, sizes[k], lang, false);
            snprintf(name, sizeof name, "%s-%dx%d-%s", panes[i].name, sizes[k][1], sizes[k][0],
                     lang == LANG_ZH ? "zh" : "en");
            check_golden(name, dumps);
            free(dumps);
            clear(desk);
        }
}

static bool is_chinese(void)
{
    const char *build = getenv("BUILD");
    char place[256];
    snprintf(place, sizeof place, "%s/locale", build && *build ? build : "build");
    setenv("LANGUAGE", "zh_CN", 1);
    bindtextdomain("gouji", place);
    bind_textdomain_codeset("gouji", "UTF-8");
    textdomain("gouji");
    return strcmp(gettext("tables"), "tables") != 0;
}

static void test_in_english(void **state)
{
    check_panes(*state, LANG_EN);
}

static void test_in_chinese(void **state)
{
    bool found = is_chinese();
    if (found)
        check_panes(*state, LANG_ZH);
    textdomain("messages");
    if (!found)
        skip();
}

/* ---- without colours ---- */

static void test_without_colours(void **state)
{
    struct desk *desk = *state;
    bool found = is_chinese();
    for (size_t i = 0; found && i < COUNT(panes); i++) {
        char name[64];
        char *dumps = screen(desk, i, sizes[0], LANG_ZH, true), *mono = without_colours(dumps);
        snprintf(name, sizeof name, "%s-80x24-mono", panes[i].name);
        check_golden(name, mono);
        free(mono);
        free(dumps);
        clear(desk);
    }
    textdomain("messages");
    if (!found)
        skip();
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
    const struct CMUnitTest tests[] = {CASE(test_in_english), CASE(test_in_chinese),
                                       CASE(test_without_colours)};
    app_set_locale("C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
