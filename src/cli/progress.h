/* How far a long work is, on standard error, when that is a terminal. */
#ifndef GOUJI_SRC_CLI_PROGRESS_H
#define GOUJI_SRC_CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

struct progress {
    int fd;
    bool is_on, is_shown;
    size_t total, done;
    double began, drawn; /* seconds */
};

/* Nothing is ever shown where fd is no terminal, or total is 1 or less. */
void progress_begin(struct progress *progress, int fd, size_t total);
/* One more is done; draws now and then. */
void progress_step(struct progress *progress);
/* Takes the line away, before others write and at the end. */
void progress_hide(struct progress *progress);

/* "  120/1800 [##        ]   7%  410/s  0:04 left", without line end. */
void progress_line(size_t done, size_t total, double seconds, char *out, size_t nbytes);

#endif
