/* The rebuilt tables: a cell cursor over the sheet, and what is said of the
 * cell under it. Drawing is in tables_draw.c. */
#include <stdlib.h>
#include <string.h>

#include "gouji/text/width.h"
#include "tables_pane.h"

const struct sheet_row *tables_row(const struct tables_pane *tables, size_t index)
{
    return index < tables->sheet.nrows ? &tables->sheet.rows[index] : NULL;
}

const struct cell *tables_pane_cell(const struct pane *pane)
{
    const struct tables_pane *tables = (const struct tables_pane *)pane;
    const struct sheet_row *row = tables_row(tables, tables->list.cursor);
    return row && !tables->stale ? sheet_cell(&tables->sheet, row, tables->col) : NULL;
}

struct span tables_pane_local(const struct pane *pane)
{
    const struct tables_pane *tables = (const struct tables_pane *)pane;
    const struct sheet_row *row = tables_row(tables, tables->list.cursor);
    return row && !tables->stale ? sheet_local_span(&tables->sheet, row, tables->col)
                                 : (struct span){0, 0};
}

static size_t ncols_of(const struct tables_pane *tables, const struct sheet_row *row)
{
    const struct sheet_block *block = sheet_block_of(&tables->sheet, row);
    return block ? block->ncols : 0;
}

/* The nearest row the cursor may stand on, looking `direction`-wards first. */
static void settle(struct tables_pane *tables, int direction)
{
    struct list *list = &tables->list;
    size_t n = tables->sheet.nrows, at = list->cursor;
    while (at < n && !sheet_is_stop(&tables->sheet.rows[at]))
        at += (size_t)direction; /* wraps to huge below 0 */
    if (at >= n)
        for (at = list->cursor; at < n && !sheet_is_stop(&tables->sheet.rows[at]);)
            at -= (size_t)direction;
    if (at < n)
        list->cursor = at;
    size_t cols = n ? ncols_of(tables, &tables->sheet.rows[list->cursor]) : 0;
    if (tables->col >= cols)
        tables->col = cols ? cols - 1 : 0;
}

static void find_cell(struct tables_pane *tables, const char *id)
{
    for (size_t row = 0; row < tables->sheet.nrows; row++) {
        const struct cell *cell;
        for (size_t col = 0; (cell = sheet_cell(&tables->sheet, &tables->sheet.rows[row], col));
             col++) {
            if (!cell->id || strcmp(cell->id, id) != 0)
                continue;
            tables->list.cursor = row;
            tables->col = col;
            return;
        }
    }
}

static void find_local(struct tables_pane *tables, struct span span)
{
    for (size_t row = 0; row < tables->sheet.nrows; row++) {
        const struct sheet_row *at = &tables->sheet.rows[row];
        for (size_t col = 0; at->kind == SHEET_LOCAL && col < ncols_of(tables, at); col++) {
            struct span cell = sheet_local_span(&tables->sheet, at, col);
            if (span_empty(cell) || !span_overlaps(cell, span))
                continue;
            tables->list.cursor = row;
            tables->col = col;
            return;
        }
    }
}

/* A cell that was out of view comes in with what stands above it. */
static void show_cursor(struct tables_pane *tables)
{
    struct list *list = &tables->list;
    if (list->cursor >= list->top && list->cursor < list->top + list->height)
        return;
    size_t above = list->height / 2;
    list->top = list->cursor > above ? list->cursor - above : 0;
}

/* In other columns a table has other rows: the cursor stays on its cell, where it is seen. */
static void lay_out(struct tables_pane *tables, int ncols)
{
    struct desk *desk = tables->pane.desk;
    const struct cell *cell = tables_pane_cell(&tables->pane);
    struct span local = tables_pane_local(&tables->pane);
    size_t above = tables->list.cursor - tables->list.top;
    if (sheet_build(&tables->sheet, desk->review, ncols) < 0)
        desk_say(desk, TONE_ERROR, _("Not enough memory for the tables"));
    tables->built_cols = ncols;
    tables->built_padded = width_is_padded();
    tables->stale = false;
    if (cell)
        find_cell(tables, cell->id);
    else if (!span_empty(local))
        find_local(tables, local);
    if (cell || !span_empty(local))
        list_scroll(&tables->list, above);
    settle(tables, 1);
}

static void fulfil_wish(struct tables_pane *tables)
{
    const struct desk *desk = tables->pane.desk;
    if (tables->wish == desk->cell_wish)
        return;
    tables->wish = desk->cell_wish;
    if (desk->here.cell[0])
        find_cell(tables, desk->here.cell);
    else
        find_local(tables, desk->wished_local);
    if (tables->wish == desk->restored.cell && desk->restored.view.tables_above >= 0)
        list_scroll(&tables->list, (size_t)desk->restored.view.tables_above);
    else
        show_cursor(tables);
}

void tables_prepare(struct tables_pane *tables, int ncols)
{
    if (tables->stale || tables->built_cols != ncols || tables->built_padded != width_is_padded())
        lay_out(tables, ncols);
    fulfil_wish(tables);
}

/* ---- moving ---- */

/* Where its row is printed: of values without a column one sees the row. */
static struct span row_span(const struct report *report, const struct cell *cell)
{
    for (int t = 0; t < TABLE_COUNT; t++) {
        const struct table *table = &report->tables[t];
        for (size_t i = 0; i < table->nrows; i++) {
            const struct row_reading *row = &table->rows[i];
            if (table->blocks[row->block].form == cell->block && row->row == cell->row)
                return row->span;
        }
    }
    return (struct span){0, 0};
}

static void show_place(struct tables_pane *tables)
{
    struct desk *desk = tables->pane.desk;
    const struct cell *cell = tables_pane_cell(&tables->pane);
    struct span span = tables_pane_local(&tables->pane);
    desk->here.cell[0] = '\0';
    if (cell) {
        struct seen seen = review_see(desk->review, cell);
        span = span_empty(cell->span) ? seen.span : cell->span;
        if (span_empty(span))
            span = row_span(desk_report(desk), cell);
        strncpy(desk->here.cell, cell->id, sizeof desk->here.cell - 1);
    }
    if (!desk->linked)
        return;
    desk->shown = span;
    if (!span_empty(span))
        desk_show_text(desk, span);
}

/* False: there is none in this direction. */
static bool next_table(struct tables_pane *tables, int direction)
{
    size_t at = tables->list.cursor, n = tables->sheet.nrows;
    int table = at < n ? tables->sheet.rows[at].table : 0;
    while (at < n &&
           (tables->sheet.rows[at].table == table || !sheet_is_stop(&tables->sheet.rows[at])))
        at += (size_t)direction;
    if (at >= n)
        return false;
    table = tables->sheet.rows[at].table;
    while (direction < 0 && at > 0 && tables->sheet.rows[at - 1].table == table)
        at--;
    desk_jump_from(tables->pane.desk);
    tables->list.cursor = at;
    list_move(&tables->list, ACTION_LINE_TOP, 0);
    settle(tables, 1);
    return true;
}

static void cell_words(const struct tables_pane *tables, const struct sheet_row *row, size_t col,
                       struct str *out)
{
    const struct cell *cell = sheet_cell(&tables->sheet, row, col);
    if (!cell) {
        str_append(out, sheet_local_text(&tables->sheet, row, col));
        return;
    }
    struct seen seen = review_see(tables->pane.desk->review, cell);
    str_format(out, "%s ", cell->id);
    sheet_value(&seen, out);
}

static void cell_text(const struct tables_pane *tables, size_t row, struct str *out)
{
    const struct sheet_row *at = &tables->sheet.rows[row];
    if (at->kind == SHEET_DATA || at->kind == SHEET_GROUP)
        sheet_label(&tables->sheet, at, out);
    for (size_t col = 0; col < ncols_of(tables, at); col++) {
        str_add(out, " ");
        cell_words(tables, at, col, out);
    }
}

static void search_text(const void *closure, size_t row, struct str *out)
{
    const struct tables_pane *tables = closure;
    if (sheet_is_stop(&tables->sheet.rows[row]))
        cell_text(tables, row, out);
}

/* The first cell of the row found that holds the words, unless its label does. */
static void find_column(struct tables_pane *tables, const char *pattern)
{
    const struct sheet_row *row = tables_row(tables, tables->list.cursor);
    struct str text = STR_INIT;
    if (row->kind == SHEET_DATA)
        sheet_label(&tables->sheet, row, &text);
    bool found = text_matches(str_text(&text), pattern);
    for (size_t col = 0; !found && col < ncols_of(tables, row); col++) {
        str_clear(&text);
        cell_words(tables, row, col, &text);
        found = text_matches(str_text(&text), pattern);
        if (found)
            tables->col = col;
    }
    str_release(&text);
}

static void move_columns(struct tables_pane *tables, long delta)
{
    const struct sheet_row *row = tables_row(tables, tables->list.cursor);
    long to = (long)tables->col + delta;
    long last = row ? (long)ncols_of(tables, row) - 1 : 0;
    tables->col = (size_t)(to < 0 ? 0 : to > last ? (last > 0 ? last : 0) : to);
}

static bool is_search(enum action action)
{
    return action == ACTION_SEARCH || action == ACTION_SEARCH_BACK ||
           action == ACTION_SEARCH_NEXT || action == ACTION_SEARCH_PREV;
}

static unsigned move(struct tables_pane *tables, enum action action, int count,
                     const char *argument)
{
    long times = count > 0 ? count : 1;
    size_t before = tables->list.cursor;
    switch ((int)action) {
    case ACTION_LEFT:
        move_columns(tables, -times);
        return REACT_REDRAW;
    case ACTION_RIGHT:
        move_columns(tables, times);
        return REACT_REDRAW;
    case ACTION_NEXT_TABLE:
    case ACTION_PREV_TABLE:
        while (times > 0 && next_table(tables, action == ACTION_NEXT_TABLE ? 1 : -1))
            times--;
        return REACT_REDRAW;
    default:
        break;
    }
    unsigned reaction = list_move(&tables->list, action, count);
    if (reaction == REACT_UNHANDLED)
        reaction = list_search(&tables->list, tables->pane.desk, action, count, argument,
                               search_text, tables);
    if (reaction != REACT_UNHANDLED)
        settle(tables, tables->list.cursor < before ? -1 : 1);
    if (action == ACTION_LINE_BOTTOM)
        tables_put_cursor_last(tables);
    if (is_search(action) && tables->list.pattern.nbytes && tables->sheet.nrows)
        find_column(tables, str_text(&tables->list.pattern));
    return reaction;
}

static void tables_preview(struct pane *pane, enum action action, const char *text)
{
    struct tables_pane *tables = (struct tables_pane *)pane;
    if (!pane->desk->review || (action != ACTION_SEARCH && action != ACTION_SEARCH_BACK))
        return;
    tables_prepare(tables, tables->built_cols ? tables->built_cols : 80);
    tables->list.count = tables->sheet.nrows;
    if (!tables->list.previewing)
        tables->origin_col = tables->col;
    list_preview(&tables->list, pane->desk, action, text, search_text, tables);
    tables->col = tables->origin_col;
    if (text && text[0] && pane->desk->found.count && tables->sheet.nrows)
        find_column(tables, text);
}

static unsigned tables_act(struct pane *pane, enum action action, int count, const char *argument)
{
    struct tables_pane *tables = (struct tables_pane *)pane;
    if (!pane->desk->review)
        return REACT_UNHANDLED;
    tables_prepare(tables, tables->built_cols ? tables->built_cols : 80);
    tables->list.count = tables->sheet.nrows;
    unsigned reaction = move(tables, action, count, argument);
    if (reaction & REACT_REDRAW)
        show_place(tables);
    return reaction;
}

static bool tables_cursor(const struct pane *pane, int *row, int *col)
{
    const struct tables_pane *tables = (const struct tables_pane *)pane;
    *row = tables->cursor_row;
    *col = tables->cursor_col;
    return pane->desk->review != NULL;
}

/* ---- as a pane ---- */

static bool tables_target(const struct pane *pane, struct target *target)
{
    const struct tables_pane *tables = (const struct tables_pane *)pane;
    const struct sheet_row *row = tables_row(tables, tables->list.cursor);
    *target = (struct target)TARGET_REPORT;
    if (!row || !pane->desk->review)
        return false;
    const struct cell *cell = tables_pane_cell(pane);
    if (cell)
        target->cell = cell->id;
    else if (row->kind == SHEET_LOCAL)
        target->span = tables_pane_local(pane);
    if (!cell && row->kind == SHEET_LOCAL && span_empty(target->span))
        target->span = tables->sheet.report->locals[row->table - TABLE_COUNT].span;
    return true;
}

static void tables_refresh(struct pane *pane)
{
    struct tables_pane *tables = (struct tables_pane *)pane;
    if (tables->sheet.report != desk_report(pane->desk)) {
        tables->list.cursor = tables->list.top = 0;
        tables->col = tables->first_col = 0;
        tables->sheet.report = NULL;
        tables->sheet.nrows = tables->sheet.nblocks = 0;
    }
    tables->stale = true;
    tables_forget_uses(tables);
}

static struct pane *tables_create(struct desk *desk)
{
    struct tables_pane *tables = calloc(1, sizeof *tables);
    if (!tables)
        return NULL;
    tables->pane = (struct pane){&tables_pane_ops, desk};
    tables->stale = true;
    return &tables->pane;
}

static void tables_destroy(struct pane *pane)
{
    struct tables_pane *tables = (struct tables_pane *)pane;
    tables_forget_uses(tables);
    sheet_release(&tables->sheet);
    list_release(&tables->list);
    free(tables);
}

const struct pane_ops tables_pane_ops = {
    .context = IN_TABLES,
    .title = N_("tables"),
    .create = tables_create,
    .destroy = tables_destroy,
    .draw = tables_draw,
    .act = tables_act,
    .preview = tables_preview,
    .cursor = tables_cursor,
    .subtitle = tables_subtitle,
    .status = tables_status,
    .target = tables_target,
    .refresh = tables_refresh,
};
