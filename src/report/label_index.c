#include "label_index.h"

#include <limits.h>
#include <stdlib.h>

#include "align.h"

int label_index_order(const void *a, const void *b)
{
    const struct slice *x = a, *y = b;
    size_t n = x->nbytes < y->nbytes ? x->nbytes : y->nbytes;
    int order = n ? memcmp(x->ptr, y->ptr, n) : 0;
    return order ? order : (x->nbytes > y->nbytes) - (x->nbytes < y->nbytes);
}

/* Two ideographs one behind the other are PAIR_NBYTES. */
enum { PAIR_NBYTES = 6, PAIR_BITS = 13, PAIR_WORDS = (1 << PAIR_BITS) / 64 };

static inline size_t pair_bit(const char *at)
{
    uint64_t bytes = 0;
    memcpy(&bytes, at, PAIR_NBYTES);
    return (size_t)(bytes * UINT64_C(0x9E3779B97F4A7C15) >> (64 - PAIR_BITS));
}

static bool is_tail(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

static void note_pairs(struct slice text, uint64_t *pairs)
{
    for (size_t at = 0; at + PAIR_NBYTES <= text.nbytes; at++)
        if (!is_tail(text.ptr[at]))
            pairs[pair_bit(text.ptr + at) / 64] |= UINT64_C(1) << pair_bit(text.ptr + at) % 64;
}

static inline bool has_pair(const struct label_index *index, const char *at)
{
    size_t bit = pair_bit(at);
    return is_tail(*at) || index->pairs[bit / 64] >> bit % 64 & 1;
}

/* Most texts are told by their first two ideographs, and their last, to be no piece of a key. */
static bool may_be_piece(const struct label_index *index, struct slice key)
{
    return key.nbytes < PAIR_NBYTES ||
           (has_pair(index, key.ptr) && has_pair(index, key.ptr + key.nbytes - PAIR_NBYTES));
}

static int note_keys(struct arena *arena, struct label_index *index)
{
    index->marks = arena_raw(arena, index->nkeys * sizeof *index->marks);
    index->limits = arena_raw(arena, index->nkeys * sizeof *index->limits);
    index->pairs = arena_array(arena, PAIR_WORDS, sizeof *index->pairs);
    if (!index->marks || !index->limits || !index->pairs)
        return -1;
    for (size_t i = 0; i < index->nkeys; i++) {
        index->marks[i] = align_mark(index->keys[i]);
        index->limits[i] = align_tolerance(index->keys[i].nbytes);
        note_pairs(index->keys[i], index->pairs);
    }
    return 0;
}

int label_index_make(struct arena *arena, struct slice *keys, size_t nkeys, struct label_index *out)
{
    *out = (struct label_index){.keys = keys};
    for (size_t i = 0; i < nkeys; i++)
        if (i == 0 || !slice_equal(keys[i], keys[i - 1]))
            keys[out->nkeys++] = keys[i];
    return note_keys(arena, out);
}

bool label_index_begins(const struct label_index *index, struct slice key)
{
    size_t low = 0, high = index->nkeys;
    if (!may_be_piece(index, key))
        return false;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (label_index_order(&index->keys[middle], &key) > 0)
            high = middle;
        else
            low = middle + 1;
    }
    return low < index->nkeys && slice_has_prefix(index->keys[low], key);
}

bool label_index_holds(const struct label_index *index, struct slice key)
{
    if (!may_be_piece(index, key))
        return false;
    uint64_t mark = align_mark(key);
    for (size_t i = 0; i < index->nkeys; i++)
        if ((mark & ~index->marks[i]) == 0 && slice_find(index->keys[i], key))
            return true;
    return false;
}

/* Each slip takes away no more than three of the pairs of neighbours. */
static bool may_be_misprint(const struct label_index *index, struct slice key)
{
    enum { PAIRS_OF_SLIP = 3, WIDE = 0xE0 };
    size_t spare = PAIRS_OF_SLIP * align_tolerance(SIZE_MAX);
    for (size_t at = 0; at + PAIR_NBYTES <= key.nbytes; at++) {
        bool is_pair = (unsigned char)key.ptr[at] >= WIDE && (unsigned char)key.ptr[at + 3] >= WIDE;
        if (is_pair && !has_pair(index, key.ptr + at) && spare-- == 0)
            return false;
    }
    return true;
}

unsigned label_index_distance(const struct label_index *index, struct slice key)
{
    unsigned least = UINT_MAX;
    if (!may_be_misprint(index, key))
        return least;
    uint64_t mark = align_mark(key);
    for (size_t i = 0; i < index->nkeys; i++) {
        unsigned limit = index->limits[i];
        if (limit == 0 || !align_may_be_near(mark, index->marks[i], limit))
            continue;
        unsigned distance = align_distance(key, index->keys[i], limit);
        if (distance <= limit && distance < least)
            least = distance;
    }
    return least;
}
