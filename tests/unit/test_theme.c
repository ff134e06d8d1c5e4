#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "gouji/ui/theme.h"

static const char *const shipped[] = {"dark", "light", "contrast", "mono", "deutan"};
enum { SHIPPED_COUNT = sizeof shipped / sizeof shipped[0] };

static struct theme load_shipped(const char *name)
{
    char path[64];
    struct theme theme;
    struct err err = {0};
    snprintf(path, sizeof path, "themes/%s.theme", name);
    if (theme_load(path, &theme, &err) != 0)
        fail_msg("%s", err.text);
    assert_string_equal(theme.name, name);
    return theme;
}

static int load_text(const char *text, struct theme *theme, struct err *err)
{
    char path[] = "/tmp/gouji-theme-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
    close(fd);
    int status = theme_load(path, theme, err);
    unlink(path);
    return status;
}

static void reads_a_line(void **state)
{
    struct theme theme;
    struct err err = {0};
    (void)state;
    assert_int_equal(load_text("# words\n"
                               "finding.error  fg=#d75f00/166/red bg=default attr=bold "
                               "mono=bold,reverse\n"
                               "normal fg=#ffffff/231/bright-white mono=none\n",
                               &theme, &err),
                     0);
    const struct look *look = &theme.looks[STYLE_ERROR];
    assert_int_equal(look->fg.rgb, 0xd75f00);
    assert_int_equal(look->fg.c256, 166);
    assert_int_equal(look->fg.c16, 1);
    assert_int_equal(look->bg.rgb, -1);
    assert_int_equal(look->attr, LOOK_BOLD);
    assert_int_equal(look->mono, LOOK_BOLD | LOOK_REVERSE);
    assert_int_equal(theme.looks[STYLE_NOTE].fg.c16, 15);
}

static void names_the_line_at_fault(void **state)
{
    static const char *const bad[] = {
        "\nnosuch fg=default\n",
        "\nnote fg=red\n",
        "\nnote fg=#d75f00/256/red\n",
        "\nnote fg=#d75f00/1/pink\n",
        "\nnote attr=blink\n",
        "\nnote fg\n",
        "\nnote size=3\n",
        "note fg=default\nnote bg=default\n",
        "\nnote fg=#d75f0/166/red\n",
        "\nnote fg=#d75f00/166\n",
        "\nnote fg=#d75f00//red\n",
        "\nnote fg=#d75f00/-1/red\n",
        "\nnote fg=#d75f00/1000/red\n",
        "\nnote fg=#d75g00/166/red\n",
    };
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        struct theme theme = {.name = "untouched"};
        struct err err = {0};
        assert_int_equal(load_text(bad[i], &theme, &err), -1);
        assert_non_null(strstr(err.text, ":2: "));
        assert_string_equal(theme.name, "untouched");
    }
}

static void names_every_style_in_each_shipped_theme(void **state)
{
    (void)state;
    for (int i = 0; i < SHIPPED_COUNT; i++) {
        char path[64], line[256];
        size_t lines = 0;
        load_shipped(shipped[i]);
        snprintf(path, sizeof path, "themes/%s.theme", shipped[i]);
        FILE *file = fopen(path, "r");
        assert_non_null(file);
        while (fgets(line, sizeof line, file) != NULL)
            lines += line[0] != '#' && line[0] != '\n';
        fclose(file);
        assert_int_equal(lines, STYLE_COUNT); /* each once, or it would not load */
    }
}

/* Severities differ without colours, in every theme, mono's among them. */
static void tells_severities_apart_without_colour(void **state)
{
    static const enum style severities[] = {STYLE_ERROR, STYLE_WARNING, STYLE_INFO,
                                            STYLE_UNDECIDED};
    (void)state;
    for (int i = 0; i < SHIPPED_COUNT; i++) {
        struct theme theme = load_shipped(shipped[i]);
        for (int a = 0; a < 4; a++)
            for (int b = 0; b < a; b++)
                assert_int_not_equal(theme.looks[severities[a]].mono,
                                     theme.looks[severities[b]].mono);
        assert_int_not_equal(theme.looks[STYLE_CURSOR].mono, theme.looks[STYLE_NORMAL].mono);
        assert_int_not_equal(theme.looks[STYLE_MATCH].mono, theme.looks[STYLE_SELECTION].mono);
    }
}

/* sRGB to linear light, near enough for a bound (the exponent is 2.4). */
static double channel(int value)
{
    double c = value / 255.0;
    return c <= 0.03928 ? c / 12.92 : 0.6 * c * c + 0.4 * c * c * c;
}

static double luminance(int rgb)
{
    return 0.2126 * channel(rgb >> 16 & 255) + 0.7152 * channel(rgb >> 8 & 255) +
           0.0722 * channel(rgb & 255);
}

static double contrast(int a, int b)
{
    double la = luminance(a), lb = luminance(b);
    return la > lb ? (la + 0.05) / (lb + 0.05) : (lb + 0.05) / (la + 0.05);
}

/* xterm's 256 colours, from the cube and the greys on. */
static int rgb_of_256(int number)
{
    static const int steps[] = {0, 95, 135, 175, 215, 255};
    if (number >= 232)
        return (8 + (number - 232) * 10) * 0x010101;
    number -= 16;
    return steps[number / 36] << 16 | steps[number / 6 % 6] << 8 | steps[number % 6];
}

/* The sixteen as Linux's VGA text mode has them, the darkest in use. */
static int rgb_of_16(int number)
{
    static const int rgb[] = {0x000000, 0xaa0000, 0x00aa00, 0xaa5500, 0x0000aa, 0xaa00aa,
                              0x00aaaa, 0xaaaaaa, 0x555555, 0xff5555, 0x55ff55, 0xffff55,
                              0x5555ff, 0xff55ff, 0x55ffff, 0xffffff};
    return rgb[number];
}

enum depth { DIRECT, OF_256, OF_16, DEPTH_COUNT };

/* -1: the terminal's own. */
static int rgb_at(const struct colour *colour, enum depth depth)
{
    if (colour->rgb < 0)
        return -1;
    return depth == DIRECT   ? colour->rgb
           : depth == OF_256 ? rgb_of_256(colour->c256)
                             : rgb_of_16(colour->c16);
}

/* WCAG's 4.5 for text, 3 for lines and what is meant to stand back. The sixteen
 * are every user's own, so that there only nearness is excluded. */
static double wanted_contrast(enum style style, const struct look *look, enum depth depth)
{
    bool back = style == STYLE_BORDER || style == STYLE_LINE_NUMBER || style == STYLE_DIM;
    return depth == OF_16 ? (look->bg.rgb >= 0 ? 3.0 : 2.0) : back ? 3.0 : 4.5;
}

static void keeps_text_readable(void **state)
{
    static const struct {
        const char *name;
        int background;
    } cases[] = {{"dark", 0x1c1c1c},   {"dark", 0x000000},     {"light", 0xffffff},
                 {"light", 0xfdf6e3},  {"contrast", 0x000000}, {"contrast", 0xffffff},
                 {"deutan", 0x1c1c1c}, {"deutan", 0x000000}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0] * DEPTH_COUNT; i++) {
        enum depth depth = (enum depth)(i % DEPTH_COUNT);
        const char *name = cases[i / DEPTH_COUNT].name;
        int ground = cases[i / DEPTH_COUNT].background;
        struct theme theme = load_shipped(name);
        for (int style = 0; style < STYLE_COUNT; style++) {
            const struct look *look = &theme.looks[style];
            int bg = rgb_at(&look->bg, depth), fg = rgb_at(&look->fg, depth);
            double got = fg >= 0 ? contrast(fg, bg >= 0 ? bg : ground) : 21;
            if (got < wanted_contrast((enum style)style, look, depth))
                fail_msg("%s on #%06x, depth %d: %s has contrast %.1f", name, (unsigned)ground,
                         depth, style_name((enum style)style), got);
            /* A background of ours never meets an unknown foreground. */
            assert_true(look->bg.rgb < 0 || look->fg.rgb >= 0);
        }
    }
}

/* How a colour looks to an eye without green cones: Viénot, Brettel and Mollon,
 * "Digital video colourmaps for checking the legibility of displays by
 * dichromats", 1999, on linear light. */
static void seen_by_deutan(int rgb, double out[3])
{
    double r = channel(rgb >> 16 & 255), g = channel(rgb >> 8 & 255), b = channel(rgb & 255);
    out[0] = out[1] = 0.29275 * r + 0.70725 * g;
    out[2] = -0.02234 * r + 0.02234 * g + b;
}

static double deutan_distance(int a, int b)
{
    double x[3], y[3], sum = 0;
    seen_by_deutan(a, x);
    seen_by_deutan(b, y);
    for (int i = 0; i < 3; i++)
        sum += (x[i] - y[i]) * (x[i] - y[i]);
    return sum;
}

/* What shows of a style: its background where it has one, else its text. */
static int shown(const struct look *look, enum depth depth)
{
    return rgb_at(look->bg.rgb >= 0 ? &look->bg : &look->fg, depth);
}

static void keeps_severities_apart_for_deutan_eyes(void **state)
{
    static const enum style severities[] = {STYLE_ERROR, STYLE_WARNING, STYLE_INFO};
    struct theme theme = load_shipped("deutan");
    (void)state;
    for (int depth = 0; depth < DEPTH_COUNT; depth++)
        for (int a = 0; a < 3; a++)
            for (int b = 0; b < a; b++)
                if (deutan_distance(shown(&theme.looks[severities[a]], (enum depth)depth),
                                    shown(&theme.looks[severities[b]], (enum depth)depth)) < 0.04)
                    fail_msg("depth %d: %s is like %s", depth, style_name(severities[a]),
                             style_name(severities[b]));
}

static void lists_each_theme_once(void **state)
{
    struct str names = STR_INIT;
    (void)state;
    theme_names(&names);
    for (int i = 0; i < SHIPPED_COUNT; i++) {
        const char *at = strstr(str_text(&names), shipped[i]);
        assert_non_null(at);
        assert_null(strstr(at + 1, shipped[i]));
    }
    str_release(&names);
}

static void leaves_plain_text_to_the_terminal(void **state)
{
    (void)state;
    for (int i = 0; i < SHIPPED_COUNT; i++) {
        const struct look look = load_shipped(shipped[i]).looks[STYLE_NORMAL];
        assert_true(look.fg.rgb == -1 && look.bg.rgb == -1 && look.attr == 0 && look.mono == 0);
    }
}

static void finds_by_plain_name_only(void **state)
{
    static const char *const bad[] = {"", "../dark", "dark/x", "no-such-theme",
                                      "a-name-that-is-far-too-long-for-a-theme"};
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        struct theme theme;
        struct err err = {0};
        assert_int_equal(theme_find(bad[i], &theme, &err), -1);
        assert_int_not_equal(err.text[0], '\0');
    }
}

static void prefers_the_users_own_theme(void **state)
{
    char home[] = "/tmp/gouji-config-XXXXXX", path[128];
    struct theme theme;
    struct err err = {0};
    (void)state;
    assert_non_null(mkdtemp(home));
    snprintf(path, sizeof path, "mkdir -p %s/gouji/themes", home);
    assert_int_equal(system(path), 0);
    snprintf(path, sizeof path, "%s/gouji/themes/own.theme", home);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs("normal fg=#ffffff/231/white mono=bold\n", file);
    fclose(file);
    setenv("XDG_CONFIG_HOME", home, 1);
    assert_int_equal(theme_find("own", &theme, &err), 0);
    assert_int_equal(theme.looks[STYLE_KEY].mono, LOOK_BOLD);
    unsetenv("XDG_CONFIG_HOME");
    snprintf(path, sizeof path, "rm -r %s", home);
    assert_int_equal(system(path), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_a_line),
        cmocka_unit_test(names_the_line_at_fault),
        cmocka_unit_test(names_every_style_in_each_shipped_theme),
        cmocka_unit_test(tells_severities_apart_without_colour),
        cmocka_unit_test(keeps_text_readable),
        cmocka_unit_test(keeps_severities_apart_for_deutan_eyes),
        cmocka_unit_test(lists_each_theme_once),
        cmocka_unit_test(leaves_plain_text_to_the_terminal),
        cmocka_unit_test(finds_by_plain_name_only),
        cmocka_unit_test(prefers_the_users_own_theme),
    };
    setenv("GOUJI_DATA", "data", 1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
