#include "gouji/base/str.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

void str_release(struct str *s)
{
    free(s->data);
    *s = (struct str)STR_INIT;
}

void str_clear(struct str *s)
{
    s->nbytes = 0;
    if (s->data)
        s->data[0] = '\0';
}

enum { FIRST_NBYTES = 128 }; /* for a message of our own, so that most grow once */

static bool grow(struct str *s, size_t extra)
{
    if (s->failed)
        return false;
    if (extra > SIZE_MAX / 2 - s->nbytes - 1) {
        s->failed = true;
        return false;
    }
    size_t need = s->nbytes + extra + 1;
    size_t capacity = s->capacity ? s->capacity : FIRST_NBYTES;
    while (capacity < need)
        capacity *= 2;
    char *data = realloc(s->data, capacity);
    if (!data) {
        s->failed = true;
        return false;
    }
    s->data = data;
    s->capacity = capacity;
    return true;
}

/* Room for `extra` more bytes and the NUL. */
static inline bool reserve(struct str *s, size_t extra)
{
    bool fits = !s->failed && extra < s->capacity - s->nbytes;
    return fits || grow(s, extra);
}

char *str_more_room(struct str *s, size_t nbytes)
{
    return reserve(s, nbytes) ? s->data + s->nbytes : NULL;
}

void str_append(struct str *s, struct slice bytes)
{
    if (bytes.nbytes == 0 || !reserve(s, bytes.nbytes))
        return;
    memcpy(s->data + s->nbytes, bytes.ptr, bytes.nbytes);
    s->nbytes += bytes.nbytes;
    s->data[s->nbytes] = '\0';
}

void str_code_point(struct str *s, unsigned int c)
{
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        c = 0xFFFD;
    char b[4];
    size_t n;
    if (c < 0x80) {
        b[0] = (char)c;
        n = 1;
    } else if (c < 0x800) {
        b[0] = (char)(0xC0 | c >> 6);
        n = 2;
    } else if (c < 0x10000) {
        b[0] = (char)(0xE0 | c >> 12);
        n = 3;
    } else {
        b[0] = (char)(0xF0 | c >> 18);
        n = 4;
    }
    for (size_t i = 1; i < n; i++)
        b[i] = (char)(0x80 | (c >> (6 * (n - 1 - i)) & 0x3F));
    str_append(s, slice_make(b, n));
}

void str_format(struct str *s, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    str_format_v(s, format, arguments);
    va_end(arguments);
}

static void put_count(struct str *s, size_t count)
{
    char digits[3 * sizeof count], *at = digits + sizeof digits;
    do
        *--at = (char)('0' + count % 10);
    while (count /= 10);
    str_append(s, slice_make(at, (size_t)(digits + sizeof digits - at)));
}

/* Puts what the conversion at *format stands for and passes it; false for one that is left to
 * printf. */
static bool put_argument(struct str *s, const char **format, va_list *arguments)
{
    if ((*format)[1] == 's') {
        const char *text = va_arg(*arguments, const char *);
        str_append(s, slice_of(text));
        *format += 2;
        return text != NULL;
    }
    if (strncmp(*format, "%zu", 3) == 0) {
        put_count(s, va_arg(*arguments, size_t));
        *format += 3;
        return true;
    }
    return false;
}

/* Most formats only put texts and counts one behind the other: printf takes several times as
 * long for that. False, and nothing is put, for the others. */
static bool put_plainly(struct str *s, const char *format, va_list *arguments)
{
    size_t before = s->nbytes;
    bool is_plain = true;
    while (*format && is_plain) {
        size_t n = strcspn(format, "%");
        str_append(s, slice_make(format, n));
        format += n;
        is_plain = !*format || put_argument(s, &format, arguments);
    }
    if ((!is_plain || s->failed) && s->data) {
        s->nbytes = before;
        s->data[before] = '\0';
    }
    return is_plain;
}

static void put_by_printf(struct str *s, const char *format, va_list arguments)
{
    enum { USUAL_NBYTES = 64 };
    va_list again;
    if (!reserve(s, USUAL_NBYTES))
        return;
    va_copy(again, arguments);
    size_t room = s->capacity - s->nbytes;
    int n = vsnprintf(s->data + s->nbytes, room, format, arguments);
    if (n < 0)
        s->failed = true;
    else if ((size_t)n >= room && reserve(s, (size_t)n))
        vsnprintf(s->data + s->nbytes, (size_t)n + 1, format, again);
    va_end(again);
    if (!s->failed)
        s->nbytes += (size_t)n;
    else if (s->data)
        s->data[s->nbytes] = '\0';
}

void str_format_v(struct str *s, const char *format, va_list arguments)
{
    va_list plainly;
    va_copy(plainly, arguments);
    bool is_put = put_plainly(s, format, &plainly);
    va_end(plainly);
    if (!is_put)
        put_by_printf(s, format, arguments);
}

void str_insert(struct str *s, size_t at, struct slice bytes)
{
    if (bytes.nbytes == 0 || !reserve(s, bytes.nbytes))
        return;
    memmove(s->data + at + bytes.nbytes, s->data + at, s->nbytes - at);
    memcpy(s->data + at, bytes.ptr, bytes.nbytes);
    s->nbytes += bytes.nbytes;
    s->data[s->nbytes] = '\0';
}

void str_remove(struct str *s, size_t at, size_t nbytes)
{
    if (nbytes == 0 || !s->data)
        return;
    memmove(s->data + at, s->data + at + nbytes, s->nbytes - at - nbytes);
    s->nbytes -= nbytes;
    s->data[s->nbytes] = '\0';
}

const char *str_text(const struct str *s)
{
    return s->data ? s->data : "";
}

struct slice str_slice(const struct str *s)
{
    return slice_make(str_text(s), s->nbytes);
}

char *str_detach(struct str *s)
{
    bool ok = reserve(s, 0);
    char *data = ok ? s->data : NULL;
    if (!ok) {
        free(s->data);
    } else {
        data[s->nbytes] = '\0';
    }
    *s = (struct str)STR_INIT;
    return data;
}
