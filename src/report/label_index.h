/* The keys of many labels, to be asked for pieces of labels and for labels nearly the same. */
#ifndef GOUJI_SRC_REPORT_LABEL_INDEX_H
#define GOUJI_SRC_REPORT_LABEL_INDEX_H

#include <stdint.h>

#include "gouji/base/arena.h"
#include "gouji/base/slice.h"

struct index_key {
    struct slice text;
    uint64_t mark;  /* of its characters */
    unsigned limit; /* how many of them may be wrong */
};

struct label_index {
    struct index_key *keys;
    size_t nkeys;
    uint64_t *pairs; /* a bit for each two ideographs in keys, which some share */
};

struct index_key index_key_make(struct slice text);

/* An empty one with room for `most` keys, in the arena, which must outlive it. -1: short of
 * memory. */
int label_index_make(struct arena *arena, size_t most, struct label_index *out);

/* The key's text must outlive the index, too. */
void label_index_add(struct label_index *index, const struct index_key *key);

/* Most texts are told by their first two ideographs, and their last, to be no piece of a key:
 * false of them. */
bool label_index_may_hold(const struct label_index *index, struct slice key);

/* Whether the key begins a longer one; whether it is a piece of one, or all. */
bool label_index_begins(const struct label_index *index, struct slice key);
bool label_index_holds(const struct label_index *index, struct slice key);

/* How many characters the key differs from the nearest that it may be a misprint of;
 * UINT_MAX where there is none. */
unsigned label_index_distance(const struct label_index *index, struct slice key);

#endif
