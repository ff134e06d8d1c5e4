/* The rows a reviewer has tagged, by names that outlive the rows. */
#ifndef GOUJI_PANE_TAGS_H
#define GOUJI_PANE_TAGS_H

#include <stdbool.h>
#include <stddef.h>

struct tags {
    char **names; /* sorted */
    size_t count, capacity;
};

void tags_release(struct tags *tags);
bool tags_has(const struct tags *tags, const char *name);
/* 0 also when it is as wanted already; -1: no memory. */
int tags_set(struct tags *tags, const char *name, bool tagged);

#endif
