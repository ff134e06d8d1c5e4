#include "pager.h"

#include <stdlib.h>

#include "gouji/base/vec.h"
#include "gouji/text/width.h"
#include "gouji/text/wrap.h"

enum { NARROW_HANG = 4, HANG_MIN_COLS = 24 };

void pager_init(struct pager *pager, const struct pane_ops *ops, struct desk *desk)
{
    pager->pane = (struct pane){ops, desk};
}

void pager_destroy(struct pane *pane)
{
    struct pager *pager = (struct pager *)pane;
    list_release(&pager->list);
    str_release(&pager->text);
    str_release(&pager->typed);
    free(pager->lines);
    free(pager);
}

void pager_clear(struct pager *pager)
{
    str_clear(&pager->text);
    str_clear(&pager->list.pattern);
    pager->list.cursor = pager->list.top = 0;
    pager->wrapped_at = 0;
}

static void add_line(struct pager *pager, size_t start, size_t end, int col, enum style style)
{
    if (vec_room(&pager->lines, &pager->capacity, pager->nlines, sizeof *pager->lines) == 0)
        pager->lines[pager->nlines++] = (struct pager_line){start, start, end, col, style};
}

static void wrap_rows(struct pager *pager, size_t start, size_t end, int col, int ncols,
                      enum style style)
{
    struct wrap_row *rows = NULL;
    size_t nrows = 0;
    struct slice line = slice_make(str_text(&pager->text) + start, end - start);
    if (wrap_line(line, ncols - col > 2 ? ncols - col : 2, &rows, &nrows, NULL) < 0)
        return;
    for (size_t i = 0; i < nrows; i++)
        add_line(pager, start + rows[i].start, start + rows[i].end, col, style);
    free(rows);
}

/* What stands before the hanging part shares its first row; in a narrow pane
 * it has a row of its own. */
static void wrap_hanging(struct pager *pager, size_t start, size_t hang, size_t end, int ncols)
{
    int col = width_text(slice_make(str_text(&pager->text) + start, hang - start));
    bool narrow = ncols - col < HANG_MIN_COLS;
    size_t first = pager->nlines;
    if (narrow)
        add_line(pager, start, hang, 0, STYLE_POPUP);
    wrap_rows(pager, hang + 1, end, narrow ? NARROW_HANG : col, ncols, STYLE_POPUP);
    if (!narrow && first < pager->nlines)
        pager->lines[first].lead = start;
}

/* A line that starts with '#' is a heading, the sign itself not shown. */
static void wrap_one(struct pager *pager, size_t start, size_t end, int ncols)
{
    const char *text = str_text(&pager->text);
    const char *hang = memchr(text + start, PAGER_HANG, end - start);
    if (hang)
        wrap_hanging(pager, start, (size_t)(hang - text), end, ncols);
    else if (start < end && text[start] == '#')
        wrap_rows(pager, start + 1, end, 0, ncols, STYLE_HEADING);
    else
        wrap_rows(pager, start, end, 0, ncols, STYLE_POPUP);
}

static void wrap_all(struct pager *pager, int ncols)
{
    if (pager->wrapped_at == ncols && pager->wrapped_padded == width_is_padded())
        return;
    pager->wrapped_at = ncols;
    pager->wrapped_padded = width_is_padded();
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

static void line_text(const void *closure, size_t row, struct str *out)
{
    const struct pager *pager = closure;
    const struct pager_line *line = &pager->lines[row];
    str_append(out, slice_make(str_text(&pager->text) + line->lead, line->end - line->lead));
}

/* Lines that hold what was searched for stand out. */
static enum style style_of(const struct pager *pager, const struct pager_line *line)
{
    const struct str *pattern = pager->typed.nbytes ? &pager->typed : &pager->list.pattern;
    if (pattern->nbytes == 0)
        return line->style;
    struct str text = STR_INIT;
    line_text(pager, (size_t)(line - pager->lines), &text);
    bool matches = text_matches(str_text(&text), str_text(pattern));
    str_release(&text);
    return matches ? STYLE_MATCH : line->style;
}

static void draw_line(const struct pager *pager, struct area area, const struct pager_line *line)
{
    const char *text = str_text(&pager->text);
    enum style style = style_of(pager, line);
    struct slice lead = slice_make(text + line->lead, line->start - line->lead);
    if (lead.nbytes && lead.ptr[lead.nbytes - 1] == PAGER_HANG)
        lead.nbytes--;
    area_put(area, 0, 0, area.ncols, lead, style);
    area_put(area, 0, line->col, area.ncols - line->col,
             slice_make(text + line->start, line->end - line->start), style);
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
        draw_line(pager, area_part(area, row, 0, 1, area.ncols), &pager->lines[at]);
        if (at == pager->list.cursor)
            pager->cursor_row = row;
    }
}

/* Scrolls as a reader expects: the view moves, not an invisible cursor. */
static void drag_cursor(struct pager *pager, enum action action)
{
    struct list *list = &pager->list;
    bool down =
        action == ACTION_LINE_DOWN || action == ACTION_PAGE_DOWN || action == ACTION_HALF_DOWN;
    bool up = action == ACTION_LINE_UP || action == ACTION_PAGE_UP || action == ACTION_HALF_UP;
    if (down && list->cursor + 1 < list->top + list->height)
        list->cursor = list->top + list->height - 1;
    if (up)
        list->cursor = list->top;
}

/* What was found is shown with what stands around it. */
static unsigned search_lines(struct pager *pager, enum action action, int count,
                             const char *argument)
{
    size_t before = pager->list.cursor;
    unsigned reaction =
        list_search(&pager->list, pager->pane.desk, action, count, argument, line_text, pager);
    if (reaction != REACT_UNHANDLED && pager->list.cursor != before)
        list_move(&pager->list, ACTION_LINE_MIDDLE, 0);
    return reaction;
}

void pager_preview(struct pane *pane, enum action action, const char *text)
{
    struct pager *pager = (struct pager *)pane;
    pager->list.count = pager->nlines;
    str_clear(&pager->typed);
    if (action == ACTION_SEARCH || action == ACTION_SEARCH_BACK)
        str_add(&pager->typed, text ? text : "");
    list_preview(&pager->list, pane->desk, action, text, line_text, pager);
}

unsigned pager_act(struct pane *pane, enum action action, int count, const char *argument)
{
    struct pager *pager = (struct pager *)pane;
    pager->list.count = pager->nlines;
    drag_cursor(pager, action);
    unsigned reaction = list_move(&pager->list, action, count);
    if (reaction == REACT_UNHANDLED && pager->nlines)
        reaction = search_lines(pager, action, count, argument);
    return reaction;
}

bool pager_cursor(const struct pane *pane, int *row, int *col)
{
    *row = ((const struct pager *)pane)->cursor_row;
    *col = 0;
    return true;
}
