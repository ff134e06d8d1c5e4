#include "prng.h"

static uint64_t mix(uint64_t z)
{
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

struct prng prng_make(uint64_t seed, uint64_t index)
{
    return (struct prng){mix(seed + 0x9e3779b97f4a7c15u * (index + 1)) ^ mix(index)};
}

uint64_t prng_next(struct prng *prng)
{
    prng->state += 0x9e3779b97f4a7c15u;
    return mix(prng->state);
}

int prng_below(struct prng *prng, int n)
{
    return (int)((prng_next(prng) >> 33) % (uint64_t)n);
}

int prng_between(struct prng *prng, int first, int last)
{
    return first + prng_below(prng, last - first + 1);
}

bool prng_chance(struct prng *prng, int percent)
{
    return prng_below(prng, 100) < percent;
}
