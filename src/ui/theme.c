#include "gouji/ui/theme.h"

#include <ctype.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gouji/base/message.h"
#include "gouji/base/path.h"

enum { FILE_MAX_NBYTES = 256 * 1024 };

static const struct colour colour_default = {-1, -1, -1};

static const char *const colour_names[] = {"black", "red",     "green", "yellow",
                                           "blue",  "magenta", "cyan",  "white"};

/* 0..15, or -2 when it is no name. */
static int parse_c16(const char *name)
{
    bool bright = strncmp(name, "bright-", 7) == 0;
    if (strcmp(name, "default") == 0)
        return -1;
    for (int i = 0; i < 8; i++)
        if (strcmp(name + (bright ? 7 : 0), colour_names[i]) == 0)
            return i + (bright ? 8 : 0);
    return -2;
}

/* The number of at most so many digits before a slash, both of which it passes over; -1: none. */
static int take_number(const char **text, int base, int most)
{
    int number = 0;
    const char *at = *text;
    for (; isxdigit((unsigned char)*at) && most > 0; at++, most--) {
        int digit = isdigit((unsigned char)*at) ? *at - '0' : (*at | 0x20) - 'a' + 10;
        if (digit >= base)
            return -1;
        number = number * base + digit;
    }
    if (at == *text || *at != '/')
        return -1;
    *text = at + 1;
    return number;
}

/* "#rrggbb/256/name" or "default". */
static int parse_colour(const char *text, struct colour *colour)
{
    const char *rest = text + 1;
    if (strcmp(text, "default") == 0) {
        *colour = colour_default;
        return 0;
    }
    if (text[0] != '#' || strcspn(rest, "/") != 6)
        return -1;
    int rgb = take_number(&rest, 16, 6), c256 = rgb < 0 ? -1 : take_number(&rest, 10, 3);
    if (c256 < 0 || c256 > 255)
        return -1;
    int c16 = parse_c16(rest);
    if (c16 < -1)
        return -1;
    *colour = (struct colour){rgb, c256, c16};
    return 0;
}

/* "bold,reverse" or "none". Cuts text up. */
static int parse_attributes(char *text, unsigned *attributes)
{
    static const char *const names[] = {"bold", "dim", "italic", "underline", "reverse"};
    *attributes = 0;
    for (char *word; (word = strsep(&text, ",")) != NULL;) {
        unsigned bit = 0;
        for (unsigned i = 0; i < sizeof names / sizeof names[0]; i++)
            if (strcmp(word, names[i]) == 0)
                bit = 1U << i;
        if (bit == 0 && strcmp(word, "none") != 0)
            return -1;
        *attributes |= bit;
    }
    return 0;
}

static int parse_part(char *part, struct look *look)
{
    char *value = strchr(part, '=');
    if (value == NULL)
        return -1;
    *value++ = '\0';
    if (strcmp(part, "fg") == 0)
        return parse_colour(value, &look->fg);
    if (strcmp(part, "bg") == 0)
        return parse_colour(value, &look->bg);
    if (strcmp(part, "attr") == 0)
        return parse_attributes(value, &look->attr);
    if (strcmp(part, "mono") == 0)
        return parse_attributes(value, &look->mono);
    return -1;
}

static int find_style(const char *name)
{
    for (int i = 0; i < STYLE_COUNT; i++) {
        const char *style = style_name((enum style)i);
        if (style[0] == name[0] && strcmp(style, name) == 0)
            return i;
    }
    return -1;
}

/* One line; `named` notes which styles the file gives. Cuts the line up. */
static int parse_line(char *line, struct theme *theme, bool named[], struct err *err)
{
    static const char blanks[] = " \t\r";
    char *save = NULL, *name = strtok_r(line, blanks, &save);
    if (name == NULL || name[0] == '#')
        return 0;
    int style = find_style(name);
    if (style < 0)
        return err_set(err, ERR_INPUT, _("no style is called %s"), name);
    if (named[style])
        return err_set(err, ERR_INPUT, _("%s is given twice"), name);
    struct look look = {colour_default, colour_default, 0, 0};
    for (char *part; (part = strtok_r(NULL, blanks, &save)) != NULL;)
        if (parse_part(part, &look) != 0)
            return err_set(err, ERR_INPUT, _("%s: cannot read %s"), name, part);
    theme->looks[style] = look;
    named[style] = true;
    return 0;
}

static void name_theme(const char *path, struct theme *theme)
{
    const char *name = path_name(path);
    size_t nbytes = strcspn(name, ".");
    if (nbytes >= sizeof theme->name)
        nbytes = sizeof theme->name - 1;
    memcpy(theme->name, name, nbytes);
    theme->name[nbytes] = '\0';
}

static int parse_file(const char *path, char *bytes, struct theme *theme, struct err *err)
{
    bool named[STYLE_COUNT] = {false};
    int number = 0;
    for (char *line; (line = strsep(&bytes, "\n")) != NULL;) {
        struct err fault = {0};
        number++;
        if (parse_line(line, theme, named, &fault) != 0)
            return err_set(err, fault.kind, "%s:%d: %s", path, number, fault.text);
    }
    if (!named[STYLE_NORMAL])
        theme->looks[STYLE_NORMAL] = (struct look){colour_default, colour_default, 0, 0};
    for (int i = 0; i < STYLE_COUNT; i++)
        if (!named[i])
            theme->looks[i] = theme->looks[STYLE_NORMAL];
    name_theme(path, theme);
    return 0;
}

int theme_load(const char *path, struct theme *theme, struct err *err)
{
    char *bytes = NULL;
    size_t nbytes;
    if (path_read(path, FILE_MAX_NBYTES, "theme", &bytes, &nbytes, err) != 0)
        return -1;
    struct theme loaded = {0};
    int status = parse_file(path, bytes, &loaded, err);
    free(bytes);
    if (status == 0)
        *theme = loaded;
    return status;
}

/* Only a plain name may become part of a path. */
static bool plain_name(const char *name)
{
    for (const char *c = name; *c != '\0'; c++)
        if (!isalnum((unsigned char)*c) && *c != '-' && *c != '_')
            return false;
    return name[0] != '\0' && strlen(name) < sizeof((struct theme *)0)->name;
}

/* The user's own theme of that name; NULL when there is none. */
static char *user_theme(const char *file)
{
    struct err ignored;
    char *config = path_config_dir(&ignored);
    char *path = config != NULL ? path_join(config, file) : NULL;
    free(config);
    FILE *there = path != NULL ? fopen(path, "r") : NULL;
    if (there != NULL) {
        fclose(there);
        return path;
    }
    free(path);
    return NULL;
}

int theme_find(const char *name, struct theme *theme, struct err *err)
{
    char file[64];
    if (!plain_name(name))
        return err_set(err, ERR_USAGE, _("no theme is called %s"), name);
    snprintf(file, sizeof file, "themes/%s.theme", name);
    char *path = user_theme(file);
    if (path == NULL && (path = path_data(file, err)) == NULL && strcmp(name, "dark") != 0)
        err_set(err, ERR_USAGE, _("no theme is called %s"), name);
    int status = path != NULL ? theme_load(path, theme, err) : -1;
    free(path);
    return status;
}

enum { THEMES_MAX = 64 };

static bool listed(char *const names[], size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

static size_t add_names(char *folder, char *names[], size_t n)
{
    DIR *dir = folder != NULL ? opendir(folder) : NULL;
    free(folder);
    if (dir == NULL)
        return n;
    for (struct dirent *entry; n < THEMES_MAX && (entry = readdir(dir)) != NULL;) {
        const char *end = strrchr(entry->d_name, '.');
        if (end == NULL || strcmp(end, ".theme") != 0)
            continue;
        char *name = strndup(entry->d_name, (size_t)(end - entry->d_name));
        if (name == NULL)
            break;
        if (listed(names, n, name))
            free(name);
        else
            names[n++] = name;
    }
    closedir(dir);
    return n;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

void theme_names(struct str *out)
{
    struct err ignored;
    char *names[THEMES_MAX], *config = path_config_dir(&ignored);
    size_t n = add_names(config != NULL ? path_join(config, "themes") : NULL, names, 0);
    char *shipped = path_data("themes/dark.theme", &ignored);
    n = add_names(shipped != NULL ? path_dir(shipped) : NULL, names, n);
    qsort(names, n, sizeof names[0], by_name);
    for (size_t i = 0; i < n; i++) {
        if (plain_name(names[i]))
            str_format(out, "%s\n", names[i]);
        free(names[i]);
    }
    free(config);
    free(shipped);
}
