/* The option table, and the file that sets options, keys and canned reasons. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app_private.h"
#include "gouji/base/path.h"

enum { CONFIG_MAX_NBYTES = 1024 * 1024 };

static const char *const switches[] = {"off", "on", NULL};
static const char *const line_kinds[] = {"utf8", "ascii", NULL};
static const char *const layouts[] = {"auto", "side", "stacked", NULL};

/* A text option has no choices. */
struct option {
    const char *name;
    const char *const *choices;
    const char *help;
};
enum { OPTION_THEME, OPTION_LINES, OPTION_LAYOUT, OPTION_AUTOADVANCE, OPTION_REVIEWER,
       OPTION_COUNT };
static const struct option options[OPTION_COUNT] = {
    [OPTION_THEME] = {"theme", NULL, N_("colours: dark, light, contrast, mono or your own")},
    [OPTION_LINES] = {"lines", line_kinds, N_("frames drawn with")},
    [OPTION_LAYOUT] = {"layout", layouts, N_("how the panes are laid out")},
    [OPTION_AUTOADVANCE] = {"autoadvance", switches,
                            N_("to the next unresolved finding after a decision")},
    [OPTION_REVIEWER] = {"reviewer", NULL, N_("your name, as it stands in the verdict file")},
};

void config_init(struct config *config)
{
    *config = (struct config){.autoadvance = true};
    strcpy(config->theme, "dark");
}

void config_release(struct config *config)
{
    for (size_t i = 0; i < config->nreasons; i++)
        free(config->reasons[i].text);
    config->nreasons = 0;
}

const char *config_option(size_t index)
{
    return index < OPTION_COUNT ? options[index].name : NULL;
}

static int choice_of(const struct option *option, const char *value, struct err *err)
{
    struct str all = STR_INIT;
    for (int i = 0; option->choices[i]; i++) {
        if (strcmp(option->choices[i], value) == 0) {
            str_release(&all);
            return i;
        }
        str_format(&all, "%s%s", i ? ", " : "", option->choices[i]);
    }
    err_set(err, ERR_USAGE, _("%s is one of %s, not %s"), option->name, str_text(&all), value);
    str_release(&all);
    return -1;
}

static int set_text(char *out, size_t nbytes, const char *value, const char *name,
                    struct err *err)
{
    if (strlen(value) >= nbytes)
        return err_set(err, ERR_USAGE, _("%s takes at most %zu bytes"), name, nbytes - 1);
    strcpy(out, value);
    return 0;
}

static int set_option(struct config *config, int which, const char *value, struct err *err)
{
    const struct option *option = &options[which];
    if (which == OPTION_THEME)
        return set_text(config->theme, sizeof config->theme, value, option->name, err);
    if (which == OPTION_REVIEWER)
        return set_text(config->reviewer, sizeof config->reviewer, value, option->name, err);
    int choice = choice_of(option, value, err);
    if (choice < 0)
        return -1;
    if (which == OPTION_LINES)
        config->ascii = choice == 1;
    else if (which == OPTION_LAYOUT)
        config->layout = (enum layout_mode)choice;
    else
        config->autoadvance = choice == 1;
    return 0;
}

int config_set(struct config *config, const char *assignment, struct err *err)
{
    size_t n = strcspn(assignment, "= \t");
    const char *value = assignment + n;
    value += strspn(value, "= \t");
    for (int i = 0; i < OPTION_COUNT; i++)
        if (strlen(options[i].name) == n && strncmp(options[i].name, assignment, n) == 0)
            return set_option(config, i, value, err);
    return err_set(err, ERR_USAGE, _("No option is called %.*s"), (int)n, assignment);
}

void config_list(const struct config *config, struct str *out)
{
    const char *const values[OPTION_COUNT] = {
        [OPTION_THEME] = config->theme,
        [OPTION_LINES] = line_kinds[config->ascii],
        [OPTION_LAYOUT] = layouts[config->layout],
        [OPTION_AUTOADVANCE] = switches[config->autoadvance],
        [OPTION_REVIEWER] = config->reviewer,
    };
    for (int i = 0; i < OPTION_COUNT; i++)
        str_format(out, "%s=%s  (%s)\n", options[i].name, values[i], _(options[i].help));
}

/* ---- files ---- */

static int add_reason(struct config *config, const char *line, struct err *err)
{
    char name[32];
    size_t n = strcspn(line, " \t");
    snprintf(name, sizeof name, "%.*s", (int)n, line);
    enum verdict verdict = verdict_find(name);
    if (verdict == VERDICT_NONE)
        return err_set(err, ERR_INPUT, _("No verdict is called %s"), name);
    if (config->nreasons == REASONS_MAX)
        return err_set(err, ERR_LIMIT, _("More than %d reasons"), REASONS_MAX);
    char *text = strdup(line + n + strspn(line + n, " \t"));
    if (!text)
        return err_set_nomem(err);
    config->reasons[config->nreasons++] = (struct canned_reason){verdict, text};
    return 0;
}

static const char *behind(const char *line, const char *word)
{
    size_t n = strlen(word);
    if (strncmp(line, word, n) != 0 || (line[n] != ' ' && line[n] != '\t'))
        return NULL;
    return line + n + strspn(line + n, " \t");
}

static int config_line(struct config *config, struct keymap *keymap, char *line, struct err *err)
{
    line += strspn(line, " \t");
    size_t n = strlen(line);
    while (n > 0 && strchr(" \t\r", line[n - 1]))
        line[--n] = '\0';
    const char *rest;
    if (!line[0] || line[0] == '#')
        return 0;
    if ((rest = behind(line, "set")))
        return config_set(config, rest, err);
    if ((rest = behind(line, "reason")))
        return add_reason(config, rest, err);
    return keymap_line(keymap, line, err);
}

static void load_file(struct config *config, struct keymap *keymap, const char *path,
                      struct str *faults)
{
    char *bytes = NULL;
    size_t nbytes;
    struct err err = {0};
    if (path_read(path, CONFIG_MAX_NBYTES, "config", &bytes, &nbytes, &err) < 0) {
        str_format(faults, "%s\n", err.text);
        return;
    }
    char *rest = bytes;
    int number = 0;
    for (char *line; (line = strsep(&rest, "\n"));) {
        number++;
        if (config_line(config, keymap, line, &err) < 0)
            str_format(faults, "%s:%d: %s\n", path, number, err.text);
    }
    free(bytes);
}

/* Only a file that was asked for by name must be there. */
static char *config_path(const char *path, bool *named)
{
    const char *from = path ? path : getenv("GOUJI_CONFIG");
    *named = from && from[0];
    if (*named)
        return strdup(from);
    char *dir = path_config_dir(NULL);
    char *found = dir ? path_join(dir, "config") : NULL;
    free(dir);
    return found;
}

void config_load(struct config *config, struct keymap *keymap, const char *path,
                 struct str *faults)
{
    struct err err = {0};
    bool named;
    char *reasons = path_data("reasons", &err);
    if (reasons)
        load_file(config, keymap, reasons, faults);
    free(reasons);
    char *file = config_path(path, &named);
    if (file && (named || access(file, F_OK) == 0))
        load_file(config, keymap, file, faults);
    free(file);
}
