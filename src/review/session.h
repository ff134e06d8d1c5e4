/* One opened review, shared by the files that act on it. */
#ifndef GOUJI_SRC_REVIEW_SESSION_H
#define GOUJI_SRC_REVIEW_SESSION_H

#include "gouji/store/journal.h"
#include "gouji/store/lock.h"
#include "load.h"

/* The event list as shown; made when asked for. */
struct log_view {
    struct log_entry *entries;
    size_t count;
    bool fresh;
};

struct review {
    const struct report *report, *prior;
    const struct report *checked_with;  /* the prior `findings` rest on */
    const struct review_others *others; /* NULL */
    const struct ruleset *rules;
    char *root, *verdicts_dir, *tool_version, *build, *reviewer;
    bool readonly_asked;

    struct places places; /* set once the reviewer is known */
    struct loaded disk;   /* log, files, notice */
    bool readonly;
    bool shut_out; /* read-only for a lock of another session */
    bool parted;   /* the journal is another's now: only the verdict file takes what is here */

    struct state *state;
    struct findings *findings;
    bool first_only; /* they are those of the first sight */
    enum lang lang;
    struct anchor *anchor; /* NULL until a place is needed */
    struct log_view *view;

    struct lock *lock;
    struct journal *journal;
    bool open_written; /* this session's `open` stands in the journal */
    char run[EVENT_GUID_NBYTES], session[EVENT_GUID_NBYTES];
    int64_t started, ended;

    bool dirty;
    int64_t saved_at;
    char trouble[ERR_TEXT_NBYTES]; /* why the last save failed, "" */
};

/* Folds the log anew, evaluating the checks again when readings changed. On
 * failure the old state stays. */
int session_refold(struct review *review, struct err *err);
/* The same with findings, which it takes, evaluated for the readings in force. */
int session_refold_with(struct review *review, struct findings *findings, struct err *err);
/* The anchor of this run's text. NULL: no memory. */
const struct anchor *session_anchor(struct review *review);

/* Makes acting possible: reviewer known, lock held, journal read again and
 * open. ERR_CHANGED when others' events changed the findings meanwhile. */
int session_begin(struct review *review, struct err *err);
/* Appends an event (taking body), synced, and folds it. session_begin first. */
int session_append(struct review *review, const char *type, cJSON *body, struct err *err);

/* What another session's lock makes of this one; the notice says it, and ERR_LOCKED. */
void session_shut_out(struct review *review, const struct lock_owner *owner, struct err *err);
/* ERR_READONLY with what review_say_readonly says. */
int session_refuse(const struct review *review, struct err *err);
/* Lets go of a lock and a journal that are not at their places as we left them. */
void session_check_files(struct review *review);
/* Takes what another session wrote since the files were read, and puts back
 * what somebody took out of the journal; that is open then. With the lock. */
int session_read_again(struct review *review, struct err *err);

/* The parts of these: lock alone; one event to disk and log, not folded; the
 * body of an `open`. */
int session_lock(struct review *review, struct err *err);
int session_write(struct review *review, const char *type, cJSON *body, struct err *err);
cJSON *session_open_body(const struct review *review);

/* One line about an event, for the log and for undo: cells in the words of the report's form. */
void event_summary(const struct review *review, const struct event *event, struct str *out);

#endif
