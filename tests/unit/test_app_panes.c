/* The text and the tables as the screen shows them, at three sizes, in two
 * languages: golden screens, written anew by UPDATE_GOLDEN=1. Chinese needs the
 * catalogue of this build (make all). */
#include "desk_script.h"

#include <libintl.h>

#include "mono.h"

/* Blank, mark and text in a row of the table; long words; a number at a line's end. */
static void write_report(struct desk *desk)
{
    static const char from[] = "政府信息公开申请数量\t10\t0\t0",
                      into[] = "政府信息公开申请数量\t10\t\t/";
    desk->prose =
        "2023年，本局认真开展政府信息公开工作（以下简称“公开”），主动公开信息1,234条，同比增长12.5%"
        "；"
        "办理申请10件，按时答复率100%。网址：http://www.example.gov.cn/zwgk/2023/index.html，"
        "邮箱：office@example.gov.cn。\n"
        "我局坚持“公开为常态、不公开为例外”原则，不断提升公开的力度、广度、深度……取得实效。\n"
        "甲\u202e乙\033[31m丙";
    desk_set(desk, "open", 0, 9);
    desk_set(desk, "total", 0, 9);
    desk_write(desk);
    size_t nbytes;
    char *text = desk_slurp(desk->report_path, &nbytes), *at = strstr(text, from);
    assert_non_null(at);
    struct str out = STR_INIT;
    str_append(&out, slice_make(text, (size_t)(at - text)));
    str_add(&out, into);
    str_add(&out, at + strlen(from));
    desk_spill(desk->report_path, str_text(&out), out.nbytes);
    str_release(&out);
    free(text);
}

static const struct {
    const char *name, *keys;
} panes[] = {
    /* a note, a search, the cursor on its match */
    {"text", "gd\no\ngg\n3G\na\ntext:查来源\n<C-s>\n/\ntext:1234\n<Enter>\ndump\n"},
    /* a corrected cell, a noted one, the cursor on a failing one */
    {"tables", "gt\no\n:\ntext:T3.partial.np\n<Enter>\nR\n<C-u>\ntext:7\n<Enter>\njj\na\n"
               "text:核对\n<C-s>\n:\ntext:T3.open.tot\n<Enter>\nk\nj\ndump\n"},
};
static const int sizes[][2] = {{24, 80}, {40, 120}, {50, 200}};

static void check_panes(struct desk *desk, const char *language)
{
    write_report(desk);
    for (size_t i = 0; i < COUNT(panes); i++)
        for (size_t k = 0; k < COUNT(sizes); k++) {
            char name[64];
            char *dumps = script_run(desk, &(struct script){.keys = panes[i].keys,
                                                            .rows = sizes[k][0],
                                                            .cols = sizes[k][1],
                                                            .fresh = true});
            snprintf(name, sizeof name, "%s-%dx%d-%s", panes[i].name, sizes[k][1], sizes[k][0],
                     language);
            check_golden(name, dumps);
            free(dumps);
            unlink(desk->verdict);
            unlink(desk->journal);
        }
}

static void test_panes_in_english(void **state)
{
    check_panes(*state, "en");
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

static void test_panes_in_chinese(void **state)
{
    bool found = is_chinese();
    if (found)
        check_panes(*state, "zh");
    textdomain("messages");
    if (!found)
        skip();
}

static void check_mono(struct desk *desk)
{
    write_report(desk);
    for (size_t i = 0; i < COUNT(panes); i++) {
        struct script script = {.keys = panes[i].keys,
                                .rows = sizes[0][0],
                                .cols = sizes[0][1],
                                .lang = LANG_ZH,
                                .fresh = true,
                                .with_styles = true};
        char name[64], *dumps = script_run(desk, &script), *mono = without_colours(dumps);
        snprintf(name, sizeof name, "%s-80x24-mono", panes[i].name);
        check_golden(name, mono);
        free(mono);
        free(dumps);
        unlink(desk->verdict);
        unlink(desk->journal);
    }
}

static void test_panes_without_colours(void **state)
{
    bool found = is_chinese();
    if (found)
        check_mono(*state);
    textdomain("messages");
    if (!found)
        skip();
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
    const struct CMUnitTest tests[] = {CASE(test_panes_in_english), CASE(test_panes_in_chinese),
                                       CASE(test_panes_without_colours)};
    app_set_locale("C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
