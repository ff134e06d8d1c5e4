#include "frequency_rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bar.h"
#include "gouji/base/map.h"
#include "gouji/base/path.h"
#include "gouji/text/width.h"
#include "queue_rows.h"

void frequency_release(struct frequency_rows *rows)
{
    arena_free(rows->arena);
    rows->arena = NULL;
    rows->items = NULL;
    rows->count = rows->capacity = rows->total = rows->most = 0;
    rows->named = false;
}

static const struct {
    const char *name, *text;
    bool in_report, in_queue;
} kinds[BY_COUNT] = {
    [BY_RULE] = {"rule", N_("rule"), true, true},
    [BY_SEVERITY] = {"severity", N_("severity"), true, true},
    [BY_STATUS] = {"status", N_("status"), true, true},
    [BY_CELL] = {"cell", N_("cell"), true, false},
    [BY_DOCUMENT] = {"document", N_("document"), false, true},
    [BY_AGENCY] = {"agency", N_("organ"), false, true},
    [BY_YEAR] = {"year", N_("year"), false, true},
};

bool frequency_is_offered(const struct frequency_rows *rows, enum frequency_by by)
{
    return rows->desk->review ? kinds[by].in_report : kinds[by].in_queue;
}

const char *frequency_by_name(size_t by)
{
    return by < BY_COUNT ? kinds[by].name : NULL;
}

const char *frequency_by_text(enum frequency_by by)
{
    return _(kinds[by].text);
}

/* ---- counting ---- */

struct counting {
    struct frequency_rows *rows;
    struct map *places; /* filter, or id of a rule -> its number, plus one */
};

static struct frequency *known(const struct counting *counting, const char *key)
{
    size_t at = (size_t)(uintptr_t)map_get(counting->places, slice_of(key));
    return at > 0 ? &counting->rows->items[at - 1] : NULL;
}

static struct frequency *entry(struct counting *counting, const char *filter, const char *label,
                               const char *name, enum style style)
{
    struct frequency_rows *rows = counting->rows;
    if (known(counting, filter))
        return known(counting, filter);
    struct frequency *item =
        arena_push(rows->arena, &rows->items, &rows->capacity, rows->count, sizeof *item);
    if (!item)
        return NULL;
    *item = (struct frequency){arena_string(rows->arena, label),
                               arena_string(rows->arena, name),
                               arena_string(rows->arena, filter),
                               0,
                               0,
                               style};
    if (!item->label || !item->name || !item->filter ||
        map_set(counting->places, slice_of(item->filter), (const void *)(uintptr_t)++rows->count))
        return NULL;
    return item;
}

/* style: how grave what is counted is; the gravest gives a row its colour. */
static void raise(struct counting *counting, struct frequency *item, enum style style, size_t count,
                  size_t open)
{
    item->count += count;
    item->open += open;
    if (style == STYLE_ERROR || (style == STYLE_WARNING && item->style != STYLE_ERROR))
        item->style = style;
    counting->rows->total += count;
}

static void add(struct counting *counting, const char *filter, const char *label, const char *name,
                enum style style, size_t count, size_t open)
{
    struct frequency *item = count ? entry(counting, filter, label, name, style) : NULL;
    if (!item)
        return;
    counting->rows->named |= name[0] != '\0';
    raise(counting, item, style, count, open);
}

static void add_rule(struct counting *counting, const struct rule *rule, enum style style,
                     size_t count, size_t open)
{
    struct frequency *item = known(counting, rule->id);
    char filter[80];
    if (item) {
        raise(counting, item, style, count, open);
        return;
    }
    snprintf(filter, sizeof filter, "rule=%s", rule->id);
    add(counting, filter, rule->id, desk_lang_text(counting->rows->desk, rule->name), style, count,
        open);
    map_set(counting->places, slice_of(rule->id), map_get(counting->places, slice_of(filter)));
}

static void add_severity(struct counting *counting, int severity, size_t count, size_t open)
{
    static const char *const names[] = {"undecided", "info", "warning", "error"};
    static const char *const shown[] = {N_("undecided"), N_("info"), N_("warning"), N_("error")};
    static const enum style styles[] = {STYLE_UNDECIDED, STYLE_INFO, STYLE_WARNING, STYLE_ERROR};
    char filter[40];
    snprintf(filter, sizeof filter, "sev=%s", names[severity + 1]);
    add(counting, filter, _(shown[severity + 1]), "", styles[severity + 1], count, open);
}

static enum style style_of(enum severity severity, bool is_undecided)
{
    return is_undecided ? STYLE_UNDECIDED : desk_severity_style(severity);
}

/* ---- of a report ---- */

static void add_cells(struct counting *counting, const struct finding *finding, size_t open)
{
    char filter[120];
    for (size_t i = 0; i < finding->nseen; i++) {
        const char *cell = finding->seen[i].cell;
        bool twice = !cell;
        for (size_t k = 0; k < i && !twice; k++)
            twice = finding->seen[k].cell && strcmp(finding->seen[k].cell, cell) == 0;
        if (twice)
            continue;
        snprintf(filter, sizeof filter, "cell=%s", cell);
        add(counting, filter, cell, "",
            style_of(finding->severity, finding->outcome == OUTCOME_UNDECIDED), 1, open);
    }
}

static void add_finding(struct counting *counting, size_t index)
{
    const struct desk *desk = counting->rows->desk;
    const struct finding *finding = &desk_findings(desk)->items[index];
    struct decision decision = review_decision(desk->review, index);
    bool undecided = finding->outcome == OUTCOME_UNDECIDED;
    size_t open = desk_is_open(desk, index);
    enum style style = style_of(finding->severity, undecided);
    char filter[40];
    switch (counting->rows->by) {
    case BY_SEVERITY:
        add_severity(counting, undecided ? -1 : (int)finding->severity, 1, open);
        break;
    case BY_STATUS:
        snprintf(filter, sizeof filter, "status=%s",
                 decision.verdict == VERDICT_NONE ? "open" : verdict_name(decision.verdict));
        add(counting, filter, desk_verdict_text(decision.verdict), "", STYLE_DECIDED, 1, open);
        break;
    case BY_CELL:
        add_cells(counting, finding, open);
        break;
    default:
        add_rule(counting, finding->rule, style, 1, open);
        break;
    }
}

static void add_problems(struct counting *counting)
{
    const struct problem *problems = NULL;
    size_t n = review_problems(counting->rows->desk->review, &problems);
    for (size_t i = 0; i < n; i++) {
        if (counting->rows->by == BY_SEVERITY)
            add_severity(counting, (int)problems[i].level, 1, 0);
        else if (counting->rows->by != BY_CELL)
            add(counting, counting->rows->by == BY_STATUS ? "status=added" : "outcome=added",
                _("added"), "", desk_severity_style(problems[i].level), 1, 0);
    }
}

/* ---- of the queue ---- */

/* In quotes; a quotation mark in it becomes any one character. */
static void quoted_filter(const char *field, const char *text, char *out, size_t n)
{
    snprintf(out, n, "%s=\"%s\"", field, text);
    for (char *c = out + strlen(field) + 2; *c && c[1]; c++)
        if (*c == '"')
            *c = '?';
}

static void add_state(struct counting *counting, const struct queue_item *item, size_t count,
                      size_t open)
{
    static const char *const names[] = {"unread", "new", "in-review", "concluded", "failed"};
    char filter[60];
    snprintf(filter, sizeof filter, "status=%s",
             item->state == QUEUE_CONCLUDED ? conclusion_name(item->conclusion)
                                            : names[item->state]);
    add(counting, filter, queue_state_text(item), "", STYLE_DECIDED, count, open);
}

static void add_item_as_one(struct counting *counting, const struct queue_item *item)
{
    size_t count = item->errors + item->warnings + item->infos + item->undecided, open = 0;
    char filter[600], year[16];
    for (size_t i = 0; i < item->ntallies; i++)
        open += item->tallies[i].open;
    enum style style = item->errors ? STYLE_ERROR : item->warnings ? STYLE_WARNING : STYLE_INFO;
    if (counting->rows->by == BY_STATUS) {
        add_state(counting, item, count, open);
    } else if (counting->rows->by == BY_DOCUMENT) {
        quoted_filter("doc", path_name(item->path), filter, sizeof filter);
        add(counting, filter, path_name(item->path), item->agency ? item->agency : "", style, count,
            open);
    } else if (counting->rows->by == BY_AGENCY && item->agency) {
        quoted_filter("agency", item->agency, filter, sizeof filter);
        add(counting, filter, item->agency, "", style, count, open);
    } else if (counting->rows->by == BY_YEAR && item->year) {
        snprintf(filter, sizeof filter, "year=%d", item->year);
        snprintf(year, sizeof year, "%d", item->year);
        add(counting, filter, year, "", style, count, open);
    }
}

static void add_item(struct counting *counting, const struct queue_item *item)
{
    enum frequency_by by = counting->rows->by;
    if (by != BY_RULE && by != BY_SEVERITY) {
        add_item_as_one(counting, item);
        return;
    }
    for (size_t i = 0; i < item->ntallies; i++) {
        const struct queue_tally *tally = &item->tallies[i];
        if (by == BY_RULE)
            add_rule(counting, tally->rule, style_of(tally->severity, tally->is_undecided),
                     tally->count, tally->open);
        else
            add_severity(counting, tally->is_undecided ? -1 : (int)tally->severity, tally->count,
                         tally->open);
    }
}

/* ---- all ---- */

static int compare(const void *a, const void *b)
{
    const struct frequency *x = a, *y = b;
    if (x->count != y->count)
        return x->count < y->count ? 1 : -1;
    return strcmp(x->filter, y->filter);
}

static void count_report(struct counting *counting)
{
    for (size_t i = 0; i < desk_findings(counting->rows->desk)->nitems; i++)
        add_finding(counting, i);
    add_problems(counting);
}

static void count_queue(struct counting *counting)
{
    const struct desk *desk = counting->rows->desk;
    const size_t *shown = NULL;
    size_t n = queue_pane_shown(counting->rows->queue, &shown);
    for (size_t i = 0; i < n; i++)
        add_item(counting, queue_at(desk->queue, shown[i]));
}

/* A report's decisions leave no trace in a number: it is small, and counted always. */
static bool is_current(const struct frequency_rows *rows)
{
    return rows->arena && !rows->desk->review && !rows->review &&
           rows->serial == queue_pane_serial(rows->queue);
}

static void measure_names(struct frequency_rows *rows)
{
    rows->name_cols = 0;
    for (size_t i = 0; rows->named && i < rows->count; i++) {
        int ncols = width_text(slice_of(rows->items[i].name));
        rows->name_cols = ncols > rows->name_cols ? ncols : rows->name_cols;
    }
}

void frequency_make(struct frequency_rows *rows)
{
    if (is_current(rows))
        return;
    frequency_release(rows);
    rows->review = rows->desk->review;
    rows->serial = queue_pane_serial(rows->queue);
    struct counting counting = {rows, map_new()};
    rows->arena = arena_new();
    if (rows->arena && counting.places) {
        if (rows->desk->review)
            count_report(&counting);
        else
            count_queue(&counting);
    }
    map_free(counting.places);
    if (rows->count > 1)
        qsort(rows->items, rows->count, sizeof *rows->items, compare);
    rows->most = rows->count ? rows->items[0].count : 0;
    measure_names(rows);
}

/* ---- drawing ---- */

enum { NUMBER_COLS = 7 };

/* As wide as the names are, as long as there is room left for bars. */
static int name_cols(const struct frequency_rows *rows, int ncols, int label_cols)
{
    enum { BAR_COLS = 14, NAMED_FROM_COLS = 50 };
    int room = ncols - label_cols - 2 - 2 * NUMBER_COLS - 1 - BAR_COLS;
    if (!rows->named || ncols < NAMED_FROM_COLS)
        return 0;
    return rows->name_cols < room ? rows->name_cols + 1 : room;
}

int frequency_label_cols(const struct frequency_rows *rows, int ncols)
{
    int most = 8;
    for (size_t i = 0; i < rows->count; i++) {
        int need = width_text(slice_of(rows->items[i].label));
        most = need > most ? need : most;
    }
    return most < ncols * 2 / 5 ? most : ncols * 2 / 5;
}

void frequency_draw_heading(const struct frequency_rows *rows, struct area area, int row,
                            int label_cols)
{
    int col = label_cols + 2 + name_cols(rows, area.ncols, label_cols);
    area_put_right(area, row, col, NUMBER_COLS, slice_of(_("count")), STYLE_HEADING);
    area_put_right(area, row, col + NUMBER_COLS, NUMBER_COLS, slice_of(_("open")), STYLE_HEADING);
}

void frequency_draw(const struct frequency_rows *rows, struct area area, int row, size_t index,
                    int label_cols)
{
    const struct frequency *item = &rows->items[index];
    char text[24];
    int named = name_cols(rows, area.ncols, label_cols);
    int col = label_cols + 2;
    area_put_clipped(area, row, 1, label_cols, slice_of(item->label), STYLE_LABEL);
    if (named)
        area_put_clipped(area, row, col, named - 1, slice_of(item->name), STYLE_NORMAL);
    col += named;
    snprintf(text, sizeof text, "%zu", item->count);
    area_put_right(area, row, col, NUMBER_COLS, slice_of(text), item->style);
    snprintf(text, sizeof text, "%zu", item->open);
    area_put_right(area, row, col + NUMBER_COLS, NUMBER_COLS, slice_of(text),
                   item->open ? STYLE_NORMAL : STYLE_DIM);
    col += 2 * NUMBER_COLS + 1;
    bar_draw(area, row, col, area.ncols - col - 1, item->count, rows->most, rows->desk->ascii,
             STYLE_BAR);
}
