/* Table four is printed in one row of three bands: its values may stand a place too far from one
 * on, or a band's total first. */
#ifndef GOUJI_SRC_CHECK_LOCALISE_BANDS_H
#define GOUJI_SRC_CHECK_LOCALISE_BANDS_H

#include "localise_model.h"

enum { BANDS = 3, BAND_COLS = 5, BANDS_CELLS = BANDS * BAND_COLS, BANDS_MAX_HITS = 8 };

struct band_hit {
    size_t n;
    uint16_t vars[BANDS_CELLS];
    int64_t values[BANDS_CELLS];
};

struct bands {
    struct band_hit hits[BANDS_MAX_HITS];
    size_t nhits;
};

/* Every such shift that sets all balances of table four right, where two at least fail or two
 * parts of a total first bear it out, and a sum that failed holds with printed numbers alone. */
void bands_run(const struct model *model, struct bands *bands);

/* Where there is one, the balances that it sets right are one part. */
void bands_join(struct model *model, const struct bands *bands);

/* Whether a hit is of that part. */
bool bands_are_in(const struct model *model, const struct band_hit *hit, int part);

#endif
