/* The debug log (-v FILE). Control bytes are written as \xNN so that a log is
 * safe to cat. Does nothing until log_open has succeeded. */
#ifndef GOUJI_BASE_LOG_H
#define GOUJI_BASE_LOG_H

#include "gouji/base/err.h"

int log_open(const char *path, struct err *err);
/* -1: some of it could not be written. */
int log_close(void);
void log_line(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
