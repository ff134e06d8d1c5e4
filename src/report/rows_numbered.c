/* The bare numbers of pages in text of a cell a line: where form feeds stand behind some of them,
 * these count on, and those of the pages between have their place, a row with one among its figures
 * has a blank cell that does not show. */
#include "numeral.h"
#include "pagination.h"
#include "rows.h"

enum { MOST_PAGES = 64, LEAST_PAGES = 2 };

/* The numbers right before form feeds, and their lines, behind one before the text. */
struct feet {
    int numbers[MOST_PAGES + 1];
    size_t lines[MOST_PAGES + 1];
    size_t n;
    int last; /* that may stand behind the last of them */
};

/* The number alone on the line, be it taken for a page's or not; 0. */
static int number_on(const struct pieces *pieces, size_t index)
{
    const struct piece_line *line = &pieces->lines[index];
    const struct piece *piece = &pieces->items[line->first];
    bool may = line->npieces == 1 && piece->shape == SHAPE_NUMBER;
    int number = may ? numeral_small(piece_text(piece)) : 0;
    return number > 0 ? number : 0;
}

/* Whether each number between the two stands in a line between theirs, each behind the one before.
 */
static bool has_between(const struct pieces *pieces, const struct feet *feet, size_t foot)
{
    int next = feet->numbers[foot - 1] + 1;
    for (size_t i = feet->lines[foot - 1] + 1; i < feet->lines[foot]; i++)
        next += next < feet->numbers[foot] && number_on(pieces, i) == next;
    return next == feet->numbers[foot];
}

/* Adds the foot of the page that ends in the line; false: it has no number that counts on. */
static bool add_foot(const struct pieces *pieces, size_t line, struct feet *feet)
{
    while (line > 0 && pieces->lines[line - 1].is_blank)
        line--;
    int number = line > 0 ? number_on(pieces, line - 1) : 0;
    if (feet->n == MOST_PAGES || number <= feet->numbers[feet->n])
        return false;
    feet->numbers[++feet->n] = number;
    feet->lines[feet->n] = line - 1;
    return feet->n == 1 || has_between(pieces, feet, feet->n);
}

/* False: form feeds do not stand behind the numbers of pages. */
static bool find_feet(const struct pieces *pieces, struct feet *feet)
{
    const struct report *report = pieces->report;
    size_t nlines = report->nlines;
    *feet = (struct feet){.n = 0};
    for (size_t i = 1; i < nlines; i++) {
        bool begins_page = report->text[pieces->lines[i].span.start] == '\f';
        if (begins_page && !add_foot(pieces, i, feet))
            return false;
    }
    feet->last = feet->numbers[feet->n] + 1;
    for (size_t i = feet->lines[feet->n] + 1; i < nlines && feet->n > 0; i++)
        feet->last += number_on(pieces, i) == feet->last;
    return feet->n > 0;
}

/* Whether the number may be that of a page: one before a form feed, or between two such. */
static bool may_be_page(const struct feet *feet, const struct grid_cell *cell)
{
    int number = grid_small_number(cell);
    size_t i = feet->n;
    while (i > 0 && feet->lines[i] > cell->line)
        i--;
    if (i > 0 && feet->lines[i] == cell->line)
        return true;
    int next = i < feet->n ? feet->numbers[i + 1] : feet->last;
    return number > feet->numbers[i] && number < next;
}

/* Whether the row may have a blank cell: line breaks show one in it or right behind it, or, where
 * the numbers of several pages are known, no such cell need show. */
static bool may_have_blank(const struct grid *grid, const struct grid_run *run, bool counts)
{
    if (counts && (!grid->blanks_show || grid_count(grid, run) != run->width))
        return true;
    for (size_t i = run->first; grid->blanks_show && i <= run->end; i++)
        if (i == grid->ncells || grid->cells[i].gap > grid->base_gap)
            return true;
    return false;
}

void rows_doubt_numbered(const struct reading *reading, struct row_runs *runs)
{
    const struct grid *grid = &reading->grid;
    struct feet feet;
    if (grid->reader != &grid_a1 || !reading->pieces->has_feeds ||
        !find_feet(reading->pieces, &feet))
        return;
    for (size_t i = 0; i < runs->nitems; i++) {
        struct row_run *run = &runs->items[i];
        bool may = false;
        for (size_t k = run->run.first; k < run->run.end && !may; k++)
            may = may_be_page(&feet, &grid->cells[k]);
        if (may && run->placing == GRID_PLACED &&
            may_have_blank(grid, &run->run, feet.n >= LEAST_PAGES))
            run->placing = GRID_UNPLACED;
    }
}
