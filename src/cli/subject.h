/* The one report a command is about, with the review it has, if any. */
#ifndef GOUJI_SRC_CLI_SUBJECT_H
#define GOUJI_SRC_CLI_SUBJECT_H

#include "gouji/cli/command.h"
#include "gouji/review/review.h"

struct subject {
    struct report *report, *prior; /* prior NULL: none given, none reviewed with */
    struct review *review;         /* read-only, also without a verdict file */
};

/* Opens options->paths[0]. When --reviewer does not say whose review, that which the queue
 * shows; that others have reviewed it too is said. Complains itself; -1: nothing to release. */
int subject_open(const struct command_context *context, struct subject *subject);
void subject_close(struct subject *subject);

#endif
