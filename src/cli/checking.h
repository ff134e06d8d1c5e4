/* The reading and checking of a batch's reports, each with those of the others that it is
 * held against, on any thread. What they print is spooled, and with it as much of each as
 * others ask of it. */
#ifndef GOUJI_SRC_CLI_CHECKING_H
#define GOUJI_SRC_CLI_CHECKING_H

#include "company.h"
#include "format.h"
#include "gouji/cli/command.h"
#include "job.h"
#include "spool.h"

struct checking {
    const struct command_context *context;
    const struct format *format;
    const struct format_run *run;
    struct job given; /* --prior; no report: none */
    bool is_alone;    /* one report is checked, and with the given one whoever made that */
    bool wants_peers; /* reports are held against one another */
    struct company *company;
    struct spool *abridged; /* what is kept of the reports: apart, as all threads wait for it */
    struct spool *printed;
};

/* Reads the report of --prior, too. The rest is borrowed. -1: that cannot be read, or no
 * memory; to be closed even so. */
int checking_open(struct checking *checking, const struct command_context *context,
                  const struct format *format, const struct format_run *run, struct err *err);
void checking_close(struct checking *checking);

/* Reads n reports, at most TURNS_TOGETHER, lets them in for others, and checks each with
 * those that are in by then; what it prints is its piece. Who is in trouble says so. */
void checking_read(const struct checking *checking, struct job *const *jobs, size_t n);

/* Those that a job let in is to be checked with, as far as they are known. */
struct others checking_find_others(const struct checking *checking, const struct job *job);

/* Reads the job's report and prints it anew, with its `others`, into job->printed. */
void checking_make(const struct checking *checking, struct job *job);

#endif
