/* Text that was taken from pages by their boxes and not by their rows, with a blank line behind
 * each box and a form feed behind each page: the label of a group stands among the rows of another
 * one. The figures of a row need not stand in their columns' order then, either. */
#include "reading.h"

/* The group of the row whose label is the next one before or behind the unit `u`; -1. */
static int group_beside(const struct alignment *a, size_t nunits, size_t u, bool below)
{
    const size_t step = below ? 1 : SIZE_MAX; /* one back */
    for (size_t k = u + step; k < nunits; k += step)
        if (a->slot_of[k] >= 0 && !alignment_row(a, (size_t)a->slot_of[k])->is_group)
            return alignment_row(a, (size_t)a->slot_of[k])->parent;
    return -1;
}

bool reading_is_strewn(const struct reading *reading)
{
    const struct grid *grid = &reading->grid;
    bool by_boxes = grid->reader == &grid_a1 && grid->base_gap > 1 && reading->pieces->has_feeds;
    if (!by_boxes || reading->table != TABLE_T3 || reading->nblocks != 1)
        return false;
    const struct alignment *a = reading->blocks[0].alignment;
    for (size_t s = 0; s < a->nslots; s++) {
        if (!alignment_row(a, s)->is_group || a->unit_of[s] < 0)
            continue;
        size_t u = (size_t)a->unit_of[s];
        int above = group_beside(a, reading->units.nitems, u, false);
        int below = group_beside(a, reading->units.nitems, u, true);
        if (above >= 0 && above == below && above != (int)a->slots[s].row)
            return true;
    }
    return false;
}
