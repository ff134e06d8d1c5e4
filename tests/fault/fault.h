/* Faults put in on purpose. Programs of this folder are linked so that every
 * allocation and every call to the file system that gouji makes comes by here
 * first (the Makefile's FAULT_WRAPS); until a test arms something they pass. */
#ifndef GOUJI_TESTS_FAULT_H
#define GOUJI_TESTS_FAULT_H

#include <stdbool.h>
#include <stddef.h>

/* ---- memory ---- */

/* From the start of a survey or of refusals to its end a thread that is begun
 * runs to its end before its maker goes on, so that the numbers of allocations
 * are always the same. To begin a thread counts as one. */

/* Allocations met while surveying: of each way to get to one (the calls on the
 * stack) the number of the first. */
struct memory_survey {
    long *nth;
    size_t nsites, capacity;
    long total;
};
void memory_survey_start(void);
void memory_survey_end(struct memory_survey *survey); /* free survey->nth */

enum memory_refusal {
    REFUSED_ONCE,
    REFUSED_FOR_EVER,
    REFUSED_SIDE_BY_SIDE, /* for ever, and threads run as they please */
};
/* The nth allocation from now on is refused, or it and all after it. */
void memory_fail(long nth, enum memory_refusal refusal);
/* No more; how many were refused. */
long memory_fail_end(void);
/* The calls that led to the first refused one, for addr2line. */
void memory_show_refused(void);
/* Blocks handed out and not given back so far. */
long memory_live(void);
/* cJSON is a shared library: its allocations come by here after this. */
void memory_wrap_cjson(void);

/* ---- calls ---- */

enum call_fault {
    CALL_COUNT,     /* nothing fails, calls are counted */
    CALL_FAIL,      /* says `error`, not done (a close is done all the same) */
    CALL_FAIL_DONE, /* done, and says `error` */
    CALL_SHORT,     /* half of the bytes of a write or read, then as usual */
    CALL_KILL,      /* SIGKILL before it */
    CALL_KILL_AFTER,
    CALL_KILL_AMID, /* SIGKILL with half of the bytes written */
};
struct call_plan {
    enum call_fault fault;
    long nth;
    int error;
    bool for_ever;
    const char *only;  /* calls of this name alone are met, NULL: all */
    const char *lacks; /* calls of this name never work, besides; NULL: none */
    int lacks_error;
};
void calls_start(struct call_plan plan);
/* Passes everything again; how many calls were met. */
long calls_end(void);
/* Name of the call that was hit last, "" none: for messages. */
const char *calls_hit(void);

/* Told of each call that changes files, after it was done; NULL stops. */
struct call_told {
    const char *name; /* "write", "rename" */
    int fd;           /* of write, fsync, ftruncate; of the folder for names */
    const char *from, *to;
    const void *bytes;
    size_t nbytes;
    bool creates;
};
void calls_tell(void (*told)(const struct call_told *call));

#endif
