/* What is on the disk of a review: journal and verdict file read and weighed
 * against each other. The journal wins when it holds all that the verdict file
 * records; a journal that holds less never does. */
#ifndef GOUJI_SRC_REVIEW_LOAD_H
#define GOUJI_SRC_REVIEW_LOAD_H

#include "places.h"
#include "verdict.h"

struct loaded {
    struct event_log log; /* the journal's, or made from the verdict file */
    struct verdict_file file;
    cJSON *reference;                /* what keys of others are kept from; owned, NULL */
    bool readonly;                   /* and notice says why */
    bool rebuild;                    /* the verdict file is behind the journal */
    int64_t missing;                 /* events the journal lacks and the whole file has */
    struct save_stamp journal_stamp; /* of the journal as it was read */
    bool journal_whole;              /* it could be read, and its chain holds to the end */
    size_t journal_nlines;
    char journal_head[HASH_HEX_NBYTES];
    struct str notice; /* "" nothing to say */
};

/* A recovery begun in the journal: the `open` that began it, what of the
 * verdict file it was to take over, and how much of that it has. */
struct recovery {
    size_t first;
    int64_t taken, done;
};

/* The recovery from the verdict file that ended in `head`; false: none begun. */
bool load_find_recovery(const struct event_log *log, const char *head, struct recovery *out);

/* Is `head` the hash of a line of the log, or of one that was taken over into it? */
bool load_holds(const struct loaded *loaded, const char *head);

/* -1 only when memory is short. */
int load_review(const struct places *places, struct loaded *out, struct err *err);
void loaded_release(struct loaded *loaded);

/* Appends a sentence to a notice. */
void load_say(struct str *notice, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
