/* The sheet drawn with its header and key column frozen; the states and failed
 * checks of cells are told by signs as well as by styles. */
#include <string.h>

#include "gouji/text/width.h"
#include "tables_pane.h"

struct line_view {
    const struct tables_pane *tables;
    struct area area;
    int row;
    const struct sheet_row *sheet_row;
    const struct sheet_block *block;
    bool at_cursor, focused;
    struct str text; /* of a cell or a label, for the time it is drawn */
};

static size_t columns_that_fit(const struct sheet_block *block, int ncols)
{
    int fit = (ncols - block->label_cols) / (block->col_cols + 2);
    return fit > 0 ? (size_t)fit : 1;
}

static size_t first_col(const struct line_view *view)
{
    return view->tables->first_col < view->block->ncols ? view->tables->first_col : 0;
}

/* Half a number would be another number: a column stands there whole or not at all. */
static size_t end_col(const struct line_view *view)
{
    size_t end = first_col(view) + columns_that_fit(view->block, view->area.ncols);
    return end < view->block->ncols ? end : view->block->ncols;
}

static int cell_left(const struct line_view *view, size_t col)
{
    int width = view->block->col_cols + 2;
    return view->block->label_cols + ((int)col - (int)first_col(view)) * width;
}

/* That columns lie beyond the edges. */
static void draw_more(const struct line_view *view)
{
    if (first_col(view) > 0)
        area_puts(view->area, view->row, view->block->label_cols - 1, 1, "~", STYLE_TOKEN);
    if (end_col(view) < view->block->ncols)
        area_puts(view->area, view->row, view->area.ncols - 1, 1, "~", STYLE_TOKEN);
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
    struct seen seen = review_see(desk->review, cell);
    const struct finding *failed = map_get(desk->failed, slice_of(cell->id));
    enum style style = failed ? desk_severity_style(failed->severity) : state_style(&seen);
    if (is_evidence(desk, cell->id))
        style = STYLE_EVIDENCE;
    if (is_culprit(desk, cell->id))
        style = STYLE_SELECTION;
    if (view->at_cursor && col == view->tables->col)
        style = view->focused ? STYLE_CURSOR : STYLE_CURSOR_IDLE;
    str_clear(&view->text);
    sheet_value(&seen, &view->text);
    desk_mask(desk, 0, &view->text);
    int left = cell_left(view, col);
    area_put_right(view->area, view->row, left, view->block->col_cols, str_slice(&view->text),
                   style);
    char flags[4];
    cell_flags(desk, failed, seen.is_reading, cell->id, flags);
    area_puts(view->area, view->row, left + view->block->col_cols, 2, flags,
              failed ? desk_severity_style(failed->severity) : STYLE_READING);
}

static void draw_label(struct line_view *view, enum style style)
{
    str_clear(&view->text);
    sheet_label(&view->tables->sheet, view->sheet_row, &view->text);
    area_put_clipped(view->area, view->row, 0, view->block->label_cols - 1, str_slice(&view->text),
                     style);
}

/* One of so many rows; where there is only one it holds the whole labels, clipped. */
static void draw_header(const struct line_view *view, size_t header_row, int nrows)
{
    const struct block_reading *reading =
        &view->tables->sheet.report->tables[view->sheet_row->table].blocks[view->sheet_row->block];
    const struct form_block *form = reading->form;
    const char *corner = form->heading ? form->heading : form->corner;
    if (header_row == 0 && corner)
        area_put_clipped(view->area, view->row, 0, view->block->label_cols - 1, slice_of(corner),
                         STYLE_HEADING);
    for (size_t col = first_col(view); col < end_col(view); col++) {
        int ncols = view->block->col_cols + 1;
        struct slice label = slice_of(form->cols[col].label);
        struct slice part = nrows == 1 ? label : sheet_header_part(label, ncols, header_row);
        int spare = ncols - width_text(part);
        area_put_clipped(view->area, view->row, cell_left(view, col) + (spare > 0 ? spare : 0),
                         spare > 0 ? ncols - spare : ncols, part, STYLE_HEADING);
    }
    if ((int)header_row + 1 == nrows)
        draw_more(view);
}

static void title_text(const struct tables_pane *tables, int id, struct str *out)
{
    const struct report *report = tables->sheet.report;
    if (id >= TABLE_COUNT) {
        str_format(out, "%s %d  ", _("other table"), id - TABLE_COUNT + 1);
        str_append(out, report->locals[id - TABLE_COUNT].title);
        return;
    }
    const struct table *table = &report->tables[id];
    const struct form *form = forms_at(report->forms, 0);
    str_format(out, "%s %s  %s", table_name((enum table_id)id), form ? form->tables[id].title : "",
               _(table_state_name(table->state)));
    if (table->edition)
        str_format(out, "  %s %s", _("form"), table->edition);
}

static void draw_title(const struct line_view *view)
{
    struct str line = STR_INIT;
    title_text(view->tables, view->sheet_row->table, &line);
    area_put_clipped(view->area, view->row, 0, view->area.ncols, str_slice(&line), STYLE_TITLE);
    str_release(&line);
}

/* The table's title where it has scrolled off. */
void tables_subtitle(const struct pane *pane, struct str *out)
{
    const struct tables_pane *tables = (const struct tables_pane *)pane;
    const struct sheet_row *top = tables_row(tables, tables->list.top);
    if (pane->desk->review && !tables->stale && top && top->kind != SHEET_TITLE &&
        top->kind != SHEET_GAP)
        title_text(tables, top->table, out);
}

static void draw_why(const struct line_view *view)
{
    const struct table *table = &view->tables->sheet.report->tables[view->sheet_row->table];
    struct str line = STR_INIT;
    enum lang lang = view->tables->pane.desk->lang;
    str_format(&line, "  %s", table->why[lang] ? table->why[lang] : "");
    if (table->runner_up[lang])
        str_format(&line, "  %s%s", _("nearly as good a reading: "), table->runner_up[lang]);
    area_put_clipped(view->area, view->row, 0, view->area.ncols, str_slice(&line), STYLE_WARNING);
    str_release(&line);
}

/* What is said of a value there: the gravest finding or problem, or a note. */
static const struct desk_mark *mark_at(const struct desk *desk, struct span span, bool is_note)
{
    static const char order[] = " NIWE";
    const struct desk_mark *best = NULL;
    for (size_t i = 0; i < desk->nmarks; i++) {
        const struct desk_mark *mark = &desk->marks[i];
        if ((mark->note >= 0) == is_note && tables_speaks_of(mark->span, mark->is_value, span) &&
            (!best || strchr(order, mark->letter) > strchr(order, best->letter)))
            best = mark;
    }
    return best;
}

static bool is_seen_at(const struct finding *finding, struct span span)
{
    for (size_t i = 0; finding && i < finding->nseen; i++)
        if (tables_speaks_of(finding->seen[i].span, true, span))
            return true;
    for (size_t i = 0; finding && i < finding->nspans; i++)
        if (tables_speaks_of(finding->spans[i], false, span))
            return true;
    return false;
}

static void draw_local_cell(struct line_view *view, size_t col)
{
    const struct desk *desk = view->tables->pane.desk;
    struct span span = sheet_local_span(&view->tables->sheet, view->sheet_row, col);
    const struct desk_mark *mark = span_empty(span) ? NULL : mark_at(desk, span, false);
    const struct desk_mark *note = span_empty(span) ? NULL : mark_at(desk, span, true);
    enum style style = mark ? mark->style : STYLE_LABEL;
    if (!span_empty(span) && is_seen_at(desk_finding(desk), span))
        style = STYLE_EVIDENCE;
    if (view->at_cursor && col == view->tables->col)
        style = view->focused ? STYLE_CURSOR : STYLE_CURSOR_IDLE;
    int width = view->block->col_cols, left = cell_left(view, col);
    str_clear(&view->text);
    str_append(&view->text, sheet_local_text(&view->tables->sheet, view->sheet_row, col));
    desk_mask(desk, 0, &view->text);
    int used = area_put_clipped(view->area, view->row, left, width, str_slice(&view->text), style);
    area_restyle(view->area, view->row, left, used ? used : width, style);
    if (mark)
        area_put(view->area, view->row, left + used++, 1, slice_make(&mark->letter, 1),
                 mark->style);
    if (note)
        area_put(view->area, view->row, left + used, 1, slice_make(&note->letter, 1), note->style);
}

static void draw_local(struct line_view *view)
{
    for (size_t col = first_col(view); col < end_col(view); col++)
        draw_local_cell(view, col);
    draw_more(view);
}

/* The blanks between the values are written in the style of the zeros, as most
 * values are: a run of one style is shorter than a jump over every gap. */
static void draw_data(struct line_view *view)
{
    area_restyle(view->area, view->row, 0, cell_left(view, end_col(view)), STYLE_ZERO);
    draw_label(view, STYLE_LABEL);
    for (size_t col = first_col(view); col < end_col(view); col++)
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
        draw_header(view, view->sheet_row->row, view->block->header_rows);
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

/* What stands on the pane from `top` on: the header of the block that top lies
 * in stays above when it has scrolled off, in part too; in one row where more
 * would leave no room for two of the table's. */
struct frame {
    int frozen;   /* header rows above */
    size_t first; /* the sheet's row below them */
};

static struct frame frame_at(const struct tables_pane *tables, size_t top, int nrows)
{
    struct frame frame = {0, top};
    const struct sheet_row *row = tables_row(tables, top);
    bool cut = row && row->kind == SHEET_HEADER && row->row > 0;
    if (!cut && !(row && (row->kind == SHEET_DATA || row->kind == SHEET_GROUP)))
        return frame;
    int header_rows = sheet_block_of(&tables->sheet, row)->header_rows;
    if (nrows > 2)
        frame.frozen = header_rows + 2 <= nrows ? header_rows : 1;
    while ((row = tables_row(tables, frame.first)) && row->kind == SHEET_HEADER)
        frame.first++;
    return frame;
}

/* The row of the title when nothing but headings stands between it and the
 * cursor, else the cursor's own. */
static size_t heading_row(const struct tables_pane *tables)
{
    size_t at = tables->list.cursor;
    while (at > 0 && !sheet_is_stop(&tables->sheet.rows[at - 1])) {
        at--;
        if (tables->sheet.rows[at].kind == SHEET_TITLE)
            return at;
    }
    return tables->list.cursor;
}

/* In a low pane the title stands in the line above it only. */
static bool is_title_left_out(const struct tables_pane *tables, int nrows)
{
    enum { LOW_NROWS = 8 };
    enum sheet_kind kind = tables->sheet.rows[tables->list.top].kind;
    return nrows < LOW_NROWS && tables->list.top < tables->list.cursor &&
           (kind == SHEET_TITLE || kind == SHEET_WHY || kind == SHEET_GAP);
}

static bool is_below(const struct tables_pane *tables, struct frame frame, int nrows)
{
    return frame.first + (size_t)(nrows - frame.frozen) <= tables->list.cursor;
}

/* By as few rows as it takes. */
static struct frame scroll_to_cursor(struct tables_pane *tables, int nrows)
{
    struct frame frame = frame_at(tables, tables->list.top, nrows);
    while (is_below(tables, frame, nrows))
        frame = frame_at(tables, ++tables->list.top, nrows);
    return frame;
}

void tables_put_cursor_last(struct tables_pane *tables)
{
    if (tables->list.height > 0)
        scroll_to_cursor(tables, (int)tables->list.height);
}

/* A leap goes no further than where the next drawing would let the top stand. */
static void leap(struct list *list, size_t nrows)
{
    size_t last_top = list->count > nrows ? list->count - nrows : 0;
    size_t top = list->top + nrows / 2;
    list->top = top < last_top ? top : last_top;
}

static struct frame scroll_rows(struct tables_pane *tables, int nrows)
{
    struct list *list = &tables->list;
    list->leaps = tables->pane.desk->leaps;
    list_fit(list, tables->sheet.nrows, nrows);
    size_t heading = heading_row(tables);
    if (heading < list->top && list->cursor - heading < (size_t)nrows)
        list->top = heading;
    while (list->top < list->count && is_title_left_out(tables, nrows))
        list->top++;
    if (list->leaps && is_below(tables, frame_at(tables, list->top, nrows), nrows))
        leap(list, (size_t)nrows);
    return scroll_to_cursor(tables, nrows);
}

static void draw_frozen(const struct tables_pane *tables, struct area area, int nrows)
{
    struct line_view view = {.tables = tables, .area = area};
    view.sheet_row = tables_row(tables, tables->list.top);
    view.block = sheet_block_of(&tables->sheet, view.sheet_row);
    for (view.row = 0; view.row < nrows; view.row++)
        draw_header(&view, (size_t)view.row, nrows);
}

/* So that the cursor's column is seen: the label column stays. */
static void scroll_sideways(struct tables_pane *tables, int ncols)
{
    const struct sheet_row *row = tables_row(tables, tables->list.cursor);
    const struct sheet_block *block = row ? sheet_block_of(&tables->sheet, row) : NULL;
    if (!block || block->ncols == 0)
        return;
    size_t fit = columns_that_fit(block, ncols);
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

void tables_draw(struct pane *pane, struct area area, bool focused)
{
    struct tables_pane *tables = (struct tables_pane *)pane;
    if (!pane->desk->review || area.nrows < 1)
        return;
    tables_prepare(tables, area.ncols);
    struct frame frame = scroll_rows(tables, area.nrows);
    pane->desk->view.tables_above = (int64_t)(tables->list.cursor - tables->list.top);
    pane->desk->view.local = (int64_t)tables_pane_local(pane).start;
    scroll_sideways(tables, area.ncols);
    if (frame.frozen)
        draw_frozen(tables, area, frame.frozen);
    struct line_view view = {
        .tables = tables, .area = area, .focused = focused, .row = frame.frozen};
    for (size_t i = frame.first; view.row < area.nrows && i < tables->sheet.nrows; i++) {
        view.sheet_row = &tables->sheet.rows[i];
        view.at_cursor = i == tables->list.cursor;
        draw_line(&view);
        if (view.at_cursor)
            place_cursor(tables, &view);
        view.row++;
    }
    str_release(&view.text);
    tables_find_uses(tables);
}
