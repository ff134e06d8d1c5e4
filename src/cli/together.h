/* The counts of a queue's reports as `gouji check` of all of them together would have them:
 * with what only two reports side by side show, be they versions of one, of two agencies, or
 * such whose names leave open whether one is last year's. */
#ifndef GOUJI_SRC_CLI_TOGETHER_H
#define GOUJI_SRC_CLI_TOGETHER_H

#include "gouji/cli/command.h"
#include "gouji/review/queue.h"

/* Once all of the queue has been read, and without a thread. -1: no memory. */
int together_count(struct queue *queue, const struct command_context *context);

#endif
