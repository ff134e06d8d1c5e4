/* Independent pieces of work on several threads, delivered in order. */
#ifndef GOUJI_SRC_CLI_POOL_H
#define GOUJI_SRC_CLI_POOL_H

#include <stdbool.h>
#include <stddef.h>

enum { SHORT_STEP = 8 }; /* for items of a few microseconds */

struct pool_work {
    size_t count;
    size_t step; /* so many at once are for one thread: short ones cost less than their asking */
    void *context;
    /* On any thread, each index once. */
    void (*run)(void *context, size_t index);
    /* On the caller's thread, after run, in the order 0, 1, 2 …; false ends it
     * all: what has not begun is not run any more. NULL: there is nothing to deliver. */
    bool (*deliver)(void *context, size_t index);
};

/* nthreads 0: as many as there are processors; the caller is one of them. Results that
 * wait for their turn are bounded in number. Without threads or memory all is run here. */
void pool_run(const struct pool_work *work, size_t nthreads);

#endif
