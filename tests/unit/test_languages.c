/* No word of the one language on the screens of the other: the program's own
 * words are looked for on every pane, pop-up, prompt and footer. What a report
 * says is Chinese in both. */
#include "program_pty.h"

enum { LINE_MAX_NBYTES = 2048 };

/* The screens printed by a script of keys; the caller's (free). */
static char *screens(const struct desk *desk, const char *lang, const char *keys)
{
    char *script = path_join(desk->dir, "keys"), *config = path_join(desk->dir, "config");
    char *out = path_join(desk->dir, "out"), *text = NULL;
    struct str line = STR_INIT;
    struct err err = {0};
    size_t nbytes;
    desk_spill(script, keys, strlen(keys));
    desk_spill(config, "", 0);
    str_format(&line,
               "%s --lang %s --fresh --reviewer zhang --config %s --size 150x1000 "
               "--script %s %s >%s 2>&1",
               program, lang, config, script, desk->report_path, out);
    assert_int_equal(system(str_text(&line)), 0);
    if (path_read(out, 64 * 1024 * 1024, "screens", &text, &nbytes, &err) < 0)
        fail_msg("%s", err.text);
    str_release(&line);
    free(script);
    free(config);
    free(out);
    return text;
}

/* Every pane, pop-up, prompt; each dumped under its name. */
static const char tour[] =
    "?\ndump:help\nq\n"
    ":\ntext:set\n<Enter>\ndump:options\nq\n"
    ":\ntext:set \n<Tab>\ndump:offered options\n<Esc>\n"
    ":\n<Tab>\ndump:offered commands\n<Esc>\n"
    "gf\ndump:findings\n=\ndump:sum\nq\nE\ndump:check\nq\nr\ndump:reason\n<Esc>\n"
    "C\ndump:conclude\n<Esc>\na\ndump:note\n<Esc>\n"
    "gt\ndump:tables\n<Enter>\ndump:cell\nq\nR\ndump:reading\n<Esc>\ngR\ndump:row\n<Esc>\n"
    "gd\ndump:text\nA\ndump:problem\n<Esc>\n/\ndump:search\n<Esc>\n"
    "gn\ndump:notes\ngo\ndump:outline\n:\ntext:log\n<Enter>\ndump:log\n"
    "g\nwait\ndump:which\n<Esc>\nZ\n:\ntext:messages\n<Enter>\ndump:messages\nq\n"
    "gf\ngg\nc\nu\nu\n<C-r>\nx\n1<Enter>\n:\ntext:messages\n<Enter>\ndump:acts\nq\n"
    "q\ndump:queue\n:\ntext:nosuch\n<Enter>\ndump:no command\n";

static bool is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static size_t word_at(const char *at, const char *end)
{
    size_t n = 0;
    while (at + n < end && is_letter(at[n]))
        n++;
    return n;
}

/* Two English words of three letters or more beside each other. Single ones
 * are names: of commands, options, checks, themes, keys. */
static const char *english(const char *line, const char *end)
{
    for (const char *at = line; at < end;) {
        size_t n = word_at(at, end);
        bool begins = at == line || strchr(" \"'(", at[-1]) || (at[-1] & 0x80);
        if (n >= 3 && begins && at + n < end && at[n] == ' ' && word_at(at + n + 1, end) >= 3)
            return at;
        at += n ? n : 1;
    }
    return NULL;
}

/* In titles and in the footer there are no names but those of keys, files and people. */
static const char *english_word(const char *line, const char *end)
{
    static const char *const shared[] = {"zhang", "form", "Esc", "Tab", "nosuch"};
    for (const char *at = line; at < end;) {
        size_t n = word_at(at, end);
        bool known = at > line && strchr("<-:.", at[-1]);
        for (size_t i = 0; i < COUNT(shared); i++)
            known |= strlen(shared[i]) == n && strncmp(shared[i], at, n) == 0;
        if (n >= 3 && !known && !(at + n < end && strchr(".>-", at[n])))
            return at;
        at += n ? n : 1;
    }
    return NULL;
}

static bool is_chinese(const char *at)
{
    unsigned char c = (unsigned char)at[0];
    return (c >= 0xe4 && c <= 0xe9) || (c == 0xe3 && (unsigned char)at[1] <= 0x80);
}

static const char *chinese(const char *line, const char *end)
{
    for (const char *at = line; at < end; at++)
        if (is_chinese(at))
            return at;
    return NULL;
}

typedef const char *looks_for(const char *line, const char *end);

/* Panes that show the report, or what cites it, hold Chinese in any case. */
static bool cites(const char *screen)
{
    static const char *const names[] = {"help",  "options", "offered options", "offered commands",
                                        "which", "messages"};
    for (size_t i = 0; i < COUNT(names); i++)
        if (strcmp(names[i], screen) == 0)
            return false;
    return true;
}

/* The overlay is what lies below its title; a pop-up leaves the panes above. */
static const char *overlay_of(const char *screen)
{
    const char *prompt = strstr(screen, "── :"), *at = strstr(screen, "─>");
    return prompt ? prompt : at ? at : screen;
}

static void look_through(char *dumps, looks_for *looks, bool only_own)
{
    int found = 0;
    for (char *screen = strstr(dumps, "== "); screen;) {
        char *next = strstr(screen + 3, "\n== "), *name = screen + 3;
        char *body = strchr(name, '\n');
        *body++ = '\0';
        if (next)
            *next = '\0';
        const char *from = only_own ? overlay_of(body) : body;
        for (const char *line = from; *line && !(only_own && cites(name));) {
            const char *end = line + strcspn(line, "\n"), *at = looks(line, end);
            if (at && found++ < 20)
                printf("%s: %.*s\n", name, (int)(end - line), line);
            line = *end ? end + 1 : end;
        }
        screen = next ? next + 1 : NULL;
    }
    assert_int_equal(found, 0);
}

static void test_chinese_screens_hold_no_english(void **state)
{
    struct desk *desk = write_unbalanced(state);
    char *dumps = screens(desk, "zh", tour);
    look_through(dumps, english, false);
    free(dumps);
}

static void test_english_screens_hold_no_chinese(void **state)
{
    struct desk *desk = write_unbalanced(state);
    char *dumps = screens(desk, "en", tour);
    look_through(dumps, chinese, true);
    free(dumps);
}

static bool is_title(const char *line)
{
    return strncmp(line, "─", strlen("─")) == 0;
}

/* Titles of panes and the footer are the program's own on every screen. */
static void test_titles_and_footers(void **state)
{
    struct desk *desk = write_unbalanced(state);
    static const struct {
        const char *lang;
        looks_for *looks;
    } cases[] = {{"zh", english_word}, {"en", chinese}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        char *dumps = screens(desk, cases[i].lang, tour);
        for (char *line = dumps; *line;) {
            char *end = line + strcspn(line, "\n");
            bool footer = strncmp(end, "\n== ", 4) == 0 || strcmp(end, "\n") == 0;
            const char *stop = is_title(line) ? strstr(line, " ──") : NULL;
            if (cases[i].looks == chinese && is_title(line)) /* sections, agencies: cited */
                stop = strchr(line + strlen("─ "), ' ');
            if (!stop || stop > end)
                stop = end;
            if ((footer || is_title(line)) && cases[i].looks(line, stop))
                fail_msg("%s: %.*s", cases[i].lang, (int)(end - line), line);
            line = *end ? end + 1 : end;
        }
        free(dumps);
    }
}

/* One English word may be two Chinese ones. */
static void test_words_of_two_meanings(void **state)
{
    struct desk *desk = write_unbalanced(state);
    char *dumps = screens(desk, "zh",
                          "gf\na\n<F1>\ndump:keys\nq\n<Esc>\ngd\nm\nx\n:\ntext:log\n<Enter>\n"
                          "dump:log\ngt\nR\n<C-u>\ntext:/\n<Enter>\ndump:cell\n");
    assert_non_null(strstr(dumps, "此处的键：批注编辑"));
    assert_non_null(strstr(strstr(dumps, "== log"), "书签 x"));
    assert_non_null(strstr(strstr(dumps, "== cell"), "(符号"));
    assert_null(strstr(strstr(dumps, "== cell"), "(书签"));
    free(dumps);
}

/* A pane has one name: above it, in the help of its keys, of the key that goes there. */
static void test_a_pane_has_one_name(void **state)
{
    struct desk *desk = write_unbalanced(state);
    static const struct {
        const char *keys, *zh, *en;
    } panes[] = {{"gd", "正文", "text"},  {"gt", "表格", "tables"},  {"gf", "问题", "findings"},
                 {"gn", "批注", "notes"}, {"go", "目录", "outline"}, {"gl", "队列", "queue"}};
    for (size_t i = 0; i < COUNT(panes); i++) {
        struct str keys = STR_INIT, title = STR_INIT, here = STR_INIT, goes = STR_INIT;
        str_format(&keys, "%s\ndump\n?\ndump\nG\n", panes[i].keys);
        for (int zh = 0; zh < 2; zh++) {
            const char *name = zh ? panes[i].zh : panes[i].en;
            str_clear(&title), str_clear(&here), str_clear(&goes);
            str_format(&title, "─>%s", name);
            str_format(&here, zh ? "此处的键：%s " : "Keys here: %s ", name);
            str_format(&goes, zh ? "到%s\n" : "to the %s\n", name);
            char *dumps = screens(desk, zh ? "zh" : "en", str_text(&keys));
            const char *const wanted[] = {str_text(&title), str_text(&here), str_text(&goes)};
            for (size_t k = 0; k < COUNT(wanted); k++)
                if (!strstr(dumps, wanted[k]))
                    fail_msg("%s is not there", wanted[k]);
            free(dumps);
        }
        str_release(&keys), str_release(&title), str_release(&here), str_release(&goes);
    }
}

static void test_names_of_contexts_are_chinese(void **state)
{
    struct desk *desk = write_unbalanced(state);
    char *dumps = screens(desk, "zh", "?\ndump:top\nG\ndump:end\n");
    assert_null(strstr(dumps, "其他处的键：figures"));
    assert_non_null(strstr(dumps, "键：统计"));
    free(dumps);
}

/* What is typed in traditional characters means the same. */
static void test_traditional_characters_are_taken(void **state)
{
    struct desk *desk = write_unbalanced(state);
    char *dumps = screens(desk, "zh",
                          "gf\nC\ntext:附意見通過 已電話核實\n<Enter>\ndump:concluded\n"
                          ":\ntext:goto 主動公開\n<Enter>\ndump:gone\n"
                          "gf\n&\ntext:級\n<Tab>\ndump:offered\n<Esc>\n"
                          "q\n:\ntext:sort 錯誤\n<Enter>\ndump:sorted\n");
    assert_non_null(strstr(dumps, "[附意见通过]"));
    assert_non_null(strstr(strstr(dumps, "== gone"), "─>正文"));
    assert_non_null(strstr(strstr(dumps, "== offered"), "级别="));
    assert_null(strstr(strstr(dumps, "== sorted"), "錯誤 "));
    free(dumps);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
    const struct CMUnitTest tests[] = {
        CASE(test_chinese_screens_hold_no_english),
        CASE(test_english_screens_hold_no_chinese),
        CASE(test_titles_and_footers),
        CASE(test_words_of_two_meanings),
        CASE(test_a_pane_has_one_name),
        CASE(test_traditional_characters_are_taken),
        CASE(test_names_of_contexts_are_chinese),
    };
    find_program();
    setenv("GOUJI_DATA", "data", 1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
