/* The help: the live bindings, those of the pane one comes from first. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gouji/text/width.h"
#include "gouji/ui/keymap.h"
#include "gouji/ui/lineedit.h"
#include "pager.h"

enum { KEYS_COLS = 22, NAME_COLS = 22 };

/* Collects all keys of an action, then writes one line. */
struct listing {
    struct str *out;
    struct str keys;
    enum action action;
    const char *group; /* the last heading written */
};

static void pad_to(struct str *out, size_t start, int ncols)
{
    int used = width_text(slice_make(str_text(out) + start, out->nbytes - start));
    do
        str_byte(out, ' ');
    while (++used < ncols);
}

static void add_row(struct str *out, const char *keys, const char *name, const char *help)
{
    size_t start = out->nbytes;
    str_format(out, "  %s", keys);
    pad_to(out, start, KEYS_COLS);
    str_add(out, name);
    pad_to(out, start, KEYS_COLS + NAME_COLS);
    str_format(out, "%c%s\n", PAGER_HANG, _(help));
}

static void add_line(struct str *out, const char *keys, enum action action)
{
    const struct action_entry *entry = action_entry(action);
    char name[64];
    snprintf(name, sizeof name, ":%s", entry->name);
    add_row(out, keys, name, entry->help);
}

static void flush_line(struct listing *listing)
{
    if (listing->action == ACTION_NOTHING)
        return;
    const char *group = action_group(listing->action);
    if (group != listing->group)
        str_format(listing->out, "# %s\n", _(group));
    listing->group = group;
    add_line(listing->out, str_text(&listing->keys), listing->action);
    str_clear(&listing->keys);
}

static void list_binding(void *closure, enum action_context context, const char *keys,
                         enum action action)
{
    struct listing *listing = closure;
    (void)context;
    if (action != listing->action)
        flush_line(listing);
    listing->action = action;
    if (listing->keys.nbytes)
        str_byte(&listing->keys, ' ');
    str_add(&listing->keys, keys);
}

/* What edits a text, but for keys bound to an action there. */
static void list_editing(struct str *out, const struct keymap *keymap, enum action_context context)
{
    struct str names = STR_INIT;
    const char *help = NULL, *next;
    struct key key;
    bool prefix;
    char name[32];
    for (size_t i = 0; (next = lineedit_key_help(i, &key)) || help; i++) {
        if (help && (!next || strcmp(next, help) != 0)) {
            add_row(out, str_text(&names), "", help);
            str_clear(&names);
            help = NULL;
        }
        if (!next)
            break;
        if (keymap_find(keymap, context, &key, 1, &prefix) != ACTION_NOTHING || prefix)
            continue;
        key_format(key, name, sizeof name);
        str_format(&names, "%s%s", names.nbytes ? " " : "", name);
        help = next;
    }
    str_release(&names);
}

static void list_context(struct str *out, const struct keymap *keymap, enum action_context context)
{
    struct listing listing = {out, STR_INIT, ACTION_NOTHING, NULL};
    keymap_each(keymap, context, list_binding, &listing);
    flush_line(&listing);
    str_release(&listing.keys);
    if (context & (IN_PROMPT | IN_EDITOR))
        list_editing(out, keymap, context);
    str_byte(out, '\n');
}

static void note_bound(void *closure, enum action_context context, const char *keys,
                       enum action action)
{
    bool *bound = closure;
    (void)context;
    (void)keys;
    bound[action] = true;
}

static void list_keyless(struct str *out, const struct keymap *keymap)
{
    bool bound[ACTION_TOTAL] = {false};
    keymap_each(keymap, IN_ALL, note_bound, bound);
    str_format(out, "#%s\n", _("Commands without a key"));
    for (int i = 0; i < ACTION_TOTAL; i++)
        if (!bound[i])
            add_line(out, "", (enum action)i);
    str_byte(out, '\n');
}

static void explain_signs(struct str *out)
{
    static const char *const lines[] = {
        N_("E W I: error, warning, note; U: cannot be decided; N: your note; "
           "*: the reviewer's, not the program's"),
        N_("In the tables: [ ] blank, x not in the report, ?? printed but not placed in a column; "
           "a letter behind a number: a check fails there; ~: cut, Enter shows it in full"),
        N_("In the status line of a cell: !T3-01 this check fails, =T3-02 it holds, ?T3-03 it "
           "cannot be decided; E and U count errors and what cannot be decided"),
        N_("In the findings: those of one cause stand below its first row and are decided with "
           "it; + opens what cannot be decided because of it; * behind the letter: tagged. Behind "
           "the check's name stands where: a column (np, tot ...), a row or a section"),
        N_("Digits before a key are a count. With a Chinese input method on, full-width signs and "
           "function keys work too."),
        N_("Any command can be typed after a colon, by its name or the beginning of it; Tab "
           "completes. :set all lists the options."),
        N_("The mouse is off until :set mouse=on; then dragging with Shift held selects text as "
           "before."),
    };
    str_format(out, "#%s\n", _("Signs, counts, commands"));
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        str_format(out, "  %c%s\n", PAGER_HANG, _(lines[i]));
    str_byte(out, '\n');
}

void help_pane_set(struct pane *pane, const struct keymap *keymap, enum action_context context)
{
    struct pager *pager = (struct pager *)pane;
    struct str *out = &pager->text;
    pager_clear(pager);
    str_byte(out, '#');
    str_format(out, _("Keys here: %s   (%s searches, %s closes)\n"),
               _(action_context_name(context)), keymap_keys(keymap, IN_HELP, ACTION_SEARCH),
               keymap_keys(keymap, IN_HELP, ACTION_BACK));
    list_context(out, keymap, context);
    explain_signs(out);
    for (unsigned bit = 1; bit <= IN_ALL; bit <<= 1) {
        if (bit == (unsigned)context)
            continue;
        str_byte(out, '#');
        str_format(out, _("Keys elsewhere: %s\n"),
                   _(action_context_name((enum action_context)bit)));
        list_context(out, keymap, (enum action_context)bit);
    }
    list_keyless(out, keymap);
}

static struct pane *help_create(struct desk *desk)
{
    struct pager *pager = calloc(1, sizeof *pager);
    if (!pager)
        return NULL;
    pager_init(pager, &help_pane_ops, desk);
    return &pager->pane;
}

const struct pane_ops help_pane_ops = {
    .context = IN_HELP,
    .title = N_("help"),
    .create = help_create,
    .destroy = pager_destroy,
    .draw = pager_draw,
    .act = pager_act,
    .preview = pager_preview,
    .cursor = pager_cursor,
};
