/* What of a folded text counts where it is looked up as a label; see label_key. */
#ifndef GOUJI_SRC_REPORT_LABEL_KEY_H
#define GOUJI_SRC_REPORT_LABEL_KEY_H

#include <stdint.h>

#include "gouji/base/slice.h"

/* Punctuation that copies drop, add and swap without changing a label. */
bool label_key_drops(int32_t point);

/* The key, or as much of it as is longer than `most` bytes, by less than a character. It may
 * be made in place. */
size_t label_key_up_to(struct slice folded, size_t most, char *out);

/* An ideograph is its own key, but 其它 is written for 其他. Few have such a second byte. */
static inline bool label_key_is_own(const char *at)
{
    const unsigned char *p = (const unsigned char *)at;
    return p[0] >= 0xE4 && p[0] <= 0xE9 && (p[1] != 0xAE || memcmp(at, "它", 3) != 0);
}

#endif
