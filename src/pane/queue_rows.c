#include "queue_rows.h"

#include <stdlib.h>
#include <string.h>

#include "gouji/base/path.h"
#include "gouji/base/vec.h"

void queue_rows_release(struct queue_rows *rows)
{
    free(rows->items);
    free(rows->shown);
    free(rows->groups);
    arena_free(rows->names);
    filter_free(rows->filter);
    tags_release(&rows->tags);
    tags_release(&rows->folded);
}

/* ---- names ---- */

static const struct {
    const char *name, *text;
} sorts[SORT_COUNT] = {{"name", N_("file")},           {"state", N_("state")},
                       {"errors", N_("errors")},       {"warnings", N_("warnings")},
                       {"undecided", N_("undecided")}, {"open", N_("left to decide")},
                       {"year", N_("year")},           {"agency", N_("organ")}};

static const struct {
    const char *name, *text;
} groups[GROUP_COUNT] = {{"none", N_("no groups")},
                         {"state", N_("state")},
                         {"agency", N_("organ")},
                         {"year", N_("year")}};

const char *queue_sort_name(size_t index)
{
    return index < SORT_COUNT ? sorts[index].name : NULL;
}

const char *queue_group_name(size_t index)
{
    return index < GROUP_COUNT ? groups[index].name : NULL;
}

const char *queue_sort_text(size_t sort)
{
    return _(sorts[sort].text);
}

const char *queue_group_text(size_t group)
{
    return _(groups[group].text);
}

const struct queue_item *queue_rows_report(const struct queue_rows *rows, size_t index)
{
    return queue_at(rows->desk->queue, index);
}

const struct queue_skipped *queue_rows_skipped(const struct queue_rows *rows, size_t index)
{
    const struct queue_skipped *list = NULL;
    size_t n = queue_skipped_list(rows->desk->queue, &list);
    return index < n ? &list[index] : NULL;
}

const char *queue_state_text(const struct queue_item *item)
{
    static const char *const texts[] = {N_("not read yet"), N_("new"), N_("in review"),
                                        N_("concluded"), N_("unreadable")};
    return item->state == QUEUE_CONCLUDED ? desk_conclusion_text(item->conclusion)
                                          : _(texts[item->state]);
}

static const char *or_empty(const char *text)
{
    return text ? text : "";
}

static void report_text(const struct queue_item *item, struct str *out)
{
    str_format(out, "%s %s %s %s", item->path, queue_state_text(item), or_empty(item->agency),
               or_empty(item->kind));
    if (item->year)
        str_format(out, " %d", item->year);
    if (item->trouble)
        str_format(out, " %s", item->trouble);
}

void queue_rows_count_text(size_t nreports, struct str *out)
{
    if (nreports == 1)
        str_add(out, _("1 report"));
    else
        str_format(out, _("%zu reports"), nreports);
}

void queue_rows_group_name(const struct queue_rows *rows, size_t index, struct str *out)
{
    const struct queue_item *item = queue_rows_report(rows, index);
    if (rows->group == GROUP_STATE)
        str_add(out, queue_state_text(item));
    else if (rows->group == GROUP_AGENCY)
        str_add(out, item->agency ? item->agency : _("organ not known"));
    else if (item->year)
        str_format(out, "%d", item->year);
    else
        str_add(out, _("year not known"));
}

void queue_rows_text(const struct queue_rows *rows, const struct queue_row *row, struct str *out)
{
    if (row->kind == QUEUE_ROW_REPORT)
        report_text(queue_rows_report(rows, row->index), out);
    else if (row->kind == QUEUE_ROW_SKIPPED)
        str_format(out, "%s %s", queue_rows_skipped(rows, row->index)->path,
                   queue_rows_skipped(rows, row->index)->reason);
    else
        queue_rows_group_name(rows, row->index, out);
}

/* ---- the filter ---- */

struct asked {
    const struct queue_rows *rows;
    const struct queue_row *row;
    const struct queue_item *item; /* NULL: a file left out */
};

static bool status_holds(const struct asked *asked, const char *wanted)
{
    static const char *const states[] = {"unread", "new", "in-review", "concluded", "failed"};
    const struct queue_item *item = asked->item;
    if (!item)
        return strcmp(wanted, "left-out") == 0;
    if (strcmp(wanted, "open") == 0)
        return item->state != QUEUE_CONCLUDED;
    if (strcmp(wanted, "stale") == 0)
        return item->stale > 0;
    return strcmp(wanted, states[item->state]) == 0 ||
           (item->state == QUEUE_CONCLUDED &&
            strcmp(wanted, conclusion_name(item->conclusion)) == 0);
}

static bool rule_holds(const struct queue_item *item, const struct filter_term *term)
{
    for (size_t i = 0; i < item->ntallies; i++)
        if (filter_text_holds(term, item->tallies[i].rule->id))
            return true;
    return false;
}

static bool severity_holds(const struct queue_item *item, const struct filter_term *term)
{
    return (item->errors && filter_number_holds(term, SEVERITY_ERROR)) ||
           (item->warnings && filter_number_holds(term, SEVERITY_WARNING)) ||
           (item->infos && filter_number_holds(term, SEVERITY_INFO)) ||
           (item->undecided && filter_number_holds(term, -1));
}

static bool text_holds(const struct asked *asked, const struct filter_term *term)
{
    struct str text = STR_INIT;
    queue_rows_text(asked->rows, asked->row, &text);
    bool found = filter_text_holds(term, str_text(&text));
    str_release(&text);
    return found;
}

static const char *path_of(const struct asked *asked)
{
    return asked->item ? asked->item->path
                       : queue_rows_skipped(asked->rows, asked->row->index)->path;
}

static bool number_holds(const struct queue_item *item, const struct filter_term *term)
{
    if (item->state == QUEUE_UNREAD || item->state == QUEUE_FAILED)
        return false; /* what is not known is not 0 */
    switch ((int)term->field) {
    case FILTER_ERRORS:
        return filter_number_holds(term, (int64_t)item->errors);
    case FILTER_WARNINGS:
        return filter_number_holds(term, (int64_t)item->warnings);
    case FILTER_INFOS:
        return filter_number_holds(term, (int64_t)item->infos);
    case FILTER_UNDECIDED:
        return filter_number_holds(term, (int64_t)item->undecided);
    case FILTER_OPEN:
        return filter_number_holds(term, (int64_t)(item->entries - item->decided));
    case FILTER_YEAR:
        return item->year && filter_number_holds(term, item->year);
    default:
        return false;
    }
}

static bool term_holds(const void *closure, const struct filter_term *term)
{
    const struct asked *asked = closure;
    const struct queue_item *item = asked->item;
    switch ((int)term->field) {
    case FILTER_STATUS:
        return status_holds(asked, term->value);
    case FILTER_TEXT:
        return text_holds(asked, term);
    case FILTER_DOC:
        return filter_text_holds(term, path_name(path_of(asked)));
    case FILTER_TAG:
        return tags_has(&asked->rows->tags, path_of(asked)) == (term->value[0] == 'y');
    default:
        break;
    }
    if (!item)
        return false;
    switch ((int)term->field) {
    case FILTER_RULE:
        return rule_holds(item, term);
    case FILTER_SEVERITY:
        return severity_holds(item, term);
    case FILTER_AGENCY:
        return filter_text_holds(term, item->agency);
    case FILTER_KIND:
        return filter_text_holds(term, item->kind);
    default:
        return number_holds(item, term);
    }
}

bool queue_rows_match(const struct queue_rows *rows, const struct queue_row *row,
                      const struct filter *filter)
{
    struct asked asked = {rows, row, NULL};
    if (row->kind == QUEUE_ROW_GROUP)
        return false;
    if (row->kind == QUEUE_ROW_REPORT)
        asked.item = queue_rows_report(rows, row->index);
    return filter_holds(filter, term_holds, &asked);
}

/* ---- sorting ---- */

static int by_number(long a, long b)
{
    return (a > b) - (a < b);
}

static int by_text(const char *a, const char *b)
{
    if (!a || !b)
        return (a == NULL) - (b == NULL); /* unknown ones last */
    return strcmp(a, b);
}

static int by_state(const struct queue_item *a, const struct queue_item *b)
{
    int order = by_number((long)a->state, (long)b->state);
    return order ? order : by_number((long)a->conclusion, (long)b->conclusion);
}

/* The gravest and the newest first, names from the beginning. */
static int by_sort(enum queue_sort sort, const struct queue_item *a, const struct queue_item *b)
{
    switch (sort) {
    case SORT_STATE:
        return by_state(a, b);
    case SORT_ERRORS:
        return by_number((long)b->errors, (long)a->errors);
    case SORT_WARNINGS:
        return by_number((long)b->warnings, (long)a->warnings);
    case SORT_UNDECIDED:
        return by_number((long)b->undecided, (long)a->undecided);
    case SORT_OPEN:
        return by_number((long)(b->entries - b->decided), (long)(a->entries - a->decided));
    case SORT_YEAR:
        return by_number(b->year, a->year);
    case SORT_AGENCY:
        return by_text(a->agency, b->agency);
    case SORT_NAME:
    case SORT_COUNT:
        break;
    }
    return 0;
}

static int by_group(enum queue_group group, const struct queue_item *a, const struct queue_item *b)
{
    switch (group) {
    case GROUP_STATE:
        return by_state(a, b);
    case GROUP_AGENCY:
        return by_text(a->agency, b->agency);
    case GROUP_YEAR:
        return by_number(b->year, a->year);
    case GROUP_NONE:
    case GROUP_COUNT:
        break;
    }
    return 0;
}

static int compare(const void *a, const void *b, void *closure)
{
    const struct queue_rows *rows = closure;
    size_t left = *(const size_t *)a, right = *(const size_t *)b;
    const struct queue_item *x = queue_rows_report(rows, left), *y = queue_rows_report(rows, right);
    int order = by_group(rows->group, x, y);
    if (order)
        return order;
    order = by_sort(rows->sort, x, y);
    if (order == 0 && rows->sort != SORT_NAME)
        return by_number((long)left, (long)right);
    if (order == 0)
        order = by_number((long)left, (long)right);
    return rows->reversed ? -order : order;
}

/* ---- the rows ---- */

static void add_row(struct queue_rows *rows, struct queue_row row)
{
    if (vec_room(&rows->items, &rows->capacity, rows->count, sizeof row) == 0)
        rows->items[rows->count++] = row;
}

static void add_sums(struct queue_sums *sums, const struct queue_item *item)
{
    sums->reports++;
    sums->states[item->state]++;
    sums->errors += item->errors;
    sums->warnings += item->warnings;
    sums->infos += item->infos;
    sums->undecided += item->undecided;
    sums->entries += item->entries;
    sums->decided += item->decided;
    sums->stale += item->stale;
}

static void choose(struct queue_rows *rows)
{
    size_t n = queue_count(rows->desk->queue);
    rows->nshown = 0;
    rows->total = (struct queue_sums){.reports = 0};
    for (size_t i = 0; i < n; i++) {
        struct queue_row row = {QUEUE_ROW_REPORT, i, 0, queue_rows_report(rows, i)->path};
        if (!queue_rows_match(rows, &row, rows->filter))
            continue;
        if (vec_room(&rows->shown, &rows->shown_capacity, rows->nshown, sizeof i) < 0)
            return;
        rows->shown[rows->nshown++] = i;
        add_sums(&rows->total, queue_rows_report(rows, i));
    }
    bool plain = rows->sort == SORT_NAME && !rows->reversed && rows->group == GROUP_NONE;
    if (rows->nshown > 1 && !plain)
        qsort_r(rows->shown, rows->nshown, sizeof *rows->shown, compare, rows);
}

static const char *keep_name(struct queue_rows *rows, const struct str *name)
{
    if (!rows->names)
        rows->names = arena_new();
    return rows->names ? arena_copy(rows->names, str_slice(name)) : NULL;
}

static bool open_group(struct queue_rows *rows, size_t index)
{
    struct str name = STR_INIT;
    if (vec_room(&rows->groups, &rows->groups_capacity, rows->ngroups, sizeof *rows->groups) < 0)
        return true;
    rows->groups[rows->ngroups] = (struct queue_sums){.reports = 0};
    queue_rows_group_name(rows, index, &name);
    add_row(rows,
            (struct queue_row){QUEUE_ROW_GROUP, index, rows->ngroups++, keep_name(rows, &name)});
    bool open = !tags_has(&rows->folded, str_text(&name));
    str_release(&name);
    return open;
}

static void add_reports(struct queue_rows *rows)
{
    const struct queue_item *last = NULL;
    bool open = true;
    for (size_t i = 0; i < rows->nshown; i++) {
        const struct queue_item *item = queue_rows_report(rows, rows->shown[i]);
        if (rows->group != GROUP_NONE && (!last || by_group(rows->group, last, item) != 0))
            open = open_group(rows, rows->shown[i]);
        if (rows->group != GROUP_NONE && rows->ngroups > 0)
            add_sums(&rows->groups[rows->ngroups - 1], item);
        if (open)
            add_row(rows, (struct queue_row){QUEUE_ROW_REPORT, rows->shown[i], 0, item->path});
        last = item;
    }
}

static void add_skipped(struct queue_rows *rows)
{
    const struct queue_skipped *list = NULL;
    size_t n = queue_skipped_list(rows->desk->queue, &list);
    rows->nskipped = 0;
    for (size_t i = 0; i < n; i++) {
        struct queue_row row = {QUEUE_ROW_SKIPPED, i, 0, list[i].path};
        if (!queue_rows_match(rows, &row, rows->filter))
            continue;
        rows->nskipped++;
        add_row(rows, row);
    }
}

bool queue_rows_make(struct queue_rows *rows)
{
    unsigned long version = queue_revision(rows->desk->queue);
    if (!rows->dirty && rows->version == version)
        return false;
    rows->dirty = false;
    rows->serial++;
    rows->version = version;
    rows->count = rows->ngroups = 0;
    arena_free(rows->names);
    rows->names = NULL;
    choose(rows);
    add_reports(rows);
    add_skipped(rows);
    return true;
}
