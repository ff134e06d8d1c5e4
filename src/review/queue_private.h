/* The queue's inside: entries, and their reading, by a thread or without one. */
#ifndef GOUJI_SRC_REVIEW_QUEUE_PRIVATE_H
#define GOUJI_SRC_REVIEW_QUEUE_PRIVATE_H

#include <pthread.h>

#include "gouji/base/arena.h"
#include "gouji/review/pairs.h"
#include "gouji/review/queue.h"
#include "places.h"

struct reading_thread;
/* Two versions of one report beside each other. */
struct queue_compared;

struct queue {
    struct arena *arena; /* paths, roots, texts of items */
    const struct forms *forms;
    const struct ruleset *rules;
    struct review_options options;
    struct queue_item *items;
    size_t nitems, items_capacity;
    size_t nread;   /* entries before this one are read */
    size_t nunread; /* entries nobody has read */
    struct queue_skipped *skipped;
    size_t nskipped, skipped_capacity;
    pthread_mutex_t pairing;
    struct pairs *pairs;             /* owners: paths of items; with `pairing` held */
    struct queue_compared *compared; /* with `pairing` held, too */
    size_t ncompared, compared_capacity;
    const char **again; /* paths of entries to be read again, with last year's report */
    size_t nagain, again_capacity;
    bool has_settled; /* what the reviewer answered of doubtful pairs has been looked at */
    struct reading_thread *thread;  /* NULL: none */
    struct places_listing verdicts; /* of whoever runs the jobs */
    bool is_held;
    unsigned long version;
};

/* Puts a file among those left out. */
int queue_skip(struct queue *queue, const char *path, const char *reason, bool is_unread,
               struct err *err);
/* Sets what the entry shows of the report and its review, in the arena. */
void queue_fill_item(struct arena *arena, struct queue_item *item, const struct review *review);
/* Ends the thread, which finishes the report it is at. */
void reading_end(struct queue *queue);

#endif
