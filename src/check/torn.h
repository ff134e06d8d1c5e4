/* Digits torn apart or run together where a table was flattened: "1 0" for 10,
 * "10" for 1 and 0. A line of numbers that then adds up to its own total hints at
 * it. Only a hint for a person: no reading is chosen by it, no cell placed. */
#ifndef GOUJI_SRC_CHECK_TORN_H
#define GOUJI_SRC_CHECK_TORN_H

#include "evaluation.h"

/* In the arena. */
struct torn {
    const char *printed, *meant;
};

/* A printed line with one number too many or too few. False: nothing, or more
 * than one thing, would make it add up. */
bool torn_in_line(struct evaluation *run, const struct table *table, const struct row_reading *line,
                  struct torn *out);

/* A row whose cells are all numbers but one, which holds digits and blanks. */
bool torn_in_row(struct evaluation *run, const struct block_reading *block, size_t row,
                 struct torn *out);

/* Adds the hint to the finding's messages. */
void torn_note(struct evaluation *run, struct finding *finding, const struct torn *torn);

#endif
