/* Parts of what is folded, and the source they came from. */
#include "gouji/text/fold.h"

#include <string.h>

/* The first folded byte at or behind `low` whose source does not start before the offset. */
static size_t first_from(const struct fold *fold, size_t low, uint32_t offset)
{
    enum { NEAR = 4 };
    size_t high = fold->nbytes;
    for (size_t n = 0; n < NEAR && low < high && fold_start(fold, low) < offset; n++)
        low++; /* mostly past a separator */
    if (low == high || fold_start(fold, low) >= offset)
        return low;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (fold_start(fold, middle) < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The end of the folded bytes of a span that begins at `first`: mostly there are as many
 * of them as it has bytes. */
static size_t end_of(const struct fold *fold, size_t first, struct span span)
{
    size_t end = first + (span.end - span.start);
    bool is_there = end > first && end < fold->nbytes && fold_start(fold, end) >= span.end &&
                    fold_start(fold, end - 1) < span.end;
    return is_there ? end : first_from(fold, first, span.end);
}

bool fold_cut(const struct fold *fold, struct span span, struct fold *out)
{
    size_t first = 0, end = fold->nbytes;
    if (end == 0 || fold_start(fold, 0) != span.start || fold_end(fold, end - 1) != span.end) {
        first = first_from(fold, 0, span.start);
        end = end_of(fold, first, span);
    }
    *out = fold_part(fold, first, end);
    return first < end && fold_start(fold, first) == span.start &&
           fold_end(fold, end - 1) == span.end &&
           (first == 0 || fold_end(fold, first - 1) <= span.start);
}

struct span fold_span(const struct fold *fold, size_t start, size_t end)
{
    if (end > fold->nbytes)
        end = fold->nbytes;
    if (start < end)
        return (struct span){fold_start(fold, start), fold_end(fold, end - 1)};
    uint32_t at = 0;
    if (start < fold->nbytes)
        at = fold_start(fold, start);
    else if (fold->nbytes)
        at = fold_end(fold, fold->nbytes - 1);
    return (struct span){at, at};
}

enum fold_match fold_match(struct slice text, struct slice part)
{
    struct arena *arena = arena_new();
    struct fold hay, needle;
    const char *found = NULL;
    enum fold_match match = FOLD_APART;
    if (!arena || fold_text(arena, text, 0, FOLD_SEARCH, &hay) < 0 ||
        fold_text(arena, part, 0, FOLD_SEARCH, &needle) < 0)
        match = FOLD_NO_MEMORY;
    else if (needle.nbytes > 0)
        found = strstr(hay.text, needle.text);
    if (found)
        match = found != hay.text ? FOLD_HOLDS : hay.nbytes > needle.nbytes ? FOLD_BEGINS : FOLD_IS;
    arena_free(arena);
    return match;
}
