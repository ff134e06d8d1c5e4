/* What one unit tells of itself. */
#include "align.h"
#include "units.h"

int unit_make_key(struct arena *arena, struct unit *unit)
{
    if (unit->hit.label || unit->text.nbytes == 0)
        return 0;
    unit->key = labels_make_key(arena, unit->text);
    unit->mark = align_mark(unit->key);
    return unit->key.ptr ? 0 : -1;
}

struct span unit_label_span(const struct grid *grid, const struct unit *unit)
{
    struct span span = {0, 0};
    for (size_t i = unit->first; i < unit->end; i++)
        span = span_join(span, grid->cells[i].span);
    if (!span_empty(unit->prefix) && unit->prefix.end < span.end)
        span.start = unit->prefix.end;
    return span;
}

struct span unit_span(const struct grid *grid, const struct unit *unit)
{
    struct span span = {0, 0};
    size_t first = unit->first < unit->end ? unit->first : unit->vfirst;
    for (size_t i = first; i < unit->vend; i++)
        span = span_join(span, grid->cells[i].span);
    for (size_t i = unit->first; i < unit->end; i++)
        span = span_join(span, grid->cells[i].span);
    return span;
}
