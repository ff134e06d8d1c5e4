/* Characters of ASCII, whatever the locale says. */
#ifndef GOUJI_BASE_ASCII_H
#define GOUJI_BASE_ASCII_H

#include <stdbool.h>
#include <stdint.h>

/* Of a byte, as it is or widened, or a code point. */
static inline bool ascii_is_digit(int32_t c)
{
    return c >= '0' && c <= '9';
}

#endif
