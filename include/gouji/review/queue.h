/* The queue: the reports of a folder or of a list of files, with their state
 * and counts. Each is checked together with last year's report of the same
 * organ when the queue has it, whichever of them is read first. Entries are read one by one
 * (queue_read_next), so that a screen can show the first before the last is read. Files that are
 * skipped (gouji's own, non-reports, unreadable) are kept apart with the reason. */
#ifndef GOUJI_REVIEW_QUEUE_H
#define GOUJI_REVIEW_QUEUE_H

#include "gouji/review/review.h"

enum queue_state { QUEUE_UNREAD, QUEUE_NEW, QUEUE_IN_REVIEW, QUEUE_CONCLUDED, QUEUE_FAILED };

/* How often one rule speaks in a report, and how often nothing is decided yet. */
struct queue_tally {
    const struct rule *rule;
    enum severity severity; /* of failed ones */
    bool is_undecided;      /* those that cannot be decided */
    unsigned count, open;
};

/* A number of the report as the tables have it: anything but a number is told by
 * its state. */
struct queue_value {
    enum cell_state state;
    int64_t value;
};

/* A review of the report beside the one that is shown. */
struct queue_other {
    const char *name;
    enum queue_state state; /* in review, concluded; failed: nothing of it can be read */
    enum conclusion conclusion;
};

struct queue_item {
    const char *path; /* as given or found */
    const char *root; /* the opened folder it came from; NULL for a file */
    enum queue_state state;
    enum conclusion conclusion;
    const char *agency, *kind; /* NULL until read */
    int year;
    struct date signed_on; /* year 0: not stated */
    size_t errors, warnings, infos, undecided;
    size_t entries, decided, stale;
    const char *reviewer;             /* whose verdict state is shown, NULL */
    const struct queue_other *others; /* who else has reviewed it, as of its reading, by name */
    size_t nothers;
    const char *trouble;         /* for FAILED: why */
    const char *prior;           /* path of last year's report its counts rest on, NULL */
    struct queue_tally *tallies; /* by rule, gravest first */
    size_t ntallies;
    struct queue_value received, carried, answered; /* applications: new, from last year, done */
    unsigned updates;                               /* goes up with every change */
    bool is_asked;                                  /* its reading is under way */
};
struct queue_skipped {
    const char *path;
    const char *reason;
    bool is_unread; /* it may hold reports, which were not read; else it is none of our business */
};

struct queue;

/* paths: files and folders (folders are walked, sorted by name, hidden files
 * and gouji's own left out). -1/NULL with err when a path does not exist or a
 * folder holds no file to read. */
struct queue *queue_new(const char *const *paths, size_t npaths, const struct forms *forms,
                        const struct ruleset *rules, const struct review_options *options,
                        struct err *err);
/* The same, but a path that cannot be read is put among the skipped, as a folder without a file
 * is; and of one file named twice, or by a link, all but the first. */
struct queue *queue_new_of_any(const char *const *paths, size_t npaths, const struct forms *forms,
                               const struct ruleset *rules, const struct review_options *options,
                               struct err *err);
void queue_free(struct queue *queue);
/* Whether the name is one of gouji's own files: verdicts, journals, locks. */
bool queue_is_own(const char *path);
size_t queue_count(const struct queue *queue);
const struct queue_item *queue_at(const struct queue *queue, size_t index);
size_t queue_skipped_list(const struct queue *queue, const struct queue_skipped **list);
/* Reads one unread entry; false when none is left. Non-reports found in a
 * folder move to the skipped list (indexes above shift down). */
bool queue_read_next(struct queue *queue);
/* Counts the findings of entry `index` anew, held against these reports too; what is to be
 * decided stays what the workstation shows without them. Not while a thread reads. */
void queue_count_with(struct queue *queue, size_t index, const struct review_others *others);
bool queue_is_reading(const struct queue *queue); /* some entry is unread, or to be read again */
size_t queue_unread(const struct queue *queue);

/* The same by a thread of its own: queue_collect takes over what has been read and
 * hands out more, those around entry `near` first. True: something has changed.
 * queue_read_next is not called meanwhile. -1 when there can be no thread. */
int queue_start_reading(struct queue *queue);
bool queue_collect(struct queue *queue, size_t near);
/* Held, no more is handed out, and nothing is being read once what was is done. */
void queue_hold(struct queue *queue, bool held);
bool queue_is_held(const struct queue *queue);
/* Goes up with every change of any entry, and of their number. */
unsigned long queue_revision(const struct queue *queue);
/* Whose verdict file of entry `index` counts: the reviewer's of the queue's options
 * when there is one, else the last concluded, else the last that was worked at. The caller's
 * (free); NULL: nobody's. nothers, which may be NULL: how many more there are. */
char *queue_find_reviewer(struct queue *queue, size_t index, size_t *nothers);
/* The path of last year's report of this one among those read so far, NULL: also where its
 * versions have different numbers. */
const char *queue_prior(const struct queue *queue, const struct report *report);
/* Where they have: their paths, at most `most` of them. How many; 0 where they agree. */
size_t queue_prior_versions(const struct queue *queue, const struct report *report,
                            const char **paths, size_t most);
/* When queue_prior knows none: the paths of reports that may be last year's, such versions or
 * those whose names do not decide it; at most `most` of them. How many. */
size_t queue_doubtful(const struct queue *queue, const struct report *report, const char **paths,
                      size_t most);
/* The paths of other versions of this report (same agency and year) among those
 * read so far: *position starts at 0, NULL after the last. */
const char *queue_version(const struct queue *queue, const struct report *report, size_t *position);
/* Takes counts and state anew from a review of entry `index`. */
void queue_update(struct queue *queue, size_t index, const struct review *review);

#endif
