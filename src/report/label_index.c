#include "label_index.h"

#include <limits.h>
#include <stdlib.h>

#include "align.h"

static int compare(struct slice a, struct slice b)
{
    size_t n = a.nbytes < b.nbytes ? a.nbytes : b.nbytes;
    int order = n ? memcmp(a.ptr, b.ptr, n) : 0;
    return order ? order : (a.nbytes > b.nbytes) - (a.nbytes < b.nbytes);
}

static int compare_keys(const void *a, const void *b)
{
    return compare(*(const struct slice *)a, *(const struct slice *)b);
}

static int join(struct arena *arena, struct label_index *index)
{
    size_t n = 0, at = 0;
    for (size_t i = 0; i < index->nkeys; i++)
        n += index->keys[i].nbytes + 1;
    char *text = arena_raw(arena, n + 1);
    index->marks = arena_raw(arena, (index->nkeys + 1) * sizeof *index->marks);
    if (!text || !index->marks)
        return -1;
    for (size_t i = 0; i < index->nkeys; i++) {
        memcpy(text + at, index->keys[i].ptr, index->keys[i].nbytes);
        at += index->keys[i].nbytes;
        text[at++] = '\n';
        index->marks[i] = align_mark(index->keys[i]);
    }
    index->joined = slice_make(text, at);
    return 0;
}

int label_index_make(struct arena *arena, struct slice *keys, size_t nkeys, struct label_index *out)
{
    *out = (struct label_index){.keys = keys};
    if (nkeys > 1)
        qsort(keys, nkeys, sizeof *keys, compare_keys);
    for (size_t i = 0; i < nkeys; i++)
        if (i == 0 || !slice_equal(keys[i], keys[i - 1]))
            keys[out->nkeys++] = keys[i];
    return join(arena, out);
}

bool label_index_begins(const struct label_index *index, struct slice key)
{
    size_t low = 0, high = index->nkeys;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare(index->keys[middle], key) > 0)
            high = middle;
        else
            low = middle + 1;
    }
    return low < index->nkeys && slice_has_prefix(index->keys[low], key);
}

bool label_index_holds(const struct label_index *index, struct slice key)
{
    return slice_find(index->joined, key) != NULL;
}

unsigned label_index_distance(const struct label_index *index, struct slice key)
{
    unsigned least = UINT_MAX;
    uint64_t mark = align_mark(key);
    for (size_t i = 0; i < index->nkeys; i++) {
        unsigned limit = align_tolerance(index->keys[i].nbytes);
        if (limit == 0 || !align_may_be_near(mark, index->marks[i], limit))
            continue;
        unsigned distance = align_distance(key, index->keys[i], limit);
        if (distance <= limit && distance < least)
            least = distance;
    }
    return least;
}
