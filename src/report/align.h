/* Monotone alignment of the printed labels to the rows of one form: the best
 * assignment in which both keep their order, so that an unknown row shifts
 * nothing and a lost one leaves a gap. */
#ifndef GOUJI_SRC_REPORT_ALIGN_H
#define GOUJI_SRC_REPORT_ALIGN_H

#include "units.h"

/* A row of the form in the order of print, blocks one after the other. */
struct slot {
    uint16_t block, row;
};

struct alignment {
    size_t edition;
    const struct form_table *table;
    struct slot *slots;
    size_t nslots;
    int *unit_of;            /* per slot, -1 */
    int *slot_of;            /* per unit, -1 */
    enum label_match *match; /* per slot with a unit */
    bool out_of_order;       /* exact labels were met in another order than the form's */
    bool has_repeats;        /* a row's label was met twice with values */
    int twin;                /* the unit at which the table is printed once more, blank; -1 */
};

static inline const struct form_row *alignment_row(const struct alignment *a, size_t slot)
{
    return &a->table->blocks[a->slots[slot].block].rows[a->slots[slot].row];
}

/* -1: short of memory. */
int align_rows(struct arena *arena, const struct form_table *table, size_t edition,
               const struct units *units, struct alignment *out);

/* How many characters of a label with a key of this size may be wrong: a quarter,
 * none of the short. */
unsigned align_tolerance(size_t nkey);

/* A bit for each character, which some share; and whether texts with such marks may be so
 * few slips from each other: each takes away, and brings, no more than one character that
 * the other has not. */
uint64_t align_mark(struct slice text);
static inline bool align_may_be_near(uint64_t a, uint64_t b, unsigned slips)
{
    uint64_t away = a & ~b, brought = b & ~a;
    for (; slips > 0; slips--) {
        away &= away - 1; /* without its lowest bit; 0 stays 0 */
        brought &= brought - 1;
    }
    return (away | brought) == 0;
}

/* Edit distance (insert, delete, change, swap two neighbours) in characters, or
 * limit + 1 when it is more than limit. */
unsigned align_distance(struct slice a, struct slice b, unsigned limit);

#endif
