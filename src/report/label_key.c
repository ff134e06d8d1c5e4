#include "label_key.h"

#include "gouji/text/decode.h"
#include "labels.h"

/* .,:;!?"'`()[]{}<>*#_=~|- and what is no more than a blank, a bit for each. */
#define BIT(c) (UINT64_C(1) << ((c)&63))
static const uint64_t dropped_ascii[2] = {
    (BIT(' ' + 1) - 1) | BIT('.') | BIT(',') | BIT(':') | BIT(';') | BIT('!') | BIT('?') |
        BIT('"') | BIT('\'') | BIT('(') | BIT(')') | BIT('<') | BIT('>') | BIT('*') | BIT('#') |
        BIT('=') | BIT('-'),
    BIT('`') | BIT('[') | BIT(']') | BIT('{') | BIT('}') | BIT('_') | BIT('~') | BIT('|'),
};

/* The text is folded already: only half-width forms and these remain. */
bool label_key_drops(int32_t point)
{
    if (point < 0x80)
        return dropped_ascii[point >> 6] & BIT(point);
    return (point >= 0x3001 && point <= 0x3003) || (point >= 0x3008 && point <= 0x3011) ||
           point == 0xB7 || (point >= 0x2010 && point <= 0x203B) || point == 0x30FB ||
           point == 0xFFFD || point == 0x25CF || point == 0x25A0;
}

static bool is_latin(unsigned char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte >= 0xC3;
}

/* The size of "(guī)" at the front, or 0: converters put the reading of a
 * character in brackets behind it. Han characters start at byte 0xE2. */
static size_t reading_size(struct slice text)
{
    size_t i = 1;
    if (text.ptr[0] != '(')
        return 0;
    while (i < text.nbytes && is_latin((unsigned char)text.ptr[i]) &&
           (unsigned char)text.ptr[i] < 0xE2)
        i += (unsigned char)text.ptr[i] >= 0xC3 && i + 1 < text.nbytes ? 2 : 1;
    return i > 1 && i < text.nbytes && text.ptr[i] == ')' ? i + 1 : 0;
}

/* Puts what one character is in a key, behind which *to is then; returns the bytes taken. */
static size_t put_key(struct slice rest, char **to)
{
    unsigned char lead = (unsigned char)*rest.ptr;
    size_t n;
    if (lead < 0x80) {
        n = reading_size(rest);
        **to = *rest.ptr;
        *to += !label_key_drops(lead);
        return n ? n : 1;
    }
    if (lead == 0xE5 && rest.nbytes >= 3 && memcmp(rest.ptr, "它", 3) == 0) {
        memcpy(*to, "他", 3);
        *to += 3;
        return 3;
    }
    int32_t point = text_next(rest.ptr, rest.nbytes, &n);
    for (size_t i = 0; i < n && point >= 0 && !label_key_drops(point); i++)
        *(*to)++ = rest.ptr[i];
    return n;
}

size_t label_key_up_to(struct slice folded, size_t most, char *out)
{
    if (folded.nbytes == 0) /* which may have no place either */
        return 0;
    char *to = out, own[3];
    const char *full = out + (most < folded.nbytes ? most : folded.nbytes);
    const char *at = folded.ptr, *end = at + folded.nbytes;
    const char *last = folded.nbytes < 3 ? at : end - 2; /* no character of three behind it */
    while (to <= full) {
        if (at < last && label_key_is_own(at)) { /* as nearly all are */
            memcpy(own, at, 3);
            memcpy(to, own, 3);
            at += 3;
            to += 3;
        } else if (at < end) {
            at += put_key(slice_make(at, (size_t)(end - at)), &to);
        } else {
            break;
        }
    }
    return (size_t)(to - out);
}

size_t label_key(struct slice folded, char *out)
{
    return label_key_up_to(folded, folded.nbytes, out);
}

static bool is_its_own_key(struct slice folded)
{
    size_t at = 0;
    while (folded.nbytes - at >= 3 && label_key_is_own(folded.ptr + at))
        at += 3;
    return at == folded.nbytes;
}

struct slice labels_make_key(struct arena *arena, struct slice folded)
{
    if (is_its_own_key(folded))
        return folded;
    char *key = arena_raw(arena, folded.nbytes);
    return slice_make(key, key ? label_key(folded, key) : 0);
}
