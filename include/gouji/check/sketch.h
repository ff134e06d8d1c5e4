/* A few numbers that stand for a report's prose: the smallest hashes of its runs of
 * six characters. Reports with much prose in common have many of them in common,
 * so that of a great number the one most alike is found without reading all. */
#ifndef GOUJI_CHECK_SKETCH_H
#define GOUJI_CHECK_SKETCH_H

#include "gouji/report/report.h"

enum { SKETCH_MOST = 64 };

struct sketch {
    uint64_t items[SKETCH_MOST]; /* the smallest first, each once */
    size_t n;                    /* 0: too little prose to say anything */
};

/* -1: no memory. */
int sketch_make(const struct report *report, struct sketch *sketch);

/* Whether the two name different agencies, neither part of the other's name. */
bool sketch_is_of_other(const struct identity *a, const struct identity *b);

#endif
