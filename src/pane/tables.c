/* The rebuilt tables: the sheet drawn with its header and key column frozen,
 * a cell cursor, and the states and failed checks of cells told by signs as
 * well as by styles. */
#include <stdlib.h>
#include <string.h>

#include "gouji/base/arena.h"
#include "gouji/pane/pane.h"
#include "gouji/text/width.h"
#include "list.h"
#include "sheet.h"

struct tables_pane {
    struct pane pane;
    struct sheet sheet;
    int built_cols;
    bool stale;
    struct list list; /* over the sheet's rows */
    size_t col;       /* cursor */
    size_t first_col; /* first value column shown */
    unsigned wish;
    int cursor_row, cursor_col;
};

static const struct sheet_row *row_at(const struct tables_pane *tables, size_t index)
{
    return index < tables->sheet.nrows ? &tables->sheet.rows[index] : NULL;
}

const struct cell *tables_pane_cell(const struct pane *pane)
{
    const struct tables_pane *tables = (const struct tables_pane *)pane;
    const struct sheet_row *row = row_at(tables, tables->list.cursor);
    return row && !tables->stale ? sheet_cell(&tables->sheet, row, tables->col) : NULL;
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

/* A cell that was out of view comes in with what stands above it. */
static void show_cursor(struct tables_pane *tables)
{
    struct list *list = &tables->list;
    if (list->cursor >= list->top && list->cursor < list->top + list->height)
        return;
    size_t above = list->height / 2;
    list->top = list->cursor > above ? list->cursor - above : 0;
}

static void prepare(struct tables_pane *tables, int ncols)
{
    struct desk *desk = tables->pane.desk;
    if (tables->stale || tables->built_cols != ncols) {
        if (sheet_build(&tables->sheet, desk->review, ncols) < 0)
            desk_say(desk, TONE_ERROR, _("Not enough memory for the tables"));
        tables->built_cols = ncols;
        tables->stale = false;
        settle(tables, 1);
    }
    if (tables->wish != desk->cell_wish) {
        tables->wish = desk->cell_wish;
        find_cell(tables, desk->here.cell);
        show_cursor(tables);
    }
}

/* ---- drawing ---- */

struct line_view {
    const struct tables_pane *tables;
    struct area area;
    int row;
    const struct sheet_row *sheet_row;
    const struct sheet_block *block;
    bool at_cursor, focused;
};

static int cell_left(const struct line_view *view, size_t col)
{
    int width = view->block->col_cols + 2;
    size_t first = view->tables->first_col < view->block->ncols ? view->tables->first_col : 0;
    return view->block->label_cols + ((int)col - (int)first) * width;
}

static bool is_evidence(const struct desk *desk, const char *id)
{
    const struct finding *finding = desk_finding(desk);
    return finding && finding_touches_cell(finding, id);
}

/* Whether the explanation looked at changes this value. */
static bool is_culprit(const struct desk *desk, const char *id)
{
    const struct repair *repair = desk_explanation(desk, desk_finding(desk));
    for (size_t i = 0; repair && i < repair->nchanges; i++)
        if (strcmp(repair->changes[i].cell, id) == 0)
            return true;
    return false;
}

static enum style state_style(const struct seen *seen)
{
    if (seen->is_reading)
        return STYLE_READING;
    switch (seen->state) {
    case CELL_NUMBER:
        return seen->value == 0 ? STYLE_ZERO : STYLE_NUMBER;
    case CELL_BLANK:
        return STYLE_BLANK;
    case CELL_ABSENT:
        return STYLE_ABSENT;
    case CELL_UNPLACED:
        return STYLE_UNPLACED;
    default:
        return STYLE_LABEL;
    }
}

static bool is_noted(const struct desk *desk, const char *id)
{
    const struct note *notes = NULL;
    size_t n = review_notes(desk->review, &notes);
    for (size_t i = 0; i < n; i++)
        if (notes[i].target.cell && strcmp(notes[i].target.cell, id) == 0)
            return true;
    return false;
}

/* Room for two signs: the failed check, the reviewer's reading, the note. */
static void cell_flags(const struct desk *desk, const struct finding *failed, bool is_reading,
                       const char *id, char flags[4])
{
    size_t n = 0;
    if (failed)
        flags[n++] = desk_severity_letter(failed->severity);
    if (is_reading)
        flags[n++] = '*';
    if (is_noted(desk, id))
        flags[n++] = 'N';
    flags[n] = '\0';
}

static void draw_cell(struct line_view *view, size_t col)
{
    const struct desk *desk = view->tables->pane.desk;
    const struct cell *cell = sheet_cell(&view->tables->sheet, view->sheet_row, col);
    struct seen seen = review_cell(desk->review, cell->id);
    const struct finding *failed = map_get(desk->failed, slice_of(cell->id));
    enum style style = failed ? desk_severity_style(failed->severity) : state_style(&seen);
    if (is_evidence(desk, cell->id))
        style = STYLE_EVIDENCE;
    if (is_culprit(desk, cell->id))
        style = STYLE_SELECTION;
    if (view->at_cursor && col == view->tables->col)
        style = view->focused ? STYLE_CURSOR : STYLE_CURSOR_IDLE;
    struct str value = STR_INIT;
    sheet_value(&seen, &value);
    int left = cell_left(view, col);
    area_put_right(view->area, view->row, left, view->block->col_cols, str_slice(&value), style);
    str_release(&value);
    char flags[4];
    cell_flags(desk, failed, seen.is_reading, cell->id, flags);
    area_puts(view->area, view->row, left + view->block->col_cols, 2, flags,
              failed ? desk_severity_style(failed->severity) : STYLE_READING);
}

static void draw_label(const struct line_view *view, enum style style)
{
    struct str label = STR_INIT;
    sheet_label(&view->tables->sheet, view->sheet_row, &label);
    area_put_clipped(view->area, view->row, 0, view->block->label_cols - 1, str_slice(&label),
                     style);
    str_release(&label);
}

/* The part of a column's label that stands in its n-th header row. */
static struct slice header_part(struct slice label, int ncols, size_t row)
{
    for (size_t i = 0; i < row && label.nbytes > 0; i++) {
        size_t taken = width_fit(label, ncols, NULL);
        label = slice_make(label.ptr + taken, label.nbytes - taken);
    }
    return slice_make(label.ptr, width_fit(label, ncols, NULL));
}

static void draw_header(const struct line_view *view, size_t header_row)
{
    const struct block_reading *reading =
        &view->tables->sheet.report->tables[view->sheet_row->table].blocks[view->sheet_row->block];
    const struct form_block *form = reading->form;
    const char *corner = form->heading ? form->heading : form->corner;
    if (header_row == 0 && corner)
        area_put_clipped(view->area, view->row, 0, view->block->label_cols - 1, slice_of(corner),
                         STYLE_HEADING);
    for (size_t col = view->tables->first_col; col < form->ncols; col++) {
        int ncols = view->block->col_cols + 1;
        struct slice part = header_part(slice_of(form->cols[col].label), ncols, header_row);
        area_put_right(view->area, view->row, cell_left(view, col), ncols, part, STYLE_HEADING);
    }
}

static void draw_title(const struct line_view *view)
{
    const struct report *report = view->tables->sheet.report;
    int id = view->sheet_row->table;
    struct str line = STR_INIT;
    if (id < TABLE_COUNT) {
        const struct table *table = &report->tables[id];
        const struct form *form = forms_at(report->forms, 0);
        str_format(&line, "%s %s  %s", table_name((enum table_id)id),
                   form ? form->tables[id].title : "", _(table_state_name(table->state)));
        if (table->edition)
            str_format(&line, "  %s %s", _("form"), table->edition);
    } else {
        str_format(&line, "%s %d  ", _("other table"), id - TABLE_COUNT + 1);
        str_append(&line, report->locals[id - TABLE_COUNT].title);
    }
    area_put_clipped(view->area, view->row, 0, view->area.ncols, str_slice(&line), STYLE_TITLE);
    str_release(&line);
}

static void draw_why(const struct line_view *view)
{
    const struct table *table = &view->tables->sheet.report->tables[view->sheet_row->table];
    struct str line = STR_INIT;
    enum lang lang = view->tables->pane.desk->lang;
    str_format(&line, "  %s", table->why[lang] ? table->why[lang] : "");
    if (table->runner_up[lang])
        str_format(&line, "  %s%s", _("nearly as good a reading: "), table->runner_up[lang]);
    area_put_clipped(view->area, view->row, 0, view->area.ncols, str_slice(&line),
                     STYLE_WARNING);
    str_release(&line);
}

static void draw_local(struct line_view *view)
{
    for (size_t col = view->tables->first_col; col < view->block->ncols; col++) {
        struct slice text = sheet_local_text(&view->tables->sheet, view->sheet_row, col);
        enum style style = STYLE_LABEL;
        if (view->at_cursor && col == view->tables->col)
            style = view->focused ? STYLE_CURSOR : STYLE_CURSOR_IDLE;
        int width = view->block->col_cols;
        int used =
            area_put_clipped(view->area, view->row, cell_left(view, col), width, text, style);
        area_restyle(view->area, view->row, cell_left(view, col), used ? used : width, style);
    }
}

/* The blanks between the values are written in the style of the zeros, as most
 * values are: a run of one style is shorter than a jump over every gap. */
static void draw_data(struct line_view *view)
{
    area_restyle(view->area, view->row, 0, cell_left(view, view->block->ncols), STYLE_ZERO);
    draw_label(view, STYLE_LABEL);
    for (size_t col = view->tables->first_col; col < view->block->ncols; col++)
        draw_cell(view, col);
}

static void draw_line(struct line_view *view)
{
    view->block = sheet_block_of(&view->tables->sheet, view->sheet_row);
    switch (view->sheet_row->kind) {
    case SHEET_TITLE:
        draw_title(view);
        break;
    case SHEET_WHY:
        draw_why(view);
        break;
    case SHEET_HEADER:
        draw_header(view, view->sheet_row->row);
        break;
    case SHEET_GROUP:
        draw_label(view, STYLE_HEADING);
        break;
    case SHEET_LOCAL:
        draw_local(view);
        break;
    case SHEET_DATA:
        draw_data(view);
        break;
    case SHEET_GAP:
        break;
    }
}

/* The header stays when its rows have scrolled off. Returns rows used. */
static int draw_frozen(struct tables_pane *tables, struct area area)
{
    const struct sheet_row *top = row_at(tables, tables->list.top);
    if (!top || (top->kind != SHEET_DATA && top->kind != SHEET_GROUP) || area.nrows < 6)
        return 0;
    struct line_view view = {.tables = tables, .area = area, .sheet_row = top};
    view.block = sheet_block_of(&tables->sheet, top);
    for (view.row = 0; view.row < view.block->header_rows; view.row++)
        draw_header(&view, (size_t)view.row);
    return view.row;
}

/* So that the cursor's column is seen: the label column stays. */
static void scroll_sideways(struct tables_pane *tables, int ncols)
{
    const struct sheet_row *row = row_at(tables, tables->list.cursor);
    const struct sheet_block *block = row ? sheet_block_of(&tables->sheet, row) : NULL;
    if (!block || block->ncols == 0)
        return;
    size_t fit = (size_t)((ncols - block->label_cols) / (block->col_cols + 2));
    if (fit == 0)
        fit = 1;
    if (tables->first_col > tables->col)
        tables->first_col = tables->col;
    if (tables->col >= tables->first_col + fit)
        tables->first_col = tables->col - fit + 1;
    if (block->ncols <= fit)
        tables->first_col = 0;
}

static void place_cursor(struct tables_pane *tables, const struct line_view *view)
{
    tables->cursor_row = view->row;
    tables->cursor_col = 0;
    if (view->block)
        tables->cursor_col = cell_left(view, tables->col) + view->block->col_cols - 1;
    if (tables->cursor_col >= view->area.ncols)
        tables->cursor_col = view->area.ncols - 1;
}

static void tables_draw(struct pane *pane, struct area area, bool focused)
{
    struct tables_pane *tables = (struct tables_pane *)pane;
    if (!pane->desk->review || area.nrows < 1)
        return;
    prepare(tables, area.ncols);
    list_fit(&tables->list, tables->sheet.nrows, area.nrows);
    int reserve = area.nrows >= 6 ? SHEET_HEADER_ROWS : 0;
    if (tables->list.cursor >= tables->list.top + (size_t)(area.nrows - reserve))
        tables->list.top = tables->list.cursor - (size_t)(area.nrows - reserve) + 1;
    scroll_sideways(tables, area.ncols);
    struct line_view view = {.tables = tables, .area = area, .focused = focused};
    view.row = draw_frozen(tables, area);
    for (size_t i = tables->list.top; view.row < area.nrows && i < tables->sheet.nrows; i++) {
        view.sheet_row = &tables->sheet.rows[i];
        view.at_cursor = i == tables->list.cursor;
        draw_line(&view);
        if (view.at_cursor)
            place_cursor(tables, &view);
        view.row++;
    }
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
    desk->here.cell[0] = '\0';
    if (!cell)
        return;
    struct seen seen = review_cell(desk->review, cell->id);
    struct span span = span_empty(cell->span) ? seen.span : cell->span;
    if (span_empty(span))
        span = row_span(desk_report(desk), cell);
    strncpy(desk->here.cell, cell->id, sizeof desk->here.cell - 1);
    if (!desk->linked)
        return;
    desk->shown = span;
    if (!span_empty(span))
        desk_show_text(desk, span);
}

static void next_table(struct tables_pane *tables, int direction)
{
    size_t at = tables->list.cursor, n = tables->sheet.nrows;
    int table = at < n ? tables->sheet.rows[at].table : 0;
    while (at < n &&
           (tables->sheet.rows[at].table == table || !sheet_is_stop(&tables->sheet.rows[at])))
        at += (size_t)direction;
    if (at >= n)
        return;
    table = tables->sheet.rows[at].table;
    while (direction < 0 && at > 0 && tables->sheet.rows[at - 1].table == table)
        at--;
    desk_jump_from(tables->pane.desk);
    tables->list.cursor = at;
    list_move(&tables->list, ACTION_LINE_TOP, 0);
    settle(tables, 1);
}

static void cell_words(const struct tables_pane *tables, const struct sheet_row *row, size_t col,
                       struct str *out)
{
    const struct cell *cell = sheet_cell(&tables->sheet, row, col);
    if (!cell) {
        str_append(out, sheet_local_text(&tables->sheet, row, col));
        return;
    }
    struct seen seen = review_cell(tables->pane.desk->review, cell->id);
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
static void find_column(struct tables_pane *tables)
{
    const struct sheet_row *row = row_at(tables, tables->list.cursor);
    const char *pattern = str_text(&tables->list.pattern);
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
    const struct sheet_row *row = row_at(tables, tables->list.cursor);
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
        for (; times > 0; times--)
            next_table(tables, action == ACTION_NEXT_TABLE ? 1 : -1);
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
    if (is_search(action) && tables->list.pattern.nbytes && tables->sheet.nrows)
        find_column(tables);
    return reaction;
}

static unsigned tables_act(struct pane *pane, enum action action, int count, const char *argument)
{
    struct tables_pane *tables = (struct tables_pane *)pane;
    if (!pane->desk->review)
        return REACT_UNHANDLED;
    prepare(tables, tables->built_cols ? tables->built_cols : 80);
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

/* ---- what is said of a cell ---- */

static void status_checks(const struct desk *desk, const char *id, struct str *out)
{
    const struct findings *findings = desk_findings(desk);
    int shown = 0;
    for (size_t i = 0; i < findings->nitems && shown < 4; i++) {
        const struct finding *finding = &findings->items[i];
        if (!finding_touches_cell(finding, id))
            continue;
        str_format(out, "  %s%s", finding->outcome == OUTCOME_FAIL ? "!" : "?", finding->rule->id);
        shown++;
    }
    if (shown == 0)
        str_format(out, "  %s", _("all checks on it hold"));
}

static void tables_status(const struct pane *pane, struct str *out)
{
    const struct desk *desk = pane->desk;
    const struct cell *cell = tables_pane_cell(pane);
    struct arena *arena = cell ? arena_new() : NULL;
    if (!arena)
        return;
    struct seen seen = review_cell(desk->review, cell->id);
    const char *address = cell_address(arena, cell, desk->lang);
    str_format(out, "%s = ", address ? address : cell->id);
    sheet_value(&seen, out);
    str_format(out, " (%s)", desk_state_text(seen.state));
    if (seen.is_reading)
        str_format(out, " *%s", _("the reviewer's reading"));
    str_format(out, "  %s", cell->id);
    struct span span = span_empty(seen.span) ? cell->span : seen.span;
    if (!span_empty(span))
        str_format(out, "  %s %zu", _("line"), report_line_at(desk_report(desk), span.start) + 1);
    status_checks(desk, cell->id, out);
    arena_free(arena);
}

static bool tables_target(const struct pane *pane, struct target *target)
{
    const struct tables_pane *tables = (const struct tables_pane *)pane;
    const struct sheet_row *row = row_at(tables, tables->list.cursor);
    *target = (struct target)TARGET_REPORT;
    if (!row || !pane->desk->review)
        return false;
    const struct cell *cell = tables_pane_cell(pane);
    if (cell)
        target->cell = cell->id;
    else if (row->kind == SHEET_LOCAL)
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
    .cursor = tables_cursor,
    .status = tables_status,
    .target = tables_target,
    .refresh = tables_refresh,
};
