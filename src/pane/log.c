/* The review's log: every event, those undone marked. */
#include <stdlib.h>

#include "gouji/pane/pane.h"
#include "list.h"

struct log_pane {
    struct pane pane;
    struct list list;
    int cursor_row;
};

static size_t entries_of(const struct log_pane *pane, const struct log_entry **entries)
{
    *entries = NULL;
    return pane->pane.desk->review ? review_log(pane->pane.desk->review, entries) : 0;
}

static void row_text(const void *closure, size_t row, struct str *out)
{
    const struct log_entry *entries;
    if (row >= entries_of(closure, &entries))
        return;
    const struct log_entry *entry = &entries[row];
    str_format(out, "%s%4lld  %s  %s  %s  %s", entry->undone ? "~" : " ", (long long)entry->n,
               entry->at ? entry->at : "", entry->by ? entry->by : "",
               entry->type ? entry->type : "", entry->summary ? entry->summary : "");
}

static void log_draw(struct pane *base, struct area area, bool focused)
{
    struct log_pane *pane = (struct log_pane *)base;
    const struct log_entry *entries;
    struct str text = STR_INIT;
    list_fit(&pane->list, entries_of(pane, &entries), area.nrows);
    if (pane->list.count == 0)
        area_puts(area, 0, 0, -1, _("Nothing has been done yet"), STYLE_DIM);
    for (int row = 0; row < area.nrows; row++) {
        size_t at = pane->list.top + (size_t)row;
        if (at >= pane->list.count)
            break;
        str_clear(&text);
        row_text(pane, at, &text);
        area_put_clipped(area, row, 0, area.ncols, str_slice(&text),
                         entries[at].undone ? STYLE_DIM : STYLE_NORMAL);
        if (at != pane->list.cursor)
            continue;
        pane->cursor_row = row;
        area_restyle(area, row, 0, 5, focused ? STYLE_CURSOR : STYLE_CURSOR_IDLE);
    }
    str_release(&text);
}

static unsigned log_act(struct pane *base, enum action action, int count, const char *argument)
{
    struct log_pane *pane = (struct log_pane *)base;
    const struct log_entry *entries;
    pane->list.count = entries_of(pane, &entries);
    unsigned reaction = list_move(&pane->list, action, count);
    if (reaction == REACT_UNHANDLED)
        reaction = list_search(&pane->list, base->desk, action, count, argument, row_text, pane);
    return reaction;
}

static bool log_cursor(const struct pane *base, int *row, int *col)
{
    *row = ((const struct log_pane *)base)->cursor_row;
    *col = 0;
    return true;
}

static struct pane *log_create(struct desk *desk)
{
    struct log_pane *pane = calloc(1, sizeof *pane);
    if (!pane)
        return NULL;
    pane->pane = (struct pane){&log_pane_ops, desk};
    return &pane->pane;
}

static void log_destroy(struct pane *base)
{
    list_release(&((struct log_pane *)base)->list);
    free(base);
}

const struct pane_ops log_pane_ops = {
    .context = IN_LOG,
    .title = N_("log"),
    .create = log_create,
    .destroy = log_destroy,
    .draw = log_draw,
    .act = log_act,
    .cursor = log_cursor,
};
