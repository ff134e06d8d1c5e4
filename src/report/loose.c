/* Figures without a label between a table's rows that no row has: a cell lost them, perhaps, or
 * they are none of its own. Whoever reads the table must know of them. */
#include <string.h>

#include "numeral.h"
#include "rows.h"

struct loose {
    const struct reading *reading;
    const struct row_runs *runs;
    struct table *table;
    size_t capacity;
    struct err *err;
};

/* Beside a row with blanks a number may be one of these; with all cells of both its
 * neighbours filled, it may as well be a page's. */
static bool has_blanks(const struct loose *l, const struct row_run *run)
{
    if (!run || run->placing == GRID_UNPLACED)
        return false;
    bool blank = run->placing != GRID_PLACED;
    for (size_t i = 0; i < run->run.width && !blank; i++)
        blank =
            run->at[i] == GRID_NO_CELL || l->reading->grid.cells[run->at[i]].shape == SHAPE_EMPTY;
    return blank;
}

static bool is_beside_blanks(const struct loose *l, size_t u)
{
    const struct row_run *above = NULL, *below = NULL;
    for (size_t i = 0; i < l->runs->nitems; i++) {
        const struct row_run *run = &l->runs->items[i];
        if (run->unit < (int)u)
            above = !above || run->unit >= above->unit ? run : above;
        else
            below = !below || run->unit < below->unit ? run : below;
    }
    return has_blanks(l, above) || has_blanks(l, below);
}

/* A form feed ends its line, or the one before. */
static bool is_at_page_end(const struct loose *l, struct span span)
{
    const char *text = l->reading->grid.source;
    uint32_t at = span.start;
    while (at > 0 && strchr(" \t\r\n", text[at - 1]))
        at--;
    return (at > 0 && text[at - 1] == '\f') ||
           text[span.end + strspn(text + span.end, " \t\r\n")] == '\f';
}

/* Few reports have a thousand pages; four digits may be a year. */
static bool is_page_or_year(struct slice number)
{
    enum { MOST_PAGE_NBYTES = 3, YEAR_NBYTES = 4 };
    if (number.ptr[0] == '0')
        return false;
    return number.nbytes <= MOST_PAGE_NBYTES ||
           (number.nbytes == YEAR_NBYTES && memcmp(number.ptr, "20", 2) == 0);
}

/* In a field of a row, it stands where cells do; a page's stands alone. */
static bool is_alone(const struct loose *l, struct span span)
{
    const struct pieces *pieces = l->reading->pieces;
    const struct piece_line *line = &pieces->lines[report_line_at(pieces->report, span.start)];
    return line->nfilled == 1 && (line->by_blanks || line->npieces == 1);
}

/* 续: what goes on from another page. */
static bool is_continuation(struct slice text)
{
    while (text.nbytes > 0 && strchr("(:", text.ptr[0]))
        text = slice_make(text.ptr + 1, text.nbytes - 1);
    return slice_has_prefix(text, slice_of("续")) && text.nbytes <= 4 * strlen("续");
}

/* Whether its figures have no label, or something that is none. */
static bool is_unlabelled(const struct loose *l, const struct unit *unit)
{
    const struct grid *grid = &l->reading->grid;
    if (unit->hit.label && !unit_is_header(unit))
        return false;
    bool bare = unit->first == unit->end || unit->text.nbytes == 0 || unit_is_header(unit);
    bool odd = !bare && figures_are_odd(unit->text);
    bool number = odd;
    for (size_t i = unit->vfirst; i < unit->vend && !number; i++)
        number = grid->cells[i].shape == SHAPE_NUMBER;
    return number && (bare || odd || is_continuation(unit->text));
}

bool rows_are_column_numbers(const struct reading *reading, size_t u)
{
    const struct unit *unit = unit_at(reading, (int)u);
    const struct grid *grid = &reading->grid;
    int n = 0;
    if (u == 0 || !unit_is_header(unit - 1))
        return false;
    for (size_t i = unit->vfirst; i < unit->vend; i++) {
        if (grid->cells[i].shape != SHAPE_EMPTY && numeral_small(grid->cells[i].text) != ++n)
            return false;
    }
    return n > 1;
}

/* The first of the table's unclaimed numbers that does not stand before the place. */
static size_t first_from(const struct table *table, uint32_t place)
{
    size_t first = 0, end = table->nunclaimed;
    while (first < end) {
        size_t middle = first + (end - first) / 2;
        if (table->unclaimed[middle].start < place)
            first = middle + 1;
        else
            end = middle;
    }
    return first;
}

static int add_numbers(struct loose *l, const struct span *numbers, size_t n)
{
    struct table *table = l->table;
    for (size_t i = 0; i < n; i++) {
        struct span *slot =
            arena_push(l->reading->arena, &table->loose, &l->capacity, table->nloose, sizeof *slot);
        if (!slot)
            return err_set_nomem(l->err);
        *slot = numbers[i];
        table->nloose++;
    }
    return 0;
}

/* A line's only number, or 0. */
static int lone_number(const struct pieces *pieces, size_t line)
{
    if (pieces->lines[line].nfilled != 1 || !line_has_values(&pieces->lines[line]))
        return 0;
    const struct piece *only = line_only_text(pieces, &pieces->lines[line]);
    int number = only && only->shape == SHAPE_NUMBER ? numeral_small(piece_text(only)) : 0;
    return number > 0 ? number : 0;
}

/* Whether the page before or behind has its number, too. */
static bool counts_pages(const struct pieces *pieces, size_t line)
{
    int number = lone_number(pieces, line);
    for (size_t i = 0; i < pieces->report->nlines; i++) {
        int other = i != line ? lone_number(pieces, i) : 0;
        if (other > 0 && other == (i < line ? number - 1 : number + 1))
            return true;
    }
    return false;
}

/* 行政许可 9 / 6: where blanks part cells, the rest of a row's last figure in the next line; or
 * where tabs do, of one so long that a narrow column may break it. */
static bool may_go_on(const struct loose *l, size_t u)
{
    enum { LEAST_BROKEN_NBYTES = 2 };
    const struct grid *grid = &l->reading->grid;
    size_t least = grid->reader == &grid_s ? 1 : LEAST_BROKEN_NBYTES;
    if ((grid->reader != &grid_s && grid->reader != &grid_c) || u == 0 || !l->runs->used[u - 1])
        return false;
    const struct unit *above = unit_at(l->reading, (int)u - 1);
    const struct grid_cell *last =
        above->vend > above->vfirst ? &grid->cells[above->vend - 1] : NULL;
    uint32_t line = unit_at(l->reading, (int)u)->line;
    return last && last->shape == SHAPE_NUMBER && last->text.nbytes >= least &&
           last->line + 1 == line && !counts_pages(l->reading->pieces, line);
}

/* Whether it counts the table's first row, whose label stands behind it, as others do the rows
 * below. */
static bool is_first_index(const struct loose *l, size_t u, struct span span)
{
    struct slice number = report_slice(l->reading->pieces->report, span);
    return l->reading->grid.first_index > 0 && l->runs->nitems > 0 &&
           (int)u + 1 == l->runs->items[0].unit &&
           numeral_small(number) == l->reading->grid.first_index;
}

static int see_unit(struct loose *l, size_t u)
{
    const struct unit *unit = unit_at(l->reading, (int)u);
    if (l->runs->used[u] || !is_unlabelled(l, unit) || rows_are_column_numbers(l->reading, u))
        return 0;
    struct span span = unit_span(&l->reading->grid, unit);
    size_t first = first_from(l->table, span.start);
    size_t n = first_from(l->table, span.end) - first;
    if (n == 0)
        return 0;
    const struct span *numbers = &l->table->unclaimed[first];
    if (n == 1 && is_first_index(l, u, *numbers))
        return 0;
    bool may_be_page = n == 1 &&
                       is_page_or_year(report_slice(l->reading->pieces->report, *numbers)) &&
                       is_alone(l, *numbers);
    if (may_be_page &&
        (is_at_page_end(l, *numbers) || !(is_beside_blanks(l, u) || may_go_on(l, u))))
        return 0;
    return add_numbers(l, numbers, n);
}

int reading_find_loose(const struct reading *reading, const struct row_runs *runs,
                       struct table *table, struct err *err)
{
    struct loose l = {reading, runs, table, 0, err};
    for (size_t u = 0; u < reading->units.nitems && table->nunclaimed > 0; u++)
        if (see_unit(&l, u) < 0)
            return -1;
    return 0;
}
