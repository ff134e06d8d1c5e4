/* The keys of many labels, to be asked for pieces of labels and for labels nearly the same. */
#ifndef GOUJI_SRC_REPORT_LABEL_INDEX_H
#define GOUJI_SRC_REPORT_LABEL_INDEX_H

#include <stdint.h>

#include "gouji/base/arena.h"
#include "gouji/base/slice.h"

struct label_index {
    struct slice *keys; /* each once, in the order of their bytes */
    size_t nkeys;
    uint64_t *marks;  /* of the characters in each */
    unsigned *limits; /* how many characters of each may be wrong */
    uint64_t *pairs;  /* a bit for each two ideographs in keys, which some share */
};

/* For qsort of slices, or of what begins with one: the order of their bytes. */
int label_index_order(const void *a, const void *b);

/* Takes the keys over, in that order; they must outlive it, as the arena must. -1: short of
 * memory. */
int label_index_make(struct arena *arena, struct slice *keys, size_t nkeys,
                     struct label_index *out);

/* Whether the key begins a longer one; whether it is a piece of one, or all. */
bool label_index_begins(const struct label_index *index, struct slice key);
bool label_index_holds(const struct label_index *index, struct slice key);

/* How many characters the key differs from the nearest that it may be a misprint of;
 * UINT_MAX where there is none. */
unsigned label_index_distance(const struct label_index *index, struct slice key);

#endif
