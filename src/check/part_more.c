#include "part_more.h"

#include <limits.h>

#include "part_marks.h"

unsigned part_families(const struct part_words *words, unsigned families, struct slice name)
{
    struct pattern_list list = words->family;
    struct match match;
    for (size_t i = 0; i < list.n && i < sizeof families * CHAR_BIT; i++)
        if (!pattern_find(&list.items[i], name, 0, &match))
            families &= ~(1U << i);
    return list.n > 0 ? families & ((1U << list.n) - 1) : 0;
}

bool part_is_elsewhere(const struct part_words *words, const struct part_list *list,
                       unsigned families, struct slice name)
{
    return list->n >= 2 && list->is_family && memchr(name.ptr, ';', name.nbytes) &&
           part_families(words, families, name) == 0;
}

void part_more_collect(const struct prose_walk *walk, const struct part_words *words, size_t from,
                       size_t end, unsigned families, struct part_list *list)
{
    int depth = 0;
    size_t figure, last = from;
    for (size_t at = marks_next(walk, from, &figure);
         at != PATTERN_NONE && at < end && list->n + list->nmore < PARTS_MOST;
         at = marks_next(walk, at + 1, &figure)) {
        struct slice gap = marks_between(walk, last, at);
        last = at + PROSE_MARK_NBYTES;
        depth += marks_bracket_balance(gap);
        if (depth > 0 || marks_is_share(walk, figure))
            continue;
        if (depth < 0 || patterns_hold(words->stop, gap) || patterns_hold(words->inner, gap) ||
            !marks_same_unit(walk, figure, list->whole))
            break;
        families = part_families(words, families, gap);
        list->parts[list->n + list->nmore++] = figure;
    }
    if (list->is_family && list->n >= 2 && families != 0) {
        list->n += list->nmore;
        list->nmore = 0;
    }
}
