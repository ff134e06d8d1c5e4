#include "wide.h"

enum {
    LOOK_NBYTES = 64 * 1024,
    LEAST_IDEOGRAPHS = 12,
    NEARLY_ALL_PERCENT = 98,
    MOST_OTHERWISE_PERCENT = 80, /* of the same bytes in the other order */
};

struct tally {
    size_t nusual, nideographs;
};

static bool is_ideograph(unsigned c)
{
    return c >= 0x4E00 && c <= 0x9FFF;
}

/* ASCII without controls, signs, lines of frames, full-width forms. */
static bool is_usual(unsigned c)
{
    return is_ideograph(c) || (c >= ' ' && c < 0x7F) || (c >= '\t' && c <= '\r') ||
           (c >= 0x2010 && c <= 0x27FF) || (c >= 0x3000 && c <= 0x301F) ||
           (c >= 0xFF01 && c <= 0xFF5E) || c == 0xA0 || c == 0xB7;
}

/* `high`: which byte of a pair is the upper one. */
static struct tally look(struct slice bytes, size_t high)
{
    struct tally tally = {0, 0};
    const unsigned char *p = (const unsigned char *)bytes.ptr;
    for (size_t i = 0; i + 1 < bytes.nbytes; i += 2) {
        unsigned c = (unsigned)p[i + high] << 8 | p[i + !high];
        tally.nusual += is_usual(c);
        tally.nideographs += is_ideograph(c);
    }
    return tally;
}

bool wide_without_mark(struct slice bytes, enum text_encoding *encoding)
{
    if (bytes.nbytes > LOOK_NBYTES)
        bytes.nbytes = LOOK_NBYTES;
    const struct tally orders[] = {look(bytes, 0), look(bytes, 1)};
    size_t n = bytes.nbytes / 2, best = orders[1].nusual > orders[0].nusual;
    if (orders[best].nideographs < LEAST_IDEOGRAPHS ||
        orders[best].nusual * 100 < n * NEARLY_ALL_PERCENT ||
        orders[!best].nusual * 100 > n * MOST_OTHERWISE_PERCENT)
        return false;
    *encoding = best ? TEXT_UTF16LE : TEXT_UTF16BE;
    return true;
}
