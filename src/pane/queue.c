/* The queue of reports: state, agency, year, counts, progress; the files that
 * were left out stand below with the reason. */
#include <stdio.h>
#include <stdlib.h>

#include "gouji/base/path.h"
#include "gouji/base/vec.h"
#include "gouji/pane/pane.h"
#include "gouji/text/width.h"
#include "list.h"

struct queue_pane {
    struct pane pane;
    struct list list;
    size_t *rows; /* indexes of the queue; >= count: skipped files */
    size_t nrows, capacity;
    struct str filter;
    int cursor_row;
};

static size_t count_of(const struct queue_pane *pane)
{
    return queue_count(pane->pane.desk->queue);
}

static const struct queue_skipped *skipped_at(const struct queue_pane *pane, size_t row)
{
    const struct queue_skipped *list = NULL;
    queue_skipped_list(pane->pane.desk->queue, &list);
    return &list[row - count_of(pane)];
}

static const char *state_text(const struct queue_item *item)
{
    static const char *const texts[] = {N_("not read yet"), N_("new"), N_("in review"),
                                        N_("concluded"), N_("unreadable")};
    return item->state == QUEUE_CONCLUDED ? desk_conclusion_text(item->conclusion)
                                          : _(texts[item->state]);
}

static void text_of(const struct queue_pane *pane, size_t index, struct str *out)
{
    if (index >= count_of(pane)) {
        str_format(out, "%s %s", skipped_at(pane, index)->path, skipped_at(pane, index)->reason);
        return;
    }
    const struct queue_item *item = queue_at(pane->pane.desk->queue, index);
    str_format(out, "%s %s %s %s %d", item->path, state_text(item),
               item->agency ? item->agency : "", item->kind ? item->kind : "", item->year);
}

static void row_text(const void *closure, size_t row, struct str *out)
{
    const struct queue_pane *pane = closure;
    text_of(pane, pane->rows[row], out);
}

static void build(struct queue_pane *pane)
{
    const struct queue_skipped *list = NULL;
    size_t n = count_of(pane) + queue_skipped_list(pane->pane.desk->queue, &list);
    struct str text = STR_INIT;
    pane->nrows = 0;
    for (size_t i = 0; i < n; i++) {
        str_clear(&text);
        text_of(pane, i, &text);
        if (pane->filter.nbytes && !text_matches(str_text(&text), str_text(&pane->filter)))
            continue;
        if (vec_room(&pane->rows, &pane->capacity, pane->nrows, sizeof *pane->rows) < 0)
            break;
        pane->rows[pane->nrows++] = i;
    }
    str_release(&text);
}

/* ---- drawing ---- */

/* Columns from the left; the name takes what the others leave. */
enum { STATE_COLS = 12, YEAR_COLS = 6, COUNT_COLS = 4, DONE_COLS = 8 };

struct columns {
    int state, name, name_cols, agency, agency_cols, year, counts, done;
};

static struct columns columns_of(int ncols)
{
    int rest = ncols - STATE_COLS - YEAR_COLS - 4 * COUNT_COLS - DONE_COLS - 2;
    if (rest < 10)
        rest = 10;
    struct columns at = {.state = 1, .name = STATE_COLS + 1};
    at.name_cols = rest * 2 / 5;
    at.agency = at.name + at.name_cols + 1;
    at.agency_cols = rest - at.name_cols - 1;
    at.year = at.agency + at.agency_cols;
    at.counts = at.year + YEAR_COLS;
    at.done = at.counts + 4 * COUNT_COLS;
    return at;
}

static void put_count(struct area area, int row, int col, size_t n, enum style style)
{
    char text[24];
    snprintf(text, sizeof text, "%zu", n);
    area_put_right(area, row, col, COUNT_COLS, slice_of(text), n ? style : STYLE_DIM);
}

static void draw_header(struct area area)
{
    struct columns at = columns_of(area.ncols);
    area_puts(area, 0, at.state, STATE_COLS - 1, _("state"), STYLE_HEADING);
    area_puts(area, 0, at.name, at.name_cols, _("file"), STYLE_HEADING);
    area_puts(area, 0, at.agency, at.agency_cols, _("organ"), STYLE_HEADING);
    area_put_right(area, 0, at.year, YEAR_COLS, slice_of(_("year")), STYLE_HEADING);
    static const char *const letters[] = {"E", "W", "I", "U"};
    for (int i = 0; i < 4; i++)
        area_put_right(area, 0, at.counts + i * COUNT_COLS, COUNT_COLS, slice_of(letters[i]),
                       STYLE_HEADING);
    area_put_right(area, 0, at.done, DONE_COLS, slice_of(_("decided")), STYLE_HEADING);
}

static void draw_counts(struct area area, int row, const struct columns *at,
                        const struct queue_item *item)
{
    char text[48] = "";
    if (item->year > 0)
        snprintf(text, sizeof text, "%d", item->year);
    area_put_right(area, row, at->year, YEAR_COLS, slice_of(text), STYLE_NORMAL);
    put_count(area, row, at->counts, item->errors, STYLE_ERROR);
    put_count(area, row, at->counts + COUNT_COLS, item->warnings, STYLE_WARNING);
    put_count(area, row, at->counts + 2 * COUNT_COLS, item->infos, STYLE_INFO);
    put_count(area, row, at->counts + 3 * COUNT_COLS, item->undecided, STYLE_UNDECIDED);
    snprintf(text, sizeof text, "%s%zu/%zu", item->stale ? "!" : "", item->decided,
             item->entries);
    area_put_right(area, row, at->done, DONE_COLS, slice_of(text),
                   item->stale ? STYLE_STALE : STYLE_NORMAL);
}

static void draw_item(struct area area, int row, const struct queue_item *item)
{
    static const enum style styles[] = {STYLE_DIM, STYLE_NORMAL, STYLE_UNDECIDED, STYLE_DECIDED,
                                        STYLE_ERROR};
    struct columns at = columns_of(area.ncols);
    char name[256];
    area_put_clipped(area, row, at.state, STATE_COLS - 1, slice_of(state_text(item)),
                     styles[item->state]);
    width_clip_middle(slice_of(path_name(item->path)), at.name_cols, name, sizeof name);
    area_puts(area, row, at.name, at.name_cols, name, STYLE_NORMAL);
    if (item->state == QUEUE_FAILED) {
        area_put_clipped(area, row, at.agency, area.ncols - at.agency,
                         slice_of(item->trouble ? item->trouble : ""), STYLE_ERROR);
        return;
    }
    area_put_clipped(area, row, at.agency, at.agency_cols - 1,
                     slice_of(item->agency ? item->agency : ""), STYLE_NORMAL);
    if (item->state != QUEUE_UNREAD)
        draw_counts(area, row, &at, item);
}

static void draw_skipped(struct area area, int row, const struct queue_skipped *skipped)
{
    struct columns at = columns_of(area.ncols);
    char name[256];
    area_put_clipped(area, row, at.state, STATE_COLS - 1, slice_of(_("left out")), STYLE_DIM);
    width_clip_middle(slice_of(path_name(skipped->path)), at.name_cols, name, sizeof name);
    area_puts(area, row, at.name, at.name_cols, name, STYLE_DIM);
    area_put_clipped(area, row, at.agency, area.ncols - at.agency, slice_of(skipped->reason),
                     STYLE_DIM);
}

static void draw_row(const struct queue_pane *pane, struct area area, int row, size_t index)
{
    if (index >= count_of(pane))
        draw_skipped(area, row, skipped_at(pane, index));
    else
        draw_item(area, row, queue_at(pane->pane.desk->queue, index));
}

static void queue_draw(struct pane *base, struct area area, bool focused)
{
    struct queue_pane *pane = (struct queue_pane *)base;
    build(pane);
    draw_header(area_part(area, 0, 0, 1, area.ncols));
    struct area list = area_part(area, 1, 0, area.nrows - 1, area.ncols);
    list_fit(&pane->list, pane->nrows, list.nrows);
    for (int row = 0; row < list.nrows; row++) {
        size_t at = pane->list.top + (size_t)row;
        if (at >= pane->nrows)
            break;
        draw_row(pane, list, row, pane->rows[at]);
        if (at != pane->list.cursor)
            continue;
        pane->cursor_row = row + 1;
        area_puts(list, row, 0, 1, ">", STYLE_CURSOR);
        area_restyle(list, row, 0, STATE_COLS, focused ? STYLE_CURSOR : STYLE_CURSOR_IDLE);
    }
}

/* ---- acting ---- */

bool queue_pane_index(const struct pane *base, size_t *index)
{
    const struct queue_pane *pane = (const struct queue_pane *)base;
    if (pane->list.cursor >= pane->nrows)
        return false;
    *index = pane->rows[pane->list.cursor];
    return *index < count_of(pane);
}

static unsigned next_open(struct queue_pane *pane, bool backward)
{
    for (size_t i = 1; i <= pane->nrows; i++) {
        size_t at = (pane->list.cursor + (backward ? pane->nrows - i : i)) % pane->nrows;
        if (pane->rows[at] >= count_of(pane))
            continue;
        if (queue_at(pane->pane.desk->queue, pane->rows[at])->state == QUEUE_CONCLUDED)
            continue;
        pane->list.cursor = at;
        return REACT_REDRAW;
    }
    desk_say(pane->pane.desk, TONE_OK, _("Every report is concluded"));
    return REACT_REDRAW;
}

static unsigned filter(struct queue_pane *pane, const char *argument)
{
    const struct queue_skipped *list = NULL;
    str_clear(&pane->filter);
    str_add(&pane->filter, argument ? argument : "");
    build(pane);
    pane->list.cursor = 0;
    desk_say(pane->pane.desk, TONE_PLAIN, _("%zu of %zu shown"), pane->nrows,
             count_of(pane) + queue_skipped_list(pane->pane.desk->queue, &list));
    return REACT_REDRAW;
}

static unsigned queue_act(struct pane *base, enum action action, int count, const char *argument)
{
    struct queue_pane *pane = (struct queue_pane *)base;
    build(pane);
    pane->list.count = pane->nrows;
    if (action == ACTION_FILTER)
        return filter(pane, argument);
    if (pane->nrows && (action == ACTION_NEXT_UNRESOLVED || action == ACTION_PREV_UNRESOLVED))
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
    str_format(out, _("%zu reports"), count_of(pane));
    if (nskipped)
        str_format(out, _(", %zu files left out"), nskipped);
    if (pane->filter.nbytes)
        str_format(out, "  & %s: %zu", str_text(&pane->filter), pane->nrows);
}

void queue_pane_go(struct pane *base, size_t index)
{
    struct queue_pane *pane = (struct queue_pane *)base;
    build(pane);
    for (size_t i = 0; i < pane->nrows; i++)
        if (pane->rows[i] == index)
            pane->list.cursor = i;
}

static struct pane *queue_create(struct desk *desk)
{
    struct queue_pane *pane = calloc(1, sizeof *pane);
    if (!pane)
        return NULL;
    pane->pane = (struct pane){&queue_pane_ops, desk};
    return &pane->pane;
}

static void queue_destroy(struct pane *base)
{
    struct queue_pane *pane = (struct queue_pane *)base;
    list_release(&pane->list);
    str_release(&pane->filter);
    free(pane->rows);
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
};
