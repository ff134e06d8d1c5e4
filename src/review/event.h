/* Events of a review and the log they make. An event is one canonical JSON
 * line: n its number, t its type, at, by, b its body, prev the hash of the line
 * before. The log owns the parsed events; everything folded from it borrows
 * their strings. */
#ifndef GOUJI_SRC_REVIEW_EVENT_H
#define GOUJI_SRC_REVIEW_EVENT_H

#include <stdbool.h>
#include <stdint.h>

#include "gouji/base/err.h"
#include "gouji/base/hash.h"
#include "gouji/base/json.h"
#include "gouji/store/journal.h"

struct event {
    int64_t n;
    const char *type;
    const char *at, *by; /* of the first writing, also for recovered events */
    const cJSON *body;   /* never NULL */
    cJSON *json;
    int64_t moment; /* see struct act_time of review.h */
    bool undone;
};

enum { EVENT_LOG_GROWTHS = 24 }; /* doublings from 8 to far beyond JOURNAL_MAX_EVENTS */

struct event_log {
    struct event *items;
    size_t count, capacity;
    struct event *outgrown[EVENT_LOG_GROWTHS]; /* states folded before still point into them */
    size_t ngrowths;
    char head[HASH_HEX_NBYTES];  /* of the last line; zeros when empty */
    size_t undo_next, redo_next; /* index + 1 of the event undo / redo takes, 0 none */
    bool sealed;                 /* the last conclusion is sealed and not reopened */
};

enum { EVENT_TIME_NBYTES = 24, EVENT_GUID_NBYTES = 37 };

void event_log_init(struct event_log *log);
void event_log_release(struct event_log *log);

/* Takes json (also when it fails): an object with n, t, at, by, b. */
int event_log_add(struct event_log *log, cJSON *json, struct err *err);

/* Reads the lines; *broken gets the 1-based first line that is no event with
 * its own number, 0 if all are. -1 only when memory is short. */
int event_log_read(struct event_log *log, const struct journal_lines *lines, size_t *broken,
                   struct err *err);

/* Which events are undone, and what undo and redo would take. After each add. */
void event_log_settle(struct event_log *log);

/* NULL when there is none of this number. */
const struct event *event_find(const struct event_log *log, int64_t n);
bool event_is_undoable(const struct event *event);

/* A new event following the log's last, NULL when memory is short. Takes body. */
cJSON *event_new(const struct event_log *log, const char *by, const char *type, cJSON *body);

/* "2024-02-03T02:14:40Z" */
void event_time(int64_t seconds, char out[EVENT_TIME_NBYTES]);
/* A random (version 4) UUID. -1 when the system gives no random bytes. */
int event_guid(char out[EVENT_GUID_NBYTES]);

#endif
