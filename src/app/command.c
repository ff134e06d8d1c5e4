/* The command line: a line number, or an action's name with its argument. */
#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "gouji/ui/theme.h"

void describe_chord(struct app *app, const struct key *chord, size_t n)
{
    char keys[64] = "";
    bool prefix;
    for (size_t i = 0; i < n; i++)
        key_format(chord[i], keys + strlen(keys), sizeof keys - strlen(keys));
    enum action action = keymap_find(app->keymap, app_context(app), chord, n, &prefix);
    if (action != ACTION_NOTHING)
        desk_say(&app->desk, TONE_PLAIN, "%s  :%s  %s", keys, action_entry(action)->name,
                 _(action_entry(action)->help));
    else if (prefix)
        desk_say(&app->desk, TONE_PLAIN, _("%s begins longer keys"), keys);
    else
        desk_say(&app->desk, TONE_PLAIN, _("%s is not bound here"), keys);
}

unsigned describe_key(struct app *app, const char *keys)
{
    struct key chord[KEYMAP_CHORD_MAX];
    size_t n = 0;
    if (!keys) {
        app->describing = true;
        desk_say(&app->desk, TONE_PLAIN, _("Press the key to be described"));
        return REACT_REDRAW;
    }
    for (const char *at = keys; at[0] && n < KEYMAP_CHORD_MAX; n++) {
        size_t used = key_parse(at, &chord[n]);
        if (used == 0) {
            desk_say(&app->desk, TONE_ERROR, _("No key is called %s"), at);
            return REACT_REDRAW;
        }
        at += used;
    }
    describe_chord(app, chord, n);
    return REACT_REDRAW;
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
    if (action != ACTION_NOTHING)
        app_do(app, action, 0, argument[0] ? argument : NULL);
    else if (!goto_place(app, line)) /* :T3.open.np needs no command before it */
        desk_say(&app->desk, TONE_ERROR, _("No command is called %s; Tab completes"), name);
    free(name);
}

void command_line_preview(struct app *app, const char *line)
{
    static const char *const beginnings[] = {"theme ", "set theme=", "set theme "};
    const char *name = NULL;
    for (size_t i = 0; i < sizeof beginnings / sizeof beginnings[0]; i++)
        if (strncmp(line, beginnings[i], strlen(beginnings[i])) == 0)
            name = line + strlen(beginnings[i]);
    struct theme theme;
    struct err ignored = {0};
    if (name && name[0] && strcmp(name, app->shown_theme) != 0 &&
        theme_find(name, &theme, &ignored) == 0)
        app_set_theme(app, name);
}
