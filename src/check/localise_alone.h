/* Values that alone set right all they stand in: slips far from what else fails. */
#ifndef GOUJI_SRC_CHECK_LOCALISE_ALONE_H
#define GOUJI_SRC_CHECK_LOCALISE_ALONE_H

#include "localise_model.h"

struct alone {
    size_t n;
    uint16_t vars[SYSTEM_MAX_EQS];
    int64_t values[SYSTEM_MAX_EQS]; /* what they should be */
};

/* Those of one part of which no other one says what it says: figures of the prose beside
 * tables that balance, or values of the tables that two checks at least agree on. */
void alone_find(const struct model *model, int part, bool of_prose, struct alone *alone);

#endif
