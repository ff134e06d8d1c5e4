/* A growing string of bytes, always NUL-terminated. A failed allocation makes
 * it `failed`; later appends do nothing, so a construction checks once.
 *
 *     struct str s = STR_INIT;
 *     str_format(&s, "%d", 3);
 *     if (s.failed) ...
 *     str_release(&s);
 */
#ifndef GOUJI_BASE_STR_H
#define GOUJI_BASE_STR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "gouji/base/slice.h"

struct str {
    char *data; /* never NULL to read through str_text() */
    size_t nbytes;
    size_t capacity;
    bool failed;
};

#define STR_INIT                                                                                   \
    {                                                                                              \
        NULL, 0, 0, false                                                                          \
    }

void str_release(struct str *s);
void str_clear(struct str *s);
void str_append(struct str *s, struct slice bytes);

/* Room for so many more bytes: the caller writes there and then says how many it took.
 * NULL: no memory. */
char *str_more_room(struct str *s, size_t nbytes);
static inline char *str_room(struct str *s, size_t nbytes)
{
    bool fits = !s->failed && s->capacity - s->nbytes > nbytes;
    return fits ? s->data + s->nbytes : str_more_room(s, nbytes);
}
static inline void str_took(struct str *s, size_t nbytes)
{
    s->nbytes += nbytes;
    s->data[s->nbytes] = '\0';
}

/* Here, so that of literal texts compilers count the bytes and copy them in a few moves. */
static inline void str_add(struct str *s, const char *text)
{
    struct slice bytes = slice_of(text);
    char *room = bytes.nbytes ? str_room(s, bytes.nbytes) : NULL;
    if (!room)
        return;
    memcpy(room, bytes.ptr, bytes.nbytes);
    str_took(s, bytes.nbytes);
}
static inline void str_byte(struct str *s, char byte)
{
    char *room = str_room(s, 1);
    if (!room)
        return;
    *room = byte;
    str_took(s, 1);
}

/* One code point as UTF-8; surrogates and values over 10FFFF become U+FFFD. */
void str_code_point(struct str *s, unsigned int code_point);
void str_format(struct str *s, const char *format, ...) __attribute__((format(printf, 2, 3)));
void str_format_v(struct str *s, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));
/* Inserts or removes bytes; at and nbytes must lie inside. */
void str_insert(struct str *s, size_t at, struct slice bytes);
void str_remove(struct str *s, size_t at, size_t nbytes);

/* "" when nothing was ever appended. Borrowed until the next change. */
const char *str_text(const struct str *s);
struct slice str_slice(const struct str *s);

/* Hands the bytes over (caller frees with free) and empties s; NULL if s had
 * failed or memory is short. */
char *str_detach(struct str *s);

#endif
