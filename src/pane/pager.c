#include "pager.h"

#include <stdlib.h>

#include "gouji/base/vec.h"
#include "gouji/text/wrap.h"

void pager_init(struct pager *pager, const struct pane_ops *ops, struct desk *desk)
{
    pager->pane = (struct pane){ops, desk};
}

void pager_destroy(struct pane *pane)
{
    struct pager *pager = (struct pager *)pane;
    list_release(&pager->list);
    str_release(&pager->text);
    free(pager->lines);
    free(pager);
}

void pager_clear(struct pager *pager)
{
    str_clear(&pager->text);
    pager->list.cursor = pager->list.top = 0;
    pager->wrapped_at = 0;
}

static void add_line(struct pager *pager, size_t start, size_t end, enum style style)
{
    if (vec_room(&pager->lines, &pager->capacity, pager->nlines, sizeof *pager->lines) == 0)
        pager->lines[pager->nlines++] = (struct pager_line){start, end, style};
}

/* A line that starts with '#' is a heading, the sign itself not shown. */
static void wrap_one(struct pager *pager, size_t start, size_t end, int ncols)
{
    const char *text = str_text(&pager->text);
    enum style style = STYLE_POPUP;
    if (start < end && text[start] == '#') {
        style = STYLE_HEADING;
        start++;
    }
    struct wrap_row *rows = NULL;
    size_t nrows = 0;
    if (wrap_line(slice_make(text + start, end - start), ncols, &rows, &nrows, NULL) < 0)
        return;
    for (size_t i = 0; i < nrows; i++)
        add_line(pager, start + rows[i].start, start + rows[i].end, style);
    free(rows);
}

static void wrap_all(struct pager *pager, int ncols)
{
    if (pager->wrapped_at == ncols)
        return;
    pager->wrapped_at = ncols;
    pager->nlines = 0;
    size_t start = 0;
    for (size_t i = 0; i <= pager->text.nbytes; i++) {
        bool ends = i == pager->text.nbytes || pager->text.data[i] == '\n';
        if (!ends || (i == pager->text.nbytes && start == i))
            continue;
        wrap_one(pager, start, i, ncols);
        start = i + 1;
    }
}

void pager_draw(struct pane *pane, struct area area, bool focused)
{
    struct pager *pager = (struct pager *)pane;
    (void)focused;
    wrap_all(pager, area.ncols > 2 ? area.ncols : 2);
    list_fit(&pager->list, pager->nlines, area.nrows);
    for (int row = 0; row < area.nrows; row++) {
        size_t at = pager->list.top + (size_t)row;
        if (at >= pager->nlines)
            break;
        const struct pager_line *line = &pager->lines[at];
        area_put(area, row, 0, area.ncols,
                 slice_make(str_text(&pager->text) + line->start, line->end - line->start),
                 line->style);
        if (at == pager->list.cursor)
            pager->cursor_row = row;
    }
}

static void line_text(const void *closure, size_t row, struct str *out)
{
    const struct pager *pager = closure;
    const struct pager_line *line = &pager->lines[row];
    str_append(out, slice_make(str_text(&pager->text) + line->start, line->end - line->start));
}

/* Scrolls as a reader expects: the view moves, not an invisible cursor. */
static void drag_cursor(struct pager *pager, enum action action)
{
    struct list *list = &pager->list;
    bool down = action == ACTION_LINE_DOWN || action == ACTION_PAGE_DOWN ||
                action == ACTION_HALF_DOWN;
    bool up = action == ACTION_LINE_UP || action == ACTION_PAGE_UP || action == ACTION_HALF_UP;
    if (down && list->cursor + 1 < list->top + list->height)
        list->cursor = list->top + list->height - 1;
    if (up)
        list->cursor = list->top;
}

unsigned pager_act(struct pane *pane, enum action action, int count, const char *argument)
{
    struct pager *pager = (struct pager *)pane;
    pager->list.count = pager->nlines;
    drag_cursor(pager, action);
    unsigned reaction = list_move(&pager->list, action, count);
    if (reaction == REACT_UNHANDLED && pager->nlines)
        reaction = list_search(&pager->list, pane->desk, action, count, argument, line_text,
                               pager);
    return reaction;
}

bool pager_cursor(const struct pane *pane, int *row, int *col)
{
    *row = ((const struct pager *)pane)->cursor_row;
    *col = 0;
    return true;
}
