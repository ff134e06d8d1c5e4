/* Findings counted by rule, by severity, by document …, with bars; Enter filters by
 * what the cursor stands on. */
#include <stdlib.h>
#include <string.h>

#include "frequency_rows.h"
#include "gouji/text/width.h"
#include "list.h"

struct frequency_pane {
    struct pane pane;
    struct list list;
    struct frequency_rows rows;
    int cursor_row;
};

static void row_text(const void *closure, size_t row, struct str *out)
{
    const struct frequency *item = &((const struct frequency_pane *)closure)->rows.items[row];
    str_format(out, "%s %s", item->label, item->name);
}

void frequency_pane_set(struct pane *base, struct pane *queue)
{
    struct frequency_pane *pane = (struct frequency_pane *)base;
    frequency_release(&pane->rows);
    pane->rows.queue = queue;
    if (!frequency_is_offered(&pane->rows, pane->rows.by))
        pane->rows.by = BY_RULE;
    pane->list.cursor = pane->list.top = 0;
}

bool frequency_pane_by(struct pane *base, const char *name)
{
    struct frequency_pane *pane = (struct frequency_pane *)base;
    for (int by = 0; by < BY_COUNT; by++) {
        if (strcmp(frequency_by_name((size_t)by), name) != 0 ||
            !frequency_is_offered(&pane->rows, (enum frequency_by)by))
            continue;
        pane->rows.by = (enum frequency_by)by;
        frequency_release(&pane->rows);
        return true;
    }
    return false;
}

const char *frequency_pane_filter(const struct pane *base)
{
    const struct frequency_pane *pane = (const struct frequency_pane *)base;
    return pane->list.cursor < pane->rows.count ? pane->rows.items[pane->list.cursor].filter : NULL;
}

/* ---- drawing ---- */

/* What is counted, and what else could be. */
static void draw_choices(const struct frequency_pane *pane, struct area area)
{
    int col = 1;
    col += area_puts(area, 0, col, -1, _("findings by:"), STYLE_LABEL) + 1;
    for (int by = 0; by < BY_COUNT; by++) {
        if (!frequency_is_offered(&pane->rows, (enum frequency_by)by))
            continue;
        bool chosen = (enum frequency_by)by == pane->rows.by;
        const char *text = frequency_by_text((enum frequency_by)by);
        col += area_puts(area, 0, col, -1, chosen ? "[" : " ", chosen ? STYLE_HEADING : STYLE_DIM);
        col += area_puts(area, 0, col, -1, text, chosen ? STYLE_HEADING : STYLE_DIM);
        col += area_puts(area, 0, col, -1, chosen ? "]" : " ", chosen ? STYLE_HEADING : STYLE_DIM);
    }
    struct str total = STR_INIT;
    str_format(&total, _("%zu in all"), pane->rows.total);
    int ncols = width_text(str_slice(&total));
    if (col + ncols + 1 < area.ncols)
        area_put_right(area, 0, area.ncols - ncols - 1, ncols, str_slice(&total), STYLE_DIM);
    str_release(&total);
}

static void frequency_pane_draw(struct pane *base, struct area area, bool focused)
{
    struct frequency_pane *pane = (struct frequency_pane *)base;
    frequency_make(&pane->rows);
    draw_choices(pane, area_part(area, 0, 0, 1, area.ncols));
    int labels = frequency_label_cols(&pane->rows, area.ncols);
    frequency_draw_heading(&pane->rows, area, 1, labels);
    struct area list = area_part(area, 2, 0, area.nrows - 2, area.ncols);
    list_fit(&pane->list, pane->rows.count, list.nrows);
    for (int row = 0; row < list.nrows; row++) {
        size_t at = pane->list.top + (size_t)row;
        if (at >= pane->rows.count)
            break;
        frequency_draw(&pane->rows, list, row, at, labels);
        if (at != pane->list.cursor)
            continue;
        pane->cursor_row = row + 2;
        area_puts(list, row, 0, 1, ">", STYLE_CURSOR);
        area_restyle(list, row, 0, labels + 1, focused ? STYLE_CURSOR : STYLE_CURSOR_IDLE);
    }
    if (pane->rows.count == 0)
        area_puts(list, 0, 1, -1, _("Nothing to count"), STYLE_DIM);
}

/* ---- acting ---- */

static unsigned turn(struct frequency_pane *pane, int step)
{
    int by = (int)pane->rows.by;
    do
        by = (by + step + BY_COUNT) % BY_COUNT;
    while (!frequency_is_offered(&pane->rows, (enum frequency_by)by));
    pane->rows.by = (enum frequency_by)by;
    frequency_release(&pane->rows);
    pane->list.cursor = pane->list.top = 0;
    return REACT_REDRAW;
}

static unsigned frequency_act(struct pane *base, enum action action, int count,
                              const char *argument)
{
    struct frequency_pane *pane = (struct frequency_pane *)base;
    frequency_make(&pane->rows);
    pane->list.count = pane->rows.count;
    if (action == ACTION_RIGHT || action == ACTION_LEFT)
        return turn(pane, action == ACTION_RIGHT ? 1 : -1);
    unsigned reaction = list_move(&pane->list, action, count);
    if (reaction == REACT_UNHANDLED && pane->rows.count)
        reaction = list_search(&pane->list, base->desk, action, count, argument, row_text, pane);
    return reaction;
}

static void frequency_preview(struct pane *base, enum action action, const char *text)
{
    struct frequency_pane *pane = (struct frequency_pane *)base;
    frequency_make(&pane->rows);
    pane->list.count = pane->rows.count;
    list_preview(&pane->list, base->desk, action, text, row_text, pane);
}

static bool frequency_cursor(const struct pane *base, int *row, int *col)
{
    *row = ((const struct frequency_pane *)base)->cursor_row;
    *col = 0;
    return true;
}

static struct pane *frequency_create(struct desk *desk)
{
    struct frequency_pane *pane = calloc(1, sizeof *pane);
    if (!pane)
        return NULL;
    pane->pane = (struct pane){&frequency_pane_ops, desk};
    pane->rows.desk = desk;
    return &pane->pane;
}

static void frequency_destroy(struct pane *base)
{
    struct frequency_pane *pane = (struct frequency_pane *)base;
    list_release(&pane->list);
    frequency_release(&pane->rows);
    free(pane);
}

const struct pane_ops frequency_pane_ops = {
    .context = IN_FIGURES,
    .title = N_("frequencies"),
    .create = frequency_create,
    .destroy = frequency_destroy,
    .draw = frequency_pane_draw,
    .act = frequency_act,
    .preview = frequency_preview,
    .cursor = frequency_cursor,
};
