/* Numbers printed among a table's lines that none of its cells has: of rows whose columns are
 * not known, of rows that the form does not know, beside labels, in footnotes. */
#include "gouji/base/ascii.h"
#include "rows.h"

#include <stdlib.h>
#include <string.h>

struct leftover {
    const struct reading *reading;
    struct table *table;
    bool *is_taken; /* per cell of the grid */
    bool *is_owned; /* per byte of the table: other cells', or added; NULL before it is needed */
    size_t capacity;
    struct err *err;
};

static int add(struct leftover *l, struct span span)
{
    struct span *slot = arena_push(l->reading->arena, &l->table->unclaimed, &l->capacity,
                                   l->table->nunclaimed, sizeof *slot);
    if (!slot)
        return err_set_nomem(l->err);
    *slot = span;
    l->table->nunclaimed++;
    return 0;
}

/* What a cell of the table has, and what are words of the form. */
static void take_cells(struct leftover *l, const struct row_runs *runs)
{
    for (size_t i = 0; i < runs->nitems; i++) {
        const struct row_run *run = &runs->items[i];
        for (size_t k = 0; k < run->run.width && run->placing == GRID_PLACED; k++)
            if (run->at[k] != GRID_NO_CELL)
                l->is_taken[run->at[k]] = true;
    }
    for (size_t u = 0; u < l->reading->units.nitems; u++) {
        const struct unit *unit = unit_at(l->reading, (int)u);
        bool known = unit->hit.label != NULL;
        for (size_t b = 0; b < l->reading->nblocks && !known; b++)
            known = l->reading->blocks[b].alignment->slot_of[u] >= 0;
        for (size_t i = unit->first; i < unit->end; i++)
            l->is_taken[i] = l->is_taken[i] || known;
    }
}

/* A cell made of pieces on several lines spans its neighbours' figures, too. */
static bool is_joined(const struct grid_cell *cell)
{
    return cell->piece == NULL;
}

static void own(const struct leftover *l, struct span span)
{
    for (uint32_t at = span.start; at < span.end; at++)
        l->is_owned[at - l->table->span.start] = true;
}

/* What stands in a cell of its own is no part of one around it. */
static int own_cells(struct leftover *l)
{
    const struct span *span = &l->table->span;
    l->is_owned = arena_array(l->reading->scratch, span->end - span->start, sizeof *l->is_owned);
    if (!l->is_owned)
        return err_set_nomem(l->err);
    for (size_t i = 0; i < l->reading->grid.ncells; i++) {
        const struct grid_cell *cell = &l->reading->grid.cells[i];
        if (!is_joined(cell) || (l->is_taken[i] && grid_is_value(cell)))
            own(l, cell->span);
    }
    return 0;
}

static int add_joined(struct leftover *l, struct span span)
{
    if (!l->is_owned && own_cells(l) < 0)
        return -1;
    if (l->is_owned[span.start - l->table->span.start])
        return 0;
    own(l, span);
    return add(l, span);
}

static bool starts_with_one(struct slice text, const char *const words[], size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (slice_has_prefix(text, slice_of(words[i])))
            return true;
    return false;
}

/* Whether the digits [at, end) of the text only name something: 1. at its front, 2021年,
 * 第20条, 5.属于 as a piece of a label. */
static bool is_name(struct slice text, size_t at, size_t end)
{
    static const char *const units[] = {"年", "月", "日", "号"};
    static const char *const marks[] = {"、", ".", ")", "）"};
    struct slice rest = slice_make(text.ptr + end, text.nbytes - end);
    bool front = true;
    for (size_t i = 0; i < at; i++)
        front = front && (unsigned char)text.ptr[i] < 0x80 && text.ptr[i] != ' ';
    if (at >= 3 && memcmp(text.ptr + at - 3, "第", 3) == 0)
        return true;
    if (starts_with_one(rest, units, sizeof units / sizeof *units) ||
        (front && starts_with_one(rest, marks, sizeof marks / sizeof *marks)))
        return true;
    return at >= 3 && memcmp(text.ptr + at - 3, "注", 3) == 0;
}

static int add_digits(struct leftover *l, const struct grid_cell *cell)
{
    const char *source = l->reading->grid.source + cell->span.start;
    struct slice text = slice_make(source, cell->span.end - cell->span.start);
    for (size_t at = 0, end; at < text.nbytes; at = end + 1) {
        end = at;
        while (end < text.nbytes && ascii_is_digit(text.ptr[end]))
            end++;
        size_t whole = end;
        while (end > at && end + 1 < text.nbytes && strchr(".,", text.ptr[end]) &&
               ascii_is_digit(text.ptr[end + 1]))
            for (end++; end < text.nbytes && ascii_is_digit(text.ptr[end]);)
                end++;
        struct span span = {cell->span.start + (uint32_t)at, cell->span.start + (uint32_t)end};
        if (end > at && !is_name(text, at, whole) &&
            (is_joined(cell) ? add_joined(l, span) : add(l, span)) < 0)
            return -1;
    }
    return 0;
}

static int compare_spans(const void *a, const void *b)
{
    uint32_t one = ((const struct span *)a)->start, other = ((const struct span *)b)->start;
    return (one > other) - (one < other);
}

/* Cells that go on below each other stand in another order than the text. */
static void sort_unclaimed(struct table *table)
{
    bool sorted = true;
    for (size_t i = 1; i < table->nunclaimed && sorted; i++)
        sorted = table->unclaimed[i - 1].start < table->unclaimed[i].start;
    if (!sorted)
        qsort(table->unclaimed, table->nunclaimed, sizeof *table->unclaimed, compare_spans);
}

int reading_leave_over(const struct reading *reading, const struct row_runs *runs,
                       struct table *table, struct err *err)
{
    struct leftover l = {.reading = reading, .table = table, .err = err};
    l.is_taken = arena_array(reading->scratch, reading->grid.ncells, sizeof *l.is_taken);
    if (!l.is_taken)
        return err_set_nomem(err);
    take_cells(&l, runs);
    for (size_t i = 0; i < reading->grid.ncells; i++) {
        const struct grid_cell *cell = &reading->grid.cells[i];
        bool is_empty = cell->shape == SHAPE_EMPTY && !cell->is_beside;
        if (l.is_taken[i] || is_empty || cell->shape == SHAPE_MARK)
            continue;
        if (add_digits(&l, cell) < 0)
            return -1;
    }
    sort_unclaimed(table);
    return 0;
}
