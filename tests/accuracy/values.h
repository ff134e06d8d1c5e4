/* What the cells hold: nought mostly, and how it is printed. */
#ifndef ACCURACY_VALUES_H
#define ACCURACY_VALUES_H

#include "sheet.h"

enum { VALUE_SIGNED = 1, VALUE_MONEY = 2, VALUE_TOTAL = 4 };

struct applications {
    int64_t in[7], carried_in[7], leaves[21][7], total[7], carried_out[7];
};

/* A number of the given kind, scaled by SCALE. */
int64_t value_draw(struct prng *prng, unsigned kind);
/* Table three, balanced unless a trap says otherwise. */
void applications_draw(struct sheet *sheet, int nleaves, struct applications *drawn);
void lawsuits_draw(struct sheet *sheet, int64_t values[15]);

/* Adds the value as the sheet prints such values; returns its index. */
int value_add(struct sheet *sheet, int table, const char *id, int64_t micro, unsigned kind);

#endif
