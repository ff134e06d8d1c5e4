/* One agency over the years: applications received and answered, errors, as the
 * reports of the queue have them. What is no number is shown as what it is, and a
 * year without a report as a gap. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bar.h"
#include "gouji/base/arena.h"
#include "gouji/base/vec.h"
#include "gouji/pane/pane.h"
#include "gouji/review/agency.h"
#include "list.h"
#include "queue_rows.h"

enum { GAP_MAX = 20 };

struct trend_row {
    int year;
    int index; /* of the queue, -1: no report of this year */
};

struct trend_pane {
    struct pane pane;
    struct list list;
    struct str agency;
    struct trend_row *rows;
    size_t count, capacity;
    size_t most[3]; /* received, answered, errors */
    unsigned long revision;
    int cursor_row;
};

/* ---- the rows ---- */

static bool add_row(struct trend_pane *pane, int year, int index)
{
    if (vec_room(&pane->rows, &pane->capacity, pane->count, sizeof *pane->rows) < 0)
        return false;
    pane->rows[pane->count++] = (struct trend_row){year, index};
    return true;
}

static int compare(const void *a, const void *b)
{
    const struct trend_row *x = a, *y = b;
    if (x->year != y->year)
        return x->year < y->year ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

/* Name and territory written in another way are the same agency's. */
static bool is_alike(struct arena *arena, const char *folded, const char *core, const char *name)
{
    const char *other = agency_fold(arena, name);
    const char *other_core = other ? agency_core(arena, other) : NULL;
    return folded && core && other_core &&
           agency_compare(folded, core, other, other_core) >= AGENCY_ALIKE;
}

static void gather(struct trend_pane *pane)
{
    const struct queue *queue = pane->pane.desk->queue;
    struct arena *arena = arena_new();
    const char *folded = arena ? agency_fold(arena, str_text(&pane->agency)) : NULL;
    const char *core = folded ? agency_core(arena, folded) : NULL;
    for (size_t i = 0; arena && i < queue_count(queue); i++) {
        const struct queue_item *item = queue_at(queue, i);
        if (item->agency && item->year &&
            (strcmp(item->agency, str_text(&pane->agency)) == 0 ||
             is_alike(arena, folded, core, item->agency)))
            add_row(pane, item->year, (int)i);
    }
    arena_free(arena);
}

static void fill_gaps(struct trend_pane *pane)
{
    size_t n = pane->count;
    for (size_t i = 1; i < n; i++)
        for (int year = pane->rows[i - 1].year + 1;
             year < pane->rows[i].year && pane->count < n + GAP_MAX; year++)
            add_row(pane, year, -1);
    qsort(pane->rows, pane->count, sizeof *pane->rows, compare);
}

static const struct queue_item *item_of(const struct trend_pane *pane, size_t row)
{
    int index = pane->rows[row].index;
    return index < 0 ? NULL : queue_at(pane->pane.desk->queue, (size_t)index);
}

static void raise_to(size_t *most, int64_t value)
{
    if (value > 0 && (size_t)value > *most)
        *most = (size_t)value;
}

static void find_most(struct trend_pane *pane)
{
    memset(pane->most, 0, sizeof pane->most);
    for (size_t i = 0; i < pane->count; i++) {
        const struct queue_item *item = item_of(pane, i);
        if (!item)
            continue;
        if (item->received.state == CELL_NUMBER)
            raise_to(&pane->most[0], item->received.value);
        if (item->answered.state == CELL_NUMBER)
            raise_to(&pane->most[1], item->answered.value);
        raise_to(&pane->most[2], (int64_t)item->errors);
    }
    /* What came in and what went out are compared with the eye. */
    if (pane->most[0] < pane->most[1])
        pane->most[0] = pane->most[1];
    pane->most[1] = pane->most[0];
}

static void make(struct trend_pane *pane)
{
    unsigned long revision = queue_revision(pane->pane.desk->queue);
    if (pane->revision == revision && pane->count > 0)
        return;
    pane->revision = revision;
    pane->count = 0;
    gather(pane);
    if (pane->count > 1) {
        qsort(pane->rows, pane->count, sizeof *pane->rows, compare);
        fill_gaps(pane);
    }
    find_most(pane);
}

void trend_pane_set(struct pane *base, const char *agency)
{
    struct trend_pane *pane = (struct trend_pane *)base;
    str_clear(&pane->agency);
    str_add(&pane->agency, agency);
    pane->count = 0;
    pane->list.cursor = pane->list.top = 0;
    make(pane);
    for (size_t i = 0; base->desk->review && i < pane->count; i++)
        if (pane->rows[i].index == (int)base->desk->queue_index)
            pane->list.cursor = i;
}

bool trend_pane_index(const struct pane *base, size_t *index)
{
    const struct trend_pane *pane = (const struct trend_pane *)base;
    if (pane->list.cursor >= pane->count || pane->rows[pane->list.cursor].index < 0)
        return false;
    *index = (size_t)pane->rows[pane->list.cursor].index;
    return true;
}

/* ---- drawing ---- */

enum { YEAR_COLS = 7, STATE_COLS = 12, NUMBER_COLS = 8 };

static int group_cols(int ncols)
{
    return (ncols - YEAR_COLS - STATE_COLS) / 3;
}

static void draw_header(const struct trend_pane *pane, struct area area)
{
    static const char *const names[] = {N_("received"), N_("answered"), N_("errors")};
    int ncols = group_cols(area.ncols);
    area_put_clipped(area, 0, 1, area.ncols - 1, str_slice(&pane->agency), STYLE_TITLE);
    area_put_right(area, 1, 0, YEAR_COLS - 1, slice_of(_("year")), STYLE_HEADING);
    for (int i = 0; i < 3; i++)
        area_put_right(area, 1, YEAR_COLS + i * ncols, NUMBER_COLS, slice_of(_(names[i])),
                       STYLE_HEADING);
    area_puts(area, 1, YEAR_COLS + 3 * ncols + 1, STATE_COLS - 1, _("state"), STYLE_HEADING);
}

/* A number with its bar, or what stands in its place. */
static void draw_value(const struct trend_pane *pane, struct area area, int row, int group,
                       struct queue_value value)
{
    static const char *const signs[CELL_STATE_COUNT] = {
        [CELL_BLANK] = "[ ]", [CELL_ABSENT] = "x", [CELL_UNPLACED] = "??"};
    int ncols = group_cols(area.ncols), col = YEAR_COLS + group * ncols;
    char text[24];
    if (value.state != CELL_NUMBER) {
        const char *sign = signs[value.state] ? signs[value.state] : desk_state_text(value.state);
        area_put_right(area, row, col, NUMBER_COLS, slice_of(sign), STYLE_BLANK);
        return;
    }
    snprintf(text, sizeof text, "%lld", (long long)value.value);
    area_put_right(area, row, col, NUMBER_COLS, slice_of(text), STYLE_NUMBER);
    bar_draw(area, row, col + NUMBER_COLS + 1, ncols - NUMBER_COLS - 2,
             value.value > 0 ? (size_t)value.value : 0, pane->most[group], pane->pane.desk->ascii,
             STYLE_BAR);
}

static void draw_row(const struct trend_pane *pane, struct area area, int row, size_t at)
{
    const struct queue_item *item = item_of(pane, at);
    char year[16];
    snprintf(year, sizeof year, "%d", pane->rows[at].year);
    area_put_right(area, row, 0, YEAR_COLS - 1, slice_of(year), STYLE_LABEL);
    if (!item) {
        area_puts(area, row, YEAR_COLS + 1, -1, _("no report of this year in the queue"),
                  STYLE_DIM);
        return;
    }
    struct queue_value errors = {CELL_NUMBER, (int64_t)item->errors};
    draw_value(pane, area, row, 0, item->received);
    draw_value(pane, area, row, 1, item->answered);
    draw_value(pane, area, row, 2, errors);
    area_put_clipped(area, row, YEAR_COLS + 3 * group_cols(area.ncols) + 1, STATE_COLS - 1,
                     slice_of(queue_state_text(item)), STYLE_NORMAL);
}

static void trend_draw(struct pane *base, struct area area, bool focused)
{
    struct trend_pane *pane = (struct trend_pane *)base;
    make(pane);
    draw_header(pane, area_part(area, 0, 0, 2, area.ncols));
    struct area list = area_part(area, 2, 0, area.nrows - 2, area.ncols);
    list_fit(&pane->list, pane->count, list.nrows);
    for (int row = 0; row < list.nrows; row++) {
        size_t at = pane->list.top + (size_t)row;
        if (at >= pane->count)
            break;
        draw_row(pane, list, row, at);
        if (at != pane->list.cursor)
            continue;
        pane->cursor_row = row + 2;
        area_puts(list, row, 0, 1, ">", STYLE_CURSOR);
        area_restyle(list, row, 0, YEAR_COLS - 1, focused ? STYLE_CURSOR : STYLE_CURSOR_IDLE);
    }
}

/* ---- acting ---- */

static void row_text(const void *closure, size_t row, struct str *out)
{
    const struct trend_pane *pane = closure;
    const struct queue_item *item = item_of(pane, row);
    str_format(out, "%d %s %s", pane->rows[row].year, item ? queue_state_text(item) : "",
               item ? item->path : "");
}

static unsigned trend_act(struct pane *base, enum action action, int count, const char *argument)
{
    struct trend_pane *pane = (struct trend_pane *)base;
    pane->list.count = pane->count;
    unsigned reaction = list_move(&pane->list, action, count);
    if (reaction == REACT_UNHANDLED && pane->count)
        reaction = list_search(&pane->list, base->desk, action, count, argument, row_text, pane);
    return reaction;
}

static void trend_preview(struct pane *base, enum action action, const char *text)
{
    struct trend_pane *pane = (struct trend_pane *)base;
    pane->list.count = pane->count;
    list_preview(&pane->list, base->desk, action, text, row_text, pane);
}

static bool trend_cursor(const struct pane *base, int *row, int *col)
{
    *row = ((const struct trend_pane *)base)->cursor_row;
    *col = 0;
    return true;
}

static struct pane *trend_create(struct desk *desk)
{
    struct trend_pane *pane = calloc(1, sizeof *pane);
    if (!pane)
        return NULL;
    pane->pane = (struct pane){&trend_pane_ops, desk};
    return &pane->pane;
}

static void trend_destroy(struct pane *base)
{
    struct trend_pane *pane = (struct trend_pane *)base;
    list_release(&pane->list);
    str_release(&pane->agency);
    free(pane->rows);
    free(pane);
}

const struct pane_ops trend_pane_ops = {
    .context = IN_FIGURES,
    .title = N_("over the years"),
    .create = trend_create,
    .destroy = trend_destroy,
    .draw = trend_draw,
    .act = trend_act,
    .preview = trend_preview,
    .cursor = trend_cursor,
};
