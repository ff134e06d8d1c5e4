/* The rows a reviewer has tagged, by names that outlive the rows. */
#ifndef GOUJI_PANE_TAGS_H
#define GOUJI_PANE_TAGS_H

#include <stdbool.h>
#include <stddef.h>

#include "gouji/pane/desk.h"
#include "gouji/review/filter.h"

struct tags {
    char **names; /* sorted */
    size_t count, capacity;
};

void tags_release(struct tags *tags);
bool tags_has(const struct tags *tags, const char *name);
/* 0 also when it is as wanted already; -1: no memory. */
int tags_set(struct tags *tags, const char *name, bool tagged);

/* Says how many are tagged, and the key that acts on them. */
void tags_say(struct desk *desk, size_t count);

/* What `argument` asks to be tagged (NULL: all); filter_free it. NULL after the desk has
 * said what is wrong with it. */
struct filter *tags_wanted(struct desk *desk, const char *argument, enum filter_subject subject);

#endif
