/* Explanations in words, and whose fault they are. In the run's arena. */
#ifndef GOUJI_SRC_CHECK_LOCALISE_WORDS_H
#define GOUJI_SRC_CHECK_LOCALISE_WORDS_H

#include "localise_rank.h"

/* The changes and the text of one explanation. -1: no memory. */
int words_fill_repair(struct model *model, const struct candidate *from, struct repair *repair);

/* fault, evidence and line, from what else the culprit says; `best` is NULL when nothing
 * explains what fails of the part. -1: no memory. */
int words_fill_culprit(struct model *model, const struct candidate *best, int part,
                       struct culprit *culprit);

#endif
