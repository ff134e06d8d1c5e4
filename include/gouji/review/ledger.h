/* 台账: who has reported for a year and who has not, when, and how far the review
 * is. A report belongs to an agency of the list when its name is that agency's
 * (agency.h); one whose name or year does not decide it is doubtful and counts
 * neither as reported nor as not. Several reports of one agency are versions. */
#ifndef GOUJI_REVIEW_LEDGER_H
#define GOUJI_REVIEW_LEDGER_H

#include "gouji/review/expected.h"
#include "gouji/review/queue.h"

enum ledger_status {
    LEDGER_REPORTED,
    LEDGER_MISSING,
    LEDGER_DOUBTFUL,
    LEDGER_UNLISTED, /* of no agency on the list */
    LEDGER_UNREAD,   /* a file or folder that cannot be read: whose report is not known */
    LEDGER_STATUS_COUNT,
};
enum ledger_time {
    LEDGER_ON_TIME,
    LEDGER_LATE,
    LEDGER_EARLY,
    LEDGER_TIME_UNKNOWN,
    LEDGER_TIME_COUNT
};
enum ledger_basis {
    LEDGER_NO_DEADLINE,
    LEDGER_BY_LIST,
    LEDGER_BY_LAW,
    LEDGER_NOT_READ, /* the list says one that is no date */
};

struct ledger_row {
    const struct expected *expected; /* NULL: UNLISTED, or no list */
    const struct queue_item *item;   /* NULL: MISSING, UNREAD */
    const char *unread, *why;        /* UNREAD: its path, and the reason; else NULL */
    enum ledger_status status;
    size_t version, nversions; /* from 1, of how many; 0 of 0 when it is no version */
    struct date deadline;      /* month 0: not known */
    enum ledger_basis basis;
    enum ledger_time time; /* of the date it is signed with; TIME_UNKNOWN: one of the two
                              is not known. EARLY: before the report's year was over */
};

struct ledger {
    struct arena *arena;
    int year; /* 0: no report says one */
    struct ledger_row
        *rows; /* in the order of the list, then the others by name, then UNREAD ones */
    size_t nrows;
    size_t nexpected;                      /* agencies on the list */
    size_t nreported, nmissing, ndoubtful; /* of them */
    size_t nunlisted;                      /* reports */
    size_t nunread;                        /* files and folders */
    size_t nlate;                          /* reports, versions too */
    const int *other_years;                /* of reports that are left out, ascending */
    size_t nother_years;
};

/* The year to be shown: `year`, or when 0 the last one that a report of the
 * queue (read to its end) says. list NULL: every report is one that is on it. The
 * rows borrow from list and queue. NULL: no memory. */
struct ledger *ledger_make(const struct expected_list *list, const struct queue *queue,
                           const struct forms *forms, const struct ruleset *rules, int year,
                           struct err *err);
void ledger_free(struct ledger *ledger);

const char *
ledger_status_name(enum ledger_status status); /* "reported" "not-reported" "unreadable" … */
const char *ledger_time_name(enum ledger_time time);    /* "on-time" "late" "early" "unknown" */
const char *ledger_basis_name(enum ledger_basis basis); /* NULL "list" "law" "list-unread" */

#endif
