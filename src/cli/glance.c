#include "glance.h"

#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

enum { FIRST_NBYTES = 4096, YEAR_NBYTES = 4, LEAST_NAME = 9, MOST_NAME = 30 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_wide(char c)
{
    return (c & 0x80) != 0;
}

/* 2023 before a character beyond ASCII: 年, whatever the encoding, but for UTF-16, in which
 * it is t^ once the zeros are gone. Dates of a page's furniture have other signs there. */
static bool is_year(const char *at, const char *begin)
{
    return at[0] == '2' && at[1] == '0' && is_digit(at[2]) && is_digit(at[3]) &&
           (is_wide(at[YEAR_NBYTES]) || at[YEAR_NBYTES] == 't') &&
           (at == begin || !is_digit(at[-1]));
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

/* What stands before the year in its line, or in those above where that is too little, from
 * the last byte on, as a number; signs in ASCII, wide blanks and what is far before do not
 * count. 0 for too little. */
static uint64_t name_before(const char *begin, const char *year)
{
    uint64_t hash = 1469598103934665603u;
    int n = 0;
    const char *at = year;
    while (at > begin && n < MOST_NAME && (at[-1] != '\n' || n < LEAST_NAME)) {
        bool counts = is_wide(at[-1]) && !ends_wide_blank(begin, at);
        at -= is_wide(at[-1]) && !counts ? 3 : 1;
        hash = counts ? (hash ^ (unsigned char)*at) * 1099511628211u : hash;
        n += counts;
    }
    return n < LEAST_NAME ? 0 : hash;
}

struct glance glance_at(const char *path)
{
    char bytes[FIRST_NBYTES];
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t n = fd < 0 ? -1 : read(fd, bytes, sizeof bytes);
    if (fd >= 0)
        close(fd);
    size_t nbytes = n < 0 ? 0 : (size_t)n;
    if (nbytes > 1 && (unsigned char)bytes[0] == 0xFF && (unsigned char)bytes[1] == 0xFE)
        nbytes = drop_zeros(bytes, nbytes);
    const char *year = find_year(bytes, bytes + nbytes);
    if (!year)
        return (struct glance){INT_MAX, 0};
    return (struct glance){2000 + (year[2] - '0') * 10 + year[3] - '0', name_before(bytes, year)};
}
