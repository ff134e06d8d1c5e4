#include "counties.h"

#include <string.h>

#include "agency_words.h"
#include "gouji/review/agency.h"

enum { HAN_NBYTES = 3, LEAST_NBYTES = 2 * HAN_NBYTES };

struct place {
    struct slice county, city;
};

static bool is_county(struct slice part)
{
    return slice_ends_with(part, "县") || slice_ends_with(part, "旗") ||
           (slice_ends_with(part, "区") && !agency_words_is_zone(part));
}

/* The first county of the name's first bytes, and the first city. */
static struct place place_of(const char *folded, size_t nbytes)
{
    struct place place = {{NULL, 0}, {NULL, 0}};
    size_t start = 0;
    for (size_t at = HAN_NBYTES; at <= nbytes && place.county.nbytes == 0; at++) {
        bool is_cut = agency_any_rest(folded, at) || (!folded[at] && agency_ends_in_place(folded));
        struct slice part = slice_make(folded + start, at - start);
        if (!is_cut)
            continue;
        start = at;
        if (part.nbytes < LEAST_NBYTES)
            continue;
        if (is_county(part))
            place.county = part;
        else if (place.city.nbytes == 0 && slice_ends_with(part, "市"))
            place.city = part;
    }
    return place;
}

/* 国网甲县 is 甲县: what stands in front of a name is cut with it. */
static bool are_one(struct slice a, struct slice b)
{
    struct slice longer = a.nbytes > b.nbytes ? a : b, shorter = a.nbytes > b.nbytes ? b : a;
    return memcmp(longer.ptr + longer.nbytes - shorter.nbytes, shorter.ptr, shorter.nbytes) == 0;
}

static void add(struct slice *known, bool *several, struct slice part)
{
    if (part.nbytes == 0)
        return;
    *several |= known->nbytes > 0 && !are_one(*known, part);
    if (known->nbytes == 0 || part.nbytes < known->nbytes)
        *known = part;
}

void counties_add(struct counties *counties, const char *folded)
{
    struct place place = place_of(folded, strlen(folded));
    add(&counties->county, &counties->several_counties, place.county);
    add(&counties->city, &counties->several_cities, place.city);
}

bool counties_any(const struct counties *counties)
{
    return counties->county.nbytes + counties->city.nbytes > 0;
}

bool counties_are_one(const struct counties *counties, const char *folded, size_t nfront)
{
    struct place place = place_of(folded, nfront);
    if (place.county.nbytes > 0)
        return !counties->several_counties && counties->county.nbytes > 0 &&
               are_one(counties->county, place.county);
    return place.city.nbytes > 0 && counties->county.nbytes == 0 && !counties->several_cities &&
           counties->city.nbytes > 0 && are_one(counties->city, place.city);
}
