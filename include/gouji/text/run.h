/* One character over and over, as drawn frames mostly are. */
#ifndef GOUJI_TEXT_RUN_H
#define GOUJI_TEXT_RUN_H

#include <stddef.h>
#include <string.h>

#include "gouji/base/slice.h"

enum { TEXT_RUN_SIZE = 3 };

/* The bytes of the character of three bytes that the text begins with and of those behind it
 * that are the same, but for the last ones, maybe. */
static inline size_t text_run(struct slice text)
{
    enum { STEP = 8 };
    size_t n = TEXT_RUN_SIZE;
    while (text.nbytes - n >= STEP && memcmp(text.ptr + n, text.ptr + n - TEXT_RUN_SIZE, STEP) == 0)
        n += STEP;
    return n - n % TEXT_RUN_SIZE;
}

#endif
