#include <stdio.h>
#include <string.h>

#include "gouji/check/mask.h"
#include "gouji/text/width.h"
#include "text_pane.h"

/* One row on the screen: its bytes, and where they start there. */
struct row_view {
    struct text_pane *text;
    struct area area;
    int row;
    struct span span;
};

struct span text_pane_selection(const struct text_pane *text)
{
    const struct report *report = desk_report(text->pane.desk);
    if (!report || text->selecting == SELECT_OFF)
        return (struct span){0, 0};
    uint32_t first = text->anchor < text->cursor ? text->anchor : text->cursor;
    uint32_t last = text->anchor < text->cursor ? text->cursor : text->anchor;
    if (text->selecting == SELECT_LINES)
        return span_join(report_line_span(report, report_line_at(report, first)),
                         report_line_span(report, report_line_at(report, last)));
    if (last < report->text_nbytes)
        last +=
            (uint32_t)width_cluster(slice_make(report->text + last, report->text_nbytes - last));
    return (struct span){first, last};
}

static int column_of(const struct row_view *view, uint32_t offset)
{
    const struct report *report = view->text->layout.report;
    struct slice before = report_slice(report, (struct span){view->span.start, offset});
    return text_cols(before, 0) - view->text->left;
}

static void restyle(const struct row_view *view, struct span span, enum style style)
{
    if (!span_overlaps(view->span, span))
        return;
    uint32_t start = span.start > view->span.start ? span.start : view->span.start;
    uint32_t end = span.end < view->span.end ? span.end : view->span.end;
    int from = column_of(view, start), to = column_of(view, end);
    if (from < 0)
        from = 0;
    if (to > from)
        area_restyle(view->area, view->row, view->text->gutter + from, to - from, style);
}

/* Spans in the order of the text, of which a long report may have very many. */
static void restyle_all(const struct row_view *view, const struct span *spans, size_t n,
                        enum style style)
{
    size_t low = 0, high = n; /* the first that ends behind the row's start */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (spans[middle].end <= view->span.start)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < n && spans[low].start < view->span.end; low++)
        restyle(view, spans[low], style);
}

static bool is_graver(const struct desk_mark *mark, const struct desk_mark *than)
{
    static const char order[] = " NIWE";
    return !than || strchr(order, mark->letter) > strchr(order, than->letter);
}

/* Returns for the gutter the gravest of the marks that start in this row. */
static const struct desk_mark *draw_marks(const struct row_view *view)
{
    const struct desk *desk = view->text->pane.desk;
    const struct desk_mark *best = NULL;
    for (size_t i = 0; i < desk->nmarks; i++) {
        const struct desk_mark *mark = &desk->marks[i];
        struct span span = mark->span;
        if (span.start > view->span.end || span.end < view->span.start)
            continue; /* most by far lie elsewhere */
        bool here = span.start == view->span.start || span_holds(view->span, span.start);
        if (mark->is_value)
            restyle(view, span, mark->style);
        if (here && is_graver(mark, best))
            best = mark;
    }
    return best;
}

static void draw_evidence(const struct row_view *view)
{
    const struct desk *desk = view->text->pane.desk;
    restyle(view, desk->shown, STYLE_EVIDENCE);
    const struct finding *finding = desk_finding(desk);
    if (!finding)
        return;
    for (size_t i = 0; i < finding->nspans; i++)
        restyle(view, finding->spans[i], STYLE_EVIDENCE);
    for (size_t i = 0; i < finding->nseen; i++)
        restyle(view, finding->seen[i].span, STYLE_EVIDENCE);
}

static void draw_gutter(const struct row_view *view, const struct desk_mark *mark,
                        struct text_pos pos, bool at_cursor)
{
    const struct text_pane *text = view->text;
    if (mark)
        area_put(view->area, view->row, 0, 1, slice_make(&mark->letter, 1), mark->style);
    char number[24] = "";
    if (pos.row == 0)
        snprintf(number, sizeof number, "%zu", pos.line + 1);
    area_put_right(view->area, view->row, 1, text->gutter - 2, slice_of(number), STYLE_LINE_NUMBER);
    /* With the focus the terminal's own cursor tells; a line's move stays cheap. */
    if (at_cursor && !text->focused)
        area_restyle(view->area, view->row, 1, text->gutter - 2, STYLE_CURSOR_IDLE);
}

static void draw_text(const struct row_view *view)
{
    const struct text_pane *text = view->text;
    struct area row =
        area_part(view->area, view->row, text->gutter, 1, view->area.ncols - text->gutter);
    const struct findings *findings = desk_findings(text->pane.desk);
    struct str masked = STR_INIT;
    bool is_masked = text->pane.desk->masks && findings && mask_covers(findings, view->span);
    if (is_masked)
        mask_append_span(findings, view->span, &masked);
    area_put(row, 0, -text->left, -1,
             is_masked ? str_slice(&masked) : report_slice(text->layout.report, view->span),
             STYLE_NORMAL);
    str_release(&masked);
}

/* A chopped line may be very long: what lies right of the screen is not looked at. */
static struct span visible_span(struct text_pane *text, struct text_pos pos, int width)
{
    struct span span = text_layout_span(&text->layout, pos);
    if (text->chop)
        span.end = span.start + (uint32_t)text_bytes_before(report_slice(text->layout.report, span),
                                                            text->left + width);
    return span;
}

/* A chopped line that goes on says so. */
static void draw_cut(const struct row_view *view, struct text_pos pos)
{
    struct text_pane *text = view->text;
    if (!text->chop)
        return;
    struct slice line = report_slice(text->layout.report, text_layout_span(&text->layout, pos));
    int last = view->area.ncols - 1;
    if (text->left > 0 && line.nbytes > 0)
        area_puts(view->area, view->row, text->gutter - 1, 1, "~", STYLE_TOKEN);
    if (line.nbytes > view->span.end - view->span.start)
        area_puts(view->area, view->row, last, 1, "~", STYLE_TOKEN);
}

static void draw_row(struct row_view *view, struct text_pos pos, struct text_pos cursor)
{
    bool at_cursor = pos.line == cursor.line && pos.row == cursor.row;
    const struct findings *findings = desk_findings(view->text->pane.desk);
    draw_text(view);
    restyle_all(view, findings->unclaimed, findings->nunclaimed, STYLE_UNCLAIMED);
    const struct desk_mark *gravest = draw_marks(view);
    draw_evidence(view);
    restyle_all(view, view->text->search.matches, view->text->search.nmatches, STYLE_MATCH);
    restyle(view, text_pane_selection(view->text), STYLE_SELECTION);
    draw_gutter(view, gravest, pos, at_cursor);
    draw_cut(view, pos);
    if (at_cursor) {
        int col = column_of(view, view->text->cursor);
        view->text->cursor_row = view->row;
        view->text->cursor_col = view->text->gutter + (col > 0 ? col : 0);
        if (view->text->cursor_col >= view->area.ncols)
            view->text->cursor_col = view->area.ncols - 1;
    }
}

/* So that the cursor is seen: its row at the edge it came over, or in the
 * middle when it came from afar, or when panes stand side by side. */
static struct text_pos scrolled_top(struct text_pane *text, struct text_pos cursor)
{
    struct text_pos top = text_layout_find(&text->layout, text->top);
    size_t height = text->height > 0 ? (size_t)text->height : 1;
    bool above = text_pos_before(cursor, top);
    size_t away = above ? text_layout_distance(&text->layout, cursor, top, height)
                        : text_layout_distance(&text->layout, top, cursor, 2 * height);
    if (!above && away < height)
        return top;
    bool afar = text->pane.desk->leaps || away >= (above ? height : 2 * height);
    size_t keep = afar ? height / 2 : above ? 0 : height - 1;
    return text_layout_step(&text->layout, cursor, -(long)keep);
}

/* A wish puts the span's row a third below the top, unless it is in view. */
static void fulfil_wish(struct text_pane *text)
{
    const struct desk *desk = text->pane.desk;
    if (text->wish == desk->text_wish)
        return;
    text->wish = desk->text_wish;
    uint32_t last = text->layout.report->text_nbytes;
    uint32_t to = desk->wished_span.start < last ? desk->wished_span.start : last;
    struct text_pos pos = text_layout_find(&text->layout, to);
    struct text_pos top = text_layout_find(&text->layout, text->top);
    size_t height = text->height > 0 ? (size_t)text->height : 1;
    text->cursor = to;
    if (text->wish == desk->restored.text && desk->restored.view.text_top >= 0) {
        int64_t kept = desk->restored.view.text_top;
        text->top = kept < last ? (uint32_t)kept : last;
        text_scroll_sideways(text, desk->restored.view.text_left);
        return;
    }
    if (!text_pos_before(pos, top) &&
        text_layout_distance(&text->layout, top, pos, height) < height)
        return;
    top = text_layout_step(&text->layout, pos, -(long)(height / 3));
    text->top = text_layout_span(&text->layout, top).start;
}

static int number_cols(const struct report *report)
{
    int cols = 3;
    for (size_t n = report->nlines; n >= 1000; n /= 10)
        cols++;
    return cols;
}

void text_pane_draw(struct pane *pane, struct area area, bool focused)
{
    struct text_pane *text = (struct text_pane *)pane;
    const struct report *report = desk_report(pane->desk);
    text->focused = focused;
    if (!report || area.nrows < 1)
        return;
    text->gutter = number_cols(report) + 2;
    text->height = area.nrows;
    text_layout_set(&text->layout, report, area.ncols - text->gutter, text->chop);
    fulfil_wish(text);
    if (!text->chop)
        text->left = 0;
    struct text_pos cursor = text_settle_cursor(text);
    struct text_pos pos = scrolled_top(text, cursor);
    text->top = text_layout_span(&text->layout, pos).start;
    for (int row = 0; row < area.nrows; row++) {
        struct row_view view = {text, area, row,
                                visible_span(text, pos, area.ncols - text->gutter)};
        draw_row(&view, pos, cursor);
        struct text_pos next = text_layout_step(&text->layout, pos, 1);
        if (!text_pos_before(pos, next))
            break;
        pos = next;
    }
    pane->desk->here.offset = text->cursor;
    pane->desk->view.text_top = text->top;
    pane->desk->view.text_left = text->left;
}
