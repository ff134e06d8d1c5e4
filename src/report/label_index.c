#include "label_index.h"

#include <limits.h>
#include <stdlib.h>

#include "align.h"
#include "gouji/text/decode.h"

struct index_key index_key_make(struct slice text)
{
    return (struct index_key){text, align_mark(text), align_tolerance(text.nbytes)};
}

/* Two ideographs one behind the other are PAIR_NBYTES. */
enum { PAIR_NBYTES = 6, PAIR_BITS = 13, PAIR_WORDS = (1 << PAIR_BITS) / 64 };

/* Read in two: put together in memory the bytes would be waited for. */
static inline size_t pair_bit(const char *at)
{
    uint32_t front;
    uint16_t back;
    memcpy(&front, at, sizeof front);
    memcpy(&back, at + sizeof front, sizeof back);
    uint64_t bytes = (uint64_t)back << 32 | front;
    return (size_t)(bytes * UINT64_C(0x9E3779B97F4A7C15) >> (64 - PAIR_BITS));
}

static bool is_tail(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

static inline bool has_pair(const struct label_index *index, const char *at)
{
    size_t bit = pair_bit(at);
    return is_tail(*at) || index->pairs[bit / 64] >> bit % 64 & 1;
}

bool label_index_may_hold(const struct label_index *index, struct slice key)
{
    return key.nbytes < PAIR_NBYTES ||
           (has_pair(index, key.ptr) && has_pair(index, key.ptr + key.nbytes - PAIR_NBYTES));
}

int label_index_make(struct arena *arena, size_t most, struct label_index *out)
{
    out->nkeys = 0;
    out->keys = arena_raw(arena, most * sizeof *out->keys);
    out->pairs = arena_array(arena, PAIR_WORDS, sizeof *out->pairs);
    return out->keys && out->pairs ? 0 : -1;
}

void label_index_add(struct label_index *index, const struct index_key *key)
{
    const char *p = key->text.ptr;
    for (size_t left = key->text.nbytes, n; left >= PAIR_NBYTES; p += n, left -= n) {
        n = text_size(p, left);
        index->pairs[pair_bit(p) / 64] |= UINT64_C(1) << pair_bit(p) % 64;
    }
    index->keys[index->nkeys++] = *key;
}

bool label_index_begins(const struct label_index *index, struct slice text)
{
    if (!label_index_may_hold(index, text))
        return false;
    uint64_t mark = align_mark(text);
    for (size_t i = 0; i < index->nkeys; i++) {
        const struct index_key *key = &index->keys[i];
        if ((mark & ~key->mark) == 0 && key->text.nbytes > text.nbytes &&
            slice_has_prefix(key->text, text))
            return true;
    }
    return false;
}

bool label_index_holds(const struct label_index *index, struct slice text)
{
    if (!label_index_may_hold(index, text))
        return false;
    uint64_t mark = align_mark(text);
    for (size_t i = 0; i < index->nkeys; i++)
        if ((mark & ~index->keys[i].mark) == 0 && slice_find(index->keys[i].text, text))
            return true;
    return false;
}

/* Each slip takes away no more than three of the pairs of neighbours. */
static bool may_be_misprint(const struct label_index *index, struct slice key)
{
    enum { PAIRS_OF_SLIP = 3, WIDE = 0xE0 };
    size_t spare = PAIRS_OF_SLIP * align_tolerance(SIZE_MAX);
    for (size_t at = 0; at + PAIR_NBYTES <= key.nbytes;) {
        bool is_wide = (unsigned char)key.ptr[at] >= WIDE;
        bool is_pair = is_wide && (unsigned char)key.ptr[at + 3] >= WIDE;
        if (is_pair && !has_pair(index, key.ptr + at) && spare-- == 0)
            return false;
        at += is_wide ? 3 : 1;
    }
    return true;
}

unsigned label_index_distance(const struct label_index *index, struct slice text)
{
    unsigned least = UINT_MAX;
    if (!may_be_misprint(index, text))
        return least;
    uint64_t mark = align_mark(text);
    for (size_t i = 0; i < index->nkeys; i++) {
        const struct index_key *key = &index->keys[i];
        if (key->limit == 0 || !align_may_be_near(mark, key->mark, key->limit))
            continue;
        unsigned distance = align_distance(text, key->text, key->limit);
        if (distance <= key->limit && distance < least)
            least = distance;
    }
    return least;
}
