/* The help: the live bindings, those of the pane one comes from first. */
#include <stdlib.h>
#include <string.h>

#include "gouji/text/width.h"
#include "gouji/ui/keymap.h"
#include "pager.h"

enum { KEYS_COLS = 26, NAME_COLS = 22 };

/* Collects all keys of an action, then writes one line. */
struct listing {
    struct str *out;
    struct str keys;
    enum action action;
};

static void pad_to(struct str *out, size_t start, int ncols)
{
    int used = width_text(slice_make(str_text(out) + start, out->nbytes - start));
    do
        str_byte(out, ' ');
    while (++used < ncols);
}

static void flush_line(struct listing *listing)
{
    if (listing->action == ACTION_NOTHING)
        return;
    const struct action_entry *entry = action_entry(listing->action);
    size_t start = listing->out->nbytes;
    str_format(listing->out, "  %s", str_text(&listing->keys));
    pad_to(listing->out, start, KEYS_COLS);
    str_format(listing->out, ":%s", entry->name);
    pad_to(listing->out, start, KEYS_COLS + NAME_COLS);
    str_format(listing->out, "%s\n", _(entry->help));
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

static void list_context(struct str *out, const struct keymap *keymap,
                         enum action_context context)
{
    struct listing listing = {out, STR_INIT, ACTION_NOTHING};
    str_format(out, "#%s\n", _(action_context_name(context)));
    keymap_each(keymap, context, list_binding, &listing);
    flush_line(&listing);
    str_release(&listing.keys);
    str_byte(out, '\n');
}

static void explain_signs(struct str *out)
{
    str_format(out, "#%s\n", _("Signs"));
    str_format(out, "  %s\n", _("E W I: error, warning, note; U: cannot be decided; N: your note; "
                                "*: the reviewer's, not the program's"));
    str_format(out, "  %s\n", _("In the tables: [ ] blank, x not in the report, ?? printed but "
                                "not placed in a column"));
    str_format(out, "  %s\n", _("Digits before a key are a count. With a Chinese input method on, "
                                "full-width signs and function keys work too."));
    str_byte(out, '\n');
}

void help_pane_set(struct pane *pane, const struct keymap *keymap, enum action_context context)
{
    struct pager *pager = (struct pager *)pane;
    pager_clear(pager);
    list_context(&pager->text, keymap, context);
    explain_signs(&pager->text);
    for (unsigned bit = 1; bit <= IN_HELP; bit <<= 1)
        if (bit != (unsigned)context)
            list_context(&pager->text, keymap, (enum action_context)bit);
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
    .cursor = pager_cursor,
};
