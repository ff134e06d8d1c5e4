/* The report's text: motion, passages, what it links to. Drawing is in
 * text_draw.c, jumps to stops in text_stops.c, searching in text_search.c. */
#include <stdlib.h>
#include <string.h>

#include "gouji/text/width.h"
#include "text_pane.h"

const struct report *text_report(const struct text_pane *text)
{
    return desk_report(text->pane.desk);
}

static void put_cursor(struct text_pane *text, struct text_pos pos)
{
    text->cursor = text_layout_span(&text->layout, pos).start;
}

struct text_pos text_settle_cursor(struct text_pane *text)
{
    struct text_pos pos = text_layout_find(&text->layout, text->cursor);
    struct span row = text_layout_span(&text->layout, pos);
    if (text->cursor < row.start || text->cursor > row.end)
        text->cursor = row.start;
    return pos;
}

static void move_rows(struct text_pane *text, long delta)
{
    struct text_pos from = text_settle_cursor(text);
    struct span span = text_layout_span(&text->layout, from);
    int col =
        text_cols(report_slice(text_report(text), (struct span){span.start, text->cursor}), 0);
    struct text_pos to = text_layout_step(&text->layout, from, delta);
    put_cursor(text, to);
    if (col > 0) {
        struct slice row = report_slice(text_report(text), text_layout_span(&text->layout, to));
        text->cursor += (uint32_t)text_bytes_before(row, col);
    }
}

static void scroll_rows(struct text_pane *text, long delta)
{
    struct text_pos top = text_layout_find(&text->layout, text->top);
    top = text_layout_step(&text->layout, top, delta);
    text->top = text_layout_span(&text->layout, top).start;
    move_rows(text, delta);
}

/* The rows move under the cursor, which stays on its own while that is seen. */
static void roll_rows(struct text_pane *text, long delta)
{
    struct text_pos cursor = text_settle_cursor(text);
    size_t height = text->height > 0 ? (size_t)text->height : 1;
    struct text_pos top =
        text_layout_step(&text->layout, text_layout_find(&text->layout, text->top), delta);
    struct text_pos last = text_layout_step(&text->layout, top, (long)height - 1);
    long missing = (long)height - 1 - (long)text_layout_distance(&text->layout, top, last, height);
    top = text_layout_step(&text->layout, top, -missing); /* the last page stays a full one */
    text->top = text_layout_span(&text->layout, top).start;
    if (text_pos_before(cursor, top))
        put_cursor(text, top);
    else if (text_pos_before(last, cursor))
        put_cursor(text, last);
}

static void move_clusters(struct text_pane *text, long delta)
{
    const struct report *report = text_report(text);
    for (; delta > 0 && text->cursor < report->text_nbytes; delta--)
        text->cursor += (uint32_t)width_cluster(
            slice_make(report->text + text->cursor, report->text_nbytes - text->cursor));
    for (; delta < 0 && text->cursor > 0; delta++)
        text->cursor -= (uint32_t)width_cluster_before(slice_make(report->text, text->cursor));
}

void text_scroll_sideways(struct text_pane *text, int64_t left)
{
    int64_t last = left > 0 ? text_layout_widest(&text->layout) - text->layout.ncols : 0;
    text->left = (int)(left < 0 || last < 0 ? 0 : left > last ? last : left);
}

static void move_sideways(struct text_pane *text, long delta)
{
    enum { STEP_COLS = 4 };
    if (text->chop && text->selecting == SELECT_OFF)
        text_scroll_sideways(text, text->left + (int64_t)delta * STEP_COLS);
    else
        move_clusters(text, delta);
}

static void go_line(struct text_pane *text, size_t line)
{
    const struct report *report = text_report(text);
    if (line >= report->nlines)
        line = report->nlines ? report->nlines - 1 : 0;
    desk_jump_from(text->pane.desk);
    text->cursor = report_line_span(report, line).start;
}

void text_put_cursor_at(struct text_pane *text, int row)
{
    struct text_pos pos = text_layout_find(&text->layout, text->cursor);
    pos = text_layout_step(&text->layout, pos, -(long)row);
    text->top = text_layout_span(&text->layout, pos).start;
}

static void go_percent(struct text_pane *text, int percent)
{
    const struct report *report = text_report(text);
    if (percent > 100)
        percent = 100;
    go_line(text, report->nlines * (size_t)percent / 100);
}

/* The rows that the action, done once, scrolls the text down by; 0: it does something else. */
static long rows_scrolled(const struct text_pane *text, enum action action)
{
    long page = text->height > 3 ? text->height - 2 : 1;
    long half = text->height > 1 ? text->height / 2 : 1;
    switch ((int)action) {
    case ACTION_PAGE_DOWN:
        return page;
    case ACTION_PAGE_UP:
        return -page;
    case ACTION_HALF_DOWN:
        return half;
    case ACTION_HALF_UP:
        return -half;
    default:
        return 0;
    }
}

/* By so many rows or characters; false: the action is no such step. */
static bool step(struct text_pane *text, enum action action, long times)
{
    switch ((int)action) {
    case ACTION_LINE_DOWN:
        move_rows(text, times);
        break;
    case ACTION_LINE_UP:
        move_rows(text, -times);
        break;
    case ACTION_LEFT:
        move_sideways(text, -times);
        break;
    case ACTION_RIGHT:
        move_sideways(text, times);
        break;
    case ACTION_SCROLL_DOWN:
        roll_rows(text, times);
        break;
    case ACTION_SCROLL_UP:
        roll_rows(text, -times);
        break;
    default:
        return false;
    }
    return true;
}

/* To a line of the text, or puts the cursor's at one of the pane's; false: neither. */
static bool go(struct text_pane *text, enum action action, int count)
{
    switch ((int)action) {
    case ACTION_TOP:
        go_line(text, 0);
        break;
    case ACTION_GOTO_END:
        go_line(text, count > 0 ? (size_t)count - 1 : text_report(text)->nlines);
        break;
    case ACTION_PERCENT:
        go_percent(text, count);
        break;
    case ACTION_LINE_TOP:
        text_put_cursor_at(text, 0);
        break;
    case ACTION_LINE_MIDDLE:
        text_put_cursor_at(text, text->height / 2);
        break;
    case ACTION_LINE_BOTTOM:
        text_put_cursor_at(text, text->height - 1);
        break;
    default:
        return false;
    }
    return true;
}

static unsigned move(struct text_pane *text, enum action action, int count)
{
    long times = count > 0 ? count : 1;
    long scrolled = rows_scrolled(text, action);
    if (scrolled != 0)
        scroll_rows(text, scrolled * times);
    else if (!step(text, action, times) && !go(text, action, count))
        return REACT_UNHANDLED;
    return REACT_REDRAW;
}

/* ---- passages, links ---- */

static unsigned select_passage(struct text_pane *text)
{
    if (text->selecting == SELECT_OFF)
        text->anchor = text->cursor;
    text->selecting = (text->selecting + 1) % 3;
    static const char *const says[] = {N_("Selection off"),
                                       N_("Selecting: move to extend, %s again for whole lines"),
                                       N_("Selecting whole lines; %s again ends")};
    struct desk *desk = text->pane.desk;
    desk_say(desk, TONE_PLAIN, _(says[text->selecting]), desk_keys(desk, IN_TEXT, ACTION_SELECT));
    return REACT_REDRAW;
}

static struct span row_span(const struct text_pane *text)
{
    const struct report *report = text_report(text);
    return report_line_span(report, report_line_at(report, text->cursor));
}

static bool leads_on(const struct desk_mark *mark)
{
    return mark->item >= 0 || mark->problem >= 0 || mark->note >= 0;
}

/* What is marked under the cursor, else on its line; a finding before a note. */
static const struct desk_mark *mark_here(const struct text_pane *text)
{
    const struct desk *desk = text->pane.desk;
    struct span line = row_span(text);
    const struct desk_mark *best = NULL;
    int best_rank = 0;
    for (size_t i = 0; i < desk->nmarks; i++) {
        const struct desk_mark *mark = &desk->marks[i];
        bool under = span_holds(mark->span, text->cursor);
        int rank = (under ? 4 : span_overlaps(mark->span, line) ? 2 : 0) + (mark->note < 0);
        if (rank < 2 || rank <= best_rank || !leads_on(mark))
            continue;
        best = mark;
        best_rank = rank;
    }
    return best;
}

static unsigned follow(struct text_pane *text)
{
    struct desk *desk = text->pane.desk;
    const struct desk_mark *mark = mark_here(text);
    if (!mark) {
        desk_say(desk, TONE_PLAIN, _("No finding and no note speaks of this line"));
        return REACT_REDRAW;
    }
    desk_jump_from(desk);
    if (mark->note >= 0) {
        desk_show_note(desk, (size_t)mark->note);
        desk_want(desk, IN_NOTES);
    } else {
        desk->here.item = mark->item;
        desk->here.problem = mark->problem;
        desk->item_wish++;
        desk_want(desk, IN_FINDINGS);
    }
    return REACT_REDRAW | REACT_LAYOUT;
}

/* The tables go along: to the cell printed under the cursor or in its line. */
static void link_tables(struct text_pane *text)
{
    struct desk *desk = text->pane.desk;
    const struct report *report = text_report(text);
    struct span line = row_span(text);
    const struct cell *cell, *best = NULL;
    for (size_t position = 0; (cell = report_next_cell(report, &position));) {
        bool under = span_holds(cell->span, text->cursor);
        if (under || (!best && !span_empty(cell->span) && span_overlaps(cell->span, line)))
            best = cell;
        if (under)
            break;
    }
    if (best && strcmp(best->id, desk->here.cell) != 0)
        desk_show_cell(desk, best->id);
    else if (!best)
        desk_show_local(desk, line);
}

/* The panes that are linked to this one go along. */
static unsigned move_linked(struct text_pane *text, enum action action, int count)
{
    unsigned reaction = move(text, action, count);
    text->pane.desk->here.offset = text->cursor;
    if (text->pane.desk->linked && reaction != REACT_UNHANDLED)
        link_tables(text);
    return reaction;
}

static unsigned text_act(struct pane *pane, enum action action, int count, const char *argument)
{
    struct text_pane *text = (struct text_pane *)pane;
    if (!text_report(text))
        return REACT_UNHANDLED;
    if (text->layout.report != text_report(text))
        text_layout_set(&text->layout, text_report(text), 80, text->chop);
    switch ((int)action) {
    case ACTION_SEARCH:
    case ACTION_SEARCH_BACK:
    case ACTION_SEARCH_NEXT:
    case ACTION_SEARCH_PREV:
        return text_search(text, action, count, argument);
    case ACTION_FILTER:
        return text_filter(text, argument);
    case ACTION_NEXT_SECTION:
    case ACTION_PREV_SECTION:
    case ACTION_NEXT_TABLE:
    case ACTION_PREV_TABLE:
    case ACTION_NEXT_PAGE:
    case ACTION_PREV_PAGE:
        return text_go_stop(text, action, count);
    case ACTION_SELECT:
        return select_passage(text);
    case ACTION_FOLLOW:
        return follow(text);
    case ACTION_CHOP:
        text->chop = !text->chop;
        return REACT_REDRAW;
    case ACTION_CANCEL:
        if (text->selecting == SELECT_OFF)
            return REACT_UNHANDLED;
        text->selecting = SELECT_OFF;
        return REACT_REDRAW;
    default:
        return move_linked(text, action, count);
    }
}

static bool text_cursor(const struct pane *pane, int *row, int *col)
{
    const struct text_pane *text = (const struct text_pane *)pane;
    *row = text->cursor_row;
    *col = text->cursor_col;
    return text_report(text) != NULL;
}

static bool is_named(const struct desk *desk, size_t nmarks, struct span line,
                     const struct rule *rule)
{
    const struct findings *findings = desk_findings(desk);
    for (size_t i = 0; i < nmarks; i++)
        if (desk->marks[i].item >= 0 && findings->items[desk->marks[i].item].rule == rule &&
            span_overlaps(desk->marks[i].span, line))
            return true;
    return false;
}

/* Which checks speak of the cursor's line, each once. */
static void status_findings(const struct text_pane *text, struct str *out)
{
    const struct desk *desk = text->pane.desk;
    const struct findings *findings = desk_findings(desk);
    struct span line = row_span(text);
    for (size_t i = 0; i < desk->nmarks; i++) {
        const struct desk_mark *mark = &desk->marks[i];
        if (mark->item < 0 || !span_overlaps(mark->span, line))
            continue;
        const struct rule *rule = findings->items[mark->item].rule;
        if (!is_named(desk, i, line, rule))
            str_format(out, "  %c %s", mark->letter, rule->id);
    }
}

static void status_mode(const struct text_pane *text, struct str *out)
{
    if (text->filter.nbytes)
        str_format(out, "  & %s: %zu/%zu", str_text(&text->filter), text->layout.nshown,
                   text_report(text)->nlines);
    if (text->selecting != SELECT_OFF)
        str_format(out, "  %s", _("selecting"));
    if (text->chop)
        str_format(out, "  %s %d", _("chopped"), text->left + 1);
}

static const struct section *section_here(const struct text_pane *text)
{
    const struct report *report = text_report(text);
    const struct section *here = NULL;
    for (size_t i = 0; i < report->nsections; i++)
        if (text_section_start(&report->sections[i]) <= text->cursor)
            here = &report->sections[i];
    return here;
}

static void text_subtitle(const struct pane *pane, struct str *out)
{
    const struct text_pane *text = (const struct text_pane *)pane;
    const struct section *section = text_report(text) ? section_here(text) : NULL;
    if (section && section->title)
        str_format(out, "%s%s%s", section->numeral ? section->numeral : "",
                   section->numeral && section->numeral[0] ? "、" : "", section->title);
}

static void text_status(const struct pane *pane, struct str *out)
{
    const struct text_pane *text = (const struct text_pane *)pane;
    const struct report *report = text_report(text);
    if (!report)
        return;
    size_t line = report_line_at(report, text->cursor);
    const struct section *section = section_here(text);
    str_format(out, "%zu/%zu %3zu%% %s", line + 1, report->nlines,
               report->nlines ? (line + 1) * 100 / report->nlines : 100,
               section && section->id ? section->id : "");
    status_findings(text, out);
    status_mode(text, out);
}

/* Without the tab before a cell of a Word dump: a quote begins with words. */
static struct span without_margin(const struct report *report, struct span span)
{
    struct span inner = span;
    while (inner.start < inner.end && strchr(" \t\r", report->text[inner.start]))
        inner.start++;
    while (inner.end > inner.start && strchr(" \t\r", report->text[inner.end - 1]))
        inner.end--;
    return span_empty(inner) ? span : inner;
}

static bool text_target(const struct pane *pane, struct target *target)
{
    const struct text_pane *text = (const struct text_pane *)pane;
    const struct report *report = text_report(text);
    if (!report)
        return false;
    *target = (struct target)TARGET_REPORT;
    target->span = text_pane_selection(text);
    if (!span_empty(target->span))
        return true;
    const struct sentence *sentence = report_sentence_at(report, text->cursor);
    target->span = sentence ? sentence->span : without_margin(report, row_span(text));
    return true;
}

static void text_refresh(struct pane *pane)
{
    struct text_pane *text = (struct text_pane *)pane;
    const struct report *report = text_report(text);
    text->selecting = SELECT_OFF;
    text->previewing = false;
    if (text->search.report == report)
        return;
    text_layout_release(&text->layout);
    text_unfilter(text);
    text->layout.report = NULL;
    search_set(&text->search, report);
    text->cursor = text->top = 0;
    text->left = 0;
}

static struct pane *text_create(struct desk *desk)
{
    struct text_pane *text = calloc(1, sizeof *text);
    if (!text)
        return NULL;
    text->pane = (struct pane){&text_pane_ops, desk};
    return &text->pane;
}

static void text_destroy(struct pane *pane)
{
    struct text_pane *text = (struct text_pane *)pane;
    text_layout_release(&text->layout);
    text_unfilter(text);
    search_release(&text->search);
    str_release(&text->sought);
    str_release(&text->filter);
    free(text);
}

const struct pane_ops text_pane_ops = {
    .context = IN_TEXT,
    .title = N_("text"),
    .create = text_create,
    .destroy = text_destroy,
    .draw = text_pane_draw,
    .act = text_act,
    .cursor = text_cursor,
    .subtitle = text_subtitle,
    .status = text_status,
    .target = text_target,
    .refresh = text_refresh,
};
