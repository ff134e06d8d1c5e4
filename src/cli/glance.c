#include "glance.h"

#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "gouji/base/ascii.h"
#include "gouji/text/decode.h"
#include "gouji/text/fold.h"

enum {
    FIRST_NBYTES = 4096,
    HEAD_NBYTES = 512,       /* of it, in which the name is looked for */
    LONG_HEAD_NBYTES = 1024, /* where it is not there, or only a page's publisher is */
    LEAST_HEAD = 256,
    YEAR_NBYTES = 4,
    PERIOD_NBYTES = 40,
    LEAST_NAME = 9,
    MOST_NAME = 30,
    HAN_NBYTES = 3,
    STEM_NBYTES = 3 * HAN_NBYTES,  /* before the end of a name: places above it may be left out */
    PLACE_NBYTES = 8 * HAN_NBYTES, /* before the stem, at most */
};

static bool is_wide(char c)
{
    return (c & 0x80) != 0;
}

/* 2023 before a character beyond ASCII: 年, whatever the encoding, but for UTF-16, in which
 * it is t^ once the zeros are gone. Dates of a page's furniture have other signs there. */
static bool is_year(const char *at, const char *begin)
{
    return at[0] == '2' && at[1] == '0' && ascii_is_digit(at[2]) && ascii_is_digit(at[3]) &&
           (is_wide(at[YEAR_NBYTES]) || at[YEAR_NBYTES] == 't') &&
           (at == begin || !ascii_is_digit(at[-1]));
}

static const char *find_year(const char *at, const char *end)
{
    const char *begin = at;
    while (end - at > YEAR_NBYTES && (at = memchr(at, '2', (size_t)(end - at) - YEAR_NBYTES))) {
        if (is_year(at, begin))
            return at;
        at++;
    }
    return NULL;
}

static int year_at(const char *at)
{
    return 2000 + (at[2] - '0') * 10 + at[3] - '0';
}

/* Whether it begins a period, from the first to the last day of a year: the same year stands
 * again a few characters behind it. */
static bool begins_period(const char *year, const char *end)
{
    const char *next = find_year(year + YEAR_NBYTES, end);
    return next && next - year < PERIOD_NBYTES && memcmp(year, next, YEAR_NBYTES) == 0;
}

/* The first one, as a rule a title's; but a title may name another year than the period that
 * is stated next. */
static int choose_year(const char *first, const char *end)
{
    const char *second = find_year(first + YEAR_NBYTES, end);
    return year_at(second && begins_period(second, end) ? second : first);
}

static size_t drop_zeros(char *bytes, size_t nbytes)
{
    size_t kept = 0;
    for (size_t i = 0; i < nbytes; i++)
        if (bytes[i])
            bytes[kept++] = bytes[i];
    return kept;
}

static bool ends_wide_blank(const char *begin, const char *at)
{
    static const char blank[] = "\xE3\x80\x80";
    return at - begin >= 3 && memcmp(at - 3, blank, 3) == 0;
}

enum { HASH_BEGIN = 0x1000193 };

static uint32_t hash_more(uint32_t hash, char byte)
{
    return (hash ^ (unsigned char)byte) * 0x1000193u;
}

static uint32_t hash_of(struct slice text)
{
    uint32_t hash = HASH_BEGIN;
    for (size_t i = 0; i < text.nbytes; i++)
        hash = hash_more(hash, text.ptr[i]);
    return hash;
}

/* What stands before the year in its line, or in those above where that is too little, from
 * the last byte on, as a number; signs in ASCII, wide blanks and what is far before do not
 * count. 0 for too little. */
static uint32_t name_before(const char *begin, const char *year)
{
    uint32_t hash = HASH_BEGIN;
    int n = 0;
    const char *at = year;
    while (at > begin && n < MOST_NAME && (at[-1] != '\n' || n < LEAST_NAME)) {
        bool counts = is_wide(at[-1]) && !ends_wide_blank(begin, at);
        at -= is_wide(at[-1]) && !counts ? 3 : 1;
        hash = counts ? hash_more(hash, *at) : hash;
        n += counts;
    }
    return n < LEAST_NAME ? 0 : hash;
}

/* The first lines, or bytes, so that no character is cut in two. */
static struct slice head_of(const char *bytes, size_t nbytes, size_t most)
{
    size_t n = nbytes < most ? nbytes : most, last = n;
    while (last > LEAST_HEAD && bytes[last - 1] != '\n')
        last--;
    n = last > LEAST_HEAD ? last : n;
    while (n > 0 && n < nbytes && ((unsigned char)bytes[n] & 0xC0) == 0x80)
        n--;
    return slice_make(bytes, n - (n & (bytes[0] == '\xFF')));
}

static bool is_han(const char *at)
{
    return (unsigned char)*at >= 0xE4 && (unsigned char)*at <= 0xE9;
}

static bool is_stem(const char *at)
{
    for (size_t i = 0; i < STEM_NBYTES; i += HAN_NBYTES)
        if (!is_han(at + i))
            return false;
    return true;
}

/* The first name with one of the ends, from its stem on; empty for none. */
static struct slice find_name(struct slice text, const char *const *ends)
{
    struct slice first = {NULL, 0};
    for (; *ends; ends++) {
        struct slice end = slice_of(*ends), rest = text;
        for (const char *at; (at = slice_find(rest, end));) {
            const char *behind = at + end.nbytes, *stem = at - STEM_NBYTES;
            if (at - text.ptr >= STEM_NBYTES && is_stem(stem)) {
                if (!first.ptr || stem < first.ptr)
                    first = slice_make(stem, (size_t)(behind - stem));
                break;
            }
            rest = slice_make(behind, (size_t)(text.ptr + text.nbytes - behind));
        }
    }
    return first;
}

/* A shorter place has a smaller number. */
static uint32_t number_of(struct slice place)
{
    return (uint32_t)place.nbytes << 24 | hash_of(place) >> 8;
}

/* What stands before the stem, but for the year. */
static struct slice place_before(struct slice text, const char *stem)
{
    static const char year[] = "年";
    const char *begin = stem;
    while (stem - begin < PLACE_NBYTES && begin - text.ptr >= HAN_NBYTES &&
           is_han(begin - HAN_NBYTES) && memcmp(begin - HAN_NBYTES, year, HAN_NBYTES) != 0)
        begin -= HAN_NBYTES;
    return slice_make(begin, (size_t)(stem - begin));
}

/* False where none stands, or one behind a colon alone: who published a page is called with
 * all places, the report itself often without. Such a name counts where there is no other. */
static bool find_in_line(struct arena *arena, struct slice line, const char *const *ends,
                         struct glance *glance)
{
    struct fold fold;
    if (fold_text(arena, line, 0, FOLD_LABEL, &fold) != 0)
        return false;
    struct slice text = slice_make(fold.text, fold.nbytes), name = find_name(text, ends);
    if (name.nbytes == 0)
        return false;
    struct slice place = place_before(text, name.ptr);
    bool is_publisher = place.ptr > text.ptr && place.ptr[-1] == ':';
    if (is_publisher && glance->name)
        return false;
    glance->name = hash_of(name);
    glance->place = number_of(place);
    return !is_publisher;
}

static bool find_words(struct slice head, const char *const *ends, struct glance *glance)
{
    bool is_found = false;
    struct text_decoded text;
    struct arena *arena = arena_new();
    struct err err;
    if (arena && text_decode(head, &text, &err) == 0) {
        const char *at = text.text, *end = at + text.nbytes, *next;
        for (; at < end && !is_found; at = next) {
            const char *stop = memchr(at, '\n', (size_t)(end - at));
            next = stop ? stop + 1 : end;
            is_found = find_in_line(arena, slice_make(at, (size_t)(next - at)), ends, glance);
        }
        free(text.text);
    }
    arena_free(arena);
    return is_found;
}

struct glance glance_at(const char *path, const char *const *ends)
{
    char bytes[FIRST_NBYTES];
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t n = fd < 0 ? -1 : read(fd, bytes, sizeof bytes);
    if (fd >= 0)
        close(fd);
    size_t nbytes = n < 0 ? 0 : (size_t)n;
    struct glance glance = {INT_MAX, 0, 0};
    if (ends && nbytes > 0 && !find_words(head_of(bytes, nbytes, HEAD_NBYTES), ends, &glance))
        find_words(head_of(bytes, nbytes, LONG_HEAD_NBYTES), ends, &glance);
    if (nbytes > 1 && (unsigned char)bytes[0] == 0xFF && (unsigned char)bytes[1] == 0xFE)
        nbytes = drop_zeros(bytes, nbytes);
    const char *year = find_year(bytes, bytes + nbytes);
    if (!year)
        return (struct glance){INT_MAX, 0, 0};
    glance.year = choose_year(year, bytes + nbytes);
    if (!glance.name)
        glance.name = name_before(bytes, year);
    return glance;
}
