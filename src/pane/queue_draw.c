/* The queue drawn: a table of reports in groups, what is found most beside it, the
 * totals and how far the reading is below. */
#include <stdio.h>
#include <string.h>

#include "bar.h"
#include "gouji/base/path.h"
#include "gouji/text/width.h"
#include "queue_pane.h"

/* Columns from the left; the name takes what the others leave. */
enum { STATE_COLS = 12, YEAR_COLS = 5 };

struct columns {
    int state, name, name_cols, agency, agency_cols, year, counts, count_cols, done, done_cols;
    int ncounts; /* E W I U; fewer where the room is short */
};

enum { NAMES_LEAST_COLS = 24 };

static int digits(size_t n)
{
    int count = 1;
    while (n /= 10)
        count++;
    return count;
}

/* The totals are the widest numbers there are. */
static struct columns columns_of(const struct queue_pane *pane, int ncols)
{
    const struct queue_sums *sums = &pane->rows.total;
    size_t most = sums->errors > sums->warnings ? sums->errors : sums->warnings;
    most = most > sums->infos ? most : sums->infos;
    most = most > sums->undecided ? most : sums->undecided;
    struct columns at = {.state = 2, .name = STATE_COLS + 1};
    at.count_cols = (digits(most) > 3 ? digits(most) : 3) + 1;
    at.done_cols = digits(sums->decided) + digits(sums->entries) + 2 + (sums->stale > 0);
    at.done_cols = at.done_cols > 8 ? at.done_cols : 8;
    at.ncounts = 4;
    int rest = ncols - STATE_COLS - YEAR_COLS - 4 * at.count_cols - at.done_cols - 1;
    if (rest < NAMES_LEAST_COLS) {
        at.ncounts = 2;
        rest += 2 * at.count_cols;
    }
    if (rest < NAMES_LEAST_COLS) {
        rest += at.done_cols;
        at.done_cols = 0;
    }
    at.name_cols = rest < NAMES_LEAST_COLS ? 0 : rest * 2 / 5;
    at.agency = at.name + at.name_cols + (at.name_cols > 0);
    at.agency_cols = rest - at.name_cols - (at.name_cols > 0);
    at.year = at.agency + at.agency_cols;
    at.counts = at.year + YEAR_COLS;
    at.done = at.counts + at.ncounts * at.count_cols;
    return at;
}

static void put_count(struct area area, int row, int col, int ncols, size_t n, enum style style)
{
    char text[24];
    snprintf(text, sizeof text, "%zu", n);
    area_put_right(area, row, col, ncols, slice_of(text), n ? style : STYLE_DIM);
}

/* The column that sorts carries the sign of its direction. */
static void put_heading(const struct queue_pane *pane, struct area area, int col, int ncols,
                        bool right, const char *text, enum queue_sort sort)
{
    char heading[64];
    bool sorts = pane->rows.sort == sort && (sort != SORT_NAME || pane->rows.reversed);
    snprintf(heading, sizeof heading, "%s%s", text, sorts ? pane->rows.reversed ? "^" : "v" : "");
    if (right)
        area_put_right(area, 0, col, ncols, slice_of(heading), STYLE_HEADING);
    else
        area_puts(area, 0, col, ncols, heading, STYLE_HEADING);
}

const char *queue_pane_heading(const struct pane *base, int col)
{
    const struct queue_pane *pane = (const struct queue_pane *)base;
    struct columns at = columns_of(pane, pane->ncols > 0 ? pane->ncols : 1);
    const struct {
        int end;
        enum queue_sort sort;
    } headings[] = {{at.name, SORT_STATE},
                    {at.agency, SORT_NAME},
                    {at.year, SORT_AGENCY},
                    {at.counts, SORT_YEAR},
                    {at.counts + at.count_cols, SORT_ERRORS},
                    {at.counts + 2 * at.count_cols, SORT_WARNINGS},
                    {at.ncounts > 2 ? at.done - at.count_cols : 0, SORT_COUNT},
                    {at.ncounts > 2 ? at.done : 0, SORT_UNDECIDED},
                    {at.done + at.done_cols, SORT_OPEN}};
    for (size_t i = 0; i < sizeof headings / sizeof headings[0]; i++)
        if (col < headings[i].end)
            return headings[i].sort == SORT_COUNT ? NULL : queue_sort_name(headings[i].sort);
    return NULL;
}

static void draw_header(const struct queue_pane *pane, struct area area)
{
    struct columns at = columns_of(pane, area.ncols);
    static const struct {
        const char *letter;
        enum queue_sort sort;
    } counts[] = {
        {"E", SORT_ERRORS}, {"W", SORT_WARNINGS}, {"I", SORT_COUNT}, {"U", SORT_UNDECIDED}};
    put_heading(pane, area, at.state, STATE_COLS - 2, false, _("state"), SORT_STATE);
    if (at.name_cols > 0)
        put_heading(pane, area, at.name, at.name_cols, false, _("file"), SORT_NAME);
    put_heading(pane, area, at.agency, at.agency_cols, false, _("organ"), SORT_AGENCY);
    put_heading(pane, area, at.year, YEAR_COLS, true, _("year"), SORT_YEAR);
    for (int i = 0; i < at.ncounts; i++)
        put_heading(pane, area, at.counts + i * at.count_cols, at.count_cols, true,
                    counts[i].letter, counts[i].sort);
    if (at.done_cols > 0)
        put_heading(pane, area, at.done, at.done_cols, true, _("decided"), SORT_OPEN);
}

static void draw_counts(struct area area, int row, const struct columns *at,
                        const struct queue_sums *sums)
{
    char text[48] = "";
    const struct {
        size_t n;
        enum style style;
    } counts[] = {{sums->errors, STYLE_ERROR},
                  {sums->warnings, STYLE_WARNING},
                  {sums->infos, STYLE_INFO},
                  {sums->undecided, STYLE_UNDECIDED}};
    for (int i = 0; i < at->ncounts; i++)
        put_count(area, row, at->counts + i * at->count_cols, at->count_cols, counts[i].n,
                  counts[i].style);
    snprintf(text, sizeof text, "%s%zu/%zu", sums->stale ? "!" : "", sums->decided, sums->entries);
    if (at->done_cols > 0)
        area_put_right(area, row, at->done, at->done_cols, slice_of(text),
                       sums->stale ? STYLE_STALE : STYLE_NORMAL);
}

/* Which file it is stands in front already. */
static const char *without_path(const char *reason, const char *path)
{
    size_t n = strlen(path), wide = strlen("：");
    if (!reason || strncmp(reason, path, n) != 0)
        return reason ? reason : "";
    reason += n;
    return strncmp(reason, ": ", 2) == 0      ? reason + 2
           : strncmp(reason, "：", wide) == 0 ? reason + wide
                                              : reason;
}

/* Where there is no column for it, a file's name stands in for an organ that is not known. */
static void put_name(struct area area, int row, const struct columns *at, const char *path,
                     bool has_agency, enum style style)
{
    char name[256];
    int ncols = at->name_cols > 0 ? at->name_cols : at->agency_cols - 1;
    if (at->name_cols == 0 && has_agency)
        return;
    width_clip_middle(slice_of(path_name(path)), ncols, name, sizeof name);
    area_puts(area, row, at->name, ncols, name, style);
}

static void draw_report(const struct queue_pane *pane, struct area area, int row,
                        const struct queue_item *item)
{
    static const enum style styles[] = {STYLE_DIM, STYLE_NORMAL, STYLE_UNDECIDED, STYLE_DECIDED,
                                        STYLE_ERROR};
    struct columns at = columns_of(pane, area.ncols);
    char year[16] = "";
    area_put_clipped(area, row, at.state, STATE_COLS - 2, slice_of(queue_state_text(item)),
                     styles[item->state]);
    put_name(area, row, &at, item->path, item->agency != NULL, STYLE_NORMAL);
    if (item->state == QUEUE_FAILED && at.name_cols > 0) {
        area_put_clipped(area, row, at.agency, area.ncols - at.agency,
                         slice_of(without_path(item->trouble, item->path)), STYLE_ERROR);
        return;
    }
    if (item->agency)
        area_put_clipped(area, row, at.agency, at.agency_cols - 1, slice_of(item->agency),
                         STYLE_NORMAL);
    if (item->state == QUEUE_UNREAD || item->state == QUEUE_FAILED)
        return;
    if (item->year > 0)
        snprintf(year, sizeof year, "%d", item->year);
    area_put_right(area, row, at.year, YEAR_COLS, slice_of(year), STYLE_NORMAL);
    struct queue_sums sums = {.errors = item->errors,
                              .warnings = item->warnings,
                              .infos = item->infos,
                              .undecided = item->undecided,
                              .entries = item->entries,
                              .decided = item->decided,
                              .stale = item->stale};
    draw_counts(area, row, &at, &sums);
}

static void draw_skipped(const struct queue_pane *pane, struct area area, int row,
                         const struct queue_skipped *skipped)
{
    struct columns at = columns_of(pane, area.ncols);
    area_put_clipped(area, row, at.state, STATE_COLS - 2, slice_of(_("left out")), STYLE_DIM);
    put_name(area, row, &at, skipped->path, false, STYLE_DIM);
    if (at.name_cols == 0)
        return;
    area_put_clipped(area, row, at.agency, area.ncols - at.agency,
                     slice_of(without_path(skipped->reason, skipped->path)), STYLE_DIM);
}

static void draw_group(const struct queue_pane *pane, struct area area, int at,
                       const struct queue_row *row)
{
    struct columns columns = columns_of(pane, area.ncols);
    const struct queue_sums *sums = &pane->rows.groups[row->group];
    struct str name = STR_INIT, text = STR_INIT;
    queue_rows_group_name(&pane->rows, row->index, &name);
    bool folded = tags_has(&pane->rows.folded, str_text(&name));
    str_format(&text, "%s %s  ", folded ? "+" : "-", str_text(&name));
    queue_rows_count_text(sums->reports, &text);
    area_put_clipped(area, at, columns.state, columns.counts - columns.state - 1, str_slice(&text),
                     STYLE_HEADING);
    draw_counts(area, at, &columns, sums);
    str_release(&name);
    str_release(&text);
}

static void draw_row(const struct queue_pane *pane, struct area area, int at,
                     const struct queue_row *row)
{
    const char *path = NULL;
    if (row->kind == QUEUE_ROW_GROUP) {
        draw_group(pane, area, at, row);
    } else if (row->kind == QUEUE_ROW_SKIPPED) {
        path = queue_rows_skipped(&pane->rows, row->index)->path;
        draw_skipped(pane, area, at, queue_rows_skipped(&pane->rows, row->index));
    } else {
        path = queue_rows_report(&pane->rows, row->index)->path;
        draw_report(pane, area, at, queue_rows_report(&pane->rows, row->index));
    }
    if (path && pane->rows.tags.count > 0 && tags_has(&pane->rows.tags, path))
        area_puts(area, at, 1, 1, "*", STYLE_SELECTION);
}

/* "120 reports: 3 not read yet, 100 new, 17 in review", and the sums. */
static void draw_totals(const struct queue_pane *pane, struct area area)
{
    static const char *const states[] = {N_("%zu unread"), N_("%zu new"), N_("%zu in review"),
                                         N_("%zu concluded"), N_("%zu unreadable")};
    const struct queue_sums *sums = &pane->rows.total;
    struct columns at = columns_of(pane, area.ncols);
    struct str text = STR_INIT;
    queue_rows_count_text(sums->reports, &text);
    const char *separator = _(": ");
    for (int i = 0; i <= QUEUE_FAILED; i++) {
        if (sums->states[i] == 0)
            continue;
        str_add(&text, separator);
        str_format(&text, _(states[i]), sums->states[i]);
        separator = _(", ");
    }
    area_fill(area, STYLE_LABEL);
    area_put_clipped(area, 0, at.state, at.counts - at.state - 1, str_slice(&text), STYLE_LABEL);
    draw_counts(area, 0, &at, sums);
    str_release(&text);
}

/* How far the reading is, drawn. */
static void draw_progress(const struct queue_pane *pane, struct area area)
{
    const struct queue *queue = pane->pane.desk->queue;
    size_t n = queue_count(queue), read = n - queue_unread(queue);
    char text[80];
    snprintf(text, sizeof text,
             queue_is_held(queue) ? _("stopped %zu/%zu, ^C goes on ") : _("reading %zu/%zu "), read,
             n);
    int used = area_puts(area, 0, 2, -1, text, STYLE_DIM);
    bar_draw(area, 0, 2 + used, area.ncols - used - 4, read, n, pane->pane.desk->ascii, STYLE_BAR);
}

static void draw_none(const struct desk *desk, struct area area)
{
    struct str text = STR_INIT;
    str_format(&text, _("No report passes the filter; %s and Enter shows all"),
               desk_keys(desk, IN_QUEUE, ACTION_FILTER));
    area_puts(area, 0, 2, -1, str_text(&text), STYLE_STATUS_OK);
    str_release(&text);
}

static void draw_list(struct queue_pane *pane, struct area list, bool focused)
{
    list_fit(&pane->list, pane->rows.count, list.nrows);
    for (int row = 0; row < list.nrows; row++) {
        size_t at = pane->list.top + (size_t)row;
        if (at >= pane->rows.count)
            break;
        draw_row(pane, list, row, &pane->rows.items[at]);
        if (at != pane->list.cursor)
            continue;
        pane->cursor_row = row + 1;
        area_puts(list, row, 0, 1, ">", STYLE_CURSOR);
        area_restyle(list, row, 0, STATE_COLS, focused ? STYLE_CURSOR : STYLE_CURSOR_IDLE);
    }
    if (pane->rows.count == 0)
        draw_none(pane->pane.desk, list);
}

/* What is found most, beside the list. */
static void draw_rules(struct queue_pane *pane, struct area area)
{
    frequency_make(&pane->rules);
    int labels = frequency_label_cols(&pane->rules, area.ncols);
    area_vline(area, 0, 0, area.nrows, pane->pane.desk->ascii, STYLE_BORDER);
    area = area_part(area, 0, 1, area.nrows, area.ncols - 1);
    area_puts(area, 0, 1, -1, _("findings by rule"), STYLE_HEADING);
    frequency_draw_heading(&pane->rules, area, 0, labels);
    for (int row = 1; row < area.nrows && (size_t)row <= pane->rules.count; row++)
        frequency_draw(&pane->rules, area, row, (size_t)row - 1, labels);
}

void queue_draw(struct pane *base, struct area area, bool focused)
{
    enum { RULES_FROM_COLS = 140 };
    struct queue_pane *pane = (struct queue_pane *)base;
    queue_pane_build(pane);
    int rules = area.ncols * 3 / 8;
    if (area.ncols >= RULES_FROM_COLS) {
        draw_rules(pane, area_part(area, 0, area.ncols - rules, area.nrows, rules));
        area = area_part(area, 0, 0, area.nrows, area.ncols - rules);
    }
    bool reading = queue_unread(base->desk->queue) > 0;
    int foot = area.nrows >= 6 ? 1 + reading : 0;
    pane->ncols = area.ncols;
    draw_header(pane, area_part(area, 0, 0, 1, area.ncols));
    draw_list(pane, area_part(area, 1, 0, area.nrows - 1 - foot, area.ncols), focused);
    if (foot > 1)
        draw_progress(pane, area_part(area, area.nrows - 2, 0, 1, area.ncols));
    if (foot > 0)
        draw_totals(pane, area_part(area, area.nrows - 1, 0, 1, area.ncols));
}
