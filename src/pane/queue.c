/* The queue of reports: moved in, filtered, sorted, grouped, tagged. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gouji/text/fold.h"
#include "queue_pane.h"

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
static void follow_row(struct queue_pane *pane, const char *name, bool is_group)
{
    size_t old = pane->list.cursor;
    for (size_t i = 0; i < pane->rows.count; i++) {
        size_t at = (old + i) % pane->rows.count;
        const struct queue_row *row = &pane->rows.items[at];
        if (!row->name || (row->kind == QUEUE_ROW_GROUP) != is_group ||
            strcmp(row->name, name) != 0)
            continue;
        pane->list.cursor = at;
        pane->list.top = at + pane->list.top > old ? at + pane->list.top - old : 0;
        break;
    }
}

/* The indexes of the old rows mean nothing any more: the name is all there is. */
void queue_pane_build(struct queue_pane *pane)
{
    if (pane->rows.version == queue_revision(pane->pane.desk->queue) && !pane->rows.dirty)
        return;
    const struct queue_row *here = pane->list.cursor > 0 ? row_here(pane) : NULL;
    bool is_group = here && here->kind == QUEUE_ROW_GROUP;
    char *name = here && here->name ? strdup(here->name) : NULL;
    queue_rows_make(&pane->rows);
    if (name)
        follow_row(pane, name, is_group);
    pane->list.count = pane->rows.count;
    free(name);
}

static void rebuild(struct queue_pane *pane)
{
    pane->rows.dirty = true;
    queue_pane_build(pane);
}

/* ---- acting ---- */

bool queue_pane_index(struct pane *base, size_t *index)
{
    queue_pane_build((struct queue_pane *)base);
    const struct queue_row *row = row_here((const struct queue_pane *)base);
    if (!row || row->kind != QUEUE_ROW_REPORT)
        return false;
    *index = row->index;
    return true;
}

const struct queue_skipped *queue_pane_left_out(struct pane *base)
{
    queue_pane_build((struct queue_pane *)base);
    const struct queue_row *row = row_here((const struct queue_pane *)base);
    const struct queue_skipped *list = NULL;
    queue_skipped_list(base->desk->queue, &list);
    return row && row->kind == QUEUE_ROW_SKIPPED ? &list[row->index] : NULL;
}

bool queue_pane_agency_index(struct pane *base, size_t *index)
{
    queue_pane_build((struct queue_pane *)base);
    const struct queue_pane *pane = (const struct queue_pane *)base;
    const struct queue_row *row = row_here(pane);
    if (!row || row->kind != QUEUE_ROW_GROUP || pane->rows.group != GROUP_AGENCY)
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

bool queue_pane_step(struct pane *base, size_t *index, int steps)
{
    queue_pane_build((struct queue_pane *)base);
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

size_t queue_pane_shown(struct pane *base, const size_t **indexes)
{
    struct queue_pane *pane = (struct queue_pane *)base;
    queue_pane_build(pane);
    *indexes = pane->rows.shown;
    return pane->rows.nshown;
}

unsigned long queue_pane_serial(struct pane *base)
{
    queue_pane_build((struct queue_pane *)base);
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
    return queue_count(pane->pane.desk->queue) + queue_skipped_list(pane->pane.desk->queue, &list);
}

/* ---- filter ---- */

static bool set_filter(struct queue_pane *pane, const char *text, struct err *err)
{
    if (!filter_line_set(&pane->filter, &pane->rows.filter, FILTER_REPORTS, text, err))
        return false;
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
    queue_pane_build(pane);
    if (action != ACTION_FILTER) {
        pane->list.count = pane->rows.count;
        list_preview(&pane->list, base->desk, action, text, row_text, pane);
        return;
    }
    set_filter(pane, filter_line_preview(&pane->filter, FILTER_REPORTS, text), NULL);
}

/* ---- sorting and grouping ---- */

/* The index of the name, -1 none. */
static int index_of(const char *(*name_of)(size_t), const char *name)
{
    for (size_t i = 0; name_of(i); i++)
        if (strcmp(name_of(i), name) == 0)
            return (int)i;
    return -1;
}

/* The index of the name, or of what people read for it, which other words may
 * follow; -1 none. */
static int named(const char *(*name_of)(size_t), const char *(*text_of)(size_t), const char *text)
{
    struct slice word = slice_make(text, strcspn(text, " "));
    for (size_t i = 0; name_of(i); i++)
        if (fold_match(slice_of(name_of(i)), word) == FOLD_IS ||
            fold_match(slice_of(text_of(i)), word) == FOLD_IS)
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
    int found = named(queue_sort_name, queue_sort_text, text + (text[0] == '-'));
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
    int found = named(queue_group_name, queue_group_text, text);
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
    view->filter = filter_line_kept(&((const struct queue_pane *)base)->filter, rows->filter);
    view->group = rows->group == GROUP_NONE ? "" : queue_group_name(rows->group);
    snprintf(view->sort, sizeof view->sort, "%s%s", rows->reversed ? "-" : "",
             plain ? "" : queue_sort_name(rows->sort));
    view->folded = (const char *const *)rows->folded.names;
    view->nfolded = rows->folded.count;
}

void queue_pane_restore(struct pane *base, const struct queue_view *view)
{
    struct queue_pane *pane = (struct queue_pane *)base;
    bool reversed = view->sort[0] == '-';
    int order = index_of(queue_sort_name, view->sort + reversed);
    int grouping = view->group ? index_of(queue_group_name, view->group) : -1;
    if (order >= 0) {
        pane->rows.sort = (enum queue_sort)order;
        pane->rows.reversed = reversed;
    }
    if (grouping >= 0)
        pane->rows.group = (enum queue_group)grouping;
    for (size_t i = 0; i < view->nfolded; i++)
        tags_set(&pane->rows.folded, view->folded[i], true);
    if (view->filter)
        filter_line_set(&pane->filter, &pane->rows.filter, FILTER_REPORTS, view->filter, NULL);
    pane->rows.dirty = true;
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
    tags_say(pane->pane.desk, pane->rows.tags.count);
    return REACT_REDRAW;
}

static unsigned tag_matching(struct queue_pane *pane, const char *argument, bool tagged)
{
    struct filter *matching = tags_wanted(pane->pane.desk, argument, FILTER_REPORTS);
    if (!matching)
        return REACT_REDRAW | REACT_AGAIN;
    if (!tagged && filter_is_empty(matching))
        tags_release(&pane->rows.tags);
    for (size_t i = 0; i < pane->rows.nshown; i++) {
        struct queue_row row = {QUEUE_ROW_REPORT, pane->rows.shown[i], 0, NULL};
        if (queue_rows_match(&pane->rows, &row, matching))
            tags_set(&pane->rows.tags, path_of(pane, &row), tagged);
    }
    filter_free(matching);
    tags_say(pane->pane.desk, pane->rows.tags.count);
    return REACT_REDRAW;
}

static unsigned queue_act(struct pane *base, enum action action, int count, const char *argument)
{
    struct queue_pane *pane = (struct queue_pane *)base;
    queue_pane_build(pane);
    pane->list.count = pane->rows.count;
    switch ((int)action) {
    case ACTION_FILTER:
        return filter(pane, argument);
    case ACTION_SORT:
        return sort(pane, argument);
    case ACTION_GROUP:
        return group(pane, argument);
    case ACTION_TAG:
        return tag_here(pane, count);
    case ACTION_TAG_MATCHING:
        return tag_matching(pane, argument, true);
    case ACTION_UNTAG:
        return tag_matching(pane, argument, false);
    case ACTION_FOLLOW:
        return fold(pane);
    default:
        break;
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

/* Headings of groups and files left out are no reports; on one the next report counts. */
static void add_position(const struct queue_pane *pane, struct str *out)
{
    size_t at = 0, total = 0;
    for (size_t i = 0; i < pane->rows.count; i++) {
        if (pane->rows.items[i].kind != QUEUE_ROW_REPORT)
            continue;
        total++;
        at += i < pane->list.cursor;
    }
    if (total > 0)
        str_format(out, "%zu/%zu  ", at < total ? at + 1 : total, total);
}

/* Of the report under the cursor, where it is not one's own. */
static void add_reviewer(const struct queue_pane *pane, struct str *out)
{
    const struct desk *desk = pane->pane.desk;
    const struct queue_row *row = row_here(pane);
    if (!row || row->kind != QUEUE_ROW_REPORT)
        return;
    const char *name = queue_rows_report(&pane->rows, row->index)->reviewer;
    if (!name || (desk->reviewer && strcmp(name, desk->reviewer) == 0))
        return;
    str_add(out, "  ");
    str_format(out, _("reviewed by %s"), name);
}

static void queue_status(const struct pane *base, struct str *out)
{
    const struct queue_pane *pane = (const struct queue_pane *)base;
    const struct queue_skipped *list = NULL;
    size_t nskipped = queue_skipped_list(base->desk->queue, &list);
    add_position(pane, out);
    queue_rows_count_text(queue_count(base->desk->queue), out);
    if (nskipped == 1)
        str_add(out, _(", one file left out"));
    else if (nskipped)
        str_format(out, _(", %zu files left out"), nskipped);
    add_reviewer(pane, out);
    if (pane->rows.tags.count > 0)
        str_format(out, "  %s %zu", _("tagged"), pane->rows.tags.count);
    filter_line_status(&pane->filter, pane->rows.filter, pane->rows.nshown + pane->rows.nskipped,
                       count_all(pane), out);
}

void queue_pane_go(struct pane *base, size_t index)
{
    struct queue_pane *pane = (struct queue_pane *)base;
    queue_pane_build(pane);
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
    filter_line_release(&pane->filter);
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
