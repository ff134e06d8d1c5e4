/* The review's log: every event, the newest below, those undone marked; Enter goes
 * to the finding. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "gouji/pane/pane.h"
#include "gouji/text/width.h"
#include "list.h"

struct log_pane {
    struct pane pane;
    struct list list;
    size_t seen; /* events when the cursor was put to the last */
    const struct review *review;
    int cursor_row;
};

static size_t entries_of(const struct log_pane *pane, const struct log_entry **entries)
{
    *entries = NULL;
    return pane->pane.desk->review ? review_log(pane->pane.desk->review, entries) : 0;
}

/* The clock of the place one is at. */
static void local_time(const char *at, char out[32])
{
    struct tm utc = {0}, local;
    snprintf(out, 32, "%s", at ? at : "");
    if (!at || !strptime(at, "%Y-%m-%dT%H:%M:%SZ", &utc))
        return;
    time_t seconds = timegm(&utc);
    if (localtime_r(&seconds, &local))
        strftime(out, 32, "%Y-%m-%d %H:%M:%S", &local);
}

static const char *or_empty(const char *text)
{
    return text ? text : "";
}

static void row_text(const void *closure, size_t row, struct str *out)
{
    const struct log_entry *entries;
    char at[32];
    if (row >= entries_of(closure, &entries))
        return;
    local_time(entries[row].at, at);
    str_format(out, "%lld %s %s %s%s", (long long)entries[row].n, at, or_empty(entries[row].by),
               or_empty(entries[row].summary), entries[row].undone ? _(" (undone)") : "");
}

/* What was done last is where one looks first. */
static size_t follow_log(struct log_pane *pane, const struct log_entry **entries)
{
    size_t n = entries_of(pane, entries);
    if (n > 0 && (n != pane->seen || pane->review != pane->pane.desk->review))
        pane->list.cursor = n - 1;
    pane->seen = n;
    pane->review = pane->pane.desk->review;
    return n;
}

/* ---- drawing ---- */

enum { NUMBER_COLS = 5, TIME_COLS = 20 };

static int by_cols(const struct log_entry *entries, size_t n, int ncols)
{
    int most = 0;
    for (size_t i = 0; i < n; i++) {
        int need = width_text(slice_of(or_empty(entries[i].by)));
        most = need > most ? need : most;
    }
    return most < ncols / 6 ? most : ncols / 6;
}

static void draw_entry(struct area area, int row, int by, const struct log_entry *entry)
{
    char text[32];
    enum style style = entry->undone ? STYLE_DIM : STYLE_NORMAL;
    int col = 1 + NUMBER_COLS + 2;
    snprintf(text, sizeof text, "%lld", (long long)entry->n);
    area_put_right(area, row, 1, NUMBER_COLS, slice_of(text), STYLE_LINE_NUMBER);
    local_time(entry->at, text);
    area_puts(area, row, col, TIME_COLS - 1, text, STYLE_DIM);
    col += TIME_COLS + 1;
    area_put_clipped(area, row, col, by, slice_of(or_empty(entry->by)), STYLE_LABEL);
    col += by + 2;
    struct str what = STR_INIT;
    str_format(&what, "%s%s", or_empty(entry->summary), entry->undone ? _(" (undone)") : "");
    for (size_t i = 0; i < what.nbytes; i++)
        if (what.data[i] == '\n')
            what.data[i] = ' ';
    area_put_clipped(area, row, col, area.ncols - col, str_slice(&what), style);
    str_release(&what);
}

static void log_draw(struct pane *base, struct area area, bool focused)
{
    struct log_pane *pane = (struct log_pane *)base;
    const struct log_entry *entries;
    size_t n = follow_log(pane, &entries);
    int by = by_cols(entries, n, area.ncols);
    list_fit(&pane->list, n, area.nrows);
    if (n == 0)
        area_puts(area, 0, 0, -1, _("Nothing has been done yet"), STYLE_DIM);
    for (int row = 0; row < area.nrows; row++) {
        size_t at = pane->list.top + (size_t)row;
        if (at >= n)
            break;
        draw_entry(area, row, by, &entries[at]);
        if (at != pane->list.cursor)
            continue;
        pane->cursor_row = row;
        area_puts(area, row, 0, 1, ">", STYLE_CURSOR);
        area_restyle(area, row, 0, 1 + NUMBER_COLS, focused ? STYLE_CURSOR : STYLE_CURSOR_IDLE);
    }
}

/* ---- acting ---- */

static unsigned follow(struct log_pane *pane)
{
    const struct log_entry *entries;
    struct desk *desk = pane->pane.desk;
    if (pane->list.cursor >= entries_of(pane, &entries))
        return REACT_NOTHING;
    int item = entries[pane->list.cursor].item;
    if (item < 0 || (size_t)item >= desk_findings(desk)->nitems) {
        desk_say(desk, TONE_PLAIN, _("This is about no finding that there is now"));
        return REACT_REDRAW;
    }
    desk_jump_from(desk);
    desk_select(desk, item, -1);
    desk_want(desk, IN_FINDINGS);
    return REACT_REDRAW | REACT_LAYOUT;
}

static unsigned log_act(struct pane *base, enum action action, int count, const char *argument)
{
    struct log_pane *pane = (struct log_pane *)base;
    const struct log_entry *entries;
    pane->list.count = follow_log(pane, &entries);
    if (action == ACTION_FOLLOW)
        return follow(pane);
    unsigned reaction = list_move(&pane->list, action, count);
    if (reaction == REACT_UNHANDLED)
        reaction = list_search(&pane->list, base->desk, action, count, argument, row_text, pane);
    return reaction;
}

static void log_preview(struct pane *base, enum action action, const char *text)
{
    struct log_pane *pane = (struct log_pane *)base;
    const struct log_entry *entries = NULL;
    pane->list.count = follow_log(pane, &entries);
    list_preview(&pane->list, base->desk, action, text, row_text, pane);
}

static bool log_cursor(const struct pane *base, int *row, int *col)
{
    *row = ((const struct log_pane *)base)->cursor_row;
    *col = 0;
    return true;
}

static void log_status(const struct pane *base, struct str *out)
{
    const struct log_pane *pane = (const struct log_pane *)base;
    const struct log_entry *entries;
    size_t n = entries_of(pane, &entries);
    str_format(out, "%zu/%zu", n ? pane->list.cursor + 1 : 0, n);
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
    .status = log_status,
    .preview = log_preview,
};
