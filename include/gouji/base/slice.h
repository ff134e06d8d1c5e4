/* A borrowed run of bytes, not NUL-terminated unless said. */
#ifndef GOUJI_BASE_SLICE_H
#define GOUJI_BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct slice {
    const char *ptr;
    size_t nbytes;
};

static inline struct slice slice_of(const char *text)
{
    return (struct slice){text, text ? strlen(text) : 0};
}

static inline struct slice slice_make(const char *ptr, size_t nbytes)
{
    return (struct slice){ptr, nbytes};
}

static inline bool slice_equal(struct slice a, struct slice b)
{
    return a.nbytes == b.nbytes && (a.nbytes == 0 || memcmp(a.ptr, b.ptr, a.nbytes) == 0);
}

static inline bool slice_is(struct slice a, const char *text)
{
    return slice_equal(a, slice_of(text));
}

static inline bool slice_has_prefix(struct slice a, struct slice prefix)
{
    return a.nbytes >= prefix.nbytes && memcmp(a.ptr, prefix.ptr, prefix.nbytes) == 0;
}

static inline bool slice_ends_with(struct slice a, const char *tail)
{
    size_t n = strlen(tail);
    return a.nbytes >= n && memcmp(a.ptr + a.nbytes - n, tail, n) == 0;
}

/* How many spaces the text begins with: rows set out in columns have many in a row. */
static inline size_t slice_spaces(struct slice text)
{
    enum { STEP = 8 };
    size_t n = 0;
    while (text.nbytes - n >= STEP && memcmp(text.ptr + n, "        ", STEP) == 0)
        n += STEP;
    while (n < text.nbytes && text.ptr[n] == ' ')
        n++;
    return n;
}

/* First place of needle in hay, or NULL. An empty needle is nowhere. Words are looked
 * for by the third byte, in which Chinese characters differ most, shorter ones by their
 * last: memmem first makes a table for each search, which pays for long needles only. */
static inline const char *slice_find(struct slice hay, struct slice needle)
{
    enum { KEY = 2, LONG_NBYTES = 48 };
    if (needle.nbytes == 0 || hay.nbytes < needle.nbytes)
        return NULL;
    if (needle.nbytes > LONG_NBYTES)
        return memmem(hay.ptr, hay.nbytes, needle.ptr, needle.nbytes);
    size_t key = needle.nbytes > KEY ? KEY : needle.nbytes - 1;
    const char *at = hay.ptr + key, *end = hay.ptr + hay.nbytes - needle.nbytes + key + 1;
    while (at < end && (at = memchr(at, needle.ptr[key], (size_t)(end - at)))) {
        bool may_be = key == 0 || at[-1] == needle.ptr[key - 1];
        if (may_be && memcmp(at - key, needle.ptr, needle.nbytes) == 0)
            return at - key;
        at++;
    }
    return NULL;
}

static inline bool slice_contains(struct slice hay, const char *needle)
{
    return slice_find(hay, slice_of(needle)) != NULL;
}

#endif
