/* Who has reviewed a report, by the verdict files there are of it, and whose review counts. */
#ifndef GOUJI_SRC_REVIEW_REVIEWINGS_H
#define GOUJI_SRC_REVIEW_REVIEWINGS_H

#include "gouji/review/queue.h"
#include "places.h"

enum { REVIEWING_AT_NBYTES = 32 };

struct reviewing {
    char *name;
    enum queue_state state; /* in review, concluded; failed: nothing of it can be read */
    enum conclusion conclusion;
    char at[REVIEWING_AT_NBYTES]; /* its conclusion, else its last act; "" unknown */
};

struct reviewings {
    struct reviewing *items; /* by name */
    size_t count;
    size_t chosen; /* that of options->reviewer, else the latest concluded, else the latest */
};

/* Journals are read only where several have one. -1 without memory; nothing to release then. */
int reviewings_find(struct places_listing *listing, const char *report_path,
                    const struct review_options *options, struct reviewings *out);
void reviewings_release(struct reviewings *reviewings);

#endif
