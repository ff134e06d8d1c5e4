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

/* The bytes of the blank at the start of the line, of either width; 0 none. */
static size_t blank_nbytes(const char *line)
{
    return line[0] == ' ' || line[0] == '\t' ? 1 : strncmp(line, "\xE3\x80\x80", 3) == 0 ? 3 : 0;
}

static const char *skip_blanks(const char *line)
{
    for (size_t n; (n = blank_nbytes(line)) > 0;)
        line += n;
    return line;
}

static const char *skip_word(const char *line)
{
    while (*line && blank_nbytes(line) == 0)
        line++;
    return line;
}

/* The ASCII character of the full-width form at the start of the line, 0 none. */
static char folded_char(const char *line)
{
    unsigned char a = (unsigned char)line[0], b = a ? (unsigned char)line[1] : 0;
    unsigned char c = b ? (unsigned char)line[2] : 0;
    unsigned code = 0xF000u | (b & 0x3Fu) << 6 | (c & 0x3Fu);
    bool is_form = a == 0xEF && (c & 0xC0) == 0x80 && code >= 0xFF01 && code <= 0xFF5E;
    return is_form ? (char)(code - 0xFEE0) : blank_nbytes(line) == 3 ? ' ' : '\0';
}

/* As if typed without the input method that was left on; the caller's (free). */
static char *folded(const char *line)
{
    char *text = strdup(line), *to = text;
    while (text && *line) {
        char c = folded_char(line);
        *to++ = c ? c : *line;
        line += c ? 3 : 1;
    }
    if (text)
        *to = '\0';
    return text;
}

/* A line's number, a command, or a place: :T3.open.np needs no command before it. */
static void run_folded(struct app *app, const char *line, const char *argument)
{
    size_t n = strcspn(line, " \t");
    if (strspn(line, "0123456789") == n && n < 9) {
        app_do(app, ACTION_GOTO_END, atoi(line), NULL);
        line = skip_blanks(line + n);
        if (line[0])
            run_folded(app, line, skip_blanks(skip_word(argument)));
        return;
    }
    char *name = strndup(line, n);
    if (!name)
        return;
    enum action action = action_find(name);
    if (action == ACTION_GOTO || action == ACTION_LAYOUT || action == ACTION_THEME)
        argument = skip_blanks(line + n); /* names of ours, no words of the reviewer's */
    if (action != ACTION_NOTHING)
        app_do(app, action, 0, argument[0] ? argument : NULL);
    else if (!goto_place(app, line))
        desk_say(&app->desk, TONE_ERROR,
                 app->streams ? _("No command is called %s; help lists them")
                              : _("No command is called %s; Tab completes"),
                 name);
    free(name);
}

void command_line_run(struct app *app, const char *line)
{
    line = skip_blanks(line);
    char *text = line[0] ? folded(line) : NULL;
    if (text)
        run_folded(app, text, skip_blanks(skip_word(line)));
    free(text);
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
