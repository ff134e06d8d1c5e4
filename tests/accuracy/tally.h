/* Sums by class and by trap, and the tables printed of them. */
#ifndef ACCURACY_TALLY_H
#define ACCURACY_TALLY_H

#include "score.h"

struct tally {
    struct score classes[LAYOUT_COUNT][2]; /* [.][1]: damaged */
    struct score traps[TRAP_COUNT];
    long laid[TRAP_COUNT];
    long nfailed[TRAP_COUNT]; /* reports with the trap and a failure */
};

void tally_add(struct tally *tally, const struct sheet *sheet, const struct score *score);
/* Prints the tables; returns the number of bars that were not reached. Of few
 * reports one failure is too large a share: they are held to counts alone. */
int tally_print(const struct tally *tally, bool few);

#endif
