/* A small generator of numbers that gives the same row from the same seed on
 * every machine. */
#ifndef ACCURACY_PRNG_H
#define ACCURACY_PRNG_H

#include <stdbool.h>
#include <stdint.h>

struct prng {
    uint64_t state;
};

/* The stream of report `index` under `seed`; streams do not depend on each
 * other, so that one report can be made again alone. */
struct prng prng_make(uint64_t seed, uint64_t index);
uint64_t prng_next(struct prng *prng);
/* 0 … n - 1; n > 0. */
int prng_below(struct prng *prng, int n);
/* first … last, both possible. */
int prng_between(struct prng *prng, int first, int last);
bool prng_chance(struct prng *prng, int percent);

#define COUNT_OF(array) ((int)(sizeof(array) / sizeof(array)[0]))
#define PRNG_PICK(prng, array) ((array)[prng_below((prng), COUNT_OF(array))])

#endif
