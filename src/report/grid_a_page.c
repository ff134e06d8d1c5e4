#include "grid_a.h"

#include <stdlib.h>
#include <string.h>

/* The number alone in the line that the form feed begins, or 0. */
static long number_behind(const char *feed)
{
    enum { MOST_DIGITS = 3 };
    const char *digits = feed + 1 + strspn(feed + 1, " \t");
    size_t n = strspn(digits, "0123456789");
    const char *rest = digits + n + strspn(digits + n, " \t\r");
    return n > 0 && n <= MOST_DIGITS && (*rest == '\n' || !*rest) ? strtol(digits, NULL, 10) : 0;
}

/* Whether the numbers behind the text's form feeds count its pages, and most have one. */
static bool feeds_count_pages(const char *text, const char *feed)
{
    long number = number_behind(feed);
    size_t ncounted = 0, nbare = 0;
    long step = 0;
    for (const char *at = text; at < feed && (at = memchr(at, '\f', (size_t)(feed - at))); at++)
        step--;
    for (const char *at = text; (at = strchr(at, '\f')); at++, step++) {
        long other = number_behind(at);
        if (other > 0 && other != number + step)
            return false;
        ncounted += other > 0;
        nbare += other == 0;
    }
    return number > 0 && ncounted > nbare;
}

static bool is_alone(const struct grid *grid, size_t i)
{
    return i > 0 && grid->cells[i - 1].line != grid->cells[i].line &&
           (i + 1 == grid->ncells || grid->cells[i + 1].line != grid->cells[i].line);
}

/* How many of the run's figures may be the numbers of pages, which the text counts; the last of
 * them. */
static size_t count_pages(const struct grid *grid, const struct grid_run *run, size_t *last)
{
    size_t n = 0;
    for (size_t i = run->first; i < run->end; i++)
        if (grid->cells[i].may_be_page) {
            *last = i;
            n++;
        }
    return n;
}

/* The figure of the run that is the number of a page, `end` when none is. Where the page begins
 * with it, the one before it may not be the number of the page that ends there. */
static size_t find_page(const struct grid *grid, const struct grid_run *run)
{
    enum { MOST_DIGITS = 3 };
    size_t page;
    if (count_pages(grid, run, &page) == 1)
        return page;
    for (size_t i = run->first; i < run->end; i++) {
        const struct grid_cell *cell = &grid->cells[i];
        if (i == 0 || !is_alone(grid, i) || !grid_may_be_page(cell))
            continue;
        size_t from = cell[-1].span.end;
        bool is_behind = from <= cell->span.start; /* else the label goes on below the figure */
        const char *feed =
            is_behind ? memchr(grid->source + from, '\f', cell->span.start - from) : NULL;
        if (!feed)
            continue;
        bool may_end = i > run->first && grid_may_be_page(&cell[-1]) &&
                       cell[-1].text.nbytes <= MOST_DIGITS && is_alone(grid, i - 1);
        return !may_end && feeds_count_pages(grid->source, feed) ? i : run->end;
    }
    return run->end;
}

bool grid_a_place_without_page(const struct grid *grid, const struct grid_run *run, size_t *at)
{
    size_t page = run->end - run->first == run->width + 1 ? find_page(grid, run) : run->end;
    size_t n = 0;
    if (page == run->end)
        return false;
    for (size_t i = run->first; i < run->end; i++) {
        if (i == page)
            continue;
        bool near = i > run->first && i != page + 1 && grid->cells[i].gap != grid->base_gap;
        if (near || !grid_is_value(&grid->cells[i]))
            return false;
        at[n++] = i;
    }
    return n == run->width;
}

bool grid_a_holds_page(const struct grid *grid, const struct grid_run *run)
{
    size_t page;
    return count_pages(grid, run, &page) > 0;
}
