/* The option table, and the file that sets options, keys and canned reasons. */
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app_private.h"
#include "gouji/base/path.h"
#include "gouji/text/width.h"
#include "gouji/ui/theme.h"

enum { CONFIG_MAX_NBYTES = 1024 * 1024, LIST_COLS = 24 };

static const char *const switches[] = {"off", "on", NULL};
static const char *const line_kinds[] = {"utf8", "ascii", NULL};
static const char *const layouts[] = {"auto", "side", "stacked", "single", NULL};
static const char *const bells[] = {"off", "visual", NULL};
static const char *const widths[] = {"narrow", "pad", "subst", NULL};
static const char *const syncs[] = {"off", "auto", "on", NULL};
static const char *const clipboards[] = {"raw", "tmux", "off", NULL};

/* An option with choices is an int, the index of the choice; a text option an
 * array of nbytes; else it is a number. */
struct option {
    const char *name;
    size_t at, nbytes;
    const char *const *choices;
    const char *help;
};
enum { ESC_DELAY_MIN_MS = 10, ESC_DELAY_MAX_MS = 10000 };

#define CHOICE(member) offsetof(struct config, member), 0
#define NUMBER(member) offsetof(struct config, member), 0, NULL
#define TEXT(member) offsetof(struct config, member), sizeof(((struct config *)0)->member), NULL
static const struct option options[] = {
    {"theme", TEXT(theme), N_("colours: dark, light, contrast, mono, deutan or your own")},
    {"lines", CHOICE(ascii), line_kinds, N_("frames drawn with")},
    {"layout", CHOICE(layout), layouts, N_("how the panes are laid out")},
    {"footer", CHOICE(footer), switches, N_("the row of keys at the bottom")},
    {"autoadvance", CHOICE(autoadvance), switches,
     N_("to the next unresolved finding after a decision")},
    {"bell", CHOICE(bell), bells, N_("a flash of the screen for keys that do nothing")},
    {"ambiguous", CHOICE(ambiguous), widths,
     N_("quotation marks, dashes and the like: one column, a blank behind them, or as ASCII")},
    {"sync", CHOICE(sync), syncs,
     N_("frames shown at once: where the terminal says that it can, or always")},
    {"mouse", CHOICE(mouse), switches,
     N_("clicks and the wheel; Shift with dragging selects text as before")},
    {"clipboard", CHOICE(clipboard), clipboards,
     N_("how copies reach the terminal: plain, wrapped for tmux, not at all")},
    {"title", CHOICE(title), switches, N_("the report's name in the window's title")},
    {"esc-delay", NUMBER(esc_delay_ms),
     N_("milliseconds a sequence of keys may be held up, 10 to 10000; 0: $ESCDELAY, else 100")},
    {"reviewer", TEXT(reviewer), N_("your name, as it stands in the verdict file")},
};
enum { OPTION_COUNT = sizeof options / sizeof options[0] };

void config_init(struct config *config)
{
    *config = (struct config){.autoadvance = true, .footer = true, .title = true};
    strcpy(config->theme, "dark");
}

void config_release(struct config *config)
{
    for (size_t i = 0; i < config->nreasons; i++)
        free(config->reasons[i].text);
    config->nreasons = 0;
    for (size_t i = 0; i < config->ntemplates; i++)
        free(config->templates[i]);
    config->ntemplates = 0;
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
    if (value[0])
        err_set(err, ERR_USAGE, _("%s is one of %s, not %s"), option->name, str_text(&all), value);
    else
        err_set(err, ERR_USAGE, _("%s needs a value: one of %s"), option->name, str_text(&all));
    str_release(&all);
    return -1;
}

static int number_of(const struct option *option, const char *value, int *number, struct err *err)
{
    char *end;
    long n = strtol(value, &end, 10);
    if (end == value || *end || (n != 0 && (n < ESC_DELAY_MIN_MS || n > ESC_DELAY_MAX_MS)))
        return err_set(err, ERR_USAGE, _("%s is a number from %d to %d, not %s"), option->name,
                       ESC_DELAY_MIN_MS, ESC_DELAY_MAX_MS, value);
    *number = (int)n;
    return 0;
}

static int set_option(struct config *config, const struct option *option, const char *value,
                      struct err *err)
{
    struct theme theme;
    char *at = (char *)config + option->at;
    if (at == config->theme && theme_find(value, &theme, err) < 0)
        return -1;
    if (option->choices) {
        int choice = choice_of(option, value, err);
        if (choice < 0)
            return -1;
        memcpy(at, &choice, sizeof choice);
        return 0;
    }
    if (option->nbytes == 0) {
        int number = 0;
        if (number_of(option, value, &number, err) < 0)
            return -1;
        memcpy(at, &number, sizeof number);
        return 0;
    }
    if (strlen(value) >= option->nbytes)
        return err_set(err, ERR_USAGE, _("%s takes at most %zu bytes"), option->name,
                       option->nbytes - 1);
    memcpy(at, value, strlen(value) + 1);
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
    bool is_named_only = !value[0] && !strchr(assignment, '=');
    if (is_named_only && option->choices == switches)
        value = "on";
    else if (is_named_only && !option->choices)
        return err_set(err, ERR_USAGE, _("%s needs a value: %s"), option->name, _(option->help));
    return set_option(config, option, value, err);
}

static void add_value(const struct config *config, const struct option *option, struct str *out)
{
    const char *at = (const char *)config + option->at;
    int number;
    if (option->nbytes) {
        str_add(out, at);
        return;
    }
    memcpy(&number, at, sizeof number);
    if (option->choices)
        str_add(out, option->choices[number]);
    else
        str_format(out, "%d", number);
}

static void pad_from(struct str *out, size_t start)
{
    int used = width_text(slice_make(str_text(out) + start, out->nbytes - start));
    do
        str_byte(out, ' ');
    while (++used < LIST_COLS);
}

void config_list(const struct config *config, struct str *out)
{
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        size_t start = out->nbytes;
        str_format(out, " %s=", options[i].name);
        add_value(config, &options[i], out);
        pad_from(out, start);
        str_format(out, "%c%s", PAGER_HANG, _(options[i].help));
        for (size_t k = 0; config_choice(options[i].name, k); k++)
            str_format(out, "%s%s", k ? " | " : _(": "), config_choice(options[i].name, k));
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
    line += n + strspn(line + n, " \t");
    for (size_t i = 0; i < config->nreasons; i++)
        if (config->reasons[i].verdict == verdict && strcmp(config->reasons[i].text, line) == 0)
            return 0;
    if (config->nreasons == REASONS_MAX)
        return err_set(err, ERR_LIMIT, _("More than %d reasons"), REASONS_MAX);
    char *text = strdup(line);
    if (!text)
        return err_set_nomem(err);
    struct canned_reason *reason = &config->reasons[config->nreasons++];
    reason->verdict = verdict;
    reason->text = text;
    return 0;
}

static int add_template(struct config *config, const char *text, struct err *err)
{
    if (config->ntemplates == TEMPLATES_MAX)
        return err_set(err, ERR_LIMIT, _("More than %d templates"), TEMPLATES_MAX);
    char *copy = strdup(text);
    if (!copy)
        return err_set_nomem(err);
    config->templates[config->ntemplates++] = copy;
    return 0;
}

void config_dump(const struct config *config, struct str *out)
{
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        struct str value = STR_INIT;
        add_value(config, &options[i], &value);
        str_format(out, "# %s\nset %s%s%s\n", _(options[i].help), options[i].name,
                   value.nbytes > 0 ? " " : "=", str_text(&value)); /* a name alone is no value */
        out->failed |= value.failed;
        str_release(&value);
    }
    for (size_t i = config->nshipped; i < config->nreasons; i++)
        str_format(out, "reason %s %s\n", verdict_name(config->reasons[i].verdict),
                   config->reasons[i].text);
    for (size_t i = config->ntemplates_shipped; i < config->ntemplates; i++)
        str_format(out, "template %s\n", config->templates[i]);
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
    if ((rest = behind(line, "template")))
        return add_template(config, rest, err);
    if (behind(line, "bind") || behind(line, "unbind"))
        return keymap_line(keymap, line, err);
    return err_set(err, ERR_INPUT,
                   _("unknown word %.*s; set, bind, unbind, reason or template is wanted"),
                   (int)strcspn(line, " \t"), line);
}

/* What stands behind it would be passed over in silence. */
static int line_of_nul(const char *bytes)
{
    int line = 1;
    for (; *bytes; bytes++)
        line += *bytes == '\n';
    return line;
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
    if (memchr(bytes, 0, nbytes)) {
        str_format(faults, "%s:%d: %s\n", path, line_of_nul(bytes),
                   _("a NUL byte: this is no text, and nothing of it is taken"));
        bytes[0] = '\0';
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

void config_load(struct config *config, struct keymap *keymap, const char *path, struct str *faults)
{
    struct err err = {0};
    bool named;
    char *reasons = path_data("reasons", &err);
    if (reasons)
        load_file(config, keymap, reasons, faults);
    free(reasons);
    config->nshipped = config->nreasons;
    config->ntemplates_shipped = config->ntemplates;
    char *file = config_path(path, &named);
    if (file && (named || access(file, F_OK) == 0))
        load_file(config, keymap, file, faults);
    free(file);
}
