#include "part_marks.h"

const struct figure *marks_figure(const struct prose_walk *walk, size_t figure)
{
    return &walk->run->report->figures[figure];
}

bool marks_same_unit(const struct prose_walk *walk, size_t a, size_t b)
{
    return strcmp(marks_figure(walk, a)->unit, marks_figure(walk, b)->unit) == 0;
}

bool marks_is_share(const struct prose_walk *walk, size_t figure)
{
    const char *unit = marks_figure(walk, figure)->unit;
    return strcmp(unit, "%") == 0 || strcmp(unit, "‰") == 0;
}

struct slice marks_between(const struct prose_walk *walk, size_t from, size_t to)
{
    return slice_make(walk->now->text.ptr + from, to > from ? to - from : 0);
}

size_t marks_next(const struct prose_walk *walk, size_t from, size_t *figure)
{
    struct slice text = walk->now->text;
    const char *at = text.ptr + from, *end = text.ptr + text.nbytes;
    for (; at < end && (at = memchr(at, (unsigned char)PROSE_MARK[0], (size_t)(end - at))); at++) {
        *figure = prose_figure_at(walk, (size_t)(at - text.ptr));
        if (*figure != PATTERN_NONE)
            return (size_t)(at - text.ptr);
    }
    return PATTERN_NONE;
}

int marks_bracket_balance(struct slice text)
{
    int depth = 0;
    for (size_t i = 0; i < text.nbytes; i++)
        depth += text.ptr[i] == '(' ? 1 : text.ptr[i] == ')' ? -1 : 0;
    return depth;
}

bool marks_end_item(const struct prose_walk *walk, size_t at, size_t figure)
{
    static const char *const stops[] = {"、", ",", ";", "(", ")", "。"};
    size_t end = at + PROSE_MARK_NBYTES + strlen(marks_figure(walk, figure)->unit);
    struct slice rest = marks_between(walk, end, walk->now->text.nbytes);
    bool ends = rest.nbytes == 0;
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
        ends |= slice_has_prefix(rest, slice_of(stops[i]));
    return ends;
}

size_t marks_figure_ending(const struct prose_walk *walk, size_t to, size_t *mark)
{
    struct slice text = walk->now->text;
    const char *at = text.ptr + to;
    size_t figure = PATTERN_NONE;
    while (figure == PATTERN_NONE &&
           (at = memrchr(text.ptr, (unsigned char)PROSE_MARK[0], (size_t)(at - text.ptr))))
        figure = prose_figure_at(walk, *mark = (size_t)(at - text.ptr));
    bool ends = figure != PATTERN_NONE &&
                *mark + PROSE_MARK_NBYTES + strlen(marks_figure(walk, figure)->unit) == to;
    return ends ? figure : PATTERN_NONE;
}
