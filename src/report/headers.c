/* STR-08's material: header cells that are not the form's. A header occurs at
 * the front of its block, and again after a page break. */
#include <string.h>

#include "gouji/base/vec.h"
#include "reading.h"

struct list {
    struct arena *arena;
    struct span *items;
    size_t n, capacity;
};

static int add_span(struct list *list, struct span span, struct err *err)
{
    if (span_empty(span))
        return 0;
    struct span *slot =
        arena_push(list->arena, &list->items, &list->capacity, list->n, sizeof *slot);
    if (!slot)
        return err_set_nomem(err);
    *slot = span;
    list->n++;
    return 0;
}

/* Whether so many of the units [first, end) name the column. */
static bool is_named(const struct reading *reading, const struct chosen *chosen, size_t column,
                     size_t first, size_t end, size_t wanted)
{
    size_t n = 0;
    for (size_t u = first; u < end && n < wanted; u++) {
        const struct label *label = reading->units.items[u].hit.label;
        while (label && !(label->kind == LABEL_COLUMN && label->index == column && label->same &&
                          label->block == chosen->block && label->table == reading->table &&
                          label->edition == chosen->alignment->edition))
            label = label->next;
        n += label != NULL;
    }
    return n >= wanted;
}

/* Whether each column is named as often as the form names it: once, or once for
 * each group where they stand side by side. */
static bool is_whole(const struct reading *reading, const struct chosen *chosen, size_t first,
                     size_t end)
{
    bool repeats = chosen->alignment->table->one_printed_row;
    size_t wanted = repeats ? chosen->form->nrows : 1;
    for (size_t c = 0; c < chosen->form->ncols; c++)
        if (!is_named(reading, chosen, c, first, end, wanted))
            return false;
    return true;
}

/* A note broken over lines is the form's when its pieces are. */
static bool is_spelt_out(const struct grid *grid, const struct unit *note)
{
    struct slice rest = slice_of(note->hit.label->norm);
    for (size_t i = note->first; i < note->end; i++) {
        struct slice piece = grid->cells[i].text;
        if (!slice_has_prefix(rest, piece))
            return false;
        rest = slice_make(rest.ptr + piece.nbytes, rest.nbytes - piece.nbytes);
    }
    return rest.nbytes == 0;
}

/* A rule drawn across the corner cuts its note in two: the rest stands below. */
static bool goes_on_below(const struct unit *units, size_t note, size_t end)
{
    enum { LEAST_NBYTES = 6 };
    struct slice norm = slice_of(units[note].hit.label->norm);
    for (size_t u = note + 1; u < end; u++)
        if (!units[u].hit.label && units[u].text.nbytes >= LEAST_NBYTES &&
            slice_find(norm, units[u].text))
            return true;
    return false;
}

static int column_of(const struct reading *reading, const struct chosen *chosen,
                     const struct label *label)
{
    size_t edition = chosen->alignment->edition;
    for (label = label_of_edition(label, reading->table, edition); label;
         label = label_of_edition(label->next, reading->table, edition))
        if (label->kind == LABEL_COLUMN && label->block == chosen->block)
            return (int)label->index;
    return -1;
}

int header_column(const struct reading *reading, const struct chosen *chosen, size_t unit)
{
    return column_of(reading, chosen, reading->units.items[unit].hit.label);
}

/* The column whose label the two make together, or -1. */
static int joined_column(const struct reading *reading, const struct chosen *chosen,
                         const struct unit *front, const struct unit *back)
{
    enum { MOST_NBYTES = 64 };
    char text[MOST_NBYTES], key[MOST_NBYTES];
    const struct labels *labels = reading->pieces->labels;
    struct slice a = front->text, b = back->text;
    if (b.nbytes == 0 || a.nbytes + b.nbytes > sizeof text || !labels_may_join(labels, a, b))
        return -1;
    memcpy(text, a.ptr, a.nbytes);
    memcpy(text + a.nbytes, b.ptr, b.nbytes);
    struct slice whole = slice_make(key, label_key(slice_make(text, a.nbytes + b.nbytes), key));
    return column_of(reading, chosen, labels_find(labels, whole));
}

bool header_join_wrapped(const struct reading *reading, const struct chosen *chosen, size_t first,
                         size_t end, int columns[HEADER_MOST])
{
    size_t fronts[HEADER_MOST];
    size_t nfronts = 0, nbacks = 0;
    bool joined = false;
    if (end - first > HEADER_MOST)
        return false;
    for (size_t u = first; u < end; u++) {
        const struct unit *unit = &reading->units.items[u];
        columns[u - first] = header_column(reading, chosen, u);
        int whole = nbacks < nfronts ? joined_column(reading, chosen,
                                                     &reading->units.items[fronts[nbacks]], unit)
                                     : -1;
        if (whole >= 0) {
            columns[fronts[nbacks++] - first] = whole;
            columns[u - first] = -1;
            joined = true;
        } else if (!unit->hit.label && unit->end > unit->first && unit->text.nbytes > 0) {
            if (nbacks > 0 && nbacks < nfronts)
                return false;
            nfronts = nbacks == nfronts ? 0 : nfronts;
            nbacks = 0;
            fronts[nfronts++] = u;
        }
    }
    return joined && nbacks == nfronts;
}

/* Whether its wrapped labels name each column as often as the form names it. */
static bool is_whole_wrapped(const struct reading *reading, const struct chosen *chosen,
                             size_t first, size_t end)
{
    int columns[HEADER_MOST];
    size_t wanted = chosen->alignment->table->one_printed_row ? chosen->form->nrows : 1;
    if (!header_join_wrapped(reading, chosen, first, end, columns))
        return false;
    for (size_t c = 0; c < chosen->form->ncols; c++) {
        size_t n = 0;
        for (size_t u = first; u < end; u++)
            n += columns[u - first] == (int)c;
        if (n < wanted)
            return false;
    }
    return true;
}

bool header_is_whole(const struct reading *reading, const struct chosen *chosen, size_t first,
                     size_t end)
{
    return is_whole(reading, chosen, first, end) || is_whole_wrapped(reading, chosen, first, end);
}

static int check_one(const struct reading *reading, const struct chosen *chosen, size_t first,
                     size_t end, struct list *list, struct err *err)
{
    const struct unit *units = reading->units.items;
    bool found = false;
    for (size_t u = first; u < end; u++)
        if (unit_is(&units[u], LABEL_NOTE) && !units[u].hit.exact &&
            !is_spelt_out(&reading->grid, &units[u]) && !goes_on_below(units, u, end) &&
            add_span(list, unit_label_span(&reading->grid, &units[u]), err) < 0)
            return -1;
    if (header_is_whole(reading, chosen, first, end))
        return 0;
    for (size_t u = first; u < end; u++) {
        if (units[u].hit.label || units[u].first == units[u].end)
            continue;
        found = true;
        if (add_span(list, unit_label_span(&reading->grid, &units[u]), err) < 0)
            return -1;
    }
    for (size_t u = first; u < end && !found; u++)
        if (add_span(list, unit_label_span(&reading->grid, &units[u]), err) < 0)
            return -1;
    return 0;
}

/* The next run of header units (unknown ones included) that is no block's
 * front: from a header label on, to the next row. */
static int check_repeats(const struct reading *reading, const struct chosen *chosen,
                         struct list *list, struct err *err)
{
    const struct units *units = &reading->units;
    for (size_t u = chosen->header_end; u < units->nitems;) {
        size_t end = u;
        size_t ncolumns = 0;
        while (end < units->nitems && chosen->alignment->slot_of[end] < 0 &&
               units->items[end].nvalues == 0) {
            ncolumns += unit_is(&units->items[end], LABEL_COLUMN);
            end++;
        }
        if (ncolumns > 1 && check_one(reading, chosen, u, end, list, err) < 0)
            return -1;
        u = end + 1;
    }
    return 0;
}

static bool is_met(const struct chosen *chosen)
{
    for (size_t row = 0; row < chosen->form->nrows; row++)
        if (chosen_unit(chosen, row) >= 0)
            return true;
    return false;
}

static int check_lost(const struct reading *reading, const struct chosen *chosen, struct list *list,
                      struct err *err)
{
    for (size_t row = 0; row < chosen->form->nrows; row++) {
        int unit = chosen_unit(chosen, row);
        if (unit >= 0)
            return add_span(list, unit_label_span(&reading->grid, &reading->units.items[unit]),
                            err);
    }
    return 0;
}

/* T4 has no row labels: its header is all labels before the values. */
void header_side_by_side(const struct reading *reading, size_t *first, size_t *end)
{
    *first = 0;
    *end = 0;
    while (*end < reading->units.nitems && reading->units.items[*end].nvalues == 0)
        ++*end;
}

int reading_check_headers(const struct reading *reading, struct table *table, struct err *err)
{
    struct list list = {.arena = reading->arena};
    for (size_t i = 0; i < reading->nblocks; i++) {
        const struct chosen *chosen = &reading->blocks[i];
        size_t first = chosen->header_first;
        size_t end = chosen->header_end;
        bool repeats = chosen->alignment->table->one_printed_row;
        if (repeats)
            header_side_by_side(reading, &first, &end);
        if (!is_met(chosen))
            continue;
        int result = first == end ? check_lost(reading, chosen, &list, err)
                                  : check_one(reading, chosen, first, end, &list, err);
        if (result < 0 ||
            (!repeats && reading->nblocks == 1 && check_repeats(reading, chosen, &list, err) < 0))
            return -1;
    }
    table->bad_headers = list.items;
    table->nbad_headers = list.n;
    return 0;
}
