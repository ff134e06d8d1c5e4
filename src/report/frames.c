#include "frames.h"

#include <string.h>

#include "grid_bar.h"

enum { LEAST_SCORE = 4, LEAST_LABELS = 3, MOST_LABELS = 128 };

static bool is_framed(const struct pieces *pieces, size_t index)
{
    const struct piece_line *line = &pieces->lines[index];
    return line->is_barred || line->is_rule;
}

/* The line behind the frame that starts at `first`, which is `first` for none: a rule
 * begins it, a rule ends it, and bars stand in every line between. */
static size_t end_of_frame(const struct pieces *pieces, size_t first)
{
    size_t end = first;
    if (!pieces->lines[first].is_rule)
        return first;
    for (size_t i = first; i < pieces->report->nlines && is_framed(pieces, i); i++)
        if (pieces->lines[i].is_rule)
            end = i + 1;
    return end > first + 2 ? end : first;
}

static bool meets(const struct region *region, size_t first, size_t end)
{
    return first < region->end && region->first < end;
}

static bool is_free(const struct regions *regions, size_t first, size_t end)
{
    for (size_t i = 0; i < regions->nitems; i++)
        if (meets(&regions->items[i], first, end))
            return false;
    return true;
}

/* The regions that were found inside the frame, where all are of one table and leave out many of
 * its lines: labels of a character or two a line are known only when their cells are read. */
struct inside {
    size_t first, n;
    unsigned score;
};

static bool find_inside(const struct regions *regions, size_t first, size_t end,
                        struct inside *inside)
{
    enum { LEAST_LEFT_OUT = 8 };
    size_t nlines = end - first;
    *inside = (struct inside){0};
    for (size_t i = 0; i < regions->nitems; i++) {
        const struct region *region = &regions->items[i];
        if (!meets(region, first, end))
            continue;
        inside->first = inside->n > 0 ? inside->first : i;
        if (region->first < first || region->end > end ||
            region->table != regions->items[inside->first].table)
            return false;
        inside->n++;
        inside->score += region->score;
        nlines -= region->end - region->first;
    }
    return inside->n > 0 && nlines >= LEAST_LEFT_OUT;
}

/* The weights of the distinct labels that the cells are, 0 when they are too few. */
static unsigned score(const struct grid *grid)
{
    const struct label *met[MOST_LABELS];
    size_t n = 0;
    unsigned sum = 0;
    for (size_t i = 0; i < grid->ncells && n < MOST_LABELS; i++) {
        const struct label *label = label_in_table(grid->cells[i].hit.label, grid->table);
        size_t k = 0;
        while (k < n && met[k] != label)
            k++;
        if (!label || k < n)
            continue;
        met[n++] = label;
        sum += label->weight;
    }
    return n >= LEAST_LABELS ? sum : 0;
}

static int read_frame(const struct pieces *pieces, enum table_id table, size_t first, size_t end,
                      unsigned *out)
{
    struct bar_look bars = bar_look_at(pieces, first, end);
    struct grid grid = {.reader = &grid_box,
                        .bars = &bars,
                        .table = table,
                        .arena = pieces->arena,
                        .source = pieces->report->text,
                        .base_gap = 2};
    if ((bars.has_drawn && box_find_frame(pieces, table, first, end, &grid.frame) < 0) ||
        grid_box.read(pieces, first, end, &grid) < 0)
        return -1;
    *out = score(&grid);
    return 0;
}

static int insert(const struct pieces *pieces, struct regions *regions, struct region region)
{
    if (!arena_push(pieces->arena, &regions->items, &regions->capacity, regions->nitems,
                    sizeof *regions->items))
        return -1;
    size_t at = regions->nitems++;
    for (; at > 0 && regions->items[at - 1].first > region.first; at--)
        regions->items[at] = regions->items[at - 1];
    regions->items[at] = region;
    return 0;
}

/* What the frame is read as; its score is 0 where it is no table. */
static int weigh_frame(const struct pieces *pieces, size_t first, size_t end, struct region *best)
{
    *best = (struct region){.first = first, .end = end};
    for (int table = 0; table < TABLE_COUNT; table++) {
        unsigned found = 0;
        if (read_frame(pieces, (enum table_id)table, first, end, &found) < 0)
            return -1;
        if (found > best->score) {
            best->table = (enum table_id)table;
            best->score = found;
        }
    }
    return 0;
}

static int add_frame(const struct pieces *pieces, struct regions *regions, size_t first, size_t end)
{
    struct region best;
    if (weigh_frame(pieces, first, end, &best) < 0)
        return -1;
    return best.score >= LEAST_SCORE ? insert(pieces, regions, best) : 0;
}

/* The whole frame takes the place of those that were found in it, where it says more. */
static int widen(const struct pieces *pieces, struct regions *regions, size_t first, size_t end)
{
    struct inside inside;
    struct region best;
    if (!find_inside(regions, first, end, &inside))
        return 0;
    if (weigh_frame(pieces, first, end, &best) < 0)
        return -1;
    struct region *items = regions->items + inside.first;
    if (best.table != items->table || best.score <= inside.score)
        return 0;
    *items = best;
    size_t behind = inside.first + inside.n;
    memmove(items + 1, regions->items + behind, (regions->nitems - behind) * sizeof *items);
    regions->nitems -= inside.n - 1;
    return 0;
}

int frames_add(const struct pieces *pieces, struct regions *regions, struct err *err)
{
    for (size_t i = 0, end; i<pieces->report->nlines; i = end> i ? end : i + 1) {
        end = pieces->has_bars ? end_of_frame(pieces, i) : i;
        if (end == i)
            continue;
        bool may_be_new = is_free(regions, i, end) && regions->nitems < REPORT_MAX_TABLES;
        if ((may_be_new ? add_frame(pieces, regions, i, end) : widen(pieces, regions, i, end)) < 0)
            return err_set_nomem(err);
    }
    return 0;
}
