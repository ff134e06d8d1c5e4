/* A span is [start, end) in bytes of a report's decoded UTF-8 text. */
#ifndef GOUJI_TEXT_SPAN_H
#define GOUJI_TEXT_SPAN_H

#include <stdbool.h>
#include <stdint.h>

struct span {
    uint32_t start;
    uint32_t end;
};

static inline bool span_empty(struct span s)
{
    return s.end <= s.start;
}

static inline bool span_holds(struct span s, uint32_t offset)
{
    return offset >= s.start && offset < s.end;
}

static inline bool span_overlaps(struct span a, struct span b)
{
    return a.start < b.end && b.start < a.end;
}

static inline struct span span_join(struct span a, struct span b)
{
    if (span_empty(a))
        return b;
    if (span_empty(b))
        return a;
    return (struct span){a.start < b.start ? a.start : b.start, a.end > b.end ? a.end : b.end};
}

#endif
