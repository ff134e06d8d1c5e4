/* The queue of reports: state, agency, year, counts, progress, in groups if asked
 * for; below them the files that were left out with the reason, and the totals. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gouji/base/path.h"
#include "gouji/pane/pane.h"
#include "gouji/text/width.h"
#include "bar.h"
#include "frequency_rows.h"
#include "list.h"
#include "queue_rows.h"

struct queue_pane {
    struct pane pane;
    struct list list;
    struct queue_rows rows;
    struct str filter; /* as typed */
    struct str before; /* the filter when typing began */
    bool previewing;
    int cursor_row;
    int ncols; /* of the list, as last drawn */
    struct frequency_rows rules; /* drawn beside the list where there is room */
};

/* ---- rows and the cursor ---- */

static const struct queue_row *row_here(const struct queue_pane *pane)
{
    return pane->list.cursor < pane->rows.count ? &pane->rows.items[pane->list.cursor] : NULL;
}

static void row_text(const void *closure, size_t row, struct str *out)
{
    const struct queue_pane *pane = closure;
    queue_rows_text(&pane->rows, &pane->rows.items[row], out);
}

/* The cursor follows its report, except at the top, where it is at the beginning
 * of whatever comes. */
static void follow_row(struct queue_pane *pane, const char *key)
{
    struct str text = STR_INIT;
    size_t old = pane->list.cursor;
    for (size_t i = 0; key[0] && i < pane->rows.count; i++) {
        size_t at = (old + i) % pane->rows.count;
        str_clear(&text);
        queue_rows_key(&pane->rows, &pane->rows.items[at], &text);
        if (strcmp(str_text(&text), key) != 0)
            continue;
        pane->list.cursor = at;
        pane->list.top = at + pane->list.top > old ? at + pane->list.top - old : 0;
        break;
    }
    str_release(&text);
}

static void build(struct queue_pane *pane)
{
    struct str key = STR_INIT;
    if (pane->rows.version == queue_revision(pane->pane.desk->queue) && !pane->rows.dirty)
        return;
    if (pane->list.cursor > 0 && row_here(pane))
        queue_rows_key(&pane->rows, row_here(pane), &key);
    queue_rows_make(&pane->rows);
    follow_row(pane, str_text(&key));
    pane->list.count = pane->rows.count;
    str_release(&key);
}

static void rebuild(struct queue_pane *pane)
{
    pane->rows.dirty = true;
    build(pane);
}

/* ---- drawing ---- */

/* Columns from the left; the name takes what the others leave. */
enum { STATE_COLS = 12, YEAR_COLS = 5 };

struct columns {
    int state, name, name_cols, agency, agency_cols, year, counts, count_cols, done, done_cols;
};

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
    int rest = ncols - STATE_COLS - YEAR_COLS - 4 * at.count_cols - at.done_cols - 1;
    if (rest < 10)
        rest = 10;
    at.name_cols = rest * 2 / 5;
    at.agency = at.name + at.name_cols + 1;
    at.agency_cols = rest - at.name_cols - 1;
    at.year = at.agency + at.agency_cols;
    at.counts = at.year + YEAR_COLS;
    at.done = at.counts + 4 * at.count_cols;
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
    const struct { int end; enum queue_sort sort; } headings[] = {
        {at.name, SORT_STATE}, {at.agency, SORT_NAME}, {at.year, SORT_AGENCY},
        {at.counts, SORT_YEAR}, {at.counts + at.count_cols, SORT_ERRORS},
        {at.counts + 2 * at.count_cols, SORT_WARNINGS},
        {at.counts + 3 * at.count_cols, SORT_COUNT}, {at.done, SORT_UNDECIDED},
        {at.done + at.done_cols, SORT_OPEN}};
    for (size_t i = 0; i < sizeof headings / sizeof headings[0]; i++)
        if (col < headings[i].end)
            return headings[i].sort == SORT_COUNT ? NULL : queue_sort_name(headings[i].sort);
    return NULL;
}

static void draw_header(const struct queue_pane *pane, struct area area)
{
    struct columns at = columns_of(pane, area.ncols);
    static const struct { const char *letter; enum queue_sort sort; } counts[] = {
        {"E", SORT_ERRORS}, {"W", SORT_WARNINGS}, {"I", SORT_COUNT}, {"U", SORT_UNDECIDED}};
    put_heading(pane, area, at.state, STATE_COLS - 2, false, _("state"), SORT_STATE);
    put_heading(pane, area, at.name, at.name_cols, false, _("file"), SORT_NAME);
    put_heading(pane, area, at.agency, at.agency_cols, false, _("organ"), SORT_AGENCY);
    put_heading(pane, area, at.year, YEAR_COLS, true, _("year"), SORT_YEAR);
    for (int i = 0; i < 4; i++)
        put_heading(pane, area, at.counts + i * at.count_cols, at.count_cols, true, counts[i].letter,
                    counts[i].sort);
    put_heading(pane, area, at.done, at.done_cols, true, _("decided"), SORT_OPEN);
}

static void draw_counts(struct area area, int row, const struct columns *at,
                        const struct queue_sums *sums)
{
    char text[48] = "";
    const struct { size_t n; enum style style; } counts[] = {
        {sums->errors, STYLE_ERROR}, {sums->warnings, STYLE_WARNING},
        {sums->infos, STYLE_INFO}, {sums->undecided, STYLE_UNDECIDED}};
    for (int i = 0; i < 4; i++)
        put_count(area, row, at->counts + i * at->count_cols, at->count_cols, counts[i].n,
                  counts[i].style);
    snprintf(text, sizeof text, "%s%zu/%zu", sums->stale ? "!" : "", sums->decided,
             sums->entries);
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
    return strncmp(reason, ": ", 2) == 0 ? reason + 2
           : strncmp(reason, "：", wide) == 0 ? reason + wide : reason;
}

static void draw_report(const struct queue_pane *pane, struct area area, int row,
                        const struct queue_item *item)
{
    static const enum style styles[] = {STYLE_DIM, STYLE_NORMAL, STYLE_UNDECIDED, STYLE_DECIDED,
                                        STYLE_ERROR};
    struct columns at = columns_of(pane, area.ncols);
    char name[256], year[16] = "";
    area_put_clipped(area, row, at.state, STATE_COLS - 2, slice_of(queue_state_text(item)),
                     styles[item->state]);
    width_clip_middle(slice_of(path_name(item->path)), at.name_cols, name, sizeof name);
    area_puts(area, row, at.name, at.name_cols, name, STYLE_NORMAL);
    if (item->state == QUEUE_FAILED) {
        area_put_clipped(area, row, at.agency, area.ncols - at.agency,
                         slice_of(without_path(item->trouble, item->path)), STYLE_ERROR);
        return;
    }
    area_put_clipped(area, row, at.agency, at.agency_cols - 1,
                     slice_of(item->agency ? item->agency : ""), STYLE_NORMAL);
    if (item->state == QUEUE_UNREAD)
        return;
    if (item->year > 0)
        snprintf(year, sizeof year, "%d", item->year);
    area_put_right(area, row, at.year, YEAR_COLS, slice_of(year), STYLE_NORMAL);
    struct queue_sums sums = {.errors = item->errors, .warnings = item->warnings,
                              .infos = item->infos, .undecided = item->undecided,
                              .entries = item->entries, .decided = item->decided,
                              .stale = item->stale};
    draw_counts(area, row, &at, &sums);
}

static void draw_skipped(const struct queue_pane *pane, struct area area, int row,
                         const struct queue_skipped *skipped)
{
    struct columns at = columns_of(pane, area.ncols);
    char name[256];
    area_put_clipped(area, row, at.state, STATE_COLS - 2, slice_of(_("left out")), STYLE_DIM);
    width_clip_middle(slice_of(path_name(skipped->path)), at.name_cols, name, sizeof name);
    area_puts(area, row, at.name, at.name_cols, name, STYLE_DIM);
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
    str_format(&text, _("%zu reports"), sums->reports);
    area_put_clipped(area, at, columns.state, columns.counts - columns.state - 1,
                     str_slice(&text), STYLE_HEADING);
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
    str_format(&text, _("%zu reports"), sums->reports);
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
    char text[64];
    snprintf(text, sizeof text, _("reading %zu/%zu "), read, n);
    int used = area_puts(area, 0, 2, -1, text, STYLE_DIM);
    bar_draw(area, 0, 2 + used, area.ncols - used - 4, read, n, pane->pane.desk->ascii,
             STYLE_BAR);
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
        area_puts(list, 0, 2, -1, _("No report passes the filter; & and Enter shows all"),
                  STYLE_STATUS_OK);
}

/* What is found most, beside the list. */
static void draw_rules(struct queue_pane *pane, struct area area)
{
    frequency_make(&pane->rules);
    int labels = frequency_label_cols(&pane->rules, area.ncols);
    area_vline(area, 0, 0, area.nrows, pane->pane.desk->ascii, STYLE_BORDER);
    area = area_part(area, 0, 1, area.nrows, area.ncols - 1);
    area_puts(area, 0, 1, -1, _("findings by rule"), STYLE_HEADING);
    frequency_draw_heading(area, 0, labels, pane->rules.named);
    for (int row = 1; row < area.nrows && (size_t)row <= pane->rules.count; row++)
        frequency_draw(&pane->rules, area, row, (size_t)row - 1, labels);
}

static void queue_draw(struct pane *base, struct area area, bool focused)
{
    enum { RULES_FROM_COLS = 140, RULES_COLS = 60 };
    struct queue_pane *pane = (struct queue_pane *)base;
    build(pane);
    if (area.ncols >= RULES_FROM_COLS) {
        draw_rules(pane, area_part(area, 0, area.ncols - RULES_COLS, area.nrows, RULES_COLS));
        area = area_part(area, 0, 0, area.nrows, area.ncols - RULES_COLS);
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

/* ---- acting ---- */

bool queue_pane_index(const struct pane *base, size_t *index)
{
    const struct queue_row *row = row_here((const struct queue_pane *)base);
    if (!row || row->kind != QUEUE_ROW_REPORT)
        return false;
    *index = row->index;
    return true;
}

size_t queue_pane_top(const struct pane *base)
{
    const struct queue_pane *pane = (const struct queue_pane *)base;
    for (size_t i = pane->list.top; i < pane->rows.count; i++)
        if (pane->rows.items[i].kind == QUEUE_ROW_REPORT)
            return pane->rows.items[i].index;
    return 0;
}

bool queue_pane_step(const struct pane *base, size_t *index, int steps)
{
    const struct queue_rows *rows = &((const struct queue_pane *)base)->rows;
    for (size_t i = 0; i < rows->nshown; i++) {
        if (rows->shown[i] != *index)
            continue;
        long to = (long)i + steps;
        if (to < 0 || to >= (long)rows->nshown)
            return false;
        *index = rows->shown[to];
        return true;
    }
    long to = (long)*index + steps; /* hidden by the filter: as the files stand */
    if (to < 0 || to >= (long)queue_count(rows->desk->queue))
        return false;
    *index = (size_t)to;
    return true;
}

size_t queue_pane_shown(const struct pane *base, const size_t **indexes)
{
    const struct queue_pane *pane = (const struct queue_pane *)base;
    *indexes = pane->rows.shown;
    return pane->rows.nshown;
}

unsigned long queue_pane_serial(const struct pane *base)
{
    return ((const struct queue_pane *)base)->rows.serial;
}

size_t queue_pane_tagged(const struct pane *base, size_t *indexes)
{
    const struct queue_pane *pane = (const struct queue_pane *)base;
    size_t n = 0;
    for (size_t i = 0; pane->rows.tags.count > 0 && i < queue_count(base->desk->queue); i++) {
        if (!tags_has(&pane->rows.tags, queue_at(base->desk->queue, i)->path))
            continue;
        if (indexes)
            indexes[n] = i;
        n++;
    }
    return n;
}

static unsigned next_open(struct queue_pane *pane, bool backward)
{
    size_t n = pane->rows.count;
    for (size_t i = 1; i <= n; i++) {
        size_t at = (pane->list.cursor + (backward ? n - i : i)) % n;
        const struct queue_row *row = &pane->rows.items[at];
        if (row->kind != QUEUE_ROW_REPORT ||
            queue_rows_report(&pane->rows, row->index)->state == QUEUE_CONCLUDED)
            continue;
        pane->list.cursor = at;
        return REACT_REDRAW;
    }
    desk_say(pane->pane.desk, TONE_OK, _("Every report is concluded"));
    return REACT_REDRAW;
}

static size_t count_all(const struct queue_pane *pane)
{
    const struct queue_skipped *list = NULL;
    return queue_count(pane->pane.desk->queue) +
           queue_skipped_list(pane->pane.desk->queue, &list);
}

/* ---- filter ---- */

static bool set_filter(struct queue_pane *pane, const char *text, struct err *err)
{
    struct filter *filter = filter_parse(text, FILTER_REPORTS, err);
    if (!filter)
        return false;
    filter_free(pane->rows.filter);
    pane->rows.filter = filter;
    if (text != str_text(&pane->filter)) {
        str_clear(&pane->filter);
        str_add(&pane->filter, text);
    }
    rebuild(pane);
    return true;
}

static unsigned filter(struct queue_pane *pane, const char *argument)
{
    struct err err = {0};
    if (!set_filter(pane, argument ? argument : "", &err)) {
        desk_say(pane->pane.desk, TONE_ERROR, "%s", err.text);
        return REACT_REDRAW | REACT_AGAIN;
    }
    desk_say(pane->pane.desk, TONE_PLAIN, _("%zu of %zu shown"),
             pane->rows.nshown + pane->rows.nskipped, count_all(pane));
    return REACT_REDRAW;
}

static void queue_preview(struct pane *base, enum action action, const char *text)
{
    struct queue_pane *pane = (struct queue_pane *)base;
    if (action != ACTION_FILTER) {
        list_preview(&pane->list, action, text, row_text, pane);
        return;
    }
    if (!pane->previewing) {
        str_clear(&pane->before);
        str_add(&pane->before, str_text(&pane->filter));
    }
    pane->previewing = text != NULL;
    set_filter(pane, text ? text : str_text(&pane->before), NULL);
}

/* ---- sorting and grouping ---- */

/* The index of the name, -1 none. */
static int named(const char *(*name_of)(size_t), const char *text)
{
    for (size_t i = 0; name_of(i); i++)
        if (strcmp(name_of(i), text) == 0)
            return (int)i;
    return -1;
}

static void say_unknown(const struct queue_pane *pane, const char *(*name_of)(size_t),
                        const char *text)
{
    struct str all = STR_INIT;
    for (size_t i = 0; name_of(i); i++)
        str_format(&all, "%s%s", i ? ", " : "", name_of(i));
    desk_say(pane->pane.desk, TONE_ERROR, _("%s is none of these: %s"), text, str_text(&all));
    str_release(&all);
}

/* The same once more turns the order round, as does a minus in front. */
static unsigned sort(struct queue_pane *pane, const char *argument)
{
    const char *text = argument ? argument : queue_sort_name(0);
    int found = named(queue_sort_name, text + (text[0] == '-'));
    if (found < 0) {
        say_unknown(pane, queue_sort_name, text);
        return REACT_REDRAW | REACT_AGAIN;
    }
    bool same = (enum queue_sort)found == pane->rows.sort;
    pane->rows.reversed = text[0] == '-' || (same && !pane->rows.reversed);
    pane->rows.sort = (enum queue_sort)found;
    rebuild(pane);
    desk_say(pane->pane.desk, TONE_PLAIN, "%s: %s%s", _("sorted by"),
             queue_sort_text(pane->rows.sort),
             pane->rows.reversed ? _(", the other way round") : "");
    return REACT_REDRAW;
}

static unsigned group(struct queue_pane *pane, const char *argument)
{
    const char *text = argument ? argument : queue_group_name(0);
    int found = named(queue_group_name, text);
    if (found < 0) {
        say_unknown(pane, queue_group_name, text);
        return REACT_REDRAW | REACT_AGAIN;
    }
    pane->rows.group = (enum queue_group)found;
    tags_release(&pane->rows.folded);
    rebuild(pane);
    desk_say(pane->pane.desk, TONE_PLAIN, "%s: %s", _("grouped by"),
             queue_group_text(pane->rows.group));
    return REACT_REDRAW;
}

void queue_pane_view(const struct pane *base, struct queue_view *view)
{
    const struct queue_rows *rows = &((const struct queue_pane *)base)->rows;
    bool plain = rows->sort == SORT_NAME && !rows->reversed;
    view->filter = filter_asks(rows->filter, FILTER_TAG)
                       ? "" : str_text(&((const struct queue_pane *)base)->filter);
    view->group = rows->group == GROUP_NONE ? "" : queue_group_name(rows->group);
    snprintf(view->sort, sizeof view->sort, "%s%s", rows->reversed ? "-" : "",
             plain ? "" : queue_sort_name(rows->sort));
}

void queue_pane_restore(struct pane *base, const struct queue_view *view)
{
    struct queue_pane *pane = (struct queue_pane *)base;
    bool reversed = view->sort[0] == '-';
    int order = named(queue_sort_name, view->sort + reversed);
    int grouping = view->group ? named(queue_group_name, view->group) : -1;
    if (order >= 0) {
        pane->rows.sort = (enum queue_sort)order;
        pane->rows.reversed = reversed;
    }
    if (grouping >= 0)
        pane->rows.group = (enum queue_group)grouping;
    pane->rows.dirty = true;
    if (view->filter)
        set_filter(pane, view->filter, NULL);
}

/* Enter on a group's row folds it away. */
static unsigned fold(struct queue_pane *pane)
{
    const struct queue_row *row = row_here(pane);
    struct str name = STR_INIT;
    if (!row || row->kind != QUEUE_ROW_GROUP)
        return REACT_NOTHING;
    queue_rows_group_name(&pane->rows, row->index, &name);
    tags_set(&pane->rows.folded, str_text(&name), !tags_has(&pane->rows.folded, str_text(&name)));
    str_release(&name);
    rebuild(pane);
    return REACT_REDRAW;
}

/* ---- tags ---- */

static const char *path_of(const struct queue_pane *pane, const struct queue_row *row)
{
    return row && row->kind == QUEUE_ROW_REPORT ? queue_rows_report(&pane->rows, row->index)->path
                                                : NULL;
}

static void say_tagged(const struct queue_pane *pane)
{
    desk_say(pane->pane.desk, TONE_PLAIN, _("%zu tagged; the key %s acts on all of them"),
             pane->rows.tags.count, ";");
}

static unsigned tag_here(struct queue_pane *pane, int count)
{
    for (int i = 0; i < (count > 0 ? count : 1); i++) {
        const char *path = path_of(pane, row_here(pane));
        if (path)
            tags_set(&pane->rows.tags, path, !tags_has(&pane->rows.tags, path));
        if (pane->list.cursor + 1 >= pane->rows.count)
            break;
        list_move(&pane->list, ACTION_LINE_DOWN, 1);
    }
    say_tagged(pane);
    return REACT_REDRAW;
}

static unsigned tag_matching(struct queue_pane *pane, const char *argument, bool tagged)
{
    struct err err = {0};
    struct filter *matching = filter_parse(argument ? argument : "", FILTER_REPORTS, &err);
    if (!matching) {
        desk_say(pane->pane.desk, TONE_ERROR, "%s", err.text);
        return REACT_REDRAW | REACT_AGAIN;
    }
    if (!tagged && filter_is_empty(matching))
        tags_release(&pane->rows.tags);
    for (size_t i = 0; i < pane->rows.nshown; i++) {
        struct queue_row row = {QUEUE_ROW_REPORT, pane->rows.shown[i], 0};
        if (queue_rows_match(&pane->rows, &row, matching))
            tags_set(&pane->rows.tags, path_of(pane, &row), tagged);
    }
    filter_free(matching);
    say_tagged(pane);
    return REACT_REDRAW;
}

static unsigned queue_act(struct pane *base, enum action action, int count, const char *argument)
{
    struct queue_pane *pane = (struct queue_pane *)base;
    build(pane);
    pane->list.count = pane->rows.count;
    switch ((int)action) {
    case ACTION_FILTER: return filter(pane, argument);
    case ACTION_SORT: return sort(pane, argument);
    case ACTION_GROUP: return group(pane, argument);
    case ACTION_TAG: return tag_here(pane, count);
    case ACTION_TAG_MATCHING: return tag_matching(pane, argument, true);
    case ACTION_UNTAG: return tag_matching(pane, argument, false);
    case ACTION_FOLLOW: return fold(pane);
    default: break;
    }
    if (pane->rows.count && (action == ACTION_NEXT_UNRESOLVED || action == ACTION_PREV_UNRESOLVED))
        return next_open(pane, action == ACTION_PREV_UNRESOLVED);
    unsigned reaction = list_move(&pane->list, action, count);
    if (reaction == REACT_UNHANDLED)
        reaction = list_search(&pane->list, base->desk, action, count, argument, row_text, pane);
    return reaction;
}

static bool queue_cursor(const struct pane *base, int *row, int *col)
{
    *row = ((const struct queue_pane *)base)->cursor_row;
    *col = 0;
    return true;
}

static void queue_status(const struct pane *base, struct str *out)
{
    const struct queue_pane *pane = (const struct queue_pane *)base;
    const struct queue_skipped *list = NULL;
    size_t nskipped = queue_skipped_list(base->desk->queue, &list);
    str_format(out, "%zu/%zu  ", pane->rows.count ? pane->list.cursor + 1 : 0, pane->rows.count);
    str_format(out, _("%zu reports"), queue_count(base->desk->queue));
    if (nskipped)
        str_format(out, _(", %zu files left out"), nskipped);
    if (pane->rows.tags.count > 0)
        str_format(out, "  %s %zu", _("tagged"), pane->rows.tags.count);
    if (filter_is_empty(pane->rows.filter))
        return;
    str_add(out, "  "); /* how many first: the filter may be cut off */
    str_format(out, _("%zu of %zu shown"), pane->rows.nshown + pane->rows.nskipped,
               count_all(pane));
    str_format(out, " & %s", str_text(&pane->filter));
}

void queue_pane_go(struct pane *base, size_t index)
{
    struct queue_pane *pane = (struct queue_pane *)base;
    build(pane);
    for (size_t i = 0; i < pane->rows.count; i++)
        if (pane->rows.items[i].kind == QUEUE_ROW_REPORT && pane->rows.items[i].index == index)
            pane->list.cursor = i;
}

static struct pane *queue_create(struct desk *desk)
{
    struct queue_pane *pane = calloc(1, sizeof *pane);
    if (!pane)
        return NULL;
    pane->pane = (struct pane){&queue_pane_ops, desk};
    pane->rows.desk = desk;
    pane->rows.dirty = true;
    pane->rules.desk = desk;
    pane->rules.queue = &pane->pane;
    return &pane->pane;
}

static void queue_destroy(struct pane *base)
{
    struct queue_pane *pane = (struct queue_pane *)base;
    list_release(&pane->list);
    str_release(&pane->filter);
    str_release(&pane->before);
    queue_rows_release(&pane->rows);
    frequency_release(&pane->rules);
    free(pane);
}

const struct pane_ops queue_pane_ops = {
    .context = IN_QUEUE,
    .title = N_("queue"),
    .create = queue_create,
    .destroy = queue_destroy,
    .draw = queue_draw,
    .act = queue_act,
    .cursor = queue_cursor,
    .status = queue_status,
    .preview = queue_preview,
};
