/* The report's text: motion, search, passages. Drawing is in text_draw.c. */
#include <stdlib.h>
#include <string.h>

#include "gouji/text/width.h"
#include "text_pane.h"

static const struct report *report_of(const struct text_pane *text)
{
    return desk_report(text->pane.desk);
}

static void put_cursor(struct text_pane *text, struct text_pos pos)
{
    text->cursor = text_layout_span(&text->layout, pos).start;
}

static void move_rows(struct text_pane *text, long delta)
{
    struct text_pos from = text_layout_find(&text->layout, text->cursor);
    struct span span = text_layout_span(&text->layout, from);
    int col = text_cols(report_slice(report_of(text), (struct span){span.start, text->cursor}), 0);
    struct text_pos to = text_layout_step(&text->layout, from, delta);
    put_cursor(text, to);
    if (col > 0) {
        struct slice row = report_slice(report_of(text), text_layout_span(&text->layout, to));
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

static void move_clusters(struct text_pane *text, long delta)
{
    const struct report *report = report_of(text);
    for (; delta > 0 && text->cursor < report->text_nbytes; delta--)
        text->cursor += (uint32_t)width_cluster(
            slice_make(report->text + text->cursor, report->text_nbytes - text->cursor));
    for (; delta < 0 && text->cursor > 0; delta++)
        text->cursor -= (uint32_t)width_cluster_before(slice_make(report->text, text->cursor));
}

static void move_sideways(struct text_pane *text, long delta)
{
    if (text->chop && text->selecting == SELECT_OFF) {
        text->left += (int)(delta * 4);
        if (text->left < 0)
            text->left = 0;
        return;
    }
    move_clusters(text, delta);
}

static void go_line(struct text_pane *text, size_t line)
{
    const struct report *report = report_of(text);
    if (line >= report->nlines)
        line = report->nlines ? report->nlines - 1 : 0;
    desk_jump_from(text->pane.desk);
    text->cursor = report_line_span(report, line).start;
}

static void put_cursor_at(struct text_pane *text, int row)
{
    struct text_pos pos = text_layout_find(&text->layout, text->cursor);
    pos = text_layout_step(&text->layout, pos, -(long)row);
    text->top = text_layout_span(&text->layout, pos).start;
}

static void go_percent(struct text_pane *text, int percent)
{
    const struct report *report = report_of(text);
    if (percent > 100)
        percent = 100;
    go_line(text, report->nlines * (size_t)percent / 100);
}

static unsigned move(struct text_pane *text, enum action action, int count)
{
    long times = count > 0 ? count : 1;
    long page = text->height > 3 ? text->height - 2 : 1;
    long half = text->height > 1 ? text->height / 2 : 1;
    switch ((int)action) {
    case ACTION_LINE_DOWN: move_rows(text, times); break;
    case ACTION_LINE_UP: move_rows(text, -times); break;
    case ACTION_LEFT: move_sideways(text, -times); break;
    case ACTION_RIGHT: move_sideways(text, times); break;
    case ACTION_PAGE_DOWN: scroll_rows(text, page * times); break;
    case ACTION_PAGE_UP: scroll_rows(text, -page * times); break;
    case ACTION_HALF_DOWN: scroll_rows(text, half * times); break;
    case ACTION_HALF_UP: scroll_rows(text, -half * times); break;
    case ACTION_TOP: go_line(text, 0); break;
    case ACTION_GOTO_END:
        go_line(text, count > 0 ? (size_t)count - 1 : report_of(text)->nlines);
        break;
    case ACTION_PERCENT: go_percent(text, count); break;
    case ACTION_LINE_TOP: put_cursor_at(text, 0); break;
    case ACTION_LINE_MIDDLE: put_cursor_at(text, text->height / 2); break;
    case ACTION_LINE_BOTTOM: put_cursor_at(text, text->height - 1); break;
    default: return REACT_UNHANDLED;
    }
    return REACT_REDRAW;
}

/* ---- sections and tables ---- */

static uint32_t section_start(const struct section *section)
{
    return span_empty(section->heading) ? section->body.start : section->heading.start;
}

/* The n-th start of `count` after or before the cursor; starts are in the order
 * of the text but for damaged reports, so all are looked at. */
typedef uint32_t stop_at(const struct report *report, size_t index, bool *valid);

static uint32_t section_stop(const struct report *report, size_t index, bool *valid)
{
    *valid = true;
    return section_start(&report->sections[index]);
}

static uint32_t table_stop(const struct report *report, size_t index, bool *valid)
{
    struct span span = index < TABLE_COUNT ? report->tables[index].span
                                           : report->locals[index - TABLE_COUNT].span;
    *valid = !span_empty(span);
    return span.start;
}

static bool next_stop(const struct text_pane *text, stop_at *stop, size_t nstops, bool backward,
                      uint32_t *offset)
{
    const struct report *report = report_of(text);
    bool found = false;
    for (size_t i = 0; i < nstops; i++) {
        bool valid;
        uint32_t at = stop(report, i, &valid);
        bool ahead = backward ? at < text->cursor : at > text->cursor;
        if (!valid || !ahead)
            continue;
        if (!found || (backward ? at > *offset : at < *offset))
            *offset = at;
        found = true;
    }
    return found;
}

static unsigned go_stop(struct text_pane *text, enum action action, int count)
{
    const struct report *report = report_of(text);
    bool tables = action == ACTION_NEXT_TABLE || action == ACTION_PREV_TABLE;
    bool backward = action == ACTION_PREV_TABLE || action == ACTION_PREV_SECTION;
    size_t nstops = tables ? TABLE_COUNT + report->nlocals : report->nsections;
    desk_jump_from(text->pane.desk);
    bool moved = false;
    for (int i = 0; i < (count > 0 ? count : 1); i++) {
        uint32_t to = 0;
        if (!next_stop(text, tables ? table_stop : section_stop, nstops, backward, &to))
            break;
        text->cursor = to;
        put_cursor_at(text, 0);
        moved = true;
    }
    if (!moved)
        desk_say(text->pane.desk, TONE_PLAIN, _("No further one in this direction"));
    return REACT_REDRAW;
}

/* ---- search ---- */

static void say_match(struct text_pane *text, long at, bool wrapped, bool backward)
{
    const char *note = !wrapped ? "" : backward ? _("search hit TOP, continued at BOTTOM")
                                                : _("search hit BOTTOM, continued at TOP");
    desk_say(text->pane.desk, TONE_PLAIN, "%s  %ld/%zu  %s", str_text(&text->search.pattern),
             at + 1, text->search.nmatches, note);
}

static void search_step(struct text_pane *text, bool backward, bool from_here)
{
    uint32_t from = backward || from_here ? text->cursor : text->cursor + 1;
    bool wrapped = false;
    long at = search_from(&text->search, from, backward, &wrapped);
    if (at < 0) {
        desk_say(text->pane.desk, TONE_ERROR, _("Not found: %s"),
                 str_text(&text->search.pattern));
        return;
    }
    text->cursor = text->search.matches[at].start;
    say_match(text, at, wrapped, backward);
}

static unsigned search(struct text_pane *text, enum action action, int count,
                       const char *argument)
{
    bool starts = action == ACTION_SEARCH || action == ACTION_SEARCH_BACK;
    if (starts) {
        text->search_backward = action == ACTION_SEARCH_BACK;
        if (argument && search_find(&text->search, argument) < 0)
            desk_say(text->pane.desk, TONE_ERROR, _("Not enough memory to search"));
    }
    if (text->search.pattern.nbytes == 0)
        return REACT_REDRAW;
    bool backward = text->search_backward != (action == ACTION_SEARCH_PREV);
    desk_jump_from(text->pane.desk);
    for (int i = 0; i < (count > 0 ? count : 1); i++)
        search_step(text, backward, starts && i == 0);
    return REACT_REDRAW;
}

void text_pane_preview(struct pane *pane, uint32_t offset, const char *pattern)
{
    struct text_pane *text = (struct text_pane *)pane;
    bool wrapped;
    text->cursor = offset;
    if (!report_of(text) || search_find(&text->search, pattern) < 0)
        return;
    long at = search_from(&text->search, offset, false, &wrapped);
    if (at >= 0)
        text->cursor = text->search.matches[at].start;
}

/* ---- the rest ---- */

static unsigned select_passage(struct text_pane *text)
{
    if (text->selecting == SELECT_OFF)
        text->anchor = text->cursor;
    text->selecting = (text->selecting + 1) % 3;
    static const char *const says[] = {
        N_("Selection off"), N_("Selecting: move to extend, v again for whole lines"),
        N_("Selecting whole lines; v again ends")};
    desk_say(text->pane.desk, TONE_PLAIN, "%s", _(says[text->selecting]));
    return REACT_REDRAW;
}

static struct span row_span(const struct text_pane *text)
{
    const struct report *report = report_of(text);
    return report_line_span(report, report_line_at(report, text->cursor));
}

static unsigned follow(struct text_pane *text)
{
    struct desk *desk = text->pane.desk;
    struct span line = row_span(text);
    for (size_t i = 0; i < desk->nmarks; i++) {
        const struct desk_mark *mark = &desk->marks[i];
        if (!span_overlaps(mark->span, line) || (mark->item < 0 && mark->problem < 0))
            continue;
        desk_jump_from(desk);
        desk->here.item = mark->item;
        desk->here.problem = mark->problem;
        desk->item_wish++;
        desk_want(desk, IN_FINDINGS);
        return REACT_REDRAW | REACT_LAYOUT;
    }
    desk_say(desk, TONE_PLAIN, _("No finding speaks of this line"));
    return REACT_REDRAW;
}

static unsigned text_act(struct pane *pane, enum action action, int count, const char *argument)
{
    struct text_pane *text = (struct text_pane *)pane;
    if (!report_of(text))
        return REACT_UNHANDLED;
    if (text->layout.report != report_of(text))
        text_layout_set(&text->layout, report_of(text), 80, text->chop);
    switch ((int)action) {
    case ACTION_SEARCH: case ACTION_SEARCH_BACK: case ACTION_SEARCH_NEXT:
    case ACTION_SEARCH_PREV: return search(text, action, count, argument);
    case ACTION_NEXT_SECTION: case ACTION_PREV_SECTION: case ACTION_NEXT_TABLE:
    case ACTION_PREV_TABLE: return go_stop(text, action, count);
    case ACTION_SELECT: return select_passage(text);
    case ACTION_FOLLOW: return follow(text);
    case ACTION_CHOP: text->chop = !text->chop; return REACT_REDRAW;
    case ACTION_CANCEL:
        if (text->selecting == SELECT_OFF)
            return REACT_UNHANDLED;
        text->selecting = SELECT_OFF;
        return REACT_REDRAW;
    default: break;
    }
    unsigned reaction = move(text, action, count);
    pane->desk->here.offset = text->cursor;
    return reaction;
}

static bool text_cursor(const struct pane *pane, int *row, int *col)
{
    const struct text_pane *text = (const struct text_pane *)pane;
    *row = text->cursor_row;
    *col = text->cursor_col;
    return report_of(text) != NULL;
}

/* Which checks speak of the cursor's line, each once. */
static void status_findings(const struct text_pane *text, struct str *out)
{
    const struct desk *desk = text->pane.desk;
    const struct findings *findings = desk_findings(desk);
    struct span line = row_span(text);
    int last = -1, shown = 0;
    for (size_t i = 0; i < desk->nmarks && shown < 4; i++) {
        const struct desk_mark *mark = &desk->marks[i];
        if (mark->item < 0 || mark->item == last || !span_overlaps(mark->span, line))
            continue;
        last = mark->item;
        shown++;
        str_format(out, " %s", findings->items[mark->item].rule->id);
    }
}

static const struct section *section_here(const struct text_pane *text)
{
    const struct report *report = report_of(text);
    const struct section *here = NULL;
    for (size_t i = 0; i < report->nsections; i++)
        if (section_start(&report->sections[i]) <= text->cursor)
            here = &report->sections[i];
    return here;
}

static void text_subtitle(const struct pane *pane, struct str *out)
{
    const struct text_pane *text = (const struct text_pane *)pane;
    const struct section *section = report_of(text) ? section_here(text) : NULL;
    if (section && section->title)
        str_format(out, "%s%s%s", section->numeral ? section->numeral : "",
                   section->numeral && section->numeral[0] ? "、" : "", section->title);
}

static void text_status(const struct pane *pane, struct str *out)
{
    const struct text_pane *text = (const struct text_pane *)pane;
    const struct report *report = report_of(text);
    if (!report)
        return;
    size_t line = report_line_at(report, text->cursor);
    const struct section *section = section_here(text);
    str_format(out, "%zu/%zu %3zu%% %s", line + 1, report->nlines,
               report->nlines ? (line + 1) * 100 / report->nlines : 100,
               section && section->id ? section->id : "");
    status_findings(text, out);
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
    const struct report *report = report_of(text);
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
    const struct report *report = report_of(text);
    text->selecting = SELECT_OFF;
    if (text->search.report == report)
        return;
    text_layout_release(&text->layout);
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
    search_release(&text->search);
    free(text);
}

const struct pane_ops text_pane_ops = {
    .context = IN_TEXT,
    .title = N_("report"),
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
