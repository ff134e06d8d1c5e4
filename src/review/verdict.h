/* The verdict file: the readable state of a review, written from the state and
 * read back only to know which journal it goes with, to keep keys of others,
 * and as the state when the journal is lost. */
#ifndef GOUJI_SRC_REVIEW_VERDICT_H
#define GOUJI_SRC_REVIEW_VERDICT_H

#include "gouji/store/save.h"
#include "state.h"

enum { VERDICT_FILE_VERSION = 1 };

enum verdict_health {
    VERDICT_FILE_MISSING,
    VERDICT_FILE_WHOLE,
    VERDICT_FILE_DAMAGED, /* no JSON, another format, or its seal does not hold */
    VERDICT_FILE_NEWER,
};

struct verdict_file {
    enum verdict_health health;
    cJSON *json; /* NULL when missing or no JSON at all */
    struct save_stamp stamp;
    int64_t events;            /* log.events, 0 none */
    const char *head;          /* log.head, "" none; borrowed from json */
    char why[ERR_TEXT_NBYTES]; /* for DAMAGED */
};

/* -1 only when memory is short or the system refuses to read an existing file. */
int verdict_read(const char *path, struct verdict_file *out, struct err *err);
void verdict_file_release(struct verdict_file *file);

/* The events that would give the state the file records, with their numbers. */
int verdict_to_log(const cJSON *json, struct event_log *log, struct err *err);

struct verdict_input {
    const struct report *report, *prior;
    const struct findings *findings;
    const struct state *state;
    const struct event_log *log;
    const cJSON *earlier; /* the file as it was, NULL */
    const char *reviewer, *relative, *tool_version, *build;
    const char *run; /* GUID */
    int64_t started, ended;
};

/* Appends the whole file. -1: no memory. */
int verdict_write(const struct verdict_input *input, struct str *out);

/* Parts that events have too. NULL: no memory. */
cJSON *verdict_run_counts(const struct findings *findings);
cJSON *verdict_prior(const struct report *prior);
cJSON *verdict_conclusion_counts(const struct state *state);

/* SHA-256 of the canonical form without `integrity`. */
int verdict_seal(cJSON *json, char hex[HASH_HEX_NBYTES]);

/* Lists of what stands in the file: findings, causes, tables. NULL: no memory. */
cJSON *verdict_tables(const struct findings *findings);
cJSON *verdict_findings(const struct verdict_input *input);
cJSON *verdict_causes(const struct findings *findings);

#endif
