/* The command line: a line number, an action's name with its argument, or
 * describe-key. */
#include <stdlib.h>
#include <string.h>

#include "app_private.h"

static const char describe_key[] = "describe-key";

static void describe(struct app *app, const char *keys)
{
    struct key chord[KEYMAP_CHORD_MAX];
    size_t n = 0;
    for (const char *at = keys; at[0] && n < KEYMAP_CHORD_MAX; n++) {
        size_t used = key_parse(at, &chord[n]);
        if (used == 0) {
            desk_say(&app->desk, TONE_ERROR, _("No key is called %s"), at);
            return;
        }
        at += used;
    }
    bool prefix;
    enum action action = keymap_find(app->keymap, app_context(app), chord, n, &prefix);
    if (action == ACTION_NOTHING)
        desk_say(&app->desk, TONE_PLAIN, _("%s is not bound here"), keys);
    else
        desk_say(&app->desk, TONE_PLAIN, "%s  :%s  %s", keys, action_entry(action)->name,
                 _(action_entry(action)->help));
}

void command_line_run(struct app *app, const char *line)
{
    line += strspn(line, " \t");
    size_t n = strcspn(line, " \t");
    const char *argument = line + n + strspn(line + n, " \t");
    if (n == 0)
        return;
    if (strspn(line, "0123456789") == n && n < 9) {
        app_do(app, ACTION_GOTO_END, atoi(line), NULL);
        return;
    }
    char *name = strndup(line, n);
    if (!name)
        return;
    enum action action = action_find(name);
    if (strcmp(name, describe_key) == 0)
        describe(app, argument);
    else if (action == ACTION_NOTHING)
        desk_say(&app->desk, TONE_ERROR, _("No command is called %s; Tab completes"), name);
    else
        app_do(app, action, 0, argument[0] ? argument : NULL);
    free(name);
}

/* ---- completion ---- */

static const char *candidate(bool option, size_t index)
{
    if (option)
        return config_option(index);
    if (index < ACTION_TOTAL)
        return action_entry((enum action)index)->name;
    return index == ACTION_TOTAL ? describe_key : NULL;
}

char *command_line_complete(struct app *app, const char *line)
{
    bool option = strncmp(line, "set ", 4) == 0;
    const char *word = option ? line + 4 : line;
    size_t n = strlen(word), common = 0, matches = 0;
    const char *first = NULL;
    struct str all = STR_INIT;
    for (size_t i = 0; candidate(option, i); i++) {
        const char *name = candidate(option, i);
        if (strncmp(name, word, n) != 0)
            continue;
        str_format(&all, "%s ", name);
        if (!first)
            first = name, common = strlen(name);
        while (strncmp(first, name, common) != 0)
            common--;
        matches++;
    }
    struct str out = STR_INIT;
    if (first)
        str_format(&out, "%s%.*s%s", option ? "set " : "", (int)common, first,
                   matches > 1 ? "" : option ? "=" : " ");
    if (matches > 1)
        desk_say(&app->desk, TONE_PLAIN, "%s", str_text(&all));
    str_release(&all);
    return first ? str_detach(&out) : NULL;
}
