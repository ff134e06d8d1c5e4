/* The tables behind FOLD_SIMPLIFY, sorted by `from`, and behind radicals. */
#ifndef GOUJI_SRC_TEXT_FOLD_TABLE_H
#define GOUJI_SRC_TEXT_FOLD_TABLE_H

#include <stdbool.h>
#include <stdint.h>

struct fold_pair {
    uint16_t from, to;
};

extern const struct fold_pair fold_simplified[];

enum { FOLD_FIRST_PAGE = 0x4E, FOLD_PAGE_COUNT = 0xA0 - FOLD_FIRST_PAGE };

/* The pairs of page p stand at [page[p - FIRST], page[p - FIRST + 1]). */
extern const uint16_t fold_simplified_page[FOLD_PAGE_COUNT + 1];

/* Bit c & 63 of row c >> 6, counted from that of the first page: whether c has a pair.
 * With a new pair both change; test_fold tells where they do not agree. */
enum { FOLD_ROW_COUNT = FOLD_PAGE_COUNT * 4 };
extern const uint64_t fold_has_simplified[FOLD_ROW_COUNT];

/* Whether the character is a traditional one that has a pair. */
static inline bool fold_is_traditional(int32_t c)
{
    int32_t bit = c - FOLD_FIRST_PAGE * 256;
    return bit >= 0 && bit < FOLD_ROW_COUNT * 64 && (fold_has_simplified[bit / 64] >> bit % 64 & 1);
}

enum { FOLD_RADICAL_PAGE = 0x2E, FOLD_RADICAL_COUNT = 45 };

extern const struct fold_pair fold_radicals[FOLD_RADICAL_COUNT];

#endif
