/* Signals of the interactive screen. Handlers set a flag and write one byte to
 * a pipe; everything else is done by whoever polls the pipe. A crash writes a
 * prepared string and puts the terminal's modes back, by async-signal-safe
 * calls only. There is one terminal a process, hence the one static state. */
#ifndef GOUJI_TERM_SIGNALS_H
#define GOUJI_TERM_SIGNALS_H

#include <stddef.h>
#include <termios.h>

#include "gouji/base/err.h"

/* Catches SIGHUP SIGTERM SIGINT SIGWINCH SIGTSTP SIGCONT, and SIGQUIT and the
 * crashes; ignores SIGPIPE. The former dispositions come back with the end. */
int signals_start(struct err *err);
void signals_end(void);

/* The readable end of the pipe. */
int signals_fd(void);
/* A signal that came since, 0 if none; SIGHUP and SIGTERM first. */
int signals_take(void);
/* Forgets a signal that came. */
void signals_forget(int signal);

/* SIGTSTP stops the process, SIGPIPE is ordinary: around ^Z and child programs. */
void signals_ordinary(void);
/* The opposite. */
void signals_catch(void);

/* What a crash has to write to fd, and the modes to restore there. Bytes are
 * copied, cut to a fixed size; nbytes 0: nothing. */
void signals_set_reset(int fd, const char *bytes, size_t nbytes, const struct termios *modes);

#endif
