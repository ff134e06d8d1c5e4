/* Standard output and messages of the commands. Everything is gathered and
 * written in large pieces; each write is checked, so that a full disk is an
 * error and a reader that has gone (head, less) is a quiet end. */
#ifndef GOUJI_CLI_OUTPUT_H
#define GOUJI_CLI_OUTPUT_H

#include <stdbool.h>
#include <stdint.h>

#include "gouji/base/err.h"
#include "gouji/base/slice.h"
#include "gouji/base/str.h"

struct output {
    int fd;
    bool is_terminal; /* of fd: outside text is then sanitised */
    bool is_closed;   /* the reader has gone; nothing more is written */
    struct str pending;
    int failed; /* errno of the first write that failed, 0 */
};

void output_init(struct output *out, int fd);

/* Text of our own, as it is. */
void output_add(struct output *out, const char *text);
void output_format(struct output *out, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Outside text for people, on one line: always sanitised. */
void output_shown(struct output *out, struct slice text);
/* Outside text whose bytes count (text, JSON): exact, but on a terminal
 * sanitised with its lines and TABs kept. */
void output_exact(struct output *out, struct slice text);
/* The same with many bytes of a file, without their being read here. False: nothing was
 * done, as the output takes none so, or these are better gathered with others. */
bool output_from(struct output *out, int fd, uint64_t start, size_t nbytes);

/* Writes what is pending once there is much of it. */
void output_drain(struct output *out);
/* Writes the rest and releases. -1 when anything could not be written. */
int output_finish(struct output *out, struct err *err);

/* "gouji: <text>" on standard error, on one line, sanitised. */
void output_complain(const char *text);
/* The same with "path: " before the reason, unless that names the path so. */
void output_complain_about(const char *path, const char *reason);

#endif
