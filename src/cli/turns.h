/* The order in which the reports of a batch are read: older years first, and what looks
 * like versions of one report together, so that most find at once those they are checked
 * with. Within that, the order of the files. */
#ifndef GOUJI_SRC_CLI_TURNS_H
#define GOUJI_SRC_CLI_TURNS_H

#include "job.h"

enum { TURNS_TOGETHER = 16 }; /* versions, at most */

/* The jobs by turn, each looked at and told which is the `first` of its versions; the
 * caller frees the list. nthreads as for pool_run. NULL: no memory. */
struct job **turns_new(struct job *jobs, size_t njobs, const struct forms *forms, size_t nthreads);

/* How many of the n jobs from here on, the first of its like and at least that one, are read
 * together. */
size_t turns_together(struct job *const *turns, size_t n);

/* Where the parts of the n turns begin that are read and checked by one thread at once, and
 * behind them n, into starts, which has room for n + 1; how many parts. Those that are read
 * together are in one, and others besides: checking several at once takes less time for each.
 * Of few reports nearly all are parts of their own, so that there is work for every thread. */
size_t turns_cut(struct job *const *turns, size_t n, size_t *starts);

#endif
