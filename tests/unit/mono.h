/* A dump with styles as a terminal without colours shows it. */
#ifndef GOUJI_TESTS_MONO_H
#define GOUJI_TESTS_MONO_H

#include "app_fixture.h"

#include "gouji/ui/theme.h"

static inline void add_look(unsigned mono, struct str *out)
{
    static const struct {
        unsigned flag;
        const char *name;
    } names[] = {{LOOK_BOLD, "bold"},
                 {LOOK_DIM, "dim"},
                 {LOOK_ITALIC, "italic"},
                 {LOOK_UNDERLINE, "underline"},
                 {LOOK_REVERSE, "reverse"}};
    for (size_t i = 0; i < COUNT(names); i++)
        if (mono & names[i].flag)
            str_format(out, " %s", names[i].name);
    str_byte(out, '\n');
}

/* The lines "row: from-to style" with what the theme makes of the style without
 * colours; those that look like any other text are left out. */
static inline char *without_colours(const char *dumps)
{
    struct theme theme;
    struct err err = {0};
    struct str out = STR_INIT;
    OK(theme_find("mono", &theme, why));
    (void)err;
    while (*dumps) {
        size_t n = strcspn(dumps, "\n");
        int used = 0, style = 0;
        char name[40] = "";
        bool is_style = sscanf(dumps, "%*d: %*d-%*d %39s%n", name, &used) == 1 && (size_t)used == n;
        while (is_style && style < STYLE_COUNT && strcmp(style_name((enum style)style), name) != 0)
            style++;
        if (!is_style || style == STYLE_COUNT) {
            str_format(&out, "%.*s\n", (int)n, dumps);
        } else if (theme.looks[style].mono) {
            str_append(&out, slice_make(dumps, n - strlen(name) - 1));
            add_look(theme.looks[style].mono, &out);
        }
        dumps += n + (dumps[n] == '\n');
    }
    return str_detach(&out);
}

#endif
