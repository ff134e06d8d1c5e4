/* The option table, and the file that sets options, keys and canned reasons. */
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app_private.h"
#include "gouji/base/path.h"
#include "gouji/text/width.h"

enum { CONFIG_MAX_NBYTES = 1024 * 1024, LIST_COLS = 24 };

static const char *const switches[] = {"off", "on", NULL};
static const char *const line_kinds[] = {"utf8", "ascii", NULL};
static const char *const layouts[] = {"auto", "side", "stacked", NULL};
static const char *const bells[] = {"off", "visual", NULL};

/* An option with choices is an int, the index of the choice; a text option an
 * array of nbytes. */
struct option {
    const char *name;
    size_t at, nbytes;
    const char *const *choices;
    const char *help;
};

#define CHOICE(member) offsetof(struct config, member), 0
#define TEXT(member) offsetof(struct config, member), sizeof(((struct config *)0)->member), NULL
static const struct option options[] = {
    {"theme", TEXT(theme), N_("colours: dark, light, contrast, mono, deutan or your own")},
    {"lines", CHOICE(ascii), line_kinds, N_("frames drawn with")},
    {"layout", CHOICE(layout), layouts, N_("how the panes are laid out")},
    {"footer", CHOICE(footer), switches, N_("the row of keys at the bottom")},
    {"autoadvance", CHOICE(autoadvance), switches,
     N_("to the next unresolved finding after a decision")},
    {"bell", CHOICE(bell), bells, N_("a flash of the screen for keys that do nothing")},
    {"reviewer", TEXT(reviewer), N_("your name, as it stands in the verdict file")},
};
enum { OPTION_COUNT = sizeof options / sizeof options[0] };

void config_init(struct config *config)
{
    *config = (struct config){.autoadvance = true, .footer = true};
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

const char *config_option_help(size_t index)
{
    return index < OPTION_COUNT ? _(options[index].help) : NULL;
}

static const struct option *find_option(const char *name, size_t nbytes)
{
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (strlen(options[i].name) == nbytes && strncmp(options[i].name, name, nbytes) == 0)
            return &options[i];
    return NULL;
}

const char *config_choice(const char *name, size_t index)
{
    const struct option *option = find_option(name, strlen(name));
    size_t n = 0;
    while (option && option->choices && option->choices[n])
        n++;
    return index < n ? option->choices[index] : NULL;
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

static int set_option(struct config *config, const struct option *option, const char *value,
                      struct err *err)
{
    char *at = (char *)config + option->at;
    if (option->choices) {
        int choice = choice_of(option, value, err);
        if (choice < 0)
            return -1;
        memcpy(at, &choice, sizeof choice);
        return 0;
    }
    if (strlen(value) >= option->nbytes)
        return err_set(err, ERR_USAGE, _("%s takes at most %zu bytes"), option->name,
                       option->nbytes - 1);
    strcpy(at, value);
    return 0;
}

int config_set(struct config *config, const char *assignment, struct err *err)
{
    size_t n = strcspn(assignment, "= \t");
    const char *value = assignment + n;
    value += strspn(value, "= \t");
    const struct option *option = find_option(assignment, n);
    if (!option)
        return err_set(err, ERR_USAGE, _("No option is called %.*s"), (int)n, assignment);
    return set_option(config, option, value, err);
}

static const char *value_of(const struct config *config, const struct option *option)
{
    const char *at = (const char *)config + option->at;
    int choice;
    if (!option->choices)
        return at;
    memcpy(&choice, at, sizeof choice);
    return option->choices[choice];
}

void config_list(const struct config *config, struct str *out)
{
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        const char *value = value_of(config, &options[i]);
        int used = (int)strlen(options[i].name) + 1 + width_text(slice_of(value));
        str_format(out, " %s=%s%*s%c%s", options[i].name, value,
                   used < LIST_COLS ? LIST_COLS - used : 1, "", PAGER_HANG, _(options[i].help));
        for (size_t k = 0; config_choice(options[i].name, k); k++)
            str_format(out, "%s%s", k ? " | " : ": ", config_choice(options[i].name, k));
        str_byte(out, '\n');
    }
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
