/* Which reports of a batch are checked with which others. Asked while they still come
 * in, it says what is known so far; once all are in, what is to be gone by. Of several
 * that fit, the first file is taken, in whatever order they came. */
#ifndef GOUJI_SRC_CLI_COMPANY_H
#define GOUJI_SRC_CLI_COMPANY_H

#include "job.h"

struct company;

/* `given` is a report that is last year's of whichever fits, before all in the batch; NULL:
 * none. with_peers: others' prose is compared. NULL: no memory. */
struct company *company_new(const struct job *given, bool with_peers);
void company_free(struct company *company);

/* Lets in a job whose report has been read, once all that is kept of it is there; notes its
 * key. On any thread. -1: no memory. */
int company_add(struct company *company, struct job *job);

/* All are in. On no other thread meanwhile. */
void company_settle(struct company *company);

/* The job has been let in; until then it has no company. On any thread. */
struct others company_find(struct company *company, const struct job *job);

/* Whether the given one may be last year's of a report put in, which names leave open. */
bool company_is_open(struct company *company, const struct job *given);

/* The doubts by their files' names, which may be the same in several folders: then by their
 * paths. How many there are. */
size_t company_name_doubts(const struct others *others, const char *names[JOB_DOUBTS]);

/* Whether the job is checked with the one given though the names are of two agencies: at the
 * user's word. On any thread. */
bool company_is_strangers(struct company *company, const struct job *job, const struct job *given);

/* Whether both were checked with the same of last year; whether with the same of all. */
bool company_same_prior(const struct others *a, const struct others *b);
bool company_is_same(const struct others *a, const struct others *b);

#endif
