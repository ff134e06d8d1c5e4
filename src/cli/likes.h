/* Which report of a batch has prose most like another's, by their sketches. */
#ifndef GOUJI_SRC_CLI_LIKES_H
#define GOUJI_SRC_CLI_LIKES_H

#include "gouji/check/sketch.h"

struct likes;

/* NULL: no memory. */
struct likes *likes_new(void);
void likes_free(struct likes *likes);

/* A report's sketch, of the caller's to free. NULL: no memory; without it there is nothing
 * to compare with, and no harm. */
struct sketch *likes_sketch(const struct report *report);

/* Puts a report in under its owner (not NULL). -1: no memory. */
int likes_add(struct likes *likes, const void *owner, const struct sketch *sketch);

/* After the last one, before anything is asked. */
void likes_settle(struct likes *likes);

/* The owner most alike among those that fit; NULL when none has a fifth in
 * common. On any thread. */
const void *likes_find(const struct likes *likes, const void *owner, const struct sketch *sketch,
                       bool (*fits)(const void *owner, const void *other));

#endif
