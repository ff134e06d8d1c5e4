/* The reviewer's other readings of cells (event `correct`). They rest on what
 * the program read when they were made: where it now reads something else, the
 * reading is kept but not applied, for it was a reading of another print. */
#ifndef GOUJI_SRC_REVIEW_CORRECTION_H
#define GOUJI_SRC_REVIEW_CORRECTION_H

#include "state.h"

int correction_collect(struct state *state, const struct event *event);
/* Fills state->readings from what was collected, and from the values that
 * decisions in force propose. */
int correction_settle(struct state *state);

/* Body of the event; ERR_USAGE names a cell the report has not. */
cJSON *correction_body(const struct report *report, const struct correction *corrections, size_t n,
                       const char *row, const char *reason, struct err *err);

bool correction_same(const struct reading *a, size_t na, const struct reading *b, size_t nb);

#endif
