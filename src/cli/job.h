/* One file of a batch to check, from its name to what is printed of it. Kept for every
 * file to the end. */
#ifndef GOUJI_SRC_CLI_JOB_H
#define GOUJI_SRC_CLI_JOB_H

#include "glance.h"
#include "gouji/check/finding.h"
#include "gouji/check/sketch.h"
#include "gouji/report/abridged.h"
#include "gouji/report/report.h"
#include "gouji/review/pairs.h"
#include "spool.h"

enum grade { GRADE_TROUBLE, GRADE_UNJUDGED, GRADE_CLEAN, GRADE_SOFT, GRADE_ERRORS };

struct job;

enum { JOB_DOUBTS = 8 };

/* The other reports that one is checked with; NULL: none. */
struct others {
    const struct job *prior;              /* last year's */
    const struct job *version;            /* of the same agency and year */
    const struct job *peer;               /* another agency's with prose most like it */
    const struct job *doubts[JOB_DOUBTS]; /* without prior: some that may be it, where names do
                                             not decide; with it: all versions of it, where there
                                             are several; the first in the order of the paths */
};

struct job {
    size_t number;    /* of the files; 0 for the --prior one, which goes before all */
    const char *path; /* of the inputs or of a folder's queue */
    bool from_folder;
    bool is_plain;              /* no pipe: what is read of it now can be read again */
    struct glance glance;       /* that decides in which turn it is read */
    const struct job *namesake; /* the first of those that are called like it but for the place */
    const struct job *first;    /* of those that are read together; itself when alone */
    bool is_met;                /* the first round has got through it */
    enum grade grade;
    int year;                   /* with the agency: what pairs are found by */
    char *agency;               /* NULL: not stated */
    const struct pair_key *key; /* the same, of the company; NULL: not let in, or one is missing */
    struct sketch *sketch;      /* while SIM-01 is on and others are checked with it; NULL */
    struct report *report;      /* of the --prior one, which stays open; NULL */
    struct piece abridged;      /* what is kept of the others' */
    struct err *err;            /* for TROUBLE, owned; NULL: none, or no memory for it */
    struct others others;       /* that it was checked with */
    struct str printed;         /* what is to be printed, where it is not spooled */
    struct piece piece;         /* of the first round */
};

void job_release(struct job *job);

bool job_is_in_trouble(const struct job *job);
void job_keep_err(struct job *job, const struct err *err);

enum grade grade_of(const struct findings *findings);

struct identity job_identity(const struct job *job);

/* Whether the years, where both are known, let `prior` be last year's. */
bool job_may_follow(const struct job *job, const struct job *prior);

/* The job's own report, with its agency and year noted; the caller frees it. NULL: the
 * job is in trouble. */
struct report *job_open(struct job *job, const struct forms *forms);

/* Keeps as much of the job's report as others ask of it. */
void job_abridge(struct job *job, const struct report *report, struct spool *spool);
/* A part of the report, as far as it is kept, or else read again; the caller frees it. NULL:
 * it cannot be had. On any thread, once it is kept. */
struct report *job_restore(const struct job *job, struct spool *spool, const struct forms *forms,
                           enum report_part part);

#endif
